#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag over a database: what is tagged again, which rule set is active,
# defaults, segments, paths and handoffs.
. "$(dirname "$0")/tap.sh"

# --- small rules of our own -------------------------------------------------

cat > our.rules <<'END'
rules 1
language en
dimension issue many refund login other
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated
dimension mood one calm < loud
dimension segment many big
default complexity low
default emotion neutral when readable
tag refund
    set issue=refund
    when text ~ \brefunds?\b
    unless text ~ \bno refund\b
    why Money back
tag login
    set issue=login
    when text ~ \blog ?in\b
    why Cannot get in
tag busy
    set complexity=medium
    when count(issue) >= 2
    why Two things at once
tag hard
    set complexity=high
    when count(issue) >= 2
    and subject ~ urgent
    why Urgent and two things
tag one-message
    set mood=loud
    when message ~ alpha
    and message ~ beta
    why Both words in one message
tag big
    set segment=big
    when account.plan = enterprise
    why An enterprise
END
sed 's/\\blog ?in\\b/\\bsign ?in\\b/' our.rules > other.rules
cat > tickets.ndjson <<'END'
{"id":1,"subject":"Refund","status":"open","created":"2026-01-05T10:00:00Z","account":"A1","messages":[{"id":"1","role":"customer","at":"2026-01-05T10:00:00Z","body":"Please send me my refund for the order."}]}
{"id":2,"subject":"No refund","status":"open","created":"2026-01-06T10:00:00Z","account":"A1","messages":[{"id":"1","role":"customer","at":"2026-01-06T10:00:00Z","body":"I got no refund and I cannot log in today."}]}
{"id":3,"subject":"Both","status":"open","created":"2026-01-07T10:00:00Z","account":"A2","messages":[{"id":"1","role":"customer","at":"2026-01-07T10:00:00Z","body":"I cannot log in to ask for a refund alpha."},{"id":"2","role":"customer","at":"2026-01-07T10:01:00Z","body":"And another thing, it is beta software, right?"}]}
{"id":4,"subject":"urgent both","status":"open","created":"2026-01-08T10:00:00Z","messages":[{"id":"1","role":"customer","at":"2026-01-08T10:00:00Z","body":"Log in fails and I want a refund, alpha and beta."}]}
{"id":5,"status":"open","created":"2026-01-09T10:00:00Z","messages":[{"id":"1","role":"customer","at":"2026-01-09T10:00:00Z","body":"Hi"}]}
{"id":6,"subject":"Meine Rechnung","status":"open","created":"2026-01-09T11:00:00Z","messages":[{"id":"1","role":"customer","at":"2026-01-09T11:00:00Z","body":"Guten Tag, ich habe meine Rechnung noch immer nicht bekommen und warte seit zwei Wochen auf eine Antwort von Ihnen."}]}
END
cat > accounts.csv <<'END'
id,name,plan,valid from
A1,Acme,free,2026-01-01
A1,Acme,enterprise,2026-01-06
A2,Bolt,free,2026-01-01
END
hs-import -q -d a.db tickets.ndjson accounts.csv > "$T_STATE/log"

t_tags() {
	sqlite3 -nullvalue - a.db "SELECT ext_id, issues, complexity, emotion,
	    segments FROM tickets ORDER BY ticket"
}

t_case 'values'
t_run hs-tag -d a.db --rules our.rules -c tickets,tagged,unchanged,gave_up
t_status 0
t_err ''
t_out <<'END'
tickets	tagged	unchanged	gave_up
6	6	0	0
END
t_tags > "$T_STATE/out"
t_out <<'END'
1|["refund"]|low|neutral|-
2|["login"]|low|neutral|["big"]
3|["refund","login"]|medium|neutral|-
4|["refund","login"]|high|neutral|-
5|-|low|-|-
6|-|low|-|-
END
t_sql a.db "SELECT key, value FROM tag WHERE dimension = 'mood' ORDER BY key" \
    'conditions on messages hold for one and the same' <<'END'
