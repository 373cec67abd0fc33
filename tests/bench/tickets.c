/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets made up: see tickets.h. */
#include <gsl/gsl_rng.h>
#include <stdlib.h>
#include <string.h>

#include "tickets.h"

#define LENGTH_MIN 300 /* bytes of the first message */
#define LENGTH_VAR 450

/* Who says what a rule looks for. */
enum place {
	CUSTOMER = 1,
	SUBJECT = 2,
	AI = 4,
	AGENT = 8,
	NOTE = 16
};

struct words {
	struct hd_str *v;
	size_t n, cap;
};

struct maker {
	const struct hd_ruleset *rs;
	unsigned *places;	     /* by rule: enum place, 0 for no pattern */
	struct words *hits;	     /* by rule */
	struct words misses, spoken; /* of all rules: lines, words of hits */
	size_t *turns;		     /* the rules that have hits, in turn */
	size_t nturns;
	gsl_rng *rng;
	struct hd_buf b;
};

/* Most of a real ticket is about nothing that a rule looks for. */
static const char *const filler[] = {
	"I have been with you for %u years and it used to be fine.",
	"I wrote to you on the %uth but did not keep a copy.",
	"My neighbour has the same thing and hers is all right.",
	"Let me know if there is anything else you would like to see from me.",
	"I am at work until %u so the evening is best for me.",
	"There are %u of us in the office and it is the same for everyone.",
	"I looked through the pages on your site for about %u minutes.",
	"It started on Tuesday afternoon, a little after lunch.",
	"We moved here in the spring and it has been busy ever since.",
	"The number on the paper is %u-%u if that is of any use.",
	"The picture on the left shows what I see on the screen here.",
	"I am writing on behalf of my mother, who is not at home this week.",
	"Thank you for taking the time to look at it.",
	"Good morning, I hope that you are well.",
	"Hello there, and greetings from the coast.",
	"As far as I can tell nothing was different from the week before.",
	"On my old telephone it looked another way, with a green line below.",
	"The colour is number %u, the large one, with the long sleeves.",
	"I went through the steps from the top to the bottom, twice.",
	"My colleague tried it as well, on a laptop from %u.",
	"It says one thing in the list and another on the page behind it.",
	"I am not in a hurry, whenever it suits you.",
	"The weather here is lovely, by the way.",
	"What would you suggest in a case such as this one?",
	"I enclose what I have, pages %u to %u.",
	"The file is called summer-%u and lies in the folder with the others.",
	"Perhaps it is only me, I am not very good with these things.",
	"We are a small team of %u and I look after most of this myself.",
	"Somebody told me on the train that others had it too.",
	"Regards from all of us here, and have a nice weekend.",
	"It is the blue one from the second row, next to the window.",
	"I can be reached between %u and %u on most days.",
	"Since then I have left everything as it is.",
	"The name on the door is the same as on the paper.",
	"With kind regards, and many thanks in advance.",
	"In the middle of the page there is a table with %u rows.",
	"I read about it in the newsletter of last month.",
	"My son set it up for me when he was here over the holidays.",
	"The second part is clear to me, the first one is not.",
	"On the machine in the kitchen it is the other way round.",
};

static const char *const greetings[] = { "Hi", "Hello", "Good evening",
	"Dear team", "Hi there", "To whom it may concern" };

static const char *const subjects[] = { "A question", "Some help",
	"About number %u", "Something odd since the %uth", "Hello",
	"From the people at number %u" };

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static size_t
below(struct maker *m, size_t n)
{
	return (size_t)gsl_rng_uniform_int(m->rng, n);
}

static bool
chance(struct maker *m, double p)
{
	return gsl_rng_uniform(m->rng) < p;
}

static void
push(struct words *w, struct hd_str s)
{
	w->v = hd_grow(w->v, &w->cap, w->n + 1, sizeof(*w->v));
	w->v[w->n++] = s;
}

static struct hd_str
pick(struct maker *m, const struct words *w)
{
	return w->v[below(m, w->n)];
}

/* Who says it, by the name of the field. */
static enum place
place_of(const char *field)
{
	if (strcmp(field, "subject") == 0)
		return SUBJECT;
	if (strncmp(field, "ai", 2) == 0)
		return AI;
	if (strncmp(field, "agent", 5) == 0 || strcmp(field, "answer") == 0)
		return AGENT;
	return strcmp(field, "note") == 0 ? NOTE : CUSTOMER;
}

