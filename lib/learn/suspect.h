/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUSPECT_H
#define HD_SUSPECT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Labels that are probably wrong, by confident learning (Northcutt, Jiang and
 * Chuang 2021, JAIR 70:1373): a label is doubted when a model that did not see it
 * finds another class at least as likely as that class is where people gave it.
 */
struct hd_suspect {
	int model;    /* the class that the model says instead */
	double score; /* 0 surely right .. 1 surely wrong */
	bool wrong;   /* the model is sure enough to say so */
};

/*
 * p: n * k probabilities out of fold, row after row; label[i] < k.  A negative
 * label is left out: its score is 0 and its model -1.
 */
void hd_suspects(const double *p, const int *label, size_t n, size_t k,
    struct hd_suspect *s);

#endif
