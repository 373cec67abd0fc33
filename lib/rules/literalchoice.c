/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sets of literals that tell most: see literalchoice.h. */
#include "rules/literalchoice.h"

#define RUNS_MAX  4 /* of word characters before a literal that is near */
#define RUN	  5 /* bytes of one */
#define TRY	  8 /* bytes of text are searched while one place is tried */
#define RATE_MAX  0.001 /* found in nearly every text: no use */
#define RATE_RARE 1e-9	/* so rare that nothing else need be looked for */

/* Places that have to be tried for each byte of text, roughly; 1: too many. */
static double
cost(struct hd_litset s, struct hd_litspan at)
{
	double rate = hd_litset_rate(s), most = 0, n;
	struct hd_litspan one;

	for (size_t i = 0; i < s.n; i++) {
		one = hd_lit_behind(s.v[i].at, at);
		if (one.hi == HD_FAR || one.runs > RUNS_MAX)
			return 1;
		n = one.hi + RUN * one.runs;
		most = n > most ? n : most;
	}
	return rate * (1 + most / TRY);
}

void
hd_litchoice_near(
    struct hd_litchoice *c, struct hd_litset s, struct hd_litspan at)
{
	double rate = cost(s, at);

	if (rate >= 1 || (c->near.n > 0 && rate >= c->near_rate))
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
