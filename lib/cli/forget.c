/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of --forget: see forget.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/forget.h"
#include "render/table.h"
#include "store/privacy.h"

static int
take_line(struct hd_ctx *ctx, const char *path, size_t line, struct hd_str who,
    struct hd_err *err)
{
	struct hd_err warning = HD_ERR_INIT;
	bool known;

	who = hd_str_trim(who);
	if (who.n == 0 || who.p[0] == '#')
		return 0;
	if (hd_forget_add(ctx->db, who, &known, err) != 0)
		return -1;
	if (known)
		return 0;
	(void)hd_err_set(&warning, HD_EDATA, "%s:%zu: no requester '%.*s'",
	    path, line, (int)(who.n < 200 ? who.n : 200), who.p);
	hd_prog_warn(ctx, &warning);
	return 0;
}

static int
take_file(struct hd_ctx *ctx, const char *path, struct hd_err *err)
{
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	char *text = NULL;
	size_t cap = 0, line = 0;
	ssize_t n;
	int r = 0;

	if (f == NULL) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	while (r == 0 && (n = getline(&text, &cap, f)) >= 0)
		r = take_line(
		    ctx, path, ++line, (struct hd_str){ text, (size_t)n }, err);
	if (r == 0 && ferror(f))
		r = hd_err_sys(err, "cannot read '%s'", path);
	free(text);
	if (f != stdin)
		(void)fclose(f);
	return r;
}

static int
print(struct hd_ctx *ctx, const struct hd_forgot *n, struct hd_err *err)
{
	static const char *const columns[] = { "kind", "forgotten" };
	const struct {
		const char *kind;
		int64_t n;
	} rows[] = {
		{ "requester", n->requesters },
		{ "ticket", n->tickets },
		{ "message", n->messages },
	};
	struct hd_table t;
	enum hd_format f;

	if (hd_format_read(ctx->common->format, isatty(STDOUT_FILENO) == 1, &f,
		err) != 0 ||
	    hd_table_begin(&t, &ctx->out, f, columns, 2, ctx->common->columns,
		true, err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		hd_table_cstr(&t, rows[i].kind);
		hd_table_int(&t, rows[i].n);
		hd_table_row(&t);
	}
	hd_table_end(&t);
	return hd_out_check(&ctx->out, err);
}

static int
forget_file(
    struct hd_ctx *ctx, const char *path, bool dry_run, struct hd_err *err)
{
	struct hd_forgot n = { 0, 0, 0 };

	if (hd_db_begin(ctx->db, err) != 0 ||
	    hd_forget_begin(ctx->db, err) != 0 ||
	    take_file(ctx, path, err) != 0 ||
	    hd_forget_all(ctx->db, &n, err) != 0 || print(ctx, &n, err) != 0)
		return -1;
	if (dry_run) {
		hd_db_rollback(ctx->db);
		return 0;
	}
	if (hd_db_commit(ctx->db, err) != 0)
		return -1;
	return hd_forget_scrub(ctx->db, err);
}

int
hd_privacy(struct hd_ctx *ctx, int argc, const char *forget, const char *copy,
    bool dry_run, struct hd_err *err)
{
	if (argc > 0 || (forget != NULL && copy != NULL))
		return hd_err_set(err, HD_EOPTION,
		    "--forget and --redacted-copy are done alone, without "
		    "files to import");
	if (hd_db_is_new(ctx->db))
		return hd_err_set(err, HD_ESYS,
		    "no database '%s': there is nothing to %s",
		    hd_db_path(ctx->db), forget != NULL ? "forget" : "copy");
	return forget != NULL ? forget_file(ctx, forget, dry_run, err)
			      : hd_redacted_copy(ctx->db, copy, err);
}
