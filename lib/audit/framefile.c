/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame as a file, and the proof of a draw from it: see draw.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/draw.h"
#include "base/num.h"

int
hd_frame_write(struct hd_out *out, struct hd_db *db, const struct hd_sample *s,
    struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_sample_stratum *v;
	struct hd_stmt *st = NULL;
	size_t n = 0, h;
	int r = hd_sample_strata(db, s->id, &arena, &v, &n, err);

	if (r == 0)
		hd_out_addf(
		    out, "# sample\t%s\n# sha256\t%s\n", s->name.p, s->frame.p);
	for (size_t i = 0; i < n; i++)
		hd_out_addf(out, "# stratum\t%s\t%lld\t%lld\n", v[i].name.p,
		    (long long)v[i].N, (long long)v[i].n);
	for (int keys = 0; keys < 2 && r == 0; keys++) {
		st = hd_stmt_named(db, "sql/sample_draw_again", err);
		r = st == NULL ? -1 : 1;
		if (st != NULL)
			hd_bind_int(st, 1, s->id);
		while (r == 1 && (r = hd_stmt_step(st, err)) == 1) {
			if (hd_sample_stratum(hd_col_int(st, 1), n, &h, err) !=
			    0)
				r = -1;
			else if (keys)
				hd_out_addf(out, "%s\t%s\n",
				    hd_col_text(st, 0).p, v[h].name.p);
			else if (!hd_col_is_null(st, 3))
				hd_out_addf(
				    out, "# drawn\t%s\n", hd_col_text(st, 0).p);
		}
		hd_stmt_close(st);
	}
	hd_arena_release(&arena);
	return r;
}

/* What a file says beside its keys. */
struct claims {
	const char *path;
	size_t line;
	char sha[HD_SHA256_HEX];
	struct hd_map sizes; /* of strata: what N should be */
	struct hd_map drawn;
	struct hd_buf last; /* the key before */
	bool sized;
};

static int
bad(const struct claims *c, const char *what, struct hd_err *err)
{
	return hd_err_set(err, HD_EDATA, "%s:%zu: %s", c->path, c->line, what);
}

static int
stratum_claim(struct claims *c, struct hd_lot *lot, struct hd_str rest,
    struct hd_err *err)
{
	struct hd_str name, N;
	struct hd_lot_stratum *s;
	int64_t tickets, n;

	(void)hd_str_split(&rest, '\t', &name);
	if (!hd_str_split(&rest, '\t', &N) || !hd_num_int(N, &tickets) ||
	    rest.p == NULL || !hd_num_int(rest, &n) || n < 0 || tickets < n)
		return bad(c, "not '# stratum NAME N n'", err);
	s = hd_lot_stratum(lot, name);
	s->n = n;
	s->N = 0;
	(void)hd_map_put(&c->sizes, name, tickets);
	c->sized = true;
	return 0;
}

static int
claim(struct claims *c, struct hd_lot *lot, struct hd_str line,
    struct hd_err *err)
{
	struct hd_str word;

	line.p += 2;
	line.n -= 2;
	(void)hd_str_split(&line, '\t', &word);
	if (hd_str_eq(word, "stratum"))
		return stratum_claim(c, lot, line, err);
	if (hd_str_eq(word, "drawn") && line.p != NULL)
		(void)hd_map_put(&c->drawn, line, 0);
	if (!hd_str_eq(word, "sha256"))
		return 0;
	if (line.n != HD_SHA256_HEX - 1)
		return bad(c, "not '# sha256 HASH'", err);
	memcpy(c->sha, line.p, line.n);
	return 0;
}

/* A line of the frame: counted in its stratum, or drawn from. */
static int
frame_line(struct claims *c, struct hd_lot *lot, struct hd_str line, bool draw,
    struct hd_err *err)
{
	struct hd_str key, rest = line;
	struct hd_lot_stratum *s;
	const int64_t *at;

