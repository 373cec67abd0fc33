/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage as tables: see coverage.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/coverage.h"
#include "base/mem.h"

#define WIDTH 80

struct sources {
	struct hd_cover *v;
	size_t n, cap;
};

static void
copy(char *to, size_t size, struct hd_str s)
{
	size_t n = s.n < size - 1 ? s.n : size - 1;

	memcpy(to, s.p, n);
	to[n] = '\0';
}

static int
read_sources(struct hd_db *db, struct sources *all, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/field_coverage", err);
	struct hd_cover_field *f;
	struct hd_cover *c = NULL;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		if (c == NULL || !hd_str_eq(hd_col_text(st, 0), c->source)) {
			all->v = hd_grow(
			    all->v, &all->cap, all->n + 1, sizeof(*all->v));
			c = &all->v[all->n++];
			memset(c, 0, sizeof(*c));
			copy(c->source, sizeof(c->source), hd_col_text(st, 0));
			copy(c->vendor, sizeof(c->vendor), hd_col_text(st, 1));
			c->tickets = hd_col_int(st, 4);
		}
		if (c->n == HD_COVER_FIELDS)
			continue;
		f = &c->fields[c->n++];
		copy(f->name, sizeof(f->name), hd_col_text(st, 2));
		f->filled = hd_col_int(st, 3);
	}
	hd_stmt_close(st);
	return r;
}

/* The checks of the sources that have tickets. */
static int
read_checks(struct hd_db *db, struct sources *all, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/state_checks", err);
	struct hd_cover_check *k;
	struct hd_cover *c;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1)
		for (size_t i = 0; i < all->n; i++) {
			c = &all->v[i];
			if (!hd_str_eq(hd_col_text(st, 0), c->source) ||
			    c->nchecks == HD_COVER_CHECKS)
				continue;
			k = &c->checks[c->nchecks++];
			copy(k->name, sizeof(k->name), hd_col_text(st, 1));
			k->x = hd_col_int(st, 2);
			k->n = hd_col_int(st, 3);
		}
	hd_stmt_close(st);
	return r;
}

/* --- one table, for programs ---------------------------------------------- */

/* x of n under a name. */
static void
count_row(struct hd_table *t, const struct hd_cover *c, const char *item,
    const char *name, int64_t x, int64_t n, const char *note)
{
	hd_table_cstr(t, c->source);
	hd_table_cstr(t, item);
	hd_table_cstr(t, name);
	hd_table_cstr(t, NULL);
	hd_table_int(t, x);
	hd_table_int(t, n);
	if (n > 0)
		hd_table_real(t, (double)x / (double)n, 6);
	else
		hd_table_cstr(t, NULL);
	hd_table_cstr(t, note);
	hd_table_row(t);
}

static const char *
status_of(const struct hd_need *need)
{
	return need->status != NULL ? need->status : "MEASURED";
}

static void
metric_row(
    struct hd_table *t, const struct hd_cover *c, const struct hd_need *need)
{
	struct hd_buf set = HD_BUF_INIT, missing = HD_BUF_INIT;
	bool met = hd_need_met(need, c, &set, &missing);

	hd_table_cstr(t, c->source);
	hd_table_cstr(t, "metric");
	hd_table_cstr(t, need->metric);
	hd_table_cstr(t, met ? status_of(need) : "NOT-MEASURABLE");
	for (int i = 0; i < 3; i++)
		hd_table_cstr(t, NULL);
	if (!met) {
		hd_buf_reset(&set);
		hd_buf_addf(&set, "lacks %s", hd_buf_cstr(&missing));
	}
	hd_table_text(t, hd_buf_str(&set));
	hd_table_row(t);
	hd_buf_release(&set);
	hd_buf_release(&missing);
}

