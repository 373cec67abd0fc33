/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQL for analysts: see query.h. */
#include <inttypes.h>

#include "store/query.h"

#define ACTIVE "(SELECT id FROM ruleset WHERE active = 1)"

void
hd_query_quote(struct hd_buf *b, struct hd_str s, char quote)
{
	hd_buf_addc(b, quote);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == quote)
			hd_buf_addc(b, quote);
		hd_buf_addc(b, s.p[i]);
	}
	hd_buf_addc(b, quote);
}

void
hd_query_text(struct hd_buf *b, struct hd_str s)
{
	if (s.p == NULL)
		hd_buf_adds(b, "NULL");
	else
		hd_query_quote(b, s, '\'');
}

static void
add_window(struct hd_buf *b, const char *time, int64_t since, int64_t until)
{
	hd_buf_addf(
	    b, "%s >= %" PRId64 " AND %s < %" PRId64, time, since, time, until);
}

static void
add_issue(struct hd_buf *b, bool by_issue, struct hd_str issue)
{
	if (!by_issue)
		return;
	hd_buf_adds(b, " AND issue IS ");
	hd_query_text(b, issue);
}

void
hd_query_ratio(struct hd_buf *b, const char *view, struct hd_str issue,
    int64_t since, int64_t until)
{
	hd_buf_adds(b, "SELECT avg(CASE WHEN issue IS ");
	hd_query_text(b, issue);
	hd_buf_adds(b, " THEN x END) / avg(CASE WHEN issue IS NOT ");
	hd_query_text(b, issue);
	hd_buf_adds(b, " THEN x END), sum(CASE WHEN issue IS ");
	hd_query_text(b, issue);
	hd_buf_adds(b, " THEN x END), sum(x), sum(issue IS ");
	hd_query_text(b, issue);
	hd_buf_addf(b, ") FROM %s WHERE ", view);
	add_window(b, "created", since, until);
	hd_buf_addc(b, ';');
}

static void
add_sample(struct hd_buf *b, struct hd_str sample)
{
	hd_buf_adds(b, "sample = (SELECT id FROM sample WHERE name = ");
	hd_query_text(b, sample);
	hd_buf_adds(b, ") AND ");
}

void
hd_query_accuracy(struct hd_buf *b, struct hd_str sample, bool by_issue,
    struct hd_str issue, int64_t since, int64_t until)
{
	hd_buf_adds(b,
	    "SELECT total(size * p) / sum(CASE WHEN n > 0 THEN size END), "
	    "sum(x), sum(n), sum(size) FROM (SELECT count(*) AS size, "
	    "avg(x) AS p, total(x) AS x, count(x) AS n FROM response_accuracy "
	    "WHERE ");
	add_sample(b, sample);
	add_window(b, "created", since, until);
	add_issue(b, by_issue, issue);
	hd_buf_adds(b, " GROUP BY stratum);");
}

void
hd_query_wrong(struct hd_buf *b, struct hd_str sample, struct hd_str verdict,
    int64_t since, int64_t until)
{
	hd_buf_adds(b,
	    "SELECT count(*), count(*), NULL, NULL FROM response_accuracy a WHERE x = 0 "
	    "AND ");
	add_sample(b, sample);
	add_window(b, "created", since, until);
	hd_buf_adds(b,
	    " AND EXISTS (SELECT 1 FROM reviewed r WHERE r.sample = a.sample "
	    "AND r.ticket = a.ticket AND r.question = 'human_needed' AND "
	    "r.value = ");
	hd_query_text(b, verdict);
	hd_buf_adds(b, ");");
}

void
hd_query_keep(struct hd_buf *b, const char *reason, struct hd_str issue,
    int64_t since, int64_t until)
{
	hd_buf_addf(b,
	    "SELECT avg(%s), sum(%s), count(%s), count(*) FROM simple WHERE ",
	    reason, reason, reason);
	add_window(b, "solved", since, until);
	add_issue(b, true, issue);
	hd_buf_addc(b, ';');
}

/* Tickets that came from one of the pages. */
static void
add_pages(struct hd_buf *b, const struct hd_str *pages, size_t n)
{
	hd_buf_adds(b, "ticket IN (SELECT id FROM ticket WHERE page IN (");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			hd_buf_adds(b, ", ");
		hd_query_text(b, pages[i]);
	}
	hd_buf_adds(b, "))");
}

void
hd_query_pages(struct hd_buf *b, const struct hd_str *pages, size_t n,
    bool by_issue, struct hd_str issue, int64_t since, int64_t until)
{
	hd_buf_adds(
	    b, "SELECT count(*), count(*), NULL, NULL FROM facts WHERE ");
	add_window(b, "created", since, until);
	add_issue(b, by_issue, issue);
	hd_buf_adds(b, " AND ");
	add_pages(b, pages, n);
	hd_buf_addc(b, ';');
}

void
hd_query_steps(struct hd_buf *b, const struct hd_str *pages, size_t n,
    struct hd_str issue, struct hd_str cluster, int64_t since, int64_t until)
{
	hd_buf_adds(b,
	    "SELECT avg(durable), sum(durable), count(durable), count(*) FROM "
	    "(SELECT ticket FROM facts WHERE ");
	add_window(b, "created", since, until);
	add_issue(b, true, issue);
	hd_buf_adds(b, " AND ");
	add_pages(b, pages, n);
	hd_buf_adds(b,
	    ") LEFT JOIN (SELECT ticket, durable FROM answer WHERE ruleset = " ACTIVE
	    " AND cluster = (SELECT ticket FROM tickets WHERE key = ");
	hd_query_text(b, cluster);
	hd_buf_adds(b, ")) USING (ticket);");
}
