/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags as JSON: see tagsjson.h. */
#include "audit/tagsjson.h"
#include "base/tstamp.h"

static void
one(struct hd_jgen *g, const struct hd_dim *d, int value)
{
	if (value < 0)
		hd_jgen_null(g);
	else
		hd_jgen_cstr(g, d->values[value]);
}

static void
string(struct hd_jgen *g, const char *name, const char *value)
{
	hd_jgen_cstr(g, name);
	if (value == NULL)
		hd_jgen_null(g);
	else
		hd_jgen_cstr(g, value);
}

static void
route(struct hd_jgen *g, const struct hd_tagrow *row)
{
	char iso[HD_TIME_TEXT];

	string(g, "path",
	    row->path == HD_PATH_UNKNOWN ? NULL : hd_path_name(row->path));
	string(g, "path_basis", row->path_basis);
	hd_jgen_cstr(g, "handoff_message");
	if (row->handoff_message < 0)
		hd_jgen_null(g);
	else
		hd_jgen_int(g, row->handoff_message);
	string(g, "handoff_at",
	    row->handoff_at == HD_TIME_NONE
		? NULL
		: hd_time_iso(row->handoff_at, iso));
	string(g, "handoff_basis", row->handoff_basis);
}

void
hd_tags_json(struct hd_jgen *g, const struct hd_ruleset *rs,
    const struct hd_tags *tags, const struct hd_tagrow *row)
{
	const struct hd_dim *d;

	hd_jgen_obj(g);
	route(g, row);
	hd_jgen_cstr(g, "readable");
	hd_jgen_bool(g, row->readable == 1);
	for (size_t i = 0; i < rs->ndims; i++) {
		d = &rs->dims[i];
		hd_jgen_cstr(g, d->name);
		if (!d->many) {
			one(g, d, tags->one[i]);
			continue;
		}
		hd_jgen_arr(g);
		for (size_t k = 0; k < tags->nvalues[i]; k++)
			one(g, d, tags->values[i][k]);
		hd_jgen_endarr(g);
	}
	hd_jgen_endobj(g);
}
