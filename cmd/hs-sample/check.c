/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of hs-sample have in common. */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "audit/codebook.h"
#include "hs-sample/hs-sample.h"

/* Is `word` one of the words of `list`? */
static bool
among(const char *list, const char *word)
{
	struct hd_str rest = hd_str(list), one;

	while (hd_str_split(&rest, ' ', &one))
		if (hd_str_eq(one, word))
			return true;
	return false;
}

int
hd_sample_check(
    const struct hd_ctx *ctx, int argc, bool operands, struct hd_err *err)
{
	const struct hd_sample_options *o = &hd_sample;
	const struct hd_common *c = &o->common;
	const struct {
		bool given;
		const char *option, *with;
	} list[] = {
		{ c->where != NULL, "-w", "draw plan suspects" },
		{ c->since != NULL || c->until != NULL || c->last != NULL ||
			c->month != NULL || c->quarter != NULL,
		    "a period", "draw plan suspects" },
		{ o->by.n > 0, "--by", "draw plan" },
		{ o->n != HD_SAMPLE_NO_N, "-n",
		    "draw extend plan verify suspects" },
		{ o->seed != NULL, "--seed", "draw verify" },
		{ o->frame != NULL, "--frame", "draw extend verify" },
		{ o->twice != HD_SAMPLE_TWICE, "--twice", "draw" },
		{ o->proportional, "--proportional", "draw extend plan" },
		{ !isnan(o->margin), "--margin", "plan" },
		{ !isnan(o->minutes), "--minutes", "plan" },
		{ o->pace != HD_SAMPLE_PACE, "--pace", "plan" },
		{ o->dimensions.n > 0, "--dimension", "score agree suspects" },
		{ o->figures, "--figures", "score agree" },
		{ o->confusion, "--confusion", "score" },
		{ o->least != HD_SAMPLE_LEAST, "--min-n", "score" },
		{ o->second, "--second", "sheet label" },
		{ o->questions != NULL, "--questions", "sheet label" },
		{ o->reviewer != NULL, "--reviewer", "sheet load label" },
		{ o->source != NULL, "--source", "load" },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].given && !among(list[i].with, ctx->command))
			return hd_err_set(err, HD_EOPTION, "%s goes with %s",
			    list[i].option, list[i].with);
	return argc > 0 && !operands ? hd_err_set(err, HD_EOPTION,
					   "%s takes no keys", ctx->command)
				     : 0;
}

int
hd_sample_number(const char *what, int64_t most, int64_t *n, struct hd_err *err)
{
	if (hd_sample.n == HD_SAMPLE_NO_N)
		return 0;
	if (hd_sample.n < 1 || hd_sample.n > most)
		return hd_err_set(err, HD_EOPTION, "-n: how many %s, 1 to %lld",
		    what, (long long)most);
	*n = hd_sample.n;
	return 0;
}

int
hd_sample_questions(struct hd_err *err)
{
	const struct hd_list *l = &hd_sample.dimensions;
	int q;

	for (size_t i = 0; i < l->n; i++) {
		q = hd_codebook_find(hd_str(l->v[i]));
		if (q >= 0 && q != HD_Q_NOTE)
			l->v[i] = hd_codebook((enum hd_question)q)->name;
		else if (strcmp(l->v[i], "ceiling") != 0)
			return hd_err_set(err, HD_EOPTION,
			    "--dimension: ceiling or a question of the "
			    "codebook, not '%s'",
			    l->v[i]);
	}
	return 0;
}

int
hd_sample_table(struct hd_ctx *ctx, struct hd_table *t,
    const char *const *names, size_t n, const char *few, struct hd_err *err)
{
	const struct hd_common *c = &hd_sample.common;
	const char *columns = c->columns;
	enum hd_format f;

	if (hd_format_read(c->format, isatty(1) == 1, &f, err) != 0)
		return -1;
	if (columns == NULL && f == HD_FMT_TABLE)
		columns = few;
	return hd_table_begin(t, &ctx->out, f, names, n, columns,
	    f == HD_FMT_TABLE || strcmp(names[0], "key") != 0 || c->header,
	    err);
}
