/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Advice about patterns: see lint.h.  Each pattern of a condition is looked at
 * where it stands, and measured once however often it is used.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/utf8.h"
#include "check/lintpattern.h"
#include "rules/patterninfo.h"
#include "rules/prober.h"

#define MESSAGE_MAX 4096

struct lint {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	struct hd_growth *growth; /* by pattern; NULL: not measured */
	bool *wanted;		  /* by pattern: to be measured */
};

struct hd_diag *
hd_lint_pattern_add(struct hd_lintpattern *p, const char *id, size_t at,
    size_t n, const char *fmt, ...)
{
	struct hd_pos pos = p->cond->arg_pos;
	char msg[MESSAGE_MAX];
	struct hd_diag *d;
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	pos.col += hd_utf8_count((struct hd_str){ p->text.p, at });
	d = hd_lint_add(p->out, p->rs, id, p->rule, p->alt, pos, "%s", msg);
	d->at.width = hd_utf8_count((struct hd_str){ p->text.p + at, n });
	return d;
}

struct hd_str
hd_lint_token(const struct hd_lintpattern *p, size_t i)
{
	const struct hd_token *t = &p->tokens.v[i];

	return (struct hd_str){ p->text.p + t->at, t->n };
}

bool
hd_lint_word_char(uint32_t c)
{
	return c == '_' || hd_utf8_letter(c);
}

bool
hd_lint_word_token(const struct hd_lintpattern *p, size_t i)
{
	const struct hd_token *t = &p->tokens.v[i];

	return t->kind == HD_TOKEN_CHAR && hd_lint_word_char(t->c);
}

bool
hd_lint_open_left(const struct hd_tokens *t, size_t i)
{
	const struct hd_token *v;
	size_t bar;

	while (i > 0) {
		v = &t->v[--i];
		if (v->kind == HD_TOKEN_OPEN && v->group == HD_GROUP_PLAIN)
			continue;
		if (v->kind != HD_TOKEN_BAR)
			return false;
		/* to the beginning of the group whose branch this is */
		for (bar = i; i > 0; i--)
			if (t->v[i - 1].kind == HD_TOKEN_OPEN &&
			    t->v[i - 1].mate > bar)
				break;
	}
	return true;
}

bool
hd_lint_open_right(const struct hd_tokens *t, size_t i)
{
	const struct hd_token *v;
	size_t bar;

	for (; i < t->n; i++) {
		v = &t->v[i];
		if (v->kind == HD_TOKEN_CLOSE && v->mate < t->n &&
		    t->v[v->mate].group == HD_GROUP_PLAIN)
			continue;
		if (v->kind != HD_TOKEN_BAR)
			return false;
		/* to the end of the group whose branch this is */
		for (bar = i; i + 1 < t->n; i++)
			if (t->v[i + 1].kind == HD_TOKEN_CLOSE &&
			    t->v[i + 1].mate < bar)
				break;
	}
	return true;
}

/* So that it can be read, and copied into a C or Perl string. */
static void
escape(struct hd_buf *b, struct hd_str s)
{
	const char *p = s.p, *end = s.p + s.n;
	uint32_t c;
	size_t n;

	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		if (c == '\n')
			hd_buf_adds(b, "\\n");
		else if (c == '\t')
			hd_buf_adds(b, "\\t");
		else if (c == '"' || c == '\\')
			hd_buf_addf(b, "\\%c", (int)c);
		else if (c < ' ' || c == 0x7F)
			hd_buf_addf(b, "\\x%02X", (unsigned)c);
		else
			hd_utf8_safe(b, (struct hd_str){ p, n }, false);
	}
}

/* "order" and then 128 times " ", appended. */
static void
describe(struct hd_buf *b, const struct hd_growth *g)
{
	if (g->prefix.n > 0) {
		hd_buf_addc(b, '"');
		escape(b, hd_buf_str(&g->prefix));
		hd_buf_adds(b, "\", then ");
	}
	hd_buf_addf(b, "%zu times \"", g->times);
	escape(b, hd_buf_str(&g->pump));
	hd_buf_adds(b, "\", then \"");
	escape(b, hd_buf_str(&g->suffix));
	hd_buf_addc(b, '"');
}

