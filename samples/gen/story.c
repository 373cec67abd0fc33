/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages of a ticket as they come about, and its settling. */
#include <string.h>

#include "gen/talk.h"
#include "gen/world.h"

void
gen_story_begin(struct gen_story *st)
{
	struct hd_buf *keep[] = { &st->subject, &st->page, &st->remark };

	for (size_t i = 0; i < sizeof(keep) / sizeof(keep[0]); i++)
		hd_buf_reset(keep[i]);
	for (size_t i = 0; i < GEN_NSLOTS; i++)
		st->value[i][0] = '\0';
	for (size_t i = 0; i < GEN_NITEMS; i++)
		st->given_in[i] = -1;
	st->nmsg = st->nrepeats = 0;
	st->nbody = 0;
	st->seen = st->paged = 0;
	st->bot = -1;
	st->handoff = st->transition = st->correction = st->first_human = -1;
	st->wording = NULL;
	st->handing = st->summary = st->speaking = false;
	st->judgment = st->reopened = st->resolved = st->confirmed = false;
	st->gave_up = false;
	st->handoff_at = st->first_close = st->last_close = 0;
	st->csat = GEN_UNOFFERED;
	st->excluded = GEN_COUNTED;
	st->prev = 0;
	st->failed = NULL;
}

void
gen_story_release(struct gen_story *st)
{
	for (size_t i = 0; i < GEN_MAXMSG; i++) {
		hd_buf_release(&st->msg[i].text);
		hd_buf_release(&st->msg[i].quoted);
	}
	hd_buf_release(&st->subject);
	hd_buf_release(&st->page);
	hd_buf_release(&st->remark);
}

/* How long it takes until somebody writes, in seconds. */
int64_t
gen_wait(struct gen_story *st, enum gen_role role)
{
	gsl_rng *r = st->w->rng;
	double s;

	if (role == GEN_AI || role == GEN_SYSTEM)
		return 4 + (int64_t)gen_below(st->w, 40);
	if (role == GEN_CUSTOMER)
		s = st->chat ? gsl_ran_lognormal(r, 4.4, 0.8)
			     : gsl_ran_lognormal(r, 9.2, 1.2);
	else
		s = st->chat ? gsl_ran_lognormal(r, 5.4, 1.0)
			     : gsl_ran_lognormal(r, 8.6, 1.1);
	if (s < 15)
		s = 15;
	return s > 6e5 ? 600000 : (int64_t)s;
}

struct gen_msg *
gen_add(
    struct gen_story *st, enum gen_role role, enum gen_kind kind, int64_t after)
{
	/* the last place is used over and over should a talk be too long */
	struct gen_msg *m =
	    &st->msg[st->nmsg < GEN_MAXMSG ? st->nmsg : GEN_MAXMSG - 1];

	st->now += after > 0 ? after : 1;
	if (role == GEN_AGENT && gen_work(st->now) > st->now)
		/* what came in overnight is worked off in the morning */
		st->now = gen_work(st->now) + gen_below(st->w, 9000);
	m->role = role;
	m->kind = kind;
	m->at = st->now;
	m->agent = st->agent;
	m->team = st->team;
	m->answer = false;
	hd_buf_reset(&m->text);
	hd_buf_reset(&m->quoted);
	m->index = kind <= GEN_NOTE ? st->nbody++ : -1;
	if (st->nmsg < GEN_MAXMSG)
		st->nmsg++;
	if (role == GEN_AGENT && kind <= GEN_NOTE && st->handing) {
		st->handing = false;
		st->handoff = m->index;
	}
	if (role == GEN_AGENT && kind == GEN_REPLY && st->first_human < 0)
		st->first_human = m->index;
	return m;
}

/* No double blanks, no blanks at line ends or before a stop. */
static void
tidy(struct hd_buf *b, bool french)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		char c = b->s[i], next = i + 1 < b->n ? b->s[i + 1] : '\0';

		if (c == ' ' &&
		    (n == 0 || b->s[n - 1] == '\n' || b->s[n - 1] == ' ' ||
			next == '\n' || next == '\0' || next == ',' ||
			next == '.' || (!french && next == '?')))
			continue;
		b->s[n++] = c;
	}
	while (n > 0 && (b->s[n - 1] == '\n' || b->s[n - 1] == ' '))
		n--;
	b->n = n;
	b->s[n] = '\0';
}