generic:4|loud
END
t_sql a.db 'SELECT issue FROM tickets ORDER BY ticket LIMIT 4' \
    'the primary issue is the first in rank' <<'END'
refund
login
refund
refund
END

t_case 'a second run has nothing to do'
cp a.db before.db
t_run hs-tag -d a.db --rules our.rules -c tickets,tagged,unchanged
t_status 0
t_out <<'END'
tickets	tagged	unchanged
6	0	6
END

t_case 'a changed ticket is tagged again'
cat > change.ndjson <<'END'
{"id":5,"status":"open","created":"2026-01-09T10:00:00Z","messages":[{"id":"2","role":"customer","at":"2026-01-09T12:00:00Z","body":"I would like a refund, please."}]}
END
hs-import -q -d a.db change.ndjson > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tickets,tagged,unchanged
t_status 0
t_out <<'END'
tickets	tagged	unchanged
6	1	5
END
t_sql a.db 'SELECT issue, emotion FROM tickets WHERE ext_id = 5' <<'END'
refund|neutral
END

t_case 'an unchanged import tags nothing'
hs-import -q -d a.db tickets.ndjson accounts.csv > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tagged
t_out <<'END'
tagged
0
END

t_case 'a changed fact of an account tags its tickets again'
printf 'id,name,plan,valid from\nA2,Bolt,enterprise,2026-01-05\n' > a2.csv
hs-import -q -d a.db a2.csv > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tagged,unchanged
t_status 0
t_out <<'END'
tagged	unchanged
1	5
END
t_sql a.db 'SELECT ext_id, segments FROM tickets WHERE segments IS NOT NULL' <<'END'
2|["big"]
3|["big"]
END

t_case 'what an account becomes later says nothing of earlier tickets'
printf 'id,name,plan,valid from\nA1,Acme,enterprise,2026-02-01\n' > a1.csv
hs-import -q -d a.db a1.csv > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tickets
t_status 0
t_sql a.db 'SELECT ext_id, plan, segments FROM tickets WHERE account = "A1"
    ORDER BY 1' <<'END'
1|free|NULL
2|enterprise|["big"]
END

t_case 'keys are tagged in any case'
t_run hs-tag -d a.db --rules our.rules -c tickets,tagged 1 generic:2
t_out <<'END'
tickets	tagged
2	2
END
t_run hs-tag -d a.db --rules our.rules -c tickets,tagged -w "ext_id = '3'"
t_out <<'END'
tickets	tagged
1	0
END
t_run hs-tag -d a.db --rules our.rules -c tickets --since 2026-01-07 --until 2026-01-09
t_out <<'END'
tickets
2
END

# --- rule sets beside each other --------------------------------------------

t_case 'another rule set'
sqlite3 a.db 'SELECT key, dimension, value FROM tag ORDER BY 1, 2, 3' > first
t_run hs-tag -d a.db --rules other.rules --keep-active -c tagged
t_status 0
t_out <<'END'
tagged
6
END
t_sql a.db 'SELECT count(*) FROM ruleset;
    SELECT count(DISTINCT ruleset) FROM tag; SELECT count(*) FROM tagging;
    SELECT name FROM ruleset WHERE active' 'beside the first, which stays active' <<'END'
2
2
12
our.rules
END
sqlite3 a.db "SELECT key, dimension, value FROM tag WHERE ruleset =
    (SELECT hash FROM ruleset WHERE name = 'our.rules') ORDER BY 1, 2, 3" > again
t_same first again 'the tags of the first are as they were'
t_sql a.db "SELECT issues FROM tickets WHERE ext_id = 3;
    SELECT group_concat(value) FROM tag WHERE key = 'generic:3' AND
    dimension = 'issue' AND ruleset =
    (SELECT hash FROM ruleset WHERE name = 'other.rules')" <<'END'
["refund","login"]
refund
END
t_run hs-tag -d a.db --rules other.rules -c tagged
t_out <<'END'
tagged
0
END
t_sql a.db 'SELECT name FROM ruleset WHERE active;
    SELECT issues FROM tickets WHERE ext_id = 3' 'it becomes active' <<'END'
