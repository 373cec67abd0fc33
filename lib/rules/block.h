/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BLOCK_H
#define HD_BLOCK_H

#include "rules/parse.h"

/* Private to lib/rules: the blocks of rules and what stands in them. */

/* What a rule must have; called when its block ends. */
int hd_parse_rule_end(struct hd_parse *p);
/* The open rule. */
struct hd_rule *hd_parse_rule(struct hd_parse *p);
/* tag, route and policy; default of a stage; what routes and policies say. */
int hd_parse_tag(struct hd_parse *p);
int hd_parse_route(struct hd_parse *p);
int hd_parse_policy(struct hd_parse *p);
int hd_parse_drop(struct hd_parse *p);
int hd_parse_stage_default(struct hd_parse *p, enum hd_stage stage);
int hd_parse_on(struct hd_parse *p);
int hd_parse_then(struct hd_parse *p);
int hd_parse_must(struct hd_parse *p);
/* A stage's word; false when it is none. */
bool hd_stage_parse(struct hd_str word, enum hd_stage *stage);
/* An action's word, R122 when it is none. */
int hd_parse_action(struct hd_parse *p, struct hd_str word, enum hd_action *a);

#endif
