/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values for the slots of the templates. */
#include <stdio.h>
#include <string.h>

#include "gen/talk.h"
#include "gen/world.h"

static int
lang_of(const struct gen_story *st)
{
	return st->lang == &gen_en   ? 0
	       : st->lang == &gen_de ? 1
	       : st->lang == &gen_fr ? 2
				     : 3;
}

static const char *
one(struct gen_story *st, const char *const *list)
{
	unsigned n = 0;

	while (list[n] != NULL)
		n++;
	return list[gen_below(st->w, n)];
}

static void
amount(struct gen_story *st, double mean, char out[GEN_VALUE])
{
	int64_t cents =
	    499 + (int64_t)(gsl_ran_exponential(st->w->rng, mean) * 100);
	int64_t whole = cents / 100, part = cents % 100;

	if (gen_chance(st->w, 0.3))
		part = 0;
	if (lang_of(st) == 0)
		(void)snprintf(out, GEN_VALUE,
		    part != 0 ? "£%lld.%02lld" : "£%lld", (long long)whole,
		    (long long)part);
	else
		(void)snprintf(out, GEN_VALUE, "%lld,%02lld €",
		    (long long)whole, (long long)part);
}

static void
error_code(struct gen_story *st, char out[GEN_VALUE])
{
	if (st->domain == GEN_SAAS)
		(void)snprintf(
		    out, GEN_VALUE, "AUTH_%04u", 1000 + gen_below(st->w, 9000));
	else if (st->domain == GEN_IT)
		(void)snprintf(
		    out, GEN_VALUE, "0x8%04u", 1000 + gen_below(st->w, 9000));
	else
		(void)snprintf(
		    out, GEN_VALUE, "E-%04u", 1000 + gen_below(st->w, 9000));
}

/* The items one may be asked for. */
static void
item_value(struct gen_story *st, enum gen_slot slot, char out[GEN_VALUE])
{
	struct gen_world *w = st->w;

	switch ((int)slot) {
	case SLOT_ORDER:
		(void)snprintf(
		    out, GEN_VALUE, "FB-%u", 200000 + gen_below(w, 700000));
		break;
	case SLOT_INVOICE:
		(void)snprintf(
		    out, GEN_VALUE, "INV-26%u", 10000 + gen_below(w, 89999));
		break;
	case SLOT_ERROR:
		error_code(st, out);
		break;
	case SLOT_DEVICE:
		(void)snprintf(out, GEN_VALUE, "%s", one(st, gen_devices));
		break;
	case SLOT_DATE:
		gen_date_words(lang_of(st),
		    st->created - gen_between(w, 1, 26) * GEN_DAY, out);
		break;
	case SLOT_AMOUNT:
		amount(st, 90, out);
		break;
	case SLOT_PHONE:
		(void)snprintf(out, GEN_VALUE, "%s", st->user.phone);
		break;
	case SLOT_EMAIL:
		(void)snprintf(out, GEN_VALUE, "%.79s", st->user.email);
		break;
	case SLOT_BROWSER:
		(void)snprintf(out, GEN_VALUE, "%s", one(st, gen_browsers));
		break;
	case SLOT_PROJECT:
		(void)snprintf(out, GEN_VALUE, "%s", one(st, gen_projects));
		break;
	case SLOT_PRODUCT:
		(void)snprintf(out, GEN_VALUE, "%s", one(st, gen_products));
		break;
	case SLOT_TRACK:
		(void)snprintf(out, GEN_VALUE, "QX%09uGB",
		    100000000 + gen_below(w, 800000000));
		break;
	case SLOT_CARD:
		(void)snprintf(
		    out, GEN_VALUE, "%04u", 1000 + gen_below(w, 9000));
		break;
	case SLOT_ACCT:
		(void)snprintf(
		    out, GEN_VALUE, "7%07u", 1000000 + gen_below(w, 8999999));
		break;
	default:
		(void)snprintf(out, GEN_VALUE, "HLD-%c%u",
		    "LDT"[gen_below(w, 3)], 1000 + gen_below(w, 8999));
		break;
	}
}

/* People and places. */
static bool
who_value(struct gen_story *st, enum gen_slot slot, char out[GEN_VALUE])
{
	const struct gen_user *u = &st->user;
	const char *s;
	int peer;

	switch ((int)slot) {
	case SLOT_NAME:
		s = u->first;
		break;
	case SLOT_FULL:
		s = u->full;
		break;
	case SLOT_COMPANY:
		s = u->account >= 0 ? st->w->accounts[u->account].name
				    : u->full;
		break;
	case SLOT_PLAN:
		s = gen_plans[u->account >= 0 ? st->w->accounts[u->account].plan
					      : (int)gen_below(st->w, 3)];
		break;
	case SLOT_BOT:
		s = st->bot >= 0 ? gen_bots[st->bot].name : "";
		break;
	case SLOT_BRAND:
		s = gen_brands[st->domain];
		break;
	case SLOT_WHAT:
		s = st->issue->what;
		break;
	case SLOT_CITY:
		s = one(st, gen_cities);
		break;
	case SLOT_PEER:
		do {
			peer = (int)gen_below(st->w, (unsigned)gen_nagents);
		} while (gen_agents[peer].domain != st->domain);
		s = gen_agents[peer].name;
		(void)snprintf(out, GEN_VALUE, "%.*s", (int)strcspn(s, " "), s);
		return true;
	default:
		return false;
	}
	(void)snprintf(out, GEN_VALUE, "%.79s", s);
	return true;
}

void
gen_make_value(struct gen_story *st, enum gen_slot slot, char out[GEN_VALUE])
{
	struct gen_world *w = st->w;

	if (slot < GEN_NITEMS) {
		item_value(st, slot, out);
		return;
	}
	if (who_value(st, slot, out))
		return;
	switch ((int)slot) {
	case SLOT_COUNT:
		(void)snprintf(out, GEN_VALUE, "%u", 3 + gen_below(w, 28));
		break;
	case SLOT_AMOUNT2:
		amount(st, 60, out);
		break;
	case SLOT_LATER:
		gen_date_words(lang_of(st),
		    st->created + gen_between(w, 9, 40) * GEN_DAY, out);
		break;
	case SLOT_DAYS:
		(void)snprintf(out, GEN_VALUE, "%u", 3 + gen_below(w, 9));
		break;
	case SLOT_DAY:
		(void)snprintf(out, GEN_VALUE, "%s",
		    gen_weekday(lang_of(st),
			gen_work(
			    st->created + gen_between(w, 2, 6) * GEN_DAY)));
		break;
	case SLOT_TIME:
		(void)snprintf(out, GEN_VALUE, "%02u:%02u",
		    8 + gen_below(w, 11), 5 * gen_below(w, 12));
		break;
	case SLOT_REF:
		(void)snprintf(
		    out, GEN_VALUE, "#%u", 100000 + gen_below(w, 900000));
		break;
	default:
		(void)snprintf(out, GEN_VALUE, "#%lld", (long long)st->prev);
		break;
	}
}
