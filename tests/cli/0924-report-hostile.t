#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report: what people wrote, planted wherever a section quotes it, leaves in
# no format unless --show-text asks for it, and then harmless.
. "$(dirname "$0")/tap.sh"

esc=$(printf '\\u001b[31m')
subject="=cmd(1) <script>alert(7)</script> $esc Oppenheimer"
secret='My name is Agnieszka Brzozowska, a.brzozowska@example.org, card 4111 1111 1111 1111, key sk_live_9a8b7c6d5e4f3a2b1c0d, phone +44 20 7946 0958.'
{
	for i in 1 2 3; do
		case $i in
		1) page='/orders/7/track?token=sk_live_9a8b7c6d5e4f3a2b1c0d' ;;
		2) page='https://a.example/u/a.brzozowska@example.org/bills' ;;
		*) page='Profile of Agnieszka Brzozowska, 4111 1111 1111 1111' ;;
		esac
		printf '{"id":"h%d","subject":"%s","status":"solved","channel":"chat a.brzozowska@example.org <script>alert(7)</script>","language":"en","requester":"a.brzozowska@example.org","created":"2026-06-0%dT09:00:00Z","solved":"2026-06-0%dT11:00:00Z","page":"%s","csat":"bad","messages":[' \
		    $i "$subject" $i $i "$page"
		printf '{"id":"a","role":"customer","author":"a.brzozowska@example.org","at":"2026-06-0%dT09:00:00Z","body":"Where is my parcel, order 48-2217? %s <script>alert(7)</script> %s"},' $i "$secret" "$esc"
		printf '{"id":"b","role":"ai","author":"bot","at":"2026-06-0%dT09:01:00Z","body":"I am handing you over to Agnieszka Brzozowska <script>alert(7)</script>."},' $i
		printf '{"id":"c","role":"agent","author":"g1","at":"2026-06-0%dT09:10:00Z","body":"Dear Agnieszka Brzozowska, what is your order number? %s <script>alert(7)</script>"},' $i "$esc"
		printf '{"id":"d","role":"customer","author":"a.brzozowska@example.org","at":"2026-06-0%dT09:11:00Z","body":"48-2217, as I said. Brzozowska"},' $i
		printf '{"id":"e","role":"agent","author":"g1","at":"2026-06-0%dT09:20:00Z","body":"Dear Agnieszka Brzozowska, it leaves the depot on Monday <script>alert(7)</script>. %s"}]}\n' $i "$secret"
	done
} > in.ndjson
printf 'id,name,email,role\na.brzozowska@example.org,Agnieszka Brzozowska,a.brzozowska@example.org,customer\n' > people.csv
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-import -q -d a.db --source generic --as generic:person people.csv > "$T_STATE/log" 2>&1
hs-tag -q -d a.db > "$T_STATE/log"
hs-sample draw -q -d a.db -n 3 --seed 1 --sample june > "$T_STATE/log" 2>&1
sqlite3 a.db "INSERT INTO review SELECT s.id, t.id, 'anna', q.n, CASE q.n
	WHEN 'note' THEN 'It was Agnieszka Brzozowska, 4111 1111 1111 1111 <script>alert(7)</script>'
	ELSE 'no' END
	FROM sample s, ticket t, (SELECT 'note' AS n UNION ALL SELECT 'ai_correct') q"
hs-metrics note -q -d a.db 2026-06-02 '4.2 of a.brzozowska@example.org, sk_live_9a8b7c6d5e4f3a2b1c0d <script>alert(7)</script>' \
    > "$T_STATE/log" 2>&1
sections=layers,accuracy,escalations,corrections,keep,pages,rules,counted

for kind in monthly pack; do
	for f in text md html json; do
		t_case "$kind as $f"
		set -- hs-report $kind -d a.db --month 2026-06 --min-n 1 -f $f
		[ $kind = monthly ] && set -- "$@" --sections $sections
		t_run "$@"
		t_status 0
		cp "$T_STATE/out" out
		t_ok grep -q 'order number' out
		t_ok test -z "$(grep -aiE 'agnieszka|brzozowska|4111|sk_live|7946' out)"
		t_ok test -z "$(tr -d '\n' < out | grep -a "$(printf '\033')")"
		t_ok test -z "$(grep -ai '<script>alert' out)"
		t_ok test -z "$(grep -aE '^ *=cmd' out)"
		t_run "$@" --show-text
		cp "$T_STATE/out" out
		t_ok grep -q 'Brzozowska' out
		t_ok test -z "$(tr -d '\n' < out | grep -a "$(printf '\033')")"
		[ $f = html ] && t_ok test -z "$(grep -ai '<script>alert' out)"
	done
done

t_case 'what pages, channels and notes are called'
t_run hs-report monthly -d a.db --month 2026-06 --min-n 1 -f json --sections pages,layers
t_ok grep -q '"/u/\*/bills"' "$T_STATE/out"
t_ok grep -q '"profile of \[NAME\], \[CARD\]"' "$T_STATE/out"
t_ok grep -q '4.2 of \[EMAIL\], \[KEY\] \[TAG\]alert(7)\[TAG\]' "$T_STATE/out"
t_ok test "$(grep -c 'page IN (' "$T_STATE/out")" -eq "$(grep 'page IN (' "$T_STATE/out" | grep -c /orders/7/track)"
t_run hs-report pack -d a.db --month 2026-06 -f json
t_ok grep -q 'channel: chat \[EMAIL\] \[TAG\]' "$T_STATE/out"

t_case 'what was quoted'
t_run hs-report monthly -d a.db --month 2026-06 --min-n 1 --sections $sections
t_ok grep -q 'generic:h1, message 2, agent' "$T_STATE/out"
t_ok grep -q '\[NAME\]' "$T_STATE/out"
t_ok grep -q '\[CARD\]' "$T_STATE/out"
t_ok grep -q '\[TAG\]' "$T_STATE/out"
t_done
