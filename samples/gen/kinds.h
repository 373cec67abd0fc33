/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GEN_KINDS_H
#define GEN_KINDS_H

/* The kinds of things a ticket is made of. */

enum gen_vendor {
	GEN_ZENDESK,
	GEN_INTERCOM,
	GEN_FRESHDESK,
	GEN_NVENDORS,
};

enum gen_role {
	GEN_CUSTOMER,
	GEN_AI,
	GEN_AGENT,
	GEN_SYSTEM,
};

enum gen_kind {
	GEN_REPLY,
	GEN_NOTE,
	GEN_ASSIGN, /* the kinds from here on have no body */
	GEN_CLOSE,
	GEN_OPEN,
};

enum gen_path {
	GEN_AI_ONLY,
	GEN_AI_TO_HUMAN,
	GEN_HUMAN_ONLY,
	GEN_NO_REPLY,
};

/* Why a ticket should not be counted. */
enum gen_excluded {
	GEN_COUNTED,
	GEN_SPAM,
	GEN_TEST,
	GEN_MERGED,
	GEN_OUTBOUND,
};

enum gen_csat {
	GEN_UNOFFERED,
	GEN_OFFERED,
	GEN_BAD,
	GEN_MIXED,
	GEN_GOOD,
};

#endif
