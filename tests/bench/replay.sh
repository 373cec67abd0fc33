#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 200 rules replayed over all tickets of a database: replay.sh BINDIR DB
# The aim is a million tickets in 30 seconds on two cores.
set -eu
bin=$(cd "$1" && pwd)
db=$2
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 4' HUP INT TERM
busy() {
	printf '%s cores, load %s\n' "$(nproc)" \
	    "$(uptime | sed 's/.*average[s]*: //')"
}
awk -f "$here/rules200.awk" >"$dir/200.rules"
busy
/usr/bin/time -f '%e s, %U s of processor time, %M KB' \
    "$bin/hs-rules" replay --summary "$dir/200.rules" -d "$db" \
    --since 1970-01-01 -f tsv >"$dir/out"
awk -F '\t' '$1 == "ai_allowed" { print $7 " tickets" }
	/^route-/ { n += $3 + $4 > 0; sum += $3 + $4 }
	END { print n " routes decided " sum " of them" }' "$dir/out"
busy
