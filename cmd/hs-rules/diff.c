/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules diff: which tickets a change of rules sends elsewhere. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/moved.h"
#include "base/num.h"
#include "hs-rules/hs-rules.h"
#include "render/table.h"

struct diff {
	struct hd_ruleset *from, *to;
	struct hd_kinds kinds;
};

/* "2%" or "0.02"; NULL: there is no limit, and *v stays. */
static int
read_limit(const char *option, const char *text, double *v, struct hd_err *err)
{
	struct hd_str s = hd_str(text);
	bool percent = s.n > 0 && s.p[s.n - 1] == '%';

	if (text == NULL)
		return 0;
	s.n -= percent;
	if (!hd_num_real(s, v) || *v < 0)
		return hd_err_set(err, HD_EOPTION,
		    "%s: a number such as 40 or 2%%, not '%s'", option, text);
	*v = percent ? *v / 100 : *v;
	return 0;
}

static int
read_limits(double *moved, double *hours, struct hd_err *err)
{
	return read_limit("--max-moved", hd_rules.max_moved, moved, err) == 0
		   ? read_limit(
			 "--max-human-hours", hd_rules.max_hours, hours, err)
		   : -1;
}

static const char *const names[] = { "stage", "from", "from_by", "to", "to_by",
	"example", "possible" };
#define NAMES (sizeof(names) / sizeof(names[0]))

/* "open: ai-first (default) -> human-first (new-enterprise)" */
static void
add_change(const struct diff *d, const struct hd_kind *k, struct hd_buf *b)
{
	hd_buf_addf(b, "%s: %s (%s) -> %s (%s)", hd_stage_name(k->stage),
	    hd_action_name(k->from_action), hd_kind_by(d->from, k->from),
	    hd_action_name(k->to_action), hd_kind_by(d->to, k->to));
}

/* A text that nobody has seen may not exist: then it is no example. */
static void
add_example(const struct hd_kind *k, struct hd_buf *b)
{
	if (!k->named)
		return;
	hd_buf_adds(
	    b, k->example.possible ? "if a text is so: " : "for example: ");
	if (k->example.n == 0)
		hd_buf_adds(b, "any ticket");
	hd_sketch_brief(&k->example, b);
}

static void
print_text(const struct diff *d, struct hd_out *out)
{
	const struct hd_kinds *k = &d->kinds;
	struct hd_buf b = HD_BUF_INIT;
	size_t width = 0;

	for (size_t i = 0; i < k->n; i++) {
		hd_buf_reset(&b);
		add_change(d, &k->v[i], &b);
		width = b.n > width ? b.n : width;
	}
	for (size_t i = 0; i < k->n; i++) {
		hd_buf_reset(&b);
		add_change(d, &k->v[i], &b);
		while (b.n < width + 2)
			hd_buf_addc(&b, ' ');
		add_example(&k->v[i], &b);
		hd_buf_addc(&b, '\n');
		hd_out_add(out, b.s, b.n);
	}
	hd_out_addf(out, "# %zu %s route; %zu rule pairs examined\n", k->n,
	    k->n == 1 ? "kind of ticket changes" : "kinds of ticket change",
	    k->pairs);
	hd_buf_release(&b);
}

static void
print_rows(const struct diff *d, struct hd_table *t)
{
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_kind *k;

	for (size_t i = 0; i < d->kinds.n; i++) {
		k = &d->kinds.v[i];
		hd_buf_reset(&b);
		hd_sketch_text(&k->example, &b);
		hd_table_cstr(t, hd_stage_name(k->stage));
		hd_table_cstr(t, hd_action_name(k->from_action));
		hd_table_cstr(t, hd_kind_by(d->from, k->from));
		hd_table_cstr(t, hd_action_name(k->to_action));
		hd_table_cstr(t, hd_kind_by(d->to, k->to));
		if (k->named)
			hd_table_cstr(t, hd_buf_cstr(&b));
		else
			hd_table_null(t);
		hd_table_cstr(t, k->example.possible ? "yes" : "no");
		hd_table_row(t);
	}
	hd_buf_release(&b);
}

