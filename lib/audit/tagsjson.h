/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TAGSJSON_H
#define HD_TAGSJSON_H

#include "audit/tagger.h"
#include "base/json.h"

/*
 * The member `tags` of a ticket's JSON: path, handoff, every dimension with its
 * value (null: unknown) or its list of values.
 */
void hd_tags_json(struct hd_jgen *g, const struct hd_ruleset *rs,
    const struct hd_tags *tags, const struct hd_tagrow *row);

#endif
