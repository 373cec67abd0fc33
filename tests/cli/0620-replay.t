#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules replay: what was known at open and at each reply, and nothing later;
# what history cannot answer is a range.
. "$(dirname "$0")/tap.sh"

# t_ticket id account role:text ...: a message a minute
t_ticket() {
	printf '{"id":"%s","account":%s,"status":"solved","created":"2026-03-0%sT10:00:00Z","solved":"2026-03-20T10:00:00Z","subject":"Help","messages":[' \
	    "$1" "$2" "$(($1 % 9 + 1))"
	shift 2
	t_i=0
	for t_m in "$@"; do
		[ $t_i -eq 0 ] || printf ,
		printf '{"id":"%d","role":"%s","at":"2026-03-10T10:%02d:00Z","body":"%s"}' \
		    $t_i "${t_m%%:*}" $t_i "${t_m#*:}"
		t_i=$((t_i + 1))
	done
	printf ']}\n'
}

{
	t_ticket 1 null 'customer:How do I print this?' 'ai:Like this.' \
	    'customer:It does not work' 'ai:Try again.' \
	    'customer:Still not' 'ai:Sorry.' 'customer:I want a zebra' \
	    'ai:No zebra.' 'customer:Thanks'
	t_ticket 2 null 'customer:How do I scan?' 'agent:Like this. A zebra.' \
	    'customer:I want a zebra'
	t_ticket 3 null 'customer:A zebra, please' 'ai:Here it is.' \
	    'customer:Thanks for that'
	t_ticket 4 '"a1"' 'customer:Before the move' 'ai:Yes?' \
	    'customer:Nothing more'
	t_ticket 5 null 'customer:Hello there you' 'ai:zebra zebra' \
	    'customer:All is fine now' 'agent:I have read that, zebra' \
	    'customer:Now a zebra'
	t_ticket 6 null 'customer:Nobody answers this'
	t_ticket 7 null 'customer:One' 'customer:Two zebra' 'ai:Three'
} > in.ndjson
cat > base.rules <<'END'
rules 1
route animal
    on   open, reply
    when message ~ zebra
    then escalate
default open  ai-first
default reply stay
END
t_run hs-import -q -d a.db in.ndjson
t_status 0

t_case 'a word of message 4 does not fire at open, it takes the ticket there'
t_run hs-rules replay base.rules -d a.db
t_status 0
t_err ''
t_out <<'END'
generic:1	reply	4	animal	escalate	-	talk
generic:2	open	1	default	ai-first	ai-first,escalate	unknown
generic:3	open	1	animal	escalate	-	open
generic:4	open	1	default	ai-first	-	talk
generic:5	open	1	default	ai-first	-	talk
generic:6	open	1	default	ai-first	ai-first,escalate	unknown
generic:7	reply	2	animal	escalate	-	talk
END
cp "$T_STATE/out" want
t_run hs-rules replay base.rules -d a.db -j 1
t_same want "$T_STATE/out" 'whatever the number of threads'
t_run hs-rules replay base.rules generic:3 generic:1 -d a.db -H -c key,message
t_out <<'END'
key	message
generic:1	4
generic:3	1
END
t_run hs-rules replay base.rules -d a.db -w 0
t_status 0
t_out < /dev/null

# What a condition of replies sees: t_reply condition; the message that is taken.
t_reply() {
	printf 'rules 1\nroute r\n on reply\n when %s\n then human-first\ndefault open ai-first\ndefault reply stay\n' \
	    "$1" > one.rules
	t_run hs-rules replay one.rules -d a.db -c message,rule "generic:$2"
	t_status 0
	if [ "$(cat "$T_STATE/out")" = "$3" ]; then
		t_pass "'$1' on $2: $3"
	else
		t_fail "'$1' on $2: $3"
		t_comment < "$T_STATE/out"
	fi
}

