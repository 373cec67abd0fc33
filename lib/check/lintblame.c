/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * R185, rules changed since their review: see lint.h.  The form of git blame
 * --porcelain is that of git-blame(1): a line of commit and line numbers, what
 * is known of the commit where it comes first, then a tab and the line.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/num.h"
#include "base/tstamp.h"
#include "check/lint_int.h"

#define HASH_MIN 40 /* digits of a commit */

struct blame {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	struct hd_map commits; /* hash: time */
	int64_t *time;	       /* of the commit of the current line */
	size_t line, file;     /* file: nfiles while it is not known */
	int64_t file_review;
	/* the open block */
	const struct hd_rule *rule; /* NULL: no rule */
	int64_t newest, review;	    /* of its lines; HD_TIME_NONE: none */
};

static void
end_block(struct blame *b)
{
	int64_t review = b->review != HD_TIME_NONE ? b->review : b->file_review;
	char changed[HD_TIME_TEXT], reviewed[HD_TIME_TEXT];

	if (b->rule != NULL && review != HD_TIME_NONE && b->newest > review &&
	    hd_lint_wanted(b->o, b->rule->pos))
		hd_lint_add(b->out, b->rs, "R185", b->rule, 0, b->rule->pos,
		    "'%s' was changed on %.10s, its review date on %.10s: "
		    "review the change, and move the date",
		    b->rule->id, hd_time_iso(b->newest, changed),
		    hd_time_iso(review, reviewed));
	b->rule = NULL;
	b->newest = b->review = HD_TIME_NONE;
}

static const struct hd_rule *
rule_at(const struct blame *b)
{
	struct hd_rules all = hd_lint_rules(b->rs);
	const struct hd_rule *r = NULL;

	for (size_t i = 0; i < all.n && r == NULL; i++)
		if (all.v[i]->pos.file == b->file &&
		    all.v[i]->pos.line == b->line)
			r = all.v[i];
	free(all.v);
	return r;
}

static void
source_line(struct blame *b, struct hd_str line)
{
	bool indented = line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t');
	bool review;

	line = hd_str_trim(line);
	if (b->time == NULL || line.n == 0 || line.p[0] == '#')
		return;
	review = hd_str_starts(line, "review ");
	if (!indented) {
		end_block(b);
		b->rule = rule_at(b);
	}
	if (review && indented)
		b->review = *b->time;
	else if (review)
		b->file_review = *b->time;
	else if (*b->time > b->newest)
		b->newest = *b->time;
}

/* The file of that name, whatever folder it was read from. */
static size_t
file_of(const struct hd_ruleset *rs, struct hd_str name)
{
	const char *own;

	for (size_t i = name.n; i-- > 0;)
		if (name.p[i] == '/') {
			name =
			    (struct hd_str){ name.p + i + 1, name.n - i - 1 };
			break;
		}
	for (size_t i = 0; i < rs->nfiles; i++) {
		own = strrchr(rs->files[i].name, '/');
		if (hd_str_eq(name, own != NULL ? own + 1 : rs->files[i].name))
			return i;
	}
	return rs->nfiles;
}

/* What is told of a commit, or the line that begins an entry. */
static void
header(struct blame *b, struct hd_str line)
{
	struct hd_str word, rest = line;
	int64_t n;

	if (!hd_str_split(&rest, ' ', &word))
		return;
	if (hd_str_eq(word, "committer-time")) {
		if (b->time != NULL && hd_num_int(rest, &n))
			*b->time = n;
	} else if (hd_str_eq(word, "filename")) {
		if (file_of(b->rs, rest) == b->file)
			return;
		end_block(b);
		b->file = file_of(b->rs, rest);
		b->file_review = HD_TIME_NONE;
	} else if (word.n >= HASH_MIN) {
		b->time = hd_map_put(&b->commits, word, HD_TIME_NONE);
		(void)hd_str_split(&rest, ' ', &word);
		(void)hd_str_split(&rest, ' ', &word);
		b->line = hd_num_int(word, &n) && n > 0 ? (size_t)n : 0;
	}
}

void
hd_lint_blame(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct blame b = { .rs = rs, .o = o, .out = out, .file = rs->nfiles };
	struct hd_str text = o->blame, line;

	b.file_review = b.newest = b.review = HD_TIME_NONE;
	while (hd_str_split(&text, '\n', &line)) {
		if (hd_str_starts(line, "\t"))
			source_line(
			    &b, (struct hd_str){ line.p + 1, line.n - 1 });
		else
			header(&b, line);
	}
	end_block(&b);
	hd_map_release(&b.commits);
}
