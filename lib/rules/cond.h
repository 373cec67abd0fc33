/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COND_H
#define HD_COND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * A condition, as written and as linked; part of the model of a loaded rule
 * set (model.h), with the same ownership.
 */

struct hd_pos {
	size_t file;	  /* index in files */
	size_t line, col; /* from 1; columns count code points */
};

enum hd_var {
	HD_VAR_FIELD,
	HD_VAR_DIM,
	HD_VAR_COUNT
};

enum hd_op {
	HD_OP_MATCH,
	HD_OP_NOMATCH,
	HD_OP_EQ,
	HD_OP_NE,
	HD_OP_IN,
	HD_OP_LT,
	HD_OP_LE,
	HD_OP_GT,
	HD_OP_GE,
	HD_OP_SET,
	HD_OP_UNSET,
};

/* As written: "~", "is set". */
const char *hd_op_name(enum hd_op op);

struct hd_cond {
	struct hd_pos pos, arg_pos; /* of the name, of what follows the op */
	struct hd_str src;	    /* the condition as written */
	struct hd_str name, arg;
	enum hd_var var;
	size_t index; /* of the field or the dimension */
	enum hd_op op;
	size_t value, nvalues; /* of = != in and the orders: run of values */
	size_t probe;	       /* of ~ and !~: the (field, pattern) pair */
	bool each;	       /* to be tried on each message */
};

/* One operand: only what fits the type is set. */
struct hd_operand {
	struct hd_str s;
	struct hd_pos pos;
	double num;
	int index; /* of a dimension's value */
};

struct hd_alt {
	size_t cond, nconds;
	bool unless;
	size_t each, neach; /* run of each_fields that are bound together */
};

/* A pattern tried on a field. */
struct hd_probe {
	size_t field, pattern;
};

/* The rule may fire when the pattern may match a text of the field. */
struct hd_trigger {
	size_t field, pattern, rule;
};

#endif
