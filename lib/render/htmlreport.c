/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as one page: see htmlreport.h. */
#include <libxml/HTMLtree.h>
#include <libxml/xmlIO.h>
#include <stdlib.h>

#include "render/html_int.h"

#include "render/report_css.h"

/* The page takes nothing from anywhere and runs nothing. */
#define POLICY                                                           \
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; " \
	"base-uri 'none'; form-action 'none'"

static void
meta(struct hd_html *h, xmlNodePtr head, const char *attribute,
    const char *name, const char *content)
{
	xmlNodePtr m = hd_html_add(h, head, "meta", NULL);

	hd_html_set(h, m, attribute, hd_str(name));
	hd_html_set(h, m, "content", hd_str(content));
}

/* CSS is text that no HTML escapes: it is ours, and has its lines. */
static void
style(struct hd_html *h, xmlNodePtr head)
{
	xmlNodePtr s = hd_html_add(h, head, "style", NULL);
	xmlNodePtr t = xmlNewDocText(h->doc, (const xmlChar *)report_css);

	if (s == NULL || t == NULL)
		hd_html_fail(h, "the tree of the page cannot be made");
	else
		(void)xmlAddChild(s, t);
}

static void
head(struct hd_html *h, xmlNodePtr html)
{
	xmlNodePtr at = hd_html_add(h, html, "head", NULL), m;

	m = hd_html_add(h, at, "meta", NULL);
	hd_html_set(h, m, "charset", hd_str("utf-8"));
	meta(h, at, "http-equiv", "Content-Security-Policy", POLICY);
	meta(h, at, "name", "viewport", "width=device-width, initial-scale=1");
	meta(h, at, "name", "color-scheme", "light dark");
	meta(h, at, "name", "referrer", "no-referrer");
	meta(h, at, "name", "robots", "noindex");
	(void)hd_html_adds(h, at, "title", NULL, hd_json_at(h->model, "title"));
	style(h, at);
}

/* What the report is of, below its title. */
static void
about(struct hd_html *h, xmlNodePtr at)
{
	struct hd_str before = hd_json_at(h->model, "before.name");
	struct hd_str asof = hd_json_at(h->model, "asof");
	struct hd_str rules = hd_json_at(h->model, "ruleset");
	xmlNodePtr ul = hd_html_add(h, at, "ul", "about"), li;

	if (before.n > 0) {
		li = hd_html_adds(h, ul, "li", NULL, hd_str("compared with "));
		hd_html_put(h, li, before);
	}
	if (asof.n > 0) {
		li = hd_html_adds(h, ul, "li", NULL, hd_str("data as of "));
		hd_html_time(h, li, asof);
	}
	if (rules.n > 0) {
		li = hd_html_adds(h, ul, "li", NULL, hd_str("rule set "));
		(void)hd_html_adds(h, li, "code", NULL, rules);
	}
}

static void
banner(struct hd_html *h, xmlNodePtr body)
{
	struct hd_str logo = hd_json_at(h->model, "logo");
	xmlNodePtr at = hd_html_add(h, body, "header", "banner"), img;

	if (logo.n > 0) {
		if (!hd_str_starts(logo, "data:image/"))
			hd_html_fail(h, "the logo is no data: URL of an image");
		img = hd_html_add(h, at, "img", "logo");
		hd_html_set(h, img, "src", logo);
		hd_html_set(h, img, "alt", hd_str(""));
	}
	(void)hd_html_adds(h, at, "h1", NULL, hd_json_at(h->model, "title"));
	(void)hd_html_adds(
	    h, at, "p", "subtitle", hd_json_at(h->model, "subtitle"));
	about(h, at);
}

static void
entry(struct hd_html *h, xmlNodePtr list, struct hd_str id, struct hd_str title)
{
	xmlNodePtr a =
	    hd_html_adds(h, hd_html_add(h, list, "li", NULL), "a", NULL, title);

	hd_html_href(h, a, "s", id);
}

static bool
any(const struct hd_html *h, const char *list)
{
	const struct hd_json *j = hd_json_get(h->model, list);

	return j != NULL && j->child != NULL;
}

static void
contents(struct hd_html *h, xmlNodePtr at)
{
	const struct hd_json *list = hd_json_get(h->model, "sections"), *s;

	at = hd_html_add(h, at, "nav", "contents");
	hd_html_set(h, at, "aria-label", hd_str("Sections"));
	at = hd_html_add(h, at, "ol", NULL);
	for (s = list != NULL ? list->child : NULL; s != NULL; s = s->next)
		entry(h, at, hd_json_at(s, "id"), hd_json_at(s, "title"));
	if (any(h, "figures"))
		entry(h, at, hd_str("figures"), hd_str("All figures"));
	if (any(h, "definitions"))
		entry(h, at, hd_str("definitions"), hd_str("Definitions"));
}

