/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tickets that metrics are counted over: see ladder.h. */
#include <inttypes.h>
#include <string.h>

#include "store/db_int.h"
#include "store/ladder.h"
#include "store/query.h"

/* The same view, over the temporary tables, under the name `as`. */
static int
copy_as(struct hd_db *db, const char *as, const char *text, struct hd_err *err)
{
	static const char head[] = "CREATE VIEW ";
	const char *at = strstr(text, head) + sizeof(head) - 1;
	struct hd_buf sql = HD_BUF_INIT;
	int r;

	hd_buf_addf(&sql, "DROP VIEW IF EXISTS temp.%s;CREATE TEMP VIEW %s%s",
	    as, as, at + strcspn(at, " \n"));
	r = hd_db_exec(db, sql.s, err);
	hd_buf_release(&sql);
	return r;
}

static int
copy_view(void *ctx, const char *name, const char *text, struct hd_err *err)
{
	return copy_as(ctx, name, text, err);
}

int
hd_ladder_begin(struct hd_db *db, struct hd_err *err)
{
	if (hd_db_script(db, "sql/ladder_begin", err) != 0 ||
	    copy_as(db, "rungs", hd_view_text("ladder"), err) != 0)
		return -1;
	return hd_metric_views(copy_view, db, err);
}

int
hd_ladder_add(struct hd_db *db, int win, struct hd_err *err)
{
	struct hd_stmt *st;

	if (hd_db_exec(db, "DELETE FROM temp.facts", err) != 0 ||
	    hd_db_script(db, "sql/ladder_facts", err) != 0)
		return -1;
	st = hd_stmt_named(db, "sql/ladder_add", err);
	if (st != NULL)
		hd_bind_int(st, 1, win);
	return hd_stmt_once(st, err);
}

int
hd_ladder_durable(struct hd_db *db, const char *column, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	int r;

	hd_buf_addf(&sql, "UPDATE temp.ladder SET n7 = %s", column);
	r = hd_db_exec(db, sql.s, err);
	hd_buf_release(&sql);
	return r;
}

static int
put_ai_on(struct hd_stmt *st, const struct hd_ai_on *on, struct hd_err *err)
{
	if (on->since != HD_TIME_NONE)
		hd_bind_int(st, 1, on->since);
	else
		hd_bind_null(st, 1);
	if (on->until != HD_TIME_NONE)
		hd_bind_int(st, 2, on->until);
	else
		hd_bind_null(st, 2);
	hd_bind_text(st, 3, on->channel);
	hd_bind_text(st, 4, on->segment);
	return hd_stmt_run(st, err);
}

int
hd_ladder_ai_on(
    struct hd_db *db, const struct hd_ai_on *on, size_t n, struct hd_err *err)
{
	struct hd_stmt *st;
	int r = 0;

	if (hd_db_script(db, "sql/ai_on_begin", err) != 0)
		return -1;
	st = hd_stmt_named(db, "sql/ai_on_put", err);
	if (st == NULL)
		return -1;
	for (size_t i = 0; i < n && r == 0; i++)
		r = put_ai_on(st, &on[i], err);
	hd_stmt_close(st);
	return r == 0 ? hd_db_script(db, "sql/ai_on", err) : -1;
}

int
hd_ladder_split(struct hd_db *db, const char *by, struct hd_err *err)
{
	struct hd_stmt *st;
	bool found = by == NULL || strcmp(by, "segment") == 0;

	if (found)
		return 0;
	st = hd_stmt_named(db, "sql/ladder_columns", err);
	if (st == NULL)
		return -1;
	for (int i = 0; i < hd_col_count(st) && !found; i++)
		found = strcmp(hd_col_name(st, i), by) == 0;
	hd_stmt_close(st);
	return found ? 0
		     : hd_err_set(err, HD_EUSAGE,
			   "cannot split by '%s': try month, week, channel, "
			   "issue, segment, complexity or path",
			   by);
}

int
hd_ladder_hold(struct hd_db *db, const char *view, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	int r;

	hd_buf_addf(&sql,
	    "DROP TABLE IF EXISTS temp.held; CREATE TEMP TABLE held AS SELECT "
	    "win, account, issue, complexity, x FROM temp.%s",
	    view);
	r = hd_db_exec(db, sql.s, err);
	hd_buf_release(&sql);
	return r;
}

/* " FROM view v ..." with what makes s.value the segment. */
static void
add_from(struct hd_buf *b, const char *view, const char *by)
{
	hd_buf_addf(b, " FROM temp.%s v", view);
	if (by != NULL && strcmp(by, "segment") == 0)
		hd_buf_adds(b, " JOIN json_each(v.segments) s");
}

static void
add_segment(struct hd_buf *b, const char *by)
{
	if (by == NULL)
		hd_buf_adds(b, "NULL");
	else if (strcmp(by, "segment") == 0)
		hd_buf_adds(b, "s.value");
	else
		hd_buf_addf(b, "v.\"%s\"", by);
}

static struct hd_stmt *
prepare(struct hd_db *db, struct hd_buf *sql, int win, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_text(db, sql->s, err);

	if (st != NULL)
		hd_bind_int(st, 1, win);
	hd_buf_release(sql);
	return st;
}

struct hd_stmt *
hd_ladder_sums(struct hd_db *db, const char *view, const char *by, int win,
    struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;

	hd_buf_adds(&sql, "SELECT ");
	add_segment(&sql, by);
	hd_buf_adds(&sql,
	    " AS segment, v.account, total(v.x), count(v.x), count(*), "
	    "total(v.x * v.x)");
	add_from(&sql, view, by);
	hd_buf_adds(&sql, " WHERE v.win = ?1 GROUP BY 1, 2 ORDER BY 1, 2");
	return prepare(db, &sql, win, err);
}

