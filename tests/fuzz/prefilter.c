/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pattern, a line feed, a text: what matches must be among the candidates of
 * the prefilter.
 */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "rules/pattern.h"
#include "rules/prefilter.h"

static void
compare(struct hd_pattern *p, struct hd_str pattern, struct hd_str text)
{
	struct hd_prefilter *f = hd_prefilter_new(&pattern, 1);
	struct hd_runner *r = hd_runner_new(&p, 1);
	struct hd_scratch scratch = { NULL, 0, NULL, 0 };
	uint64_t set;

	if (r != NULL) {
		hd_prefilter_scan(f, &scratch, text, &set);
		MUST((set & 1) != 0 ||
		     hd_runner_match(r, 0, text, NULL) != HD_YES);
	}
	hd_scratch_release(&scratch);
	hd_runner_free(r);
	hd_prefilter_free(f);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size > 0 ? memchr(data, '\n', size) : NULL;
	struct hd_str pattern, text;
	struct hd_pattern_err err;
	struct hd_pattern *p;

	if (end == NULL || size > 4096)
		return 0;
	pattern.p = (const char *)data;
	pattern.n = (size_t)(end - data);
	text.p = (const char *)end + 1;
	text.n = size - pattern.n - 1;
	if (!hd_utf8_valid(pattern) || !hd_utf8_valid(text))
		return 0;
	p = hd_pattern_new(pattern, &err);
	if (p != NULL)
		compare(p, pattern, text);
	hd_pattern_free(p);
	return 0;
}
