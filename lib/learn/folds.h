/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FOLDS_H
#define HD_FOLDS_H

#include <stddef.h>
#include <stdint.h>

/* Cross-validation folds that split no group.  Internal to lib/learn. */

/*
 * Number groups from 0 in the order of their first document; returns how many
 * there are.
 */
size_t hd_folds_groups(const uint64_t *ids, size_t n, uint32_t *group);

/*
 * Deal n documents to `folds` folds, groups whole, so that each fold has its
 * share of every label; fold[i] is left alone where label[i] is
 * HD_LABEL_UNKNOWN.  Decided by labels, group ids and seed, whatever the order
 * of the documents.
 */
void hd_folds_deal(const int *label, const uint64_t *ids, size_t n,
    size_t folds, uint64_t seed, unsigned *fold);

#endif