struct hd_stmt *
hd_ladder_cells(struct hd_db *db, const char *view, int win, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;

	hd_buf_adds(
	    &sql, "SELECT v.issue, v.complexity, total(v.x), count(v.x)");
	add_from(&sql, view, NULL);
	hd_buf_adds(&sql, " WHERE v.win = ?1 AND v.x IS NOT NULL "
			  "GROUP BY 1, 2 ORDER BY 1, 2");
	return prepare(db, &sql, win, err);
}

struct hd_stmt *
hd_ladder_values(struct hd_db *db, const char *view, const char *by, int win,
    struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;

	hd_buf_adds(&sql, "SELECT ");
	add_segment(&sql, by);
	hd_buf_adds(&sql, " AS segment, v.x");
	add_from(&sql, view, by);
	hd_buf_adds(&sql, " WHERE v.win = ?1 ORDER BY 1, 2");
	return prepare(db, &sql, win, err);
}

struct hd_stmt *
hd_ladder_keys(struct hd_db *db, const char *view, const char *by,
    struct hd_str value, int win, bool hit, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	struct hd_stmt *st;

	hd_buf_adds(&sql, "SELECT v.key");
	add_from(&sql, view, by);
	hd_buf_addf(
	    &sql, " WHERE v.win = ?1 AND v.x %s 0 AND ", hit ? "<>" : "=");
	add_segment(&sql, by);
	hd_buf_adds(&sql, " IS ?2 ORDER BY v.created, v.key");
	st = prepare(db, &sql, win, err);
	if (st != NULL)
		hd_bind_text(st, 2, value);
	return st;
}

int
hd_ladder_index(struct hd_db *db, const char *by, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	int r;

	if (by == NULL || strcmp(by, "segment") == 0)
		return 0;
	hd_buf_addf(&sql,
	    "CREATE INDEX IF NOT EXISTS temp.\"ladder_%s\" ON ladder "
	    "(win, \"%s\")",
	    by, by);
	r = hd_db_exec(db, sql.s, err);
	hd_buf_release(&sql);
	return r;
}

/* Unordered, so that it ends with the last one wanted, not of a million. */
struct hd_stmt *
hd_ladder_few(struct hd_db *db, const char *view, const char *by,
    struct hd_str value, int win, size_t n, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	struct hd_stmt *st;

	hd_buf_adds(&sql, "SELECT v.key");
	add_from(&sql, view, by);
	hd_buf_adds(&sql, " WHERE v.win = ?1 AND v.x <> 0 AND ");
	add_segment(&sql, by);
	hd_buf_adds(&sql, " IS ?2 LIMIT ?3");
	st = prepare(db, &sql, win, err);
	if (st != NULL) {
		hd_bind_text(st, 2, value);
		hd_bind_int(st, 3, (int64_t)n);
	}
	return st;
}

int
hd_ladder_old(struct hd_db *db, const char *view, int win, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	struct hd_stmt *st;
	int r;

	hd_buf_addf(&sql,
	    "SELECT 1 FROM temp.%s WHERE win = ?1 AND watched >= 7 * 86400 "
	    "LIMIT 1",
	    view);
	st = prepare(db, &sql, win, err);
	r = st != NULL ? hd_stmt_step(st, err) : -1;
	hd_stmt_close(st);
	return r;
}

static void
add_where(struct hd_buf *b, const char *by, struct hd_str value,
    const struct hd_window *w)
{
	static const char *const times[] = { "created", "solved", "handoff_at",
		"created" };

	hd_buf_addf(b, " WHERE %s >= %" PRId64 " AND %s < %" PRId64,
	    times[w->by], w->since, times[w->by], w->until);
	if (by != NULL && strcmp(by, "segment") == 0) {
		hd_buf_adds(b, " AND EXISTS (SELECT 1 FROM json_each(segments) "
			       "s WHERE s.value = ");
		hd_query_quote(b, value, '\'');
		hd_buf_addc(b, ')');
	} else if (by != NULL && value.p == NULL) {
		hd_buf_addf(b, " AND \"%s\" IS NULL", by);
	} else if (by != NULL) {
		hd_buf_addf(b, " AND \"%s\" = ", by);
		hd_query_quote(b, value, '\'');
	}
	if (w->where != NULL)
		hd_buf_addf(b,
		    " AND key IN (SELECT key FROM tickets WHERE (%s))",
		    w->where);
}

void
hd_ladder_query(struct hd_buf *b, const char *view, bool median, const char *by,
    struct hd_str value, const struct hd_window *w)
{
	if (w->keys)
		return;
	if (!median) {
		hd_buf_addf(b,
		    "SELECT avg(x), sum(x), count(x), count(*) FROM %s", view);
		add_where(b, by, value, w);
		hd_buf_addc(b, ';');
		return;
	}
	/* SQLite has no median: the one or two in the middle */
	hd_buf_addf(b, "WITH v AS (SELECT x FROM %s", view);
	add_where(b, by, value, w);
	hd_buf_adds(b,
	    "), r AS (SELECT x, row_number() OVER (ORDER BY x) AS i, "
	    "count(*) OVER () AS n FROM v WHERE x IS NOT NULL) "
	    "SELECT (SELECT avg(x) FROM r WHERE i IN ((n + 1) / 2, "
	    "(n + 2) / 2)), NULL, count(x), count(*) FROM v;");
}
