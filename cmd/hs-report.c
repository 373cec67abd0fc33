/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-report: the month, the quarter, or now, as a document for people. */
#include <math.h>
#include <stdlib.h>

#include "audit/redact.h"
#include "base/mem.h"
#include "cli/progress.h"
#include "hs-report/hs-report.h"
#include "render/htmlreport.h"
#include "report/crossed.h"
#include "report/logo.h"
#include "report/measured.h"
#include "report/prepare.h"

struct hd_reportopts hd_reportopts = { .min_n = 5, .claimed = NAN };

#define O hd_reportopts
static const struct hd_opt opts[] = {
	HD_OPTS_DB(O.common),
	{ 'f', "format", HD_OPT_STR, &O.common.format, "format",
	    "text, md, html or json; default by the name of -o, else text" },
	{ 'o', "output", HD_OPT_STR, &O.common.output, "file",
	    "write to file, whole or not at all" },
	HD_OPTS_SPAN(O.common),
	HD_OPTS_ZONE(O.common),
	{ 0, "sections", HD_OPT_STR, &O.sections, "name,...",
	    "only these parts" },
	{ 0, "title", HD_OPT_STR, &O.title, "text", "instead of its own" },
	{ 0, "logo", HD_OPT_STR, &O.logo, "file", "a PNG or JPEG, put inside" },
	{ 0, "rules", HD_OPT_STR, &O.rules_file, "file",
	    "routing rules, to be replayed over the period" },
	{ 0, "page-map", HD_OPT_STR, &O.page_map, "file",
	    "names of pages, CSV prefix,name" },
	{ 0, "ticket-url", HD_OPT_STR, &O.ticket_url, "url",
	    "of a ticket in the helpdesk, %s standing for its number" },
	{ 0, "show-text", HD_OPT_FLAG, &O.show_text, NULL,
	    "what people wrote as they wrote it, not redacted" },
	{ 0, "fail-if", HD_OPT_LIST, &O.fail_if, "condition",
	    "exit 1 if 'metric > value' is certain; may be given again" },
	{ 0, "min-n", HD_OPT_INT, &O.min_n, "n",
	    "fewest tickets of a rate; 5" },
	{ 0, "claimed", HD_OPT_REAL, &O.claimed, "share",
	    "of tickets that the vendor claims its AI resolves; 0.76" },
	{ 0, "claimed-as", HD_OPT_STR, &O.claimed_as, "vendor",
	    "by whose definition; default that of most tickets" },
	HD_OPTS_JOBS(O.common),
	HD_OPTS_BASE(O.common),
	HD_OPTS_END,
};

static int
check_options(struct hd_err *err)
{
	if (O.min_n < 1)
		return hd_err_set(err, HD_EOPTION, "--min-n: from 1");
	if (O.claimed < 0 || O.claimed > 1)
		return hd_err_set(
		    err, HD_EOPTION, "--claimed: from 0 to 1, as 0.76");
	if (O.common.until != NULL && O.common.since == NULL)
		return hd_err_set(err, HD_EOPTION, "--until: since when?");
	if (O.ticket_url != NULL && hd_html_ticket_url(O.ticket_url, err) != 0)
		return hd_err_in(err, "--ticket-url");
	return 0;
}

static void
written(void *ctx, size_t sections)
{
	hd_progress_at(ctx, sections);
}

/* The sections, told as they are written: of a big month they take a while. */
static int
write_sections(struct hd_ctx *ctx, struct hd_report *r, struct hd_err *err)
{
	struct hd_progress p;
	int n;

	hd_progress_init(&p, ctx, "wrote", "sections", 1, 1);
	r->written = written;
	r->written_ctx = &p;
	n = hd_report_sections(r, O.sections, err);
	hd_progress_end(&p);
	r->written = NULL;
	return n;
}

