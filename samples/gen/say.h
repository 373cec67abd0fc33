/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GEN_SAY_H
#define GEN_SAY_H

#include "gen/text.h"

/* What is said whatever the matter, and what makes up a language. */

/* The occasions on which something is said that depends on no issue. */
enum gen_say {
	SAY_HELLO,
	SAY_BYE,
	SAY_CALM,
	SAY_ANGRY,
	SAY_ANGRY_MORE,
	SAY_STAKES,
	SAY_ALSO,    /* brings in a second issue */
	SAY_CONTEXT, /* small talk, circumstances */
	SAY_AI_HELLO,
	SAY_AI_END,
	SAY_AI_ASK,
	SAY_AI_CLOSE,
	SAY_AI_RETRY,
	SAY_PERSON, /* the customer wants a person */
	SAY_FAIL,
	SAY_OK,
	SAY_GIVE_UP,
	SAY_KEPT,
	SAY_BARE,
	SAY_DEAD,
	SAY_SUMMARY,
	SAY_AG_HELLO,
	SAY_AG_ACK, /* has read what went before */
	SAY_AG_ASK, /* leads to a question */
	SAY_AG_END,
	SAY_NEAR, /* mentions what is known, asks for none of it */
	SAY_GIVE,
	SAY_REGIVE,
	SAY_REGIVE_CROSS,
	SAY_CHECK, /* the agent needs time */
	SAY_CHASE,
	SAY_DECIDE,
	SAY_REASON,
	SAY_CORRECT,
	SAY_NOTE,
	SAY_MOVE,
	SAY_REOPEN,
	SAY_REOPEN_FIX,
	SAY_FOLLOW,
	SAY_AUTO_ACK,
	SAY_OUTBOUND,
	SAY_SPAM,
	SAY_TEST,
	SAY_GOOD,
	SAY_BAD,
	SAY_SIGN,
	SAY_AG_SIGN,
	SAY_QUOTE,
	GEN_NSAY,
};

struct gen_lang {
	const char *code;
	const struct gen_issue *issues[GEN_NDOMAINS];
	/* by enum gen_say: what customers say, and bots and agents */
	const char *const *const *cust, *const *const *team;
	const char *const *sys[GEN_NDOMAINS];  /* one more system each */
	const char *const *cond[GEN_NDOMAINS]; /* conditions, exceptions */
	/* what is at stake; SAY_STAKES where NULL */
	const char *const *stakes[GEN_NDOMAINS];
	const char *label[GEN_NITEMS]; /* before a value */
	const char *const *ask[GEN_NITEMS];
};

extern const char *const *const gen_en_cust[GEN_NSAY],
    *const *const gen_en_team[GEN_NSAY];
extern const struct gen_lang gen_en, gen_de, gen_fr, gen_es;

#endif
