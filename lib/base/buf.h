/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BUF_H
#define HD_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct hd_arena;

/*
 * A growing string and a borrowed slice.  buf.s is always NUL-terminated once
 * something was added and may hold NUL bytes; buf.n is its length.
 */
struct hd_buf {
	char *s;
	size_t n, cap;
};

/* n bytes at p, owned by someone else; p is NULL for "no value". */
struct hd_str {
	const char *p;
	size_t n;
};

#define HD_BUF_INIT        \
	{                  \
		NULL, 0, 0 \
	}

void hd_buf_release(struct hd_buf *b);
/* Empty, memory kept. */
void hd_buf_reset(struct hd_buf *b);
void hd_buf_add(struct hd_buf *b, const char *p, size_t n);
void hd_buf_adds(struct hd_buf *b, const char *s);
void hd_buf_addc(struct hd_buf *b, char c);
void hd_buf_addf(struct hd_buf *b, const char *fmt, ...) HD_PRINTF(2, 3);
/* The same, for who has arguments of his own. */
void hd_buf_vaddf(struct hd_buf *b, const char *fmt, va_list ap)
    HD_PRINTF(2, 0);
/* The string, "" when empty; borrowed until the buffer changes. */
const char *hd_buf_cstr(const struct hd_buf *b);
struct hd_str hd_buf_str(const struct hd_buf *b);

struct hd_str hd_str(const char *s);
bool hd_str_eq(struct hd_str a, const char *s);
/* ASCII case ignored. */
bool hd_str_ieq(struct hd_str a, const char *s);
bool hd_str_same(struct hd_str a, struct hd_str b);
/* Bytewise order, the shorter first: a total order free of the locale. */
int hd_str_cmp(struct hd_str a, struct hd_str b);
bool hd_str_starts(struct hd_str a, const char *prefix);
/* Without ASCII blanks at both ends. */
struct hd_str hd_str_trim(struct hd_str a);
/* A copy with a NUL behind it, the arena's; p NULL stays NULL. */
struct hd_str hd_str_keep(struct hd_arena *a, struct hd_str s);
/* First place of needle in a, or NULL. */
const char *hd_str_find(struct hd_str a, const char *needle);
/*
 * Cut the next field of *rest at sep into *field; false when *rest is used up
 * (its p is NULL then).  "a,,b" has three fields, "" has one, empty.
 */
bool hd_str_split(struct hd_str *rest, char sep, struct hd_str *field);

#endif
