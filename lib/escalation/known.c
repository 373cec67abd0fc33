/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sources know at all: see known.h. */
#include "escalation/known.h"

/* Of a brand, of an AI where there is none, or of the source (both NULL). */
static void
make_key(struct hd_buf *b, struct hd_str source, struct hd_str brand,
    struct hd_str ai)
{
	hd_buf_reset(b);
	hd_buf_add(b, source.p, source.n);
	hd_buf_addc(b, '\n');
	if (brand.p != NULL) {
		hd_buf_addc(b, 'b');
		hd_buf_add(b, brand.p, brand.n);
	} else if (ai.p != NULL) {
		hd_buf_addc(b, 'a');
		hd_buf_add(b, ai.p, ai.n);
	}
}

int
hd_known_read(struct hd_map *known, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/known", err);
	struct hd_buf b = HD_BUF_INIT;
	int r = st != NULL ? 0 : -1;

	while (r == 0 && (r = hd_stmt_step(st, err)) == 1) {
		make_key(&b, hd_col_text(st, 0), hd_col_text(st, 1),
		    hd_col_text(st, 2));
		hd_map_put(known, hd_buf_str(&b), 1);
		r = 0;
	}
	hd_stmt_close(st);
	hd_buf_release(&b);
	return r;
}

static bool
is_known(const struct hd_map *known, struct hd_str source, struct hd_str brand,
    struct hd_str ai)
{
	struct hd_buf b = HD_BUF_INIT;
	bool is;

	make_key(&b, source, brand, ai);
	is = hd_map_get(known, hd_buf_str(&b)) != NULL;
	hd_buf_release(&b);
	return is;
}

bool
hd_known_pages(const struct hd_map *known, struct hd_str source,
    struct hd_str brand, struct hd_str ai)
{
	return (brand.p != NULL || ai.p != NULL) &&
	       is_known(known, source, brand, ai);
}

bool
hd_known_accounts(const struct hd_map *known, struct hd_str source)
{
	static const struct hd_str none = { NULL, 0 };

	return is_known(known, source, none, none);
}
