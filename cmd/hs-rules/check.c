/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules check: what is wrong with rule files. */
#include "hs-rules/hs-rules.h"

static const char *const severities[] = { "note", "warning", "error" };

int
hd_rules_check_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_diags found = HD_DIAGS_INIT;
	struct hd_ruleset *rs = NULL;
	bool fails = false;
	int r = 0;

	if (argc == 0)
		return hd_err_set(err, HD_EOPTION, "which rule file?");
	for (int i = 0; i < argc && r >= 0; i++) {
		r = hd_rules_load(&rs, argv[i], &found, err);
		hd_ruleset_free(rs);
	}
	for (size_t i = 0; i < found.n; i++)
		hd_out_addf(&ctx->out, "%s:%zu:%zu: %s: %s [%s]\n",
		    found.v[i].at.file, found.v[i].at.line, found.v[i].at.col,
		    severities[found.v[i].severity], found.v[i].message,
		    found.v[i].id);
	if (r >= 0)
		r = hd_rules_fails(&found, &fails, err);
	hd_diags_release(&found);
	if (fails)
		ctx->status = HD_EXIT_FINDINGS;
	return r < 0 ? -1 : 0;
}
