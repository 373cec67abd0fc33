/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where there are pages: see paged.h. */
#include "escalation/paged.h"

void
hd_paged_key(struct hd_buf *b, struct hd_str source, struct hd_str brand,
    struct hd_str ai)
{
	hd_buf_add(b, source.p, source.n);
	hd_buf_addc(b, brand.p != NULL ? 'b' : 'a');
	if (brand.p != NULL)
		hd_buf_add(b, brand.p, brand.n);
	else
		hd_buf_add(b, ai.p, ai.n);
}

int
hd_paged_read(struct hd_map *paged, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/paged", err);
	struct hd_buf b = HD_BUF_INIT;
	int r = st != NULL ? 0 : -1;

	while (r == 0 && (r = hd_stmt_step(st, err)) == 1) {
		hd_buf_reset(&b);
		hd_paged_key(&b, hd_col_text(st, 0), hd_col_text(st, 1),
		    hd_col_text(st, 2));
		hd_map_put(paged, hd_buf_str(&b), 1);
		r = 0;
	}
	hd_stmt_close(st);
	hd_buf_release(&b);
	return r;
}
