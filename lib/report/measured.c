/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Metrics as figures of a document: see measured.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "metrics/measure.h"
#include "report/measured.h"
#include "store/ladder.h"

#define KEYS 20 /* named under a figure */

/* What tickets a figure is of: asked when it is known to be used. */
struct hd_reportkeys {
	size_t fig;
	const struct hd_metric *metric;
	enum hd_reportwin win;
	const char *by;	     /* the doc's */
	struct hd_str value; /* the doc's */
};

struct state {
	struct hd_report *r;
	enum hd_reportwin win;
	struct hd_reportparts *parts; /* NULL: not split */
	size_t fig;
};

const char *
hd_report_unit(enum hd_unit unit)
{
	static const char *const words[] = { "share", "seconds", "cents",
		"ratio", "score" };

	return words[unit];
}

static const struct hd_docspan *
span_of(const struct hd_report *r, enum hd_reportwin win)
{
	return win == HD_WIN_BEFORE ? &r->before : &r->period;
}

static const char *
why(const struct hd_report *r, const struct hd_metric *m,
    const struct hd_figure *f, char text[64])
{
	switch (f->status) {
	case HD_NOT_MEASURABLE:
		return m->needs;
	case HD_IMMATURE:
		return "no ticket is old enough yet";
	case HD_SUPPRESSED:
		(void)snprintf(text, 64, "of fewer than %lld tickets",
		    (long long)r->min_n);
		return text;
	case HD_INCOMPATIBLE: /* hd_measure_mixed() */
		return "handle times are of several kinds";
	default:
		return NULL;
	}
}

/* A word that a shell and SQL take as it is. */
static bool
plain(struct hd_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY"
			   "Z0123456789-_. /",
			s.p[i]) == NULL)
			return false;
	return s.p != NULL;
}

/* The command that lists the tickets; nothing where no command does. */
static void
add_list(struct hd_buf *b, const struct state *s, const struct hd_metric *m,
    const char *by, struct hd_str value)
{
	const struct hd_docspan *span = span_of(s->r, s->win);
	char since[HD_TIME_TEXT], until[HD_TIME_TEXT];
	bool month =
	    strlen(span->name) == 7 && span->name[4] == '-' && !s->r->own_zone;

	if (by != NULL &&
	    (!plain(value) || strcmp(by, "segment") == 0 ||
		strcmp(by, "week") == 0 || strcmp(by, "month") == 0))
		return;
	hd_buf_addf(b, "hs-metrics tickets %s ", m->name);
	if (month)
		hd_buf_addf(b, "--month %s", span->name);
	else
		hd_buf_addf(b, "--since %s --until %s",
		    hd_time_iso(span->since, since),
		    hd_time_iso(span->until, until));
	if (by != NULL)
		hd_buf_addf(b, " -w \"%s='%.*s'\"", by, (int)value.n, value.p);
}

/* Remember of what tickets it is. */
static void
remember(struct state *s, const struct hd_metric *m, const char *by,
    struct hd_str value)
{
	struct hd_report *r = s->r;
	struct hd_arena *a = &r->doc.arena;

	r->keys = hd_grow(r->keys, &r->capkeys, r->nkeys + 1, sizeof(*r->keys));
	r->keys[r->nkeys++] = (struct hd_reportkeys){ s->fig, m, s->win,
		hd_str_keep(a, hd_str(by)).p, hd_str_keep(a, value) };
	if (s->parts == NULL)
		return;
	s->parts->v = hd_grow(
	    s->parts->v, &s->parts->cap, s->parts->n + 1, sizeof(*s->parts->v));
	s->parts->v[s->parts->n++] =
	    (struct hd_reportpart){ r->keys[r->nkeys - 1].value, s->fig };
}

