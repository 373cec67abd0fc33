/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chats kept as one text: what comes out lies in what went in, in order, and
 * written again it is read as the same.  The first two bytes say when it ended.
 */
#include <string.h>

#include "fuzz.h"
#include "ingest/transcript.h"

static void
inside(struct hd_str part, struct hd_str whole)
{
	MUST(part.p >= whole.p && part.p + part.n <= whole.p + whole.n);
	MUST(part.n == 0 || !strchr(" \t\r\n", part.p[0]) || !part.p[0]);
	MUST(part.n == 0 || !strchr(" \t\r\n", part.p[part.n - 1]) ||
	     !part.p[part.n - 1]);
}

static void
check(const struct hd_transcript *t, struct hd_str text, int64_t end)
{
	const struct hd_transcript_line *l;
	const char *from = text.p;
	int64_t at, last = end + 60 - 366 * (int64_t)86400 * (int64_t)t->n;

	MUST(t->n > 0 && t->speakers <= 2);
	for (size_t i = 0; i < t->n; i++) {
		l = &t->lines[i];
		inside(l->speaker, text);
		inside(l->text, text);
		/* lines do not share a byte; a line of the chat is its text */
		MUST(l->speaker.p >= from && l->text.p >= l->speaker.p);
		from = l->text.p + l->text.n;
		MUST(memchr(l->speaker.p, '\n', l->speaker.n) == NULL);
		at = hd_transcript_at(t, i, end);
		MUST(at >= last && at <= end + 60);
		last = at;
		(void)hd_transcript_bot(l->speaker);
		(void)hd_transcript_visitor(l->speaker);
	}
	MUST(last > end + 60 - 86400);
}

static void
write_again(const struct hd_transcript *t, struct hd_buf *b)
{
	const struct hd_transcript_line *l;
	int64_t sec;

	for (size_t i = 0; i < t->n; i++) {
		l = &t->lines[i];
		sec = l->sec % 86400;
		hd_buf_addf(b, "(%02d:%02d:%02d) ", (int)(sec / 3600),
		    (int)(sec / 60 % 60), (int)(sec % 60));
		if (l->speaker.n > 0) {
			hd_buf_add(b, l->speaker.p, l->speaker.n);
			hd_buf_adds(b, ": ");
		}
		hd_buf_add(b, l->text.p, l->text.n);
		hd_buf_addc(b, '\n');
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_transcript t, again;
	struct hd_str text;
	char *copy;
	int64_t end;

	if (n < 2)
		return 0;
	end = 1700000000 + (data[0] * 256 + data[1]) * 7;
	/* exactly as long: a byte too far is seen */
	copy = malloc(n - 2 + (n == 2));
	MUST(copy != NULL);
	memcpy(copy, data + 2, n - 2);
	text = (struct hd_str){ copy, n - 2 };
	if (hd_transcript_read(&a, text, &t)) {
		check(&t, text, end);
		write_again(&t, &b);
		MUST(hd_transcript_read(&a, hd_buf_str(&b), &again));
		MUST(again.n == t.n && again.speakers == t.speakers);
		for (size_t i = 0; i < t.n; i++) {
			MUST(again.lines[i].sec == t.lines[i].sec);
			MUST(hd_str_same(
			    again.lines[i].speaker, t.lines[i].speaker));
			MUST(hd_str_same(again.lines[i].text, t.lines[i].text));
		}
	} else {
		MUST(t.n == 0);
	}
	free(copy);
	hd_buf_release(&b);
	hd_arena_release(&a);
	return 0;
}
