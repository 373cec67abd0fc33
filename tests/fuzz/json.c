/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON: what parses is written again, and that parses to the same text; then
 * the bytes as an export, streamed and a record a line.
 */
#include "import.h"

static void
write_again(const struct hd_json *j, struct hd_buf *b)
{
	struct hd_jgen g;

	hd_jgen_init(&g, false);
	hd_jgen_val(&g, j);
	hd_jgen_take(&g, b);
	hd_jgen_release(&g);
}

static void
round_trip(struct hd_str s)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_buf one = HD_BUF_INIT, two = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	const struct hd_json *j = hd_json_parse(&a, s, &err);

	if (j != NULL) {
		write_again(j, &one);
		j = hd_json_parse(&a, hd_buf_str(&one), &err);
		MUST(j != NULL);
		write_again(j, &two);
		MUST(hd_str_same(hd_buf_str(&one), hd_buf_str(&two)));
	} else {
		MUST(err.code == HD_EDATA && err.msg[0] != '\0');
	}
	hd_buf_release(&one);
	hd_buf_release(&two);
	hd_arena_release(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct hd_ingest_opts o = { .max_record = FUZZ_RECORD };

	round_trip((struct hd_str){ (const char *)data, n });
	fuzz_import(&o, data, n, hd_read_json);
	fuzz_import(&o, data, n, hd_read_ndjson);
	return 0;
}
