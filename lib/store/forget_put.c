/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records of requesters who are forgotten, on their way in: their text is cut
 * and their ids become the tokens they had become, so that an old export adds
 * nothing.  Costs nothing while nobody is forgotten.
 */
#include <string.h>

#include "store/loader_int.h"
#include "store/privacy.h"

static const char mark[] = "[forgotten]";

enum {
	BY_ID = 1,
	BY_MAIL
};

int
hd_forget_open(struct hd_loader *l, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/forget_list", err);
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1)
		(void)hd_map_put(&l->forgotten, hd_col_text(st, 0), 1);
	hd_stmt_close(st);
	if (r < 0 || l->forgotten.count == 0)
		return r;
	if (hd_forget_begin(l->db, err) != 0)
		return -1;
	l->token = hd_stmt_text(l->db, "SELECT token(?)", err);
	l->requester = hd_stmt_named(l->db, "sql/forget_ticket", err);
	l->forget_put = hd_stmt_named(l->db, "sql/forget_put", err);
	return l->token != NULL && l->requester != NULL && l->forget_put != NULL
		   ? 0
		   : -1;
}

void
hd_forget_close(struct hd_loader *l)
{
	hd_stmt_close(l->token);
	hd_stmt_close(l->requester);
	hd_stmt_close(l->forget_put);
	hd_map_release(&l->forgotten);
	hd_buf_release(&l->masked);
	hd_buf_release(&l->mask);
}

/* The token of l->merged, in l->masked after what is there; is it known? */
static int
tokenize(struct hd_loader *l, struct hd_err *err)
{
	struct hd_str t;
	int r;

	hd_bind_static(l->token, 1, hd_buf_str(&l->merged));
	r = hd_stmt_step(l->token, err);
	if (r == 1) {
		t = hd_col_text(l->token, 0);
		hd_buf_add(&l->masked, t.p, t.n);
		r = hd_map_get(&l->forgotten, t) != NULL;
	}
	hd_stmt_reset(l->token);
	return r;
}

static int
mail_forgotten(struct hd_loader *l, struct hd_str mail, struct hd_err *err)
{
	char c;
	size_t n = l->masked.n;
	int r;

	mail = hd_str_trim(mail);
	if (mail.n == 0 || memchr(mail.p, '@', mail.n) == NULL)
		return 0;
	hd_buf_reset(&l->merged);
	hd_buf_addc(&l->merged, 'm');
	for (size_t i = 0; i < mail.n; i++) {
		c = mail.p[i];
		hd_buf_addc(
		    &l->merged, c >= 'A' && c <= 'Z' ? (char)(c | 32) : c);
	}
	r = tokenize(l, err);
	l->masked.n = n;
	return r;
}

/*
 * Is this id of the loader's source forgotten, or this address: BY_ID, BY_MAIL
 * or 0?  The mask of the id is then in l->masked.
 */
static int
forgotten(struct hd_loader *l, struct hd_str id, struct hd_str mail,
    struct hd_err *err)
{
	int known, by_mail;

	hd_buf_reset(&l->masked);
	if (id.n == 0)
		return 0;
	hd_buf_adds(&l->masked, "forgotten:");
	hd_buf_reset(&l->merged);
	hd_buf_addf(&l->merged, "i%s:", hd_buf_cstr(&l->source_name));
	hd_buf_add(&l->merged, id.p, id.n);
	known = tokenize(l, err);
	if (known != 0)
		return known > 0 ? BY_ID : -1;
	by_mail = mail_forgotten(l, mail, err);
	if (by_mail == 0)
		by_mail = mail_forgotten(l, id, err);
	return by_mail > 0 ? BY_MAIL : by_mail;
}

/* Somebody told by an address alone: tickets under the id are settled late. */
static int
note(struct hd_loader *l, struct hd_str id, struct hd_err *err)
{
	hd_bind_int(l->forget_put, 1, l->source);
	hd_bind_static(l->forget_put, 2, id);
	return hd_stmt_run(l->forget_put, err);
}

/* Mask an id in place when it is forgotten: 1, 0 or -1. */
static int
mask(struct hd_loader *l, struct hd_str *id, struct hd_str mail,
    struct hd_buf *keep, struct hd_err *err)
{
	int r = forgotten(l, *id, mail, err);

	if (r <= 0)
		return r;
	if (r == BY_MAIL && note(l, *id, err) != 0)
		return -1;
	hd_buf_reset(keep);
	hd_buf_add(keep, l->masked.s, l->masked.n);
	*id = hd_buf_str(keep);
	return 1;
}

