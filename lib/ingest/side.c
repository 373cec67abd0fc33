/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surveys, suggestions and labels of our own: see side.h. */
#include <stdio.h>
#include <string.h>

#include "ingest/convert.h"
#include "ingest/side.h"
#include "ingest/survey.h"

static const struct {
	const char *name;
	enum hd_rec_kind kind;
	int col;
} names[] = {
	{ "ticket", HD_REC_SURVEY, HD_T_TICKET },
	{ "ticket id", HD_REC_SURVEY, HD_T_TICKET },
	{ "conversation id", HD_REC_SURVEY, HD_T_TICKET },
	{ "key", HD_REC_SURVEY, HD_T_KEY },
	{ "id", HD_REC_SURVEY, HD_T_ID },
	{ "kind", HD_REC_SURVEY, HD_SU_KIND },
	{ "score", HD_REC_SURVEY, HD_SU_RAW },
	{ "rating", HD_REC_SURVEY, HD_SU_RAW },
	{ "scale", HD_REC_SURVEY, HD_SU_SCALE },
	{ "comment", HD_REC_SURVEY, HD_SU_COMMENT },
	{ "at", HD_REC_SURVEY, HD_SU_AT },
	{ "created at", HD_REC_SURVEY, HD_SU_AT },
	{ "rated", HD_REC_SURVEY, HD_SU_RATED },
	{ "ticket", HD_REC_SUGGESTION, HD_T_TICKET },
	{ "ticket id", HD_REC_SUGGESTION, HD_T_TICKET },
	{ "key", HD_REC_SUGGESTION, HD_T_KEY },
	{ "id", HD_REC_SUGGESTION, HD_T_ID },
	{ "at", HD_REC_SUGGESTION, HD_SG_AT },
	{ "draft", HD_REC_SUGGESTION, HD_SG_DRAFT },
	{ "sent", HD_REC_SUGGESTION, HD_SG_SENT },
	{ "by", HD_REC_SUGGESTION, HD_SG_AUTHOR },
	{ "key", HD_REC_LABEL, HD_T_KEY },
	{ "id", HD_REC_LABEL, HD_T_TICKET },
	{ "ticket", HD_REC_LABEL, HD_T_TICKET },
	{ "ticket id", HD_REC_LABEL, HD_T_TICKET },
	{ "dimension", HD_REC_LABEL, HD_LB_DIMENSION },
	{ "value", HD_REC_LABEL, HD_LB_VALUE },
	{ "by", HD_REC_LABEL, HD_LB_AUTHOR },
	{ "at", HD_REC_LABEL, HD_LB_AT },
	{ "subject", HD_REC_LABEL, HD_T_IGNORE },
	{ "note", HD_REC_LABEL, HD_T_IGNORE },
};

bool
hd_is_side(enum hd_rec_kind kind)
{
	return kind == HD_REC_SURVEY || kind == HD_REC_SUGGESTION ||
	       kind == HD_REC_LABEL;
}

bool
hd_side_target(struct hd_str name, enum hd_rec_kind kind, struct hd_target *t)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (names[i].kind == kind && hd_str_eq(name, names[i].name)) {
			/* behind all aliases, in this order */
			*t = (struct hd_target){ names[i].col, 1000 + (int)i, 0,
				NULL };
			return true;
		}
	return false;
}

/* Whose ticket: a label's must be there, the others' may come later. */
static int
name_ticket(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;

	if (r->key.p == NULL && r->ticket.p == NULL)
		return hd_err_set(
		    err, HD_EDATA, "no ticket: a column 'key' names it");
	r->known = r->kind == HD_REC_LABEL;
	if (r->key.p == NULL && row->in->o->source == NULL &&
	    !hd_row_of_vendor(row))
		r->key = r->ticket; /* an id alone is looked for everywhere */
	return 0;
}

/* HEAD, and where known the moment, "HEAD@1767607200", as an id. */
static struct hd_str
id_at(struct hd_ingest *in, struct hd_str head, const struct hd_cell *at)
{
	hd_buf_reset(&in->text);
	hd_buf_add(&in->text, head.p, head.n);
	if (at->type == HD_CELL_INT)
		hd_buf_addf(&in->text, "@%lld", (long long)at->i);
	return (struct hd_str){
		hd_arena_memdup(&in->arena, in->text.s, in->text.n), in->text.n
	};
}

static const char *
one_of(struct hd_str s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (hd_str_ieq(s, *words))
			return *words;
	return NULL;
}

/* Where the file names no scale: the usual one of the kind and answer. */
static struct hd_str
usual_scale(const char *kind, struct hd_str raw)
{
	static const char *const team[] = { "good", "bad", NULL };
	static const char *const machine[] = { "great", "okay", "ok",
		"not good", "not_good", NULL };

	if (strcmp(kind, "nps") == 0)
		return hd_str("0-10");
	if (one_of(raw, team) != NULL)
		return hd_str("good-bad");
	return hd_str(
	    one_of(raw, machine) != NULL ? "great-okay-not good" : "1-5");
}

static int
wrong(const char *what, struct hd_str s, const char *words, struct hd_err *err)
{
	return hd_err_set(err, HD_EDATA, "bad %s '%.*s': %s", what,
	    (int)(s.n < 40 ? s.n : 40), s.p, words);
}

