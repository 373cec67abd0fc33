/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading mapping files: see mapping.h. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "ingest/alias.h"
#include "ingest/facts.h"
#include "ingest/mapfile.h"
#include "ingest/reader.h"

static const struct {
	const char *name;
	enum hd_rec_kind kind;
	int col;
} specials[] = {
	{ "id", HD_REC_TICKET, HD_T_ID },
	{ "description", HD_REC_TICKET, HD_T_DESCRIPTION },
	{ "html", HD_REC_TICKET, HD_T_HTML },
	{ "html", HD_REC_MESSAGE, HD_T_HTML },
	{ "id", HD_REC_MESSAGE, HD_T_ID },
	{ "ticket", HD_REC_MESSAGE, HD_T_TICKET },
	{ "role", HD_REC_MESSAGE, HD_MS_SAID },
	{ "private", HD_REC_MESSAGE, HD_T_PRIVATE },
	{ "id", HD_REC_EVENT, HD_T_ID },
	{ "ticket", HD_REC_EVENT, HD_T_TICKET },
	{ "id", HD_REC_PERSON, HD_T_ID },
	{ "id", HD_REC_ACCOUNT, HD_T_ID },
	{ "valid_from", HD_REC_ACCOUNT, HD_T_SINCE },
	{ "domains", HD_REC_ACCOUNT, HD_T_DOMAIN },
	{ "id", HD_REC_SURVEY, HD_T_ID },
	{ "ticket", HD_REC_SURVEY, HD_T_TICKET },
	{ "score", HD_REC_SURVEY, HD_SU_RAW },
	{ "id", HD_REC_SUGGESTION, HD_T_ID },
	{ "ticket", HD_REC_SUGGESTION, HD_T_TICKET },
};

/* A column by its canonical name. */
static bool
column_named(enum hd_rec_kind kind, struct hd_str name, int *col)
{
	size_t n;
	const struct hd_column *c = hd_rec_columns(kind, &n);

	*col = hd_str_eq(name, "ignore")    ? HD_T_IGNORE
	       : hd_str_eq(name, "version") ? HD_T_VERSION
					    : HD_T_OTHER;
	if (*col != HD_T_OTHER)
		return true;
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
	/* facts of accounts go by their names */
	*col = HD_T_FACT;
	return kind == HD_REC_ACCOUNT && hd_fact_name(name) != NULL;
}

static int
no_column(const struct hd_mapping *m, struct hd_str name, struct hd_err *err)
{
	return hd_err_set(err, HD_EUSAGE, "no column '%.*s' in a %s",
	    (int)name.n, name.p, hd_rec_kind_name(m->kind));
}

static int
set_kind(struct hd_mapping *m, struct hd_str v, struct hd_err *err)
{
	static const enum hd_rec_kind kinds[] = { HD_REC_TICKET, HD_REC_MESSAGE,
		HD_REC_EVENT, HD_REC_PERSON, HD_REC_ACCOUNT, HD_REC_SURVEY,
		HD_REC_SUGGESTION };

	if (m->n > 0 || m->n_values > 0)
		return hd_err_set(
		    err, HD_EUSAGE, "'type' stands before the columns");
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (hd_str_eq(v, hd_rec_kind_name(kinds[i]))) {
			m->kind = kinds[i];
			m->kind_set = true;
			return 0;
		}
	return hd_err_set(err, HD_EUSAGE,
	    "unknown type '%.*s': ticket, message, event, person, account, "
	    "survey or suggestion",
	    (int)v.n, v.p);
}

static int
set_vendor(struct hd_mapping *m, struct hd_str v, struct hd_err *err)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	for (size_t i = 0; i < v.n; i++)
		if (v.p[i] == '\0' || strchr(allowed, v.p[i]) == NULL)
			v.n = sizeof(m->vendor);
	if (v.n == 0 || v.n >= sizeof(m->vendor))
		return hd_err_set(err, HD_EUSAGE,
		    "a vendor is small letters, digits and '-', at most %zu",
		    sizeof(m->vendor) - 1);
	memcpy(m->vendor, v.p, v.n);
	m->vendor[v.n] = '\0';
	return 0;
}

static int
set_zone(struct hd_mapping *m, struct hd_str v, struct hd_err *err)
{
	m->tz_set = true;
	return hd_zone_open(&m->tz, hd_str_keep(&m->arena, v).p, err);
}

/* "name = value" and "name != value" cut in two, or false. */
static bool
halves(struct hd_str s, struct hd_str *a, struct hd_str *b, bool *differs)
{
	const char *eq = memchr(s.p, '=', s.n);

	if (eq == NULL)
		return false;
	*differs = eq > s.p && eq[-1] == '!';
	*a = hd_str_trim((struct hd_str){ s.p, (size_t)(eq - s.p) - *differs });
	*b = hd_str_trim(
	    (struct hd_str){ eq + 1, (size_t)(s.p + s.n - eq) - 1 });
	return a->n > 0;
}

