#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What `hs-rules check` takes on 300 random rules (rules.awk):
#   rulecheck.sh BINDIR
# Works in the current folder.  The targets are a second without the prober and
# 20 seconds with it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
PATH=$1:$PATH
# shellcheck source=measure.sh
. "$here/measure.sh"

echo "hs-rules check, 300 random rules; $(busy)"
start_set
for hard in 0 5 100; do
	for seed in 1 2 3; do
		awk -v n=300 -v seed=$seed -v hard=$hard \
		    -f "$here/rules.awk" >rules-$hard.rules
		run "$hard% hard, no prober" hs-rules check --fail-on never \
		    --no-prober rules-$hard.rules
		run "$hard% hard" hs-rules check --fail-on never rules-$hard.rules
	done
done
medians >medians.txt
awk -F '\t' '{ printf "  %-30s%8.2f s%8.2f CPU s%8.0f MB\n", $1, $2, $3,
    $4 * 1.024e-3 }' medians.txt
sort -u left.txt
target 'names and proofs under 1 s' "$(figure '0% hard, no prober' 3)" ' CPU s' \
    under 1
target 'all of it under 20 s' "$(figure '5% hard' 3)" ' CPU s' under 20
target 'all under 20 s if every pattern is hard' "$(figure '100% hard' 3)" \
    ' CPU s' under 20
