/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_GENRULES_H
#define TEST_GENRULES_H

/*
 * Rule files at random, and all tickets that can make a difference to them.  A
 * file is made of conditions from a table; of each field there are values on,
 * below and above every constant of its conditions, and, first, none.
 */
#include <stdio.h>

#include "random.h"
#include "rules/decide.h"
#include "test_rules.h"

enum gen_field {
	GEN_TIER,
	GEN_SIZE,
	GEN_AGE,
	GEN_CSAT,
	GEN_BRAND,
	GEN_TAG,
	GEN_ADVOCATE,
	GEN_REOPENS,
	GEN_TEXT,
	GEN_MESSAGE, /* and first, last, body */
	GEN_READABLE,
	GEN_FACTS, /* those above have values; those below are made of them */
	GEN_MOOD = GEN_FACTS,
	GEN_ISSUE,
	GEN_FIELDS
};

#define GEN_CONDS 12
static const char *const gen_conds[GEN_FIELDS][GEN_CONDS] = {
	[GEN_TIER] = { "tier = free", "tier != free", "tier in pro, top",
	    "tier is unset", "tier ~ ^[fp]", "tier !~ o", "tier = pro",
	    "tier = top" },
	[GEN_SIZE] = { "size < 1", "size >= 1", "size > 2", "size <= 2",
	    "size = 3", "size != 2", "size in 1, 3", "size is unset",
	    "size > 1", "size >= 2", "size > 3", "size >= 3" },
	[GEN_AGE] = { "account.age < 30d", "account.age >= 30d",
	    "account.age < 90d", "account.age > 90d", "account.age = 90d",
	    "account.age is set", "account.age > 30d" },
	[GEN_CSAT] = { "account.bad_csat >= 1", "account.bad_csat > 1",
	    "account.bad_csat = 2", "account.bad_csat < 1",
	    "account.bad_csat is unset", "account.bad_csat != 0" },
	[GEN_BRAND] = { "ticket.brand = a1", "ticket.brand != a1",
	    "ticket.brand in a1, b1", "ticket.brand ~ 1", "ticket.brand !~ 1",
	    "ticket.brand ~ ^a", "ticket.brand is unset" },
	[GEN_TAG] = { "ticket.tag = x1", "ticket.tag != x1",
	    "ticket.tag in x1, y1", "ticket.tag ~ 1", "ticket.tag !~ 1",
	    "ticket.tag is unset", "ticket.tag = y1" },
	[GEN_ADVOCATE] = { "account.advocate = true",
	    "account.advocate != true", "account.advocate = false",
	    "account.advocate is set" },
	[GEN_REOPENS] = { "ticket.reopens >= 1", "ticket.reopens < 2",
	    "ticket.reopens is unset", "ticket.reopens > 1" },
	[GEN_TEXT] = { "text ~ \\bred\\b", "text !~ \\bred\\b",
	    "text ~ \\b(?:red|blue)\\b", "text !~ \\b(?:red|blue)\\b",
	    "text ~ late", "text !~ late", "text ~ .", "text is unset" },
	[GEN_MESSAGE] = { "message ~ red", "message !~ red", "message ~ blue",
	    "message !~ late", "first ~ red", "last !~ blue", "body ~ late",
	    "message is set", "first is set", "last ~ blue", "last ~ red" },
	[GEN_READABLE] = { "seen = yes" },
	[GEN_MOOD] = { "mood = calm", "mood = cross", "mood != sad",
	    "mood in sad, cross", "mood is unset", "mood = sad" },
	[GEN_ISSUE] = { "issue = bill", "issue != bug", "issue in bug, login",
	    "issue is set", "count(issue) >= 2", "count(issue) = 1",
	    "count(issue) < 2", "count(issue) is unset" },
};

