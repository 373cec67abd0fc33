#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules explain: what decided, why, what was near, what would have been.
. "$(dirname "$0")/tap.sh"

cat > t.rules <<'END'
rules 1
field account.tier enum starter business enterprise
dimension emotion one neutral < frustrated < angry
tag anger
    set  emotion=angry
    when message ~ unaccept
tag again
    set  emotion=frustrated
    when message ~ \bagain\b
route animal
    on     open, reply
    when   message ~ zebra
    unless message ~ please
    then   escalate
route quick
    on   open
    when account.seats > 9
    then ai-first
route young
    on   open
    when account.tier = enterprise
    and  account.age < 90d
    then human-first
route rich
    on   open
    when account.arr > 1000
    and  text ~ refund
    then human-first
route vip
    on   open
    when ticket.field("Secret") = gold
    then human-first
route cross
    on   open, reply
    when emotion = angry
    or   emotion = frustrated
    and  ticket.ai_turns >= 1
    then escalate
default open  ai-first
default reply stay
END
cat > in.ndjson <<'END'
{"id":"1","account":"a1","status":"solved","created":"2026-02-18T00:00:00Z","subject":"Help","fields":{"Secret":"silver"},"messages":[{"id":"0","role":"customer","at":"2026-03-10T10:00:00Z","body":"How do I print a zebra, please?"},{"id":"1","role":"ai","at":"2026-03-10T10:01:00Z","body":"Like so"},{"id":"2","role":"customer","at":"2026-03-10T10:02:00Z","body":"Märkte fail again"}]}
{"id":"2","status":"solved","created":"2026-03-01T10:00:00Z","subject":"Help","messages":[{"id":"0","role":"customer","at":"2026-03-10T10:00:00Z","body":"This zebra is unacceptable"},{"id":"1","role":"agent","at":"2026-03-10T10:01:00Z","body":"Sorry"}]}
{"id":"3","status":"solved","created":"2026-03-01T10:00:00Z","subject":"Help","messages":[{"id":"0","role":"customer","at":"2026-03-10T10:00:00Z","body":"Hello"},{"id":"1","role":"agent","at":"2026-03-10T10:01:00Z","body":"Hi"}]}
END
printf '%s\n' id,name,plan,created,arr,seats a1,Foo,enterprise,2025-11-19,500,3 > acc.csv
t_run hs-import -q -d a.db --tz UTC in.ndjson
t_status 0
t_run hs-import -q -d a.db --as-of 2026-01-01 acc.csv
t_status 0

t_case 'what decided, what held, what was near'
t_run hs-rules explain t.rules generic:1 -d a.db
t_status 0
t_err ''
t_out <<'END'
generic:1	open	1	decided	default	ai-first	t.rules:39:1	-	-	-	-	-	-
generic:1	open	1	near	animal	escalate	t.rules:13:12	message	-	-	-	-	unless message ~ please
generic:1	open	1	near	young	human-first	t.rules:22:10	account.age	-	-	-	91d	account.age < 90d
generic:1	open	1	near	vip	human-first	t.rules:31:10	ticket.field("Secret")	-	-	-	-	ticket.field("Secret") = gold
generic:1	open	1	near	cross	escalate	t.rules:35:10	emotion	-	-	-	-	emotion = angry
generic:1	open	1	near	quick	ai-first	t.rules:17:10	account.seats	-	-	-	3	account.seats > 9
generic:1	reply	2	decided	cross	escalate	t.rules:33:7	-	-	-	-	-	-
generic:1	reply	2	because	cross	escalate	t.rules:36:10	emotion	-	-	-	frustrated	emotion = frustrated
generic:1	reply	2	because	cross	escalate	t.rules:37:10	ticket.ai_turns	-	-	-	1	ticket.ai_turns >= 1
generic:1	reply	2	because	again	-	t.rules:9:10	message	2	13	18	-	message ~ \\bagain\\b
generic:1	reply	2	without	default	stay	t.rules:40:1	-	-	-	-	-	-
generic:1	reply	2	near	animal	escalate	t.rules:13:12	message	-	-	-	-	unless message ~ please
END

t_case 'the counterfactual; the rest nobody knows'
t_run hs-rules explain t.rules generic:2 generic:3 -d a.db -H -c key,stage,what,rule,action,start,end
t_out <<'END'
key	stage	what	rule	action	start	end
generic:2	open	decided	animal	escalate	-	-
generic:2	open	because	animal	escalate	5	10
generic:2	open	without	cross	escalate	-	-
generic:3	open	decided	default	ai-first	-	-
generic:3	open	near	animal	escalate	-	-
generic:3	open	near	vip	human-first	-	-
generic:3	open	near	cross	escalate	-	-
generic:3	open	near	quick	ai-first	-	-
generic:3	reply	unknown	-	-	-	-
END

t_case 'it says what replay says'
hs-rules replay t.rules -d a.db -c key,stage,rule,action > want
hs-rules explain t.rules generic:1 generic:2 generic:3 -d a.db \
    -c key,stage,rule,action,what |
    awk '$5 == "decided" && !($2 == "open" && $1 == "generic:1")' |
    cut -f 1-4 > got
t_same want got 'the decisions'

t_case 'the nearest first: all else held, then thresholds by how far'
cat > near.rules <<'END'
rules 1
route word
    on   open
    when message ~ horse
    then human-first
route far
    on   open
    when account.seats > 900
    then human-first
route close
    on   open
    when account.arr >= 501
    then human-first
route both
    on   open
    when account.seats > 900
    or   account.arr = 500
    and  account.age > 2184h1s
    then human-first
default open ai-first
END
t_run hs-rules explain near.rules generic:1 -d a.db -c what,rule,value,condition
t_out <<'END'
decided	default	-	-
near	both	91d	account.age > 2184h1s
near	close	500	account.arr >= 501
near	far	3	account.seats > 900
near	word	-	message ~ horse
END
t_run hs-rules explain near.rules generic:1 generic:3 -d a.db -f table
t_ok test "$(grep -c '^generic:[13]  1  decided' "$T_STATE/out")" -eq 2
t_run hs-rules explain near.rules generic:1 -d a.db -f table
t_ok test "$(grep -c '^open  1  decided' "$T_STATE/out")" -eq 1

t_case 'words of customers'
for t_format in table tsv csv json md; do
	t_run hs-rules explain t.rules generic:1 generic:2 -d a.db -f $t_format
	t_ok test "$(sed 's/message ~.*//' "$T_STATE/out" |
	    grep -ci 'silver\|rkte\|print')" -eq 0
done
t_run hs-rules explain t.rules generic:1 -d a.db --show-text -c what,field,value
t_ok grep -q '^because	message	again$' "$T_STATE/out"
t_ok grep -q '^near	ticket.field("Secret")	silver$' "$T_STATE/out"

t_case 'operands'
t_run hs-rules explain -d a.db
t_status 2
t_run hs-rules explain t.rules -d a.db
t_status 2
t_err 'which tickets'
t_run hs-rules explain t.rules generic:9 -d a.db
t_status 2
echo generic:3 | hs-rules explain t.rules - -d a.db -c key > got
t_ok test "$(sort -u got)" = generic:3
t_done
