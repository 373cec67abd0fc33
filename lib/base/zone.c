/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil time and zones: see tstamp.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/tstamp.h"

#define ZONEINFO "/usr/share/zoneinfo"

/* Days from 1970-01-01; Howard Hinnant's days_from_civil. */
static int64_t
days(int64_t y, int m, int d)
{
	int64_t era, yoe, doy, doe;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

static void
civil(int64_t t, struct hd_civil *c)
{
	int64_t z = t / 86400, s = t % 86400, era, doe, yoe, doy, mp;

	if (s < 0) {
		s += 86400;
		z--;
	}
	z += 719468;
	era = (z >= 0 ? z : z - 146096) / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	c->day = (int)(doy - (153 * mp + 2) / 5 + 1);
	c->month = (int)(mp < 10 ? mp + 3 : mp - 9);
	c->year = yoe + era * 400 + (c->month <= 2);
	c->hour = (int)(s / 3600);
	c->min = (int)(s / 60 % 60);
	c->sec = (int)(s % 60);
}

/* "+05:30", "-0800", "+2" */
static bool
fixed_offset(const char *s, int64_t *offset)
{
	int h = 0, m = 0, n = 0;

	if (s[0] != '+' && s[0] != '-')
		return false;
	for (s++; *s != '\0'; s++) {
		if (*s == ':')
			continue;
		if (*s < '0' || *s > '9' || n == 4)
			return false;
		if (n < 2)
			h = h * 10 + (*s - '0');
		else
			m = m * 10 + (*s - '0');
		n++;
	}
	*offset = h * 3600 + m * 60;
	return n > 0 && n != 3 && h < 15 && m < 60;
}

static bool
is_zone_file(const char *path)
{
	char magic[4] = "";
	FILE *f = fopen(path, "rb");
	bool is = f != NULL && fread(magic, 1, 4, f) == 4 &&
		  memcmp(magic, "TZif", 4) == 0;

	if (f != NULL)
		(void)fclose(f);
	return is;
}

int
hd_zone_open(struct hd_zone *z, const char *name, struct hd_err *err)
{
	char path[128];

	memset(z, 0, sizeof(*z));
	if (strlen(name) >= sizeof(z->name))
		return hd_err_set(err, HD_EUSAGE, "unknown zone '%s'", name);
	memcpy(z->name, name, strlen(name) + 1);
	if (strcmp(name, "UTC") == 0 || strcmp(name, "Z") == 0) {
		z->fixed = true;
		return 0;
	}
	if (fixed_offset(name, &z->offset)) {
		z->fixed = true;
		if (name[0] == '-')
			z->offset = -z->offset;
		return 0;
	}
	/* the C library takes an unknown name for UTC without a word */
	(void)snprintf(path, sizeof(path), ZONEINFO "/%s", name);
	if (strstr(name, "..") != NULL || name[0] == '/' || name[0] == '\0' ||
	    !is_zone_file(path))
		return hd_err_set(err, HD_EUSAGE,
		    "unknown zone '%s': name one of " ZONEINFO
		    ", as Europe/Berlin",
		    name);
	return 0;
}

/* setenv of the same value and tzset of an unchanged TZ cost nothing. */
static void
use_zone(const struct hd_zone *z)
{
	(void)setenv("TZ", z->name, 1);
	tzset();
}

void
hd_zone_civil(const struct hd_zone *z, int64_t t, struct hd_civil *c)
{
	time_t tt = (time_t)t;
	struct tm tm;

	if (z->fixed) {
		civil(t + z->offset, c);
		return;
	}
	use_zone(z);
	if (localtime_r(&tt, &tm) == NULL) {
		civil(t, c);
		return;
	}
	*c = (struct hd_civil){ (int64_t)tm.tm_year + 1900, tm.tm_mon + 1,
		tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec };
}

/* The civil time as if it were UTC; months may overflow. */
static int64_t
as_utc(const struct hd_civil *c)
{
	int64_t month = c->month - 1, year = c->year + month / 12;

	return (days(year, (int)(month % 12) + 1, 1) + c->day - 1) * 86400 +
	       c->hour * 3600 + c->min * 60 + c->sec;
}

int64_t
hd_zone_offset(const struct hd_zone *z, int64_t t)
{
	struct hd_civil c;

	hd_zone_civil(z, t, &c);
	return as_utc(&c) - t;
}

/*
 * mktime(3) would answer for the repeated hour of autumn by what it was asked
 * before; here it is always the first of the two.  An hour that spring skips
 * is taken with the offset before it.
 */
int64_t
hd_zone_utc(const struct hd_zone *z, const struct hd_civil *c)
{
	int64_t t = as_utc(c), before, after;

	if (z->fixed)
		return t - z->offset;
	before = hd_zone_offset(z, t - 86400);
	after = hd_zone_offset(z, t + 86400);
	if (hd_zone_offset(z, t - before) == before ||
	    hd_zone_offset(z, t - after) != after)
		return t - before;
	return t - after;
}

const char *
hd_time_iso(int64_t t, char text[HD_TIME_TEXT])
{
	struct hd_civil c;

	civil(t, &c);
	(void)snprintf(text, HD_TIME_TEXT, "%04d-%02d-%02dT%02d:%02d:%02dZ",
	    (int)(c.year % 10000), c.month, c.day, c.hour, c.min, c.sec);
	return text;
}
