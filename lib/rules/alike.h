/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ALIKE_H
#define HD_ALIKE_H

#include <stdbool.h>

#include "rules/ruleset.h"

/*
 * Can a change of some number fields change anything?  Conditions on them are
 * looked at alternative by alternative; all other fields count as unchanged.
 */
struct hd_alike;

/* Owned by caller; rs is borrowed.  Fields that rs does not test are allowed. */
struct hd_alike *hd_alike_new(
    const struct hd_ruleset *rs, const char *const *fields, size_t n);
/* NULL is allowed. */
void hd_alike_free(struct hd_alike *a);
/*
 * Does every alternative come out alike under the values x and y, one a field,
 * NaN where it is unset?
 */
bool hd_alike(const struct hd_alike *a, const double *x, const double *y);

/* Does a rule test a field whose name begins with the prefix? */
bool hd_rule_tests(const struct hd_ruleset *rs, const struct hd_rule *rule,
    const char *prefix);

#endif
