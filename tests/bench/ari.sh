#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How well the groups of `hs-tag discover` agree with labels: the adjusted Rand
# index (Hubert and Arabie 1985), each ticket that is in no group being a group
# of its own.
#   ari.sh DB SOURCE LABELS.ndjson.gz
# Every ticket with an issue label is grouped, whatever its tags.  Programs come
# from the PATH.
set -eu
db=$1
source=$2
labels=$3
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
zcat "$labels" |
    sed -n 's/.*"id": "\([^"]*\)".*"issue_type": "\([^"]*\)".*/\1	\2/p' |
    sed "s/^/$source:/" >"$tmp/labels"
cut -f 1 "$tmp/labels" |
    hs-tag discover -d "$db" --all --members - >"$tmp/members"
awk -F '\t' '
function pairs(n) { return n * (n - 1) / 2 }
FILENAME ~ /labels$/ { label[$1] = $2; next }
$1 in label {
	group = $2 == "-" ? "none " $1 : $2
	cell[group, label[$1]]++
	found[group]++
	truth[label[$1]]++
	none += $2 == "-"
	n++
}
END {
	for (k in cell) both += pairs(cell[k])
	for (k in found) { a += pairs(found[k]); groups++ }
	for (k in truth) { b += pairs(truth[k]); types++ }
	chance = a * b / pairs(n)
	printf "adjusted Rand index %.3f: %d groups found, %d labels, " \
	    "%d of %d tickets in no group\n",
	    (both - chance) / ((a + b) / 2 - chance), groups - none, types,
	    none, n
}' "$tmp/labels" "$tmp/members"
