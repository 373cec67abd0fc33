/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULEJSON_H
#define HD_RULEJSON_H

#include "base/json.h"
#include "rules/ruletext.h"

/*
 * A rule file as JSON and back, for those whose files are made by other
 * programs; samples/rules/rules.schema.json says its form.  {"lines": [...]},
 * where each line is an object whose first member is its keyword, and a block
 * has "lines" of its own.  Nothing is lost but the layout: a file that goes
 * through JSON is what hd_ruletext_print() makes of it.
 */

void hd_rulejson_write(const struct hd_ruletext *t, struct hd_jgen *g);
/*
 * The lines of j, added to t.  HD_EUSAGE names what is wrong by its path, as
 * "lines[3].when.op: missing": an unknown member, a type, or a text that a
 * line of a rule file cannot hold.
 */
int hd_rulejson_read(
    struct hd_ruletext *t, const struct hd_json *j, struct hd_err *err);

#endif
