/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LITERAL_H
#define HD_LITERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

/*
 * Private to lib/rules: literals that a pattern cannot match without.  They
 * are compared with a folded text: a pattern whose literals are all missing
 * there does not match, whatever else is in it.
 */

#define HD_LITERAL_MAX 32 /* bytes of one literal */

/*
 * Bytes, at least and at most; hi HD_FAR: there is no telling.  Not counted at
 * most are so many runs of word characters, each as long as it happens to be.
 */
struct hd_litspan {
	unsigned lo, hi, runs;
};

#define HD_FAR 255U

/*
 * Folded bytes; at a bounded edge the pattern has \b.  It begins so many bytes
 * behind the start of the match.
 */
struct hd_literal {
	const char *p;
	size_t n;
	bool left, right;
	struct hd_litspan at;
};

/* At least one of v must be in the text.  Memory is the arena's. */
struct hd_litset {
	struct hd_literal *v;
	size_t n;
};

#define HD_CLAUSE_MAX 3 /* sets of a clause */

/* Of each of the n sets a literal must be in the text. */
struct hd_litclause {
	struct hd_litset sets[HD_CLAUSE_MAX];
	size_t n;
};

/*
 * One of the clauses must hold; and one of `near` is there for each match, not
 * HD_FAR from its start, unless near.n is 0.
 */
struct hd_litneed {
	struct hd_litclause *v;
	size_t n;
	struct hd_litset near;
};

/*
 * What a pattern needs that PCRE2 accepts with UTF, UCP and CASELESS.
 * false: no clause is known of few texts; need->near may be.
 */
bool hd_literals(
    struct hd_arena *arena, struct hd_str pattern, struct hd_litneed *need);

/*
 * Fold one code point of a pattern: every character that PCRE2 takes for it,
 * ignoring case, is the same bytes in a folded text, but for the two that
 * hd_fold_text() tells of.  false: no such promise can be made.
 */
bool hd_fold_char(uint32_t c, uint32_t *folded);
/*
 * Fold text into out, which has room for text.n bytes.  false: it has U+017F
 * or U+212A, which match the ASCII letters s and k.
 */
bool hd_fold_text(struct hd_str text, char *out);
/* May \b hold between byte i - 1 and byte i of a folded text? */
bool hd_fold_bound(const char *text, size_t n, size_t i);

#endif
