/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LINTPATTERN_H
#define HD_LINTPATTERN_H

#include "check/lint_int.h"
#include "rules/patterntoken.h"

/* Private to lintpattern*.c: one pattern, where it stands. */
struct hd_lintpattern {
	const struct hd_ruleset *rs;
	struct hd_diags *out;
	const struct hd_rule *rule;
	size_t alt; /* from 1 */
	const struct hd_cond *cond;
	struct hd_str text;
	struct hd_tokens tokens;
};

/*
 * A finding about n bytes of the pattern from byte `at` on; borrowed as of
 * hd_diag_add().
 */
struct hd_diag *hd_lint_pattern_add(struct hd_lintpattern *p, const char *id,
    size_t at, size_t n, const char *fmt, ...) HD_PRINTF(5, 6);
/* The text of token i, as written. */
struct hd_str hd_lint_token(const struct hd_lintpattern *p, size_t i);
/* A letter, a digit or _, as \w has it in any script. */
bool hd_lint_word_char(uint32_t c);
/* Is token i a character of \w, as it stands? */
bool hd_lint_word_token(const struct hd_lintpattern *p, size_t i);

/*
 * Is nothing in front of token i / behind token i - 1: the pattern ends there,
 * or a group that is at such an end?
 */
bool hd_lint_open_left(const struct hd_tokens *t, size_t i);
bool hd_lint_open_right(const struct hd_tokens *t, size_t i);

/* R115: .* that is not needed. */
void hd_lint_pattern_gaps(struct hd_lintpattern *p);
/* R117, R118: words without \b. */
void hd_lint_pattern_words(struct hd_lintpattern *p);
/* R119: \b beside no word, '.' for itself, (?i), branches that are alike. */
void hd_lint_pattern_odd(struct hd_lintpattern *p);
/* R119: classes. */
void hd_lint_pattern_classes(struct hd_lintpattern *p);
/* R11A, R11B: what costs, and what only newer versions have. */
void hd_lint_pattern_features(struct hd_lintpattern *p);
/* R104: what is at the end of the line of a pattern, or of another value. */
void hd_lint_pattern_line(struct hd_lintpattern *p, bool pattern);
/*
 * R104: quotes, slashes, a second condition, a comma; R122: capitals in what
 * is always in lower case.
 */
void hd_lint_pattern_value(struct hd_lintpattern *p, bool pattern);

#endif
