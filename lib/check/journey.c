/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journeys as sheets to play: see journey.h. */
#include <string.h>

#include "check/journey.h"

/* What the step expects of the route, over what the rules decide. */
static void
expected(const struct hd_testrun *t, const struct hd_step *s,
    struct hd_journey_turn *turn)
{
	const struct hd_expect *e;

	for (size_t i = 0; i < s->nexpects; i++) {
		e = &t->rs->expects[s->expect + i];
		if (e->kind != HD_EXPECT_ROUTE)
			continue;
		turn->action = e->action;
		if (e->rule >= 0)
			turn->route = &t->rs->routes[e->rule];
		else if (e->action != t->decision.action)
			turn->route = NULL;
	}
}

const struct hd_journey_turn *
hd_journey_turns(struct hd_testrun *t, const struct hd_case *c,
    struct hd_arena *arena, size_t *n)
{
	struct hd_journey_turn *v, *turn;
	const struct hd_step *s;
	bool person = false;

	v = hd_arena_alloc(arena, c->nsteps * sizeof(*v));
	*n = 0;
	for (size_t i = 0; i < c->nsteps; i++) {
		s = &t->rs->steps[c->step + i];
		if (s->ai)
			continue;
		turn = &v[(*n)++];
		*turn = (struct hd_journey_turn){ .step = i };
		if (!person) {
			hd_journey_facts(t->rs, c, i, &t->facts);
			hd_testrun_eval(t);
		}
		turn->action = t->decision.action;
		if (t->decision.route >= 0)
			turn->route = &t->rs->routes[t->decision.route];
		expected(t, s, turn);
		person = person || hd_action_careful(turn->action);
		turn->person = person;
	}
	return v;
}

/* The facts to set up: those of the case and of the cases it is like. */
static void
add_facts(
    const struct hd_ruleset *rs, const struct hd_case *c, struct hd_buf *b)
{
	struct hd_arena arena = HD_ARENA_INIT;
	bool *seen = hd_arena_alloc(&arena, rs->nfields + 1);
	const struct hd_casefact *g;
	size_t n = 0;

	memset(seen, 0, rs->nfields + 1);
	for (; c != NULL; c = c->parent >= 0 ? &rs->cases[c->parent] : NULL)
		for (size_t i = 0; i < c->ngivens; i++) {
			g = &rs->givens[c->given + i];
			if (seen[g->field])
				continue;
			seen[g->field] = true;
			hd_buf_addf(b, "%s- %s", n++ == 0 ? "You are:\n\n" : "",
			    rs->fields[g->field].name);
			if (g->unset)
				hd_buf_adds(b, " is not known\n");
			else
				hd_buf_addf(b, " = %.*s\n", (int)g->value.n,
				    g->value.p);
		}
	if (n > 0)
		hd_buf_addc(b, '\n');
	hd_arena_release(&arena);
}

/* The text as a block of its own. */
static void
add_text(struct hd_buf *b, struct hd_str text)
{
	struct hd_str line;

	hd_buf_addc(b, '\n');
	while (hd_str_split(&text, '\n', &line))
		hd_buf_addf(b, "       %.*s\n", (int)line.n, line.p);
	hd_buf_addc(b, '\n');
}

static void
add_turn(const struct hd_journey_turn *turn, bool before, struct hd_buf *b)
{
	if (before) {
		hd_buf_adds(b, "   A person has it and stays with it.\n\n");
		return;
	}
	hd_buf_addf(b, "   %s (%s%s by %s",
	    turn->person ? "A person should take over" : "The AI should answer",
	    hd_action_careful(turn->action) == turn->person
		? ""
		: "the rules say otherwise: ",
	    hd_action_name(turn->action),
	    turn->route != NULL ? turn->route->id : "default");
	if (turn->route != NULL && turn->route->queue.p != NULL)
		hd_buf_addf(b, ", queue %.*s", (int)turn->route->queue.n,
		    turn->route->queue.p);
	hd_buf_adds(b, ").\n");
	if (turn->person)
		hd_buf_adds(b, "   Did one?  yes / no\n\n");
	else
		hd_buf_adds(b, "   Did it?  yes / no\n\n");
}

void
hd_journey_script(
    struct hd_testrun *t, const struct hd_case *c, struct hd_buf *b)
{
	struct hd_arena arena = HD_ARENA_INIT;
	const struct hd_journey_turn *turn;
	const struct hd_step *s;
	bool before = false;
	size_t n;

	turn = hd_journey_turns(t, c, &arena, &n);
	hd_buf_addf(b, "# %s\n\n", c->name);
	add_facts(t->rs, c, b);
	for (size_t i = 0; i < n; i++) {
		s = &t->rs->steps[c->step + turn[i].step];
		hd_buf_addf(b, "%zu. %s\n", i + 1,
		    i == 0 ? "Open a new talk with:" : "Wait, then write:");
		add_text(b, s->text);
		add_turn(&turn[i], before, b);
		before = turn[i].person;
	}
	hd_buf_adds(b, "Key of the ticket: ____________________\n\n");
	hd_arena_release(&arena);
}