static void
source_rows(struct hd_table *t, const struct hd_cover *c)
{
	for (size_t k = 0; k < c->n; k++)
		count_row(t, c, "field", c->fields[k].name, c->fields[k].filled,
		    c->tickets,
		    c->fields[k].filled > 0 ? NULL
					    : hd_cover_advice(c->vendor,
						  hd_str(c->fields[k].name)));
	for (const struct hd_need *n = hd_needs; n->metric != NULL; n++)
		metric_row(t, c, n);
	for (size_t k = 0; k < c->nchecks; k++)
		count_row(t, c, "check", c->checks[k].name, c->checks[k].x,
		    c->checks[k].n, NULL);
}

static int
one_table(const struct sources *all, struct hd_out *out, enum hd_format f,
    const char *columns, struct hd_err *err)
{
	static const char *const names[] = { "source", "item", "name", "status",
		"filled", "of", "share", "note" };
	struct hd_table t;

	if (hd_table_begin(&t, out, f, names, 8, columns, true, err) != 0)
		return -1;
	for (size_t i = 0; i < all->n; i++)
		source_rows(&t, &all->v[i]);
	hd_table_end(&t);
	return 0;
}

/* --- a column a source, for people ---------------------------------------- */

static int
begin_wide(const struct sources *all, const char *first, const char **names,
    struct hd_table *t, struct hd_out *out, enum hd_format f,
    struct hd_err *err)
{
	names[0] = first;
	for (size_t i = 0; i < all->n; i++)
		names[i + 1] = all->v[i].source;
	return hd_table_begin(t, out, f, names, all->n + 1, NULL, true, err);
}

static int
wide_fields(const struct sources *all, const char **names, struct hd_out *out,
    enum hd_format f, struct hd_err *err)
{
	struct hd_table t;
	char cell[32];

	if (begin_wide(all, "field filled", names, &t, out, f, err) != 0)
		return -1;
	for (size_t k = 0; k < all->v[0].n; k++) {
		hd_table_cstr(&t, all->v[0].fields[k].name);
		for (size_t i = 0; i < all->n; i++) {
			const struct hd_cover *c = &all->v[i];

			(void)snprintf(cell, sizeof(cell), "%.1f %%",
			    100.0 * (double)c->fields[k].filled /
				(double)c->tickets);
			hd_table_cstr(
			    &t, c->fields[k].filled > 0 ? cell : NULL);
		}
		hd_table_row(&t);
	}
	hd_table_end(&t);
	return 0;
}

static int
wide_metrics(const struct sources *all, const char **names, struct hd_out *out,
    enum hd_format f, struct hd_err *err)
{
	struct hd_buf set = HD_BUF_INIT, missing = HD_BUF_INIT;
	struct hd_table t;

	if (begin_wide(all, "metric", names, &t, out, f, err) != 0)
		return -1;
	for (const struct hd_need *n = hd_needs; n->metric != NULL; n++) {
		hd_table_cstr(&t, n->metric);
		for (size_t i = 0; i < all->n; i++)
			hd_table_cstr(
			    &t, hd_need_met(n, &all->v[i], &set, &missing)
				    ? status_of(n)
				    : "NOT-MEASURABLE");
		hd_table_row(&t);
	}
	hd_table_end(&t);
	hd_buf_release(&set);
	hd_buf_release(&missing);
	return 0;
}

static int
wide_checks(const struct sources *all, const char **names, struct hd_out *out,
    enum hd_format f, struct hd_err *err)
{
	struct hd_table t;
	char cell[64];

	if (begin_wide(all, "check", names, &t, out, f, err) != 0)
		return -1;
	for (size_t k = 0; k < all->v[0].nchecks; k++) {
		hd_table_cstr(&t, all->v[0].checks[k].name);
		for (size_t i = 0; i < all->n; i++) {
			const struct hd_cover_check *c = &all->v[i].checks[k];

			(void)snprintf(cell, sizeof(cell), "%lld of %lld",
			    (long long)c->x, (long long)c->n);
			hd_table_cstr(&t, c->n > 0 ? cell : NULL);
		}
		hd_table_row(&t);
	}
	hd_table_end(&t);
	return 0;
}

