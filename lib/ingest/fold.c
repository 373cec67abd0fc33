/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages that are alike: see fold.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ingest/fold.h"

#define REASONS 200 /* what more there are is one */

/* Without values in quotes and without numbers messages are alike. */
static void
reason(const char *msg, struct hd_buf *b)
{
	const char *open = strchr(msg, '\''), *close = strrchr(msg, '\'');

	for (const char *p = msg; *p != '\0'; p++) {
		if (p == open && close > open) {
			hd_buf_adds(b, "'...'");
			p = close;
		} else if (*p < '0' || *p > '9') {
			hd_buf_addc(b, *p);
		} else if (p == msg || p[-1] < '0' || p[-1] > '9') {
			hd_buf_addc(b, 'N');
		}
	}
}

bool
hd_fold_tell(struct hd_fold *f, const char *msg, size_t line)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_folded *of;
	int64_t *at;

	reason(msg, &b);
	at = hd_map_get(&f->reasons, hd_buf_str(&b));
	if (at == NULL) {
		if (f->reasons.count >= REASONS) {
			hd_buf_reset(&b);
			hd_buf_adds(&b, "other reasons");
		}
		f->of = hd_grow(
		    f->of, &f->cap, f->reasons.count + 1, sizeof(*f->of));
		at = hd_map_get(&f->reasons, hd_buf_str(&b));
	}
	if (at == NULL) {
		f->of[f->reasons.count] = (struct hd_folded){ 0, 0 };
		at = hd_map_put(
		    &f->reasons, hd_buf_str(&b), (int64_t)f->reasons.count);
	}
	hd_buf_release(&b);
	of = &f->of[*at];
	if (++of->records == HD_FOLD_TOLD + 1)
		of->line = line;
	return of->records <= HD_FOLD_TOLD;
}

bool
hd_fold_rest(
    const struct hd_fold *f, size_t i, struct hd_err *err, size_t *records)
{
	const struct hd_folded *of;

	if (i >= f->reasons.count)
		return false;
	of = &f->of[i];
	*records = of->records > HD_FOLD_TOLD ? of->records - HD_FOLD_TOLD : 0;
	(void)hd_err_set(err, HD_EDATA,
	    "%.400s: and %zu more %s like this, first at line %zu",
	    f->reasons.entries[i].key, *records,
	    *records == 1 ? "record" : "records", of->line);
	return true;
}

void
hd_fold_clear(struct hd_fold *f)
{
	hd_map_release(&f->reasons);
	free(f->of);
	memset(f, 0, sizeof(*f));
}
