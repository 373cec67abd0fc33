/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MONEY_H
#define HD_MONEY_H

#include "ingest/ingest.h"

/*
 * Amounts of one database are in one currency, so that they can be added: the
 * first one named, or that of the rates.  An amount in another is refused
 * unless there is a rate for it.
 */

/* Rates of --fx FILE: one unit of a currency in the base currency. */
struct hd_fx {
	char base[4];
	struct hd_fx_rate {
		char currency[4];
		double rate;
		int64_t since; /* INT64_MIN: from ever */
	} * rates;
	size_t n, cap;
};

/* CSV currency,rate[,valid_from]; the one with the rate 1 is the base. */
int hd_fx_read(struct hd_fx *fx, const char *path, struct hd_err *err);
void hd_fx_release(struct hd_fx *fx);

/*
 * The amount in cents of the database's currency.  given: the currency that
 * the record names, p NULL if none; since: when it held, HD_TIME_NONE for
 * today.  currency becomes that of the result, "" where nobody said one.
 */
int hd_money(struct hd_ingest *in, const char *name, struct hd_str text,
    struct hd_str given, int64_t since, int64_t *cents, char currency[4],
    struct hd_err *err);

#endif
