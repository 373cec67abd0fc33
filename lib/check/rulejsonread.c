/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON to lines of a rule file: see rulejson.h.  What was read is printed and
 * read again at the end: a string that would be another line, or another word,
 * shows there.
 */
#include <string.h>

#include "check/rulejson.h"
#include "check/rulejson_int.h"

struct reader {
	struct hd_ruletext *t;
	struct hd_buf path;
	struct hd_err *err;
};

static int
wrong(const struct reader *r, const char *what)
{
	return hd_err_set(r->err, HD_EUSAGE, "%.300s: %s",
	    r->path.n > 0 ? r->path.s : "the document", what);
}

/* Go down to a member or an element; what it returns leads back up. */
static size_t
enter(struct reader *r, struct hd_str key)
{
	size_t up = r->path.n;

	if (up > 0)
		hd_buf_addc(&r->path, '.');
	hd_buf_add(&r->path, key.p, key.n);
	return up;
}

static void
leave(struct reader *r, size_t up)
{
	r->path.n = up;
	if (r->path.s != NULL)
		r->path.s[up] = '\0';
}

static int
string(struct reader *r, const struct hd_json *j, struct hd_str *to)
{
	if (j->type != HD_JSTR)
		return wrong(r, "must be a string");
	*to = hd_str_keep(&r->t->arena, j->s);
	return 0;
}

/* The strings of an array into part[0..]. */
static int
strings(struct reader *r, const struct hd_json *j, struct hd_str *part)
{
	size_t i = 0, up = r->path.n;

	if (j->type != HD_JARR)
		return wrong(r, "must be an array of strings");
	for (j = j->child; j != NULL; j = j->next, i++) {
		hd_buf_addf(&r->path, "[%zu]", i);
		if (string(r, j, &part[i]) < 0)
			return -1;
		leave(r, up);
	}
	return 0;
}

/* A flag that is set is parts of the line. */
static int
flag(struct reader *r, const struct hd_json *m, const struct hd_jsonform *f,
    struct hd_line *l)
{
	if (m->type != HD_JBOOL)
		return wrong(r, "must be true or false");
	for (size_t i = 0; i < 2 && hd_json_true(m); i++)
		if (f->flag_parts[i] != NULL)
			l->part[l->n++] = hd_str(f->flag_parts[i]);
	return 0;
}

static int
one_member(struct reader *r, const struct hd_json *m,
    const struct hd_jsonform *f, struct hd_line *l)
{
	for (size_t i = 0; i < f->n; i++)
		if (hd_str_eq(m->key, f->members[i]))
			return l->part[i].p == NULL ? string(r, m, &l->part[i])
						    : wrong(r, "twice");
	/* of what may follow there is one */
	if (l->n > f->n)
		return wrong(r, "not beside the others");
	if (f->rest != NULL && hd_str_eq(m->key, f->rest)) {
		l->n += m->count;
		return strings(r, m, l->part + f->n);
	}
	if (f->more != NULL && hd_str_eq(m->key, f->more))
		return string(r, m, &l->part[l->n++]);
	if (f->flag != NULL && hd_str_eq(m->key, f->flag))
		return flag(r, m, f, l);
	return wrong(r, "unknown member");
}

/* The values of a field or a dimension are counted before they are read. */
static size_t
room(const struct hd_json *j, const struct hd_jsonform *f)
{
	const struct hd_json *rest =
	    f->rest != NULL ? hd_json_get(j, f->rest) : NULL;

	return f->n + 2 + (rest != NULL ? rest->count : 0);
}

static int
object(struct reader *r, const struct hd_json *j, struct hd_line *l)
{
	const struct hd_jsonform *f = hd_jsonform(l->keyword->form);
	size_t up, n;

	if (j->type != HD_JOBJ)
		return wrong(r, "must be an object");
	n = room(j, f);
	l->part = hd_arena_alloc(&r->t->arena, n * sizeof(*l->part));
	memset(l->part, 0, n * sizeof(*l->part));
	l->n = f->n;
	for (const struct hd_json *m = j->child; m != NULL; m = m->next) {
		up = enter(r, m->key);
		if (one_member(r, m, f, l) < 0)
			return -1;
		leave(r, up);
	}
	for (size_t i = 0; i < f->n; i++)
		if (l->part[i].p == NULL) {
			(void)enter(r, hd_str(f->members[i]));
			return wrong(r, "missing");
		}
	return 0;
}

/* The value of the member that names the line. */
static int
value(struct reader *r, const struct hd_json *j, struct hd_line *l)
{
	const struct hd_keyword *k = l->keyword;

	switch (k->form) {
	case HD_LINE_BLANK:
		return hd_json_true(j) ? 0 : wrong(r, "must be true");
	case HD_LINE_COMMENT:
	case HD_LINE_TEXT:
	case HD_LINE_REST:
		if (k->form == HD_LINE_REST && j->type == HD_JNULL)
			return 0;
		l->part = hd_arena_alloc(&r->t->arena, sizeof(*l->part));
		l->n = 1;
		return string(r, j, l->part);
	case HD_LINE_WORDS:
	case HD_LINE_LIST:
		l->n = j->count;
		l->part = hd_arena_alloc(
		    &r->t->arena, (j->count + 1) * sizeof(*l->part));
		return strings(r, j, l->part);
	default:
		return object(r, j, l);
	}
}

