/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What labels teach, tickets that belong together kept together: see lesson.h. */
#include <stdlib.h>

#include "audit/lesson.h"
#include "learn/groups.h"
#include "learn/neardup.h"

/* Fewer say nothing about agreement. */
#define MIN_LABELS	 50
#define MIN_LABELS_CLASS 5

bool
hd_lesson_enough(const struct hd_labelled *c)
{
	return c->nclasses >= 2 && c->n >= MIN_LABELS &&
	       c->n >= MIN_LABELS_CLASS * c->nclasses;
}

/* All text of a document, for finding copies. */
static struct hd_str
joined(struct hd_labelled *c, const struct hd_document *doc)
{
	const struct hd_shown *d = &doc->doc;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str s;

	if (d->nparts == 1)
		return d->parts[0];
	if (doc->copied.p != NULL)
		return doc->copied;
	for (size_t i = 0; i < d->nparts; i++) {
		hd_buf_add(&b, d->parts[i].p, d->parts[i].n);
		hd_buf_addc(&b, '\n');
	}
	s = (struct hd_str){ hd_arena_memdup(&c->arena, b.s, b.n), b.n };
	hd_buf_release(&b);
	return s;
}

static void
tie(struct hd_groups *g, size_t doc, const char *what, struct hd_str id)
{
	struct hd_buf key = HD_BUF_INIT;

	if (id.p == NULL)
		return;
	hd_buf_addf(&key, "%s ", what);
	hd_buf_add(&key, id.p, id.n);
	hd_groups_add(g, doc, hd_buf_str(&key));
	hd_buf_release(&key);
}

/* A template with another name or number in it is a copy as well. */
static void
tie_copies(struct hd_groups *g, const struct hd_str *texts, size_t n)
{
	uint32_t *like = hd_xcalloc(n, sizeof(*like));

	hd_neardup_texts(texts, n, HD_NEARDUP_COPY, like);
	for (size_t i = 0; i < n; i++) {
		hd_groups_add_text(g, i, texts[i]);
		hd_groups_join(g, like[i], i);
	}
	free(like);
}

/*
 * What stands in the way of a fair split: tickets of one account or requester,
 * and copies of a text, are one group.
 */
static void
group(struct hd_lesson *s)
{
	struct hd_labelled *c = s->c;
	struct hd_str *texts = hd_xcalloc(c->n, sizeof(*texts));
	struct hd_groups g;

	hd_groups_init(&g, c->n);
	for (size_t i = 0; i < c->n; i++) {
		tie(&g, i, "account", c->v[i].account);
		tie(&g, i, "requester", c->v[i].requester);
		texts[i] = joined(c, &c->v[i].document);
	}
	tie_copies(&g, texts, c->n);
	hd_groups_ids(&g, s->groups);
	hd_groups_release(&g);
	free(texts);
}

static void
prepare(struct hd_lesson *s)
{
	struct hd_labelled *c = s->c;

	s->docs = hd_xcalloc(c->n, sizeof(*s->docs));
	s->labels = hd_xcalloc(c->n, sizeof(*s->labels));
	s->groups = hd_xcalloc(c->n, sizeof(*s->groups));
	for (size_t i = 0; i < c->n; i++) {
		s->docs[i] = c->v[i].document.doc;
		s->labels[i] = c->v[i].label;
	}
	group(s);
}

int
hd_lesson_fit(struct hd_lesson *s, uint64_t seed, unsigned jobs, bool spread,
    struct hd_err *err)
{
	const struct hd_labelled *c = s->c;
	struct hd_learn_opts o = { .classes = c->classes,
		.nclasses = c->nclasses,
		.ordered = c->ordered,
		.per_part = c->reading.reads == HD_READS_MESSAGES,
		.seed = seed,
		.jobs = jobs,
		.spread = spread };
	struct hd_corpus corpus;

	prepare(s);
	corpus = (struct hd_corpus){ s->docs, s->labels, s->groups, s->c->n };
	o.counts = hd_reading_numbers(c->reading, &o.ncounts);
	return hd_learn(&corpus, &o, &s->l, err);
}

void
hd_lesson_release(struct hd_lesson *s)
{
	hd_learned_release(&s->l);
	free(s->docs);
	free(s->labels);
	free(s->groups);
}
