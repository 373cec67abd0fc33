/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules journey --played: what came of journeys on the live site. */
#include <stdlib.h>
#include <string.h>

#include "audit/played.h"
#include "hs-rules/hs-rules.h"
#include "render/diagfmt.h"
#include "rules/catalogue.h"
#include "store/played.h"
#include "store/select.h"

struct played {
	struct hd_ctx *ctx;
	struct hd_diags found;
	struct hd_arena arena;
	size_t failed;
	/* of the one at hand */
	const struct hd_ruleset *rs;
	struct hd_testrun run;
	const struct hd_case *journey;
	struct hd_thread th;
};

/* The thread of that key; the selection is that one ticket. */
static int
find_ticket(struct played *p, struct hd_str key, struct hd_err *err)
{
	struct hd_threads *threads;
	int r;

	if (hd_sel_begin(p->ctx->db, err) != 0 ||
	    hd_sel_key(p->ctx->db, key, err) != 1)
		return -1;
	threads = hd_threads_open(p->ctx->db, NULL, 0, err);
	if (threads == NULL)
		return -1;
	r = hd_threads_next(threads, &p->arena, &p->th, err);
	hd_threads_close(threads);
	return r == 1 ? 0 : -1;
}

static void
add_result(struct played *p, bool same, struct hd_buf *got, struct hd_buf *want)
{
	struct hd_result r = { .outcome = same ? HD_PASSED : HD_FAILED };
	struct hd_buf name = HD_BUF_INIT;

	hd_buf_addf(&name, "%s (%.*s)", p->journey->name, (int)p->th.key.n,
	    p->th.key.p);
	r.name = hd_buf_cstr(&name);
	r.at = hd_ruleset_place(p->rs, p->journey->pos, 0);
	if (!same) {
		r.message = "played otherwise";
		r.got = hd_buf_cstr(got);
		r.want = hd_buf_cstr(want);
	}
	hd_result_add(&p->found, &r);
	p->failed += !same;
	hd_buf_release(&name);
}

/* KEY=JOURNEY, the journey one of this rule set: 1 done, 0 it is none of it. */
static int
one(struct played *p, const char *pair, struct hd_err *err)
{
	struct hd_buf got = HD_BUF_INIT, want = HD_BUF_INIT;
	const struct hd_journey_turn *turns;
	const char *sign = strchr(pair, '=');
	size_t n;

	p->journey = NULL;
	for (size_t i = 0; i < p->rs->ncases; i++)
		if (p->rs->cases[i].kind == HD_CASE_JOURNEY &&
		    strcmp(p->rs->cases[i].name, sign + 1) == 0)
			p->journey = &p->rs->cases[i];
	if (p->journey == NULL)
		return 0;
	hd_arena_reset(&p->arena);
	if (find_ticket(
		p, (struct hd_str){ pair, (size_t)(sign - pair) }, err) != 0 ||
	    hd_played_put(p->ctx->db, p->th.ticket, hd_str(sign + 1), err) != 0)
		return -1;
	turns = hd_journey_turns(&p->run, p->journey, &p->arena, &n);
	add_result(
	    p, hd_played_compare(turns, n, &p->th, &got, &want), &got, &want);
	hd_buf_release(&got);
	hd_buf_release(&want);
	return 1;
}

static int
of_file(struct played *p, const char *file, bool *done, struct hd_err *err)
{
	const struct hd_list *l = &hd_rules.played;
	struct hd_ruleset *rs = NULL;
	int r = 0;

	if (hd_rules_load(&rs, file, NULL, err) != 0)
		return -1;
	p->rs = rs;
	if (hd_testrun_open(&p->run, rs, err) != 0) {
		hd_ruleset_free(rs);
		return -1;
	}
	for (size_t i = 0; i < l->n && r >= 0; i++) {
		if (done[i])
			continue;
		r = one(p, l->v[i], err);
		done[i] = r == 1;
	}
	hd_testrun_close(&p->run);
	hd_ruleset_free(rs);
	return r < 0 ? -1 : 0;
}

/* Every ticket named is of a journey of some file. */
static int
all_done(const bool *done, struct hd_err *err)
{
	const struct hd_list *l = &hd_rules.played;

	for (size_t i = 0; i < l->n; i++)
		if (!done[i])
			return hd_err_set(err, HD_EUSAGE,
			    "--played: there is no journey '%s'",
			    strchr(l->v[i], '=') + 1);
	return 0;
}

static int
all(struct played *p, int argc, char *argv[], struct hd_err *err)
{
	const struct hd_list *l = &hd_rules.played;
	bool *done;
	int r = 0;

	for (size_t i = 0; i < l->n; i++)
		if (strchr(l->v[i], '=') == NULL)
			return hd_err_set(err, HD_EOPTION,
			    "--played: write KEY=JOURNEY, not '%s'", l->v[i]);
	done = hd_xcalloc(l->n, sizeof(*done));
	for (int i = 0; i < argc && r == 0; i++)
		r = of_file(p, argv[i], done, err);
	if (r == 0)
		r = all_done(done, err);
	free(done);
	return r;
}

static int
report(struct played *p, int argc, char *argv[], enum hd_diagformat format,
    struct hd_err *err)
{
	struct hd_diagreport r = { .diags = &p->found,
		.files = (const char *const *)argv,
		.nfiles = (size_t)argc };

	r.checks = hd_rules_checks(&r.nchecks);
	r.tool = p->ctx->prog;
	r.version = HD_VERSION;
	r.command = p->ctx->command;
	r.fail_on = HD_FAIL_ERROR;
	r.quiet = p->ctx->common->quiet;
	r.status = p->ctx->status =
	    p->failed > 0 ? HD_EXIT_FINDINGS : HD_EXIT_OK;
	return hd_diags_print(&r, format, &p->ctx->out, err);
}

int
hd_rules_played(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct played p = { .ctx = ctx, .found = HD_DIAGS_INIT };
	enum hd_diagformat format;
	int r = hd_diagformat_read(ctx->common->format, &format, err);

	if (r == 0)
		r = hd_db_begin(ctx->db, err);
	if (r == 0) {
		r = all(&p, argc, argv, err);
		if (r == 0)
			r = hd_db_commit(ctx->db, err);
		else
			hd_db_rollback(ctx->db);
	}
	if (r == 0)
		r = report(&p, argc, argv, format, err);
	hd_arena_release(&p.arena);
	hd_diags_release(&p.found);
	return r;
}
