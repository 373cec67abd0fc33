/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_JIRA_H
#define HD_JIRA_H

#include "ingest/vendor.h"

/* What is said and done in an issue of Jira. */
struct hd_jira {
	struct hd_str key;	  /* the issue's */
	struct hd_str reporter;	  /* whose issue it is */
	struct hd_str status;	  /* its status as Jira calls it ... */
	struct hd_str normalised; /* ... and the word for it */
};

/* The account of a user, else the name on a server of one's own. */
struct hd_str hd_jira_user(const struct hd_json *user);
/* A body: a document, or text in wiki notation, which is left as it is. */
struct hd_str hd_jira_body(struct hd_ingest *in, const struct hd_json *body);
/* The normalised word of a status; category: Jira's own of it, or p NULL. */
struct hd_str hd_jira_status(struct hd_str name, struct hd_str category);

/* The description as the first message. */
int hd_jira_description(struct hd_ingest *in, const struct hd_jira *issue,
    const struct hd_json *fields, struct hd_err *err);
int hd_jira_comment(struct hd_ingest *in, const struct hd_jira *issue,
    const struct hd_json *comment, struct hd_err *err);
/* One entry of the changelog: changes of status, assignee and labels. */
int hd_jira_change(struct hd_ingest *in, const struct hd_jira *issue,
    const struct hd_json *history, struct hd_err *err);

#endif
