/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML bodies to text, by libxml2's forgiving parser: see html.h. */
#include <string.h>

#include <libxml/HTMLparser.h>

#include "ingest/html.h"

struct walk {
	struct hd_buf *out;
	size_t start; /* where this text begins in out */
	int hidden;   /* depth inside <script> or <style> */
};

static bool
one_of(const char *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(name, *list) == 0)
			return true;
	return false;
}

static bool
is_block(const char *name)
{
	static const char *const blocks[] = { "p", "div", "br", "li", "ul",
		"ol", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5",
		"h6", "hr", "pre", "section", "article", NULL };

	return one_of(name, blocks);
}

/*
 * Not the head: the parser leaves in it what follows a <style> or <meta> and is
 * no element of HTML 4, a <section> as well as a mail's <o:p>.
 */
static bool
is_hidden(const char *name)
{
	static const char *const hidden[] = { "script", "style", "title",
		NULL };

	return one_of(name, hidden);
}

static void
line_feed(struct walk *w)
{
	if (w->out->n > w->start && w->out->s[w->out->n - 1] != '\n')
		hd_buf_addc(w->out, '\n');
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar **attrs)
{
	struct walk *w = ctx;

	(void)attrs;
	if (is_hidden((const char *)name))
		w->hidden++;
	if (is_block((const char *)name))
		line_feed(w);
	if (strcmp((const char *)name, "li") == 0)
		hd_buf_adds(w->out, "- ");
}

static void
on_end(void *ctx, const xmlChar *name)
{
	struct walk *w = ctx;

	if (is_hidden((const char *)name) && w->hidden > 0)
		w->hidden--;
	if (is_block((const char *)name))
		line_feed(w);
}

static void
on_text(void *ctx, const xmlChar *text, int n)
{
	struct walk *w = ctx;

	if (w->hidden == 0 && n > 0)
		hd_buf_add(w->out, (const char *)text, (size_t)n);
}

static void
quiet(void *ctx, const char *msg, ...)
{
	(void)ctx;
	(void)msg;
}

/* No-break spaces are blanks, and blanks at the ends are nothing. */
static void
tidy(struct hd_buf *b, size_t start)
{
	size_t w = start;
	struct hd_str s;

	for (size_t i = start; i < b->n; i++) {
		if (i + 1 < b->n && memcmp(b->s + i, "\xC2\xA0", 2) == 0) {
			b->s[w++] = ' ';
			i++;
		} else {
			b->s[w++] = b->s[i];
		}
	}
	b->n = w;
	s = hd_str_trim((struct hd_str){ b->s + start, b->n - start });
	if (s.n > 0)
		memmove(b->s + start, s.p, s.n);
	b->n = start + s.n;
	b->s[b->n] = '\0';
}

void
hd_html_text(struct hd_buf *b, struct hd_str html)
{
	struct walk w = { b, b->n, 0 };
	htmlParserCtxtPtr ctxt;

	if (html.n == 0)
		return;
	if ((memchr(html.p, '<', html.n) == NULL &&
		memchr(html.p, '&', html.n) == NULL) ||
	    html.n > INT32_MAX) {
		hd_buf_add(b, html.p, html.n);
		return;
	}
	ctxt = htmlNewParserCtxt();
	if (ctxt == NULL)
		return;
	memset(ctxt->sax, 0, sizeof(*ctxt->sax));
	ctxt->sax->startElement = on_start;
	ctxt->sax->endElement = on_end;
	ctxt->sax->characters = on_text;
	ctxt->sax->ignorableWhitespace = on_text;
	ctxt->sax->error = quiet;
	ctxt->sax->warning = quiet;
	ctxt->userData = &w;
	(void)htmlCtxtReadMemory(ctxt, html.p, (int)html.n, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
		HTML_PARSE_NONET);
	htmlFreeParserCtxt(ctxt);
	if (b->n > w.start)
		tidy(b, w.start);
}
