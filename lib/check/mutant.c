/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mistakes that are put into rule files: see mutant.h. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "check/mutant.h"
#include "check/testcover.h"

struct maker {
	const struct hd_ruleset *rs;
	struct hd_arena *arena;
	struct hd_mutant *v;
	size_t n, cap;
	const struct hd_rule *rule;
	size_t alternative;
};

static struct hd_mutant *begin(
    struct maker *k, struct hd_pos pos, const char *fmt, ...) HD_PRINTF(3, 4);

static struct hd_mutant *
begin(struct maker *k, struct hd_pos pos, const char *fmt, ...)
{
	struct hd_mutant *m, *more;
	char what[400];
	va_list ap;

	if (k->n == k->cap) {
		k->cap = k->cap * 2 + 64;
		more = hd_arena_alloc(k->arena, k->cap * sizeof(*more));
		if (k->n > 0)
			memcpy(more, k->v, k->n * sizeof(*more));
		k->v = more;
	}
	va_start(ap, fmt);
	(void)vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	m = &k->v[k->n++];
	*m = (struct hd_mutant){ .file = pos.file,
		.pos = pos,
		.rule = k->rule,
		.alternative = k->alternative };
	m->what = hd_arena_memdup(k->arena, what, strlen(what));
	return m;
}

static void
edit(struct hd_mutant *m, const struct hd_rulefile *f, const char *from,
    const char *to, const char *with)
{
	m->edit[m->nedits++] = (struct hd_mutation){ (size_t)(from - f->text),
		(size_t)(to - f->text), with };
}

static const struct hd_rulefile *
file_of(const struct maker *k)
{
	return &k->rs->files[k->rule->pos.file];
}

/* The beginning of the line that p is in / of the next one. */
static const char *
line_of(const struct hd_rulefile *f, const char *p)
{
	while (p > f->text && p[-1] != '\n')
		p--;
	return p;
}

static const char *
next_line(const struct hd_rulefile *f, const char *p)
{
	const char *end = f->text + f->len;

	while (p < end && *p != '\n')
		p++;
	return p < end ? p + 1 : end;
}

const char *
hd_threshold_text(const struct hd_operand *o, double constant, double step,
    int by, struct hd_arena *arena)
{
	const char *dot = memchr(o->s.p, '.', o->s.n);
	int decimals = dot != NULL ? (int)(o->s.p + o->s.n - dot - 1) : 0;
	char last = o->s.p[o->s.n - 1], text[64];
	bool unit = last < '0' || last > '9';
	double v = constant + by * step;

	if (unit && v < 0)
		return NULL;
	if (unit)
		(void)snprintf(text, sizeof(text), "%.0f%c", v / step, last);
	else
		(void)snprintf(text, sizeof(text), "%.*f", decimals, v);
	return hd_arena_memdup(arena, text, strlen(text));
}

static void
move_threshold(struct maker *k, const struct hd_cond *c)
{
	const struct hd_operand *o;
	struct hd_mutant *m;
	double constant, step;
	const char *with;

	if (!hd_threshold(k->rs, c, &constant, &step))
		return;
	o = &k->rs->operands[c->value];
	for (int by = -1; by <= 1; by += 2) {
		with = hd_threshold_text(o, constant, step, by, k->arena);
		if (with == NULL)
			continue;
		m = begin(
		    k, c->pos, "%.*s made %s", (int)c->src.n, c->src.p, with);
		edit(m, file_of(k), o->s.p, o->s.p + o->s.n, with);
	}
}

/* One condition of several less. */
static void
drop_cond(struct maker *k, const struct hd_alt *alt, size_t i)
{
	const struct hd_cond *c = &k->rs->conds[alt->cond + i], *next = c + 1;
	const struct hd_rulefile *f = file_of(k);
	struct hd_mutant *m;
	const char *line;

	m = begin(k, c->pos, "%.*s left out", (int)c->src.n, c->src.p);
	line = line_of(f, c->src.p);
	if (i > 0) {
		edit(m, f, line, next_line(f, line), "");
		return;
	}
	/* the second takes the place of the first */
	edit(m, f, c->src.p, c->src.p + c->src.n,
	    hd_arena_memdup(k->arena, next->src.p, next->src.n));
	line = line_of(f, next->src.p);
	edit(m, f, line, next_line(f, line), "");
}

/* Does the rule fire by another alternative as well? *next is the one behind. */
static bool
has_other(
    const struct maker *k, const struct hd_alt *alt, const struct hd_alt **next)
{
	const struct hd_alt *all = &k->rs->alts[k->rule->alt];
	bool other = false;

	*next = NULL;
	for (size_t i = 0; i < k->rule->nalts; i++) {
		if (all[i].unless || &all[i] == alt)
			continue;
		other = true;
		if (&all[i] > alt && *next == NULL)
			*next = &all[i];
	}
	return other;
}

static bool
is_first(const struct maker *k, const struct hd_alt *alt)
{
	const struct hd_alt *a = &k->rs->alts[k->rule->alt];

	while (a < alt && a->unless)
		a++;
	return a == alt;
}

