/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times, numbers, durations, money. */
#include <math.h>
#include <string.h>

#include "base/num.h"
#include "base/tstamp.h"
#include "fuzz.h"

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
	static const struct hd_zone utc = HD_ZONE_UTC;
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
	return 0;
}
