/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conditions on messages.  At stage open a ticket has one message, or none,
 * and they are conditions like others.  Else it may have many, and two rules
 * may hold by two of them: what an alternative asks of one message is then one
 * atom, of which no more is known than that a message which fits a longer list
 * of conditions, and is cancelled by no less, fits a shorter one.  That allows
 * more tickets than there are, so that no proof is lost to a second message.
 */
#include <stdlib.h>
#include <string.h>

#include "check/worldpart.h"

bool
hd_world_many(const struct hd_world *w)
{
	return w->stage != HD_STAGE_OPEN;
}

static int
eachcond(struct hd_world *w, const struct hd_side *s, const struct hd_cond *c)
{
	size_t fact = hd_worldfact(w, &s->rs->fields[c->index]);
	int words = hd_words_of(w, c->arg);
	int64_t *known = hd_world_name(w, "each", fact, c->arg);

	if (*known < 0) {
		*known = (int64_t)w->neachconds++;
		w->eachconds = hd_grow(w->eachconds, &w->eachconds_cap,
		    w->neachconds, sizeof(*w->eachconds));
		w->eachconds[*known] =
		    (struct hd_eachcond){ fact, c->arg, words };
	}
	return 2 * (int)*known + (c->op == HD_OP_NOMATCH);
}

/* Does a message of which a holds always have b? */
static bool
within(const struct hd_world *w, int a, int b)
{
	const struct hd_eachcond *x = &w->eachconds[a / 2];
	const struct hd_eachcond *y = &w->eachconds[b / 2];

	if (a == b)
		return true;
	if (x->fact != y->fact || a % 2 != b % 2 || x->words < 0 ||
	    y->words < 0)
		return false;
	return a % 2 == 0 ? hd_words_within(w, x->words, y->words)
			  : hd_words_within(w, y->words, x->words);
}

/* Does some id of ids say that id holds? */
static bool
told(const struct hd_world *w, const struct hd_ints *ids, int id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (within(w, ids->v[i], id))
			return true;
	return false;
}

/* Can one message not have them all? */
static bool
contrary(const struct hd_world *w, const struct hd_ints *ids,
    const struct hd_ints *more)
{
	for (size_t i = 0; i < more->n; i++)
		if (told(w, ids, more->v[i] ^ 1))
			return true;
	return false;
}

/* Insert, rising, each once. */
static void
put(struct hd_ints *ids, int id)
{
	size_t at = ids->n;

	for (size_t i = 0; i < ids->n; i++)
		if (ids->v[i] == id)
			return;
	hd_ints_push(ids, id);
	for (; at > 0 && ids->v[at - 1] > id; at--)
		ids->v[at] = ids->v[at - 1];
	ids->v[at] = id;
}

/*
 * What alt asks of a message, into ids.  false: it asks it of a field that is
 * unset, where nothing holds.
 */
static bool
collect(struct hd_world *w, const struct hd_side *s, const struct hd_alt *alt,
    struct hd_ints *ids)
{
	const struct hd_cond *c;

	for (size_t i = 0; i < alt->nconds; i++) {
		c = &s->rs->conds[alt->cond + i];
		if (!c->each)
			continue;
		if (hd_worldfact_unset(w, s, &s->rs->fields[c->index]))
			return false;
		put(ids, eachcond(w, s, c));
	}
	return true;
}

static void
release(struct hd_each *e)
{
	for (size_t i = 0; i < e->ncancels; i++)
		free(e->cancels[i].ids.v);
	free(e->cancels);
	free(e->ids.v);
}

/*
 * A cancel that is said in so many words by the conditions, or that they deny,
 * needs no message: it is what remains of it, or nothing.
 */
static void
add_cancel(struct hd_world *w, struct hd_each *e, int when, struct hd_ints *ids)
{
	size_t kept = 0;

	if (when == -w->truth || contrary(w, &e->ids, ids) ||
	    contrary(w, ids, ids)) {
		free(ids->v);
		return;
	}
	for (size_t i = 0; i < ids->n; i++)
		if (!told(w, &e->ids, ids->v[i]))
			ids->v[kept++] = ids->v[i];
	ids->n = kept;
	e->cancels =
	    hd_xreallocarray(e->cancels, e->ncancels + 1, sizeof(*e->cancels));
	e->cancels[e->ncancels++] = (struct hd_cancel){ when, *ids };
}

static bool
same_ids(const struct hd_ints *a, const struct hd_ints *b)
{
	return a->n == b->n &&
	       (a->n == 0 || memcmp(a->v, b->v, a->n * sizeof(*a->v)) == 0);
}

/* Whatever message fits a fits b. */
static bool
implies(
    const struct hd_world *w, const struct hd_each *a, const struct hd_each *b)
{
	size_t k;

	for (size_t i = 0; i < b->ids.n; i++)
		if (!told(w, &a->ids, b->ids.v[i]))
			return false;
	for (size_t i = 0; i < b->ncancels; i++) {
		if (contrary(w, &a->ids, &b->cancels[i].ids))
			continue;
		for (k = 0; k < a->ncancels; k++)
			if (a->cancels[k].when == b->cancels[i].when &&
			    same_ids(&a->cancels[k].ids, &b->cancels[i].ids))
				break;
		if (k == a->ncancels)
			return false;
	}
	return true;
}

/* It is known of one condition and of its contrary that one must hold. */
static void
either(struct hd_world *w, const struct hd_each *a, const struct hd_each *b)
{
	size_t fact;

	if (a->ids.n != 1 || b->ids.n != 1 || a->ncancels + b->ncancels > 0 ||
	    a->ids.v[0] != (b->ids.v[0] ^ 1))
		return;
	fact = w->eachconds[a->ids.v[0] / 2].fact;
	hd_sat_clause(
	    w->sat, (int[]){ -w->facts[fact].set, a->lit, b->lit }, 3);
}

