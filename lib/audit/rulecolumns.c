/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that rules can test: see rulecolumns.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/rulecolumns.h"

int
hd_rule_columns(struct hd_db *db, struct hd_arena *arena,
    const struct hd_lintcolumn **v, size_t *n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/fact_columns", err);
	struct hd_lintcolumn *all = NULL, *kept;
	size_t cap = 0;
	int r = -1;

	*n = 0;
	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		all = hd_grow(all, &cap, *n + 1, sizeof(*all));
		all[*n].name = hd_str_keep(arena, hd_col_text(st, 0)).p;
		all[(*n)++].as_of = hd_col_int(st, 1) != 0;
	}
	hd_stmt_close(st);
	kept = hd_arena_alloc(arena, (*n + 1) * sizeof(*kept));
	if (*n > 0)
		memcpy(kept, all, *n * sizeof(*kept));
	free(all);
	*v = kept;
	return r;
}
