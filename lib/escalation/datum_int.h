/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DATUM_INT_H
#define HD_DATUM_INT_H

#include "escalation/datum.h"

/* Between the files of the recogniser: a text cut in words. */
struct hd_chunk {
	struct hd_str raw,
	    low; /* without punctuation around; in small letters */
	size_t digits, letters, others;
	bool number; /* figures, perhaps with separators */
};

struct hd_chunks {
	struct hd_str text;
	struct hd_arena *arena;
	struct hd_chunk *v;
	size_t n, cap;
	struct hd_data *found;
	struct hd_buf low;
};

/* Count what the word is made of. */
void hd_chunk_count(struct hd_chunk *k);
void hd_datum_add(struct hd_chunks *c, enum hd_datum_kind kind,
    const char *from, const char *to);
/*
 * Add the value that begins at word i, and say how many words it took, 0:
 * none.  By the shape of the word; by what words mean.
 */
size_t hd_datum_shape(struct hd_chunks *c, size_t i);
size_t hd_datum_words(struct hd_chunks *c, size_t i);

#endif
