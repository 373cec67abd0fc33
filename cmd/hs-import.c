/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-import: exports of helpdesks into the database.  One transaction: after a
 * crash at any moment the database is as before or as after.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/coverage.h"
#include "cli/after.h"
#include "cli/forget.h"
#include "cli/prog.h"
#include "cli/progress.h"
#include "ingest/ingest.h"
#include "ingest/mapfile.h"
#include "ingest/money.h"
#include "ingest/notes.h"
#include "store/reportzone.h"
#include "store/select.h"

static struct hd_common common;
static const char *source, *as, *map_file, *tz, *date_order, *report_tz;
static const char *as_of, *fx_file, *forget_file, *copy_file;
static bool lenient, dry_run, coverage, labels;
static int64_t max_record = 64 * 1024 * 1024;
static struct hd_list ai_authors, flag_tags;

static const struct hd_opt opts[] = {
	HD_OPTS_DB(common),
	HD_OPTS_OUT(common),
	{ 0, "source", HD_OPT_STR, &source, "name",
	    "which instance of a helpdesk; default the vendor" },
	{ 0, "as", HD_OPT_STR, &as, "vendor:type",
	    "what the records are, if the content does not tell" },
	{ 0, "labels", HD_OPT_FLAG, &labels, NULL,
	    "the files hold what people say the tags should be" },
	{ 0, "map", HD_OPT_STR, &map_file, "file",
	    "names of columns, 'created = Opened on' a line" },
	{ 0, "tz", HD_OPT_STR, &tz, "zone", "zone of times that say none" },
	{ 0, "date-order", HD_OPT_STR, &date_order, "dmy|mdy",
	    "of 08/01/2025" },
	{ 0, "lenient", HD_OPT_FLAG, &lenient, NULL,
	    "accept bad quoting and short rows in CSV" },
	{ 0, "ai-author", HD_OPT_LIST, &ai_authors, "name",
	    "this author is a machine; may be given again" },
	{ 0, "flag-tag", HD_OPT_LIST, &flag_tags, "name",
	    "the tag that flags wrong answers of the AI; kept" },
	{ 0, "report-tz", HD_OPT_STR, &report_tz, "zone",
	    "store the zone in which reports cut days" },
	{ 0, "as-of", HD_OPT_STR, &as_of, "date",
	    "facts of accounts without a date hold from then on" },
	{ 0, "fx", HD_OPT_STR, &fx_file, "file",
	    "rates of currencies: currency,rate[,valid_from]" },
	{ 0, "max-record", HD_OPT_INT, &max_record, "bytes",
	    "a larger record is rejected; default 64 MiB" },
	{ 0, "forget", HD_OPT_STR, &forget_file, "file",
	    "erase what these requesters wrote, and who they are" },
	{ 0, "redacted-copy", HD_OPT_STR, &copy_file, "file",
	    "write a copy without text and identities" },
	{ 0, "dry-run", HD_OPT_FLAG, &dry_run, NULL,
	    "read and count, change nothing" },
	{ 0, "coverage", HD_OPT_FLAG, &coverage, NULL,
	    "what the database can support, not the counts" },
	HD_OPTS_BASE(common),
	HD_OPTS_END,
};

struct state {
	struct hd_ctx *ctx;
	struct hd_progress progress;
};

static void
warn(void *arg, const struct hd_err *err, size_t records)
{
	struct state *s = arg;

	(void)records;
	hd_progress_end(&s->progress);
	hd_prog_warn(s->ctx, err);
}

static void
progress(void *arg, size_t bytes)
{
	struct state *s = arg;

	hd_progress_at(&s->progress, bytes);
}

static void
note(void *arg, const char *line)
{
	struct state *s = arg;

	hd_progress_end(&s->progress);
	hd_prog_say(s->ctx, "%s", line);
}

static int
read_options(struct hd_ingest_opts *o, struct hd_zone *zone,
    struct hd_mapping *map, struct hd_err *err)
{
	const char *vendor;
	enum hd_rec_kind kind;

