/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample load: filled sheets into the database, in one transaction. */
#include <string.h>

#include "audit/reviewload.h"
#include "base/utf8.h"
#include "hs-sample/hs-sample.h"
#include "ingest/convert.h"
#include "ingest/rows.h"

#define MAX_RECORD ((size_t)64 * 1024 * 1024)
#define MAX_NAME   60 /* bytes of a column's name in a message */

struct state {
	struct hd_ctx *ctx;
	struct hd_reviewload *load;
	struct hd_map told; /* columns that nobody reads */
	struct hd_ingest in;
	struct hd_buf name, key;
	size_t rows;
	bool asked; /* a column has the name of a question */
};

/* "AI correct " is ai_correct. */
static struct hd_str
normal(struct state *s, struct hd_str name)
{
	name = hd_str_trim(name);
	hd_buf_reset(&s->name);
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == ' ' || name.p[i] == '-')
			hd_buf_addc(&s->name, '_');
		else if (name.p[i] >= 'A' && name.p[i] <= 'Z')
			hd_buf_addc(&s->name, (char)(name.p[i] | 32));
		else
			hd_buf_addc(&s->name, name.p[i]);
	return hd_buf_str(&s->name);
}

/* The columns that the sheet has for those who read it are no surprise. */
static void
unread(struct state *s, struct hd_str name)
{
	static const char *const known[] = { "created", "channel", "subject",
		"conversation", "source" };
	struct hd_str head = hd_utf8_head(name, MAX_NAME);
	int64_t *times;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (hd_str_eq(name, known[i]))
			return;
	times = hd_map_put(&s->told, head, 0);
	if (name.n > 0 && ++*times == 1 && !hd_str_starts(name, "column_"))
		hd_prog_say(s->ctx, "%s: column '%.*s' is not read", s->in.file,
		    (int)head.n, head.p);
}

/* "zendesk" and "1001.0" of a spreadsheet are zendesk:1001. */
static int
make_key(
    struct state *s, struct hd_str text, struct hd_str *key, struct hd_err *err)
{
	struct hd_str id;

	if (hd_convert_id(hd_str_trim(text), &id, err) != 0)
		return -1;
	hd_buf_reset(&s->key);
	if (hd_sample.source != NULL)
		hd_buf_addf(&s->key, "%s:", hd_sample.source);
	hd_buf_add(&s->key, id.p, id.n);
	*key = hd_buf_str(&s->key);
	return 0;
}

static int
take(void *ctx, const struct hd_named *cells, size_t n, struct hd_err *err)
{
	struct state *s = ctx;
	struct hd_reviewrow row;
	struct hd_str name, text, id = { NULL, 0 };
	int q;

	memset(&row, 0, sizeof(row));
	for (size_t i = 0; i < n; i++) {
		name = normal(s, cells[i].name);
		text = hd_str_trim(cells[i].text);
		q = hd_codebook_find(name);
		s->asked = s->asked || q >= 0;
		if (text.n == 0 && q >= 0)
			continue;
		if (q >= 0)
			row.answer[q] = text;
		else if (hd_str_eq(name, "sample"))
			row.sample = text;
		else if (hd_str_eq(name, "key"))
			row.key = text;
		else if (hd_str_eq(name, "id"))
			id = text;
		else if (hd_str_eq(name, "reviewer"))
			row.reviewer = text;
		else
			unread(s, name);
	}
	if (hd_str_ieq(row.key.n > 0 ? row.key : id, "codebook"))
		return 0;
	s->rows++;
	if (row.key.n == 0 && id.n > 0 && make_key(s, id, &row.key, err) != 0)
		return -1;
	return hd_reviewload_row(s->load, &row, err);
}

static void
warn(void *ctx, const struct hd_err *err, size_t records)
{
	const struct state *s = ctx;

	(void)records;
	hd_prog_warn(s->ctx, err);
}

static void
note(void *ctx, const char *line)
{
	const struct state *s = ctx;

	hd_prog_say(s->ctx, "%s", line);
}

static void
say_counts(struct state *s)
{
	const struct hd_reviewcounts *c = hd_reviewload_counts(s->load);
	int64_t rejected = s->in.broken;

	for (int k = 0; k < HD_REC_KINDS; k++)
		rejected += s->in.counts[k].rejected;
	if (c->erased > 0)
		hd_prog_say(s->ctx,
		    "%zu notes are left out: their tickets are forgotten",
		    c->erased);
	if (c->unnamed > 0)
		hd_prog_say(s->ctx,
		    "%zu rows name no reviewer and are taken as those of one, "
		    "'" HD_REVIEWER "'; --reviewer names who it is",
		    c->unnamed);
	if (s->rows > 0 && !s->asked) {
		hd_prog_say(s->ctx,
		    "no column has the name of a question; hs-sample codebook "
		    "shows them");
		s->ctx->status = HD_EXIT_PARTIAL;
	}
	if (!hd_sample.common.quiet)
		hd_prog_say(s->ctx,
		    "answers: %zu new, %zu changed, %zu unchanged; rows: %zu "
		    "read, %lld rejected",
		    c->answers[HD_REVIEW_NEW], c->answers[HD_REVIEW_CHANGED],
		    c->answers[HD_REVIEW_SAME], s->rows, (long long)rejected);
}

static int
read_all(struct state *s, int argc, char *argv[], struct hd_err *err)
{
	const struct hd_ingest_opts o = { .max_record = MAX_RECORD };
	const struct hd_rows rows = { take, s };
	int r = 0;

	hd_ingest_init(&s->in, &o, NULL);
	s->in.rows = &rows;
	s->in.warn = warn;
	s->in.note = note;
	s->in.ctx = s;
	for (int i = 0; i < argc && r == 0; i++)
		r = hd_ingest_path(
		    &s->in, strcmp(argv[i], "-") == 0 ? NULL : argv[i], err);
	if (r == 0)
		r = hd_reviewload_end(s->load, err);
	if (r == 0)
		r = hd_db_commit(s->ctx->db, err);
	if (r == 0)
		say_counts(s);
	hd_ingest_release(&s->in);
	return r;
}

int
hd_sample_load(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct state s = { .ctx = ctx };
	int r = -1;

	if (hd_sample_check(ctx, argc, true, err) != 0)
		return -1;
	if (argc == 0)
		return hd_err_set(err, HD_EOPTION,
		    "name a filled sheet, or - for standard input");
	if (hd_db_begin(ctx->db, err) != 0)
		return -1;
	s.load = hd_reviewload_open(ctx->db, hd_sample.name, hd_sample.reviewer,
	    hd_prog_languages(), err);
	if (s.load != NULL)
		r = read_all(&s, argc, argv, err);
	hd_reviewload_close(s.load);
	hd_map_release(&s.told);
	hd_buf_release(&s.name);
	hd_buf_release(&s.key);
	return r;
}
