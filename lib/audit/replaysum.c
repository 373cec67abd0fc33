/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding up replayed tickets: see replaysum.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/replaysum.h"
#include "base/mem.h"

#define CAREFUL (1u << HD_HUMAN_FIRST | 1u << HD_ESCALATE)

void
hd_replaysum_init(struct hd_replaysum *s, const struct hd_ruleset *rs)
{
	memset(s, 0, sizeof(*s));
	s->rs = rs;
	s->routes = hd_xcalloc(rs->nroutes + 1, sizeof(*s->routes));
	s->segment = hd_ruleset_dim(rs, "segment");
	if (s->segment >= 0)
		s->nsegments = rs->dims[s->segment].n;
	s->segments = hd_xcalloc(s->nsegments + 1, sizeof(*s->segments));
}

static void
release(struct hd_replaykept *k)
{
	for (int i = 0; i < HD_REPLAY_KEYS; i++)
		free(k->keys[i]);
}

void
hd_replaysum_release(struct hd_replaysum *s)
{
	for (size_t i = 0; i <= s->rs->nroutes; i++) {
		release(&s->routes[i].kept);
		free(s->routes[i].example);
	}
	for (size_t i = 0; i <= s->nsegments; i++)
		release(&s->segments[i]);
	release(&s->kept);
	free(s->routes);
	free(s->segments);
}

/* A ticket that may end in one of these. */
static void
count_actions(unsigned possible, int64_t *least, int64_t *most)
{
	for (int i = 0; i < HD_ACTIONS; i++) {
		least[i] += possible == 1u << i;
		most[i] += (possible >> i & 1u) != 0;
	}
}

static void
count_end(struct hd_replaysum *s, const struct hd_replayed *r)
{
	s->surely += r->ai_surely;
	s->maybe += r->ai_maybe;
	s->unknown += r->basis == HD_REPLAY_UNKNOWN;
	count_actions(r->asked[0].possible, s->open_min, s->open_max);
	count_actions(r->possible, s->end_min, s->end_max);
}

static bool
may_pull(const struct hd_rule *r)
{
	return (r->stages & 1u << HD_STAGE_REPLY) != 0 &&
	       (r->actions & CAREFUL) != 0;
}

/* What of the unknown tickets is known is not to be counted with the rest. */
static void
count_route(struct hd_replaysum *s, const struct hd_replayed *r,
    const struct hd_replayroute *x)
{
	struct hd_replaycount *c = &s->routes[x->route];

	c->would += x->open == HD_YES || x->reply == HD_YES;
	c->gave_up += x->open == HD_MAYBE || x->reply == HD_MAYBE;
	c->alone += x->gain_min;
	c->alone_max += x->gain_max;
	if (r->basis == HD_REPLAY_UNKNOWN && x->gain_max > 0 &&
	    may_pull(&s->rs->routes[x->route]))
		c->alone_max--;
}

static size_t
slot(const struct hd_replaysum *s, int route)
{
	return route >= 0 ? (size_t)route : s->rs->nroutes;
}

static void
count_decided(struct hd_replaysum *s, const struct hd_replayed *r)
{
	struct hd_replaycount *c = &s->routes[slot(s, r->asked[0].route)];

	c->open++;
	if (c->example == NULL)
		c->example = hd_xmemdup(r->key.p, r->key.n);
	if (r->taken <= 0)
		return;
	/* a default that takes replies is told with that of open */
	c = &s->routes[slot(s, r->asked[r->taken].route)];
	c->reply++;
	if (c->example == NULL)
		c->example = hd_xmemdup(r->key.p, r->key.n);
}

static void
count_kept(struct hd_replaykept *k, const struct hd_replayed *r, bool surely)
{
	k->tickets += surely;
	k->tickets_max++;
	if (!r->met_ai)
		return;
	k->met_max++;
	if (!surely)
		return;
	if (k->met < HD_REPLAY_KEYS)
		k->keys[k->met] = hd_xmemdup(r->key.p, r->key.n);
	k->met++;
}

static void
count_kept_from(struct hd_replaysum *s, const struct hd_replayed *r)
{
	unsigned possible = r->asked[0].possible;
	bool surely = (possible & ~CAREFUL) == 0;

	if ((possible & CAREFUL) == 0)
		return;
	count_kept(&s->kept, r, surely);
	if (hd_action_careful(r->asked[0].action))
		count_kept(
		    &s->routes[slot(s, r->asked[0].route)].kept, r, surely);
	for (size_t i = 0; i < r->nsegments; i++)
		count_kept(&s->segments[r->segments[i]], r, surely);
	if (r->nsegments == 0)
		count_kept(&s->segments[s->nsegments], r, surely);
}

void
hd_replaysum_add(struct hd_replaysum *s, const struct hd_replayed *r)
{
	s->tickets++;
	count_end(s, r);
	count_decided(s, r);
	count_kept_from(s, r);
	for (size_t i = 0; i < r->nroutes; i++)
		count_route(s, r, &r->routes[i]);
}

/* Of a talk that nobody knows each route asked at replies may be the end. */
void
hd_replaysum_end(struct hd_replaysum *s)
{
	for (size_t i = 0; i < s->rs->nroutes; i++)
		if (may_pull(&s->rs->routes[i]))
			s->routes[i].alone_max += s->unknown;
}
