/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule set as a whole: see ruleset.h. */
#include <stdlib.h>
#include <string.h>

#include "rules/link.h"
#include "rules/parse.h"
#include "rules/pattern.h"
#include "rules/prefilter.h"

static int
load(struct hd_ruleset *rs, const struct hd_rulesrc *src, const char *name,
    struct hd_err *err)
{
	struct hd_parse p = { .rs = rs, .src = src, .err = err };

	if (hd_parse_file(&p, name, NULL) < 0 || rs->mem->errors > 0)
		return -1;
	if (rs->nrules + rs->nroutes + rs->npolicies == 0 &&
	    rs->mem->found == NULL)
		return hd_err_set(err, HD_EUSAGE, "%s: no rules at all [R105]",
		    rs->files[0].name);
	return hd_rules_link(rs, err) < 0 || rs->mem->errors > 0 ? -1 : 0;
}

static int
load_into(struct hd_ruleset **out, const struct hd_rulesrc *src,
    const char *name, struct hd_diags *found, struct hd_err *err)
{
	struct hd_ruleset *rs = hd_xcalloc(1, sizeof(*rs));
	int st;

	rs->mem = hd_xcalloc(1, sizeof(*rs->mem));
	rs->mem->found = found;
	st = load(rs, src, name, err);
	if (st < 0 && found != NULL && rs->mem->errors > 0)
		st = 1;
	rs->mem->found = NULL;
	if (st != 0) {
		hd_ruleset_free(rs);
		rs = NULL;
	}
	*out = rs;
	return st;
}

int
hd_ruleset_load(struct hd_ruleset **rs, const struct hd_rulesrc *src,
    const char *name, struct hd_err *err)
{
	return load_into(rs, src, name, NULL, err);
}

int
hd_ruleset_load_all(struct hd_ruleset **rs, const struct hd_rulesrc *src,
    const char *name, struct hd_diags *found, struct hd_err *err)
{
	return load_into(rs, src, name, found, err);
}

static void
free_arrays(struct hd_ruleset *rs)
{
	free(rs->files);
	free(rs->languages);
	free(rs->dims);
	free(rs->fields);
	free(rs->rules);
	free(rs->routes);
	free(rs->policies);
	free(rs->alts);
	free(rs->conds);
	free(rs->operands);
	free(rs->sets);
	free(rs->examples);
	free(rs->allows);
	free(rs->each_fields);
	free(rs->cases);
	free(rs->givens);
	free(rs->expects);
	free(rs->steps);
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
	for (int k = 0; k < HD_RULEKINDS; k++)
		hd_map_release(&rs->mem->ids[k]);
	hd_map_release(&rs->mem->case_names);
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

void
hd_ruleset_where(
    const struct hd_ruleset *rs, struct hd_pos pos, struct hd_buf *b)
{
	hd_buf_addf(
	    b, "%s:%zu:%zu", rs->files[pos.file].name, pos.line, pos.col);
}

struct hd_place
hd_ruleset_place(const struct hd_ruleset *rs, struct hd_pos pos, size_t width)
{
	return (struct hd_place){ rs->files[pos.file].name, pos.line, pos.col,
		width };
}
