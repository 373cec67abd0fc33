/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Strings, lists and texts.  A string is one of the constants that rules name,
 * or another; a list holds any of them, and others; a text is known by what
 * patterns it matches.
 */
#include "check/worldpart.h"

/* What a pattern says of a constant is known. */
static void
relate(struct hd_world *w, const struct hd_worldfact *f,
    const struct hd_atom *is, const struct hd_atom *match)
{
	size_t gave_up;
	bool matches;

	if (match->grep == NULL)
		return;
	gave_up = hd_grep_gave_up(match->grep);
	matches = hd_grep_match(match->grep, is->text);
	if (hd_grep_gave_up(match->grep) > gave_up)
		return;
	if (matches)
		hd_world_imply(w, is->lit, match->lit);
	else if (f->type != HD_FT_LIST)
		hd_world_imply(w, is->lit, -match->lit);
}

/* A string is one constant, so each new one excludes those before it. */
int
hd_worldfact_is(struct hd_world *w, size_t fact, struct hd_str s)
{
	int64_t *known = hd_world_name(w, "is", fact, s);
	struct hd_worldfact *f;
	int lit;

	if (*known >= 0)
		return w->atoms[*known].lit;
	*known = (int64_t)hd_world_atom(w, HD_ATOM_IS, fact, s);
	f = &w->facts[fact];
	lit = w->atoms[*known].lit;
	hd_ints_push(&f->is, (int)*known);
	hd_world_imply(w, lit, f->set);
	if (f->type != HD_FT_LIST) {
		hd_world_imply(w, lit, -f->some);
		f->some = hd_world_or(w, (int[]){ f->some, lit }, 2);
	}
	for (size_t i = 0; i < f->match.n; i++)
		relate(w, f, &w->atoms[*known], &w->atoms[f->match.v[i]]);
	return lit;
}

static struct hd_grep *
grep(struct hd_world *w, struct hd_str pattern)
{
	struct hd_err err = HD_ERR_INIT;

	/* it compiled when the rules were loaded */
	return hd_grep_new(
	    hd_arena_memdup(&w->arena, pattern.p, pattern.n), &err);
}

bool
hd_world_matches_empty(struct hd_world *w, struct hd_str pattern)
{
	int64_t *known = hd_world_name(w, "empty", 0, pattern);
	struct hd_grep *g;

	if (*known < 0) {
		g = grep(w, pattern);
		*known = g != NULL && hd_grep_match(g, hd_str(""));
		hd_grep_free(g);
	}
	return *known != 0;
}

/*
 * A text that is set has a character in it that ends no line.  (It may have
 * none but blanks that only Unicode knows: \S is not here.)
 */
static bool
matches_all(struct hd_str pattern)
{
	static const char *const all[] = { ".", ".+", ".*", "(?s).", "(?s).+",
		"(?s).*" };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (hd_str_eq(pattern, all[i]))
			return true;
	return false;
}

/* The words of one pattern within those of another. */
static void
relate_words(struct hd_world *w, size_t fact, int words, size_t atom)
{
	struct hd_worldfact *f = &w->facts[fact];
	int other, lit = w->atoms[atom].lit;

	for (size_t i = 0; i < f->words.n; i += 2) {
		other = w->atoms[f->words.v[i + 1]].lit;
		if (hd_words_within(w, words, f->words.v[i]))
			hd_world_imply(w, lit, other);
		if (hd_words_within(w, f->words.v[i], words))
			hd_world_imply(w, other, lit);
	}
	hd_ints_push(&f->words, words);
	hd_ints_push(&f->words, (int)atom);
}

int
hd_worldfact_match(struct hd_world *w, size_t fact, struct hd_str pattern)
{
	int64_t *known = hd_world_name(w, "match", fact, pattern);
	struct hd_worldfact *f = &w->facts[fact];
	struct hd_atom *a;
	size_t atom;
	int words;

	if (*known >= 0)
		return w->atoms[*known].lit;
	if (f->type == HD_FT_TEXT && matches_all(pattern))
		return f->set;
	atom = hd_world_atom(w, HD_ATOM_MATCH, fact, pattern);
	*known = (int64_t)atom;
	a = &w->atoms[atom];
	hd_ints_push(&f->match, (int)atom);
	hd_world_imply(w, a->lit, f->set);
	if (f->type != HD_FT_TEXT)
		a->grep = grep(w, pattern);
	for (size_t i = 0; i < f->is.n; i++)
		relate(w, f, &w->atoms[f->is.v[i]], a);
	words = hd_words_of(w, pattern);
	if (words >= 0)
		relate_words(w, fact, words, atom);
	return a->lit;
}
