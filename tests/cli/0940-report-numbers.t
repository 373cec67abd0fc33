#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report: every number of a month, a quarter and a dashboard is told again, by
# sqlite3 from the query under it, by the command under it, or from other figures;
# some of them by awk from figures of types, and from the export itself.
. "$(dirname "$0")/tap.sh"

# Two quarters of three helpdesks, two reviewed samples, a release, a baseline.
generate --seed 11 --tickets 2000 --days 184 --until 2026-10-01 exports \
    > "$T_STATE/log" 2>&1
HS_DB=g.db
export HS_DB
hs-import -q exports > "$T_STATE/log"
hs-tag -q > "$T_STATE/log"
t_case 'reviews'
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
t_ok test "$(wc -l < before)" -ge 250
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
	queries "$1.json" "$HS_DB" > asked
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
	least query 90
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

# Mix and rate from the x and n of types in both months: types of fewer than five
# tickets are one, a new or a vanished one is mix alone.
# kitagawa METRIC OPTION BEFORE NOW: segment, mix, rate.
kitagawa() {
	for span in "$3" "$4"; do
		hs-metrics show "$1" -q --split issue "$2" "$span" --min-n 1 -f tsv \
		    -c metric,segment,x,n | sed "s/^/$span	/"
	done | awk -F '\t' -v metric="$1" -v before="$3" '
	# of deflection the verified one is told beside it
	$2 != metric || $3 !~ /^issue=/ { next }
	$1 == before { x0[$3] = $4; n0[$3] = $5 }
	$1 != before { x1[$3] = $4; n1[$3] = $5 }
	{ type[$3] }
	END {
		for (t in type) {
			g = n0[t] + n1[t] < 5 ? "issue=other" : t
			group[g]
			X0[g] += x0[t]; N0[g] += n0[t]; X1[g] += x1[t]; N1[g] += n1[t]
			all0 += n0[t]; all1 += n1[t]
		}
		for (g in group) {
			level0 += X0[g]; level1 += X1[g]
		}
		level = (level0 / all0 + level1 / all1) / 2
		for (g in group) {
			if (N0[g] + N1[g] == 0)
				continue
			s0 = N0[g] / all0; s1 = N1[g] / all1
			p0 = N0[g] ? X0[g] / N0[g] : X1[g] / N1[g]
			p1 = N1[g] ? X1[g] / N1[g] : p0
			mix = (s1 - s0) * ((p0 + p1) / 2 - level)
			rate = N0[g] && N1[g] ? (s0 + s1) / 2 * (p1 - p0) : 0
			printf "%s %.6f %.6f\n", g, mix, rate
			mixes += mix; rates += rate
		}
		printf "all %.6f %.6f\n", mixes, rates
	}'
}

# moved FILE METRIC OPTION BEFORE NOW: the report has the same.
moved() {
	metric=$2
	kitagawa "$2" "$3" "$4" "$5" > parts
	# what the report has of them; all of the crude change is mix or rate
	sqlite3 -separator ' ' :memory: "WITH f AS (SELECT value ->> 'metric' AS m,
	    value ->> 'segment' AS s, value ->> 'estimate' AS e
	    FROM json_each(readfile('$1'), '\$.figures'))
	    SELECT a.s, a.e, b.e, coalesce(c.e, '-') FROM f a JOIN f b ON b.s = a.s AND
	    b.m = '$metric.rate' LEFT JOIN f c ON c.s = a.s AND c.m = '$metric.change'
	    WHERE a.m = '$metric.mix'" > has
	t_ok test -s has
	awk 'function off(a, b) { return a - b > 2e-6 || b - a > 2e-6 }
	NR == FNR { mix[$1] = $2; rate[$1] = $3; next }
	!($1 in mix) || off($2, mix[$1]) || off($3, rate[$1]) { print; next }
	$4 != "-" && off($2 + $3, $4)' parts has > wrong
	if [ -s wrong ]; then
		t_fail "$metric"
		sort parts | cat - wrong | t_comment
	else
		t_pass "$metric: $(wc -l < has) of it"
	fi
}

t_case 'mix and rate, from types'
for m in deflection containment csat reopen_rate resolution_quality; do
	moved monthly.json $m --month 2026-08 2026-09
done
moved quarterly.json containment --quarter 2026Q2 2026Q3
t_ok test "$(wc -l < has)" -gt 3

# Twelve numbers from the export itself, which awk reads line by line: no database, no
# view, no tag.  The text says the type, who had it says the role of a message.
cp "$T_ROOT/samples/rules/reply.rules" "$T_ROOT/samples/rules/transfer.rules" .
cat > our.rules <<'END'
rules 1
use reply.rules
use transfer.rules
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many kettle lamp
default complexity low
default emotion neutral
default pattern repeatable
default tier automate
tag kettle
    set issue=kettle
    when text ~ kettle
tag lamp
    set issue=lamp
    when text ~ lamp
tag boiler
    set complexity=high
    set tier=human
    when text ~ boiler
END

