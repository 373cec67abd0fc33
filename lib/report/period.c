/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time: see period.h. */
#include <stdio.h>

#include "report/period.h"

static const char *const months[] = { "January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December" };

/* First moment of the month so many after that of t. */
static int64_t
month_begin(const struct hd_zone *z, int64_t t, int after)
{
	struct hd_civil c;

	hd_zone_civil(z, t, &c);
	c.year += (c.month - 1 + after + 1200) / 12 - 100;
	c.month = (c.month - 1 + after + 1200) % 12 + 1;
	c.day = 1;
	c.hour = c.min = c.sec = 0;
	return hd_zone_utc(z, &c);
}

/* First moment of the day so many after that of t. */
static int64_t
day_begin(const struct hd_zone *z, int64_t t, int after)
{
	struct hd_civil c;

	hd_zone_civil(z, t, &c);
	c.day += after;
	c.hour = c.min = c.sec = 0;
	return hd_zone_utc(z, &c);
}

int
hd_span_whole(const struct hd_zone *z, const struct hd_docspan *s)
{
	struct hd_civil a, b;

	hd_zone_civil(z, s->since, &a);
	hd_zone_civil(z, s->until, &b);
	if (s->since != month_begin(z, s->since, 0) ||
	    s->until != month_begin(z, s->until, 0))
		return 0;
	return (int)((b.year - a.year) * 12) + b.month - a.month;
}

/* "2026-06", "2026Q2", "2026-04/2026-06", "2026-06-03/2026-06-20" */
static void
name(struct hd_docspan *s, const struct hd_zone *z)
{
	int n = hd_span_whole(z, s);
	struct hd_civil a, b;

	hd_zone_civil(z, s->since, &a);
	hd_zone_civil(z, s->until - 1, &b);
	if (n == 1)
		(void)snprintf(s->name, sizeof(s->name), "%04lld-%02d",
		    (long long)a.year, a.month);
	else if (n == 3 && a.month % 3 == 1)
		(void)snprintf(s->name, sizeof(s->name), "%04lldQ%d",
		    (long long)a.year, a.month / 3 + 1);
	else if (n > 0)
		(void)snprintf(s->name, sizeof(s->name),
		    "%04lld-%02d/%04lld-%02d", (long long)a.year, a.month,
		    (long long)b.year, b.month);
	else
		(void)snprintf(s->name, sizeof(s->name),
		    "%04lld-%02d-%02d/%04lld-%02d-%02d", (long long)a.year,
		    a.month, a.day, (long long)b.year, b.month, b.day);
}

struct hd_docspan
hd_span(const struct hd_zone *z, int64_t since, int64_t until)
{
	struct hd_docspan s = { "", since, until };

	name(&s, z);
	return s;
}

struct hd_docspan
hd_span_months(const struct hd_zone *z, int64_t t, int back, int n)
{
	return hd_span(
	    z, month_begin(z, t, 1 - back - n), month_begin(z, t, 1 - back));
}

struct hd_docspan
hd_span_days(const struct hd_zone *z, int64_t t, int n)
{
	return hd_span(z, day_begin(z, t, 1 - n), day_begin(z, t, 1));
}

struct hd_docspan
hd_span_before(const struct hd_zone *z, const struct hd_docspan *s)
{
	int n = hd_span_whole(z, s);

	if (n > 0)
		return hd_span(z, month_begin(z, s->since, -n), s->since);
	return hd_span(z, s->since - (s->until - s->since), s->since);
}

void
hd_span_day(struct hd_buf *b, const struct hd_zone *z, int64_t t)
{
	struct hd_civil c;

	hd_zone_civil(z, t, &c);
	hd_buf_addf(
	    b, "%d %s %lld", c.day, months[c.month - 1], (long long)c.year);
}

/* "1 to ", "28 May to ", "30 December 2025 to ", or nothing: what differs. */
void
hd_span_dates(
    struct hd_buf *b, const struct hd_zone *z, const struct hd_docspan *s)
{
	struct hd_civil from, to;

	hd_zone_civil(z, s->since, &from);
	hd_zone_civil(z, s->until - 1, &to);
	if (from.year != to.year)
		hd_buf_addf(b, "%d %s %lld to ", from.day,
		    months[from.month - 1], (long long)from.year);
	else if (from.month != to.month)
		hd_buf_addf(b, "%d %s to ", from.day, months[from.month - 1]);
	else if (from.day != to.day)
		hd_buf_addf(b, "%d to ", from.day);
	hd_span_day(b, z, s->until - 1);
}

void
hd_span_words(
    struct hd_buf *b, const struct hd_zone *z, const struct hd_docspan *s)
{
	int n = hd_span_whole(z, s);
	struct hd_civil from, to;

	if (n == 0) {
		hd_span_dates(b, z, s);
		return;
	}
	hd_zone_civil(z, s->since, &from);
	hd_zone_civil(z, s->until - 1, &to);
	if (from.year != to.year)
		hd_buf_addf(b, "%s %lld to ", months[from.month - 1],
		    (long long)from.year);
	else if (n > 1)
		hd_buf_addf(b, "%s to ", months[from.month - 1]);
	hd_buf_addf(b, "%s %lld", months[to.month - 1], (long long)to.year);
}