other.rules
["refund"]
END
t_run hs-tag -d a.db --rules our.rules -c tagged
t_out <<'END'
tagged
0
END
mkdir elsewhere
cp our.rules elsewhere
t_run hs-tag -d a.db --rules elsewhere/our.rules -c tagged
t_out <<'END'
tagged
0
END
t_sql a.db 'SELECT count(*) FROM ruleset' 'a rule set is its bytes, wherever they are' <<'END'
2
END
t_sql a.db 'SELECT count(*) FROM ruleset WHERE active' <<'END'
1
END

t_case 'a rule file that is wrong changes nothing'
cp a.db before.db
printf 'rules 1\ntag x\n set nope=1\n when text ~ x\n' > bad.rules
t_run hs-tag -d a.db --rules bad.rules
t_status 2
t_err '^hs-tag: bad\.rules:3:[0-9]+: .*\[R123\]'
t_same before.db a.db 'the database is as before'
t_run hs-tag -d a.db --rules gone.rules
t_status 2
t_err 'gone\.rules'
t_same before.db a.db 'the database is as before'

t_case 'threads do not matter'
for j in 1 2 4; do
	cp a.db j$j.db
	t_run hs-tag -d j$j.db -j $j
	t_status 0
	sqlite3 j$j.db 'SELECT * FROM tagging; SELECT * FROM ruleset_value' > j$j
done
t_same j1 j2
t_same j1 j4

# --- paths and handoffs, under the shipped pack -----------------------------

