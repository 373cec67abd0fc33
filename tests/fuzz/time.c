/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times, numbers, durations, money: the bytes as they are; then times made of
 * them, written in every shape that is read, must be read as they were meant,
 * and refused when a field of theirs is one too much.
 */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/num.h"
#include "base/tstamp.h"
#include "fuzz.h"

static const struct hd_zone utc = HD_ZONE_UTC;

static void
times(struct hd_str s, const struct hd_zone *z, enum hd_date_order order)
{
	struct hd_timeopt o = { z, order };
	struct hd_err err = HD_ERR_INIT;
	char iso[HD_TIME_TEXT];
	int64_t t, again;
	bool zoned;

	if (hd_time_parse(s, &o, &t, &zoned, &err) != 0) {
		MUST(err.code == HD_EDATA && err.msg[0] != '\0');
		return;
	}
	MUST(zoned || z != NULL);
	(void)hd_time_iso(t, iso);
	MUST(strlen(iso) < sizeof(iso));
	if (t < -62135596800 || t > 253402300799)
		return; /* an offset moved it out of the years 1 to 9999 */
	MUST(hd_time_parse(hd_str(iso), &o, &again, &zoned, &err) == 0);
	MUST(zoned && again == t);
}

/* Of memory that ends where the text does; HD_TIME_NONE when it is refused. */
static int64_t
read_time(const struct hd_buf *b, size_t n, enum hd_date_order order)
{
	struct hd_timeopt o = { &utc, order };
	struct hd_err err = HD_ERR_INIT;
	char *copy = malloc(n > 0 ? n : 1);
	enum hd_date_order says;
	bool zoned;
	int64_t t;

	MUST(copy != NULL);
	if (n > 0)
		memcpy(copy, b->s, n);
	if (hd_time_parse((struct hd_str){ copy, n }, &o, &t, &zoned, &err) !=
	    0)
		t = HD_TIME_NONE;
	(void)hd_time_order((struct hd_str){ copy, n }, &says);
	free(copy);
	return t;
}

/* Whole it is t; cut anywhere, nothing is read from behind its end. */
static void
is_time(const struct hd_buf *b, enum hd_date_order order, int64_t t)
{
	MUST(read_time(b, b->n, order) == t);
	(void)read_time(b, (size_t)hd_hash64(hd_buf_str(b)) % b->n, order);
}

static uint64_t
next(uint64_t *s)
{
	*s ^= *s >> 12;
	*s ^= *s << 25;
	*s ^= *s >> 27;
	return *s * UINT64_C(0x2545F4914F6CDD1D);
}

/* One of the n, or else a number from lo to hi. */
static int
pick(uint64_t *s, const int *edges, size_t n, int lo, int hi)
{
	uint64_t r = next(s) >> 8;

	if (r % 2 == 0)
		return edges[(r >> 1) % n];
	return lo + (int)((r >> 1) % (uint64_t)(hi - lo + 1));
}

static int
month_days(const struct hd_civil *c)
{
	int64_t y = c->year;

	if (c->month == 2)
		return 28 + ((y % 4 == 0 && y % 100 != 0) || y % 400 == 0);
	return 30 + (c->month + (c->month > 7)) % 2;
}

/* Where mistakes live: ends of months and years, noon and midnight. */
static void
civil(uint64_t *s, struct hd_civil *c)
{
	static const int years[] = { 1, 1000, 1900, 1999, 2000, 2024, 2100,
		9999 };
	static const int hours[] = { 0, 1, 11, 12, 13, 23 };
	static const int sixty[] = { 0, 1, 9, 10, 59 };

	c->year = pick(s, years, 8, 1, 9999);
	c->month = pick(s, (const int[]){ 1, 2, 9, 10, 12 }, 5, 1, 12);
	c->day = month_days(c);
	c->day = pick(s, (const int[]){ 1, 12, 13, c->day }, 4, 1, c->day);
	c->hour = pick(s, hours, 6, 0, 23);
	c->min = pick(s, sixty, 5, 0, 59);
	c->sec = pick(s, sixty, 5, 0, 59);
}

static void
put_date(struct hd_buf *b, const struct hd_civil *c)
{
	hd_buf_reset(b);
	hd_buf_addf(b, "%04d-%02d-%02d", (int)c->year, c->month, c->day);
}

