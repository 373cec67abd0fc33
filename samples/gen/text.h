/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GEN_TEXT_H
#define GEN_TEXT_H

#include <stddef.h>

/*
 * The words of the generated tickets, as tables.  A template may hold slots,
 * "{order}", and choices, "[one|another|]", which may be nested; expand.c
 * fills them in.  Lists end with NULL.
 */

enum gen_domain {
	GEN_FINANCE,
	GEN_TELECOM,
	GEN_SAAS,
	GEN_SHOP,
	GEN_IT,
	GEN_NDOMAINS,
};

/* What a slot stands for.  Those before GEN_NITEMS can be asked for. */
enum gen_slot {
	SLOT_ORDER,
	SLOT_INVOICE,
	SLOT_ERROR,
	SLOT_DEVICE,
	SLOT_DATE,
	SLOT_AMOUNT,
	SLOT_PHONE,
	SLOT_EMAIL,
	SLOT_BROWSER,
	SLOT_PROJECT,
	SLOT_PRODUCT,
	SLOT_TRACK,
	SLOT_CARD,
	SLOT_ACCT,
	SLOT_HOST,
	GEN_NITEMS,
	SLOT_CITY = GEN_NITEMS,
	SLOT_COUNT,
	SLOT_AMOUNT2,
	SLOT_LATER, /* a date to come */
	SLOT_DAYS,
	SLOT_DAY,
	SLOT_TIME,
	SLOT_PLAN,
	SLOT_REF,
	SLOT_NAME, /* the customer's first name */
	SLOT_FULL, /* and the whole name */
	SLOT_COMPANY,
	SLOT_AGENT,
	SLOT_PEER, /* another agent or a manager */
	SLOT_BOT,
	SLOT_BRAND,
	SLOT_TEAM,
	SLOT_WHAT,  /* the issue in a few words */
	SLOT_ALSO,  /* another issue in half a sentence */
	SLOT_GIVEN, /* "order 12, card 34": what is known by now */
	SLOT_VALUE, /* the value of the item being asked about */
	SLOT_PREV,  /* number of an earlier ticket */
	GEN_NSLOTS,
};

#define BIT(slot) (1u << (slot))

#define LIST(...)                 \
	(const char *const[])     \
	{                         \
		__VA_ARGS__, NULL \
	}

/* One kind of request, in one language. */
struct gen_issue {
	const char *name; /* NULL ends a table; the same in all languages */
	const char *what;
	enum gen_domain domain;
	int weight;
	int judge;	/* per cent that need a decision of their own */
	unsigned items; /* what would be asked for, as BIT()s */
	const char *page;
	const char *subject[4];
	const char *open[8];
	const char *brief[3];
	const char *ai[3];
	const char *fail[3];
	const char *macro[3];
	const char *judged[4];
};

extern const struct gen_issue gen_finance[], gen_telecom[], gen_saas[],
    gen_shop[], gen_it[];

/* Names, in text_names.c. */
struct gen_names {
	const char *const *first, *const *last;
};

extern const struct gen_names gen_names[4]; /* en, de, fr, es */
extern const char *const gen_company_a[],
    *const gen_company_b[], *const gen_company_end[],
				*const gen_cities[],
				    *const gen_devices[],
					*const gen_browsers[],
					    *const gen_projects[],
						*const gen_products[],
						    *const gen_plans[];

#endif
