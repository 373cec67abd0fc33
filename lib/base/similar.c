/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word edit distance: see similar.h. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/similar.h"

/* Words as hashes of their small letters; two rows of the matrix suffice. */
static size_t
words(struct hd_str s, uint64_t *out)
{
	struct hd_buf low = HD_BUF_INIT;
	size_t n = 0;
	char c;

	for (size_t i = 0; i <= s.n && n < HD_SIMILAR_WORDS; i++) {
		c = i < s.n ? s.p[i] : ' ';
		if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
			hd_buf_addc(
			    &low, c >= 'A' && c <= 'Z' ? (char)(c | 32) : c);
			continue;
		}
		if (low.n > 0)
			out[n++] = hd_hash64(hd_buf_str(&low));
		hd_buf_reset(&low);
	}
	hd_buf_release(&low);
	return n;
}

static size_t
least(size_t a, size_t b, size_t c)
{
	if (b < a)
		a = b;
	return c < a ? c : a;
}

/* row holds the distances of the a-words read so far to each head of b. */
static size_t
distance(
    const uint64_t *a, size_t na, const uint64_t *b, size_t nb, size_t *row)
{
	size_t diagonal, above;

	for (size_t j = 0; j <= nb; j++)
		row[j] = j;
	for (size_t i = 1; i <= na; i++) {
		diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			above = row[j];
			row[j] = least(row[j - 1] + 1, above + 1,
			    diagonal + (a[i - 1] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[nb];
}

double
hd_edit_share(struct hd_str a, struct hd_str b)
{
	uint64_t *wa = hd_xcalloc(HD_SIMILAR_WORDS, sizeof(*wa));
	uint64_t *wb = hd_xcalloc(HD_SIMILAR_WORDS, sizeof(*wb));
	size_t *row = hd_xcalloc(HD_SIMILAR_WORDS + 1, sizeof(*row));
	size_t na = words(a, wa), nb = words(b, wb);
	size_t longer = na > nb ? na : nb;
	double share =
	    longer > 0 ? (double)distance(wa, na, wb, nb, row) / (double)longer
		       : 0;

	free(wa);
	free(wb);
	free(row);
	return share;
}
