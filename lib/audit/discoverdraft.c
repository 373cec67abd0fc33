/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rule file of drafts: see discover.h.  It uses the rule set that found no
 * issue and adds a value and a rule a group, ranked below all that is there, so
 * that no ticket loses the issue it has.
 */
#include <stdlib.h>
#include <string.h>

#include "audit/discover_int.h"
#include "audit/tagset.h"
#include "base/utf8.h"
#include "rules/evidence.h"
#include "rules/grep.h"

#define FILE_NAME "the draft" /* no rule file is called so */
#define LINE_MAX  160	      /* bytes of a hit or miss line */
#define HITS	  3
#define MISSES	  2

struct writer {
	struct hd_discover *d;
	struct hd_found *f;
	struct hd_ruleset *rs;
	struct hd_rulesrc base; /* where rs was read from */
	int dim;		/* of the issues, -1: rs has none */
	struct hd_buf values, rules, text;
	struct hd_map names;
};

/* As much of the line as may stand in a rule, from byte `at` on. */
static struct hd_str
window(struct hd_str line, size_t at)
{
	struct hd_str s = { line.p + at, line.n - at };

	if (s.n <= LINE_MAX)
		return s;
	s = hd_utf8_head(s, LINE_MAX);
	for (size_t n = s.n; n > 0; n--)
		if (s.p[n - 1] == ' ')
			return (struct hd_str){ s.p, n - 1 };
	return s;
}

/* The first window that the pattern finds, p NULL: none. */
static struct hd_str
find_window(struct hd_grep *g, struct hd_str line)
{
	struct hd_str s;

	for (size_t at = 0; at < line.n; at++) {
		if (at > 0 && line.p[at - 1] != ' ')
			continue;
		s = window(line, at);
		if (hd_grep_match(g, s))
			return s;
		if (s.n == line.n - at)
			break;
	}
	return (struct hd_str){ NULL, 0 };
}

/* Add an example line unless it is there; does it stand now? */
static bool
put_example(struct writer *w, const char *kind, struct hd_str s)
{
	struct hd_buf b = HD_BUF_INIT;
	bool is_new;

	hd_buf_addf(&b, "    %-6s %.*s\n", kind, (int)s.n, s.p);
	is_new = strstr(hd_buf_cstr(&w->text), hd_buf_cstr(&b)) == NULL;
	if (is_new)
		hd_buf_add(&w->text, b.s, b.n);
	hd_buf_release(&b);
	return is_new;
}

static void
put_hits(
    struct writer *w, const struct hd_draft *d, size_t group, struct hd_grep *g)
{
	const struct hd_found *f = w->f;
	struct hd_buf line = HD_BUF_INIT;
	struct hd_str s;
	size_t n = 0, ticket;

	for (size_t i = f->first[group]; n < HITS && i < f->first[group + 1];
	     i++) {
		ticket = f->of_row[f->members[i]];
		if (!d->hit[ticket])
			continue;
		hd_buf_reset(&line);
		hd_discover_line(&line, w->f, d, f->tickets[ticket].text);
		s = find_window(g, hd_buf_str(&line));
		n += s.p != NULL && put_example(w, "hit", s);
	}
	hd_buf_release(&line);
}

/* By row: how many of the shown telling words it holds. */
static unsigned char *
kinship(const struct hd_found *f, const struct hd_draft *d, size_t rows)
{
	unsigned char *n = hd_xcalloc(rows + 1, sizeof(*n));

	for (size_t r = 0; r < rows; r++)
		for (size_t k = 0; k < d->nwords && k < HD_DISCOVER_TERMS; k++)
			for (size_t i = f->words.rows[r];
			     i < f->words.rows[r + 1]; i++)
				if (f->words.ids[i] == d->words[k].word) {
					n[r]++;
					break;
				}
	return n;
}

/* Tickets of others that come nearest by their words and are not found. */
static void
put_misses(
    struct writer *w, const struct hd_draft *d, size_t group, struct hd_grep *g)
{
	const struct hd_found *f = w->f;
	size_t rows = f->words.nrows, n = 0;
	unsigned char *kin = kinship(f, d, rows);
	struct hd_buf line = HD_BUF_INIT;
	struct hd_str s;

