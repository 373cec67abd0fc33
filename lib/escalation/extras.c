/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of single audits: see extras.h. */
#include <string.h>

#include "escalation/extras.h"

int
hd_escextras(struct hd_escextras *x, const char *map,
    const struct hd_escextra *more, struct hd_escfigures *f, struct hd_err *err)
{
	memset(x, 0, sizeof(*x));
	if (f->run->audits & 1u << HD_AUDIT_PAGES) {
		if (map != NULL && hd_pagemap_read(&x->map, map, err) != 0)
			return -1;
		f->pages = &x->map;
		x->pages = hd_pagefx_new();
		x->v[x->n++] = hd_pagefx_extra(x->pages);
	}
	if (f->run->audits & 1u << HD_AUDIT_EFFORT) {
		x->effort = hd_effortsum_new();
		x->v[x->n++] = hd_effortsum_extra(x->effort);
	}
	if (f->run->audits & 1u << HD_AUDIT_NEEDED) {
		x->review = hd_needreview_new(f->run->db, err);
		if (x->review == NULL)
			return -1;
		x->v[x->n++] = hd_needreview_extra(x->review);
	}
	if (more != NULL)
		x->v[x->n++] = *more;
	f->extras = x->v;
	f->nextras = x->n;
	return 0;
}

void
hd_escextras_release(struct hd_escextras *x)
{
	hd_pagefx_free(x->pages);
	hd_effortsum_free(x->effort);
	hd_needreview_free(x->review);
	hd_pagemap_release(&x->map);
}
