/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proved of rules: see lint.h. */
#include <stdlib.h>
#include <string.h>

#include "check/prove_int.h"

bool
hd_prove_next(const struct hd_prove *p, const struct hd_rule *r, int *s)
{
	for (; *s < HD_STAGES; (*s)++)
		if ((r->stages & 1u << *s) != 0 && p->st[*s].w != NULL)
			return true;
	return false;
}

void
hd_prove_undecided(
    struct hd_diags *out, const struct hd_ruleset *rs, const struct hd_rule *r)
{
	hd_lint_add(out, rs, "R157", r, 0, r->pos,
	    "%s '%s' could not be decided within the budget: split it, or "
	    "ask for fewer fields",
	    hd_rulekind_name(r->kind), r->id);
}

static void
undecided(struct hd_prove *p, const struct hd_rule *r)
{
	if (r->kind == HD_ROUTE) {
		if (p->vague[r - p->rs->routes])
			return;
		p->vague[r - p->rs->routes] = true;
	}
	hd_prove_undecided(p->out, p->rs, r);
}

enum hd_tri
hd_prove_ask(struct hd_prove *p, int stage, const struct hd_rule *r,
    const int *lits, size_t n)
{
	enum hd_tri t = hd_world_solve(p->st[stage].w, lits, n);

	if (t == HD_MAYBE)
		undecided(p, r);
	return t;
}

void
hd_prove_line(const struct hd_prove *p, struct hd_pos from, struct hd_pos pos,
    struct hd_buf *b)
{
	if (pos.file != from.file)
		hd_buf_addf(b, "%s, ", p->rs->files[pos.file].name);
	hd_buf_addf(b, "line %zu", pos.line);
}

void
hd_prove_name(const struct hd_prove *p, struct hd_pos from,
    const struct hd_rule *r, struct hd_buf *b)
{
	hd_buf_addf(b, "%s'%s' (", b->n > 0 ? " + " : "", r->id);
	hd_prove_line(p, from, r->pos, b);
	hd_buf_addc(b, ')');
}

static bool
is_used(const struct hd_ruleset *rs, unsigned stage)
{
	if (rs->stage_default[stage].action != HD_ACTION_NONE)
		return true;
	for (size_t i = 0; i < rs->nroutes; i++)
		if ((rs->routes[i].stages & 1u << stage) != 0)
			return true;
	return false;
}

static void
open_stage(struct hd_prove *p, enum hd_stage stage)
{
	struct hd_provestage *st = &p->st[stage];
	const struct hd_ruleset *rs = p->rs;

	st->w = hd_world_new(stage);
	st->side = hd_world_add(st->w, rs);
	st->route = hd_xcalloc(rs->nroutes + 1, sizeof(*st->route));
	st->above = hd_xcalloc(rs->nroutes + 1, sizeof(*st->above));
	st->fires = hd_xcalloc(rs->nroutes + 1, sizeof(*st->fires));
	for (size_t i = 0; i < rs->nroutes; i++) {
		st->above[i] = st->n;
		if ((rs->routes[i].stages & 1u << stage) == 0)
			continue;
		st->fires[st->n] =
		    hd_world_fires(st->w, st->side, &rs->routes[i]);
		st->route[st->n++] = i;
	}
}

/*
 * What was asked of no rule in particular, as for an example, was asked for
 * nothing as well when its steps were used up.
 */
static void
rest_undecided(struct hd_prove *p)
{
	size_t n = 0;

	for (int s = 0; s < HD_STAGES; s++)
		n += p->st[s].w != NULL ? hd_world_undecided(p->st[s].w) : 0;
	for (size_t i = 0; i < p->rs->nroutes && n > 0; i++)
		if (p->vague[i])
			return;
	if (n > 0 && p->rs->nroutes > 0)
		undecided(p, &p->rs->routes[0]);
}

static void
close_stage(struct hd_provestage *st)
{
	hd_world_free(st->w);
	free(st->route);
	free(st->above);
	free(st->fires);
}

void
hd_lint_proofs(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct hd_prove p = { .rs = rs, .o = o, .out = out };

	p.dead = hd_xcalloc(rs->nroutes + 1, sizeof(*p.dead));
	p.takes = hd_xcalloc(rs->nroutes + 1, sizeof(*p.takes));
	p.vague = hd_xcalloc(rs->nroutes + 1, sizeof(*p.vague));
	p.lits = hd_xcalloc(rs->nroutes + HD_PROVE_MORE, sizeof(*p.lits));
	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++)
		if (is_used(rs, (unsigned)s))
			open_stage(&p, (enum hd_stage)s);
	hd_prove_reach(&p);
	hd_prove_routes(&p);
	hd_prove_policies(&p);
	hd_prove_unset(&p);
	rest_undecided(&p);
	for (int s = 0; s < HD_STAGES; s++)
		close_stage(&p.st[s]);
	free(p.dead);
	free(p.takes);
	free(p.vague);
	free(p.lits);
	hd_prove_whole(rs, o, out);
}
