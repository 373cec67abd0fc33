/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_OPT_H
#define HD_OPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/*
 * Options as data: one table a program, from which parsing, the usage line and
 * -h come, so that they cannot disagree.
 */

enum hd_opt_type {
	HD_OPT_END = 0,
	HD_OPT_FLAG, /* bool * */
	HD_OPT_STR,  /* const char ** */
	HD_OPT_INT,  /* int64_t * */
	HD_OPT_REAL, /* double * */
	HD_OPT_LIST, /* struct hd_list *: may be given again */
};

struct hd_list {
	const char **v; /* borrowed from argv */
	size_t n, cap;
};

struct hd_opt {
	char letter;	  /* 0: none */
	const char *name; /* long name, NULL: none */
	enum hd_opt_type type;
	void *value;
	const char *arg; /* what usage calls the argument */
	const char *help;
};

#define HD_OPTS_END                                   \
	{                                             \
		0, NULL, HD_OPT_END, NULL, NULL, NULL \
	}

/*
 * Parse argv; *first is the index of the first operand.  -1 with HD_EOPTION
 * names what is wrong.
 */
int hd_opt_parse(const struct hd_opt *opts, int argc, char *argv[], int *first,
    struct hd_err *err);
/* "hs-pick [-0hqvV] [-d file] ... operands" on one line. */
void hd_opt_usage(struct hd_buf *b, const char *prog, const struct hd_opt *opts,
    const char *operands);
/* A line an option. */
void hd_opt_help(struct hd_buf *b, const struct hd_opt *opts);

#endif
