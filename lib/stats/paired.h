/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PAIRED_H
#define HD_PAIRED_H

#include <stddef.h>
#include <stdint.h>

/* The same tickets under two rules: what moved, and what to expect of it. */

/*
 * McNemar's test of b that moved one way against c that moved the other:
 * two-sided, mid-P of the binomial with 1/2 (Fagerland, Lydersen and Laake
 * 2013, BMC Medical Research Methodology 13:91).  b = c, also 0, gives 1.
 */
double hd_mcnemar(int64_t b, int64_t c);

/* Accounts that are alike: how many have this sum over so many tickets. */
struct hd_alike {
	int64_t sum, tickets, accounts;
};

/*
 * 95 % limits of sum / tickets over all, by drawing as many accounts anew
 * HD_BOOT_ROUNDS times; accounts that are alike are drawn together, which is
 * the same.  Less than two accounts: NaN.
 */
void hd_boot_accounts(
    const struct hd_alike *v, size_t n, uint32_t seed, double *lo, double *hi);

#endif
