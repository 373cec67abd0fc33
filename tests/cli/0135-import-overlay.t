#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: what Gorgias and Ada say of their AI, and what they do not.
. "$(dirname "$0")/tap.sh"

t_case 'Gorgias: the tag that tells most decides'
n=0
for tags in '"ai_answered"' '"ai_processing"' '"ai_answered","ai_snooze"' \
    '"ai_close","ai_answered"' '"ai_close","ai_handover"' '"ai_ignore"' \
    '"vip"'; do
	n=$((n + 1))
	printf '{"id":%d,"status":"open","channel":"chat","created_datetime":"2026-04-01T08:00:00","tags":[{"name":%s}]}\n' \
	    $n "$(echo "$tags" | sed 's/,/},{"name":/g')"
done > tags.ndjson
t_run hs-import -d tags.db tags.ndjson
t_status 0
t_sql tags.db 'SELECT ext_id, ai_state, ai_state_raw, datetime(created,
    "unixepoch") FROM ticket ORDER BY id' <<'EOF'
1|unknown|ai_answered|2026-04-01 08:00:00
2|pending|ai_processing|2026-04-01 08:00:00
3|pending|ai_snooze|2026-04-01 08:00:00
4|resolved_confirmed|ai_close|2026-04-01 08:00:00
5|handed_over|ai_handover|2026-04-01 08:00:00
6|NULL|NULL|2026-04-01 08:00:00
7|NULL|NULL|2026-04-01 08:00:00
EOF

t_case 'Gorgias: the tag and the event that tells when meet in any order'
cat > t.json <<'EOF'
[{"id":1,"status":"open","channel":"chat","created_datetime":"2026-04-01T08:00:00","updated_datetime":"2026-04-01T09:00:00","tags":[{"id":2,"name":"ai_handover"}]}]
EOF
cat > e.json <<'EOF'
[{"id":5,"object_type":"Ticket","object_id":1,"user_id":3,"type":"ticket-tags-added","data":{"tags_added":[2,4]},"created_datetime":"2026-04-01T08:30:00"},
{"id":6,"object_type":"Ticket","object_id":1,"user_id":null,"type":"rule-executed","data":{},"created_datetime":"2026-04-01T08:31:00"}]
EOF
for order in 't.json e.json' 'e.json t.json'; do
	rm -f meet.db
	# shellcheck disable=SC2086 # two names
	t_run hs-import -d meet.db $order
	t_status 0
	t_sql meet.db 'SELECT ext_id, at - 1775000000, field, new FROM event
	    ORDER BY 1' "$order" <<'EOF'
tag:2|32200|handoff|ai_handover
tag:4|32200|tag|4
EOF
done

t_case 'Gorgias: who wrote from_agent'
t_run hs-import -d who.db - <<'EOF'
[{"id":1,"ticket_id":1,"from_agent":true,"sender":{"id":1,"name":"Ai Abbott","email":"ai@example.com"},"body_text":"a","created_datetime":"2026-04-01T08:00:00"},
{"id":2,"ticket_id":1,"from_agent":true,"sender":{"id":2,"name":"Sun","email":"ai-agent@sun.gorgias.io"},"body_text":"b","created_datetime":"2026-04-01T08:00:00"},
{"id":3,"ticket_id":1,"from_agent":true,"sender":{"id":3,"name":"Moon","email":"ai-agent@example.com"},"body_text":"c","created_datetime":"2026-04-01T08:00:00"},
{"id":4,"ticket_id":1,"from_agent":true,"sender":null,"body_text":"d","created_datetime":"2026-04-01T08:00:00"},
{"id":5,"from_agent":false,"body_text":"e","created_datetime":"2026-04-01T08:00:00"}]
EOF
t_status 3
t_err '^hs-import: -:5: the message names no ticket$'
t_sql who.db 'SELECT ext_id, coalesce(said, role), evidence FROM message
    ORDER BY 1' <<'EOF'
1|3|NULL
2|2|address of Gorgias's AI agent
3|3|NULL
4|0|NULL
EOF

t_case 'Ada: the ticket it became'
n=0
for v in '"zendesk_ticket_id":12' '"Zendesk Ticket-ID":"12"' '"ticketNumber":"A-12"' \
    '"ticket_id":"pending"' '"ticket_id":true' '"my_ticket_id_old":"12"' \
    '"caseId":{"value":"5003x"}' '"ticket_id":null'; do
	n=$((n + 1))
	printf '{"_id":"c%d","chatter_id":"x","is_escalated":false,"variables":{%s},"records":[]}\n' \
	    $n "$v"
done > vars.ndjson
t_run hs-import -d vars.db vars.ndjson
t_status 0
t_sql vars.db 'SELECT ext_id, link, origin FROM ticket ORDER BY id' <<'EOF'
c1|zendesk:12|ai
c2|zendesk:12|ai
c3|A-12|ai
c4|NULL|ai
c5|NULL|ai
c6|NULL|ai
c7|5003x|ai
c8|NULL|ai
EOF

t_case 'Ada: ratings of a bot are not the ticket'"'"'s'
t_run hs-import -d rate.db - <<'EOF'
[{"_id":"1","chatter_id":"x","is_escalated":true,"csat":{"score":5,"survey_type":"agent"}},
{"_id":"2","chatter_id":"x","is_escalated":true,"csat":{"score":5}},
{"_id":"3","chatter_id":"x","is_escalated":false,"csat":{"score":0,"style":"thumbs"}},
{"_id":"4","chatter_id":"x","is_escalated":false,"csat":{"score":8,"style":"1_to_10"}},
{"_id":"5","chatter_id":"x","is_escalated":false,"csat":{"score":12}},
{"_id":"6","chatter_id":"x","is_escalated":false,"csat":null}]
EOF
t_status 3
t_err "^hs-import: -:5: '12' is no answer on the scale '1-5'$"
t_sql rate.db 'SELECT t.ext_id, t.csat, v.scale, v.raw, v.rated FROM ticket t
    LEFT JOIN survey v ON v.ticket = t.id ORDER BY 1' <<'EOF'
1|1.0|1-5|5|agent
2|NULL|1-5|5|NULL
3|NULL|good-bad|bad|ai
4|NULL|1-10|8|ai
5|NULL|NULL|NULL|NULL
6|NULL|NULL|NULL|NULL
EOF

t_done
