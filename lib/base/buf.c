/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings: see buf.h. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/mem.h"

void
hd_buf_release(struct hd_buf *b)
{
	free(b->s);
	b->s = NULL;
	b->n = b->cap = 0;
}

void
hd_buf_reset(struct hd_buf *b)
{
	b->n = 0;
	if (b->s != NULL)
		b->s[0] = '\0';
}

static void
room(struct hd_buf *b, size_t n)
{
	b->s = hd_grow(b->s, &b->cap, b->n + n + 1, 1);
}

void
hd_buf_add(struct hd_buf *b, const char *p, size_t n)
{
	room(b, n);
	if (n > 0)
		memcpy(b->s + b->n, p, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void
hd_buf_adds(struct hd_buf *b, const char *s)
{
	hd_buf_add(b, s, strlen(s));
}

void
hd_buf_addc(struct hd_buf *b, char c)
{
	hd_buf_add(b, &c, 1);
}

void
hd_buf_vaddf(struct hd_buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		return;
	room(b, (size_t)n);
	(void)vsnprintf(b->s + b->n, (size_t)n + 1, fmt, ap);
	b->n += (size_t)n;
}

void
hd_buf_addf(struct hd_buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	hd_buf_vaddf(b, fmt, ap);
	va_end(ap);
}

const char *
hd_buf_cstr(const struct hd_buf *b)
{
	return b->s != NULL ? b->s : "";
}

struct hd_str
hd_buf_str(const struct hd_buf *b)
{
	return (struct hd_str){ hd_buf_cstr(b), b->n };
}

struct hd_str
hd_str(const char *s)
{
	return (struct hd_str){ s, s != NULL ? strlen(s) : 0 };
}

bool
hd_str_eq(struct hd_str a, const char *s)
{
	return a.p != NULL && a.n == strlen(s) && memcmp(a.p, s, a.n) == 0;
}

bool
hd_str_ieq(struct hd_str a, const char *s)
{
	return a.p != NULL && a.n == strlen(s) && strncasecmp(a.p, s, a.n) == 0;
}

bool
hd_str_same(struct hd_str a, struct hd_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int
hd_str_cmp(struct hd_str a, struct hd_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n > 0 ? memcmp(a.p, b.p, n) : 0;

	if (c != 0)
		return c;
	return a.n < b.n ? -1 : a.n > b.n;
}

bool
hd_str_starts(struct hd_str a, const char *prefix)
{
	size_t n = strlen(prefix);

	return a.n >= n && memcmp(a.p, prefix, n) == 0;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
	       c == '\v';
}

struct hd_str
hd_str_keep(struct hd_arena *a, struct hd_str s)
{
	if (s.p != NULL)
		s.p = hd_arena_memdup(a, s.p, s.n);
	return s;
}

struct hd_str
hd_str_trim(struct hd_str a)
{
	while (a.n > 0 && blank(a.p[0])) {
		a.p++;
		a.n--;
	}
	while (a.n > 0 && blank(a.p[a.n - 1]))
		a.n--;
	return a;
}

const char *
hd_str_find(struct hd_str a, const char *needle)
{
	size_t n = strlen(needle);

	if (n == 0)
		return a.p;
	for (size_t i = 0; i + n <= a.n; i++)
		if (a.p[i] == needle[0] && memcmp(a.p + i, needle, n) == 0)
			return a.p + i;
	return NULL;
}

bool
hd_str_split(struct hd_str *rest, char sep, struct hd_str *field)
{
	const char *end;

	if (rest->p == NULL)
		return false;
	end = rest->n > 0 ? memchr(rest->p, sep, rest->n) : NULL;
	field->p = rest->p;
	if (end == NULL) {
		field->n = rest->n;
		rest->p = NULL;
		rest->n = 0;
		return true;
	}
	field->n = (size_t)(end - rest->p);
	rest->n -= field->n + 1;
	rest->p = end + 1;
	return true;
}
