/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts, people, bots and teams: see world.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "gen/world.h"

const struct gen_team gen_teams[] = {
	{ "Cards", GEN_FINANCE },
	{ "Payments", GEN_FINANCE },
	{ "Credit", GEN_FINANCE },
	{ "Mobile", GEN_TELECOM },
	{ "Billing", GEN_TELECOM },
	{ "Network", GEN_TELECOM },
	{ "Support", GEN_SAAS },
	{ "Accounts", GEN_SAAS },
	{ "Engineering", GEN_SAAS },
	{ "Orders", GEN_SHOP },
	{ "Returns", GEN_SHOP },
	{ "Workshop", GEN_SHOP },
	{ "Service Desk", GEN_IT },
	{ "Workplace", GEN_IT },
};
const size_t gen_nteams = sizeof(gen_teams) / sizeof(gen_teams[0]);

const struct gen_agent gen_agents[] = {
	{ "Rosalba Finch", GEN_FINANCE, 0 },
	{ "Idris Calloway", GEN_FINANCE, 0 },
	{ "Mireille Stroud", GEN_FINANCE, 1 },
	{ "Anton Weiß", GEN_FINANCE, 1 },
	{ "Perpetua Lowe", GEN_FINANCE, 2 },
	{ "Jonah Sweeting", GEN_TELECOM, 3 },
	{ "Sabine Kolbe", GEN_TELECOM, 3 },
	{ "Dilys Marchbank", GEN_TELECOM, 4 },
	{ "Aurelio Campos", GEN_TELECOM, 4 },
	{ "Hedda Lund", GEN_TELECOM, 5 },
	{ "Marlon Teague", GEN_SAAS, 6 },
	{ "Pia Sternberg", GEN_SAAS, 6 },
	{ "Odette Varga", GEN_SAAS, 6 },
	{ "Callista Moon", GEN_SAAS, 7 },
	{ "Renzo Iturbe", GEN_SAAS, 8 },
	{ "Winifred Oakes", GEN_SHOP, 9 },
	{ "Timo Haas", GEN_SHOP, 9 },
	{ "Margaux Petit", GEN_SHOP, 9 },
	{ "Basil Thorne", GEN_SHOP, 10 },
	{ "Leocadia Ríos", GEN_SHOP, 11 },
	{ "Nadia Broome", GEN_IT, 12 },
	{ "Ulf Petersen", GEN_IT, 12 },
	{ "Corentin Blay", GEN_IT, 13 },
};
const size_t gen_nagents = sizeof(gen_agents) / sizeof(gen_agents[0]);

const struct gen_bot gen_bots[] = {
	{ "Wren", "ai_wren", GEN_FINANCE, false },
	{ "Tamsin", "ai_tamsin", GEN_TELECOM, false },
	{ "Answer Bot", "answer_bot_fired", GEN_TELECOM, true },
	{ "Pico", "pico", GEN_SAAS, false },
	{ "Juno", "juno", GEN_SAAS, false },
	{ "Bramble", "bramble_ai", GEN_SHOP, false },
	{ "Tess", "tess_assist", GEN_IT, false },
};
const size_t gen_nbots = sizeof(gen_bots) / sizeof(gen_bots[0]);

const char *const gen_brands[GEN_NDOMAINS] = { "Larkmoor Bank", "Skerry Mobile",
	"Draftkite", "Fernbarrow", "Halden Desk" };
const char *const gen_hosts[GEN_NDOMAINS] = { "my.larkmoor.example.com",
	"www.skerrymobile.example.com", "app.draftkite.example.com",
	"www.fernbarrow.example.com", "desk.halden.example.net" };

bool
gen_chance(struct gen_world *w, double p)
{
	return gsl_rng_uniform(w->rng) < p;
}

unsigned
gen_below(struct gen_world *w, unsigned n)
{
	return n > 1 ? (unsigned)gsl_rng_uniform_int(w->rng, n) : 0;
}

int64_t
gen_between(struct gen_world *w, int64_t lo, int64_t hi)
{
	return lo + (int64_t)gsl_rng_uniform_int(
			w->rng, (unsigned long)(hi - lo + 1));
}

enum gen_vendor
gen_vendor_of(enum gen_domain domain)
{
	if (domain == GEN_SAAS)
		return GEN_INTERCOM;
	return domain == GEN_SHOP || domain == GEN_IT ? GEN_FRESHDESK
						      : GEN_ZENDESK;
}

/* The ids of all kinds lie above 2^32 and in ranges of their own. */
int64_t
gen_agent_id(int agent)
{
	return gen_agents[agent].domain == GEN_SAAS
		   ? 8230011 + agent * 13
		   : INT64_C(51700410022) + agent * 17;
}

int64_t
gen_bot_id(int bot)
{
	return gen_bots[bot].widget ? -1 : INT64_C(51700992000) + bot * 31;
}

int64_t
gen_team_id(int team)
{
	return INT64_C(52700330000) + team * 7;
}

