/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON writer of json.h, on yajl_gen. */
#include <yajl/yajl_gen.h>

#include "base/json.h"
#include "base/utf8.h"

void
hd_jgen_init(struct hd_jgen *g, bool pretty)
{
	g->g = yajl_gen_alloc(NULL);
	if (pretty)
		(void)yajl_gen_config(g->g, yajl_gen_beautify, 1);
}

void
hd_jgen_release(struct hd_jgen *g)
{
	if (g->g != NULL)
		yajl_gen_free(g->g);
	g->g = NULL;
}

void
hd_jgen_obj(struct hd_jgen *g)
{
	(void)yajl_gen_map_open(g->g);
}

void
hd_jgen_endobj(struct hd_jgen *g)
{
	(void)yajl_gen_map_close(g->g);
}

void
hd_jgen_arr(struct hd_jgen *g)
{
	(void)yajl_gen_array_open(g->g);
}

void
hd_jgen_endarr(struct hd_jgen *g)
{
	(void)yajl_gen_array_close(g->g);
}

void
hd_jgen_str(struct hd_jgen *g, struct hd_str s)
{
	struct hd_buf clean = HD_BUF_INIT;

	if (s.p == NULL)
		s = hd_str("");
	if (!hd_utf8_valid(s)) {
		(void)hd_utf8_import(&clean, s);
		s = hd_buf_str(&clean);
	}
	(void)yajl_gen_string(g->g, (const unsigned char *)s.p, s.n);
	hd_buf_release(&clean);
}

void
hd_jgen_cstr(struct hd_jgen *g, const char *s)
{
	hd_jgen_str(g, hd_str(s));
}

void
hd_jgen_int(struct hd_jgen *g, int64_t v)
{
	(void)yajl_gen_integer(g->g, v);
}

void
hd_jgen_num(struct hd_jgen *g, struct hd_str digits)
{
	(void)yajl_gen_number(g->g, digits.p, digits.n);
}

void
hd_jgen_bool(struct hd_jgen *g, bool v)
{
	(void)yajl_gen_bool(g->g, v);
}

void
hd_jgen_null(struct hd_jgen *g)
{
	(void)yajl_gen_null(g->g);
}

static void
members(struct hd_jgen *g, const struct hd_json *j)
{
	for (j = j->child; j != NULL; j = j->next) {
		if (j->key.p != NULL)
			hd_jgen_str(g, j->key);
		hd_jgen_val(g, j);
	}
}

void
hd_jgen_val(struct hd_jgen *g, const struct hd_json *j)
{
	switch (j->type) {
	case HD_JNULL:
		hd_jgen_null(g);
		break;
	case HD_JBOOL:
		hd_jgen_bool(g, hd_json_true(j));
		break;
	case HD_JNUM:
		hd_jgen_num(g, j->s);
		break;
	case HD_JSTR:
		hd_jgen_str(g, j->s);
		break;
	case HD_JARR:
		hd_jgen_arr(g);
		members(g, j);
		hd_jgen_endarr(g);
		break;
	case HD_JOBJ:
		hd_jgen_obj(g);
		members(g, j);
		hd_jgen_endobj(g);
		break;
	}
}

/*
 * yajl escapes what JSON asks for; a terminal also acts on DEL and on U+0080 to
 * U+009F, which stand in strings alone.
 */
static void
add_escaped(struct hd_buf *b, const char *p, size_t n)
{
	size_t from = 0;
	unsigned char c;

	for (size_t i = 0; i < n; i++) {
		c = (unsigned char)p[i];
		if (c != 0x7F &&
		    !(c == 0xC2 && i + 1 < n && (unsigned char)p[i + 1] < 0xA0))
			continue;
		hd_buf_add(b, p + from, i - from);
		hd_buf_addf(b, "\\u%04x",
		    c == 0x7F ? 0x7Fu : (unsigned)(unsigned char)p[++i]);
		from = i + 1;
	}
	hd_buf_add(b, p + from, n - from);
}

void
hd_jgen_take(struct hd_jgen *g, struct hd_buf *b)
{
	const unsigned char *p;
	size_t n;

	if (yajl_gen_get_buf(g->g, &p, &n) == yajl_gen_status_ok)
		add_escaped(b, (const char *)p, n);
	yajl_gen_clear(g->g);
	yajl_gen_reset(g->g, NULL);
}
