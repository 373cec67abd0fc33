/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ESCLIST_H
#define HD_ESCLIST_H

#include "escalation/run.h"
#include "render/table.h"

/* The findings of a run as a listing, a row each. */
struct hd_esclist {
	struct hd_escrun *run;
	struct hd_out *out;
	enum hd_format format;
	const char *columns; /* NULL: all, or as many as fit a terminal */
	bool header, name_agents;
};

int hd_esclist(struct hd_esclist *l, struct hd_err *err);

#endif