t_case 'path'
AI='"role":"ai"' AG='"role":"agent"' CU='"role":"customer"'
T='"subject":"My password","status":"solved","created":"2026-02-01T10:00:00Z","solved":"2026-02-01T12:00:00Z"'
# t_ticket id message ...: a message is "role minute text".
t_ticket() {
	t_id=$1
	shift
	printf '{"id":%s,%s,"messages":[' "$t_id" "$T"
	t_sep='' t_k=0
	for m in "$@"; do
		role=${m%% *}
		text=${m#* }
		minute=${text%% *}
		text=${text#* }
		more=',"public":true'
		case $role in
		note) role=$AG more=',"public":false,"kind":"note"' ;;
		ai) role=$AI ;;
		agent) role=$AG ;;
		system) role='"role":"system"' ;;
		*) role=$CU ;;
		esac
		printf '%s{"id":"%s",%s,"at":"2026-02-01T10:%s:00Z","body":"%s"%s}' \
		    "$t_sep" "$t_k" "$role" "$minute" "$text" "$more"
		t_sep=, t_k=$((t_k + 1))
	done
	printf ']}\n'
}
ask='c 00 How can I reset my password, please?'
how='ai 01 Open Settings and choose Reset password.'
{
	t_ticket 1 "$ask" "$how"
	t_ticket 2 "$ask" 'agent 02 Open Settings and choose Reset.'
	t_ticket 3 "$ask" 'agent 02 I am looking into it.' "ai 03 Open Settings."
	t_ticket 4 "$ask" 'ai 01 I am passing this on to our billing team now.' \
	    'agent 05 Hello, this is Ann.'
	t_ticket 5 "$ask" "$how" 'c 02 That did not work.' 'agent 05 Hello, Ann here.'
	t_ticket 6 "$ask" "$how" 'c 02 No.' 'system 03 Assigned to Ann' 'agent 05 Hello.'
	t_ticket 7 "$ask" 'ai 01 I am passing this on to our billing team now.' \
	    'c 02 Thank you.'
	t_ticket 8 "$ask"
	t_ticket 9 "$ask" 'note 02 Should look at this'
	t_ticket 10 "$ask" "$how" 'note 03 fine'
	t_ticket 11 "$ask" 'ai 01 I am passing this on to our billing team now.' \
	    'c 02 Wait, which button is it?' 'ai 03 The blue button.'
	t_ticket 12 "$ask" 'ai 01 I can put you through to someone if you like.' \
	    'c 02 No need.' 'agent 04 Hello.'
	t_ticket 13 "$ask" "$how" 'c 02 Hm.' \
	    'ai 03 One of our colleagues will reply here today.' \
	    'ai 04 Have a nice day.' 'agent 09 Hello.'
	printf '{"id":14,%s}\n' "$T"
	printf '{"id":15,%s,"ai_state":"Escalated"}\n' "$T"
	printf '{"id":16,%s,"ai_state":"Confirmed Resolution"}\n' "$T"
	printf '{"id":17,"status":"solved","created":"2026-02-01T10:00:00Z"}\n'
	printf '{"id":18,%s,"ai_state":"Escalated","messages":[{"id":"1",%s,"at":"2026-02-01T10:00:00Z","body":"Hello you"},{"id":"2",%s,"at":"2026-02-01T10:01:00Z","body":"Open Settings."}]}\n' \
	    "$T" "$CU" "$AI"
	t_ticket 19 "$how" "$ask"
	t_ticket 20 'ai 00 Hello' 'note 01 x' "$ask" 'agent 05 Hello'
	# nobody answers, and the last that was wanted is a person
	offer='ai 01 I can put you through to someone if you like.'
	person='c 02 Please put me through to a human.'
	t_ticket 21 "$ask" "$how" "$person"
	t_ticket 22 "$ask" "$offer" 'c 02 Yes please.' 'c 03 And thank you.'
	t_ticket 23 "$ask" "$offer" 'c 02 No thanks, that will do.'
	t_ticket 24 "$ask" "$how" 'c 02 Yes please.'
	t_ticket 25 "$ask" "$how" "$person" 'ai 03 Which of your two accounts is it?'
	t_ticket 26 "$ask" "$how" 'c 02 Fine.\n> Please put me through to a human.'
	t_ticket 27 "$ask" "$how" "$person" |
	    sed 's/"messages"/"ai_state":"Confirmed Resolution",&/'
	# a mention of people counts where one answers next, and nowhere else
	t_ticket 28 "$ask" 'ai 01 A surveyor can tell.' 'agent 05 Hello.'
	t_ticket 29 "$ask" 'ai 01 A surveyor can tell.' 'c 02 Fine.'
	t_ticket 30 "$ask" 'ai 01 A surveyor can tell.' 'c 02 And the lamp?' \
	    'ai 03 The blue one.' 'agent 05 Hello.'
} > path.ndjson
t_run hs-import -q -d p.db path.ndjson
t_status 0
t_run hs-tag -d p.db -c tickets,tagged,gave_up
t_status 0
sqlite3 -separator ' ' -nullvalue - p.db "SELECT ext_id, path, path_basis,
    handoff_message, strftime('%H:%M', handoff_at, 'unixepoch'), handoff_basis
    FROM tickets ORDER BY ticket" > "$T_STATE/out"
t_out <<'END'
1 ai_only messages - - -
2 human_only messages - - -
3 human_to_ai messages - - -
4 ai_to_human messages 1 10:01 text
5 ai_to_human messages 3 10:05 messages
6 ai_to_human messages 3 10:03 messages
7 ai_to_human text 1 10:01 text
8 no_reply messages - - -
9 no_reply messages - - -
10 ai_only messages - - -
11 ai_only messages - - -
12 ai_to_human messages 3 10:04 messages
13 ai_to_human messages 3 10:03 text
14 - - - - -
15 ai_to_human state - - -
16 ai_only state - - -
17 - - - - -
18 ai_to_human state - - state
19 ai_only messages - - -
20 ai_to_human messages 2 10:01 messages
21 ai_to_human text 2 10:02 text
22 ai_to_human text 2 10:02 text
23 ai_only messages - - -
24 ai_only messages - - -
25 ai_only messages - - -
26 ai_only messages - - -
27 ai_only messages - - -
28 ai_to_human messages 1 10:01 text
29 ai_only messages - - -
30 ai_to_human messages 4 10:05 messages
END
hs-pick -d p.db --by handoff --since 2026-02-01T10:04:00Z --until 2026-02-02 > "$T_STATE/out"
t_out <<'END'
generic:12
generic:30
generic:5
END

