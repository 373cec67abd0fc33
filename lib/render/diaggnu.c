/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as lines that editors jump from: see diagfmt.h. */
#include "render/diagfmt_int.h"

static void
finding(const struct hd_diag *d, struct hd_out *out, struct hd_buf *b)
{
	hd_buf_reset(b);
	hd_diag_line(b, d);
	hd_diag_put(out, hd_buf_str(b));
	for (size_t i = 0; i < d->nrelated; i++) {
		hd_buf_reset(b);
		hd_diag_place(b, &d->related[i].at);
		hd_buf_addf(b, ": note: %s", d->related[i].message);
		hd_diag_put(out, hd_buf_str(b));
	}
}

static void
result(const struct hd_result *r, struct hd_out *out, struct hd_buf *b)
{
	hd_buf_reset(b);
	hd_diag_place(b, &r->at);
	hd_buf_addf(b, ": %s: case '%s': ", hd_result_bad(r) ? "error" : "note",
	    r->name);
	if (r->outcome == HD_SKIPPED || r->outcome == HD_TODO)
		hd_buf_addf(b, "%s%s", hd_outcome_word(r->outcome),
		    r->message != NULL ? ": " : "");
	if (hd_result_bad(r) || r->message != NULL)
		hd_result_text(b, r);
	hd_diag_put(out, hd_buf_str(b));
}

/* ", 3 errors": nothing where there is none. */
static void
count(struct hd_buf *b, size_t n, const char *what)
{
	if (n > 0)
		hd_buf_addf(b, ", %zu %s%s", n, what, n == 1 ? "" : "s");
}

static void
cases(const struct hd_diagreport *r, const struct hd_diagcount *c,
    struct hd_out *out, struct hd_buf *b)
{
	const char *sep = ": ";

	if (r->diags->nresults == 0)
		return;
	hd_buf_reset(b);
	hd_buf_addf(b, "# %zu case%s", r->diags->nresults,
	    r->diags->nresults == 1 ? "" : "s");
	for (int i = 0; i <= HD_TODO; i++) {
		if (c->outcome[i] == 0)
			continue;
		hd_buf_addf(b, "%s%zu %s", sep, c->outcome[i],
		    hd_outcome_word((enum hd_outcome)i));
		sep = ", ";
	}
	hd_diag_put(out, hd_buf_str(b));
}

static void
summary(const struct hd_diagreport *r, struct hd_out *out, struct hd_buf *b)
{
	struct hd_diagcount c;

	hd_diag_count(r->diags, &c);
	cases(r, &c, out, b);
	hd_buf_reset(b);
	count(b, c.severity[HD_SEV_ERROR], "error");
	count(b, c.severity[HD_SEV_WARNING], "warning");
	count(b, c.severity[HD_SEV_NOTE], "note");
	/* a test run without findings says nothing of them */
	if (b->n == 0 && r->diags->nresults == 0)
		hd_buf_adds(b, ", no findings");
	if (c.allowed > 0)
		hd_buf_addf(b, ", %zu allowed", c.allowed);
	if (c.known > 0)
		hd_buf_addf(b, ", %zu in the baseline", c.known);
	if (b->n > 0) {
		b->s[0] = '#'; /* was the comma */
		hd_diag_put(out, hd_buf_str(b));
	}
	for (size_t i = 0; i < r->nnotes; i++) {
		hd_buf_reset(b);
		hd_buf_addf(b, "# %s", r->notes[i]);
		hd_diag_put(out, hd_buf_str(b));
	}
}

void
hd_diags_gnu(const struct hd_diagreport *r, struct hd_out *out)
{
	const struct hd_diags *d = r->diags;
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < d->n; i++)
		if (hd_diag_open(&d->v[i]))
			finding(&d->v[i], out, &b);
	for (size_t i = 0; i < d->nresults; i++)
		if (d->results[i].outcome != HD_PASSED)
			result(&d->results[i], out, &b);
	if (!r->quiet && r->bail == NULL)
		summary(r, out, &b);
	hd_buf_release(&b);
}