t_case 'facts at replies'
t_none='1	default'
t_reply 'ticket.ai_turns >= 2' 1 '3	r'
t_reply 'ticket.ai_turns >= 4' 1 '5	r'
t_reply 'ticket.ai_turns >= 5' 1 "$t_none"
t_reply 'ticket.customer_turns = 3' 1 '3	r'
t_reply 'ticket.messages = 7' 1 '4	r'
t_reply 'ticket.agent_turns = 0' 1 '2	r'
t_reply 'ticket.agent_turns >= 1' 5 "$t_none"
t_reply 'ticket.first_reply = 60s' 1 '2	r'
t_reply 'ticket.handoff = false' 1 '2	r'
t_reply 'ticket.handoff = true' 5 "$t_none"
t_reply 'text ~ thanks' 1 '5	r'
t_reply 'text.raw ~ still' 1 '3	r'
t_reply 'last ~ still' 1 '3	r'
t_reply 'first ~ print' 1 '2	r'
t_reply 'first ~ work' 1 "$t_none"
t_reply 'ai ~ sorry' 1 '4	r'
t_reply 'ai ~ No zebra' 1 '5	r'
t_reply 'agent ~ read' 5 "$t_none"
for t_fact in ticket.reopens ticket.transfers ticket.csat ticket.handle \
    ticket.solved ticket.wants_human path cluster.size; do
	t_reply "$t_fact is set" 1 "$t_none"
done
for t_fact in answer ai.handoff agent.first note; do
	t_reply "$t_fact ~ ." 1 "$t_none"
done

t_case 'the same facts at open'
for t_fact in 'ticket.ai_turns is set' 'ticket.messages is set' 'ai ~ .' \
    'ticket.customer_turns is set' 'agent ~ .' 'ticket.handoff is set' \
    'ticket.first_reply is set'; do
	printf 'rules 1\nroute r\n on open\n when %s\n then human-first\ndefault open ai-first\n' \
	    "$t_fact" > one.rules
	t_run hs-rules replay one.rules -d a.db -c rule
	t_ok test "$(sort -u "$T_STATE/out")" = default
done
sed 's/open, reply/open/' base.rules > open.rules
t_run hs-rules replay open.rules -d a.db -c rule,basis
t_ok test "$(grep -c 'animal	open' "$T_STATE/out")" -eq 1
t_ok test "$(grep -c 'default	open' "$T_STATE/out")" -eq 6

t_case 'the account as it was'
printf '%s\n' id,name,plan a1,Foo,starter > before.csv
printf '%s\n' id,name,plan a1,Foo,enterprise > after.csv
t_run hs-import -q -d a.db --as-of 2026-01-01 before.csv
t_run hs-import -q -d a.db --as-of 2026-03-15 after.csv
cat > plan.rules <<'END'
rules 1
field account.tier enum starter enterprise
route big
    on   open
    when account.tier = enterprise
    then human-first
route small
    on   open
    when account.plan = starter
    and  account.tier = starter
    then escalate
default open ai-first
END
t_run hs-rules replay plan.rules -d a.db generic:4 -c rule
t_out <<'END'
small
END
t_run hs-import -q -d a.db --as-of 2026-02-01 after.csv
t_run hs-rules replay plan.rules -d a.db generic:4 -c rule
t_out <<'END'
big
END

t_case 'a tag that a person set later does not count'
cat > tagged.rules <<'END'
rules 1
dimension mood many wild
tag wild
    set  mood=wild
    when message ~ zebra
route tame
    on   open
    when mood = wild
    then escalate
default open ai-first
END
t_run hs-tag -q --rules tagged.rules -d a.db
t_run hs-tag set mood=wild generic:6 -d a.db --why 'looked at it'
t_status 0
t_run hs-rules replay tagged.rules -d a.db -c key,rule
t_ok grep -q 'generic:3	tame' "$T_STATE/out"
t_ok grep -q 'generic:6	default' "$T_STATE/out"

t_case 'the shipped routes run against a database'
t_run hs-rules replay "$T_ROOT/samples/rules/routing.rules" -d a.db
t_status 0

t_case 'summary'
cat > sum.rules <<'END'
rules 1
dimension segment many vip
tag vip
    set  segment=vip
    when text ~ hello|please
route hello
    on   open
    when text ~ hello
    then human-first
route animal
    on   open, reply
    when message ~ zebra
    then escalate
route again
    on   open, reply
    when message ~ \b(zebra|thanks)\b
    then human-first
