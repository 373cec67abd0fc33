/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What customers wrote, without what is theirs alone: see discover_int.h.  A
 * word that few tickets use may be a name or a place, in any language; one that
 * many use tells of nobody.
 */
#include <string.h>

#include "audit/discover_int.h"
#include "base/utf8.h"

#define COMMON 3 /* tickets that share a word before it is shown */

/* The next run between blanks. */
static bool
next_piece(struct hd_str *rest, struct hd_str *piece)
{
	size_t i = 0, n = 0;

	while (i < rest->n && strchr(" \t\r\n", rest->p[i]) != NULL)
		i++;
	while (i + n < rest->n && strchr(" \t\r\n", rest->p[i + n]) == NULL)
		n++;
	*piece = (struct hd_str){ rest->p + i, n };
	*rest = (struct hd_str){ rest->p + i + n, rest->n - i - n };
	return n > 0;
}

/* A number, a link, an address: it names one thing, and no kind of thing. */
static bool
names_one(struct hd_str piece)
{
	for (size_t i = 0; i < piece.n; i++)
		if ((piece.p[i] >= '0' && piece.p[i] <= '9') ||
		    piece.p[i] == '@')
			return true;
	return hd_str_find(piece, "://") != NULL ||
	       hd_str_starts(piece, "www.");
}

void
hd_discover_plain(struct hd_buf *b, struct hd_str text)
{
	struct hd_str line, piece;

	while (hd_str_split(&text, '\n', &line)) {
		while (next_piece(&line, &piece)) {
			if (names_one(piece))
				continue;
			hd_buf_add(b, piece.p, piece.n);
			hd_buf_addc(b, ' ');
		}
		hd_buf_addc(b, '\n');
	}
}

/* In small letters, up to an apostrophe: "Anna's" is Anna. */
static struct hd_str
bare(struct hd_buf *b, struct hd_str word)
{
	const char *at = memchr(word.p, '\'', word.n);

	if (at != NULL)
		word.n = (size_t)(at - word.p);
	hd_buf_reset(b);
	hd_utf8_lower(b, word);
	return hd_buf_str(b);
}

int
hd_discover_names(struct hd_db *db, struct hd_found *f, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/person_names", err);
	struct hd_str name, word;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		name = hd_col_text(st, 0);
		while (hd_utf8_word(&name, &word))
			(void)hd_map_put(&f->names, bare(&f->low, word), 0);
	}
	hd_stmt_close(st);
	return r;
}

/* A part of somebody's name, and written like one: Mark, but not mark. */
static bool
names_somebody(struct hd_found *f, struct hd_str word)
{
	struct hd_str low = bare(&f->low, word);

	return !hd_str_same(low, (struct hd_str){ word.p, low.n }) &&
	       hd_map_get(&f->names, low) != NULL;
}

static bool
in_phrase(const struct hd_draft *d, uint32_t word)
{
	for (size_t i = 0; i < d->nphrases; i++)
		if (d->phrases[i].first == word || d->phrases[i].second == word)
			return true;
	return false;
}

static bool
shown(struct hd_found *f, const struct hd_draft *d, struct hd_str piece)
{
	struct hd_str word;
	uint32_t n;

	if (names_one(piece))
		return false;
	while (hd_utf8_word(&piece, &word)) {
		n = hd_words_find(&f->words, word);
		if (n == HD_WORDS_NONE || names_somebody(f, word) ||
		    (f->words.held[n].held < COMMON && !in_phrase(d, n)))
			return false;
	}
	return true;
}

void
hd_discover_line(struct hd_buf *b, struct hd_found *f, const struct hd_draft *d,
    struct hd_str text)
{
	struct hd_str piece;
	bool was = true, is;

	while (next_piece(&text, &piece)) {
		is = shown(f, d, piece);
		if (is || was) {
			if (b->n > 0)
				hd_buf_addc(b, ' ');
			if (is)
				hd_utf8_safe(b, piece, false);
			else
				hd_buf_adds(b, "...");
		}
		was = is;
	}
}
