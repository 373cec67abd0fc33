/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits for input that is not trusted: see limits.h. */
#include <sys/resource.h>

#include "cli/limits.h"

#define CPU_SECONDS 60
#define MEMORY	    ((rlim_t)1024 * 1024 * 1024)

/* Sanitizers map terabytes that they never touch. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static void
lower(int what, rlim_t to)
{
	struct rlimit r;

	if (getrlimit(what, &r) != 0)
		return;
	if (r.rlim_cur != RLIM_INFINITY && r.rlim_cur <= to)
		return;
	r.rlim_cur = to;
	(void)setrlimit(what, &r);
}

void
hd_limits_untrusted(void)
{
	lower(RLIMIT_CPU, CPU_SECONDS);
	if (!SANITIZED)
		lower(RLIMIT_AS, MEMORY);
}
