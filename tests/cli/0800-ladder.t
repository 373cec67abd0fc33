#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics ladder and tickets: what each ticket reached is written down by hand, and
# so is what the rungs add up to.
. "$(dirname "$0")/tap.sh"

# Who says what.  All write of their passwords, but for the one that says so.
hello='Good morning, what can we do for you?'
ask='How do I reset my password on the new tablet?'
tell='Open the sign-in page, choose the line below the button and follow the link that arrives.'
more='That did not help, I still cannot sign in.'
thanks='That worked, thank you!'
person='I have sent you a fresh link by hand, it is good for one hour.'

# t_say role time text: a message
t_say() {
	printf '{"role":"%s","at":"2026-%s:00Z"' "$1" "$2"
	[ -z "$3" ] || printf ',"body":"%s"' "$3"
	printf '}'
}
# t_ticket id created solved more messages...: a ticket of its own requester
t_ticket() {
	printf '{"id":"%s","subject":"Password reset","created":"2026-%s:00Z"' \
	    "$1" "$2"
	case $3 in
	-) printf ',"status":"open"' ;;
	*) printf ',"status":"closed","solved":"2026-%s:00Z"' "$3" ;;
	esac
	case $4 in
	*requester*) ;;
	*) printf ',"requester":"%s-writes"' "$1" ;;
	esac
	printf '%s,"messages":[' "$4"
	shift 4
	comma=
	for m; do
		printf '%s%s' "$comma" "$m"
		comma=,
	done
	printf ']}\n'
}
# t_robot id day more [customer's reply]: asked at 10:00, answered by the AI, closed
# at noon
t_robot() {
	if [ -n "${4-}" ]; then
		set -- "$1" "$2" "$3" "$(t_say customer "$2T10:30" "$4")"
	else
		set -- "$1" "$2" "$3"
	fi
	id=$1 day=$2 rest=$3
	shift 3
	t_ticket "$id" "${day}T10:00" "${day}T12:00" "$rest" \
	    "$(t_say customer "${day}T10:00" "$ask")" \
	    "$(t_say ai "${day}T10:01" "$tell")" "$@"
}
never=',"reopens":0'

