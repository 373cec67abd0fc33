/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: see finding.h. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "escalation/finding.h"

const char hd_not_measurable[] = "not-measurable";

const char *
hd_audit_name(enum hd_audit a)
{
	static const char *const names[HD_AUDITS] = { "triggers", "wording",
		"handoff", "repeat", "opening", "pages", "effort", "needed" };

	return names[a];
}

struct hd_finding *
hd_finding_add(struct hd_findings *f, enum hd_audit audit, const char *code,
    const char *fmt, ...)
{
	struct hd_finding *one;
	char reason[512];
	va_list ap;
	int n;

	if (f->n == f->cap) {
		f->cap = f->cap > 0 ? 2 * f->cap : 16;
		one = hd_arena_alloc(f->arena, f->cap * sizeof(*one));
		if (f->n > 0)
			memcpy(one, f->v, f->n * sizeof(*one));
		f->v = one;
	}
	va_start(ap, fmt);
	n = vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	if (n < 0)
		n = 0;
	else if ((size_t)n >= sizeof(reason))
		n = (int)hd_utf8_head(hd_str(reason), sizeof(reason) - 4).n;
	one = &f->v[f->n++];
	*one = (struct hd_finding){ .audit = audit,
		.code = code,
		.message = -1,
		.given = -1,
		.value = NAN,
		.basis = "text" };
	one->reason.p = hd_arena_memdup(f->arena, reason, (size_t)n);
	one->reason.n = (size_t)n;
	return one;
}

const struct hd_finding *
hd_finding_of(const struct hd_findings *f, enum hd_audit audit,
    const char *code, const char *item)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct hd_finding *one = &f->v[i];

		if (one->audit == audit &&
		    (code == NULL || strcmp(one->code, code) == 0) &&
		    (item == NULL ||
			(one->item != NULL && strcmp(one->item, item) == 0)))
			return one;
	}
	return NULL;
}

bool
hd_finding_measured(const struct hd_findings *f, enum hd_audit audit)
{
	return hd_finding_of(f, audit, hd_not_measurable, NULL) == NULL;
}

void
hd_finding_prove(struct hd_finding *one, const struct hd_finding *proof)
{
	one->message = proof->message;
	one->quote = proof->quote;
	one->given = proof->given;
	one->given_in = proof->given_in;
	one->given_quote = proof->given_quote;
}
