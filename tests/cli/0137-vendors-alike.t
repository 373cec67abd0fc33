#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What every vendor's records are read for in one way.
. "$(dirname "$0")/tap.sh"

t_case 'ids that a tool held as floats, wherever they stand'
cat > floats.ndjson <<'END'
{"id":11.0,"subject":"Printer","status":2,"priority":1,"source":1,"requester_id":5101.0,"responder_id":61.0,"company_id":41.0,"group_id":7.0,"description_text":"It burns","created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z","conversations":[{"id":12.0,"incoming":false,"private":false,"user_id":61.0,"body_text":"Hello","created_at":"2026-01-05T11:00:00Z"}]}
{"id":61.0,"object_type":"Ticket","object_id":31.0,"type":"ticket-assigned","user_id":8.0,"data":{"assignee_user_id":9.0},"created_datetime":"2026-01-05T10:00:00"}
{"type":"conversation","id":"21.0","created_at":1767607200,"updated_at":1767607200,"state":"open","admin_assignee_id":0.0,"team_assignee_id":5.0,"contacts":{"contacts":[{"id":"71.0","companies":{"data":[{"id":"81.0"}]}}]},"source":{"id":"22.0","body":"Hi","author":{"type":"user","id":"71.0"}}}
{"id":14.0,"number":"22001","group_id":1.0,"state_id":2,"customer_id":33.0,"owner_id":1.0,"organization_id":3.0,"title":"Door","created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
{"id":51.0,"number":7,"mailboxId":4.0,"status":"active","subject":"Bill","createdAt":"2026-01-05T10:00:00Z","userUpdatedAt":"2026-01-05T10:00:00Z","primaryCustomer":{"id":52.0},"assignee":{"id":53.0}}
END
t_run hs-import -d a.db floats.ndjson
t_status 0
t_sql a.db "SELECT s.name || ':' || t.ext_id, t.requester, t.assignee, t.account, t.team
	FROM ticket t JOIN source s ON s.id = t.source ORDER BY 1" <<'END'
freshdesk:11|5101|61|41|7
gorgias:31|NULL|NULL|NULL|NULL
helpscout:51|customer:52|53|NULL|4
intercom:21|71|NULL|81|5
zammad:14|33|NULL|3|1
END
t_sql a.db "SELECT e.ext_id, actor, new FROM event e" <<'END'
61|8|9
END
t_sql a.db "SELECT ext_id, author FROM message ORDER BY ext_id" <<'END'
#description|5101
12|61
22|71
END
t_case 'tags that are gone, and what is no list of tags'
cat > tags.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"status":"open","tags":["a","b"],"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"status":"open","tags":[],"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-06T10:00:00Z"}
{"url":"https://acme.zendesk.com/api/v2/tickets/2.json","id":2,"status":"open","tags":{"a":["b"]},"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
{"id":3,"subject":"Printer","status":2,"priority":1,"source":1,"tags":["x",["y"],null,7],"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}
END
t_run hs-import -d tags.db tags.ndjson
t_status 0
t_sql tags.db "SELECT ext_id, tags FROM ticket ORDER BY 1" <<'END'
1|NULL
2|NULL
3|["x","7"]
END
t_case 'what an AI made of it is not taken for more than it says'
cat > states.ndjson <<'END'
{"conversation_id":"c1","bot_id":"b","created_at":"2026-01-05T10:00:00Z","resolution_status":"unconfirmed"}
{"conversation_id":"c2","bot_id":"b","created_at":"2026-01-05T10:00:00Z","resolution_status":"not escalated"}
{"conversation_id":"c3","bot_id":"b","created_at":"2026-01-05T10:00:00Z","resolution_status":"RESOLVED"}
{"conversation_id":"c4","bot_id":"b","created_at":"2026-01-05T10:00:00Z","resolution_status":"Timed out"}
{"conversation_id":"c5","bot_id":"b","created_at":"2026-01-05T10:00:00Z","resolution_status":"resolved","escalated":true}
{"conversation_id":"c6","bot_id":"b","created_at":"2026-01-05T10:00:00Z","resolution_status":"not yet resolved"}
{"conversation_id":"c7","bot_id":"b","created_at":"2026-01-05T10:00:00Z"}
END
t_run hs-import -d states.db states.ndjson
t_status 0
t_sql states.db "SELECT ext_id, ai_state, ai_state_raw FROM ticket
	ORDER BY 1" <<'END'
c1|unknown|unconfirmed
c2|unknown|not escalated
c3|resolved_assumed|RESOLVED
c4|abandoned|Timed out
c5|handed_over|resolved, escalated
c6|unknown|not yet resolved
c7|unknown|NULL
END
cat > states.csv <<'END'
id,subject,status,created,ai_state
1,a,open,2026-01-05,Resolved (assumed)
2,a,open,2026-01-05,Resolved
3,a,open,2026-01-05,timed out
4,a,open,2026-01-05,pending
END
t_run hs-import -d csv.db --tz UTC states.csv
t_status 0
t_sql csv.db "SELECT ext_id, ai_state FROM ticket ORDER BY 1" <<'END'
1|resolved_assumed
2|resolved_confirmed
3|abandoned
4|pending
END

t_case 'nobody is named: nobody is guessed'
cat > nobody.ndjson <<'END'
{"type":"conversation","id":"21","created_at":1767607200,"updated_at":1767607200,"state":"open","source":{"id":"22","body":"Hi","author":null},"tags":{"tags":[{"name":"a","applied_at":1767607200},{"name":"b","applied_at":1767607200,"applied_by":{"type":"bot"}}]}}
{"id":"33","properties":{"hs_note_body":"Draft","hs_timestamp":"2026-01-05T10:00:00Z"},"associations":{"tickets":{"results":[{"id":"31"}]}}}
{"id":"34","properties":{"hs_note_body":"Called","hubspot_owner_id":"9","hs_timestamp":"2026-01-05T10:00:00Z"},"associations":{"tickets":{"results":[{"id":"31"}]}}}
{"id":41,"createdBy":{"type":null,"id":8},"type":"note","state":"published","source":{"via":"user"},"body":"x","conversationId":51,"createdAt":"2026-01-05T10:00:00Z"}
{"id":61,"ticket_id":62,"internal":false,"sender":"Robot","body":"x","content_type":"text/plain","created_by_id":4,"created_at":"2026-01-05T10:00:00Z"}
{"id":"c9","timestamp":"2026-01-05T10:00:00Z","visitor":{"name":"Mo"},"agent_names":["Ann"],"history":[{"type":"chat.msg","name":"Helper","sender_type":"bot","msg":"Hello","timestamp":"2026-01-05T10:00:01Z"},{"type":"chat.msg","name":"Mo","sender_type":"Visitor","msg":"Hi","timestamp":"2026-01-05T10:00:02Z"}]}
END
t_run hs-import -d nobody.db nobody.ndjson
t_status 0
t_sql nobody.db "SELECT ext_id, said, evidence FROM message ORDER BY 1" <<'END'
22|NULL|NULL
41|NULL|NULL
61|NULL|NULL
c9/1|2|sender_type bot
c9/2|1|NULL
note:33|NULL|NULL
note:34|3|NULL
END
t_sql nobody.db "SELECT ext_id, role, new FROM event ORDER BY 1" <<'END'
tag:a|NULL|a
tag:b|4|b
END

t_case 'a first reply is after the start, a closed ticket is closed'
cat > times.ndjson <<'END'
{"id":"1","properties":{"hs_pipeline_stage":"1","subject":"a","createdate":"2026-01-05T10:00:00Z","first_agent_reply_date":"2026-01-05T09:00:00Z","hs_lastmodifieddate":"2026-01-05T10:00:00Z"}}
{"id":2,"number":"22002","group_id":1,"state_id":2,"customer_id":33,"title":"Door","created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-06T10:00:00Z","close_at":"2026-01-05T12:00:00Z","last_close_at":"2026-01-05T12:00:00Z","first_response_at":"2026-01-05T10:05:00Z"}
{"id":3,"number":"22003","group_id":1,"state_id":4,"customer_id":33,"title":"Door","created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-06T10:00:00Z","close_at":"2026-01-05T12:00:00Z","first_response_at":"2026-01-05T09:59:00Z"}
END
t_run hs-import -d times.db times.ndjson
t_status 0
t_sql times.db "SELECT ext_id, first_reply_s, datetime(closed, 'unixepoch')
	FROM ticket ORDER BY 1" <<'END'
1|NULL|NULL
2|300|NULL
3|NULL|2026-01-05 12:00:00
END
t_case 'thumbs, which some write as numbers and some as words'
cat > thumbs.ndjson <<'END'
{"_id":"m1","conversation_id":"c1","sender":"bot","message_data":{"body":"a"},"review":false,"date_created":"2026-01-05T10:00:00"}
{"_id":"m2","conversation_id":"c1","sender":"bot","message_data":{"body":"b"},"review":1,"date_created":"2026-01-05T10:00:00"}
{"_id":"m3","conversation_id":"c1","sender":"bot","message_data":{"body":"c"},"review":-1,"date_created":"2026-01-05T10:00:00"}
{"_id":"m4","conversation_id":"c1","sender":"bot","message_data":{"body":"d"},"review":0,"date_created":"2026-01-05T10:00:00"}
{"_id":"m5","conversation_id":"c1","sender":"bot","message_data":{"body":"e"},"review":"late","date_created":"2026-01-05T10:00:00"}
{"_id":"c2","chatter_id":"x","is_escalated":true,"csat":{"score":2,"style":"thumbs","survey_type":"agent"},"date_created":"2026-01-05T10:00:00"}
END
t_run hs-import -d thumbs.db thumbs.ndjson
t_status 3
t_err "thumbs.ndjson:5: .*'late' is no answer"
t_err "thumbs.ndjson:6: .*'2' is no answer"
t_sql thumbs.db "SELECT ext_id, raw FROM survey ORDER BY 1" <<'END'
review:m1|bad
review:m2|good
review:m3|bad
END
t_case 'nothing is lost unsaid'
cat > lists.json <<'END'
[[{"id":1,"subject":"a","status":"open"},{"id":2,"subject":"b","status":"open"}],[[3]]]
END
cat > empty.ndjson <<'END'
{"ticket_id":101,"performer_type":"user","performer_id":5,"performed_at":"03-03-2026 07:00:00 +0000","activity":{}}
{"id":507,"object_type":"Ticket","object_id":6001,"type":"ticket-tags-added","data":{},"created_datetime":"2026-04-01T09:40:00"}
END
t_run hs-import -d lost.db lists.json
t_status 3
t_err 'lists.json:1: not a JSON object'
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	2	0	0	0	0	0
unreadable	1	0	0	0	0	1	0
END
t_run hs-import -d lost.db empty.ndjson
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
event	2	0	0	0	0	0	2
END
t_case 'an event says what it is of'
cat > events.ndjson <<'END'
{"type":"conversation","id":"21","created_at":1767607200,"updated_at":1767607200,"state":"open","conversation_parts":{"conversation_parts":[{"id":"p1","part_type":"","created_at":1767607200,"author":{"type":"admin","id":"1"}}],"total_count":1}}
{"id":"evt_1","type":"","emitted_at":1767607200.5,"conversation":{"id":"cnv_1"}}
END
t_run hs-import -d events.db events.ndjson
t_status 3
t_err 'events.ndjson:2: the event has no type'
t_sql events.db 'SELECT count(*) FROM event' <<'END'
0
END
t_done
