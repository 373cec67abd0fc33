/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_STATUS_H
#define HD_STATUS_H

#include "render/figure.h"

/* What a figure that corrects tags by review stands on. */
struct hd_standing {
	bool shown;	/* the data hold what it takes, whoever reviews them */
	bool reviewed;	/* by people, in a sample that may speak for it */
	bool young;	/* of those reviewed, none is old enough to tell yet */
	int64_t n;	/* reviewed tickets that count */
	int64_t least;	/* fewer are no estimate */
	bool transport; /* by the review of another period */
	bool fits;	/* which can be carried over; true where it need not */
};

/*
 * The status of such a figure, the first that holds:
 *	NOT-MEASURABLE		not shown: no review would help
 *	UNVERIFIED		not reviewed
 *	IMMATURE		young: time would help, more reviews would not
 *	SUPPRESSED		n < least: more reviews would help
 *	INCOMPATIBLE		does not fit: only a review of this period helps
 *	ESTIMATED(transported)	transport
 *	ESTIMATED		else
 */
enum hd_status hd_standing_status(const struct hd_standing *s);

#endif
