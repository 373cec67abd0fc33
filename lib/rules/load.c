/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loading: one pass over the lines of each file, the used files where their
 * `use` stands, then linking (link.c).  No recursion but one level a file,
 * which HD_RULES_DEPTH bounds.
 */
#include <stdlib.h>
#include <string.h>

#include "base/tstamp.h"
#include "base/utf8.h"
#include "rules/block.h"
#include "rules/link.h"
#include "rules/testparse.h"

/* What must not be in a rule file at all; *at is its place. */
static const char *
bad_byte(struct hd_str text, size_t *at)
{
	uint32_t c;
	size_t n;

	*at = 0;
	if (hd_str_starts(text, "\xEF\xBB\xBF"))
		return "a byte order mark: save the file without one";
	for (; *at < text.n; *at += n) {
		n = hd_utf8_get(text.p + *at, text.p + text.n, &c);
		if (c == 0)
			return "a NUL byte";
		if (c == '\r')
			return "a carriage return: save the file with line feeds alone";
		if (n == 1 && c == 0xFFFD)
			return "not UTF-8: save the file as that";
	}
	return NULL;
}

/* Point the parser at the line that holds byte `at`. */
static void
find_line(struct hd_parse *p, struct hd_str text, size_t at)
{
	p->line = 1;
	p->bol = text.p;
	for (size_t i = 0; i < at; i++)
		if (text.p[i] == '\n') {
			p->line++;
			p->bol = text.p + i + 1;
		}
}

static int
check_text(struct hd_parse *p, struct hd_str text)
{
	const char *what;
	size_t at;

	find_line(p, text, 0);
	if (text.n > HD_RULES_FILE_MAX)
		return HD_PARSE_ERR(
		    p, text.p, "R105", "a rule file may have 1 MiB, no more");
	what = bad_byte(text, &at);
	if (what == NULL)
		return 0;
	find_line(p, text, at);
	return HD_PARSE_ERR(
	    p, text.p + at, "R100", "%s (byte offset %zu)", what, at);
}

static int
end_block(struct hd_parse *p)
{
	int st = 0;

	if (!p->broken && (p->block & HD_BLOCK_RULE) != 0)
		st = hd_parse_rule_end(p);
	else if (!p->broken && (p->block & HD_BLOCK_TEST) != 0)
		st = hd_parse_test_end(p);

	p->block = HD_BLOCK_NONE;
	p->broken = false;
	return st;
}

static int
parse_line(struct hd_parse *p, struct hd_str line)
{
	bool indented;

	p->bol = line.p;
	if (line.n > HD_RULES_LINE_MAX)
		return HD_PARSE_ERR(p, line.p, "R100",
		    "a line may have 8 KiB, this one has %zu bytes", line.n);
	while (line.n > 0 &&
	       (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t'))
		line.n--;
	p->rest = line;
	indented = line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t');
	hd_parse_skip(p, 0);
	if (p->rest.n == 0 || p->rest.p[0] == '#')
		return 0;
	if (indented) {
		if (hd_parse_statement(p) == 0)
			return 0;
		p->broken = true;
		return -1;
	}
	if (end_block(p) < 0 && p->rs->mem->found == NULL)
		return -1;
	if (hd_parse_opener(p) == 0)
		return 0;
	p->block = HD_BLOCK_BAD;
	return -1;
}

static int
parse_lines(struct hd_parse *p, struct hd_str text)
{
	struct hd_str line;

	if (check_text(p, text) < 0)
		return -1;
	p->line = 0;
	while (hd_str_split(&text, '\n', &line)) {
		p->line++;
		if (parse_line(p, line) < 0 && p->rs->mem->found == NULL)
			return -1;
	}
	if (end_block(p) < 0)
		return -1;
	if (!p->version && p->rs->mem->errors == 0) {
		p->line = 1;
		p->bol = p->rs->files[p->file].text;
		return HD_PARSE_ERR(
		    p, p->bol, "R103", "a rule file begins with 'rules 1'");
	}
	return 0;
}

/* 1 the file is known, 0 it is new, -1 it is being read: a cycle. */
static int
known_file(const struct hd_parse *p, const char *name)
{
	const struct hd_ruleset *rs = p->rs;

	for (; p != NULL; p = p->up)
		if (p->depth > 0 && strcmp(rs->files[p->file].name, name) == 0)
			return -1;
	for (size_t i = 0; i < rs->nfiles; i++)
		if (strcmp(rs->files[i].name, name) == 0)
			return 1;
	return 0;
}

/* name is taken. */
static int
parse_new(const struct hd_parse *up, char *name, struct hd_buf *text)
{
	struct hd_parse p = { .rs = up->rs, .src = up->src, .err = up->err };
	struct hd_rulefile *f;

	p.up = up;
	p.depth = up->depth + 1;
	p.file = HD_ADD(p.rs, files);
	f = &p.rs->files[p.file];
	f->name = name;
	f->text = hd_xmemdup(hd_buf_cstr(text), text->n);
	f->len = text->n;
	f->from = up->depth > 0 ? up->file : p.file;
	f->now = HD_TIME_NONE;
	return parse_lines(&p, (struct hd_str){ f->text, f->len });
}

/* The error of a file that cannot be used, at the line that uses it. */
static int
use_err(struct hd_parse *p, const char *at)
{
	char msg[sizeof(p->err->msg)];

	memcpy(msg, p->err->msg, sizeof(msg));
	if (at != NULL)
		return HD_PARSE_ERR(p, at, "R105", "%s", msg);
	return hd_err_set(p->err, HD_EUSAGE, "%.500s [R105]", msg);
}

int
hd_parse_file(struct hd_parse *p, const char *name, const char *at)
{
	const char *from = at != NULL ? p->rs->files[p->file].name : NULL;
	struct hd_buf text = HD_BUF_INIT;
	char *resolved = NULL;
	int known, st = 0;

	if (p->depth > HD_RULES_DEPTH)
		return HD_PARSE_ERR(p, at, "R105",
		    "files use each other more than %d deep", HD_RULES_DEPTH);
	if (p->src->read(p->src->ctx, name, from, &resolved, &text, p->err) <
	    0) {
		hd_buf_release(&text);
		return use_err(p, at);
	}
	known = known_file(p, resolved);
	if (known == 0) {
		st = parse_new(p, resolved, &text);
	} else if (known < 0) {
		st = HD_PARSE_ERR(
		    p, at, "R105", "'%s' uses itself in a cycle", resolved);
	}
	if (known != 0)
		free(resolved);
	hd_buf_release(&text);
	return st;
}
