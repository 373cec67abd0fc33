#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A demo that grades itself proves nothing: no five words in a row of the sample
# conversations stand in a pattern or an example line of the shipped rules.
. "$(dirname "$0")/tap.sh"

t_case 'samples and rules'
hs-import -q -d a.db "$T_ROOT/samples/exports" > "$T_STATE/log"
sqlite3 a.db "SELECT replace(body, char(10), ' ') FROM message_text" > texts
sed -n 's/^[[:space:]]*\(hit\|miss\|when\|or\|and\|unless\)[[:space:]]//p' \
    "$T_ROOT"/samples/rules/*.rules > rules
words() {
	tr '[:upper:]' '[:lower:]' < "$1" | tr -c 'a-z\n' ' ' | awk '{
		for (i = 5; i <= NF; i++)
			print $(i - 4), $(i - 3), $(i - 2), $(i - 1), $i
	}' | sort -u
}
words texts > a
words rules > b
t_ok test "$(wc -l < a)" -gt 3000
t_ok test "$(wc -l < b)" -gt 1000
comm -12 a b > both
t_ok test ! -s both
sed 's/^/# /' both

t_done
