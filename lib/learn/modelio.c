/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Models as bytes: see model.h.  Little-endian numbers, strings and arrays
 * after their length, and a hash of all that at the end.  What is read may be
 * damaged or made up: every length is held against the bytes that are left.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "learn/model_int.h"

#define MAGIC	    UINT32_C(0x31444D48) /* HMD1: the version is its digit */
#define CLASSES_MAX 4096
#define STEPS	    1U
#define APART	    2U

static void
put_bits(struct hd_buf *b, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		hd_buf_addc(b, (char)(v >> (8 * i) & 0xFF));
}

static void
put_u32(struct hd_buf *b, size_t v)
{
	put_bits(b, v, 4);
}

static void
put_floats(struct hd_buf *b, const float *v, size_t n)
{
	uint32_t u;

	for (size_t i = 0; i < n; i++) {
		memcpy(&u, &v[i], sizeof(u));
		put_bits(b, u, 4);
	}
}

static void
put_doubles(struct hd_buf *b, const double *v, size_t n)
{
	uint64_t u;

	for (size_t i = 0; i < n; i++) {
		memcpy(&u, &v[i], sizeof(u));
		put_bits(b, u, 8);
	}
}

static void
put_names(struct hd_buf *b, char *const *names, size_t n)
{
	put_u32(b, n);
	for (size_t i = 0; i < n; i++) {
		put_u32(b, strlen(names[i]));
		hd_buf_adds(b, names[i]);
	}
}

static size_t
mixes(const struct hd_model *m)
{
	return m->steps ? m->heads : 1;
}

static size_t
weights(const struct hd_model *m)
{
	return (hd_space_size(&m->space) + 1) * hd_model_width(m);
}

void
hd_model_save(const struct hd_model *m, struct hd_buf *b)
{
	const struct hd_space *s = &m->space;
	size_t from = b->n;

	put_u32(b, MAGIC);
	put_u32(b, (m->steps ? STEPS : 0) | (m->apart ? APART : 0));
	put_names(b, m->classes, m->nclasses);
	put_names(b, m->counts, s->ncounts);
	for (size_t i = 0; i < mixes(m); i++)
		put_doubles(b, m->mix[i].w, 3);
	put_doubles(b, m->cut, m->heads);
	put_doubles(b, m->sure.w, 3);
	put_doubles(b, &m->low, 1);
	put_u32(b, s->keys.n);
	for (size_t i = 0; i < s->keys.n; i++)
		put_u32(b, s->keys.key[i]);
	put_floats(b, s->idf, s->keys.n);
	for (size_t i = 0; i < s->ncounts; i++) {
		put_floats(b, &s->counts[i].mean, 1);
		put_floats(b, &s->counts[i].scale, 1);
	}
	put_floats(b, m->w, weights(m));
	put_bits(b, hd_hash64((struct hd_str){ b->s + from, b->n - from }), 8);
}

/* Bytes that are left; once something is wrong, none are. */
struct reader {
	struct hd_str rest;
	bool bad;
};

static bool
has(struct reader *r, size_t n, size_t size)
{
	if (n > r->rest.n / size)
		r->bad = true;
	return !r->bad;
}

static uint64_t
get_bits(struct reader *r, int bytes)
{
	uint64_t v = 0;

	if (!has(r, (size_t)bytes, 1))
		return 0;
	for (int i = 0; i < bytes; i++)
		v |= (uint64_t)(unsigned char)r->rest.p[i] << (8 * i);
	r->rest.p += bytes;
	r->rest.n -= (size_t)bytes;
	return v;
}

static uint32_t
get_u32(struct reader *r)
{
	return (uint32_t)get_bits(r, 4);
}

/* Numbers are finite, or the model is none. */
static void
get_floats(struct reader *r, float *v, size_t n)
{
	uint32_t u;

	for (size_t i = 0; i < n; i++) {
		u = get_u32(r);
		memcpy(&v[i], &u, sizeof(u));
		if (!isfinite(v[i]))
			r->bad = true;
	}
}

