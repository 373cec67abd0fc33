/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TRANSPORT_H
#define HD_TRANSPORT_H

#include "stats/proportion.h"

struct hd_estimate;

/*
 * Carrying an old review to a new window: the share the machine tagged there,
 * corrected by the sensitivity and specificity found in the old one.  Only for
 * windows without a review of their own; with one, hd_stratified() is better.
 */

/*
 * Sensitivity and specificity and how many tickets each stands for; n need not
 * be whole.
 */
struct hd_calibration {
	double se, n_se;
	double sp, n_sp;
};

enum hd_transported {
	HD_TRANSPORT_OK,
	HD_TRANSPORT_REFUSED,	  /* the machine hardly tells yes from no */
	HD_TRANSPORT_INCOMPATIBLE /* the calibration does not fit the window */
};

/*
 * The true share where the machine said yes to x of n: Rogan and Gladen (1978),
 * p = (q + sp - 1) / (se + sp - 1) within [0, 1], limits of Lang and Reiczigel
 * (2014, Preventive Veterinary Medicine 113:13), 95 %.
 *
 * REFUSED: se + sp <= 1.1, as given or with the one ticket more on each side
 * that the limits add, or not known; n <= 0 too.  *out: p NaN, limits [0, 1].
 * INCOMPATIBLE: both limits on the same side outside of [0, 1], the machine's
 * share being below its rate of false positives or above its sensitivity: p NaN,
 * and the limits as computed, which are no interval.  One limit outside is set
 * to 0 or 1.
 */
enum hd_transported hd_transport(double x, double n,
    const struct hd_calibration *c, struct hd_interval *out);

/*
 * Sensitivity and specificity of a review stratified by what the machine said,
 * `tagged` and `untagged` as hd_stratified_future() gives them, weighted by the
 * tickets of either side; unweighted ones are biased (Begg and Greenes 1983):
 *	se = N1 PPV / (N1 PPV + N0 FOR),
 *	sp = N0 (1 - FOR) / (N0 (1 - FOR) + N1 (1 - PPV)).
 * n_se is the size of the simple sample that would say as much (Kish 1965: n
 * over the design effect): the n at which Wilson's interval of se is as wide as
 * that of hd_recall(), so that no error seen is not taken for none; n_sp
 * likewise, specificity being the recall of the other kind.  Nothing found of
 * one kind: NaN, and hd_transport() refuses.
 */
struct hd_calibration hd_calibration_of(
    const struct hd_estimate *tagged, const struct hd_estimate *untagged);

#endif
