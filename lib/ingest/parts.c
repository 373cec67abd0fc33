/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of records that several vendors write alike: see parts.h. */
#include <string.h>

#include "ingest/convert.h"
#include "ingest/parts.h"
#include "ingest/survey.h"

struct hd_str
hd_join(
    struct hd_ingest *in, struct hd_str a, const char *between, struct hd_str b)
{
	size_t n = strlen(between);
	char *p = hd_arena_alloc(&in->arena, a.n + n + b.n + 1);

	if (a.n > 0)
		memcpy(p, a.p, a.n);
	memcpy(p + a.n, between, n);
	if (b.n > 0)
		memcpy(p + a.n + n, b.p, b.n);
	p[a.n + n + b.n] = '\0';
	return (struct hd_str){ p, a.n + n + b.n };
}

struct hd_str
hd_made_id(struct hd_ingest *in, const char *head, struct hd_str id)
{
	return id.n > 0 ? hd_join(in, hd_str(head), "", hd_whole_id(id)) : id;
}

struct hd_str
hd_full_name(struct hd_ingest *in, struct hd_str first, struct hd_str last)
{
	first = hd_str_trim(first);
	last = hd_str_trim(last);
	if (first.n > 0 && last.n > 0)
		return hd_join(in, first, " ", last);
	first = first.n > 0 ? first : last;
	return first.n > 0 ? first : (struct hd_str){ NULL, 0 };
}

void
hd_rec_some(struct hd_rec *r, int col, struct hd_str s)
{
	if (s.n > 0)
		hd_rec_text(r, col, s);
}

void
hd_rec_role(struct hd_rec *r, int col, enum hd_role role)
{
	if (role != HD_ROLE_UNKNOWN)
		hd_rec_int(r, col, role);
}

void
hd_take_tags(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *array, const char *member)
{
	struct hd_str s;

	if (array == NULL || array->type != HD_JARR)
		return;
	if (array->count == 0) {
		hd_rec_null(r, HD_TK_TAGS);
		return;
	}
	hd_jgen_arr(&in->gen);
	for (array = array->child; array != NULL; array = array->next) {
		s = array->type == HD_JOBJ ? hd_json_at(array, member)
					   : hd_json_str(array);
		if (s.n > 0)
			hd_jgen_str(&in->gen, s);
	}
	hd_jgen_endarr(&in->gen);
	hd_keep_json(in, r, HD_TK_TAGS);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct hd_str
hd_url_id(struct hd_str url, const char *noun)
{
	const char *p = url.p != NULL ? hd_str_find(url, noun) : NULL;
	struct hd_str id = { NULL, 0 };

	if (p == NULL)
		return id;
	id.p = p + strlen(noun);
	while (id.p + id.n < url.p + url.n && id.p[id.n] != '/' &&
	       id.p[id.n] != '?' && id.p[id.n] != '#')
		id.n++;
	return id.n > 0 ? id : (struct hd_str){ NULL, 0 };
}

/* The last number between from and to that is a word by itself. */
static struct hd_str
lone_number(const char *from, const char *to)
{
	struct hd_str found = { NULL, 0 };
	const char *start;
	bool digits;

	while (from < to) {
		digits = true;
		for (start = from; from < to && is_word(*from); from++)
			digits = digits && is_digit(*from);
		if (digits && from > start)
			found =
			    (struct hd_str){ start, (size_t)(from - start) };
		else if (from == start)
			from++;
	}
	return found;
}

struct hd_str
hd_file_number(const char *file)
{
	const char *name = strrchr(file, '/'), *dir = file;
	struct hd_str found;

	found = lone_number(name != NULL ? name : file, file + strlen(file));
	if (found.p != NULL || name == NULL)
		return found;
	for (const char *p = file; p < name; p++)
		if (*p == '/')
			dir = p + 1;
	return lone_number(dir, name);
}

struct hd_str
hd_file_id(const char *file, const char *prefix)
{
	struct hd_str id = { NULL, 0 };

	for (const char *p = strstr(file, prefix); p != NULL;
	     p = strstr(p + 1, prefix)) {
		id.p = p;
		id.n = strlen(prefix);
		while (is_word(p[id.n]))
			id.n++;
	}
	return id;
}

bool
hd_is_address(struct hd_str s)
{
	return hd_str_starts(s, "https://") || hd_str_starts(s, "http://");
}

void
hd_maybe_page(struct hd_rec *ticket, struct hd_str s)
{
	if (ticket->v[HD_TK_PAGE].type == HD_CELL_NONE && hd_is_address(s))
		hd_rec_text(ticket, HD_TK_PAGE, hd_page(s));
}

struct hd_str
hd_first_page(struct hd_str text)
{
	static const char ends[] = " \t\r\n\"'<>)]";
	struct hd_str url = { NULL, 0 };
	const char *http, *https;

	if (text.p == NULL)
		return url;
	https = hd_str_find(text, "https://");
	http = hd_str_find(text, "http://");
	url.p = https == NULL || (http != NULL && http < https) ? http : https;
	if (url.p == NULL)
		return url;
	while (url.p + url.n < text.p + text.n &&
	       memchr(ends, url.p[url.n], sizeof(ends)) == NULL)
		url.n++;
	return hd_page(url);
}

int
hd_emit_change(struct hd_ingest *in, const struct hd_change *c,
    const struct hd_json *j, const char *at, struct hd_err *err)
{
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_EVENT);
	r.id = c->id;
	r.ticket = c->ticket;
	bad = hd_take_utc(&r, HD_EV_AT, j, at, err);
	hd_rec_text(&r, HD_EV_ACTOR, c->actor);
	hd_rec_role(&r, HD_EV_ROLE, c->role);
	hd_rec_text(&r, HD_EV_FIELD, hd_str(c->field));
	if (c->old.n > 0)
		hd_rec_text(&r, HD_EV_OLD, c->old);
	if (c->new.n > 0)
		hd_rec_text(&r, HD_EV_NEW, c->new);
	return hd_emit_part(in, &r, bad, err);
}

