/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LOT_H
#define HD_LOT_H

#include "base/hash.h"
#include "base/mem.h"
#include "stats/bottom.h"

/*
 * A draw: which tickets of a frame a seed chooses, and the hash of that frame.
 * Wherever the frame comes from, the same lines give the same sample.
 */
struct hd_lot_stratum {
	struct hd_str name, ceiling; /* ceiling p NULL: not known */
	int64_t N, n;		     /* tickets; to draw of them */
	int64_t least;		     /* drawn before */
	double p; /* share of yes in the last review, NaN: not known */
	struct hd_bottom drawn;
};

struct hd_lot {
	struct hd_str seed;
	struct hd_lot_stratum *v; /* .n as it should be before a key comes */
	size_t n, cap;
	struct hd_map index; /* of strata by name */
	int64_t N;	     /* keys that came */
	struct hd_sha256 *sha;
	char frame[HD_SHA256_HEX]; /* the hash, at the end */
	struct hd_buf line;
	struct hd_arena arena; /* of names */
};

/* The seed is borrowed. */
void hd_lot_init(struct hd_lot *l, struct hd_str seed);
void hd_lot_release(struct hd_lot *l);
/* The stratum of that name, made if it was not there; borrowed. */
struct hd_lot_stratum *hd_lot_stratum(struct hd_lot *l, struct hd_str name);
/*
 * A ticket of the frame; keys come in bytewise order.  id: whatever the caller
 * calls it.
 */
void hd_lot_add(
    struct hd_lot *l, struct hd_str key, size_t stratum, int64_t id);
/* All came: the hash is known and each stratum's draw in order. */
void hd_lot_end(struct hd_lot *l);

#endif
