#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit and hs-show --brief on what nobody meant them to read: huge texts,
# patterns that give up, control characters, stale tags, texts that are gone.
. "$(dirname "$0")/tap.sh"

# ticket ID MESSAGES [MORE]: one handed over on 2 July.
ticket() {
	printf '{"id":"%s","subject":"Delivery","status":"solved","created":"2026-07-02T09:00:00Z","solved":"2026-07-02T12:00:00Z","account":"a%s","requester":"c1","language":"en","channel":"chat"%s,"messages":[%s]}\n' \
	    "$1" "$1" "$3" "$2"
}
said() { # ROLE MINUTE BODY
	printf '{"id":"%s-%s","role":"%s","at":"2026-07-02T09:%s:00Z","author":"%s","body":"%s"}' \
	    "$1" "$2" "$1" "$2" "$1" "$3"
}
passes="$(said ai 01 'I am passing you to a colleague.')"
asks="$(said agent 20 'Hello, could you tell me your order number please?')"
lost="$(said customer 00 'My order PX-20931 has not come, where is it?')"
fill() { # DB FILE
	hs-import -q -d "$1" "$2" > "$T_STATE/log" 2>&1 &&
	    hs-tag -q -d "$1" > "$T_STATE/log" 2>&1
}

t_case 'a body of four megabytes of numbers'
{
	printf '{"id":"huge","status":"solved","created":"2026-07-02T09:00:00Z","language":"en","messages":[{"id":"m1","role":"customer","at":"2026-07-02T09:00:00Z","body":"'
	awk 'BEGIN { for (i = 0; i < 450000; i++) printf "PX-%05d ", i % 99999 }'
	printf '"},%s,%s]}\n' "$passes" "$asks"
} > huge.ndjson
fill huge.db huge.ndjson
t_run timeout 30 hs-escaudit all -q -d huge.db -c code,item
t_status 0
t_ok grep -q '^repeat	order-id$' "$T_STATE/out"

t_case 'a rule that gives up is not silent'
{
	ticket 1 "$(said customer 00 "$(awk 'BEGIN { for (i = 0; i < 60000; i++) printf "x"; printf " y" }')"),$passes,$asks"
	ticket 2 "$lost,$passes,$asks"
} > slow.ndjson
fill slow.db slow.ndjson
cat > slow.rules <<'END'
rules 1
language en
dimension bomb one no < yes
default bomb no
tag slow
    set bomb=yes
    when message ~ (x+x+)+y
    why It takes for ever
END
t_run hs-escaudit triggers -q -d slow.db --rules slow.rules -c key
t_status 3
t_err '^hs-escaudit: 1 tickets have a rule that gave up: findings may be missing$'
t_ok grep -q '^generic:1$' "$T_STATE/out"
t_run hs-escaudit triggers -q -d slow.db --rules slow.rules --figures
t_status 3
t_err '1 tickets have a rule that gave up'
t_run hs-escaudit triggers -q -d slow.db --rules slow.rules generic:2
t_status 0

t_case 'control characters, formulas, tabs and lines in what is quoted'
bad='=HYPERLINK(1) \u001b[31mPX-20931\u001b[0m\tis late\nand \u202eodd, so I want it\u0007'
ask='=Could you tell me \u001b[2Jyour order\tnumber\nplease?'
ticket bad "$(said customer 00 "$bad"),$passes,$(said agent 20 "$ask")" \
    > bad.ndjson
fill bad.db bad.ndjson
for f in table md tsv csv; do
	t_run hs-escaudit all -q -d bad.db -f $f
	t_status 0
	t_ok test "$(tr -d '\033\007' < "$T_STATE/out" | wc -c)" -eq \
	    "$(wc -c < "$T_STATE/out")"
done
t_run hs-escaudit all -q -d bad.db
t_ok test -z "$(awk -F '	' 'NF != 12' "$T_STATE/out")"
t_run hs-escaudit all -q -d bad.db -f csv -c quote,given_quote
t_ok test -z "$(grep -E '^"?=|,"?=' "$T_STATE/out")"
t_run hs-escaudit all -q -d bad.db -f json
t_sql :memory: "SELECT json_valid('[' || replace(trim(
    readfile('$T_STATE/out'), char(10)), char(10), ',') || ']')" 'JSON' <<'END'
