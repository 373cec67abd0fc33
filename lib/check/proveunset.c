/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * R163, unset holes: the same ticket with one fact unknown gets less care.
 * Where the fact is all that an alternative asks for, nothing is left to go by
 * when it is not known, so that only alternatives with another fact are
 * looked at.
 */
#include <string.h>

#include "check/prove_int.h"

/* Of each ticket these are counted: they cannot be unknown. */
static bool
is_counted(const char *name)
{
	static const char *const names[] = { "ticket.reopens",
		"ticket.messages", "ticket.customer_turns", "ticket.ai_turns",
		"ticket.agent_turns", "ticket.transfers", "ticket.hour",
		"ticket.handoff", "ticket.solved" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static bool
is_fact(const struct hd_ruleset *rs, const struct hd_cond *c)
{
	return c->var == HD_VAR_FIELD && c->op > HD_OP_NOMATCH &&
	       c->op != HD_OP_UNSET &&
	       rs->fields[c->index].type != HD_FT_TEXT &&
	       !is_counted(rs->fields[c->index].name);
}

/* Does an alternative ask for the field and for something else? */
static const struct hd_cond *
among_others(const struct hd_ruleset *rs, const struct hd_rule *r, size_t field)
{
	const struct hd_cond *c, *found;
	const struct hd_alt *alt;
	bool other;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		found = NULL;
		other = false;
		for (size_t k = 0; k < alt->nconds && !alt->unless; k++) {
			c = &rs->conds[alt->cond + k];
			if (is_fact(rs, c) && c->index == field)
				found = c;
			else
				other |= c->op != HD_OP_UNSET;
		}
		if (found != NULL && other)
			return found;
	}
	return NULL;
}

static bool
hole(struct hd_prove *p, int stage, size_t route, const struct hd_cond *c)
{
	const struct hd_rule *r = &p->rs->routes[route];
	const char *field = p->rs->fields[c->index].name;
	struct hd_provestage *st = &p->st[stage];
	size_t other = hd_world_without(st->w, st->side, field);
	struct hd_example_of e = { HD_BUF_INIT, false, 0 };
	struct hd_diag *d;
	bool found;
	int lits[2] = { hd_world_first(st->w, st->side, route),
		-hd_world_careful(st->w, other) };

	found = hd_prove_ask(p, stage, r, lits, 2) == HD_YES &&
		hd_prove_example(p, stage, lits, 2, &e);
	if (found) {
		d = hd_lint_add(p->out, p->rs, "R163", r, 0, c->pos,
		    "%s meets a person%s, and none when '%s' is not known: "
		    "add an alternative with 'is unset', or a route for it",
		    hd_buf_cstr(&e.text), e.possible ? " (possible)" : "",
		    field);
		if (e.possible)
			d->proof = HD_HEURISTIC;
	}
	hd_buf_release(&e.text);
	return found;
}

static void
field(struct hd_prove *p, size_t route, size_t f)
{
	const struct hd_rule *r = &p->rs->routes[route];
	const struct hd_cond *c = among_others(p->rs, r, f);

	if (c == NULL)
		return;
	for (int s = 0; hd_prove_next(p, r, &s); s++)
		if (hole(p, s, route, c))
			return;
}

static bool
is_careful(const struct hd_rule *r)
{
	for (int a = 0; a < HD_ACTIONS; a++)
		if ((r->actions & 1u << a) != 0)
			return hd_action_careful((enum hd_action)a);
	return false;
}

void
hd_prove_unset(struct hd_prove *p)
{
	const struct hd_rule *r;

	for (size_t i = 0; i < p->rs->nroutes; i++) {
		r = &p->rs->routes[i];
		if (p->dead[i] || !is_careful(r) ||
		    !hd_lint_wanted(p->o, r->pos))
			continue;
		for (size_t f = 0; f < p->rs->nfields; f++)
			field(p, i, f);
	}
}
