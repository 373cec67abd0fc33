/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tag discover: groups of tickets that no issue rule touches. */
#include <unistd.h>

#include "hs-tag/hs-tag.h"

int
hd_tag_discover(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_discover *d = &hd_tag.discover;
	struct hd_period p;

	d->db = ctx->db;
	d->ruleset = hd_tag.ruleset;
	d->pack = hd_prog_pack();
	d->out = &ctx->out;
	d->columns = hd_tag.common.columns;
	d->header = hd_tag.common.header;
	if (hd_format_read(
		hd_tag.common.format, isatty(1) == 1, &d->format, err) != 0 ||
	    hd_db_snapshot(ctx->db, err) != 0 ||
	    hd_tag_select(ctx, argc, argv, &p, err) != 0 ||
	    hd_discover(d, err) != 0)
		return -1;
	if (d->drawn < d->tickets)
		hd_prog_say(ctx,
		    "%zu of %zu tickets, drawn by their keys, found the "
		    "groups; the others joined the nearest",
		    d->drawn, d->tickets);
	return 0;
}
