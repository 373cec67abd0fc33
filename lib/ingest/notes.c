/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user should know of an import: see notes.h. */
#include <stdlib.h>
#include <string.h>

#include "ingest/mapfile.h"
#include "ingest/notes.h"

#define MAX_WORDS 1000 /* a hostile export has no end of words */
#define SHOWN	  8

void
hd_word_unread(struct hd_ingest *in, const char *column, struct hd_str word)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s\n%s\n",
	    in->o->source != NULL ? in->o->source : in->vendor, column);
	hd_buf_add(&b, word.p, word.n < 40 ? word.n : 40);
	if (in->unread.count < MAX_WORDS ||
	    hd_map_get(&in->unread, hd_buf_str(&b)) != NULL)
		++*hd_map_put(&in->unread, hd_buf_str(&b), 0);
	hd_buf_release(&b);
}

void
hd_ingest_note(struct hd_ingest *in, const char *text)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s: %s", in->file, text);
	if (in->notes.count < MAX_WORDS)
		(void)hd_map_put(&in->notes, hd_buf_str(&b), 0);
	hd_buf_release(&b);
}

/* The source and column of an entry, and its word. */
static struct hd_str
group_of(const struct hd_map_entry *e, struct hd_str *word)
{
	struct hd_str rest = { e->key, e->n }, source, column;

	(void)hd_str_split(&rest, '\n', &source);
	(void)hd_str_split(&rest, '\n', &column);
	*word = rest;
	return (struct hd_str){ e->key, source.n + column.n + 1 };
}

/* All words of one source and column, in one line. */
static void
tell_words(const struct hd_ingest *in, size_t first, struct hd_buf *b)
{
	struct hd_str word, group = group_of(&in->unread.entries[first], &word);
	struct hd_str example = word, source, column = group;
	size_t n = 0;

	(void)hd_str_split(&column, '\n', &source);
	hd_buf_addf(b, "%.*s: no known %.*s:", (int)source.n, source.p,
	    (int)column.n, column.p);
	for (size_t i = first; i < in->unread.count; i++) {
		if (!hd_str_same(
			group_of(&in->unread.entries[i], &word), group))
			continue;
		if (n < SHOWN)
			hd_buf_addf(b, "%s '%.*s' (%lld)", n > 0 ? "," : "",
			    (int)word.n, word.p,
			    (long long)in->unread.entries[i].value);
		n++;
	}
	if (n > SHOWN)
		hd_buf_addf(b, " and %zu more", n - SHOWN);
	hd_buf_addf(b,
	    "; kept as they are: say what they mean in a --map file, as "
	    "%s'%.*s: %.*s = %s'",
	    hd_str_eq(column, "role") ? "'type = message' and " : "",
	    (int)column.n, column.p, (int)example.n, example.p,
	    hd_str_eq(column, "status")	    ? "pending"
	    : hd_str_eq(column, "csat")	    ? "5"
	    : hd_str_eq(column, "ai_state") ? "handed_over"
					    : "agent");
}

static bool
first_of_group(const struct hd_ingest *in, size_t at)
{
	struct hd_str word, group = group_of(&in->unread.entries[at], &word);

	for (size_t i = 0; i < at; i++)
		if (hd_str_same(group_of(&in->unread.entries[i], &word), group))
			return false;
	return true;
}

/* Did no line of this column meet a name?  Others are alternatives. */
static bool
unmet(const struct hd_mapping *m, size_t at)
{
	if (m->lines[at].t.col == HD_T_IGNORE)
		return !m->lines[at].met;
	for (size_t i = 0; i < m->n; i++)
		if (m->lines[i].met &&
		    hd_str_same(m->lines[i].column, m->lines[at].column))
			return false;
	return true;
}

/* Names of the export that nothing took. */
static void
candidates(const struct hd_ingest *in, struct hd_buf *b)
{
	const struct hd_map *m = &in->names[in->o->map->kind];
	const struct hd_name *what;
	size_t n = 0;

	for (size_t i = 0; i < m->count; i++) {
		what = &in->known[m->entries[i].value];
		if (what->where > 0 || what->inside ||
		    (what->n > 0 && what->t[0].col != HD_T_OTHER))
			continue;
		if (n < SHOWN)
			hd_buf_addf(b, "%s '%.*s'",
			    n > 0 ? "," : "; not yet used are",
			    (int)(m->entries[i].n < 60 ? m->entries[i].n : 60),
			    m->entries[i].key);
		n++;
	}
	if (n > SHOWN)
		hd_buf_addf(b, " and %zu more", n - SHOWN);
}

static void
tell_name(const struct hd_ingest *in, struct hd_str name, size_t line,
    void (*say)(void *, const char *), void *ctx)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s:%zu: no '%.*s' in what was read", in->o->map->path,
	    line, (int)name.n, name.p);
	candidates(in, &b);
	say(ctx, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

void
hd_ingest_notes(const struct hd_ingest *in,
    void (*say)(void *ctx, const char *text), void *ctx)
{
	const struct hd_mapping *m = in->o->map;
	struct hd_buf b = HD_BUF_INIT;
	bool read = in->n_known > 0;

	for (size_t i = 0; i < in->notes.count; i++)
		say(ctx, in->notes.entries[i].key);
	for (int k = 0; k < HD_REC_KINDS; k++)
		read = read || in->counts[k].read > 0;
	for (size_t i = 0; m != NULL && read && i < m->n; i++)
		if (unmet(m, i))
			tell_name(
			    in, m->lines[i].name, m->lines[i].line, say, ctx);
	for (size_t i = 0; m != NULL && read && i < m->n_wheres; i++)
		if (m->wheres[i].first == i && !m->wheres[i].met)
			tell_name(
			    in, m->wheres[i].name, m->wheres[i].line, say, ctx);
	for (size_t i = 0; i < in->unread.count; i++)
		if (first_of_group(in, i)) {
			hd_buf_reset(&b);
			tell_words(in, i, &b);
			say(ctx, hd_buf_cstr(&b));
		}
	hd_buf_release(&b);
}
