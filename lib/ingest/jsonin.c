/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON in: records one a line, or streamed out of arrays and pages of any size
 * with no more than one record in memory.
 */
#include <string.h>

#include <yajl/yajl_parse.h>

#include "ingest/reader.h"
#include "ingest/vendor.h"

int
hd_read_ndjson(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	struct hd_json *j;
	struct hd_str line;
	bool cut;
	int rc = 0;

	while (
	    rc == 0 && hd_reader_line(r, in->o->max_record, &line, &cut) == 1) {
		in->line = r->line;
		hd_arena_reset(&in->arena);
		if (in->progress != NULL)
			in->progress(in->ctx, r->bytes);
		if (cut) {
			(void)hd_err_set(err, HD_EDATA,
			    "record over %zu bytes: raise --max-record",
			    in->o->max_record);
			rc = hd_broken(in, err);
			continue;
		}
		if (hd_str_trim(line).n == 0)
			continue;
		j = hd_json_parse(&in->arena, line, err);
		if (j != NULL)
			rc = hd_map_record(
			    in, (struct hd_str){ NULL, 0 }, j, err);
		else
			rc = err->code == HD_EDATA ? hd_broken(in, err) : -1;
	}
	return rc != 0 ? rc : hd_reader_check(r, in->file, err);
}

/*
 * The streaming parse.  Containers around records are on a stack; a record is
 * built as a value.  An object that turns out to be a page (it holds a known
 * array of records and no id of its own) becomes a container on the way.
 */
enum level {
	LV_PAGE,    /* an object that holds arrays of records */
	LV_RECORDS, /* an array of records */
	LV_OTHER,   /* anything else outside records */
};

struct stream {
	struct hd_ingest *in;
	struct hd_err *err;
	yajl_handle h;
	enum level stack[HD_JSON_DEPTH + 2];
	size_t depth;
	struct hd_jbuild build;
	bool in_record, dropped;
	size_t deep;	   /* open containers of a dropped record */
	struct hd_buf key; /* last key seen outside records */
	struct hd_str chunk;
	size_t base, counted; /* bytes before this chunk; counted in it */
	size_t line, start;
	int rc;
};

/* Lines up to where the parser stands. */
static void
count_lines(struct stream *s)
{
	size_t to = yajl_get_bytes_consumed(s->h);

	for (; s->counted < to && s->counted < s->chunk.n; s->counted++)
		s->line += s->chunk.p[s->counted] == '\n';
}

static struct hd_str
none(void)
{
	return (struct hd_str){ NULL, 0 };
}

static void
begin_record(struct stream *s)
{
	count_lines(s);
	hd_arena_reset(&s->in->arena);
	memset(&s->build, 0, sizeof(s->build));
	s->build.arena = &s->in->arena;
	s->in_record = true;
	s->dropped = false;
	s->in->line = s->line;
	s->start = s->base + yajl_get_bytes_consumed(s->h);
}

static int
drop(struct stream *s, const char *why)
{
	s->dropped = true;
	s->deep = s->build.depth;
	(void)hd_err_set(s->err, HD_EDATA, "%s", why);
	return hd_broken(s->in, s->err);
}

