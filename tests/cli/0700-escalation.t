#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each finding of hs-escaudit: conversations that raise it and ones that look
# alike and do not, tests/golden/escalation/AUDIT/CODE[,ITEM].ndjson; and every
# quote is to be found in what is stored.
. "$(dirname "$0")/tap.sh"

cat > quotes.sql <<'END'
CREATE TEMP TABLE f (j);
.mode ascii
.separator "\037" "\n"
.import found.ndjson f
.mode list
WITH q AS (SELECT j ->> 'key' AS key, j ->> 'message' AS place,
		j ->> 'quote' AS quote FROM f
	UNION ALL SELECT j ->> 'key', j ->> 'given', j ->> 'given_quote' FROM f),
m AS (SELECT key, body, row_number() OVER (PARTITION BY ticket
		ORDER BY at, seq, ext_id) - 1 AS place FROM thread)
SELECT q.key, q.place, q.quote FROM q LEFT JOIN m USING (key, place)
WHERE q.quote IS NOT NULL AND q.place IS NOT NULL
	AND instr(coalesce(m.body, ''), q.quote) = 0;
END

# The words quoted stand in the message that is named.
t_quotes() {
	# shellcheck disable=SC2086 # options
	hs-escaudit all -q -d a.db $period -f json > found.ndjson
	sqlite3 a.db < quotes.sql > "$T_STATE/out"
	t_ok test ! -s "$T_STATE/out"
}

period='--since 2000-01-01 --until 2100-01-01'
found=0
for file in "$T_ROOT"/tests/golden/escalation/*/*.ndjson; do
	[ -f "$file" ] || continue
	found=$((found + 1))
	audit=$(basename "$(dirname "$file")")
	name=$(basename "$file" .ndjson)
	code=${name%%,*}
	item=
	case $name in
	*,*) item=${name#*,} ;;
	esac
	t_case "$audit: $name"
	rm -f a.db
	hs-import -q -d a.db "$file" > "$T_STATE/log"
	hs-tag -q -d a.db > "$T_STATE/log"
	# shellcheck disable=SC2086 # options
	hs-escaudit "$audit" -q -d a.db $period -c key,code,item > all.tsv
	awk -F '\t' -v c="$code" -v i="$item" \
	    '$2 == c && (i == "" || $3 == i) { sub(/^[^:]*:/, "", $1); print $1 }' \
	    all.tsv | sort -u > raised
	for n in 1 2 3 4 5; do
		t_ok grep -qx "hit-$n" raised
	done
	for n in 1 2 3 4 5; do
		t_ok test -z "$(grep -x "near-$n" raised)"
	done
	t_quotes
done
t_case 'there are cases'
t_ok test $found -ge 40

t_done