static int
survey(struct hd_row *row, struct hd_err *err)
{
	static const char *const kinds[] = { "csat", "ces", "nps", NULL };
	static const char *const raters[] = { "ai", "agent", NULL };
	struct hd_rec *r = &row->r;
	struct hd_cell *v = r->v;
	const char *kind = "csat", *rated = NULL;
	struct hd_str scale = v[HD_SU_SCALE].s, raw = v[HD_SU_RAW].s;
	int any;

	if (v[HD_SU_KIND].type == HD_CELL_TEXT &&
	    (kind = one_of(v[HD_SU_KIND].s, kinds)) == NULL)
		return wrong("kind", v[HD_SU_KIND].s, "csat, ces or nps", err);
	if (v[HD_SU_RATED].type == HD_CELL_TEXT) {
		rated = one_of(v[HD_SU_RATED].s, raters);
		if (rated == NULL)
			return wrong(
			    "rated", v[HD_SU_RATED].s, "ai or agent", err);
		hd_rec_text(r, HD_SU_RATED, hd_str(rated));
	}
	if (scale.n == 0 && strcmp(kind, "ces") == 0)
		return hd_err_set(err, HD_EDATA,
		    "ces without a scale, as 1-5, 5-1 or 7-agree");
	if (scale.n == 0)
		scale = usual_scale(kind, raw);
	any = hd_survey_fill(r, kind, scale, raw, err);
	if (any < 0)
		return -1;
	if (any == 0) {
		hd_skip(row->in, HD_REC_SURVEY);
		return 0;
	}
	if (r->id.p == NULL) {
		hd_buf_reset(&row->in->text);
		hd_buf_addf(&row->in->text, "#%s%s%s", kind,
		    rated != NULL ? "/" : "", rated != NULL ? rated : "");
		r->id = id_at(row->in,
		    (struct hd_str){ hd_arena_memdup(&row->in->arena,
					 row->in->text.s, row->in->text.n),
			row->in->text.n },
		    &v[HD_SU_AT]);
	}
	return hd_emit(row->in, r, err);
}

/* A draft is known by its words and its time: it may be sent later. */
static int
suggestion(struct hd_row *row, struct hd_err *err)
{
	struct hd_rec *r = &row->r;
	char *id;

	if (r->v[HD_SG_DRAFT].type != HD_CELL_TEXT)
		return hd_err_set(err, HD_EDATA, "no draft");
	hd_rec_text(r, HD_SG_BASIS, hd_str("file"));
	if (r->id.p == NULL) {
		id = hd_arena_alloc(&row->in->arena, 24);
		(void)snprintf(id, 24, "#%016llx",
		    (unsigned long long)hd_hash64(r->v[HD_SG_DRAFT].s));
		r->id = id_at(row->in, hd_str(id), &r->v[HD_SG_AT]);
	}
	return hd_emit(row->in, r, err);
}

/* A column's name as that of a tag: "Issue Type" is issue. */
static struct hd_str
dimension(struct hd_ingest *in, struct hd_str name)
{
	char *p;

	name = hd_str_trim(name);
	p = hd_arena_memdup(&in->arena, name.p, name.n);
	for (size_t i = 0; i < name.n; i++)
		if (p[i] == ' ')
			p[i] = '_';
		else if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] | 32);
	name.p = p;
	return hd_str_eq(name, "issue_type") ? hd_str("issue") : name;
}

static int
label(struct hd_row *row, struct hd_str name, struct hd_str value,
    struct hd_err *err)
{
	struct hd_ingest *in = row->in;
	struct hd_rec r = row->r;
	struct hd_str by = r.v[HD_LB_AUTHOR].s;
	struct hd_buf id = HD_BUF_INIT;

	name = dimension(in, name);
	if (name.n == 0 || value.n == 0)
		return 0;
	hd_buf_add(&id, by.p, by.n);
	hd_buf_addf(&id, "/%.*s", (int)name.n, name.p);
	r.id = (struct hd_str){ hd_arena_memdup(&in->arena, id.s, id.n), id.n };
	hd_buf_release(&id);
	hd_rec_text(&r, HD_LB_DIMENSION, name);
	hd_rec_text(&r, HD_LB_VALUE, value);
	if (r.v[HD_LB_AT].type == HD_CELL_INT)
		r.ver = r.v[HD_LB_AT].i;
	return hd_emit(in, &r, err);
}

/* A column that a list of tickets has beside those that label them. */
static bool
of_ticket(struct hd_ingest *in, struct hd_str name)
{
	size_t n;
	const struct hd_column *c = hd_rec_columns(HD_REC_TICKET, &n);

	name = dimension(in, name);
	for (size_t i = 0; i < n; i++)
		if (hd_str_eq(name, c[i].name))
			return true;
	return hd_str_eq(name, "source");
}

/* Long: dimension and value; wide: a column a dimension. */
static int
labels(struct hd_row *row, struct hd_err *err)
{
	struct hd_cell *v = row->r.v;

	if ((v[HD_LB_DIMENSION].type == HD_CELL_TEXT) !=
	    (v[HD_LB_VALUE].type == HD_CELL_TEXT))
		return v[HD_LB_DIMENSION].type == HD_CELL_TEXT
			   ? 0
			   : hd_err_set(
				 err, HD_EDATA, "a value without dimension");
	if (v[HD_LB_DIMENSION].type == HD_CELL_TEXT)
		return label(row, v[HD_LB_DIMENSION].s, v[HD_LB_VALUE].s, err);
	for (size_t i = 0; i < row->n; i++)
		if (!of_ticket(row->in, row->others[i].name) &&
		    label(row, row->others[i].name, row->others[i].text, err) !=
			0)
			return -1;
	return 0;
}

int
hd_side_emit(struct hd_row *row, struct hd_err *err)
{
	if (name_ticket(row, err) != 0)
		return -1;
	return row->r.kind == HD_REC_SURVEY	  ? survey(row, err)
	       : row->r.kind == HD_REC_SUGGESTION ? suggestion(row, err)
						  : labels(row, err);
}
