/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lint as a whole, and what its parts share: see lint.h. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/tstamp.h"
#include "check/lint_int.h"
#include "rules/catalogue.h"

#define MESSAGE_MAX 4096

struct hd_rules
hd_lint_rules(const struct hd_ruleset *rs)
{
	struct hd_rules all = { NULL, 0 };
	const struct hd_rule *v;
	size_t n;

	all.v = hd_xcalloc(
	    rs->nrules + rs->nroutes + rs->npolicies + 1, sizeof(*all.v));
	for (int k = 0; k < HD_RULEKINDS; k++) {
		v = hd_ruleset_kind(rs, (enum hd_rulekind)k, &n);
		for (size_t i = 0; i < n; i++)
			all.v[all.n++] = &v[i];
	}
	return all;
}

bool
hd_lint_wanted(const struct hd_lintopt *o, struct hd_pos pos)
{
	return o->wanted == NULL || o->wanted[pos.file];
}

struct hd_diag *
hd_lint_add(struct hd_diags *out, const struct hd_ruleset *rs, const char *id,
    const struct hd_rule *r, size_t alt, struct hd_pos pos, const char *fmt,
    ...)
{
	char msg[MESSAGE_MAX];
	struct hd_diag *d;
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	d = hd_diag_add(
	    out, hd_rules_check(id), hd_ruleset_place(rs, pos, 0), "%s", msg);
	if (r != NULL)
		d->rule = hd_arena_memdup(&out->arena, r->id, strlen(r->id));
	d->alternative = alt;
	return d;
}

int64_t
hd_lint_date(struct hd_str date)
{
	const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt o = { .zone = &utc };
	struct hd_err err = HD_ERR_INIT;
	int64_t t;
	bool zoned;

	/* the parser let only dates pass */
	if (hd_time_parse(date, &o, &t, &zoned, &err) < 0)
		return HD_TIME_NONE;
	return t;
}

void
hd_lint(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	hd_lint_names(rs, o, out);
	hd_lint_alike(rs, o, out);
	hd_lint_dates(rs, o, out);
	if (o->blame.p != NULL)
		hd_lint_blame(rs, o, out);
	hd_lint_examples(rs, o, out);
	hd_lint_patterns(rs, o, out);
	hd_lint_proofs(rs, o, out);
}
