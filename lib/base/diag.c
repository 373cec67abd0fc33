/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of findings and results: see diag.h. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

#define MESSAGE_MAX 4096

const struct hd_check *
hd_check_find(const struct hd_check *checks, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(checks[i].id, id) == 0)
			return &checks[i];
	return NULL;
}

static const char *
keep(struct hd_diags *d, const char *s)
{
	return s != NULL ? hd_arena_memdup(&d->arena, s, strlen(s)) : NULL;
}

static const char *
keepf(struct hd_diags *d, const char *fmt, va_list ap)
{
	char msg[MESSAGE_MAX];

	(void)vsnprintf(msg, sizeof(msg), fmt, ap);
	return keep(d, msg);
}

static struct hd_place
keep_place(struct hd_diags *d, struct hd_place at)
{
	at.file = keep(d, at.file);
	return at;
}

struct hd_diag *
hd_diag_add(struct hd_diags *d, const struct hd_check *check,
    struct hd_place at, const char *fmt, ...)
{
	struct hd_diag *g;
	va_list ap;

	d->v = hd_grow(d->v, &d->cap, d->n + 1, sizeof(*d->v));
	g = &d->v[d->n++];
	*g = (struct hd_diag){ .id = check->id,
		.severity = check->severity,
		.proof = check->proof,
		.observed = -1,
		.at = keep_place(d, at) };
	va_start(ap, fmt);
	g->message = keepf(d, fmt, ap);
	va_end(ap);
	return g;
}

void
hd_diag_relate(struct hd_diags *d, struct hd_place at, const char *fmt, ...)
{
	struct hd_diag *g = &d->v[d->n - 1];
	struct hd_related *r;
	va_list ap;

	r = hd_arena_alloc(&d->arena, (g->nrelated + 1) * sizeof(*r));
	if (g->nrelated > 0)
		memcpy(r, g->related, g->nrelated * sizeof(*r));
	g->related = r;
	r += g->nrelated++;
	r->at = keep_place(d, at);
	va_start(ap, fmt);
	r->message = keepf(d, fmt, ap);
	va_end(ap);
}

void
hd_result_add(struct hd_diags *d, const struct hd_result *r)
{
	struct hd_result *to;

	d->results = hd_grow(
	    d->results, &d->results_cap, d->nresults + 1, sizeof(*d->results));
	to = &d->results[d->nresults++];
	*to = *r;
	to->name = keep(d, r->name);
	to->at = keep_place(d, r->at);
	to->message = keep(d, r->message);
	to->got = keep(d, r->got);
	to->want = keep(d, r->want);
	to->rule = keep(d, r->rule);
}

static int
compare(const void *a, const void *b)
{
	const struct hd_diag *x = a, *y = b;
	int c = strcmp(x->at.file, y->at.file);

	if (c != 0)
		return c;
	if (x->at.line != y->at.line)
		return x->at.line < y->at.line ? -1 : 1;
	if (x->at.col != y->at.col)
		return x->at.col < y->at.col ? -1 : 1;
	c = strcmp(x->id, y->id);
	if (c == 0)
		c = strcmp(x->message, y->message);
	return c;
}

void
hd_diags_sort(struct hd_diags *d)
{
	if (d->n > 0)
		qsort(d->v, d->n, sizeof(*d->v), compare);
}

void
hd_diags_unique(struct hd_diags *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		if (n == 0 || compare(&d->v[n - 1], &d->v[i]) != 0)
			d->v[n++] = d->v[i];
	d->n = n;
}

void
hd_diags_release(struct hd_diags *d)
{
	free(d->v);
	free(d->results);
	hd_arena_release(&d->arena);
	*d = (struct hd_diags)HD_DIAGS_INIT;
}
