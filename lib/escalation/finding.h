/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FINDING_H
#define HD_FINDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

/*
 * What an audit found of a ticket, with the words that prove it.  Codes and
 * items are the constants of hs-escaudit(1).
 */
enum hd_audit {
	HD_AUDIT_TRIGGERS,
	HD_AUDIT_WORDING,
	HD_AUDIT_HANDOFF,
	HD_AUDIT_REPEAT,
	HD_AUDIT_OPENING,
	HD_AUDIT_PAGES,
	HD_AUDIT_EFFORT,
	HD_AUDIT_NEEDED,
	HD_AUDITS,
};
/* As its command is called. */
const char *hd_audit_name(enum hd_audit a);

/* Of an audit that cannot be made of a ticket; the reason says why. */
extern const char hd_not_measurable[];

struct hd_finding {
	enum hd_audit audit;
	const char *code, *item; /* item NULL: none */
	int64_t message;	 /* index in the thread, -1: in no message */
	struct hd_str quote; /* of the stored body; p NULL: nothing to quote */
	/* Where it had been said: a message, or -1 with the place in words. */
	int64_t given;
	struct hd_str given_in, given_quote; /* p NULL: none */
	struct hd_str reason;		     /* a sentence without its stop */
	double value;	   /* a number that belongs to the code, NaN: none */
	const char *basis; /* text event tag field note state review ... */
};

struct hd_findings {
	struct hd_finding *v;
	size_t n, cap;
	struct hd_arena *arena; /* of the strings made for them */
};

/*
 * Add one, without a place, quote or basis "text" yet; borrowed until the next
 * is added.  fmt makes the reason.
 */
struct hd_finding *hd_finding_add(struct hd_findings *f, enum hd_audit audit,
    const char *code, const char *fmt, ...) HD_PRINTF(4, 5);
/* The first of an audit with that code and item (either NULL: any), or NULL. */
const struct hd_finding *hd_finding_of(const struct hd_findings *f,
    enum hd_audit audit, const char *code, const char *item);
/* Could that audit be made of the ticket? */
bool hd_finding_measured(const struct hd_findings *f, enum hd_audit audit);
/* Take over from another finding the words, and where they had been given. */
void hd_finding_prove(struct hd_finding *one, const struct hd_finding *proof);

#endif
