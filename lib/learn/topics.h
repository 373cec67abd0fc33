/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TOPICS_H
#define HD_TOPICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "learn/terms.h"

/*
 * Groups of alike texts, their number not given but found: the points of
 * hd_lsa(), each bound to its nearest, fall into communities (graph.h).  The
 * same rows in the same order give the same groups.
 */

#define HD_TOPIC_NONE UINT32_MAX

struct hd_topics {
	size_t n;      /* groups, the largest first, of equals that of the
			  earlier row */
	size_t *sizes; /* by group */
	double *alike; /* by group: mean cosine to its middle */
	uint32_t *of;  /* by row: its group, HD_TOPIC_NONE */
	float *fit;    /* by row: cosine to the group's middle, else 0 */
};

/*
 * in[row]: does the row take part in the finding?  The others join the group
 * whose middle is nearest; NULL: all do.  A row far from every middle is in no
 * group, and groups of fewer than `least` rows are dissolved.  g is owned by
 * caller.
 */
void hd_topics_find(const struct hd_terms *t, const bool *in, size_t least,
    struct hd_topics *g);
void hd_topics_release(struct hd_topics *g);

#endif
