/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The audits of handoffs over any thread.  Records end with 1E, their parts
 * with 1F; the first byte of a record says what it is:
 *
 *	c a g s n   a message, by role (n: a private note); C A G S: private;
 *	            parts: time, kind, author, body
 *	f t u p x l i   fields, tags, subject, page, action, language, ai_state
 *	0..         a cell of escalation_facts: its number from '0' on, the value
 *	E           an event: time, field, old, new
 *
 * What is quoted stands in the stored body, numbers of messages are such, codes
 * are those of the manual; and twice, the same comes out.
 */
#include <ctype.h>
#include <string.h>

#include "base/num.h"
#include "base/tstamp.h"
#include "base/utf8.h"
#include "escalation/detect.h"
#include "fuzz.h"
#include "rules/source.h"

#define MESSAGES_MAX 64

static const char *const codes[] = { "sentiment", "keyword", "account", "issue",
	"no-answer", "out-of-hours", "limit", "customer", "unexplained",
	"needed", "not-needed-knowledge", "not-needed-context",
	"not-needed-premature", "unclear", "failed-reopened",
	"failed-recontact", "failed-rephrased", "failed-feedback",
	"failed-gave-up", "present", "absent", "na", "repeat", "context-kept",
	"bare", "silent", "dead-end", "acknowledges", "neutral", "asks-again",
	"page-opportunity", "high-effort", "not-measurable" };

struct thread {
	struct hd_thread th;
	struct hd_message messages[MESSAGES_MAX];
	struct hd_event events[MESSAGES_MAX];
	struct hd_factcell more[HD_ESCFACTS];
	/* the bodies end where their memory does, so that more shows */
	char *bodies[MESSAGES_MAX];
	struct hd_arena arena;
};

/* As the store has texts: valid; nothing of it is NULL. */
static struct hd_str
text(struct hd_arena *arena, struct hd_str s)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str kept;

	if (s.n == 0)
		return (struct hd_str){ NULL, 0 };
	(void)hd_utf8_import(&b, s);
	kept = hd_str_keep(arena, hd_buf_str(&b));
	hd_buf_release(&b);
	return kept;
}

static struct hd_str
part(struct thread *t, struct hd_str *rest)
{
	struct hd_str one = { NULL, 0 };

	(void)hd_str_split(rest, '\x1F', &one);
	return text(&t->arena, one);
}

static int64_t
instant(struct thread *t, struct hd_str *rest)
{
	struct hd_str s = part(t, rest);
	int64_t at;

	return s.p != NULL && hd_num_int(s, &at) ? at : HD_TIME_NONE;
}

static bool
message(struct thread *t, char kind, struct hd_str rest)
{
	static const char roles[] = "cagsn";
	static const enum hd_role is[] = { HD_ROLE_CUSTOMER, HD_ROLE_AI,
		HD_ROLE_AGENT, HD_ROLE_SYSTEM, HD_ROLE_AI };
	const char *role = strchr(roles, tolower((unsigned char)kind));
	struct hd_message *m = &t->messages[t->th.n];

	if (kind == '\0' || role == NULL)
		return false;
	if (t->th.n == MESSAGES_MAX)
		return true;
	m->at = instant(t, &rest);
	m->kind = part(t, &rest);
	m->author = part(t, &rest);
	m->body = text(&t->arena, rest);
	m->role = is[role - roles];
	m->public = kind >= 'a' && kind != 'n';
	m->seq = (int64_t)t->th.n;
	t->th.n++;
	return true;
}

static bool
column(struct thread *t, char kind, struct hd_str rest)
{
	struct hd_thread *th = &t->th;
	struct hd_str *const of[] = { &th->fields, &th->tags, &th->subject,
		&th->page, &th->action, &th->language, &th->ai_state };
	static const char names[] = "ftupxli";
	const char *at = strchr(names, kind);

	if (kind == '\0' || at == NULL)
		return false;
	*of[at - names] = text(&t->arena, rest);
	return true;
}

static void
fact(struct thread *t, char kind, struct hd_str rest)
{
	struct hd_factcell *c;

	if (kind < '0' || kind >= '0' + HD_ESCFACTS)
		return;
	c = &t->more[kind - '0'];
	c->str = text(&t->arena, rest);
	c->kind = c->str.p == NULL	       ? HD_FACT_NULL
		  : hd_num_real(rest, &c->num) ? HD_FACT_NUM
					       : HD_FACT_STR;
}

static void
event(struct thread *t, struct hd_str rest)
{
	struct hd_event *v = &t->events[t->th.nevents];

	if (t->th.nevents == MESSAGES_MAX)
		return;
	v->at = instant(t, &rest);
	v->field = part(t, &rest);
	v->old = part(t, &rest);
	v->now = part(t, &rest);
	v->role = HD_ROLE_AI;
	t->th.nevents++;
}

