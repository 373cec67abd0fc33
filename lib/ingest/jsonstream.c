/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records cut from a stream of JSON.  Containers around records are on a stack;
 * a record is built as a value.  An object that turns out to be a page (it
 * holds a known array of records and no id of its own) becomes a container on
 * the way.
 */
#include <string.h>

#include "ingest/page.h"
#include "ingest/jsonstream.h"
#include "ingest/rows.h"
#include "ingest/vendor.h"

#define GIANT ((size_t)4 * 1024 * 1024)

size_t
hd_jstream_here(const struct hd_jstream *s)
{
	return s->base + yajl_get_bytes_consumed(s->h);
}

/* Lines up to where the parser stands. */
size_t
hd_jstream_line(struct hd_jstream *s)
{
	size_t to = hd_jstream_here(s);
	const char *p, *end;

	if (s->replay || to <= s->mark)
		return s->mark_line;
	p = s->r->buf.s + s->r->pos + (s->mark - s->at);
	end = s->r->buf.s + s->r->pos + (to - s->at);
	while ((p = memchr(p, '\n', (size_t)(end - p))) != NULL) {
		s->mark_line++;
		p++;
	}
	s->mark = to;
	return s->mark_line;
}

static struct hd_str
none(void)
{
	return (struct hd_str){ NULL, 0 };
}

/* How does this record, the first of its kind, stand on its line? */
static void
sign(struct hd_jstream *s)
{
	const char *first = s->r->buf.s + s->r->pos;
	const char *p = first + (s->start - s->at);

	hd_buf_reset(&s->sign.key);
	hd_buf_reset(&s->sign.keys);
	s->sign.nkeys = 0;
	s->sign.indent = 0;
	while (p > first && (p[-1] == ' ' || p[-1] == '\t')) {
		p--;
		s->sign.indent++;
	}
	s->sign.at_line = p > first && p[-1] == '\n';
	s->sign.set = true;
}

static void
begin_record(struct hd_jstream *s)
{
	hd_arena_reset(&s->in->arena);
	memset(&s->build, 0, sizeof(s->build));
	s->build.arena = &s->in->arena;
	s->in_record = true;
	s->dropped = false;
	if (s->replay)
		return;
	s->start_line = s->in->line = hd_jstream_line(s);
	s->start = hd_jstream_here(s) - 1;
	if (!s->sign.set)
		sign(s);
}

static int
drop(struct hd_jstream *s, const char *why)
{
	s->dropped = true;
	s->deep = s->build.depth;
	(void)hd_err_set(s->err, HD_EDATA, "%s", why);
	return hd_broken(s->in, s->err);
}

/* A value inside the record; 0 stops the parse. */
static int
feed(struct hd_jstream *s, enum hd_jtype type, struct hd_str text)
{
	bool open = type == HD_JARR || type == HD_JOBJ;

	if (s->dropped) {
		s->deep += open;
		return 1;
	}
	if (hd_jstream_here(s) - s->start > s->in->o->max_record &&
	    !s->replay) {
		(void)drop(s, hd_rows_over(s->in));
		s->deep += open;
		return 1;
	}
	if (hd_jbuild_add(&s->build, type, text) != 0) {
		(void)drop(s, "record nested too deep");
		s->deep += 1;
	}
	return 1;
}

/* The object being built is a page, if this array says so. */
static bool
is_page_array(const struct hd_jstream *s)
{
	const struct hd_jbuild *b = &s->build;

	if (s->depth > 0 || s->dropped || b->depth < 1 || b->depth > 2 ||
	    b->key.p == NULL || !hd_is_record_array(b->key))
		return false;
	for (size_t i = 1; i <= b->depth; i++)
		if (b->stack[i]->type != HD_JOBJ ||
		    !hd_may_list(hd_says(b->stack[i]), b->key))
			return false;
	return true;
}

static int
push(struct hd_jstream *s, enum hd_jlevel lv)
{
	if (s->depth > HD_JSON_DEPTH)
		return 0;
	s->stack[s->depth++] = lv;
	return 1;
}

/* An array of records, called so. */
static int
push_records(struct hd_jstream *s, struct hd_str name)
{
	if (!s->replay) {
		hd_buf_reset(&s->array);
		hd_buf_add(&s->array, name.p, name.n);
		s->pages = s->depth;
		s->listed = true;
		s->sign.set = false;
	}
	return push(s, HD_LV_RECORDS);
}

static int
scalar(struct hd_jstream *s, enum hd_jtype type, struct hd_str text)
{
	s->event = hd_jstream_here(s);
	if (s->in_record)
		return feed(s, type, text);
	if (s->replay)
		return 1; /* stands for records read before */
	if (s->depth > 0 && s->stack[s->depth - 1] != HD_LV_RECORDS)
		return 1; /* a count, a link of the page */
	s->in->line = hd_jstream_line(s);
	(void)hd_err_set(s->err, HD_EDATA, "not a JSON object");
	return hd_broken(s->in, s->err) == 0;
}

static int
on_null(void *ctx)
{
	return scalar(ctx, HD_JNULL, none());
}

static int
on_bool(void *ctx, int v)
{
	return scalar(ctx, HD_JBOOL, hd_str(v ? "true" : "false"));
}

