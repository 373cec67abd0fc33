/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tag set: tags by hand. */
#include <stdlib.h>
#include <string.h>

#include "audit/manual.h"
#include "base/mem.h"
#include "hs-tag/hs-tag.h"
#include "store/tagging.h"

/* The rule set that tags stand under, else the one that a run would take. */
static int
current_rules(struct hd_ctx *ctx, struct hd_ruleset **rs,
    struct hd_rulefiles *files, struct hd_err *err)
{
	int64_t id;
	int r = hd_ruleset_find(ctx->db, NULL, &id, err);

	memset(files, 0, sizeof(*files));
	if (r < 0)
		return -1;
	if (r == 1)
		return hd_rulestore_load(ctx->db, NULL, rs, &id, err);
	return hd_rulestore_read("default", hd_prog_pack(), rs, files, err);
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
	struct hd_ruleset *rs = NULL;
	struct hd_rulefiles files;
	int r = current_rules(ctx, &rs, &files, err);

	if (r == 0)
		r = hd_db_begin(ctx->db, err);
	for (size_t i = 0; i < sets->n && r == 0; i++)
		r = hd_manual_set(ctx->db, rs, sets->v[i], hd_tag.why, err);
	if (r == 0)
		r = hd_tag_selection(ctx, rs, &files, true, false, err);
	hd_ruleset_free(rs);
	hd_rulefiles_release(&files);
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