static unsigned
rule_places(const struct hd_ruleset *rs, const struct hd_rule *r)
{
	const struct hd_cond *c;
	const struct hd_alt *alt;
	unsigned places = 0;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds && !alt->unless; k++) {
			c = &rs->conds[alt->cond + k];
			if (c->op == HD_OP_MATCH)
				places |= place_of(rs->fields[c->index].name);
		}
	}
	return places;
}

static void
take_words(struct maker *m, struct hd_str line)
{
	struct hd_str word;

	while (hd_str_split(&line, ' ', &word))
		push(&m->spoken, word);
}

static void
take_rule(struct maker *m, size_t rule)
{
	const struct hd_rule *r = &m->rs->rules[rule];
	const struct hd_example *e;

	m->places[rule] = rule_places(m->rs, r);
	for (size_t i = 0; i < r->nexamples; i++) {
		e = &m->rs->examples[r->example + i];
		if (e->kind == HD_EX_MISS)
			push(&m->misses, e->text);
		if (e->kind != HD_EX_HIT)
			continue;
		push(&m->hits[rule], e->text);
		take_words(m, e->text);
	}
	if (m->places[rule] != 0 && m->hits[rule].n > 0)
		m->turns[m->nturns++] = rule;
}

struct maker *
maker_new(const struct hd_ruleset *rs)
{
	struct maker *m = hd_xcalloc(1, sizeof(*m));

	m->rs = rs;
	m->rng = gsl_rng_alloc(gsl_rng_taus2);
	m->places = hd_xcalloc(rs->nrules, sizeof(*m->places));
	m->hits = hd_xcalloc(rs->nrules, sizeof(*m->hits));
	m->turns = hd_xcalloc(rs->nrules, sizeof(*m->turns));
	for (size_t i = 0; i < rs->nrules; i++)
		take_rule(m, i);
	return m;
}

void
maker_free(struct maker *m)
{
	for (size_t i = 0; i < m->rs->nrules; i++)
		free(m->hits[i].v);
	free(m->hits);
	free(m->misses.v);
	free(m->spoken.v);
	free(m->places);
	free(m->turns);
	gsl_rng_free(m->rng);
	hd_buf_release(&m->b);
	free(m);
}

bool
maker_fires(const struct maker *m, size_t rule)
{
	return m->places[rule] != 0 && m->hits[rule].n > 0;
}

static void
say(struct maker *m, struct hd_str s)
{
	if (m->b.n > 0)
		hd_buf_addc(&m->b, ' ');
	hd_buf_add(&m->b, s.p, s.n);
	if (s.n > 0 && strchr(".?!", s.p[s.n - 1]) == NULL)
		hd_buf_addc(&m->b, '.');
}

/* One of a list of phrases, which have up to two numbers. */
static void
phrase(struct maker *m, const char *const *list, size_t n)
{
	const char *p = list[below(m, n)];

	if (m->b.n > 0)
		hd_buf_addc(&m->b, ' ');
	for (; *p != '\0'; p++)
		if (p[0] == '%' && p[1] == 'u') {
			hd_buf_addf(&m->b, "%zu", 2 + below(m, 27));
			p++;
		} else {
			hd_buf_addc(&m->b, *p);
		}
}

/* Words of the pack in any order: what it looks for, and says nothing. */
static void
babble(struct maker *m)
{
	size_t n = 5 + below(m, 8);

	for (size_t i = 0; i < n && m->spoken.n > 0; i++) {
		struct hd_str word = pick(m, &m->spoken);

		if (m->b.n > 0)
			hd_buf_addc(&m->b, ' ');
		hd_buf_add(&m->b, word.p, word.n);
	}
	hd_buf_addc(&m->b, '.');
}

static void
sentence(struct maker *m)
{
	double u = gsl_rng_uniform(m->rng);

	if (u < 0.1 && m->misses.n > 0)
		say(m, pick(m, &m->misses));
	else if (u < 0.25)
		babble(m);
	else
		phrase(m, filler, COUNT(filler));
}

static struct hd_str
done(struct maker *m, struct hd_arena *arena)
{
	struct hd_str s = { hd_arena_memdup(arena, m->b.s, m->b.n), m->b.n };

	hd_buf_reset(&m->b);
	return s;
}

