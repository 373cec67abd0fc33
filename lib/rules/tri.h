/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TRI_H
#define HD_TRI_H

/*
 * Truth of three values (Kleene).  HD_MAYBE is what a pattern that gave up
 * leaves behind; and is the minimum, or the maximum.
 */

enum hd_tri {
	HD_NO,
	HD_MAYBE,
	HD_YES
};

static inline enum hd_tri
hd_and(enum hd_tri a, enum hd_tri b)
{
	return a < b ? a : b;
}

static inline enum hd_tri
hd_or(enum hd_tri a, enum hd_tri b)
{
	return a > b ? a : b;
}

static inline enum hd_tri
hd_not(enum hd_tri a)
{
	return a == HD_MAYBE ? HD_MAYBE : (a == HD_YES ? HD_NO : HD_YES);
}

static inline enum hd_tri
hd_tri(int truth)
{
	return truth ? HD_YES : HD_NO;
}

#endif
