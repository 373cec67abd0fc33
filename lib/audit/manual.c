/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags by hand: see manual.h. */
#include <string.h>

#include "audit/manual.h"
#include "store/override.h"

static int
no_dimension(const struct hd_ruleset *rs, const char *name, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < rs->ndims; i++)
		hd_buf_addf(&b, " %s", rs->dims[i].name);
	(void)hd_err_set(err, HD_EUSAGE,
	    "the rule set has no dimension '%s'; it has%s", name,
	    hd_buf_cstr(&b));
	hd_buf_release(&b);
	return -1;
}

static int
no_value(const struct hd_dim *d, struct hd_str value, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < d->n; i++)
		hd_buf_addf(&b, " %s", d->values[i]);
	(void)hd_err_set(err, HD_EUSAGE, "%s has no value '%s'; it has%s",
	    d->name, value.p, hd_buf_cstr(&b));
	hd_buf_release(&b);
	return -1;
}

int
hd_manual_set(struct hd_db *db, const struct hd_ruleset *rs,
    const char *assignment, const char *why, struct hd_err *err)
{
	struct hd_str rest = hd_str(assignment), name;
	struct hd_buf b = HD_BUF_INIT;
	int dim, r;

	(void)hd_str_split(&rest, '=', &name);
	hd_buf_add(&b, name.p, name.n);
	dim = hd_ruleset_dim(rs, hd_buf_cstr(&b));
	if (dim < 0)
		r = no_dimension(rs, hd_buf_cstr(&b), err);
	else if (rest.n == 0)
		r = hd_override_drop(db, name, err);
	else if (hd_ruleset_value(rs, dim, rest.p) < 0)
		r = no_value(&rs->dims[dim], rest, err);
	else
		r = hd_override_put(db, name, rest, hd_str(why), err);
	hd_buf_release(&b);
	return r == 0 ? hd_override_stale(db, err) : -1;
}
