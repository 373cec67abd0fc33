/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as SARIF 2.1.0 (OASIS, with errata 01): see diagfmt.h.  Every check
 * is listed, so that a finding that is gone closes; every result has a line,
 * without which consumers drop it.
 */
#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "render/diagfmt_int.h"

#define SCHEMA                                        \
	"https://docs.oasis-open.org/sarif/sarif/v2." \
	"1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define CASE "case" /* the rule of a test case that failed */

struct sarif {
	struct hd_jgen *g;
	const struct hd_diagreport *r;
	struct hd_map seen; /* fingerprints, numbered where they repeat */
	bool baseline;	    /* some findings are known, so the others are new */
};

static void
object(struct hd_jgen *g, const char *key)
{
	hd_jgen_cstr(g, key);
	hd_jgen_obj(g);
}

static void
array(struct hd_jgen *g, const char *key)
{
	hd_jgen_cstr(g, key);
	hd_jgen_arr(g);
}

/* A message object; braces would be placeholders (3.11.5). */
static void
message(struct hd_jgen *g, const char *key, const char *s)
{
	struct hd_buf b = HD_BUF_INIT;

	for (; *s != '\0'; s++) {
		if (*s == '{' || *s == '}')
			hd_buf_addc(&b, *s);
		hd_buf_addc(&b, *s);
	}
	object(g, key);
	hd_diag_member(g, "text", hd_buf_cstr(&b));
	hd_jgen_endobj(g);
	hd_buf_release(&b);
}

/* A path as a URI (RFC 3986): relative stays relative. */
static void
artifact(struct hd_jgen *g, const char *key, const char *path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-._~/";
	struct hd_buf b = HD_BUF_INIT;

	if (path[0] == '/')
		hd_buf_adds(&b, "file://");
	for (const char *p = path; *p != '\0'; p++) {
		if (strchr(plain, *p) != NULL)
			hd_buf_addc(&b, *p);
		else
			hd_buf_addf(&b, "%%%02X", (unsigned char)*p);
	}
	object(g, key);
	hd_diag_member(g, "uri", hd_buf_cstr(&b));
	hd_jgen_endobj(g);
	hd_buf_release(&b);
}

static void
physical(struct hd_jgen *g, const struct hd_place *at)
{
	object(g, "physicalLocation");
	artifact(g, "artifactLocation", at->file);
	object(g, "region");
	hd_diag_number(g, "startLine", at->line > 0 ? at->line : 1);
	if (at->line > 0 && at->col > 0)
		hd_diag_number(g, "startColumn", at->col);
	if (at->line > 0 && at->col > 0 && at->width > 0)
		hd_diag_number(g, "endColumn", at->col + at->width);
	hd_jgen_endobj(g);
	hd_jgen_endobj(g);
}

static void
locations(struct hd_jgen *g, const struct hd_place *at)
{
	array(g, "locations");
	hd_jgen_obj(g);
	physical(g, at);
	hd_jgen_endobj(g);
	hd_jgen_endarr(g);
}

static void
rule(struct hd_jgen *g, const char *id, const char *title, const char *help,
    enum hd_severity severity, const char *proof)
{
	hd_jgen_obj(g);
	hd_diag_member(g, "id", id);
	message(g, "shortDescription", title);
	message(g, "fullDescription", help);
	message(g, "help", help);
	object(g, "defaultConfiguration");
	hd_diag_member(g, "level", hd_severity_word(severity));
	hd_jgen_endobj(g);
	object(g, "properties");
	hd_diag_member(g, "proof", proof);
	hd_jgen_endobj(g);
	hd_jgen_endobj(g);
}

