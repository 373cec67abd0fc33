/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chats in one text: see transcript.h. */
#include <string.h>

#include "ingest/transcript.h"

#define DAY	    86400
#define JITTER	    300
#define MAX_SPEAKER 120

/* The next line of *rest without its end; false at the end. */
static bool
next_line(struct hd_str *rest, struct hd_str *line)
{
	if (!hd_str_split(rest, '\n', line))
		return false;
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	return true;
}

/* One or two digits at *s, up to max; -1 when there are none. */
static int
digits(struct hd_str *s, size_t least, int max)
{
	int v = 0;
	size_t n = 0;

	while (n < 2 && n < s->n && s->p[n] >= '0' && s->p[n] <= '9')
		v = v * 10 + (s->p[n++] - '0');
	if (n < least || v > max)
		return -1;
	s->p += n;
	s->n -= n;
	return v;
}

static bool
skip(struct hd_str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	s->p++;
	s->n--;
	return true;
}

/* " AM" and " PM" turn the hour; -1 when it is none of twelve. */
static int
half(struct hd_str *s, int hour)
{
	struct hd_str word = { s->p, 3 };
	bool am = s->n >= 3 && hd_str_ieq(word, " am");

	if (!am && !(s->n >= 3 && hd_str_ieq(word, " pm")))
		return hour;
	if (hour < 1 || hour > 12)
		return -1;
	s->p += 3;
	s->n -= 3;
	return hour % 12 + (am ? 0 : 12);
}

/* "(09:00:05) " at the head of a line: seconds since midnight, or -1. */
static int64_t
stamp(struct hd_str *line)
{
	struct hd_str s = *line;
	int h, m, sec;

	if (!skip(&s, '(') || (h = digits(&s, 1, 23)) < 0 || !skip(&s, ':') ||
	    (m = digits(&s, 2, 59)) < 0 || !skip(&s, ':') ||
	    (sec = digits(&s, 2, 59)) < 0 || (h = half(&s, h)) < 0 ||
	    !skip(&s, ')') || !skip(&s, ' '))
		return -1;
	*line = s;
	return (int64_t)h * 3600 + m * 60 + sec;
}

/* "Ann: text", or "*** text": who speaks, and the rest. */
static bool
speaker(struct hd_str *line, struct hd_str *who)
{
	struct hd_str s = hd_str_trim(*line);
	const char *colon;
	size_t at;

	*who = (struct hd_str){ s.p, 0 };
	if (hd_str_starts(s, "***")) {
		*line = s;
		return true;
	}
	for (at = 0; at < s.n; at++)
		if (s.p[at] == ':' && (at + 1 == s.n || s.p[at + 1] == ' ' ||
					  s.p[at + 1] == '\t'))
			break;
	if (at == 0 || at == s.n || at > MAX_SPEAKER)
		return false;
	colon = s.p + at;
	*who = hd_str_trim((struct hd_str){ s.p, at });
	*line = (struct hd_str){ colon + 1, s.n - at - 1 };
	return who->n > 0;
}

static bool
begins(
    struct hd_str line, int64_t *sec, struct hd_str *who, struct hd_str *text)
{
	*sec = stamp(&line);
	*text = line;
	return *sec >= 0 && speaker(text, who);
}

/* How many lines have a time; 0 when the first with words has none. */
static size_t
count(struct hd_str text)
{
	struct hd_str line, who, said;
	int64_t sec;
	size_t n = 0;

	while (next_line(&text, &line)) {
		if (begins(line, &sec, &who, &said))
			n++;
		else if (n == 0 && hd_str_trim(line).n > 0)
			return 0;
	}
	return n;
}

/* Seconds in step with the line above. */
static int64_t
in_order(int64_t last, int64_t sec)
{
	int64_t day = last - last % DAY;

	if (day + sec < last - JITTER)
		return day + DAY + sec;
	/* shortly after midnight a straggler from before it */
	if (day > 0 && day + sec - DAY >= last - JITTER)
		return last;
	return day + sec < last ? last : day + sec;
}

static void
count_speakers(struct hd_transcript *t)
{
	struct hd_str first = { NULL, 0 };

	for (size_t i = 0; i < t->n && t->speakers < 2; i++) {
		if (t->lines[i].speaker.n == 0)
			continue;
		if (t->speakers == 0)
			first = t->lines[i].speaker;
		if (t->speakers == 0 ||
		    !hd_str_same(first, t->lines[i].speaker))
			t->speakers++;
	}
}

bool
hd_transcript_read(
    struct hd_arena *a, struct hd_str text, struct hd_transcript *t)
{
	struct hd_transcript_line *l = NULL;
	struct hd_str line, who, said;
	size_t n = text.p != NULL ? count(text) : 0;
	int64_t sec;

	memset(t, 0, sizeof(*t));
	if (n == 0)
		return false;
	t->lines = hd_arena_alloc(a, n * sizeof(*t->lines));
	while (next_line(&text, &line)) {
		if (begins(line, &sec, &who, &said)) {
			l = &t->lines[t->n++];
			l->sec = t->n > 1 ? in_order(l[-1].sec, sec) : sec;
			l->speaker = who;
			l->text = said;
		} else if (l != NULL) {
			/* the lines of one text follow each other in it */
			l->text.n = (size_t)(line.p + line.n - l->text.p);
		}
	}
	for (size_t i = 0; i < t->n; i++)
		t->lines[i].text = hd_str_trim(t->lines[i].text);
	count_speakers(t);
	return true;
}

int64_t
hd_transcript_at(const struct hd_transcript *t, size_t i, int64_t end)
{
	int64_t last = t->lines[t->n - 1].sec;
	int64_t late = end + 60;
	int64_t day = late - (late % DAY + DAY) % DAY;
	int64_t base = day - last / DAY * DAY;

	if (base + last > late)
		base -= DAY;
	return base + t->lines[i].sec;
}

bool
hd_transcript_visitor(struct hd_str speaker)
{
	static const char *const head = "Web User ";
	size_t n = strlen(head);

	if (!hd_str_starts(speaker, head) || speaker.n < n + 4)
		return false;
	for (size_t i = n; i < speaker.n; i++)
		if (strchr("0123456789abcdefABCDEF", speaker.p[i]) == NULL ||
		    speaker.p[i] == '\0')
			return false;
	return true;
}

static bool
is_letter(char c)
{
	unsigned char u = (unsigned char)c;

	return u >= 0x80 || (u >= '0' && u <= '9') ||
	       ((u | 32) >= 'a' && (u | 32) <= 'z');
}

/* The next run of letters and digits; other bytes of UTF-8 are letters. */
static bool
next_word(struct hd_str *s, struct hd_str *word)
{
	size_t i = 0, n;

	while (i < s->n && !is_letter(s->p[i]))
		i++;
	for (n = i; n < s->n && is_letter(s->p[n]);)
		n++;
	*word = (struct hd_str){ s->p + i, n - i };
	s->p += n;
	s->n -= n;
	return word->n > 0;
}

bool
hd_transcript_bot(struct hd_str speaker)
{
	static const char *const words[] = { "bot", "chatbot", "answerbot",
		"assistant", "virtual" };
	struct hd_str word, last = { "", 0 };

	for (; next_word(&speaker, &word); last = word) {
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (hd_str_ieq(word, words[i]))
				return true;
		if (hd_str_ieq(word, "agent") && hd_str_ieq(last, "ai"))
			return true;
	}
	return false;
}
