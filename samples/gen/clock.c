/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, working hours, and when tickets arrive: see world.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "gen/world.h"

/* Days and civil dates, after Howard Hinnant's public algorithms. */
int64_t
gen_days(int year, unsigned month, unsigned day)
{
	int64_t y = month <= 2 ? year - 1 : year;
	int64_t era = y / 400;
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * ((int64_t)month + (month > 2 ? -3 : 9)) + 2) / 5 +
		      (int64_t)day - 1;
	int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

static void
civil(int64_t days, int *year, unsigned *month, unsigned *day)
{
	int64_t z = days + 719468;
	int64_t era = z / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;

	*day = (unsigned)(doy - (153 * mp + 2) / 5 + 1);
	*month = (unsigned)(mp < 10 ? mp + 3 : mp - 9);
	*year = (int)(yoe + era * 400 + (*month <= 2));
}

void
gen_iso(int64_t t, bool dateonly, char out[GEN_VALUE])
{
	unsigned month, day;
	int year, s = (int)(t % GEN_DAY);

	civil(t / GEN_DAY, &year, &month, &day);
	if (dateonly)
		(void)snprintf(
		    out, GEN_VALUE, "%04d-%02u-%02u", year, month, day);
	else
		(void)snprintf(out, GEN_VALUE, "%04d-%02u-%02uT%02d:%02d:%02dZ",
		    year, month, day, s / 3600, s / 60 % 60, s % 60);
}

bool
gen_parse_date(const char *s, int64_t *t)
{
	struct hd_str part[3], rest = hd_str(s);
	int64_t v[3];
	char back[GEN_VALUE];

	for (int i = 0; i < 3; i++)
		if (!hd_str_split(&rest, '-', &part[i]) ||
		    !hd_num_int(part[i], &v[i]))
			return false;
	if (rest.p != NULL || v[0] < 1971 || v[0] > 9999 || v[1] < 1 ||
	    v[1] > 12 || v[2] < 1 || v[2] > 31)
		return false;
	*t = gen_days((int)v[0], (unsigned)v[1], (unsigned)v[2]) * GEN_DAY;
	gen_iso(*t, true, back);
	return strcmp(back, s) == 0;
}

static const char *const months[4][12] = {
	{ "January", "February", "March", "April", "May", "June", "July",
	    "August", "September", "October", "November", "December" },
	{ "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
	    "September", "Oktober", "November", "Dezember" },
	{ "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
	    "août", "septembre", "octobre", "novembre", "décembre" },
	{ "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
	    "agosto", "septiembre", "octubre", "noviembre", "diciembre" },
};

/* 1 January 1970 was a Thursday. */
static const char *const weekdays[4][7] = {
	{ "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday",
	    "Wednesday" },
	{ "Donnerstag", "Freitag", "Samstag", "Sonntag", "Montag", "Dienstag",
	    "Mittwoch" },
	{ "jeudi", "vendredi", "samedi", "dimanche", "lundi", "mardi",
	    "mercredi" },
	{ "jueves", "viernes", "sábado", "domingo", "lunes", "martes",
	    "miércoles" },
};

void
gen_date_words(int lang, int64_t t, char out[GEN_VALUE])
{
	static const char *const joint[4] = { " ", ". ", " ", " de " };
	unsigned month, day;
	int year;

	civil(t / GEN_DAY, &year, &month, &day);
	(void)snprintf(out, GEN_VALUE, "%u%s%s", day, joint[lang],
	    months[lang][month - 1]);
}

const char *
gen_weekday(int lang, int64_t t)
{
	return weekdays[lang][t / GEN_DAY % 7];
}

/* Working hours of a day in seconds: Monday to Friday, Saturday morning. */
static void
hours(int64_t day, int64_t *from, int64_t *to)
{
	int64_t wd = day % 7;

	*from = *to = 0;
	if (wd == 3) /* Sunday */
		return;
	*from = (wd == 2 ? 9 : 8) * GEN_HOUR;
	*to = (wd == 2 ? 13 : 18) * GEN_HOUR;
}

int64_t
gen_work(int64_t t)
{
	int64_t day = t / GEN_DAY, from, to;

	for (;; day++) {
		hours(day, &from, &to);
		if (to > 0 && t < day * GEN_DAY + to)
			break;
	}
	return t > day * GEN_DAY + from ? t : day * GEN_DAY + from;
}

int64_t
gen_work_minutes(int64_t a, int64_t b)
{
	int64_t sum = 0, from, to;

	for (int64_t day = a / GEN_DAY; day <= b / GEN_DAY; day++) {
		hours(day, &from, &to);
		from += day * GEN_DAY;
		to += day * GEN_DAY;
		if (from < a)
			from = a;
		if (to > b)
			to = b;
		if (to > from)
			sum += to - from;
	}
	return sum / 60;
}

unsigned *
gen_arrivals(struct gen_world *w, unsigned n, size_t days)
{
	static const double of_hour[24] = { 2, 1, 1, 1, 1, 2, 5, 12, 24, 30, 32,
		30, 25, 27, 30, 29, 26, 22, 18, 16, 15, 12, 8, 4 };
	unsigned *counts = hd_xcalloc(days * 24, sizeof(*counts));
	double *p = hd_xcalloc(days * 24, sizeof(*p));

	for (size_t i = 0; i < days * 24; i++) {
		int64_t day = w->since / GEN_DAY + (int64_t)(i / 24);
		double wd = day % 7 == 2 ? 0.45 : day % 7 == 3 ? 0.35 : 1;
		double monday = day % 7 == 4 ? 1.25 : 1;

		p[i] = of_hour[i % 24] * wd * monday *
		       (1 + 0.35 * (double)i / ((double)days * 24));
	}
	gsl_ran_multinomial(w->rng, days * 24, n, p, counts);
	free(p);
	return counts;
}
