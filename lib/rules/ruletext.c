/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the lines of a rule file for writing them again: see ruletext.h. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "rules/parse.h"
#include "rules/ruletext.h"

struct reader {
	struct hd_ruletext *t;
	const char *name;
	size_t line;
	struct hd_err *err;
	const struct hd_keyword *block; /* the opener above, or NULL */
	struct hd_line *to;		/* the line being read */
	struct hd_str rest;		/* of it */
};

static int
wrong(const struct reader *r, const char *check, const char *what)
{
	return hd_err_set(r->err, HD_EUSAGE, "%s:%zu: %s [%s]", r->name,
	    r->line, what, check);
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static struct hd_str
trim(struct hd_str s)
{
	while (s.n > 0 && blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n > 0 && blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* The first n bytes of the rest, and the blanks behind them, gone. */
static struct hd_str
take(struct reader *r, size_t n)
{
	struct hd_str head = { r->rest.p, n };

	r->rest = trim((struct hd_str){ r->rest.p + n, r->rest.n - n });
	return head;
}

static struct hd_str
word(struct reader *r)
{
	size_t n = 0;

	while (n < r->rest.n && !blank(r->rest.p[n]))
		n++;
	return take(r, n);
}

static void
part(struct reader *r, struct hd_str s)
{
	struct hd_line *l = r->to;
	struct hd_str *v = l->part;

	/* room for a power of two, so that a long line costs little */
	if ((l->n & (l->n - 1)) == 0) {
		l->part = hd_arena_alloc(
		    &r->t->arena, (l->n > 0 ? 2 * l->n : 1) * sizeof(*v));
		if (l->n > 0)
			memcpy(l->part, v, l->n * sizeof(*v));
	}
	l->part[l->n++] = s;
}

static void
words(struct reader *r, const char *skip)
{
	struct hd_str w;

	while (r->rest.n > 0) {
		w = word(r);
		if (!hd_str_eq(w, skip))
			part(r, w);
	}
}

static void
list(struct reader *r)
{
	struct hd_str rest = r->rest, w;

	while (hd_str_split(&rest, ',', &w))
		part(r, trim(w));
}

static int
condition(struct reader *r)
{
	static const char *const signs[] = { "!~", "!=", "<=", ">=", "~", "=",
		"<", ">" };
	struct hd_str op = { NULL, 0 };

	part(r, take(r, hd_field_name(r->rest).n));
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (op.p == NULL && hd_str_starts(r->rest, signs[i]))
			op = take(r, strlen(signs[i]));
	if (op.p == NULL)
		op = word(r);
	if (r->to->part[0].n == 0 || op.n == 0 || r->rest.n == 0)
		return wrong(r, "R103", "write 'FIELD OPERATOR VALUE'");
	part(r, op);
	part(r, r->rest);
	return 0;
}

/* NAME = VALUE; 0: it is none. */
static int
assignment(struct reader *r)
{
	part(r, take(r, hd_field_name(r->rest).n));
	if (r->to->part[0].n == 0 || !hd_str_starts(r->rest, "="))
		return 0;
	(void)take(r, 1);
	part(r, r->rest);
	return 1;
}

/* FIELD = VALUE, FIELD is unset, or FIELD whose text follows. */
static int
given(struct reader *r)
{
	struct hd_str is;

	if (assignment(r) != 0 || r->rest.n == 0)
		return 0;
	is = word(r);
	if (r->to->part[0].n == 0 || !hd_str_eq(is, "is") ||
	    !hd_str_eq(r->rest, "unset"))
		return wrong(r, "R101", "unknown keyword");
	part(r, is);
	part(r, r->rest);
	return 0;
}

static int
allow(struct reader *r)
{
	struct hd_str until, because;

	part(r, word(r));
	until = word(r);
	part(r, word(r));
	because = word(r);
	part(r, r->rest);
	return hd_str_eq(until, "until") && hd_str_eq(because, "because") &&
		       r->rest.n > 0
		   ? 0
		   : wrong(r, "R184",
			 "write 'allow CHECK until DATE because TEXT'");
}

static int
dflt(struct reader *r)
{
	part(r, word(r));
	part(r, word(r));
	if (r->to->part[1].n == 0)
		return wrong(r, "R103", "missing value");
	if (r->rest.n == 0)
		return 0;
	words(r, "");
	if (r->to->n != 4 || !hd_str_eq(r->to->part[2], "when") ||
	    !hd_str_eq(r->to->part[3], "readable"))
		return wrong(r, "R103", "write 'when readable' or nothing");
	r->to->part[2] = hd_str("when readable");
	r->to->n = 3;
	return 0;
}

static int
declaration(struct reader *r, bool field)
{
	part(r, field ? take(r, hd_field_name(r->rest).n) : word(r));
	part(r, word(r));
	if (r->to->part[0].n == 0 || r->to->part[1].n == 0)
		return wrong(r, "R103", "missing name or type");
	words(r, field ? "" : "<");
	return 0;
}

static int
parts(struct reader *r)
{
	switch (r->to->keyword->form) {
	case HD_LINE_REST:
		if (r->rest.n > 0)
			part(r, r->rest);
		break;
	case HD_LINE_WORDS:
		words(r, "");
		break;
	case HD_LINE_LIST:
		list(r);
		break;
	case HD_LINE_COND:
		return condition(r);
	case HD_LINE_SET:
		return assignment(r) != 0
			   ? 0
			   : wrong(r, "R103", "write 'set DIMENSION=VALUE'");
	case HD_LINE_GIVEN:
		return given(r);
	case HD_LINE_ALLOW:
		return allow(r);
	case HD_LINE_DEFAULT:
		return dflt(r);
	case HD_LINE_FIELD:
	case HD_LINE_DIMENSION:
		return declaration(r, r->to->keyword->form == HD_LINE_FIELD);
	case HD_LINE_BLANK:
	case HD_LINE_COMMENT:
	case HD_LINE_TEXT:
		break;
	}
	return 0;
}

/* Is it FIELD = VALUE, whatever the field is called? */
static bool
assigns(struct hd_str s)
{
	size_t n = hd_field_name(s).n;

	return n > 0 &&
	       hd_str_starts(trim((struct hd_str){ s.p + n, s.n - n }), "=");
}

static int
statement(struct reader *r)
{
	struct hd_str all = r->rest, name = word(r);
	bool test;

	if (r->block == NULL)
		return wrong(r, "R102", "indented line outside a block");
	test = r->block->place == HD_LINE_OF_TEST;
	if (test && name.p[0] == '|') {
		r->to->keyword = hd_keyword_find(hd_str("|"), r->block);
		part(r, (struct hd_str){ all.p + 1, all.n - 1 });
		return 0;
	}
	r->to->keyword = hd_keyword_find(name, r->block);
	if (test && (r->to->keyword == NULL || assigns(all) ||
			r->to->keyword->form < HD_LINE_REST)) {
		r->to->keyword = hd_keyword_find(hd_str("given"), r->block);
		r->rest = all;
	}
	if (r->to->keyword == NULL || r->to->keyword->place == HD_LINE_ANYWHERE)
		return wrong(r, "R101", "unknown keyword");
	return parts(r);
}

static int
opener(struct reader *r)
{
	r->to->keyword = hd_keyword_find(word(r), NULL);
	if (r->to->keyword == NULL || !hd_keyword_opens(r->to->keyword))
		return wrong(r, "R101", "unknown keyword");
	r->block = hd_keyword_block(r->to->keyword) ? r->to->keyword : NULL;
	return parts(r);
}

static int
read_line(struct reader *r, struct hd_str line)
{
	if (line.n > HD_RULES_LINE_MAX)
		return wrong(r, "R100", "a line may have 8 KiB");
	r->to = hd_ruletext_add(r->t, hd_keyword_find(hd_str("blank"), NULL));
	r->to->raw = line;
	r->rest = trim(line);
	r->to->indented = r->rest.n > 0 && blank(line.p[0]);
	if (r->rest.n == 0)
		return 0;
	if (r->rest.p[0] == '#') {
		r->to->keyword = hd_keyword_find(hd_str("comment"), NULL);
		r->rest.p++;
		r->rest.n--;
		part(r, r->rest);
		return 0;
	}
	return r->to->indented ? statement(r) : opener(r);
}

int
hd_ruletext_read(struct hd_ruletext *t, struct hd_str text, const char *name,
    struct hd_err *err)
{
	struct reader r = { .t = t, .name = name, .err = err };
	struct hd_str line;

	if (text.n > HD_RULES_FILE_MAX)
		return hd_err_set(err, HD_EUSAGE,
		    "%s: a rule file may have 1 MiB, no more [R105]", name);
	r.line = 1;
	if (!hd_utf8_valid(text) || memchr(text.p, '\0', text.n) != NULL ||
	    memchr(text.p, '\r', text.n) != NULL)
		return wrong(&r, "R100",
		    "not UTF-8, or a NUL byte or a carriage return");
	text = hd_str_keep(&t->arena, text);
	if (text.n > 0 && text.p[text.n - 1] == '\n')
		text.n--; /* ends the last line, and begins none */
	for (r.line = 1; hd_str_split(&text, '\n', &line); r.line++)
		if (read_line(&r, line) < 0)
			return -1;
	return 0;
}

struct hd_line *
hd_ruletext_add(struct hd_ruletext *t, const struct hd_keyword *keyword)
{
	struct hd_line *l;

	t->lines = hd_grow(t->lines, &t->cap, t->n + 1, sizeof(*t->lines));
	l = &t->lines[t->n++];
	*l = (struct hd_line){ .keyword = keyword };
	return l;
}

void
hd_ruletext_release(struct hd_ruletext *t)
{
	free(t->lines);
	hd_arena_release(&t->arena);
	*t = (struct hd_ruletext)HD_RULETEXT_INIT;
}
