/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule set as a whole: see ruleset.h. */
#include <stdlib.h>
#include <string.h>

#include "rules/link.h"
#include "rules/parse.h"
#include "rules/pattern.h"
#include "rules/prefilter.h"

int
hd_ruleset_load(struct hd_ruleset **out, const struct hd_rulesrc *src,
    const char *name, struct hd_err *err)
{
	struct hd_ruleset *rs = hd_xcalloc(1, sizeof(*rs));
	struct hd_parse p = { .rs = rs, .src = src, .err = err };
	int st;

	rs->mem = hd_xcalloc(1, sizeof(*rs->mem));
	st = hd_parse_file(&p, name, NULL);
	if (st == 0 && rs->nrules == 0)
		st = hd_err_set(err, HD_EUSAGE, "%s: no rules at all [R105]",
		    rs->files[0].name);
	if (st == 0)
		st = hd_rules_link(rs, err);
	if (st < 0) {
		hd_ruleset_free(rs);
		rs = NULL;
	}
	*out = rs;
	return st;
}

static void
free_arrays(struct hd_ruleset *rs)
{
	free(rs->files);
	free(rs->languages);
	free(rs->dims);
	free(rs->fields);
	free(rs->rules);
	free(rs->alts);
	free(rs->conds);
	free(rs->operands);
	free(rs->sets);
	free(rs->examples);
	free(rs->allows);
	free(rs->each_fields);
	free(rs->order);
	free(rs->by_level);
	free(rs->probes);
	free(rs->patterns);
	free(rs->triggers);
	free(rs->trigger_at);
	free(rs->restless);
}

void
hd_ruleset_free(struct hd_ruleset *rs)
{
	if (rs == NULL)
		return;
	for (size_t i = 0; i < rs->nfiles; i++) {
		free(rs->files[i].name);
		free(rs->files[i].text);
	}
	for (size_t i = 0; i < rs->npatterns; i++)
		hd_pattern_free(rs->patterns[i]);
	hd_prefilter_free(rs->prefilter);
	free_arrays(rs);
	hd_arena_release(&rs->mem->arena);
	hd_map_release(&rs->mem->ids);
	free(rs->mem);
	free(rs);
}

void
hd_ruleset_hash(const struct hd_ruleset *rs, char hex[HD_SHA256_HEX])
{
	const char *base;
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < rs->nfiles; i++) {
		base = strrchr(rs->files[i].name, '/');
		base = base != NULL ? base + 1 : rs->files[i].name;
		hd_buf_addf(&b, "%s\n%zu\n", base, rs->files[i].len);
		hd_buf_add(&b, rs->files[i].text, rs->files[i].len);
	}
	hd_sha256_hex(hd_buf_str(&b), hex);
	hd_buf_release(&b);
}

int
hd_ruleset_dim(const struct hd_ruleset *rs, const char *name)
{
	for (size_t i = 0; i < rs->ndims; i++)
		if (strcmp(rs->dims[i].name, name) == 0)
			return (int)i;
	return -1;
}

int
hd_ruleset_value(const struct hd_ruleset *rs, int dim, const char *value)
{
	const struct hd_dim *d = &rs->dims[dim];

	for (size_t i = 0; i < d->n; i++)
		if (strcmp(d->values[i], value) == 0)
			return (int)i;
	return -1;
}

int
hd_ruleset_field(const struct hd_ruleset *rs, const char *name)
{
	for (size_t i = 0; i < rs->nfields; i++)
		if (strcmp(rs->fields[i].name, name) == 0)
			return (int)i;
	return -1;
}

int
hd_ruleset_rule(const struct hd_ruleset *rs, const char *id)
{
	const int64_t *i = hd_map_get(&rs->mem->ids, hd_str(id));

	return i != NULL ? (int)*i : -1;
}

void
hd_ruleset_where(
    const struct hd_ruleset *rs, struct hd_pos pos, struct hd_buf *b)
{
	hd_buf_addf(
	    b, "%s:%zu:%zu", rs->files[pos.file].name, pos.line, pos.col);
}
