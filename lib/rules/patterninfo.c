/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking PCRE2 and the prefilter about a pattern: see patterninfo.h. */
#include <string.h>

#include "rules/literal.h"
#include "rules/patterninfo.h"
#include "rules/pattern.h"
#include "rules/pcre.h"

#define LIMIT 10000

/* Words, blanks, marks: nothing that a pattern would look for. */
static const char unrelated[] = "q 0 \xE2\x98\x83";

struct hd_str
hd_pattern_at(const struct hd_ruleset *rs, size_t i)
{
	return hd_pattern_text(rs->patterns[i]);
}

bool
hd_pattern_empty(const struct hd_ruleset *rs, size_t i)
{
	const pcre2_code *code = rs->patterns[i]->code;
	pcre2_match_context *ctx = pcre2_match_context_create(NULL);
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	uint32_t may = 0;
	bool empty = false;

	(void)pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &may);
	if (may != 0 && ctx != NULL && data != NULL) {
		(void)pcre2_set_match_limit(ctx, LIMIT);
		empty = pcre2_match(code, (PCRE2_SPTR)unrelated,
			    strlen(unrelated), 0, 0, data, ctx) >= 0;
	}
	pcre2_match_data_free(data);
	pcre2_match_context_free(ctx);
	return empty;
}

bool
hd_pattern_literal(const struct hd_ruleset *rs, size_t i)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_litneed need;
	bool known = hd_literals(&arena, hd_pattern_at(rs, i), &need);

	hd_arena_release(&arena);
	return known;
}
