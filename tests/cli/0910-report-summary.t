#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Page one of hs-report, and what moved: months of which all numbers are known.
. "$(dirname "$0")/tap.sh"

# Rules with which the text says all: the type, and who can answer.
cat > our.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many printer invoice parcel
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
	make end $((june + 44 * 86400)) parcel 1 1 >> "$1.ndjson"
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

t_case 'only what comes in changed'
# 80 % of printers and 20 % of invoices are easy in both months
{
	make ma $may printer 225 180
	make mb $may invoice 75 15
	make ja $june printer 75 60
	make jb $june invoice 225 45
} > mix.ndjson
load mix
report mix
is ceiling.tagged all 0.3500 105 300 UNVERIFIED
is ceiling.tagged period=2026-05 0.6500 195 300 UNVERIFIED
is ceiling.tagged.change all -0.3000 - 600 UNVERIFIED
is ceiling.tagged.mix all -0.3000 - 600 UNVERIFIED
is ceiling.tagged.rate all 0.0000 - 600 UNVERIFIED
is deflection all 0.3500 105 300 MEASURED
is deflection.change all -0.3000 - 600 MEASURED
is deflection.mix all -0.3000 - 600 MEASURED
is deflection.rate all 0.0000 - 600 MEASURED
is deflection.standardised all 0.0000 - 600 MEASURED
# (0.25 - 0.75) (0.8 - 0.5), and (0.75 - 0.25) (0.2 - 0.5)
is deflection.mix issue=printer -0.1500 - 300 MEASURED
is deflection.mix issue=invoice -0.1500 - 300 MEASURED
says '35.0 % of the 300 tickets resolved in June 2026 could be answered without a person, going by their tags'
says 'In May 2026 it was 65.0 %: down, −30.0 points (−'
says 'It moved because other types of tickets came in; within types there is no change that the data can show.'
says 'Deflection: down, −30.0 points (−'
says_not 'the same types of tickets did differently'
says_not 'The worst handoff'
walk mix 60

t_case hours
# 195 tickets of ten minutes in four weeks; the AI takes no agent's time
is capacity.handle_per_week tier=human 29250.0000 - 195 UNVERIFIED
says 'In a week agents spent 8.1 h on tickets that stay with people'

t_case 'types to automate first'
is targets.share issue=printer 0.2000 60 300 UNVERIFIED
is targets.share issue=invoice 0.1500 45 300 UNVERIFIED
says 'printer 60 of 300 20.0 %'

t_case "the vendor's claim"
# of the 105 tickets that the AI had it kept all
is containment all 1.0000 105 105 MEASURED
report mix --sections summary --claimed 0.5
says 'The claim of 50.0 % is less than these tickets show.'
report mix --sections summary --claimed 0.99
says 'The claim of 99.0 % fits these tickets.'
report mix --sections summary --claimed 0.76 --claimed-as gorgias
is gorgias_automation all 0.3500 105 300 MEASURED
says 'The claim of 76.0 % is more than these tickets show.'
t_run hs-report monthly -d mix.db --month 2026-06 --claimed 0.76 --claimed-as nobody
t_status 2
t_err "nothing is known of 'nobody'"
t_run hs-report monthly -d mix.db --month 2026-06 --claimed 76
t_status 2

t_case 'only how types go changed'
{
	make ma $may printer 150 120
	make mb $may invoice 150 30
	make ja $june printer 150 75
	make jb $june invoice 150 15
} > rate.ndjson
load rate
report rate
is ceiling.tagged all 0.3000 90 300 UNVERIFIED
is ceiling.tagged.change all -0.2000 - 600 UNVERIFIED
is ceiling.tagged.rate all -0.2000 - 600 UNVERIFIED
is ceiling.tagged.mix all 0.0000 - 600 UNVERIFIED
is deflection.rate all -0.2000 - 600 MEASURED
is deflection.mix all 0.0000 - 600 MEASURED
is deflection.rate issue=printer -0.1500 - 300 MEASURED
is deflection.rate issue=invoice -0.0500 - 300 MEASURED
says 'It moved because the same types of tickets did differently, not because of what came in.'
says_not 'because other types of tickets came in'
walk rate 60

t_case 'reviewed in both months'
cp rate.db rev.db
for m in 05 06; do
	hs-sample draw -q -d rev.db -n 100 --seed $m --month 2026-$m --sample s$m > "$T_STATE/log"
