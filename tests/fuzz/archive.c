/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever an input is packed or written in: as hs-import meets it. */
#include "import.h"

static int
read_any(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	in->in_dir = true; /* a database is left alone there */
	return hd_read_any(in, r, 0, err);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct hd_ingest_opts o = { .max_record = FUZZ_RECORD };

	fuzz_import(&o, data, n, read_any);
	return 0;
}