/* The values of facts, the first being none. */
#define GEN_VALUES 10
static const char *const gen_strings[GEN_FACTS][GEN_VALUES] = {
	/* one that is not declared, too */
	[GEN_TIER] = { NULL, "free", "pro", "top", "gone" },
	[GEN_BRAND] = { NULL, "a1", "b1", "c1", "a9", "a21", "zz" },
	[GEN_TAG] = { NULL, "x1", "y1", "x1|y1", "z", "z1", "x1|z" },
	[GEN_TEXT] = { NULL, "green", "blue", "red", "late", "late blue",
	    "late red" },
	/* a message may have no word left in it */
	[GEN_MESSAGE] = { NULL, "red", "blue", "late", "green", "red late",
	    "red blue", "blue late", "red blue late", "" },
};

#define GEN_DAY 86400.0
static const double gen_numbers[GEN_FACTS][GEN_VALUES] = {
	[GEN_SIZE] = { 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5 },
	[GEN_AGE] = { 0, 0, 30 * GEN_DAY - 1, 30 * GEN_DAY, 30 * GEN_DAY + 1,
	    90 * GEN_DAY - 1, 90 * GEN_DAY, 90 * GEN_DAY + 1 },
	[GEN_CSAT] = { 0, 0, 1, 2, 3 },
	[GEN_ADVOCATE] = { 0, 0, 1 },
	[GEN_REOPENS] = { 0, 0, 1, 2 },
};

static const unsigned gen_sizes[GEN_FACTS] = { 5, 8, 8, 5, 7, 7, 3, 4, 7, 10,
	2 };

static const char *const gen_names[GEN_FACTS] = { "tier", "size", "account.age",
	"account.bad_csat", "ticket.brand", "ticket.tag", "account.advocate",
	"ticket.reopens", "text", "message", "" };

#define GEN_HEAD                                  \
	"rules 1\n"                               \
	"field tier enum free pro top\n"          \
	"field size number\n"                     \
	"dimension mood one calm < sad < cross\n" \
	"dimension issue many bill bug login\n"   \
	"default mood calm when readable\n"

/* --- files ---------------------------------------------------------------- */

struct gen {
	uint64_t seed;
	unsigned fields; /* 1u << field that conditions may be on */
	struct hd_buf b;
	char last[512]; /* the conditions of an alternative written before */
	unsigned action;
};

static inline const char *
gen_cond(struct gen *g, unsigned fields)
{
	unsigned f, n = 0;

	do
		f = rnd_below(&g->seed, GEN_FIELDS);
	while ((fields >> f & 1u) == 0);
	while (n < GEN_CONDS && gen_conds[f][n] != NULL)
		n++;
	return gen_conds[f][rnd_below(&g->seed, n)];
}

static inline void
gen_alt(struct gen *g, const char *keyword, unsigned fields)
{
	unsigned n = 1 + rnd_below(&g->seed, 3);

	hd_buf_addf(&g->b, " %s %s\n", keyword, gen_cond(g, fields));
	for (unsigned i = 1; i < n; i++)
		hd_buf_addf(&g->b, " and %s\n", gen_cond(g, fields));
}

/* Like one before, and more: it is often taken already. */
static inline void
gen_narrow(struct gen *g)
{
	hd_buf_addf(&g->b, " when %s", g->last);
	if (rnd_in(&g->seed, 2))
		hd_buf_addf(&g->b, " and %s\n", gen_cond(g, g->fields));
}

static inline void
gen_keep(struct gen *g, size_t from)
{
	const char *alt = hd_buf_cstr(&g->b) + from + strlen(" when ");

	(void)snprintf(g->last, sizeof(g->last), "%s", alt);
}

static inline void
gen_route(struct gen *g, unsigned i)
{
	static const char *const stages[] = { "open", "reply", "open, reply" };
	static const char *const actions[] = { "ai-first", "stay",
		"human-first", "escalate" };
	size_t from;

	hd_buf_addf(&g->b, "route r%u\n on %s\n", i,
	    stages[rnd_in(&g->seed, 2) ? 2 : rnd_below(&g->seed, 3)]);
	if (g->last[0] != '\0' && rnd_in(&g->seed, 5)) {
		gen_narrow(g);
	} else {
		from = g->b.n;
		gen_alt(g, "when", g->fields);
		if (rnd_in(&g->seed, 2))
			gen_keep(g, from);
		for (unsigned n = rnd_below(&g->seed, 3); n > 0; n--)
			gen_alt(g, "or", g->fields);
		if (rnd_in(&g->seed, 4))
			gen_alt(g, "unless", g->fields);
	}
	/* neighbours that agree make each other redundant */
	if (rnd_in(&g->seed, 8))
		g->action = rnd_below(&g->seed, 4);
	hd_buf_addf(&g->b, " then %s\n", actions[g->action]);
}

