#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report: every number of a month, a quarter and a dashboard is told again, by
# sqlite3 from the query under it, by the command under it, or from other figures.
. "$(dirname "$0")/tap.sh"

# Two quarters of three helpdesks, two reviewed samples, a release, a baseline.
generate --seed 11 --tickets 2000 --days 184 --until 2026-10-01 exports \
    > "$T_STATE/log" 2>&1
HS_DB=g.db
export HS_DB
hs-import -q exports > "$T_STATE/log"
hs-tag -q > "$T_STATE/log"
for month in 2026-08 2026-09; do
	hs-sample draw -q -n 150 --seed $month --month $month > keys
	sqlite3 :memory: < "$T_ROOT/samples/review.sql"
	tr -d '\r' < reviewed.csv | awk '
	NR == 1 { print $0 ",ai_correct,human_needed"; next }
	{
		ai = NR % 9 == 0 ? "no" : NR % 13 == 0 ? "unclear" : "yes"
		split("unclear needed needed not-needed-knowledge", to, " ")
		print $0 "," ai "," to[NR % 4 + 1]
	}' > full.csv
	t_run hs-sample load -q full.csv
	t_status 0
done

t_case 'what a report or hs-metrics writes makes no number'
sqlite3 g.db .dump > before
for kind in monthly quarterly dash; do
	hs-report $kind -f json --claimed 0.76 > $kind.json
done
hs-report pack > "$T_STATE/log"
hs-metrics compare 2026-08 2026-09 > "$T_STATE/log" 2>&1
sqlite3 g.db .dump > after
t_ok cmp before after
hs-metrics note 2026-09-07 'Release 4.2'
hs-metrics baseline set august --month 2026-08
sqlite3 g.db .dump > after
t_run sh -c 'diff before after | grep "^[<>]" | cut -d " " -f 2-4 | sort -u'
t_out <<'END'
INSERT INTO baseline
INSERT INTO note
END
# told FILE: what stands in its figures, one a line
told() {
	sqlite3 :memory: "SELECT value FROM json_each(readfile('$1'), '\$.figures')"
}
hs-report monthly -f json --claimed 0.76 > noted.json
t_ok grep -q 'Release 4.2' noted.json
told monthly.json > before
told noted.json > after
t_ok test "$(wc -l < before)" -ge 300
t_same before after 'the figures with a note and a baseline'

# A line a figure: id metric segment status estimate x n N from told, which is how
# SQL or a command tells it; a hidden one has no estimate.
figures() {
	sqlite3 -separator '	' -nullvalue - :memory: "SELECT value ->> 'id',
	    value ->> 'metric', replace(value ->> 'segment', 'period=' ||
	    coalesce(j ->> 'before' ->> 'name', '-'), '-'), value ->> 'status',
	    replace(value -> 'estimate', 'null', '-'), value ->> 'x', value ->> 'n',
	    value ->> 'N', coalesce(value ->> '\$.from[0]' || ' ' || (value ->> '\$.from[1]'), '-'),
	    CASE WHEN value ->> 'query' IS NOT NULL THEN 'query'
		ELSE coalesce(value ->> 'list', '-') END
	    FROM (SELECT readfile('$1') AS j), json_each(j, '\$.figures')"
}

# queries FILE DB: "=" and id, then what its query gives there.
queries() {
	sqlite3 :memory: "SELECT '.print =' || (value ->> 'id') || char(10) ||
	    (value ->> 'query') FROM json_each(readfile('$1'), '\$.figures')
	    WHERE value ->> 'query' IS NOT NULL" > statements
	sqlite3 -batch -readonly -separator ' ' -nullvalue - "$2" < statements
}

# commands FIGURES: command, metric, segment, estimate, x, n, N of all that are named.
commands() {
	cut -f 10 "$1" | grep -E '^hs-(escaudit|tiers) .*--figures' | sort -u |
	    while read -r command; do
		# shellcheck disable=SC2086 # a command in words
		$command -q -f tsv -H -c metric,segment,estimate,x,n,N < /dev/null 2> "$T_STATE/log" |
		    sed "s/^/$command	/"
	done
}

