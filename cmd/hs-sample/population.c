/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a sample speaks for, and what cuts its strata: as the options say. */
#include <string.h>

#include "hs-sample/hs-sample.h"

int
hd_sample_columns(struct hd_buf *text, const char *v[HD_SAMPLE_COLUMNS],
    size_t *n, struct hd_err *err)
{
	struct hd_str rest, one;

	*n = 0;
	for (size_t i = 0; i < hd_sample.by.n; i++)
		hd_buf_addf(text, "%s%s", i > 0 ? "," : "", hd_sample.by.v[i]);
	rest = hd_buf_str(text);
	while (text->n > 0 && hd_str_split(&rest, ',', &one)) {
		text->s[one.p + one.n - text->s] = '\0';
		if (strcmp(one.p, "created") == 0 ||
		    strcmp(one.p, "solved") == 0 ||
		    strcmp(one.p, "handoff") == 0)
			hd_sample.common.by = one.p;
		else if (one.n > 0 && strcmp(one.p, "ceiling") != 0 &&
			 *n == HD_SAMPLE_COLUMNS)
			return hd_err_set(err, HD_EUSAGE,
			    "--by: at most %d columns", HD_SAMPLE_COLUMNS);
		else if (one.n > 0 && strcmp(one.p, "ceiling") != 0)
			v[(*n)++] = one.p;
	}
	return 0;
}

int
hd_sample_population(struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_period *p, struct hd_err *err)
{
	if (hd_period_read(ctx, HD_BY_SOLVED, 90, p, err) != 0 ||
	    hd_select(ctx, argc, argv, p, err) != 0)
		return -1;
	return hd_db_script(ctx->db, "sql/sel_excluded", err);
}
