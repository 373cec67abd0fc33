/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as one JSON object a line: see diagfmt.h. */
#include "base/json.h"
#include "render/diagfmt_int.h"

void
hd_diag_member(struct hd_jgen *g, const char *key, const char *s)
{
	if (s == NULL)
		return;
	hd_jgen_cstr(g, key);
	hd_jgen_cstr(g, s);
}

void
hd_diag_number(struct hd_jgen *g, const char *key, size_t n)
{
	hd_jgen_cstr(g, key);
	hd_jgen_int(g, (int64_t)n);
}

static void
place(struct hd_jgen *g, const struct hd_place *at)
{
	hd_diag_member(g, "file", at->file);
	if (at->line > 0)
		hd_diag_number(g, "line", at->line);
	if (at->col > 0)
		hd_diag_number(g, "col", at->col);
	if (at->width > 0)
		hd_diag_number(g, "width", at->width);
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
	hd_diag_member(g, "type", type);
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
		hd_diag_member(g, "message", d->related[i].message);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
}

static void
finding(struct hd_jgen *g, const struct hd_diag *d)
{
	char hex[HD_FINGERPRINT];

	begin_line(g, "finding");
	hd_diag_member(g, "id", d->id);
	hd_diag_member(g, "severity", hd_severity_word(d->severity));
	hd_diag_member(g, "proof", hd_proof_word(d->proof));
	if (d->observed >= 0) {
		hd_jgen_cstr(g, "observed");
		hd_jgen_int(g, d->observed);
	}
	place(g, &d->at);
	hd_diag_member(g, "rule", d->rule);
	if (d->alternative > 0)
		hd_diag_number(g, "alternative", d->alternative);
	hd_diag_member(g, "message", d->message);
	related(g, d);
	hd_diag_member(g, "allowed", d->allowed);
	if (d->known) {
		hd_jgen_cstr(g, "known");
		hd_jgen_bool(g, true);
	}
	hd_diag_member(g, "fingerprint", hd_diag_fingerprint(d, hex));
}

static void
result(struct hd_jgen *g, const struct hd_result *r)
{
	begin_line(g, "case");
	hd_diag_member(g, "outcome", hd_outcome_word(r->outcome));
	hd_diag_member(g, "name", r->name);
	place(g, &r->at);
	hd_diag_member(g, "message", r->message);
	hd_diag_member(g, "got", r->got);
	hd_diag_member(g, "want", r->want);
	hd_diag_member(g, "rule", r->rule);
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
	hd_diag_member(g, "tool", r->tool);
	hd_diag_member(g, "version", r->version);
	hd_diag_member(g, "command", r->command);
	texts(g, "files", r->files, r->nfiles);
	hd_diag_number(g, "errors", c.severity[HD_SEV_ERROR]);
	hd_diag_number(g, "warnings", c.severity[HD_SEV_WARNING]);
	hd_diag_number(g, "notes", c.severity[HD_SEV_NOTE]);
	hd_diag_number(g, "allowed", c.allowed);
	hd_diag_number(g, "known", c.known);
	hd_diag_number(g, "cases", r->diags->nresults);
	for (int i = 0; i <= HD_TODO; i++)
		if (c.outcome[i] > 0)
			hd_diag_number(g, hd_outcome_word((enum hd_outcome)i),
			    c.outcome[i]);
	if (r->nnotes > 0)
		texts(g, "remarks", r->notes, r->nnotes);
	hd_diag_member(g, "bail", r->bail);
	hd_diag_number(g, "status", (size_t)r->status);
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
