/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets for agents to read: see packdraw.h. */
#include <string.h>

#include "report/packdraw.h"
#include "stats/draw.h"

/* The first of each stratum; none can give more than all. */
struct strata {
	struct hd_packed v[HD_PACK_STRATA][HD_PACK];
	size_t n[HD_PACK_STRATA];
};

static bool
comes_before(const struct hd_packed *a, const struct hd_packed *b)
{
	return a->number != b->number ? a->number < b->number
				      : hd_str_cmp(a->key, b->key) < 0;
}

static void
put(struct strata *s, const struct hd_packed *one, struct hd_arena *arena)
{
	struct hd_packed *v = s->v[one->stratum];
	size_t *n = &s->n[one->stratum], at = *n;

	while (at > 0 && comes_before(one, &v[at - 1]))
		at--;
	if (at == HD_PACK)
		return;
	*n += *n < HD_PACK;
	memmove(&v[at + 1], &v[at], (*n - at - 1) * sizeof(*v));
	v[at] = *one;
	v[at].key = hd_str_keep(arena, one->key);
	v[at].issue = hd_str_keep(arena, one->issue);
	v[at].channel = hd_str_keep(arena, one->channel);
}

static int
read_tickets(struct strata *s, struct hd_report *r, struct hd_arena *arena,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/report_pack", err);
	int n = -1;

	if (st != NULL)
		hd_bind_int(st, 1, HD_WIN_PERIOD);
	while (st != NULL && (n = hd_stmt_step(st, err)) == 1) {
		struct hd_packed one = { hd_col_int(st, 0), hd_col_text(st, 1),
			hd_col_text(st, 3), hd_col_text(st, 4),
			(enum hd_packstratum)hd_col_int(st, 2), 0 };

		one.number = hd_draw_number(hd_str(r->period.name), one.key);
		put(s, &one, arena);
	}
	hd_stmt_close(st);
	return n;
}

/* How many of each: its own, then what others leave. */
static void
share_out(const struct strata *s, size_t take[HD_PACK_STRATA])
{
	static const size_t wanted[HD_PACK_STRATA] = { 2, 2, 4, 2 };
	static const int then[HD_PACK_STRATA] = { HD_PACK_ESCALATED,
		HD_PACK_ALONE, HD_PACK_CORRECTED, HD_PACK_UNHAPPY };
	size_t left = HD_PACK;

	for (int i = 0; i < HD_PACK_STRATA; i++) {
		take[i] = s->n[i] < wanted[i] ? s->n[i] : wanted[i];
		left -= take[i];
	}
	for (int i = 0; i < HD_PACK_STRATA; i++) {
		size_t more = s->n[then[i]] - take[then[i]];

		more = more < left ? more : left;
		take[then[i]] += more;
		left -= more;
	}
}

int
hd_packdraw(struct hd_packdraw *p, struct hd_report *r, struct hd_err *err)
{
	struct strata s = { .n = { 0 } };
	size_t take[HD_PACK_STRATA];

	*p = (struct hd_packdraw){ .n = 0 };
	if (read_tickets(&s, r, &p->arena, err) != 0)
		return -1;
	share_out(&s, take);
	for (int i = 0; i < HD_PACK_STRATA; i++)
		for (size_t k = 0; k < take[i]; k++)
			p->v[p->n++] = s.v[i][k];
	return 0;
}

void
hd_packdraw_release(struct hd_packdraw *p)
{
	hd_arena_release(&p->arena);
}