int
hd_answer_version(struct hd_answer *a, const struct hd_json *j,
    const char *path, struct hd_err *err)
{
	struct hd_rec tmp;

	hd_rec_init(&tmp, HD_REC_SURVEY);
	if (hd_take_version(&tmp, j, path, err) != 0)
		return -1;
	a->ver = tmp.ver != HD_TIME_NONE ? tmp.ver : 0;
	return 0;
}

int
hd_emit_answer(struct hd_ingest *in, const struct hd_answer *a,
    const struct hd_json *j, const char *at, struct hd_err *err)
{
	struct hd_rec r;
	int any;

	hd_rec_init(&r, HD_REC_SURVEY);
	r.id = a->id.n > 0 ? a->id : hd_str("#csat");
	r.ticket = a->ticket;
	any = hd_survey_fill(&r, a->kind != NULL ? a->kind : "csat",
	    hd_str(a->scale), a->raw, err);
	if (any == 0) {
		if (!a->within)
			hd_skip(in, HD_REC_SURVEY);
		return 0;
	}
	if (a->ver != 0)
		r.ver = a->ver;
	if (any > 0 && hd_take_utc(&r, HD_SU_AT, j, at, err) != 0)
		any = -1;
	if (a->given.n > 0)
		hd_rec_text(&r, HD_SU_RAW, a->given);
	if (a->rated != NULL)
		hd_rec_text(&r, HD_SU_RATED, hd_str(a->rated));
	if (a->comment.n > 0)
		hd_rec_text(&r, HD_SU_COMMENT, a->comment);
	return hd_emit_part(in, &r, any < 0, err);
}

int
hd_take_first_reply(struct hd_rec *ticket, const struct hd_json *j,
    const char *path, struct hd_err *err)
{
	const struct hd_cell *start = &ticket->v[HD_TK_CREATED];
	struct hd_rec reply;

	hd_rec_init(&reply, HD_REC_TICKET);
	if (hd_take_utc(&reply, HD_TK_UPDATED, j, path, err) != 0)
		return -1;
	if (reply.v[HD_TK_UPDATED].type == HD_CELL_INT &&
	    start->type == HD_CELL_INT && reply.v[HD_TK_UPDATED].i >= start->i)
		hd_rec_int(ticket, HD_TK_FIRST_REPLY,
		    reply.v[HD_TK_UPDATED].i - start->i);
	return 0;
}

int
hd_emit_name(struct hd_ingest *in, const char *head, const struct hd_json *j,
    const char *member, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_NAME);
	r.id = hd_made_id(in, head, hd_json_at(j, "id"));
	hd_rec_text(&r, HD_NM_NAME, hd_json_at(j, member));
	if (hd_take_version(&r, j, "updated_at", err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

struct hd_str
hd_status_or_raw(struct hd_str raw)
{
	const char *word = raw.p != NULL ? hd_status_word(raw) : NULL;

	return word != NULL ? hd_str(word) : raw;
}
