/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worst handoffs: see worst.h. */
#include <string.h>

#include "escalation/sentence.h"
#include "report/blocks.h"
#include "report/escsums.h"
#include "report/quoted.h"
#include "report/worst.h"

static int64_t
points_of(const struct hd_finding *one)
{
	static const struct {
		enum hd_audit audit;
		const char *code;
		int64_t points;
	} points[] = {
		{ HD_AUDIT_WORDING, "dead-end", 4 },
		{ HD_AUDIT_REPEAT, "repeat", 2 },
		{ HD_AUDIT_WORDING, "silent", 2 },
		{ HD_AUDIT_WORDING, "bare", 1 },
	};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++)
		if (one->audit == points[i].audit &&
		    strcmp(one->code, points[i].code) == 0)
			return points[i].points;
	return 0;
}

static int64_t
customer_points(const struct hd_escalation *e)
{
	struct hd_str emotion = hd_esc_str(e, HD_EF_EMOTION);
	int64_t n = hd_str_eq(emotion, "high-stakes")  ? 2
		    : hd_str_eq(emotion, "frustrated") ? 1
						       : 0;

	return n + (hd_esc_num(e, HD_EF_SATISFIED) == 0);
}

/* The finding to quote: the one with most points, and *sum of them all. */
static const struct hd_finding *
gravest(const struct hd_findings *f, int64_t *sum)
{
	const struct hd_finding *best = NULL;

	*sum = 0;
	for (size_t i = 0; i < f->n; i++) {
		const struct hd_finding *one = &f->v[i];
		int64_t n = points_of(one);

		*sum += n;
		if (n == 0 || one->quote.p == NULL || one->message < 0)
			continue;
		if (best == NULL || n > points_of(best) ||
		    (n == points_of(best) && best->given_quote.p == NULL &&
			one->given_quote.p != NULL))
			best = one;
	}
	return best;
}

/* What the AI said as it left, whole; of an agent the sentence that asks. */
static struct hd_str
quoted(const struct hd_escalation *e, const struct hd_finding *one)
{
	struct hd_str body = e->turns[one->message].m->body;

	return one->audit == HD_AUDIT_WORDING
		   ? body
		   : hd_sentence_of(body, one->quote);
}

/* Where it had been said, with the sentence around it. */
static struct hd_str
given(const struct hd_escalation *e, const struct hd_finding *one)
{
	if (one->given < 0)
		return one->given_quote;
	return hd_sentence_of(e->turns[one->given].m->body, one->given_quote);
}

/* The one of that kind leaves if this one is worse; else there is no room. */
static bool
make_room(struct hd_worsts *w, const char *code, int64_t points)
{
	size_t at = 0;

	while (at < w->n && strcmp(w->v[at].code, code) != 0)
		at++;
	if (at == w->n)
		return true;
	if (w->v[at].points >= points)
		return false;
	w->n--;
	memmove(&w->v[at], &w->v[at + 1], (w->n - at) * sizeof(*w->v));
	return true;
}

void
hd_worst_take(struct hd_worsts *w, const struct hd_escalation *e,
    const struct hd_findings *f)
{
	int64_t sum;
	const struct hd_finding *one = gravest(f, &sum);
	size_t at;

	if (one == NULL || !e->escalated)
		return;
	sum += customer_points(e);
	if (!make_room(w, one->code, sum))
		return;
	for (at = w->n; at > 0 && w->v[at - 1].points < sum; at--)
		;
	if (at == HD_WORSTS)
		return;
	w->n += w->n < HD_WORSTS;
	memmove(&w->v[at + 1], &w->v[at], (w->n - at - 1) * sizeof(*w->v));
	w->v[at] = (struct hd_worst){ .ticket = e->th->ticket,
		.key = hd_str_keep(w->arena, e->th->key),
		.issue = hd_str_keep(w->arena, hd_esc_str(e, HD_EF_ISSUE)),
		.code = one->code,
		.message = one->message,
		.role = hd_quoted_role(e->turns[one->message].m->role),
		.quote = hd_str_keep(w->arena, quoted(e, one)),
		.given = hd_str_keep(w->arena, given(e, one)),
		.points = sum };
}

int
hd_report_worst(
    struct hd_report *r, const struct hd_worst **w, struct hd_err *err)
{
	const struct hd_escsums *s = hd_report_escalations(r, err);

	if (s == NULL)
		return -1;
	*w = s->worst.n > 0 ? &s->worst.v[0] : NULL;
	return 0;
}

/* What is wrong, for somebody who never read hs-escaudit(1). */
static const char *
verdict(const char *code)
{
	if (strcmp(code, "dead-end") == 0)
		return "The AI left the customer without a way forward";
	if (strcmp(code, "silent") == 0)
		return "The AI went silent, and nobody told the customer that a "
		       "person takes over";
	if (strcmp(code, "bare") == 0)
		return "The AI transferred and passed nothing on";
	return "The agent asked for what the customer had already given";
}

int
hd_worst_quote(
    struct hd_report *r, const struct hd_worst *w, struct hd_err *err)
{
	struct hd_quoted q;
	struct hd_buf why = HD_BUF_INIT;
	int n = hd_quoted_begin(&q, r, w->ticket, err);

	if (n == 0) {
		hd_buf_adds(&why, verdict(w->code));
		if (w->issue.n > 0)
			hd_buf_addf(&why, " (%s)", w->issue.p);
		hd_doc_quote(&r->doc, &(struct hd_docquote){ .ticket = w->key,
					  .message = w->message,
					  .role = w->role,
					  .text = hd_quoted(&q, w->quote),
					  .given = hd_quoted(&q, w->given),
					  .why = hd_buf_str(&why) });
	}
	hd_buf_release(&why);
	hd_quoted_end(&q);
	return n;
}