static int some(struct hd_world *w, struct hd_each *e);

/* A message fits where no cancel can count and one fits without them. */
static void
uncancelled(struct hd_world *w, const struct hd_each *e)
{
	struct hd_each bare = { .lit = 0 };
	int *lits;

	if (e->ncancels == 0)
		return;
	for (size_t i = 0; i < e->ids.n; i++)
		hd_ints_push(&bare.ids, e->ids.v[i]);
	lits = hd_xcalloc(e->ncancels + 2, sizeof(*lits));
	for (size_t i = 0; i < e->ncancels; i++)
		lits[i] = e->cancels[i].when;
	lits[e->ncancels] = e->lit;
	lits[e->ncancels + 1] = -some(w, &bare);
	hd_sat_clause(w->sat, lits, e->ncancels + 2);
	free(lits);
}

static void
name_each(struct hd_world *w, const struct hd_each *e)
{
	hd_buf_reset(&w->key);
	for (size_t i = 0; i < e->ids.n; i++)
		hd_buf_addf(&w->key, " %d", e->ids.v[i]);
	for (size_t k = 0; k < e->ncancels; k++) {
		hd_buf_addf(&w->key, " unless %d:", e->cancels[k].when);
		for (size_t i = 0; i < e->cancels[k].ids.n; i++)
			hd_buf_addf(&w->key, " %d", e->cancels[k].ids.v[i]);
	}
}

static int
new_each(struct hd_world *w, struct hd_each *e)
{
	size_t me = w->neaches++, atom;
	struct hd_each *other;

	atom = hd_world_atom(w, HD_ATOM_SOME, me, (struct hd_str){ NULL, 0 });
	e->lit = w->atoms[atom].lit;
	for (size_t i = 0; i < e->ids.n; i++)
		hd_world_imply(w, e->lit,
		    w->facts[w->eachconds[e->ids.v[i] / 2].fact].set);
	for (size_t i = 0; i < e->ncancels; i++)
		if (e->cancels[i].ids.n == 0)
			hd_world_imply(w, e->lit, -e->cancels[i].when);
	w->eaches =
	    hd_grow(w->eaches, &w->eaches_cap, w->neaches, sizeof(*w->eaches));
	w->eaches[me] = *e;
	for (size_t i = 0; i < me; i++) {
		other = &w->eaches[i];
		if (implies(w, other, e))
			hd_world_imply(w, other->lit, e->lit);
		if (implies(w, e, other))
			hd_world_imply(w, e->lit, other->lit);
		either(w, e, other);
	}
	return e->lit;
}

/*
 * The literal of e, which is taken over.  Goes one level down, to what it is
 * without cancels.
 */
static int
some(struct hd_world *w, struct hd_each *e)
{
	struct hd_each own;
	int64_t *known;
	int lit;

	if ((e->ids.n == 0 && e->ncancels == 0) ||
	    contrary(w, &e->ids, &e->ids)) {
		lit = e->ids.n == 0 ? w->truth : -w->truth;
		release(e);
		return lit;
	}
	name_each(w, e);
	known = hd_map_put(&w->names, hd_buf_str(&w->key), 0);
	if (*known != 0) {
		release(e);
		return (int)*known;
	}
	lit = new_each(w, e);
	*known = lit;
	own = *e;
	uncancelled(w, &own);
	return lit;
}

/* The conditions of alt that are on no message. */
static int
plain(struct hd_world *w, size_t side, const struct hd_alt *alt)
{
	const struct hd_ruleset *rs = w->sides[side].rs;
	int lit = w->truth;

	for (size_t i = 0; i < alt->nconds; i++)
		if (!rs->conds[alt->cond + i].each)
			lit = hd_world_and(w,
			    (int[]){ lit, hd_world_cond(w, side,
					      &rs->conds[alt->cond + i]) },
			    2);
	return lit;
}

int
hd_worldeach_alt(struct hd_world *w, size_t side, const struct hd_rule *r,
    const struct hd_alt *alt)
{
	const struct hd_side *s = &w->sides[side];
	const struct hd_alt *unless;
	struct hd_each e = { .lit = 0 };
	int lits[3] = { plain(w, side, alt), w->truth, 0 };

	if (!collect(w, s, alt, &e.ids)) {
		release(&e);
		return -w->truth;
	}
	for (size_t i = 0; i < r->nalts; i++) {
		struct hd_ints ids = { NULL, 0, 0 };

		unless = &w->sides[side].rs->alts[r->alt + i];
		if (!unless->unless ||
		    !collect(w, &w->sides[side], unless, &ids)) {
			free(ids.v);
			continue;
		}
		if (ids.n > 0) {
			add_cancel(w, &e, plain(w, side, unless), &ids);
			continue;
		}
		lits[1] = hd_world_and(
		    w, (int[]){ lits[1], -plain(w, side, unless) }, 2);
	}
	lits[2] = some(w, &e);
	return hd_world_and(w, lits, 3);
}

int
hd_worldeach_cond(
    struct hd_world *w, const struct hd_side *s, const struct hd_cond *c)
{
	struct hd_each e = { .lit = 0 };

	if (hd_worldfact_unset(w, s, &s->rs->fields[c->index]))
		return -w->truth;
	hd_ints_push(&e.ids, eachcond(w, s, c));
	return some(w, &e);
}
