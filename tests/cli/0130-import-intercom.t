#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: Intercom conversations, companies and the dataset export.
. "$(dirname "$0")/tap.sh"

cat > c.json <<'END'
{"type":"conversation.list","total_count":2,"conversations":[
{"type":"conversation","id":"700","created_at":1767603600,"updated_at":1767610800,"title":null,"state":"closed","priority":"not_priority","admin_assignee_id":21,"team_assignee_id":31,"source":{"type":"conversation","id":"s700","delivered_as":"customer_initiated","subject":"<p>Billing question</p>","body":"<p>Why was I charged&nbsp;twice?</p>","author":{"type":"user","id":"u1","name":"Ann"},"url":"https://app.example.com/settings/billing?x=1"},"contacts":{"contacts":[{"type":"contact","id":"u1","companies":{"type":"list","data":[{"id":"co1"}]}}]},"tags":{"tags":[{"name":"billing"},{"name":"refund"}]},"conversation_rating":{"rating":2,"created_at":1767610900},"ai_agent_participated":true,"ai_agent":{"resolution_state":"escalated","source_type":"customer"},"statistics":{"first_close_at":1767609000,"last_close_at":1767610800,"count_reopens":1,"handling_time":240},"custom_attributes":{"Language":"en","brand":"Foo","empty":null},
"conversation_parts":{"conversation_parts":[
{"id":"p1","part_type":"comment","body":"<p>Let me check.</p>","created_at":1767603660,"author":{"type":"bot","id":"b1","name":"Fin","from_ai_agent":true}},
{"id":"p2","part_type":"comment","body":"<p>Anything else?</p>","created_at":1767603670,"author":{"type":"admin","id":"op","name":"Operator","email":"operator+x@intercom.io"}},
{"id":"p3","part_type":"assignment","body":null,"created_at":1767603700,"author":{"type":"bot","id":"b1"},"assigned_to":{"type":"team","id":"31"}},
{"id":"p4","part_type":"assignment","body":"<p>Over to you</p>","created_at":1767603710,"author":{"type":"admin","id":"21","name":"Bob"},"assigned_to":{"type":"admin","id":"22"}},
{"id":"p5","part_type":"note","body":"<p>known bug</p>","created_at":1767603800,"author":{"type":"admin","id":"21","name":"Bob"}},
{"id":"p6","part_type":"comment","body":"<p>Refunded.</p>","created_at":1767604800,"author":{"type":"admin","id":"21","name":"Bob"}},
{"id":"p7","part_type":"close","body":null,"created_at":1767609000,"author":{"type":"admin","id":"21","name":"Bob"}},
{"id":"p8","part_type":"open","body":"<p>Not yet</p>","created_at":1767609600,"author":{"type":"user","id":"u1"}},
{"id":"p9","part_type":"close","body":null,"created_at":1767610800,"author":{"type":"admin","id":"21","name":"Bob"}},
{"id":"p10","part_type":"language_detection_details","body":null,"created_at":1767603601,"author":{"type":"bot","id":"b1"}}]}},
{"type":"conversation","id":"701","created_at":1767603600,"updated_at":1767603600,"title":"Preview","state":"open","source":{"type":"conversation","id":"","delivered_as":"admin_initiated","body":"<p>Hi</p>","author":{"type":"admin","id":"21","name":"Bob"}},"ai_agent":{"source_type":"fin_preview","resolution_state":"assumed_resolution"},"conversation_parts":{"conversation_parts":[]}}]}
END

t_case 'conversations with their parts'
t_run hs-import -d ic.db c.json
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	2	0	0	0	0	0
message	8	8	0	0	0	0	0
event	7	7	0	0	0	0	0
survey	1	1	0	0	0	0	0
END
t_sql ic.db 'SELECT ext_id, subject, status, channel, team, assignee, requester,
    account, page, brand, language, csat, satisfied, csat_at, ai_state,
    ai_state_raw, reopens, handle_s, first_solved, solved, mark, tags, fields
    FROM ticket ORDER BY 1' 'the columns' <<'END'
700|Billing question|closed|conversation|31|21|u1|co1|https://app.example.com/settings/billing|Foo|en|0.25|0|1767610900|handed_over|escalated|1|240|1767609000|1767610800|NULL|["billing","refund"]|{"Language":"en","brand":"Foo"}
701|Preview|open|conversation|NULL|NULL|21|NULL|NULL|NULL|NULL|NULL|NULL|NULL|resolved_assumed|assumed_resolution|NULL|NULL|NULL|NULL|test|NULL|NULL
END
t_sql ic.db 'SELECT m.ext_id, said, public, kind, author, evidence, body
    FROM message m JOIN ticket t ON t.id = m.ticket
    JOIN message_text x ON x.message = m.id
    WHERE t.ext_id = 700 ORDER BY m.seq' \
    'Fin is the AI, Operator the system, notes are private' <<'END'