static inline void
gen_tags(struct gen *g)
{
	static const char *const sets[] = { "mood=cross", "mood=sad",
		"mood=calm", "issue=bill", "issue=bug", "issue=login" };
	const unsigned made = 1u << GEN_MOOD | 1u << GEN_ISSUE;
	unsigned fields = g->fields & ~made, mood = g->fields;

	for (unsigned i = 0; i < 6; i++) {
		if (rnd_in(&g->seed, 4))
			continue;
		hd_buf_addf(&g->b, "tag t%u\n set %s\n", i, sets[i]);
		/* issues may follow from moods: a level above them */
		gen_alt(g, "when", i > 2 ? mood & ~(1u << GEN_ISSUE) : fields);
		if (rnd_in(&g->seed, 3))
			gen_alt(g, "unless", fields);
	}
}

/* A rule file of n routes over these fields. */
static inline const char *
gen_file(struct gen *g, unsigned fields, unsigned n)
{
	hd_buf_reset(&g->b);
	g->last[0] = '\0';
	g->fields = fields & ~(1u << GEN_READABLE);
	hd_buf_adds(&g->b, GEN_HEAD);
	gen_tags(g);
	for (unsigned i = 0; i < n; i++)
		gen_route(g, i);
	hd_buf_adds(&g->b, "default open ai-first\ndefault reply stay\n");
	return hd_buf_cstr(&g->b);
}

/* A file with a policy for every condition on facts: what is so of a ticket. */
static inline struct hd_ruleset *
gen_probe(unsigned fields)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_ruleset *rs;
	unsigned n = 0;

	hd_buf_adds(&b, GEN_HEAD "dimension seen one yes\n"
				 "default seen yes when readable\n"
				 "route r\n on open\n when tier = top\n"
				 " then escalate\ndefault open ai-first\n");
	for (unsigned f = 0; f < GEN_FACTS; f++)
		for (unsigned i = 0; (fields >> f & 1u) != 0 && i < GEN_CONDS &&
				     gen_conds[f][i] != NULL;
		     i++)
			hd_buf_addf(&b,
			    "policy p%u\n on open\n for %s\n must escalate\n",
			    n++, gen_conds[f][i]);
	rs = must_load(hd_buf_cstr(&b));
	hd_buf_release(&b);
	return rs;
}

/* --- tickets -------------------------------------------------------------- */

struct gen_ticket {
	unsigned pick[GEN_FACTS];
	unsigned messages[3], nmessages; /* at reply */
};

/* Tickets over those of fields that are below `below`. */
static inline size_t
gen_tickets(unsigned fields, unsigned below)
{
	size_t n = 1;

	for (unsigned f = 0; f < below; f++)
		if (fields >> f & 1u)
			n *= gen_sizes[f];
	return n;
}

/* The i-th of them, with one message at most; the rest is unset. */
static inline void
gen_ticket_at(unsigned fields, size_t i, struct gen_ticket *t)
{
	memset(t, 0, sizeof(*t));
	for (unsigned f = 0; f < GEN_FACTS; f++)
		if (fields >> f & 1u) {
			t->pick[f] = (unsigned)(i % gen_sizes[f]);
			i /= gen_sizes[f];
		}
	t->nmessages = t->pick[GEN_MESSAGE] != 0;
	t->messages[0] = t->pick[GEN_MESSAGE];
}

