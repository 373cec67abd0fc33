/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GENERIC_H
#define HD_GENERIC_H

#include "ingest/vendor.h"

/*
 * Emit an object whose members are those of one record, by the names of
 * columns; id is the record's where no member is.
 */
int hd_map_members(struct hd_ingest *in, const struct hd_json *j,
    enum hd_rec_kind kind, struct hd_str id, struct hd_err *err);

#endif