	for (unsigned char want = HD_DISCOVER_TERMS; want > 0; want--)
		for (size_t r = 0; n < MISSES && r < rows; r++) {
			if (kin[r] != want || f->groups.of[r] == group ||
			    d->hit[f->of_row[r]])
				continue;
			hd_buf_reset(&line);
			hd_discover_line(
			    &line, w->f, d, f->tickets[f->of_row[r]].text);
			s = window(hd_buf_str(&line), 0);
			if (s.n > 0 && !hd_grep_match(g, s))
				n += put_example(w, "miss", s);
		}
	hd_buf_release(&line);
	free(kin);
}

/* A name that no rule, value or draft has. */
static void
name_draft(struct writer *w, struct hd_draft *d)
{
	size_t n = d->name.n;

	for (int i = 2;
	     hd_ruleset_rule(w->rs, d->name.s) >= 0 ||
	     (w->dim >= 0 && hd_ruleset_value(w->rs, w->dim, d->name.s) >= 0) ||
	     hd_map_get(&w->names, hd_buf_str(&d->name)) != NULL;
	     i++) {
		d->name.n = n;
		hd_buf_addf(&d->name, "-%d", i);
	}
	(void)hd_map_put(&w->names, hd_buf_str(&d->name), 0);
}

static void
put_head(struct writer *w, const struct hd_draft *d, size_t group)
{
	struct hd_str word;

	hd_buf_addf(&w->text,
	    "\n# group %zu, %zu tickets, alike %.2f:", group + 1,
	    w->f->groups.sizes[group], w->f->groups.alike[group]);
	for (size_t i = 0; i < d->nwords && i < HD_DISCOVER_TERMS; i++) {
		word = hd_words_text(&w->f->words, d->words[i].word);
		hd_buf_addf(&w->text, " %.*s", (int)word.n, word.p);
	}
	hd_buf_addc(&w->text, '\n');
}

static int
put_rule(struct writer *w, const struct hd_draft *d, size_t group,
    struct hd_err *err)
{
	struct hd_grep *g = hd_grep_new(hd_buf_cstr(&d->pattern), err);
	const char *name = hd_buf_cstr(&d->name);
	size_t size = w->f->groups.sizes[group];

	if (g == NULL)
		return -1;
	hd_buf_addf(&w->text, "tag %s\n    set    issue=%s\n", name, name);
	hd_buf_addf(
	    &w->text, "    when   text ~ %s\n", hd_buf_cstr(&d->pattern));
	put_hits(w, d, group, g);
	put_misses(w, d, group, g);
	hd_buf_addf(&w->text,
	    "    why    A group found by text: %zu of its %zu tickets, and "
	    "%zu of %zu others\n",
	    d->covers, size, d->others, w->f->n - size);
	hd_grep_free(g);
	return 0;
}

/* The new values: of `many` the last rank lowest, of `one` the first. */
static void
put_value(struct writer *w, const char *name)
{
	bool many = w->dim < 0 || w->rs->dims[w->dim].many;

	hd_buf_addf(&w->values, many ? " %s" : " %s <", name);
}

static int
put_group(struct writer *w, size_t group, struct hd_err *err)
{
	struct hd_draft d;
	int r;

	memset(&d, 0, sizeof(d));
	r = hd_draft_make(w->f, (uint32_t)group, &d, err);
	if (r == 0) {
		hd_buf_reset(&w->text);
		put_head(w, &d, group);
		if (d.nphrases > 0) {
			name_draft(w, &d);
			put_value(w, d.name.s);
			r = put_rule(w, &d, group, err);
		} else {
			hd_buf_adds(&w->text, "# no words tell it apart\n");
		}
		hd_buf_add(&w->rules, w->text.s, w->text.n);
	}
	hd_draft_release(&d);
	return r;
}

/* "dimension issue many OLD ... NEW ...": redeclared, a value goes in no other way. */
static void
put_dimension(const struct writer *w, struct hd_buf *b)
{
	const struct hd_dim *dim = w->dim < 0 ? NULL : &w->rs->dims[w->dim];
	bool many = dim == NULL || dim->many;

	if (w->values.n == 0)
		return;
	hd_buf_adds(b, many ? "dimension issue many" : "dimension issue one");
	if (!many)
		hd_buf_add(b, w->values.s, w->values.n);
	for (size_t i = 0; dim != NULL && i < dim->n; i++)
		hd_buf_addf(
		    b, "%s %s", !many && i > 0 ? " <" : "", dim->values[i]);
	if (many)
		hd_buf_add(b, w->values.s, w->values.n);
	hd_buf_addc(b, '\n');
}

