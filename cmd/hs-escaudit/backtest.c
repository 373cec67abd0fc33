/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-escaudit backtest: the replay of a proposed trigger. */
#include <math.h>

#include "cli/progress.h"
#include "hs-escaudit/hs-escaudit.h"
#include "rules/source.h"

static void
at(void *ctx, size_t tickets)
{
	hd_progress_at(ctx, tickets);
}

/* Keys are of no period. */
static double
weeks(const struct hd_period *p, bool keys)
{
	return keys || p->all ? NAN
			      : (double)(p->until - p->since) / (7 * 86400);
}

int
hd_escaudit_replay(struct hd_ctx *ctx, struct hd_escaudit_backtest *b,
    const struct hd_period *p, bool keys, struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { hd_prog_pack() };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_rulejob job = { .db = ctx->db,
		.pack = hd_prog_pack(),
		.languages = hd_prog_languages(),
		.source = HD_SOURCE_RULES,
		.jobs = hd_prog_jobs(ctx),
		.at = at };
	struct hd_progress progress;
	int r;

	if (hd_ruleset_load(&b->rs, &src, b->file, err) != 0)
		return -1;
	hd_progress_init(&progress, ctx, "replayed", "tickets", 1, 20000);
	job.ctx = &progress;
	r = hd_backtest_new(&b->test, &job, b->rs, weeks(p, keys), err);
	hd_progress_end(&progress);
	if (r == 0 && job.gave_up > 0) {
		hd_prog_say(ctx,
		    "%lld tickets have a rule that gave up: where they go is "
		    "open",
		    (long long)job.gave_up);
		ctx->status = HD_EXIT_PARTIAL;
	}
	return r;
}

void
hd_escaudit_backtest_release(struct hd_escaudit_backtest *b)
{
	hd_backtest_free(b->test);
	hd_ruleset_free(b->rs);
}
