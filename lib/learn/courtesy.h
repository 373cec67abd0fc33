/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COURTESY_H
#define HD_COURTESY_H

#include "base/buf.h"

/*
 * What stands around names in letters, in English, German, French, Spanish and
 * Italian.  Words are taken as written.
 */

/* "Dear" begins a greeting; "morning" may stand in one, behind its first word. */
bool hd_greeting_first(struct hd_str word);
bool hd_greeting_more(struct hd_str word);

/* More of these than of words that close a letter is more than a signature. */
#define HD_SIGNATURE_WORDS 40 /* from a sign-off that begins a line */
#define HD_SIGNED_WORDS	   6  /* from one in running text */

/*
 * Words that may belong to a sign-off with its names that begins where the line
 * does, "kind regards"; 0: none begins there.  begins_line: nothing stands
 * before it in its line.
 */
size_t hd_sign_off(struct hd_str line, bool begins_line);

/* "Mr": a name comes next. */
bool hd_name_title(struct hd_str word);
/* "my name is", "this is": what says that a name comes next. */
bool hd_name_introduced(struct hd_str before, struct hd_str word);

#endif
