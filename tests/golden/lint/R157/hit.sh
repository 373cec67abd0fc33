#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Thirteen pigeons and twelve holes: the last route is never reached, and every
# way to prove it from clauses is long.
awk 'BEGIN {
	n = 13
	print "rules 1"
	for (i = 1; i <= n; i++) {
		printf "field p.n%d enum", i
		for (h = 1; h < n; h++)
			printf " h%d", h
		printf "\nroute lost-%d\n on open\n when p.n%d is unset\n then human-first\n", i, i
	}
	for (i = 1; i <= n; i++)
		for (k = i + 1; k <= n; k++) {
			printf "route two-%d-%d\n on open\n", i, k
			for (h = 1; h < n; h++)
				printf " %s p.n%d = h%d\n and p.n%d = h%d\n", (h == 1 ? "when" : "or"), i, h, k, h
			print " then human-first"
		}
	print "route last\n on open\n when account.arr > 5\n then escalate"
	print "default open ai-first"
}'
