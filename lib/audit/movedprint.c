/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a change of rules: see moved.h. */
#include <math.h>

#include "audit/moved.h"
#include "render/figure.h"

#define HOUR 3600.0

static void
gap(const struct hd_moved *m)
{
	hd_out_adds(m->job->out, m->job->format == HD_FMT_JSON ? "" : "\n");
}

static double
share(int64_t x, int64_t n)
{
	return n > 0 ? (double)x / (double)n : NAN;
}

static void
real_cell(struct hd_table *t, double v, int decimals)
{
	if (isnan(v))
		hd_table_null(t);
	else
		hd_table_real(t, v, decimals);
}

static const char *
action_of(const struct hd_ruleset *rs, enum hd_stage stage, size_t route)
{
	return hd_action_name(route == HD_KIND_DEFAULT
				  ? rs->stage_default[stage].action
				  : hd_route_action(&rs->routes[route]));
}

static void
keys_cell(struct hd_table *t, const struct hd_movedkind *k, struct hd_buf *b)
{
	hd_buf_reset(b);
	for (int i = 0; i < HD_MOVED_KEYS && k->keys[i] != NULL; i++)
		hd_buf_addf(b, "%s%s", i > 0 ? " " : "", k->keys[i]);
	if (b->n > 0)
		hd_table_text(t, hd_buf_str(b));
	else
		hd_table_null(t);
}

static void
example_cell(struct hd_table *t, const struct hd_movedkind *k, struct hd_buf *b)
{
	hd_buf_reset(b);
	if (k->kind == NULL || !k->kind->named) {
		hd_table_null(t);
		return;
	}
	hd_sketch_text(&k->kind->example, b);
	hd_table_cstr(t, hd_buf_cstr(b));
}

static void
kind_row(const struct hd_moved *m, struct hd_table *t,
    const struct hd_movedkind *k, struct hd_buf *b)
{
	hd_table_cstr(t, hd_stage_name(k->stage));
	hd_table_cstr(t, action_of(m->rs[0], k->stage, k->from));
	hd_table_cstr(t, hd_kind_by(m->rs[0], k->from));
	hd_table_cstr(t, action_of(m->rs[1], k->stage, k->to));
	hd_table_cstr(t, hd_kind_by(m->rs[1], k->to));
	hd_table_int(t, k->tickets);
	real_cell(t, share(k->tickets, m->tickets), 6);
	hd_table_int(t, k->accounts);
	real_cell(t, k->timed > 0 ? (double)k->handle_s / HOUR : NAN, 2);
	hd_table_int(t, k->timed);
	keys_cell(t, k, b);
	example_cell(t, k, b);
	hd_table_cstr(t, k->kind == NULL	     ? "no"
			 : k->kind->example.possible ? "possible"
						     : "yes");
	hd_table_row(t);
}

static int
print_kinds(const struct hd_moved *m, struct hd_err *err)
{
	static const char *const names[] = { "stage", "from", "from_by", "to",
		"to_by", "tickets", "share", "accounts", "hours", "timed",
		"keys", "example", "proved" };
	const char *columns = m->job->columns;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_table t;

	if (columns == NULL && m->job->format == HD_FMT_TABLE)
		columns = "stage,from,from_by,to,to_by,tickets,share";
	if (hd_table_begin(&t, m->job->out, m->job->format, names, 13, columns,
		true, err) != 0)
		return -1;
	for (size_t i = 0; i < m->n; i++)
		kind_row(m, &t, &m->v[i], &b);
	hd_table_end(&t);
	hd_buf_release(&b);
	gap(m);
	return 0;
}

static const char *
end_name(int end)
{
	return end == HD_MOVED_UNKNOWN ? "unknown"
				       : hd_action_name((enum hd_action)end);
}

