/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of duty: see schedule.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "escalation/schedule.h"
#include "store/select.h"

#define DAY INT64_C(86400)

static int
weekday(struct hd_str name)
{
	static const char *const names[] = { "sun", "mon", "tue", "wed", "thu",
		"fri", "sat" };

	for (int d = 0; d < 7; d++)
		if (hd_str_ieq(name, names[d]))
			return d;
	return -1;
}

/* "08:30", up to "24:00"; -1 when it is none. */
static int
minutes(struct hd_str s)
{
	int64_t h, m;
	struct hd_str hour;

	if (!hd_str_split(&s, ':', &hour) || s.p == NULL || s.n != 2 ||
	    !hd_num_int(hour, &h) || !hd_num_int(s, &m) || h < 0 || m < 0 ||
	    m > 59 || h * 60 + m > 24 * 60)
		return -1;
	return (int)(h * 60 + m);
}

static void
add_opening(struct hd_schedule *s, int day, int from, int to)
{
	s->open = hd_grow(s->open, &s->opencap, s->nopen + 1, sizeof(*s->open));
	s->open[s->nopen++] =
	    (struct hd_opening){ day, from, to > from ? to : to + 24 * 60 };
}

/* "mon", "mon-fri" or "sat-mon" */
static bool
add_days(struct hd_schedule *s, struct hd_str days, int from, int to)
{
	struct hd_str first;
	int a, b;

	if (!hd_str_split(&days, '-', &first))
		return false;
	a = weekday(first);
	b = days.p != NULL ? weekday(days) : a;
	if (a < 0 || b < 0)
		return false;
	for (;; a = (a + 1) % 7) {
		add_opening(s, a, from, to);
		if (a == b)
			return true;
	}
}

/* "mon-fri,sun 08:00-18:00" */
static bool
read_open(struct hd_schedule *s, struct hd_str rest)
{
	struct hd_str days, one, hours;
	int from, to;

	if (!hd_str_split(&rest, ' ', &days) || rest.p == NULL)
		return false;
	rest = hd_str_trim(rest);
	if (!hd_str_split(&rest, '-', &hours) || rest.p == NULL)
		return false;
	from = minutes(hours);
	to = minutes(rest);
	if (from < 0 || to < 0)
		return false;
	while (hd_str_split(&days, ',', &one))
		if (!add_days(s, one, from, to))
			return false;
	return true;
}

static bool
read_closed(struct hd_schedule *s, struct hd_str date)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	struct hd_timeopt o = { .zone = &utc };
	struct hd_err ignored = { 0 };
	int64_t t;
	bool zoned;

	if (date.n != 10 || date.p[4] != '-' ||
	    hd_time_parse(date, &o, &t, &zoned, &ignored) != 0)
		return false;
	s->closed = hd_grow(
	    s->closed, &s->closedcap, s->nclosed + 1, sizeof(*s->closed));
	s->closed[s->nclosed++] = t / DAY;
	return true;
}

static bool
read_zone(struct hd_schedule *s, struct hd_str name)
{
	char text[64];
	struct hd_err ignored = { 0 };

	if (name.n == 0 || name.n >= sizeof(text))
		return false;
	memcpy(text, name.p, name.n);
	text[name.n] = '\0';
	return hd_zone_open(&s->zone, text, &ignored) == 0;
}

static bool
read_line(struct hd_schedule *s, struct hd_str line)
{
	struct hd_str word;

	line = hd_str_trim(line);
	if (line.n == 0 || line.p[0] == '#')
		return true;
	(void)hd_str_split(&line, ' ', &word);
	if (line.p == NULL)
		return false;
	line = hd_str_trim(line);
	if (hd_str_eq(word, "zone"))
		return read_zone(s, line);
	if (hd_str_eq(word, "open"))
		return read_open(s, line);
	return hd_str_eq(word, "closed") && read_closed(s, line);
}

