/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People met in other records: see author.h. */

#include "ingest/author.h"
#include "ingest/vendor.h"

#define MAX_KNOWN 200000 /* past these, people are emitted again and again */

/* Was all that is known of this person emitted before? */
static bool
known(struct hd_ingest *in, const struct hd_author *a)
{
	int says =
	    (a->name.n > 0) | (a->email.n > 0) << 1 | (a->ai != NULL) << 2;
	bool before;

	hd_buf_reset(&in->text);
	hd_buf_addf(&in->text, "%s %d %d ", in->vendor, says, (int)a->role);
	hd_buf_add(&in->text, a->id.p, a->id.n);
	before = hd_map_get(&in->people, hd_buf_str(&in->text)) != NULL;
	if (!before && in->people.count < MAX_KNOWN)
		(void)hd_map_put(&in->people, hd_buf_str(&in->text), 1);
	return before;
}

int
hd_author_emit(
    struct hd_ingest *in, const struct hd_author *a, struct hd_err *err)
{
	struct hd_rec p;

	if (a->id.n == 0 || known(in, a))
		return 0;
	hd_rec_init(&p, HD_REC_PERSON);
	p.id = a->id;
	if (a->name.n > 0)
		hd_rec_text(&p, HD_PS_NAME, a->name);
	if (a->email.n > 0)
		hd_rec_text(&p, HD_PS_EMAIL, a->email);
	if (a->role != HD_ROLE_UNKNOWN)
		hd_rec_int(&p, HD_PS_ROLE, a->role);
	if (a->ai != NULL)
		hd_rec_text(&p, HD_PS_AI, hd_str(a->ai));
	return hd_emit_part(in, &p, 0, err);
}

int
hd_person_emit(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	hd_rec_text(r, HD_PS_NAME, hd_json_at(j, "name"));
	hd_rec_text(r, HD_PS_EMAIL, hd_json_at(j, "email"));
	if (hd_take_version(r, j, "updated_at", err) != 0)
		return -1;
	return hd_emit(in, r, err);
}
