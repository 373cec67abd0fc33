/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SAMPLE_H
#define HD_SAMPLE_H

#include "base/mem.h"
#include "store/db.h"
#include "store/select.h"

/*
 * Review samples and what reviewers answered, as stored.  Nothing here knows what
 * a question means.
 */

/* A sample; its strings are borrowed from the arena it was read into. */
struct hd_sample {
	int64_t id;
	struct hd_str name, seed, frame, strata;
	int64_t ruleset; /* -1: nothing was tagged */
	bool windowed;	 /* of a period; else of tickets that were named */
	enum hd_by by;
	int64_t since, until;
	struct hd_str filter; /* p NULL: none */
	double twice;	      /* share for a second reviewer */
	int64_t asof;
	int64_t N, n; /* tickets of the frame, and drawn */
};

struct hd_sample_stratum {
	struct hd_str name, ceiling; /* ceiling: yes, no or unknown */
	int64_t N, n;		     /* tickets, and drawn of them */
};

/* The machine's word on a stratum as a number, for stats/strata.h. */
int hd_sample_kind(struct hd_str ceiling);

/*
 * The sample of that name, the newest for NULL: 1, 0 there is none, -1.
 */
int hd_sample_find(struct hd_db *db, const char *name, struct hd_arena *arena,
    struct hd_sample *s, struct hd_err *err);
/* The same; that there is none is HD_EUSAGE and names those that are. */
int hd_sample_get(struct hd_db *db, const char *name, struct hd_arena *arena,
    struct hd_sample *s, struct hd_err *err);
/* Its strata in order, from the arena; each is where its number says. */
int hd_sample_strata(struct hd_db *db, int64_t sample, struct hd_arena *arena,
    struct hd_sample_stratum **v, size_t *n, struct hd_err *err);
/*
 * The number of a ticket's stratum as it is stored, of n; an error where there is
 * none of that number, since other programs write the database too.
 */
int hd_sample_stratum(
    int64_t stored, size_t n, size_t *stratum, struct hd_err *err);
/* Make the tickets drawn the selection; twice: those for a second reviewer. */
int hd_sample_select(
    struct hd_db *db, int64_t sample, bool twice, struct hd_err *err);

/*
 * Store an answer, or withdraw it (value p NULL).  *was is set to what became of
 * it.
 */
enum hd_review_change {
	HD_REVIEW_NEW,
	HD_REVIEW_CHANGED,
	HD_REVIEW_SAME,
};

struct hd_review {
	int64_t sample, ticket;
	struct hd_str reviewer, question, value;
};

int hd_review_put(struct hd_db *db, const struct hd_review *r,
    enum hd_review_change *was, struct hd_err *err);

#endif
