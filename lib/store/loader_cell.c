/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of records against columns of rows: see loader_int.h. */
#include "store/loader_int.h"

void
hd_cell_bind(struct hd_stmt *st, int i, const struct hd_cell *c)
{
	switch (c->type) {
	case HD_CELL_NONE:
	case HD_CELL_NULL:
		hd_bind_null(st, i);
		break;
	case HD_CELL_TEXT:
		hd_bind_static(st, i, c->s);
		break;
	case HD_CELL_INT:
		hd_bind_int(st, i, c->i);
		break;
	case HD_CELL_REAL:
		hd_bind_real(st, i, c->d);
		break;
	}
}

void
hd_ver_bind(struct hd_stmt *st, int i, int64_t ver)
{
	if (ver == HD_TIME_NONE)
		hd_bind_null(st, i);
	else
		hd_bind_int(st, i, ver);
}

bool
hd_cell_same(struct hd_stmt *st, int i, const struct hd_cell *c)
{
	if (hd_col_is_null(st, i))
		return c->type == HD_CELL_NULL;
	switch (c->type) {
	case HD_CELL_NONE:
		return true;
	case HD_CELL_NULL:
		return false;
	case HD_CELL_TEXT:
		return hd_str_same(hd_col_text(st, i), c->s);
	case HD_CELL_INT:
		return hd_col_int(st, i) == c->i;
	case HD_CELL_REAL:
		return hd_col_real(st, i) == c->d;
	}
	return false;
}

/* What is stored, as a cell, so that an update can write the row whole. */
void
hd_cell_stored(struct hd_stmt *st, int i, struct hd_cell *c)
{
	if (hd_col_is_null(st, i)) {
		c->type = HD_CELL_NONE;
	} else if (hd_col_is_text(st, i)) {
		c->type = HD_CELL_TEXT;
		c->s = hd_col_text(st, i);
	} else if (hd_col_is_real(st, i)) {
		c->type = HD_CELL_REAL;
		c->d = hd_col_real(st, i);
	} else {
		c->type = HD_CELL_INT;
		c->i = hd_col_int(st, i);
	}
}
