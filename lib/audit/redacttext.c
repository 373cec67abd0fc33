/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names out of a text: see redact_int.h. */
#include <string.h>

#include "audit/redact_int.h"
#include "base/utf8.h"
#include "learn/courtesy.h"
#include "learn/wordlist.h"

#define NAME	     "[NAME]"
#define LAST_WORDS   2 /* of a last line that may be a name alone */
#define GREETED	     2 /* words that may be a name behind a greeting */
#define NUMBER_WORDS 4 /* "order number is 481": from the thing to its number */

/* Where a scan of clean text is. */
struct scan {
	struct hd_redactor *r;
	enum hd_redact_kind kind;
	struct hd_str text;
	struct hd_buf *out;
	size_t at;
	size_t last_line; /* where a short last line begins, text.n: none */
	size_t signed_at; /* from here on all is signature, text.n: nothing */
	size_t thanked;	  /* up to here words behind a light sign-off */
	size_t named;	  /* out->n behind the last [NAME], 0: text since */
	struct hd_str before;
	int expected; /* words that are likely to be a name */
	bool forced;  /* and are one, whatever they mean */
	bool starts;  /* a sentence starts here */
	int thing;    /* words in which a number would be one of a thing */
	int secret;   /* and those in which a password would stand */
	bool given;   /* a colon or an "is" came behind "password" */
};

static void
put(struct scan *s, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i] != '\n' && p[i] != ' ')
			hd_buf_addc(s->out, p[i]);
		else if (s->out->n > 0 && s->out->s[s->out->n - 1] != ' ')
			hd_buf_addc(s->out, ' ');
	}
}

/* Two names with nothing but a blank between are one. */
static void
put_name(struct scan *s)
{
	if (s->named > 0) {
		s->out->n = s->named;
		s->out->s[s->out->n] = '\0';
	} else {
		hd_buf_adds(s->out, NAME);
	}
	s->named = s->out->n;
}

static void
put_mark(struct scan *s, const char *mark, size_t n)
{
	if (strcmp(mark, NAME) == 0)
		put_name(s);
	else
		hd_buf_adds(s->out, mark);
	s->at += n;
	s->starts = false;
	s->expected = s->thing = s->secret = 0;
	if (strcmp(mark, NAME) != 0)
		s->named = 0;
}

static struct hd_str
rest(const struct scan *s)
{
	return (struct hd_str){ s->text.p + s->at, s->text.n - s->at };
}

/* The word that a blank alone parts from byte at. */
static struct hd_str
next_word(const struct scan *s, size_t at)
{
	struct hd_str left = { s->text.p + at, s->text.n - at }, word;

	if (left.n < 2 || left.p[0] != ' ' || !hd_utf8_word(&left, &word) ||
	    word.p != s->text.p + at + 1)
		return (struct hd_str){ s->text.p, 0 };
	return word;
}

/* The bytes of the ticket's company that stand here, 0: none does. */
static size_t
company(const struct scan *s)
{
	struct hd_str left, name, a, b;

	for (size_t i = 0; i < s->r->ncompanies; i++) {
		left = rest(s);
		name = s->r->companies[i];
		a = b = (struct hd_str){ left.p, 0 };
		while (hd_utf8_word(&name, &a)) {
			if (!hd_utf8_word(&left, &b))
				break;
			hd_buf_reset(&s->r->low);
			hd_utf8_unaccented(&s->r->low, b);
			if (!hd_str_same(hd_buf_str(&s->r->low), a))
				break;
			a.n = 0;
		}
		if (a.n == 0)
			return (size_t)(b.p + b.n - s->text.p) - s->at;
	}
	return 0;
}

static bool
digit_at(const struct scan *s, size_t i)
{
	return i < s->text.n && s->text.p[i] >= '0' && s->text.p[i] <= '9';
}

/* "May 2026", "12 May": no person. */
static bool
dated(const struct scan *s, struct hd_str word)
{
	size_t end = s->at + word.n;

	hd_buf_reset(&s->r->low);
	hd_utf8_lower(&s->r->low, word);
	/* "may" is a verb to those who count months */
	return (hd_word_month(hd_buf_str(&s->r->low)) ||
		   hd_str_eq(hd_buf_str(&s->r->low), "may")) &&
	       (digit_at(s, end + 1) || (s->at > 1 && digit_at(s, s->at - 2)));
}

