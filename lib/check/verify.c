/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading a text that is in no file yet: see verify.h. */
#include <string.h>

#include "base/mem.h"
#include "check/verify.h"
#include "rules/ruleset.h"
#include "rules/ruletext.h"

struct source {
	const struct hd_rulesrc *below;
	struct hd_str text; /* of the operand */
};

static int
read_source(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	const struct source *s = ctx;

	if (from != NULL)
		return s->below->read(
		    s->below->ctx, name, from, resolved, text, err);
	*resolved = hd_xstrdup(name);
	hd_buf_add(text, s->text.p, s->text.n);
	return 0;
}

/* Does it have rules or tests of its own? */
static bool
has_blocks(const struct hd_ruletext *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (hd_keyword_block(t->lines[i].keyword))
			return true;
	return false;
}

int
hd_rules_verify(const char *name, struct hd_str text,
    const struct hd_rulesrc *src, struct hd_err *err)
{
	struct source s = { src, text };
	const struct hd_rulesrc here = { read_source, &s };
	struct hd_ruletext t = HD_RULETEXT_INIT;
	struct hd_ruleset *rs = NULL;
	int r = hd_ruletext_read(&t, text, name, err);

	if (r == 0) {
		r = hd_ruleset_load(&rs, &here, name, err);
		/* that there is no rule is told last, when all was read */
		if (r != 0 && !has_blocks(&t) &&
		    strstr(err->msg, "no rules at all") != NULL)
			r = 0;
	}
	hd_ruleset_free(rs);
	hd_ruletext_release(&t);
	return r;
}
