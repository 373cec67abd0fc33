/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-escaudit: what went from AI to people, and how. */
#include <string.h>
#include <unistd.h>

#include "cli/ids.h"
#include "cli/progress.h"
#include "escalation/extras.h"
#include "escalation/list.h"
#include "escalation/schedule.h"
#include "hs-escaudit/hs-escaudit.h"
#include "rules/source.h"

static struct hd_common common;
static bool figures, name_agents;
static const char *rules_file, *schedule_file, *asker, *page_map;
static struct hd_list fail_if;
static struct hd_escaudit_backtest backtest;
static int64_t min_n = 5;

static const struct hd_opt opts[] = {
	HD_OPTS_DB(common),
	HD_OPTS_OUT(common),
	HD_OPTS_SELECT(common),
	HD_OPTS_PERIOD(common),
	{ 0, "figures", HD_OPT_FLAG, &figures, NULL,
	    "rates with their intervals, not the findings" },
	{ 0, "min-n", HD_OPT_INT, &min_n, "n", "fewest tickets of a rate; 5" },
	{ 0, "fail-if", HD_OPT_LIST, &fail_if, "condition",
	    "exit 1 if 'metric > value' is certain; may be given again" },
	{ 0, "rules", HD_OPT_STR, &rules_file, "file",
	    "by which messages are read; default escalation.rules" },
	{ 0, "schedule", HD_OPT_STR, &schedule_file, "file",
	    "when people are on duty" },
	{ 0, "asker", HD_OPT_STR, &asker, "role",
	    "repeat: agent, or ai for every ticket that the AI had" },
	{ 0, "page-map", HD_OPT_STR, &page_map, "file",
	    "pages --figures: names of pages, CSV prefix,name" },
	{ 0, "name-agents", HD_OPT_FLAG, &name_agents, NULL,
	    "agents by their names, not as A1, A2" },
	HD_OPTS_JOBS(common),
	HD_OPTS_BASE(common),
	HD_OPTS_END,
};

static void
at(void *ctx, size_t tickets)
{
	hd_progress_at(ctx, tickets);
}

/* An empty answer has its reason said. */
static int
say_why_none(struct hd_ctx *ctx, struct hd_err *err)
{
	bool known;

	if (hd_path_known(ctx->db, &known, err) != 0)
		return -1;
	if (!known)
		hd_prog_say(ctx,
		    "of no ticket is it known whether the AI had it: see "
		    "hs-import --coverage");
	return 0;
}

/* What was never tagged is in no selection of handoffs. */
static int
say_missing(struct hd_ctx *ctx, struct hd_err *err)
{
	int r = hd_say_untagged(ctx, err);

	return r > 0 ? say_why_none(ctx, err) : r;
}

/* What of the period the audits are about. */
static int
select_tickets(struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_escrun *run, struct hd_period *p, struct hd_err *err)
{
	int days = run->audits == 1u << HD_AUDIT_PAGES ? 60 : 90;
	bool alone =
	    run->world.ai_asks || (run->audits & 1u << HD_AUDIT_NEEDED) != 0;

	if (hd_db_snapshot(ctx->db, err) != 0 ||
	    hd_period_read(ctx,
		run->world.ai_asks ? HD_BY_CREATED : HD_BY_HANDOFF, days, p,
		err) != 0)
		return -1;
	if (alone && p->by == HD_BY_HANDOFF)
		p->by = HD_BY_AI;
	if (say_missing(ctx, err) != 0 ||
	    hd_select(ctx, argc, argv, p, err) != 0)
		return -1;
	return hd_sel_ai(ctx->db, true, alone, err);
}

static int
read_asker(struct hd_escrun *run, struct hd_err *err)
{
	if (asker == NULL || strcmp(asker, "agent") == 0)
		return 0;
	if (strcmp(asker, "ai") != 0)
		return hd_err_set(
		    err, HD_EOPTION, "--asker: agent or ai, not '%s'", asker);
	if (run->audits != 1u << HD_AUDIT_REPEAT)
		return hd_err_set(
		    err, HD_EOPTION, "--asker ai is of repeat alone");
	run->world.ai_asks = true;
	return 0;
}

