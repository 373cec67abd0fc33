/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_JSON_H
#define HD_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"

/*
 * JSON values in memory, and a writer; the parsing and the escaping are
 * yajl's.  Values live in an arena and are borrowed until it is reset.
 * Numbers stay text, so that an id of 19 digits loses none.
 */

enum hd_jtype {
	HD_JNULL,
	HD_JBOOL,
	HD_JNUM,
	HD_JSTR,
	HD_JARR,
	HD_JOBJ,
};

struct hd_json {
	enum hd_jtype type;
	struct hd_str key; /* name in the parent object, p NULL elsewhere */
	struct hd_str s;   /* text of a string or number; "true" or "false" */
	struct hd_json *child; /* first member or element */
	struct hd_json *next;  /* next sibling */
	size_t count;	       /* members or elements */
};

/*
 * Builds one value from parse events; a streaming reader calls it, as does
 * hd_json_parse().  Zero it, set arena, then feed; root is set by the first
 * value, and the value is complete when depth is 0 again.
 */
struct hd_jbuild {
	struct hd_arena *arena;
	struct hd_json *root;
	struct hd_json *stack[66], *last[66];
	size_t depth;
	struct hd_str key;
};

#define HD_JSON_DEPTH 64

/* A value of any type; -1 when the nesting passes HD_JSON_DEPTH. */
int hd_jbuild_add(struct hd_jbuild *b, enum hd_jtype type, struct hd_str s);
void hd_jbuild_key(struct hd_jbuild *b, struct hd_str key);
void hd_jbuild_end(struct hd_jbuild *b);

/* Parse one value; the whole of s must be it (and blanks). */
struct hd_json *hd_json_parse(
    struct hd_arena *a, struct hd_str s, struct hd_err *err);
/* The same of what may be missing or no JSON: NULL then, and nothing is said. */
struct hd_json *hd_json_read(struct hd_arena *a, struct hd_str s);

/* The member of an object, or NULL; j may be NULL or of another type. */
const struct hd_json *hd_json_get(const struct hd_json *j, const char *name);
/* The same down a path: "via.channel". */
const struct hd_json *hd_json_path(const struct hd_json *j, const char *path);
/* Text of a string, number or boolean; p NULL for anything else. */
struct hd_str hd_json_str(const struct hd_json *j);
/* hd_json_str(hd_json_path(j, path)) */
struct hd_str hd_json_at(const struct hd_json *j, const char *path);
bool hd_json_true(const struct hd_json *j);

/* The writer: compact, or indented when pretty. */
struct hd_jgen {
	struct yajl_gen_t *g;
};

void hd_jgen_init(struct hd_jgen *g, bool pretty);
void hd_jgen_release(struct hd_jgen *g);
void hd_jgen_obj(struct hd_jgen *g);
void hd_jgen_endobj(struct hd_jgen *g);
void hd_jgen_arr(struct hd_jgen *g);
void hd_jgen_endarr(struct hd_jgen *g);
/* Bytes that are no UTF-8 are written as U+FFFD. */
void hd_jgen_str(struct hd_jgen *g, struct hd_str s);
void hd_jgen_cstr(struct hd_jgen *g, const char *s);
void hd_jgen_int(struct hd_jgen *g, int64_t v);
/* A number given as its text, written verbatim. */
void hd_jgen_num(struct hd_jgen *g, struct hd_str digits);
void hd_jgen_bool(struct hd_jgen *g, bool v);
void hd_jgen_null(struct hd_jgen *g);
/* A parsed value written again. */
void hd_jgen_val(struct hd_jgen *g, const struct hd_json *j);
/* Move what is written so far to the end of b and start afresh. */
void hd_jgen_take(struct hd_jgen *g, struct hd_buf *b);

#endif
