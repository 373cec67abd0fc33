/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading times: see tstamp.h. */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/num.h"
#include "base/tstamp.h"

/* A cursor over the value; every reader below moves it past what it took. */
struct cur {
	const char *p, *end;
};

static bool
take(struct cur *c, char ch)
{
	if (c->p == c->end || *c->p != ch)
		return false;
	c->p++;
	return true;
}

/* min to max digits */
static bool
digits(struct cur *c, int min, int max, int *v)
{
	int n = 0;

	*v = 0;
	while (n < max && c->p < c->end && *c->p >= '0' && *c->p <= '9') {
		*v = *v * 10 + (*c->p++ - '0');
		n++;
	}
	return n >= min;
}

static int
month_name(struct cur *c)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

	if (c->end - c->p < 3)
		return 0;
	for (int i = 0; i < 12; i++)
		if (strncasecmp(c->p, names + i * 3, 3) == 0) {
			c->p += 3;
			return i + 1;
		}
	return 0;
}

static bool
leap(int64_t y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static bool
valid(const struct hd_civil *v)
{
	static const int len[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	int last;

	if (v->month < 1 || v->month > 12 || v->year < 1 || v->year > 9999)
		return false;
	last = len[v->month - 1] + (v->month == 2 && leap(v->year));
	return v->day >= 1 && v->day <= last && v->hour <= 24 && v->min <= 59 &&
	       v->sec <= 60;
}

static bool
iso_date(struct cur *c, struct hd_civil *v)
{
	int y;

	if (!digits(c, 4, 4, &y) || !take(c, '-') ||
	    !digits(c, 1, 2, &v->month) || !take(c, '-') ||
	    !digits(c, 1, 2, &v->day))
		return false;
	v->year = y;
	return true;
}

/* 08/01/2025, 6.21.2025, 03/Sep/25; -1 says the order must be told */
static int
slash_date(struct cur *c, enum hd_date_order order, struct hd_civil *v)
{
	int a, b, y;
	char sep;
	const char *from;

	if (!digits(c, 1, 2, &a) || c->p == c->end || *c->p == '\0' ||
	    strchr("/.-", *c->p) == NULL)
		return 0;
	sep = *c->p++;
	b = month_name(c);
	if (b > 0)
		order = HD_ORDER_DMY;
	else if (!digits(c, 1, 2, &b))
		return 0;
	from = c->p + 1;
	if (!take(c, sep) || !digits(c, 2, 4, &y))
		return 0;
	v->year = c->p - from == 2 ? 2000 + y : y;
	if (order == HD_ORDER_UNKNOWN)
		order = a > 12	 ? HD_ORDER_DMY
			: b > 12 ? HD_ORDER_MDY
			: a == b ? HD_ORDER_DMY
				 : HD_ORDER_UNKNOWN;
	if (order == HD_ORDER_UNKNOWN)
		return -1;
	v->day = order == HD_ORDER_DMY ? a : b;
	v->month = order == HD_ORDER_DMY ? b : a;
	return 1;
}

/* HH:MM[:SS[.frac]] [AM|PM] */
static bool
clock_time(struct cur *c, struct hd_civil *v)
{
	int junk;

	if (!digits(c, 1, 2, &v->hour) || !take(c, ':') ||
	    !digits(c, 2, 2, &v->min))
		return false;
	if (take(c, ':')) {
		if (!digits(c, 2, 2, &v->sec))
			return false;
		if (take(c, '.') || take(c, ','))
			while (digits(c, 1, 1, &junk))
				;
	}
	(void)take(c, ' ');
	if (c->end - c->p >= 2 && (c->p[1] | 32) == 'm' &&
	    ((c->p[0] | 32) == 'a' || (c->p[0] | 32) == 'p')) {
		if (v->hour < 1 || v->hour > 12)
			return false;
		v->hour = v->hour % 12 + ((c->p[0] | 32) == 'p' ? 12 : 0);
		c->p += 2;
	}
	return true;
}

/* Z, UTC, +hh, +hhmm, +hh:mm; false when there is something else */
static bool
offset(struct cur *c, int64_t *off, bool *zoned)
{
	int h, m = 0, sign;

	(void)take(c, ' ');
	*zoned = false;
	if (c->p == c->end)
		return true;
	*zoned = true;
	*off = 0;
	if (take(c, 'Z'))
		return true;
	if (c->end - c->p >= 3 &&
	    (memcmp(c->p, "UTC", 3) == 0 || memcmp(c->p, "GMT", 3) == 0)) {
		c->p += 3;
		return true;
	}
	sign = *c->p == '-' ? -1 : 1;
	if (!take(c, '+') && !take(c, '-'))
		return false;
	if (!digits(c, 2, 2, &h))
		return false;
	(void)take(c, ':');
	if (c->p < c->end && !digits(c, 2, 2, &m))
		return false;
	*off = sign * (h * 3600 + m * 60);
	return h < 15 && m < 60;
}

/* Seconds, with a fraction or not, or milliseconds from 1e11 on. */
static bool
epoch(struct hd_str s, int64_t *t)
{
	double d;

	if (s.n < 9 || !hd_num_real(s, &d) || memchr(s.p, 'e', s.n) != NULL ||
	    memchr(s.p, 'E', s.n) != NULL)
		return false;
	if (fabs(d) >= 1e11)
		d /= 1e3;
	if (fabs(d) >= 1e11)
		return false;
	*t = (int64_t)floor(d);
	return true;
}

static int
bad(struct hd_str s, struct hd_err *err, const char *why)
{
	return hd_err_set(err, HD_EDATA, "bad time '%.*s'%s",
	    (int)(s.n < 60 ? s.n : 60), s.p, why);
}

int
hd_time_parse(struct hd_str s, const struct hd_timeopt *o, int64_t *t,
    bool *zoned, struct hd_err *err)
{
	struct hd_civil v = { 0, 0, 0, 0, 0, 0 };
	struct hd_zone z = HD_ZONE_UTC;
	struct cur c;
	int r = 1;

	s = hd_str_trim(s);
	*zoned = true;
	if (epoch(s, t))
		return 0;
	c = (struct cur){ s.p, s.p + s.n };
	if (!iso_date(&c, &v)) {
		c.p = s.p;
		r = slash_date(&c, o->order, &v);
	}
	if (r < 0)
		return bad(s, err,
		    ": day or month first? say --date-order dmy or mdy");
	if (r == 0)
		return bad(s, err, "");
	if ((take(&c, 'T') || take(&c, ' ')) && c.p < c.end &&
	    !clock_time(&c, &v))
		return bad(s, err, "");
	if (!offset(&c, &z.offset, zoned) || c.p != c.end || !valid(&v))
		return bad(s, err, "");
	if (!*zoned && o->zone == NULL)
		return bad(s, err, ": it has no zone, say --tz ZONE");
	*t = hd_zone_utc(*zoned ? &z : o->zone, &v);
	return 0;
}

bool
hd_time_order(struct hd_str s, enum hd_date_order *order)
{
	struct cur c;
	char sep;
	int a, b, y;

	s = hd_str_trim(s);
	c = (struct cur){ s.p, s.p + s.n };
	*order = HD_ORDER_UNKNOWN;
	if (!digits(&c, 1, 2, &a) || c.p == c.end || *c.p == '\0' ||
	    strchr("/.-", *c.p) == NULL)
		return false;
	sep = *c.p++;
	if (!digits(&c, 1, 2, &b) || !take(&c, sep) || !digits(&c, 2, 4, &y) ||
	    (a > 12 && b > 12))
		return false;
	if (a > 12 || b > 12)
		*order = a > 12 ? HD_ORDER_DMY : HD_ORDER_MDY;
	return true;
}
