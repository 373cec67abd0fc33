#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: Help Scout, Front, Chatwoot, HubSpot and Jira where the order of
# runs, a missing wrapper or odd types matter; the shapes are in tests/vendors.
. "$(dirname "$0")/tap.sh"

t_case 'Help Scout v2: an AI is an agent until the user names it'
cat > 7.json <<'END'
[{"id":1,"type":"message","status":"active","state":"published","body":"Try this.","source":{"type":"web","via":"user"},"createdBy":{"id":3,"type":"user","first":"AI","last":"Answers"},"createdAt":"2026-01-05T09:00:00Z"},
{"id":2,"type":"message","status":"closed","state":"published","body":"Done.","source":{"type":"web","via":"user"},"createdBy":{"id":4,"type":"user","first":"Ada","last":"Abbott"},"createdAt":"2026-01-05T09:10:00Z"}]
END
t_run hs-import -d hs.db 7.json
t_status 0
t_sql hs.db 'SELECT t.ext_id, m.ext_id, coalesce(said, role) FROM message m
    JOIN ticket t ON t.id = m.ticket ORDER BY 2' 'both are agents' <<'END'
7|1|3
7|2|3
END
t_run hs-import -d hs.db --ai-author 'AI Answers' 7.json
t_sql hs.db 'SELECT ext_id, coalesce(said, role) FROM message ORDER BY 1' \
    'one is named' <<'END'
1|2
2|3
END

t_case 'a part that nothing ties to a conversation is rejected alone'
cat > threads_v3.json <<'END'
[{"id":1,"type":"note","state":"published","body":"x","source":{"type":"web","via":"user"},"createdBy":{"id":3,"type":"user"},"createdAt":"2026-01-05T09:00:00Z"},
{"id":90,"number":4,"mailboxId":1,"status":"active","subject":"S","createdAt":"2026-01-05T09:00:00Z"}]
END
t_run hs-import -d r.db threads_v3.json
t_status 3
t_err "hs-import: threads_v3.json:1: the thread names no conversation: put the conversation's id into the file's name, as 123.json, or export with embed=threads"
t_sql r.db 'SELECT ext_id, status FROM ticket' 'the other is in' <<'END'
90|open
END
mkdir 123
cp threads_v3.json 123/threads.json
t_run hs-import -d r.db 123/threads.json
t_status 0
t_sql r.db 'SELECT t.ext_id FROM message m JOIN ticket t ON t.id = m.ticket' \
    'its folder names the conversation' <<'END'
123
END

t_case 'Front: the first page counts, whatever comes first'
cat > late.json <<'END'
{"id":"msg_2","type":"front_chat","is_inbound":true,"draft_mode":null,"created_at":1767604000.5,"author":null,"recipients":[],"body":"b","metadata":{"chat_visitor_url":"https://example.com/second?x=1"},"_links":{"related":{"conversation":"https://example.com/conversations/cnv_1"}}}
END
sed 's/msg_2/msg_1/; s/1767604000.5/1767603000/; s/second/first/' late.json > early.json
t_run hs-import -d f.db late.json
t_run hs-import -d f.db early.json
t_sql f.db 'SELECT ext_id, page FROM ticket' 'the page' <<'END'
cnv_1|https://example.com/first
END

t_case 'HubSpot: a pipeline that comes later tells what a stage means'
cat > tickets.json <<'END'
{"results":[{"id":"5","properties":{"subject":"S","hs_pipeline":"0","hs_pipeline_stage":"2","createdate":"2026-01-05T09:00:00.000Z","hs_lastmodifieddate":"2026-01-05T09:00:00.000Z","closed_date":""}}]}
END
cat > pipelines.json <<'END'
{"results":[{"id":"0","label":"Support","stages":[{"id":"2","label":"Waiting on contact","metadata":{"ticketState":"OPEN"}},{"id":"4","label":"Archive","metadata":{"ticketState":"CLOSED"}}]}]}
END
t_run hs-import -d h.db tickets.json
t_sql h.db 'SELECT status, status_raw FROM ticket' 'the stage alone' <<'END'
NULL|2
END
t_run hs-import -d h.db pipelines.json
t_sql h.db 'SELECT status, status_raw FROM ticket' 'its meaning' <<'END'
pending|2
END
sed 's/"hs_pipeline_stage":"2"/"hs_pipeline_stage":"4"/; s/"closed_date":""/"closed_date":"2026-01-06T09:00:00Z"/
    s/modifieddate":"2026-01-05/modifieddate":"2026-01-06/' tickets.json > closed.json
t_run hs-import -d h.db closed.json
t_sql h.db 'SELECT status, t.closed - t.created, k.solved IS NOT NULL FROM ticket t
    JOIN ticket_stat k ON k.ticket = t.id' 'a newer version' <<'END'
closed|86400|1
END
sed 's/"hs_pipeline_stage":"2"/"hs_pipeline_stage":"9"/; s/modifieddate":"2026-01-05/modifieddate":"2026-01-07/' \
    tickets.json > again.json
t_run hs-import -d h.db again.json
t_sql h.db 'SELECT status, status_raw, t.closed, k.solved FROM ticket t
    JOIN ticket_stat k ON k.ticket = t.id' 'reopened to a stage nobody knows' <<'END'
NULL|9|NULL|NULL
END

