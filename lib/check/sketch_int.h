/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SKETCH_INT_H
#define HD_SKETCH_INT_H

#include "check/sketch.h"
#include "check/worldpart.h"

/* Private to sketch*.c: a ticket, by atom: what holds, and what matters. */
struct hd_model {
	bool *holds, *matters;
};

/* All facts that matter, as the rule language writes them, added to out. */
void hd_sketch_facts(
    const struct hd_world *w, const struct hd_model *m, struct hd_sketch *out);
/* A dimension's value, which the ticket has or has not. */
void hd_sketch_dim(const struct hd_world *w, const struct hd_dimname *d,
    bool has, struct hd_sketch *out);

#endif
