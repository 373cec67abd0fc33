/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULEJSON_INT_H
#define HD_RULEJSON_INT_H

#include "rules/ruletext.h"

/* The members of the object that a form is, in the order of its parts. */
struct hd_jsonform {
	const char *members[3];
	size_t n;
	const char *rest; /* an array of the parts behind them, or NULL */
	const char *more; /* a string that may be missing, or NULL */
	const char *flag; /* true or missing, or NULL; it stands for: */
	const char *flag_parts[2];
};

/* NULL: the form is no object. */
const struct hd_jsonform *hd_jsonform(enum hd_lineform form);

#endif
