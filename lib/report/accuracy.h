/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPORTACCURACY_H
#define HD_REPORTACCURACY_H

#include "report/report.h"
#include "stats/strata.h"
#include "store/sample.h"

/*
 * What reviewers of a sample say of the AI's answers in the report's period: of
 * each type the share that is correct, weighted by the strata of the draw
 * (hd_review_share(); the view response_accuracy).
 */
struct hd_accuracy {
	int64_t id;
	struct hd_str sample; /* its name; p NULL: nobody reviewed any */
	struct hd_acctype {
		struct hd_str issue; /* p NULL: not known */
		struct hd_stratum *strata;
		int64_t x, n, N; /* correct, judged, answers of the frame */
	} * v;			 /* those with one judged, most wrong first */
	size_t n, cap;
	struct hd_acctype all;
	int *kind; /* of a stratum */
	size_t nstrata;
	struct hd_arena arena;
};

/* Release in any case. */
int hd_accuracy_read(
    struct hd_accuracy *a, struct hd_report *r, struct hd_err *err);
void hd_accuracy_release(struct hd_accuracy *a);
/* The share of a type, or of all, as a figure of the document. */
size_t hd_accuracy_figure(struct hd_report *r, const struct hd_accuracy *a,
    const struct hd_acctype *t);

#endif
