/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_STRATA_H
#define HD_STRATA_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/proportion.h"

/*
 * Shares from a stratified review: of each stratum it is known how many tickets
 * there are and how many of the reviewed ones are "yes".  Cut by what the
 * machine said, this is the estimator that corrects the machine, and it needs
 * no sensitivity.  95 %; numbers in, numbers out; strata are summed in the
 * order given.
 */

/* One stratum; n and x need not be whole (effective numbers). */
struct hd_stratum {
	double N; /* tickets of the population */
	double n; /* reviewed */
	double x; /* yes among the n */
};

struct hd_estimate {
	double p, lo, hi; /* share of N; [0, 1] and p NaN without a ticket */
	double se;	  /* NaN where a stratum has n <= 1 < N */
	double x, n, N;	  /* sums of the strata with tickets */
	size_t empty;	  /* strata with tickets, none of them reviewed */
};

/*
 * The post-stratified share, sum W_h p_h with W_h = N_h / N (Cochran 1977,
 * 5A.9; Holt and Smith 1979), of a closed population.  Limits: MOVER (Zou and
 * Donner 2008) over Wilson's with finite-population correction,
 *	lo = p - sqrt(sum W_h^2 (p_h - l_h)^2), hi likewise, within [0, 1].
 * se = sqrt(sum W_h^2 (1 - n_h/N_h) p_h (1 - p_h) / (n_h - 1)).
 *
 * A stratum without a reviewed ticket is anything: p 1/2, limits [0, 1], and
 * counts in empty.  One with n >= N is a census, its p exact.  One with N <= 0
 * has left the population and is ignored.
 */
struct hd_estimate hd_stratified(const struct hd_stratum *s, size_t h);

/*
 * The same without finite-population correction: what the review says about
 * tickets like these that are yet to come.
 */
struct hd_estimate hd_stratified_future(const struct hd_stratum *s, size_t h);

/*
 * Recall, A / (A + B), where A counts the true ones among the tagged and B
 * those among the untagged: `tagged` and `untagged` as hd_stratified() gives
 * them for the strata of either side, p being a share of their own N.  Limits
 * of B / A by MOVER-R (Donner and Zou 2012).  No true one found on either side:
 * p NaN, limits [0, 1].  lo is 0 where A may be 0, hi is 1 where B may be 0; a
 * side of no tickets has none for certain.
 */
struct hd_interval hd_recall(
    const struct hd_estimate *tagged, const struct hd_estimate *untagged);

/*
 * Pool the strata that have fewer than `least` reviewed, because MOVER over
 * many tiny strata covers too little (forty of them, simulated: 0.88 with three
 * reviewed in each, 0.91 with six, 0.93 from about ten) and an empty one widens
 * by all its weight.  They become one, the last: N the sum; p weighted by N/n of
 * each ticket (Hajek 1971), n the effective number under these weights,
 * (sum w)^2 / sum w^2 (Kish 1965), so that unequal weights are not taken for
 * precision; an unreviewed stratum adds its N alone.  A pool of fewer than
 * `least` still takes in the other stratum with the fewest reviewed, the first
 * of equals.  Never pooled is a census (n >= N): it is exact, and says nothing
 * of other tickets.  Strata with N <= 0 are dropped.
 *
 * Returns how many strata s holds now, in the order they had, the pool last.
 */
size_t hd_pool(struct hd_stratum *s, size_t h, double least);

/*
 * Pool those too that have fewer than `least` yes or fewer than `least` no:
 * where one kind is rare in each of many strata, a Wilson limit is nearer to the
 * share of a stratum with one or two than chance is, and MOVER adds that up.
 * Simulated, 95 % limits of a share of 0.02 in six strata of 40 cover 0.89, of
 * 0.02 to 0.20 in thirty of ten 0.89; pooled so with 5, 0.95 and 0.94, and they
 * are no wider.  The estimate is the same.
 */
size_t hd_pool_rare(struct hd_stratum *s, size_t h, double least);

/* Of what the strata of a review are made. */
enum hd_sharing {
	HD_SHARE_FRAME,	 /* all tickets: one that nobody reviewed is anything */
	HD_SHARE_DOMAIN, /* those of a kind that is found in them, as tickets
			  * with a tag: where none was reviewed they are taken
			  * to be as the others of the kind */
};

/* Yes and no below which hd_review_share() puts strata together. */
#define HD_SHARE_LEAST 5

/*
 * The share of yes that a review gives, the one way for all figures:
 * hd_stratified(), or with `future` hd_stratified_future(), of the strata with a
 * reviewed ticket after hd_pool_rare() of those of one kind with HD_SHARE_LEAST,
 * and of those without one as `how` says; e.N is that of all strata.
 *
 * kind: what the machine says of a stratum.  Few no among what it calls yes and few
 * yes among what it calls no, put together, would lose what the strata tell: the
 * limits of a good machine would be as wide as those of no machine.
 */
struct hd_estimate hd_review_share(const struct hd_stratum *s, const int *kind,
    size_t h, enum hd_sharing how, bool future);

#endif
