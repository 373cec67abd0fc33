/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as TAP 13: see diagfmt.h.  A point is "ok N - FILE: WHAT"; the block
 * below it is YAML whose texts are JSON strings, which YAML takes as they are.
 */
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "render/diagfmt_int.h"

struct tap {
	struct hd_out *out;
	size_t n; /* points so far */
};

/* One line of a description: # would begin a directive. */
static void
describe(struct hd_buf *b, const char *s)
{
	struct hd_buf safe = HD_BUF_INIT;

	hd_utf8_safe(&safe, hd_str(s), false);
	for (size_t i = 0; i < safe.n; i++) {
		if (safe.s[i] == '#' || safe.s[i] == '\\')
			hd_buf_addc(b, '\\');
		hd_buf_addc(b, safe.s[i]);
	}
	hd_buf_release(&safe);
}

static void
comment(struct hd_out *out, const char *s)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "# %s", s);
	hd_diag_put(out, hd_buf_str(&b));
	hd_buf_release(&b);
}

/* directive: "TODO" or "SKIP", with its reason, or NULL */
static void
point(struct tap *t, bool ok, const char *file, const char *name,
    const char *directive, const char *reason)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%sok %zu - ", ok ? "" : "not ", ++t->n);
	describe(&b, file);
	hd_buf_adds(&b, ": ");
	describe(&b, name);
	if (directive != NULL) {
		hd_buf_addf(&b, " # %s ", directive);
		describe(&b, reason != NULL ? reason : "");
	}
	while (b.s[b.n - 1] == ' ')
		b.n--;
	hd_buf_addc(&b, '\n');
	hd_out_add(t->out, b.s, b.n);
	hd_buf_release(&b);
}

/* A line of the block: head and the text quoted; nothing where s is NULL. */
static void
member(struct tap *t, const char *head, const char *s)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_jgen g;

	if (s == NULL)
		return;
	hd_jgen_init(&g, false);
	hd_jgen_cstr(&g, s);
	hd_buf_addf(&b, "  %s ", head);
	hd_jgen_take(&g, &b);
	hd_buf_addc(&b, '\n');
	hd_out_add(t->out, b.s, b.n);
	hd_jgen_release(&g);
	hd_buf_release(&b);
}

static void
member_place(struct tap *t, const char *head, const struct hd_place *at)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_diag_place(&b, at);
	member(t, head, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

/* In one text: Perl's reader takes "- place: text" for a map. */
static void
related(struct tap *t, const struct hd_diag *d)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < d->nrelated; i++) {
		hd_buf_adds(&b, i > 0 ? "\n" : "");
		hd_diag_place(&b, &d->related[i].at);
		hd_buf_addf(&b, ": %s", d->related[i].message);
	}
	if (b.n > 0)
		member(t, "related:", b.s);
	hd_buf_release(&b);
}

static void
finding(struct tap *t, const struct hd_diag *d)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_diag_text(&b, d);
	point(t, false, d->at.file, hd_buf_cstr(&b), NULL, NULL);
	hd_out_adds(t->out, "  ---\n");
	member_place(t, "at:", &d->at);
	member(t, "severity:", hd_severity_word(d->severity));
	member(t, "id:", d->id);
	member(t, "rule:", d->rule);
	related(t, d);
	hd_out_adds(t->out, "  ...\n");
	hd_buf_release(&b);
}

static void
result(struct tap *t, const struct hd_result *r)
{
	bool ok = r->outcome == HD_PASSED || r->outcome == HD_SKIPPED;
	const char *directive = r->outcome == HD_TODO	   ? "TODO"
				: r->outcome == HD_SKIPPED ? "SKIP"
							   : NULL;

	point(t, ok, r->at.file, r->name, directive, r->message);
	if (ok)
		return;
	hd_out_adds(t->out, "  ---\n");
	member_place(t, "at:", &r->at);
	if (r->outcome != HD_FAILED)
		member(t, "outcome:", hd_outcome_word(r->outcome));
	member(t, "message:", r->message);
	member(t, "got:", r->got);
	member(t, "want:", r->want);
	member(t, "rule:", r->rule);
	hd_out_adds(t->out, "  ...\n");
}

/* What fails nothing is a comment. */
static void
remark(struct tap *t, const struct hd_diag *d)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_diag_line(&b, d);
	comment(t->out, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

static void
suite(struct tap *t, const struct hd_diagreport *r, const char *file)
{
	const struct hd_diags *d = r->diags;
	size_t before = t->n;

	for (size_t i = 0; i < d->n; i++) {
		if (strcmp(d->v[i].at.file, file) != 0)
			continue;
		if (hd_diag_fails(&d->v[i], r->fail_on))
			finding(t, &d->v[i]);
		else if (hd_diag_open(&d->v[i]))
			remark(t, &d->v[i]);
	}
	for (size_t i = 0; i < d->nresults; i++)
		if (strcmp(d->results[i].at.file, file) == 0)
			result(t, &d->results[i]);
	if (t->n == before)
		point(t, true, file, r->command, NULL, NULL);
}

void
hd_diags_tap(const struct hd_diagreport *r, struct hd_out *out)
{
	struct hd_buf b = HD_BUF_INIT;
	struct tap t = { out, 0 };
	struct hd_suites s;

	hd_out_adds(out, "TAP version 13\n");
	if (r->bail != NULL) {
		for (size_t i = 0; i < r->diags->n; i++)
			if (hd_diag_open(&r->diags->v[i]))
				remark(&t, &r->diags->v[i]);
		hd_buf_addf(&b, "Bail out!  %s", r->bail);
		hd_diag_put(out, hd_buf_str(&b));
		hd_buf_release(&b);
		return;
	}
	hd_suites_make(&s, r);
	for (size_t i = 0; i < s.map.count; i++)
		suite(&t, r, s.map.entries[i].key);
	for (size_t i = 0; i < r->nnotes; i++)
		comment(out, r->notes[i]);
	/* the plan may end the stream, and the points need not be counted */
	hd_out_addf(
	    out, "1..%zu%s\n", t.n, t.n == 0 ? " # SKIP nothing to check" : "");
	hd_suites_release(&s);
}
