/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where matches may begin: see prefilter.h. */
#include "rules/prefilterindex.h"

/* What a try costs, in bytes of text that PCRE2 could search meanwhile. */
#define TRY_COST 8

struct hd_places
hd_prefilter_places(const struct hd_scratch *scratch)
{
	return (struct hd_places){ scratch->windows,
		scratch->anywhere ? NULL : scratch->last };
}

/* Put w among the n that are from left to right; it is likely the first. */
static void
insert(struct hd_window *windows, size_t n, struct hd_window w)
{
	for (; n > 0 && windows[n - 1].lo > w.lo; n--)
		windows[n] = windows[n - 1];
	windows[n] = w;
}

/* Windows that touch become one. */
static size_t
merge(struct hd_window *windows, size_t n)
{
	size_t last = 0;

	for (size_t i = 1; i < n; i++)
		if (windows[i].lo > windows[last].hi + 1)
			windows[++last] = windows[i];
		else if (windows[i].hi > windows[last].hi)
			windows[last].hi = windows[i].hi;
	return n > 0 ? last + 1 : 0;
}

size_t
hd_prefilter_windows(const struct hd_prefilter *f,
    const struct hd_places *places, size_t pattern, size_t len,
    struct hd_window windows[HD_WINDOWS])
{
	size_t n = 0, cost = 0;

	if (places->last == NULL ||
	    (f->placed[pattern / 64] >> (pattern % 64) & 1) == 0)
		return HD_ANYWHERE;
	for (uint32_t i = places->last[pattern]; i > 0;
	     i = places->v[i - 1].next) {
		if (n == HD_WINDOWS)
			return HD_ANYWHERE;
		insert(windows, n++, places->v[i - 1]);
	}
	n = merge(windows, n);
	for (size_t i = 0; i < n; i++)
		cost += windows[i].hi - windows[i].lo + TRY_COST;
	return cost < len + TRY_COST ? n : HD_ANYWHERE;
}
