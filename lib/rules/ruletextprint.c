/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the lines of a rule file: see ruletext.h. */
#include <string.h>

#include "base/utf8.h"
#include "rules/ruletext.h"

#define INDENT	4
#define TEXT_AT 6  /* where the | of a text stands */
#define KEYWORD 6  /* columns of a keyword, and one blank */
#define MAX_PAD 40 /* of a name in a column: a longer one stands out */

static void
add(struct hd_buf *b, struct hd_str s)
{
	hd_buf_add(b, s.p, s.n);
}

static void
pad(struct hd_buf *b, size_t n)
{
	while (n-- > 0)
		hd_buf_addc(b, ' ');
}

static void
join(struct hd_buf *b, const struct hd_line *l, size_t from, const char *sep)
{
	for (size_t i = from; i < l->n; i++) {
		hd_buf_adds(b, i > from ? sep : "");
		add(b, l->part[i]);
	}
}

static size_t
width(const struct hd_line *l, size_t i)
{
	return i < l->n ? hd_utf8_width(l->part[i]) : 0;
}

static bool
is_opener(const struct hd_line *l)
{
	return hd_keyword_opens(l->keyword);
}

/* The columns of a run of lines that have the same keyword. */
struct run {
	const struct hd_ruletext *t;
	size_t end; /* line behind it */
	size_t widest[2];
};

/* Facts that are given stand below each other, and so do texts. */
static bool
is_fact(const struct hd_line *l)
{
	return l->keyword->form == HD_LINE_GIVEN &&
	       hd_str_find(l->part[0], ".") != NULL;
}

static bool
alike(const struct hd_line *a, const struct hd_line *b)
{
	return a->keyword == b->keyword && is_fact(a) == is_fact(b) &&
	       (a->n == b->n || a->keyword->form != HD_LINE_GIVEN);
}

static void
measure(struct run *run, size_t at)
{
	const struct hd_line *l = &run->t->lines[at];
	size_t w;

	if (at < run->end)
		return;
	run->widest[0] = run->widest[1] = 0;
	for (; at < run->t->n && alike(l, &run->t->lines[at]); at++)
		for (size_t i = 0; i < 2; i++) {
			w = width(&run->t->lines[at], i);
			if (w > run->widest[i] && w <= MAX_PAD)
				run->widest[i] = w;
		}
	run->end = at;
}

/* Parts 0 and 1 in columns, the others as they come. */
static void
columns(struct run *run, size_t at, struct hd_buf *b)
{
	const struct hd_line *l = &run->t->lines[at];
	size_t w;

	measure(run, at);
	for (size_t i = 0; i < 2; i++) {
		add(b, l->part[i]);
		if (i + 1 == l->n)
			return;
		w = run->widest[i];
		pad(b, w > width(l, i) ? w - width(l, i) + 1 : 1);
	}
	join(b, l, 2, " ");
}

/* Not in columns: the lists of values are long. */
static void
dimension(const struct hd_line *l, struct hd_buf *b)
{
	add(b, l->part[0]);
	hd_buf_addc(b, ' ');
	add(b, l->part[1]);
	hd_buf_addc(b, ' ');
	join(b, l, 2, hd_str_eq(l->part[1], "one") ? " < " : " ");
}

static void
given(struct run *run, size_t at, struct hd_buf *b)
{
	const struct hd_line *l = &run->t->lines[at];

	if (l->n != 2) { /* alone, or "is unset" */
		join(b, l, 0, " ");
		return;
	}
	measure(run, at);
	add(b, l->part[0]);
	if (width(l, 0) < run->widest[0])
		pad(b, run->widest[0] - width(l, 0));
	hd_buf_adds(b, " = ");
	add(b, l->part[1]);
}

/* What follows the keyword. */
static void
rest(struct run *run, size_t at, struct hd_buf *b)
{
	const struct hd_line *l = &run->t->lines[at];

	switch (l->keyword->form) {
	case HD_LINE_GIVEN:
		given(run, at, b);
		break;
	case HD_LINE_SET:
		join(b, l, 0, "=");
		break;
	case HD_LINE_LIST:
		join(b, l, 0, ", ");
		break;
	case HD_LINE_ALLOW:
		add(b, l->part[0]);
		hd_buf_adds(b, " until ");
		add(b, l->part[1]);
		hd_buf_adds(b, " because ");
		add(b, l->part[2]);
		break;
	case HD_LINE_DIMENSION:
		dimension(l, b);
		break;
	case HD_LINE_FIELD:
	case HD_LINE_DEFAULT:
		columns(run, at, b);
		break;
	case HD_LINE_REST:
	case HD_LINE_WORDS:
	case HD_LINE_COND:
	case HD_LINE_COMMENT:
	case HD_LINE_TEXT:
	case HD_LINE_BLANK:
		join(b, l, 0, " ");
		break;
	}
}

