/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tag set: tags by hand. */
#include <stdlib.h>
#include <string.h>

#include "audit/manual.h"
#include "base/mem.h"
#include "hs-tag/hs-tag.h"
#include "store/tagging.h"

/* What the tags stand under, else what a run would take. */
static int
current_set(struct hd_ctx *ctx, struct hd_tagset *set, struct hd_err *err)
{
	int64_t id;
	int r = hd_ruleset_find(ctx->db, NULL, &id, err);

	if (r == 1)
		return hd_tagset_load(set, ctx->db, NULL, &id, err);
	return r == 0 ? hd_tag_read_set(ctx, set, err) : -1;
}

/* Keys and assignments, in any order: keys to the front of argv. */
static int
split_operands(int argc, char *argv[], struct hd_list *sets)
{
	int keys = 0;

	for (int i = 0; i < argc; i++) {
		if (strchr(argv[i], '=') == NULL)
			argv[keys++] = argv[i];
		else
			sets->v[sets->n++] = argv[i];
	}
	return keys;
}

static int
set_and_tag(struct hd_ctx *ctx, const struct hd_list *sets, struct hd_err *err)
{
	struct hd_tagset set = HD_TAGSET_INIT;
	int r = current_set(ctx, &set, err);

	if (r == 0)
		r = hd_db_begin(ctx->db, err);
	for (size_t i = 0; i < sets->n && r == 0; i++)
		r = hd_manual_set(ctx->db, set.rs, sets->v[i], hd_tag.why, err);
	if (r == 0)
		r = hd_tag_selection(ctx, &set, true, false, err);
	hd_tagset_release(&set);
	return r;
}

int
hd_tag_set(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_list sets = { hd_xcalloc((size_t)argc, sizeof(char *)), 0,
		0 };
	struct hd_period p;
	int keys = split_operands(argc, argv, &sets), r;

	if (keys == 0 || sets.n == 0)
		r = hd_err_set(err, HD_EOPTION,
		    "set: name tickets, or -, and DIMENSION=VALUE");
	else if (hd_tag.why == NULL || hd_tag.why[0] == '\0')
		r = hd_err_set(err, HD_EOPTION,
		    "set: say the reason with --why, it is kept with the tag");
	else if (hd_tag_select(ctx, keys, argv, &p, err) != 0)
		r = -1;
	else
		r = set_and_tag(ctx, &sets, err);
	free(sets.v);
	return r;
}