int
gen_team_pick(struct gen_world *w, enum gen_domain domain)
{
	int first = 0, n = 0;

	for (int i = 0; i < (int)gen_nteams; i++)
		if (gen_teams[i].domain == domain && n++ == 0)
			first = i;
	/* the first team of a domain takes half of the work */
	return gen_chance(w, 0.5) ? first
				  : first + (int)gen_below(w, (unsigned)n);
}

int
gen_agent_pick(struct gen_world *w, int team)
{
	int first = 0, n = 0;

	for (int i = 0; i < (int)gen_nagents; i++)
		if (gen_agents[i].team == team && n++ == 0)
			first = i;
	return first + (int)gen_below(w, (unsigned)n);
}

static const char *
one_of(const char *const *list, uint64_t r)
{
	size_t n = 0;

	while (list[n] != NULL)
		n++;
	return list[r % n];
}

static void
slug_of(const char *name, char *out, size_t size)
{
	size_t n = 0;

	for (; *name != '\0' && n + 1 < size; name++) {
		if (*name >= 'A' && *name <= 'Z')
			out[n++] = (char)(*name - 'A' + 'a');
		else if ((*name >= 'a' && *name <= 'z') ||
			 (*name >= '0' && *name <= '9'))
			out[n++] = *name;
	}
	out[n] = '\0';
}

/* Names run through all pairs of words, so that none comes twice. */
static void
name_account(struct gen_world *w, struct gen_account *a, size_t i)
{
	size_t na = 0, nb = 0;
	const char *end;

	while (gen_company_a[na] != NULL)
		na++;
	while (gen_company_b[nb] != NULL)
		nb++;
	end = one_of(gen_company_end, gen_below(w, 1000));
	(void)snprintf(a->name, sizeof(a->name), "%s %s", gen_company_a[i % na],
	    gen_company_b[(i * 7 + i / na) % nb]);
	if (i >= na * nb)
		(void)snprintf(a->name, sizeof(a->name), "%s %s %zu",
		    gen_company_a[i % na], gen_company_b[(i * 7 + i / na) % nb],
		    i / (na * nb) + 1);
	slug_of(a->name, a->slug, sizeof(a->slug));
	if (*end != '\0' && strlen(a->name) + strlen(end) + 2 < sizeof(a->name))
		(void)snprintf(a->name + strlen(a->name),
		    sizeof(a->name) - strlen(a->name), " %s", end);
}

static enum gen_domain
domain_of(size_t i)
{
	static const enum gen_domain order[] = { GEN_SAAS, GEN_FINANCE,
		GEN_TELECOM, GEN_SAAS, GEN_IT, GEN_SHOP, GEN_SAAS, GEN_IT };

	return order[i % (sizeof(order) / sizeof(order[0]))];
}

static void
fill_account(struct gen_world *w, struct gen_account *a, size_t i)
{
	static const int64_t price[] = { 39, 180, 950, 4200 };
	double u = gsl_rng_uniform(w->rng);
	int64_t span = w->until - w->since;

	a->id = INT64_C(53900110000) + (int64_t)i * 19;
	a->domain = domain_of(i);
	name_account(w, a, i);
	a->lang = u < 0.87 ? 0 : u < 0.92 ? 1 : u < 0.965 ? 2 : 3;
	a->plan = (int)gen_below(w, 3);
	a->plan_before = -1;
	a->created = w->since - gen_between(w, 20, 1900) * GEN_DAY;
	a->weight = gsl_ran_pareto(w->rng, 1.15, 1);
	if (a->weight > 60)
		a->weight = 60;
	if (a->weight > 8)
		a->plan = 3;
	if (gen_chance(w, 0.05)) { /* a new enterprise account */
		a->plan = 3;
		a->created = w->since + gen_between(w, 0, span * 2 / 3);
		a->weight = 6 + a->weight / 4;
	} else if (a->plan > 0 && gen_chance(w, 0.12)) {
		a->plan_before = a->plan - 1;
		a->upgraded = w->since + gen_between(w, 0, span - GEN_DAY);
	}
	a->mrr = price[a->plan] * gen_between(w, 80, 260) / 100;
	if (gen_chance(w, 0.08)) {
		a->soured = w->since + gen_between(w, span / 6, span * 2 / 3);
		if (a->soured < a->created + 14 * GEN_DAY)
			a->soured = 0;
	}
	if (a->soured != 0 ? gen_chance(w, 0.55) : gen_chance(w, 0.015))
		a->churned =
		    (a->soured != 0
			    ? a->soured
			    : w->until - gen_between(w, 1, 40) * GEN_DAY) +
		    gen_between(w, 12, 30) * GEN_DAY;
	if (a->churned >= w->until)
		a->churned = 0;
	a->created -= a->created % GEN_DAY;
	a->renewal = a->created;
	while (a->renewal < w->until)
		a->renewal += 365 * GEN_DAY;
	a->users = 1 + (unsigned)a->weight + gen_below(w, 4);
}