	(void)hd_str_split(&rest, '\t', &key);
	if (rest.p == NULL || key.n == 0)
		return bad(c, "not a key, a tab and a stratum", err);
	if (!draw) {
		s = hd_lot_stratum(lot, rest);
		s->N++;
		if (c->last.s != NULL &&
		    hd_str_cmp(hd_buf_str(&c->last), key) >= 0)
			return bad(c, "keys are not in bytewise order", err);
		hd_buf_reset(&c->last);
		hd_buf_add(&c->last, key.p, key.n);
		return 0;
	}
	at = hd_map_get(&lot->index, rest);
	if (at == NULL)
		return bad(c, "the file changes while it is read", err);
	hd_lot_add(lot, key, (size_t)*at, 0);
	return 0;
}

static int
each_line(struct claims *c, FILE *f, struct hd_lot *lot, bool draw,
    struct hd_err *err)
{
	struct hd_str line;
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;
	int r = 0;

	c->line = 0;
	while (r == 0 && (n = getline(&text, &cap, f)) > 0) {
		c->line++;
		line = (struct hd_str){ text, (size_t)n };
		if (line.p[line.n - 1] == '\n')
			line.n--;
		if (hd_str_starts(line, "# "))
			r = draw ? 0 : claim(c, lot, line, err);
		else
			r = frame_line(c, lot, line, draw, err);
	}
	free(text);
	return r == 0 && ferror(f)
		   ? hd_err_sys(err, "cannot read '%s'", c->path)
		   : r;
}

static const char *
differs(const struct claims *c, const struct hd_lot *lot)
{
	const int64_t *N;
	size_t n = 0;

	if (lot->N == 0)
		return "there is no ticket in the frame";
	if (c->sha[0] != '\0' && strcmp(c->sha, lot->frame) != 0)
		return "the frame is not the one that its hash names";
	for (size_t i = 0; i < lot->n; i++) {
		N = hd_map_get(&c->sizes, lot->v[i].name);
		if (c->sized && (N == NULL || *N != lot->v[i].N))
			return "a stratum has not the tickets it should have";
		for (size_t k = 0; k < lot->v[i].drawn.n; k++, n++)
			if (c->drawn.count > 0 &&
			    hd_map_get(&c->drawn,
				(struct hd_str){ lot->v[i].drawn.v[k].key,
				    lot->v[i].drawn.v[k].n }) == NULL)
				return "the seed chooses other tickets";
	}
	return c->drawn.count > 0 && c->drawn.count != n
		   ? "other tickets were drawn than the seed chooses"
		   : NULL;
}

/* How many of each stratum, where the file does not say. */
static int
shares(struct claims *c, struct hd_lot *lot, int64_t n, struct hd_err *err)
{
	struct hd_drawjob job = { .n = n, .proportional = true, .lot = *lot };

	if (c->sized)
		return 0;
	if (n <= 0)
		return hd_err_set(err, HD_EOPTION,
		    "'%s' does not say how many were drawn: give -n", c->path);
	return hd_draw_allocate(&job, err);
}

int
hd_frame_prove(const char *path, int64_t n, struct hd_lot *lot,
    const char **why, struct hd_err *err)
{
	struct claims c = { .path = path };
	FILE *f = fopen(path, "re");
	int r = -1;

	*why = NULL;
	if (f == NULL) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	if (fseek(f, 0, SEEK_SET) != 0) { /* a pipe would be empty then */
		(void)hd_err_sys(err, "'%s' is read twice", path);
		err->code = HD_EUSAGE;
	} else if (each_line(&c, f, lot, false, err) == 0 &&
		   shares(&c, lot, n, err) == 0) {
		rewind(f);
		r = each_line(&c, f, lot, true, err);
	}
	hd_lot_end(lot);
	if (r == 0)
		*why = differs(&c, lot);
	(void)fclose(f);
	hd_map_release(&c.sizes);
	hd_map_release(&c.drawn);
	hd_buf_release(&c.last);
	return r;
}
