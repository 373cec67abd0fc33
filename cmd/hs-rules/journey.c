/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules journey: talks with the AI as tests, and as sheets to play. */
#include "check/journey.h"
#include "hs-rules/hs-rules.h"

/* The sheets of the journeys of a file and of those it uses. */
static int
script(struct hd_ctx *ctx, const char *file, size_t *n, struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_testrun t;

	if (hd_rules_load(&rs, file, NULL, err) != 0)
		return -1;
	if (hd_testrun_open(&t, rs, err) < 0) {
		hd_ruleset_free(rs);
		return -1;
	}
	for (size_t i = 0; i < rs->ncases; i++)
		if (rs->cases[i].kind == HD_CASE_JOURNEY) {
			hd_journey_script(&t, &rs->cases[i], &b);
			++*n;
		}
	hd_out_add(&ctx->out, hd_buf_cstr(&b), b.n);
	hd_buf_release(&b);
	hd_testrun_close(&t);
	hd_ruleset_free(rs);
	return 0;
}

int
hd_rules_journey_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	size_t n = 0;

	if (hd_rules.played.n > 0 && argc > 0)
		return hd_rules_played(ctx, argc, argv, err);
	if (!hd_rules.script)
		return hd_rules_tests(ctx, argc, argv, true, err);
	for (int i = 0; i < argc; i++)
		if (script(ctx, argv[i], &n, err) < 0)
			return -1;
	if (n == 0 && !hd_rules.allow_empty)
		return hd_err_set(err, HD_EUSAGE,
		    "no journey: write 'journey NAME' or name the right file");
	return 0;
}
