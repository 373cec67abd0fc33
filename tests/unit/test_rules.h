/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_RULES_H
#define TEST_RULES_H

/*
 * What the tests of lib/rules share: rule files in memory, and a ticket whose
 * values are set by field name.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "rules/evidence.h"
#include "rules/ruleset.h"

struct memfile {
	const char *name, *text;
};

static inline int
memfile_read(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	const struct memfile *f = ctx;

	(void)from;
	for (; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0) {
			hd_buf_adds(text, f->text);
			*resolved = hd_xstrdup(name);
			return 0;
		}
	return hd_err_set(err, HD_EUSAGE, "cannot read '%s'", name);
}

static inline int
load_files(struct memfile *files, struct hd_ruleset **rs, struct hd_err *err)
{
	struct hd_rulesrc src = { memfile_read, files };

	return hd_ruleset_load(rs, &src, files[0].name, err);
}

static inline int
load_text(const char *text, struct hd_ruleset **rs, struct hd_err *err)
{
	struct memfile files[] = { { "f", text }, { NULL, NULL } };

	return load_files(files, rs, err);
}

static inline struct hd_ruleset *
must_load(const char *text)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs;

	if (load_text(text, &rs, &err) < 0)
		fail_msg("%s", err.msg);
	return rs;
}

/* A rule set, a matcher and one ticket. */
struct bench {
	struct hd_ruleset *rs;
	struct hd_matcher *m;
	struct hd_val vals[64];
	struct hd_str items[64][8];
	struct hd_tags tags;
};

static inline void
bench_open(struct bench *b, struct hd_ruleset *rs)
{
	struct hd_err err = HD_ERR_INIT;

	*b = (struct bench){ .rs = rs, .tags = HD_TAGS_INIT };
	assert_true(rs->nfields <= 64);
	b->m = hd_matcher_new(rs, &err);
	assert_non_null(b->m);
}

static inline void
bench_close(struct bench *b)
{
	hd_tags_release(&b->tags);
	hd_matcher_free(b->m);
	hd_ruleset_free(b->rs);
}

static inline struct hd_val *
bench_val(struct bench *b, const char *field)
{
	int i = hd_ruleset_field(b->rs, field);

	if (i < 0)
		fail_msg("no field %s", field);
	return &b->vals[i];
}

static inline void
set_str(struct bench *b, const char *field, const char *s)
{
	*bench_val(b, field) =
	    (struct hd_val){ .kind = HD_VAL_STR, .str = hd_str(s) };
}

static inline void
set_num(struct bench *b, const char *field, double x)
{
	*bench_val(b, field) = (struct hd_val){ .kind = HD_VAL_NUM, .num = x };
}

/* Items are separated by '|'. */
static inline void
set_list(struct bench *b, const char *field, const char *s)
{
	int f = hd_ruleset_field(b->rs, field);
	struct hd_str rest = hd_str(s), item;
	size_t n = 0;

	assert_true(f >= 0);
	while (hd_str_split(&rest, '|', &item)) {
		assert_true(n < 8);
		b->items[f][n++] = item;
	}
	b->vals[f] =
	    (struct hd_val){ .kind = HD_VAL_LIST, .list = b->items[f], .n = n };
}

static inline bool
bench_fired(const struct bench *b, const char *id)
{
	int r = hd_ruleset_rule(b->rs, id);

	assert_true(r >= 0);
	for (size_t i = 0; i < b->tags.nfired; i++)
		if (b->tags.fired[i] == (size_t)r + 1)
			return true;
	return false;
}

/* The ticket's value of a dimension, "unknown" for none. */
static inline const char *
bench_one(const struct bench *b, const char *dim)
{
	int d = hd_ruleset_dim(b->rs, dim);

	assert_true(d >= 0);
	return b->tags.one[d] < 0 ? "unknown"
				  : b->rs->dims[d].values[b->tags.one[d]];
}

/* All values of a dimension, separated by blanks. */
static inline void
assert_values(const struct bench *b, const char *dim, const char *want)
{
	int d = hd_ruleset_dim(b->rs, dim);
	struct hd_buf got = HD_BUF_INIT;

	assert_true(d >= 0);
	for (size_t i = 0; i < b->tags.nvalues[d]; i++)
		hd_buf_addf(&got, "%s%s", i > 0 ? " " : "",
		    b->rs->dims[d].values[b->tags.values[d][i]]);
	assert_string_equal(hd_buf_cstr(&got), want);
	hd_buf_release(&got);
}

#endif