1
END
t_run hs-show --brief --show-text -d bad.db generic:bad
t_status 0
t_ok test "$(tr -d '\033\007' < "$T_STATE/out" | wc -c)" -eq \
    "$(wc -c < "$T_STATE/out")"

t_case 'fields, tags and times that are not what they should be'
{
	ticket nest "$lost,$passes,$asks" ',"fields":{"a":{"b":[[["x"]]]},"escalation_reason":["angry",{"x":1}],"t\nn":null,"order":1e400},"tags":["",{"a":[]},7]'
	ticket old "$(said customer 00 'Where is my order PX-1?' | sed 's/2026/1066/'),$passes,$asks"
	printf '%s\n' '{"id":"never","created":"2026-07-02T09:00:00Z","ai_state":"handed_over","messages":[{"id":"1","role":"customer","body":"Where is my order PX-20931?"},{"id":"2","role":"ai","body":"I am passing you to a colleague."},{"id":"3","role":"agent","body":"Your order number please?"}]}'
	printf '%s\n' '{"id":"none","created":"2026-07-02T09:00:00Z","ai_state":"handed_over","messages":[]}'
	ticket same "$(said customer 01 'Where is it?'),$passes,$(said agent 01 'Your order number please?')"
	ticket drop "$lost,$passes,$asks" | sed 's/"adrop"/"\\"; DROP TABLE ticket; --"/'
} > odd.ndjson
fill odd.db odd.ndjson
t_run hs-escaudit all -q -d odd.db -c key
for k in nest old same drop; do
	t_ok grep -q "^generic:$k\$" "$T_STATE/out"
done
t_status 0
for k in nest old never none same drop; do
	t_run hs-escaudit all -q -d odd.db -c key,code,audit generic:$k
	t_status 0
	t_run hs-show --brief -d odd.db generic:$k
	t_status 0
done
t_run hs-escaudit all -q -d odd.db --figures
t_status 0

t_case 'tables that somebody edited'
for sql in 'handoff_message = 99999' 'handoff_message = -5' \
    'handoff_at = 9223372036854775807' 'handoff_at = -9223372036854775808'; do
	cp odd.db edit.db
	t_ok sqlite3 edit.db "UPDATE tagging SET $sql"
	t_run hs-escaudit all -q -d edit.db generic:nest generic:drop
	t_status 0
	t_run hs-show --brief -d edit.db generic:nest
	t_status 0
done

t_case 'a ticket that was imported again and not tagged since'
ticket drop "$lost" > short.ndjson
cp odd.db stale.db
hs-import -q -d stale.db short.ndjson > "$T_STATE/log"
t_run hs-escaudit all -q -d odd.db -c key,code generic:drop
t_err ''
t_run hs-escaudit all -q -d stale.db -c key,code generic:drop
t_status 0
t_err '^hs-escaudit: [0-9]+ tickets are new or changed since hs-tag ran: run it again$'

t_case 'output that cannot be written'
t_run_to /dev/full hs-escaudit all -q -d odd.db
t_status 4
t_run_to /dev/full hs-show --brief -d odd.db generic:nest
t_status 4
t_run sh -c 'hs-escaudit all -q -d huge.db 2> pipe.err | :'
t_status 0
t_ok test ! -s pipe.err

t_case 'copies without text, and customers who are forgotten'
hs-import -d odd.db --redacted-copy bare.db > "$T_STATE/log" 2>&1
t_run hs-escaudit all -q -d bare.db -c key,code,quote,given_quote,audit
t_status 0
t_ok test -z "$(awk -F '	' '$3 != "-" || $4 != "-"' "$T_STATE/out")"
t_ok test -z "$(awk -F '	' '$5 ~ /repeat|wording|opening|handoff/ && $2 != "not-measurable"' "$T_STATE/out")"
echo c1 > forget.txt
t_run hs-import -q -d odd.db --forget forget.txt
t_status 0
t_run hs-escaudit all -q -d odd.db
t_status 0
t_ok test -z "$(grep PX- "$T_STATE/out")"

t_done
