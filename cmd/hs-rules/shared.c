/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of hs-rules share: see hs-rules.h. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/tstamp.h"
#include "hs-rules/hs-rules.h"
#include "rules/catalogue.h"

int
hd_rules_load(struct hd_ruleset **rs, const char *name, struct hd_diags *found,
    struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { hd_prog_pack() };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);

	if (found == NULL)
		return hd_ruleset_load(rs, &src, name, err);
	return hd_ruleset_load_all(rs, &src, name, found, err);
}

bool *
hd_rules_own_files(const struct hd_ruleset *rs)
{
	bool *own = hd_xcalloc(rs->nfiles, sizeof(*own));
	const char *pack = hd_prog_pack();

	/* a file stands behind the one that uses it */
	for (size_t i = 0; i < rs->nfiles; i++)
		own[i] = i == 0 || (own[rs->files[i].from] &&
				       strcmp(rs->files[i].name, pack) != 0);
	return own;
}

int
hd_rules_now(int64_t *now, struct hd_err *err)
{
	const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt opt = { &utc, HD_ORDER_UNKNOWN };
	bool zoned;

	if (hd_rules.now == NULL) {
		*now = (int64_t)time(NULL);
		*now -= *now % 86400;
		return 0;
	}
	if (hd_time_parse(hd_str(hd_rules.now), &opt, now, &zoned, err) == 0)
		return 0;
	err->code = HD_EOPTION;
	return hd_err_in(err, "--now");
}

int
hd_rules_report(struct hd_ctx *ctx, struct hd_diagreport *r,
    enum hd_diagformat f, int argc, char *argv[], struct hd_err *err)
{
	const char **files = hd_xcalloc((size_t)argc, sizeof(*files));
	int st;

	for (int i = 0; i < argc; i++)
		files[i] = argv[i];
	r->files = files;
	r->nfiles = (size_t)argc;
	r->checks = hd_rules_checks(&r->nchecks);
	r->tool = ctx->prog;
	r->version = HD_VERSION;
	r->command = ctx->command;
	r->status = ctx->status;
	r->quiet = ctx->common->quiet;
	st = hd_diags_print(r, f, &ctx->out, err);
	free(files);
	return st;
}
