/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms of two sets of texts: see logodds.h. */
#include <math.h>

#include "stats/logodds.h"

static double
log_odds(double y, double n, double a, double a0)
{
	return log(y + a) - log(n + a0 - y - a);
}

struct hd_log_odds
hd_log_odds(
    double y1, double n1, double y2, double n2, double yb, double nb, double a0)
{
	struct hd_log_odds r = { NAN, NAN };
	double a = a0 * yb / nb;

	/* not above 0 also where the background is empty */
	if (!(a > 0) || a >= a0)
		return r;
	r.delta = log_odds(y1, n1, a, a0) - log_odds(y2, n2, a, a0);
	r.z = r.delta / sqrt(1 / (y1 + a) + 1 / (y2 + a));
	return r;
}

double
hd_unseen(double f1, double n)
{
	return n > 0 ? f1 / n : NAN;
}
