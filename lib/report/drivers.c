/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets by page and type: see drivers.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "audit/redact.h"
#include "base/mem.h"
#include "report/drivers.h"

/* A row as it is read: tickets of a page and type with one answer. */
struct row {
	struct hd_str raw, issue;
	int64_t cluster, n, durable;
};

struct reading {
	struct hd_drivers *d;
	struct hd_report *r;
	const struct hd_pagemap *names;
	struct hd_map drivers, pages; /* to indexes */
	struct hd_map answers;	      /* "driver cluster" to index */
	struct answer {
		size_t driver;
		int64_t cluster, given, durable;
	} * v;
	size_t n, cap;
	struct hd_buf name, key, shown;
	bool personal; /* of the row's page */
};

static struct hd_driver *
put(struct hd_arena *arena, struct hd_map *at, struct hd_str key,
    struct hd_driver **v, size_t *n, size_t *cap, const struct reading *g,
    struct hd_str issue)
{
	int64_t *i = hd_map_put(at, key, (int64_t)*n);

	if ((size_t)*i == *n) {
		*v = hd_grow(*v, cap, *n + 1, sizeof(**v));
		(*v)[(*n)++] = (struct hd_driver){
			.page = hd_str_keep(arena, hd_buf_str(&g->name)).p,
			.shown = hd_str_keep(arena, hd_buf_str(&g->shown)).p,
			.issue = hd_str_keep(arena, issue),
			.cluster = -1,
		};
	}
	return &(*v)[*i];
}

/* A mark that stands for more than a number or a host: who it was matters. */
static bool
masked(struct hd_str s)
{
	struct hd_str rest = s, part;

	(void)hd_str_split(&rest, '[', &part);
	while (rest.p != NULL) {
		if (!hd_str_starts(rest, "NUMBER]") &&
		    !hd_str_starts(rest, "LINK]"))
			return true;
		(void)hd_str_split(&rest, '[', &part);
	}
	return false;
}

/* No page that is printed, in SQL or as it is, holds them. */
static bool
controls(struct hd_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ')
			return true;
	return false;
}

/* Part by part: the marks between them are none of a key. */
static void
redact_path(struct hd_redactor *r, struct hd_str path, struct hd_buf *b)
{
	struct hd_str part;

	while (hd_str_split(&path, '/', &part)) {
		hd_redact_label(r, part, false, b);
		if (path.p != NULL)
			hd_buf_addc(b, '/');
	}
}

/* A page as it is shown; a name out of --page-map is the user's own. */
static void
show(struct reading *g, struct hd_str raw)
{
	struct hd_redactor *r = g->r->redactor;
	struct hd_str name = hd_buf_str(&g->name);

	hd_buf_reset(&g->shown);
	redact_path(r, raw, &g->shown);
	g->personal =
	    controls(raw) ||
	    (!g->r->show_text && (masked(hd_buf_str(&g->shown)) ||
				     hd_str_find(raw, "%40") != NULL));
	hd_buf_reset(&g->shown);
	hd_page_normal(&g->shown, raw);
	if (hd_str_same(hd_buf_str(&g->shown), name)) {
		hd_buf_reset(&g->shown);
		if (hd_str_starts(name, "/"))
			redact_path(r, name, &g->shown);
		else
			hd_redact_label(r, name, true, &g->shown);
		g->personal = g->personal || (!g->r->show_text &&
						 masked(hd_buf_str(&g->shown)));
	} else {
		hd_buf_reset(&g->shown);
		hd_buf_add(&g->shown, name.p, name.n);
	}
}

/* Rows of a page follow each other, so a page once added stands last. */
static void
count(struct hd_driver *to, struct hd_arena *arena, const struct row *row)
{
	to->n += row->n;
	if (to->nraw > 0 && hd_str_same(to->raw[to->nraw - 1], row->raw))
		return;
	to->raw = hd_grow(to->raw, &to->rawcap, to->nraw + 1, sizeof(*to->raw));
	to->raw[to->nraw++] = hd_str_keep(arena, row->raw);
}