/* Is it followed by a name, which it belongs to then: "Baker Quandt"? */
static bool
names_follow(const struct scan *s, struct hd_str word)
{
	struct hd_str next = next_word(s, s->at + word.n);

	for (size_t i = 0; i < next.n; i++)
		if (next.p[i] >= '0' && next.p[i] <= '9')
			return false;
	return next.n > 0 && hd_utf8_capital(next) &&
	       !hd_redact_known(s->r, next, false);
}

/* Is this word a name? */
static bool
is_name(struct scan *s, struct hd_str word)
{
	bool capital = hd_utf8_capital(word), known, other;
	struct hd_str key;

	if (s->kind == HD_REDACT_STRICT && !hd_redact_known(s->r, word, true))
		return true;
	key = hd_redact_key(s->r, word);
	if (s->kind != HD_REDACT_TEXT)
		return (hd_map_get(&s->r->own, key) != NULL ||
			   hd_map_get(&s->r->staff, key) != NULL) &&
		       !hd_redact_known(s->r, word, true);
	if (s->forced && s->expected > 0 && hd_utf8_count(word) > 1)
		return capital || !hd_redact_known(s->r, word, false);
	if (hd_map_get(&s->r->own, key) != NULL ||
	    hd_map_get(&s->r->staff, key) != NULL)
		return capital || !hd_word_stop(word);
	known = dated(s, word) ||
		hd_redact_known(s->r, word,
		    s->starts && s->expected == 0 && s->at >= s->thanked);
	if (!known)
		return capital || s->expected > 0 || s->at >= s->last_line ||
		       s->at < s->thanked;
	if (!capital || hd_utf8_count(word) == 1 || hd_name_title(word))
		return false;
	other = names_follow(s, word);
	key = hd_redact_key(s->r, word);
	if (hd_redact_ambiguous(key))
		return other;
	hd_buf_reset(&s->r->low);
	hd_utf8_lower(&s->r->low, word);
	return !s->starts &&
	       (other ||
		   (s->named > 0 && !hd_word_stop(hd_buf_str(&s->r->low))));
}

/* What the word says of those that follow. */
static void
expect(struct scan *s, struct hd_str word, bool name)
{
	struct hd_buf *low = &s->r->low;
	struct hd_str key;
	bool greets = (s->starts && hd_greeting_first(word)) ||
		      (s->expected > 0 && hd_greeting_more(word));

	if (s->expected > 0 && (name || !s->forced))
		s->expected--;
	key = hd_redact_key(s->r, word);
	if (greets || hd_redact_suggests(s->before, key)) {
		s->expected = GREETED;
		s->forced = false;
	} else if (hd_redact_introduces(s->before, key)) {
		s->expected = GREETED;
		s->forced = true;
	} else if (hd_name_title(word)) {
		s->expected = 1;
		s->forced = true;
	}
	s->given = s->secret > 0 &&
		   (s->given || hd_str_eq(key, "is") || hd_str_eq(key, "ist") ||
		       hd_str_eq(key, "est") || hd_str_eq(key, "es"));
	s->secret -= s->secret > 0;
	if (hd_redact_secretive(key)) {
		s->secret = NUMBER_WORDS;
		s->given = false;
	}
	s->thing = dated(s, word) || s->thing == 0 ? 0 : s->thing - 1;
	hd_buf_reset(low);
	hd_utf8_lower(low, word);
	if (hd_word_thing(hd_buf_str(low)) != HD_THING_NONE ||
	    hd_redact_secretive(key) || hd_str_starts(key, "num") ||
	    hd_str_eq(key, "no") || hd_str_eq(key, "nr") ||
	    hd_str_starts(key, "ref"))
		s->thing = NUMBER_WORDS;
}

/* A sign-off that begins here makes what follows a signature. */
static void
look_for_sign_off(struct scan *s)
{
	bool line = s->at == 0 || s->text.p[s->at - 1] == '\n';
	struct hd_str head = rest(s), word;
	size_t most = hd_sign_off(head, true), n = 0;
	bool strong = most == HD_SIGNATURE_WORDS;

	most = line ? most : most > 0 ? HD_SIGNED_WORDS : 0;
	while (n <= most && hd_utf8_word(&head, &word))
		n++;
	if (most == 0 || n > most)
		return;
	head = rest(s);
	n = 0;
	while (n < head.n && n < 32 && head.p[n] != ',' && head.p[n] != '\n')
		n++;
	if (strong && n < head.n && n < 32)
		s->signed_at = s->at + n;
	s->thanked = s->text.n;
}