static void
keyword(const struct hd_line *l, struct hd_buf *b)
{
	struct hd_str name = hd_str(l->keyword->name);
	size_t w = KEYWORD;

	/* a table's two are longer, and one below the other */
	if (hd_str_eq(name, "columns") || hd_str_eq(name, "row"))
		w = strlen("columns");
	if (!is_opener(l))
		pad(b, INDENT);
	add(b, name);
	if (l->n == 0)
		return;
	if (is_opener(l))
		w = 0;
	pad(b, w > name.n ? w - name.n + 1 : 1);
}

static void
print_line(struct run *run, size_t at, struct hd_buf *b)
{
	const struct hd_line *l = &run->t->lines[at];

	switch (l->keyword->form) {
	case HD_LINE_COMMENT:
		pad(b, l->indented ? INDENT : 0);
		hd_buf_addc(b, '#');
		break;
	case HD_LINE_TEXT:
		pad(b, TEXT_AT);
		hd_buf_addc(b, '|');
		break;
	case HD_LINE_GIVEN:
		pad(b, INDENT);
		break;
	default:
		keyword(l, b);
		break;
	}
	rest(run, at, b);
	/* `field = ` of an empty value: the reader cuts these, too */
	while (b->n > 0 && (b->s[b->n - 1] == ' ' || b->s[b->n - 1] == '\t'))
		b->s[--b->n] = '\0';
	hd_buf_addc(b, '\n');
}

static bool
column_one_comment(const struct hd_line *l)
{
	return l->keyword->form == HD_LINE_COMMENT && !l->indented;
}

/*
 * Does a block begin or end before line i?  Comments that stand right above an
 * opener belong to it.
 */
static bool
between_blocks(
    const struct hd_ruletext *t, size_t i, const struct hd_keyword *above)
{
	if (i > 0 && column_one_comment(&t->lines[i - 1]))
		return false;
	while (i < t->n && column_one_comment(&t->lines[i]))
		i++;
	if (i == t->n || !is_opener(&t->lines[i]))
		return false;
	return hd_keyword_block(t->lines[i].keyword) ||
	       (above != NULL && hd_keyword_block(above));
}

void
hd_ruletext_print(const struct hd_ruletext *t, struct hd_buf *b)
{
	const struct hd_keyword *above = NULL; /* the last opener */
	struct run run = { .t = t };
	bool gap = false, first = true;

	for (size_t i = 0; i < t->n; i++) {
		if (t->lines[i].keyword->form == HD_LINE_BLANK) {
			gap = true;
			continue;
		}
		if (!first && (gap || between_blocks(t, i, above)))
			hd_buf_addc(b, '\n');
		print_line(&run, i, b);
		first = gap = false;
		if (is_opener(&t->lines[i]))
			above = t->lines[i].keyword;
	}
}

/* The line of the rule's opener, t->n: there is none. */
static size_t
find_rule(const struct hd_ruletext *t, const char *rule)
{
	const struct hd_line *l;

	for (size_t i = 0; i < t->n; i++) {
		l = &t->lines[i];
		if (l->keyword->place == HD_LINE_OF_RULE && l->n == 1 &&
		    hd_str_eq(l->part[0], rule))
			return i;
	}
	return t->n;
}

int
hd_ruletext_bump(const struct hd_ruletext *t, const char *rule,
    const char *date, struct hd_buf *b, struct hd_err *err)
{
	const struct hd_keyword *review;
	size_t at = find_rule(t, rule), last = at, old = t->n;

	if (at == t->n)
		return hd_err_set(
		    err, HD_EUSAGE, "no rule '%s' in this file", rule);
	review = hd_keyword_find(hd_str("review"), t->lines[at].keyword);
	for (size_t i = at + 1; i < t->n && !is_opener(&t->lines[i]); i++) {
		if (t->lines[i].keyword->form > HD_LINE_COMMENT)
			last = i;
		if (t->lines[i].keyword == review)
			old = i;
	}
	for (size_t i = 0; i < t->n; i++) {
		if (i != old) {
			add(b, t->lines[i].raw);
			hd_buf_addc(b, '\n');
		}
		if (i == (old < t->n ? old : last))
			hd_buf_addf(b, "    review %s\n", date);
	}
	return 0;
}
