/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bootstraps share: see bootstrap.h. */
#include "base/buf.h"
#include "base/hash.h"
#include "stats/bootstrap.h"

uint32_t
hd_boot_seed(const char *seed, const char *metric, const char *segment)
{
	struct hd_buf b = HD_BUF_INIT;
	uint64_t head;

	hd_buf_addf(&b, "%s\x1f%s\x1f%s", seed, metric, segment);
	head = hd_sha256_head(hd_buf_str(&b));
	hd_buf_release(&b);
	return (uint32_t)(head >> 32);
}
