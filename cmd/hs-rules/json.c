/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules json: rule files for programs that write JSON, and back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/rulejson.h"
#include "hs-rules/hs-rules.h"

/* The whole of a file, or of standard input for "-". */
static int
read_whole(const char *name, struct hd_buf *b, struct hd_err *err)
{
	FILE *f = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
	char part[16384];
	size_t n;
	int r = 0;

	if (f == NULL) {
		(void)hd_err_sys(err, "cannot read '%s'", name);
		err->code = HD_EUSAGE;
		return -1;
	}
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		hd_buf_add(b, part, n);
	if (ferror(f))
		r = hd_err_sys(err, "cannot read '%s'", name);
	if (f != stdin)
		(void)fclose(f);
	return r;
}

static int
to_json(struct hd_str text, const char *name, struct hd_out *out,
    struct hd_err *err)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_jgen g;
	int r = hd_ruletext_read(&t, text, name, err);

	if (r == 0) {
		hd_jgen_init(&g, true);
		hd_rulejson_write(&t, &g);
		hd_jgen_take(&g, &b);
		hd_out_add(out, b.s, b.n);
		hd_jgen_release(&g);
	}
	hd_buf_release(&b);
	hd_ruletext_release(&t);
	return r;
}

static int
from_json(struct hd_str text, const char *name, struct hd_out *out,
    struct hd_err *err)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_json *j = hd_json_parse(&a, text, err);
	int r = j != NULL ? hd_rulejson_read(&t, j, err) : -1;

	if (r == 0) {
		hd_ruletext_print(&t, &b);
		hd_out_add(out, hd_buf_cstr(&b), b.n);
	} else {
		err->code = HD_EUSAGE;
		(void)hd_err_in(err, "%s", name);
	}
	hd_buf_release(&b);
	hd_ruletext_release(&t);
	hd_arena_release(&a);
	return r;
}

/* It lies beside the pack. */
static int
print_schema(struct hd_out *out, struct hd_err *err)
{
	const char *pack = hd_prog_pack();
	const char *slash = pack != NULL ? strrchr(pack, '/') : NULL;
	struct hd_buf path = HD_BUF_INIT, text = HD_BUF_INIT;
	int r;

	if (slash != NULL)
		hd_buf_add(&path, pack, (size_t)(slash - pack) + 1);
	hd_buf_adds(&path, "rules.schema.json");
	r = read_whole(path.s, &text, err);
	hd_out_add(out, hd_buf_cstr(&text), text.n);
	hd_buf_release(&path);
	hd_buf_release(&text);
	return r;
}

int
hd_rules_json_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_buf text = HD_BUF_INIT;
	int r;

	if (hd_rules.schema && argc == 0)
		return print_schema(&ctx->out, err);
	if (argc != 1 || hd_rules.schema)
		return hd_err_set(err, HD_EOPTION, "json: name one file");
	r = read_whole(argv[0], &text, err);
	if (r == 0)
		r = (hd_rules.import ? from_json : to_json)(
		    hd_buf_str(&text), argv[0], &ctx->out, err);
	hd_buf_release(&text);
	return r;
}
