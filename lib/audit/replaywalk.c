/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what the rules say to where a ticket ends: see replay_int.h. */
#include <string.h>

#include "audit/replay_int.h"

/* Decide moment i; true: somebody may still be with the AI after it. */
static bool
step(struct hd_replayer *p, size_t i, int without, struct hd_walk *w)
{
	const unsigned char *fires = hd_replay_ask(p, i);
	struct hd_decision d;

	hd_decide_by(
	    p->rs, i == 0 ? HD_STAGE_OPEN : HD_STAGE_REPLY, fires, without, &d);
	if (w->at != NULL)
		w->at[i] = d;
	if (i == 0)
		w->first = d.possible;
	w->visited = i + 1;
	w->possible |= d.possible & HD_CAREFUL;
	if (w->taken < 0 && hd_action_careful(d.action))
		w->taken = (int)i;
	w->surely = w->surely && (d.possible & HD_CAREFUL) == 0;
	w->maybe = w->maybe && (d.possible & ~HD_CAREFUL) != 0;
	return w->maybe;
}

void
hd_replay_walk(struct hd_replayer *p, int without, struct hd_walk *w)
{
	struct hd_decision *at = w->at;

	*w = (struct hd_walk){ .surely = true, .maybe = true, .taken = -1 };
	w->at = at;
	if (step(p, 0, without, w) &&
	    (p->pulled != 0 || p->how == HD_REPLAY_BESIDE)) {
		w->unknown = !p->talk && p->pulled != 0;
		for (size_t i = 1; i < p->nmoments && step(p, i, without, w);
		     i++)
			;
	}
	if (w->unknown) {
		w->surely = false;
		w->possible |= p->pulled;
	}
	if (w->maybe)
		w->possible |= w->first & ~HD_CAREFUL;
}

/* The same talk that nobody knows follows, with the route or without. */
static bool
same_talk(const struct hd_replayer *p, const struct hd_walk *a,
    const struct hd_walk *b, size_t route)
{
	return a->unknown && b->unknown &&
	       ((a->first | b->first) & HD_CAREFUL) == 0 &&
	       (p->rs->routes[route].stages & 1u << HD_STAGE_REPLY) == 0;
}

/* What the AI would have more without a route that decides somewhere. */
static void
gain(struct hd_replayer *p, const struct hd_walk *w, struct hd_replayroute *x)
{
	struct hd_walk other = { .at = NULL };

	hd_replay_walk(p, (int)x->route, &other);
	if (same_talk(p, w, &other, x->route))
		return;
	if (w->surely == w->maybe) {
		x->gain_min = other.surely - w->surely;
		x->gain_max = other.maybe - w->maybe;
	} else {
		x->gain_min = other.surely - w->maybe;
		x->gain_max = other.maybe - w->surely;
	}
}

/* Was it this route, or may it have been, that decided somewhere? */
static bool
decides(struct hd_replayer *p, const struct hd_walk *w, size_t route)
{
	const struct hd_decision *d;

	for (size_t i = 0; i < w->visited; i++) {
		d = &w->at[i];
		if (d->route == (int)route ||
		    (p->moments[i].fires[route] == HD_MAYBE &&
			(d->route < 0 || (int)route < d->route)))
			return true;
	}
	return false;
}

void
hd_replay_wide(
    struct hd_replayer *p, const struct hd_walk *w, struct hd_replayed *r)
{
	struct hd_replayroute *x, one;
	const unsigned char *fires;

	x = hd_arena_alloc(p->arena, p->rs->nroutes * sizeof(*x));
	r->nroutes = 0;
	for (size_t k = 0; k < p->rs->nroutes; k++) {
		memset(&one, 0, sizeof(one));
		one.route = k;
		for (size_t i = 0; i < w->visited; i++) {
			fires = p->moments[i].fires;
			if (i == 0)
				one.open = (enum hd_tri)fires[k];
			else
				one.reply =
				    hd_or(one.reply, (enum hd_tri)fires[k]);
		}
		if (one.open == HD_NO && one.reply == HD_NO)
			continue;
		if (decides(p, w, k))
			gain(p, w, &one);
		x[r->nroutes++] = one;
	}
	r->routes = x;
}