static void
word_here(struct scan *s)
{
	struct hd_str left = rest(s), word;
	size_t n;
	bool name;

	(void)hd_utf8_word(&left, &word);
	if ((n = company(s)) > 0) {
		put_mark(s, NAME, n);
		s->before = (struct hd_str){ s->text.p, 0 };
		return;
	}
	if (s->starts && s->kind == HD_REDACT_TEXT)
		look_for_sign_off(s);
	name = s->at >= s->signed_at || is_name(s, word);
	if (name) {
		put_name(s);
	} else {
		put(s, word.p, word.n);
		s->named = 0;
	}
	expect(s, word, name);
	s->at += word.n;
	hd_buf_reset(&s->r->before);
	hd_utf8_unaccented(&s->r->before, word);
	s->before = hd_buf_str(&s->r->before);
	s->starts = false;
}

/* What stands between tokens. */
static void
mark_here(struct scan *s, size_t n)
{
	char c = s->text.p[s->at];
	bool ends = c == '.' || c == '!' || c == '?' || c == '\n';

	if (c == HD_REDACT_TAG)
		hd_buf_adds(s->out, "[TAG]");
	else
		put(s, s->text.p + s->at, n);
	s->at += n;
	if (ends && !(c == '.' && s->expected > 0 && s->forced))
		s->starts = true;
	if (c == ':' || c == '=')
		s->given = s->given || s->secret > 0;
	if (c == '#')
		s->thing = 1;
	if (c != ' ' && c != '-' && c != '.' && c != '\'' &&
	    s->at <= s->signed_at)
		s->named = 0;
	if (c == '!' || c == '?' || c == ';' || (c == ',' && !s->forced))
		s->expected = 0;
}

/* Whatever comes behind "password:" is one. */
static size_t
password(const struct scan *s)
{
	size_t n = 0;
	struct hd_str left = rest(s);

	if (s->secret == 0 || !s->given)
		return 0;
	while (n < left.n && left.p[n] != ' ' && left.p[n] != '\n')
		n++;
	while (n > 1 && strchr(".,;)\"'", left.p[n - 1]) != NULL)
		n--;
	return n;
}

static bool
token_starts(const struct scan *s)
{
	uint32_t c;
	size_t i = s->at;

	if (i == 0)
		return true;
	do
		i--;
	while (i > 0 && ((unsigned char)s->text.p[i] & 0xC0) == 0x80);
	(void)hd_utf8_get(s->text.p + i, s->text.p + s->at, &c);
	return !hd_utf8_letter(c);
}

/* A line of a word or two at the end of more: somebody's name, it may be. */
static size_t
last_line(struct hd_str text)
{
	struct hd_str line;
	size_t i;

	text = hd_str_trim(text);
	for (i = text.n; i > 0 && text.p[i - 1] != '\n'; i--)
		;
	line = (struct hd_str){ text.p + i, text.n - i };
	return i > 0 && hd_utf8_words(line) <= LAST_WORDS ? i : text.n;
}

void
hd_redact_text(struct hd_redactor *r, struct hd_str text,
    enum hd_redact_kind kind, struct hd_buf *out)
{
	struct scan s = { .r = r, .kind = kind, .out = out, .starts = true };
	const char *mark;
	uint32_t c;
	size_t n;

	s.text = text = hd_str_trim(text);
	s.before = (struct hd_str){ text.p, 0 };
	s.signed_at = text.n;
	s.last_line = last_line(text);
	while (s.at < text.n) {
		n = hd_utf8_get(text.p + s.at, text.p + text.n, &c);
		mark = NULL;
		if (token_starts(&s) && c != ' ' && c != '\n')
			mark = hd_redact_shape(
			    text, s.at, s.thing > 0 || s.secret > 0, &n);
		if (mark == NULL && hd_utf8_letter(c) && (n = password(&s)) > 0)
			mark = "[KEY]";
		if (mark != NULL)
			put_mark(&s, mark, n);
		else if (hd_utf8_letter(c))
			word_here(&s);
		else
			mark_here(&s,
			    hd_utf8_get(text.p + s.at, text.p + text.n, &c));
	}
}
