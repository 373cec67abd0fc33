/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON in: records one a line, or streamed out of arrays and pages of any size
 * with no more than one record in memory.
 */
#include <string.h>

#include "ingest/jsonstream.h"
#include "ingest/rows.h"
#include "ingest/vendor.h"

static int
read_line(struct hd_ingest *in, struct hd_reader *r, struct hd_str line,
    bool cut, struct hd_err *err)
{
	static const struct hd_str none = { NULL, 0 };
	struct hd_json *j;

	if (cut) {
		(void)hd_err_set(err, HD_EDATA, "record over %zu bytes%s",
		    in->o->max_record, hd_rows_raise(in));
		return hd_broken(in, err);
	}
	if (hd_str_trim(line).n == 0)
		return 0;
	j = hd_json_parse(&in->arena, line, err);
	hd_reader_shrink(r);
	if (j == NULL)
		return err->code == HD_EDATA ? hd_broken(in, err) : -1;
	if (j->type != HD_JARR)
		return hd_map_record(in, none, j, err);
	for (j = j->child; j != NULL; j = j->next)
		if (hd_map_record(in, none, j, err) != 0)
			return -1;
	return 0;
}

int
hd_read_ndjson(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	struct hd_str line;
	bool cut;
	int rc = 0;

	while (
	    rc == 0 && hd_reader_line(r, in->o->max_record, &line, &cut) == 1) {
		in->line = r->line;
		hd_arena_reset(&in->arena);
		if (in->progress != NULL)
			in->progress(in->ctx, r->bytes);
		rc = read_line(in, r, line, cut, err);
	}
	return rc != 0 ? rc : hd_reader_check(r, in->file, err);
}

/* What the parser says, in words that help where that is easy. */
static void
reason(struct hd_jstream *s, struct hd_buf *b)
{
	const struct hd_buf *text = &s->r->buf;
	size_t here = hd_jstream_here(s) - s->at + s->r->pos;
	struct hd_str near = { text->s + here, text->n - here };
	unsigned char *msg = yajl_get_error(s->h, 0, NULL, 0);

	if (near.n > 0 && here > s->r->pos && near.p[-1] == '.')
		near = (struct hd_str){ near.p - 1, near.n + 1 };
	hd_buf_addf(b, "bad JSON: %.*s", (int)strcspn((char *)msg, "\n"),
	    (const char *)msg);
	if (hd_str_starts(near, "..."))
		hd_buf_adds(b, " ('...' stands where something is left out)");
	else if (here > s->r->pos && strchr("]}", near.p[-1]) != NULL &&
		 !s->in_record)
		hd_buf_adds(b, " (a comma or bracket too many)");
	yajl_free_error(s->h, msg);
}

static int
bad_json(struct hd_jstream *s)
{
	struct hd_buf b = HD_BUF_INIT;
	int r;

	reason(s, &b);
	r = hd_jstream_recover(s, b.s);
	hd_buf_release(&b);
	return r;
}

/* The input is at its end: is the JSON? */
static int
finish(struct hd_jstream *s)
{
	if (s->in_record)
		return hd_jstream_recover(
		    s, "the file ends inside a record: is it complete?");
	if (s->depth == 0)
		return 0;
	s->in->line = hd_jstream_line(s);
	(void)hd_err_set(s->err, HD_EDATA,
	    "the file ends before its list does: is it complete?");
	return hd_broken(s->in, s->err);
}

/* A string without end would fill the memory before it is a value. */
static int
check_limit(struct hd_jstream *s)
{
	size_t limit = s->in->o->max_record;

	if (s->at + s->fed <= s->event || s->at + s->fed - s->event <= limit)
		return 1;
	return hd_jstream_recover(s, hd_rows_over(s->in));
}

static int
stream(struct hd_jstream *s)
{
	struct hd_reader *r = s->r;
	int more = 1;
	struct hd_str bytes;

	while (more == 1) {
		hd_reader_fill(r, s->fed + 1);
		bytes = (struct hd_str){ r->buf.s + r->pos + s->fed,
			r->buf.n - r->pos - s->fed };
		if (bytes.n == 0) {
			more = finish(s);
			continue;
		}
		if (hd_jstream_feed(s, bytes) == 1) {
			s->fed += bytes.n;
			hd_jstream_trim(s);
			more = check_limit(s);
		} else {
			more = s->giant	    ? hd_jstream_giant(s)
			       : s->rc != 0 ? -1
					    : bad_json(s);
		}
		if (s->in->progress != NULL)
			s->in->progress(s->in->ctx, r->bytes);
	}
	return more;
}

int
hd_read_json(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	struct hd_jstream s;
	int rc;

	memset(&s, 0, sizeof(s));
	s.in = in;
	s.r = r;
	s.err = err;
	s.at_line = s.mark_line = 1;
	rc = hd_jstream_restart(&s, err);
	if (rc == 0)
		rc = stream(&s);
	hd_jstream_release(&s);
	return rc != 0 ? rc : hd_reader_check(r, in->file, err);
}
