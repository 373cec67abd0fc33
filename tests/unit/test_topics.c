/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of alike texts: planted ones come back, the same ones every time. */
#include "unit.h"

#include "learn/graph.h"
#include "learn/topics.h"
#include "learn/telling.h"

/* Eight kinds of tickets, each with words of its own among those of all. */
static const char *const talk[] = { "hello", "please", "we", "since", "the",
	"my", "still", "again", "could", "today", "really", "about" };
static const char *const kinds[][6] = {
	{ "password", "sign", "reset", "account", "refused", "login" },
	{ "refund", "lamp", "money", "broken", "return", "bought" },
	{ "parcel", "courier", "delivered", "track", "lost", "door" },
	{ "printer", "paper", "jam", "stripes", "toner", "driver" },
	{ "flight", "seat", "booking", "airport", "luggage", "gate" },
	{ "invoice", "vat", "company", "bill", "number", "tax" },
	{ "video", "sound", "stream", "buffer", "screen", "pause" },
	{ "doctor", "visit", "clinic", "slot", "nurse", "patient" },
};

#define KINDS 8
#define ROWS  (KINDS * 30)

/* Row r is of kind r % KINDS. */
static void
text_of(size_t r, char text[160])
{
	const char *const *of = kinds[r % KINDS];
	uint32_t dice = (uint32_t)r;
	size_t n = 0;

	for (int i = 0; i < 4; i++) {
		dice = dice * 1664525 + 1013904223;
		n += (size_t)snprintf(text + n, 160 - n, "%s %s%s ",
		    talk[(dice >> 16) % COUNT(talk)], of[(dice >> 24) % 6],
		    (dice >> 12) % 2 == 0 ? "s" : "");
	}
}

static void
group(const size_t *order, size_t n, const bool *in, size_t least,
    struct hd_topics *g)
{
	struct hd_terms t;
	char text[160];

	hd_terms_init(&t);
	for (size_t i = 0; i < n; i++) {
		text_of(order[i], text);
		hd_terms_add(&t, hd_str(text), 1);
		hd_terms_row(&t);
	}
	hd_terms_weigh(&t);
	hd_topics_find(&t, in, least, g);
	hd_terms_release(&t);
}

/* Are rows together if and only if they are of one kind? */
static void
assert_planted(const size_t *order, size_t n, const struct hd_topics *g)
{
	for (size_t i = 0; i < n; i++) {
		assert_true(g->of[i] < g->n);
		assert_true(g->fit[i] >= 0.3F && g->fit[i] <= 1.001F);
		for (size_t k = 0; k < i; k++)
			assert_int_equal(g->of[i] == g->of[k],
			    order[i] % KINDS == order[k] % KINDS);
	}
}

static void
test_planted(void **state)
{
	size_t order[ROWS];
	struct hd_topics g;

	(void)state;
	for (size_t i = 0; i < ROWS; i++)
		order[i] = i;
	group(order, ROWS, NULL, 5, &g);
	assert_int_equal(g.n, KINDS);
	assert_planted(order, ROWS, &g);
	for (size_t c = 0; c < KINDS; c++) {
		assert_int_equal(g.sizes[c], ROWS / KINDS);
		assert_true(g.alike[c] > 0.4 && g.alike[c] <= 1);
		/* of equals the group of the earlier row is first */
		assert_int_equal(g.of[c], c);
	}
	hd_topics_release(&g);
}

/* The same rows, the same bytes; in another order the same groups. */
static void
test_again(void **state)
{
	struct hd_topics a, b;
	size_t order[ROWS];

	(void)state;
	for (size_t i = 0; i < ROWS; i++)
		order[i] = i * 7 % ROWS;
	group(order, ROWS, NULL, 5, &a);
	group(order, ROWS, NULL, 5, &b);
	assert_planted(order, ROWS, &a);
	assert_memory_equal(a.of, b.of, ROWS * sizeof(*a.of));
	assert_memory_equal(a.fit, b.fit, ROWS * sizeof(*a.fit));
	assert_memory_equal(a.alike, b.alike, a.n * sizeof(*a.alike));
	hd_topics_release(&a);
	hd_topics_release(&b);
}

/* Most rows only join what the others found. */
static void
test_joined(void **state)
{
	size_t order[ROWS];
	bool in[ROWS];
	struct hd_topics g;

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		order[i] = i;
		in[i] = i / KINDS % 3 == 0;
	}
	group(order, ROWS, in, 5, &g);
	assert_int_equal(g.n, KINDS);
	assert_planted(order, ROWS, &g);
	hd_topics_release(&g);
}

