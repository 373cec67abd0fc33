/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GEN_WORLD_H
#define GEN_WORLD_H

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "gen/gen.h"

/*
 * Who there is: accounts, people, bots and teams.  Accounts are kept, a few
 * thousand at most; people are worked out from their number when needed.
 */

struct gen_account {
	int64_t id;
	char name[64], slug[64];
	enum gen_domain domain;
	int lang, plan, plan_before; /* -1 if the plan never changed */
	int64_t mrr, created, churned, upgraded, renewal;
	int64_t soured; /* when things went wrong, 0 never */
	unsigned users;
	double weight;
};

struct gen_agent {
	const char *name;
	enum gen_domain domain;
	int team;
};

struct gen_bot {
	const char *name, *tag;
	enum gen_domain domain;
	bool widget; /* Zendesk: author -1 */
};

struct gen_team {
	const char *name;
	enum gen_domain domain;
};

extern const struct gen_agent gen_agents[];
extern const struct gen_bot gen_bots[];
extern const struct gen_team gen_teams[];
extern const size_t gen_nagents, gen_nbots, gen_nteams;
extern const char *const gen_brands[GEN_NDOMAINS];
extern const char *const gen_hosts[GEN_NDOMAINS];

/* A customer whose matter was left unsolved and who may write again. */
struct gen_pending {
	struct gen_user user;
	enum gen_vendor vendor;
	enum gen_domain domain;
	const struct gen_issue *issue;
	int64_t due, prev;
	char value[GEN_NITEMS][GEN_VALUE];
};

#define GEN_NPENDING 256

struct gen_world {
	gsl_rng *rng;
	unsigned long seed;
	int64_t since, until;
	struct gen_account *accounts;
	size_t naccounts;
	size_t *members[GEN_NDOMAINS]; /* accounts of a domain */
	gsl_ran_discrete_t *pick[GEN_NDOMAINS];
	uint64_t consumers[GEN_NDOMAINS];
	int64_t next_id[GEN_NVENDORS];
	struct gen_pending pending[GEN_NPENDING];
	size_t npending;
};

void gen_world_init(struct gen_world *w, unsigned long seed, uint64_t tickets,
    int64_t since, int64_t until);
void gen_world_release(struct gen_world *w);

/* true with probability p */
bool gen_chance(struct gen_world *w, double p);
/* 0 .. n - 1 */
unsigned gen_below(struct gen_world *w, unsigned n);
/* lo .. hi */
int64_t gen_between(struct gen_world *w, int64_t lo, int64_t hi);

/* A person of an account, or private customer number n of a domain. */
void gen_user_of(const struct gen_world *w, int64_t account,
    enum gen_domain domain, uint64_t n, struct gen_user *u);
/* Somebody to write a ticket at t. */
void gen_user_pick(
    struct gen_world *w, enum gen_domain domain, int64_t t, struct gen_user *u);
enum gen_vendor gen_vendor_of(enum gen_domain domain);
int64_t gen_agent_id(int agent);
int64_t gen_bot_id(int bot);
int64_t gen_team_id(int team);
int gen_agent_pick(struct gen_world *w, int team);
int gen_team_pick(struct gen_world *w, enum gen_domain domain);

/* clock.c */
#define GEN_DAY	 INT64_C(86400)
#define GEN_HOUR INT64_C(3600)

/* "2026-08-31T12:00:00Z"; dateonly: "2026-08-31". */
void gen_iso(int64_t t, bool dateonly, char out[GEN_VALUE]);
/* Days since 1970 of a date. */
int64_t gen_days(int year, unsigned month, unsigned day);
bool gen_parse_date(const char *s, int64_t *t);
void gen_date_words(int lang, int64_t t, char out[GEN_VALUE]);
const char *gen_weekday(int lang, int64_t t);
/* The next moment at or after t when agents work. */
int64_t gen_work(int64_t t);
int64_t gen_work_minutes(int64_t a, int64_t b);
/*
 * How many tickets arrive in each hour: n shares out over days * 24 counts,
 * owned by the caller.
 */
unsigned *gen_arrivals(struct gen_world *w, unsigned n, size_t days);

#endif
