/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exceptions: see lint.h. */
#include <stdlib.h>
#include <string.h>

#include "check/lint_int.h"
#include "rules/catalogue.h"

#define DAY ((int64_t)86400)

struct allows {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	size_t n; /* findings before those of R184 */
};

/* Is the finding one of rule r?  Two files may each have a rule of the id. */
static bool
is_about(
    const struct allows *a, const struct hd_diag *d, const struct hd_rule *r)
{
	return d->rule != NULL && strcmp(d->rule, r->id) == 0 &&
	       strcmp(d->at.file, a->rs->files[r->pos.file].name) == 0;
}

/* How many findings it lets pass; marks them when it is not expired. */
static size_t
let_pass(struct allows *a, const struct hd_rule *r, const struct hd_allow *w,
    bool expired)
{
	struct hd_diag *d;
	size_t n = 0;

	for (size_t i = 0; i < a->n; i++) {
		d = &a->out->v[i];
		if (!hd_str_eq(w->check, d->id) || !is_about(a, d, r))
			continue;
		n++;
		if (!expired)
			d->allowed = hd_arena_memdup(
			    &a->out->arena, w->because.p, w->because.n);
	}
	return n;
}

/*
 * Was there a chance to find it?  Some checks need more than the rules:
 * tickets, tests, time.
 */
static bool
was_tried(const struct allows *a, const char *id)
{
	static const char *const history[] = { "R114", "R125", "R126", "R190",
		"R191", "R192", "R193", "R194", "R195", "R196", "R197",
		"R198" };

	for (size_t i = 0; i < sizeof(history) / sizeof(history[0]); i++)
		if (strcmp(id, history[i]) == 0)
			return a->o->ncolumns > 0;
	if (strcmp(id, "R112") == 0 || strcmp(id, "R113") == 0)
		return a->o->prober;
	if (strcmp(id, "R185") == 0)
		return a->o->blame.p != NULL;
	if (strcmp(id, "R155") == 0)
		return a->o->pairs;
	return strcmp(id, "R165") != 0 && strncmp(id, "R5", 2) != 0;
}

static void
allow(struct allows *a, const struct hd_rule *r, const struct hd_allow *w)
{
	const char *id = hd_str_keep(&a->out->arena, w->check).p;
	bool expired = hd_lint_date(w->until) + DAY <= a->o->now;
	size_t n = let_pass(a, r, w, expired);

	if (hd_rules_check(id) == NULL)
		hd_lint_add(a->out, a->rs, "R184", r, 0, w->pos,
		    "there is no check '%s'", id);
	else if (n == 0 && was_tried(a, id))
		hd_lint_add(a->out, a->rs, "R184", r, 0, w->pos,
		    "this rule has no finding %s: remove the exception", id);
	else if (n > 0 && expired)
		hd_lint_add(a->out, a->rs, "R184", r, 0, w->pos,
		    "the exception from %s ended on %.*s: correct the rule, "
		    "or give a new date",
		    id, (int)w->until.n, w->until.p);
}

void
hd_lint_allows(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct allows a = { rs, o, out, out->n };
	struct hd_rules all = hd_lint_rules(rs);

	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0;
		     hd_lint_wanted(o, all.v[i]->pos) && k < all.v[i]->nallows;
		     k++)
			allow(&a, all.v[i], &rs->allows[all.v[i]->allow + k]);
	free(all.v);
}
