/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labelled dimensions in turn: see eachlabel.h. */
#include "audit/eachlabel.h"
#include "base/hash.h"
#include "store/model.h"

static int
add_name(void *ctx, struct hd_str dimension, struct hd_err *err)
{
	(void)err;
	(void)hd_map_put(ctx, dimension, 0);
	return 0;
}

static int
one_or_warn(struct hd_eachlabel *e, const char *name, struct hd_err *err)
{
	int r = e->one(e->ctx, name, err);

	if (r != 0 && (err->code == HD_EUSAGE || err->code == HD_EDATA)) {
		e->warn(e->warn_ctx, err);
		*err = (struct hd_err)HD_ERR_INIT;
		r = 0;
	}
	return r == 0 ? hd_db_script(e->db, "sql/sel_back", err) : -1;
}

int
hd_eachlabel(struct hd_eachlabel *each, const char *const *names, size_t n,
    struct hd_err *err)
{
	struct hd_map map = HD_MAP_INIT;
	int r = hd_db_script(each->db, "sql/sel_keep", err);

	for (size_t i = 0; i < n; i++)
		(void)hd_map_put(&map, hd_str(names[i]), 0);
	if (r == 0 && n == 0)
		r = hd_label_dimensions(each->db, add_name, &map, err);
	each->dimensions = map.count;
	for (size_t i = 0; i < map.count && r == 0; i++)
		r = one_or_warn(each, map.entries[i].key, err);
	hd_map_release(&map);
	return r;
}
