/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a section, but for tiles, tables and charts: see html_int.h. */
#include <string.h>

#include "render/html_int.h"

void
hd_html_spans(struct hd_html *h, xmlNodePtr at, const struct hd_json *spans)
{
	const struct hd_json *s = spans != NULL ? spans->child : NULL;
	struct hd_str figure, ticket, before = h->told;
	struct hd_str shared = hd_html_shared(h, &spans, 1);

	if (shared.n > 0)
		h->told = shared;

	for (; s != NULL; s = s->next) {
		figure = hd_json_at(s, "figure");
		ticket = hd_json_at(s, "ticket");
		if (s->type == HD_JSTR)
			hd_html_put(h, at, s->s);
		else if (figure.p != NULL)
			hd_html_ref(h, at, figure, hd_json_at(s, "as"));
		else
			hd_html_ticket(h, at, ticket);
	}
	h->told = before;
	if (shared.n == 0 || hd_str_same(shared, before))
		return;
	hd_html_words(h, at, " ");
	(void)hd_html_adds(h, at, "span", "badge", shared);
}

/* Notices say what they are in a word, not by their colour. */
static void
para(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	struct hd_str tone = hd_json_at(block, "tone");
	bool warn = hd_str_eq(tone, "warn");
	const char *class = hd_str_eq(tone, "lead") ? "lead" : NULL;

	if (warn || hd_str_eq(tone, "note")) {
		at = hd_html_add(h, at, "div", warn ? "notice warn" : "notice");
		hd_html_set(h, at, "role", hd_str("note"));
		(void)hd_html_adds(h, at, "strong", "notice-word",
		    hd_str(warn ? "Caution" : "Note"));
	}
	at = hd_html_add(h, at, "p", class);
	hd_html_spans(h, at, hd_json_get(block, "spans"));
}

static void
list(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	bool ordered = hd_json_true(hd_json_get(block, "ordered"));
	const struct hd_json *items = hd_json_get(block, "items"), *i;

	at = hd_html_add(h, at, ordered ? "ol" : "ul", "list");
	for (i = items != NULL ? items->child : NULL; i != NULL; i = i->next)
		hd_html_spans(h, hd_html_add(h, at, "li", NULL), i);
}

/* Who speaks, in words that a reader knows. */
static struct hd_str
speaker(struct hd_str role)
{
	static const char *const names[][2] = {
		{ "customer", "Customer" },
		{ "ai", "AI agent" },
		{ "agent", "Agent" },
		{ "system", "System" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (hd_str_eq(role, names[i][0]))
			return hd_str(names[i][1]);
	return role;
}

/* Words of somebody, in whatever direction they are written. */
static void
said(struct hd_html *h, xmlNodePtr at, struct hd_str text)
{
	xmlNodePtr p = hd_html_adds(h, at, "p", "said", text);

	hd_html_set(h, p, "dir", hd_str("auto"));
}

static void
quote(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	struct hd_str given = hd_json_at(block, "given");
	struct hd_str why = hd_json_at(block, "why");
	struct hd_str message = hd_json_at(block, "message");
	xmlNodePtr q;

	at = hd_html_add(h, at, "figure", "quote");
	if (given.n > 0) {
		q = hd_html_add(h, at, "blockquote", "given");
		(void)hd_html_adds(h, q, "p", "speaker", hd_str("Said before"));
		said(h, q, given);
	}
	q = hd_html_add(h, at, "blockquote", NULL);
	(void)hd_html_adds(
	    h, q, "p", "speaker", speaker(hd_json_at(block, "role")));
	said(h, q, hd_json_at(block, "text"));
	q = hd_html_add(h, at, "figcaption", NULL);
	if (why.n > 0) {
		(void)hd_html_adds(h, q, "span", "why", why);
		hd_html_words(h, q, " ");
	}
	hd_html_ticket(h, q, hd_json_at(block, "ticket"));
	if (message.n > 0) {
		hd_html_words(h, q, ", message ");
		hd_html_put(h, q, message);
	}
}

static void
messages(struct hd_html *h, xmlNodePtr at, const struct hd_json *list)
{
	const struct hd_json *m = list != NULL ? list->child : NULL;
	struct hd_buf class = HD_BUF_INIT;
	struct hd_str role, when;
	xmlNodePtr li, p;

	at = hd_html_add(h, at, "ol", "talk");
	for (; m != NULL; m = m->next) {
		role = hd_json_at(m, "role");
		when = hd_json_at(m, "at");
		hd_buf_reset(&class);
		hd_html_name(&class, "from", role);
		li = hd_html_add(h, at, "li", hd_buf_cstr(&class));
		p = hd_html_adds(h, li, "p", "speaker", speaker(role));
		if (when.n > 0) {
			hd_html_words(h, p, " ");
			hd_html_time(h, p, when);
		}
		said(h, li, hd_json_at(m, "text"));
	}
	hd_buf_release(&class);
}

static void
thread(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *facts = hd_json_get(block, "facts");
	const struct hd_json *ask = hd_json_get(block, "questions"), *i;
	xmlNodePtr p;

	at = hd_html_add(h, at, "article", "thread");
	p = hd_html_adds(h, at, "h3", NULL, hd_json_at(block, "title"));
	hd_html_set(h, p, "dir", hd_str("auto"));
	p = hd_html_add(h, at, "ul", "facts");
	hd_html_ticket(
	    h, hd_html_add(h, p, "li", NULL), hd_json_at(block, "ticket"));
	for (i = facts != NULL ? facts->child : NULL; i != NULL; i = i->next)
		(void)hd_html_adds(h, p, "li", NULL, i->s);
	messages(h, at, hd_json_get(block, "messages"));
	if (ask == NULL || ask->child == NULL)
		return;
	p = hd_html_add(h, at, "ol", "questions");
	hd_html_set(h, p, "aria-label", hd_str("Questions"));
	for (i = ask->child; i != NULL; i = i->next)
		(void)hd_html_adds(h, p, "li", NULL, i->s);
}

void
hd_html_block(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	static const struct {
		const char *type;
		void (*write)(
		    struct hd_html *, xmlNodePtr, const struct hd_json *);
	} kinds[] = {
		{ "para", para },
		{ "list", list },
		{ "tiles", hd_html_tiles },
		{ "table", hd_html_table },
		{ "chart", hd_html_chart },
		{ "quote", quote },
		{ "thread", thread },
	};
	struct hd_str type = hd_json_at(block, "type");

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (hd_str_eq(type, kinds[i].type)) {
			kinds[i].write(h, at, block);
			return;
		}
	hd_html_fail(h, "a block is '%.*s', which no page has", (int)type.n,
	    type.p != NULL ? type.p : "");
}
