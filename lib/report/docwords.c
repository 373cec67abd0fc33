/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in words: see docwords.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/docwords.h"

#define GAP   "\xC2\xA0"     /* no line ends here */
#define MINUS "\xE2\x88\x92" /* as wide as a plus */
#define DAY   86400

/* |v| to so many decimals, with commas between thousands. */
static void
grouped(struct hd_buf *b, double v, int decimals)
{
	char digits[400];
	size_t whole;
	int n = snprintf(digits, sizeof(digits), "%.*f", decimals, fabs(v));

	if (n < 0 || (size_t)n >= sizeof(digits))
		return;
	whole = strcspn(digits, ".");
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			hd_buf_addc(b, ',');
		hd_buf_addc(b, digits[i]);
	}
	hd_buf_adds(b, digits + whole);
}

/* Is |v| more than nothing at so many decimals? */
static bool
some(double v, int decimals)
{
	return fabs(v) >= 0.5 * pow(10, -decimals);
}

static void
sign(struct hd_buf *b, double v, bool change, int decimals)
{
	if (v < 0 && some(v, decimals))
		hd_buf_adds(b, MINUS);
	else if (change && some(v, decimals))
		hd_buf_addc(b, '+');
}

/* A share that is not quite nothing or all must not read as if it were. */
static void
percent(struct hd_buf *b, double v)
{
	double p = 100 * v;

	if (p > 0 && !some(p, 1))
		hd_buf_adds(b, "under 0.1");
	else if (p < 100 && p > 100 - 0.05)
		hd_buf_adds(b, "over 99.9");
	else {
		sign(b, p, false, 1);
		grouped(b, p, 1);
	}
	hd_buf_adds(b, GAP "%");
}

static void
duration(struct hd_buf *b, double v, bool change)
{
	long long s = llround(fabs(v));

	sign(b, v, change, 0);
	if (s >= 600) /* a minute that is full is the next one */
		s = (s + 30) / 60 * 60;
	if (s >= 2 * DAY)
		s = (s + 1800) / 3600 * 3600;
	if (s < 90)
		hd_buf_addf(b, "%lld" GAP "s", s);
	else if (s < 600)
		hd_buf_addf(
		    b, "%lld" GAP "min" GAP "%02lld" GAP "s", s / 60, s % 60);
	else if (s < 3600)
		hd_buf_addf(b, "%lld" GAP "min", s / 60);
	else if (s < 2 * DAY)
		hd_buf_addf(b, "%lld" GAP "h" GAP "%02lld" GAP "min", s / 3600,
		    s / 60 % 60);
	else {
		grouped(b, (double)(s / DAY), 0);
		hd_buf_addf(b, GAP "d" GAP "%lld" GAP "h", s % DAY / 3600);
	}
}

static void
plain(struct hd_buf *b, double v, bool change, int decimals)
{
	sign(b, v, change, decimals);
	grouped(b, v, decimals);
}

static bool
is(const struct hd_docfig *f, const char *unit)
{
	return strcmp(f->unit, unit) == 0;
}

/* Of a share: the change is in points, and 12 of 18 is no change. */
static bool
points(const struct hd_docfig *f)
{
	return is(f, "points") || (is(f, "share") && f->change);
}

/* The number alone where the unit follows it once, as in "+1.0 to +2.4". */
static void
number(struct hd_buf *b, const struct hd_docfig *f, double v)
{
	if (points(f))
		plain(b, 100 * v, true, 1);
	else if (is(f, "share"))
		percent(b, v);
	else if (is(f, "seconds"))
		duration(b, v, f->change);
	else if (is(f, "hours"))
		plain(b, v / 3600, f->change, fabs(v) < 100 * 3600 ? 1 : 0);
	else if (is(f, "cents"))
		plain(b, v / 100, f->change, 2);
	else if (is(f, "count"))
		plain(b, v, f->change, f->f.decimals > 0 ? 1 : 0);
	else
		plain(b, v, f->change, 2);
}

static void
unit(struct hd_buf *b, const struct hd_docfig *f)
{
	if (points(f))
		hd_buf_adds(b, GAP "points");
	else if (is(f, "hours"))
		hd_buf_adds(b, GAP "h");
	else if (is(f, "cents") && f->currency != NULL)
		hd_buf_addf(b, GAP "%s", f->currency);
}

/* Append v in the unit of f. */
static void
value(struct hd_buf *b, const struct hd_docfig *f, double v)
{
	number(b, f, v);
	unit(b, f);
}

static const char *
missing(const struct hd_figure *f)
{
	switch (f->status) {
	case HD_NOT_MEASURABLE:
		return "not measurable";
	case HD_SUPPRESSED:
		return "too few to tell";
	case HD_IMMATURE:
		return "too early to tell";
	case HD_INCOMPATIBLE:
		return "not comparable";
	case HD_UNVERIFIED:
		return "not reviewed";
	case HD_MEASURED:
	case HD_ESTIMATED:
	case HD_TRANSPORTED:
	case HD_ASSUMED:
		break;
	}
	return "not known";
}

static bool
shown(const struct hd_figure *f)
{
	return !hd_figure_hidden(f) && !isnan(f->estimate);
}

/* A weighted share is not its x of n: only a plain one is told so. */
static bool
is_xn(const struct hd_docfig *f)
{
	return is(f, "share") && !f->change && f->f.n > 0 && f->f.x >= 0 &&
	       fabs((double)f->f.x / (double)f->f.n - f->f.estimate) < 1e-6;
}

void
hd_docwords_text(struct hd_buf *b, const struct hd_docfig *f, bool small)
{
	if (!shown(&f->f))
		hd_buf_adds(b, missing(&f->f));
	else if (!small || !is_xn(f) || !hd_docwords_xn(b, f))
		value(b, f, f->f.estimate);
}

bool
hd_docwords_range(struct hd_buf *b, const struct hd_docfig *f)
{
	if (!shown(&f->f) || isnan(f->f.lo) || isnan(f->f.hi))
		return false;
	number(b, f, f->f.lo);
	hd_buf_adds(b, " to ");
	number(b, f, f->f.hi);
	unit(b, f);
	return true;
}

bool
hd_docwords_xn(struct hd_buf *b, const struct hd_docfig *f)
{
	if (!shown(&f->f) || f->f.x < 0 || f->f.n < 0 || f->change)
		return false;
	hd_docwords_count(b, f->f.x);
	hd_buf_adds(b, " of ");
	hd_docwords_count(b, f->f.n);
	return true;
}

void
hd_docwords_count(struct hd_buf *b, int64_t v)
{
	plain(b, (double)v, false, 0);
}
