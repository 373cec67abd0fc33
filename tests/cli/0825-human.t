#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics human: nine tickets whose every x and n was counted by hand; one account
# with most of the tickets; handle times of several kinds, and beside what was
# expected; exports that do not tell.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many kettle
default emotion neutral
default pattern repeatable
default tier automate
tag kettle
    set issue=kettle
    when text ~ kettle
tag easy
    set complexity=low
    when text ~ lid
tag hard
    set complexity=high
    when text ~ boiler
END

# ticket ID REQUESTER DAY SOLVED MORE MESSAGES: opened on that day of June at nine;
# solved at SOLVED ("" it is open); messages are MINUTE:ROLE:WORD after that.
ticket() {
	awk -v id="$1" -v requester="$2" -v day="$3" -v solved="$4" -v more="$5" \
	    -v messages="$6" 'BEGIN {
		printf "{\"id\":\"%s\",\"account\":\"%s\",\"requester\":\"%s\",\"subject\":\"Kettle\",", id, id, requester
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
		n = split(messages, list, " ")
		for (i = 1; i <= n; i++) {
			split(list[i], m, ":")
			printf "%s{\"id\":\"%d\",\"role\":\"%s\",\"at\":\"2026-%sT%02d:%02d:00Z\",\"body\":\"The kettle and its %s.\"}",
			    (i > 1 ? "," : ""), i, m[2], day, 9 + int(m[1] / 60), m[1] % 60, m[3]
		}
		print "]}"
	}'
}
{
	ticket p1 ra 06-01 06-01T12:00 '"csat":"good","transfers":0,"handle time":0' \
	    '0:customer:lid 10:agent:lid'
	ticket p2 rb 06-02 06-02T12:00 '"transfers":1,"handle time":600' \
	    '0:customer:spout 20:agent:spout 25:agent:spout'
	ticket p3 rc 06-03 06-03T12:00 '"csat":"bad","transfers":2,"handle time":900' \
	    '0:customer:lid 30:agent:lid 40:customer:lid 50:agent:lid'
	ticket p4 rd 06-04 06-04T12:00 '"csat":"good","reopens":1,"handle time":1200' \
	    '0:customer:lid 40:agent:lid'
	ticket p5 re 06-29 06-29T12:00 '"handle time":1500' '0:customer:lid 50:agent:lid'
	ticket p6 rc 06-06 06-06T12:00 '"handle time":36000' \
	    '0:customer:boiler 60:agent:boiler 70:customer:boiler 80:agent:boiler'
	ticket e1 rf 06-07 06-07T12:00 '"csat":"good","handle time":1800' \
	    '0:customer:lid 1:ai:lid 15:agent:lid'
	ticket e2 rg 06-08 06-08T12:00 '"csat":"bad","handle time":2100' \
	    '0:customer:lid 1:ai:lid 16:agent:lid'
	ticket e3 rh 06-09 '' '' '0:customer:lid 1:ai:lid'
	ticket last ri 07-01 '' '' '0:customer:lid'
} > tickets.ndjson
hs-import -q -d a.db tickets.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
# e1 was handed over five minutes before the agent wrote, e2 when the agent did, and
# e3 to nobody who wrote.
sqlite3 a.db "UPDATE tagging SET path = 2, handoff_at = t.created + CASE t.ext_id
	WHEN 'e1' THEN 600 WHEN 'e2' THEN 960 ELSE 120 END
	FROM ticket t WHERE t.id = tagging.ticket AND t.ext_id LIKE 'e%'"

t_case 'every x and n, by hand'
t_run hs-metrics -d a.db human --month 2026-06 --min-n 1 -c metric,segment,estimate,x,n,N,status
t_status 0
grep -v deff "$T_STATE/out" > got
cat > want <<'END'
metric	segment	estimate	x	n	N	status
csat	all	0.666667	2	3	6	MEASURED
csat_response	all	0.500000	3	6	6	MEASURED
csat_escalated	all	0.500000	1	2	3	MEASURED
csat_escalated_response	all	0.666667	2	3	3	MEASURED
resolution_quality	all	0.500000	1	2	3	MEASURED
first_contact	all	0.571429	4	7	8	MEASURED
first_contact_net	all	0.600000	3	5	7	MEASURED
reopen_rate	all	0.142857	1	7	8	MEASURED
recontact_rate	all	0.142857	1	7	8	MEASURED
transfers	all	1.00	-	3	9	MEASURED
first_reply_s	all	1800.0	-	7	9	MEASURED
handle_s	all	1350.0	-	8	9	MEASURED
handle_s	complexity=unknown	600.0	-	1	1	MEASURED
handle_s	complexity=high	36000.0	-	1	1	MEASURED
handle_s	complexity=low	1350.0	-	6	7	MEASURED
handle_s.mean	all	5512.50	-	8	9	MEASURED
handle_s.winsorised	all	5215.87	-	8	9	MEASURED
handle_zero	all	0.125000	1	8	9	MEASURED
handle_long	all	0.125000	1	8	9	MEASURED
handle_oe	all	-	-	0	8	NOT-MEASURABLE
END
t_same want got 'every figure is what was counted'