static bool
among(struct hd_str list, const char *name)
{
	struct hd_str one;

	while (hd_str_split(&list, '+', &one))
		if (hd_str_eq(one, name))
			return true;
	return false;
}

static int64_t
count(const struct hd_cover *c, const char *field)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->fields[i].name, field) == 0)
			return c->fields[i].filled;
	return 0;
}

/* Words in lines of WIDTH bytes; the first line is indented by n. */
static void
wrap(struct hd_out *out, size_t n, struct hd_str text)
{
	struct hd_str word;
	size_t at = n;

	hd_out_addf(out, "%*s", (int)n, "");
	while (hd_str_split(&text, ' ', &word)) {
		if (at > n && at + 1 + word.n > WIDTH) {
			n = at = 4;
			hd_out_addf(out, "\n%*s", (int)n, "");
		} else if (at > n) {
			hd_out_adds(out, " ");
			at++;
		}
		hd_out_addf(out, "%.*s", (int)word.n, word.p);
		at += word.n;
	}
	hd_out_adds(out, "\n");
}

/* Of a field that lacks: how to get it, and what it is for. */
static void
advise(const struct hd_cover *c, const char *field, struct hd_out *out)
{
	struct hd_buf set = HD_BUF_INIT, missing = HD_BUF_INIT;
	struct hd_buf wanted = HD_BUF_INIT;

	for (const struct hd_need *n = hd_needs; n->metric != NULL; n++)
		if (!hd_need_met(n, c, &set, &missing) &&
		    among(hd_buf_str(&missing), field))
			hd_buf_addf(&wanted, "%s%s", wanted.n > 0 ? ", " : "",
			    n->metric);
	if (strcmp(field, "ai_conversations") == 0 && count(c, field) == 0 &&
	    hd_cover_advice(c->vendor, hd_str(field)) != NULL)
		hd_buf_adds(&wanted, "the share that AI resolved alone");
	if (wanted.n > 0) {
		hd_buf_reset(&set);
		hd_buf_addf(
		    &set, "%s lacks %s, for %s:", c->source, field, wanted.s);
		wrap(out, 0, hd_buf_str(&set));
		wrap(out, 4, hd_str(hd_cover_advice(c->vendor, hd_str(field))));
	}
	hd_buf_release(&set);
	hd_buf_release(&missing);
	hd_buf_release(&wanted);
}

static int
for_people(struct sources *all, struct hd_out *out, enum hd_format f,
    struct hd_err *err)
{
	const char **names;
	size_t n = 0;
	int r;

	/* a source of accounts alone has nothing to cover */
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].tickets > 0)
			all->v[n++] = all->v[i];
	all->n = n;
	if (n == 0)
		return 0;
	names = hd_xcalloc(n + 1, sizeof(*names));
	r = wide_fields(all, names, out, f, err);
	hd_out_adds(out, "\n");
	if (r == 0)
		r = wide_metrics(all, names, out, f, err);
	hd_out_adds(out, "\n");
	if (r == 0)
		r = wide_checks(all, names, out, f, err);
	free(names);
	hd_out_adds(out, "\n");
	for (size_t i = 0; i < n && r == 0; i++)
		for (size_t k = 0; k < all->v[i].n; k++)
			advise(&all->v[i], all->v[i].fields[k].name, out);
	return r;
}

int
hd_cover_print(struct hd_db *db, struct hd_out *out, enum hd_format f,
    const char *columns, struct hd_err *err)
{
	struct sources all = { 0 };
	int r = read_sources(db, &all, err);

	if (r == 0)
		r = read_checks(db, &all, err);
	if (r == 0)
		r = columns == NULL && (f == HD_FMT_TABLE || f == HD_FMT_MD)
			? for_people(&all, out, f, err)
			: one_table(&all, out, f, columns, err);
	free(all.v);
	return r;
}
