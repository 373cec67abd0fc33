/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PATTERNTOKEN_H
#define HD_PATTERNTOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * A pattern cut into its tokens, for those who advise on it (lib/check) or make
 * up texts for it (pump.h).  It is not what decides what a pattern means:
 * only PCRE2 does, and a pattern that PCRE2 takes is cut the way PCRE2 does.
 */

enum hd_token_kind {
	HD_TOKEN_CHAR,	/* c */
	HD_TOKEN_DOT,	/* . */
	HD_TOKEN_SET,	/* \d and the like: one character of many */
	HD_TOKEN_CLASS, /* [a-z] */
	HD_TOKEN_BOUND, /* \b */
	HD_TOKEN_EDGE,	/* ^ $ \A \z \B \G and other things of no width */
	HD_TOKEN_OPEN,	/* of a group, to the ':' or '>' before its body */
	HD_TOKEN_CLOSE,
	HD_TOKEN_BAR,
	HD_TOKEN_REPEAT, /* of what is before it */
	HD_TOKEN_BACKREF,
	HD_TOKEN_CALL, /* recursion: a group used as a subroutine */
	HD_TOKEN_VERB, /* (*...) */
	HD_TOKEN_CALLOUT,
	HD_TOKEN_OPTION, /* (?i) */
	HD_TOKEN_NOTHING,
};

enum hd_group {
	HD_GROUP_PLAIN, /* (...), (?:...), named */
	HD_GROUP_ATOMIC,
	HD_GROUP_AHEAD,
	HD_GROUP_NOT_AHEAD,
	HD_GROUP_BEHIND,
	HD_GROUP_NOT_BEHIND,
	HD_GROUP_IF, /* (?(1)yes|no); the condition is a token of its own */
	HD_GROUP_OTHER,
};

#define HD_TOKEN_MANY ((unsigned)-1) /* max of a repeat without an end */

struct hd_token {
	enum hd_token_kind kind;
	size_t at, n;	     /* bytes of the pattern */
	uint32_t c;	     /* of CHAR */
	unsigned min, max;   /* of REPEAT */
	enum hd_group group; /* of OPEN */
	size_t mate;	     /* OPEN and CLOSE: the index of the other */
	bool ignores_blanks; /* OPTION, OPEN: it has the option x */
};

struct hd_tokens {
	struct hd_token *v;
	size_t n, cap;
	bool extended; /* blanks mean nothing somewhere: option x */
};

#define HD_TOKENS_INIT            \
	{                         \
		NULL, 0, 0, false \
	}

/* Cut a pattern that PCRE2 compiles; any other bytes give some tokens too. */
void hd_tokens_read(struct hd_tokens *t, struct hd_str pattern);
void hd_tokens_release(struct hd_tokens *t);
/* Is token i a lookaround group's opening? */
bool hd_token_looks(const struct hd_token *t);
/*
 * Behind the element that begins at token i: a token, or a group with its
 * body; its repeat is not counted in.
 */
size_t hd_token_after(const struct hd_tokens *t, size_t i);
/* The repeat of the element that begins at token i, NULL: it has none. */
const struct hd_token *hd_token_repeat(const struct hd_tokens *t, size_t i);

#endif