static void
give(void *ctx, const struct hd_metric *m, const struct hd_figure *f,
    const char *by, struct hd_str value)
{
	struct state *s = ctx;
	const struct hd_docspan *span = span_of(s->r, s->win);
	const struct hd_window w = { span->since, span->until, HD_BY_CREATED,
		NULL, false };
	struct hd_buf query = HD_BUF_INIT, list = HD_BUF_INIT;
	struct hd_docfig d = { .f = *f,
		.title = m->title,
		.unit = hd_report_unit(m->unit),
		.sources = m->sources };
	char text[64];

	if (strcmp(f->metric, m->name) != 0)
		return; /* the design effect, beside it */
	hd_ladder_query(
	    &query, m->name, m->kind == HD_KIND_MEDIAN, by, value, &w);
	add_list(&list, s, m, by, value);
	d.why = why(s->r, m, f, text);
	d.query = hd_buf_str(&query);
	if (list.n > 0)
		d.list = hd_buf_str(&list);
	s->fig = hd_doc_figure(&s->r->doc, &d);
	remember(s, m, by, value);
	hd_buf_release(&query);
	hd_buf_release(&list);
}

static int
measure(struct state *s, const char *metric, const char *by, struct hd_err *err)
{
	const struct hd_metric *m = hd_metric_find(metric);
	char prefix[48];
	struct hd_measure how = { .db = s->r->db,
		.win = (int)s->win,
		.min_n = s->r->min_n,
		.give = give,
		.ctx = s };

	if (m == NULL)
		return hd_err_set(err, HD_EUSAGE, "no metric '%s'", metric);
	if (s->win == HD_WIN_BEFORE) {
		(void)snprintf(
		    prefix, sizeof(prefix), "period=%s", s->r->before.name);
		how.prefix = prefix;
	}
	return hd_measure(&how, m, by, err);
}

int
hd_report_metric(struct hd_report *r, const char *metric, enum hd_reportwin win,
    size_t *fig, struct hd_err *err)
{
	struct state s = { r, win, NULL, HD_DOC_NONE };
	int n = measure(&s, metric, NULL, err);

	*fig = s.fig;
	return n;
}

int
hd_report_split(struct hd_report *r, const char *metric, enum hd_reportwin win,
    const char *by, struct hd_reportparts *parts, struct hd_err *err)
{
	struct state s = { r, win, parts, HD_DOC_NONE };

	parts->n = 0;
	return measure(&s, metric, by, err);
}

void
hd_reportparts_release(struct hd_reportparts *parts)
{
	free(parts->v);
	*parts = (struct hd_reportparts){ NULL, 0, 0 };
}

size_t
hd_reportparts_find(const struct hd_reportparts *parts, struct hd_str value)
{
	for (size_t i = 0; i < parts->n; i++)
		if (hd_str_same(parts->v[i].value, value) &&
		    (parts->v[i].value.p == NULL) == (value.p == NULL))
			return parts->v[i].fig;
	return HD_DOC_NONE;
}

static int
name_keys(
    struct hd_report *r, const struct hd_reportkeys *k, struct hd_err *err)
{
	const struct hd_figure *f = hd_doc_known(&r->doc, k->fig);
	struct hd_stmt *st = hd_ladder_few(
	    r->db, k->metric->name, k->by, k->value, (int)k->win, KEYS, err);
	int64_t all = f->x >= 0 ? f->x : f->n;
	struct hd_str keys[KEYS];
	size_t n = 0;
	int got = -1;

	while (st != NULL && n < KEYS && (got = hd_stmt_step(st, err)) == 1)
		keys[n++] = hd_str_keep(&r->doc.arena, hd_col_text(st, 0));
	if (got >= 0)
		hd_doc_keys(&r->doc, k->fig, keys, n,
		    all > (int64_t)n ? all - (int64_t)n : 0);
	hd_stmt_close(st);
	return got < 0 ? -1 : 0;
}

int
hd_report_keys(struct hd_report *r, struct hd_err *err)
{
	for (size_t i = 0; i < r->nkeys; i++)
		if (hd_doc_used(&r->doc, r->keys[i].fig) &&
		    hd_doc_shown(&r->doc, r->keys[i].fig) &&
		    (hd_ladder_index(r->db, r->keys[i].by, err) != 0 ||
			name_keys(r, &r->keys[i], err) != 0))
			return -1;
	return 0;
}
