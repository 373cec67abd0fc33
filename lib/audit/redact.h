/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REDACT_H
#define HD_REDACT_H

#include "store/db.h"

/*
 * Makes what people wrote fit for a report that is passed on: addresses, cards
 * (Luhn), IBANs (mod 97), telephone numbers, IP addresses, links, keys, long
 * numbers and tags of HTML become [EMAIL] [CARD] [IBAN] [PHONE] [IP] [LINK] [KEY]
 * [NUMBER] [TAG], names [NAME].  A name is what the database calls somebody who has to do with the
 * ticket, what a greeting, a sign-off, a title or "my name is" goes before
 * (English, German, French, Spanish), and any word with a capital that neither
 * the active rule set nor a list knows as a word.  A word too many is masked
 * rather than a name shown; who is named in small letters, in the midst of a
 * text, and stands in no file of users, is not found.
 */
struct hd_redactor;

/*
 * show_text: text stays as it is, but harmless.  db NULL: nobody is known.
 * Owned by caller.
 */
struct hd_redactor *hd_redactor_open(
    struct hd_db *db, bool show_text, struct hd_err *err);
void hd_redactor_close(struct hd_redactor *r); /* NULL is fine */
/* What comes next was written in this ticket (ticket.id): look up its people. */
int hd_redactor_ticket(
    struct hd_redactor *r, int64_t ticket, struct hd_err *err);
/*
 * Append the text in one line: control characters, escape sequences and what
 * reorders or hides text are gone, line feeds and tabs are a blank.
 */
void hd_redact(struct hd_redactor *r, struct hd_str text, struct hd_buf *out);
/*
 * The same of what a thing is called: a channel, a page, a note.  Names that nobody
 * is known by stay; strict: no word stays that is not known as one.
 */
void hd_redact_label(
    struct hd_redactor *r, struct hd_str text, bool strict, struct hd_buf *out);

#endif
