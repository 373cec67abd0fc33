/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes in bounded memory: see reader.h. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "ingest/reader.h"

#define CHUNK ((size_t)256 * 1024)

static ssize_t
get_fd(void *ctx, char *p, size_t n, struct hd_err *err)
{
	const struct hd_reader *r = ctx;
	ssize_t got;

	do
		got = read(r->fd, p, n);
	while (got < 0 && errno == EINTR);
	return got < 0 ? hd_err_set(err, HD_ESYS, "%s", strerror(errno)) : got;
}

void
hd_reader_init(struct hd_reader *r, int fd)
{
	hd_reader_init_from(r, get_fd, r);
	r->fd = fd;
}

void
hd_reader_init_from(struct hd_reader *r, hd_get *get, void *ctx)
{
	memset(r, 0, sizeof(*r));
	r->fd = -1;
	r->get = get;
	r->ctx = ctx;
}

void
hd_reader_release(struct hd_reader *r)
{
	hd_buf_release(&r->buf);
	hd_recode_release(&r->recode);
}

/* Get more bytes to the end of b. */
static void
get(struct hd_reader *r, struct hd_buf *b)
{
	ssize_t n;

	b->s = hd_grow(b->s, &b->cap, b->n + CHUNK + 1, 1);
	n = r->get(r->ctx, b->s + b->n, CHUNK, &r->why);
	if (n <= 0) {
		r->eof = true;
		r->failed = n < 0;
		return;
	}
	b->n += (size_t)n;
	r->bytes += (size_t)n;
}

/* What waits in recode.raw goes into the buffer. */
static void
convert(struct hd_reader *r)
{
	if (hd_recode_run(&r->recode, &r->buf, r->eof, &r->why) == 0)
		return;
	r->eof = true;
	r->failed = true;
}

/* All was ASCII up to `from`; settle the charset when the rest is not. */
static void
settle(struct hd_reader *r, size_t from)
{
	struct hd_buf *b = &r->buf;
	size_t i =
	    from + hd_ascii_length((struct hd_str){ b->s + from, b->n - from });

	if (i == b->n)
		return;
	while (!r->eof && b->n - i < HD_RECODE_WINDOW)
		get(r, b);
	r->recode.cs =
	    hd_charset_of_rest((struct hd_str){ b->s + i, b->n - i });
	if (r->recode.cs != HD_CS_1252)
		return;
	hd_buf_add(&r->recode.raw, b->s + i, b->n - i);
	b->n = i;
	convert(r);
}

/* Have more in the buffer, or be at the end. */
static void
more(struct hd_reader *r)
{
	size_t had;

	if (r->pos > 0) {
		memmove(r->buf.s, r->buf.s + r->pos, r->buf.n - r->pos);
		r->buf.n -= r->pos;
		r->pos = 0;
	}
	had = r->buf.n;
	switch (r->recode.cs) {
	case HD_CS_BYTES:
	case HD_CS_UTF8:
		get(r, &r->buf);
		break;
	case HD_CS_ASCII:
		get(r, &r->buf);
		settle(r, had);
		break;
	default:
		get(r, &r->recode.raw);
		convert(r);
	}
}

void
hd_reader_fill(struct hd_reader *r, size_t want)
{
	while (!r->eof && r->buf.n - r->pos < want)
		more(r);
}

void
hd_reader_decode(struct hd_reader *r)
{
	struct hd_buf *b = &r->buf;

	if (r->recode.cs != HD_CS_BYTES)
		return;
	hd_reader_fill(r, 4);
	if (b->n == r->pos)
		return;
	r->recode.cs =
	    hd_charset_of_head((struct hd_str){ b->s + r->pos, b->n - r->pos });
	if (r->recode.cs == HD_CS_ASCII) {
		if (b->n - r->pos >= 3 &&
		    memcmp(b->s + r->pos, "\xEF\xBB\xBF", 3) == 0) {
			r->pos += 3;
			r->recode.cs = HD_CS_UTF8;
		} else {
			settle(r, r->pos);
		}
		return;
	}
	hd_buf_add(&r->recode.raw, b->s + r->pos, b->n - r->pos);
	b->n = r->pos;
	convert(r);
	hd_reader_fill(r, 3);
	if (b->n - r->pos >= 3 && memcmp(b->s + r->pos, "\xEF\xBB\xBF", 3) == 0)
		r->pos += 3; /* the mark, now in UTF-8 */
}

/* Throw away to the end of the line. */
static void
skip_line(struct hd_reader *r)
{
	char *nl;

	for (;;) {
		nl = memchr(r->buf.s + r->pos, '\n', r->buf.n - r->pos);
		if (nl != NULL) {
			r->pos = (size_t)(nl - r->buf.s) + 1;
			return;
		}
		r->pos = r->buf.n;
		if (r->eof)
			return;
		more(r);
	}
}

int
hd_reader_line(struct hd_reader *r, size_t max, struct hd_str *line, bool *cut)
{
	size_t seen = 0;
	char *nl;

	*cut = false;
	for (;;) {
		nl = r->buf.n > r->pos + seen
			 ? memchr(r->buf.s + r->pos + seen, '\n',
			       r->buf.n - r->pos - seen)
			 : NULL;
		if (nl != NULL || r->eof)
			break;
		seen = r->buf.n - r->pos;
		if (seen > max) {
			*cut = true;
			break;
		}
		more(r);
	}
	if (r->pos == r->buf.n)
		return 0;
	r->line++;
	if (*cut) {
		skip_line(r);
		*line = (struct hd_str){ "", 0 };
		return 1;
	}
	if (nl != NULL && (size_t)(nl - r->buf.s) - r->pos > max) {
		*cut = true;
		r->pos = (size_t)(nl - r->buf.s) + 1;
		*line = (struct hd_str){ "", 0 };
		return 1;
	}
	line->p = r->buf.s + r->pos;
	line->n = (nl != NULL ? (size_t)(nl - r->buf.s) : r->buf.n) - r->pos;
	r->pos += line->n + (nl != NULL);
	return 1;
}

void
hd_reader_shrink(struct hd_reader *r)
{
	struct hd_buf *b = &r->buf;

	if (b->cap <= 16 * CHUNK || b->n - r->pos > 2 * CHUNK)
		return;
	memmove(b->s, b->s + r->pos, b->n - r->pos);
	b->n -= r->pos;
	r->pos = 0;
	b->cap = 2 * CHUNK + 1;
	b->s = hd_xreallocarray(b->s, b->cap, 1);
}

int
hd_reader_chunk(struct hd_reader *r, struct hd_str *chunk)
{
	hd_reader_fill(r, 1);
	chunk->p = r->buf.s + r->pos;
	chunk->n = r->buf.n - r->pos;
	r->pos = r->buf.n;
	return chunk->n > 0;
}

int
hd_reader_check(struct hd_reader *r, const char *name, struct hd_err *err)
{
	if (!r->failed || r->why.code == HD_EDATA)
		return 0;
	return hd_err_set(
	    err, HD_ESYS, "cannot read '%s': %s", name, r->why.msg);
}
