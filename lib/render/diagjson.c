/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as one JSON object a line: see diagfmt.h. */
#include "base/json.h"
#include "render/diagfmt_int.h"

static void
text(struct hd_jgen *g, const char *key, const char *s)
{
	if (s == NULL)
		return;
	hd_jgen_cstr(g, key);
	hd_jgen_cstr(g, s);
}

static void
number(struct hd_jgen *g, const char *key, size_t n)
{
	hd_jgen_cstr(g, key);
	hd_jgen_int(g, (int64_t)n);
}

static void
place(struct hd_jgen *g, const struct hd_place *at)
{
	text(g, "file", at->file);
	if (at->line > 0)
		number(g, "line", at->line);
	if (at->col > 0)
		number(g, "col", at->col);
	if (at->width > 0)
		number(g, "width", at->width);
}

static void
end_line(struct hd_jgen *g, struct hd_out *out)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_jgen_endobj(g);
	hd_jgen_take(g, &b);
	hd_buf_addc(&b, '\n');
	hd_out_add(out, b.s, b.n);
	hd_buf_release(&b);
}

static void
begin_line(struct hd_jgen *g, const char *type)
{
	hd_jgen_obj(g);
	text(g, "type", type);
}

static void
related(struct hd_jgen *g, const struct hd_diag *d)
{
	if (d->nrelated == 0)
		return;
	hd_jgen_cstr(g, "related");
	hd_jgen_arr(g);
	for (size_t i = 0; i < d->nrelated; i++) {
		hd_jgen_obj(g);
		place(g, &d->related[i].at);
		text(g, "message", d->related[i].message);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
}

static void
finding(struct hd_jgen *g, const struct hd_diag *d)
{
	char hex[HD_FINGERPRINT];

	begin_line(g, "finding");
	text(g, "id", d->id);
	text(g, "severity", hd_severity_word(d->severity));
	text(g, "proof", hd_proof_word(d->proof));
	if (d->observed >= 0) {
		hd_jgen_cstr(g, "observed");
		hd_jgen_int(g, d->observed);
	}
	place(g, &d->at);
	text(g, "rule", d->rule);
	if (d->alternative > 0)
		number(g, "alternative", d->alternative);
	text(g, "message", d->message);
	related(g, d);
	text(g, "allowed", d->allowed);
	if (d->known) {
		hd_jgen_cstr(g, "known");
		hd_jgen_bool(g, true);
	}
	text(g, "fingerprint", hd_diag_fingerprint(d, hex));
}

static void
result(struct hd_jgen *g, const struct hd_result *r)
{
	begin_line(g, "case");
	text(g, "outcome", hd_outcome_word(r->outcome));
	text(g, "name", r->name);
	place(g, &r->at);
	text(g, "message", r->message);
	text(g, "got", r->got);
	text(g, "want", r->want);
	text(g, "rule", r->rule);
}

static void
texts(struct hd_jgen *g, const char *key, const char *const *v, size_t n)
{
	hd_jgen_cstr(g, key);
	hd_jgen_arr(g);
	for (size_t i = 0; i < n; i++)
		hd_jgen_cstr(g, v[i]);
	hd_jgen_endarr(g);
}

static void
summary(struct hd_jgen *g, const struct hd_diagreport *r)
{
	struct hd_diagcount c;

	hd_diag_count(r->diags, &c);
	begin_line(g, "summary");
	text(g, "tool", r->tool);
	text(g, "version", r->version);
	text(g, "command", r->command);
	texts(g, "files", r->files, r->nfiles);
	number(g, "errors", c.severity[HD_SEV_ERROR]);
	number(g, "warnings", c.severity[HD_SEV_WARNING]);
	number(g, "notes", c.severity[HD_SEV_NOTE]);
	number(g, "allowed", c.allowed);
	number(g, "known", c.known);
	number(g, "cases", r->diags->nresults);
	for (int i = 0; i <= HD_TODO; i++)
		if (c.outcome[i] > 0)
			number(g, hd_outcome_word((enum hd_outcome)i),
			    c.outcome[i]);
	if (r->nnotes > 0)
		texts(g, "remarks", r->notes, r->nnotes);
	text(g, "bail", r->bail);
	number(g, "status", (size_t)r->status);
}

void
hd_diags_json(const struct hd_diagreport *r, struct hd_out *out)
{
	const struct hd_diags *d = r->diags;
	struct hd_jgen g;

	hd_jgen_init(&g, false);
	for (size_t i = 0; i < d->n; i++) {
		finding(&g, &d->v[i]);
		end_line(&g, out);
	}
	for (size_t i = 0; i < d->nresults; i++) {
		result(&g, &d->results[i]);
		end_line(&g, out);
	}
	summary(&g, r);
	end_line(&g, out);
	hd_jgen_release(&g);
}