/* A value inside the record; 0 stops the parse. */
static int
feed(struct stream *s, enum hd_jtype type, struct hd_str text)
{
	bool open = type == HD_JARR || type == HD_JOBJ;
	size_t at = s->base + yajl_get_bytes_consumed(s->h);

	if (s->dropped) {
		s->deep += open;
		return 1;
	}
	if (at - s->start > s->in->o->max_record) {
		(void)drop(s, "record over the limit: raise --max-record");
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
is_page_array(const struct stream *s)
{
	const struct hd_jbuild *b = &s->build;

	if (s->depth > 0 || s->dropped || b->depth < 1 || b->depth > 2 ||
	    b->key.p == NULL || !hd_is_record_array(b->key))
		return false;
	for (size_t i = 1; i <= b->depth; i++)
		if (b->stack[i]->type != HD_JOBJ ||
		    !hd_is_page_array(hd_says(b->stack[i]), b->key))
			return false;
	return true;
}

static int
push(struct stream *s, enum level lv)
{
	if (s->depth > HD_JSON_DEPTH)
		return 0;
	s->stack[s->depth++] = lv;
	return 1;
}

static int
scalar(struct stream *s, enum hd_jtype type, struct hd_str text)
{
	if (s->in_record)
		return feed(s, type, text);
	if (s->depth > 0 && s->stack[s->depth - 1] != LV_RECORDS)
		return 1; /* a count, a link of the page */
	count_lines(s);
	s->in->line = s->line;
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
	struct stream *s = ctx;

	if (s->in_record && !s->dropped) {
		hd_jbuild_key(&s->build, (struct hd_str){ (const char *)p, n });
	} else if (!s->in_record) {
		hd_buf_reset(&s->key);
		hd_buf_add(&s->key, (const char *)p, n);
	}
	return 1;
}

static int
on_obj(void *ctx)
{
	struct stream *s = ctx;

	if (s->in_record)
		return feed(s, HD_JOBJ, none());
	if (s->depth > 0 && s->stack[s->depth - 1] == LV_PAGE)
		return push(s, LV_PAGE); /* {"data": {"payload": [...]}} */
	if (s->depth > 0 && s->stack[s->depth - 1] == LV_OTHER)
		return push(s, LV_OTHER);
	begin_record(s);
	return feed(s, HD_JOBJ, none());
}

static int
on_arr(void *ctx)
{
	struct stream *s = ctx;
	size_t pages;

	if (s->in_record && is_page_array(s)) {
		pages = s->build.depth;
		s->in_record = false;
		while (pages-- > 0)
			(void)push(s, LV_PAGE);
		return push(s, LV_RECORDS);
	}
	if (s->in_record)
		return feed(s, HD_JARR, none());
	if (s->depth == 0)
		return push(s, LV_RECORDS);
	return push(s, s->stack[s->depth - 1] == LV_PAGE &&
			       hd_is_record_array(hd_buf_str(&s->key))
			   ? LV_RECORDS
			   : LV_OTHER);
}

static int
on_end(void *ctx)
{
	struct stream *s = ctx;

	if (!s->in_record) {
		s->depth--;
		return 1;
	}
	if (s->dropped) {
		s->in_record = --s->deep > 0;
		return 1;
	}
	hd_jbuild_end(&s->build);
	if (s->build.depth > 0)
		return 1;
	s->in_record = false;
	s->rc = hd_map_record(s->in, none(), s->build.root, s->err);
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

static int
bad_json(struct stream *s, const char *what)
{
	unsigned char *msg;

	count_lines(s);
	s->in->line = s->line;
	msg = yajl_get_error(s->h, 0, NULL, 0);
	(void)hd_err_set(s->err, HD_EDATA, "%s: %.*s", what,
	    (int)strcspn((const char *)msg, "\n"), (const char *)msg);
	yajl_free_error(s->h, msg);
	return hd_broken(s->in, s->err);
}

static int
cut_short(struct stream *s)
{
	s->in->line = s->line;
	(void)hd_err_set(s->err, HD_EDATA,
	    s->in_record ? "the file ends inside a record: is it complete?"
			 : "the file ends before its list does: is it "
			   "complete?");
	return hd_broken(s->in, s->err);
}

int
hd_read_json(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	struct stream s;
	yajl_status st = yajl_status_ok;

	memset(&s, 0, sizeof(s));
	s.in = in;
	s.err = err;
	s.line = 1;
	s.h = yajl_alloc(&callbacks, NULL, &s);
	if (s.h == NULL)
		return hd_err_set(err, HD_ESYS, "out of memory");
	(void)yajl_config(s.h, yajl_allow_multiple_values, 1);
	(void)yajl_config(s.h, yajl_dont_validate_strings, 1);
	while (st == yajl_status_ok && hd_reader_chunk(r, &s.chunk) == 1) {
		s.counted = 0;
		st = yajl_parse(
		    s.h, (const unsigned char *)s.chunk.p, s.chunk.n);
		count_lines(&s);
		s.base += s.chunk.n;
		if (in->progress != NULL)
			in->progress(in->ctx, r->bytes);
	}
	if (st == yajl_status_error)
		s.rc = bad_json(&s, "bad JSON, the rest is not read");
	else if (s.rc == 0 && (s.in_record || s.depth > 0))
		s.rc = cut_short(&s);
	yajl_free(s.h);
	hd_buf_release(&s.key);
	return s.rc != 0 ? s.rc : hd_reader_check(r, in->file, err);
}