/* 2026-01-05T09:12:44.123+05:30 and its relatives */
static void
iso(struct hd_buf *b, const struct hd_civil *c, int64_t t, uint64_t r)
{
	static const char *const fractions[] = { "", ".1", ",123",
		".123456789" };
	static const char *const utcs[] = { "Z", " UTC", " GMT", "", "+00",
		"-00:00" };
	int off = (int)(r % (14 * 60 + 60)), sign = (r & 1024) != 0 ? -1 : 1;
	const char *colon = (r & 2048) != 0 ? ":" : "";
	const char *fraction = fractions[r / 4096 % 4];
	char mark = (r & 16384) != 0 ? 'T' : ' ';

	put_date(b, c);
	is_time(b, HD_ORDER_UNKNOWN, t - t % 86400 - (t % 86400 < 0) * 86400);
	hd_buf_addf(b, "%c%02d:%02d", mark, c->hour, c->min);
	is_time(b, HD_ORDER_UNKNOWN, t - c->sec);
	hd_buf_addf(b, ":%02d%s%s", c->sec, fraction, utcs[r / 32768 % 6]);
	is_time(b, HD_ORDER_UNKNOWN, t);
	put_date(b, c);
	hd_buf_addf(b, "%c%02d:%02d:%02d%s%c%02d%s%02d", mark, c->hour, c->min,
	    c->sec, fraction, sign < 0 ? '-' : '+', off / 60, colon, off % 60);
	is_time(b, HD_ORDER_UNKNOWN, t - sign * off * 60);
}

/* 08/01/2025 9:05 AM: told the order, or seen from a day above 12 */
static void
slashed(struct hd_buf *b, const struct hd_civil *c, int64_t t, uint64_t r)
{
	char sep = "/.-"[r % 3];
	const char *half = c->hour < 12 ? "AM" : "PM";
	int twelve = (c->hour + 11) % 12 + 1;
	enum hd_date_order says;

	for (int dmy = 0; dmy < 2; dmy++) {
		hd_buf_reset(b);
		hd_buf_addf(b, "%d%c%02d%c%04d %d:%02d:%02d %s",
		    dmy ? c->day : c->month, sep, dmy ? c->month : c->day, sep,
		    (int)c->year, twelve, c->min, c->sec, half);
		is_time(b, dmy ? HD_ORDER_DMY : HD_ORDER_MDY, t);
		is_time(b, HD_ORDER_UNKNOWN,
		    c->day > 12 || c->day == c->month ? t : HD_TIME_NONE);
		MUST(hd_time_order(hd_buf_str(b), &says));
		MUST(says == (c->day <= 12 ? HD_ORDER_UNKNOWN
				 : dmy	   ? HD_ORDER_DMY
					   : HD_ORDER_MDY));
	}
	hd_buf_reset(b);
	hd_buf_addf(b, "%02d%c%.3s%c%04d %d:%02d", c->day, sep,
	    &"janFEBMarAPRmayJUNJulAUGsepOCTnovDEC"[c->month * 3 - 3], sep,
	    (int)c -> year, c -> hour, c -> min);
	is_time(b, HD_ORDER_UNKNOWN, t - c->sec);
	if (c->year < 2000 || c->year > 2099)
		return;
	hd_buf_reset(b);
	hd_buf_addf(b, "%d%c%d%c%02d %d:%02d", c->day, sep, c->month, sep,
	    (int)c->year % 100, c->hour, c->min);
	is_time(b, HD_ORDER_DMY, t - c->sec);
}

/* Seconds and milliseconds; fewer than nine digits are a number, no time. */
static void
epochs(struct hd_buf *b, int64_t t)
{
	hd_buf_reset(b);
	hd_buf_addf(b, "%08u", (unsigned)((uint64_t)t % 100000000));
	is_time(b, HD_ORDER_UNKNOWN, HD_TIME_NONE);
	if (t < 100000000 || t >= 100000000000)
		return;
	hd_buf_reset(b);
	hd_buf_addf(b, "%lld", (long long)t);
	is_time(b, HD_ORDER_UNKNOWN, t);
	hd_buf_addf(b, ".%03d", (int)(t % 1000));
	is_time(b, HD_ORDER_UNKNOWN, t);
	hd_buf_reset(b);
	hd_buf_addf(b, "%lld%03d", (long long)t, (int)(t % 1000));
	is_time(b, HD_ORDER_UNKNOWN, t);
}