static void
tool(struct sarif *s)
{
	const struct hd_diagreport *r = s->r;
	const struct hd_check *c;

	object(s->g, "tool");
	object(s->g, "driver");
	hd_diag_member(s->g, "name", r->tool);
	hd_diag_member(s->g, "version", r->version);
	array(s->g, "rules");
	for (size_t i = 0; i < r->nchecks; i++) {
		c = &r->checks[i];
		rule(s->g, c->id, c->title,
		    c->help != NULL ? c->help : c->title, c->severity,
		    hd_proof_word(c->proof));
	}
	if (r->diags->nresults > 0)
		rule(s->g, CASE, "test case failed",
		    "The rules decided otherwise than the case expects.",
		    HD_SEV_ERROR, hd_proof_word(HD_PROVED));
	hd_jgen_endarr(s->g);
	hd_jgen_endobj(s->g);
	hd_jgen_endobj(s->g);
}

/* Done, if inconclusive, or not: the statuses of hd_exit. */
static void
invocation(struct sarif *s)
{
	const struct hd_diagreport *r = s->r;
	bool done = r->bail == NULL && r->status != HD_EXIT_USAGE &&
		    r->status != HD_EXIT_FAIL;

	array(s->g, "invocations");
	hd_jgen_obj(s->g);
	hd_jgen_cstr(s->g, "executionSuccessful");
	hd_jgen_bool(s->g, done);
	hd_diag_number(s->g, "exitCode", (size_t)r->status);
	array(s->g, "toolExecutionNotifications");
	for (size_t i = 0; i < r->nnotes; i++) {
		hd_jgen_obj(s->g);
		hd_diag_member(s->g, "level", "note");
		message(s->g, "message", r->notes[i]);
		hd_jgen_endobj(s->g);
	}
	if (r->bail != NULL) {
		hd_jgen_obj(s->g);
		hd_diag_member(s->g, "level", "error");
		message(s->g, "message", r->bail);
		hd_jgen_endobj(s->g);
	}
	hd_jgen_endarr(s->g);
	hd_jgen_endobj(s->g);
	hd_jgen_endarr(s->g);
}

/* Like GitHub's own fingerprints: the hash, and which of those alike. */
static void
fingerprint(struct sarif *s, const char *file, const char *hash)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(
	    &b, "%s:%" PRId64, hash, hd_diag_ordinal(&s->seen, file, hash));
	object(s->g, "partialFingerprints");
	hd_diag_member(s->g, "ruleAlternative/v1", hd_buf_cstr(&b));
	hd_jgen_endobj(s->g);
	hd_buf_release(&b);
}

