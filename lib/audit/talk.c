/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talks in numbers: see talk.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/subject_int.h"
#include "audit/talk.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"

/* Messages before one that it may repeat; more would cost their square. */
#define WINDOW 8
/* How alike a message is to an earlier one that it says again. */
#define AGAIN 0.4
/* A talk of so many messages or more is not short. */
#define SHORT 8

enum number {
	AI,
	CUSTOMER,
	AI_WORDS,
	CUSTOMER_WORDS,
	BRIEF,
	AI_LAST,
	AI_ASKS,
	CUSTOMER_ASKS,
	CUSTOMER_ASKING,
	ASKS_LAST,
	SAID_BEFORE,
	SAID_BEFORE_SHARE,
	AI_ALIKE,
	CUSTOMER_AGAIN,
	ECHO,
	VARIETY,
};

const char *const hd_talk_names[HD_TALK_NUMBERS] = {
	[AI] = "ai messages",
	[CUSTOMER] = "customer messages",
	[AI_WORDS] = "ai words",
	[CUSTOMER_WORDS] = "customer words",
	[BRIEF] = "messages that a short talk lacks",
	[AI_LAST] = "the ai has the last word",
	[AI_ASKS] = "ai messages that ask, share",
	[CUSTOMER_ASKS] = "customer messages that ask",
	[CUSTOMER_ASKING] = "customer messages that ask, share",
	[ASKS_LAST] = "the customer's last message asks",
	[SAID_BEFORE] = "ai sentences said before",
	[SAID_BEFORE_SHARE] = "ai sentences said before, share",
	[AI_ALIKE] = "ai messages like the one before, mean",
	[CUSTOMER_AGAIN] = "customer messages said again",
	[ECHO] = "the customer's likest to the ai's",
	[VARIETY] = "different words of the ai, over the root of all",
};

struct words {
	uint64_t *v; /* hashes */
	size_t n, cap;
};

struct said {
	enum hd_role role;
	uint64_t *words; /* each different one once, ascending */
	size_t n, all;
	bool asks;
};

struct sentence {
	uint64_t words;
	size_t message;
};

struct talk {
	struct hd_arena arena;
	struct hd_buf low;
	struct words words; /* of the message at hand */
	struct said *v;
	size_t n, cap;
	struct sentence *sentences; /* of the AI */
	size_t nsentences, scap;
};

