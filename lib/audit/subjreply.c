/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a thread's facts at stage reply: see subject.h. */
#include "audit/subject_int.h"
#include "base/tstamp.h"

/* What the first messages of a thread come to. */
struct sofar {
	size_t before;			  /* how many messages */
	size_t customer, ai, agent, note; /* texts of each */
	double turns[HD_ROLE_SYSTEM + 1]; /* public and not empty */
	int64_t asked, answered, last;	  /* times, HD_TIME_NONE: not known */
	bool handed;			  /* from the AI to people */
};

static bool
is_answer(const struct hd_message *m)
{
	return m->role == HD_ROLE_AI || m->role == HD_ROLE_AGENT;
}

static void
count_text(struct hd_subject *s, const struct hd_message *m, struct sofar *f)
{
	const struct hd_textlist *l = hd_subject_list(s, m);

	f->customer += l == &s->customer;
	f->ai += l == &s->ai;
	f->agent += l == &s->agent;
	f->note += l == &s->note;
}

/* Turns and the first reply are those of the view, as far as they went. */
static void
count_turn(const struct hd_message *m, struct sofar *f)
{
	if (!m->public)
		return;
	f->turns[m->role] += m->body.n > 0;
	f->handed =
	    f->handed || (m->role == HD_ROLE_AGENT && f->turns[HD_ROLE_AI] > 0);
	if (m->at == HD_TIME_NONE)
		return;
	f->last = m->at;
	if (m->role == HD_ROLE_CUSTOMER && f->asked == HD_TIME_NONE)
		f->asked = m->at;
	if (is_answer(m) && f->asked != HD_TIME_NONE &&
	    f->answered == HD_TIME_NONE)
		f->answered = m->at;
}

static void
count(struct hd_subject *s, size_t before, struct sofar *f)
{
	*f = (struct sofar){ .before = before,
		.asked = HD_TIME_NONE,
		.answered = HD_TIME_NONE,
		.last = HD_TIME_NONE };
	for (size_t i = 0; i < before; i++) {
		count_text(s, &s->th->messages[i], f);
		count_turn(&s->th->messages[i], f);
	}
	f->handed = f->handed || (s->th->handover_at != HD_TIME_NONE &&
				     f->last != HD_TIME_NONE &&
				     s->th->handover_at <= f->last);
}

static struct hd_val
unset(void)
{
	return hd_subject_textval((struct hd_str){ NULL, 0 });
}

static struct hd_val
counted(const struct hd_subject *s, size_t i, const struct sofar *f)
{
	switch (s->counted[i]) {
	case COUNTED_MESSAGES:
		return hd_subject_numval((double)f->before);
	case COUNTED_CUSTOMER:
		return hd_subject_numval(f->turns[HD_ROLE_CUSTOMER]);
	case COUNTED_AI:
		return hd_subject_numval(f->turns[HD_ROLE_AI]);
	case COUNTED_AGENT:
		return hd_subject_numval(f->turns[HD_ROLE_AGENT]);
	case COUNTED_FIRST_REPLY:
		return f->answered == HD_TIME_NONE
			   ? unset()
			   : hd_subject_numval(
				 (double)(f->answered - f->asked));
	case COUNTED_NOT:
		break;
	}
	return unset();
}

static struct hd_val
outcome(struct hd_subject *s, size_t i, const struct sofar *f)
{
	switch (s->from[i]) {
	case FROM_AI:
		return hd_subject_listval(&s->ai, f->ai);
	case FROM_AGENT:
		return hd_subject_listval(&s->agent, f->agent);
	case FROM_NOTE:
		return hd_subject_listval(&s->note, f->note);
	case FROM_HANDOFF:
		return hd_subject_numval(f->handed);
	case FROM_COLUMN:
		return counted(s, i, f);
	default:
		return unset();
	}
}

const struct hd_val *
hd_subject_reply_vals(struct hd_subject *s, size_t before)
{
	struct sofar f;

	count(s, before, &f);
	for (size_t i = 0; i < s->rs->nfields; i++) {
		if (s->from[i] == FROM_NOWHERE)
			s->vals[i] = unset();
		else if (s->rs->fields[i].known == HD_KNOWN_OUTCOME)
			s->vals[i] = outcome(s, i, &f);
		else if (s->from[i] == FROM_RAW)
			s->vals[i] =
			    hd_subject_textval(hd_subject_raw(s, before));
		else
			s->vals[i] = hd_subject_arrival(s, i, f.customer);
	}
	return s->vals;
}

struct hd_str
hd_subject_text_before(struct hd_subject *s, size_t before)
{
	size_t n = 0;

	for (size_t i = 0; i < before && i < s->th->n; i++)
		n += hd_subject_list(s, &s->th->messages[i]) == &s->customer;
	return hd_subject_joined(s, n);
}
