/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample label. */
#include <stdlib.h>

#include "base/utf8.h"
#include "hs-sample/hs-sample.h"
#include "hs-sample/label.h"

/* Answers that every list of issues ends with. */
static const char *const always[] = { "other", HD_UNCLEAR };
#define ALWAYS (sizeof(always) / sizeof(always[0]))

/* The tickets of the sample, or those of them that are named. */
static int
choose(struct hd_ctx *ctx, int argc, char *argv[], int64_t sample,
    struct hd_err *err)
{
	struct hd_period all = { .all = true };

	if (argc > 0)
		return hd_select(ctx, argc, argv, &all, err);
	return hd_sample_select(ctx->db, sample, false, err);
}

static int
read_issues(struct hd_label *l, struct hd_str **list, struct hd_err *err)
{
	struct hd_str *v;
	size_t n;

	if (hd_desk_issues(&l->desk, l->db, &v, &n, err) != 0)
		return -1;
	*list = hd_xcalloc(n + ALWAYS, sizeof(**list));
	for (size_t i = 0; i < n; i++)
		if (!hd_str_eq(v[i], always[0]) && !hd_str_eq(v[i], always[1]))
			(*list)[l->issues.n++] = v[i];
	for (size_t i = 0; i < ALWAYS; i++)
		(*list)[l->issues.n++] = hd_str(always[i]);
	l->issues.v = *list;
	l->issues.always = ALWAYS;
	return 0;
}

static int
loop(struct hd_label *l, struct hd_err *err)
{
	enum hd_key key = HD_KEY_REDRAW;
	size_t rows, cols;
	uint32_t c;

	if (hd_label_next(l, err) != 0)
		return -1;
	while (!l->quit) {
		if (hd_label_draw(l, key == HD_KEY_REDRAW, err) != 0)
			return -1;
		key = hd_screen_key(l->screen, &c);
		if (key == HD_KEY_STOP)
			return 0;
		if (key == HD_KEY_REDRAW || key == HD_KEY_RESIZE)
			continue;
		hd_screen_size(l->screen, &rows, &cols);
		if (rows < HD_LABEL_ROWS || cols < HD_LABEL_COLS)
			l->quit = key == HD_KEY_CHAR && (c == 'q' || c == 'Q');
		else if (hd_label_key(l, key, c, err) != 0)
			return -1;
	}
	return 0;
}

/* Take over the terminal, and give it back whatever happens. */
static int
review(struct hd_label *l, struct hd_err *err)
{
	int r;

	l->screen = hd_screen_open(err);
	if (l->screen == NULL)
		return -1;
	r = loop(l, err);
	hd_screen_close(l->screen);
	return r;
}

static void
say_done(struct hd_ctx *ctx, const struct hd_label *l)
{
	const struct hd_desk *d = &l->desk;
	size_t done = hd_desk_done(d);

	if (l->mode == HD_LABEL_RETRY) {
		hd_prog_say(ctx, "the last answer is not stored");
		ctx->status = HD_EXIT_FAIL;
	}
	if (hd_sample.common.quiet)
		return;
	hd_prog_say(ctx, "%s: %zu of %zu tickets are reviewed by %s%s",
	    d->sample.name.p, done, d->n, d->reviewer.p,
	    done < d->n ? "; the same command goes on" : "");
}

static int
run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_label *l,
    struct hd_err *err)
{
	struct hd_desk *d = &l->desk;
	struct hd_str *issues = NULL;
	int r = -1;

	d->reviewer = hd_str(hd_sample.reviewer);
	if (hd_codebook_list(hd_sample.questions, d->asks, &d->nasks, err) !=
		0 ||
	    hd_sample_get(
		ctx->db, hd_sample.name, &d->arena, &d->sample, err) != 0 ||
	    choose(ctx, argc, argv, d->sample.id, err) != 0 ||
	    hd_desk_read(d, ctx->db, hd_sample.second, err) != 0)
		return -1;
	if (d->n == 0) {
		hd_prog_say(ctx,
		    argc > 0 ? "none of the tickets named is in %s"
			     : "no ticket of %s is for a second reviewer",
		    d->sample.name.p);
		return 0;
	}
	l->verdicts =
	    hd_verdicts_open(ctx->db, &d->sample, hd_prog_languages(), err);
	if (l->verdicts != NULL && read_issues(l, &issues, err) == 0)
		r = review(l, err);
	if (r == 0)
		say_done(ctx, l);
	hd_verdicts_close(l->verdicts);
	free(issues);
	return r;
}

static int
check_reviewer(struct hd_err *err)
{
	const char *p = hd_sample.reviewer;

	if (p == NULL || p[0] == '\0')
		return hd_err_set(
		    err, HD_EOPTION, "--reviewer: say who answers");
	if (!hd_utf8_valid(hd_str(p)))
		return hd_err_set(err, HD_EOPTION, "--reviewer: no UTF-8");
	for (; *p != '\0'; p++)
		if ((unsigned char)*p < ' ')
			return hd_err_set(err, HD_EOPTION,
			    "--reviewer: no control characters");
	return 0;
}

int
hd_sample_label(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_label l = { .db = ctx->db, .shown = SIZE_MAX };
	int r = -1;

	if (hd_sample_check(ctx, argc, true, err) == 0 &&
	    check_reviewer(err) == 0)
		r = run(ctx, argc, argv, &l, err);
	hd_narrow_release(&l.issues);
	hd_edit_release(&l.note);
	hd_buf_release(&l.said);
	hd_buf_release(&l.warning);
	hd_lines_release(&l.page);
	hd_lines_release(&l.bottom);
	hd_desk_release(&l.desk);
	return r;
}
