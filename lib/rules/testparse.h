/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TESTPARSE_H
#define HD_TESTPARSE_H

#include "rules/link.h"
#include "rules/parse.h"

/* Private to lib/rules: the blocks of tests and what stands in them. */

/* now, case, table, journey */
int hd_parse_now(struct hd_parse *p);
int hd_parse_case(struct hd_parse *p);
int hd_parse_table(struct hd_parse *p);
int hd_parse_journey(struct hd_parse *p);
/* What a test must have; called when its block ends. */
int hd_parse_test_end(struct hd_parse *p);
/* Statements of it. */
int hd_parse_test_on(struct hd_parse *p);
int hd_parse_test_todo(struct hd_parse *p);
int hd_parse_like(struct hd_parse *p);
int hd_parse_expect(struct hd_parse *p);
int hd_parse_columns(struct hd_parse *p);
int hd_parse_row(struct hd_parse *p);
int hd_parse_customer(struct hd_parse *p);
int hd_parse_ai(struct hd_parse *p);
/* Is the line FIELD = VALUE, FIELD is unset, or a FIELD whose lines follow? */
bool hd_is_given(const struct hd_parse *p);
int hd_parse_given(struct hd_parse *p);
/* A line of text behind `|'. */
int hd_parse_text_line(struct hd_parse *p);

/* The open case. */
struct hd_case *hd_parse_test(struct hd_parse *p);
/* A case more of that name: its index, -1 where the name is taken (R506). */
int hd_parse_new_case(struct hd_parse *p, struct hd_str name,
    enum hd_casekind kind, struct hd_pos pos);

/* Names and values of all tests. */
int hd_link_tests(struct hd_ruleset *rs, struct hd_err *err);

#endif
