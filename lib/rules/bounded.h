/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BOUNDED_H
#define HD_BOUNDED_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Private to lib/rules: is it certain that a match from one place of a text
 * takes a bounded, and small, number of steps?  Then the work is linear in the
 * text, whatever the text is.  false: nothing is known.
 */
bool hd_pattern_bounded(struct hd_str pattern);

#endif
