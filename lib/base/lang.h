/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LANG_H
#define HD_LANG_H

#include "base/buf.h"
#include "base/err.h"

/* The language of a text, by libexttextcat.  One handle a thread. */
struct hd_lang;

/* conf lists fingerprints and codes (languages.conf); owned by caller. */
struct hd_lang *hd_lang_open(const char *conf, struct hd_err *err);
void hd_lang_close(struct hd_lang *l);

/*
 * The code ("en"), or "" when the text is too short or like none; borrowed
 * until the next call.  Of several that fit equally the best is returned.
 */
const char *hd_lang_detect(struct hd_lang *l, struct hd_str text);

#endif
