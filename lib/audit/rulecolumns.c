/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that rules can test: see rulecolumns.h. */
#include <string.h>

#include "audit/rulecolumns.h"

/* What agents do to a ticket is exported as it ended up. */
static bool
is_final(const char *name)
{
	static const char *const names[] = { "ticket_tag", "ticket_priority",
		"ticket_category", "fields" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static int
undated(struct hd_db *db, struct hd_lintcolumn *v, size_t n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/facts_undated", err);
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1)
		for (size_t i = 0; i < n; i++)
			if (hd_str_eq(hd_col_text(st, 0), v[i].name))
				v[i].as_of = false;
	hd_stmt_close(st);
	return r;
}

int
hd_rule_columns(struct hd_db *db, struct hd_arena *arena,
    const struct hd_lintcolumn **v, size_t *n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/fact_columns", err);
	struct hd_lintcolumn *all;

	*n = 0;
	if (st == NULL)
		return -1;
	*n = (size_t)hd_col_count(st);
	all = hd_arena_alloc(arena, (*n + 1) * sizeof(*all));
	for (size_t i = 0; i < *n; i++) {
		all[i].name =
		    hd_str_keep(arena, hd_str(hd_col_name(st, (int)i))).p;
		all[i].as_of = !is_final(all[i].name);
	}
	hd_stmt_close(st);
	*v = all;
	return undated(db, all, *n, err);
}