s700|1|1|reply|u1|NULL|Why was I charged twice?
p1|2|1|reply|b1|from_ai_agent|Let me check.
p2|4|1|reply|op|NULL|Anything else?
p4|3|1|reply|21|NULL|Over to you
p5|3|0|note|21|NULL|known bug
p6|3|1|reply|21|NULL|Refunded.
p8|1|1|reply|u1|NULL|Not yet
END
t_sql ic.db 'SELECT e.ext_id, actor, role, field, old, new FROM event e
    ORDER BY e.at, e.ext_id' 'parts without words are events' <<'END'
p10|b1|4|language_detection_details|NULL|NULL
#handoff|b1|4|handoff|NULL|escalated
p3|b1|4|team|NULL|31
p4|21|3|assignee|NULL|22
p7|21|3|status|open|closed
p8|u1|1|status|closed|open
p9|21|3|status|open|closed
END
t_sql ic.db 'SELECT said, author FROM message m JOIN ticket t
    ON t.id = m.ticket WHERE t.ext_id = 701' <<'END'
3|21
END

t_case 'states of the AI'
n=0
for s in confirmed_resolution assumed_resolution 'Assumed resolved' \
    'Confirmed Resolution' routed_to_team 'Routed to team' procedure_handoff \
    negative_feedback abandoned something_new; do
	n=$((n + 1))
	printf '{"type":"conversation","id":"%d","ai_agent":{"resolution_state":"%s"}}\n' \
	    $n "$s"
done > states.ndjson
t_run hs-import -d states.db states.ndjson
t_status 0
t_sql states.db 'SELECT ai_state_raw, ai_state FROM ticket ORDER BY id' <<'END'
confirmed_resolution|resolved_confirmed
assumed_resolution|resolved_assumed
Assumed resolved|resolved_assumed
Confirmed Resolution|resolved_confirmed
routed_to_team|handed_over
Routed to team|handed_over
procedure_handoff|handed_over
negative_feedback|negative_feedback
abandoned|abandoned
something_new|NULL
END

t_case 'a part without an id is rejected alone'
t_run hs-import -d part.db - <<'END'
{"type":"conversation","id":"1","source":{"id":"s","body":"a","author":{"type":"user","id":"u"}},"conversation_parts":{"conversation_parts":[{"part_type":"comment","body":"b","author":{"type":"user","id":"u"}},{"id":"p2","part_type":"comment","body":"c","author":{"type":"user","id":"u"}}]}}
END
t_status 3
t_err '^hs-import: -:1: no id$'
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	1	0	0	0	0	0
message	3	2	0	0	0	1	0
END

t_case 'a long thread that the vendor cut is told of'
t_run hs-import -d cut.db - <<'END'
{"type":"conversation","id":"1","conversation_parts":{"total_count":612,"conversation_parts":[{"id":"p1","part_type":"comment","body":"b","author":{"type":"user","id":"u"}}]}}
{"type":"conversation","id":"2","conversation_parts":{"total_count":1,"conversation_parts":[{"id":"p1","part_type":"comment","body":"b","author":{"type":"user","id":"u"}}]}}
{"type":"conversation","id":"3","conversation_parts":{"total_count":9,"conversation_parts":[]}}
END
t_status 0
t_err '^hs-import: 1 conversations have more parts than the export holds: the vendor gives 500 at most$'

t_case 'what was redacted later is gone, and was a turn'
t_run hs-import -d red.db - <<'END'
{"type":"conversation","id":"1","updated_at":1767603600,"source":{"id":"s","body":"my card is 1234","author":{"type":"user","id":"u"}},"conversation_parts":{"conversation_parts":[{"id":"p1","part_type":"comment","body":"b","author":{"type":"user","id":"u"}}]}}
{"type":"conversation","id":"1","updated_at":1767603700,"source":{"id":"s","body":null,"redacted":true,"author":{"type":"user","id":"u"}},"conversation_parts":{"conversation_parts":[{"id":"p1","part_type":"comment","body":null,"redacted":true,"author":{"type":"user","id":"u"}},{"id":"p2","part_type":"comment","body":null,"author":{"type":"user","id":"u"}},{"id":"p3","part_type":"comment","body":null,"attachments":[{"name":"a.png"}],"author":{"type":"user","id":"u"}}]}}
{"type":"conversation","id":"1","updated_at":1767603600,"source":{"id":"s","body":"my card is 1234","author":{"type":"user","id":"u"}}}
END
t_status 0
t_sql red.db 'SELECT m.ext_id, m.said, m.empty, length(x.body) FROM message m
    LEFT JOIN message_text x ON x.message = m.id ORDER BY m.seq' <<'END'
s|1|1|0
p1|1|1|0
p3|1|1|NULL
END

