/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What hs-rules check says of any rule file: errors of one that cannot be
 * read, lint and proofs of one that can; twice, and the same comes out.  The
 * file is its own history as well.
 */
#include <string.h>

#include "base/mem.h"
#include "check/lint.h"
#include "fuzz.h"
#include "rulefile.h"
#include "rules/catalogue.h"
#include "rules/ruleset.h"

static void
look_at(const struct hd_diags *d)
{
	for (size_t i = 0; i < d->n; i++) {
		MUST(hd_rules_check(d->v[i].id) != NULL);
		MUST(d->v[i].at.line > 0 && d->v[i].at.col > 0);
		MUST(d->v[i].message[0] != '\0' &&
		     strchr(d->v[i].message, '\n') == NULL);
	}
}

static void
judge(struct input *in, struct hd_diags *out)
{
	const struct hd_lintopt o = { .now = 1790000000,
		.overdue = 86400,
		.pairs = true,
		.jobs = 1,
		.blame = in->text };
	struct hd_rulesrc src = { give, in };
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs = NULL;
	int r = hd_ruleset_load_all(&rs, &src, "f", out, &err);

	MUST((r == 0) == (rs != NULL));
	MUST(r != 1 || out->n > 0);
	if (r == 0) {
		hd_lint(rs, &o, out);
		hd_lint_allows(rs, &o, out);
	}
	hd_ruleset_free(rs);
	hd_diags_sort(out);
	hd_diags_unique(out);
	look_at(out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = { { (const char *)data, n } };
	struct hd_diags one = HD_DIAGS_INIT, two = HD_DIAGS_INIT;

	judge(&in, &one);
	judge(&in, &two);
	MUST(one.n == two.n);
	for (size_t i = 0; i < one.n; i++)
		MUST(strcmp(one.v[i].message, two.v[i].message) == 0 &&
		     one.v[i].at.line == two.v[i].at.line);
	hd_diags_release(&one);
	hd_diags_release(&two);
	return 0;
}
