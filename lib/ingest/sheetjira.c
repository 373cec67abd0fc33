/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Jira's "Export CSV": an issue a row, its comments one in a cell each as
 * "date;author;body", in columns that are all called Comment.  It does not say
 * which of them are internal: all count as public.
 */
#include <stdio.h>
#include <string.h>

#include "ingest/convert.h"
#include "ingest/shape.h"

static int
comment(struct hd_row *row, size_t seq, const struct hd_row_other *o,
    struct hd_err *err)
{
	struct hd_ingest *in = row->in;
	struct hd_str rest = o->text, date, who;
	struct hd_cell *reporter = &row->r.v[HD_TK_REQUESTER];
	struct hd_rec m;
	char id[32];
	int bad;

	hd_rec_init(&m, HD_REC_MESSAGE);
	(void)hd_str_split(&rest, ';', &date);
	if (rest.p == NULL || !hd_str_split(&rest, ';', &who) ||
	    rest.p == NULL) {
		(void)hd_err_set(
		    err, HD_EDATA, "a comment is not 'date;author;body'");
		return hd_emit_part(in, &m, -1, err);
	}
	(void)snprintf(id, sizeof(id), "#comment%zu", seq);
	m.id = (struct hd_str){ hd_arena_memdup(&in->arena, id, strlen(id)),
		strlen(id) };
	m.ticket = row->r.id;
	in->zone = o->zone;
	in->order = o->order;
	bad = hd_convert(in, &m, HD_MS_AT, 0, date, err);
	who = hd_str_trim(who);
	hd_rec_int(&m, HD_MS_SEQ, (int64_t)seq);
	hd_rec_text(&m, HD_MS_AUTHOR, who);
	hd_rec_text(&m, HD_MS_BODY, hd_str_trim(rest));
	/* who writes and did not open the issue is of the team */
	if (reporter->type == HD_CELL_TEXT &&
	    (hd_str_same(who, reporter->s) ||
		hd_str_same(who, hd_row_other(row, "reporter id"))))
		hd_rec_int(&m, HD_MS_SAID, HD_ROLE_CUSTOMER);
	else if (who.n > 0 && hd_row_member(row, who, err) != 0)
		return -1;
	return hd_emit_part(in, &m, bad, err);
}

int
hd_jira_row(struct hd_row *row, struct hd_err *err)
{
	size_t seq = 0;

	if (hd_row_emit(row, err) != 0 || hd_row_description(row, err) != 0)
		return -1;
	for (size_t i = 0; i < row->n && !row->dropped; i++)
		if (row->others[i].t.col == HD_T_COMMENT &&
		    comment(row, ++seq, &row->others[i], err) != 0)
			return -1;
	return 0;
}
