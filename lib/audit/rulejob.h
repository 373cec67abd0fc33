/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULEJOB_H
#define HD_RULEJOB_H

#include "audit/tagset.h"
#include "render/table.h"

/* A question about rules over the selection, and where its answer goes. */
struct hd_rulejob {
	struct hd_db *db;
	const char *pack;      /* path of the shipped rules */
	const char *languages; /* path of languages.conf */
	enum hd_source source; /* whether models speak too */
	size_t jobs;	       /* threads */
	struct hd_out *out;
	enum hd_format format;
	const char *columns; /* NULL: all, or as many as fit a terminal */
	/* Told after every ticket how many are done; NULL: nobody is. */
	void (*at)(void *ctx, size_t tickets);
	void *ctx;
	int64_t gave_up; /* result: tickets with an undecided rule */
};

#endif
