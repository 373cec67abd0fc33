/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PROG_H
#define HD_PROG_H

#include "base/out.h"
#include "cli/common.h"
#include "store/db.h"

/*
 * The one main() body.  A program is a description and a run function; what is
 * the same everywhere (options, -h, -V, the database, output, errors, exit
 * status) is done here, and only here are stderr and exit statuses touched.
 */

struct hd_ctx {
	const struct hd_common *common;
	const char *prog;
	const char *command; /* the subcommand, or NULL */
	struct hd_db *db;    /* NULL for a program without one */
	struct hd_out out;
	enum hd_exit status; /* when run() succeeds: 0, 1 or 3 */
	bool discard;	     /* a database made by this run is not kept */
};

struct hd_command {
	const char *name, *operands, *help;
	int (*run)(
	    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
	/* What it needs of the database; NULL: what the program does. */
	enum hd_dbmode (*db)(void);
};

struct hd_prog {
	const char *name;
	const char *summary;  /* one sentence for -h */
	const char *operands; /* of the usage line */
	const struct hd_opt *opts;
	const struct hd_common *common;
	enum hd_dbmode db;
	/* Does run() need the database at all under these options? */
	bool (*needs_db)(void);
	/*
	 * The run of a program, its subcommands, or both: then a first operand
	 * that names no command belongs to the run.
	 */
	int (*run)(
	    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
	const struct hd_command *commands; /* ended by a NULL name */
};

/* The whole of main(); returns the exit status. */
int hd_prog_run(int argc, char *argv[], const struct hd_prog *p);

/*
 * One line on standard error, "prog: message", in one write, with control
 * bytes made harmless.
 */
void hd_prog_say(const struct hd_ctx *ctx, const char *fmt, ...)
    HD_PRINTF(2, 3);
/* The same of each line that is not empty. */
void hd_prog_say_lines(const struct hd_ctx *ctx, struct hd_str lines);
/* The message of a record that was left out; the exit status becomes 3. */
void hd_prog_warn(void *ctx, const struct hd_err *err);
/* Is standard error a terminal, or -v given, and not -q? */
bool hd_prog_talks(const struct hd_ctx *ctx);
/* Where the default rule pack is: $HS_RULES, installed, or the source tree. */
const char *hd_prog_pack(void);
/* escalation.rules, by which handoffs are audited. */
const char *hd_prog_escalation(void);
/* languages.conf, beside the default pack. */
const char *hd_prog_languages(void);
/* -j, else the number of cores. */
size_t hd_prog_jobs(const struct hd_ctx *ctx);

#endif