static bool
small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Swap two letters of a plain word; values hold digits, capitals, dots. */
static void
mistype(struct gen_story *st, struct hd_buf *b)
{
	size_t start = 0, len;

	for (int tries = 0; tries < 6 && b->n > 20; tries++) {
		start = gen_below(st->w, (unsigned)(b->n - 12));
		while (start < b->n && b->s[start] != ' ')
			start++;
		start++;
		for (len = 0; start + len < b->n && small(b->s[start + len]);
		     len++)
			continue;
		if (len >= 5 && start + len < b->n &&
		    b->s[start + len] == ' ') {
			size_t k =
			    start + 1 + gen_below(st->w, (unsigned)len - 3);
			char c = b->s[k];

			b->s[k] = b->s[k + 1];
			b->s[k + 1] = c;
			return;
		}
	}
}

static void
style(struct gen_story *st, struct gen_msg *m)
{
	static const char *const emoji[] = { " 🙂", " 😅", " 🙏", " :)", " 😕" };
	struct hd_buf *b = &m->text;

	if (b->n == 0)
		return;
	if (gen_chance(st->w, 0.07))
		mistype(st, b);
	if (st->chat && st->user.casual) {
		if (b->s[0] >= 'A' && b->s[0] <= 'Z' && b->n > 1 &&
		    small(b->s[1]))
			b->s[0] = (char)(b->s[0] - 'A' + 'a');
		if (b->s[b->n - 1] == '.')
			b->s[--b->n] = '\0';
	} else if (small(b->s[0]) && !st->user.casual &&
		   memchr(b->s, ' ', b->n) != NULL) {
		b->s[0] = (char)(b->s[0] - 'a' + 'A');
	}
	if (st->chat && st->emotion == 0 && gen_chance(st->w, 0.06))
		hd_buf_adds(b, emoji[gen_below(st->w, 5)]);
}

void
gen_done(struct gen_story *st, struct gen_msg *m)
{
	if (m->text.n == 0)
		hd_buf_adds(&m->text, "?");
	tidy(&m->text, st->lang == &gen_fr);
	if (m->role != GEN_CUSTOMER)
		return;
	style(st, m);
	for (int i = 0; i < GEN_NITEMS; i++)
		if ((st->seen & BIT(i)) != 0 && st->given_in[i] < 0)
			st->given_in[i] = m->index;
}

static void
settle_truth(struct gen_story *st)
{
	size_t n = 0;

	for (size_t i = 0; i < st->nrepeats; i++)
		if (st->repeats[i].asked_in < st->nbody)
			st->repeats[n++] = st->repeats[i];
	st->nrepeats = n;
	if (st->handoff >= st->nbody)
		st->handoff = -1;
	if (st->transition >= st->nbody)
		st->transition = -1;
	if (st->correction >= st->nbody)
		st->correction = -1;
	if (st->first_human >= st->nbody)
		st->first_human = -1;
	if (st->handoff_at >= st->w->until) {
		st->handoff_at = 0;
		st->wording = NULL;
	}
}

void
gen_settle(struct gen_story *st)
{
	bool ai = false, human = false;
	size_t n = 0;

	while (n < st->nmsg && st->msg[n].at < st->w->until)
		n++;
	st->nmsg = n;
	st->nbody = 0;
	st->first_close = st->last_close = 0;
	st->reopened = false;
	for (size_t i = 0; i < n; i++) {
		const struct gen_msg *m = &st->msg[i];

		if (m->kind <= GEN_NOTE)
			st->nbody++;
		ai = ai || (m->role == GEN_AI && m->kind == GEN_REPLY);
		human = human || (m->role == GEN_AGENT && m->kind == GEN_REPLY);
		if (m->kind == GEN_CLOSE) {
			st->last_close = m->at;
			if (st->first_close == 0)
				st->first_close = m->at;
		} else if (m->kind == GEN_OPEN) {
			st->reopened = true;
			st->last_close = 0;
		}
	}
	settle_truth(st);
	st->path = ai && (human || st->handoff_at != 0) ? GEN_AI_TO_HUMAN
		   : ai					? GEN_AI_ONLY
		   : human				? GEN_HUMAN_ONLY
							: GEN_NO_REPLY;
	if (st->last_close == 0) {
		st->csat = GEN_UNOFFERED;
		st->resolved = st->confirmed = false;
	}
}
