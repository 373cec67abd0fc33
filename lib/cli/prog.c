/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one main() body: see prog.h. */
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gsl/gsl_errno.h>
#include <sodium.h>

#include "base/utf8.h"
#include "cli/prog.h"

static void
say(const char *prog, const char *msg)
{
	struct hd_buf b = HD_BUF_INIT;
	ssize_t r;

	hd_buf_addf(&b, "%s: ", prog);
	hd_utf8_safe(&b, hd_str(msg), false);
	hd_buf_addc(&b, '\n');
	r = write(STDERR_FILENO, b.s, b.n);
	(void)r; /* nowhere is left to say that this failed */
	hd_buf_release(&b);
}

void
hd_prog_say(const struct hd_ctx *ctx, const char *fmt, ...)
{
	char msg[1024];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	say(ctx->prog, msg);
}

void
hd_prog_say_lines(const struct hd_ctx *ctx, struct hd_str lines)
{
	struct hd_str line;

	while (hd_str_split(&lines, '\n', &line))
		if (line.n > 0)
			hd_prog_say(ctx, "%.*s", (int)line.n, line.p);
}

void
hd_prog_warn(void *arg, const struct hd_err *err)
{
	struct hd_ctx *ctx = arg;

	say(ctx->prog, err->msg);
	ctx->status = HD_EXIT_PARTIAL;
}

bool
hd_prog_talks(const struct hd_ctx *ctx)
{
	return !ctx->common->quiet &&
	       (ctx->common->verbose || isatty(STDERR_FILENO) == 1);
}

/* A shipped file: as installed, else in the source tree. */
#define SHIPPED(name)                                 \
	(access(HD_DATADIR "/rules/" name, R_OK) == 0 \
		? HD_DATADIR "/rules/" name           \
		: HD_SRCDIR "/samples/rules/" name)

const char *
hd_prog_pack(void)
{
	const char *env = getenv("HS_RULES");

	if (env != NULL && env[0] != '\0')
		return env;
	return SHIPPED("default.rules");
}

const char *
hd_prog_escalation(void)
{
	return SHIPPED("escalation.rules");
}

const char *
hd_prog_languages(void)
{
	return SHIPPED("languages.conf");
}

size_t
hd_prog_jobs(const struct hd_ctx *ctx)
{
	long n = ctx->common->jobs > 0 ? (long)ctx->common->jobs
				       : sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > 64 ? 64 : (size_t)n;
}

static void
full_help(const struct hd_prog *p, struct hd_buf *b)
{
	hd_buf_adds(b, "usage: ");
	hd_opt_usage(b, p->name, p->opts, p->operands);
	hd_buf_addf(b, "\n\n%s\n\n", p->summary);
	if (p->commands != NULL) {
		for (const struct hd_command *c = p->commands; c->name != NULL;
		     c++)
			hd_buf_addf(b, "  %-26s %s\n", c->name, c->help);
		hd_buf_addc(b, '\n');
	}
	hd_opt_help(b, p->opts);
	hd_buf_addf(b, "\nSee %s(1) and hs(7).\n", p->name);
}

static int
usage_error(const struct hd_prog *p, const struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%s (%s -h shows the options)", err->msg, p->name);
	say(p->name, b.s);
	hd_buf_release(&b);
	return HD_EXIT_USAGE;
}

static int
fail(const struct hd_prog *p, const struct hd_err *err)
{
	if (err->code == HD_EOPTION)
		return usage_error(p, err);
	say(p->name, err->msg);
	/* data that stops the whole job did not leave part of it done */
	return err->code == HD_EDATA ? HD_EXIT_FAIL : hd_err_exit(err->code);
}

static int
print_and_exit(const struct hd_prog *p, const struct hd_buf *text)
{
	struct hd_out out;
	struct hd_err err = HD_ERR_INIT;

	if (hd_out_open(&out, NULL, &err) != 0)
		return fail(p, &err);
	hd_out_add(&out, text->s, text->n);
	return hd_out_close(&out, &err) == 0 ? HD_EXIT_OK : fail(p, &err);
}

static int
information(const struct hd_prog *p)
{
	struct hd_buf b = HD_BUF_INIT;
	int r;

	if (p->common->help)
		full_help(p, &b);
	else
		hd_buf_addf(&b, "%s (hs) %s\n", p->name, HD_VERSION);
	r = print_and_exit(p, &b);
	hd_buf_release(&b);
	return r;
}

