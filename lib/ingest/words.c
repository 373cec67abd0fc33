/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of vendors for what is known here: see words.h. */
#include <string.h>

#include "base/num.h"
#include "ingest/convert.h"
#include "ingest/notes.h"
#include "ingest/words.h"

const char *
hd_status_word(struct hd_str raw)
{
	static const struct {
		const char *raw, *word;
	} words[] = {
		{ "new", "new" },
		{ "open", "open" },
		{ "active", "open" },
		{ "in progress", "open" },
		{ "assigned", "open" },
		{ "reopened", "open" },
		{ "in-progress", "open" },
		{ "work in progress", "open" },
		{ "escalated", "open" },
		{ "to do", "open" },
		{ "backlog", "open" },
		{ "pending", "pending" },
		{ "snoozed", "pending" },
		{ "waiting for support", "open" },
		{ "waiting for customer", "pending" },
		{ "waiting on contact", "pending" },
		{ "waiting on us", "open" },
		{ "waiting", "pending" },
		{ "waiting on customer", "pending" },
		{ "waiting on third party", "hold" },
		{ "hold", "hold" },
		{ "on-hold", "hold" },
		{ "on hold", "hold" },
		{ "solved", "solved" },
		{ "resolved", "solved" },
		{ "done", "solved" },
		{ "completed", "solved" },
		{ "complete", "solved" },
		{ "closed", "closed" },
		{ "archived", "closed" },
		{ "canceled", "closed" },
		{ "cancelled", "closed" },
		{ "declined", "closed" },
		{ "deleted", "deleted" },
		{ "spam", "deleted" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(raw, words[i].raw))
			return words[i].word;
	return NULL; /* a custom status: kept raw, not guessed */
}

/* "Closed (Support Pipeline)": the pipeline is not the status. */
static struct hd_str
without_pipeline(struct hd_str s)
{
	const char *open = hd_str_find(s, " (");

	if (open != NULL && s.p[s.n - 1] == ')')
		s.n = (size_t)(open - s.p);
	return s;
}

void
hd_word_status(struct hd_rec *r, struct hd_str raw, struct hd_str s)
{
	const char *word = hd_status_word(s);

	if (word == NULL)
		word = hd_status_word(without_pipeline(s));
	hd_rec_text(r, HD_TK_STATUS_RAW, raw);
	hd_rec_null(r, HD_TK_STATUS);
	if (word != NULL)
		hd_rec_text(r, HD_TK_STATUS, hd_str(word));
	else
		r->unread |= UINT64_C(1) << HD_TK_STATUS;
	if (word != NULL && strcmp(word, "deleted") == 0)
		hd_rec_text(r, HD_TK_MARK,
		    hd_str(hd_str_ieq(s, "spam") ? "spam" : "deleted"));
}

/* Answers only: offered and unoffered are none. */
void
hd_word_csat(struct hd_rec *r, struct hd_str raw, struct hd_str s)
{
	static const struct {
		const char *word;
		double value;
	} words[] = {
		{ "good", 1 },
		{ "great", 1 },
		{ "extremely happy", 1 },
		{ "very happy", 5.0 / 6 },
		{ "happy", 4.0 / 6 },
		{ "okay", 0.5 },
		{ "neutral", 0.5 },
		{ "unhappy", 2.0 / 6 },
		{ "very unhappy", 1.0 / 6 },
		{ "bad", 0 },
		{ "not good", 0 },
		{ "extremely unhappy", 0 },
	};
	double d;

	hd_rec_text(r, HD_TK_CSAT_RAW, raw);
	hd_rec_null(r, HD_TK_CSAT);
	hd_rec_null(r, HD_TK_SATISFIED);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(s, words[i].word)) {
			hd_rec_real(r, HD_TK_CSAT, words[i].value);
			hd_rec_int(r, HD_TK_SATISFIED, words[i].value > 0.5);
			return;
		}
	if (hd_num_real(s, &d) && d >= 1 && d <= 5) {
		hd_rec_real(r, HD_TK_CSAT, (d - 1) / 4);
		hd_rec_int(r, HD_TK_SATISFIED, d >= 4);
		return;
	}
	if (!hd_str_ieq(s, "offered") && !hd_str_ieq(s, "unoffered") &&
	    !hd_str_ieq(s, "not offered"))
		r->unread |= UINT64_C(1) << HD_TK_CSAT;
}

void
hd_word_state(struct hd_rec *r, struct hd_str raw, struct hd_str s)
{
	static const struct {
		const char *prefix, *word;
	} words[] = {
		{ "resolved_assumed", "resolved_assumed" },
		{ "resolved assumed", "resolved_assumed" },
		{ "resolved (assumed", "resolved_assumed" },
		{ "handed_over", "handed_over" },
		{ "confirmed", "resolved_confirmed" },
		{ "resolved", "resolved_confirmed" },
		{ "assumed", "resolved_assumed" },
		{ "automated", "resolved_assumed" },
		{ "escalated", "handed_over" },
		{ "routed", "handed_over" },
		{ "procedure", "handed_over" },
		{ "negative", "negative_feedback" },
		{ "abandoned", "abandoned" },
		{ "timed out", "abandoned" },
		{ "timed_out", "abandoned" },
		{ "pending", "pending" },
	};
	struct hd_str head;

	hd_rec_text(r, HD_TK_AI_STATE_RAW, raw);
	hd_rec_null(r, HD_TK_AI_STATE);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		head = (struct hd_str){ s.p, strlen(words[i].prefix) };
		if (s.n >= head.n && hd_str_ieq(head, words[i].prefix)) {
			hd_rec_text(r, HD_TK_AI_STATE, hd_str(words[i].word));
			return;
		}
	}
	r->unread |= UINT64_C(1) << HD_TK_AI_STATE;
}

void
hd_word_role(struct hd_ingest *in, struct hd_rec *r, int col, struct hd_str raw,
    struct hd_str s)
{
	enum hd_role said = hd_role_read(s);
	bool message = r->kind == HD_REC_MESSAGE;

	/* a word we cannot read leaves it to what is known of the author */
	if (said == HD_ROLE_UNKNOWN) {
		if (!hd_str_ieq(s, "unknown"))
			hd_word_unread(in, "role", raw);
		return;
	}
	/* where the user says what a word means, the word is the evidence */
	if (message && r->v[col].type == HD_CELL_INT &&
	    r->v[col].i == HD_ROLE_AI)
		r->v[HD_MS_EVIDENCE].type = HD_CELL_NONE;
	if (message && said == HD_ROLE_AI && s.p != raw.p &&
	    r->v[HD_MS_EVIDENCE].type == HD_CELL_NONE)
		hd_rec_text(r, HD_MS_EVIDENCE, raw);
	hd_rec_int(r, col, said);
}

void
hd_words_unread(struct hd_ingest *in, const struct hd_rec *r)
{
	static const struct {
		int col, raw;
		const char *name;
	} words[] = {
		{ HD_TK_STATUS, HD_TK_STATUS_RAW, "status" },
		{ HD_TK_CSAT, HD_TK_CSAT_RAW, "csat" },
		{ HD_TK_AI_STATE, HD_TK_AI_STATE_RAW, "ai_state" },
	};
	const struct hd_cell *raw;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		raw = &r->v[words[i].raw];
		/* a vendor's own file may have known better since */
		if ((r->unread & UINT64_C(1) << words[i].col) != 0 &&
		    r->v[words[i].col].type == HD_CELL_NULL &&
		    raw->type == HD_CELL_TEXT)
			hd_word_unread(in, words[i].name, raw->s);
	}
}
