/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of an escalation and its turns: see escalation.h. */
#include <math.h>
#include <string.h>

#include "escalation/escalation.h"

const char *const hd_escfact_names[HD_ESCFACTS] = {
	"channel",
	"account_ref",
	"language",
	"issue",
	"emotion",
	"complexity",
	"pattern",
	"approach",
	"triggers",
	"cluster_size",
	"cluster_durable",
	"reopens",
	"transfers",
	"satisfied",
	"ai_state",
	"path",
	"handoff_message",
	"handoff_at",
	"customer",
	"brand",
	"recontact",
	"again",
	"guess_needed",
	"guess_failed",
	"ces",
};

struct hd_str
hd_esc_str(const struct hd_escalation *e, enum hd_escfact f)
{
	const struct hd_factcell *c = &e->th->more[f];

	return c->kind == HD_FACT_STR ? c->str : (struct hd_str){ NULL, 0 };
}

double
hd_esc_num(const struct hd_escalation *e, enum hd_escfact f)
{
	const struct hd_factcell *c = &e->th->more[f];

	return c->kind == HD_FACT_NUM ? c->num : NAN;
}

const struct hd_mark *
hd_mark_find(const struct hd_turn *t, const char *dimension, const char *value)
{
	for (size_t i = 0; i < t->nmarks; i++)
		if (strcmp(t->marks[i].dimension, dimension) == 0 &&
		    (value == NULL || strcmp(t->marks[i].value, value) == 0))
			return &t->marks[i];
	return NULL;
}

bool
hd_turn_is(const struct hd_turn *t, enum hd_role role)
{
	return t->m->public && t->m->role == role;
}

int64_t
hd_turn_before(const struct hd_escalation *e, int64_t end, enum hd_role role)
{
	while (end-- > 0)
		if (hd_turn_is(&e->turns[end], role))
			return end;
	return -1;
}

static struct hd_str
within(struct hd_str body, struct hd_str words)
{
	const char *end = body.p + body.n;

	for (const char *p = body.p;
	     words.n > 0 && (size_t)(end - p) >= words.n; p++) {
		p = memchr(p, words.p[0], (size_t)(end - p) - words.n + 1);
		if (p == NULL)
			break;
		if (memcmp(p, words.p, words.n) == 0)
			return (struct hd_str){ p, words.n };
	}
	return (struct hd_str){ NULL, 0 };
}

/* Lines of history may have stood between two lines of what is new. */
struct hd_str
hd_turn_quote(const struct hd_turn *t, struct hd_str text)
{
	struct hd_str found = { NULL, 0 };

	if (t->m->body.p == NULL || text.p == NULL)
		return found;
	found = within(t->m->body, text);
	while (found.p == NULL && text.n > 0) {
		while (text.n > 0 && text.p[text.n - 1] != '\n')
			text.n--;
		if (text.n > 0)
			text.n--;
		found = within(t->m->body, text);
	}
	return found;
}