# 160 tickets from 20 May to 5 July; by turns a ticket is of people, of the AI alone
# (the customer content, silent or not helped, or not solved), or handed over.
awk 'BEGIN {
	start = 1779235200
	seed = 5
	for (i = 1; i <= 160; i++) {
		for (j = 0; j < 8; j++) {
			seed = (seed * 1103515245 + 12345) % 2147483648
			r[j] = int(seed / 65536)
		}
		t = start + int(i * 46 / 160 * 86400) + r[0] % 3600
		kind = r[1] % 5
		open = r[2] % 8 == 0
		solved = t + 3600 + r[3] % 200000
		printf "{\"id\":\"%d\",\"created\":%d,\"language\":\"en\",\"requester\":\"q%d\",", i, t, r[4] % 90
		printf "\"status\":\"%s\",", open ? "open" : "solved"
		if (!open)
			printf "\"solved\":%d,\"reopens\":%d,", solved, (kind > 1 && r[5] % 6 == 0)
		else
			printf "\"reopens\":0,"
		if (r[6] % 3 == 0)
			printf "\"csat\":\"%s\",", r[6] % 4 ? "good" : "bad"
		if (kind < 3)
			printf "\"transfers\":%d,\"handle time\":%d,", r[7] % 3, 120 + r[7] % 1700
		printf "\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":%d,\"body\":\"How do I clean the %s%s?\"}",
		    t, r[5] % 5 < 2 ? "lamp" : "kettle", r[7] % 4 == 0 ? " and its boiler" : ""
		if (kind > 1)
			printf ",{\"id\":\"2\",\"role\":\"ai\",\"at\":%d,\"body\":\"Open the lid, pour in a cup of vinegar and rinse it after an hour.\"}", t + 30
		if (kind == 2)
			printf ",{\"id\":\"3\",\"role\":\"ai\",\"at\":%d,\"body\":\"I will pass you on to a colleague.\"}", t + 90
		if (kind < 3)
			printf ",{\"id\":\"4\",\"role\":\"agent\",\"at\":%d,\"body\":\"I have sent you the steps with pictures.\"}", t + 300 + r[3] % 3000
		if (kind == 4)
			printf ",{\"id\":\"5\",\"role\":\"customer\",\"at\":%d,\"body\":\"%s\"}", t + 900,
			    r[3] % 2 ? "That worked, thank you!" : "That did not help, it still does not work."
		print "]}"
	}
}' > tickets.ndjson
hs-import -q -d f.db tickets.ndjson > "$T_STATE/log"
hs-tag -q -d f.db --rules our.rules > "$T_STATE/log"
t_case 'by awk, from the export'
t_run hs-report monthly -d f.db --since 2026-06-01 --until 2026-07-01 -f json -o f.json
t_status 0

# A line a number: metric, segment, estimate, x, n, N; times of medians go to files.
awk -v since=1780272000 -v until=1782864000 '
function text(key) {
	if (!match($0, "\"" key "\":\"[^\"]*\""))
		return ""
	return substr($0, RSTART + length(key) + 4, RLENGTH - length(key) - 5)
}
function number(key) {
	if (!match($0, "\"" key "\":[0-9]+"))
		return ""
	return substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 3) + 0
}
function later(t) { if (t > newest) newest = t }
function give(metric, segment, x, n, N) {
	printf "%s %s %.6f %d %d %d\n", metric, segment, x / n, x, n, N
}
{
	created[NR] = number("created")
	solved[NR] = number("solved")
	later(created[NR]); later(solved[NR] + 0)
	type[NR] = /lamp/ ? "lamp" : "kettle"
	hard[NR] = /boiler/
	who[NR] = text("requester")
	rated[NR] = text("csat")
	reopens[NR] = number("reopens")
	transfers[NR] = number("transfers")
	handle[NR] = number("handle time")
	unhelped[NR] = /did not help/
	rest = $0
	from[NR] = created[NR]
	while (match(rest, /"role":"[a-z]*","at":[0-9]+,"body":"[^"]*"/)) {
		m = substr(rest, RSTART, RLENGTH)
		rest = substr(rest, RSTART + RLENGTH)
		split(m, part, "\"")
		at = substr(part[7], 2) + 0
		later(at)
		if (part[4] == "ai")
			ai[NR] = 1
		if (m ~ /pass you on/)
			from[NR] = handed[NR] = at
		if (part[4] == "agent" && !(NR in person))
			person[NR] = at
	}
}
function held(i,  j) {
	if (reopens[i] > 0)
		return 0
	for (j = 1; j <= NR; j++)
		if (j != i && who[j] == who[i] && type[j] == type[i] &&
		    created[j] > solved[i] && created[j] <= solved[i] + week)
			return 0
	return 1
}
END {
	week = 7 * 86400
	for (i = 1; i <= NR; i++) {
		if (solved[i] != "" && solved[i] >= since && solved[i] < until) {
			closed++
			easy += type[i] == "kettle" && !hard[i]
		}
		if ((i in handed) && handed[i] >= since && handed[i] < until)
			escalations++
		if (created[i] < since || created[i] >= until)
			continue
		tickets++
		people = (i in person) || (i in handed)
		robot = (i in ai) && !people
		took += i in ai
		kept += robot
		deflected = robot && solved[i] != "" && !unhelped[i] && rated[i] != "bad"
		deflection += deflected
		if (newest - (deflected ? solved[i] : created[i]) >= week) {
			old++
			verified += deflected && held(i)
		}
		if (robot) {
			aiasked += rated[i] != ""
			aigood += rated[i] == "good"
			continue
		}
		worked++
		print person[i] - from[i] > "replies"
		print handle[i] > (hard[i] ? "high" : "low")
		moves += transfers[i]
		if (solved[i] != "") {
			ended++
			if (newest - solved[i] >= week) {
				watched++
				reopened += reopens[i] > 0
			}
		}
		if (!(i in ai)) {
			alone++
			asked += rated[i] != ""
			good += rated[i] == "good"
		} else {
			mixed++
			mixasked += rated[i] != ""
			mixgood += rated[i] == "good"
		}
	}
	printf "counted.tickets all %.6f - - -\n", tickets
	give("involvement", "all", took, tickets, tickets)
	give("deflection", "all", deflection, tickets, tickets)
	give("verified_deflection", "all", verified, old, tickets)
	give("containment", "all", kept, took, took)
	give("csat", "all", good, asked, alone)
	give("ai_csat", "all", aigood, aiasked, kept)
	give("csat_escalated", "all", mixgood, mixasked, mixed)
	give("reopen_rate", "all", reopened, watched, ended)
	printf "transfers all %.6f - %d %d\n", moves / worked, worked, worked
	printf "escalations all %.6f %d - %d\n", escalations, escalations, escalations
	give("targets.share", "issue=kettle", easy, closed, closed)
}' tickets.ndjson > counted

