/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of effort: see effort.h. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "escalation/clustered.h"
#include "escalation/effort.h"

struct hd_effortsum {
	struct hd_clustered score, ces, answered;
};

struct hd_effortsum *
hd_effortsum_new(void)
{
	return hd_xcalloc(1, sizeof(struct hd_effortsum));
}

void
hd_effortsum_free(struct hd_effortsum *s)
{
	if (s == NULL)
		return;
	hd_clustered_release(&s->score);
	hd_clustered_release(&s->ces);
	hd_clustered_release(&s->answered);
	free(s);
}

static void
take(void *ctx, const struct hd_escalation *e, const struct hd_findings *f)
{
	struct hd_effortsum *s = ctx;
	int64_t account = hd_clustered_account(e);
	struct hd_effort o;

	if (!e->escalated)
		return;
	o = hd_effort_of(e, f);
	hd_clustered_add(&s->score, account, (double)o.score);
	hd_clustered_add(&s->ces, account, o.ces);
	hd_clustered_add(&s->answered, account, !isnan(o.ces));
}

static void
give_one(const struct hd_effortsum *s, const struct hd_escgive *to,
    struct hd_figure fig)
{
	fig.N = (int64_t)s->score.n;
	fig.definition = "effort";
	/* that nobody was asked is no figure of answers */
	if (fig.x == 0)
		fig.status = HD_NOT_MEASURABLE;
	else if (fig.n < to->min_n && fig.status == HD_MEASURED)
		fig.status = HD_SUPPRESSED;
	to->figure(to->ctx, &fig);
}

static void
give(void *ctx, const struct hd_escgive *to)
{
	struct hd_effortsum *s = ctx;

	give_one(s, to, hd_clustered_mean(&s->ces, "effort.ces", "all"));
	give_one(s, to,
	    hd_clustered_rate(&s->answered, "effort.ces.response", "all"));
	give_one(s, to, hd_clustered_mean(&s->score, "effort.score", "all"));
	give_one(s, to,
	    hd_clustered_median(&s->score, "effort.score.median", "all"));
}

struct hd_escextra
hd_effortsum_extra(struct hd_effortsum *s)
{
	return (struct hd_escextra){ 1u << HD_AUDIT_REPEAT, take, give, s };
}
