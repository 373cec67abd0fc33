/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule sets and tags in the database: see tagging.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/tstamp.h"
#include "store/tagging.h"

const char *
hd_core_name(enum hd_core c)
{
	static const char *const names[] = { "complexity", "emotion", "pattern",
		"issue", "approach", "tier" };

	return names[c];
}

const char *
hd_path_name(enum hd_path p)
{
	static const char *const names[] = { "unknown", "ai_only",
		"ai_to_human", "human_only", "human_to_ai", "no_reply" };

	/* of a database that something else wrote to, anything */
	return names[(size_t)p < sizeof(names) / sizeof(names[0]) ? p : 0];
}

int
hd_ruleset_put(struct hd_db *db, const char *hash, const char *name,
    int64_t *id, bool *made, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_get", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(hash));
	r = hd_stmt_step(st, err);
	if (r == 1)
		*id = hd_col_int(st, 0);
	hd_stmt_close(st);
	*made = r == 0;
	if (r != 0)
		return r < 0 ? -1 : 0;
	st = hd_stmt_named(db, "sql/ruleset_put", err);
	if (st != NULL) {
		hd_bind_text(st, 1, hd_str(hash));
		hd_bind_text(st, 2, hd_str(name));
	}
	r = hd_stmt_once(st, err);
	*id = hd_db_last_id(db);
	return r;
}

int
hd_ruleset_put_file(struct hd_db *db, int64_t id, int64_t seq, const char *name,
    const char *asked, struct hd_str text, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_file_put", err);

	if (st != NULL) {
		hd_bind_int(st, 1, id);
		hd_bind_int(st, 2, seq);
		hd_bind_text(st, 3, hd_str(name));
		hd_bind_text(st, 4, hd_str(asked));
		hd_bind_text(st, 5, text);
	}
	return hd_stmt_once(st, err);
}

int
hd_ruleset_put_value(struct hd_db *db, int64_t id, const char *dim, int64_t idx,
    const char *value, bool many, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_value_put", err);

	if (st != NULL) {
		hd_bind_int(st, 1, id);
		hd_bind_text(st, 2, hd_str(dim));
		hd_bind_int(st, 3, idx);
		hd_bind_text(st, 4, hd_str(value));
		hd_bind_int(st, 5, many);
	}
	return hd_stmt_once(st, err);
}

int
hd_ruleset_put_rule(struct hd_db *db, int64_t id, int64_t number,
    const char *rule, struct hd_str why, bool cluster, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_rule_put", err);

	if (st != NULL) {
		hd_bind_int(st, 1, id);
		hd_bind_int(st, 2, number);
		hd_bind_text(st, 3, hd_str(rule));
		hd_bind_text(st, 4, why);
		hd_bind_int(st, 5, cluster);
	}
	return hd_stmt_once(st, err);
}

int
hd_ruleset_activate(struct hd_db *db, int64_t id, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_activate", err);

	if (st != NULL)
		hd_bind_int(st, 1, id);
	return hd_stmt_once(st, err);
}

int
hd_ruleset_find(
    struct hd_db *db, const char *prefix, int64_t *id, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_find", err);
	int r, n = 0;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(prefix));
	while ((r = hd_stmt_step(st, err)) == 1) {
		*id = hd_col_int(st, 0);
		n++;
	}
	hd_stmt_close(st);
	if (n == 2)
		return hd_err_set(err, HD_EUSAGE,
		    "more than one rule set begins with '%s'", prefix);
	return r < 0 ? -1 : n;
}

int
hd_ruleset_get_file(struct hd_db *db, int64_t id, const char *asked,
    struct hd_buf *name, struct hd_buf *text, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/ruleset_file_get", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, id);
	hd_bind_text(st, 2, hd_str(asked));
	r = hd_stmt_step(st, err);
	if (r == 1) {
		hd_buf_add(name, hd_col_text(st, 0).p, hd_col_text(st, 0).n);
		hd_buf_add(text, hd_col_text(st, 1).p, hd_col_text(st, 1).n);
	}
	hd_stmt_close(st);
	return r;
}

int
hd_tagging_due(
    struct hd_db *db, int64_t ruleset, int64_t *n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/tagging_due", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, ruleset);
	r = hd_stmt_step(st, err);
	if (r == 1)
		*n = hd_col_int(st, 0);
	hd_stmt_close(st);
	return r == 1 ? 0 : -1;
}

int
hd_sel_untagged(struct hd_db *db, int64_t ruleset, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sel_untagged", err);

	if (st != NULL)
		hd_bind_int(st, 1, ruleset);
	return hd_stmt_once(st, err);
}

struct hd_tagger_out {
	struct hd_stmt *put;
};

struct hd_tagger_out *
hd_tagger_out_new(struct hd_db *db, struct hd_err *err)
{
	struct hd_tagger_out *o = hd_xcalloc(1, sizeof(*o));

	o->put = hd_stmt_named(db, "sql/tagging_put", err);
	if (o->put != NULL)
		return o;
	free(o);
	return NULL;
}

void
hd_tagger_out_free(struct hd_tagger_out *o)
{
	if (o == NULL)
		return;
	hd_stmt_close(o->put);
	free(o);
}

static void
bind_by(struct hd_stmt *st, int i, int by)
{
	if (by == HD_TAG_BY_NONE)
		hd_bind_null(st, i);
	else
		hd_bind_int(st, i, by);
}

static void
bind_time(struct hd_stmt *st, int i, int64_t at)
{
	if (at == HD_TIME_NONE)
		hd_bind_null(st, i);
	else
		hd_bind_int(st, i, at);
}

int
hd_tagger_put(
    struct hd_tagger_out *o, const struct hd_tagrow *row, struct hd_err *err)
{
	/* the columns of tagging_put.sql, in its order */
	static const enum hd_core with_open[] = { HD_CORE_COMPLEXITY,
		HD_CORE_EMOTION, HD_CORE_PATTERN, HD_CORE_ISSUE, HD_CORE_TIER };
	struct hd_stmt *st = o->put;
	int i = 12;

	hd_bind_int(st, 1, row->ruleset);
	hd_bind_int(st, 2, row->ticket);
	hd_bind_int(st, 3, row->rev);
	hd_bind_int(st, 4, row->readable);
	hd_bind_static(st, 5, row->language);
	hd_bind_index(
	    st, 6, row->path == HD_PATH_UNKNOWN ? -1 : (int)row->path);
	hd_bind_static(st, 7, hd_str(row->path_basis));
	bind_time(st, 8, row->handoff_at);
	hd_bind_index(st, 9, row->handoff_message);
	hd_bind_static(st, 10, hd_str(row->handoff_basis));
	hd_bind_static(st, 11, row->many);
	for (size_t k = 0; k < 5; k++) {
		hd_bind_index(st, i++, row->one[with_open[k]]);
		bind_by(st, i++, row->by[with_open[k]]);
		hd_bind_index(st, i++, row->open[with_open[k]]);
	}
	hd_bind_index(st, i++, row->one[HD_CORE_APPROACH]);
	bind_by(st, i++, row->by[HD_CORE_APPROACH]);
	hd_bind_static(st, i++, row->guess);
	hd_bind_index(st, i++, row->ai_answers);
	bind_time(st, i++, row->ai_answered_at);
	if (row->ai_reply == HD_AI_REPLY_NONE)
		hd_bind_null(st, i);
	else
		hd_bind_int(st, i, row->ai_reply);
	return hd_stmt_run(st, err);
}
