/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TERMS_H
#define HD_TERMS_H

#include <stdint.h>

#include "base/hash.h"

/*
 * Texts as rows of weighted terms: the words, and the runs of three characters
 * inside a word with its edges, so that inflections and misspellings of a word
 * are near it in any language.
 */
struct hd_termcell {
	uint32_t term;
	float weight;
};

struct hd_terms {
	struct hd_map map; /* term -> number; until the weighing */
	struct hd_termcell *cells;
	size_t ncells, cap;
	size_t *rows; /* where the cells of a row begin; nrows + 1 of them */
	size_t nrows, rowcap;
	size_t nterms;
	struct hd_buf word, gram;
};

void hd_terms_init(struct hd_terms *t);
void hd_terms_release(struct hd_terms *t);
/* Add what a text (valid UTF-8) holds to the row at hand, so many times. */
void hd_terms_add(struct hd_terms *t, struct hd_str text, double times);
/* The row at hand is complete; the next one begins. */
void hd_terms_row(struct hd_terms *t);
/*
 * After the last row: terms of one row alone are dropped, the others weigh
 * (1 + log times) * log(rows / rows that hold it), and rows get length 1.
 */
void hd_terms_weigh(struct hd_terms *t);

#endif