/* One field after the other at its limit, and one more. */
static void
refused(struct hd_buf *b, const struct hd_civil *c)
{
	const struct {
		int year, month, day, hour, min, sec, off;
	} bad[] = {
		{ 0, c->month, c->day, 1, 1, 1, 0 },
		{ (int)c->year, 0, c->day, 1, 1, 1, 0 },
		{ (int)c->year, 13, c->day, 1, 1, 1, 0 },
		{ (int)c->year, c->month, 0, 1, 1, 1, 0 },
		{ (int)c->year, c->month, month_days(c) + 1, 1, 1, 1, 0 },
		{ (int)c->year, c->month, c->day, 25, 1, 1, 0 },
		{ (int)c->year, c->month, c->day, 100, 1, 1, 0 },
		{ (int)c->year, c->month, c->day, 1, 60, 1, 0 },
		{ (int)c->year, c->month, c->day, 1, 100, 1, 0 },
		{ (int)c->year, c->month, c->day, 1, 1, 61, 0 },
		{ (int)c->year, c->month, c->day, 1, 1, 100, 0 },
		{ (int)c->year, c->month, c->day, 1, 1, 1, 1500 },
		{ (int)c->year, c->month, c->day, 1, 1, 1, 60 },
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		hd_buf_reset(b);
		hd_buf_addf(b, "%04d-%02d-%02d %02d:%02d:%02d+%04d",
		    bad[i].year, bad[i].month, bad[i].day, bad[i].hour,
		    bad[i].min, bad[i].sec, bad[i].off);
		is_time(b, HD_ORDER_UNKNOWN, HD_TIME_NONE);
	}
	put_date(b, c);
	hd_buf_addf(b, " %d:00 PM", c->hour + (c->hour > 0 ? 12 : 0));
	is_time(b, HD_ORDER_UNKNOWN, HD_TIME_NONE);
}

static void
made(struct hd_str from)
{
	uint64_t s = hd_hash64(from) | 1;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_civil c, again;
	int64_t t;

	for (int i = 0; i < 8; i++) {
		civil(&s, &c);
		t = hd_zone_utc(&utc, &c);
		hd_zone_civil(&utc, t, &again);
		MUST(again.year == c.year && again.month == c.month &&
		     again.day == c.day && again.hour == c.hour &&
		     again.min == c.min && again.sec == c.sec);
		iso(&b, &c, t, next(&s) >> 8);
		slashed(&b, &c, t, next(&s) >> 8);
		epochs(&b, t);
		refused(&b, &c);
	}
	hd_buf_release(&b);
}

static void
numbers(struct hd_str s)
{
	struct hd_buf b = HD_BUF_INIT;
	char currency[4];
	int64_t v, w;
	double d;

	if (hd_num_int(s, &v)) {
		hd_buf_addf(&b, "%lld", (long long)v);
		MUST(hd_num_int(hd_buf_str(&b), &w) && v == w);
		MUST(hd_num_real(s, &d));
	}
	if (hd_num_real(s, &d))
		MUST(isfinite(d));
	if (hd_num_duration(s, &v))
		MUST(v >= 0 && hd_num_span(s, 1, &w) && v == w);
	(void)hd_num_span(s, 60, &v);
	if (hd_num_money(s, &v, currency))
		MUST(memchr(currency, '\0', 4) != NULL);
	hd_buf_release(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct hd_zone east = { "+05:30", true, 19800 };
	static const struct hd_zone berlin = { "Europe/Berlin", false, 0 };
	struct hd_str s = { (const char *)data, n };
	enum hd_date_order order;

	times(s, NULL, HD_ORDER_UNKNOWN);
	times(s, &utc, HD_ORDER_DMY);
	times(s, &east, HD_ORDER_MDY);
	times(s, &berlin, HD_ORDER_DMY);
	(void)hd_time_order(s, &order);
	numbers(s);
	made(s);
	return 0;
}
