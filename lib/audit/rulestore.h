/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULESTORE_H
#define HD_RULESTORE_H

#include "rules/ruleset.h"
#include "store/db.h"

/*
 * Rule sets between the disk and the database.  What was read is kept with the
 * question it answered, so that a stored rule set loads again as it was even
 * when its files are gone.
 */
struct hd_rulefiles {
	struct hd_rulefiles_one {
		char *asked, *name;
		struct hd_buf text;
	} * v;
	size_t n, cap;
};

void hd_rulefiles_release(struct hd_rulefiles *f);

/* Load from disk ("default" is the pack) and note what was read. */
int hd_rulestore_read(const char *name, const char *pack,
    struct hd_ruleset **rs, struct hd_rulefiles *files, struct hd_err *err);
/*
 * The same with a file before it that is on no disk: it is read first, under
 * the name `title`, and what it uses is read as if the user had named it.
 */
int hd_rulestore_read_under(const char *title, struct hd_str text,
    const char *pack, struct hd_ruleset **rs, struct hd_rulefiles *files,
    struct hd_err *err);
/* Store it unless it is there; its id in *id. */
int hd_rulestore_save(struct hd_db *db, const struct hd_ruleset *rs,
    const struct hd_rulefiles *files, int64_t *id, struct hd_err *err);
/* A stored rule set as a source, whatever its operand is called. */
struct hd_rulestored {
	struct hd_db *db;
	int64_t id;
};
/* *s is borrowed. */
struct hd_rulesrc hd_rulestore_source(struct hd_rulestored *s);
/*
 * Load a stored one: the active, or by a prefix of its hash.  HD_EUSAGE when
 * there is none.
 */
int hd_rulestore_load(struct hd_db *db, const char *prefix,
    struct hd_ruleset **rs, int64_t *id, struct hd_err *err);
/*
 * The rule set under which answers are stored, so that rules on clusters fire
 * as they would: itself, else the active one; *id is 0 for none.
 */
int hd_rulestore_answers(struct hd_db *db, const struct hd_ruleset *rs,
    int64_t *id, struct hd_err *err);

#endif
