/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of findings: the words and texts the formats share; see diagfmt.h. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "render/diagfmt_int.h"

int
hd_diagformat_read(const char *word, enum hd_diagformat *f, struct hd_err *err)
{
	static const char *const words[] = { "gnu", "json", "tap", "junit",
		"sarif", "github" };

	*f = HD_DIAG_GNU;
	if (word == NULL)
		return 0;
	for (int i = 0; i <= HD_DIAG_GITHUB; i++)
		if (strcmp(word, words[i]) == 0) {
			*f = (enum hd_diagformat)i;
			return 0;
		}
	return hd_err_set(err, HD_EUSAGE,
	    "-f: unknown format '%s': gnu, json, tap, junit, sarif or github",
	    word);
}

int
hd_failon_read(const char *word, enum hd_failon *on, struct hd_err *err)
{
	static const char *const words[] = { "note", "warning", "error",
		"never" };

	*on = HD_FAIL_ERROR;
	if (word == NULL)
		return 0;
	for (int i = 0; i <= HD_FAIL_NEVER; i++)
		if (strcmp(word, words[i]) == 0) {
			*on = (enum hd_failon)i;
			return 0;
		}
	return hd_err_set(err, HD_EUSAGE,
	    "--fail-on: '%s' is not error, warning, note or never", word);
}

bool
hd_diag_open(const struct hd_diag *d)
{
	return d->allowed == NULL && !d->known;
}

bool
hd_diag_fails(const struct hd_diag *d, enum hd_failon on)
{
	return hd_diag_open(d) && (int)d->severity >= (int)on;
}

bool
hd_result_bad(const struct hd_result *r)
{
	return r->outcome == HD_FAILED || r->outcome == HD_ERRORED;
}

const char *
hd_severity_word(enum hd_severity s)
{
	static const char *const words[] = { "note", "warning", "error" };

	return words[s];
}

const char *
hd_outcome_word(enum hd_outcome o)
{
	static const char *const words[] = { "passed", "failed", "gave up",
		"skipped", "todo" };

	return words[o];
}

const char *
hd_proof_word(enum hd_proof p)
{
	static const char *const words[] = { "proved", "observed",
		"heuristic" };

	return words[p];
}

const char *
hd_diag_fingerprint(const struct hd_diag *d, char hex[HD_FINGERPRINT])
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_adds(&b, d->id);
	hd_buf_addc(&b, '\n');
	/* a file is told from a rule by what comes before it */
	if (d->rule != NULL)
		hd_buf_addf(&b, "rule\n%s\n%zu", d->rule, d->alternative);
	else
		hd_buf_addf(&b, "file\n%s", d->at.file);
	(void)snprintf(
	    hex, HD_FINGERPRINT, "%016" PRIx64, hd_sha256_head(hd_buf_str(&b)));
	hd_buf_release(&b);
	return hex;
}

void
hd_diag_count(const struct hd_diags *d, struct hd_diagcount *c)
{
	memset(c, 0, sizeof(*c));
	for (size_t i = 0; i < d->n; i++) {
		if (d->v[i].allowed != NULL)
			c->allowed++;
		else if (d->v[i].known)
			c->known++;
		else
			c->severity[d->v[i].severity]++;
	}
	for (size_t i = 0; i < d->nresults; i++)
		c->outcome[d->results[i].outcome]++;
}

void
hd_diag_proof(struct hd_buf *b, const struct hd_diag *d)
{
	hd_buf_adds(b, hd_proof_word(d->proof));
	if (d->proof == HD_OBSERVED && d->observed >= 0)
		hd_buf_addf(b, " %" PRId64, d->observed);
}

void
hd_diag_place(struct hd_buf *b, const struct hd_place *at)
{
	hd_buf_adds(b, at->file);
	if (at->line > 0)
		hd_buf_addf(b, ":%zu", at->line);
	if (at->line > 0 && at->col > 0)
		hd_buf_addf(b, ":%zu", at->col);
}

void
hd_diag_text(struct hd_buf *b, const struct hd_diag *d)
{
	hd_buf_addf(b, "%s (", d->message);
	hd_diag_proof(b, d);
	hd_buf_addf(b, ") [%s]", d->id);
}