{
	t_robot confirmed 06-01 "$never" "$thanks"
	t_robot silent 06-02 "$never"
	t_robot asked-more 06-02 "$never" "$more"
	t_ticket handed-over 06-03T10:00 06-03T14:00 "$never" \
	    "$(t_say customer 06-03T10:00 "$ask")" \
	    "$(t_say ai 06-03T10:01 "$tell")" \
	    "$(t_say customer 06-03T10:05 "$more")" \
	    "$(t_say agent 06-03T13:00 "$person")"
	t_ticket person-then-ai 06-03T10:00 06-03T14:00 "$never" \
	    "$(t_say customer 06-03T10:00 "$ask")" \
	    "$(t_say agent 06-03T10:30 "$person")" \
	    "$(t_say customer 06-03T11:00 "$ask")" \
	    "$(t_say ai 06-03T11:01 "$tell")"
	t_ticket person 06-04T10:00 06-04T14:00 "$never" \
	    "$(t_say customer 06-04T10:00 "$ask")" \
	    "$(t_say agent 06-04T13:00 "$person")"
	# solved on the 5th, back after 73 hours, and then a person sees to it
	t_ticket returned 06-05T10:00 06-08T16:00 \
	    ',"first_solved":"2026-06-05T11:00:00Z"' \
	    "$(t_say customer 06-05T10:00 "$ask")" \
	    "$(t_say ai 06-05T10:01 "$tell")" \
	    "$(t_say customer 06-08T12:00 "$more")" \
	    "$(t_say agent 06-08T15:00 "$person")"
	# the same, and it is the agent who opens it again
	t_ticket written 06-05T10:00 06-06T16:00 \
	    ',"first_solved":"2026-06-05T11:00:00Z"' \
	    "$(t_say customer 06-05T10:00 "$ask")" \
	    "$(t_say ai 06-05T10:01 "$tell")" \
	    "$(t_say customer 06-06T12:00 "$more")" \
	    "$(t_say agent 06-06T15:00 "$person")"
	t_robot by-system 06-05 ''
	t_robot by-agent 06-05 ''
	t_robot counted 06-06 ',"reopens":1'
	t_robot again-1 06-07 "$never"',"requester":"writes-again"'
	t_robot again-2 06-09 "$never"',"requester":"writes-again"'
	t_robot other-1 06-07 "$never"',"requester":"writes-of-both"'
	t_robot other-2 06-09 "$never"',"requester":"writes-of-both"' |
	    sed 's/Password reset/Refund/; s/reset my password on the new tablet/get a refund for the broken kettle/'
	t_robot by-account-1 06-10 "$never"',"requester":null,"account":"Kettle Ltd"'
	t_robot by-account-2 06-12 "$never"',"requester":null,"account":"Kettle Ltd"'
	t_robot by-nobody 06-10 "$never"',"requester":null'
	t_ticket greeted 06-11T10:00 06-11T12:00 "$never" \
	    "$(t_say customer 06-11T10:00 "$ask")" \
	    "$(t_say ai 06-11T10:01 "$hello")"
	t_ticket without-words 06-11T10:00 06-11T12:00 "$never" \
	    "$(t_say customer 06-11T10:00 '')" \
	    "$(t_say ai 06-11T10:01 '')"
	t_robot rated-badly 06-12 "$never"',"csat":"bad"'
	t_robot rated-well 06-12 "$never"',"csat":"good"'
	t_ticket still-open 06-13T10:00 - "$never" \
	    "$(t_say customer 06-13T10:00 "$ask")" \
	    "$(t_say ai 06-13T10:01 "$tell")"
	t_robot spam 06-13 "$never" | sed 's/"closed"/"spam"/'
	# June begins and ends two hours earlier in Berlin
	t_ticket last-of-may 05-31T21:59 06-01T14:00 "$never" \
	    "$(t_say customer 05-31T21:59 "$ask")" \
	    "$(t_say agent 06-01T13:00 "$person")"
	t_ticket first-of-june 05-31T22:00 06-01T14:00 "$never" \
	    "$(t_say customer 05-31T22:00 "$ask")" \
	    "$(t_say agent 06-01T13:00 "$person")"
	t_ticket last-of-june 06-30T21:59 07-01T14:00 "$never" \
	    "$(t_say customer 06-30T21:59 "$ask")" \
	    "$(t_say agent 07-01T13:00 "$person")"
	t_ticket first-of-july 06-30T22:00 07-01T14:00 "$never" \
	    "$(t_say customer 06-30T22:00 "$ask")" \
	    "$(t_say agent 07-01T13:00 "$person")"
	t_robot young 07-18 "$never"
	t_robot young-other 07-20 "$never"
} > tickets.ndjson
cat > events.csv <<'END'
ticket,id,at,field,old,new,role
returned,a,2026-06-05T11:00:00Z,status,open,solved,system
returned,b,2026-06-08T12:00:00Z,status,solved,open,customer
returned,c,2026-06-08T16:00:00Z,status,open,solved,agent
written,a,2026-06-05T11:00:00Z,status,open,solved,system
written,b,2026-06-06T12:30:00Z,status,solved,open,agent
written,c,2026-06-06T16:00:00Z,status,open,solved,agent
by-system,a,2026-06-05T12:00:00Z,status,open,solved,system
by-system,b,2026-06-06T12:00:00Z,status,solved,open,system
by-system,c,2026-06-06T12:01:00Z,status,open,solved,system
by-agent,a,2026-06-05T12:00:00Z,status,open,solved,system
by-agent,b,2026-06-06T12:00:00Z,status,solved,open,agent
by-agent,c,2026-06-06T12:01:00Z,status,open,solved,agent
END
for name in id ticket at field old new role; do
	echo "$name = $name"
done | sed '1i\
type = event' > events.map
# the vendor says how it ended, and nothing of what was said
cat > bare.csv <<'END'
Ticket ID,Subject,Status,Created at,Solved at,Requester,Reopens,Outcome
yes,Password reset,closed,2026-06-15T10:00:00Z,2026-06-15T12:00:00Z,u1,0,confirmed_resolution
perhaps,Password reset,closed,2026-06-15T10:00:00Z,2026-06-15T12:00:00Z,u2,0,assumed_resolution
later,Password reset,closed,2026-06-15T10:00:00Z,2026-06-15T12:00:00Z,u3,0,pending
no,Password reset,closed,2026-06-15T10:00:00Z,2026-06-15T12:00:00Z,u4,0,escalated
gone,Password reset,closed,2026-06-15T10:00:00Z,2026-06-15T12:00:00Z,u5,0,abandoned
played,Password reset,closed,2026-06-15T10:00:00Z,2026-06-15T12:00:00Z,u6,0,confirmed_resolution
end,Password reset,closed,2026-07-20T10:00:00Z,2026-07-20T12:00:00Z,u7,0,
END
printf 'ai_state = Outcome\n' > bare.map
cat > accounts.csv <<'END'
Account ID,Name,Plan
k1,Kettle Ltd,pro
END
{
	hs-import -d a.db --report-tz Europe/Berlin accounts.csv tickets.ndjson
	hs-import -d a.db --map events.map events.csv
	hs-import -d a.db --source bare --map bare.map bare.csv
	sqlite3 a.db "INSERT INTO played SELECT id, 'reset' FROM ticket
	    WHERE ext_id = 'played'"
	hs-tag -q -d a.db
	hs-sample draw -q -d a.db -n 100 --seed s --month 2026-06
	hs-sample load -q -d a.db - <<'END'
key,ai_correct
generic:confirmed,yes
generic:silent,no
generic:asked-more,no
generic:rated-well,unclear
END
} > log 2>&1