static int
print_ends(const struct hd_moved *m, struct hd_err *err)
{
	static const char *const names[] = { "from", "to", "tickets", "share" };
	struct hd_table t;

	if (hd_table_begin(&t, m->job->out, m->job->format, names, 4, NULL,
		true, err) != 0)
		return -1;
	for (int a = 0; a < HD_MOVED_ENDS; a++)
		for (int b = 0; b < HD_MOVED_ENDS; b++) {
			if (m->end[a][b] == 0)
				continue;
			hd_table_cstr(&t, end_name(a));
			hd_table_cstr(&t, end_name(b));
			hd_table_int(&t, m->end[a][b]);
			real_cell(&t, share(m->end[a][b], m->tickets), 6);
			hd_table_row(&t);
		}
	hd_table_end(&t);
	gap(m);
	return 0;
}

/* x of n, counted; a range where it is not known. */
static struct hd_figure
counted(const struct hd_moved *m, const char *metric, const char *segment,
    int64_t least, int64_t most)
{
	return (struct hd_figure){ .metric = metric,
		.segment = segment,
		.estimate = least == most ? share(least, m->tickets) : NAN,
		.lo = share(least, m->tickets),
		.hi = share(most, m->tickets),
		.x = least == most ? least : -1,
		.n = m->tickets,
		.N = m->tickets,
		.decimals = 6,
		.method = least == most ? "count" : "bounds",
		.definition = "replay",
		.status = m->tickets > 0 ? HD_MEASURED : HD_NOT_MEASURABLE };
}

/* What is to be expected of tickets to come, if they are like these. */
static void
expected(const struct hd_moved *m, struct hd_table *t)
{
	struct hd_figure f = counted(
	    m, "ai_allowed_change", "expected", m->change_min, m->change_max);

	f.lo = m->change_lo;
	f.hi = m->change_hi;
	f.N = -1;
	f.method = "bootstrap";
	f.status = isnan(f.lo) ? HD_NOT_MEASURABLE : HD_ESTIMATED;
	hd_figure_row(t, &f);
	f = (struct hd_figure){ .metric = "ai_human_moves.p",
		.segment = "expected",
		.estimate = hd_mcnemar(m->to_people, m->to_ai),
		.lo = NAN,
		.hi = NAN,
		.x = m->to_people,
		.n = m->to_people + m->to_ai,
		.N = -1,
		.decimals = 6,
		.method = "mcnemar",
		.definition = "replay",
		.status = m->to_people + m->to_ai > 0 ? HD_ESTIMATED
						      : HD_NOT_MEASURABLE };
	hd_figure_row(t, &f);
}

static void
hours(const struct hd_moved *m, struct hd_table *t)
{
	struct hd_median h = hd_moved_hours(m);
	struct hd_figure f = { .metric = "human_hours_change",
		.segment = "all",
		.estimate = h.median,
		.lo = h.lo,
		.hi = h.hi,
		.x = m->to_people - m->to_ai,
		.n = m->timed,
		.N = m->tickets,
		.decimals = 2,
		.method = "order-statistic",
		.definition = "replay",
		.status = isnan(h.median) ? HD_NOT_MEASURABLE : HD_ASSUMED };

	hd_figure_row(t, &f);
}

static int
print_figures(const struct hd_moved *m, struct hd_err *err)
{
	struct hd_figure f[4];
	struct hd_table t;

	if (hd_table_begin(&t, m->job->out, m->job->format, hd_figure_columns,
		11,
		m->job->format == HD_FMT_TABLE
		    ? "metric,segment,estimate,lo,hi,x,n,status"
		    : NULL,
		true, err) != 0)
		return -1;
	f[0] = counted(m, "moved", "all", m->moved, m->moved_max);
	f[1] = counted(
	    m, "ai_allowed", "rules=old", m->ai[0].surely, m->ai[0].maybe);
	f[2] = counted(
	    m, "ai_allowed", "rules=new", m->ai[1].surely, m->ai[1].maybe);
	f[3] = counted(
	    m, "ai_allowed_change", "all", m->change_min, m->change_max);
	for (int i = 0; i < 4; i++)
		hd_figure_row(&t, &f[i]);
	expected(m, &t);
	hours(m, &t);
	hd_table_end(&t);
	return 0;
}

int
hd_moved_print(const struct hd_moved *m, struct hd_err *err)
{
	return print_kinds(m, err) == 0 && print_ends(m, err) == 0 &&
		       print_figures(m, err) == 0
		   ? 0
		   : -1;
}
