/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HTMLREPORT_H
#define HD_HTMLREPORT_H

#include "base/json.h"
#include "base/out.h"

/*
 * A report, as the JSON value that lib/report makes, to one HTML5 file that
 * needs nothing else: no network, no script, no font.  Every figure is a link
 * to its row in the appendix.  The same value gives the same bytes.
 */
struct hd_html_opts {
	const char *ticket_url; /* as hd_html_ticket_url() wants it, or NULL */
};

/*
 * Append the page to out.  HD_EDATA where the value is no report: a figure
 * that is in no row, two parts of one id, an unknown kind of block.
 */
int hd_html_report(const struct hd_json *doc, const struct hd_html_opts *opts,
    struct hd_out *out, struct hd_err *err);

/*
 * Is it an http or https address with one %s, which a ticket's id of the
 * helpdesk replaces, percent-encoded?  HD_EOPTION says what is wrong.
 */
int hd_html_ticket_url(const char *pattern, struct hd_err *err);
/* Append the address of a ticket by such a pattern; -1: it cannot be encoded. */
int hd_html_ticket_link(
    struct hd_buf *b, const char *pattern, struct hd_str key);

#endif