# walk KIND: each figure as told again, a line of how: query from command hidden, or
# what is wrong.  Numbers are the same to the last digit that the report has.
walk() {
	figures "$1.json" > figs
	queries "$1.json" g.db > asked
	commands figs > said
	awk -F '\t' '
	function abs(v) { return v < 0 ? -v : v }
	# half of the last digit of a number as it is written
	function half(v,  at) {
		at = index(v, ".")
		return (at == 0 ? 0.5 : 0.5 * 10 ^ (at - length(v))) * 1.000001
	}
	function differs(a, b) { return (a == "-") != (b == "-") || a != "-" && a - b != 0 }
	function wrong(why) {
		print "wrong", $2, $3, $4, "estimate " $5, "x " $6, "n " $7, "N " $8, why
	}
	function compare(e, x, n, N, how) {
		if (differs($7, n) || differs($8, N))
			wrong(how " has n " n ", N " N)
		else if ($5 == "-")
			print "hidden"
		else if (e == "-" || abs($5 - e) > half($5) + 1e-9 * abs(e))
			wrong(how " has " e)
		# a mean is no share: what SQL sums is not a number of tickets
		else if ($6 != "-" && differs($6, x))
			wrong(how " has x " x)
		else
			print how
	}
	FILENAME == "asked" {
		if (/^=/)
			id = substr($0, 2)
		else
			query[id] = query[id] $0
		next
	}
	FILENAME == "said" {
		told[$1, $2, $3] = $4 " " $5 " " $6 " " $7
		next
	}
	pass == 1 { estimate[$1] = $5; next }
	$10 == "query" {
		if (split(query[$1], w, " ") != 4)
			wrong("the query gives " query[$1])
		else
			compare(w[1], w[2], w[3], w[4], "query")
		next
	}
	$9 != "-" {
		split($9, w, " ")
		a = estimate[w[1]]; b = estimate[w[2]]
		if ($5 == "-")
			print "hidden"
		else if (a == "-" || b == "-" ||
		    abs(a - b - $5) > half(a) + half(b) + half($5))
			wrong("from " a " and " b)
		else
			print "from"
		next
	}
	{
		segment = $3
		sub(/^-,/, "", segment)
		sub(/^-$/, "all", segment)
	}
	($10, $2, segment) in told {
		split(told[$10, $2, segment], w, " ")
		compare(w[1], w[2], w[3], w[4], "command")
		next
	}
	$5 == "-" { print "hidden"; next }
	{ wrong("nothing tells it: " $10) }
	' asked said pass=1 figs pass=2 figs > walked
}

# least WORD N: so many were told like that.
least() {
	t_ok test "$(grep -c "^$1\$" walked)" -ge "$2"
}

for kind in monthly quarterly dash; do
	t_case "$kind"
	walk $kind
	t_ok test "$(grep -vc '^\(query\|from\|command\|hidden\)$' walked)" -eq 0
	t_ok test "$(wc -l < walked)" -eq "$(wc -l < figs)"
	grep '^wrong' walked | head -n 20 | t_comment
	cut -d ' ' -f 1 walked | sort | uniq -c | sed "s/^/$kind: /" | t_comment
	least query 100
	# status, method and definition of all; words and range of none that is hidden
	t_sql :memory: "SELECT value ->> 'id' FROM json_each(readfile('$kind.json'), '\$.figures')
	    WHERE coalesce(value ->> 'status', '') = '' OR coalesce(value ->> 'method', '') = ''
	    OR coalesce(value ->> 'definition', '') = '' OR coalesce(value ->> 'title', '') = ''
	    OR value -> 'estimate' = 'null' AND (value ->> 'text' GLOB '*[0-9]*'
		OR value ->> 'range' IS NOT NULL OR value ->> 'xn' IS NOT NULL
		OR value -> 'x' <> 'null' OR coalesce(value ->> 'why', '') = '')
	    OR value -> 'estimate' <> 'null' AND (value ->> 'text' NOT GLOB '*[0-9]*'
		OR value ->> 'why' IS NOT NULL)" 'what goes with a figure' < /dev/null
done

t_case 'without the tables that reports wrote'
cp g.db bare.db
sqlite3 bare.db 'DROP TABLE note; DROP TABLE baseline'
queries monthly.json g.db > before
queries monthly.json bare.db > after
t_same before after 'every query gives the same'

t_done
