/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to cells: see convert.h. */
#include <string.h>

#include "base/num.h"
#include "ingest/convert.h"
#include "ingest/mapfile.h"
#include "ingest/vendor.h"
#include "ingest/words.h"

static bool
nothing(struct hd_str s)
{
	return s.n == 0 || hd_str_eq(s, "-") || hd_str_ieq(s, "null");
}

static int
bad(struct hd_str s, const char *what, struct hd_err *err)
{
	return hd_err_set(err, HD_EDATA, "bad %s '%.*s'", what,
	    (int)(s.n < 60 ? s.n : 60), s.p);
}

#define YEAR_2100 4102444800

/*
 * The newest ticket says what "now" is in reports: one mistyped year must not
 * move all of them.  Subscriptions may end when they like.
 */
static int
put_time(struct hd_rec *r, int col, struct hd_str text, int64_t t,
    struct hd_err *err)
{
	if (t >= YEAR_2100 && r->kind != HD_REC_SUBSCRIPTION)
		return hd_err_set(err, HD_EDATA, "bad time '%.*s': after 2100",
		    (int)(text.n < 60 ? text.n : 60), text.p);
	hd_rec_int(r, col, t);
	return 0;
}

int
hd_convert_utc(
    struct hd_rec *r, int col, struct hd_str text, struct hd_err *err)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	static const struct hd_timeopt opt = { &utc, HD_ORDER_UNKNOWN };
	int64_t t;
	bool zoned;

	text = hd_str_trim(text);
	if (nothing(text))
		return 0;
	if (hd_time_parse(text, &opt, &t, &zoned, err) != 0)
		return -1;
	return put_time(r, col, text, t, err);
}

/* Past the digits that begin at i. */
static size_t
digits(struct hd_str s, size_t i)
{
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i;
}

struct hd_str
hd_whole_id(struct hd_str id)
{
	size_t from = id.n > 0 && id.p[0] == '-' ? 1 : 0, n, i;

	n = digits(id, from);
	if (n == from || n + 1 >= id.n || id.p[n] != '.')
		return id;
	for (i = n + 1; i < id.n && id.p[i] == '0';)
		i++;
	return i == id.n ? (struct hd_str){ id.p, n } : id;
}

int
hd_convert_id(struct hd_str text, struct hd_str *id, struct hd_err *err)
{
	size_t n, i;

	text = hd_str_trim(text);
	if (text.n == 0)
		return hd_err_set(err, HD_EDATA, "no id");
	*id = hd_whole_id(text);
	n = digits(*id, 0);
	if (n == 0 || n == id->n || id->p[n] != '.')
		return 0;
	i = digits(*id, n + 1);
	if (i + 1 < text.n && (text.p[i] | 32) == 'e' && text.p[i + 1] == '+')
		return hd_err_set(err, HD_EDATA,
		    "id '%.*s' has lost its digits in a spreadsheet: "
		    "export it again as text",
		    (int)text.n, text.p);
	return 0;
}

static int
boolean(struct hd_str s, int64_t *v, struct hd_err *err)
{
	static const char *const yes[] = { "true", "yes", "1", "t", "y" };
	static const char *const no[] = { "false", "no", "0", "f", "n" };

	for (size_t i = 0; i < 5; i++) {
		if (hd_str_ieq(s, yes[i])) {
			*v = 1;
			return 0;
		}
		if (hd_str_ieq(s, no[i])) {
			*v = 0;
			return 0;
		}
	}
	return bad(s, "yes or no", err);
}

static bool
is_json(struct hd_ingest *in, struct hd_str s, enum hd_jtype type)
{
	struct hd_err ignored = HD_ERR_INIT;
	const struct hd_json *j = hd_json_parse(&in->arena, s, &ignored);

	return j != NULL && j->type == type;
}

/*
 * A JSON array as it is, or a list by what the table has between tags; where
 * that is not known by comma, else by blank.
 */
static void
tags(struct hd_ingest *in, struct hd_rec *r, struct hd_str s)
{
	char sep = in->tag_sep != '\0'		   ? in->tag_sep
		   : memchr(s.p, ',', s.n) != NULL ? ','
						   : ' ';
	struct hd_str one;

	if (s.p[0] == '[' && is_json(in, s, HD_JARR)) {
		if (!hd_str_eq(s, "[]"))
			hd_rec_text(r, HD_TK_TAGS, s);
		return;
	}
	hd_jgen_arr(&in->gen);
	while (hd_str_split(&s, sep, &one)) {
		one = hd_str_trim(one);
		if (one.n > 0)
			hd_jgen_str(&in->gen, one);
	}
	hd_jgen_endarr(&in->gen);
	hd_keep_json(in, r, HD_TK_TAGS);
}

static bool
among(const struct hd_json *array, struct hd_str s)
{
	for (const struct hd_json *j = array->child; j != NULL; j = j->next)
		if (hd_str_same(hd_json_str(j), s))
			return true;
	return false;
}

