/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Atlassian documents to text: see adf.h.  Depth is that of the JSON. */
#include "ingest/adf.h"

/* What a leaf shows, by its type. */
static const struct {
	const char *type, *path;
} leaves[] = {
	{ "text", "text" },
	{ "mention", "attrs.text" },
	{ "status", "attrs.text" },
	{ "emoji", "attrs.text" },
	{ "inlineCard", "attrs.url" },
	{ "blockCard", "attrs.url" },
	{ "embedCard", "attrs.url" },
};

static const char *const blocks[] = { "paragraph", "heading", "codeBlock",
	"blockquote", "panel", "listItem", "taskItem", "decisionItem",
	"tableRow", "rule", "expand", "nestedExpand", "mediaSingle",
	"mediaGroup", "blockCard", "embedCard" };

static bool
is_block(struct hd_str type)
{
	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++)
		if (hd_str_eq(type, blocks[i]))
			return true;
	return false;
}

static bool
is_item(struct hd_str type)
{
	return hd_str_eq(type, "listItem") || hd_str_eq(type, "taskItem") ||
	       hd_str_eq(type, "decisionItem");
}

static bool
is_cell(struct hd_str type)
{
	return hd_str_eq(type, "tableCell") || hd_str_eq(type, "tableHeader");
}

/* Begin a line, but not below the mark of a list item. */
static void
line_feed(struct hd_buf *b, size_t start)
{
	if (b->n > start && b->s[b->n - 1] != '\n')
		hd_buf_addc(b, '\n');
}

/* Returns where text may begin without a new line. */
static size_t
begin(struct hd_buf *b, size_t start, struct hd_str type)
{
	line_feed(b, start);
	if (!is_item(type))
		return start;
	hd_buf_adds(b, "- ");
	return b->n;
}

static void
leaf(struct hd_buf *b, const struct hd_json *node, struct hd_str type)
{
	struct hd_str s;

	if (hd_str_eq(type, "hardBreak"))
		hd_buf_addc(b, '\n');
	for (size_t i = 0; i < sizeof(leaves) / sizeof(leaves[0]); i++) {
		if (!hd_str_eq(type, leaves[i].type))
			continue;
		s = hd_json_at(node, leaves[i].path);
		if (s.n > 0)
			hd_buf_add(b, s.p, s.n);
	}
}

static void
trim(struct hd_buf *b, size_t start)
{
	while (b->n > start && b->s[b->n - 1] == '\n')
		b->s[--b->n] = '\0';
}

static void
walk(struct hd_buf *b, const struct hd_json *node, size_t start)
{
	struct hd_str type = hd_json_at(node, "type");
	const struct hd_json *c = hd_json_get(node, "content");
	bool block = is_block(type);

	if (block)
		start = begin(b, start, type);
	leaf(b, node, type);
	for (c = c != NULL ? c->child : NULL; c != NULL; c = c->next) {
		walk(b, c, is_cell(type) ? b->n : start);
		if (!is_cell(hd_json_at(c, "type")))
			continue;
		trim(b, start); /* a row is a line */
		if (c->next != NULL)
			hd_buf_adds(b, " | ");
	}
	if (block && !hd_str_eq(type, "rule"))
		line_feed(b, start);
}

void
hd_adf_text(struct hd_buf *b, const struct hd_json *doc)
{
	size_t start = b->n;

	walk(b, doc, start);
	trim(b, start);
}
