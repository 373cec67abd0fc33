/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Running patterns under limits.  The fast way is JIT with a match limit; what
 * does not end there is tried again by the interpreter with a budget counted
 * over the whole match, because PCRE2's own limit starts anew at each place of
 * the text.  A pattern that neither decides gave up: never "no match".
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "rules/eval.h"
#include "rules/pattern.h"
#include "rules/pcre.h"

#define JIT_STACK_MIN ((size_t)32 * 1024)
#define JIT_STACK_MAX ((size_t)1024 * 1024)
#define MATCH_LIMIT   100000
#define HEAP_LIMIT    ((uint32_t)64 * 1024) /* KiB */
#define BUDGET	      5000000
#define GAVE_UP_MAX   10 /* then the slow way comes first */

struct slow {
	pcre2_code *code; /* with a callout at each item, made when needed */
	size_t gave_up;
};

struct hd_runner {
	struct hd_pattern *const *patterns;
	size_t npatterns;
	struct slow *slow;
	pcre2_match_data *data;
	pcre2_match_context *fast_ctx, *slow_ctx;
	pcre2_jit_stack *stack;
	size_t budget;
};

static int
count_step(pcre2_callout_block *block, void *ctx)
{
	size_t *budget = ctx;

	(void)block;
	if (*budget == 0)
		return PCRE2_ERROR_CALLOUT;
	--*budget;
	return 0;
}

struct hd_runner *
hd_runner_new(struct hd_pattern *const *patterns, size_t npatterns)
{
	struct hd_runner *r = hd_xcalloc(1, sizeof(*r));

	r->patterns = patterns;
	r->npatterns = npatterns;
	r->slow = hd_xcalloc(npatterns, sizeof(*r->slow));
	r->data = pcre2_match_data_create(1, NULL);
	r->fast_ctx = pcre2_match_context_create(NULL);
	r->slow_ctx = pcre2_match_context_create(NULL);
	r->stack = pcre2_jit_stack_create(JIT_STACK_MIN, JIT_STACK_MAX, NULL);
	if (r->data == NULL || r->fast_ctx == NULL || r->slow_ctx == NULL) {
		hd_runner_free(r);
		return NULL;
	}
	/* no stack (no JIT in this build): PCRE2 interprets */
	if (r->stack != NULL)
		pcre2_jit_stack_assign(r->fast_ctx, NULL, r->stack);
	(void)pcre2_set_match_limit(r->fast_ctx, MATCH_LIMIT);
	(void)pcre2_set_heap_limit(r->fast_ctx, HEAP_LIMIT);
	(void)pcre2_set_heap_limit(r->slow_ctx, HEAP_LIMIT);
	(void)pcre2_set_callout(r->slow_ctx, count_step, &r->budget);
	return r;
}

void
hd_runner_free(struct hd_runner *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->npatterns; i++)
		pcre2_code_free(r->slow[i].code);
	free(r->slow);
	pcre2_match_data_free(r->data);
	pcre2_match_context_free(r->fast_ctx);
	pcre2_match_context_free(r->slow_ctx);
	pcre2_jit_stack_free(r->stack);
	free(r);
}

static enum hd_tri
result(int rc)
{
	if (rc >= 0)
		return HD_YES;
	return rc == PCRE2_ERROR_NOMATCH ? HD_NO : HD_MAYBE;
}

/* A match that begins at byte lo to hi. */
static enum hd_tri
run_between(
    struct hd_runner *r, size_t i, struct hd_str s, size_t lo, size_t hi)
{
	const struct hd_pattern *p = r->patterns[i];

	(void)pcre2_set_offset_limit(r->fast_ctx, hi);
	if (p->jit)
		return result(pcre2_jit_match(p->code, (PCRE2_SPTR)s.p, s.n, lo,
		    0, r->data, r->fast_ctx));
	return result(pcre2_match(p->code, (PCRE2_SPTR)s.p, s.n, lo,
	    PCRE2_NO_UTF_CHECK, r->data, r->fast_ctx));
}

static enum hd_tri
run_fast(struct hd_runner *r, size_t i, struct hd_str s)
{
	hd_pattern_ready(r->patterns[i]);
	return run_between(r, i, s, 0, PCRE2_UNSET);
}

/*
 * Of a short text less is enough, so that a pattern that gives up on each of
 * many tickets does not cost seconds on every one.
 */
static size_t
budget(size_t n)
{
	return n < BUDGET / 2000 ? 100000 + n * 1960 : BUDGET;
}

static enum hd_tri
run_slow(struct hd_runner *r, size_t i, struct hd_str s)
{
	pcre2_code **code = &r->slow[i].code;
	size_t offset;
	int err;

	if (*code == NULL)
		*code = hd_pcre_compile(
		    r->patterns[i]->text, PCRE2_AUTO_CALLOUT, &err, &offset);
	if (*code == NULL)
		return HD_MAYBE;
	r->budget = budget(s.n);
	return result(pcre2_match(*code, (PCRE2_SPTR)s.p, s.n, 0,
	    PCRE2_NO_UTF_CHECK, r->data, r->slow_ctx));
}

/*
 * Both ways are exact where they decide, and whichever comes first the other
 * is tried when it does not: so the order changes the time and nothing else.
 */
static enum hd_tri
run(struct hd_runner *r, size_t i, struct hd_str s)
{
	bool slow_first = r->slow[i].gave_up > GAVE_UP_MAX;
	enum hd_tri t = slow_first ? run_slow(r, i, s) : run_fast(r, i, s);

	if (t == HD_MAYBE)
		t = slow_first ? run_fast(r, i, s) : run_slow(r, i, s);
	if (t == HD_MAYBE)
		r->slow[i].gave_up++;
	return t;
}

/* The next beginning of a character. */
static size_t
boundary(struct hd_str s, size_t i)
{
	while (i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80)
		i++;
	return i;
}

/* Where the last match was, if it was one. */
static enum hd_tri
matched(const struct hd_runner *r, enum hd_tri t, size_t span[2])
{
	const PCRE2_SIZE *ov;

	if (t != HD_YES || span == NULL)
		return t;
	ov = pcre2_get_ovector_pointer(r->data);
	/* \K in a lookahead can put the start behind the end */
	span[0] = ov[0] < ov[1] ? ov[0] : ov[1];
	span[1] = ov[0] < ov[1] ? ov[1] : ov[0];
	return t;
}

enum hd_tri
hd_runner_match_in(struct hd_runner *r, size_t i, struct hd_str subject,
    const struct hd_window *windows, size_t n, size_t span[2])
{
	enum hd_tri t = HD_NO;
	size_t lo;

	subject = hd_utf8_head(subject, HD_SUBJECT_MAX);
	if (r->patterns[i]->fixed)
		return matched(r, run(r, i, subject), span);
	hd_pattern_ready(r->patterns[i]);
	for (size_t k = 0; k < n && t == HD_NO; k++) {
		lo = boundary(subject, windows[k].lo);
		if (lo <= windows[k].hi)
			t = run_between(r, i, subject, lo, windows[k].hi);
	}
	return matched(r, t == HD_MAYBE ? run(r, i, subject) : t, span);
}

enum hd_tri
hd_runner_match(
    struct hd_runner *r, size_t i, struct hd_str subject, size_t span[2])
{
	if (subject.n == 0)
		subject.p = "";
	return matched(
	    r, run(r, i, hd_utf8_head(subject, HD_SUBJECT_MAX)), span);
}
