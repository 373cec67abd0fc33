#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: what became of the AI's part, conversations joined to the tickets
# they became, and drafts against what was sent.
. "$(dirname "$0")/tap.sh"

vendor_dump() {
	sqlite3 "$1" < "$T_ROOT/tests/vendors/dump.sql"
}

cat > tickets.csv <<'END'
Ticket ID,Subject,Status,Created at,Solved at
7,Export,solved,2026-03-01T09:00:00Z,2026-03-01T10:30:00Z
8,Import,solved,2026-03-01T09:00:00Z,2026-03-01T10:30:00Z
END
cat > messages.csv <<'END'
ticket id,message id,role,at,body
7,1,agent,2026-03-01T09:20:00Z,I have raised your limit.
END
# t_conversation id link state
t_conversation() {
	printf '{"id":"%s","subject":"","created_at":"2026-03-01T08:50:00Z","helpdesk_id":"%s","outcome":"%s","messages":[{"id":"s","role":"customer","at":"2026-03-01T08:50:00Z","body":"Hi there"},{"id":"1","role":"ai","at":"2026-03-01T08:50:10Z","body":"Please restart it."}]}\n' \
	    "$1" "$2" "$3"
}
t_conversation c1 generic:7 escalated > conversations.ndjson
t_conversation c2 99 escalated >> conversations.ndjson
t_conversation c3 8 confirmed_resolution >> conversations.ndjson
printf '%s\n' 'link = helpdesk_id' 'ai_state = outcome' > bot.map
t_bot() {
	t_run hs-import -d "$1" --source bot --map bot.map conversations.ndjson
}

t_case 'a conversation and the ticket it became are one case'
t_run hs-import -d ab.db tickets.csv messages.csv
t_bot ab.db
t_status 0
t_bot ba.db
t_run hs-import -d ba.db messages.csv
t_run hs-import -d ba.db tickets.csv
t_status 0
vendor_dump ab.db > ab
vendor_dump ba.db > ba
t_ok diff -u ab ba
t_sql ab.db 'SELECT key, mark, ai_state, ai_state_basis, messages, ai_turns,
    agent_turns FROM tickets ORDER BY 1' 'messages move, states follow' <<'END'
bot:c1|joined|handed_over|vendor|0|NULL|NULL
bot:c2|NULL|handed_over|vendor|2|1|0
bot:c3|joined|resolved_confirmed|vendor|0|NULL|NULL
generic:7|NULL|handed_over|joined|3|1|1
generic:8|NULL|resolved_confirmed|joined|2|1|0
END
t_sql ab.db "SELECT ext_id, role, body FROM thread WHERE key = 'generic:7'
    ORDER BY at" 'one thread; names do not collide' <<'END'
c1/s|customer|Hi there
c1/1|ai|Please restart it.
1|agent|I have raised your limit.
END
t_run hs-import -d ab.db tickets.csv messages.csv
t_bot ab.db
t_ok test "$(awk -F'\t' 'NR > 1 { n += $3 + $4 } END { print n }' \
    "$T_STATE/out")" = 0
vendor_dump ab.db > again
t_ok diff -u ab again

t_case 'a ticket counts once'
t_run hs-tag -q -d ab.db
t_run hs-pick -d ab.db -w "path = 'ai_to_human'"
t_out <<'END'
bot:c2
generic:7
END
t_run hs-tiers ceiling --waterfall -d ab.db --asof 2026-04-01 -f tsv
t_ok grep -q "^- merged	2" "$T_STATE/out"

t_case 'where states and messages disagree'
t_run hs-import -d ab.db --coverage
t_status 0
t_ok grep -q "^bot	check	AI handed over, nobody answered	-	1	1	1.000000" "$T_STATE/out"
t_ok grep -q "^bot	check	AI conversations joined	-	2	3	0.666667" "$T_STATE/out"