/* A section that its heading names. */
static xmlNodePtr
section(struct hd_html *h, xmlNodePtr at, const char *class, struct hd_str id,
    struct hd_str title)
{
	struct hd_buf name = HD_BUF_INIT;

	at = hd_html_add(h, at, "section", class);
	hd_html_id(h, at, "s", id);
	hd_html_name(&name, "h", id);
	hd_html_set(h, at, "aria-labelledby", hd_buf_str(&name));
	hd_html_id(h, hd_html_adds(h, at, "h2", NULL, title), "h", id);
	hd_buf_release(&name);
	return at;
}

static void
sections(struct hd_html *h, xmlNodePtr at)
{
	const struct hd_json *list = hd_json_get(h->model, "sections"), *s, *b;
	xmlNodePtr part;

	for (s = list != NULL ? list->child : NULL; s != NULL; s = s->next) {
		part = section(h, at, "section", hd_json_at(s, "id"),
		    hd_json_at(s, "title"));
		b = hd_json_get(s, "blocks");
		for (b = b != NULL ? b->child : NULL; b != NULL; b = b->next)
			hd_html_block(h, part, b);
	}
	if (any(h, "figures"))
		hd_html_figures(
		    h, section(h, at, "section appendix", hd_str("figures"),
			   hd_str("All figures")));
	if (any(h, "definitions"))
		hd_html_definitions(
		    h, section(h, at, "section appendix", hd_str("definitions"),
			   hd_str("Definitions")));
}

static void
page(struct hd_html *h)
{
	struct hd_str language = hd_json_at(h->model, "language");
	xmlNodePtr html =
	    xmlNewDocNode(h->doc, NULL, (const xmlChar *)"html", NULL);
	xmlNodePtr body, at;

	if (html == NULL) {
		hd_html_fail(h, "the tree of the page cannot be made");
		return;
	}
	(void)xmlDocSetRootElement(h->doc, html);
	hd_html_set(h, html, "lang", language.n > 0 ? language : hd_str("en"));
	head(h, html);
	body = hd_html_add(h, html, "body", NULL);
	at = hd_html_adds(h, body, "a", "skip", hd_str("Skip to the report"));
	hd_html_set(h, at, "href", hd_str("#main"));
	banner(h, body);
	at = hd_html_add(h, body, "div", "page");
	contents(h, at);
	at = hd_html_add(h, at, "main", NULL);
	hd_html_id(h, at, "", hd_str("main"));
	sections(h, at);
}

/* The rows of figures and the names of definitions, before they are used. */
static void
look_up(struct hd_html *h)
{
	const struct hd_json *list = hd_json_get(h->model, "figures"), *j;
	size_t n = 0;

	if (list != NULL && list->count > 0)
		h->figures = hd_xcalloc(list->count, sizeof(*h->figures));
	for (j = list != NULL ? list->child : NULL; j != NULL; j = j->next) {
		(void)hd_map_put(&h->figure, hd_json_at(j, "id"), (int64_t)n);
		h->figures[n++] = j;
	}
	list = hd_json_get(h->model, "definitions");
	for (j = list != NULL ? list->child : NULL; j != NULL; j = j->next)
		(void)hd_map_put(&h->definition, hd_json_at(j, "name"), 1);
}

static int
write_out(void *out, const char *p, int n)
{
	hd_out_add(out, p, (size_t)n);
	return n;
}

static void
print(struct hd_html *h, struct hd_out *out)
{
	xmlOutputBufferPtr o =
	    xmlOutputBufferCreateIO(write_out, NULL, out, NULL);

	if (o != NULL) {
		htmlDocContentDumpFormatOutput(o, h->doc, "UTF-8", 1);
		if (xmlOutputBufferClose(o) >= 0)
			return;
	}
	hd_html_fail(h, "the page cannot be written");
}

int
hd_html_report(const struct hd_json *doc, const struct hd_html_opts *opts,
    struct hd_out *out, struct hd_err *err)
{
	struct hd_html h = { .model = doc,
		.ticket_url = opts->ticket_url,
		.figure = HD_MAP_INIT,
		.definition = HD_MAP_INIT,
		.ids = HD_MAP_INIT,
		.err = err };

	h.doc = htmlNewDocNoDtD(NULL, NULL);
	if (h.doc == NULL || xmlCreateIntSubset(h.doc, (const xmlChar *)"html",
				 NULL, NULL) == NULL)
		hd_html_fail(&h, "the tree of the page cannot be made");
	look_up(&h);
	if (!h.failed)
		page(&h);
	if (!h.failed)
		print(&h, out);
	if (h.doc != NULL)
		xmlFreeDoc(h.doc);
	free(h.figures);
	hd_map_release(&h.figure);
	hd_map_release(&h.definition);
	hd_map_release(&h.ids);
	return h.failed ? -1 : 0;
}
