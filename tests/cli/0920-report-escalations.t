#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report: what went from the AI to people, by tickets counted by hand; and
# that each number is the one hs-escaudit or the database tells.
. "$(dirname "$0")/tap.sh"

# say ID ROLE AUTHOR DAY TIME TEXT
say() {
	printf ',{"id":"%s","role":"%s","author":"%s","at":"2026-06-%sT%s:00Z","body":"%s"}' \
	    "$1" "$2" "$3" "$4" "$5" "$6"
}
# ticket ID DAY MORE HANDOFF AGENT: without HANDOFF the AI has it alone.
ticket() {
	printf '{"id":"%s","subject":"Order","status":"solved","channel":"chat","language":"en","requester":"c%s","account":"a%s","created":"2026-06-%sT09:00:00Z","solved":"2026-06-%sT11:00:00Z"%s,"messages":[{"id":"a","role":"customer","author":"c%s","at":"2026-06-%sT09:00:00Z","body":"Where is my parcel, order 48-2217?"}' \
	    "$1" "$1" "$1" "$2" "$2" "$3" "$1" "$2"
	say b ai bot "$2" 09:01 'It left our warehouse and should be with you in two days. You can follow it under My orders.'
	if [ -n "$4" ]; then
		say c customer "c$1" "$2" 09:02 'That does not help. I want a person.'
		say d ai bot "$2" 09:03 "$4"
		say e agent g1 "$2" 09:20 "$5"
		say f customer "c$1" "$2" 09:25 '48-2217'
		say g agent g1 "$2" 09:30 'It leaves the depot on Monday and is with you on Tuesday.'
	fi
	echo ']}'
}
page=',"page":"https://shop.example.com/orders/4711/track?x=1"'
{
	for i in 1 2 3; do
		ticket r$i 0$i "$page" 'I am handing you over to a colleague.' \
		    'Hello, what is your order number?'
	done
	ticket r4 04 '' 'I cannot help with that. Goodbye.' \
	    'Hello, what is your order number?'
	for i in 5 6 7; do
		ticket k$i 0$i "$page" 'I am handing you over to a colleague with your question about order 48-2217.' \
		    'I see that you ask about order 48-2217.'
	done
	ticket k8 08 '' 'I am handing you over to a colleague.' \
	    'Thank you for waiting. I look into it.'
	for i in 1 2 3 4; do
		ticket a$i 1$i "$page" '' ''
	done
} > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"

# figure METRIC SEGMENT PATH...: members of a figure of r.json
figure() {
	sqlite3 -batch :memory: "SELECT json_extract(value, '\$.$3')
		FROM json_each(readfile('r.json'), '\$.figures')
		WHERE value ->> 'metric' = '$1' AND value ->> 'segment' = '$2'"
}

t_case 'counted by hand'
t_run hs-report monthly -d a.db --month 2026-06 --min-n 1 -f json -o r.json \
    --sections escalations,pages
t_status 0
t_ok test "$(figure escalations all x)" = 8
t_ok test "$(figure repeat_rate all xn)" = '4 of 8'
t_ok test "$(figure trigger.customer all xn)" = '7 of 8'
t_ok test "$(figure wording.dead-end all xn)" = '1 of 8'
t_ok test "$(figure wording.bare all xn)" = '4 of 8'
t_ok test "$(figure wording.context-kept all xn)" = '3 of 8'
t_ok test "$(figure opening.acknowledges all xn)" = '3 of 8'
t_ok test "$(figure opening.asks-again all xn)" = '4 of 8'
t_ok test "$(figure handoff.page all xn)" = '6 of 8'
t_ok test "$(figure repeat_rate issue=order-status xn)" = '4 of 8'
t_ok test "$(figure repeat_rate all keys)" = \
    '["generic:r1","generic:r2","generic:r3","generic:r4"]'
t_ok test "$(figure wording.dead-end all keys)" = '["generic:r4"]'
t_ok test "$(figure escalation_precision all status)" = UNVERIFIED
t_ok test "$(figure page_tickets 'page=/orders/*/track' x)" = 10
t_ok test "$(figure page_tickets 'page=/orders/*/track,issue=order-status' x)" = 10
t_ok test "$(figure escalations 'page=/orders/*/track,issue=order-status' x)" = 6

t_case 'every number is told by its query or its command'
sqlite3 -batch -separator '|' :memory: "SELECT value ->> 'metric',
	value ->> 'segment', coalesce(value ->> 'estimate', ''),
	coalesce(value ->> 'list', '') FROM json_each(readfile('r.json'), '\$.figures')
	WHERE value ->> 'query' IS NULL AND value ->> 'list' LIKE 'hs-escaudit %'" > lists
t_ok test "$(wc -l < lists)" -gt 25
bad=0
while IFS='|' read -r metric segment estimate list; do
	# shellcheck disable=SC2086 # a command in words
	got=$($list -q -d a.db --min-n 1 -f tsv 2> "$T_STATE/log" |
	    awk -F '\t' -v m="$metric" -v s="$segment" '$1 == m && $2 == s { print $3 }')
	[ "$got" = - ] && got=
	if ! awk "BEGIN { exit !(\"$got\" == \"$estimate\" || \"$got\" - \"$estimate\" == 0 && \"$got\" != \"\") }"; then
		echo "# $metric $segment: $estimate, $list: $got"
		bad=1
	fi
