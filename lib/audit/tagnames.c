/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags as words: see tagnames.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/tagnames.h"

void
hd_tagnames_init(struct hd_tagnames *n, const struct hd_ruleset *rs)
{
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_dim *d;

	memset(n, 0, sizeof(*n));
	n->rs = rs;
	n->name = hd_xcalloc(rs->nvalues + 1, sizeof(*n->name));
	for (size_t i = 0; i < rs->ndims; i++) {
		d = &rs->dims[i];
		for (size_t v = 0; v < d->n; v++) {
			hd_buf_reset(&b);
			hd_buf_addf(&b, "%s=%s", d->name, d->values[v]);
			n->name[d->off + v] = (struct hd_str){
				hd_arena_memdup(&n->arena, b.s, b.n), b.n
			};
		}
	}
	hd_buf_release(&b);
}

void
hd_tagnames_release(struct hd_tagnames *n)
{
	free(n->name);
	hd_arena_release(&n->arena);
}

size_t
hd_tagnames_list(const struct hd_tagnames *n, const struct hd_tags *tags,
    struct hd_str *list)
{
	size_t k = 0;

	for (size_t i = 0; i < n->rs->ndims; i++)
		for (size_t v = 0; v < tags->nvalues[i]; v++)
			list[k++] = n->name[n->rs->dims[i].off +
					    (size_t)tags->values[i][v]];
	return k;
}