done
# the reviewer is of the tags' opinion
sqlite3 rev.db "CREATE TEMP TABLE says AS SELECT sample, ticket, complexity AS c FROM sample_ticket;
    INSERT INTO review SELECT sample, ticket, 'ann', 'complexity', c FROM says;
    INSERT INTO review SELECT sample, ticket, 'ann', 'emotion', 'neutral' FROM says;
    INSERT INTO review SELECT sample, ticket, 'ann', 'pattern', 'repeatable' FROM says;
    INSERT INTO verdict SELECT sample, ticket, 'ann', iif(c = 'low', 'automate', 'human'), 0
	FROM says"
report rev --sections summary
figure ceiling.verified | awk '{ print $1, $5, $6, ($2 < $1 && $1 < $3) }' > got
echo 0.3000 100 ESTIMATED 1 > want
t_same want got ceiling.verified
is ceiling.verified.change all -0.2000 - 200 ESTIMATED
says 'tickets resolved in June 2026 could be answered without a person, by review of a sample.'
says 'In May 2026 it was 50.0 %: down, −20.0 points'
says_not 'Hours go by tags'
walk rev 14
cp rev.db other.db
sqlite3 other.db "DELETE FROM verdict WHERE sample = (SELECT id FROM sample WHERE name = 's06')"
report other --sections summary
says 'by review of a sample of another period.'
says 'Hours go by tags, not by that review.'
sqlite3 rev.db "DELETE FROM verdict WHERE sample = (SELECT id FROM sample WHERE name = 's05')"
report rev --sections summary
is ceiling.tagged.change all -0.2000 - 600 UNVERIFIED
says 'by review of a sample.'
says 'Going by tags, which both periods have, in May 2026 it was 50.0 % and is now 30.0 %: down, −20.0 points'

t_case both
{
	make ma $may printer 225 180
	make mb $may invoice 75 15
	make ja $june printer 75 30
	make jb $june invoice 225 0
} > both.ndjson
load both
report both --sections summary
# w is 0.5 for each: (0.4 - 0.8) / 2 + (0 - 0.2) / 2; the mix is the rest of 0.1 - 0.65
is ceiling.tagged.rate all -0.3000 - 600 UNVERIFIED
is ceiling.tagged.mix all -0.2500 - 600 UNVERIFIED
says 'It moved both because other types of tickets came in and because the same types did differently.'

t_case 'nothing changed that data can show'
{
	make ma $may printer 300 150
	make ja $june printer 300 156
} > same.ndjson
load same
report same
is ceiling.tagged.change all 0.0200 - 600 UNVERIFIED
says 'In May 2026 it was 50.0 %: no change that the data can show'
says 'None of the main measures changed in a way that the data can show.'
says_not 'It moved'
says_not ': up, '

t_case 'a type that is new, and one that is gone'
{
	make ma $may printer 200 100
	make mb $may invoice 100 80
	make ja $june printer 200 100
	make jc $june parcel 100 20
} > new.ndjson
load new
report new --sections summary,moved
# printers kept their share and their rate: all is mix
is deflection.rate all 0.0000 - 600 MEASURED
is deflection.mix all -0.2000 - 600 MEASURED
# (0.2 - 0.5) / 3 and -(0.8 - 0.5) / 3, 0.5 being the mean of 0.6 and 0.4
is ceiling.tagged.mix all -0.2000 - 600 UNVERIFIED

t_case 'one account that has most of the tickets'
report rate --sections summary
alone=$(figure ceiling.tagged.change | awk '{ print $3 - $2 }')
printf 'id,name,plan\nA,Acme,free\n' > account.csv
sed '/"id":"[mj]a/s/"requester"/"account":"A","requester"/' rate.ndjson > one.ndjson
hs-import -q -d one.db account.csv one.ndjson > "$T_STATE/log"
hs-tag -q -d one.db --rules our.rules > "$T_STATE/log" 2>&1
report one --sections summary
wide=$(figure ceiling.tagged.change | awk '{ print $3 - $2 }')
t_ok awk -v a="$alone" -v b="$wide" 'BEGIN { exit !(a > 0 && b > 2 * a) }'

t_case 'a month without tickets'
t_run hs-report monthly -d mix.db --month 2026-12 --sections summary -f text
t_status 0
flat < "$T_STATE/out" > words.txt
says 'how much could be automated cannot be told'
says_not '0.0'

t_case 'nothing is tagged'
hs-import -q -d bare.db mix.ndjson > "$T_STATE/log"
report bare
says 'How much could be automated cannot be told: none of the 300 tickets resolved in June 2026 is tagged.'
says_not 'could be answered without a person'

t_case 'the same bytes'
hs-report monthly -d mix.db --month 2026-06 -f json -j 1 > one
hs-report monthly -d mix.db --month 2026-06 -f json -j 4 > two
t_same one two

t_done
