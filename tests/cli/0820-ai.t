#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics ai: eleven tickets whose every x and n was counted by hand, then what
# each figure says of exports that do not tell it.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many kettle
default complexity low
default emotion neutral
default pattern repeatable
default tier automate
tag kettle
    set issue=kettle
    when text ~ kettle
END

# ticket ID ACCOUNT REQUESTER DAY SOLVED MORE ROLES: opened on that day of June at
# nine; solved at SOLVED ("" it is open); a message of each role, ten minutes apart.
ticket() {
	awk -v id="$1" -v account="$2" -v who="$3" -v day="$4" -v solved="$5" \
	    -v more="$6" -v roles="$7" 'BEGIN {
		printf "{\"id\":\"%s\",\"account\":\"%s\",\"requester\":\"%s\",\"subject\":\"Kettle\",", id, account, who
		printf "\"created\":\"2026-%sT09:00:00Z\",", day
		if (more !~ /reopens/)
			printf "\"reopens\":0,"
		if (solved != "")
			printf "\"status\":\"solved\",\"solved\":\"2026-%s:00Z\",", solved
		else
			printf "\"status\":\"open\","
		if (more != "")
			printf "%s,", more
		printf "\"messages\":["
		n = split(roles, role, " ")
		for (i = 1; i <= n; i++)
			printf "%s{\"id\":\"%d\",\"role\":\"%s\",\"at\":\"2026-%sT09:%02d:00Z\",\"body\":\"%s\"}",
			    (i > 1 ? "," : ""), i, role[i], day, 10 * (i - 1),
			    (role[i] == "customer" ? "My kettle leaks." : "Close the lid of the kettle.")
		print "]}"
	}'
}
{
	ticket a1 A ra 06-01 06-01T10:00 '"csat":"good","ai_state":"resolved_confirmed"' 'customer ai'
	ticket a2 A rb 06-02 06-02T10:00 '"reopens":1,"tags":["ai-wrong"]' 'customer ai ai'
	ticket a3 B rc 06-03 06-03T10:00 '' 'customer ai'
	ticket a4 B rc 06-06 06-06T10:00 '' 'customer ai'
	ticket a5 B rd 06-07 '' '' 'customer ai'
	ticket a6 C re 06-29 06-29T10:00 '' 'customer ai'
	ticket h1 C rf 06-04 06-04T10:00 '"ai_state":"negative_feedback"' 'customer ai agent'
	ticket h2 D rg 06-05 06-05T10:00 '' 'customer ai agent'
	ticket p1 D rh 06-08 06-08T10:00 '' 'customer agent'
	ticket p2 E ri 06-09 06-09T10:00 '' 'customer agent agent'
	ticket q1 E rj 06-10 '' '' 'customer'
	ticket last F rk 07-01 '' '' 'customer'
} > tickets.ndjson
printf 'id,name\nA,Ash\nB,Birch\nC,Cedar\nD,Date\nE,Elm\nF,Fir\n' > accounts.csv
printf 'ticket,kind,score,scale,at,rated\na5,csat,bad,good-bad,2026-06-08T00:00:00Z,ai\n' > rated.csv
cat > drafts.csv <<'END'
ticket,at,draft,sent,by
p1,2026-06-08T09:05:00Z,Close the lid of the kettle and wait for a day.,Close the lid of the kettle and wait for an hour.,x
p2,2026-06-09T09:05:00Z,Close the lid.,Close the lid.,x
p2,2026-06-09T09:06:00Z,Close the lid.,Send it to our workshop in a box with a note.,x
p2,2026-06-09T09:07:00Z,Close the lid.,,x
END
# The answers counted: six tickets of the AI alone with one, a2 with two, h1 with one;
# h2's was a greeting.
counted="UPDATE tagging SET ai_answers = CASE t.ext_id WHEN 'a2' THEN 2
	WHEN 'h2' THEN 0 ELSE 1 END FROM ticket t WHERE t.id = tagging.ticket
	AND t.ext_id < 'p'; UPDATE tagging SET ai_reply = NULL"
