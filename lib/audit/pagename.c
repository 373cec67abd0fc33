/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are counted as: see pagename.h. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/pagename.h"
#include "base/utf8.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * Is it the number or key of a record?  All digits; or between its marks a run
 * with two digits, as keys have, or a long one with any; "step-2" and "v2" are
 * names, "po_88213" and "summer-2026" one of many.
 */
static bool
is_key(struct hd_str part)
{
	size_t run = 0, digits = 0, all = 0;

	for (size_t i = 0; i <= part.n; i++) {
		bool ends = i == part.n || strchr("-_.~:", part.p[i]) != NULL;

		if (!ends) {
			run++;
			digits += digit(part.p[i]);
			all += digit(part.p[i]);
			if (part.p[i] == '@')
				return true;
			continue;
		}
		if (digits >= 2 || (digits > 0 && run >= 8))
			return true;
		run = digits = 0;
	}
	return all > 0 && all == part.n;
}

/* Without scheme, query and fragment; has it a host? */
static struct hd_str
address(struct hd_str page, bool *host)
{
	const char *scheme;
	size_t n;

	page = hd_str_trim(page);
	for (n = 0; n < page.n && page.p[n] != '?' && page.p[n] != '#'; n++)
		;
	page.n = n;
	scheme = hd_str_find(page, "://");
	*host = scheme != NULL;
	if (scheme != NULL) {
		page.n -= (size_t)(scheme + 3 - page.p);
		page.p = scheme + 3;
	}
	return page;
}

/* A page may be known by its name instead. */
static bool
is_path(struct hd_str s, bool host)
{
	return host || (s.n > 0 && s.p[0] == '/');
}

static void
without_host(struct hd_str *s)
{
	struct hd_str host;

	(void)hd_str_split(s, '/', &host);
	if (s->p == NULL)
		*s = hd_str("");
}

void
hd_page_normal(struct hd_buf *b, struct hd_str page)
{
	bool host, any = false;
	struct hd_str rest = address(page, &host), part;

	if (!is_path(rest, host)) {
		hd_utf8_lower(b, hd_str_trim(page));
		return;
	}
	/* what stands before the first '/' is the host, or nothing */
	without_host(&rest);
	while (hd_str_split(&rest, '/', &part)) {
		if (part.n == 0)
			continue;
		any = true;
		hd_buf_addc(b, '/');
		if (is_key(part))
			hd_buf_addc(b, '*');
		else
			hd_utf8_lower(b, part);
	}
	if (!any)
		hd_buf_addc(b, '/');
}

/* The next part that is not empty. */
static bool
next_part(struct hd_str *rest, struct hd_str *part)
{
	while (hd_str_split(rest, '/', part))
		if (part->n > 0)
			return true;
	return false;
}

static bool
begins(struct hd_str page, struct hd_str prefix)
{
	struct hd_str want, part;

	while (next_part(&prefix, &want))
		if (!next_part(&page, &part) ||
		    (!hd_str_eq(want, "*") && !hd_str_same(want, part)))
			return false;
	return true;
}

/* A row of the file. */
struct row {
	struct hd_buf cell[2];
	size_t n;
};

static void
on_cell(void *cell, size_t n, void *ctx)
{
	struct row *r = ctx;

	if (r->n < 2)
		hd_buf_add(&r->cell[r->n], cell, n);
	r->n++;
}

static int
add_row(
    struct hd_pagemap *m, const struct row *r, bool first, struct hd_err *err)
{
	struct hd_str prefix = hd_str_trim(hd_buf_str(&r->cell[0]));
	struct hd_str name = hd_str_trim(hd_buf_str(&r->cell[1]));
	struct hd_buf b = HD_BUF_INIT;
	bool host;

	if (r->n == 0 || (r->n == 1 && prefix.n == 0) ||
	    (first && hd_str_ieq(prefix, "prefix")))
		return 0;
	if (r->n != 2 || prefix.n == 0 || name.n == 0)
		return hd_err_set(err, HD_EUSAGE, "not 'prefix,name'");
	hd_utf8_lower(&b, address(prefix, &host));
	m->v = hd_grow(m->v, &m->cap, m->n + 1, sizeof(*m->v));
	m->v[m->n].prefix = hd_str_keep(&m->arena, hd_buf_str(&b));
	m->v[m->n++].name = hd_str_keep(&m->arena, name);
	hd_buf_release(&b);
	return 0;
}

static int
read_rows(struct hd_pagemap *m, FILE *f, const char *path, struct hd_err *err)
{
	struct row row = { { HD_BUF_INIT, HD_BUF_INIT }, 0 };
	struct csv_parser p;
	char *line = NULL;
	size_t cap = 0, number = 0;
	ssize_t n;
	int r = 0;

	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return hd_err_set(err, HD_ESYS, "out of memory");
	while (r == 0 && (n = getline(&line, &cap, f)) >= 0) {
		row.n = 0;
		hd_buf_reset(&row.cell[0]);
		hd_buf_reset(&row.cell[1]);
		number++;
		if (csv_parse(&p, line, (size_t)n, on_cell, NULL, &row) !=
			(size_t)n ||
		    csv_fini(&p, on_cell, NULL, &row) != 0)
			r = hd_err_set(err, HD_EUSAGE, "bad CSV");
		else
			r = add_row(m, &row, number == 1, err);
	}
	if (r == 0 && ferror(f))
		r = hd_err_sys(err, "cannot read");
	csv_free(&p);
	free(line);
	hd_buf_release(&row.cell[0]);
	hd_buf_release(&row.cell[1]);
	return r == 0 ? 0 : hd_err_in(err, "%s:%zu", path, number);
}

static int
longest(const void *pa, const void *pb)
{
	const struct hd_pageprefix *a = pa, *b = pb;

	return a->prefix.n != b->prefix.n ? (a->prefix.n > b->prefix.n ? -1 : 1)
					  : hd_str_cmp(a->prefix, b->prefix);
}

int
hd_pagemap_read(struct hd_pagemap *m, const char *path, struct hd_err *err)
{
	FILE *f = fopen(path, "r");
	int r;

	memset(m, 0, sizeof(*m));
	if (f == NULL) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	r = read_rows(m, f, path, err);
	(void)fclose(f);
	if (m->n > 0)
		qsort(m->v, m->n, sizeof(*m->v), longest);
	return r;
}

void
hd_pagemap_release(struct hd_pagemap *m)
{
	free(m->v);
	hd_arena_release(&m->arena);
	memset(m, 0, sizeof(*m));
}

void
hd_pagemap_name(
    const struct hd_pagemap *m, struct hd_buf *b, struct hd_str page)
{
	struct hd_buf low = HD_BUF_INIT;
	struct hd_str with, path;
	const struct hd_pageprefix *is = NULL;
	bool host;

	hd_utf8_lower(&low, address(page, &host));
	path = with = hd_buf_str(&low);
	if (host)
		without_host(&path);
	for (size_t i = 0; i < m->n && is == NULL; i++)
		if (begins(m->v[i].prefix.p[0] == '/' ? path : with,
			m->v[i].prefix))
			is = &m->v[i];
	if (is != NULL)
		hd_buf_add(b, is->name.p, is->name.n);
	else
		hd_page_normal(b, page);
	hd_buf_release(&low);
}