# A ticket of Zendesk that its bot answered: t_zendesk id time
t_zendesk() {
	printf '{"url":"https://x.zendesk.com/api/v2/tickets/%d.json","id":%d,"via":{"channel":"native_messaging"},"created_at":"%s","updated_at":"%s","requester_id":5,"status":"solved","comments":[{"id":%d1,"author_id":5,"public":true,"body":"Where is it?","created_at":"%s"},{"id":%d2,"author_id":9,"public":true,"body":"On its way.","created_at":"%s","via":{"channel":"answer_bot_for_web_widget"}}]}\n' \
	    "$1" "$1" "$2" "$2" "$1" "$2" "$1" "$2"
}
t_case 'a verdict may still come until 72 hours after the last message'
t_zendesk 1 2026-03-01T09:00:00Z > z1.ndjson
t_zendesk 2 2026-03-04T08:00:00Z > z2.ndjson
t_zendesk 3 2026-03-07T09:00:01Z > z3.ndjson
t_run hs-import -d z.db z1.ndjson z2.ndjson
t_sql z.db 'SELECT key, ai_state FROM tickets ORDER BY 1' <<'END'
zendesk:1|pending
zendesk:2|pending
END
t_run hs-import -d z.db z3.ndjson
t_sql z.db 'SELECT key, ai_state FROM tickets ORDER BY 1' \
    'and is then unknown' <<'END'
zendesk:1|unknown
zendesk:2|unknown
zendesk:3|pending
END
t_run hs-import -d z2.db z3.ndjson z2.ndjson z1.ndjson
vendor_dump z.db > z
vendor_dump z2.db > z2
t_ok diff -u z z2

t_case 'a Zendesk source without the conversations that its AI closed alone'
t_run hs-tiers ceiling --waterfall -d z.db --asof 2026-04-01 -f tsv
t_ok grep -q "^  no AI-only conversations	3	" "$T_STATE/out"
printf '{"_id":"65a000000000000000000001","bot_id":"b","conversation_id":"65a000000000000000000001","created_at":"2026-03-02T09:00:00Z","messages":[{"id":"m1","sender":"user","text":"Where is it?","created_at":"2026-03-02T09:00:00Z"}]}\n' > bot.ndjson
t_run hs-import -d z.db bot.ndjson
t_status 0
t_run hs-tiers ceiling --waterfall -d z.db --asof 2026-04-01 -f tsv
t_ok grep -q "^  no AI-only conversations	0	" "$T_STATE/out"

t_case 'drafts of the AI and what was sent'
cat > d.csv <<'END'
Ticket ID,Subject,Status,Created at
1,a,open,2026-03-01T09:00:00Z
2,b,open,2026-03-01T09:00:00Z
3,c,open,2026-03-01T09:00:00Z
4,d,open,2026-03-01T09:00:00Z
5,e,open,2026-03-01T09:00:00Z
END
cat > dm.csv <<'END'
ticket id,message id,role,public,at,body
1,1,ai,no,2026-03-01T09:00:00Z,One two three four five six seven eight nine ten
1,2,agent,yes,2026-03-01T09:10:00Z,one two  THREE four five six seven eight nine ten
2,1,ai,no,2026-03-01T09:00:00Z,One two three four five six seven eight nine ten
2,2,agent,yes,2026-03-01T09:10:00Z,One two three four five six a b c d
3,1,ai,no,2026-03-01T09:00:00Z,One two three four five six seven eight nine ten
3,2,agent,yes,2026-03-01T09:10:00Z,One two three four five a b c d e
4,1,ai,no,2026-03-01T09:00:00Z,One two three four five six seven eight nine ten
4,2,agent,yes,2026-03-01T09:10:00Z,One two a b c d e f g h
5,1,ai,no,2026-03-01T09:00:00Z,One two three four five six seven eight nine ten
5,2,agent,yes,2026-03-02T09:00:01Z,One two three four five six seven eight nine ten
END
t_run hs-import -d d.db d.csv dm.csv
t_status 0
t_sql d.db 'SELECT t.ext_id, g.ext_id, g.outcome, g.edit, g.basis
    FROM suggestion g JOIN ticket t ON t.id = g.ticket ORDER BY 1' \
    'a note that shares too little, or is too old, is no draft' <<'END'
1|#1|unchanged|0.0|note
2|#1|edited|0.4|note
3|#1|rewritten|0.5|note
END
t_sql d.db 'SELECT key, basis, detail FROM correction ORDER BY 1' <<'END'
generic:2|suggestion|edited
generic:3|suggestion|rewritten
END
sed 's/One two three four five six a b c d/Something else that was said/' dm.csv > dm2.csv
t_run hs-import -d d.db dm2.csv
t_sql d.db 'SELECT t.ext_id, g.outcome FROM suggestion g
    JOIN ticket t ON t.id = g.ticket ORDER BY 1' \
    'worked out anew when a message changes' <<'END'
1|unchanged
3|rewritten
END
t_done
