/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to cells: see convert.h. */
#include <string.h>

#include "base/num.h"
#include "ingest/convert.h"
#include "ingest/vendor.h"

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
	hd_rec_int(r, col, t);
	return 0;
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

const char *
hd_status_word(struct hd_str raw)
{
	static const struct {
		const char *raw, *word;
	} words[] = {
		{ "new", "new" },
		{ "open", "open" },
		{ "active", "open" },
		{ "in progress", "open" },
		{ "assigned", "open" },
		{ "reopened", "open" },
		{ "pending", "pending" },
		{ "snoozed", "pending" },
		{ "waiting", "pending" },
		{ "waiting on customer", "pending" },
		{ "waiting on third party", "hold" },
		{ "hold", "hold" },
		{ "on-hold", "hold" },
		{ "on hold", "hold" },
		{ "solved", "solved" },
		{ "resolved", "solved" },
		{ "done", "solved" },
		{ "closed", "closed" },
		{ "archived", "closed" },
		{ "deleted", "deleted" },
		{ "spam", "deleted" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(raw, words[i].raw))
			return words[i].word;
	return NULL; /* a custom status: kept raw, not guessed */
}

static void
status(struct hd_rec *r, struct hd_str s)
{
	const char *word = hd_status_word(s);

	hd_rec_text(r, HD_TK_STATUS_RAW, s);
	hd_rec_null(r, HD_TK_STATUS);
	if (word != NULL)
		hd_rec_text(r, HD_TK_STATUS, hd_str(word));
	if (word != NULL && strcmp(word, "deleted") == 0)
		hd_rec_text(r, HD_TK_MARK,
		    hd_str(hd_str_ieq(s, "spam") ? "spam" : "deleted"));
}

/* Answers only: offered and unoffered are none. */
static int
csat(struct hd_rec *r, struct hd_str s, struct hd_err *err)
{
	double d;
	int good;

	hd_rec_text(r, HD_TK_CSAT_RAW, s);
	hd_rec_null(r, HD_TK_CSAT);
	hd_rec_null(r, HD_TK_SATISFIED);
	if (hd_str_ieq(s, "offered") || hd_str_ieq(s, "unoffered") ||
	    hd_str_ieq(s, "not offered"))
		return 0;
	good = hd_str_ieq(s, "good") || hd_str_ieq(s, "great")	   ? 1
	       : hd_str_ieq(s, "bad") || hd_str_ieq(s, "not good") ? 0
								   : -1;
	if (hd_str_ieq(s, "okay")) {
		hd_rec_real(r, HD_TK_CSAT, 0.5);
		hd_rec_int(r, HD_TK_SATISFIED, 0);
	} else if (good >= 0) {
		hd_rec_real(r, HD_TK_CSAT, good);
		hd_rec_int(r, HD_TK_SATISFIED, good);
	} else if (hd_num_real(s, &d) && d >= 1 && d <= 5) {
		hd_rec_real(r, HD_TK_CSAT, (d - 1) / 4);
		hd_rec_int(r, HD_TK_SATISFIED, d >= 4);
	} else {
		return bad(s, "satisfaction score", err);
	}
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

/* A JSON array as it is, or a list by comma, else by blank. */
static void
tags(struct hd_ingest *in, struct hd_rec *r, struct hd_str s)
{
	char sep = memchr(s.p, ',', s.n) != NULL ? ',' : ' ';
	struct hd_str one;

	if (s.p[0] == '[' && is_json(in, s, HD_JARR)) {
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

static void
state(struct hd_rec *r, struct hd_str s)
{
	static const struct {
		const char *prefix, *word;
	} words[] = {
		{ "resolved_assumed", "resolved_assumed" },
		{ "resolved assumed", "resolved_assumed" },
		{ "resolved (assumed", "resolved_assumed" },
		{ "handed_over", "handed_over" },
		{ "confirmed", "resolved_confirmed" },
		{ "resolved", "resolved_confirmed" },
		{ "assumed", "resolved_assumed" },
		{ "automated", "resolved_assumed" },
		{ "escalated", "handed_over" },
		{ "routed", "handed_over" },
		{ "procedure", "handed_over" },
		{ "negative", "negative_feedback" },
		{ "abandoned", "abandoned" },
		{ "timed out", "abandoned" },
		{ "timed_out", "abandoned" },
		{ "pending", "pending" },
	};
	struct hd_str head;

	hd_rec_text(r, HD_TK_AI_STATE_RAW, s);
	hd_rec_null(r, HD_TK_AI_STATE);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		head = (struct hd_str){ s.p, strlen(words[i].prefix) };
		if (s.n >= head.n && hd_str_ieq(head, words[i].prefix)) {
			hd_rec_text(r, HD_TK_AI_STATE, hd_str(words[i].word));
			return;
		}
	}
}

static int
time_cell(struct hd_ingest *in, struct hd_rec *r, int col, struct hd_str s,
    struct hd_err *err)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	struct hd_timeopt opt = { in->o->tz, in->o->order };
	int64_t t;
	bool zoned;

	/* of an account the day matters, not the hour; of a label the order */
	if (opt.zone == NULL &&
	    (r->kind == HD_REC_ACCOUNT || r->kind == HD_REC_SUBSCRIPTION ||
		r->kind == HD_REC_LABEL))
		opt.zone = &utc;
	if (hd_time_parse(s, &opt, &t, &zoned, err) != 0)
		return -1;
	hd_rec_int(r, col, t);
	return 0;
}

int
hd_convert(struct hd_ingest *in, struct hd_rec *r, int col, double unit,
    struct hd_str text, struct hd_err *err)
{
	size_t n;
	const struct hd_column *c = &hd_rec_columns(r->kind, &n)[col];
	int64_t v;
	double d;

	text = hd_str_trim(text);
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
		if (!hd_num_int(text, &v))
			return bad(text, c->name, err);
		hd_rec_int(r, col, v);
		return 0;
	case HD_C_SPAN:
		if (!hd_num_span(text, unit > 0 ? unit : 1, &v))
			return bad(text, "duration", err);
		hd_rec_int(r, col, v);
		return 0;
	case HD_C_BOOL:
		if (boolean(text, &v, err) != 0)
			return -1;
		hd_rec_int(r, col, v);
		return 0;
	case HD_C_REAL:
		if (!hd_num_real(text, &d))
			return bad(text, c->name, err);
		hd_rec_real(r, col, d);
		return 0;
	case HD_C_STATUS:
		status(r, text);
		return 0;
	case HD_C_CSAT:
		return csat(r, text, err);
	case HD_C_TAGS:
		tags(in, r, text);
		return 0;
	case HD_C_STATE:
		state(r, text);
		return 0;
	case HD_C_ROLE:
		hd_rec_int(r, col, hd_role_read(text));
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