t_case 'medians have the interval of order statistics'
# of eight the first and the eighth, of fewer than six none
t_run hs-metrics -d a.db human --month 2026-06 --min-n 1 -c metric,segment,lo,hi,method
t_ok grep -qx 'handle_s	all	0.0	36000.0	order-statistic' "$T_STATE/out"
t_ok grep -qx 'handle_s	complexity=high	-	-	order-statistic' "$T_STATE/out"

t_case 'never one figure for both layers'
t_run hs-metrics -d a.db human --month 2026-06 --min-n 1 --split path -c metric,segment,n
awk -F '\t' '$1 == "csat" { print $2, $3 }' "$T_STATE/out" > got
printf 'all 3\npath=human_only 3\n' > want
t_same want got 'csat is of tickets that people had alone'
awk -F '\t' '$1 == "first_reply_s" { print $2, $3 }' "$T_STATE/out" > got
printf 'all 7\npath=ai_to_human 1\npath=human_only 6\n' > want
t_same want got 'the time to the first reply by path'

t_case 'one account with most of the tickets'
# Forty answers, 28 good: 24 good ones of one account, 4 of 16 others.
awk 'BEGIN {
	for (i = 1; i <= 40; i++)
		printf "{\"id\":\"%d\",\"account\":\"%s\",\"requester\":\"r%d\",\"subject\":\"Kettle\",\"created\":\"2026-06-01T%02d:%02d:00Z\",\"status\":\"solved\",\"solved\":\"2026-06-02T10:00:00Z\",\"csat\":\"%s\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"body\":\"The lid.\"},{\"id\":\"2\",\"role\":\"agent\",\"body\":\"The lid.\"}]}\n",
		    i, (i <= 24 ? "big" : "s" i), i, i / 4, i, (i <= 28 ? "good" : "bad")
}' > big.ndjson
{
	echo 'id,name'
	echo 'big,Big'
	seq 25 40 | sed 's/.*/s&,Small &/'
} > accounts.csv
hs-import -q -d big.db big.ndjson > "$T_STATE/log"
hs-import -q -d big.db --source generic --as generic:account accounts.csv > "$T_STATE/log"
hs-tag -q -d big.db --rules our.rules > "$T_STATE/log"
t_run hs-metrics -d big.db show csat --month 2026-06 -c metric,estimate,lo,hi,n,N
t_ok grep -qx 'csat.deff	7.346429	-	-	40	17' "$T_STATE/out"
# Wilson's plain interval of 28 of 40 is 0.545713 to 0.819299.
awk -F '\t' '$1 == "csat" { print ($3 < 0.545713 && $4 > 0.819299 ? "wider" : "not wider") }' \
    "$T_STATE/out" > got
echo wider > want
t_same want got 'its interval is wider than the plain one'

t_case 'times of several kinds'
sqlite3 a.db "UPDATE ticket_stat SET handle_basis = 'computed' WHERE handle_s = 600"
t_run hs-metrics -d a.db human --month 2026-06 --min-n 1 -c metric,segment,estimate,n,status
t_ok grep -qx 'handle_s	all	-	8	INCOMPATIBLE' "$T_STATE/out"
t_ok grep -qx 'handle_s.winsorised	all	-	8	INCOMPATIBLE' "$T_STATE/out"
t_err 'several kinds .computed 1, imported 7.'
t_run hs-metrics -d a.db show handle_s,handle_long --month 2026-06 --min-n 1 \
    -c metric,segment,estimate,n,status
t_ok grep -qx 'handle_s	all	-	8	INCOMPATIBLE' "$T_STATE/out"
t_ok grep -qx 'handle_long	all	-	8	INCOMPATIBLE' "$T_STATE/out"
t_ok test "$(grep -c 'several kinds' "$T_STATE/err")" = 1
t_run hs-report -d a.db monthly --month 2026-06 --min-n 1 --sections layers
t_ok grep -q 'time on a ticket is not compared' "$T_STATE/out"
t_run hs-report -d a.db monthly --month 2026-06 --min-n 1 --fail-if 'handle_s > 1'
t_status 3
t_run hs-metrics -d a.db human --month 2026-06 --min-n 1 --split handle_basis \
    -c metric,segment,estimate,n,status
t_ok grep -qx 'handle_s	handle_basis=computed	600.0	1	MEASURED' "$T_STATE/out"
t_ok grep -qx 'handle_s	handle_basis=imported	1500.0	7	MEASURED' "$T_STATE/out"

