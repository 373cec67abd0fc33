/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of agents: see agents.h. */
#include <inttypes.h>
#include <string.h>

#include "escalation/agents.h"

int
hd_agents_init(
    struct hd_agents *a, struct hd_db *db, bool named, struct hd_err *err)
{
	memset(a, 0, sizeof(*a));
	if (!named)
		return 0;
	a->name = hd_stmt_named(db, "sql/person_name", err);
	return a->name != NULL ? 0 : -1;
}

void
hd_agents_release(struct hd_agents *a)
{
	hd_map_release(&a->number);
	hd_stmt_close(a->name);
	hd_buf_release(&a->b);
}

static int
by_name(struct hd_agents *a, struct hd_str source, struct hd_str author,
    struct hd_str *called, struct hd_err *err)
{
	int r;

	hd_bind_text(a->name, 1, source);
	hd_bind_text(a->name, 2, author);
	r = hd_stmt_step(a->name, err);
	hd_buf_reset(&a->b);
	if (r == 1) {
		*called = hd_col_text(a->name, 0);
		hd_buf_add(&a->b, called->p, called->n);
	} else {
		hd_buf_add(&a->b, author.p, author.n);
	}
	hd_stmt_reset(a->name);
	*called = hd_buf_str(&a->b);
	return r < 0 ? -1 : 0;
}

int
hd_agents_call(struct hd_agents *a, struct hd_str key, struct hd_str author,
    struct hd_str *called, struct hd_err *err)
{
	struct hd_str source, rest = key;
	int64_t number;

	*called = (struct hd_str){ NULL, 0 };
	(void)hd_str_split(&rest, ':', &source);
	if (author.n == 0)
		return 0;
	if (a->name != NULL)
		return by_name(a, source, author, called, err);
	hd_buf_reset(&a->b);
	hd_buf_add(&a->b, source.p, source.n);
	hd_buf_addc(&a->b, ':');
	hd_buf_add(&a->b, author.p, author.n);
	number = *hd_map_put(
	    &a->number, hd_buf_str(&a->b), (int64_t)a->number.count + 1);
	hd_buf_reset(&a->b);
	hd_buf_addf(&a->b, "A%" PRId64, number);
	*called = hd_buf_str(&a->b);
	return 0;
}
