/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REDACT_INT_H
#define HD_REDACT_INT_H

#include "audit/redact.h"
#include "base/hash.h"
#include "base/mem.h"

/* The parts of a redactor, and what they share; see redact.h. */

struct hd_redactor {
	struct hd_db *db;
	bool show_text;
	struct hd_stmt *people;
	struct hd_map words; /* unaccented: are no names */
	struct hd_map staff; /* parts of names: of those who answer, */
	struct hd_map own;   /* and of the ticket's people */
	struct hd_arena arena;
	struct hd_str *companies; /* whole names, of the ticket */
	size_t ncompanies, cap;
	struct hd_buf clean, low, key, before;
};

/* Learn words, of a file of rules; a name in its parts; an address; a company. */
void hd_redact_words(struct hd_redactor *r, struct hd_str text);
void hd_redact_name(
    struct hd_redactor *r, struct hd_map *names, struct hd_str name);
void hd_redact_address(
    struct hd_redactor *r, struct hd_map *names, struct hd_str address);
void hd_redact_company(struct hd_redactor *r, struct hd_str name);

/* A word without accents, capitals and the 's of a possessive; in r->key. */
struct hd_str hd_redact_key(struct hd_redactor *r, struct hd_str word);
/*
 * Is it a word, and no name?  starts: at the head of a sentence, where every
 * word has a capital.
 */
bool hd_redact_known(struct hd_redactor *r, struct hd_str word, bool starts);
/* A word that is a name as well: "Grace", "Baker". */
bool hd_redact_ambiguous(struct hd_str key);

/* Of the last two words, unaccented: "my name is": a name comes, */
bool hd_redact_introduces(struct hd_str before, struct hd_str key);
/* "spoke to": perhaps, */
bool hd_redact_suggests(struct hd_str before, struct hd_str key);
/* "password": or what nobody should read. */
bool hd_redact_secretive(struct hd_str key);

/* Harmless text, its line feeds kept. */
void hd_redact_clean(struct hd_buf *b, struct hd_str text);
/* Each tag and comment of HTML in clean text becomes one HD_REDACT_TAG. */
#define HD_REDACT_TAG '\x01'
void hd_redact_tags(struct hd_buf *b);

/*
 * What is recognised by its shape at byte `at`, where a token begins: its mark,
 * and how many bytes it has; NULL for nothing.  numbered: the words before say
 * that a number of something comes.
 */
const char *hd_redact_shape(
    struct hd_str text, size_t at, bool numbered, size_t *n);

/* What is taken for a name. */
enum hd_redact_kind {
	HD_REDACT_TEXT,
	HD_REDACT_LABEL,  /* that of somebody known */
	HD_REDACT_STRICT, /* any word that is not known */
};

/* Mask clean text into out. */
void hd_redact_text(struct hd_redactor *r, struct hd_str text,
    enum hd_redact_kind kind, struct hd_buf *out);

#endif