static void
count_answer(struct reading *g, size_t driver, const struct row *row)
{
	int64_t *i;

	if (row->cluster < 0)
		return;
	hd_buf_reset(&g->key);
	hd_buf_addf(&g->key, "%zu %lld", driver, (long long)row->cluster);
	i = hd_map_put(&g->answers, hd_buf_str(&g->key), (int64_t)g->n);
	if ((size_t)*i == g->n) {
		g->v = hd_grow(g->v, &g->cap, g->n + 1, sizeof(*g->v));
		g->v[g->n++] = (struct answer){ driver, row->cluster, 0, 0 };
	}
	g->v[*i].given += row->n;
	g->v[*i].durable += row->durable;
}

static void
add(struct reading *g, const struct row *row)
{
	struct hd_drivers *d = g->d;
	struct hd_driver *to;

	hd_buf_reset(&g->name);
	hd_pagemap_name(g->names, &g->name, row->raw);
	show(g, row->raw);
	to = put(&d->arena, &g->pages, hd_buf_str(&g->name), &d->pages,
	    &d->npages, &d->pagecap, g, (struct hd_str){ NULL, 0 });
	count(to, &d->arena, row);
	to->personal = to->personal || g->personal;
	hd_buf_reset(&g->key);
	hd_buf_add(&g->key, g->name.s, g->name.n);
	hd_buf_addc(&g->key, '\n');
	hd_buf_add(&g->key, row->issue.p, row->issue.n);
	to = put(&d->arena, &g->drivers, hd_buf_str(&g->key), &d->v, &d->n,
	    &d->cap, g, row->issue);
	count(to, &d->arena, row);
	to->personal = to->personal || g->personal;
	count_answer(g, (size_t)(to - d->v), row);
	d->tickets += row->n;
}

/* The answer that held most often; of equals the one given most often. */
static void
choose_answers(struct reading *g)
{
	for (size_t i = 0; i < g->n; i++) {
		const struct answer *a = &g->v[i];
		struct hd_driver *to = &g->d->v[a->driver];

		/* what was said to one alone is no recurring answer */
		if (a->given < 2 || a->durable < to->durable ||
		    (a->durable == to->durable && a->given <= to->given))
			continue;
		to->cluster = a->cluster;
		to->given = a->given;
		to->durable = a->durable;
	}
}

static int
by_size(const void *pa, const void *pb)
{
	const struct hd_driver *a = pa, *b = pb;
	int order;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	order = strcmp(a->page, b->page);
	return order != 0 ? order : hd_str_cmp(a->issue, b->issue);
}

static int
read_rows(struct reading *g, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/report_pages", err);
	int n = -1;

	if (st != NULL)
		hd_bind_int(st, 1, HD_WIN_PERIOD);
	while (st != NULL && (n = hd_stmt_step(st, err)) == 1) {
		const struct row row = { hd_col_text(st, 0), hd_col_text(st, 1),
			hd_col_index(st, 2), hd_col_int(st, 3),
			(int64_t)hd_col_real(st, 4) };

		add(g, &row);
	}
	hd_stmt_close(st);
	return n;
}

int
hd_drivers_read(struct hd_drivers *d, struct hd_report *r, struct hd_err *err)
{
	struct hd_pagemap names = { 0 };
	struct reading g = { .d = d, .r = r, .names = &names };
	int n =
	    r->page_map == NULL ? 0 : hd_pagemap_read(&names, r->page_map, err);

	*d = (struct hd_drivers){ 0 };
	if (n == 0) /* pages are of no ticket */
		n = hd_redactor_ticket(r->redactor, 0, err);
	if (n == 0)
		n = read_rows(&g, r->db, err);
	choose_answers(&g);
	if (d->n > 0) {
		qsort(d->v, d->n, sizeof(*d->v), by_size);
		qsort(d->pages, d->npages, sizeof(*d->pages), by_size);
	}
	hd_map_release(&g.drivers);
	hd_map_release(&g.pages);
	hd_map_release(&g.answers);
	hd_buf_release(&g.name);
	hd_buf_release(&g.key);
	hd_buf_release(&g.shown);
	free(g.v);
	hd_pagemap_release(&names);
	return n;
}

void
hd_drivers_release(struct hd_drivers *d)
{
	for (size_t i = 0; i < d->n; i++)
		free(d->v[i].raw);
	for (size_t i = 0; i < d->npages; i++)
		free(d->pages[i].raw);
	free(d->v);
	free(d->pages);
	hd_arena_release(&d->arena);
}
