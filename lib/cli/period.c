/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Period options: see ids.h.  Days, months and quarters are cut in one zone. */
#include <string.h>

#include "base/num.h"
#include "cli/ids.h"

static int
read_zone(struct hd_ctx *ctx, struct hd_zone *z, struct hd_err *err)
{
	struct hd_buf stored = HD_BUF_INIT;
	int r = hd_meta_get(ctx->db, "report_tz", &stored, err);

	if (r == 0)
		r = hd_zone_open(z,
		    ctx->common->report_tz != NULL ? ctx->common->report_tz
		    : stored.n > 0		   ? stored.s
						   : "UTC",
		    err);
	hd_buf_release(&stored);
	return r;
}

static int
read_time(const char *option, const char *text, const struct hd_zone *z,
    int64_t *t, struct hd_err *err)
{
	const struct hd_timeopt opt = { z, HD_ORDER_UNKNOWN };
	bool zoned;

	if (hd_time_parse(hd_str(text), &opt, t, &zoned, err) == 0)
		return 0;
	err->code = HD_EUSAGE;
	return hd_err_in(err, "%s", option);
}

/* First midnight after t. */
static int64_t
next_midnight(const struct hd_zone *z, int64_t t)
{
	struct hd_civil c;

	hd_zone_civil(z, t, &c);
	c.day++;
	c.hour = c.min = c.sec = 0;
	return hd_zone_utc(z, &c);
}

static void
days_before(struct hd_period *p, int days)
{
	struct hd_civil c;

	p->until = next_midnight(&p->zone, p->asof);
	hd_zone_civil(&p->zone, p->until, &c);
	c.day -= days;
	p->since = hd_zone_utc(&p->zone, &c);
}

/* "2026-10" and "2026Q3": the months [first, first + n). */
static int
months(const char *option, const char *text, struct hd_period *p,
    struct hd_err *err)
{
	struct hd_civil c = { 0, 1, 1, 0, 0, 0 };
	struct hd_str s = hd_str(text);
	bool quarter = strcmp(option, "--quarter") == 0;
	int64_t year = 0, part = 0;

	if (s.n != (quarter ? 6 : 7) || s.p[4] != (quarter ? 'Q' : '-') ||
	    !hd_num_int((struct hd_str){ s.p, 4 }, &year) ||
	    !hd_num_int((struct hd_str){ s.p + 5, s.n - 5 }, &part) ||
	    part < 1 || part > (quarter ? 4 : 12))
		return hd_err_set(err, HD_EUSAGE, "%s: not as %s: '%s'", option,
		    quarter ? "2026Q3" : "2026-10", text);
	c.year = year;
	c.month = (int)(quarter ? part * 3 - 2 : part);
	p->since = hd_zone_utc(&p->zone, &c);
	c.month += quarter ? 3 : 1;
	p->until = hd_zone_utc(&p->zone, &c);
	return 0;
}

static int
read_by(const char *word, enum hd_by *by, struct hd_err *err)
{
	static const char *const words[] = { "created", "solved", "handoff" };

	for (int i = 0; word != NULL && i < 3; i++)
		if (strcmp(word, words[i]) == 0) {
			*by = (enum hd_by)i;
			return 0;
		}
	return word == NULL
		   ? 0
		   : hd_err_set(err, HD_EUSAGE,
			 "--by: created, solved or handoff, not '%s'", word);
}

static int
last(const char *text, struct hd_period *p, struct hd_err *err)
{
	int64_t s;

	if (!hd_num_duration(hd_str(text), &s) || s < 86400 || s % 86400 != 0)
		return hd_err_set(
		    err, HD_EUSAGE, "--last: whole days, as 90d: '%s'", text);
	days_before(p, (int)(s / 86400));
	return 0;
}

int
hd_period_read(struct hd_ctx *ctx, enum hd_by by, int days, struct hd_period *p,
    struct hd_err *err)
{
	const struct hd_common *c = ctx->common;
	int given = (c->last != NULL) + (c->month != NULL) +
		    (c->quarter != NULL) +
		    (c->since != NULL || c->until != NULL);
	int r = 0;

	memset(p, 0, sizeof(*p));
	p->by = by;
	if (read_zone(ctx, &p->zone, err) != 0 ||
	    read_by(c->by, &p->by, err) != 0 ||
	    hd_newest(ctx->db, &p->asof, err) != 0 ||
	    (c->asof != NULL &&
		read_time("--asof", c->asof, &p->zone, &p->asof, err) != 0))
		return -1;
	if (given > 1)
		return hd_err_set(err, HD_EUSAGE,
		    "one of --last, --month, --quarter, or --since and "
		    "--until");
	if (p->asof == HD_TIME_NONE)
		p->asof = 0; /* nothing is imported: any period is empty */
	p->all = given == 0 && days == 0;
	p->since = 0;
	p->until = next_midnight(&p->zone, p->asof);
	if (c->last != NULL)
		r = last(c->last, p, err);
	else if (c->month != NULL)
		r = months("--month", c->month, p, err);
	else if (c->quarter != NULL)
		r = months("--quarter", c->quarter, p, err);
	else if (given == 0 && days > 0)
		days_before(p, days);
	if (r == 0 && c->since != NULL)
		r = read_time("--since", c->since, &p->zone, &p->since, err);
	if (r == 0 && c->until != NULL)
		r = read_time("--until", c->until, &p->zone, &p->until, err);
	return r;
}

int
hd_period_named(const char *name, struct hd_period *p, struct hd_err *err)
{
	const char *dots = strstr(name, "..");
	struct hd_buf from = HD_BUF_INIT;
	struct hd_err none;
	int r;

	p->all = false;
	if (dots != NULL) {
		hd_buf_add(&from, name, (size_t)(dots - name));
		r = read_time(
		    name, hd_buf_cstr(&from), &p->zone, &p->since, err);
		hd_buf_release(&from);
		if (r == 0)
			r = read_time(name, dots + 2, &p->zone, &p->until, err);
		return r == 0 ? 1 : -1;
	}
	return months("--quarter", name, p, &none) == 0 ||
	       months("--month", name, p, &none) == 0;
}

int64_t
hd_period_before(const struct hd_common *c, const struct hd_period *p)
{
	struct hd_civil v;

	if (c->month == NULL && c->quarter == NULL)
		return p->since - (p->until - p->since);
	hd_zone_civil(&p->zone, p->since, &v);
	v.year--;
	v.month += c->month != NULL ? 11 : 9;
	return hd_zone_utc(&p->zone, &v);
}
