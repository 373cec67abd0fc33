/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BASIS_H
#define HD_BASIS_H

#include "base/hash.h"
#include "base/mem.h"
#include "stats/strata.h"
#include "store/select.h"

/* Which review speaks for a listing, and what it says share by share. */

enum hd_ground {
	HD_GROUND_NONE,	   /* nobody reviewed a sample that may speak */
	HD_GROUND_RULESET, /* only tags of other rule sets, elsewhere */
	HD_GROUND_OTHER,   /* another period, tags of the active rule set */
	HD_GROUND_WINDOW,  /* these very tickets, as the sample was drawn */
};

/* The tickets of a listing. */
struct hd_listing {
	enum hd_by by;
	int64_t since, until;
	const char *filter; /* -w; NULL: none */
	bool keys;	    /* tickets were named: no window is the same */
};

struct hd_basis {
	enum hd_ground ground;
	int64_t sample;	    /* id */
	struct hd_str name; /* the arena's */
	int64_t N;	    /* tickets of the frame */
	bool retagged;	    /* drawn under another rule set than the active */
	int64_t came, gone; /* tickets of the selection and not the frame, and
			     * the other way; 0 unless HD_GROUND_WINDOW */
	struct hd_arena arena;
};

/*
 * The newest sample with verdicts of the same window, else the newest of any
 * window drawn under the active rule set, else the newest under another.  Uses
 * the selection.  Release in any case.
 */
int hd_basis_find(struct hd_basis *b, struct hd_db *db,
    const struct hd_listing *w, struct hd_err *err);
void hd_basis_release(struct hd_basis *b);

/* A share with its counts. */
struct hd_share {
	struct hd_estimate e;
	int64_t x, n, N;
};

/* Shares by segment, as a statement gives them; release in any case. */
struct hd_shares {
	struct hd_share *v;
	size_t n, cap;
	struct hd_map at;     /* from the segment to its index */
	struct hd_share none; /* of a segment that no reviewer named */
};

/*
 * Read a statement with rows (segment, ceiling, N, n, x), one a segment and stratum,
 * segments together, for a sample; each is an hd_review_share().
 */
int hd_shares_read(struct hd_shares *s, struct hd_db *db, const char *statement,
    int64_t sample, enum hd_sharing how, bool future, struct hd_err *err);
void hd_shares_release(struct hd_shares *s);
/* Of a segment; one that nobody named has none of the reviewed. */
const struct hd_share *hd_shares_of(
    const struct hd_shares *s, struct hd_str segment);

#endif
