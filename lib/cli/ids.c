/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys in, a selection out: see ids.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ids.h"
#include "store/tagging.h"

/* One key a line or a NUL: the first field; a header line is no key. */
static int
each_line(struct hd_ctx *ctx,
    int (*fn)(void *, struct hd_str, bool, struct hd_err *), void *arg,
    struct hd_err *err)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	struct hd_str s;
	int r = 0, end = ctx->common->nul ? '\0' : '\n';

	errno = 0;
	while (r == 0 && (n = getdelim(&line, &cap, end, stdin)) > 0) {
		if (line[n - 1] == end)
			n--;
		s = (struct hd_str){ line, (size_t)n };
		s.n = strcspn(line, "\t") < s.n ? strcspn(line, "\t") : s.n;
		s = hd_str_trim(s);
		if (s.n > 0 && !hd_str_eq(s, "key"))
			r = fn(arg, s, true, err);
	}
	if (r == 0 && ferror(stdin))
		r = hd_err_sys(err, "cannot read standard input");
	free(line);
	return r;
}

int
hd_each_key(struct hd_ctx *ctx, int argc, char *argv[],
    int (*fn)(void *, struct hd_str, bool, struct hd_err *), void *arg,
    struct hd_err *err)
{
	int r = 0;

	for (int i = 0; i < argc && r == 0; i++)
		r = strcmp(argv[i], "-") == 0
			? each_line(ctx, fn, arg, err)
			: fn(arg, hd_str(argv[i]), false, err);
	return r;
}

static int
add_key(void *arg, struct hd_str key, bool from_stdin, struct hd_err *err)
{
	struct hd_ctx *ctx = arg;
	int r = hd_sel_key(ctx->db, key, err);

	if (r == 0 && from_stdin) {
		hd_prog_warn(ctx, err);
		return 0;
	}
	return r == 1 ? 0 : -1;
}

int
hd_select(struct hd_ctx *ctx, int argc, char *argv[], const struct hd_period *p,
    struct hd_err *err)
{
	int r;

	if (hd_sel_begin(ctx->db, err) != 0)
		return -1;
	if (argc > 0)
		r = hd_each_key(ctx, argc, argv, add_key, ctx, err);
	else if (p->all)
		r = hd_sel_all(ctx->db, err);
	else
		r = hd_sel_period(ctx->db, p->by, p->since, p->until, err);
	if (r == 0 && ctx->common->where != NULL)
		r = hd_sel_where(ctx->db, ctx->common->where, err);
	return r;
}

int
hd_say_untagged(struct hd_ctx *ctx, struct hd_err *err)
{
	int64_t id, n = 0;
	int r = hd_ruleset_find(ctx->db, NULL, &id, err);

	if (r == 0)
		hd_prog_say(ctx, "nothing is tagged yet: run hs-tag");
	if (r <= 0)
		return r;
	if (hd_tagging_due(ctx->db, id, &n, err) != 0)
		return -1;
	if (n > 0)
		hd_prog_say(ctx,
		    "%lld tickets are new or changed since hs-tag ran: run it "
		    "again",
		    (long long)n);
	return 1;
}
