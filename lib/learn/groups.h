/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GROUPS_H
#define HD_GROUPS_H

#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"

/*
 * Which documents belong together: those that share a key, and those that share
 * one with these.  A key is any string: "account 17", "conversation 4", a text
 * folded.  Callers put what they are before them, so that an account and a
 * requester of the same number stay apart.
 */
struct hd_groups {
	struct hd_map keys; /* key -> the document that had it first */
	uint32_t *up;	    /* a document of the same group; itself: the root */
	uint64_t *id;	    /* of a root: the least hash of its keys */
	size_t n;
};

/* n documents, each a group of its own. */
void hd_groups_init(struct hd_groups *g, size_t n);
void hd_groups_release(struct hd_groups *g);
void hd_groups_add(struct hd_groups *g, size_t doc, struct hd_str key);
/*
 * The same for the text of a document: lower-cased words alone count, so that
 * copies with other blanks and stops are copies.  Nothing for a text of no words.
 */
void hd_groups_add_text(struct hd_groups *g, size_t doc, struct hd_str text);
/* Two documents are alike for a reason that has no key. */
void hd_groups_join(struct hd_groups *g, size_t a, size_t b);
/*
 * The group of each document, the same number whatever the order of documents
 * and keys; a document without a key has the hash of its place.
 */
void hd_groups_ids(struct hd_groups *g, uint64_t *ids);

#endif
