/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DIAGFMT_H
#define HD_DIAGFMT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/err.h"
#include "base/out.h"

/*
 * Findings and test results in the formats that people, editors and CI
 * services read; a report is printed whole, once.  Findings that are allowed
 * or known (baseline) are in JSON and SARIF alone, marked there.
 *
 * TAP and JUnit want test points: a file is a suite, and each finding that
 * fails the run is a failed point of its file; a file without any is one point
 * that passed.  What does not fail the run is a comment (TAP) or system-out
 * (JUnit), so that no CI turns red over a note.  Test cases are points of the
 * suite of their file.
 */

enum hd_diagformat {
	HD_DIAG_GNU,  /* file:line:col: severity: message (proof) [id] */
	HD_DIAG_JSON, /* one object a line, the summary last */
	HD_DIAG_TAP,  /* version 13: Debian's prove knows no later */
	HD_DIAG_JUNIT,
	HD_DIAG_SARIF,	/* 2.1.0 */
	HD_DIAG_GITHUB, /* workflow commands */
};

/* What fails a run; each takes in the severities above it. */
enum hd_failon {
	HD_FAIL_NOTE = HD_SEV_NOTE,
	HD_FAIL_WARNING = HD_SEV_WARNING,
	HD_FAIL_ERROR = HD_SEV_ERROR,
	HD_FAIL_NEVER,
};

/* All borrowed. */
struct hd_diagreport {
	const struct hd_diags *diags;  /* printed in its order */
	const struct hd_check *checks; /* every check there is, for SARIF */
	size_t nchecks;
	const char *const *files; /* what was checked, findings or not */
	size_t nfiles;
	const char *tool, *version; /* "hs-rules", HD_VERSION */
	const char *command;	    /* "check": the report's name */
	enum hd_failon fail_on;
	enum hd_exit status;	  /* what the program will return */
	const char *const *notes; /* lines beside: "alternatives: 9 of 10" */
	size_t nnotes;
	const char *bail; /* why nothing was done, or NULL: rules do not load */
	bool quiet;	  /* gnu: no summary line and no notes */
};

/* -f's word; NULL is gnu. */
int hd_diagformat_read(
    const char *word, enum hd_diagformat *f, struct hd_err *err);
/* --fail-on's word: error, warning, note or never; NULL is error. */
int hd_failon_read(const char *word, enum hd_failon *on, struct hd_err *err);

/* Neither allowed nor known, and severe enough. */
bool hd_diag_fails(const struct hd_diag *d, enum hd_failon on);

/*
 * What a finding is about, for a baseline: id, rule (the file, where there is
 * none) and alternative, hashed to 16 hexadecimal digits.  It has no line
 * number, so that it survives edits elsewhere.
 */
#define HD_FINGERPRINT 17
const char *hd_diag_fingerprint(
    const struct hd_diag *d, char hex[HD_FINGERPRINT]);

/* -1 only where a library fails; what out meets it tells when closed. */
int hd_diags_print(const struct hd_diagreport *r, enum hd_diagformat f,
    struct hd_out *out, struct hd_err *err);

#endif