static void
growth(struct hd_lintpattern *p, const struct hd_growth *g)
{
	struct hd_buf text = HD_BUF_INIT;
	char version[64];

	describe(&text, g);
	(void)hd_pcre_version(version, sizeof(version));
	if (g->kind == HD_GROWTH_EXPONENTIAL)
		hd_lint_pattern_add(p, "R112", 0, p->text.n,
		    "exponential: %s takes more than %zu steps, measured on "
		    "PCRE2 %s; let no two repeats match the same text",
		    hd_buf_cstr(&text), g->steps, version);
	else if (g->kind == HD_GROWTH_POLYNOMIAL)
		hd_lint_pattern_add(p, "R113", 0, p->text.n,
		    "its work grows with the length of the text to the power "
		    "of %.1f: %s takes %zu steps, measured on PCRE2 %s; bound "
		    "its repeats, as in {0,40}, or begin it with \\b",
		    g->degree, hd_buf_cstr(&text), g->steps, version);
	else if (g->kind == HD_GROWTH_UNDECIDED)
		hd_lint_pattern_add(p, "R113", 0, p->text.n,
		    "too large to be measured on PCRE2 %s: nobody knows how "
		    "its work grows; make it smaller, or two of it",
		    version)
		    ->severity = HD_SEV_NOTE;
	hd_buf_release(&text);
}

static bool
looks_around(const struct hd_tokens *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (hd_token_looks(&t->v[i]))
			return true;
	return false;
}

static bool
has_pattern(const struct hd_cond *c)
{
	return c->op == HD_OP_MATCH || c->op == HD_OP_NOMATCH;
}

static void
check(struct lint *l, struct hd_lintpattern *p)
{
	size_t i;

	p->text = p->cond->arg;
	if (!has_pattern(p->cond)) {
		p->tokens.extended = false;
		hd_lint_pattern_line(p, false);
		hd_lint_pattern_value(p, false);
		return;
	}
	i = l->rs->probes[p->cond->probe].pattern;
	hd_tokens_read(&p->tokens, p->text);
	hd_lint_pattern_line(p, true);
	hd_lint_pattern_value(p, true);
	/* a lookaround alone is an empty match that is meant */
	if (hd_pattern_empty(l->rs, i) && !looks_around(&p->tokens))
		hd_lint_pattern_add(p, "R111", 0, p->text.n,
		    "can match nothing at all, and so where nothing is of what "
		    "it names: make a part of it compulsory");
	if (l->growth != NULL)
		growth(p, &l->growth[i]);
	if (!hd_pattern_literal(l->rs, i))
		hd_lint_pattern_add(p, "R116", 0, p->text.n,
		    "every text must be searched for it, because no word is in "
		    "each of its matches");
	hd_lint_pattern_features(p);
	/* where blanks mean nothing, places do not say what is beside what */
	if (p->tokens.extended)
		return;
	hd_lint_pattern_gaps(p);
	hd_lint_pattern_words(p);
	hd_lint_pattern_odd(p);
	hd_lint_pattern_classes(p);
}

/* Each condition of the rules that are wanted. */
static void
each(struct lint *l, const struct hd_rules *all,
    void (*fn)(struct lint *l, struct hd_lintpattern *p))
{
	struct hd_lintpattern p = {
		.rs = l->rs, .out = l->out, .tokens = HD_TOKENS_INIT
	};
	const struct hd_alt *alt;

	for (size_t i = 0; i < all->n; i++) {
		p.rule = all->v[i];
		if (!hd_lint_wanted(l->o, p.rule->pos))
			continue;
		for (p.alt = 1; p.alt <= p.rule->nalts; p.alt++) {
			alt = &l->rs->alts[p.rule->alt + p.alt - 1];
			for (size_t k = 0; k < alt->nconds; k++) {
				p.cond = &l->rs->conds[alt->cond + k];
				fn(l, &p);
			}
		}
	}
	hd_tokens_release(&p.tokens);
}

static void
want(struct lint *l, struct hd_lintpattern *p)
{
	if (has_pattern(p->cond))
		l->wanted[l->rs->probes[p->cond->probe].pattern] = true;
}

static void
measure(void *ctx, size_t i)
{
	struct lint *l = ctx;

	if (l->wanted[i])
		hd_growth_measure(&l->growth[i], hd_pattern_at(l->rs, i));
}

void
hd_lint_patterns(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct hd_rules all = hd_lint_rules(rs);
	struct lint l = { .rs = rs, .o = o, .out = out };
	size_t jobs = o->jobs > 0 ? o->jobs : 1;

	if (o->prober) {
		l.growth = hd_xcalloc(rs->npatterns + 1, sizeof(*l.growth));
		l.wanted = hd_xcalloc(rs->npatterns + 1, sizeof(*l.wanted));
		each(&l, &all, want);
		hd_parallel(rs->npatterns, (unsigned)jobs, measure, &l);
	}
	each(&l, &all, check);
	for (size_t i = 0; l.growth != NULL && i < rs->npatterns; i++)
		hd_growth_release(&l.growth[i]);
	free(l.growth);
	free(l.wanted);
	free(all.v);
}
