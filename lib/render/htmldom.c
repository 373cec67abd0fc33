/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a page, and what may stand in it: see html_int.h. */
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/num.h"
#include "base/utf8.h"
#include "render/html_int.h"

static const xmlChar *
xml(const char *s)
{
	return (const xmlChar *)s;
}

void
hd_html_fail(struct hd_html *h, const char *fmt, ...)
{
	char text[256];
	va_list ap;

	if (h->failed)
		return;
	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	(void)hd_err_set(h->err, HD_EDATA, "report: %s", text);
	h->failed = true;
}

static void
no_memory(struct hd_html *h)
{
	hd_html_fail(h, "the tree of the page cannot be made");
}

xmlNodePtr
hd_html_add(
    struct hd_html *h, xmlNodePtr parent, const char *name, const char *class)
{
	xmlNodePtr at;

	if (parent == NULL)
		return NULL;
	at = xmlNewDocNode(h->doc, NULL, xml(name), NULL);
	if (at == NULL) {
		no_memory(h);
		return NULL;
	}
	(void)xmlAddChild(parent, at);
	if (class != NULL)
		hd_html_set(h, at, "class", hd_str(class));
	return at;
}

xmlNodePtr
hd_html_adds(struct hd_html *h, xmlNodePtr parent, const char *name,
    const char *class, struct hd_str text)
{
	xmlNodePtr at = hd_html_add(h, parent, name, class);

	hd_html_put(h, at, text);
	return at;
}

void
hd_html_put(struct hd_html *h, xmlNodePtr at, struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr t;

	if (at == NULL || text.n == 0)
		return;
	hd_utf8_safe(&b, text, true);
	t = xmlNewDocText(h->doc, xml(hd_buf_cstr(&b)));
	if (t == NULL)
		no_memory(h);
	else
		(void)xmlAddChild(at, t);
	hd_buf_release(&b);
}

void
hd_html_words(struct hd_html *h, xmlNodePtr at, const char *words)
{
	hd_html_put(h, at, hd_str(words));
}

void
hd_html_set(
    struct hd_html *h, xmlNodePtr at, const char *name, struct hd_str value)
{
	struct hd_buf b = HD_BUF_INIT;

	if (at == NULL)
		return;
	hd_utf8_safe(&b, value, false);
	if (xmlSetProp(at, xml(name), xml(hd_buf_cstr(&b))) == NULL)
		no_memory(h);
	hd_buf_release(&b);
}

void
hd_html_setf(
    struct hd_html *h, xmlNodePtr at, const char *name, const char *fmt, ...)
{
	struct hd_buf text = HD_BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	hd_buf_vaddf(&text, fmt, ap);
	va_end(ap);
	hd_html_set(h, at, name, hd_buf_str(&text));
	hd_buf_release(&text);
}

void
hd_html_name(struct hd_buf *b, const char *prefix, struct hd_str name)
{
	hd_buf_adds(b, prefix);
	if (*prefix != '\0')
		hd_buf_addc(b, '-');
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		hd_buf_addc(
		    b, (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			       (c >= '0' && c <= '9') || c == '_' || c == '.'
			   ? c
			   : '-');
	}
}

void
hd_html_id(
    struct hd_html *h, xmlNodePtr at, const char *prefix, struct hd_str name)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_html_name(&b, prefix, name);
	if (hd_map_get(&h->ids, hd_buf_str(&b)) != NULL)
		hd_html_fail(h, "two parts have the id '%s'", hd_buf_cstr(&b));
	(void)hd_map_put(&h->ids, hd_buf_str(&b), 1);
	hd_html_set(h, at, "id", hd_buf_str(&b));
	hd_buf_release(&b);
}

void
hd_html_href(
    struct hd_html *h, xmlNodePtr at, const char *prefix, struct hd_str name)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addc(&b, '#');
	hd_html_name(&b, prefix, name);
	hd_html_set(h, at, "href", hd_buf_str(&b));
	hd_buf_release(&b);
}

void
hd_html_time(struct hd_html *h, xmlNodePtr at, struct hd_str iso)
{
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr t = hd_html_add(h, at, "time", NULL);

	if (iso.n == 20 && iso.p[10] == 'T' && iso.p[19] == 'Z') {
		hd_buf_add(&b, iso.p, 10);
		hd_buf_addc(&b, ' ');
		hd_buf_add(&b, iso.p + 11, 5);
		hd_buf_adds(&b, " UTC");
	} else {
		hd_buf_add(&b, iso.p, iso.n);
	}
	hd_html_set(h, t, "datetime", iso);
	hd_html_put(h, t, hd_buf_str(&b));
	hd_buf_release(&b);
}

double
hd_html_number(const struct hd_json *j, const char *name)
{
	struct hd_str s = hd_json_str(hd_json_get(j, name));
	double v;

	return s.p != NULL && hd_num_real(s, &v) ? v : NAN;
}

void
hd_html_grouped(struct hd_buf *b, int64_t n)
{
	char text[24];
	int len = snprintf(text, sizeof(text), "%" PRId64, n < 0 ? -n : n);

	if (n < 0)
		hd_buf_adds(b, "\xE2\x88\x92");
	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			hd_buf_addc(b, ',');
		hd_buf_addc(b, text[i]);
	}
}
