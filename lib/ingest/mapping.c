/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a name goes: see mapping.h. */
#include <string.h>

#include "ingest/accounts.h"
#include "ingest/alias.h"
#include "ingest/facts.h"
#include "ingest/mapfile.h"
#include "ingest/side.h"

/* " (Area/City)" or " (UTC)" at the end of a header: where it opens, or 0. */
static size_t
zone_at(struct hd_str s)
{
	struct hd_str zone;
	size_t open;

	if (s.n < 5 || s.p[s.n - 1] != ')')
		return 0;
	for (open = s.n - 1; open > 0 && s.p[open] != '('; open--)
		;
	zone = (struct hd_str){ s.p + open + 1, s.n - open - 2 };
	return memchr(zone.p, '/', zone.n) != NULL || hd_str_eq(zone, "UTC")
		   ? open
		   : 0;
}

struct hd_str
hd_alias_zone(struct hd_str name)
{
	struct hd_str s = hd_str_trim(name);
	size_t open = zone_at(s);

	if (open == 0)
		return (struct hd_str){ NULL, 0 };
	return (struct hd_str){ s.p + open + 1, s.n - open - 2 };
}

void
hd_alias_normal(struct hd_str name, struct hd_buf *b)
{
	bool blank = false;
	char c;

	hd_buf_reset(b);
	if (name.n >= 3 && memcmp(name.p, "\xEF\xBB\xBF", 3) == 0) {
		name.p += 3;
		name.n -= 3;
	}
	name = hd_str_trim(name);
	if (zone_at(name) > 0)
		name = hd_str_trim((struct hd_str){ name.p, zone_at(name) });
	for (size_t i = 0; i < name.n; i++) {
		c = name.p[i];
		if (c == '_' || c == ' ' || c == '\t' || c == '\n') {
			blank = true;
			continue;
		}
		if (blank && b->n > 0)
			hd_buf_addc(b, ' ');
		blank = false;
		hd_buf_addc(b, c >= 'A' && c <= 'Z' ? (char)(c | 32) : c);
	}
}

static struct hd_target
by_alias(enum hd_rec_kind kind, struct hd_str name)
{
	struct hd_target t = { HD_T_OTHER, 0, 0, NULL };
	struct hd_buf b = HD_BUF_INIT;

	hd_alias_normal(name, &b);
	if (!hd_alias_find(hd_buf_str(&b), kind, &t) &&
	    !hd_side_target(hd_buf_str(&b), kind, &t) &&
	    !hd_account_target(hd_buf_str(&b), kind, &t) &&
	    (kind == HD_REC_ACCOUNT || kind == HD_REC_SUBSCRIPTION) &&
	    hd_fact_name(name) != NULL) {
		t.col = HD_T_FACT;
		t.fact = hd_fact_name(name);
	}
	hd_buf_release(&b);
	return t;
}

/* Does "name.something" stand in the mapping file? */
static bool
leads_inside(const struct hd_mapping *m, struct hd_str low)
{
	struct hd_buf b = HD_BUF_INIT;
	bool found = false;

	for (size_t i = 0; i < m->n + m->n_wheres && !found; i++) {
		hd_alias_normal(
		    i < m->n ? m->lines[i].name : m->wheres[i - m->n].name, &b);
		found = b.n > low.n + 1 && b.s[low.n] == '.' &&
			memcmp(b.s, low.p, low.n) == 0;
	}
	hd_buf_release(&b);
	return found;
}

static size_t
where_of(const struct hd_mapping *m, struct hd_str low)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < m->n_wheres && at == 0; i++) {
		hd_alias_normal(m->wheres[i].name, &b);
		if (!hd_str_same(hd_buf_str(&b), low))
			continue;
		m->wheres[i].met = true;
		at = i + 1;
	}
	hd_buf_release(&b);
	return at;
}

/* What the file says of a name; its lines are met from now on. */
static void
mapped(const struct hd_mapping *m, struct hd_str low, struct hd_name *what)
{
	int64_t *first = hd_map_get(&m->names, low);
	size_t max = sizeof(what->t) / sizeof(what->t[0]) - 1;

	for (size_t at = first != NULL ? (size_t)*first : 0; at > 0;
	     at = m->lines[at - 1].next) {
		m->lines[at - 1].met = true;
		if (what->n < max)
			what->t[what->n++] = m->lines[at - 1].t;
	}
	what->where = where_of(m, low);
	what->inside = leads_inside(m, low);
}

/* What a pipeline notes of its own work says nothing of a ticket. */
static bool
of_pipeline(struct hd_str name)
{
	return hd_str_starts(name, "_fivetran_") ||
	       hd_str_starts(name, "_airbyte_");
}

struct hd_name
hd_name_of(
    const struct hd_mapping *m, enum hd_rec_kind kind, struct hd_str name)
{
	struct hd_name what = { { { 0, 0, 0, NULL } }, 0, 0, false };
	struct hd_buf b = HD_BUF_INIT;

	hd_alias_normal(name, &b);
	if (m != NULL && m->kind == kind)
		mapped(m, hd_buf_str(&b), &what);
	hd_buf_release(&b);
	if (of_pipeline(name))
		return what;
	/* a time that makes the version is still what it is */
	if (what.n == 0 || (what.n == 1 && what.t[0].col == HD_T_VERSION)) {
		what.t[what.n] = by_alias(kind, name);
		if (what.t[what.n].col != HD_T_OTHER ||
		    (what.n == 0 && !what.inside && what.where == 0))
			what.n++;
	}
	return what;
}

struct hd_target
hd_target_of(
    const struct hd_mapping *m, enum hd_rec_kind kind, struct hd_str name)
{
	struct hd_name what = hd_name_of(m, kind, name);

	return what.n > 0 ? what.t[0]
			  : (struct hd_target){ HD_T_OTHER, 0, 0, NULL };
}

bool
hd_name_known(const struct hd_mapping *m, struct hd_str name)
{
	struct hd_buf b = HD_BUF_INIT;
	bool known = false;

	if (m != NULL) {
		hd_alias_normal(name, &b);
		known = hd_map_get(&m->names, hd_buf_str(&b)) != NULL;
		hd_buf_release(&b);
	}
	for (int kind = 0; kind < HD_REC_KINDS && !known; kind++)
		known =
		    by_alias((enum hd_rec_kind)kind, name).col != HD_T_OTHER;
	return known;
}
