/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts without names and numbers: see mask.h. */
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "learn/courtesy.h"
#include "learn/mask.h"

#define GREETING_WORDS 5 /* "Good morning dear Mrs Smith," */

#define COURTESY_WORDS 14 /* a longer sentence says more */

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Blank-separated pieces of a text; a line feed is a blank that is told. */
static bool
next_piece(struct hd_str *rest, struct hd_str *piece, bool *line)
{
	size_t i = 0, start;

	*line = false;
	while (i < rest->n && strchr(" \t\r\n", rest->p[i]) != NULL)
		*line |= rest->p[i++] == '\n';
	start = i;
	while (i < rest->n && strchr(" \t\r\n", rest->p[i]) == NULL)
		i++;
	*piece = (struct hd_str){ rest->p + start, i - start };
	*rest = (struct hd_str){ rest->p + i, rest->n - i };
	return piece->n > 0;
}

/* The piece's first word: "(Anna's" is Anna's. */
static struct hd_str
core(struct hd_str piece)
{
	struct hd_str word;

	if (!hd_utf8_word(&piece, &word))
		return (struct hd_str){ piece.p, 0 };
	return word;
}

static bool
capital(struct hd_str word)
{
	/* the lead byte of the capital letters of Latin-1 and beyond */
	return word.n > 1 &&
	       ((word.p[0] >= 'A' && word.p[0] <= 'Z') || word.p[0] == '\xC3');
}

static bool
ends_clause(struct hd_str piece)
{
	return piece.n > 0 && strchr(",.!?:;", piece.p[piece.n - 1]) != NULL;
}

/* "Hello Anna," and "Good morning!": up to its comma, or its last name. */
static struct hd_str
skip_greeting(struct hd_str text)
{
	struct hd_str rest = text, next, piece, after = text;
	bool line, named = true;

	if (!next_piece(&rest, &piece, &line) ||
	    !hd_greeting_first(core(piece)))
		return text;
	for (int i = 0; i < GREETING_WORDS; i++) {
		named = named && (i == 0 || capital(core(piece)) ||
				     hd_greeting_more(core(piece)));
		if (named)
			after = rest;
		next = rest;
		if (ends_clause(piece))
			return next;
		if (!next_piece(&rest, &piece, &line))
			return after;
		if (line)
			return next;
	}
	return after;
}

static size_t
words_after(struct hd_str text, size_t max)
{
	struct hd_str word;
	size_t n = 0;

	while (n <= max && hd_utf8_word(&text, &word))
		n++;
	return n;
}

/*
 * Where the signature begins: at "--", or at a sign-off that begins a line or a
 * sentence and has little behind it.
 */
static struct hd_str
cut_signature(struct hd_str text)
{
	struct hd_str line, rest;
	size_t most;
	bool first;

	for (size_t i = 1; i < text.n; i++) {
		first = text.p[i - 1] == '\n';
		if (!first && !(i > 2 && text.p[i - 1] == ' ' &&
				  strchr(".!?", text.p[i - 2]) != NULL))
			continue;
		rest = (struct hd_str){ text.p + i, text.n - i };
		most = hd_sign_off(rest, first);
		if (most > 0 && words_after(rest, most) <= most)
			return (struct hd_str){ text.p, i };
		if (!first)
			continue; /* the line has been looked at */
		(void)hd_str_split(&rest, '\n', &line);
		if (hd_str_eq(hd_str_trim(line), "--"))
			return (struct hd_str){ text.p, i };
	}
	return text;
}

/* Does a sentence begin with these words? */
static bool
begins(struct hd_str sentence, const char *words)
{
	struct hd_str want = hd_str(words), a, b;

	while (hd_utf8_word(&want, &a))
		if (!hd_utf8_word(&sentence, &b) || a.n != b.n ||
		    strncasecmp(a.p, b.p, a.n) != 0)
			return false;
	return true;
}
/* Words of politeness, at most three words from the start of a sentence. */
static const char *const courtesies[] = { "thank you", "thanks for",
	"thanks again", "sorry for", "sorry about", "sorry to", "sorry that",
	"apologies for", "apologise for", "apologize for", "understand how",
	"understand your", "understand this", "appreciate your",
	"let me know if", "let us know if", "hesitate", "feel free to",
	"have any", "need any", "anything else", "i help you with",
	"i do for you", "goodbye", "good bye", "bye", "anything is unclear",
	"have a great", "have a nice", "have a good", "have a lovely",
	"have a wonderful", "happy to help", "glad to help", "glad i could",
	"here to help", "here if", "here for you", "good to hear",
	"great to hear", "nice to hear", "lovely to hear", "hope this",
	"hope that", "hope you", "look forward", "looking forward",
	"vielen dank", "danke f\xC3\xBCr", "tut mir leid", "tut uns leid",
	"entschuldigen sie", "melden sie sich", "merci de", "merci pour",
	"merci d'avoir", "n'h\xC3\xA9sitez", "d\xC3\xA9sol\xC3\xA9 pour",
	"d\xC3\xA9sol\xC3\xA9"
	"e pour",
	"gracias por", "lamento", "lamentamos", "no dude", "no dudes",
	"grazie per", "ci scusiamo" };

