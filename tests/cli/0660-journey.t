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
bad.test:8:9: error: case 'patient': no rule fired: got after customer message 2: route = stay by default, want route = escalate
bad.test:23:9: error: case 'the AI has no idea': no rule fired: got after customer message 2: route = stay by default, no queue, want route = escalate by cross, queue = first line
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
back.test:3:9: error: case 'back': vip (our.rules:11:12): account.plan = enterprise: got after customer message 2: route = human-first by vip, want route = stay, won by vip
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

t_done