/* What is to run: the program itself, or one of its commands. */
struct chosen {
	int (*run)(
	    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
	enum hd_dbmode db;
};

/* Choose, and move argv past a subcommand. */
static int
choose(const struct hd_prog *p, struct hd_ctx *ctx, int *argc, char ***argv,
    struct chosen *what, struct hd_err *err)
{
	const struct hd_command *c = p->commands;

	what->run = p->run;
	what->db = p->needs_db == NULL || p->needs_db() ? p->db : HD_DB_NONE;
	if (c == NULL || (*argc == 0 && p->run != NULL))
		return 0;
	if (*argc == 0)
		return hd_err_set(err, HD_EOPTION, "name a command");
	for (; c->name != NULL; c++)
		if (strcmp(c->name, (*argv)[0]) == 0)
			break;
	if (c->name == NULL && p->run != NULL)
		return 0;
	if (c->name == NULL)
		return hd_err_set(
		    err, HD_EOPTION, "unknown command '%s'", (*argv)[0]);
	ctx->command = c->name;
	what->run = c->run;
	what->db = c->db != NULL ? c->db() : p->db;
	(*argc)--;
	(*argv)++;
	return 0;
}

static const char *
db_path(const struct hd_common *c)
{
	const char *env = getenv("HS_DB");

	if (c->db != NULL)
		return c->db;
	return env != NULL && env[0] != '\0' ? env : "helpdesk.db";
}

/* An output that is the database would replace it. */
static int
check_output(const struct hd_prog *p, struct hd_err *err)
{
	const char *out = p->common->output, *db = db_path(p->common);
	struct stat a, b;
	bool same;

	if (out == NULL || p->db == HD_DB_NONE)
		return 0;
	same = strcmp(out, db) == 0 ||
	       (stat(out, &a) == 0 && stat(db, &b) == 0 &&
		   a.st_dev == b.st_dev && a.st_ino == b.st_ino);
	return same ? hd_err_set(
			  err, HD_EOPTION, "-o '%s': that is the database", out)
		    : 0;
}

/* Open, run, close: the first failure is the one reported. */
static int
work(const struct hd_prog *p, struct hd_ctx *ctx, int argc, char *argv[],
    const struct chosen *what, struct hd_err *err)
{
	struct hd_err late = HD_ERR_INIT;
	int r = 0;

	if (check_output(p, err) != 0)
		return -1;
	if (what->db != HD_DB_NONE) {
		ctx->db = hd_db_open(db_path(p->common), what->db, err);
		if (ctx->db == NULL)
			return -1;
	}
	if (hd_out_open(&ctx->out, p->common->output, err) != 0)
		r = -1;
	else
		r = what->run(ctx, argc, argv, err);
	if (r != 0)
		hd_out_abort(&ctx->out);
	else
		r = hd_out_close(&ctx->out, err);
	if (ctx->db != NULL && r != 0)
		hd_db_rollback(ctx->db);
	if (hd_db_close(ctx->db, r == 0 && !ctx->discard, &late) != 0 &&
	    r == 0) {
		*err = late;
		r = -1;
	}
	return r;
}

int
hd_prog_run(int argc, char *argv[], const struct hd_prog *p)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_ctx ctx;
	struct chosen what;
	int first;

	memset(&ctx, 0, sizeof(ctx));
	ctx.common = p->common;
	ctx.prog = p->name;
	ctx.out.fd = -1;
	(void)setlocale(LC_ALL, "C");
	/* GSL's own handler ends the process; callers look at the result */
	(void)gsl_set_error_handler_off();
	if (sodium_init() < 0) {
		(void)hd_err_set(&err, HD_ESYS, "cannot start libsodium");
		return fail(p, &err);
	}
	if (hd_opt_parse(p->opts, argc, argv, &first, &err) != 0)
		return fail(p, &err);
	if (p->common->help || p->common->version)
		return information(p);
	argc -= first;
	argv += first;
	if (choose(p, &ctx, &argc, &argv, &what, &err) != 0 ||
	    work(p, &ctx, argc, argv, &what, &err) != 0)
		return fail(p, &err);
	return (int)ctx.status;
}
