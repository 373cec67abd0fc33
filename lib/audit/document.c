/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets as models read them: see document.h. */
#include <string.h>

#include "audit/document.h"
#include "audit/subject_int.h"
#include "base/utf8.h"

#define SIZES 6
static const char *const size_names[SIZES] = { "customer messages",
	"ai messages", "agent messages", "messages", "customer words",
	"words a message" };

struct hd_reading
hd_reading_of(const char *dimension)
{
	static const struct {
		const char *dimension;
		struct hd_reading reading;
	} own[] = {
		{ "emotion", { HD_READS_MESSAGES, HD_NUMBERS_NONE } },
		{ "complexity", { HD_READS_TEXT, HD_NUMBERS_SIZE } },
		{ "pattern", { HD_READS_ANSWER, HD_NUMBERS_NONE } },
		{ "approach", { HD_READS_ANSWER, HD_NUMBERS_NONE } },
		{ "resolved", { HD_READS_TALK, HD_NUMBERS_TALK } },
		{ "human_needed", { HD_READS_TALK, HD_NUMBERS_TALK } },
	};

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (strcmp(dimension, own[i].dimension) == 0)
			return own[i].reading;
	if (hd_str_starts(hd_str(dimension), "ai_"))
		return (struct hd_reading){ HD_READS_TALK, HD_NUMBERS_TALK };
	return (struct hd_reading){ HD_READS_TEXT, HD_NUMBERS_NONE };
}

const char *const *
hd_reading_numbers(struct hd_reading r, size_t *n)
{
	*n = r.numbers == HD_NUMBERS_SIZE   ? SIZES
	     : r.numbers == HD_NUMBERS_TALK ? HD_TALK_NUMBERS
					    : 0;
	return r.numbers == HD_NUMBERS_SIZE   ? size_names
	       : r.numbers == HD_NUMBERS_TALK ? hd_talk_names
					      : NULL;
}

bool
hd_reading_opens(struct hd_reading r)
{
	return r.reads != HD_READS_ANSWER && r.numbers == HD_NUMBERS_NONE;
}

bool
hd_reading_suits(struct hd_reading r, const struct hd_model *m)
{
	size_t n = hd_model_ncounts(m), own;
	const char *const *names = hd_reading_numbers(r, &own);

	if (n == 0)
		return r.reads != HD_READS_TALK;
	if (n != own)
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(hd_model_count(m, i), names[i]) != 0)
			return false;
	return true;
}

bool
hd_document_arrived(const struct hd_subject *s)
{
	return s->customer.n <= 1;
}

/* Who wrote how often, and how much the customer wrote. */
static void
count(struct hd_document *d, const struct hd_subject *s)
{
	const struct hd_thread *th = s->th;
	double by[5] = { 0 };

	for (size_t i = 0; i < th->n; i++)
		if (th->messages[i].public)
			by[th->messages[i].role]++;
	d->counts[0] = by[HD_ROLE_CUSTOMER];
	d->counts[1] = by[HD_ROLE_AI];
	d->counts[2] = by[HD_ROLE_AGENT];
	d->counts[3] = d->counts[0] + d->counts[1] + d->counts[2];
	d->counts[4] = (double)hd_utf8_words(s->text);
	d->counts[5] = d->counts[0] > 0 ? d->counts[4] / d->counts[0] : 0;
}

/* What --forget leaves of a subject is a mark, and nobody's words. */
static bool
forgotten(const struct hd_subject *s)
{
	return s->customer.n == 0 && hd_str_eq(s->th->subject, "[forgotten]");
}

void
hd_document_make(struct hd_document *d, const struct hd_subject *s,
    struct hd_reading r, enum hd_stage stage, int64_t answer,
    const struct hd_str *tags, size_t ntags)
{
	bool open = stage == HD_STAGE_OPEN;

	memset(d, 0, sizeof(*d));
	d->doc.parts = &d->one;
	d->doc.tags = tags;
	d->doc.ntags = ntags;
	switch (r.reads) {
	case HD_READS_TEXT:
		if (!forgotten(s))
			d->one = open ? hd_subject_joined(s, 1) : s->text;
		break;
	case HD_READS_MESSAGES:
		d->doc.parts = s->customer.v;
		d->doc.nparts = open && s->customer.n > 1 ? 1 : s->customer.n;
		break;
	case HD_READS_ANSWER:
		if (answer >= 0)
			d->one = s->th->messages[answer].body;
		break;
	case HD_READS_TALK:
		d->copied = s->text;
		d->doc.ntags = 0;
		break;
	}
	if (r.reads != HD_READS_MESSAGES)
		d->doc.nparts = d->one.n > 0;
	d->blank = d->doc.nparts == 0;
	if (r.numbers != HD_NUMBERS_NONE)
		d->doc.counts = d->counts;
	if (r.numbers == HD_NUMBERS_SIZE)
		count(d, s);
	else if (r.numbers == HD_NUMBERS_TALK)
		d->blank = !hd_talk_measure(s, d->counts);
}
