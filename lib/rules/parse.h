/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PARSE_H
#define HD_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "rules/grow.h"

/*
 * Private to lib/rules: the state of the parser and what its files share.
 * A line is read from the left; `rest` is what is still to be read of it.
 * Functions that return int return -1 with p->err set.
 */

#define HD_RULES_FILE_MAX ((size_t)1024 * 1024)
#define HD_RULES_LINE_MAX ((size_t)8 * 1024)
#define HD_RULES_MAX	  ((size_t)2000)
#define HD_RULES_ALTS	  ((size_t)64)
#define HD_RULES_DIMS	  ((size_t)256)
#define HD_RULES_DEPTH	  32 /* files that use files */

/* The opener whose statements follow. */
enum hd_block {
	HD_BLOCK_NONE,
	HD_BLOCK_TAG = 1 << 0,
	HD_BLOCK_ROUTE = 1 << 1,
	HD_BLOCK_POLICY = 1 << 2,
	HD_BLOCK_CASE = 1 << 3,
	HD_BLOCK_TABLE = 1 << 4,
	HD_BLOCK_JOURNEY = 1 << 5,
	HD_BLOCK_BAD = 1 << 8, /* its opener cannot be read: skip them */
};
#define HD_BLOCK_RULE (HD_BLOCK_TAG | HD_BLOCK_ROUTE | HD_BLOCK_POLICY)
#define HD_BLOCK_TEST (HD_BLOCK_CASE | HD_BLOCK_TABLE | HD_BLOCK_JOURNEY)

struct hd_parse {
	struct hd_ruleset *rs;
	const struct hd_rulesrc *src;
	struct hd_err *err;
	const struct hd_parse *up; /* the using file */
	size_t depth, file, line;
	const char *bol, *keyword; /* of the line */
	struct hd_str rest;
	bool version; /* rules 1 was read */
	enum hd_block block;
	size_t
	    rule; /* index of the open rule among those of its kind; of the case */
	bool lines;  /* what was read last may have `|' lines */
	bool broken; /* a line of the open block is in error */
};

/*
 * file:line:col: message [check], code HD_EUSAGE, or a finding more where all
 * are collected; returns -1.
 */
int hd_rules_err(const struct hd_ruleset *rs, struct hd_pos pos,
    struct hd_err *err, const char *check, const char *fmt, ...)
    HD_PRINTF(5, 6);
#define HD_PARSE_ERR(p, at, check, ...) \
	hd_rules_err((p)->rs, hd_parse_pos(p, at), (p)->err, check, __VA_ARGS__)

/* The place of a byte of the current line. */
struct hd_pos hd_parse_pos(const struct hd_parse *p, const char *at);
/* The next word, up to a blank; empty at the end of the line. */
struct hd_str hd_parse_word(struct hd_parse *p);
/* Go on behind n bytes and the blanks after them. */
void hd_parse_skip(struct hd_parse *p, size_t n);
/* A word that may name something; `what` is for the message. */
int hd_parse_name(struct hd_parse *p, const char *what, struct hd_str *name);
/* One word of value characters. */
int hd_parse_value(struct hd_parse *p, struct hd_str *value);
/* The rest of the line, which must not be empty. */
int hd_parse_rest(struct hd_parse *p, const char *what, struct hd_str *s);
/* Nothing may be left. */
int hd_parse_end(struct hd_parse *p);
/* A word like 2026-01-31. */
int hd_parse_date(struct hd_parse *p, struct hd_str *date);
bool hd_name_char(char c);
/* A copy in the rule set's arena. */
const char *hd_keep(struct hd_ruleset *rs, struct hd_str s);

/* The file `name`; at is its place in the line of `use`, NULL the operand. */
int hd_parse_file(struct hd_parse *p, const char *name, const char *at);
/* A line that starts a block or stands alone / one inside a block. */
int hd_parse_opener(struct hd_parse *p);
int hd_parse_statement(struct hd_parse *p);
bool hd_is_statement(struct hd_str word);
bool hd_is_opener(struct hd_str word);
int hd_parse_field(struct hd_parse *p);
int hd_parse_dimension(struct hd_parse *p);
int hd_parse_default(struct hd_parse *p);
/* A condition, appended to conds. */
int hd_parse_cond(struct hd_parse *p);
/* The name of a field at the start of s, ticket.field("X") included. */
struct hd_str hd_field_name(struct hd_str s);
#endif
