/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tickets as JSON: the columns of the view `tickets`, times as ISO 8601, the
 * helpdesk's own tags as vendor_tags, and `messages` in order.  What hs-tag
 * --filter reads.
 */
#include <string.h>

#include "audit/show.h"
#include "base/json.h"
#include "base/num.h"
#include "base/tstamp.h"

static bool
one_of(const char *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(name, *list) == 0)
			return true;
	return false;
}

static void
json_text(struct hd_jgen *g, struct hd_arena *a, struct hd_str s)
{
	const struct hd_json *j = hd_json_read(a, s);

	if (j != NULL)
		hd_jgen_val(g, j);
	else
		hd_jgen_null(g);
}

static void
column(struct hd_jgen *g, struct hd_arena *a, struct hd_stmt *st, int i)
{
	static const char *const times[] = { "created", "updated",
		"first_solved", "solved", "handoff_at", NULL };
	static const char *const json[] = { "systems", "segments", "triggers",
		"issues", "tags", "fields", NULL };
	char iso[HD_TIME_TEXT], real[32];
	const char *name = hd_col_name(st, i);

	if (strcmp(name, "ticket") == 0)
		return; /* the row's number means nothing outside */
	/* `tags` is what hs-tag adds, `messages` the list below */
	hd_jgen_cstr(g, strcmp(name, "tags") == 0	? "vendor_tags"
			: strcmp(name, "messages") == 0 ? "message_count"
							: name);
	if (hd_col_is_null(st, i))
		hd_jgen_null(g);
	else if (one_of(name, times))
		hd_jgen_cstr(g, hd_time_iso(hd_col_int(st, i), iso));
	else if (one_of(name, json))
		json_text(g, a, hd_col_text(st, i));
	else if (hd_col_is_text(st, i))
		hd_jgen_str(g, hd_col_text(st, i));
	else if (hd_col_is_real(st, i))
		hd_jgen_num(
		    g, hd_str(hd_num_shortest(hd_col_real(st, i), real)));
	else
		hd_jgen_int(g, hd_col_int(st, i));
}

static void
member(struct hd_jgen *g, const char *name, struct hd_str s)
{
	hd_jgen_cstr(g, name);
	if (s.p == NULL)
		hd_jgen_null(g);
	else
		hd_jgen_str(g, s);
}

static int
messages(
    struct hd_jgen *g, struct hd_stmt *st, int64_t ticket, struct hd_err *err)
{
	char iso[HD_TIME_TEXT];
	int r;

	hd_jgen_cstr(g, "messages");
	hd_jgen_arr(g);
	hd_bind_int(st, 1, ticket);
	while ((r = hd_stmt_step(st, err)) == 1) {
		hd_jgen_obj(g);
		member(g, "id", hd_col_text(st, 0));
		member(g, "at",
		    hd_col_is_null(st, 1)
			? (struct hd_str){ NULL, 0 }
			: hd_str(hd_time_iso(hd_col_int(st, 1), iso)));
		member(g, "role", hd_col_text(st, 2));
		hd_jgen_cstr(g, "public");
		hd_jgen_bool(g, hd_col_int(st, 3) != 0);
		member(g, "kind", hd_col_text(st, 4));
		member(g, "author", hd_col_text(st, 5));
		member(g, "evidence", hd_col_text(st, 6));
		member(g, "body", hd_col_text(st, 7));
		hd_jgen_endobj(g);
	}
	hd_stmt_reset(st);
	hd_jgen_endarr(g);
	return r;
}

int
hd_show_json(struct hd_db *db, struct hd_out *out, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/show_json", err);
	struct hd_stmt *ms = hd_stmt_named(db, "sql/show_messages", err);
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_buf b = HD_BUF_INIT;
	struct hd_jgen g;
	int r = -1, n;

	hd_jgen_init(&g, false);
	while (st != NULL && ms != NULL && (r = hd_stmt_step(st, err)) == 1) {
		n = hd_col_count(st);
		hd_arena_reset(&arena);
		hd_jgen_obj(&g);
		for (int i = 0; i < n; i++)
			column(&g, &arena, st, i);
		if (messages(&g, ms, hd_col_int(st, 0), err) != 0)
			break;
		hd_jgen_endobj(&g);
		hd_buf_reset(&b);
		hd_jgen_take(&g, &b);
		hd_buf_addc(&b, '\n');
		hd_out_add(out, b.s, b.n);
	}
	hd_stmt_close(st);
	hd_stmt_close(ms);
	hd_jgen_release(&g);
	hd_buf_release(&b);
	hd_arena_release(&arena);
	return r == 0 ? 0 : -1;
}
