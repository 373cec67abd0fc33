/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON values: see json.h.  The writer is jsongen.c. */
#include <string.h>

#include <yajl/yajl_parse.h>

#include "base/json.h"

int
hd_jbuild_add(struct hd_jbuild *b, enum hd_jtype type, struct hd_str s)
{
	struct hd_json *j = hd_arena_alloc(b->arena, sizeof(*j)), *up;

	memset(j, 0, sizeof(*j));
	j->type = type;
	j->s = hd_str_keep(b->arena, s);
	j->key = b->key;
	b->key = (struct hd_str){ NULL, 0 };
	if (b->depth == 0) {
		b->root = j;
	} else {
		up = b->stack[b->depth];
		if (b->last[b->depth] != NULL)
			b->last[b->depth]->next = j;
		else
			up->child = j;
		b->last[b->depth] = j;
		up->count++;
	}
	if (type != HD_JARR && type != HD_JOBJ)
		return 0;
	if (b->depth >= HD_JSON_DEPTH)
		return -1;
	b->depth++;
	b->stack[b->depth] = j;
	b->last[b->depth] = NULL;
	return 0;
}

void
hd_jbuild_key(struct hd_jbuild *b, struct hd_str key)
{
	b->key = hd_str_keep(b->arena, key);
}

void
hd_jbuild_end(struct hd_jbuild *b)
{
	if (b->depth > 0)
		b->depth--;
}

static int
on_null(void *ctx)
{
	return hd_jbuild_add(ctx, HD_JNULL, (struct hd_str){ NULL, 0 }) == 0;
}

static int
on_bool(void *ctx, int v)
{
	return hd_jbuild_add(ctx, HD_JBOOL, hd_str(v ? "true" : "false")) == 0;
}

static int
on_number(void *ctx, const char *p, size_t n)
{
	return hd_jbuild_add(ctx, HD_JNUM, (struct hd_str){ p, n }) == 0;
}

static int
on_string(void *ctx, const unsigned char *p, size_t n)
{
	return hd_jbuild_add(
		   ctx, HD_JSTR, (struct hd_str){ (const char *)p, n }) == 0;
}

static int
on_key(void *ctx, const unsigned char *p, size_t n)
{
	hd_jbuild_key(ctx, (struct hd_str){ (const char *)p, n });
	return 1;
}

static int
on_obj(void *ctx)
{
	return hd_jbuild_add(ctx, HD_JOBJ, (struct hd_str){ NULL, 0 }) == 0;
}

static int
on_arr(void *ctx)
{
	return hd_jbuild_add(ctx, HD_JARR, (struct hd_str){ NULL, 0 }) == 0;
}

static int
on_end(void *ctx)
{
	hd_jbuild_end(ctx);
	return 1;
}

static const yajl_callbacks callbacks = {
	on_null,
	on_bool,
	NULL,
	NULL,
	on_number,
	on_string,
	on_obj,
	on_key,
	on_end,
	on_arr,
	on_end,
};

/* yajl's own words for what is wrong, first line only. */
static void
parse_error(yajl_handle h, struct hd_str s, struct hd_err *err)
{
	unsigned char *msg;

	msg = yajl_get_error(h, 0, (const unsigned char *)s.p, s.n);
	(void)hd_err_set(err, HD_EDATA, "bad JSON: %.*s",
	    (int)strcspn((const char *)msg, "\n"), (const char *)msg);
	yajl_free_error(h, msg);
}

struct hd_json *
hd_json_parse(struct hd_arena *a, struct hd_str s, struct hd_err *err)
{
	struct hd_jbuild b;
	yajl_handle h;

	memset(&b, 0, sizeof(b));
	b.arena = a;
	h = yajl_alloc(&callbacks, NULL, &b);
	if (h == NULL) {
		(void)hd_err_set(err, HD_ESYS, "out of memory");
		return NULL;
	}
	/* text is checked when it is stored; a bad byte is not a bad record */
	(void)yajl_config(h, yajl_dont_validate_strings, 1);
	if (yajl_parse(h, (const unsigned char *)s.p, s.n) != yajl_status_ok ||
	    yajl_complete_parse(h) != yajl_status_ok) {
		if (b.depth >= HD_JSON_DEPTH)
			(void)hd_err_set(err, HD_EDATA,
			    "bad JSON: nested deeper than %d", HD_JSON_DEPTH);
		else
			parse_error(h, s, err);
		b.root = NULL;
	} else if (b.root == NULL) {
		(void)hd_err_set(err, HD_EDATA, "bad JSON: no value");
	}
	yajl_free(h);
	return b.root;
}

struct hd_json *
hd_json_read(struct hd_arena *a, struct hd_str s)
{
	struct hd_err ignored = HD_ERR_INIT;

	return s.p == NULL ? NULL : hd_json_parse(a, s, &ignored);
}

const struct hd_json *
hd_json_get(const struct hd_json *j, const char *name)
{
	if (j == NULL || j->type != HD_JOBJ)
		return NULL;
	for (j = j->child; j != NULL; j = j->next)
		if (hd_str_eq(j->key, name))
			return j;
	return NULL;
}

const struct hd_json *
hd_json_path(const struct hd_json *j, const char *path)
{
	struct hd_str rest = hd_str(path), part;

	while (j != NULL && hd_str_split(&rest, '.', &part)) {
		if (j->type != HD_JOBJ)
			return NULL;
		for (j = j->child; j != NULL; j = j->next)
			if (hd_str_same(j->key, part))
				break;
	}
	return j;
}

struct hd_str
hd_json_str(const struct hd_json *j)
{
	if (j == NULL || j->type < HD_JBOOL || j->type > HD_JSTR)
		return (struct hd_str){ NULL, 0 };
	return j->s;
}

struct hd_str
hd_json_at(const struct hd_json *j, const char *path)
{
	return hd_json_str(hd_json_path(j, path));
}

bool
hd_json_true(const struct hd_json *j)
{
	return j != NULL && j->type == HD_JBOOL && j->s.n == 4;
}
