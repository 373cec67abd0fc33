/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words of a line, their places, and the one form of an error in a rule file.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "base/tstamp.h"
#include "base/utf8.h"
#include "rules/catalogue.h"
#include "rules/parse.h"

#define MSG_MAX 300

void *
hd_vec_add(void *array, struct hd_vec *v, size_t size)
{
	array = hd_grow(array, &v->cap, v->n + 1, size);
	memset((char *)array + v->n * size, 0, size);
	v->n++;
	return array;
}

const char *
hd_keep(struct hd_ruleset *rs, struct hd_str s)
{
	return hd_arena_memdup(&rs->mem->arena, s.p, s.n);
}

int
hd_rules_err(const struct hd_ruleset *rs, struct hd_pos pos, struct hd_err *err,
    const char *check, const char *fmt, ...)
{
	struct hd_buf where = HD_BUF_INIT;
	char msg[320];
	struct hd_str head;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	rs->mem->errors++;
	if (rs->mem->found != NULL) {
		(void)hd_diag_add(rs->mem->found, hd_rules_check(check),
		    hd_ruleset_place(rs, pos, 0), "%s", msg);
		return hd_err_set(err, HD_EUSAGE, "%s", msg);
	}
	/* a long line of the user's is cut, the check's name is not */
	head = hd_utf8_head((struct hd_str){ msg, strlen(msg) }, MSG_MAX);
	hd_ruleset_where(rs, pos, &where);
	(void)hd_err_set(err, HD_EUSAGE, "%s: %.*s%s [%s]", hd_buf_cstr(&where),
	    (int)head.n, head.p, n > MSG_MAX ? "..." : "", check);
	hd_buf_release(&where);
	return -1;
}

struct hd_pos
hd_parse_pos(const struct hd_parse *p, const char *at)
{
	struct hd_str before = { p->bol, (size_t)(at - p->bol) };

	return (struct hd_pos){ p->file, p->line, hd_utf8_count(before) + 1 };
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

void
hd_parse_skip(struct hd_parse *p, size_t n)
{
	while (n < p->rest.n && blank(p->rest.p[n]))
		n++;
	p->rest.p += n;
	p->rest.n -= n;
}

struct hd_str
hd_parse_word(struct hd_parse *p)
{
	struct hd_str word;

	hd_parse_skip(p, 0);
	word = (struct hd_str){ p->rest.p, 0 };
	while (word.n < p->rest.n && !blank(p->rest.p[word.n]))
		word.n++;
	hd_parse_skip(p, word.n);
	return word;
}

bool
hd_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
	       (unsigned char)c >= 0x80;
}

/*
 * Of a dimension's or an enum's value: they come from helpdesks as well, so all
 * is allowed that no other part of the language needs.
 */
static bool
value_char(char c)
{
	return (unsigned char)c > ' ' && c != 0x7F &&
	       strchr(",<>=|~\"", c) == NULL;
}

int
hd_parse_name(struct hd_parse *p, const char *what, struct hd_str *name)
{
	*name = hd_parse_word(p);
	if (name->n == 0)
		return HD_PARSE_ERR(p, name->p, "R103", "missing %s", what);
	for (size_t i = 0; i < name->n; i++)
		if (!hd_name_char(name->p[i]))
			return HD_PARSE_ERR(p, name->p + i, "R103",
			    "'%.*s' cannot be %s: letters, digits, '.', '_' "
			    "and '-' only",
			    (int)name->n, name->p, what);
	return 0;
}

void
hd_value_name(struct hd_buf *b, struct hd_str value)
{
	value = hd_str_trim(value);
	for (size_t i = 0; i < value.n; i++)
		hd_buf_addc(b, value_char(value.p[i]) ? value.p[i] : '_');
}

int
hd_parse_value(struct hd_parse *p, struct hd_str *value)
{
	*value = hd_parse_word(p);
	if (value->n == 0)
		return HD_PARSE_ERR(p, value->p, "R103", "missing value");
	for (size_t i = 0; i < value->n; i++)
		if (!value_char(value->p[i]))
			return HD_PARSE_ERR(p, value->p + i, "R103",
			    "'%.*s' cannot be a value: '%c' means something "
			    "else",
			    (int)value->n, value->p, value->p[i]);
	return 0;
}

int
hd_parse_rest(struct hd_parse *p, const char *what, struct hd_str *s)
{
	hd_parse_skip(p, 0);
	if (p->rest.n == 0)
		return HD_PARSE_ERR(p, p->rest.p, "R103", "missing %s", what);
	*s = p->rest;
	p->rest.p += p->rest.n;
	p->rest.n = 0;
	return 0;
}

int
hd_parse_end(struct hd_parse *p)
{
	hd_parse_skip(p, 0);
	if (p->rest.n > 0)
		return HD_PARSE_ERR(p, p->rest.p, "R103",
		    "'%.*s' is one word too many", (int)p->rest.n, p->rest.p);
	return 0;
}

/* Two or four digits of a date. */
static bool
digits(struct hd_str s, size_t at, size_t n, int64_t max)
{
	int64_t v;

	return s.p[at] != '-' && s.p[at] != '+' &&
	       hd_num_int((struct hd_str){ s.p + at, n }, &v) && v >= 1 &&
	       v <= max;
}

/* 2026-02-30 is not. */
static bool
in_calendar(struct hd_str date)
{
	const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt opt = { &utc, HD_ORDER_UNKNOWN };
	struct hd_err err = HD_ERR_INIT;
	bool zoned;
	int64_t t;

	return hd_time_parse(date, &opt, &t, &zoned, &err) == 0;
}

int
hd_parse_date(struct hd_parse *p, struct hd_str *date)
{
	*date = hd_parse_word(p);
	if (date->n == 0)
		return HD_PARSE_ERR(p, date->p, "R103", "missing date");
	if (date->n != 10 || date->p[4] != '-' || date->p[7] != '-' ||
	    !digits(*date, 0, 4, 9999) || !digits(*date, 5, 2, 12) ||
	    !digits(*date, 8, 2, 31) || !in_calendar(*date))
		return HD_PARSE_ERR(p, date->p, "R121",
		    "'%.*s' is no date: write 2026-01-31", (int)date->n,
		    date->p);
	return 0;
}
