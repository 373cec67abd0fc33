#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules journey: talks with the AI as tests, and as sheets to play.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension mood one calm < cross
tag cross-words
    set    mood=cross
    when   message ~ \bawful\b
tag ai-lost
    set    mood=cross
    when   ai ~ \bno idea\b
route vip
    on     open
    when   account.plan = enterprise
    then   human-first
    queue  vip desk
route cross
    on     reply
    when   mood = cross
    then   escalate
    queue  first line
route loop
    on     reply
    when   ticket.ai_turns >= 3
    then   escalate
default open ai-first
default reply stay
END
cat > our.test <<'END'
rules 1
use our.rules
case a plain start
    on     open
    account.plan = free
    text = hello
    expect route = ai-first
journey patient
    like   a plain start
    customer = Where is my invoice?
    expect route = ai-first
    expect no tag mood=cross
    ai = Under Settings.
    customer
      | It is not there,
      | nor on paper.
    expect route = stay by default
    customer = And now?
    customer = Hello?
    expect route = escalate by loop
    customer = Thanks
    expect route = escalate
journey the AI has no idea
    customer = Where is my invoice?
    ai = I have no idea.
    customer = Oh
    expect route = escalate by cross
    expect queue = first line
journey a large account
    account.plan = enterprise
    customer = This is awful
    expect route = human-first by vip
    customer = Hello?
    expect route = human-first
END

t_case 'journeys are tests'
t_run hs-rules journey our.test
t_status 0
t_out <<'END'
# 3 cases: 3 passed
# alternatives: 5 of 5 fired
END
t_run hs-rules test our.test
t_status 0
t_ok grep -q '^# 4 cases: 4 passed$' "$T_STATE/out"

t_case 'which step differs'
sed 's/= stay by default/= escalate/; s/no idea\./idea./' our.test > bad.test
t_run hs-rules journey -q bad.test
t_status 1
t_out <<'END'
bad.test:8:9: error: case 'patient': got after customer message 2: route = stay by default, want route = escalate: no rule fired
bad.test:23:9: error: case 'the AI has no idea': got after customer message 2: route = stay by default, no queue, want route = escalate by cross, queue = first line: 'cross' lacks one condition (our.rules:16:12): mood = cross
END
t_case 'nobody comes back from a person'
cat > back.test <<'END'
rules 1
use our.rules
journey back
    account.plan = enterprise
    customer = Hello
    customer = Hello?
    expect route = stay
END
t_run hs-rules journey -q back.test
t_status 1
t_out <<'END'
back.test:3:9: error: case 'back': got after customer message 2: route = human-first by vip, want route = stay: vip (our.rules:11:12): account.plan = enterprise
END

t_case 'nothing to run'
t_run hs-rules journey our.rules
t_status 2
t_run hs-rules journey --script our.rules
t_status 2

t_case 'the sheet'
t_run hs-rules journey --script our.test
t_status 0
cp "$T_STATE/out" sheet
sed -n '/^# a large account/,$p' sheet > "$T_STATE/out"
t_out <<'END'
# a large account

You are:

- account.plan = enterprise

1. Open a new talk with:

       This is awful

   A person should take over (human-first by vip, queue vip desk).
   Did one?  yes / no

2. Wait, then write:

       Hello?

   A person has it and stays with it.

Key of the ticket: ____________________

END
t_ok test "$(grep -c '^Key of the ticket' sheet)" -eq 3
t_ok grep -qxF -- '- account.plan = free' sheet
t_ok grep -qxF '       nor on paper.' sheet

# --- played on the live site --------------------------------------------------

# ticket ID ROLE ...: a message of each
ticket() {
	printf '{"id":%s,"subject":"s","status":"solved","created":"2026-01-05T10:00:00Z","solved":"2026-01-05T12:00:00Z","messages":[' "$1"
	shift
	n=0
	for role; do
		[ $n -eq 0 ] || printf ,
		n=$((n + 1))
		printf '{"id":"m%s","role":"%s","at":"2026-01-05T10:%02d:00Z","body":"some words here"}' $n "$role" $n
	done
	printf ']}\n'
}
{
	ticket 1 customer ai customer ai agent
	ticket 2 customer ai customer ai
	ticket 3 customer
	ticket 4 customer ai customer agent
	ticket 5 customer agent
} > played.ndjson
hs-import -q -d a.db played.ndjson > "$T_STATE/log"

t_case 'a ticket that was played as it should'
t_run hs-rules journey -d a.db --played 'generic:1=the AI has no idea' our.test
t_status 0
t_out <<'END'
# 1 case: 1 passed
END
t_case 'and others'
t_run hs-rules journey -q -d a.db --played '2=the AI has no idea' --played '3=a large account' --played '4=patient' our.test
t_status 1
t_out <<'END'
our.test:23:9: error: case 'the AI has no idea (generic:2)': got after message 2: the AI, want after message 2: a person by cross: played otherwise
our.test:29:9: error: case 'a large account (generic:3)': got after message 1: nobody, 2: no such message, want after message 1: a person by vip, 2: a person by vip: played otherwise
our.test:8:9: error: case 'patient (generic:4)': got after message 2: a person, 3: no such message, want after message 2: the AI by default, 3: the AI by default: played otherwise
END
t_sql a.db 'SELECT ticket, journey FROM played ORDER BY 1' 'they are kept' <<'END'
1|the AI has no idea
2|the AI has no idea
3|a large account
4|patient
END

t_case 'played tickets are tests, also when they come again'
ticket 4 customer ai customer agent customer > again.ndjson
hs-import -q -d a.db again.ndjson > "$T_STATE/log"
t_sql a.db 'SELECT key, mark FROM tickets ORDER BY 1' marks <<'END'
generic:1|test
generic:2|test
generic:3|test
generic:4|test
generic:5|NULL
END
t_sql a.db 'SELECT key, excluded FROM landscape ORDER BY 1' 'in no population' <<'END'
generic:1|spam and test
generic:2|spam and test
generic:3|spam and test
generic:4|spam and test
generic:5|NULL
END
t_run hs-import -d a.db --redacted-copy copy.db
t_ok test -f copy.db
t_sql copy.db 'SELECT count(*), min(journey) FROM played' 'a copy has no names' <<'END'
4|[redacted]
END

t_case 'what is not there'
t_run hs-rules journey -d a.db --played '5=nothing' our.test
t_status 2
t_err "there is no journey 'nothing'"
t_run hs-rules journey -d a.db --played '99=patient' our.test
t_status 2
t_run hs-rules journey -d a.db --played '5=patient' --played '99=patient' our.test
t_status 2
t_sql a.db 'SELECT count(*) FROM played' 'nothing was kept of it' <<'END'
4
END
t_run hs-rules journey -d a.db --played patient our.test
t_status 2

t_done
