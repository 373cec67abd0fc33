/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts seen lately: see prefiltertext.h. */
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "rules/eval.h"
#include "rules/prefiltertext.h"

#define KEEP ((size_t)64) /* texts that may wait for the next call */

void
hd_texts_clear(struct hd_texts *t)
{
	hd_arena_reset(&t->arena);
	memset(t->buckets, 0, sizeof(t->buckets));
	t->n = 0;
}

void
hd_texts_begin(struct hd_texts *t)
{
	if (t->n > KEEP)
		hd_texts_clear(t);
}

void
hd_texts_release(struct hd_texts *t)
{
	hd_arena_release(&t->arena);
	hd_scratch_release(&t->scratch);
}

/* What the scan found, kept with the text. */
static struct hd_places
keep_places(struct hd_texts *t)
{
	const struct hd_scratch *s = &t->scratch;
	struct hd_places p = { NULL, NULL };
	size_t size = t->rs->npatterns * sizeof(*s->last);

	if (s->anywhere)
		return p;
	p.last = memcpy(hd_arena_alloc(&t->arena, size), s->last, size);
	size = s->nwindows * sizeof(*s->windows);
	if (size > 0)
		p.v = memcpy(hd_arena_alloc(&t->arena, size), s->windows, size);
	return p;
}

static struct hd_text *
add(struct hd_texts *t, struct hd_str s)
{
	size_t words = hd_prefilter_words(t->rs->prefilter);
	struct hd_text *text = hd_arena_alloc(&t->arena, sizeof(*text));

	text->s.p = hd_arena_memdup(&t->arena, s.p, s.n);
	text->s.n = s.n;
	text->set = hd_arena_alloc(&t->arena, words * sizeof(*text->set));
	text->places = (struct hd_places){ NULL, NULL };
	if (t->plain) {
		memset(text->set, 0xFF, words * sizeof(*text->set));
	} else {
		hd_prefilter_scan(
		    t->rs->prefilter, &t->scratch, text->s, text->set);
		text->places = keep_places(t);
	}
	text->memo = hd_arena_alloc(&t->arena, t->rs->npatterns);
	memset(text->memo, 0, t->rs->npatterns);
	text->span =
	    hd_arena_alloc(&t->arena, t->rs->npatterns * sizeof(*text->span));
	t->n++;
	return text;
}

struct hd_text *
hd_texts_get(struct hd_texts *t, struct hd_str s)
{
	struct hd_text *text, **bucket;
	uint64_t hash;

	if (s.n == 0)
		s.p = "";
	s = hd_utf8_head(s, HD_SUBJECT_MAX);
	hash = hd_hash64(s);
	bucket = &t->buckets[hash % HD_TEXT_BUCKETS];
	for (text = *bucket; text != NULL; text = text->next)
		if (text->hash == hash && hd_str_same(text->s, s))
			return text;
	text = add(t, s);
	text->hash = hash;
	text->next = *bucket;
	*bucket = text;
	return text;
}
