/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SAMPLE_DRAW_H
#define HD_SAMPLE_DRAW_H

#include "audit/lot.h"
#include "base/out.h"
#include "store/sample.h"

/*
 * Draw a review sample from the selection, and store it with all that it was
 * drawn from; or more of one, or prove one.  Within the caller's transaction.
 */
struct hd_drawjob {
	struct hd_db *db;
	const char *name; /* a new one */
	const char *seed;
	const char *const *columns; /* that cut strata, beside the ceiling */
	size_t ncolumns;
	int64_t n;	   /* tickets to draw */
	bool proportional; /* even where a review says what varies */
	double twice;	   /* share for a second reviewer */
	/* what the selection is; filter may be NULL */
	bool windowed;
	enum hd_by by;
	int64_t since, until, asof;
	const char *filter;
	/* results */
	struct hd_lot lot; /* release in any case */
	bool neyman;	   /* a review decided how many of each stratum */
	int64_t sample;	   /* id */
};

/*
 * Least tickets of a stratum; smaller shares are put together.  Of many strata of
 * five each the interval holds the truth in 89 of 100 reviews, of twelve in 93.
 */
#define HD_DRAW_LEAST 10

int hd_draw(struct hd_drawjob *job, struct hd_err *err);

/*
 * Draw job->n of the frame of a stored sample, more than before: those drawn
 * stay.  job's seed, columns and selection are not used.
 */
int hd_draw_extend(
    struct hd_drawjob *job, const struct hd_sample *s, struct hd_err *err);

/*
 * Draw again what a stored sample should hold, into lot, and say in *why what
 * differs (NULL: nothing does).
 */
int hd_draw_verify(struct hd_db *db, const struct hd_sample *s,
    struct hd_lot *lot, const char **why, struct hd_err *err);

/*
 * The strata of the frame, with N, and how many to draw of each, into job->lot;
 * raw: from the name a stratum has in the frame to its index.
 */
int hd_draw_strata(
    struct hd_drawjob *job, struct hd_map *raw, struct hd_err *err);
/* Store the strata of job->lot and what is new of its draw. */
int hd_draw_put(struct hd_drawjob *job, struct hd_err *err);
/* Share job->n among the strata of job->lot. */
int hd_draw_allocate(struct hd_drawjob *job, struct hd_err *err);

/*
 * The frame of a stored sample as a file that proves it: comments with its
 * strata and what was drawn, then a line "key TAB stratum" a ticket.
 */
int hd_frame_write(struct hd_out *out, struct hd_db *db,
    const struct hd_sample *s, struct hd_err *err);
/*
 * Draw from such a file, without a database, with a seed; n: of a file that
 * does not say how many, else 0.  *why as above.
 */
int hd_frame_prove(const char *path, int64_t n, struct hd_lot *lot,
    const char **why, struct hd_err *err);

#endif
