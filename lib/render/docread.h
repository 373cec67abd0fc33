/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOCREAD_H
#define HD_DOCREAD_H

#include "base/json.h"

/* What renderers in plain text read of a report's JSON value. */

struct hd_docread {
	const struct hd_json *doc;
	const struct hd_json **figs; /* figs[i] has the id f(i+1) */
	bool *noted;		     /* it is to be in the list of figures */
	size_t n;
};

/* Begin; doc is borrowed until the release. */
void hd_docread_begin(struct hd_docread *r, const struct hd_json *doc);
void hd_docread_release(struct hd_docread *r);
/* The number of the figure "f12" (12), 0: there is none. */
size_t hd_docread_number(const struct hd_docread *r, struct hd_str id);
/* Append what a figure is shown as: "text", "both" ... */
void hd_docread_shown(
    const struct hd_docread *r, struct hd_buf *b, size_t fig, struct hd_str as);
/* Append what there is to say of a figure: its name, limits, n, status. */
void hd_docread_told(const struct hd_docread *r, struct hd_buf *b, size_t fig);
/* A member is there and is not null. */
bool hd_docread_has(const struct hd_json *j, const char *name);

#endif