/* Two tickets of a kind are too few, and near no other. */
static void
test_small(void **state)
{
	size_t order[ROWS], n = 0;
	struct hd_topics g;
	struct hd_terms t;

	(void)state;
	for (size_t i = 0; i < ROWS; i++)
		if (i % KINDS != 3 || i < 2 * KINDS)
			order[n++] = i;
	group(order, n, NULL, 5, &g);
	assert_int_equal(g.n, KINDS - 1);
	assert_int_equal(g.of[3], HD_TOPIC_NONE);
	assert_int_equal(g.of[KINDS + 3], HD_TOPIC_NONE);
	assert_true(g.fit[3] == 0);
	hd_topics_release(&g);
	group(order, n, NULL, 31, &g);
	assert_int_equal(g.n, 0);
	hd_topics_release(&g);

	group(order, 0, NULL, 2, &g);
	assert_int_equal(g.n, 0);
	hd_topics_release(&g);

	/* nothing to go by: no words, and words of one row alone */
	hd_terms_init(&t);
	hd_terms_row(&t);
	hd_terms_add(&t, hd_str("?! --"), 1);
	hd_terms_row(&t);
	hd_terms_add(&t, hd_str("xyz"), 1);
	hd_terms_row(&t);
	hd_terms_weigh(&t);
	assert_int_equal(t.nterms, 0);
	hd_topics_find(&t, NULL, 2, &g);
	assert_int_equal(g.n, 0);
	assert_int_equal(g.of[2], HD_TOPIC_NONE);
	hd_topics_release(&g);
	hd_terms_release(&t);
}

static void
test_weights(void **state)
{
	struct hd_terms t;
	double square = 0;

	(void)state;
	hd_terms_init(&t);
	hd_terms_add(&t, hd_str("Ab ab"), 1);
	hd_terms_row(&t);
	hd_terms_add(&t, hd_str("AB \xC3\x84h"), 0.5);
	hd_terms_row(&t);
	hd_terms_add(&t, hd_str("\xC3\xA4h"), 1);
	hd_terms_row(&t);
	/* ab #<ab #ab>, ab #<ab #ab> \xE4h #<\xE4h #\xE4h>, the last three */
	assert_int_equal(t.ncells, 12);
	assert_int_equal(t.rows[1], 3);
	assert_true(t.cells[0].weight == 2 && t.cells[1].weight == 1);
	assert_true(t.cells[3].weight == 0.5F);
	hd_terms_weigh(&t);
	assert_int_equal(t.nterms, 6);
	for (size_t i = t.rows[1]; i < t.rows[2]; i++)
		square += (double)t.cells[i].weight * t.cells[i].weight;
	assert_true(square > 0.9999 && square < 1.0001);
	hd_terms_release(&t);
}

/* Two cliques of four with one weak edge between: two communities. */
static void
test_communities(void **state)
{
	struct hd_edge edges[26];
	size_t first[9], n = 0;
	double self[8] = { 0 };
	struct hd_graph g = { 8, first, edges, self };
	uint32_t of[8];

	(void)state;
	for (uint32_t i = 0; i < 8; i++) {
		first[i] = n;
		for (uint32_t k = 0; k < 8; k++)
			if (k != i && k / 4 == i / 4)
				edges[n++] = (struct hd_edge){ k, 1 };
		if (i == 3 || i == 4)
			edges[n++] = (struct hd_edge){ 7 - i, 0.1 };
	}
	first[8] = n;
	assert_int_equal(hd_graph_communities(&g, 1, of), 2);
	for (uint32_t i = 0; i < 8; i++)
		assert_int_equal(of[i], i / 4);
	/* the higher the resolution, the more there are */
	assert_int_equal(hd_graph_communities(&g, 20, of), 8);
}

static void
assert_phrase(
    const struct hd_words *w, struct hd_phrase p, const char *a, const char *b)
{
	assert_str(hd_words_text(w, p.first), a);
	if (b == NULL)
		assert_int_equal(p.second, HD_WORDS_NONE);
	else
		assert_str(hd_words_text(w, p.second), b);
}

static void
test_telling(void **state)
{
	static const char *const texts[] = { "the card is lost",
		"lost the card", "card was LOST",
		"can\xE2\x80\x99t find the lost card",
		"my can't opener\nthe card", "the dog", "the cat", "the card",
		"the parcel is lost", "lost on the way" };
	static const uint32_t of[] = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2 };
	struct hd_telling t[8];
	struct hd_phrase p[4];
	struct hd_words w;
	size_t n;

	(void)state;
	hd_words_init(&w);
	for (size_t i = 0; i < COUNT(texts); i++)
		hd_words_row(&w, hd_str(texts[i]));
	assert_int_equal(w.nrows, 10);
	assert_int_equal(w.held[hd_words_find(&w, hd_str("Can't"))].held, 2);
	assert_int_equal(hd_words_find(&w, hd_str("horse")), HD_WORDS_NONE);
	n = hd_telling(&w, of, 0, t, 8);
	/* "the" is said by others as well, "is" by too few */
	assert_int_equal(n, 2);
	assert_str(hd_words_text(&w, t[0].word), "card");
	assert_str(hd_words_text(&w, t[1].word), "lost");
	assert_int_equal(hd_telling(&w, of, 2, t + 2, 6), 0);
	/* either word is said of other things, both together are not */
	n = hd_phrases(&w, of, 0, t, n, p, 4);
	assert_int_equal(n, 2);
	assert_phrase(&w, p[0], "card", "lost");
	assert_phrase(&w, p[1], "lost", "card");
	assert_int_equal(hd_phrases(&w, of, 0, t, 0, p, 4), 0);
	hd_words_release(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_planted),
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_joined),
		cmocka_unit_test(test_small),
		cmocka_unit_test(test_weights),
		cmocka_unit_test(test_communities),
		cmocka_unit_test(test_telling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
