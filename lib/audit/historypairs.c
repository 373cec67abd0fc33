/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that share tickets, and tickets without a rule: historylint_int.h. */
#include <string.h>

#include "audit/discover_int.h"
#include "audit/historylint_int.h"

#define ALIKE	 0.95 /* tickets both have, of those that either has */
#define GROUPS	 5    /* told of R197 */
#define SMALLEST 5    /* tickets of one, as hs-tag discover has it */

static void
alike(struct hd_historylint *l, size_t a, size_t b)
{
	const struct hd_rulehistory *x = &l->h->rules[a];
	const struct hd_rulehistory *y = &l->h->rules[b];
	int64_t both = hd_history_both(l->h, a, b);
	int64_t any = x->fires[HD_ERA_NOW] + y->fires[HD_ERA_NOW] - both;

	if (any < l->job->least || (double)both < ALIKE * (double)any)
		return;
	hd_historylint_add(l, "R193", y->rule, both,
	    "%s '%s' and '%s' fire together on %lld of the %lld tickets on "
	    "which either fires",
	    hd_rulekind_name(y->rule->kind), y->rule->id, x->rule->id,
	    (long long)both, (long long)any);
	hd_diag_relate(l->out, hd_ruleset_place(l->h->rs, x->rule->pos, 0),
	    "'%s' is here", x->rule->id);
}

static void
clash(struct hd_historylint *l, size_t a, size_t b)
{
	const struct hd_rule *x = &l->h->rs->routes[a];
	const struct hd_rule *y = &l->h->rs->routes[b];
	const struct hd_clash *c = hd_history_clash(l->h, a, b);
	char tickets[HD_TICKETS_TEXT];
	struct hd_buf keys = HD_BUF_INIT;

	if (c == NULL || x->actions == y->actions)
		return;
	for (int i = 0; i < 3 && c->keys[i] != NULL; i++)
		hd_buf_addf(&keys, "%s%s", i > 0 ? ", " : "", c->keys[i]);
	hd_historylint_add(l, "R194", y, c->n,
	    "route '%s' and '%s' above it fire together on %s, and do not "
	    "agree: %s",
	    y->id, x->id, hd_historylint_tickets(c->n, tickets),
	    hd_buf_cstr(&keys));
	hd_diag_relate(l->out, hd_ruleset_place(l->h->rs, x->pos, 0),
	    "'%s' is here, and decides", x->id);
	hd_buf_release(&keys);
}

void
hd_historylint_pairs(struct hd_historylint *l)
{
	size_t tags = l->h->rs->nrules;

	for (size_t b = 0; b < l->h->n; b++) {
		if (!hd_history_judges(l->job, l->h->rules[b].rule) ||
		    l->h->rules[b].fires[HD_ERA_NOW] == 0)
			continue;
		for (size_t a = b < tags ? 0 : tags; a < b; a++) {
			alike(l, a, b);
			if (b >= tags)
				clash(l, a - tags, b - tags);
		}
	}
}

/* The words that tell a group from the others. */
static void
words(const struct hd_found *f, size_t group, struct hd_buf *b)
{
	struct hd_telling w[HD_DISCOVER_TERMS];
	size_t n = hd_telling(
	    &f->words, f->groups.of, (uint32_t)group, w, HD_DISCOVER_TERMS);
	struct hd_str s;

	for (size_t i = 0; i < n; i++) {
		s = hd_words_text(&f->words, w[i].word);
		hd_buf_addf(
		    b, "%s%.*s", i > 0 ? " " : "; its words: ", (int)s.n, s.p);
	}
}

static void
group(struct hd_historylint *l, const struct hd_found *f, size_t g)
{
	int64_t n = (int64_t)f->groups.sizes[g];
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str key;

	for (size_t i = 0; (int64_t)i < n && i < HD_DISCOVER_KEYS; i++) {
		key = f->tickets[f->of_row[f->members[f->first[g] + i]]].key;
		hd_buf_addf(&b, "%s%.*s", i > 0 ? ", " : "", (int)key.n, key.p);
	}
	if (l->job->show_text)
		words(f, g, &b);
	hd_historylint_add(l, "R197", NULL, n,
	    "no rule of issue touches %lld tickets that are alike: %s",
	    (long long)n, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

int
hd_historylint_uncovered(struct hd_historylint *l, struct hd_err *err)
{
	struct hd_discover d = {
		.db = l->job->db, .all = true, .least = SMALLEST
	};
	const char *example;
	struct hd_found f;
	int r;

	if (l->job->bare < 0 || hd_history_bare(l->h, (size_t)l->job->bare,
				    &example) < l->job->least)
		return 0;
	memset(&f, 0, sizeof(f));
	r = hd_found_read(&d, 0, &f, err);
	for (size_t g = 0; r == 0 && g < f.groups.n && g < GROUPS; g++)
		group(l, &f, g);
	hd_found_release(&f);
	return r;
}