/*
 * The file that the user named: not that of the models, which is on top; and
 * the pack by its own name, wherever it is installed.
 */
static const char *
used(const struct hd_ruleset *rs)
{
	static const char models[] = HD_TAGSET_MODELS;
	const char *name = rs->files[0].name, *slash;
	size_t n = strlen(name), tail = sizeof(models) - 1;

	if (rs->nfiles > 1 && n > tail && strcmp(name + n - tail, models) == 0)
		name = rs->files[1].name;
	slash = strrchr(name, '/');
	return strcmp(slash != NULL ? slash + 1 : name, "default.rules") == 0
		   ? "default"
		   : name;
}

static void
put_file(const struct writer *w, struct hd_buf *b)
{
	hd_buf_adds(b,
	    "rules 1\n"
	    "# Drafts: a rule a group of tickets that no issue rule touches. "
	    "Read what a rule\n"
	    "# finds, give it a name, move its value to where it ranks, and "
	    "delete what is no\n"
	    "# issue. The hit and miss lines are customers' words: write "
	    "your own before\n"
	    "# anybody else sees the file.\n");
	hd_buf_addf(b, "use %s\n", used(w->rs));
	put_dimension(w, b);
	hd_buf_add(b, w->rules.s, w->rules.n);
}

struct source {
	struct hd_rulesrc base;
	struct hd_str text;
};

/* The draft, and below it what the rule set was read from. */
static int
read_source(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	struct source *s = ctx;

	if (from == NULL) {
		*resolved = hd_xstrdup(FILE_NAME);
		hd_buf_add(text, s->text.p, s->text.n);
		return 0;
	}
	if (strcmp(from, FILE_NAME) == 0)
		from = NULL;
	return s->base.read(s->base.ctx, name, from, resolved, text, err);
}

static int
check_example(
    void *ctx, const struct hd_rule *rule, const struct hd_example *ex, bool ok)
{
	struct hd_err *err = ctx;

	if (ok || rule->pos.file != 0)
		return 0;
	return hd_err_set(err, HD_EDATA,
	    "line %zu of the draft does not hold: it is not written",
	    ex->pos.line);
}

/* Does the file load, and do its examples hold?  Nothing else is written. */
static int
check(const struct writer *w, struct hd_str text, struct hd_err *err)
{
	struct source s = { w->base, text };
	struct hd_rulesrc src = { read_source, &s };
	struct hd_ruleset *rs = NULL;
	int r = hd_ruleset_load(&rs, &src, FILE_NAME, err);

	if (r == 0)
		r = hd_ruleset_examples(rs, check_example, err, err);
	hd_ruleset_free(rs);
	return r;
}

static int
write_draft(struct writer *w, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	int r = 0;

	w->dim = hd_ruleset_dim(w->rs, "issue");
	for (size_t g = 0; r == 0 && g < w->f->groups.n; g++)
		r = put_group(w, g, err);
	if (r == 0) {
		put_file(w, &b);
		r = check(w, hd_buf_str(&b), err);
	}
	if (r == 0)
		hd_out_add(w->d->out, b.s, b.n);
	hd_buf_release(&b);
	return r;
}

int
hd_discover_draft(struct hd_discover *d, struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { d->pack };
	struct hd_rulestored stored = { d->db, 0 };
	struct hd_found f;
	struct writer w;
	int r;

	memset(&f, 0, sizeof(f));
	memset(&w, 0, sizeof(w));
	w.d = d;
	w.f = &f;
	r = hd_discover_ruleset(d, &stored.id, err);
	w.base = stored.id != 0 ? hd_rulestore_source(&stored)
				: hd_rulesrc_disk(&disk);
	if (r == 0)
		r = hd_ruleset_load(&w.rs, &w.base, "default", err);
	if (r == 0)
		r = hd_found_read(d, stored.id, &f, err);
	if (r == 0)
		r = hd_discover_names(d->db, &f, err);
	if (r == 0)
		r = write_draft(&w, err);
	hd_ruleset_free(w.rs);
	hd_buf_release(&w.values);
	hd_buf_release(&w.rules);
	hd_buf_release(&w.text);
	hd_map_release(&w.names);
	hd_found_release(&f);
	return r;
}
