/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules on history, held against what was needed: see backtest.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/replay.h"
#include "base/mem.h"
#include "escalation/backtest_int.h"
#include "escalation/needed.h"

/* All in which it may end meet a person, or none does. */
static int8_t
would(const struct hd_replayed *r)
{
	bool yes = false, no = false;

	if (r->basis == HD_REPLAY_UNKNOWN)
		return -1;
	for (int a = 0; a < HD_ACTIONS; a++)
		if (r->possible & 1u << a) {
			yes = yes || hd_action_careful((enum hd_action)a);
			no = no || !hd_action_careful((enum hd_action)a);
		}
	return yes && no ? -1 : yes;
}

static int
keep(void *ctx, const struct hd_replayed *r, struct hd_err *err)
{
	const struct hd_decision *d = hd_replayed_end(r);
	struct hd_backtest *b = ctx;

	(void)err;
	b->v = hd_grow(b->v, &b->cap, b->n + 1, sizeof(*b->v));
	b->v[b->n++] = (struct hd_backend){ r->ticket,
		(int32_t)r->number[r->taken > 0 ? r->taken : 0],
		(int16_t)d->route, (uint8_t)d->action, would(r) };
	return 0;
}

int
hd_backtest_new(struct hd_backtest **made, struct hd_rulejob *job,
    const struct hd_ruleset *rs, double weeks, struct hd_err *err)
{
	struct hd_backtest *b = hd_xcalloc(1, sizeof(*b));
	struct hd_replay run = {
		.job = job, .rs = { rs }, .nsets = 1, .done = keep, .ctx = b
	};

	b->rs = rs;
	b->weeks = weeks;
	*made = b;
	if (hd_replay(&run, err) != 0)
		return -1;
	job->gave_up = run.gave_up;
	return 0;
}

void
hd_backtest_free(struct hd_backtest *b)
{
	if (b == NULL)
		return;
	for (int i = 0; i < HD_BACKRATES; i++)
		hd_clustered_release(&b->rates[i]);
	hd_clustered_release(&b->more);
	free(b->v);
	free(b);
}

/* Index of the customer's message of that number. */
static int64_t
message(const struct hd_escalation *e, int64_t number)
{
	for (size_t i = 0; i < e->n; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER) &&
		    e->turns[i].m->body.p != NULL && --number == 0)
			return (int64_t)i;
	return -1;
}

/* What the AI had alone is right when nothing says that it failed. */
static int
should(const struct hd_escalation *e, const struct hd_finding *verdict)
{
	if (verdict == NULL && !e->escalated)
		return 0;
	return hd_need_answer(verdict);
}

void
hd_backtest_judge(struct hd_backtest *b, const struct hd_escalation *e,
    const struct hd_findings *f, struct hd_backtested *r)
{
	static const char *const codes[2][2] = { { "spared", "extra" },
		{ "missed", "caught" } };
	const struct hd_backend *end;

	while (b->at < b->n && b->v[b->at].ticket != e->th->ticket)
		b->at++;
	memset(r, 0, sizeof(*r));
	r->message = r->would = -1;
	r->verdict = hd_finding_of(f, HD_AUDIT_NEEDED, NULL, NULL);
	r->should = should(e, r->verdict);
	if (b->at < b->n) {
		end = &b->v[b->at];
		r->would = end->would;
		r->rule =
		    end->route < 0 ? "default" : b->rs->routes[end->route].id;
		r->action = hd_action_name((enum hd_action)end->action);
		if (end->would == 1)
			r->message = message(e, end->number);
	}
	r->code = r->should < 0 || r->would < 0 ? "unknown"
						: codes[r->should][r->would];
}
