#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The runs of five words that the shipped rules share with labelled texts:
#   overlap.sh RULESDIR DATA
# prints each, then their number, which has to be 0: rules that quote the texts
# they are measured on would measure their memory.  DATA holds eval/ and
# handoffs/.  A pattern is read twice: with its optional parts, and without.
set -eu
rules=$1
data=$2
tmp=$(mktemp -d) || exit 4
trap 'rm -rf "$tmp"' EXIT
LC_ALL=C
export LC_ALL
apostrophe=$(printf '\342\200\231')

runs() { # the runs of five words of each line
	sed "s/$apostrophe/ /g" | tr '[:upper:]' '[:lower:]' |
	    tr -c 'a-z\200-\377\n' ' ' | awk '{
		for (i = 5; i <= NF; i++)
			print $(i - 4), $(i - 3), $(i - 2), $(i - 1), $i
	}' | sort -u
}

strings() { # FILE HOW: every string of a file of JSON, markup taken out
	sqlite3 :memory: 'CREATE TABLE doc (j TEXT)' '.mode ascii' \
	    '.separator "\037" "\n"' "$2" "SELECT replace(atom, char(10), ' ')
		FROM doc, json_tree(doc.j) t WHERE t.type = 'text'" |
	    sed 's/<[^>]*>/ /g'
}

texts() {
	for f in "$data"/eval/*.train.ndjson.gz; do
		gzip -dc "$f" >"$tmp/lines"
		strings "$f" ".import '$tmp/lines' doc"
	done
	for f in "$data"/handoffs/*.ndjson; do
		strings "$f" ".import '$f' doc"
	done
	for f in "$data"/handoffs/*.json; do
		strings "$f" "INSERT INTO doc VALUES (readfile('$f'))"
	done
}

# The examples, and the patterns without escapes, classes and group heads.
patterns() {
	sed -n -e 's/^[[:space:]]*\(hit\|miss\|todo\)[[:space:]]//p' \
	    -e 's/^[[:space:]]*\(when\|or\|and\|unless\)[^~]*~ //p' \
	    "$rules"/*.rules |
	    sed -e 's/\\[a-zA-Z]/ /g' -e 's/\[[^]]*\]/ /g' \
		-e 's/(?<*[:=!]/(/g' -e 's/{0,/?{/g'
}

# The same, optional groups and letters left out, from the innermost outwards.
shortest() {
	sed -e ':more' -e 's/([^()]*)[?*]/ /g' -e 't more' \
	    -e 's/(\([^()]*\))/ \1 /' -e 't more' -e 's/[a-z ][?*]//g'
}

texts | runs >"$tmp/texts"
patterns >"$tmp/long"
{ cat "$tmp/long"; shortest <"$tmp/long"; } | runs >"$tmp/rules"
comm -12 "$tmp/texts" "$tmp/rules" | sed 's/^/  /' | tee "$tmp/both"
printf '  %d of %d runs of five words in rules stand in %d of the texts\n' \
    "$(wc -l <"$tmp/both")" "$(wc -l <"$tmp/rules")" "$(wc -l <"$tmp/texts")"
