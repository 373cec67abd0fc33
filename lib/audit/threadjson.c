/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads from JSON: see threadjson.h. */
#include <string.h>

#include "audit/threadjson.h"
#include "base/num.h"
#include "base/tstamp.h"
#include "base/utf8.h"

static int64_t
time_of(const struct hd_json *j, const char *name, const char *other)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	static const struct hd_timeopt opt = { &utc, HD_ORDER_UNKNOWN };
	struct hd_str s = hd_json_str(hd_json_get(j, name));
	struct hd_err err = HD_ERR_INIT;
	int64_t t;
	bool zoned;

	if (s.p == NULL)
		s = hd_json_str(hd_json_get(j, other));
	if (s.p == NULL || hd_time_parse(s, &opt, &t, &zoned, &err) != 0)
		return HD_TIME_NONE;
	return t;
}

/* Texts are valid and normalised before a pattern sees them. */
static struct hd_str
clean(struct hd_arena *a, struct hd_str s)
{
	struct hd_buf b = HD_BUF_INIT;

	if (s.p == NULL)
		return s;
	(void)hd_utf8_import(&b, s);
	s = (struct hd_str){ hd_arena_memdup(a, hd_buf_cstr(&b), b.n), b.n };
	hd_buf_release(&b);
	return s;
}

static struct hd_str
text_of(const struct hd_json *j, struct hd_arena *a, const char *const *names)
{
	struct hd_str s = { NULL, 0 };

	for (; *names != NULL && s.p == NULL; names++)
		s = hd_json_str(hd_json_get(j, *names));
	return clean(a, s);
}

static void
message(const struct hd_json *j, struct hd_arena *a, size_t seq,
    struct hd_message *m)
{
	static const char *const bodies[] = { "body", "text", "content",
		"message", NULL };
	const struct hd_json *public = hd_json_get(j, "public");

	memset(m, 0, sizeof(*m));
	m->ext_id = hd_json_str(hd_json_get(j, "id"));
	m->role = hd_role_read(hd_json_str(hd_json_get(j, "role")));
	m->public = public == NULL || public->type == HD_JNULL ||
		    hd_json_true(public) || hd_str_eq(hd_json_str(public), "1");
	if (hd_json_true(hd_json_get(j, "private")))
		m->public = false;
	m->kind = hd_json_str(hd_json_get(j, "kind"));
	m->author = hd_json_str(hd_json_get(j, "author"));
	m->body = text_of(j, a, bodies);
	m->at = time_of(j, "at", "created_at");
	m->seq = (int64_t)seq;
}

static void
messages(const struct hd_json *j, struct hd_arena *a, struct hd_thread *th)
{
	static const char *const descriptions[] = { "description", "body",
		NULL };
	const struct hd_json *list = hd_json_get(j, "messages");
	struct hd_message *m;

	if (list != NULL && list->type == HD_JARR && list->count > 0) {
		th->messages = hd_arena_alloc(a, list->count * sizeof(*m));
		for (list = list->child; list != NULL; list = list->next) {
			message(list, a, th->n, &th->messages[th->n]);
			th->n++;
		}
		hd_thread_sort(th);
		return;
	}
	m = hd_arena_alloc(a, sizeof(*m));
	memset(m, 0, sizeof(*m));
	m->role = HD_ROLE_CUSTOMER;
	m->public = true;
	m->at = th->created;
	m->body = text_of(j, a, descriptions);
	th->messages = m;
	th->n = m->body.n > 0;
}

static void
column(const struct hd_json *j, const char *name, struct hd_factcell *c)
{
	const struct hd_json *v = hd_json_get(j, name);

	if (v == NULL && strncmp(name, "ticket_", 7) == 0)
		v = hd_json_get(j, name + 7);
	if (strcmp(name, "ticket_messages") == 0)
		v = hd_json_get(j, "message_count");
	if (v == NULL && strcmp(name, "account_plan") == 0)
		v = hd_json_get(j, "plan");
	memset(c, 0, sizeof(*c));
	if (hd_json_str(v).p == NULL)
		return;
	if (v->type == HD_JBOOL) {
		c->kind = HD_FACT_NUM;
		c->num = hd_json_true(v);
	} else if (v->type == HD_JNUM && hd_num_real(v->s, &c->num)) {
		c->kind = HD_FACT_NUM;
	} else {
		c->kind = HD_FACT_STR;
		c->str = v->s;
	}
}

static struct hd_str
json_text(const struct hd_json *j, struct hd_arena *a)
{
	struct hd_jgen g;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;

	if (j == NULL || (j->type != HD_JARR && j->type != HD_JOBJ))
		return (struct hd_str){ NULL, 0 };
	hd_jgen_init(&g, false);
	hd_jgen_val(&g, j);
	hd_jgen_take(&g, &b);
	hd_jgen_release(&g);
	s = (struct hd_str){ hd_arena_memdup(a, b.s, b.n), b.n };
	hd_buf_release(&b);
	return s;
}

/* Resolved: it says when, or its status says so, or it has no status at all. */
static bool
resolved(const struct hd_json *j)
{
	struct hd_str status = hd_json_str(hd_json_get(j, "status"));

	if (hd_json_str(hd_json_get(j, "solved")).p != NULL)
		return true;
	return status.p == NULL || hd_str_eq(status, "solved") ||
	       hd_str_eq(status, "closed");
}

static bool
reopened(const struct hd_json *j)
{
	int64_t n;

	return hd_num_int(hd_json_str(hd_json_get(j, "reopens")), &n) && n > 0;
}

int
hd_thread_from_json(const struct hd_json *j, const char *const *columns,
    size_t n, struct hd_arena *a, struct hd_thread *th, struct hd_err *err)
{
	static const char *const keys[] = { "key", "id", "ext_id", NULL };
	static const char *const subjects[] = { "subject", "title", NULL };
	const struct hd_json *tags;

	memset(th, 0, sizeof(*th));
	if (j->type != HD_JOBJ)
		return hd_err_set(err, HD_EDATA, "not a JSON object");
	th->key = text_of(j, a, keys);
	th->created = time_of(j, "created", "created_at");
	th->subject = text_of(j, a, subjects);
	th->page = hd_json_str(hd_json_get(j, "page"));
	th->action = hd_json_str(hd_json_get(j, "action"));
	if (!hd_str_eq(
		hd_json_str(hd_json_get(j, "language_basis")), "detected"))
		th->language = hd_json_str(hd_json_get(j, "language"));
	th->ai_state = hd_json_str(hd_json_get(j, "ai_state"));
	th->resolved = resolved(j);
	th->reopened = reopened(j);
	th->has_text = true;
	th->handover_at = HD_TIME_NONE;
	tags = hd_json_get(j, "vendor_tags");
	if (tags == NULL) {
		tags = hd_json_get(j, "tags");
		if (tags != NULL && tags->type != HD_JARR)
			tags = NULL;
	}
	th->tags = json_text(tags, a);
	th->fields = json_text(hd_json_get(j, "fields"), a);
	th->facts = hd_arena_alloc(a, (n + 1) * sizeof(*th->facts));
	for (size_t i = 0; i < n; i++)
		column(j, columns[i], &th->facts[i]);
	messages(j, a, th);
	return 0;
}