static void
related(struct hd_jgen *g, const struct hd_diag *d)
{
	if (d->nrelated == 0)
		return;
	array(g, "relatedLocations");
	for (size_t i = 0; i < d->nrelated; i++) {
		hd_jgen_obj(g);
		hd_diag_number(g, "id", i + 1);
		physical(g, &d->related[i].at);
		message(g, "message", d->related[i].message);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
}

/* On every result or on none (3.27.23): an empty list is "not suppressed". */
static void
suppressions(struct sarif *s, const char *reason, bool known)
{
	array(s->g, "suppressions");
	if (reason != NULL) {
		hd_jgen_obj(s->g);
		hd_diag_member(s->g, "kind", "inSource");
		hd_diag_member(s->g, "status", "accepted");
		hd_diag_member(s->g, "justification", reason);
		hd_jgen_endobj(s->g);
	}
	hd_jgen_endarr(s->g);
	if (s->baseline)
		hd_diag_member(
		    s->g, "baselineState", known ? "unchanged" : "new");
}

static void
properties(struct hd_jgen *g, const struct hd_diag *d)
{
	object(g, "properties");
	hd_diag_member(g, "proof", hd_proof_word(d->proof));
	if (d->observed >= 0) {
		hd_jgen_cstr(g, "observed");
		hd_jgen_int(g, d->observed);
	}
	if (d->rule != NULL)
		hd_diag_member(g, "rule", d->rule);
	if (d->alternative > 0)
		hd_diag_number(g, "alternative", d->alternative);
	hd_jgen_endobj(g);
}

static void
finding(struct sarif *s, const struct hd_diag *d)
{
	const struct hd_check *c =
	    hd_check_find(s->r->checks, s->r->nchecks, d->id);
	char hex[HD_FINGERPRINT];
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s (", d->message);
	hd_diag_proof(&b, d);
	hd_buf_addc(&b, ')');
	hd_jgen_obj(s->g);
	hd_diag_member(s->g, "ruleId", d->id);
	if (c != NULL)
		hd_diag_number(s->g, "ruleIndex", (size_t)(c - s->r->checks));
	hd_diag_member(s->g, "level", hd_severity_word(d->severity));
	message(s->g, "message", hd_buf_cstr(&b));
	locations(s->g, &d->at);
	related(s->g, d);
	fingerprint(s, d->at.file, hd_diag_fingerprint(d, hex));
	suppressions(s, d->allowed, d->known);
	properties(s->g, d);
	hd_jgen_endobj(s->g);
	hd_buf_release(&b);
}

static void
result(struct sarif *s, const struct hd_result *r)
{
	struct hd_diag d = { .id = CASE, .rule = r->name };
	char hex[HD_FINGERPRINT];
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "case '%s': ", r->name);
	hd_result_text(&b, r);
	hd_jgen_obj(s->g);
	hd_diag_member(s->g, "ruleId", CASE);
	hd_diag_number(s->g, "ruleIndex", s->r->nchecks);
	hd_diag_member(s->g, "level", "error");
	message(s->g, "message", hd_buf_cstr(&b));
	locations(s->g, &r->at);
	fingerprint(s, r->at.file, hd_diag_fingerprint(&d, hex));
	suppressions(s, NULL, false);
	hd_jgen_endobj(s->g);
	hd_buf_release(&b);
}

static void
results(struct sarif *s)
{
	const struct hd_diags *d = s->r->diags;

	for (size_t i = 0; i < d->n; i++)
		s->baseline |= d->v[i].known;
	array(s->g, "results");
	for (size_t i = 0; i < d->n; i++)
		finding(s, &d->v[i]);
	for (size_t i = 0; i < d->nresults; i++)
		if (hd_result_bad(&d->results[i]))
			result(s, &d->results[i]);
	hd_jgen_endarr(s->g);
}

/* Each file once, as the schema wants. */
static void
artifacts(struct sarif *s)
{
	struct hd_suites files;

	hd_suites_make(&files, s->r);
	array(s->g, "artifacts");
	for (size_t i = 0; i < files.map.count; i++) {
		hd_jgen_obj(s->g);
		artifact(s->g, "location", files.map.entries[i].key);
		hd_jgen_endobj(s->g);
	}
	hd_jgen_endarr(s->g);
	hd_suites_release(&files);
}

static void
run(struct sarif *s)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_jgen_obj(s->g);
	tool(s);
	/* check and test of one commit are runs apart */
	hd_buf_addf(&b, "%s/%s/", s->r->tool, s->r->command);
	object(s->g, "automationDetails");
	hd_diag_member(s->g, "id", hd_buf_cstr(&b));
	hd_jgen_endobj(s->g);
	invocation(s);
	hd_diag_member(s->g, "columnKind", "unicodeCodePoints");
	artifacts(s);
	results(s);
	hd_jgen_endobj(s->g);
	hd_buf_release(&b);
}

void
hd_diags_sarif(const struct hd_diagreport *r, struct hd_out *out)
{
	struct hd_jgen g;
	struct sarif s = { .g = &g, .r = r, .seen = HD_MAP_INIT };
	struct hd_buf b = HD_BUF_INIT;

	hd_jgen_init(&g, false);
	hd_jgen_obj(&g);
	hd_diag_member(&g, "$schema", SCHEMA);
	hd_diag_member(&g, "version", "2.1.0");
	array(&g, "runs");
	run(&s);
	hd_jgen_endarr(&g);
	hd_jgen_endobj(&g);
	hd_jgen_take(&g, &b);
	hd_buf_addc(&b, '\n');
	hd_out_add(out, b.s, b.n);
	hd_buf_release(&b);
	hd_jgen_release(&g);
	hd_map_release(&s.seen);
}
