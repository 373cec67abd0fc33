/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reports: a first line of anything, then the document as JSON; each of its
 * strings that is "@" is the first line.  Whatever they hold, text and Markdown
 * obey nothing, and the page has only elements and addresses of ours.
 */
#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "render/docmd.h"
#include "render/doctext.h"
#include "render/htmlreport.h"

#define URL	 "https://desk.example/t/%s"
#define URL_AT	 "https://desk.example/t/"
#define STYLE	 "abcdefghijklmnopqrstuvwxyz-:.0123456789%;" /* no "(" */
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

enum format {
	TEXT,
	MARKDOWN,
	HTML,
};

static void
plant(struct hd_json *j, struct hd_str s)
{
	if (j->type == HD_JSTR && hd_str_eq(j->s, "@"))
		j->s = s;
	for (struct hd_json *c = j->child; c != NULL; c = c->next)
		plant(c, s);
}

static void
read_back(FILE *f, struct hd_buf *b)
{
	char part[4096];
	size_t n;

	MUST(fseek(f, 0, SEEK_SET) == 0);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		hd_buf_add(b, part, n);
}

/* 0, or -1: it is no report. */
static int
render(const struct hd_json *doc, enum format format, struct hd_buf *b)
{
	const struct hd_html_opts opts = { URL };
	struct hd_out out = HD_OUT_INIT;
	struct hd_err err = HD_ERR_INIT;
	FILE *f = tmpfile();
	int r = 0;

	MUST(f != NULL);
	out.fd = fileno(f);
	if (format == TEXT)
		hd_doctext(doc, &out);
	else if (format == MARKDOWN)
		hd_docmd(doc, URL, &out);
	else
		r = hd_html_report(doc, &opts, &out, &err);
	if (r == 0) {
		MUST(hd_out_close(&out, &err) == 0);
		read_back(f, b);
	} else {
		hd_out_abort(&out);
	}
	MUST(fclose(f) == 0);
	return r;
}

/* Nothing in it is obeyed by a terminal, or reorders or hides. */
static void
harmless(struct hd_str s)
{
	uint32_t c;

	MUST(hd_utf8_valid(s));
	for (size_t i = 0; i < s.n;) {
		i += hd_utf8_get(s.p + i, s.p + s.n, &c);
		MUST(c == '\n' || (c >= 0x20 && !hd_utf8_unsafe(c)));
	}
}

/* No HTML passes, and the only addresses are those of tickets. */
static void
markdown(struct hd_str s)
{
	static const char link[] = "](<" URL_AT;
	bool open = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\') {
			i++;
			continue;
		}
		if (s.n - i >= sizeof(link) &&
		    memcmp(s.p + i, link, sizeof(link) - 1) == 0) {
			i += sizeof(link) - 2;
			open = true;
			continue;
		}
		MUST(s.p[i] != '<' && s.p[i] != '`');
		MUST(s.p[i] != ']' || i + 1 == s.n || s.p[i + 1] != '(');
		open = open && s.p[i] != '>';
		MUST(!open || (s.p[i] > ' ' && s.p[i] != '<'));
	}
}

static void
attributes(const struct _xmlNode *at)
{
	for (const struct _xmlAttr *p = at->properties; p != NULL;
	     p = p->next) {
		const char *name = (const char *)p->name;
		xmlChar *v = xmlNodeListGetString(at->doc, p->children, 1);
		const char *value = v != NULL ? (const char *)v : "";

		MUST(strncasecmp(name, "on", 2) != 0);
		if (strcmp(name, "style") == 0)
			MUST(strspn(value, STYLE) == strlen(value));
		if (strcmp(name, "href") == 0)
			MUST(value[0] == '#' ||
			     strncmp(value, URL_AT, sizeof(URL_AT) - 1) == 0);
		if (strcmp(name, "src") == 0)
			MUST(strncmp(value, "data:image/", 11) == 0);
		if (strcmp(name, "http-equiv") == 0)
			MUST(strcmp(value, "Content-Security-Policy") == 0);
		xmlFree(v);
	}
}

static bool
ours(const char *name)
{
	static const char *const names[] = { "a", "article", "b", "blockquote",
		"br", "body", "caption", "circle", "code", "data", "dd", "defs",
		"desc", "details", "div", "dl", "dt", "figcaption", "figure",
		"g", "h1", "h2", "h3", "head", "header", "html", "img", "li",
		"line", "main", "meta", "nav", "ol", "p", "path", "pattern",
		"polygon", "polyline", "pre", "rect", "section", "span",
		"strong", "style", "summary", "svg", "table", "tbody", "td",
		"text", "th", "thead", "time", "title", "tr", "tspan", "ul" };

	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static void
elements(const struct _xmlNode *at)
{
	for (; at != NULL; at = at->next) {
		if (at->type != XML_ELEMENT_NODE)
			continue;
		MUST(ours((const char *)at->name));
		attributes(at);
		elements(at->children);
	}
}

static void
page(struct hd_str s)
{
	htmlDocPtr doc = htmlReadMemory(s.p, (int)s.n, NULL, "UTF-8",
	    HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);

	MUST(hd_utf8_valid(s));
	MUST(doc != NULL);
	elements(xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_str rest = { (const char *)data, n }, first;
	struct hd_err err = HD_ERR_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_json *doc = NULL;

	if (hd_str_split(&rest, '\n', &first) && rest.p != NULL)
		doc = hd_json_parse(&arena, rest, &err);
	if (doc != NULL) {
		plant(doc, first);
		(void)render(doc, TEXT, &b);
		harmless(hd_buf_str(&b));
		hd_buf_reset(&b);
		(void)render(doc, MARKDOWN, &b);
		harmless(hd_buf_str(&b));
		markdown(hd_buf_str(&b));
		hd_buf_reset(&b);
		if (render(doc, HTML, &b) == 0)
			page(hd_buf_str(&b));
	}
	hd_buf_release(&b);
	hd_arena_release(&arena);
	return 0;
}
