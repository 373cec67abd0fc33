/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PUMPCHAR_H
#define HD_PUMPCHAR_H

#include <stddef.h>
#include <stdint.h>

#include "rules/patterntoken.h"
#include "rules/pump.h"

/* Private to pump*.c: characters that a token takes, as PCRE2 says. */

#define HD_PUMP_CHARS 12

struct hd_pumpchars {
	uint32_t v[HD_PUMP_CHARS];
	size_t n; /* 0: it is no character */
};

/* By token; owned by the caller, to be freed with free(3). */
struct hd_pumpchars *hd_pumpchars_new(
    const struct hd_tokens *t, struct hd_str pattern);

#endif