build() {
	hs-import -q -d a.db --flag-tag ai-wrong tickets.ndjson > "$T_STATE/log"
	hs-import -q -d a.db --source generic --as generic:account accounts.csv > "$T_STATE/log"
	hs-import -q -d a.db --source generic --as generic:survey rated.csv > "$T_STATE/log"
	hs-import -q -d a.db --source generic --as generic:suggestion drafts.csv > "$T_STATE/log"
	hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
	sqlite3 a.db "$counted"
}
build

t_case 'every x and n, by hand'
t_run hs-metrics -d a.db ai --month 2026-06 --min-n 1 -c metric,x,n,N,status
t_status 0
grep -v deff "$T_STATE/out" > got
cat > want <<'END'
metric	x	n	N	status
involvement	8	11	11	MEASURED
answered	7	8	8	MEASURED
deflection	5	11	11	MEASURED
verified_deflection	2	10	11	MEASURED
containment	6	8	8	MEASURED
resolution	5	8	8	MEASURED
durable	2	4	5	MEASURED
ai_csat	1	2	6	MEASURED
ai_csat_response	2	6	6	MEASURED
negative_feedback	2	3	8	MEASURED
corrections	4	11	11	MEASURED
corrections_suggestion	2	11	11	MEASURED
corrections_rating	1	11	11	MEASURED
corrections_feedback	1	11	11	MEASURED
flags	1	8	8	MEASURED
suggestion_unchanged	1	3	3	MEASURED
suggestion_edited	1	3	3	MEASURED
suggestion_rewritten	1	3	3	MEASURED
durable.km	2	5	5	MEASURED
accuracy	-	-	-	NOT-MEASURABLE
END
t_same want got 'every figure is what was counted'
t_err 'accuracy: nobody reviewed'
t_err '5 accounts are few'

t_case 'younger tickets count as far as they were watched'
# a2 came back at once: 4 of 5 stay.  a6 was watched for two days, a3 came
# back after nearly three: 2 of 3.
t_run hs-metrics -d a.db ai --month 2026-06 --min-n 1 -c metric,estimate
t_ok grep -qx 'durable.km	0.533333' "$T_STATE/out"

t_case 'the view says the same'
sqlite3 a.db "SELECT metric, x, n, tickets FROM metrics WHERE month = '2026-06' AND metric IN
    (SELECT value FROM json_each('[\"involvement\",\"deflection\",\"durable\",\"corrections\"]'))
    ORDER BY metric" | tr '|' '\t' > got
cat > want <<'END'
corrections	4	11	11
deflection	5	11	11
durable	2	4	5
involvement	8	11	11
END
t_same want got 'counted again in the view metrics'

# What is no share is not in it, nor what only stands behind another figure, nor what
# speaks for a sample.
sqlite3 a.db "SELECT v.name FROM sqlite_master v WHERE v.type = 'view'
    AND v.name NOT IN ('durable_km', 'transfers', 'agent_time', 'first_reply_s', 'handle_s')
    AND EXISTS (SELECT 1 FROM pragma_table_info(v.name) WHERE name = 'key')
    AND EXISTS (SELECT 1 FROM pragma_table_info(v.name) WHERE name = 'n7')
    AND NOT EXISTS (SELECT 1 FROM pragma_table_info(v.name) WHERE name = 'sample')
    AND EXISTS (SELECT 1 FROM pragma_table_info(v.name) WHERE name = 'x')" | sort > want
sqlite3 a.db 'SELECT sql FROM sqlite_master WHERE name = "metrics"' |
    sed -n "s/.*SELECT '\\([a-z0-9_]*\\)'.*/\\1/p" | sort > got
t_same want got 'every rate is in it'

t_case 'deflection never stands alone'
t_run hs-metrics -d a.db ai --month 2026-06 -c metric
grep -v deff "$T_STATE/out" | grep -A 1 -x deflection > got
printf 'deflection\nverified_deflection\n' > want
t_same want got 'verified_deflection is the next row'