static int
on_number(void *ctx, const char *p, size_t n)
{
	return scalar(ctx, HD_JNUM, (struct hd_str){ p, n });
}

static int
on_string(void *ctx, const unsigned char *p, size_t n)
{
	return scalar(ctx, HD_JSTR, (struct hd_str){ (const char *)p, n });
}

static int
on_key(void *ctx, const unsigned char *p, size_t n)
{
	struct hd_jstream *s = ctx;
	struct hd_str key = { (const char *)p, n };

	s->event = hd_jstream_here(s);
	if (!s->in_record) {
		hd_buf_reset(&s->key);
		hd_buf_add(&s->key, key.p, key.n);
		return 1;
	}
	if (s->sign.key.n == 0)
		hd_buf_add(&s->sign.key, key.p, key.n);
	if (!s->dropped)
		hd_jbuild_key(&s->build, key);
	return 1;
}

static int
on_obj(void *ctx)
{
	struct hd_jstream *s = ctx;
	enum hd_jlevel in =
	    s->depth > 0 ? s->stack[s->depth - 1] : HD_LV_RECORDS;

	if (s->in_record && !s->replay && hd_jstream_unclosed(s)) {
		s->unclosed = true;
		return 0;
	}
	if (s->in_record)
		return feed(s, HD_JOBJ, none());
	if (in == HD_LV_PAGE && !hd_is_record_noun(hd_buf_str(&s->key)))
		return push(s, HD_LV_PAGE); /* {"data": {"payload": [...]}} */
	if (in == HD_LV_OTHER)
		return push(s, HD_LV_OTHER);
	begin_record(s);
	return feed(s, HD_JOBJ, none());
}

/* {"ticket": {...}, "users": [: what came before the array is no array. */
static int
page_begins(struct hd_jstream *s)
{
	struct hd_str name = s->build.key;
	size_t pages = s->build.depth;

	s->in_record = false;
	s->rc = hd_map_page_members(s->in, s->build.root, s->err);
	while (pages-- > 0)
		(void)push(s, HD_LV_PAGE);
	return push_records(s, name) && s->rc == 0;
}

static int
on_arr(void *ctx)
{
	struct hd_jstream *s = ctx;

	if (s->in_record && is_page_array(s))
		return page_begins(s);
	if (s->in_record)
		return feed(s, HD_JARR, none());
	if (s->depth == 0)
		return push_records(s, none());
	if (s->stack[s->depth - 1] == HD_LV_PAGE &&
	    hd_is_record_array(hd_buf_str(&s->key)))
		return push_records(s, hd_buf_str(&s->key));
	/* pages gathered in a list: [[{...}, {...}], [{...}]] */
	return push(s, s->stack[s->depth - 1] == HD_LV_RECORDS ? HD_LV_RECORDS
							       : HD_LV_OTHER);
}

void
hd_jstream_keep_keys(struct hd_jstream *s)
{
	const struct hd_json *m = s->build.root->child;

	for (; m != NULL; m = m->next) {
		hd_buf_add(&s->sign.keys, m->key.p, m->key.n);
		hd_buf_addc(&s->sign.keys, '\0');
		s->sign.nkeys++;
	}
}

int
hd_jstream_map(struct hd_jstream *s)
{
	struct hd_str array = hd_buf_str(&s->array);

	return hd_map_record(s->in,
	    s->depth > 0 && array.n > 0 ? array : none(), s->build.root,
	    s->err);
}

static int
on_end(void *ctx)
{
	struct hd_jstream *s = ctx;

	s->event = hd_jstream_here(s);
	if (!s->in_record) {
		s->depth--;
		return 1;
	}
	if (s->dropped) {
		s->in_record = --s->deep > 0;
		s->floor = s->event;
		return 1;
	}
	hd_jbuild_end(&s->build);
	if (s->build.depth > 0)
		return 1;
	s->in_record = false;
	s->floor = s->event;
	if (s->sign.nkeys == 0)
		hd_jstream_keep_keys(s);
	s->giant = s->event - s->start > GIANT;
	if (s->giant)
		return 0;
	s->rc = hd_jstream_map(s);
	return s->rc == 0;
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

int
hd_jstream_restart(struct hd_jstream *s, struct hd_err *err)
{
	if (s->h != NULL)
		yajl_free(s->h);
	s->depth = 0;
	s->in_record = false;
	s->h = yajl_alloc(&callbacks, NULL, s);
	if (s->h == NULL)
		return hd_err_set(err, HD_ESYS, "out of memory");
	(void)yajl_config(s->h, yajl_allow_multiple_values, 1);
	(void)yajl_config(s->h, yajl_dont_validate_strings, 1);
	return 0;
}

int
hd_jstream_feed(struct hd_jstream *s, struct hd_str bytes)
{
	s->base = s->at + s->fed;
	if (yajl_parse(s->h, (const unsigned char *)bytes.p, bytes.n) !=
	    yajl_status_ok)
		return 0;
	(void)hd_jstream_line(s);
	return 1;
}

void
hd_jstream_release(struct hd_jstream *s)
{
	if (s->h != NULL)
		yajl_free(s->h);
	hd_buf_release(&s->key);
	hd_buf_release(&s->array);
	hd_buf_release(&s->sign.key);
	hd_buf_release(&s->sign.keys);
}
