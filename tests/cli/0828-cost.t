#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics cost: what ten tickets cost, worked out by hand, and what cannot be said
# without a price.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many kettle
default complexity low
default emotion neutral
default pattern repeatable
default tier automate
tag kettle
    set issue=kettle
    when text ~ kettle
END

# Four of the AI alone, the last of them reopened; two handed over, half an hour each;
# three of people, an hour each; nobody answered the last.
awk 'BEGIN {
	for (i = 1; i <= 10; i++) {
		ai = i <= 6
		agent = i > 4 && i < 10
		printf "{\"id\":\"%d\",\"requester\":\"r%d\",\"subject\":\"Kettle\",\"created\":\"2026-06-0%dT09:00:00Z\",\"reopens\":%d,", i, i, i % 9 + 1, i == 4
		if (i < 10)
			printf "\"status\":\"solved\",\"solved\":\"2026-06-10T10:00:00Z\","
		if (agent)
			printf "\"handle time\":%d,", (ai ? 1800 : 3600)
		printf "\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"body\":\"My kettle leaks.\"}"
		if (ai)
			printf ",{\"id\":\"2\",\"role\":\"ai\",\"body\":\"Close the lid of the kettle.\"}"
		if (agent)
			printf ",{\"id\":\"3\",\"role\":\"agent\",\"body\":\"I will send a new lid.\"}"
		print "]}"
	}
	print "{\"id\":\"last\",\"status\":\"open\",\"created\":\"2026-07-01T09:00:00Z\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"body\":\"My kettle leaks.\"}]}"
}' > tickets.ndjson
hs-import -q -d a.db tickets.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
sqlite3 a.db "UPDATE tagging SET ai_answers = 2 FROM ticket t
    WHERE t.id = tagging.ticket AND CAST(t.ext_id AS INTEGER) BETWEEN 1 AND 6;
    UPDATE tagging SET ai_reply = NULL"

# cost options: its rows without limits.
t_cost() {
	t_run hs-metrics -d a.db cost --month 2026-06 -c metric,segment,estimate,x,n,status "$@"
	t_status 0
}

t_case 'every price by hand'
# An hour is 40, a resolution 1, and 10 fixed: 100 cents on each of ten tickets.  An
# hour of people stands against each of the four that the AI resolved, of which three
# held: 16000 less 1400, and 4000 less again.
t_cost --agent-hour 40 --ai-price 1 --fixed 10
cat > want <<'END'
metric	segment	estimate	x	n	status
cost.agent	all	16000	-	10	ESTIMATED(assumed)
cost.per_contact	all	1740.00	-	10	ESTIMATED(assumed)
cost.ai	all	400	4	10	ESTIMATED(assumed)
cost.agent	path=ai_only	0	-	4	ESTIMATED(assumed)
cost.per_contact	path=ai_only	200.00	-	4	ESTIMATED(assumed)
cost.ai	path=ai_only	400	4	4	ESTIMATED(assumed)
cost.agent	path=ai_to_human	4000	-	2	ESTIMATED(assumed)
cost.per_contact	path=ai_to_human	2100.00	-	2	ESTIMATED(assumed)
cost.ai	path=ai_to_human	0	0	2	ESTIMATED(assumed)
cost.agent	path=human_only	12000	-	3	ESTIMATED(assumed)
cost.per_contact	path=human_only	4100.00	-	3	ESTIMATED(assumed)
cost.ai	path=human_only	0	0	3	ESTIMATED(assumed)
cost.agent	path=no_reply	0	-	1	ESTIMATED(assumed)
cost.per_contact	path=no_reply	100.00	-	1	ESTIMATED(assumed)
cost.ai	path=no_reply	0	0	1	ESTIMATED(assumed)
cost.fixed	all	1000	-	10	ESTIMATED(assumed)
cost.ai_resolution.gross	all	350.00	4	10	ESTIMATED(assumed)
cost.ai_resolution.net	all	1350.00	4	10	ESTIMATED(assumed)
cost.saved.gross	all	14600	4	10	ESTIMATED(assumed)
cost.saved.net	all	10600	4	10	ESTIMATED(assumed)
END
t_same want "$T_STATE/out" 'as worked out'

t_case 'other units'
t_cost --agent-hour 40 --ai-price 1 --ai-unit conversation
t_ok grep -q '^cost.ai	all	600	6	' "$T_STATE/out"
t_err 'without --fixed'
t_cost --agent-hour 40 --ai-price 1 --ai-unit answer
t_ok grep -q '^cost.ai	all	1200	12	' "$T_STATE/out"

t_case 'units of some are not known'
cp a.db some.db
sqlite3 some.db "UPDATE tagging SET ai_answers = NULL FROM ticket t
    WHERE t.id = tagging.ticket AND t.ext_id = '1'"
t_run hs-metrics -d some.db cost --month 2026-06 --ai-price 1 --ai-unit answer
t_ok grep -q '^cost.ai	all	1000	-	-	10	' "$T_STATE/out"
t_err 'of 1 tickets .* they count none'
sqlite3 some.db 'UPDATE tagging SET ai_answers = NULL'
t_run hs-metrics -d some.db cost --month 2026-06 --ai-price 1 --ai-unit answer
t_ok grep -q '^cost.ai	all	-	.*NOT-MEASURABLE' "$T_STATE/out"
t_err 'of 6 tickets .* cannot be said'

t_case 'a price is missing'
t_cost --ai-price 1 --fixed 10
t_err 'takes --agent-hour'
t_ok grep -qx 'cost.agent	all	-	-	10	NOT-MEASURABLE' "$T_STATE/out"
t_ok grep -qx 'cost.ai	all	400	4	10	ESTIMATED(assumed)' "$T_STATE/out"
t_ok grep -q '^cost.saved.net	all	-	.*NOT-MEASURABLE' "$T_STATE/out"
t_cost --agent-hour 40
t_err 'takes --ai-price'
t_ok grep -qx 'cost.ai	path=ai_only	-	-	4	NOT-MEASURABLE' "$T_STATE/out"
t_ok grep -q '^cost.agent	all	16000	' "$T_STATE/out"

t_case 'hours are missing'
sqlite3 a.db "UPDATE ticket_stat SET handle_s = NULL, handle_basis = NULL
    WHERE agent_turns > 0"
t_cost --agent-hour 40 --ai-price 1 --fixed 10
t_err '--minutes-per-reply may stand in'
t_ok grep -qx 'cost.agent	path=human_only	-	-	3	NOT-MEASURABLE' "$T_STATE/out"
t_ok grep -q '^cost.agent	path=ai_only	0	' "$T_STATE/out"
# twenty minutes for each of three replies
t_cost --agent-hour 40 --ai-price 1 --fixed 10 --minutes-per-reply 20
t_ok grep -q '^cost.agent	path=human_only	4000	' "$T_STATE/out"

t_case 'what cannot be'
t_run hs-metrics -d a.db cost --ai-unit token
t_status 2
t_err 'resolution, conversation or answer'
t_run hs-metrics -d a.db cost --agent-hour -1
t_status 2
t_run hs-metrics -d a.db cost --split month
t_status 2

t_case 'words alone'
sqlite3 a.db 'UPDATE tagging SET path = NULL'
t_run hs-metrics -d a.db cost --agent-hour 40 --ai-price 1 --fixed 10 -c estimate,status
sed 1d "$T_STATE/out" | grep -v '^1000	' | sort -u > got
printf -- '-\tNOT-MEASURABLE\n' > want
t_same want got 'nothing is known of tickets that nobody knows who answered'
t_err '11 tickets of which nobody knows'

t_done
