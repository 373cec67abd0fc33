/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as they are: see rows.h. */
#include <string.h>

#include "ingest/rows.h"
#include "ingest/sheet.h"

struct hd_str
hd_unescaped(struct hd_str s)
{
	if (s.n < 2 || s.p[0] != '\'' || s.p[1] == '\0' ||
	    strchr("=+-@", s.p[1]) == NULL)
		return s;
	return (struct hd_str){ s.p + 1, s.n - 1 };
}

int
hd_rows_take(
    struct hd_ingest *in, struct hd_named *cells, size_t n, struct hd_err *err)
{
	for (size_t i = 0; i < n; i++) {
		hd_clean(in, &cells[i].name);
		hd_clean(in, &cells[i].text);
	}
	if (in->rows->take(in->rows->ctx, cells, n, err) == 0)
		return 0;
	return err->code == HD_EDATA ? hd_broken(in, err) : -1;
}

int
hd_rows_cells(struct hd_sheet *t, const struct hd_str *cells, size_t n,
    struct hd_err *err)
{
	struct hd_named *v =
	    hd_arena_alloc(&t->in->arena, (n + 1) * sizeof(*v));

	for (size_t i = 0; i < n; i++)
		v[i] = (struct hd_named){ t->columns[i].name,
			hd_unescaped(cells[i]) };
	return hd_rows_take(t->in, v, n, err) == 0 ? 1 : -1;
}

int
hd_rows_object(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_named *v =
	    hd_arena_alloc(&in->arena, (j->count + 1) * sizeof(*v));
	struct hd_str text;
	size_t n = 0;

	for (j = j->child; j != NULL; j = j->next) {
		text = hd_json_str(j);
		if (text.p != NULL)
			v[n++] = (struct hd_named){ j->key, text };
	}
	return hd_rows_take(in, v, n, err);
}

const char *
hd_rows_raise(const struct hd_ingest *in)
{
	return in->rows == NULL ? ": raise --max-record" : "";
}

const char *
hd_rows_over(const struct hd_ingest *in)
{
	return in->rows == NULL ? "record over the limit: raise --max-record"
				: "record over the limit";
}
