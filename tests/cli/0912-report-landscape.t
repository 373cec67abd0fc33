#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report: types that grew, the two layers, the landscape and the quarter before,
# in months of which all numbers are known.
. "$(dirname "$0")/tap.sh"

# Rules with which the text says all: the type, and who can answer.
cat > our.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many printer invoice parcel cable
default complexity low
default emotion neutral
default pattern repeatable
default tier automate
tag printer
    set issue=printer
    when text ~ printer
tag invoice
    set issue=invoice
    when text ~ invoice
tag parcel
    set issue=parcel
    when text ~ parcel
tag cable
    set issue=cable
    when text ~ cable
tag difficult
    set tier=human
    set complexity=high
    when text ~ difficult
END

may=1777593600
june=1780272000

# make prefix since type n easy: n tickets of a type over 28 days, `easy` of them
# answered by the AI, the others by a person after ten minutes.
make() {
	awk -v prefix="$1" -v since="$2" -v type="$3" -v n="$4" -v easy="$5" 'BEGIN {
		for (i = 0; i < n; i++) {
			t = since + int(i * 28 / n) * 86400 + i * 7 + 3600
			ai = i * easy % n < easy
			printf "{\"id\":\"%s%d\",\"status\":\"solved\",\"language\":\"en\",\"created\":%d,\"updated\":%d,\"solved\":%d,\"requester\":\"%s%d\",\"reopens\":0,\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":%d,\"body\":\"%s %s\"},{\"id\":\"2\",\"role\":\"%s\",\"at\":%d,\"body\":\"Press the green button on the left.\"}]}\n",
			    prefix, i, t, t + 1200, t + 1200, prefix, i, t, type,
			    ai ? "please" : "difficult", ai ? "ai" : "agent", t + 600
		}
	}'
}

# load name: its tickets, tagged, and one of July that ends the data.
load() {
	make end $((june + 44 * 86400)) nothing 1 1 >> "$1.ndjson"
	hs-import -q -d "$1.db" "$1.ndjson" > "$T_STATE/log"
	hs-tag -q -d "$1.db" --rules our.rules > "$T_STATE/log" 2>&1
}

# flat: text on one line, without marks of figures.
flat() {
	sed 's/ *\[[0-9]*\]//g' | tr '\n' ' ' | sed 's/\xc2\xa0/ /g' | tr -s ' '
}

# report name option ...: that of June as JSON in r.json, as text in words.txt.
report() {
	t_db=$1
	shift
	t_run hs-report monthly -d "$t_db.db" --month 2026-06 "$@" -f json -o r.json
	t_status 0
	hs-report monthly -d "$t_db.db" --month 2026-06 "$@" -f text \
	    2> "$T_STATE/log" | flat > words.txt
}

# figure metric [segment]: estimate, lo and hi to 4 places, x, n and status.
figure() {
	sqlite3 -separator ' ' -nullvalue - :memory: "
	    SELECT printf('%.4f', value ->> 'estimate'), printf('%.4f', value ->> 'lo'),
	    printf('%.4f', value ->> 'hi'), value ->> 'x', value ->> 'n',
	    value ->> 'status' FROM json_each(readfile('r.json'), '\$.figures')
	    WHERE value ->> 'metric' = '$1' AND value ->> 'segment' = '${2:-all}'"
}

# is metric segment estimate x n status
is() {
	figure "$1" "$2" | awk '{ print $1, $4, $5, $6 }' | sed 's/^-0\.0000/0.0000/' > got
	echo "$3 $4 $5 $6" > want
	t_same want got "$1 $2"
}

says() {
	if grep -qF -- "$1" words.txt; then
		t_pass "it says: $1"
		return
	fi
	t_fail "it says: $1"
	fold -s -w 78 words.txt | t_comment
}

says_not() {
	if grep -qF -- "$1" words.txt; then
		t_fail "it does not say: $1"
		fold -s -w 78 words.txt | t_comment
		return
	fi
	t_pass "it does not say: $1"
}

# walk name least: every figure is what sqlite3 makes of its query, to the digits
# that it has.
walk() {
	sqlite3 -separator '	' -nullvalue - :memory: "SELECT value ->> 'metric',
	    value ->> 'segment', value ->> 'estimate', value ->> 'x', value ->> 'n',
	    value ->> 'query' FROM json_each(readfile('r.json'), '\$.figures')
	    WHERE value ->> 'query' IS NOT NULL AND value ->> 'estimate' IS NOT NULL" > figures
	while IFS='	' read -r metric segment estimate x n query; do
		sqlite3 -separator ' ' -nullvalue - "$1.db" "$query" < /dev/null > row 2>&1
		awk -v a="$estimate" -v x="$x" -v n="$n" '{
			d = a - $1
			if (d < 0)
				d = -d
			bad = d > (a > 100 ? 0.5 : 0.005001) ||
			    (x != "-" && $2 != "-" && x != $2) ||
			    (n != "-" && $3 != "-" && n != $3)
		} END { exit NR != 1 || bad }' row ||
		    echo "$metric $segment: $estimate $x $n, and $(cat row): $query"
	done < figures > wrong
	t_ok test "$(wc -l < figures)" -ge "$2"
	if [ -s wrong ]; then
		t_fail 'every figure is what its query gives'
		head -n 5 wrong | t_comment
	else
		t_pass 'every figure is what its query gives'
	fi
}

