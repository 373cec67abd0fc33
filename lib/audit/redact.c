/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text fit to be passed on: see redact.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/redact_int.h"
#include "base/utf8.h"
#include "learn/wordlist.h"

/* As redact_people.sql and redact_staff.sql number them. */
enum called {
	PERSON = 1,
	ADDRESS,
	COMPANY,
};

void
hd_redact_name(struct hd_redactor *r, struct hd_map *names, struct hd_str name)
{
	struct hd_str word;

	if (memchr(name.p, '@', name.n) != NULL) {
		hd_redact_address(r, names, name);
		return;
	}
	while (hd_utf8_word(&name, &word)) {
		hd_buf_reset(&r->key);
		hd_utf8_unaccented(&r->key, word);
		if (hd_utf8_count(word) > 1 &&
		    (word.p[0] < '0' || word.p[0] > '9'))
			(void)hd_map_put(names, hd_buf_str(&r->key), 0);
	}
}

/* info@blue-harbour.example: what is no word of the language. */
void
hd_redact_address(
    struct hd_redactor *r, struct hd_map *names, struct hd_str address)
{
	struct hd_str word;

	while (hd_utf8_word(&address, &word))
		if (word.n > 2 && !hd_word_host(word) &&
		    !hd_redact_known(r, word, false))
			hd_redact_name(r, names, word);
}

void
hd_redact_company(struct hd_redactor *r, struct hd_str name)
{
	struct hd_buf whole = HD_BUF_INIT;
	struct hd_str rest = name, word;

	while (hd_utf8_word(&rest, &word)) {
		if (!hd_redact_known(r, word, true))
			hd_redact_name(r, &r->own, word);
		hd_buf_adds(&whole, whole.n > 0 ? " " : "");
		hd_utf8_unaccented(&whole, word);
	}
	/* a name of one common word would mask that word everywhere */
	if (hd_utf8_words(name) > 1) {
		r->companies = hd_grow(r->companies, &r->cap, r->ncompanies + 1,
		    sizeof(*r->companies));
		r->companies[r->ncompanies++] =
		    hd_str_keep(&r->arena, hd_buf_str(&whole));
	}
	hd_buf_release(&whole);
}

static int
names(struct hd_redactor *r, struct hd_stmt *st, struct hd_map *into,
    struct hd_err *err)
{
	struct hd_str name;
	int got = -1;

	while (st != NULL && (got = hd_stmt_step(st, err)) == 1) {
		name = hd_col_text(st, 1);
		if (hd_col_int(st, 0) == COMPANY)
			hd_redact_company(r, name);
		else if (hd_col_int(st, 0) == ADDRESS)
			hd_redact_address(r, into, name);
		else
			hd_redact_name(r, into, name);
	}
	return got;
}

static int
load(struct hd_redactor *r, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/redact_rules", err);
	int got = -1;

	while (st != NULL && (got = hd_stmt_step(st, err)) == 1)
		hd_redact_words(r, hd_col_text(st, 0));
	hd_stmt_close(st);
	if (got != 0)
		return -1;
	st = hd_stmt_named(r->db, "sql/redact_staff", err);
	got = names(r, st, &r->staff, err);
	hd_stmt_close(st);
	if (got != 0)
		return -1;
	r->people = hd_stmt_named(r->db, "sql/redact_people", err);
	return r->people != NULL ? 0 : -1;
}

struct hd_redactor *
hd_redactor_open(struct hd_db *db, bool show_text, struct hd_err *err)
{
	struct hd_redactor *r = hd_xcalloc(1, sizeof(*r));

	r->db = db;
	r->show_text = show_text;
	if (db == NULL || show_text || load(r, err) == 0)
		return r;
	hd_redactor_close(r);
	return NULL;
}

void
hd_redactor_close(struct hd_redactor *r)
{
	if (r == NULL)
		return;
	hd_stmt_close(r->people);
	hd_map_release(&r->words);
	hd_map_release(&r->staff);
	hd_map_release(&r->own);
	hd_arena_release(&r->arena);
	free(r->companies);
	hd_buf_release(&r->clean);
	hd_buf_release(&r->low);
	hd_buf_release(&r->key);
	hd_buf_release(&r->before);
	free(r);
}

int
hd_redactor_ticket(struct hd_redactor *r, int64_t ticket, struct hd_err *err)
{
	int got;

	hd_map_release(&r->own);
	r->own = (struct hd_map)HD_MAP_INIT;
	hd_arena_reset(&r->arena);
	r->ncompanies = 0;
	if (r->people == NULL)
		return 0;
	hd_bind_int(r->people, 1, ticket);
	got = names(r, r->people, &r->own, err);
	hd_stmt_reset(r->people);
	return got;
}

static void
redact(struct hd_redactor *r, struct hd_str text, enum hd_redact_kind kind,
    struct hd_buf *out)
{
	struct hd_str clean;

	hd_buf_reset(&r->clean);
	hd_redact_clean(&r->clean, text);
	clean = hd_str_trim(hd_buf_str(&r->clean));
	if (!r->show_text) {
		hd_redact_tags(&r->clean);
		hd_redact_text(
		    r, hd_str_trim(hd_buf_str(&r->clean)), kind, out);
		return;
	}
	for (size_t i = 0; i < clean.n; i++)
		hd_buf_addc(out, clean.p[i] == '\n' ? ' ' : clean.p[i]);
}

void
hd_redact(struct hd_redactor *r, struct hd_str text, struct hd_buf *out)
{
	redact(r, text, HD_REDACT_TEXT, out);
}

void
hd_redact_label(
    struct hd_redactor *r, struct hd_str text, bool strict, struct hd_buf *out)
{
	redact(r, text, strict ? HD_REDACT_STRICT : HD_REDACT_LABEL, out);
}
