/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes in bounded memory, and which reader suits them: see reader.h. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "ingest/reader.h"

#define CHUNK	 ((size_t)256 * 1024)
#define MAX_HEAD ((size_t)8 * 1024 * 1024) /* read to tell the shape */

void
hd_reader_init(struct hd_reader *r, int fd)
{
	memset(r, 0, sizeof(*r));
	r->fd = fd;
}

void
hd_reader_release(struct hd_reader *r)
{
	hd_buf_release(&r->buf);
}

/* One read(2) more. */
static void
more(struct hd_reader *r)
{
	ssize_t n;

	if (r->pos > 0) {
		memmove(r->buf.s, r->buf.s + r->pos, r->buf.n - r->pos);
		r->buf.n -= r->pos;
		r->pos = 0;
	}
	r->buf.s = hd_grow(r->buf.s, &r->buf.cap, r->buf.n + CHUNK + 1, 1);
	do
		n = read(r->fd, r->buf.s + r->buf.n, CHUNK);
	while (n < 0 && errno == EINTR);
	if (n <= 0) {
		r->eof = true;
		r->failed = n < 0;
		return;
	}
	r->buf.n += (size_t)n;
	r->bytes += (size_t)n;
}

void
hd_reader_fill(struct hd_reader *r, size_t want)
{
	while (!r->eof && r->buf.n - r->pos < want)
		more(r);
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
	return r->failed ? hd_err_sys(err, "cannot read '%s'", name) : 0;
}

/*
 * One record a line?  The first of the lines at hand that is a whole object
 * says so; a first line may be broken.
 */
static bool
lines_of_json(struct hd_reader *r)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_str rest, line;
	bool found = false;

	while (!r->eof && r->buf.n - r->pos < MAX_HEAD &&
	       memchr(r->buf.s + r->pos, '\n', r->buf.n - r->pos) == NULL)
		more(r);
	rest = (struct hd_str){ r->buf.s + r->pos, r->buf.n - r->pos };
	for (int i = 0; i < 20 && !found && hd_str_split(&rest, '\n', &line);
	     i++) {
		line = hd_str_trim(line);
		if (hd_str_find(line, "}{") != NULL)
			break; /* pages one after the other, not one a line */
		found = line.n > 0 && line.p[0] == '{' &&
			(rest.p != NULL || r->eof) &&
			hd_json_parse(&a, line, &err) != NULL;
	}
	hd_arena_release(&a);
	return found;
}

/* What the file is, when it is nothing to be read as text. */
static const char *
not_text(const struct hd_reader *r)
{
	static const struct {
		const char *magic;
		size_t n;
		const char *what;
	} kinds[] = {
		{ "\x1F\x8B", 2, "gzip: unpack it, zcat FILE | hs-import -" },
		{ "\x28\xB5\x2F\xFD", 4, "zstd: unpack it first" },
		{ "\xFD\x37zXZ", 5, "xz: unpack it, xzcat FILE | hs-import -" },
		{ "PK\x03\x04", 4,
		    "a zip or a spreadsheet: unpack it, or save it as CSV UTF-8" },
		{ "\xFF\xFE", 2, "UTF-16: save it as CSV UTF-8" },
		{ "\xFE\xFF", 2, "UTF-16: save it as CSV UTF-8" },
		{ "<", 1, "HTML or XML: export CSV or JSON" },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (r->buf.n >= kinds[i].n &&
		    memcmp(r->buf.s, kinds[i].magic, kinds[i].n) == 0)
			return kinds[i].what;
	return NULL;
}

int
hd_read_export(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	size_t i;
	char first;

	hd_reader_fill(r, CHUNK);
	if (hd_reader_check(r, in->file, err) != 0)
		return -1;
	if (r->buf.n >= 3 && memcmp(r->buf.s, "\xEF\xBB\xBF", 3) == 0)
		r->pos = 3;
	if (not_text(r) != NULL) {
		(void)hd_err_set(err, HD_EDATA, "this is %s", not_text(r));
		in->line = 1;
		return hd_broken(in, err);
	}
	for (i = r->pos; i < r->buf.n; i++)
		if (strchr(" \t\r\n", r->buf.s[i]) == NULL ||
		    r->buf.s[i] == '\0')
			break;
	if (i == r->buf.n)
		return 0; /* an empty file holds no records */
	first = r->buf.s[i];
	if (first == '[')
		return hd_read_json(in, r, err);
	if (first == '{')
		return lines_of_json(r) ? hd_read_ndjson(in, r, err)
					: hd_read_json(in, r, err);
	return hd_read_csv(in, r, err);
}