static int read_lines(
    struct reader *r, const struct hd_json *j, const struct hd_keyword *block);

/* What may stand beside the keyword. */
static int
beside(struct reader *r, const struct hd_json *m, size_t at)
{
	struct hd_line *l = &r->t->lines[at];

	if (hd_keyword_block(l->keyword) && hd_str_eq(m->key, "lines"))
		return read_lines(r, m, l->keyword);
	if (l->keyword->form == HD_LINE_COMMENT &&
	    hd_str_eq(m->key, "indented") && m->type == HD_JBOOL) {
		l->indented = hd_json_true(m);
		return 0;
	}
	return wrong(r, "unknown member");
}

/* The member that says what the line is, wherever it stands. */
static const struct hd_json *
keyword_member(const struct hd_json *j)
{
	const struct hd_json *m = j->type == HD_JOBJ ? j->child : NULL;

	while (m != NULL &&
	       (hd_str_eq(m->key, "lines") || hd_str_eq(m->key, "indented")))
		m = m->next;
	return m;
}

static int
read_line(
    struct reader *r, const struct hd_json *j, const struct hd_keyword *block)
{
	const struct hd_json *name = keyword_member(j);
	const struct hd_keyword *k;
	struct hd_line *l;
	size_t up, at = r->t->n;
	int st;

	if (name == NULL)
		return wrong(r, "must be an object with a keyword");
	up = enter(r, name->key);
	k = hd_keyword_find(name->key, block);
	if (k == NULL)
		return wrong(r, "unknown keyword");
	l = hd_ruletext_add(r->t, k);
	l->indented = block != NULL && k->place != HD_LINE_ANYWHERE;
	if (value(r, name, l) < 0)
		return -1;
	leave(r, up);
	for (const struct hd_json *m = j->child; m != NULL; m = m->next) {
		up = enter(r, m->key);
		st = m != name ? beside(r, m, at) : 0;
		if (st < 0)
			return -1;
		leave(r, up);
	}
	return 0;
}

static int
read_lines(
    struct reader *r, const struct hd_json *j, const struct hd_keyword *block)
{
	size_t i = 0, up = r->path.n;

	if (j->type != HD_JARR)
		return wrong(r, "must be an array");
	for (j = j->child; j != NULL; j = j->next, i++) {
		hd_buf_addf(&r->path, "[%zu]", i);
		if (read_line(r, j, block) < 0)
			return -1;
		leave(r, up);
	}
	return 0;
}

static bool
same_line(const struct hd_line *a, const struct hd_line *b)
{
	if (a->keyword != b->keyword || a->indented != b->indented ||
	    a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!hd_str_same(a->part[i], b->part[i]))
			return false;
	return true;
}

/* The next line that is not blank; t->n: none. */
static size_t
next_line(const struct hd_ruletext *t, size_t i)
{
	while (i < t->n && t->lines[i].keyword->form == HD_LINE_BLANK)
		i++;
	return i;
}

/* Printed and read again, it must be the same lines. */
static int
holds(const struct reader *r)
{
	struct hd_ruletext back = HD_RULETEXT_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	size_t i, k;
	int st;

	hd_ruletext_print(r->t, &b);
	st = hd_ruletext_read(&back, hd_buf_str(&b), "as a rule file", &err);
	if (st != 0)
		*r->err = err;
	i = next_line(r->t, 0);
	k = next_line(&back, 0);
	while (st == 0 && i < r->t->n && k < back.n &&
	       same_line(&r->t->lines[i], &back.lines[k])) {
		i = next_line(r->t, i + 1);
		k = next_line(&back, k + 1);
	}
	if (st == 0 && (i < r->t->n || k < back.n))
		st = hd_err_set(r->err, HD_EUSAGE,
		    "as a rule file, line %zu would not say the same", k + 1);
	hd_ruletext_release(&back);
	hd_buf_release(&b);
	return st;
}

int
hd_rulejson_read(
    struct hd_ruletext *t, const struct hd_json *j, struct hd_err *err)
{
	struct reader r = { t, HD_BUF_INIT, err };
	const struct hd_json *m;
	size_t up;
	int st = 0;

	if (j->type != HD_JOBJ || hd_json_get(j, "lines") == NULL)
		st = wrong(&r, "must be an object with \"lines\"");
	for (m = st == 0 ? j->child : NULL; m != NULL && st == 0; m = m->next) {
		up = enter(&r, m->key);
		if (hd_str_eq(m->key, "lines"))
			st = read_lines(&r, m, NULL);
		else if (!hd_str_eq(m->key, "$schema"))
			st = wrong(&r, "unknown member");
		if (st == 0)
			leave(&r, up);
	}
	if (st == 0)
		st = holds(&r);
	hd_buf_release(&r.path);
	return st;
}