# middle FILE METRIC SEGMENT: the median of the numbers in it.
middle() {
	sort -n "$1" | awk -v what="$2 $3" '{ v[NR] = $1 } END {
		m = (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2
		printf "%s %.6f - %d %d\n", what, m, NR, NR
	}'
}
{
	middle replies first_reply_s all
	middle low handle_s complexity=low
	middle high handle_s complexity=high
} >> counted
t_ok test "$(wc -l < counted)" -ge 12
while read -r metric segment estimate x n N; do
	sqlite3 -separator ' ' -nullvalue - :memory: "SELECT value ->> 'estimate', value ->> 'x',
	    value ->> 'n', value ->> 'N' FROM json_each(readfile('f.json'), '\$.figures')
	    WHERE value ->> 'metric' = '$metric' AND value ->> 'segment' = '$segment'" > got
	# as many digits as the report has
	awk -v e="$estimate" -v rest="$x $n $N" '{
		d = $1 - e
		by = $1 ~ /^[0-9]+\.[0-9][0-9]?$/ ? 0.00501 : 0.00000051
		exit !(NR == 1 && d < by && d > -by && $2 " " $3 " " $4 == rest)
	}' got && t_pass "$metric $segment is $estimate" && continue
	t_fail "$metric $segment is $estimate $x $n $N"
	t_comment < got
done < counted

t_case 'what is said of the data'
# one ticket again, one as it was later, a new one, one without text, and
# one that has no name
{
	sed -n 60p tickets.ndjson
	sed -n '61s/"messages"/"updated":1783300000,"priority":"high","messages"/p' tickets.ndjson
	sed -n '62s/"id":"62"/"id":"new"/p' tickets.ndjson
	echo '{"id":"mute","created":1781000000,"status":"open","messages":[]}'
	echo '{"created":1781000000,"status":"open","messages":[]}'
} > more.ndjson
HS_DB=f.db
hs-import -q more.ndjson > "$T_STATE/log" 2>&1
hs-report monthly --since 2026-06-01 --until 2026-07-01 -f json > f.json
walk f
t_ok test "$(grep -vc '^\(query\|from\|command\|hidden\)$' walked)" -eq 0
grep '^wrong' walked | t_comment
cut -f 2 figs | grep '^counted' | sort > got
cat > want <<'END'
counted.again
counted.asked
counted.other
counted.read
counted.rejected
counted.stale
counted.textless
counted.tickets
counted.unfinished
counted.untagged
END
t_same want got
sed 's/~ boiler/~ boilers/' our.rules > other.rules
hs-tag -q --rules other.rules > "$T_STATE/log" 2>&1
sqlite3 f.db 'DELETE FROM tagging WHERE ticket % 3 = 0 AND
	ruleset = (SELECT id FROM ruleset WHERE active = 1)'
hs-report monthly --since 2026-06-01 --until 2026-07-01 -f json > f.json
walk f
t_ok test "$(grep -vc '^\(query\|from\|command\|hidden\)$' walked)" -eq 0
grep '^wrong' walked | t_comment
t_ok grep -q 'landscape.outdated' figs

t_done
