/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of a ticket: see fields.h. */
#include "ingest/fields.h"
#include "ingest/vendor.h"

void
hd_fields_begin(struct hd_fields *f, struct hd_ingest *in)
{
	f->in = in;
	f->n = 0;
	hd_jgen_obj(&in->gen);
}

static void
member(struct hd_jgen *g, struct hd_str name, const struct hd_json *j)
{
	hd_jgen_str(g, name);
	if (j->type != HD_JOBJ) {
		hd_jgen_val(g, j);
		return;
	}
	hd_jgen_obj(g);
	for (j = j->child; j != NULL; j = j->next)
		if (j->type != HD_JNULL)
			member(g, j->key, j);
	hd_jgen_endobj(g);
}

void
hd_fields_members(struct hd_fields *f, const struct hd_json *j)
{
	if (j == NULL || j->type != HD_JOBJ)
		return;
	for (j = j->child; j != NULL; j = j->next)
		if (j->type != HD_JNULL) {
			member(&f->in->gen, j->key, j);
			f->n++;
		}
}

void
hd_fields_add(struct hd_fields *f, struct hd_str name, const struct hd_json *j)
{
	if (j == NULL || j->type == HD_JNULL ||
	    (j->type == HD_JSTR && j->s.n == 0))
		return;
	member(&f->in->gen, name, j);
	f->n++;
}

void
hd_fields_text(struct hd_fields *f, struct hd_str name, struct hd_str s)
{
	const struct hd_json j = { .type = HD_JSTR, .s = s };

	hd_fields_add(f, name, &j);
}

void
hd_fields_named(struct hd_fields *f, const struct hd_json *j,
    const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hd_fields_add(f, hd_str(names[i]), hd_json_get(j, names[i]));
}

void
hd_fields_list(struct hd_fields *f, const char *name,
    const struct hd_json *array, const char *path)
{
	struct hd_str s;

	if (array == NULL || array->type != HD_JARR || array->count == 0)
		return;
	hd_jgen_cstr(&f->in->gen, name);
	hd_jgen_arr(&f->in->gen);
	for (array = array->child; array != NULL; array = array->next) {
		s = hd_json_at(array, path);
		if (s.p != NULL)
			hd_jgen_str(&f->in->gen, s);
	}
	hd_jgen_endarr(&f->in->gen);
	f->n++;
}

void
hd_fields_end(struct hd_fields *f, struct hd_rec *r)
{
	hd_jgen_endobj(&f->in->gen);
	if (f->n > 0) {
		hd_keep_json(f->in, r, HD_TK_FIELDS);
		return;
	}
	hd_buf_reset(&f->in->text);
	hd_jgen_take(&f->in->gen, &f->in->text);
}

void
hd_take_fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	struct hd_fields f;

	hd_fields_begin(&f, in);
	hd_fields_members(&f, j);
	hd_fields_end(&f, r);
}