void
gen_world_init(struct gen_world *w, unsigned long seed, uint64_t tickets,
    int64_t since, int64_t until)
{
	*w = (struct gen_world){ .seed = seed, .since = since, .until = until };
	w->rng = gsl_rng_alloc(gsl_rng_mt19937);
	gsl_rng_set(w->rng, seed);
	w->naccounts = tickets / 30 < 24 ? 24 : tickets / 30;
	if (w->naccounts > 6000)
		w->naccounts = 6000;
	w->accounts = hd_xcalloc(w->naccounts, sizeof(*w->accounts));
	for (size_t i = 0; i < w->naccounts; i++)
		fill_account(w, &w->accounts[i], i);
	for (int d = 0; d < GEN_NDOMAINS; d++) {
		double *p = hd_xcalloc(w->naccounts, sizeof(*p));
		size_t n = 0;

		w->members[d] = hd_xcalloc(w->naccounts, sizeof(size_t));
		for (size_t i = 0; i < w->naccounts; i++)
			if ((int)w->accounts[i].domain == d) {
				p[n] = w->accounts[i].weight;
				w->members[d][n++] = i;
			}
		w->pick[d] = gsl_ran_discrete_preproc(n, p);
		free(p);
	}
	w->next_id[GEN_ZENDESK] = 1001;
	w->next_id[GEN_INTERCOM] = INT64_C(318250000100402);
	w->next_id[GEN_FRESHDESK] = 60210;
}

void
gen_world_release(struct gen_world *w)
{
	for (int d = 0; d < GEN_NDOMAINS; d++) {
		gsl_ran_discrete_free(w->pick[d]);
		free(w->members[d]);
	}
	free(w->accounts);
	gsl_rng_free(w->rng);
}

/* A number that depends on nothing but its arguments and the seed. */
static uint64_t
fixed(const struct gen_world *w, int64_t account, int domain, uint64_t n)
{
	uint64_t key[4] = { w->seed, (uint64_t)account, (uint64_t)domain, n };

	return hd_hash64((struct hd_str){ (const char *)key, sizeof(key) });
}

void
gen_user_of(const struct gen_world *w, int64_t account, enum gen_domain domain,
    uint64_t n, struct gen_user *u)
{
	static const char *const tld[] = { "com", "net", "org" };
	uint64_t h = fixed(w, account, domain, n);
	const struct gen_account *a;
	unsigned spread = (unsigned)(h >> 40) % 1000;
	char last[40], mail[80];

	u->account = account;
	u->lang = spread < 870 ? 0 : spread < 920 ? 1 : spread < 965 ? 2 : 3;
	a = account >= 0 ? &w->accounts[account] : NULL;
	if (a != NULL)
		u->lang = a->lang;
	u->casual = (h >> 52) % 5 == 0;
	(void)snprintf(u->first, sizeof(u->first), "%s",
	    one_of(gen_names[u->lang].first, h & 0xffff));
	(void)snprintf(last, sizeof(last), "%s",
	    one_of(gen_names[u->lang].last, h >> 16 & 0xffff));
	(void)snprintf(u->full, sizeof(u->full), "%s %s", u->first, last);
	(void)snprintf(u->phone, sizeof(u->phone), "07700 900%03u",
	    (unsigned)(h >> 32) % 1000);
	slug_of(u->full, mail, sizeof(mail));
	if (a != NULL) {
		u->id = INT64_C(54100000000) + account * 1000 + (int64_t)n;
		(void)snprintf(u->email, sizeof(u->email),
		    "%.30s%u@%.40s.example.%s", mail, (unsigned)n, a->slug,
		    tld[account % 3]);
	} else {
		u->id = INT64_C(54800000000) + domain * INT64_C(10000000) +
			(int64_t)n;
		(void)snprintf(u->email, sizeof(u->email), "%.30s%u@example.%s",
		    mail, (unsigned)(n * GEN_NDOMAINS + domain), tld[h % 3]);
	}
}

void
gen_user_pick(
    struct gen_world *w, enum gen_domain domain, int64_t t, struct gen_user *u)
{
	static const double business[GEN_NDOMAINS] = { .4, .35, .8, .2, 1 };
	const struct gen_account *a;
	uint64_t n;

	if (gen_chance(w, business[domain])) {
		for (int tries = 0; tries < 20; tries++) {
			size_t i = w->members[domain][gsl_ran_discrete(
			    w->rng, w->pick[domain])];

			a = &w->accounts[i];
			if (t < a->created ||
			    (a->churned != 0 && t >= a->churned))
				continue;
			gen_user_of(
			    w, (int64_t)i, domain, gen_below(w, a->users), u);
			return;
		}
	}
	n = w->consumers[domain];
	/* one in six has written before */
	if (n > 10 && gen_chance(w, 0.16))
		n = gen_below(w, (unsigned)n);
	else
		w->consumers[domain]++;
	gen_user_of(w, -1, domain, n, u);
}
