/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule that would find a group: see discover_int.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/discover_int.h"
#include "rules/grep.h"

#define NAME_WORDS 2

/*
 * A word in a pattern.  Words are letters, marks and digits of any script and
 * apostrophes (hd_utf8_word()), so nothing in them means anything to PCRE2.
 */
static void
put_word(struct hd_buf *b, struct hd_str word)
{
	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] == '\'')
			hd_buf_adds(b, "['\xE2\x80\x99]");
		else
			hd_buf_addc(b, word.p[i]);
	}
}

static void
put_pattern(const struct hd_found *f, struct hd_draft *d)
{
	const struct hd_phrase *p;

	hd_buf_adds(&d->pattern, "\\b(?:");
	for (size_t i = 0; i < d->nphrases; i++) {
		p = &d->phrases[i];
		if (i > 0)
			hd_buf_addc(&d->pattern, '|');
		put_word(&d->pattern, hd_words_text(&f->words, p->first));
		if (p->second == HD_WORDS_NONE)
			continue;
		hd_buf_adds(&d->pattern, "\\b.{0,40}\\b");
		put_word(&d->pattern, hd_words_text(&f->words, p->second));
	}
	hd_buf_adds(&d->pattern, ")\\b");
}

static void
put_name(const struct hd_found *f, struct hd_draft *d)
{
	struct hd_str word;

	hd_buf_adds(&d->name, "draft");
	for (size_t i = 0; i < d->nwords && i < NAME_WORDS; i++) {
		word = hd_words_text(&f->words, d->words[i].word);
		hd_buf_addc(&d->name, '-');
		for (size_t k = 0; k < word.n; k++)
			if (word.p[k] != '\'')
				hd_buf_addc(&d->name, word.p[k]);
	}
}

/* What the pattern finds, on the tickets as they are. */
static int
measure(
    struct hd_found *f, uint32_t group, struct hd_draft *d, struct hd_err *err)
{
	struct hd_grep *g = hd_grep_new(hd_buf_cstr(&d->pattern), err);
	size_t row;

	if (g == NULL)
		return -1;
	for (size_t i = 0; i < f->n; i++) {
		d->hit[i] = hd_grep_match(g, f->tickets[i].text);
		if (!d->hit[i])
			continue;
		row = f->tickets[i].row;
		if (row != SIZE_MAX && f->groups.of[row] == group)
			d->covers++;
		else
			d->others++;
	}
	hd_grep_free(g);
	return 0;
}

int
hd_draft_make(
    struct hd_found *f, uint32_t group, struct hd_draft *d, struct hd_err *err)
{
	d->hit = hd_xcalloc(f->n + 1, sizeof(*d->hit));
	d->nwords = hd_telling(&f->words, f->groups.of, group, d->words,
	    sizeof(d->words) / sizeof(d->words[0]));
	d->nphrases = hd_phrases(&f->words, f->groups.of, group, d->words,
	    d->nwords, d->phrases, HD_DISCOVER_PHRASES);
	put_name(f, d);
	if (d->nphrases == 0)
		return 0;
	put_pattern(f, d);
	return measure(f, group, d, err);
}

void
hd_draft_release(struct hd_draft *d)
{
	hd_buf_release(&d->name);
	hd_buf_release(&d->pattern);
	free(d->hit);
}