static int
print(const struct diff *d, struct hd_ctx *ctx, struct hd_err *err)
{
	const struct hd_common *c = ctx->common;
	enum hd_format format;
	struct hd_table t;

	if (c->format == NULL) {
		print_text(d, &ctx->out);
		return 0;
	}
	if (hd_format_read(c->format, false, &format, err) != 0 ||
	    hd_table_begin(&t, &ctx->out, format, names, NAMES, c->columns,
		c->header, err) != 0)
		return -1;
	print_rows(d, &t);
	hd_table_end(&t);
	return 0;
}

/* Does the change keep within what was allowed?  No limit allows nothing. */
static int
judge(struct hd_ctx *ctx, const struct diff *d, const struct hd_moved *m,
    struct hd_err *err)
{
	double moved = -1, hours = -1, share;
	struct hd_median h;

	if (read_limits(&moved, &hours, err) != 0)
		return -1;
	if (moved < 0 && hours < 0) {
		if (d->kinds.n > 0 || m->moved > 0)
			ctx->status = HD_EXIT_FINDINGS;
		return 0;
	}
	if (m->tickets == 0) {
		hd_prog_say(ctx, "no tickets: whether the change keeps within "
				 "its limits is not known");
		ctx->status = HD_EXIT_PARTIAL;
		return 0;
	}
	share = (double)m->moved_max / (double)m->tickets;
	h = hd_moved_hours(m);
	if (hours >= 0 && m->to_people > m->to_ai && isnan(h.hi)) {
		hd_prog_say(ctx, "too few tickets with a handle time: hours "
				 "are not known");
		ctx->status = HD_EXIT_PARTIAL;
	}
	if ((moved >= 0 && share > moved) || (hours >= 0 && h.hi > hours))
		ctx->status = HD_EXIT_FINDINGS;
	return 0;
}

/* What the tickets of a database say of the kinds. */
static int
join(struct diff *d, struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_err *err)
{
	const struct hd_ruleset *const rs[2] = { d->from, d->to };
	struct hd_rulejob job;
	struct hd_moved m;
	int r;

	if (hd_rules_job(ctx, argc, argv, &job, err) != 0)
		return -1;
	r = hd_moved_count(&m, &job, rs, &d->kinds, err);
	if (r == 0)
		r = hd_moved_print(&m, err);
	hd_rules_gave_up(ctx, m.gave_up);
	if (r == 0 && m.n > d->kinds.n) {
		hd_prog_say(ctx,
		    "tickets moved in %zu ways that were not proved",
		    m.n - d->kinds.n);
		ctx->status = HD_EXIT_PARTIAL;
	}
	if (r == 0)
		r = judge(ctx, d, &m, err);
	hd_moved_release(&m);
	return r;
}

static int
run(struct diff *d, struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_err *err)
{
	if (hd_rules_load(&d->from, argv[0], NULL, err) != 0 ||
	    hd_rules_load(&d->to, argv[1], NULL, err) != 0)
		return -1;
	hd_kinds_find(d->from, d->to, &d->kinds);
	if (d->kinds.undecided > 0) {
		hd_prog_say(ctx,
		    "%zu routes could not be followed to the end: there may "
		    "be kinds that are missing [R157]",
		    d->kinds.undecided);
		ctx->status = HD_EXIT_PARTIAL;
	}
	if (ctx->db != NULL)
		return join(d, ctx, argc - 2, argv + 2, err);
	if (print(d, ctx, err) != 0)
		return -1;
	if (d->kinds.n > 0)
		ctx->status = HD_EXIT_FINDINGS;
	return 0;
}

int
hd_rules_diff_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct diff d = { NULL, NULL, HD_KINDS_INIT };
	int r;

	if (argc < 2 || (argc > 2 && ctx->db == NULL))
		return hd_err_set(
		    err, HD_EOPTION, "which two rule files? the old, the new");
	r = run(&d, ctx, argc, argv, err);
	hd_kinds_release(&d.kinds);
	hd_ruleset_free(d.from);
	hd_ruleset_free(d.to);
	return r;
}