static int
list(struct hd_ctx *ctx, struct hd_escrun *run, enum hd_format f,
    struct hd_err *err)
{
	struct hd_esclist l = { .run = run,
		.out = &ctx->out,
		.format = f,
		.columns = common.columns,
		.header = common.header,
		.name_agents = name_agents };

	if (backtest.test == NULL)
		return hd_esclist(&l, err);
	return hd_backtest_list(backtest.test, run, &ctx->out, f,
	    common.columns, common.header, err);
}

/* As the format has it: six decimals are for programs, three fit a terminal. */
static void
print_figure(void *ctx, const struct hd_figure *fig)
{
	struct hd_table *t = ctx;
	struct hd_figure f = *fig;

	if (t->format == HD_FMT_TABLE && f.decimals > 3)
		f.decimals = 3;
	hd_figure_row(t, &f);
}

static int
print_figures(struct hd_ctx *ctx, struct hd_escfigures *figs, enum hd_format f,
    struct hd_err *err)
{
	const char *few = "metric,segment,estimate,lo,hi,n";
	const char *columns =
	    common.columns == NULL && f == HD_FMT_TABLE ? few : common.columns;
	struct hd_table t;
	int r;

	if (hd_table_begin(&t, &ctx->out, f, hd_figure_columns, 11, columns,
		true, err) != 0)
		return -1;
	figs->figure = print_figure;
	figs->ctx = &t;
	r = hd_escfigures(figs, err);
	hd_table_end(&t);
	return r;
}

static int
print(struct hd_ctx *ctx, struct hd_escrun *run, const struct hd_period *p,
    enum hd_format f, struct hd_err *err)
{
	struct hd_escfigures figs = { .run = run,
		.zone = &p->zone,
		.min_n = min_n,
		.conditions = fail_if.v,
		.nconditions = fail_if.n };
	struct hd_escextras extras = { 0 };
	struct hd_escextra test;
	int r;

	if (!figures && fail_if.n == 0)
		return list(ctx, run, f, err);
	r = figures ? 0 : list(ctx, run, f, err);
	/* of a backtest the verdicts are the yardstick, not the answer */
	if (backtest.test != NULL) {
		run->audits = 0;
		test = hd_backtest_extra(backtest.test);
	}
	if (r == 0)
		r = hd_escextras(&extras, page_map,
		    backtest.test != NULL ? &test : NULL, &figs, err);
	if (r == 0)
		r = figures ? print_figures(ctx, &figs, f, err)
			    : hd_escfigures(&figs, err);
	hd_escextras_release(&extras);
	if (r == 0)
		hd_prog_say_lines(ctx, hd_buf_str(&figs.notes));
	hd_buf_release(&figs.notes);
	hd_esctally_release(&figs.tally);
	if (r == 0 && figs.failed)
		ctx->status = HD_EXIT_FINDINGS;
	else if (r == 0 && figs.open)
		ctx->status = HD_EXIT_PARTIAL;
	return r;
}

/* Whether such a rule holds is not known, so its findings may be missing. */
static void
say_gave_up(struct hd_ctx *ctx, int64_t tickets)
{
	if (tickets == 0)
		return;
	hd_prog_say(ctx,
	    "%lld tickets have a rule that gave up: findings may be missing",
	    (long long)tickets);
	if (ctx->status == HD_EXIT_OK)
		ctx->status = HD_EXIT_PARTIAL;
}