default open  ai-first
default reply stay
END
t_run hs-rules replay --summary sum.rules -d a.db
t_status 0
t_out <<'END'
metric	segment	estimate	lo	hi	x	n	N	method	definition	status
route_share	stage=open,action=ai-first	0.714286	0.714286	0.714286	5	7	7	count	replay	MEASURED
route_share	stage=open,action=human-first	0.142857	0.142857	0.142857	1	7	7	count	replay	MEASURED
route_share	stage=open,action=escalate	0.142857	0.142857	0.142857	1	7	7	count	replay	MEASURED
route_share	stage=end,action=ai-first	-	0.142857	0.428571	-	7	7	bounds	replay	MEASURED
route_share	stage=end,action=human-first	-	0.142857	0.428571	-	7	7	bounds	replay	MEASURED
route_share	stage=end,action=escalate	-	0.428571	0.714286	-	7	7	bounds	replay	MEASURED
ai_allowed	all	-	0.142857	0.428571	-	7	7	bounds	replay	MEASURED
ai_met_kept	all	1.000000	1.000000	1.000000	2	2	2	count	replay	MEASURED

rule	action	open	reply	share	would	gave_up	alone	alone_max	alone_share	alone_share_max	example
hello	human-first	1	0	0.142857	1	0	1	1	0.142857	0.142857	generic:5
animal	escalate	1	2	0.428571	3	0	0	2	0.000000	0.285714	generic:1
again	human-first	0	0	0.000000	3	0	0	2	0.000000	0.285714	-
default	ai-first	5	0	0.714286	-	-	-	-	-	-	generic:1

by	name	kept	met_ai	share	kept_max	met_max	examples
rule	hello	1	1	1.000000	1	1	generic:5
rule	animal	1	1	1.000000	1	1	generic:3
segment	vip	2	2	1.000000	2	2	generic:3 generic:5
END

t_case 'a pattern that gives up makes a range, and status 3'
t_bad=xxxxxxxxxxxxxxxxxxxx
t_bad="$t_bad$t_bad$t_bad"
t_ticket 8 null "customer:$t_bad! y" 'ai:Pardon?' 'customer:Never mind that' \
    > bad.ndjson
t_run hs-import -q -d a.db bad.ndjson
cat > bad.rules <<'END'
rules 1
route bad
    on   open
    when text ~ (x+x+)+y
    then escalate
default open ai-first
END
t_run hs-rules replay bad.rules -d a.db generic:8
t_status 3
t_err '1 tickets have a rule that gave up'
t_out <<'END'
generic:8	open	1	default	ai-first	ai-first,escalate	open
END
t_run hs-rules replay --summary bad.rules -d a.db
t_status 3
t_ok grep -q '^ai_allowed	all	-	0.875000	1.000000	-	8	8	bounds' \
    "$T_STATE/out"
t_ok grep -q '^bad	escalate	0	0	0.000000	0	1	0	1	' "$T_STATE/out"

t_case 'a greeting is no answer'
t_ticket 9 null 'ai:How may I help?' 'customer:A parcel of mine' \
    'agent:Where is it' > greet.ndjson
t_run hs-import -q -d a.db greet.ndjson
t_run hs-rules replay base.rules -d a.db generic:9
t_out <<'END'
generic:9	open	1	default	ai-first	ai-first,escalate	unknown
END

t_case 'what cannot be replayed'
t_run hs-rules replay -d a.db
t_status 2
cat > t.rules <<'END'
rules 1
dimension x many y
tag t
    set  x=y
    when text ~ z
END
t_run hs-rules replay t.rules -d a.db
t_status 2
t_err 't.rules: there is no route'
grep -v '^default reply' base.rules > half.rules
t_run hs-rules replay half.rules -d a.db
t_status 2
t_err "'default reply' is missing"
t_run hs-rules replay gone.rules -d a.db
t_status 2

t_case 'no text is printed'
for t_format in table tsv csv json md; do
	for t_how in --summary -H; do
		t_run hs-rules replay "$t_how" -f $t_format sum.rules -d a.db
		t_status 0
		t_ok test "$(grep -ci 'zebra,\|print this\|Before the' \
		    "$T_STATE/out")" -eq 0
	done
done
t_done
