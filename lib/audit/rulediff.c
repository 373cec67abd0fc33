/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two rule sets over the same tickets: see rulediff.h. */
#include <string.h>

#include "audit/keep.h"
#include "audit/rulediff.h"
#include "audit/tagall.h"

/* The columns of one rule set in tag_pairs.sql. */
#define TAG_COLUMNS 13

struct side {
	const struct hd_tagset *set;
	int64_t id;
	struct hd_tiers tiers; /* with its own keep-human list */
};

/*
 * The tickets asked for, and those from which the keep-human list is worked
 * out: without their tags it would be another.
 */
static int
select_to_tag(struct hd_db *db, struct hd_err *err)
{
	return hd_keep_select(db, err) != 0
		   ? -1
		   : hd_db_script(db, "sql/sel_saved", err);
}

static int
select_again(struct hd_db *db, bool excluded, struct hd_err *err)
{
	if (hd_sel_begin(db, err) != 0 ||
	    hd_db_script(db, "sql/sel_saved", err) != 0)
		return -1;
	return excluded ? 0 : hd_db_script(db, "sql/sel_excluded", err);
}

/* Tag as hs-tag would, and look at the landscape as hs-tiers would. */
static int
tag_side(struct hd_rulejob *job, struct side *s, struct hd_ceiling *ceiling,
    struct hd_err *err)
{
	struct hd_tagall t = { .db = job->db,
		.set = s->set,
		.languages = job->languages,
		.jobs = job->jobs,
		.at = job->at,
		.ctx = job->ctx };

	s->tiers.db = job->db;
	if (select_to_tag(job->db, err) != 0 || hd_tagall(&t, err) != 0)
		return -1;
	s->id = t.ruleset;
	job->gave_up += t.gave_up;
	if (hd_ruleset_activate(job->db, s->id, err) != 0 ||
	    hd_keep_update(job->db, s->id, err) != 0 ||
	    hd_tiers_keep_list(&s->tiers, NULL, false, err) != 0 ||
	    select_again(job->db, false, err) != 0)
		return -1;
	return hd_ceiling_read(&s->tiers, ceiling, err);
}

static int
index_at(struct hd_stmt *st, int col)
{
	return (int)hd_col_index(st, col);
}

static struct hd_str
name_of(const struct side *s, const struct hd_difftags *t, enum hd_core c)
{
	int dim = hd_ruleset_dim(s->set->rs, hd_core_name(c));

	return hd_str(dim < 0 || t->one[c] < 0
			  ? NULL
			  : s->set->rs->dims[dim].values[t->one[c]]);
}

static void
read_tags(
    const struct side *s, struct hd_stmt *st, int col, struct hd_difftags *t)
{
	static const enum hd_core with_open[] = { HD_CORE_COMPLEXITY,
		HD_CORE_EMOTION, HD_CORE_PATTERN, HD_CORE_ISSUE, HD_CORE_TIER };
	struct hd_str issue;

	t->path = index_at(st, col++);
	for (size_t i = 0; i < 5; i++) {
		t->one[with_open[i]] = index_at(st, col++);
		t->open[with_open[i]] = index_at(st, col++);
	}
	t->one[HD_CORE_APPROACH] = index_at(st, col++);
	t->open[HD_CORE_APPROACH] = -1;
	t->many = hd_col_text(st, col);
	t->tier = -1;
	if (hd_col_int(st, 1) == 0)
		return;
	issue = name_of(s, t, HD_CORE_ISSUE);
	t->tier = (int)hd_tier_of(name_of(s, t, HD_CORE_TIER),
	    issue.p != NULL && hd_map_get(&s->tiers.keep, issue) != NULL);
}

static int
compare(struct hd_db *db, const struct side sides[2], struct hd_tagdiff *tags,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/tag_pairs", err);
	struct hd_difftags t[2];
	int r;

	if (st == NULL)
		return -1;
	for (int i = 0; i < 2; i++)
		hd_bind_int(st, i + 1, sides[i].id);
	while ((r = hd_stmt_step(st, err)) == 1) {
		for (int i = 0; i < 2; i++)
			read_tags(&sides[i], st, 2 + i * TAG_COLUMNS, &t[i]);
		if (hd_tagdiff_add(tags, hd_col_text(st, 0), t, err) != 0) {
			r = -1;
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}

/* All of it inside a transaction that the caller rolls back. */
static int
tag_and_compare(struct hd_rulejob *job, struct side sides[2],
    struct hd_rulediff *d, struct hd_err *err)
{
	if (hd_db_begin(job->db, err) != 0 ||
	    hd_db_script(job->db, "sql/sel_save", err) != 0)
		return -1;
	for (int i = 0; i < 2; i++)
		if (tag_side(job, &sides[i], &d->ceiling[i], err) != 0)
			return -1;
	return select_again(job->db, true, err) != 0
		   ? -1
		   : compare(job->db, sides, d->tags, err);
}

int
hd_rulediff(struct hd_rulejob *job, const char *const names[2],
    struct hd_rulediff *d, struct hd_err *err)
{
	struct side sides[2];
	int r = 0;

	memset(sides, 0, sizeof(sides));
	memset(d, 0, sizeof(*d));
	for (int i = 0; i < 2 && r == 0; i++) {
		r = hd_tagset_named(
		    &d->set[i], names[i], job->pack, job->db, job->source, err);
		sides[i].set = &d->set[i];
	}
	if (r == 0) {
		d->tags = hd_tagdiff_new((const struct hd_ruleset *[2]){
		    d->set[0].rs, d->set[1].rs });
		r = tag_and_compare(job, sides, d, err);
		hd_db_rollback(job->db);
	}
	for (int i = 0; i < 2; i++)
		hd_map_release(&sides[i].tiers.keep);
	return r;
}

void
hd_rulediff_release(struct hd_rulediff *d)
{
	hd_tagdiff_free(d->tags);
	for (int i = 0; i < 2; i++)
		hd_tagset_release(&d->set[i]);
}

bool
hd_rulediff_differs(const struct hd_rulediff *d)
{
	size_t n;
	const struct hd_diffdim *dims = hd_tagdiff_dims(d->tags, &n);

	for (size_t i = 0; i < n; i++)
		if (dims[i].tickets > 0 || dims[i].in[0] != dims[i].in[1])
			return true;
	return false;
}
