/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DIAGFMT_INT_H
#define HD_DIAGFMT_INT_H

#include "base/hash.h"
#include "base/json.h"
#include "render/diagfmt.h"

/* What the formats share. */

struct hd_diagcount {
	size_t severity[3]; /* of findings that count, by enum hd_severity */
	size_t allowed, known;
	size_t outcome[5]; /* of cases, by enum hd_outcome */
};

void hd_diag_count(const struct hd_diags *d, struct hd_diagcount *c);
/* Neither allowed nor known. */
bool hd_diag_open(const struct hd_diag *d);
/* A case that fails the run. */
bool hd_result_bad(const struct hd_result *r);

const char *hd_severity_word(enum hd_severity s);
const char *hd_outcome_word(enum hd_outcome o);
const char *hd_proof_word(enum hd_proof p);

/* These append, with the text as it is: make it harmless afterwards. */
/* "proved", "observed 12", "heuristic". */
void hd_diag_proof(struct hd_buf *b, const struct hd_diag *d);
/* "file:line:col", without what is 0. */
void hd_diag_place(struct hd_buf *b, const struct hd_place *at);
/* "message (proof) [id]" */
void hd_diag_text(struct hd_buf *b, const struct hd_diag *d);
/* "file:line:col: severity: message (proof) [id]" */
void hd_diag_line(struct hd_buf *b, const struct hd_diag *d);
/* "got G, want W: message"; the outcome where none is there. */
void hd_result_text(struct hd_buf *b, const struct hd_result *r);
/* "R151 rule/2": id, rule and alternative, as far as they are. */
void hd_diag_name(struct hd_buf *b, const struct hd_diag *d);

/* A line of text that a terminal shows and obeys nothing of. */
void hd_diag_put(struct hd_out *out, struct hd_str line);

/* The files, in the order of the report, then as they first appear. */
struct hd_suites {
	struct hd_map map; /* name to number; entries in order */
};

void hd_suites_make(struct hd_suites *s, const struct hd_diagreport *r);
void hd_suites_release(struct hd_suites *s);
/* How often file and key were asked for, this time included. */
int64_t hd_diag_ordinal(struct hd_map *seen, const char *file, const char *key);

/* A member of a JSON object: a string, none where it is NULL; a number. */
void hd_diag_member(struct hd_jgen *g, const char *key, const char *s);
void hd_diag_number(struct hd_jgen *g, const char *key, size_t n);

void hd_diags_gnu(const struct hd_diagreport *r, struct hd_out *out);
void hd_diags_json(const struct hd_diagreport *r, struct hd_out *out);
void hd_diags_tap(const struct hd_diagreport *r, struct hd_out *out);
int hd_diags_junit(
    const struct hd_diagreport *r, struct hd_out *out, struct hd_err *err);
void hd_diags_sarif(const struct hd_diagreport *r, struct hd_out *out);
void hd_diags_github(const struct hd_diagreport *r, struct hd_out *out);

#endif