static void
get_doubles(struct reader *r, double *v, size_t n)
{
	uint64_t u;

	for (size_t i = 0; i < n; i++) {
		u = get_bits(r, 8);
		memcpy(&v[i], &u, sizeof(u));
		if (!isfinite(v[i]))
			r->bad = true;
	}
}

/* Names, owned by the caller; fewer than *n are an error, NULL then. */
static char **
get_names(struct reader *r, size_t *n)
{
	char **names;
	size_t len;

	*n = get_u32(r);
	if (*n > CLASSES_MAX || !has(r, *n, 4)) {
		r->bad = true;
		*n = 0;
	}
	names = hd_xcalloc(*n + 1, sizeof(*names));
	for (size_t i = 0; i < *n; i++) {
		len = get_u32(r);
		if (!has(r, len, 1))
			len = 0;
		names[i] = hd_xmemdup(r->rest.p, len);
		r->rest.p += len;
		r->rest.n -= len;
	}
	return names;
}

static void
get_space(struct reader *r, struct hd_space *s)
{
	size_t n = get_u32(r);

	if (!has(r, n, 8))
		n = 0;
	for (size_t i = 0; i < n && !r->bad; i++)
		if (hd_keys_put(&s->keys, get_u32(r)) != i)
			r->bad = true; /* twice the same */
	s->idf = hd_xcalloc(n + 1, sizeof(*s->idf));
	get_floats(r, s->idf, n);
	s->counts = hd_xcalloc(s->ncounts + 1, sizeof(*s->counts));
	for (size_t i = 0; i < s->ncounts; i++) {
		get_floats(r, &s->counts[i].mean, 1);
		get_floats(r, &s->counts[i].scale, 1);
	}
}

static void
get_heads(struct reader *r, struct hd_model *m, uint32_t flags)
{
	m->steps = (flags & STEPS) != 0;
	m->apart = (flags & APART) != 0;
	if (m->nclasses < 2 || flags > (STEPS | APART))
		r->bad = true;
	m->heads = m->nclasses - (m->steps ? 1 : 0);
	if (r->bad)
		m->heads = 1;
	m->mix = hd_xcalloc(mixes(m), sizeof(*m->mix));
	m->cut = hd_xcalloc(m->heads, sizeof(*m->cut));
	for (size_t i = 0; i < mixes(m); i++)
		get_doubles(r, m->mix[i].w, 3);
	get_doubles(r, m->cut, m->heads);
	get_doubles(r, m->sure.w, 3);
	get_doubles(r, &m->low, 1);
}

static void
get_model(struct reader *r, struct hd_model *m)
{
	uint32_t flags;

	if (get_u32(r) != MAGIC)
		r->bad = true;
	flags = get_u32(r);
	m->classes = get_names(r, &m->nclasses);
	m->counts = get_names(r, &m->space.ncounts);
	get_heads(r, m, flags);
	get_space(r, &m->space);
	if (!has(r, weights(m), sizeof(float)))
		return;
	m->w = hd_xcalloc(weights(m), sizeof(*m->w));
	get_floats(r, m->w, weights(m));
	if (r->rest.n != 0)
		r->bad = true;
}

struct hd_model *
hd_model_load(struct hd_str bytes, struct hd_err *err)
{
	struct reader r = { bytes, false }, end = { bytes, false };
	struct hd_model *m;

	if (bytes.n < 8) {
		(void)hd_err_set(
		    err, HD_EDATA, "a model of %zu bytes", bytes.n);
		return NULL;
	}
	r.rest.n -= 8;
	end.rest = (struct hd_str){ bytes.p + r.rest.n, 8 };
	if (get_bits(&end, 8) != hd_hash64(r.rest)) {
		(void)hd_err_set(err, HD_EDATA, "a damaged model");
		return NULL;
	}
	m = hd_xcalloc(1, sizeof(*m));
	get_model(&r, m);
	if (!r.bad)
		return m;
	hd_model_free(m);
	(void)hd_err_set(err, HD_EDATA, "not a model of this version");
	return NULL;
}