int
hd_schedule_read(struct hd_schedule *s, const char *path, struct hd_err *err)
{
	FILE *f = fopen(path, "re");
	char *text = NULL;
	size_t cap = 0, line = 0;
	ssize_t n;
	int r = 0;

	*s = (struct hd_schedule){ .zone = HD_ZONE_UTC };
	if (f == NULL)
		return hd_err_sys(err, "%s", path);
	while (r == 0 && (n = getline(&text, &cap, f)) > 0) {
		line++;
		if (!read_line(s, (struct hd_str){ text, (size_t)n }))
			r = hd_err_set(err, HD_EUSAGE,
			    "%s:%zu: not 'zone ZONE' of a zone there is, "
			    "'open DAYS HH:MM-HH:MM' or "
			    "'closed DATE'",
			    path, line);
	}
	if (r == 0 && ferror(f))
		r = hd_err_sys(err, "%s", path);
	if (r == 0 && s->nopen == 0)
		r = hd_err_set(
		    err, HD_EUSAGE, "%s: no line 'open DAYS FROM-TO'", path);
	free(text);
	(void)fclose(f);
	return r;
}

void
hd_schedule_release(struct hd_schedule *s)
{
	free(s->open);
	free(s->closed);
	free(s->duty);
	*s = (struct hd_schedule){ .zone = HD_ZONE_UTC };
}

static bool
is_holiday(const struct hd_schedule *s, int64_t day)
{
	for (size_t i = 0; i < s->nclosed; i++)
		if (s->closed[i] == day)
			return true;
	return false;
}

static int64_t
moment(const struct hd_schedule *s, int64_t day, int minute)
{
	struct hd_civil c = {
		.year = 1970, .month = 1, .day = (int)day + 1, .min = minute
	};

	return hd_zone_utc(&s->zone, &c);
}

static void
unroll_day(struct hd_schedule *s, int64_t day)
{
	int weekday_of = (int)(((day + 4) % 7 + 7) % 7);

	for (size_t i = 0; i < s->nopen; i++) {
		const struct hd_opening *o = &s->open[i];

		if (o->day != weekday_of)
			continue;
		s->duty = hd_grow(
		    s->duty, &s->dutycap, s->nduty + 1, sizeof(*s->duty));
		s->duty[s->nduty++] = (struct hd_duty){ moment(s, day, o->from),
			moment(s, day, o->to) };
	}
}

static int
by_begin(const void *a, const void *b)
{
	const struct hd_duty *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

void
hd_schedule_unroll(struct hd_schedule *s, int64_t since, int64_t until)
{
	/* a day either side, for zones and for duty over midnight */
	int64_t first = since / DAY - 2, last = until / DAY + 2;

	s->since = since;
	s->until = until;
	s->nduty = 0;
	for (int64_t day = first; day <= last; day++)
		if (!is_holiday(s, day))
			unroll_day(s, day);
	if (s->nduty > 0)
		qsort(s->duty, s->nduty, sizeof(*s->duty), by_begin);
}

int
hd_schedule_load(struct hd_schedule *s, const char *path, struct hd_db *db,
    struct hd_err *err)
{
	int64_t newest;

	if (hd_schedule_read(s, path, err) != 0 ||
	    hd_newest(db, &newest, err) != 0)
		return -1;
	if (newest != HD_TIME_NONE)
		hd_schedule_unroll(s, newest - 3650 * DAY, newest + DAY);
	return 0;
}

/* Duties may lie in one another, but none is longer than two days. */
bool
hd_schedule_open_at(const struct hd_schedule *s, int64_t t)
{
	size_t lo = 0, hi = s->nduty;

	if (t < s->since || t >= s->until)
		return true;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->duty[mid].from <= t)
			lo = mid + 1;
		else
			hi = mid;
	}
	while (lo-- > 0 && s->duty[lo].from > t - 2 * DAY)
		if (t < s->duty[lo].to)
			return true;
	return false;
}
