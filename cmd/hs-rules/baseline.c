/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Baselines: a line a finding, its fingerprint first and for readers what it
 * was, so that an old rule file can be checked without being put right first.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/out.h"
#include "hs-rules/hs-rules.h"
#include "render/diagfmt.h"

static int
read_known(struct hd_map *known, const char *path, struct hd_err *err)
{
	FILE *f = fopen(path, "r");
	struct hd_str line, word;
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;
	int r = 0;

	if (f == NULL) {
		(void)hd_err_sys(err, "--baseline: cannot read '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	while ((n = getline(&text, &cap, f)) >= 0) {
		line = hd_str_trim((struct hd_str){ text, (size_t)n });
		if (hd_str_split(&line, ' ', &word) && word.n > 0)
			(void)hd_map_put(known, word, 1);
	}
	if (ferror(f))
		r = hd_err_sys(err, "--baseline: cannot read '%s'", path);
	free(text);
	(void)fclose(f);
	return r;
}

/*
 * What is of no rule has the fingerprint of all of its kind in the file: an
 * error more, such as a line that cannot be read, must not pass for known.
 */
static bool
can_be_known(const struct hd_diag *d)
{
	return d->rule != NULL || d->severity != HD_SEV_ERROR;
}

static int
mark(struct hd_diags *found, const char *path, struct hd_err *err)
{
	struct hd_map known = HD_MAP_INIT;
	char hex[HD_FINGERPRINT];
	int r = read_known(&known, path, err);

	for (size_t i = 0; i < found->n && r == 0; i++)
		if (can_be_known(&found->v[i]) &&
		    hd_map_get(&known,
			hd_str(hd_diag_fingerprint(&found->v[i], hex))) != NULL)
			found->v[i].known = true;
	hd_map_release(&known);
	return r;
}

static int
write_known(struct hd_diags *found, const char *path, struct hd_err *err)
{
	struct hd_map told = HD_MAP_INIT;
	struct hd_out out = HD_OUT_INIT;
	char hex[HD_FINGERPRINT];
	struct hd_diag *d;

	if (hd_out_open(&out, path, err) != 0)
		return hd_err_in(err, "--write-baseline");
	for (size_t i = 0; i < found->n; i++) {
		d = &found->v[i];
		if (d->allowed != NULL || !can_be_known(d))
			continue;
		d->known = true;
		hd_diag_fingerprint(d, hex);
		if (*hd_map_put(&told, hd_str(hex), (int64_t)i) != (int64_t)i)
			continue;
		hd_out_addf(&out, "%s %s %s\n", hex, d->id,
		    d->rule != NULL ? d->rule : d->at.file);
	}
	hd_map_release(&told);
	return hd_out_close(&out, err);
}

int
hd_rules_baseline(struct hd_diags *found, struct hd_err *err)
{
	if (hd_rules.baseline != NULL &&
	    mark(found, hd_rules.baseline, err) != 0)
		return -1;
	if (hd_rules.write_baseline == NULL)
		return 0;
	return write_known(found, hd_rules.write_baseline, err);
}
