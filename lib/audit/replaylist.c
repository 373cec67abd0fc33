/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each ticket would have gone: see replaylist.h. */
#include "audit/replaylist.h"

struct state {
	const struct hd_ruleset *rs;
	struct hd_table t;
	struct hd_buf b;
};

/* "ai-first,escalate" where there is more than one, else nothing. */
static void
possible(struct state *s, unsigned actions)
{
	if ((actions & (actions - 1)) == 0) {
		hd_table_null(&s->t);
		return;
	}
	hd_buf_reset(&s->b);
	for (int a = 0; a < HD_ACTIONS; a++)
		if (actions & 1u << a)
			hd_buf_addf(&s->b, "%s%s", s->b.n > 0 ? "," : "",
			    hd_action_name((enum hd_action)a));
	hd_table_text(&s->t, hd_buf_str(&s->b));
}

static int
row(void *ctx, const struct hd_replayed *r, struct hd_err *err)
{
	const struct hd_decision *d = hd_replayed_end(r);
	struct state *s = ctx;

	(void)err;
	hd_table_text(&s->t, r->key);
	hd_table_cstr(&s->t,
	    hd_stage_name(r->taken > 0 ? HD_STAGE_REPLY : HD_STAGE_OPEN));
	hd_table_int(&s->t, (int64_t)r->number[r->taken > 0 ? r->taken : 0]);
	hd_table_cstr(
	    &s->t, d->route < 0 ? "default" : s->rs->routes[d->route].id);
	hd_table_cstr(&s->t, hd_action_name(d->action));
	possible(s, r->possible);
	hd_table_cstr(&s->t, hd_replaybasis_name(r->basis));
	hd_table_row(&s->t);
	return 0;
}

int
hd_replay_list(struct hd_rulejob *job, const struct hd_ruleset *rs, bool header,
    struct hd_err *err)
{
	static const char *const names[] = { "key", "stage", "message", "rule",
		"action", "possible", "basis" };
	struct state s = { .rs = rs, .b = HD_BUF_INIT };
	struct hd_replay run = {
		.job = job, .rs = { rs }, .nsets = 1, .done = row, .ctx = &s
	};
	int r;

	if (hd_table_begin(&s.t, job->out, job->format, names, 7, job->columns,
		header, err) != 0)
		return -1;
	r = hd_replay(&run, err);
	hd_table_end(&s.t);
	hd_buf_release(&s.b);
	job->gave_up = run.gave_up;
	return r;
}