done < lists
t_ok test "$bad" = 0
sqlite3 -batch -separator '	' :memory: "SELECT value ->> 'metric',
	value ->> 'estimate', value ->> 'query' FROM
	json_each(readfile('r.json'), '\$.figures')
	WHERE value ->> 'query' IS NOT NULL AND value ->> 'metric' LIKE 'page%'" > queries
t_ok test "$(wc -l < queries)" = 3
while IFS='	' read -r metric estimate query; do
	got=$(sqlite3 -batch -readonly a.db "$query" | cut -d '|' -f 1)
	t_ok awk "BEGIN { exit !(\"$metric\" != \"\" && $estimate - $got == 0) }"
done < queries

t_case 'the worst, quoted'
t_run hs-report monthly -d a.db --month 2026-06 --min-n 1 --sections escalations
t_ok grep -q 'generic:r4, message 3, ai:' "$T_STATE/out"
t_ok grep -q '> I cannot help with that' "$T_STATE/out"
t_ok grep -q 'generic:r1, message 4, agent:' "$T_STATE/out"
t_ok grep -q '> Hello, what is your order number?' "$T_STATE/out"
t_ok grep -q '> Where is my parcel, order' "$T_STATE/out"
t_ok test -z "$(grep 48-2217 "$T_STATE/out")"

t_case 'by review, once there is one'
hs-sample draw -q -d a.db -n 12 --seed 1 --sample june > "$T_STATE/log" 2>&1
sqlite3 a.db "INSERT INTO review SELECT s.id, t.id, 'anna', q.n, CASE q.n
	WHEN 'human_needed' THEN CASE WHEN t.ext_id LIKE 'k%' THEN 'needed'
		ELSE 'not-needed-knowledge' END
	WHEN 'ai_correct' THEN CASE WHEN t.ext_id IN ('r1', 'r2', 'a1') THEN 'no'
		WHEN t.ext_id = 'a2' THEN 'unclear' ELSE 'yes' END
	ELSE CASE t.ext_id WHEN 'r1' THEN 'Told Agnieszka Brzozowska the wrong depot' END END
	FROM sample s, ticket t, (SELECT 'human_needed' AS n UNION ALL
		SELECT 'ai_correct' UNION ALL SELECT 'note') q
	WHERE q.n <> 'note' OR t.ext_id = 'r1'"
t_run hs-report monthly -d a.db --month 2026-06 --min-n 1 -f json -o r.json \
    --sections accuracy,escalations
t_status 0
t_ok test "$(figure escalation_precision.reviewed all status)" = ESTIMATED
t_ok test "$(figure escalation_precision.reviewed all xn)" = '4 of 8'
# of twelve answers one is unclear, eight of eleven are correct
t_ok test "$(figure response_accuracy all xn)" = '8 of 11'
t_ok test "$(figure response_accuracy all status)" = ESTIMATED
t_ok test "$(figure response_accuracy issue=order-status N)" = 12
t_ok test "$(figure response_accuracy.wrong human_needed=not-needed-knowledge x)" = 3
q=$(figure response_accuracy all query)
got=$(sqlite3 -readonly a.db "$q" | cut -d '|' -f 1)
t_ok awk "BEGIN { d = $got - $(figure response_accuracy all estimate); exit !(d < 1e-6 && d > -1e-6) }"
t_run hs-report monthly -d a.db --month 2026-06 --min-n 1 --sections accuracy
t_ok grep -q 'the wrong depot' "$T_STATE/out"
t_ok test -z "$(grep -E 'Agnieszka|Brzozowska' "$T_STATE/out")"

t_case 'a share of what has a verdict, by the time of the handoff'
t_run hs-report monthly -d a.db --min-n 1 --month 2026-06 --sections escalations
tr '\n' ' ' < "$T_STATE/out" > page
t_ok grep -q 'tickets to people in the period, whenever they were created\.' page
t_ok grep -q 'A person was needed in .* of those with a verdict, as' page

t_case 'no AI, nothing handed over, nothing to audit'
sed 's/"role":"ai"/"role":"agent"/g' in.ndjson > people.ndjson
hs-import -q -d people.db people.ndjson > "$T_STATE/log"
hs-tag -q -d people.db > "$T_STATE/log"
t_run hs-report monthly -d people.db --month 2026-06 --sections escalations,accuracy,pages,pack
t_status 0
t_ok grep -q 'The AI handed 0' "$T_STATE/out"
t_ok grep -q 'not measurable' "$T_STATE/out"
hs-import -q -d bare.db in.ndjson > "$T_STATE/log"
t_run hs-report monthly -d bare.db --month 2026-06 --sections escalations
t_status 0
t_ok grep -q 'Of no ticket is it known whether the AI had it' "$T_STATE/out"

t_case 'the same on one thread and on three'
for j in 1 3; do
	hs-report monthly -d a.db --month 2026-06 -j $j -f json -o j$j.json
	hs-report pack -d a.db --month 2026-06 -j $j -f json -o p$j.json
done
t_same j1.json j3.json
t_same p1.json p3.json
t_done
