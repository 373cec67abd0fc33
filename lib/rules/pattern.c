/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiling patterns: see pattern.h. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "rules/pattern.h"
#include "rules/pcre.h"

#define NEST_LIMIT 50
#define OPTIONS \
	(PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C)

pcre2_code *
hd_pcre_compile(struct hd_str text, uint32_t more, int *code, size_t *offset)
{
	pcre2_compile_context *ctx = pcre2_compile_context_create(NULL);
	pcre2_code *re;

	*offset = 0;
	*code = PCRE2_ERROR_NOMEMORY;
	if (ctx == NULL)
		return NULL;
	(void)pcre2_set_max_pattern_length(ctx, HD_PATTERN_MAX);
	(void)pcre2_set_parens_nest_limit(ctx, NEST_LIMIT);
	re = pcre2_compile(
	    (PCRE2_SPTR)text.p, text.n, OPTIONS | more, code, offset, ctx);
	pcre2_compile_context_free(ctx);
	return re;
}

static int
any_callout(pcre2_callout_enumerate_block *block, void *ctx)
{
	*(size_t *)ctx = block->pattern_position;
	return 1;
}

/* What PCRE2 accepts and a rule may not have. */
static const char *
forbidden(const struct hd_pattern *p, size_t *offset)
{
	if (pcre2_callout_enumerate(p->code, any_callout, offset) != 0)
		return "callouts are not allowed in a rule";
	*offset = 0;
	/* settings of one rule would change newlines, limits and JIT */
	if (hd_str_starts(p->text, "(*"))
		return "a pattern may not begin with '(*'";
	return NULL;
}

/* PCRE2 takes (?:a|^){0}b for such a pattern, and so it is one. */
static bool
fixed(const pcre2_code *code)
{
	uint32_t options = 0, first = 0;

	(void)pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
	(void)pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &first);
	return (options & PCRE2_ANCHORED) != 0 || first == 2;
}

struct hd_pattern *
hd_pattern_new(struct hd_str text, struct hd_pattern_err *err)
{
	struct hd_pattern *p = hd_xcalloc(1, sizeof(*p));
	const char *no;
	int code;

	atomic_init(&p->ready, false);
	(void)pthread_mutex_init(&p->lock, NULL);
	p->text.p = hd_xmemdup(text.p, text.n);
	p->text.n = text.n;
	p->code = hd_pcre_compile(
	    p->text, PCRE2_USE_OFFSET_LIMIT, &code, &err->offset);
	if (p->code == NULL) {
		(void)pcre2_get_error_message(
		    code, (PCRE2_UCHAR *)err->msg, sizeof(err->msg));
		hd_pattern_free(p);
		return NULL;
	}
	p->fixed = fixed(p->code);
	no = forbidden(p, &err->offset);
	if (no != NULL) {
		(void)snprintf(err->msg, sizeof(err->msg), "%s", no);
		hd_pattern_free(p);
		return NULL;
	}
	return p;
}

struct hd_str
hd_pattern_text(const struct hd_pattern *p)
{
	return p->text;
}

void
hd_pattern_ready(struct hd_pattern *p)
{
	if (atomic_load_explicit(&p->ready, memory_order_acquire))
		return;
	(void)pthread_mutex_lock(&p->lock);
	/* without JIT the interpreter does it, slower */
	if (!atomic_load_explicit(&p->ready, memory_order_relaxed))
		p->jit = pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;
	atomic_store_explicit(&p->ready, true, memory_order_release);
	(void)pthread_mutex_unlock(&p->lock);
}

void
hd_pattern_free(struct hd_pattern *p)
{
	if (p == NULL)
		return;
	pcre2_code_free(p->code);
	(void)pthread_mutex_destroy(&p->lock);
	/* the copy is ours; only its type is not */
	free((void *)(uintptr_t)p->text.p);
	free(p);
}
