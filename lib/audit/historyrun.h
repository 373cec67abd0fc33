/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HISTORYRUN_H
#define HD_HISTORYRUN_H

#include "audit/history.h"
#include "check/lint.h"
#include "store/select.h"

/*
 * A question about what rules did: over the tickets of [since, until), and of
 * [before, since), that the condition of -w holds on.
 */
struct hd_historyjob {
	struct hd_db *db;
	const char *languages; /* path of languages.conf */
	size_t jobs;	       /* threads */
	enum hd_by by;
	int64_t before, since, until;
	const char *where;  /* NULL: all */
	const bool *wanted; /* files that are judged, by index; NULL: all */
	bool tags;	    /* tags too, not routes alone */
	bool compare;	    /* look at the period before as well */
	bool earlier;	/* and when rules fired last that fired in neither */
	bool people;	/* what people said of the tickets */
	int bare;	/* leave in the selection what no rule of this dimension
		     touches; -1: what is of the period */
	int64_t least;	/* tickets; of less nothing is said */
	double often;	/* the share of R191 */
	bool show_text; /* print words of customers */
	void (*at)(void *ctx, size_t tickets); /* NULL: nobody is told */
	void *ctx;
};

#define HD_HISTORY_LEAST 30
#define HD_HISTORY_OFTEN 0.5

/* Fill h, which is empty. */
int hd_history_run(
    const struct hd_historyjob *job, struct hd_history *h, struct hd_err *err);

/*
 * Is what people say of a rule enough to go by, and which of the two is it?
 * NULL: it is not.
 */
const struct hd_tally *hd_history_undone(
    const struct hd_rulehistory *r, int64_t least);

/* How a rule's share of tickets changed. */
struct hd_ruledrift {
	double before, now; /* NaN: nobody can tell */
	double d, lo, hi;   /* now - before, with 95 % limits */
	double p;	    /* after Holm over all rules; NaN */
	bool moved;	    /* by chance unlikely, and by enough to matter */
};

/* Of x of n tickets now and x0 of n0 before, k times; out has room for k. */
struct hd_change {
	int64_t x, n, x0, n0;
};
void hd_history_drift(const struct hd_change *v, size_t k, int64_t least,
    struct hd_ruledrift *out);
/* Of the rules of h that are judged, out[h->n]; how many they are. */
size_t hd_history_drifts(const struct hd_historyjob *job,
    const struct hd_history *h, struct hd_ruledrift *out);
/* Is the rule judged? */
bool hd_history_judges(
    const struct hd_historyjob *job, const struct hd_rule *r);

/* What history has against a rule set: R114, R190-R198. */
int hd_lint_history(struct hd_historyjob *job, const struct hd_ruleset *rs,
    const struct hd_lintopt *o, struct hd_diags *out, struct hd_err *err);

#endif
