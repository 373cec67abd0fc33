/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of a model, without the hash at their end, which is put right here:
 * what loads guesses, explains, and is saved as the same bytes.
 */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "fuzz.h"
#include "learn/model.h"

static void
use(const struct hd_model *m)
{
	struct hd_str parts[] = { hd_str("my parcel is late, where is it?"),
		hd_str("I was charged twice!") };
	struct hd_shown d = { parts, 2, NULL, NULL, 0 };
	double *counts = hd_xcalloc(hd_model_ncounts(m) + 1, sizeof(*counts));
	struct hd_scratch *s = hd_scratch_new();
	struct hd_reason r[3];
	struct hd_guess g;
	size_t n;

	d.counts = counts;
	for (; d.nparts > 0; d.nparts--) {
		hd_model_guess(m, s, &d, &g);
		MUST(g.cls >= 0 && (size_t)g.cls < hd_model_nclasses(m));
		n = hd_model_explain(m, s, &d, g.cls, r, 3);
		for (size_t i = 0; i < n; i++)
			MUST(r[i].part < d.nparts && r[i].start < r[i].end &&
			     r[i].end <= parts[r[i].part].n);
	}
	hd_scratch_free(s);
	free(counts);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct hd_buf b = HD_BUF_INIT, again = HD_BUF_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_model *m;
	uint64_t h;

	hd_buf_add(&b, (const char *)data, n);
	h = hd_hash64(hd_buf_str(&b));
	for (int i = 0; i < 8; i++)
		hd_buf_addc(&b, (char)(h >> (8 * i) & 0xFF));
	m = hd_model_load(hd_buf_str(&b), &err);
	if (m != NULL) {
		use(m);
		hd_model_save(m, &again);
		MUST(hd_str_same(hd_buf_str(&b), hd_buf_str(&again)));
		hd_model_free(m);
	} else {
		MUST(err.code == HD_EDATA);
	}
	hd_buf_release(&b);
	hd_buf_release(&again);
	return 0;
}
