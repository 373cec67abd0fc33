/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ZAMMAD_H
#define HD_ZAMMAD_H

#include "ingest/vendor.h"

/* What is said and done in Zammad's tickets. */

/* The normalised word of a state, else the state. */
struct hd_str hd_zammad_status(struct hd_str state);

bool hd_zammad_is_article(const struct hd_json *j);
int hd_zammad_article(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
/* The same of an article that stands in its ticket. */
int hd_zammad_article_of(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err);

bool hd_zammad_is_history(const struct hd_json *j);
int hd_zammad_history(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* Time accounted in a unit that is not told: skipped. */
bool hd_zammad_is_time(const struct hd_json *j);
int hd_zammad_time(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

#endif
