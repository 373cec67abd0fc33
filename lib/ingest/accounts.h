/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ACCOUNTS_H
#define HD_ACCOUNTS_H

#include "ingest/row.h"

/*
 * Accounts as CRMs, billing tools and spreadsheets write them: which tables
 * hold accounts or their subscriptions, and what the columns are called.
 */

/*
 * What a table with these names holds: HD_REC_ACCOUNT or HD_REC_SUBSCRIPTION;
 * HD_REC_KINDS when it is neither.
 */
enum hd_rec_kind hd_account_table(const struct hd_str *names, size_t n);
/* The target of a normalised name in such a table. */
bool hd_account_target(
    struct hd_str name, enum hd_rec_kind kind, struct hd_target *t);
/*
 * Emit an account as a helpdesk's own file has it: r has its id, j its name,
 * created_at and updated_at.  The facts are the caller's to emit.
 */
int hd_account_emit(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *j, struct hd_err *err);
/* Make the id of an account of what the row has, and its list of domains. */
int hd_account_finish(struct hd_row *row, struct hd_err *err);
/* Emit a row that is a subscription. */
int hd_subscription_emit(struct hd_row *row, struct hd_err *err);

/*
 * An id of Salesforce has 15 characters, and often three more that check the
 * case of the others: without them, so that both forms are one account.
 */
struct hd_str hd_crm_id(struct hd_str id);
/*
 * Domains of an account, from text (an address of a site, or several names) or
 * from a JSON string or array of them; those of free mail are left out.
 */
void hd_take_domains(
    struct hd_ingest *in, struct hd_rec *r, struct hd_str text);
void hd_json_domains(
    struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j);
/* Is this domain one where anybody gets an address: freemail.c. */
bool hd_free_mail(struct hd_str domain);

#endif