static int
add_where(
    struct hd_mapping *m, struct hd_str s, size_t line, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT, other = HD_BUF_INIT;
	struct hd_map_where w;

	if (!halves(s, &w.name, &w.value, &w.differs))
		return hd_err_set(err, HD_EUSAGE, "not 'where name = value'");
	w.line = line;
	w.met = false;
	w.name = hd_str_keep(&m->arena, w.name);
	w.value = hd_str_keep(&m->arena, w.value);
	hd_alias_normal(w.name, &b);
	for (w.first = 0; w.first < m->n_wheres; w.first++) {
		hd_alias_normal(m->wheres[w.first].name, &other);
		if (hd_str_same(hd_buf_str(&b), hd_buf_str(&other)))
			break;
	}
	hd_buf_release(&b);
	hd_buf_release(&other);
	m->wheres = hd_grow(
	    m->wheres, &m->cap_wheres, m->n_wheres + 1, sizeof(*m->wheres));
	m->wheres[m->n_wheres++] = w;
	return 0;
}

/* A word of a column, as a key. */
static void
word_key(struct hd_buf *b, enum hd_rec_kind kind, int col, struct hd_str word)
{
	struct hd_buf low = HD_BUF_INIT;

	hd_alias_normal(word, &low);
	hd_buf_addf(b, "%d %d ", (int)kind, col);
	hd_buf_add(b, hd_buf_cstr(&low), low.n);
	hd_buf_release(&low);
}

static int
add_word(struct hd_mapping *m, struct hd_str column, struct hd_str rest,
    struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str word, value;
	bool differs;
	int col;

	if (!column_named(m->kind, column, &col) || col < 0)
		return no_column(m, column, err);
	if (!halves(rest, &word, &value, &differs) || differs)
		return hd_err_set(
		    err, HD_EUSAGE, "not 'column: word in the export = value'");
	word_key(&b, m->kind, col, word);
	m->values = hd_grow(
	    m->values, &m->cap_values, m->n_values + 1, sizeof(*m->values));
	m->values[m->n_values] = hd_str_keep(&m->arena, value);
	*hd_map_put(&m->words, hd_buf_str(&b), 0) = (int64_t)m->n_values++;
	hd_buf_release(&b);
	return 0;
}

static int
add_name(struct hd_mapping *m, struct hd_str column, struct hd_str name,
    size_t line, struct hd_err *err)
{
	struct hd_map_line *l;
	struct hd_buf b = HD_BUF_INIT;
	int64_t *first;
	int col;

	if (!column_named(m->kind, column, &col))
		return no_column(m, column, err);
	m->lines = hd_grow(m->lines, &m->cap, m->n + 1, sizeof(*m->lines));
	l = &m->lines[m->n++];
	memset(l, 0, sizeof(*l));
	/* before all aliases, in the order of the file */
	l->t = (struct hd_target){ col, (int)m->n - 1000000, 0,
		col == HD_T_FACT ? hd_fact_name(column) : NULL };
	l->column = hd_str_keep(&m->arena, column);
	l->name = hd_str_keep(&m->arena, name);
	l->line = line;
	hd_alias_normal(name, &b);
	first = hd_map_put(&m->names, hd_buf_str(&b), (int64_t)m->n);
	l->next = (size_t)*first == m->n ? 0 : (size_t)*first;
	*first = (int64_t)m->n;
	hd_buf_release(&b);
	return 0;
}

static int
add_line(
    struct hd_mapping *m, struct hd_str line, size_t number, struct hd_err *err)
{
	struct hd_str key, value, word;
	const char *colon;
	bool differs;

	if (hd_str_starts(line, "where ") || hd_str_starts(line, "where\t"))
		return add_where(
		    m, (struct hd_str){ line.p + 6, line.n - 6 }, number, err);
	if (!halves(line, &key, &value, &differs) || differs)
		return hd_err_set(
		    err, HD_EUSAGE, "not 'column = name in the export'");
	if (hd_str_eq(key, "type"))
		return set_kind(m, value, err);
	if (hd_str_eq(key, "vendor"))
		return set_vendor(m, value, err);
	if (hd_str_eq(key, "tz"))
		return set_zone(m, value, err);
	colon = memchr(key.p, ':', key.n);
	if (colon == NULL)
		return add_name(m, key, value, number, err);
	word = (struct hd_str){ key.p, (size_t)(colon - key.p) };
	return add_word(m, hd_str_trim(word),
	    (struct hd_str){ colon + 1, (size_t)(line.p + line.n - colon - 1) },
	    err);
}

int
hd_mapping_read(struct hd_mapping *m, const char *path, struct hd_err *err)
{
	struct hd_reader r;
	struct hd_str line;
	bool cut;
	int rc = 0, fd = open(path, O_RDONLY | O_CLOEXEC);

	memset(m, 0, sizeof(*m));
	m->path = path;
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
		rc = add_line(m, line, r.line, err);
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
	hd_map_release(&m->words);
	free(m->lines);
	free(m->wheres);
	free(m->values);
	hd_arena_release(&m->arena);
	memset(m, 0, sizeof(*m));
}

bool
hd_mapping_shapes(const struct hd_mapping *m)
{
	return m != NULL && (m->n > 0 || (m->kind_set && m->n_values == 0));
}

struct hd_str
hd_mapping_word(const struct hd_mapping *m, enum hd_rec_kind kind, int col,
    struct hd_str word)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str value = { NULL, 0 };
	int64_t *at;

	if (m == NULL || m->n_values == 0)
		return value;
	word_key(&b, kind, col, word);
	at = hd_map_get(&m->words, hd_buf_str(&b));
	if (at != NULL)
		value = m->values[*at];
	hd_buf_release(&b);
	return value;
}
