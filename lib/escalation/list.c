/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as rows: see list.h. */
#include "escalation/agents.h"
#include "escalation/list.h"

struct state {
	struct hd_table t;
	struct hd_agents agents;
	/* of the rows before, which mostly have the same */
	int64_t ticket;
	struct hd_str author, called;
	unsigned audits;
};

/* The agent whose words they are, else who took the ticket up. */
static struct hd_str
agent_of(const struct hd_escalation *e, const struct hd_finding *f)
{
	int64_t i = f->message;

	if (i < 0 || e->turns[i].m->role != HD_ROLE_AGENT)
		i = e->first_human;
	return i >= 0 ? e->turns[i].m->author : (struct hd_str){ NULL, 0 };
}

static int
row(struct state *s, const struct hd_escalation *e, const struct hd_finding *f,
    struct hd_err *err)
{
	struct hd_str author = agent_of(e, f);

	if ((s->ticket != e->th->ticket || s->author.p != author.p) &&
	    hd_agents_call(&s->agents, e->th->key, author, &s->called, err) !=
		0)
		return -1;
	s->ticket = e->th->ticket;
	s->author = author;
	hd_table_text(&s->t, e->th->key);
	hd_table_cstr(&s->t, f->code);
	hd_table_index(&s->t, f->message);
	hd_table_text(&s->t, f->quote);
	hd_table_text(&s->t, f->reason);
	hd_table_cstr(&s->t, f->item);
	hd_table_index(&s->t, f->given);
	hd_table_text(&s->t, f->given_in);
	hd_table_text(&s->t, f->given_quote);
	hd_table_cstr(&s->t, f->basis);
	hd_table_text(&s->t, s->called);
	hd_table_cstr(&s->t, hd_audit_name(f->audit));
	hd_table_row(&s->t);
	return 0;
}

/*
 * Of what one audit read of another only that is printed which was asked for.
 */
static int
done(void *ctx, const struct hd_escalation *e, const struct hd_findings *f,
    struct hd_err *err)
{
	struct state *s = ctx;
	int r = 0;

	for (size_t i = 0; i < f->n && r == 0; i++)
		if (s->audits & 1u << f->v[i].audit)
			r = row(s, e, &f->v[i], err);
	return r;
}

int
hd_esclist(struct hd_esclist *l, struct hd_err *err)
{
	static const char *const names[] = { "key", "code", "message", "quote",
		"reason", "item", "given", "given_in", "given_quote", "basis",
		"agent", "audit" };
	const char *columns = l->columns;
	struct state s = { .audits = l->run->audits };
	int r;

	if (columns == NULL && l->format == HD_FMT_TABLE)
		columns = "key,code,item,message,reason";
	if (hd_agents_init(&s.agents, l->run->db, l->name_agents, err) != 0 ||
	    hd_table_begin(&s.t, l->out, l->format, names, 12, columns,
		l->header, err) != 0) {
		hd_agents_release(&s.agents);
		return -1;
	}
	r = hd_escrun(l->run, done, &s, err);
	hd_table_end(&s.t);
	hd_agents_release(&s.agents);
	return r;
}
