/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raw lines in bounded memory: see csvline.h. */
#include <string.h>

#include "ingest/csvline.h"

#define PART ((size_t)64 * 1024)

void
hd_csvline_init(struct hd_csvline *l, struct hd_reader *r, size_t max)
{
	memset(l, 0, sizeof(*l));
	l->r = r;
	l->max = max;
}

void
hd_csvline_release(struct hd_csvline *l)
{
	hd_buf_release(&l->buf);
	if (l->spool != NULL)
		(void)fclose(l->spool);
	l->spool = NULL;
}

static bool
from_spool(struct hd_csvline *l)
{
	char part[PART];
	size_t n = fread(part, 1, sizeof(part), l->spool);

	hd_buf_add(&l->buf, part, n);
	if (n > 0)
		return true;
	l->failed = l->failed || ferror(l->spool) != 0;
	(void)fclose(l->spool);
	l->spool = NULL;
	return false;
}

/* More bytes behind those held; false at the end. */
static bool
fill(struct hd_csvline *l)
{
	struct hd_str chunk;

	if (l->mark > 0) {
		memmove(l->buf.s, l->buf.s + l->mark, l->buf.n - l->mark);
		l->buf.n -= l->mark;
		l->pos -= l->mark;
		l->mark = 0;
	}
	if (l->spool != NULL && from_spool(l))
		return true;
	if (hd_reader_chunk(l->r, &chunk) == 0)
		return false;
	if (l->tee != NULL && fwrite(chunk.p, 1, chunk.n, l->tee) != chunk.n)
		l->failed = true;
	hd_buf_add(&l->buf, chunk.p, chunk.n);
	return true;
}

size_t
hd_csvline_end(struct hd_str s, size_t from, bool cr)
{
	const char *lf = NULL, *ret = NULL;

	if (from < s.n)
		lf = memchr(s.p + from, '\n', s.n - from);
	if (cr && from < s.n)
		ret = memchr(s.p + from, '\r',
		    (lf != NULL ? (size_t)(lf - s.p) : s.n) - from);
	if (ret != NULL)
		return (size_t)(ret - s.p) + 1;
	return lf != NULL ? (size_t)(lf - s.p) + 1 : 0;
}

int
hd_csvline_next(struct hd_csvline *l, struct hd_str *line)
{
	size_t end, ahead = 0; /* bytes looked at behind pos */

	for (;;) {
		end =
		    hd_csvline_end(hd_buf_str(&l->buf), l->pos + ahead, l->cr);
		if (end > 0)
			break;
		ahead = l->buf.n - l->pos;
		if (l->buf.n - l->mark > l->max)
			return HD_CSVLINE_OVER;
		if (fill(l))
			continue;
		if (ahead == 0)
			return 0;
		end = l->buf.n;
		break;
	}
	if (end - l->mark > l->max)
		return HD_CSVLINE_OVER;
	*line = (struct hd_str){ l->buf.s + l->pos, end - l->pos };
	l->pos = end;
	l->line++;
	return 1;
}

size_t
hd_csvline_quotes(struct hd_str s)
{
	const char *q, *end = s.p + s.n;
	size_t n = 0;

	while (
	    s.p < end && (q = memchr(s.p, '"', (size_t)(end - s.p))) != NULL) {
		s.p = q + 1;
		n++;
	}
	return n;
}

void
hd_csvline_drop(struct hd_csvline *l, size_t *quotes)
{
	size_t end;

	for (;;) {
		end = hd_csvline_end(hd_buf_str(&l->buf), l->pos, l->cr);
		*quotes += hd_csvline_quotes((struct hd_str){
		    l->buf.s + l->pos, (end > 0 ? end : l->buf.n) - l->pos });
		l->pos = l->mark = end > 0 ? end : l->buf.n;
		if (end > 0 || !fill(l))
			break;
	}
	l->first = ++l->line;
}

void
hd_csvline_mark(struct hd_csvline *l)
{
	l->mark = l->pos;
	l->first = l->line;
}

void
hd_csvline_rewind(struct hd_csvline *l)
{
	l->pos = l->mark;
	l->line = l->first;
}