# key month n2 n3 n4 n5 n6 n7 n7_24h n8, - not known
cat > want <<'END'
bare:end|2026-07|-|-|-|-|-|-|-|-
bare:gone|2026-06|-|-|-|-|-|-|-|-
bare:later|2026-06|-|-|-|-|-|-|-|-
bare:no|2026-06|1|-|0|0|0|0|0|-
bare:perhaps|2026-06|1|-|1|1|0|1|1|-
bare:yes|2026-06|1|-|1|1|1|1|1|-
generic:again-1|2026-06|1|1|1|1|0|0|1|-
generic:again-2|2026-06|1|1|1|1|0|1|1|-
generic:asked-more|2026-06|1|1|1|0|0|0|0|-
generic:by-account-1|2026-06|1|1|1|1|0|0|1|-
generic:by-account-2|2026-06|1|1|1|1|0|1|1|-
generic:by-agent|2026-06|1|1|1|1|0|1|1|-
generic:by-nobody|2026-06|1|1|1|1|0|-|-|-
generic:by-system|2026-06|1|1|1|1|0|1|1|-
generic:confirmed|2026-06|1|1|1|1|1|1|1|1
generic:counted|2026-06|1|1|1|1|0|0|0|-
generic:first-of-july|2026-07|0|0|0|0|0|0|0|-
generic:first-of-june|2026-06|0|0|0|0|0|0|0|-
generic:greeted|2026-06|1|0|1|0|0|0|0|-
generic:handed-over|2026-06|1|1|0|0|0|0|0|-
generic:last-of-june|2026-06|0|0|0|0|0|0|0|-
generic:last-of-may|2026-05|0|0|0|0|0|0|0|-
generic:other-1|2026-06|1|1|1|1|0|1|1|-
generic:other-2|2026-06|1|1|1|1|0|1|1|-
generic:person|2026-06|0|0|0|0|0|0|0|-
generic:person-then-ai|2026-06|1|1|0|0|0|0|0|-
generic:rated-badly|2026-06|1|1|1|0|0|0|0|-
generic:rated-well|2026-06|1|1|1|1|1|1|1|-
generic:returned|2026-06|1|1|1|1|0|0|1|-
generic:silent|2026-06|1|1|1|1|0|1|1|0
generic:still-open|2026-06|1|1|1|0|0|0|0|-
generic:without-words|2026-06|1|-|1|-|-|-|-|-
generic:written|2026-06|1|1|1|1|0|0|1|-
generic:young|2026-07|1|1|1|1|0|-|1|-
generic:young-other|2026-07|1|1|1|1|0|-|-|-
END

t_case 'each ticket reached what was written down'
sqlite3 -nullvalue - a.db 'SELECT key, month, n2, n3, n4, n5, n6, n7, n7_24h, n8
    FROM ladder ORDER BY 1' > got
t_same want got 'the rungs of each ticket'
t_sql a.db "SELECT s.name || ':' || t.ext_id, excluded FROM population p
    JOIN ticket t ON t.id = p.ticket JOIN source s ON s.id = t.source
    WHERE excluded IS NOT NULL ORDER BY 1" 'who is in no population' <<'END'
bare:played|spam and test
generic:spam|spam and test
END

# t_got rung columns: of the last ladder
t_got() {
	awk -F '\t' -v rung="$1" -v want="$2" 'NR == 1 {
			for (i = 1; i <= NF; i++) at[$i] = i
			k = split(want, c, ",")
		}
		NR > 1 && $at["rung"] == rung && $at["segment"] == "all" {
			for (i = 1; i <= k; i++)
				printf "%s%s", $at[c[i]], i < k ? "|" : "\n"
		}' "$T_STATE/out"
}

