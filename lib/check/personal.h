/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PERSONAL_H
#define HD_PERSONAL_H

#include "base/buf.h"

/*
 * Does the text hold what looks like an e-mail address, a card number (13 to
 * 19 digits, the check digit of Luhn, ISO/IEC 7812-1) or a telephone number?
 * What it is, in words, or NULL.  Reserved names and numbers do not count:
 * example.com (RFC 2606), 555-01XX, the test card 4111 1111 1111 1111.
 */
const char *hd_looks_personal(struct hd_str text);

#endif