# --- segments of the shipped pack -------------------------------------------

t_case 'segments as of the day of the ticket'
t_day() {
	printf '{"id":%s,"subject":"Password","status":"solved","language":"en","account":"%s","created":"%s","messages":[{"id":"1","role":"customer","at":"%s","body":"How do I reset my password?"},{"id":"2","role":"agent","at":"%s","body":"Open Settings, choose Security and press Reset password."}]}\n' \
	    "$1" "$2" "$3" "$3" "$3"
}
{
	t_day 1 B1 2026-01-10T10:00:00Z
	t_day 2 B1 2026-03-10T10:00:00Z
	t_day 3 B1 2026-12-10T10:00:00Z
	t_day 4 B2 2026-01-10T10:00:00Z
	t_day 5 B2 2026-03-10T10:00:00Z
} > day.ndjson
cat > day.csv <<'END'
id,name,plan,arr,created,churn,valid from
B1,Big,free,100,2026-01-01,,2026-01-01
B1,Big,enterprise,90000,2026-01-01,,2026-03-01
B2,Two,team,100,2020-01-01,0.2,2026-01-01
B2,Two,team,100,2020-01-01,0.9,2026-02-01
END
t_run hs-import -q -d s.db day.ndjson day.csv
t_status 0
hs-tag -q -d s.db > "$T_STATE/log"
sqlite3 -nullvalue - s.db "SELECT ext_id, segments, tier FROM tickets
    ORDER BY ticket" > "$T_STATE/out"
t_out <<'END'
1|-|automate
2|["enterprise-onboarding","high-value"]|assist
3|["high-value"]|assist
4|-|automate
5|["churn-risk"]|assist
END

t_case 'an option of a command goes with it and no other'
while read -r option with words; do
	# shellcheck disable=SC2086 # words
	t_run hs-tag -d a.db $words
	t_status 2
	t_err "^hs-tag: $option goes with $(echo "$with" | tr _ ' ') \\(hs-tag -h shows the options\\)\$"
done <<'END'
--why set --why x
--why set learn --why x
--sort coverage clusters --sort file
--dimension learn --dimension topic
--seed learn discover --seed 2
--all discover --all
--min-size discover clusters --min-size 7
--members discover learn --members
--draft discover diff --draft default default
--ruleset --explain,_clusters_or_discover --ruleset 0
--ruleset --explain,_clusters_or_discover --filter --ruleset 0
--filter no_command learn --filter
--explain no_command clusters --explain 1
END

t_case 'a word that is neither a ticket nor a command'
t_run hs-tag -d a.db lern
t_status 2
t_err "^hs-tag: no ticket 'lern', and no command of that name \\(hs-tag -h shows the options\\)\$"
t_run hs-tag -d a.db generic:lern
t_status 2
t_err "^hs-tag: no ticket 'generic:lern'\$"

t_case 'a rule that gives up'
cat > slow.rules <<'END'
rules 1
dimension d one a < b
default d a
tag slow
    set d=b
    when text ~ (x+x+)+y
END
{
	printf '{"id":1,"created":1767600000,"messages":[{"id":"1","role":"customer","at":1767600000,"body":"'
	awk 'BEGIN { for (i = 0; i < 60000; i++) printf "x" }'
	printf ' y"}]}\n{"id":2,"subject":"fine","created":1767600000}\n'
} > slow.ndjson
hs-import -q -d slow.db slow.ndjson > "$T_STATE/log"
t_run hs-tag -d slow.db --rules slow.rules -c tagged,gave_up
read -r status < "$T_STATE/status"
t_ok test "$status" -eq 3
if [ "$status" -eq 3 ]; then
	t_err 'gave up'
	t_sql slow.db "SELECT key, value FROM tag WHERE dimension = 'd' ORDER BY 1" \
	    'unknown, not the default' <<'END'
generic:2|a
END
fi

t_done
