/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of hs-metrics ladder --ai-on: where and when the AI was on. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "hs-metrics/hs-metrics.h"
#include "ingest/rows.h"
#include "store/ladder.h"

#define MAX_RECORD ((size_t)64 * 1024)

struct state {
	struct hd_ctx *ctx;
	struct hd_ingest in;
	const struct hd_zone *zone;
	struct hd_arena arena;
	struct hd_ai_on *on;
	size_t n, cap;
};

static int
read_time(
    const struct state *s, struct hd_str text, int64_t *t, struct hd_err *err)
{
	const struct hd_timeopt opt = { s->zone, HD_ORDER_UNKNOWN };
	bool zoned;

	return hd_time_parse(text, &opt, t, &zoned, err);
}

static int
read_cell(const struct state *s, struct hd_ai_on *on,
    const struct hd_named *cell, struct hd_arena *arena, struct hd_err *err)
{
	struct hd_str text = hd_str_trim(cell->text);

	if (text.n == 0)
		return 0;
	if (hd_str_eq(cell->name, "since"))
		return read_time(s, text, &on->since, err);
	if (hd_str_eq(cell->name, "until"))
		return read_time(s, text, &on->until, err);
	if (hd_str_eq(cell->name, "channel"))
		on->channel = hd_str_keep(arena, text);
	else if (hd_str_eq(cell->name, "segment"))
		on->segment = hd_str_keep(arena, text);
	else
		return hd_err_set(err, HD_EUSAGE,
		    "column '%.*s': since, until, channel and segment are read",
		    (int)cell->name.n, cell->name.p);
	return 0;
}

/* A row that is passed over would make the AI off: none is. */
static int
take(void *ctx, const struct hd_named *cells, size_t n, struct hd_err *err)
{
	struct state *s = ctx;
	struct hd_ai_on on = { .since = HD_TIME_NONE, .until = HD_TIME_NONE };

	for (size_t i = 0; i < n; i++)
		if (read_cell(s, &on, &cells[i], &s->arena, err) != 0) {
			err->code = HD_EUSAGE;
			return hd_err_in(err, "--ai-on %s", s->in.file);
		}
	s->on = hd_grow(s->on, &s->cap, s->n + 1, sizeof(*s->on));
	s->on[s->n++] = on;
	return 0;
}

static void
warn(void *ctx, const struct hd_err *err, size_t records)
{
	const struct state *s = ctx;

	(void)records;
	hd_prog_warn(s->ctx, err);
}

static void
note(void *ctx, const char *line)
{
	const struct state *s = ctx;

	hd_prog_say(s->ctx, "%s", line);
}

int
hd_metrics_ai_on(struct hd_ctx *ctx, const char *file,
    const struct hd_zone *zone, struct hd_err *err)
{
	const struct hd_ingest_opts o = { .max_record = MAX_RECORD };
	struct state s = { .ctx = ctx, .zone = zone };
	const struct hd_rows rows = { take, &s };
	int r;

	hd_ingest_init(&s.in, &o, NULL);
	s.in.rows = &rows;
	s.in.warn = warn;
	s.in.note = note;
	s.in.ctx = &s;
	r = hd_ingest_path(&s.in, strcmp(file, "-") == 0 ? NULL : file, err);
	if (r == 0)
		r = hd_ladder_ai_on(ctx->db, s.on, s.n, err);
	hd_ingest_release(&s.in);
	hd_arena_release(&s.arena);
	free(s.on);
	return r;
}