t_case 'Chatwoot: messages by themselves, then in their conversation'
cat > m.json <<'END'
{"payload":[{"id":2,"content":"Conversation was marked resolved by Eve","inbox_id":1,"conversation_id":8,"message_type":2,"created_at":1767603600,"private":false},
{"id":3,"content":"Die Unterhaltung wurde von Eve gelöst","inbox_id":1,"conversation_id":8,"message_type":2,"created_at":1767603700,"private":false},
{"id":4,"content":"Conversation was reopened by Eve","inbox_id":1,"conversation_id":8,"message_type":2,"created_at":1767603800,"private":false}]}
END
sed 's/^{"payload":/{"id":8,"inbox_id":1,"status":"open","can_reply":true,"created_at":1767603000,"messages":/' m.json > c.json
t_run hs-import -d cw.db m.json
t_sql cw.db 'SELECT ext_id, old, new FROM event ORDER BY 1' 'what one line tells' <<'END'
2|NULL|solved
4|NULL|open
END
t_run hs-import -d cw.db c.json
t_sql cw.db 'SELECT e.ext_id, old, new, k.reopens FROM event e
    JOIN ticket_stat k ON k.ticket = e.ticket ORDER BY 1' 'what the lines before it tell' <<'END'
2|NULL|solved|1
4|solved|open|1
END

t_case 'Jira: odd documents are read for what text they have'
cat > j.json <<'END'
{"issues":[{"id":"1","key":"S-1","fields":{"summary":"A","created":"2026-01-05T09:00:00.000+0000","status":{"name":"Parked","statusCategory":{"key":"indeterminate"}},"description":{"type":"doc","content":[{"type":"panel","content":[{"type":"strange","content":[{"type":"text","text":"in a panel"}]}]},{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]},{"type":"rule"},{"type":"text"},7,null,"x"]},"comment":{"comments":[{"id":"9","body":null},{"id":"10","created":"yesterday","body":"no"},{"id":"11","body":{"type":"doc","content":"none"},"created":"2026-01-05T10:00:00.000+0000"},5]},"labels":"none","customfield_1":[[]],"customfield_2":{"rating":9}}},
{"id":"2","key":"S-2","fields":{"summary":"B","status":{"name":"Done"},"created":"2026-01-05T09:00:00.000+0000"}}]}
END
t_run hs-import -d j.db j.json
t_status 3
t_sql j.db 'SELECT t.ext_id, t.status, m.ext_id, replace(x.body, char(10), "/")
    FROM ticket t LEFT JOIN message m ON m.ticket = t.id
    LEFT JOIN message_text x ON x.message = m.id ORDER BY 1, 3' 'what is sound' <<'END'
S-1|open|#description|in a panel/a | b
S-1|open|11|
S-1|open|9|NULL
S-2|solved|NULL|NULL
END

t_case 'Jira: a comment without a time takes none'
cat > t.json <<'END'
{"id":"3","key":"S-3","fields":{"summary":"C","status":{"name":"Done"},"created":"2026-01-05T09:00:00.000+0000","reporter":{"accountId":"c1","accountType":"customer"},"description":"Hello?","comment":{"comments":[{"id":"1","author":{"accountId":"a1","accountType":"atlassian"},"body":"Yes."}]}}}
END
t_run hs-import -d t.db t.json
t_status 0
t_sql t.db 'SELECT agent_turns, handle_s FROM ticket_stat' 'handle time' <<'END'
1|0
END

t_case 'a list where a message should be does no harm'
printf '%s\n' '{"id":"1","subject":"abc","messages":[["x"],{"role":"customer","body":"hi"}]}' > g.json
t_run hs-import -d g.db g.json
t_sql g.db 'SELECT ext_id, said FROM message WHERE said IS NOT NULL' \
    'the other is read' <<'END'
#1|1
END

t_case 'users of two vendors with one number are two'
cat > 8.json <<'END'
{"id":1,"content":"Hi","inbox_id":1,"conversation_id":8,"message_type":1,"created_at":1767603600,"sender":{"id":3,"name":"Eve","type":"user"}}
END
t_run hs-import -d two.db 7.json 8.json
t_sql two.db 'SELECT s.name, p.ext_id, p.name FROM person p
    JOIN source s ON s.id = p.source WHERE p.ext_id = 3 ORDER BY 1' 'two' <<'END'
chatwoot|3|Eve
helpscout|3|AI Answers
END

t_case 'a record that is not what --as says is rejected, or says little'
cat > little.json <<'END'
{"id":"1"}
{"id":"2","properties":5,"fields":5,"stages":5,"handles":"x","meta":[],"messages":{},"associations":[],"_embedded":[],"articles":{},"results":null}
{"key":"K","fields":{"comment":[],"status":"x","reporter":[]},"changelog":{"histories":{"a":{"items":[3]}}}}
END
for as in helpscout:conversation helpscout:thread helpscout:rating \
    helpscout:user helpscout:customer front:conversation front:message \
    front:comment front:event front:teammate front:contact front:account \
    chatwoot:conversation chatwoot:message chatwoot:csat chatwoot:agent \
    chatwoot:contact zammad:ticket zammad:article zammad:history \
    zammad:time_accounting zammad:user zammad:organization hubspot:ticket \
    hubspot:thread hubspot:message hubspot:engagement hubspot:feedback \
    hubspot:contact hubspot:company hubspot:owner hubspot:pipeline jira:issue
do
	rm -f as.db
	t_run hs-import -d as.db --as "$as" little.json
	read -r status < "$T_STATE/status"
	[ "$status" -eq 0 ] || [ "$status" -eq 3 ] || echo "$as $status"
done > ends
t_ok test ! -s ends
t_done