	memset(o, 0, sizeof(*o));
	o->source = source;
	if (labels && as != NULL)
		return hd_err_set(
		    err, HD_EOPTION, "--labels and --as say two things");
	o->as = labels ? "generic:label" : as;
	o->lenient = lenient;
	if (max_record < 1024)
		return hd_err_set(
		    err, HD_EUSAGE, "--max-record: at least 1024");
	o->max_record = (size_t)max_record;
	if (source != NULL &&
	    (source[0] == '\0' ||
		strspn(source, "abcdefghijklmnopqrstuvwxyz0123456789-") !=
		    strlen(source)))
		return hd_err_set(err, HD_EUSAGE,
		    "--source '%s': small letters, digits and '-' only",
		    source);
	if (as != NULL && !hd_as_known(as, &vendor, &kind))
		return hd_err_set(err, HD_EUSAGE,
		    "--as '%s': not a vendor:type that is known, as "
		    "zendesk:ticket or generic:account",
		    as);
	if (date_order != NULL && strcmp(date_order, "dmy") == 0)
		o->order = HD_ORDER_DMY;
	else if (date_order != NULL && strcmp(date_order, "mdy") == 0)
		o->order = HD_ORDER_MDY;
	else if (date_order != NULL)
		return hd_err_set(err, HD_EUSAGE,
		    "--date-order '%s': dmy or mdy", date_order);
	if (report_tz != NULL && hd_zone_open(zone, report_tz, err) != 0)
		return -1;
	if (tz != NULL) {
		if (hd_zone_open(zone, tz, err) != 0)
			return -1;
		o->tz = zone;
	}
	if (map_file != NULL) {
		if (hd_mapping_read(map, map_file, err) != 0)
			return -1;
		o->map = map;
	}
	return 0;
}

/* When facts without a date hold, and what amounts become. */
static int
account_options(struct hd_ingest_opts *o, struct hd_fx *fx, int64_t *day,
    struct hd_err *err)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt opt = { o->tz != NULL ? o->tz : &utc,
		o->order };
	bool zoned;

	if (as_of != NULL) {
		if (hd_time_parse(hd_str(as_of), &opt, day, &zoned, err) != 0) {
			err->code = HD_EUSAGE;
			return hd_err_in(err, "--as-of");
		}
		o->as_of = day;
	}
	if (fx_file != NULL) {
		if (hd_fx_read(fx, fx_file, err) != 0)
			return -1;
		o->fx = fx;
	}
	return 0;
}

/* All amounts of a database are in one currency, remembered with it. */
static int
currency_known(struct hd_ctx *ctx, struct hd_ingest *in, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	int r = hd_meta_get(ctx->db, "currency", &b, err);

	if (r == 0 && b.n == 3)
		memcpy(in->currency, b.s, 4);
	if (r == 0 && b.n == 3 && in->o->fx != NULL &&
	    strcmp(in->o->fx->base, b.s) != 0)
		r = hd_err_set(err, HD_EUSAGE,
		    "--fx: the rates make %s of amounts, and those in the "
		    "database are in %s",
		    in->o->fx->base, b.s);
	hd_buf_release(&b);
	return r;
}

static bool
changed(const struct hd_ingest *in)
{
	for (int k = 0; k < HD_REC_KINDS; k++)
		if (in->counts[k].put[HD_PUT_NEW] +
			in->counts[k].put[HD_PUT_UPDATED] >
		    0)
			return true;
	return false;
}

/* Counts, and for a reader also what they can now support. */
static int
print_result(struct hd_ctx *ctx, const struct hd_ingest *in, struct hd_err *err)
{
	enum hd_format f;

	if (hd_format_read(common.format, isatty(1) == 1, &f, err) != 0)
		return -1;
	if (coverage)
		return hd_cover_print(
		    ctx->db, &ctx->out, f, common.columns, err);
	if (hd_print_counts(ctx, in->counts, in->broken, f, err) != 0)
		return -1;
	if (f != HD_FMT_TABLE || common.columns != NULL || common.quiet ||
	    !changed(in))
		return 0;
	hd_out_adds(&ctx->out, "\n");
	return hd_cover_print(ctx->db, &ctx->out, f, NULL, err);
}

/* What the run did, kept only if it did anything. */
static int
note_counts(struct hd_ingest *in, struct hd_err *err)
{
	const struct hd_counts *c;

	for (int k = 0; k < HD_REC_KINDS && changed(in); k++) {
		c = &in->counts[k];
		if (c->read > 0 && hd_loader_note(in->loader,
				       (enum hd_rec_kind)k, c, err) != 0)
			return -1;
	}
	return 0;
}

