/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULETEXT_H
#define HD_RULETEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"

/*
 * A rule or test file as its lines, comments and blank lines included, for
 * what writes such files again: fmt, json.  The form of a line is read and
 * nothing is looked up; that the file means something its loader tells.
 */

/* What follows a keyword. */
enum hd_lineform {
	HD_LINE_BLANK,	   /* an empty line */
	HD_LINE_COMMENT,   /* part 0 is what follows the # */
	HD_LINE_TEXT,	   /* of a case: part 0 is what follows the | */
	HD_LINE_GIVEN,	   /* of a case: field; field, value; or field, "is",
			      "unset" */
	HD_LINE_REST,	   /* part 0: the rest of the line, or none */
	HD_LINE_WORDS,	   /* words with blanks between them */
	HD_LINE_LIST,	   /* words with commas between them */
	HD_LINE_COND,	   /* field, operator, value */
	HD_LINE_SET,	   /* dimension, value */
	HD_LINE_ALLOW,	   /* check, date, reason */
	HD_LINE_FIELD,	   /* name, type, values */
	HD_LINE_DIMENSION, /* name, "one" or "many", values from low to high */
	HD_LINE_DEFAULT,   /* name, value, "when readable" or none */
};

/* Where a keyword stands. */
enum hd_lineplace {
	HD_LINE_ANYWHERE, /* of no meaning */
	HD_LINE_OPENER,	  /* in column 1 */
	HD_LINE_OF_RULE,  /* the opener of a block: tag, route, policy */
	HD_LINE_OF_TEST,  /* case, table, journey */
	HD_LINE_IN_RULE,  /* a statement of those */
	HD_LINE_IN_TEST,
};

struct hd_keyword {
	const char *name;
	enum hd_lineform form;
	enum hd_lineplace place;
};

struct hd_line {
	const struct hd_keyword *keyword;
	bool indented; /* a statement, or a comment that stands like one */
	struct hd_str *part;
	size_t n;
	struct hd_str raw; /* as it was, where it was read */
};

/* Text is copied; all belongs to the arena. */
struct hd_ruletext {
	struct hd_arena arena;
	struct hd_line *lines;
	size_t n, cap;
};

#define HD_RULETEXT_INIT                  \
	{                                 \
		HD_ARENA_INIT, NULL, 0, 0 \
	}

/*
 * The keyword of that name under an opener (NULL: in column 1); NULL: there is
 * none.
 */
const struct hd_keyword *hd_keyword_find(
    struct hd_str name, const struct hd_keyword *block);
bool hd_keyword_opens(const struct hd_keyword *k); /* in column 1 */
bool hd_keyword_block(const struct hd_keyword *k); /* statements follow */

/*
 * Read the lines of text; name is that of the file, for the error
 * "name:line: message [R101]" with HD_EUSAGE.
 */
int hd_ruletext_read(struct hd_ruletext *t, struct hd_str text,
    const char *name, struct hd_err *err);
/* A line more; its parts are filled by the caller. */
struct hd_line *hd_ruletext_add(
    struct hd_ruletext *t, const struct hd_keyword *keyword);
void hd_ruletext_release(struct hd_ruletext *t);

/*
 * The one way to write it: openers in column 1, statements at 4, what follows
 * their keywords aligned, one blank line between blocks, fields and dimensions
 * that follow each other in columns.  Patterns and texts stay as they are.
 */
void hd_ruletext_print(const struct hd_ruletext *t, struct hd_buf *b);
/*
 * The file as it was, but the rule's line `review date`, added where there is
 * none.  HD_EUSAGE: no rule of that id.
 */
int hd_ruletext_bump(const struct hd_ruletext *t, const char *rule,
    const char *date, struct hd_buf *b, struct hd_err *err);

#endif