void
hd_diag_line(struct hd_buf *b, const struct hd_diag *d)
{
	hd_diag_place(b, &d->at);
	hd_buf_addf(b, ": %s: ", hd_severity_word(d->severity));
	hd_diag_text(b, d);
}

/* "got G, want W" */
static bool
add_got(struct hd_buf *b, const struct hd_result *r)
{
	if (r->got != NULL)
		hd_buf_addf(b, "got %s", r->got);
	if (r->want != NULL)
		hd_buf_addf(
		    b, "%swant %s", r->got != NULL ? ", " : "", r->want);
	return r->got != NULL || r->want != NULL;
}

void
hd_result_text(struct hd_buf *b, const struct hd_result *r)
{
	size_t begin = b->n;

	if (r->outcome == HD_ERRORED)
		hd_buf_adds(b, "gave up");
	/* why a case may fail is what its reader knows it by */
	if (r->outcome == HD_TODO && r->message != NULL)
		hd_buf_adds(b, r->message);
	if (b->n > begin && (r->got != NULL || r->want != NULL))
		hd_buf_adds(b, ": ");
	if (add_got(b, r) && r->rule != NULL && r->message == NULL)
		hd_buf_addf(b, ", won by %s", r->rule);
	if (r->message != NULL && r->outcome != HD_TODO)
		hd_buf_addf(b, "%s%s", b->n > begin ? ": " : "", r->message);
	if (b->n == begin)
		hd_buf_adds(b, hd_outcome_word(r->outcome));
}

void
hd_diag_name(struct hd_buf *b, const struct hd_diag *d)
{
	hd_buf_adds(b, d->id);
	if (d->rule != NULL)
		hd_buf_addf(b, " %s", d->rule);
	if (d->rule != NULL && d->alternative > 0)
		hd_buf_addf(b, "/%zu", d->alternative);
}

void
hd_diag_put(struct hd_out *out, struct hd_str line)
{
	struct hd_buf safe = HD_BUF_INIT;

	hd_utf8_safe(&safe, line, false);
	hd_buf_addc(&safe, '\n');
	hd_out_add(out, safe.s, safe.n);
	hd_buf_release(&safe);
}

void
hd_suites_make(struct hd_suites *s, const struct hd_diagreport *r)
{
	const struct hd_diags *d = r->diags;

	s->map = (struct hd_map)HD_MAP_INIT;
	for (size_t i = 0; i < r->nfiles; i++)
		(void)hd_map_put(&s->map, hd_str(r->files[i]), 0);
	for (size_t i = 0; i < d->n; i++)
		(void)hd_map_put(&s->map, hd_str(d->v[i].at.file), 0);
	for (size_t i = 0; i < d->nresults; i++)
		(void)hd_map_put(&s->map, hd_str(d->results[i].at.file), 0);
}

void
hd_suites_release(struct hd_suites *s)
{
	hd_map_release(&s->map);
}

int64_t
hd_diag_ordinal(struct hd_map *seen, const char *file, const char *key)
{
	struct hd_buf b = HD_BUF_INIT;
	int64_t *n;

	hd_buf_addf(&b, "%s\n%s", file, key);
	n = hd_map_put(seen, hd_buf_str(&b), 0);
	hd_buf_release(&b);
	return ++*n;
}

int
hd_diags_print(const struct hd_diagreport *r, enum hd_diagformat f,
    struct hd_out *out, struct hd_err *err)
{
	switch (f) {
	case HD_DIAG_JUNIT:
		return hd_diags_junit(r, out, err);
	case HD_DIAG_GNU:
		hd_diags_gnu(r, out);
		break;
	case HD_DIAG_JSON:
		hd_diags_json(r, out);
		break;
	case HD_DIAG_TAP:
		hd_diags_tap(r, out);
		break;
	case HD_DIAG_SARIF:
		hd_diags_sarif(r, out);
		break;
	case HD_DIAG_GITHUB:
		hd_diags_github(r, out);
		break;
	}
	return 0;
}
