/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample verify and list. */
#include <unistd.h>

#include "audit/draw.h"
#include "hs-sample/hs-sample.h"

/* The strata, and what the seed chooses of them. */
static int
print_lot(struct hd_ctx *ctx, const struct hd_lot *lot, struct hd_err *err)
{
	static const char *const names[] = { "key", "stratum", "place" };
	const struct hd_bottom *b;
	struct hd_table t;

	if (hd_sample_table(ctx, &t, names, 3, NULL, err) != 0)
		return -1;
	for (size_t i = 0; i < lot->n; i++) {
		b = &lot->v[i].drawn;
		for (size_t k = 0; k < b->n; k++) {
			hd_table_text(
			    &t, (struct hd_str){ b->v[k].key, b->v[k].n });
			hd_table_text(&t, lot->v[i].name);
			hd_table_int(&t, (int64_t)k + 1);
			hd_table_row(&t);
		}
	}
	hd_table_end(&t);
	return 0;
}

static int
verify_frame(struct hd_lot *lot, const char **why, struct hd_err *err)
{
	int64_t n = 0; /* what the frame says */

	if (hd_sample.seed == NULL)
		return hd_err_set(err, HD_EOPTION,
		    "--frame: give the seed that was said beforehand, --seed");
	hd_lot_init(lot, hd_str(hd_sample.seed));
	return hd_sample_number("tickets were drawn", 1000000000, &n, err) == 0
		   ? hd_frame_prove(hd_sample.frame, n, lot, why, err)
		   : -1;
}

int
hd_sample_verify(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_lot lot = { .n = 0 };
	struct hd_sample s;
	const char *why = NULL;
	int r;

	(void)argv;
	if (hd_sample_check(ctx, argc, false, err) != 0)
		return -1;
	if (hd_sample.frame != NULL)
		r = verify_frame(&lot, &why, err);
	else
		r = hd_db_snapshot(ctx->db, err) == 0 &&
			    hd_sample_get(
				ctx->db, hd_sample.name, &arena, &s, err) == 0
			? hd_draw_verify(ctx->db, &s, &lot, &why, err)
			: -1;
	if (r == 0)
		r = print_lot(ctx, &lot, err);
	if (r == 0 && why != NULL) {
		hd_prog_say(ctx, "not this draw: %s", why);
		ctx->status = HD_EXIT_FINDINGS;
	} else if (r == 0 && !hd_sample.common.quiet) {
		hd_prog_say(ctx,
		    "this draw: %lld tickets, %zu strata, frame %s",
		    (long long)lot.N, lot.n, lot.frame);
	}
	hd_lot_release(&lot);
	hd_arena_release(&arena);
	return r;
}

int
hd_sample_list(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	static const char *const names[] = { "sample", "since", "until", "by",
		"where", "strata_by", "tickets", "strata", "drawn", "reviewed",
		"reviewers", "seed", "frame" };
	struct hd_stmt *st;
	struct hd_table t;
	int r;

	(void)argv;
	if (hd_sample_check(ctx, argc, false, err) != 0 ||
	    hd_sample_table(ctx, &t, names, 13,
		"sample,since,until,tickets,drawn,reviewed", err) != 0)
		return -1;
	st = hd_stmt_named(ctx->db, "sql/sample_list", err);
	r = st == NULL ? -1 : 1;
	while (r == 1 && (r = hd_stmt_step(st, err)) == 1) {
		for (int i = 0; i < 13; i++) {
			if (hd_col_is_null(st, i))
				hd_table_null(&t);
			else if (i == 1 || i == 2)
				hd_table_time(&t, hd_col_int(st, i));
			else if (i >= 6 && i <= 10)
				hd_table_int(&t, hd_col_int(st, i));
			else
				hd_table_text(&t, hd_col_text(st, i));
		}
		hd_table_row(&t);
	}
	hd_stmt_close(st);
	hd_table_end(&t);
	return r;
}
