/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TOKENREAD_H
#define HD_TOKENREAD_H

#include "rules/patterntoken.h"

/* Private to patterntoken.c and tokenread.c: a pattern as it is being cut. */
struct hd_tokenread {
	const char *p, *end;
	bool quoted; /* between \Q and \E */
};

bool hd_token_next_is(const struct hd_tokenread *r, const char *s);
/* Go on behind s if it is next. */
bool hd_token_skip(struct hd_tokenread *r, const char *s);
/* Go on behind the next `close`. */
void hd_token_to(struct hd_tokenread *r, char close);
/* What follows a backslash / a '('. */
void hd_token_escape(struct hd_tokenread *r, struct hd_token *t);
void hd_token_group(struct hd_tokenread *r, struct hd_token *t);

#endif
