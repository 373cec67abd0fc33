/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rule files through their layout and through JSON: what is read once comes
 * out the same however often it goes round.  Input that begins with { is JSON,
 * anything else a rule file.
 */
#include <string.h>

#include "check/rulejson.h"
#include "fuzz.h"
#include "rules/ruletext.h"

/* Text to layout, at the end of b; false: it is refused. */
static bool
layout(struct hd_str text, struct hd_buf *b)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_err err = HD_ERR_INIT;
	bool ok = hd_ruletext_read(&t, text, "f", &err) == 0;

	if (ok)
		hd_ruletext_print(&t, b);
	else
		MUST(err.code == HD_EUSAGE && err.msg[0] != '\0');
	hd_ruletext_release(&t);
	return ok;
}

static bool
from_json(struct hd_str json, struct hd_buf *b)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	const struct hd_json *j = hd_json_parse(&a, json, &err);
	bool ok = j != NULL && hd_rulejson_read(&t, j, &err) == 0;

	if (ok)
		hd_ruletext_print(&t, b);
	else
		MUST(err.code != HD_OK && err.msg[0] != '\0');
	hd_ruletext_release(&t);
	hd_arena_release(&a);
	return ok;
}

static void
to_json(struct hd_str text, struct hd_buf *b)
{
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_jgen g;

	MUST(hd_ruletext_read(&t, text, "f", &err) == 0);
	hd_jgen_init(&g, false);
	hd_rulejson_write(&t, &g);
	hd_jgen_take(&g, b);
	hd_jgen_release(&g);
	hd_ruletext_release(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct hd_str in = { (const char *)data, size };
	struct hd_buf once = HD_BUF_INIT, twice = HD_BUF_INIT,
		      json = HD_BUF_INIT, back = HD_BUF_INIT;

	if (size > 0 && (data[0] == '{' ? from_json : layout)(in, &once)) {
		MUST(layout(hd_buf_str(&once), &twice));
		MUST(hd_str_same(hd_buf_str(&once), hd_buf_str(&twice)));
		to_json(hd_buf_str(&once), &json);
		MUST(from_json(hd_buf_str(&json), &back));
		MUST(hd_str_same(hd_buf_str(&once), hd_buf_str(&back)));
	}
	hd_buf_release(&once);
	hd_buf_release(&twice);
	hd_buf_release(&json);
	hd_buf_release(&back);
	return 0;
}
