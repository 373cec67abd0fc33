/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules fmt: rule files written in the one way there is. */
#define _XOPEN_SOURCE 700 /* realpath() */

#include <stdlib.h>
#include <sys/stat.h>

#include "check/verify.h"
#include "hs-rules/hs-rules.h"
#include "rules/ruletext.h"

/* What the file would be; `as` is what it is. */
static int
formatted(const struct hd_rulesrc *src, const char *name, const char *date,
    struct hd_buf *as, struct hd_buf *to, struct hd_err *err)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	char *path = NULL;
	int r = src->read(src->ctx, name, NULL, &path, as, err);

	if (r == 0)
		r = hd_rules_verify(path, hd_buf_str(as), src, err);
	else
		err->code = HD_EUSAGE;
	if (r == 0)
		r = hd_ruletext_read(&t, hd_buf_str(as), path, err);
	if (r == 0 && hd_rules.bump == NULL) {
		hd_ruletext_print(&t, to);
	} else if (r == 0) {
		r = hd_ruletext_bump(&t, hd_rules.bump, date, to, err);
		if (r == 0) /* the date */
			r = hd_rules_verify(path, hd_buf_str(to), src, err);
	}
	free(path);
	hd_ruletext_release(&t);
	return r;
}

/* Where a link leads, and with the permissions that the file has. */
static int
write_file(const char *name, struct hd_str text, struct hd_err *err)
{
	char *path = realpath(name, NULL);
	struct hd_out out;
	struct stat sb;
	int r = -1;

	if (path == NULL || stat(path, &sb) != 0) {
		(void)hd_err_sys(err, "cannot write '%s'", name);
	} else if (hd_out_open(&out, path, err) == 0) {
		hd_out_add(&out, text.p, text.n);
		r = hd_out_close(&out, err);
	}
	if (r == 0 && chmod(path, sb.st_mode & 07777) != 0)
		r = hd_err_sys(err, "cannot set the mode of '%s'", name);
	free(path);
	return r;
}

static int
one_file(
    struct hd_ctx *ctx, const char *name, const char *date, struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { hd_prog_pack() };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_buf as = HD_BUF_INIT, to = HD_BUF_INIT;
	int r = formatted(&src, name, date, &as, &to, err);
	bool same = hd_str_same(hd_buf_str(&as), hd_buf_str(&to));

	if (r == 0 && hd_rules.check && !same) {
		hd_out_addf(&ctx->out, "%s\n", name);
		ctx->status = HD_EXIT_FINDINGS;
	}
	if (r == 0 && hd_rules.write && !same)
		r = write_file(name, hd_buf_str(&to), err);
	if (r == 0 && !hd_rules.check && !hd_rules.write)
		hd_out_add(&ctx->out, to.s, to.n);
	hd_buf_release(&as);
	hd_buf_release(&to);
	return r;
}

int
hd_rules_fmt_run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	const char *date = hd_rules.bump != NULL && argc > 0 ? argv[0] : NULL;
	int first = hd_rules.bump != NULL ? 1 : 0;

	if (hd_rules.check && hd_rules.write)
		return hd_err_set(
		    err, HD_EOPTION, "--check or --write, not both");
	if (argc <= first)
		return hd_err_set(err, HD_EOPTION,
		    hd_rules.bump != NULL ? "fmt --bump rule date file ..."
					  : "which rule file?");
	for (int i = first; i < argc; i++)
		if (one_file(ctx, argv[i], date, err) != 0)
			return -1;
	return 0;
}