static void
read_thread(struct thread *t, struct hd_str rest)
{
	struct hd_thread *th = &t->th;
	struct hd_str record, body;

	th->key = hd_str("f:1");
	th->created = 1780000000;
	th->first_solved = HD_TIME_NONE;
	th->handover_at = HD_TIME_NONE;
	th->messages = t->messages;
	th->events = t->events;
	th->more = t->more;
	while (hd_str_split(&rest, '\x1E', &record)) {
		if (record.n == 0)
			continue;
		body = (struct hd_str){ record.p + 1, record.n - 1 };
		if (record.p[0] == 'E')
			event(t, body);
		else if (!message(t, record.p[0], body) &&
			 !column(t, record.p[0], body))
			fact(t, record.p[0], body);
	}
	hd_thread_sort(th);
	for (size_t i = 0; i < th->n; i++) {
		struct hd_str *s = &th->messages[i].body;

		if (s->p == NULL)
			continue;
		th->has_text = true;
		t->bodies[i] = malloc(s->n > 0 ? s->n : 1);
		MUST(t->bodies[i] != NULL);
		memcpy(t->bodies[i], s->p, s->n);
		s->p = t->bodies[i];
	}
}

/* Words of message i; those of no message are of the subject, a field ... */
static void
look_at_quote(const struct hd_thread *th, int64_t i, struct hd_str quote)
{
	struct hd_str body;

	MUST(i >= -1 && i < (int64_t)th->n);
	if (quote.p == NULL)
		return;
	MUST(hd_utf8_valid(quote));
	if (i < 0)
		return;
	body = th->messages[i].body;
	MUST(quote.p >= body.p && quote.p + quote.n <= body.p + body.n);
}

static void
look_at(const struct hd_thread *th, const struct hd_findings *f)
{
	size_t c;

	for (size_t i = 0; i < f->n; i++) {
		const struct hd_finding *one = &f->v[i];

		for (c = 0; c < sizeof(codes) / sizeof(codes[0]); c++)
			if (strcmp(codes[c], one->code) == 0)
				break;
		MUST(c < sizeof(codes) / sizeof(codes[0]));
		MUST(one->reason.n > 0 && hd_utf8_valid(one->reason));
		MUST(one->basis != NULL);
		look_at_quote(th, one->message, one->quote);
		look_at_quote(th, one->given, one->given_quote);
	}
}

static const struct hd_escworld *
the_world(void)
{
	static struct hd_escworld world;
	static struct hd_ruleset *rs;
	struct hd_rulesrc_disk disk = { NULL };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_err err = HD_ERR_INIT;

	if (rs == NULL)
		MUST(hd_ruleset_load(&rs, &src,
			 HD_SRCDIR "/samples/rules/escalation.rules",
			 &err) == 0);
	world.rules = rs;
	world.languages = HD_SRCDIR "/samples/rules/languages.conf";
	return &world;
}

static void
audit(struct hd_escmaker *m, const struct hd_thread *th, struct hd_arena *arena,
    struct hd_findings *f)
{
	struct hd_escalation e;

	f->arena = arena;
	hd_escmaker_make(m, th, arena, &e);
	hd_esc_detect(&e, (1u << HD_AUDITS) - 1, f);
	look_at(th, f);
}

static bool
same(struct hd_str a, struct hd_str b)
{
	return (a.p == NULL) == (b.p == NULL) && a.n == b.n &&
	       (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct hd_escmaker *maker;
	struct thread t = { 0 };
	struct hd_findings one = { 0 }, two = { 0 };
	struct hd_err err = HD_ERR_INIT;

	if (maker == NULL)
		maker = hd_escmaker_new(the_world(), &err);
	MUST(maker != NULL);
	read_thread(&t, (struct hd_str){ (const char *)data, n });
	audit(maker, &t.th, &t.arena, &one);
	audit(maker, &t.th, &t.arena, &two);
	MUST(one.n == two.n);
	for (size_t i = 0; i < one.n; i++)
		MUST(one.v[i].audit == two.v[i].audit &&
		     strcmp(one.v[i].code, two.v[i].code) == 0 &&
		     one.v[i].message == two.v[i].message &&
		     one.v[i].given == two.v[i].given &&
		     same(one.v[i].quote, two.v[i].quote) &&
		     same(one.v[i].given_quote, two.v[i].given_quote) &&
		     same(one.v[i].reason, two.v[i].reason));
	hd_arena_release(&t.arena);
	for (size_t i = 0; i < MESSAGES_MAX; i++)
		free(t.bodies[i]);
	return 0;
}