t_case 'June in Berlin'
t_run hs-metrics ladder -d a.db --month 2026-06 --min-n 1 -f tsv
t_status 0
t_ok test "$(t_got N0 x,n,N)" = '30|30|30'
t_ok test "$(t_got N1 x,n,status)" = '-|0|NOT-MEASURABLE'
t_ok test "$(t_got N2 x,n,of,step_n)" = '25|28|N1|0'
t_ok test "$(t_got N3 x,n,of,step_n)" = '20|24|N2|21'
t_ok test "$(t_got N4 x,n,of,step_n)" = '22|28|N2|25'
t_ok test "$(t_got N5 x,n,of,step_n)" = '17|27|N4|21'
t_ok test "$(t_got N6 x,n,of,step_n)" = '3|27|N5|17'
t_ok test "$(t_got N7 x,n,of,step_n)" = '11|26|N5|16'
t_ok test "$(t_got N7+ x,n,of)" = '11|26|-'
t_ok test "$(t_got N8 estimate,x,n,N,status,step)" = \
    '-|1|2|17|ESTIMATED|0.500000'
t_ok test "$(t_got N5 estimate,step)" = 0.629630\|0.809524
t_err 'hs-metrics: eligible: --ai-on does not say when the AI was on'

t_case 'how long it has to hold'
t_run hs-metrics ladder -d a.db --month 2026-06 --min-n 1 -f tsv --durable 24h
t_ok test "$(t_got N7 x,n,step_n)" = '15|26|16'
t_run hs-metrics ladder -d a.db --month 2026-06 --min-n 1 -f tsv --durable 72h
t_ok test "$(t_got N7 x,n,step_n)" = '12|26|16'
t_run hs-metrics ladder -d a.db --month 2026-07 --min-n 1 -f tsv
t_ok test "$(t_got N7 x,n,N,step_n)" = '0|1|4|0'
t_ok test "$(t_got N7 status,step_status)" = 'MEASURED|IMMATURE'
t_run hs-metrics ladder -d a.db --durable 2d
t_status 2
t_err "hs-metrics: --durable '2d': 24h, 72h, 7d or 14d"

# of the robot's own days: two of confirmed, silent and asked-more, and all of July
t_case 'where and when the AI was on'
printf '%s\n' 'since,until,channel,segment' '2026-06-02,2026-06-03,,' \
    '2026-07-01T00:00:00+02:00,,,' ',,fax,' ',,,nobody' > on.csv
t_run hs-metrics ladder -d a.db --since 2026-06-01 --until 2026-08-01 \
    --min-n 1 -f tsv --ai-on on.csv
t_status 0
t_ok test "$(t_got N0 x)" = 34
t_ok test "$(t_got N1 x,n,N)" = '6|34|34'
t_ok test "$(t_got N2 step,step_n)" = '0.800000|5'
printf '%s\n' 'since,team' '2026-06-02,x' > off.csv
t_run hs-metrics ladder -d a.db --ai-on off.csv
t_status 2
t_err "hs-metrics: --ai-on off.csv: column 'team': since, until, channel and segment are read"

t_case 'parts of a period, and formats: never deflection alone'
t_run hs-metrics ladder -d a.db --since 2026-05-01 --until 2026-08-01 --min-n 1 \
    -f tsv --split month
t_ok grep -q '^demand	month=2026-05	.*	1	1	1	' "$T_STATE/out"
t_ok grep -q '^demand	month=2026-06	.*	30	30	30	' "$T_STATE/out"
t_ok grep -q '^demand	month=2026-07	.*	4	4	4	' "$T_STATE/out"
t_ok test "$(grep -c '^verified_deflection	month=' "$T_STATE/out")" -eq 3
for format in table tsv csv json md; do
	t_run hs-metrics ladder -d a.db --month 2026-06 -f $format \
	    -c metric,estimate
	t_ok grep -q 'verified.*deflection' "$T_STATE/out"
	t_run hs-metrics show deflection -d a.db --month 2026-06 -f $format
	t_ok grep -q 'verified.*deflection' "$T_STATE/out"
done
t_run hs-metrics ladder -d a.db --month 2026-06 -f json
cp "$T_STATE/out" once
t_run hs-metrics ladder -d a.db --month 2026-06 -f json
t_same once "$T_STATE/out" 'the same again'

t_case 'the tickets behind a figure'
t_run hs-metrics tickets confirmed -d a.db --month 2026-06
t_status 0
t_out <<'END'
generic:confirmed
generic:rated-well
bare:yes
END
t_run hs-metrics tickets durable -d a.db --month 2026-06 --miss
t_out <<'END'
generic:returned
generic:written
generic:counted
generic:again-1
generic:by-account-1
END
hs-metrics tickets durable -d a.db --month 2026-06 --miss > keys
t_run hs-show -d a.db - < keys
t_status 0
t_ok test "$(grep -c 'Password reset' "$T_STATE/out")" -ge 4
t_run hs-metrics tickets durable -d a.db --month 2026-06 --miss --durable 24h
t_out <<'END'
generic:counted
END
t_run hs-metrics tickets -d a.db
t_status 2
t_run hs-metrics tickets no-such -d a.db
t_status 2

t_done