/* What a customer says of a random rule, if it is one about customers. */
static void
other_hit(struct maker *m)
{
	size_t rule = m->turns[below(m, m->nturns)];

	if ((m->places[rule] & CUSTOMER) != 0)
		say(m, pick(m, &m->hits[rule]));
}

static struct hd_str
first_message(struct maker *m, size_t i, struct hd_str hit, struct hd_arena *a)
{
	size_t want = LENGTH_MIN + below(m, LENGTH_VAR);

	phrase(m, greetings, COUNT(greetings));
	hd_buf_adds(&m->b, ",");
	sentence(m);
	if (hit.p != NULL)
		say(m, hit);
	other_hit(m);
	while (m->b.n < want)
		sentence(m);
	if (chance(m, 0.5))
		other_hit(m);
	hd_buf_addf(&m->b, " It is filed as %zu.", i);
	return done(m, a);
}

/* The hit by itself, as short answers are, or with more around it. */
static struct hd_str
remark(struct maker *m, struct hd_str hit, struct hd_arena *a)
{
	bool alone = hit.p != NULL && chance(m, 0.4);

	if (!alone && chance(m, 0.5))
		sentence(m);
	if (alone)
		hd_buf_add(&m->b, hit.p, hit.n);
	else if (hit.p != NULL)
		say(m, hit);
	if (!alone)
		sentence(m);
	return done(m, a);
}

static void
join(struct ticket *t, struct maker *m, struct hd_arena *arena)
{
	hd_buf_add(&m->b, t->subject.p, t->subject.n);
	for (size_t i = 0; i < t->turns; i++) {
		hd_buf_addc(&m->b, '\n');
		hd_buf_add(&m->b, t->customer[i].p, t->customer[i].n);
	}
	t->text = done(m, arena);
}

void
maker_ticket(
    struct maker *m, size_t i, struct hd_arena *arena, struct ticket *t)
{
	const struct hd_str none = { NULL, 0 };
	size_t rule = m->turns[i % m->nturns];
	struct hd_str hit;
	unsigned at = m->places[rule];
	bool late;

	memset(t, 0, sizeof(*t));
	gsl_rng_set(m->rng, i + 1);
	hit = pick(m, &m->hits[rule]);
	late = (at & CUSTOMER) != 0 && chance(m, 0.25);
	if ((at & SUBJECT) != 0)
		hd_buf_add(&m->b, hit.p, hit.n);
	else
		phrase(m, subjects, COUNT(subjects));
	t->subject = done(m, arena);
	t->customer[t->turns++] = first_message(
	    m, i, (at & CUSTOMER) != 0 && !late ? hit : none, arena);
	if (late)
		t->customer[t->turns++] = remark(m, hit, arena);
	join(t, m, arena);
	if ((at & AI) != 0 || chance(m, 0.1))
		t->ai = remark(m, (at & AI) != 0 ? hit : none, arena);
	if ((at & AGENT) != 0 || chance(m, 0.1))
		t->agent = remark(m, (at & AGENT) != 0 ? hit : none, arena);
	if ((at & NOTE) != 0)
		t->note = remark(m, hit, arena);
}

/* The texts of a field, n of them. */
static const struct hd_str *
texts(const struct ticket *t, const char *field, size_t *n)
{
	*n = 1;
	switch (place_of(field)) {
	case SUBJECT:
		return &t->subject;
	case AI:
		return &t->ai;
	case AGENT:
		return &t->agent;
	case NOTE:
		return &t->note;
	case CUSTOMER:
		break;
	}
	if (strncmp(field, "text", 4) == 0)
		return &t->text;
	if (strcmp(field, "last") == 0)
		return &t->customer[t->turns - 1];
	if (strcmp(field, "message") == 0)
		*n = t->turns;
	return t->customer;
}

void
ticket_vals(
    const struct hd_ruleset *rs, const struct ticket *t, struct hd_val *vals)
{
	const struct hd_field *f;
	const struct hd_str *s;
	size_t n;

	for (size_t i = 0; i < rs->nfields; i++) {
		f = &rs->fields[i];
		vals[i] = (struct hd_val){ .kind = HD_VAL_UNSET };
		if (f->type != HD_FT_TEXT || f->uses == 0)
			continue;
		s = texts(t, f->name, &n);
		if (s->p == NULL)
			continue;
		vals[i].kind = f->each ? HD_VAL_LIST : HD_VAL_STR;
		vals[i].str = *s;
		vals[i].list = s;
		vals[i].n = n;
	}
}