static void
drop_alt(struct maker *k, const struct hd_alt *alt)
{
	const struct hd_cond *c = &k->rs->conds[alt->cond];
	const struct hd_cond *last = c + alt->nconds - 1;
	const struct hd_rulefile *f = file_of(k);
	const struct hd_alt *next;
	struct hd_mutant *m;
	const char *line;

	if (!has_other(k, alt, &next) && !alt->unless)
		return;
	m = begin(k, c->pos, "%s %.*s%s left out",
	    alt->unless ? "unless" : "alternative", (int)c->src.n, c->src.p,
	    alt->nconds > 1 ? " and so on" : "");
	edit(m, f, line_of(f, c->src.p), next_line(f, last->src.p), "");
	if (alt->unless || !is_first(k, alt))
		return;
	/* its `or' comes first now */
	c = &k->rs->conds[next->cond];
	line = line_of(f, c->src.p);
	edit(m, f, line, c->src.p, " when ");
}

/* Where the block of a rule lies. */
static const char *
block(const struct hd_rulefile *f, const struct hd_rule *r, const char **end)
{
	const char *p = f->text, *stop = f->text + f->len, *start;

	for (size_t i = 1; i < r->pos.line; i++)
		p = next_line(f, p);
	start = p;
	p = next_line(f, p);
	while (p < stop && strchr(" \t\n#", *p) != NULL)
		p = next_line(f, p);
	*end = p;
	return start;
}

static void
drop_rule(struct maker *k)
{
	const struct hd_rulefile *f = file_of(k);
	const char *start, *end;

	start = block(f, k->rule, &end);
	edit(begin(k, k->rule->pos, "%s '%s' left out",
		 hd_rulekind_name(k->rule->kind), k->rule->id),
	    f, start, end, "");
}

/* The value of a statement of the block: that of the first line like it. */
static struct hd_str
statement(
    const struct hd_rulefile *f, const struct hd_rule *r, const char *keyword)
{
	const char *end, *p = block(f, r, &end), *next;
	size_t n = strlen(keyword);
	struct hd_str line;

	for (p = next_line(f, p); p < end; p = next) {
		next = next_line(f, p);
		line = hd_str_trim((struct hd_str){ p, (size_t)(next - p) });
		if (hd_str_starts(line, keyword) && line.n > n &&
		    (line.p[n] == ' ' || line.p[n] == '\t'))
			return hd_str_trim(
			    (struct hd_str){ line.p + n, line.n - n });
	}
	return (struct hd_str){ NULL, 0 };
}

static void
turn_action(struct maker *k)
{
	bool careful = (k->rule->actions &
			   (1u << HD_HUMAN_FIRST | 1u << HD_ESCALATE)) != 0;
	struct hd_str then = statement(file_of(k), k->rule, "then");
	const char *with =
	    hd_action_name(careful ? HD_AI_FIRST : HD_HUMAN_FIRST);

	if (then.p != NULL)
		edit(begin(k, k->rule->pos, "then %.*s made %s", (int)then.n,
			 then.p, with),
		    file_of(k), then.p, then.p + then.n, with);
}

/* The next route of the same stage, where it stands right behind. */
static void
swap(struct maker *k, size_t i)
{
	const struct hd_rule *a = k->rule, *b = a + 1;
	const struct hd_rulefile *f = file_of(k);
	const char *start, *mid, *other, *end;
	struct hd_buf moved_up = HD_BUF_INIT;
	struct hd_mutant *m;

	if (i + 1 >= k->rs->nroutes || a->pos.file != b->pos.file ||
	    (a->stages & b->stages) == 0)
		return;
	start = block(f, a, &mid);
	other = block(f, b, &end);
	if (other != mid)
		return;
	m = begin(k, a->pos, "routes '%s' and '%s' swapped", a->id, b->id);
	hd_buf_add(&moved_up, mid, (size_t)(end - mid));
	if (end[-1] != '\n')
		hd_buf_addc(&moved_up, '\n');
	edit(m, f, start, start,
	    hd_arena_memdup(k->arena, moved_up.s, moved_up.n));
	hd_buf_release(&moved_up);
	edit(m, f, mid, end, "");
}

static void
mutate(struct maker *k)
{
	const struct hd_alt *alt;

	for (size_t a = 0; a < k->rule->nalts; a++) {
		alt = &k->rs->alts[k->rule->alt + a];
		k->alternative = a + 1;
		for (size_t i = 0; i < alt->nconds; i++) {
			move_threshold(k, &k->rs->conds[alt->cond + i]);
			if (alt->nconds > 1)
				drop_cond(k, alt, i);
		}
		drop_alt(k, alt);
	}
	k->alternative = 0;
	drop_rule(k);
}

const struct hd_mutant *
hd_mutants_of(const struct hd_ruleset *rs, const bool *wanted,
    struct hd_arena *arena, size_t *n)
{
	struct maker k = { .rs = rs, .arena = arena };

	for (size_t i = 0; i < rs->nrules; i++) {
		k.rule = &rs->rules[i];
		if (wanted[k.rule->pos.file])
			mutate(&k);
	}
	for (size_t i = 0; i < rs->nroutes; i++) {
		k.rule = &rs->routes[i];
		if (!wanted[k.rule->pos.file])
			continue;
		mutate(&k);
		turn_action(&k);
		swap(&k, i);
	}
	*n = k.n;
	return k.v;
}

void
hd_mutant_text(
    const struct hd_ruleset *rs, const struct hd_mutant *m, struct hd_buf *b)
{
	const struct hd_rulefile *f = &rs->files[m->file];
	size_t at = 0;

	for (size_t i = 0; i < m->nedits; i++) {
		hd_buf_add(b, f->text + at, m->edit[i].from - at);
		hd_buf_adds(b, m->edit[i].with);
		at = m->edit[i].to;
	}
	hd_buf_add(b, f->text + at, f->len - at);
}