struct hd_str
hd_tags_united(struct hd_ingest *in, struct hd_str a, struct hd_str b)
{
	struct hd_err ignored = HD_ERR_INIT;
	const struct hd_json *x = hd_json_parse(&in->arena, a, &ignored);
	const struct hd_json *y = hd_json_parse(&in->arena, b, &ignored);
	struct hd_rec tmp;

	if (x == NULL || y == NULL)
		return x != NULL ? a : b;
	hd_jgen_arr(&in->gen);
	for (const struct hd_json *j = x->child; j != NULL; j = j->next)
		hd_jgen_val(&in->gen, j);
	for (const struct hd_json *j = y->child; j != NULL; j = j->next)
		if (!among(x, hd_json_str(j)))
			hd_jgen_val(&in->gen, j);
	hd_jgen_endarr(&in->gen);
	hd_rec_init(&tmp, HD_REC_TICKET);
	hd_keep_json(in, &tmp, HD_TK_TAGS);
	return tmp.v[HD_TK_TAGS].s;
}

static int
time_cell(struct hd_ingest *in, struct hd_rec *r, int col, struct hd_str s,
    struct hd_err *err)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_mapping *m = in->o->map;
	struct hd_timeopt opt = { in->zone != NULL	   ? in->zone
				  : m != NULL && m->tz_set ? &m->tz
							   : in->o->tz,
		hd_order(in) };
	int64_t t;
	bool zoned;

	/* of an account the day matters, not the hour; of a label the order */
	if (opt.zone == NULL &&
	    (r->kind == HD_REC_ACCOUNT || r->kind == HD_REC_SUBSCRIPTION ||
		r->kind == HD_REC_LABEL))
		opt.zone = &utc;
	if (hd_time_parse(s, &opt, &t, &zoned, err) != 0)
		return -1;
	return put_time(r, col, s, t, err);
}

/* Numbers of all kinds, yes and no among them. */
static int
number(struct hd_rec *r, int col, const struct hd_column *c, double unit,
    struct hd_str text, struct hd_err *err)
{
	int64_t v;
	double d;

	switch (c->type) {
	case HD_C_INT:
		if (!hd_num_int(text, &v))
			return bad(text, c->name, err);
		hd_rec_int(r, col, v);
		return 0;
	case HD_C_SPAN:
		if (!hd_num_span(text, unit > 0 ? unit : 1, &v))
			return bad(text, "duration", err);
		hd_rec_int(r, col, v);
		return 0;
	case HD_C_REAL:
		if (!hd_num_real(text, &d))
			return bad(text, c->name, err);
		hd_rec_real(r, col, d);
		return 0;
	default:
		if (boolean(text, &v, err) != 0)
			return -1;
		hd_rec_int(r, col, v);
		return 0;
	}
}

int
hd_convert(struct hd_ingest *in, struct hd_rec *r, int col, double unit,
    struct hd_str text, struct hd_err *err)
{
	size_t n;
	const struct hd_column *c = &hd_rec_columns(r->kind, &n)[col];
	struct hd_str raw, word;

	text = raw = hd_str_trim(text);
	word = hd_mapping_word(in->o->map, r->kind, col, text);
	if (word.p != NULL)
		text = word;
	if (nothing(text))
		return 0;
	switch (c->type) {
	case HD_C_JSON:
		if (!is_json(in, text, HD_JOBJ))
			return bad(text, "JSON object", err);
		hd_rec_text(r, col, text);
		return 0;
	case HD_C_TEXT:
		hd_rec_text(r, col, text);
		return 0;
	case HD_C_TIME:
		return time_cell(in, r, col, text, err);
	case HD_C_INT:
	case HD_C_SPAN:
	case HD_C_REAL:
	case HD_C_BOOL:
		return number(r, col, c, unit, text, err);
	case HD_C_STATUS:
		hd_word_status(r, raw, text);
		return 0;
	case HD_C_CSAT:
		hd_word_csat(r, raw, text);
		return 0;
	case HD_C_TAGS:
		tags(in, r, text);
		return 0;
	case HD_C_STATE:
		hd_word_state(r, raw, text);
		return 0;
	case HD_C_ROLE:
		hd_word_role(in, r, col, raw, text);
		return 0;
	}
	return 0;
}

struct hd_str
hd_page(struct hd_str url)
{
	for (size_t i = 0; i < url.n; i++)
		if (url.p[i] == '?' || url.p[i] == '#')
			url.n = i;
	return url;
}

bool
hd_placeholder(struct hd_str subject)
{
	static const char *const heads[] = { "Conversation with ",
		"Voicemail from", "Inbound call from", "Outbound call to",
		"Chat with ", "(no subject)" };

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (hd_str_starts(subject, heads[i]))
			return true;
	return false;
}