t_case 'observed beside expected'
# In May tickets of the type took 600 and 1000 seconds, 800 on average; in June an
# agent's ten take 800 each, another's ten 1200 each: together 20000 by 16000.
awk 'BEGIN {
	for (i = 1; i <= 30; i++) {
		may = i <= 10
		printf "{\"id\":\"%d\",\"requester\":\"r%d\",\"assignee\":\"%s\",\"subject\":\"Kettle\",\"created\":\"2026-%s-%02dT09:00:00Z\",\"status\":\"solved\",\"solved\":\"2026-%s-28T10:00:00Z\",\"handle time\":%d,\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"body\":\"The lid of the kettle.\"},{\"id\":\"2\",\"role\":\"agent\",\"body\":\"The lid.\"}]}\n",
		    i, i, (i % 2 ? "kim" : "lee"), (may ? "05" : "06"), i % 20 + 1, (may ? "05" : "06"),
		    (may ? (i % 2 ? 600 : 1000) : (i % 2 ? 800 : 1200))
	}
}' > oe.ndjson
hs-import -q -d oe.db oe.ndjson > "$T_STATE/log"
hs-tag -q -d oe.db --rules our.rules > "$T_STATE/log"
t_run hs-metrics -d oe.db human --month 2026-06 --split assignee -c metric,segment,estimate,lo,hi,n,N
t_status 0
t_ok grep -q '^handle_oe	all	1.250000	' "$T_STATE/out"
# within June the mean is 1000 and the variance 200^2: the funnel of ten is 1.96 times
# 200 by 1000 by the root of ten
grep '^handle_oe' "$T_STATE/out" | grep assignee | grep -v shrunk > got
cat > want <<'END'
handle_oe	assignee=A1	0.800000	0.676041	0.923959	10	10
handle_oe.funnel	assignee=A1	1.000000	0.876041	1.123959	10	10
handle_oe.q	assignee=A1	0.001565	-	-	10	10
handle_oe	assignee=A2	1.200000	1.076041	1.323959	10	10
handle_oe.funnel	assignee=A2	1.000000	0.876041	1.123959	10	10
handle_oe.q	assignee=A2	0.001565	-	-	10	10
END
t_same want got 'ratio, funnel and false discoveries, by hand'
awk -F '\t' '$1 == "handle_oe.shrunk" { print ($3 > 0.8 && $3 < 1.2 ? "between" : $3) }' \
    "$T_STATE/out" > got
printf 'between\nbetween\n' > want
t_same want got 'drawn towards all'
t_ok test -z "$(grep -E '^handle_oe.*(kim|lee)' "$T_STATE/out")"
t_run hs-metrics -d oe.db human --month 2026-05 -c metric,segment,estimate,n,N,status
t_ok grep -qx 'handle_oe	all	-	0	10	NOT-MEASURABLE' "$T_STATE/out"

t_case 'nothing is told but numbers and dates'
printf 'Ticket ID,Status,Created at,Solved at\n1,Solved,2026-06-01T09:00:00Z,2026-06-02T09:00:00Z\n2,Open,2026-06-20T09:00:00Z,\n' > bare.csv
hs-import -q -d bare.db bare.csv > "$T_STATE/log"
hs-tag -q -d bare.db --rules our.rules > "$T_STATE/log"
t_run hs-metrics -d bare.db human -c metric,estimate,lo,hi,x,status
t_status 0
sed 1d "$T_STATE/out" | awk -F '\t' '$6 != "NOT-MEASURABLE" || $2$3$4$5 != "----"' > got
: > want
t_same want got 'no figure has a number'
t_err 'of 2 of 2 tickets it is not known who answered'

t_case 'words, and no surveys, no counts, no handle times'
sed 's/"csat":"[a-z]*",//; s/"reopens":[01],//; s/"transfers":[0-9],//; s/"handle time":[0-9]*,//' \
    tickets.ndjson > plain.ndjson
hs-import -q -d plain.db plain.ndjson > "$T_STATE/log"
hs-tag -q -d plain.db --rules our.rules > "$T_STATE/log"
sqlite3 plain.db "UPDATE ticket_stat SET handle_s = NULL, handle_basis = NULL"
t_run hs-metrics -d plain.db human --month 2026-06 --min-n 1 -c metric,segment,estimate,status
t_status 0
for m in csat csat_response csat_escalated csat_escalated_response resolution_quality \
    first_contact reopen_rate transfers handle_s handle_s.mean handle_zero; do
	t_ok grep -qx "$m	all	-	NOT-MEASURABLE" "$T_STATE/out"
done
t_err 'csat: no survey answers'
t_err 'handle_s: no handle times'
t_err 'reopen_rate: reopenings are not known'

t_case 'an account that is only named is one account too'
{
	echo id,subject,status,created,account,messages
	for i in 1 2 3 4 5 6 7 8 9 10; do
		echo "$i,boiler,solved,2026-06-01T10:00:00Z,$([ $i -le 6 ] && echo mill),1"
	done
} > named.csv
hs-import -q -d named.db named.csv > "$T_STATE/log"
t_sql named.db 'SELECT count(DISTINCT account), max(n) FROM (SELECT account,
    count(*) OVER (PARTITION BY account) AS n FROM facts)' 'six tickets of one' <<'END'
5|6
END

t_done
