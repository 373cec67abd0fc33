/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables.  The first byte chooses: 1 lenient, 2 a zone, 4 day first, 8 all
 * shapes of exports and not tables alone.
 */
#include "import.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	struct hd_ingest_opts o = { .max_record = FUZZ_RECORD };

	if (n == 0)
		return 0;
	o.lenient = (data[0] & 1) != 0;
	o.tz = (data[0] & 2) != 0 ? &utc : NULL;
	o.order = (data[0] & 4) != 0 ? HD_ORDER_DMY : HD_ORDER_UNKNOWN;
	fuzz_import(&o, data + 1, n - 1,
	    (data[0] & 8) != 0 ? hd_read_export : hd_read_csv);
	return 0;
}
