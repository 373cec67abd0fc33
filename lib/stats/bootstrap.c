/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bootstraps share: see bootstrap.h. */
#include <math.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include "base/buf.h"
#include "base/hash.h"
#include "stats/bootstrap.h"

uint32_t
hd_boot_seed(const char *seed, const char *metric, const char *segment)
{
	struct hd_buf b = HD_BUF_INIT;
	uint64_t head;

	hd_buf_addf(&b, "%s\x1f%s\x1f%s", seed, metric, segment);
	head = hd_sha256_head(hd_buf_str(&b));
	hd_buf_release(&b);
	return (uint32_t)(head >> 32);
}

void
hd_boot_limits(double *v, size_t n, double *lo, double *hi)
{
	*lo = *hi = NAN;
	if (n == 0)
		return;
	gsl_sort(v, 1, n);
	*lo = gsl_stats_quantile_from_sorted_data(v, 1, n, 0.025);
	*hi = gsl_stats_quantile_from_sorted_data(v, 1, n, 0.975);
}