t_case 'who is called Fin, and who is Fin'
t_run hs-import -d fin.db - <<'END'
{"type":"conversation","id":"1","conversation_parts":{"conversation_parts":[{"id":"p1","part_type":"comment","body":"a","author":{"type":"admin","id":"1","name":"Fin","email":"fin@example.com"}},{"id":"p2","part_type":"comment","body":"b","author":{"type":"admin","id":"2","name":"Fin","email":"operator+x@intercom.io"}},{"id":"p3","part_type":"comment","body":"c","author":{"type":"bot","id":"3","name":"Finn","from_ai_agent":true}},{"id":"p4","part_type":"comment","body":"d","author":{"type":"bot","id":"4","name":"Robo"}},{"id":"p5","part_type":"comment","body":"e","author":{"type":"bot","id":"3","name":"Finn","from_ai_agent":true,"is_ai_answer":true}}]}}
END
t_sql fin.db 'SELECT ext_id, said, evidence FROM message ORDER BY seq' <<'END'
p1|3|NULL
p2|2|is named Fin
p3|2|from_ai_agent
p4|4|NULL
p5|2|is_ai_answer
END

t_case 'who began it; ratings go to whom they are of'
t_run hs-import -d began.db - <<'END'
{"type":"conversation","id":"1","source":{"delivered_as":"operator_initiated","id":"s","body":"hi","author":{"type":"bot","id":"b"}},"conversation_parts":{"conversation_parts":[{"id":"p1","part_type":"comment","body":"b","author":{"type":"user","id":"u"}}]},"conversation_rating":{"rating":1,"remark":"no","teammate":{"type":"bot","id":"b"}},"ai_agent":{"rating":1}}
{"type":"conversation","id":"2","source":{"delivered_as":"operator_initiated","id":"s","body":"hi","author":{"type":"bot","id":"b"}},"conversation_parts":{"conversation_parts":[{"id":"p1","part_type":"close","body":null,"author":{"type":"bot","id":"b"}}]}}
{"type":"conversation","id":"3","source":{"delivered_as":"automated"},"first_contact_reply":{"created_at":1767603600,"url":"https://app.example.com/a?b=1"},"conversation_rating":{"rating":4,"teammate":{"type":"admin","id":7}},"ai_agent":{"rating":2,"rating_remark":"slow"}}
{"type":"conversation","id":"4","conversation_rating":{"rating":9,"teammate":null},"ai_agent":{"rating":9}}
END
t_status 3
t_err "^hs-import: -:4: '9' is no answer on the scale '1-5'$"
t_sql began.db 'SELECT t.ext_id, t.mark, t.page, t.csat, v.ext_id, v.raw,
    v.rated, v.comment FROM ticket t LEFT JOIN survey v ON v.ticket = t.id
    ORDER BY 1, 5' <<'END'
1|outbound|NULL|NULL|#csat|1|ai|no
2|outbound|NULL|NULL|NULL|NULL|NULL|NULL
3|outbound|https://app.example.com/a|0.75|#csat|4|agent|NULL
3|outbound|https://app.example.com/a|0.75|#csat ai|2|ai|slow
4|NULL|NULL|NULL|NULL|NULL|NULL|NULL
END

t_case 'companies'
t_run hs-import -d ic.db - <<'END'
{"type":"company","id":"co1","company_id":"own","name":"Foo","plan":{"name":"Pro"},"monthly_spend":99,"remote_created_at":1577836800}
END
t_status 0
t_sql ic.db 'SELECT a.ext_id, a.name, a.created, f.name, f.value, f.num
    FROM account a JOIN account_fact f ON f.account = a.id ORDER BY f.name;
    SELECT t.ext_id FROM ticket t WHERE account_ref IS NOT NULL' <<'END'
co1|Foo|1577836800|mrr|99|9900.0
co1|Foo|1577836800|plan|pro|NULL
700
END

t_case 'the dataset export, its zone left out of the column names'
cat > ds.csv <<'END'
Conversation ID,"Conversation started at (America/New_York)",Current conversation state,Fin AI Agent resolution state,Handling time (seconds),Title,Source URL,Conversation rating
900,2026-01-05 10:00:00,closed,Escalated,120,Login,https://app.example.com/login?t=1,5
END
t_run hs-import -d ds.db --tz America/New_York ds.csv
t_status 0
t_sql ds.db 'SELECT s.name, t.ext_id, datetime(created, "unixepoch"), status,
    ai_state, handle_s, subject, page, csat FROM ticket t JOIN source s
    ON s.id = t.source' <<'END'
intercom|900|2026-01-05 15:00:00|closed|handed_over|120|Login|https://app.example.com/login|1.0
END

t_case 'the moment of the handoff is the vendor'"'"'s where it says one'
t_run hs-tag -q -d ic.db
t_sql ic.db "SELECT path, handoff_at, handoff_basis FROM tickets
    WHERE key = 'intercom:700'" <<'END'
ai_to_human|1767603700|event
END

t_done
