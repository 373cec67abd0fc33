/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sets of literals that tell most: see literalchoice.h. */
#include "rules/literalchoice.h"

#define RATE_MAX  0.001 /* found in nearly every text: no use */
#define RATE_RARE 1e-9	/* so rare that nothing else need be looked for */

void
hd_litchoice_near(
    struct hd_litchoice *c, struct hd_litset s, struct hd_litspan at)
{
	double rate = hd_litset_rate(s);

	if (rate >= 1 || (c->near.n > 0 && rate >= c->near_rate))
		return;
	for (size_t i = 0; i < s.n; i++)
		if (hd_lit_behind(s.v[i].at, at).hi == HD_FAR)
			return;
	c->near = hd_litset_shift(c->a, s, at);
	c->near_rate = rate;
}

void
hd_litchoice_any(struct hd_litchoice *c, struct hd_litset s)
{
	double rate = hd_litset_rate(s);
	size_t at = c->best.n;

	if (rate >= 1)
		return;
	while (at > 0 && rate < c->rate[at - 1])
		at--;
	if (at == HD_CLAUSE_MAX)
		return;
	if (c->best.n < HD_CLAUSE_MAX)
		c->best.n++;
	for (size_t i = c->best.n - 1; i > at; i--) {
		c->best.sets[i] = c->best.sets[i - 1];
		c->rate[i] = c->rate[i - 1];
	}
	c->best.sets[at] = s;
	c->rate[at] = rate;
}

bool
hd_litchoice_useful(struct hd_litchoice *c)
{
	size_t n = 0;

	if (c->best.n == 0 || c->rate[0] > RATE_MAX)
		return false;
	while (n < c->best.n && c->rate[n] <= RATE_MAX &&
	       (n == 0 || c->rate[n - 1] > RATE_RARE))
		n++;
	c->best.n = n;
	return true;
}
