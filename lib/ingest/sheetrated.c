/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of ratings, of Intercom, and of tickets that may be marked. */
#include <string.h>

#include "ingest/convert.h"
#include "ingest/shape.h"
#include "ingest/survey.h"

/* A survey's row; one conversation may be rated for both who answered it. */
int
hd_csat_row(struct hd_row *row, struct hd_err *err)
{
	struct hd_cell *rated = &row->r.v[HD_SU_RATED];

	if (rated->type == HD_CELL_NONE &&
	    hd_row_other(row, "agent name").p != NULL)
		hd_rec_text(&row->r, HD_SU_RATED, hd_str("agent"));
	if (rated->type == HD_CELL_TEXT && hd_str_eq(rated->s, "ai"))
		row->r.id = hd_str("#csat ai");
	return hd_row_emit(row, err);
}

int
hd_marked_row(struct hd_row *row, struct hd_err *err)
{
	const struct hd_cell *tags = &row->r.v[HD_TK_TAGS];
	const struct hd_cell *channel = &row->r.v[HD_TK_CHANNEL];
	const char *mark = NULL;

	if (channel->type == HD_CELL_TEXT && hd_str_eq(channel->s, "outbound"))
		mark = "outbound";
	if (tags->type == HD_CELL_TEXT &&
	    hd_str_find(tags->s, "\"closed_by_merge\"") != NULL)
		mark = "merged";
	else if (tags->type == HD_CELL_TEXT &&
		 hd_str_find(tags->s, "\"spam\"") != NULL)
		mark = "spam";
	if (mark != NULL && row->r.v[HD_TK_MARK].type == HD_CELL_NONE)
		hd_rec_text(&row->r, HD_TK_MARK, hd_str(mark));
	if (hd_row_emit(row, err) != 0)
		return -1;
	return hd_row_description(row, err);
}

/* The rating of the machine stands beside that of the team. */
static int
machine_rated(struct hd_row *row, struct hd_err *err)
{
	struct hd_str raw = hd_row_other(row, "fin ai agent rating");
	bool fin = raw.p != NULL;
	struct hd_rec r;
	int answered, bad;

	if (!fin)
		raw = hd_row_other(row, "last chatbot rating");
	if (raw.p == NULL)
		return 0;
	hd_rec_init(&r, HD_REC_SURVEY);
	r.id = hd_str("#csat ai");
	r.ticket = row->r.id;
	hd_rec_text(&r, HD_SU_RATED, hd_str("ai"));
	hd_rec_text(
	    &r, HD_SU_COMMENT, hd_row_other(row, "fin ai agent rating remark"));
	bad = hd_row_take(
	    row, "fin ai agent rating updated at", &r, HD_SU_AT, err);
	if (r.v[HD_SU_AT].type == HD_CELL_INT)
		r.ver = r.v[HD_SU_AT].i;
	answered = hd_survey_fill(&r, "csat", hd_str("1-5"), raw, err);
	if (answered == 0)
		return 0;
	return hd_emit_part(row->in, &r,
	    bad != 0	   ? bad
	    : answered < 0 ? -1
			   : 0,
	    err);
}

int
hd_intercom_row(struct hd_row *row, struct hd_err *err)
{
	struct hd_str involved = hd_row_other(row, "fin ai agent involved");

	/* it took part, and the table does not say how that ended */
	if (hd_str_ieq(involved, "true") &&
	    row->r.v[HD_TK_AI_STATE].type == HD_CELL_NONE)
		hd_rec_text(&row->r, HD_TK_AI_STATE, hd_str("unknown"));
	if (hd_row_emit(row, err) != 0 || hd_row_description(row, err) != 0)
		return -1;
	return row->dropped ? 0 : machine_rated(row, err);
}

/* What a message's row says of its conversation. */
static int
conversation(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = row->r.ticket;
	row->in->tag_sep = ',';
	bad = hd_row_take(row, "conversation tags", &r, HD_TK_TAGS, err);
	row->in->tag_sep = '\0';
	if (bad == 0)
		bad = hd_row_take(
		    row, "conversation state", &r, HD_TK_STATUS, err);
	if (bad == 0)
		bad = hd_row_take(
		    row, "conversation created at", &r, HD_TK_CREATED, err);
	if (bad == 0)
		bad = hd_row_take(
		    row, "conversation closed at", &r, HD_TK_CLOSED, err);
	return hd_emit_part(row->in, &r, bad, err);
}

/* A part without text is something that happened. */
static int
part(struct hd_row *row, struct hd_str type, struct hd_err *err)
{
	const char *status = hd_str_eq(type, "close")	  ? "closed"
			     : hd_str_eq(type, "open")	  ? "open"
			     : hd_str_eq(type, "snoozed") ? "pending"
							  : NULL;
	struct hd_rec e;

	if (row->bad) {
		*err = row->why;
		return -1;
	}
	hd_rec_init(&e, HD_REC_EVENT);
	e.id = row->r.id;
	e.ticket = row->r.ticket;
	hd_rec_text(&e, HD_EV_FIELD, status != NULL ? hd_str("status") : type);
	if (status != NULL)
		hd_rec_text(&e, HD_EV_NEW, hd_str(status));
	if (hd_str_eq(type, "open"))
		hd_rec_text(&e, HD_EV_OLD, hd_str("closed"));
	if (row->r.v[HD_MS_AT].type == HD_CELL_INT)
		hd_rec_int(&e, HD_EV_AT, row->r.v[HD_MS_AT].i);
	return hd_emit_part(row->in, &e, 0, err);
}

int
hd_prodsight_row(struct hd_row *row, struct hd_err *err)
{
	struct hd_str type = hd_row_other(row, "message type");
	struct hd_str name = hd_row_other(row, "message author name");
	struct hd_rec *r = &row->r;

	/* a bot of Intercom is the machine only if it is Fin */
	if (r->v[HD_MS_SAID].type == HD_CELL_INT &&
	    r->v[HD_MS_SAID].i == HD_ROLE_AI) {
		hd_rec_int(r, HD_MS_SAID,
		    hd_str_eq(name, "Fin") ? HD_ROLE_AI : HD_ROLE_SYSTEM);
		if (hd_str_eq(name, "Fin"))
			hd_rec_text(r, HD_MS_EVIDENCE, hd_str("name Fin"));
	}
	if (hd_str_eq(type, "note"))
		hd_rec_int(r, HD_MS_PUBLIC, 0);
	if (r->v[HD_MS_BODY].type != HD_CELL_TEXT && type.n > 0 &&
	    !hd_str_eq(type, "comment") && !hd_str_eq(type, "note")) {
		if (part(row, type, err) != 0)
			return -1;
	} else if (hd_row_emit(row, err) != 0) {
		return -1;
	}
	return row->dropped ? 0 : conversation(row, err);
}