/* The text behind its first sentence, when that is mere politeness. */
static struct hd_str
skip_courtesy(struct hd_str text)
{
	struct hd_str rest = text, piece, sentence, word;
	bool line;

	do {
		if (!next_piece(&rest, &piece, &line))
			break;
	} while (strchr(".!?", piece.p[piece.n - 1]) == NULL &&
		 !(rest.n > 0 && rest.p[0] == '\n'));
	sentence = (struct hd_str){ text.p, text.n - rest.n };
	if (words_after(sentence, COURTESY_WORDS) > COURTESY_WORDS)
		return text;
	for (int skipped = 0; skipped <= 3; skipped++) {
		for (size_t i = 0; i < COUNT(courtesies); i++)
			if (begins(sentence, courtesies[i]))
				return rest;
		if (!hd_utf8_word(&sentence, &word))
			break;
	}
	return text;
}

static bool
has_digit(struct hd_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static const char *
mark_of(struct hd_str piece)
{
	const char *at = memchr(piece.p, '@', piece.n);
	struct hd_str domain = { at,
		at == NULL ? 0 : piece.n - (size_t)(at - piece.p) };

	if (hd_str_find(piece, "://") != NULL || hd_str_starts(piece, "www."))
		return "<link>";
	if (at > piece.p && hd_str_find(domain, ".") != NULL)
		return "<mail>";
	return has_digit(piece) ? "<n>" : NULL;
}

static struct hd_str
all_courtesies(struct hd_str text)
{
	struct hd_str rest = skip_courtesy(text);

	while (rest.n < text.n) {
		text = rest;
		rest = skip_courtesy(text);
	}
	return rest;
}

/* Is the word a part of one of the names? */
static bool
named(struct hd_str word, const struct hd_str *names, size_t n)
{
	struct hd_str rest, part;

	if (!capital(word))
		return false;
	for (size_t i = 0; i < n; i++) {
		rest = names[i];
		while (rest.p != NULL && hd_utf8_word(&rest, &part))
			if (hd_str_same(part, word))
				return true;
	}
	return false;
}

/* The piece with its word replaced, its punctuation kept. */
static void
put_marked(struct hd_buf *b, struct hd_str piece, const char *mark)
{
	size_t n = piece.n;

	hd_buf_adds(b, mark);
	while (n > 0 && strchr(",.!?:;)", piece.p[n - 1]) != NULL)
		n--;
	hd_buf_add(b, piece.p + n, piece.n - n);
}

void
hd_mask(
    struct hd_buf *b, struct hd_str text, const struct hd_str *names, size_t n)
{
	struct hd_str rest = skip_greeting(cut_signature(hd_str_trim(text)));
	struct hd_str piece, word, before = { NULL, 0 };
	bool line, expected = false, first = true;
	const char *mark;
	size_t start = b->n;

	while (rest = first ? all_courtesies(rest) : rest,
	    next_piece(&rest, &piece, &line)) {
		first = strchr(".!?", piece.p[piece.n - 1]) != NULL ||
			(rest.n > 0 && rest.p[0] == '\n');
		word = core(piece);
		mark = mark_of(piece);
		if (mark == NULL &&
		    ((expected && capital(word)) || named(word, names, n)))
			mark = "<name>";
		if (b->n > start)
			hd_buf_addc(b, ' ');
		if (mark != NULL)
			put_marked(b, piece, mark);
		else
			hd_buf_add(b, piece.p, piece.n);
		expected =
		    hd_name_title(word) || hd_name_introduced(before, word);
		before = word;
	}
}

bool
hd_mask_word(struct hd_str *rest, struct hd_str *word)
{
	const char *start = rest->p, *end = rest->p + rest->n;

	while (hd_utf8_word(rest, word))
		if (word->p == start || word->p[-1] != '<' || rest->p == end ||
		    *rest->p != '>')
			return true;
	return false;
}
