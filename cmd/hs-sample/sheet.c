/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample sheet and codebook. */
#include <string.h>

#include "audit/codepage.h"
#include "audit/reviewsheet.h"
#include "hs-sample/hs-sample.h"

/* Of a sheet there is room for a note too. */
static int
questions(struct hd_reviewsheet *s, struct hd_err *err)
{
	if (hd_codebook_list(hd_sample.questions, s->questions, &s->n, err) !=
	    0)
		return -1;
	if (hd_sample.questions == NULL)
		s->questions[s->n++] = HD_Q_NOTE;
	return 0;
}

/* The keys named, or all of the sample. */
static int
choose(struct hd_ctx *ctx, int argc, char *argv[], const struct hd_sample *s,
    int64_t *named, struct hd_err *err)
{
	const struct hd_period all = { .all = true };

	*named = -1;
	if (argc == 0)
		return hd_sample_select(ctx->db, s->id, false, err);
	return hd_select(ctx, argc, argv, &all, err) == 0
		   ? hd_sel_count(ctx->db, named, err)
		   : -1;
}

static int
print_sheet(struct hd_ctx *ctx, int argc, char *argv[], enum hd_format f,
    const struct hd_sample *sample, struct hd_err *err)
{
	struct hd_reviewsheet s = { .sample = sample,
		.reviewer = hd_sample.reviewer,
		.twice = hd_sample.second };
	int64_t named;

	if (questions(&s, err) != 0 ||
	    choose(ctx, argc, argv, sample, &named, err) != 0 ||
	    hd_reviewsheet_print(
		&s, ctx->db, &ctx->out, f, hd_sample.common.columns, err) != 0)
		return -1;
	if (named > s.tickets)
		hd_prog_say(ctx, "%s: %lld of the tickets named are not in it",
		    sample->name.p, (long long)(named - s.tickets));
	return 0;
}

/*
 * A conversation in a cell makes lines that no terminal shows, and TSV has no
 * quotes in which a cell could be kept from being a formula.
 */
static int
sheet_format(const char *word, enum hd_format *f, struct hd_err *err)
{
	if (hd_format_read(word != NULL ? word : "csv", false, f, err) != 0)
		return -1;
	return *f != HD_FMT_TABLE && *f != HD_FMT_TSV
		   ? 0
		   : hd_err_set(err, HD_EUSAGE,
			 "-f: a sheet is csv, json or md; hs-sample label "
			 "shows it in a terminal");
}

int
hd_sample_sheet(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_sample s;
	enum hd_format f;
	int r = -1;

	ctx->out.secret = true; /* what customers wrote is in it */
	if (hd_sample_check(ctx, argc, true, err) == 0 &&
	    sheet_format(hd_sample.common.format, &f, err) == 0 &&
	    hd_db_snapshot(ctx->db, err) == 0 &&
	    hd_sample_get(ctx->db, hd_sample.name, &arena, &s, err) == 0)
		r = print_sheet(ctx, argc, argv, f, &s, err);
	hd_arena_release(&arena);
	return r;
}

static int
code_form(const char *word, enum hd_codeform *f, struct hd_err *err)
{
	if (word == NULL || strcmp(word, "text") == 0)
		*f = HD_CODE_TEXT;
	else if (strcmp(word, "md") == 0)
		*f = HD_CODE_MD;
	else if (strcmp(word, "json") == 0)
		*f = HD_CODE_JSON;
	else
		return hd_err_set(err, HD_EUSAGE,
		    "-f: unknown format '%s': text, md or json", word);
	return 0;
}

/* The types that a sample knows, where one is named. */
static int
read_types(struct hd_ctx *ctx, struct hd_buf *types, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_sample s;
	int r = 0;

	if (hd_sample.name == NULL)
		return 0;
	if (hd_sample_get(ctx->db, hd_sample.name, &arena, &s, err) != 0 ||
	    hd_code_types(ctx->db, s.id, types, err) != 0)
		r = -1;
	hd_arena_release(&arena);
	return r;
}

int
hd_sample_codebook(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_buf types = HD_BUF_INIT;
	int n = argc > 0 ? argc : HD_QUESTIONS, r;
	enum hd_codeform f = HD_CODE_TEXT;
	enum hd_question q;

	if (hd_sample_check(ctx, argc, true, err) != 0 ||
	    code_form(hd_sample.common.format, &f, err) != 0)
		return -1;
	r = read_types(ctx, &types, err);
	for (int i = 0; i < n && r == 0; i++) {
		q = (enum hd_question)i;
		if (argc > 0)
			r = hd_codebook_get(hd_str(argv[i]), &q, err);
		if (i > 0 && r == 0 && f != HD_CODE_JSON)
			hd_out_adds(&ctx->out, "\n");
		if (r == 0)
			hd_code_page(q, hd_buf_str(&types), f, &ctx->out);
	}
	hd_buf_release(&types);
	return r;
}
