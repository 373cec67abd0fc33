#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit needed and triggers beside the words of one ticket: what reviewers
# say, what a model holds likely, when people are on duty.
. "$(dirname "$0")/tap.sh"

# ticket ID HOUR AI AGENT: handed over at HOUR, AGENT empty: the AI had it alone.
ticket() {
	printf '{"id":"%s","subject":"Lamp","status":"solved","created":"2026-07-06T%s:00:00Z","solved":"2026-07-06T23:00:00Z","language":"en","requester":"c%s","messages":[{"id":"a","role":"customer","author":"c%s","at":"2026-07-06T%s:00:00Z","body":"My reading lamp flickers all evening."},{"id":"b","role":"ai","author":"bot","at":"2026-07-06T%s:01:00Z","body":"%s"}' \
	    "$1" "$2" "$1" "$1" "$2" "$2" "$3"
	if [ -n "$4" ]; then
		printf ',{"id":"c","role":"agent","author":"g1","at":"2026-07-06T22:50:00Z","body":"%s"}' "$4"
	fi
	echo ']}'
}
later='I am passing this to our workshop. They will answer tomorrow in the morning.'
{
	ticket guide 09 'Connecting you to our workshop.' 'It is in the care guide: https://example.com/care'
	ticket bulb 10 'Connecting you to our workshop.' 'I have re-issued the voucher for a bulb from our side.'
	ticket night 21 "$later" 'Turn the bulb to the left until it clicks.'
	ticket alone 11 'Turn the bulb to the left until it clicks.' ''
} > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"

t_case 'by what was done'
t_run hs-escaudit needed -d a.db -c key,code,basis
t_status 0
t_ok grep -qx 'generic:guide	not-needed-knowledge	text' "$T_STATE/out"
t_ok grep -qx 'generic:bulb	needed	text' "$T_STATE/out"
t_ok test -z "$(grep alone "$T_STATE/out")"

t_case 'a model speaks last, and only of what the AI had alone'
cp a.db model.db
sqlite3 model.db "UPDATE tagging SET guess = '{\"ai_failed\":[\"yes\",0.9]}'"
t_run hs-escaudit needed -d model.db -c key,code,basis
t_ok grep -qx 'generic:alone	failed-feedback	model' "$T_STATE/out"
t_ok grep -qx 'generic:guide	not-needed-knowledge	text' "$T_STATE/out"
sqlite3 model.db "UPDATE tagging SET guess = '{\"ai_failed\":[\"no\",0.9]}'"
t_run hs-escaudit needed -d model.db -c key,code,basis
t_ok test -z "$(grep alone "$T_STATE/out")"

t_case 'reviewers stand before everything'
hs-sample draw -q -d a.db -n 4 --seed 1 > "$T_STATE/log" 2>&1
sqlite3 a.db "INSERT INTO review SELECT s.id, t.id, 'anna', 'human_needed',
	CASE t.ext_id WHEN 'guide' THEN 'not-needed-context' ELSE 'needed' END
	FROM sample s, ticket t WHERE t.ext_id IN ('guide', 'alone')"
t_run hs-escaudit needed -d a.db -c key,code,basis
t_ok grep -qx 'generic:guide	not-needed-context	review' "$T_STATE/out"
t_ok grep -qx 'generic:alone	failed-feedback	review' "$T_STATE/out"
t_ok grep -qx 'generic:bulb	needed	text' "$T_STATE/out"

t_case 'a handoff while nobody is on duty'
printf 'zone UTC\nopen mon-fri 08:00-18:00\n' > hours
t_run hs-escaudit triggers -d a.db --schedule hours -c key,code,basis
t_ok grep -qx 'generic:night	out-of-hours	schedule' "$T_STATE/out"
printf 'zone UTC\nopen mon-fri 08:00-22:00\n' > hours
t_run hs-escaudit triggers -d a.db --schedule hours -c key,code,basis
t_ok test -z "$(grep schedule "$T_STATE/out")"

t_done
