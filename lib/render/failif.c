/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thresholds on figures: see failif.h. */
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "render/failif.h"

static int
bad(const char *text, struct hd_err *err)
{
	return hd_err_set(err, HD_EOPTION,
	    "--fail-if: as 'repeat_rate > 0.15', not '%s'", text);
}

static bool
read_op(struct hd_str *rest, struct hd_failif *c)
{
	static const struct {
		const char *sign;
		int op;
	} ops[] = { { ">=", HD_AT_LEAST }, { "<=", HD_AT_MOST },
		{ ">", HD_ABOVE }, { "<", HD_BELOW } };

	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++)
		if (hd_str_starts(*rest, ops[i].sign)) {
			c->op = ops[i].op;
			rest->p += strlen(ops[i].sign);
			rest->n -= strlen(ops[i].sign);
			return true;
		}
	return false;
}

int
hd_failif_read(struct hd_failif *c, const char *text, struct hd_err *err)
{
	struct hd_str rest = hd_str_trim(hd_str(text));
	size_t n = 0;

	while (n < rest.n && strchr(" \t<>=", rest.p[n]) == NULL)
		n++;
	if (n == 0 || n >= sizeof(c->metric))
		return bad(text, err);
	memcpy(c->metric, rest.p, n);
	c->metric[n] = '\0';
	rest = hd_str_trim((struct hd_str){ rest.p + n, rest.n - n });
	if (!read_op(&rest, c) || !hd_num_real(hd_str_trim(rest), &c->value) ||
	    isnan(c->value))
		return bad(text, err);
	return 0;
}

int
hd_failif_read_all(struct hd_failif **c, const char *const *texts, size_t n,
    struct hd_err *err)
{
	*c = hd_xcalloc(n + 1, sizeof(**c));
	for (size_t i = 0; i < n; i++)
		if (hd_failif_read(&(*c)[i], texts[i], err) != 0)
			return -1;
	return 0;
}

int
hd_failif_test(const struct hd_failif *c, const struct hd_figure *f)
{
	bool up = c->op == HD_ABOVE || c->op == HD_AT_LEAST;
	double v = up ? f->lo : f->hi;

	if (isnan(v))
		v = f->estimate;
	if (isnan(v) || hd_figure_hidden(f))
		return -1;
	switch (c->op) {
	case HD_ABOVE:
		return v > c->value;
	case HD_AT_LEAST:
		return v >= c->value;
	case HD_BELOW:
		return v < c->value;
	default:
		return v <= c->value;
	}
}
