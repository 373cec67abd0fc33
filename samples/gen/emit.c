/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON files, what all vendors share: see emit.h. */
#include <stdio.h>
#include <yajl/yajl_gen.h>

#include "gen/emit.h"

int
gen_file_open(struct gen_file *f, const char *dir, const char *name, bool array,
    struct hd_err *err)
{
	struct hd_buf path = HD_BUF_INIT;
	int r;

	f->line = (struct hd_buf)HD_BUF_INIT;
	f->array = array;
	hd_jgen_init(&f->g, false);
	hd_buf_addf(&path, "%s/%s", dir, name);
	r = hd_out_open(&f->out, path.s, err);
	hd_buf_release(&path);
	if (array)
		hd_jgen_arr(&f->g);
	return r;
}

void
gen_file_flush(struct gen_file *f)
{
	const unsigned char *p;
	size_t n;

	if (f->array) {
		/* hd_jgen_take() would forget that an array is open */
		(void)yajl_gen_get_buf(f->g.g, &p, &n);
		hd_out_add(&f->out, (const char *)p, n);
		yajl_gen_clear(f->g.g);
	} else {
		hd_buf_reset(&f->line);
		hd_jgen_take(&f->g, &f->line);
		hd_out_add(&f->out, f->line.s, f->line.n);
	}
	hd_out_add(&f->out, "\n", 1);
}

int
gen_file_close(struct gen_file *f, struct hd_err *err)
{
	if (f->array) {
		hd_jgen_endarr(&f->g);
		gen_file_flush(f);
	}
	hd_jgen_release(&f->g);
	hd_buf_release(&f->line);
	return hd_out_close(&f->out, err);
}

void
gen_key(struct hd_jgen *g, const char *key)
{
	hd_jgen_cstr(g, key);
}

void
gen_kstr(struct hd_jgen *g, const char *key, const char *s)
{
	hd_jgen_cstr(g, key);
	hd_jgen_cstr(g, s);
}

void
gen_kopt(struct hd_jgen *g, const char *key, const char *s)
{
	hd_jgen_cstr(g, key);
	if (s != NULL && *s != '\0')
		hd_jgen_cstr(g, s);
	else
		hd_jgen_null(g);
}

void
gen_kint(struct hd_jgen *g, const char *key, int64_t v)
{
	hd_jgen_cstr(g, key);
	hd_jgen_int(g, v);
}

void
gen_kbool(struct hd_jgen *g, const char *key, bool v)
{
	hd_jgen_cstr(g, key);
	hd_jgen_bool(g, v);
}

void
gen_knull(struct hd_jgen *g, const char *key)
{
	hd_jgen_cstr(g, key);
	hd_jgen_null(g);
}

void
gen_kid(struct hd_jgen *g, const char *key, int64_t v)
{
	if (v < 0)
		gen_knull(g, key);
	else
		gen_kint(g, key, v);
}

void
gen_kidstr(struct hd_jgen *g, const char *key, int64_t v)
{
	char s[32];

	(void)snprintf(s, sizeof(s), "%lld", (long long)v);
	gen_kstr(g, key, s);
}

void
gen_ktime(struct hd_jgen *g, const char *key, int64_t t)
{
	char s[GEN_VALUE];

	gen_iso(t, false, s);
	gen_kopt(g, key, t != 0 ? s : NULL);
}

void
gen_kepoch(struct hd_jgen *g, const char *key, int64_t t)
{
	if (t == 0)
		gen_knull(g, key);
	else
		gen_kint(g, key, t);
}

void
gen_kobj(struct hd_jgen *g, const char *key)
{
	hd_jgen_cstr(g, key);
	hd_jgen_obj(g);
}

void
gen_karr(struct hd_jgen *g, const char *key)
{
	hd_jgen_cstr(g, key);
	hd_jgen_arr(g);
}

void
gen_figure(const struct gen_story *st, struct gen_figures *f)
{
	int agent = -1;

	*f = (struct gen_figures){ 0 };
	for (size_t i = 0; i < st->nmsg; i++) {
		const struct gen_msg *m = &st->msg[i];

		f->last = m->at;
		if (m->kind == GEN_ASSIGN)
			f->moves++;
		else if (m->kind == GEN_OPEN)
			f->reopens++;
		if (m->role == GEN_AGENT && m->agent != agent) {
			agent = m->agent;
			f->assignees++;
		}
		if (m->kind != GEN_REPLY)
			continue;
		if (m->role == GEN_CUSTOMER) {
			f->last_customer = m->at;
		} else if (m->role == GEN_AGENT) {
			f->last_agent = m->at;
			f->replies++;
			if (f->first_reply == 0)
				f->first_reply = m->at;
		}
	}
}