/* The sections, the conditions, and the whole on its way out. */
static int
write_report(struct hd_ctx *ctx, struct hd_report *r, enum hd_reportformat f,
    const struct hd_failif *conditions, struct hd_err *err)
{
	struct hd_buf logo = HD_BUF_INIT, json = HD_BUF_INIT;
	struct hd_crossed crossed = { false, false };
	int n = O.logo != NULL ? hd_logo_read(O.logo, &logo, err) : 0;

	if (n == 0) {
		hd_report_begin(r, O.title,
		    logo.n > 0 ? hd_buf_str(&logo)
			       : (struct hd_str){ NULL, 0 });
		n = write_sections(ctx, r, err);
	}
	if (n == 0)
		n = hd_report_crossed(
		    r, conditions, O.fail_if.n, &crossed, err);
	if (n == 0)
		n = hd_report_keys(r, err);
	if (n == 0) {
		hd_doc_finish(&r->doc, &json);
		n = hd_report_render(ctx, &json, f, err);
	}
	hd_buf_release(&logo);
	hd_buf_release(&json);
	if (n == 0 && crossed.failed)
		ctx->status = HD_EXIT_FINDINGS;
	else if (n == 0 && (crossed.open || r->partial))
		ctx->status = HD_EXIT_PARTIAL;
	return n;
}

static int
report(
    struct hd_ctx *ctx, int argc, enum hd_reportkind kind, struct hd_err *err)
{
	struct hd_report r = { .db = ctx->db,
		.kind = kind,
		.min_n = O.min_n,
		.claimed = O.claimed,
		.claimed_as = O.claimed_as,
		.show_text = O.show_text,
		.own_zone = O.common.report_tz != NULL,
		.pack = hd_prog_pack(),
		.escalation = hd_prog_escalation(),
		.languages = hd_prog_languages(),
		.rules_file = O.rules_file,
		.page_map = O.page_map,
		.jobs = hd_prog_jobs(ctx) };
	struct hd_failif *conditions = NULL;
	enum hd_reportformat f;
	bool widen;
	int n = -1;

	if (argc > 0)
		return hd_err_set(
		    err, HD_EOPTION, "%s: no operands", ctx->command);
	if (check_options(err) == 0 && hd_report_format(&f, err) == 0 &&
	    hd_report_names(O.sections, err) == 0 &&
	    hd_failif_read_all(&conditions, O.fail_if.v, O.fail_if.n, err) ==
		0 &&
	    hd_db_snapshot(ctx->db, err) == 0 &&
	    hd_report_period(ctx, &r, &widen, err) == 0 &&
	    hd_report_prepare(&r, widen, err) == 0 &&
	    (r.redactor = hd_redactor_open(ctx->db, O.show_text, err)) != NULL)
		n = write_report(ctx, &r, f, conditions, err);
	hd_redactor_close(r.redactor);
	if (n == 0)
		hd_prog_say_lines(ctx, hd_buf_str(&r.notes));
	free(conditions);
	hd_report_release(&r);
	return n;
}

#define COMMAND(name, kind)                                                 \
	static int run_##name(                                              \
	    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err) \
	{                                                                   \
		(void)argv;                                                 \
		return report(ctx, argc, kind, err);                        \
	}
COMMAND(dash, HD_KIND_DASH)
COMMAND(monthly, HD_KIND_MONTHLY)
COMMAND(quarterly, HD_KIND_QUARTERLY)
COMMAND(pack, HD_KIND_PACK)

static const struct hd_command commands[] = {
	{ "dash", "", "the two layers, in the last four weeks", run_dash,
	    NULL },
	{ "monthly", "", "the month: what was, what moved, what to do",
	    run_monthly, NULL },
	{ "quarterly", "", "the landscape against that of the quarter before",
	    run_quarterly, NULL },
	{ "pack", "", "ten tickets to review in half an hour", run_pack, NULL },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-report",
	.summary = "Reports for people: a dashboard, the month, the quarter, a "
		   "pack for review.",
	.operands = "command",
	.opts = opts,
	.common = &O.common,
	.db = HD_DB_READ,
	.commands = commands,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
