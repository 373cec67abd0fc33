/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines through the tagger: see filter.h.  Lines are read in rounds of one
 * batch a thread; each thread tags its batch into a buffer; the buffers are
 * written in order.
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/filter.h"
#include "audit/tagsjson.h"
#include "audit/threadjson.h"
#include "base/mem.h"

#define BATCH 256
#define CHUNK ((size_t)256 * 1024)

struct lane {
	const struct hd_filter *f;
	struct hd_tagger *tagger;
	struct hd_arena arena;
	struct hd_jgen gen;
	struct hd_buf in, out; /* lines in; lines out */
	size_t first, n;       /* number of the first line; lines */
	struct hd_err *errs;   /* one a line; code HD_OK when it went well */
	pthread_t id;
	bool running;
};

/* The object again, with its member tags replaced or added. */
static void
write_line(struct lane *l, const struct hd_json *j, const struct hd_tagrow *row)
{
	const struct hd_json *m;

	hd_jgen_obj(&l->gen);
	for (m = j->child; m != NULL; m = m->next) {
		if (hd_str_eq(m->key, "tags") && m->type == HD_JARR &&
		    hd_json_get(j, "vendor_tags") == NULL) {
			/* the helpdesk's own tags keep their place */
			hd_jgen_cstr(&l->gen, "vendor_tags");
			hd_jgen_val(&l->gen, m);
		} else if (!hd_str_eq(m->key, "tags")) {
			hd_jgen_str(&l->gen, m->key);
			hd_jgen_val(&l->gen, m);
		}
	}
	hd_jgen_cstr(&l->gen, "tags");
	hd_tags_json(&l->gen, l->f->rs, hd_tagger_tags(l->tagger), row);
	hd_jgen_endobj(&l->gen);
	hd_jgen_take(&l->gen, &l->out);
	hd_buf_addc(&l->out, '\n');
}

static int
tag_line(struct lane *l, struct hd_str line, struct hd_err *err)
{
	const struct hd_json *j;
	const char *const *columns;
	struct hd_thread th;
	struct hd_tagrow row;
	size_t n;

	hd_arena_reset(&l->arena);
	j = hd_json_parse(&l->arena, line, err);
	if (j == NULL)
		return -1;
	columns = hd_tagger_columns(l->tagger, &n);
	if (hd_thread_from_json(j, columns, n, &l->arena, &th, err) != 0)
		return -1;
	hd_tagger_run(l->tagger, &th, NULL, &row);
	write_line(l, j, &row);
	return 0;
}

static void *
work(void *arg)
{
	struct lane *l = arg;
	struct hd_str rest = hd_buf_str(&l->in), line;

	for (size_t i = 0; i < l->n && hd_str_split(&rest, '\n', &line); i++) {
		l->errs[i] = (struct hd_err)HD_ERR_INIT;
		if (hd_str_trim(line).n > 0)
			(void)tag_line(l, line, &l->errs[i]);
	}
	return NULL;
}

/* What is read and not yet dealt out. */
struct input {
	int fd;
	struct hd_buf buf;
	size_t pos, line;
	bool eof;
};

static int
read_more(struct input *in, struct hd_err *err)
{
	ssize_t n;

	if (in->pos > 0) {
		memmove(in->buf.s, in->buf.s + in->pos, in->buf.n - in->pos);
		in->buf.n -= in->pos;
		in->pos = 0;
	}
	in->buf.s = hd_grow(in->buf.s, &in->buf.cap, in->buf.n + CHUNK, 1);
	do
		n = read(in->fd, in->buf.s + in->buf.n, CHUNK);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return hd_err_sys(err, "cannot read standard input");
	in->buf.n += (size_t)n;
	in->eof = n == 0;
	return 0;
}

/* Give a lane up to BATCH lines; none at the end. */
static int
deal(struct input *in, struct lane *l, struct hd_err *err)
{
	char *nl;

	hd_buf_reset(&l->in);
	hd_buf_reset(&l->out);
	l->n = 0;
	l->first = in->line + 1;
	while (l->n < BATCH) {
		nl = in->buf.n > in->pos ? memchr(in->buf.s + in->pos, '\n',
					       in->buf.n - in->pos)
					 : NULL;
		if (nl == NULL && !in->eof) {
			if (read_more(in, err) != 0)
				return -1;
			continue;
		}
		if (in->pos == in->buf.n)
			break;
		if (nl == NULL)
			nl = in->buf.s + in->buf.n;
		hd_buf_add(&l->in, in->buf.s + in->pos,
		    (size_t)(nl - in->buf.s) - in->pos);
		hd_buf_addc(&l->in, '\n');
		in->pos = (size_t)(nl - in->buf.s) + 1;
		if (in->pos > in->buf.n)
			in->pos = in->buf.n;
		l->n++;
		in->line++;
	}
	return 0;
}

static void
collect(struct hd_filter *f, struct lane *l)
{
	if (l->running)
		(void)pthread_join(l->id, NULL);
	l->running = false;
	for (size_t i = 0; i < l->n; i++)
		if (l->errs[i].code != HD_OK) {
			(void)hd_err_in(&l->errs[i], "-:%zu", l->first + i);
			f->warn(f->ctx, &l->errs[i]);
		}
	hd_out_add(f->out, hd_buf_cstr(&l->out), l->out.n);
}

static int
one_round(struct hd_filter *f, struct input *in, struct lane *lanes, bool *more,
    struct hd_err *err)
{
	int r = 0;

	for (size_t i = 0; i < f->jobs && r == 0; i++) {
		r = deal(in, &lanes[i], err);
		if (r == 0 && lanes[i].n > 0) {
			lanes[i].running = pthread_create(&lanes[i].id, NULL,
					       work, &lanes[i]) == 0;
			if (!lanes[i].running)
				(void)work(&lanes[i]);
		}
	}
	*more = false;
	for (size_t i = 0; i < f->jobs; i++) {
		*more = *more || lanes[i].n > 0;
		collect(f, &lanes[i]);
		lanes[i].n = 0;
	}
	/* a downstream reader sees what is done */
	hd_out_flush(f->out);
	return r;
}

int
hd_filter_run(struct hd_filter *f, struct hd_err *err)
{
	struct lane *lanes = hd_xcalloc(f->jobs, sizeof(*lanes));
	struct input in;
	bool more = true;
	int r = 0;

	memset(&in, 0, sizeof(in));
	in.fd = f->fd;
	for (size_t i = 0; i < f->jobs; i++) {
		lanes[i].f = f;
		lanes[i].errs = hd_xcalloc(BATCH, sizeof(struct hd_err));
		hd_jgen_init(&lanes[i].gen, false);
		lanes[i].tagger = hd_tagger_new(f->rs, f->languages, err);
		if (lanes[i].tagger == NULL)
			r = -1;
	}
	while (r == 0 && more)
		r = one_round(f, &in, lanes, &more, err);
	for (size_t i = 0; i < f->jobs; i++) {
		hd_tagger_free(lanes[i].tagger);
		hd_jgen_release(&lanes[i].gen);
		hd_arena_release(&lanes[i].arena);
		hd_buf_release(&lanes[i].in);
		hd_buf_release(&lanes[i].out);
		free(lanes[i].errs);
	}
	free(lanes);
	hd_buf_release(&in.buf);
	return r;
}