t_case 'types that grew and shrank'
# of invoices twice as many a day, and a little more: 30 days against 31
{
	make ma $may printer 112 56
	make mb $may invoice 112 56
	make mc $may cable 56 28
	make ja $june printer 112 56
	make jb $june invoice 224 112
	make jd $june parcel 56 28
} > grew.ndjson
load grew
report grew
is growth.tickets issue=invoice 224.0000 - - MEASURED
is growth.tickets period=2026-05,issue=invoice 112.0000 - - MEASURED
# (224 / 30) / (112 / 31), and limits by the beta quantiles of 224 and 112
is growth.ratio issue=invoice 2.0667 - 336 MEASURED
figure growth.ratio issue=invoice | awk '{ print $2, $3 }' > got
echo 1.6400 2.6166 > want
t_same want got 'its limits'
says '2 types of tickets grew and 1 shrank in a way that the data can show.'
says 'invoice 224 112 2.07 (1.64 to 2.62) 1 May 2026'
says 'parcel 56 0 new 1 June 2026'
says 'cable 0 56 gone 1 May 2026'
says '(4 types were tested)'
says_not 'printer 112 112'
walk grew 60

t_case 'what grew by chance is not named'
{
	make ma $may printer 280 140
	make mb $may invoice 40 20
	make ja $june printer 280 140
	make jb $june invoice 52 26
} > chance.ndjson
load chance
report chance --sections growth
says 'No type of tickets grew or shrank in a way that the data can show.'

t_case 'few tickets, however much they grew'
{
	make ma $may printer 300 140
	make ja $june printer 300 140
	make jb $june invoice 9 4
} > few.ndjson
load few
report few --sections growth
says 'No type of tickets grew or shrank in a way that the data can show.'

t_case 'the two layers'
report grew --sections layers
is deflection all 0.5000 196 392 MEASURED
is involvement period=2026-05 0.5000 140 280 MEASURED
is first_reply_s all 600.0000 - 196 MEASURED
is first_reply_s.change all 0.0000 - 336 MEASURED
says 'The AI: against the period before there is no change that the data can show.'
says 'People: against the period before there is no change that the data can show.'
hs-report monthly -d grew.db --month 2026-06 --sections layers -f json -o r.json
# a point a whole week from the fourth of May; the week of 1 June is the period's
sqlite3 :memory: "SELECT group_concat(p.value ->> 'label', ' ')
    FROM json_tree(readfile('r.json')) t, json_each(t.value, '\$.lines[0].points') p
    WHERE t.type = 'object' AND t.value ->> 'id' = 'weekly-deflection'" > got
echo 2026-05-04 2026-05-11 2026-05-18 2026-05-25 2026-06-01 2026-06-08 2026-06-15 2026-06-22 > want
t_same want got 'the weeks'
hs-metrics -q -d grew.db note 2026-06-10 'release 4.2' > "$T_STATE/log" 2>&1
hs-report monthly -d grew.db --month 2026-06 --sections layers -f json -o r.json
sqlite3 :memory: "SELECT DISTINCT t.value ->> '\$.notes[0].label', t.value ->> '\$.notes[0].text'
    FROM json_tree(readfile('r.json')) t
    WHERE t.type = 'object' AND t.value ->> 'chart' = 'series'" > got
echo '2026-06-08|release 4.2' > want
t_same want got 'a note stands at its week'

t_case 'the landscape'
report grew --sections landscape
is map.share complexity=low,emotion=neutral,pattern=repeatable,tier=automate 0.5000 196 392 UNVERIFIED
is ceiling.human all 0.5000 196 392 UNVERIFIED
sqlite3 :memory: "SELECT round(sum(c.value ->> 'share'), 6), min(round((SELECT sum(f.value ->> 'share')
	FROM json_each(c.value, '\$.cells') f), 6)), count(*)
    FROM json_tree(readfile('r.json')) t, json_each(t.value, '\$.columns') c
    WHERE t.type = 'object' AND t.value ->> 'id' = 'landscape-mosaic'" > got
echo '1.0|1.0|2' > want
t_same want got 'columns and their fields are all there is'
hs-tiers -d grew.db ceiling --month 2026-06 -c metric,estimate,x,n |
    awk '$1 == "ceiling.tagged" { print $2 + 0, $3, $4 }' > want
figure ceiling.tagged | awk '{ print $1 + 0, $4, $5 }' > got
t_same want got 'as hs-tiers has it'

t_case 'against the quarter before'
t_run hs-report quarterly -d grew.db --since 2026-06-01 --until 2026-07-01 \
    --sections quarter -f json -o r.json
t_status 0
is targets.rank issue=parcel 3.0000 - - UNVERIFIED
is targets.rank period=2026-05,issue=cable 3.0000 - - UNVERIFIED
hs-report quarterly -d grew.db --since 2026-06-01 --until 2026-07-01 \
    --sections quarter -f text | flat > words.txt
says 'Types that entered the twenty to automate first'
says 'parcel 3 (3 to 3) none generic:jd0'
says 'cable 3 (3 to 3) none generic:mc0'
says 'All tickets of both are tagged by one rule set'
says 'Could be automated, by tags 196 of 392 50.0 % 50.0 %'
walk grew 10
hs-import -q -d half.db grew.ndjson > "$T_STATE/log"
hs-tag -q -d half.db --rules our.rules -w "created < $june" > "$T_STATE/log" 2>&1
hs-report quarterly -d half.db --since 2026-06-01 --until 2026-07-01 \
    --sections quarter -f text 2> "$T_STATE/log" | flat > words.txt
says 'There is no landscape before this one to compare it with.'

t_done