/* An --ai-author that nobody is called is a mistake somebody makes. */
static int
check_authors(struct hd_ctx *ctx, struct hd_loader *loader, struct hd_err *err)
{
	bool known;

	for (size_t i = 0; i < ai_authors.n; i++) {
		if (hd_loader_author_known(
			loader, ai_authors.v[i], &known, err) != 0)
			return -1;
		if (!known)
			hd_prog_say(ctx,
			    "--ai-author '%s' is the name, id or address of "
			    "nobody: is the users file imported?",
			    ai_authors.v[i]);
	}
	return 0;
}

/* Vendors cut long threads, and only count what they leave out. */
static void
say_cut(struct hd_ctx *ctx, const struct hd_ingest *in)
{
	if (in->cut_threads > 0)
		hd_prog_say(ctx,
		    "%lld conversations have more parts than the export holds: "
		    "the vendor gives 500 at most",
		    (long long)in->cut_threads);
}

static int
keep_zone(struct hd_ctx *ctx, struct hd_err *err)
{
	struct hd_zone zone;

	if (report_tz == NULL)
		return 0;
	return hd_zone_open(&zone, report_tz, err) != 0
		   ? -1
		   : hd_report_zone_put(ctx->db, &zone, err);
}

static int
load(struct hd_ctx *ctx, struct hd_ingest *in, int argc, char *argv[],
    struct hd_err *err)
{
	if (currency_known(ctx, in, err) != 0)
		return -1;
	for (int i = 0; i < argc; i++)
		if (hd_ingest_path(in,
			strcmp(argv[i], "-") == 0 ? NULL : argv[i], err) != 0)
			return -1;
	hd_progress_end(&((struct state *)in->ctx)->progress);
	say_cut(ctx, in);
	hd_ingest_notes(in, note, in->ctx);
	if ((in->currency[0] != '\0' &&
		hd_meta_set(ctx->db, "currency", in->currency, err) != 0) ||
	    hd_loader_settle(in->loader, ai_authors.v, ai_authors.n, err) !=
		0 ||
	    check_authors(ctx, in->loader, err) != 0 ||
	    keep_zone(ctx, err) != 0 || note_counts(in, err) != 0 ||
	    print_result(ctx, in, err) != 0)
		return -1;
	if (hd_flag_tags(ctx, flag_tags.v, flag_tags.n, err) != 0 ||
	    hd_say_joins(ctx, err) != 0 || hd_out_check(&ctx->out, err) != 0)
		return -1;
	if (dry_run) {
		hd_db_rollback(ctx->db);
		ctx->discard = true;
		return 0;
	}
	return hd_db_commit(ctx->db, err);
}

static int
run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct state state = { ctx, { 0 } };
	struct hd_ingest_opts o;
	struct hd_mapping map;
	struct hd_zone zone;
	struct hd_ingest in;
	struct hd_loader *loader;
	struct hd_fx fx;
	int64_t day;
	int r = -1;

	memset(&fx, 0, sizeof(fx));
	memset(&map, 0, sizeof(map));
	if (forget_file != NULL || copy_file != NULL)
		return hd_privacy(
		    ctx, argc, forget_file, copy_file, dry_run, err);
	if (argc == 0 && !coverage)
		return hd_err_set(err, HD_EOPTION,
		    "name a file or directory, or - for standard input");
	if (read_options(&o, &zone, &map, err) != 0 ||
	    account_options(&o, &fx, &day, err) != 0 ||
	    hd_db_begin(ctx->db, err) != 0)
		goto out;
	loader = hd_loader_new(ctx->db, err);
	hd_progress_init(
	    &state.progress, ctx, "read", "MB", 1e-6, 8 * 1024 * 1024);
	hd_ingest_init(&in, &o, loader);
	in.warn = warn;
	in.note = note;
	in.progress = progress;
	in.ctx = &state;
	if (loader != NULL)
		r = load(ctx, &in, argc, argv, err);
	hd_progress_end(&state.progress);
	hd_ingest_release(&in);
	hd_loader_free(loader);
out:
	hd_mapping_release(&map);
	hd_fx_release(&fx);
	free(ai_authors.v);
	free(flag_tags.v);
	return r;
}

static const struct hd_prog prog = {
	.name = "hs-import",
	.summary = "Read exports of helpdesks, accounts and messages into the "
		   "database.",
	.operands = "file ...",
	.opts = opts,
	.common = &common,
	.db = HD_DB_CREATE,
	.run = run,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
