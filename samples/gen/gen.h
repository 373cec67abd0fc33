/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GEN_GEN_H
#define GEN_GEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "gen/kinds.h"
#include "gen/say.h"

/*
 * A ticket as the generator thinks of it, before it takes a vendor's shape:
 * messages and events by time, and what is true about them.  One struct
 * gen_story is used again for each ticket, so memory does not grow.
 */

struct gen_world;

#define GEN_MAXMSG    48
#define GEN_MAXREPEAT 8
#define GEN_VALUE     80

struct gen_msg {
	enum gen_role role;
	enum gen_kind kind;
	int64_t at;
	int index;   /* among messages with a body, else -1 */
	int agent;   /* who, in gen_agents */
	int team;    /* GEN_ASSIGN: to which */
	bool answer; /* an AI answer, not a question or a closing */
	struct hd_buf text, quoted;
};

struct gen_repeat {
	enum gen_slot item;
	int asked_in, given_in;
};

struct gen_user {
	int64_t id;
	int64_t account; /* index, -1 for a private customer */
	int lang;
	bool casual; /* writes without capitals and full stops */
	char first[40], full[GEN_VALUE], email[96], phone[24];
};

struct gen_story {
	struct gen_world *w;
	enum gen_vendor vendor;
	enum gen_domain domain;
	const struct gen_lang *lang;
	const struct gen_issue *issue;
	struct gen_user user;
	int64_t id, created, now;
	bool chat;   /* short and quick, else e-mail-like */
	int channel; /* the vendor's own list */
	int bot;     /* in gen_bots */
	int agent, team;
	enum gen_excluded excluded;

	/* what is true about it */
	enum gen_path path, planned;
	int complexity; /* 0 low, 1 medium, 2 high */
	int emotion;	/* 0 neutral, 1 frustrated, 2 high-stakes */
	bool judgment, reopened, resolved, confirmed, gave_up;
	int handoff, transition, correction, first_human;
	const char *wording;
	const char *failed; /* what the customer said of the last answer */
	bool handing; /* the next note or reply of a person is the handoff */
	int64_t handoff_at, first_close, last_close;
	bool summary;
	struct gen_repeat repeats[GEN_MAXREPEAT];
	size_t nrepeats;
	enum gen_csat csat;
	int64_t prev; /* number of an earlier ticket, 0 without */

	char value[GEN_NSLOTS][GEN_VALUE]; /* "" until needed */
	unsigned seen,
	    paged; /* items in the customer's text; in URL, subject */
	int given_in[GEN_NITEMS];
	bool speaking; /* expansion marks items as given */
	struct hd_buf subject, page, remark;

	struct gen_msg msg[GEN_MAXMSG];
	size_t nmsg;
	int nbody;
};

#endif
