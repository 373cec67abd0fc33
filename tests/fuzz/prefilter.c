/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pattern, a line feed, a text: what matches must be among the candidates of
 * the prefilter, and be found again where it says that a match may begin.
 */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "rules/pattern.h"
#include "rules/prefilter.h"

/* Only where it may begin; HD_NO when that is nowhere. */
static enum hd_tri
match_in(const struct hd_prefilter *f, const struct hd_scratch *scratch,
    struct hd_runner *r, struct hd_str text)
{
	struct hd_places places = hd_prefilter_places(scratch);
	struct hd_window w[HD_WINDOWS];
	size_t n = hd_prefilter_windows(f, &places, 0, text.n, w);

	if (n == HD_ANYWHERE)
		return hd_runner_match(r, 0, text, NULL);
	return hd_runner_match_in(r, 0, text, w, n, NULL);
}

static void
compare(struct hd_pattern *p, struct hd_str pattern, struct hd_str text)
{
	struct hd_prefilter *f = hd_prefilter_new(&pattern, 1);
	struct hd_runner *r = hd_runner_new(&p, 1);
	struct hd_scratch scratch = { 0 };
	enum hd_tri all, in;
	uint64_t set;

	if (r != NULL) {
		hd_prefilter_scan(f, &scratch, text, &set);
		all = hd_runner_match(r, 0, text, NULL);
		in = match_in(f, &scratch, r, text);
		MUST((set & 1) != 0 || all != HD_YES);
		/* where PCRE2 gave up it may decide */
		MUST(in == all || all == HD_MAYBE);
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
