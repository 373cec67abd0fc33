/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mapping files, and where a name goes: see mapping.h. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "ingest/accounts.h"
#include "ingest/alias.h"
#include "ingest/facts.h"
#include "ingest/reader.h"
#include "ingest/side.h"

/* " (Area/City)" at the end of a header names its zone, not the column. */
static struct hd_str
without_zone(struct hd_str s)
{
	size_t open;

	if (s.n < 4 || s.p[s.n - 1] != ')' || memchr(s.p, '/', s.n) == NULL)
		return s;
	for (open = s.n - 1; open > 0 && s.p[open] != '('; open--)
		;
	if (open > 0 && memchr(s.p + open, '/', s.n - open) != NULL)
		s.n = open;
	return hd_str_trim(s);
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
	name = without_zone(hd_str_trim(name));
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

static const struct {
	const char *name;
	enum hd_rec_kind kind;
	int col;
} specials[] = {
	{ "id", HD_REC_TICKET, HD_T_ID },
	{ "description", HD_REC_TICKET, HD_T_DESCRIPTION },
	{ "id", HD_REC_MESSAGE, HD_T_ID },
	{ "ticket", HD_REC_MESSAGE, HD_T_TICKET },
	{ "role", HD_REC_MESSAGE, HD_MS_SAID },
	{ "private", HD_REC_MESSAGE, HD_T_PRIVATE },
	{ "id", HD_REC_ACCOUNT, HD_T_ID },
	{ "valid_from", HD_REC_ACCOUNT, HD_T_SINCE },
	{ "domains", HD_REC_ACCOUNT, HD_T_DOMAIN },
};

/* A column by its canonical name. */
static bool
column_named(enum hd_rec_kind kind, struct hd_str name, int *col)
{
	size_t n;
	const struct hd_column *c = hd_rec_columns(kind, &n);

	for (size_t i = 0; i < sizeof(specials) / sizeof(specials[0]); i++)
		if (specials[i].kind == kind &&
		    hd_str_eq(name, specials[i].name)) {
			*col = specials[i].col;
			return true;
		}
	for (size_t i = 0; i < n; i++)
		if (hd_str_eq(name, c[i].name)) {
			*col = (int)i;
			return true;
		}
	return false;
}

static int
set_kind(struct hd_mapping *m, struct hd_str v, struct hd_err *err)
{
	static const enum hd_rec_kind kinds[] = { HD_REC_TICKET, HD_REC_MESSAGE,
		HD_REC_ACCOUNT };

	for (size_t i = 0; i < 3; i++)
		if (hd_str_eq(v, hd_rec_kind_name(kinds[i]))) {
			m->kind = kinds[i];
			m->kind_set = true;
			return 0;
		}
	return hd_err_set(err, HD_EUSAGE,
	    "unknown type '%.*s': ticket, message or account", (int)v.n, v.p);
}

static int
add_line(struct hd_mapping *m, struct hd_str line, struct hd_err *err)
{
	const char *eq = memchr(line.p, '=', line.n);
	struct hd_str key, value;
	struct hd_buf b = HD_BUF_INIT;
	int col;

	if (eq == NULL)
		return hd_err_set(
		    err, HD_EUSAGE, "not 'column = name in the export'");
	key = hd_str_trim((struct hd_str){ line.p, (size_t)(eq - line.p) });
	value = hd_str_trim(
	    (struct hd_str){ eq + 1, (size_t)(line.p + line.n - eq - 1) });
	if (hd_str_eq(key, "type"))
		return set_kind(m, value, err);
	if (!column_named(m->kind, key, &col))
		return hd_err_set(err, HD_EUSAGE, "no column '%.*s' in a %s",
		    (int)key.n, key.p, hd_rec_kind_name(m->kind));
	m->targets =
	    hd_grow(m->targets, &m->cap, m->n + 1, sizeof(*m->targets));
	m->targets[m->n] = (struct hd_target){ col, 0 };
	hd_alias_normal(value, &b);
	*hd_map_put(&m->names, hd_buf_str(&b), 0) = (int64_t)m->n++;
	hd_buf_release(&b);
	return 0;
}

int
hd_mapping_read(struct hd_mapping *m, const char *path, struct hd_err *err)
{
	struct hd_reader r;
	struct hd_str line;
	bool cut;
	int rc = 0, fd = open(path, O_RDONLY | O_CLOEXEC);

	memset(m, 0, sizeof(*m));
	if (fd < 0) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	hd_reader_init(&r, fd);
	while (rc == 0 && hd_reader_line(&r, 65536, &line, &cut) == 1) {
		line = hd_str_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			continue;
		rc = add_line(m, line, err);
		if (rc != 0)
			(void)hd_err_in(err, "%s:%zu", path, r.line);
	}
	if (rc == 0)
		rc = hd_reader_check(&r, path, err);
	hd_reader_release(&r);
	(void)close(fd);
	return rc;
}

void
hd_mapping_release(struct hd_mapping *m)
{
	hd_map_release(&m->names);
	free(m->targets);
	memset(m, 0, sizeof(*m));
}

struct hd_target
hd_target_of(
    const struct hd_mapping *m, enum hd_rec_kind kind, struct hd_str name)
{
	struct hd_target t = { HD_T_OTHER, 0 };
	struct hd_buf b = HD_BUF_INIT;
	int64_t *at = NULL;

	hd_alias_normal(name, &b);
	if (m != NULL && m->kind == kind)
		at = hd_map_get(&m->names, hd_buf_str(&b));
	if (at != NULL)
		t = m->targets[*at];
	else if (!hd_alias_find(hd_buf_str(&b), kind, &t) &&
		 !hd_side_target(hd_buf_str(&b), kind, &t) &&
		 !hd_account_target(hd_buf_str(&b), kind, &t) &&
		 (kind == HD_REC_ACCOUNT || kind == HD_REC_SUBSCRIPTION) &&
		 hd_fact_name(name) != NULL)
		t.col = HD_T_FACT;
	hd_buf_release(&b);
	return t;
}
