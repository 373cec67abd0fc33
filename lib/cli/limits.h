/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LIMITS_H
#define HD_LIMITS_H

/*
 * Limit this process to a minute of processor time and a gigabyte of memory:
 * for programs that check what strangers wrote, as in a pull request.  Lower
 * limits stay as they are, and there is no limit on the size of files, which
 * would kill `> lint.sarif`.  Where a limit cannot be set there is none.
 */
void hd_limits_untrusted(void);

#endif
