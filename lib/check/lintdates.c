/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owners, reasons and review dates: see lint.h. */
#include <stdlib.h>
#include <string.h>

#include "check/lint_int.h"

#define DAY  ((int64_t)86400)
#define SOON (14 * DAY)

struct dates {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
};

/*
 * A file says once who looks after it and until when, so what is wrong with
 * that is told once, at its first rule.
 */
static void
owner(struct dates *d, const struct hd_rule *r, bool *told)
{
	if (r->owner != NULL || told[r->pos.file])
		return;
	told[r->pos.file] = true;
	hd_lint_add(d->out, d->rs, "R180", r, 0, r->pos,
	    "nobody owns this %s, nor the file: write 'owner WHO' at the top "
	    "of the file",
	    hd_rulekind_name(r->kind));
}

static void
review(struct dates *d, const struct hd_rule *r, bool *told)
{
	bool of_file = r->review == d->rs->files[r->pos.file].review;
	const char *whose = of_file ? "the rules of this file" : "this rule";
	struct hd_diag *g;
	int64_t due, late;

	if (r->review == NULL || (of_file && told[r->pos.file]))
		return;
	told[r->pos.file] |= of_file;
	due = hd_lint_date(hd_str(r->review));
	late = d->o->now - due;
	if (late >= DAY) {
		g = hd_lint_add(d->out, d->rs, "R181", r, 0, r->pos,
		    "%s should have been reviewed by %s, %lld day%s ago: "
		    "review, and move the date",
		    whose, r->review, (long long)(late / DAY),
		    late / DAY == 1 ? "" : "s");
		if (d->o->overdue >= 0 && late > d->o->overdue)
			g->severity = HD_SEV_ERROR;
	} else if (-late <= SOON) {
		hd_lint_add(d->out, d->rs, "R182", r, 0, r->pos,
		    "%s are due for review by %s",
		    of_file ? whose : "the conditions of this rule", r->review);
	}
}

void
hd_lint_dates(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct dates d = { rs, o, out };
	struct hd_rules all = hd_lint_rules(rs);
	bool *owned = hd_xcalloc(rs->nfiles, sizeof(*owned));
	bool *reviewed = hd_xcalloc(rs->nfiles, sizeof(*reviewed));

	for (size_t i = 0; i < all.n; i++) {
		if (!hd_lint_wanted(o, all.v[i]->pos))
			continue;
		owner(&d, all.v[i], owned);
		review(&d, all.v[i], reviewed);
		if (all.v[i]->why.p == NULL)
			hd_lint_add(out, rs, "R183", all.v[i], 0, all.v[i]->pos,
			    "%s '%s' does not say why: write 'why TEXT'",
			    hd_rulekind_name(all.v[i]->kind), all.v[i]->id);
	}
	free(owned);
	free(reviewed);
	free(all.v);
}
