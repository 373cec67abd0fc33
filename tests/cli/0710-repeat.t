#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A finding of hs-escaudit repeat rests on the place that it shows: without that
# place there is no finding, or another place is shown, and without any there is
# none.  Tried on every finding of the golden cases.
. "$(dirname "$0")/tap.sh"

period='--since 2000-01-01 --until 2100-01-01'

# The repeats of the tickets of a file, as NDJSON.
repeats() { # FILE
	rm -f a.db
	hs-import -q -d a.db "$1" > "$T_STATE/log"
	hs-tag -q -d a.db > "$T_STATE/log"
	# shellcheck disable=SC2086 # options
	hs-escaudit repeat -q -d a.db $period -w "path = 'ai_to_human'" -f json |
	    grep '"code":"repeat"' > repeats.ndjson
}

# Each finding's ticket without the place; its id says which finding it is of.
without() { # FILE
	sqlite3 :memory: <<END
CREATE TABLE t (j);
CREATE TABLE f (j);
.mode ascii
.separator "\037" "\n"
.import $1 t
.import repeats.ndjson f
.mode list
WITH p AS (SELECT f.rowid AS n, f.j AS f, t.j AS t FROM f JOIN t
	ON 'generic:' || (t.j ->> 'id') = f.j ->> 'key'
	WHERE $2)
SELECT json_set(CASE
	WHEN f ->> 'given' IS NOT NULL
	THEN json_remove(t, '\$.messages[' || (f ->> 'given') || ']')
	WHEN f ->> 'given_in' IN ('subject', 'page')
	THEN json_remove(t, '\$.' || (f ->> 'given_in'))
	ELSE json_remove(t, '\$.fields."' || substr(f ->> 'given_in', 7) || '"')
	END, '\$.id', (t ->> 'id') || '~' || n,
	'\$.messages[#-1].asked', f ->> 'quote',
	'\$.messages[#-1].item', f ->> 'item') FROM p;
END
}

t_case 'a finding goes with the last place that proves it'
for file in "$T_ROOT"/tests/golden/escalation/repeat/repeat,*.ndjson; do
	name=$(basename "$file" .ndjson)
	repeats "$file"
	cp repeats.ndjson first.ndjson
	t_ok test -s first.ndjson
	without "$file" 1 > less.ndjson
	for round in 1 2 3; do
		repeats less.ndjson
		[ -s repeats.ndjson ] || break
		# of the findings of this ticket those of the same ask
		without less.ndjson "f.j ->> 'quote' = t.j ->> '\$.messages[#-1].asked'
			AND f.j ->> 'item' = t.j ->> '\$.messages[#-1].item'" > next.ndjson
		[ -s next.ndjson ] || break
		mv next.ndjson less.ndjson
	done
	t_ok test "$round" -lt 3
	sed "s/^/# $name /" repeats.ndjson | cut -c 1-200
done

t_case 'each thing that one sentence or list asks for is a finding'
ticket() { # ID ASK ANSWER
	printf '{"id":"%s","created":"2026-07-01T09:00:00Z","messages":[
		{"id":"1","role":"customer","at":"2026-07-01T09:00:00Z",
		"body":"Lamp order LQ-5518 came with a cracked brass shade. It stands in Bergen."},
		{"id":"2","role":"ai","at":"2026-07-01T09:00:05Z","body":"I am passing you to a colleague."},
		{"id":"3","role":"agent","author":"a","at":"2026-07-01T09:09:00Z","body":"%s"},
		{"id":"4","role":"customer","at":"2026-07-01T09:10:00Z","body":"%s"}]}' \
	    "$1" "$2" "$3" | tr -d '\n\t'
	echo
}
{
	ticket both 'Which order is it, and which part is broken?' 'LQ-5518, brass shade'
	ticket one 'Which order is it, and which wood is the base?' 'LQ-5518, walnut'
	ticket list 'To go on I need:\n- the order number\n- the broken part' 'LQ-5518, brass shade'
	ticket told 'Which order is it, and I will look at the shade?' 'LQ-5518'
} > asks.ndjson
repeats asks.ndjson
sqlite3 :memory: 'CREATE TABLE f (j)' '.mode ascii' '.separator "\037" "\n"' \
    '.import repeats.ndjson f' ".mode list" \
    "SELECT substr(j ->> 'key', 9) || ' ' || group_concat(j ->> 'item', ' ')
	FROM f GROUP BY j ->> 'key'" > items
printf '%s\n' 'both order-id detail' 'list order-id detail' 'one order-id' \
    'told order-id' > want
t_ok cmp want items

t_done