static int
ascending(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Sorted, each once; how many. */
static size_t
different(uint64_t *v, size_t n)
{
	size_t k = 0;

	if (n > 0)
		qsort(v, n, sizeof(*v), ascending);
	for (size_t i = 0; i < n; i++)
		if (k == 0 || v[k - 1] != v[i])
			v[k++] = v[i];
	return k;
}

static bool
asks(struct hd_str s)
{
	static const char *const marks[] = { "?", "？", "؟" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (hd_str_find(s, marks[i]) != NULL)
			return true;
	return false;
}

/* The words of a sentence, in small letters, go to those of the message. */
static void
read_sentence(struct talk *t, struct hd_str s, bool ai)
{
	size_t first = t->words.n;
	struct hd_str word;

	while (hd_utf8_word(&s, &word)) {
		hd_buf_reset(&t->low);
		hd_utf8_lower(&t->low, word);
		t->words.v = hd_grow(t->words.v, &t->words.cap, t->words.n + 1,
		    sizeof(*t->words.v));
		t->words.v[t->words.n++] = hd_hash64(hd_buf_str(&t->low));
	}
	if (!ai || t->words.n == first)
		return;
	t->sentences = hd_grow(
	    t->sentences, &t->scap, t->nsentences + 1, sizeof(*t->sentences));
	t->sentences[t->nsentences++] = (struct sentence){
		hd_hash64((struct hd_str){ (const char *)(t->words.v + first),
		    (t->words.n - first) * sizeof(*t->words.v) }),
		t->n
	};
}

/* A line feed ends a sentence, and so does a mark with a blank after it. */
static bool
ends(struct hd_str s, size_t i)
{
	if (s.p[i] == '\n')
		return true;
	return i > 0 && s.p[i] == ' ' && strchr(".!?", s.p[i - 1]) != NULL;
}

static void
read_message(struct talk *t, enum hd_role role, struct hd_str text)
{
	size_t from = 0;
	struct said *m;

	t->words.n = 0;
	for (size_t i = 0; i <= text.n; i++)
		if (i == text.n || ends(text, i)) {
			read_sentence(t,
			    (struct hd_str){ text.p + from, i - from },
			    role == HD_ROLE_AI);
			from = i;
		}
	t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	m = &t->v[t->n++];
	m->role = role;
	m->asks = asks(text);
	m->all = t->words.n;
	m->n = different(t->words.v, t->words.n);
	m->words = hd_arena_alloc(&t->arena, (m->n + 1) * sizeof(*m->words));
	if (m->n > 0)
		memcpy(m->words, t->words.v, m->n * sizeof(*m->words));
}

static void
read_talk(struct talk *t, const struct hd_subject *s)
{
	const struct hd_message *m;
	size_t customer = 0;

	for (size_t i = 0; i < s->th->n; i++) {
		m = &s->th->messages[i];
		if (!m->public || m->body.p == NULL)
			continue;
		if (m->role == HD_ROLE_AGENT)
			return;
		if (m->role == HD_ROLE_CUSTOMER)
			read_message(t, m->role, s->customer.v[customer++]);
		else if (m->role == HD_ROLE_AI)
			read_message(t, m->role, m->body);
	}
}

static double
likeness(const struct said *a, const struct said *b)
{
	size_t i = 0, j = 0, both = 0;

	while (i < a->n && j < b->n)
		if (a->words[i] == b->words[j]) {
			both++;
			i++;
			j++;
		} else if (a->words[i] < b->words[j]) {
			i++;
		} else {
			j++;
		}
	return both > 0 ? (double)both / (double)(a->n + b->n - both) : 0;
}

/* The likeness of message i to the likest of the last `most` of a role. */
static double
likest(const struct talk *t, size_t i, enum hd_role role, int most)
{
	double best = 0;

	for (size_t k = i; k-- > 0 && most > 0;)
		if (t->v[k].role == role) {
			best = fmax(best, likeness(&t->v[i], &t->v[k]));
			most--;
		}
	return best;
}

static void
count_messages(const struct talk *t, double *v)
{
	const struct said *m;

	for (size_t i = 0; i < t->n; i++) {
		m = &t->v[i];
		if (m->role == HD_ROLE_AI) {
			v[AI]++;
			v[AI_WORDS] += (double)m->all;
			v[AI_ASKS] += m->asks;
			v[AI_ALIKE] += likest(t, i, HD_ROLE_AI, 1);
			continue;
		}
		v[CUSTOMER]++;
		v[CUSTOMER_WORDS] += (double)m->all;
		v[CUSTOMER_ASKS] += m->asks;
		v[ASKS_LAST] = m->asks;
		v[CUSTOMER_AGAIN] +=
		    likest(t, i, HD_ROLE_CUSTOMER, WINDOW) > AGAIN;
		v[ECHO] = fmax(v[ECHO], likest(t, i, HD_ROLE_AI, WINDOW));
	}
	v[AI_LAST] = t->n > 0 && t->v[t->n - 1].role == HD_ROLE_AI;
	v[BRIEF] = t->n < SHORT ? SHORT - (double)t->n : 0;
	v[AI_ASKS] /= fmax(v[AI], 1);
	v[AI_ALIKE] /= fmax(v[AI] - 1, 1);
	v[CUSTOMER_ASKING] = v[CUSTOMER_ASKS] / fmax(v[CUSTOMER], 1);
}

static int
by_words(const void *a, const void *b)
{
	const struct sentence *x = a, *y = b;

	if (x->words != y->words)
		return x->words < y->words ? -1 : 1;
	return (x->message > y->message) - (x->message < y->message);
}

/* A sentence counts once a message, and as said before in all but the first. */
static void
count_sentences(const struct talk *t, double *v)
{
	const struct sentence *s = t->sentences;
	double all = 0;

	if (t->nsentences > 0)
		qsort(t->sentences, t->nsentences, sizeof(*s), by_words);
	for (size_t i = 0; i < t->nsentences; i++) {
		if (i > 0 && by_words(&s[i - 1], &s[i]) == 0)
			continue;
		all++;
		v[SAID_BEFORE] += i > 0 && s[i - 1].words == s[i].words;
	}
	v[SAID_BEFORE_SHARE] = v[SAID_BEFORE] / fmax(all, 1);
}

static void
count_variety(struct talk *t, double *v)
{
	t->words.n = 0;
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].role != HD_ROLE_AI || t->v[i].n == 0)
			continue;
		t->words.v = hd_grow(t->words.v, &t->words.cap,
		    t->words.n + t->v[i].n, sizeof(*t->words.v));
		memcpy(t->words.v + t->words.n, t->v[i].words,
		    t->v[i].n * sizeof(*t->words.v));
		t->words.n += t->v[i].n;
	}
	v[VARIETY] = (double)different(t->words.v, t->words.n) /
		     sqrt(fmax(v[AI_WORDS], 1));
}

bool
hd_talk_measure(const struct hd_subject *s, double v[HD_TALK_NUMBERS])
{
	struct talk t = { .arena = HD_ARENA_INIT, .low = HD_BUF_INIT };
	bool spoke = false;

	memset(v, 0, HD_TALK_NUMBERS * sizeof(*v));
	read_talk(&t, s);
	for (size_t i = 0; i < t.n; i++)
		spoke = spoke || t.v[i].role == HD_ROLE_AI;
	if (spoke) {
		count_messages(&t, v);
		count_sentences(&t, v);
		count_variety(&t, v);
	}
	hd_arena_release(&t.arena);
	hd_buf_release(&t.low);
	free(t.words.v);
	free(t.v);
	free(t.sentences);
	return spoke;
}
