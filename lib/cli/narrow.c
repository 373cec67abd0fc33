/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that typing narrows: see narrow.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "cli/narrow.h"

void
hd_narrow_release(struct hd_narrow *w)
{
	hd_edit_release(&w->typed);
	free(w->fits);
	*w = (struct hd_narrow){ .n = 0 };
}

/* 0: the word begins with what was typed, 1: holds it, 2: stands anyhow, 3: no. */
static int
rank(const struct hd_narrow *w, size_t i, const struct hd_buf *typed)
{
	const char *at = hd_str_find(w->v[i], hd_buf_cstr(typed));

	if (at != NULL)
		return at != w->v[i].p;
	return i + w->always >= w->n ? 2 : 3;
}

static void
narrow(struct hd_narrow *w)
{
	struct hd_buf typed = HD_BUF_INIT;
	size_t found = 0;

	hd_utf8_lower(&typed, hd_buf_str(&w->typed.text));
	w->fits = hd_grow(w->fits, &w->cap, w->n + 1, sizeof(*w->fits));
	w->nfits = 0;
	for (int k = 0; k <= 2; k++) {
		for (size_t i = 0; i < w->n; i++)
			if (rank(w, i, &typed) == k)
				w->fits[w->nfits++] = i;
		if (k == 1)
			found = w->nfits;
	}
	w->chosen = typed.n > 0 && found > 0 ? 0 : w->nfits;
	hd_buf_release(&typed);
}

void
hd_narrow_begin(struct hd_narrow *w)
{
	hd_edit_clear(&w->typed);
	narrow(w);
}

void
hd_narrow_type(struct hd_narrow *w, uint32_t c)
{
	hd_edit_put(&w->typed, c);
	narrow(w);
}

bool
hd_narrow_erase(struct hd_narrow *w)
{
	if (!hd_edit_erase(&w->typed))
		return false;
	narrow(w);
	return true;
}

void
hd_narrow_cycle(struct hd_narrow *w, int by)
{
	if (w->nfits == 0)
		return;
	if (w->chosen == w->nfits)
		w->chosen = by > 0 ? 0 : w->nfits - 1;
	else
		w->chosen = by > 0	     ? (w->chosen + 1) % w->nfits
			    : w->chosen == 0 ? w->nfits - 1
					     : w->chosen - 1;
}

struct hd_str
hd_narrow_chosen(const struct hd_narrow *w)
{
	return w->chosen < w->nfits ? w->v[w->fits[w->chosen]]
				    : (struct hd_str){ NULL, 0 };
}