/* Does the stored ticket belong to somebody who is forgotten? */
static int
of_forgotten(
    struct hd_loader *l, int64_t id, const struct hd_rec *r, struct hd_err *err)
{
	int found;

	hd_bind_int(l->requester, 1, id);
	hd_bind_int(l->requester, 2, l->source);
	hd_bind_static(l->requester, 3, r->id);
	found = hd_stmt_step(l->requester, err);
	hd_stmt_reset(l->requester);
	return found;
}

static void
cut(struct hd_rec *r, int col)
{
	r->v[col].type = HD_CELL_NONE;
}

static void
stamp(struct hd_rec *r, int col)
{
	if (r->v[col].type == HD_CELL_TEXT && r->v[col].s.n > 0)
		r->v[col].s = hd_str(mark);
}

/* What figures are made of, and no words of a customer. */
static bool
is_plain(struct hd_str field)
{
	static const char *const plain[] = { "status", "assignee", "team",
		"handoff", "ai_state", "worked", "engagement" };

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (hd_str_eq(field, plain[i]))
			return true;
	return false;
}

/* The text of a record, by its kind. */
static void
cut_text(struct hd_rec *r)
{
	switch (r->kind) {
	case HD_REC_TICKET:
		stamp(r, HD_TK_SUBJECT);
		stamp(r, HD_TK_CSAT_RAW);
		cut(r, HD_TK_PAGE);
		cut(r, HD_TK_ACTION);
		cut(r, HD_TK_FIELDS);
		cut(r, HD_TK_LINK);
		cut(r, HD_TK_TAGS);
		break;
	case HD_REC_MESSAGE:
		cut(r, HD_MS_BODY);
		if (hd_str_eq(r->v[HD_MS_KIND].s, "transcript_line"))
			cut(r, HD_MS_AUTHOR); /* a name, not an id */
		break;
	case HD_REC_EVENT:
		if (!is_plain(r->v[HD_EV_FIELD].s)) {
			cut(r, HD_EV_OLD);
			cut(r, HD_EV_NEW);
		}
		break;
	case HD_REC_PERSON:
		cut(r, HD_PS_NAME);
		cut(r, HD_PS_EMAIL);
		break;
	case HD_REC_SURVEY:
		cut(r, HD_SU_COMMENT);
		break;
	case HD_REC_SUGGESTION:
		stamp(r, HD_SG_DRAFT);
		stamp(r, HD_SG_SENT);
		break;
	default:
		break;
	}
}

int
hd_forget_cut(
    struct hd_loader *l, struct hd_rec *r, int64_t ticket, struct hd_err *err)
{
	static const struct hd_str none = { NULL, 0 };
	struct hd_str mail = r->v[HD_PS_EMAIL].s;
	int gone = 0, own = 0;

	if (r->kind == HD_REC_TICKET)
		own = mask(l, &r->v[HD_TK_REQUESTER].s, none, &l->mask, err);
	else if (r->kind == HD_REC_MESSAGE)
		own = mask(l, &r->v[HD_MS_AUTHOR].s, none, &l->mask, err);
	else if (r->kind == HD_REC_EVENT)
		gone = mask(l, &r->v[HD_EV_ACTOR].s, none, &l->mask, err);
	else if (r->kind == HD_REC_PERSON)
		own = mask(l, &r->id, mail, &l->mask, err);
	if (own < 0 || gone < 0)
		return -1;
	gone = r->kind == HD_REC_TICKET || hd_rec_of_ticket(r->kind)
		   ? of_forgotten(l, ticket, r, err)
		   : 0;
	if (own > 0 || gone > 0)
		cut_text(r);
	return gone < 0 ? -1 : 0;
}

int
hd_forget_late(struct hd_loader *l, struct hd_err *err)
{
	struct hd_stmt *any;
	int r;

	if (l->forgotten.count == 0)
		return 0;
	any = hd_stmt_named(l->db, "sql/forget_any", err);
	if (any == NULL || hd_db_script(l->db, "sql/forget_late", err) != 0)
		r = -1;
	else
		r = hd_stmt_step(any, err) == 1 ? hd_col_int(any, 0) != 0 : -1;
	hd_stmt_close(any);
	if (r <= 0)
		return r;
	return hd_db_script(l->db, "sql/forget_erase", err);
}