/* Few fields, so that all tickets can be gone through. */
static inline unsigned
gen_few(uint64_t *seed, enum hd_stage stage)
{
	unsigned fields = 1u << GEN_READABLE | 1u << GEN_MOOD | 1u << GEN_ISSUE;
	unsigned more;

	for (int tries = 0; tries < 6; tries++) {
		more = 1u << rnd_below(seed, GEN_FACTS);
		/* what several messages are is known by its bounds alone */
		if (stage == HD_STAGE_REPLY && more == 1u << GEN_MESSAGE)
			continue;
		if (gen_tickets(fields | more, GEN_FACTS) <= 1200)
			fields |= more;
	}
	return fields;
}

/* A matcher that knows which of its fields are which of ours. */
struct gen_eval {
	struct hd_ruleset *rs;
	struct hd_matcher *m;
	struct hd_val vals[32];
	struct hd_tags tags;
	struct hd_str items[2], messages[3];
};

static inline void
gen_eval_open(struct gen_eval *e, struct hd_ruleset *rs)
{
	struct hd_err err = HD_ERR_INIT;

	*e = (struct gen_eval){ .rs = rs, .tags = HD_TAGS_INIT };
	assert_true(rs->nfields <= 32);
	e->m = hd_matcher_new(rs, &err);
}

static inline void
gen_eval_close(struct gen_eval *e)
{
	hd_tags_release(&e->tags);
	hd_matcher_free(e->m);
}

static inline struct hd_val
gen_text(const char *s)
{
	if (s == NULL || s[0] == '\0')
		return (struct hd_val){ .kind = HD_VAL_UNSET };
	return (struct hd_val){ .kind = HD_VAL_STR, .str = hd_str(s) };
}

static inline struct hd_val
gen_list(struct hd_str *items, const char *s)
{
	struct hd_str rest = hd_str(s != NULL ? s : "");
	size_t n = 0;

	while (s != NULL && hd_str_split(&rest, '|', &items[n]))
		n++;
	return (struct hd_val){ .kind = n > 0 ? HD_VAL_LIST : HD_VAL_UNSET,
		.list = items,
		.n = n };
}

static inline struct hd_val
gen_message(struct gen_eval *e, const struct gen_ticket *t, const char *field)
{
	size_t n = t->nmessages;

	for (size_t i = 0; i < n; i++)
		e->messages[i] =
		    hd_str(gen_strings[GEN_MESSAGE][t->messages[i]]);
	if (n > 0 && strcmp(field, "message") == 0)
		return (struct hd_val){
			.kind = HD_VAL_LIST, .list = e->messages, .n = n
		};
	if (n == 0)
		return gen_text(NULL);
	return gen_text(e->messages[strcmp(field, "last") == 0 ? n - 1 : 0].p);
}

static inline struct hd_val
gen_value(struct gen_eval *e, const struct gen_ticket *t, enum hd_stage stage,
    const struct hd_field *field)
{
	unsigned f = 0;

	while (f < GEN_READABLE && strcmp(gen_names[f], field->name) != 0)
		f++;
	if (stage == HD_STAGE_OPEN && field->known == HD_KNOWN_OUTCOME)
		return gen_text(NULL);
	if (f == GEN_MESSAGE || f == GEN_READABLE)
		return gen_message(e, t, field->name);
	if (t->pick[f] == 0)
		return gen_text(NULL);
	if (f == GEN_TAG)
		return gen_list(e->items, gen_strings[f][t->pick[f]]);
	if (gen_strings[f][1] != NULL)
		return gen_text(gen_strings[f][t->pick[f]]);
	return (struct hd_val){ .kind = HD_VAL_NUM,
		.num = gen_numbers[f][t->pick[f]] };
}

/* Evaluate t: after that hd_decide() and hd_decide_fires() may be asked. */
static inline void
gen_eval_at(struct gen_eval *e, const struct gen_ticket *t, enum hd_stage stage)
{
	for (size_t i = 0; i < e->rs->nfields; i++)
		e->vals[i] = gen_value(e, t, stage, &e->rs->fields[i]);
	hd_eval(e->m, e->vals, t->pick[GEN_READABLE] != 0, &e->tags);
}

#endif
