/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pattern: it is cut into tokens that cover it, and the prober ends within
 * its budget of steps, with the same answer every time.
 */
#include "base/utf8.h"
#include "fuzz.h"
#include "rules/patterninfo.h"
#include "rules/patterntoken.h"
#include "rules/prober.h"

#define SPENT_MAX ((size_t)8000000)

static void
cut(struct hd_str pattern)
{
	struct hd_tokens t = HD_TOKENS_INIT;
	struct hd_newer newer;
	size_t at = 0;

	hd_tokens_read(&t, pattern);
	for (size_t i = 0; i < t.n; i++) {
		MUST(t.v[i].at == at && t.v[i].n > 0);
		MUST(hd_token_after(&t, i) > i && hd_token_after(&t, i) <= t.n);
		at += t.v[i].n;
	}
	MUST(at == pattern.n);
	if (hd_pattern_newer(pattern, &newer))
		MUST(newer.n > 0 && newer.at + newer.n <= pattern.n);
	hd_tokens_release(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct hd_str pattern = { (const char *)data, n };
	struct hd_growth one = HD_GROWTH_INIT, two = HD_GROWTH_INIT;

	/* rule files are UTF-8, and their lines are not longer */
	if (n == 0 || n > 4096 || !hd_utf8_valid(pattern))
		return 0;
	cut(pattern);
	hd_growth_measure(&one, pattern);
	MUST(one.spent <= SPENT_MAX);
	MUST(hd_utf8_valid(hd_buf_str(&one.pump)));
	if (one.spent < SPENT_MAX / 100) {
		hd_growth_measure(&two, pattern);
		MUST(one.kind == two.kind && one.spent == two.spent);
	}
	hd_growth_release(&one);
	hd_growth_release(&two);
	return 0;
}