static int
audit(struct hd_ctx *ctx, int argc, char *argv[], unsigned audits,
    struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { hd_prog_pack() };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_ruleset *rs = NULL;
	struct hd_schedule schedule = { 0 };
	struct hd_escrun run = { .db = ctx->db,
		.audits = audits,
		.jobs = hd_prog_jobs(ctx),
		.at = at };
	struct hd_progress progress;
	struct hd_period p;
	enum hd_format f;
	int r;

	if (page_map != NULL && (!figures || audits != 1u << HD_AUDIT_PAGES))
		return hd_err_set(
		    err, HD_EOPTION, "--page-map is of pages --figures");
	if (read_asker(&run, err) != 0 ||
	    hd_format_read(common.format, isatty(1) == 1, &f, err) != 0 ||
	    hd_ruleset_load(&rs, &src,
		rules_file != NULL ? rules_file : hd_prog_escalation(),
		err) != 0)
		return -1;
	run.world.rules = rs;
	run.world.languages = hd_prog_languages();
	r = schedule_file == NULL
		? 0
		: hd_schedule_load(&schedule, schedule_file, ctx->db, err);
	run.world.schedule = schedule_file != NULL ? &schedule : NULL;
	if (r == 0)
		r = select_tickets(ctx, argc, argv, &run, &p, err);
	if (r == 0 && backtest.file != NULL)
		r = hd_escaudit_replay(ctx, &backtest, &p, argc > 0, err);
	if (r == 0) {
		hd_progress_init(
		    &progress, ctx, "audited", "tickets", 1, 20000);
		run.at_ctx = &progress;
		r = print(ctx, &run, &p, f, err);
		if (r == 0)
			say_gave_up(ctx, run.gave_up);
		hd_progress_end(&progress);
	}
	hd_escaudit_backtest_release(&backtest);
	hd_schedule_release(&schedule);
	hd_ruleset_free(rs);
	return r;
}

#define COMMAND(name, audits)                                               \
	static int run_##name(                                              \
	    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err) \
	{                                                                   \
		return audit(ctx, argc, argv, audits, err);                 \
	}
COMMAND(triggers, 1u << HD_AUDIT_TRIGGERS)
COMMAND(needed, 1u << HD_AUDIT_NEEDED)
COMMAND(handoff, 1u << HD_AUDIT_HANDOFF)
COMMAND(repeat, 1u << HD_AUDIT_REPEAT)
COMMAND(wording, 1u << HD_AUDIT_WORDING)
COMMAND(opening, 1u << HD_AUDIT_OPENING)
COMMAND(pages, 1u << HD_AUDIT_PAGES)
COMMAND(effort, 1u << HD_AUDIT_EFFORT)
COMMAND(all, (1u << HD_AUDITS) - 1)

static int
run_backtest(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	if (argc == 0)
		return hd_err_set(
		    err, HD_EOPTION, "backtest: which rule file?");
	backtest.file = argv[0];
	return audit(ctx, argc - 1, argv + 1, 1u << HD_AUDIT_NEEDED, err);
}

static const struct hd_command commands[] = {
	{ "triggers", "[key ... | -]", "why each ticket went to people",
	    run_triggers, NULL },
	{ "needed", "[key ... | -]",
	    "whether it had to, and where the AI failed alone", run_needed,
	    NULL },
	{ "handoff", "[key ... | -]", "what of the context arrived",
	    run_handoff, NULL },
	{ "repeat", "[key ... | -]", "what customers were asked for again",
	    run_repeat, NULL },
	{ "wording", "[key ... | -]", "what the AI said as it handed over",
	    run_wording, NULL },
	{ "opening", "[key ... | -]", "how agents began", run_opening, NULL },
	{ "pages", "[key ... | -]",
	    "what was straightforward once the page was known", run_pages,
	    NULL },
	{ "effort", "[key ... | -]", "what it took the customer", run_effort,
	    NULL },
	{ "backtest", "rules [key ... | -]",
	    "what a proposed trigger would have done", run_backtest, NULL },
	{ "all", "[key ... | -]", "all of these", run_all, NULL },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-escaudit",
	.summary = "Audit what the AI handed to people: was it needed, and did "
		   "the context arrive?",
	.operands = "command [key ... | -]",
	.opts = opts,
	.common = &common,
	.db = HD_DB_READ,
	.commands = commands,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
