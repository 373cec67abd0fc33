/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Half an hour with ten tickets, for the people who answer them. */
#include "audit/codebook.h"
#include "report/blocks.h"
#include "report/packdraw.h"
#include "report/quoted.h"

#define MESSAGES  14 /* of a ticket that are read aloud */
#define QUESTIONS 5

static void
agenda(struct hd_report *r, size_t n)
{
	static const char *const points[] = {
		"2 minutes: somebody says what last time's change did.",
		"25 minutes: the tickets below, two and a half minutes each. One "
		"reads aloud; everybody says an answer to each question before "
		"it is talked about; one writes the answers down.",
		"3 minutes: one thing to change, in an article, a rule or the "
		"AI's instructions, and who does it.",
	};
	struct hd_doc *d = &r->doc;

	hd_doc_say(d, HD_TONE_LEAD,
	    "%zu tickets to read together in half an hour: what people put "
	    "right, what was rated badly, what was handed over, and what the "
	    "AI did alone. They are drawn by chance, not picked.",
	    n);
	hd_doc_list(d, true);
	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		hd_doc_item(d);
		hd_doc_words(d, "%s", points[i]);
	}
	hd_doc_end(d);
}

/* A key as a shell takes it. */
static void
add_key(struct hd_buf *b, struct hd_str key)
{
	hd_buf_adds(b, " '");
	for (size_t i = 0; i < key.n; i++)
		if (key.p[i] == '\'')
			hd_buf_adds(b, "'\\''");
		else
			hd_buf_addc(b, key.p[i]);
	hd_buf_addc(b, '\'');
}

static void
commands(struct hd_report *r, const struct hd_packdraw *p)
{
	struct hd_doc *d = &r->doc;
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < p->n; i++)
		add_key(&b, p->v[i].key);
	hd_doc_say(d, HD_TONE_PLAIN,
	    "The answers are kept for the next report's accuracy review. First "
	    "make the tickets a sample:");
	hd_doc_para(d, HD_TONE_NOTE);
	hd_doc_words(d, "hs-sample draw --sample pack-%s --seed %s -n %zu",
	    r->period.name, r->period.name, p->n);
	hd_doc_text(d, hd_buf_str(&b));
	hd_doc_end(d);
	hd_doc_say(d, HD_TONE_PLAIN, "Then answer in a terminal:");
	hd_doc_say(d, HD_TONE_NOTE,
	    "hs-sample label --sample pack-%s --reviewer team --questions "
	    "ai_correct,human_needed,context_carried,asked_repeat,emotion,"
	    "pattern,note",
	    r->period.name);
	hd_buf_release(&b);
}

static const char *const why[HD_PACK_STRATA] = {
	[HD_PACK_CORRECTED] = "people put the AI right here",
	[HD_PACK_UNHAPPY] = "the customer was not satisfied",
	[HD_PACK_ESCALATED] = "the AI handed over",
	[HD_PACK_ALONE] = "the AI alone",
};

/* A question of the codebook, with the words that answer it. */
static void
question(struct hd_doc *d, enum hd_question q)
{
	const struct hd_codebook *c = hd_codebook(q);
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_choice *one = c->choices;

	hd_buf_adds(&b, c->asks);
	for (; one != NULL && one->word != NULL; one++)
		hd_buf_addf(
		    &b, "%s%s", one == c->choices ? " (" : ", ", one->word);
	if (c->choices != NULL)
		hd_buf_addc(&b, ')');
	hd_doc_question(d, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

static void
questions(struct hd_doc *d, enum hd_packstratum stratum)
{
	static const enum hd_question handed[QUESTIONS] = { HD_Q_HUMAN_NEEDED,
		HD_Q_CONTEXT_CARRIED, HD_Q_ASKED_REPEAT, HD_Q_AI_CORRECT,
		HD_Q_NOTE };
	static const enum hd_question answered[QUESTIONS] = { HD_Q_AI_CORRECT,
		HD_Q_HUMAN_NEEDED, HD_Q_EMOTION, HD_Q_PATTERN, HD_Q_NOTE };

	for (int i = 0; i < QUESTIONS; i++)
		question(
		    d, stratum == HD_PACK_ESCALATED ? handed[i] : answered[i]);
}

static void
messages(struct hd_doc *d, struct hd_quoted *q, const struct hd_thread *th)
{
	size_t told = 0;

	for (size_t i = 0; i < th->n && told < MESSAGES; i++) {
		const struct hd_message *m = &th->messages[i];
		struct hd_str text = hd_quoted_message(q, m);

		if (text.n == 0)
			continue;
		told++;
		hd_doc_message(d, hd_quoted_role(m->role), m->at, text);
	}
}

static int
ticket(struct hd_report *r, struct hd_threads *threads,
    const struct hd_packed *one, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_doc *d = &r->doc;
	struct hd_quoted q = { 0 };
	struct hd_thread th;
	int n = hd_threads_seek(threads, one->ticket, err);

	if (n == 0)
		n = hd_threads_next(threads, &arena, &th, err);
	if (n == 1 && hd_quoted_begin(&q, r, one->ticket, err) != 0)
		n = -1;
	if (n == 1) {
		hd_doc_thread(d, one->key, hd_quoted(&q, th.subject));
		hd_doc_fact(d, "%s", why[one->stratum]);
		if (one->issue.p != NULL)
			hd_doc_fact(d, "issue: %s", one->issue.p);
		if (one->channel.p != NULL)
			hd_doc_fact(d, "channel: %s",
			    hd_quoted_label(&q, one->channel).p);
		messages(d, &q, &th);
		questions(d, one->stratum);
		hd_doc_end(d);
	}
	hd_quoted_end(&q);
	hd_arena_release(&arena);
	return n < 0 ? -1 : 0;
}

static int
tickets(struct hd_report *r, const struct hd_packdraw *p, struct hd_err *err)
{
	struct hd_threads *threads = hd_threads_open_one(r->db, NULL, 0, err);
	int n = threads != NULL ? 0 : -1;

	for (size_t i = 0; n == 0 && i < p->n; i++)
		n = ticket(r, threads, &p->v[i], err);
	hd_threads_close(threads);
	return n;
}

int
hd_section_pack(struct hd_report *r, struct hd_err *err)
{
	struct hd_packdraw p;
	int n = hd_packdraw(&p, r, err);

	if (n == 0 && p.n == 0)
		hd_doc_say(&r->doc, HD_TONE_NOTE,
		    "No ticket of the period has messages of an AI or a bad "
		    "rating: there is nothing to read together.");
	if (n == 0 && p.n > 0) {
		agenda(r, p.n);
		n = tickets(r, &p, err);
	}
	if (n == 0 && p.n > 0)
		commands(r, &p);
	hd_packdraw_release(&p);
	return n;
}
