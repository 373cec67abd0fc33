/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGSET_H
#define HD_TAGSET_H

#include "audit/modelset.h"
#include "audit/rulestore.h"

/*
 * All that decides tags: a rule set, what it was read from, and the models
 * beside it.
 */
enum hd_source {
	HD_SOURCE_BOTH,	 /* a model where it is sure, else the rules */
	HD_SOURCE_RULES, /* no model */
	HD_SOURCE_MODEL, /* of what was learned, the model alone */
};

struct hd_tagset {
	struct hd_ruleset *rs;
	struct hd_rulefiles files;
	struct hd_modelset *models; /* NULL: none */
};

/* What the name of a file on no disk, which names the models, ends in. */
#define HD_TAGSET_MODELS "+models"

#define HD_TAGSET_INIT                     \
	{                                  \
		NULL, { NULL, 0, 0 }, NULL \
	}

/* "rules", "model" or "both". */
int hd_source_read(
    const char *word, enum hd_source *source, struct hd_err *err);
/*
 * Rules from disk ("default" is the pack) with the models that are used now; db
 * may be NULL with HD_SOURCE_RULES.  Release in any case.
 */
int hd_tagset_read(struct hd_tagset *t, const char *name, const char *pack,
    struct hd_db *db, enum hd_source source, struct hd_err *err);
/* A stored one: see hd_rulestore_load(). */
int hd_tagset_load(struct hd_tagset *t, struct hd_db *db, const char *prefix,
    int64_t *id, struct hd_err *err);
/*
 * A file, "default", or a stored rule set by what its hash begins with; a file
 * of that name comes first.
 */
int hd_tagset_named(struct hd_tagset *t, const char *name, const char *pack,
    struct hd_db *db, enum hd_source source, struct hd_err *err);
/* Store it unless it is there; its id in *id. */
int hd_tagset_save(const struct hd_tagset *t, struct hd_db *db, int64_t *id,
    struct hd_err *err);
void hd_tagset_release(struct hd_tagset *t);

#endif