t_case 'a review of these tickets'
cp a.db whole.db
hs-sample draw -q -d a.db --by created --month 2026-06 -n 11 --seed 3 > "$T_STATE/log" 2>&1
sqlite3 a.db "CREATE TEMP TABLE one AS SELECT t.sample, t.ticket, e.ext_id AS id, t.ai
	FROM sample_ticket t JOIN ticket e ON e.id = t.ticket;
    INSERT INTO review SELECT sample, ticket, 'ann', 'complexity', 'low' FROM one;
    INSERT INTO review SELECT sample, ticket, 'ann', 'emotion', 'neutral' FROM one;
    INSERT INTO review SELECT sample, ticket, 'ann', 'pattern', 'repeatable' FROM one;
    INSERT INTO review SELECT sample, ticket, 'ann', 'ai_correct',
	iif(id IN ('a2', 'h1'), 'no', 'yes') FROM one WHERE ai;
    INSERT INTO verdict SELECT sample, ticket, 'ann', 'automate', 0 FROM one;"
t_run hs-metrics -d a.db ai --by created --month 2026-06 -c metric,estimate,x,n,status
awk -F '\t' '$1 == "accuracy"' "$T_STATE/out" > got
sqlite3 a.db "SELECT 'accuracy', printf('%.6f', estimate), x, n, 'ESTIMATED'
    FROM ceiling_ai_accuracy" | tr '|' '\t' > want
t_same want got 'as the view of the ceiling has it'
t_ok test "$(cut -f 3,4 got)" != '0	0'
t_run hs-metrics -d a.db ai --by created --last 30d -c metric,status
t_ok grep -qx 'accuracy	ESTIMATED(transported)' "$T_STATE/out"
mv whole.db a.db

t_case 'too young'
t_run hs-metrics -d a.db ai -c metric,estimate,n,N,status --min-n 1 generic:a6
t_ok grep -qx 'durable	-	0	1	IMMATURE' "$T_STATE/out"
t_ok grep -qx 'verified_deflection	-	0	1	IMMATURE' "$T_STATE/out"
t_err 'durable: no ticket is old enough yet'

t_case 'old enough, and not known all the same'
sqlite3 a.db 'UPDATE ticket_stat SET reopens = NULL'
t_run hs-metrics -d a.db ai -c metric,n,N,status --month 2026-06
t_ok grep -qx 'durable	0	5	NOT-MEASURABLE' "$T_STATE/out"
t_err 'durable: reopenings, types or requesters are not known'
t_err 'verified_deflection: who answered, reopenings, types or requesters are not known'

t_case 'nothing is told but numbers and dates'
printf 'Ticket ID,Status,Created at,Solved at\n1,Solved,2026-06-01T09:00:00Z,2026-06-02T09:00:00Z\n2,Solved,2026-06-03T09:00:00Z,2026-06-04T09:00:00Z\n3,Open,2026-06-20T09:00:00Z,\n' > bare.csv
hs-import -q -d bare.db bare.csv > "$T_STATE/log"
hs-tag -q -d bare.db --rules our.rules > "$T_STATE/log"
t_run hs-metrics -d bare.db ai -c metric,estimate,lo,hi,x,status
t_status 0
sed 1d "$T_STATE/out" | awk -F '\t' '$6 != "NOT-MEASURABLE" || $2$3$4$5 != "----"' > got
: > want
t_same want got 'no figure has a number'
t_err 'involvement: nothing says who answered'
t_err 'of 3 of 3 tickets it is not known who answered'

t_case 'words, and nothing about how it went'
sed 's/"csat":"good",//; s/"ai_state":"[a-z_]*",*//; s/"reopens":1,//; s/,,/,/; s/"tags":\["ai-wrong"\],//' \
    tickets.ndjson > plain.ndjson
hs-import -q -d plain.db plain.ndjson > "$T_STATE/log"
hs-tag -q -d plain.db --rules our.rules > "$T_STATE/log"
sqlite3 plain.db "$counted"
t_run hs-metrics -d plain.db ai --month 2026-06 -c metric,estimate,status
t_status 0
for m in ai_csat ai_csat_response negative_feedback corrections corrections_suggestion \
    corrections_rating corrections_feedback flags suggestion_unchanged \
    suggestion_edited suggestion_rewritten accuracy; do
	t_ok grep -qx "$m	-	NOT-MEASURABLE" "$T_STATE/out"
done
t_err 'ai_csat: no survey answers'
t_err 'corrections_suggestion: no drafts of the AI'
t_err 'flags: no tag says so'

t_done
