#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: Zendesk tickets, comments, users and organizations.
. "$(dirname "$0")/tap.sh"

cat > tickets.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T12:00:00Z","generated_timestamp":1767614400,"subject":"Invoice is wrong","description":"Hello,\nmy invoice is wrong.","status":"solved","priority":"high","type":"problem","via":{"channel":"web"},"requester_id":11,"submitter_id":11,"assignee_id":21,"group_id":31,"organization_id":41,"brand_id":51,"ticket_form_id":61,"tags":["billing","vip"],"custom_fields":[{"id":7,"value":"https://app.example.com/billing?token=1#top"},{"id":8,"value":null},{"id":9,"value":true}],"satisfaction_rating":{"score":"good"},"comments":[{"id":101,"author_id":11,"public":true,"body":"Hello,\nmy invoice is wrong.","created_at":"2026-01-05T09:00:00Z","via":{"channel":"web"}},{"id":102,"author_id":21,"public":false,"body":"check VAT","created_at":"2026-01-05T10:00:00Z","via":{"channel":"web"}},{"id":103,"author_id":21,"public":true,"html_body":"<p>Fixed &amp; sent.</p>","created_at":"2026-01-05T11:00:00Z","via":{"channel":"web"}},{"id":104,"author_id":-1,"public":true,"body":"How did we do?","created_at":"2026-01-05T11:30:00Z"}]}
{"url":"https://acme.zendesk.com/api/v2/tickets/2.json","id":2,"created_at":"2026-01-06T09:00:00Z","updated_at":"2026-01-06T12:00:00Z","subject":"Conversation with Ann","description":"I cannot log in","status":"open","priority":null,"type":null,"via":{"channel":"email"},"requester_id":12,"submitter_id":12,"assignee_id":null,"group_id":null,"organization_id":null,"tags":[],"custom_fields":[],"satisfaction_rating":{"score":"offered"}}
{"url":"https://acme.zendesk.com/api/v2/tickets/3.json","id":3,"created_at":"2026-01-06T09:00:00Z","updated_at":"2026-01-06T09:00:00Z","subject":"Answered by the bot","status":"closed","via":{"channel":"answer_bot_for_web_widget"},"requester_id":12,"tags":["closed_by_merge"],"comments":[{"id":301,"author_id":99,"public":true,"body":"Have you tried this article?","created_at":"2026-01-06T09:00:01Z","via":{"channel":"answer_bot_for_web_widget"}}],"metric_set":{"solved_at":"2026-01-06T09:30:00Z","reopens":2,"replies":3,"group_stations":3,"reply_time_in_minutes":{"calendar":5,"business":1},"full_resolution_time_in_minutes":{"calendar":30,"business":10}}}
END

t_case 'tickets with and without comments'
t_run hs-import -d zd.db tickets.ndjson
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3	3	0	0	0	0	0
message	6	6	0	0	0	0	0
survey	1	1	0	0	0	0	0
END
t_sql zd.db 'SELECT name, vendor, account FROM source' <<'END'
zendesk|zendesk|acme
END
t_sql zd.db 'SELECT ext_id, ver, created, updated, subject, status, priority,
    category, channel, requester, assignee, team, account, brand, form,
    tags, page, fields, satisfied, csat, csat_raw FROM ticket WHERE
    ext_id = 1' 'the columns of a ticket' <<'END'
1|1767614400|1767603600|1767614400|Invoice is wrong|solved|high|problem|web|11|21|31|41|51|61|["billing","vip"]|https://app.example.com/billing|{"7":"https://app.example.com/billing?token=1#top","9":true}|1|1.0|good
END
t_sql zd.db 'SELECT subject, priority, assignee, satisfied, csat, csat_raw,
    ver FROM ticket WHERE ext_id = 2' \
    'placeholders and nulls are unknown, offered is no answer' <<'END'
NULL|NULL|NULL|NULL|NULL|offered|1767700800
END
t_sql zd.db 'SELECT mark, solved, reopens, replies, transfers, first_reply_s,
    resolution_s FROM ticket WHERE ext_id = 3' 'metrics and the merge mark' \
    <<'END'
merged|1767691800|2|3|2|300|1800
END
t_sql zd.db 'SELECT t.ext_id, m.ext_id, m.said, m.role, m.public, m.kind,
    m.author, x.body FROM message m JOIN ticket t ON t.id = m.ticket
    JOIN message_text x ON x.message = m.id ORDER BY t.ext_id, m.at, m.seq' \
    'messages: roles by author, notes, system, bot' <<'END'
1|101|1|0|1|reply|11|Hello,
my invoice is wrong.
1|102|NULL|3|0|note|21|check VAT
1|103|NULL|3|1|reply|21|Fixed & sent.
1|104|4|0|1|reply|-1|How did we do?
2|#description|NULL|1|1|reply|12|I cannot log in
3|301|2|0|1|reply|99|Have you tried this article?
END
t_sql zd.db 'SELECT t.ext_id, messages, customer_turns, ai_turns, agent_turns,
    k.first_reply_s, k.solved - t.created, k.solved_basis FROM ticket_stat k
    JOIN ticket t ON t.id = k.ticket ORDER BY 1' 'sums' <<'END'
1|4|1|0|1|7200|10800|updated
2|1|1|0|0|NULL|NULL|NULL
3|1|0|1|0|300|1800|status
END

t_case 'users come last'
cat > users.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/users/11.json","id":11,"name":"Ann","email":"ann@example.com","role":"end-user","organization_id":41}
{"url":"https://acme.zendesk.com/api/v2/users/21.json","id":21,"name":"Support Bot","email":"bot@example.com","role":"agent"}
{"url":"https://acme.zendesk.com/api/v2/users/22.json","id":22,"name":"Abbott","role":"agent"}
END
t_run hs-import -d zd.db users.ndjson
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
person	3	3	0	0	0	0	0
END
t_sql zd.db 'SELECT ext_id, name, role, account, ai FROM person
    ORDER BY ext_id' 'a whole word names a machine, a part of one does not' \
    <<'END'
11|Ann|1|41|NULL
21|Support Bot|3|NULL|name Support Bot
22|Abbott|3|NULL|NULL
END
t_sql zd.db 'SELECT ext_id, role, evidence FROM message WHERE author = 21
    ORDER BY ext_id' 'its messages are the AI'"'"'s now' <<'END'
102|2|name Support Bot
103|2|name Support Bot
END

t_case '--ai-author'
t_run hs-import -d zd.db --ai-author Abbott users.ndjson
t_status 0
t_sql zd.db 'SELECT ext_id FROM person WHERE ai IS NOT NULL ORDER BY 1' <<'END'
21
22
END

t_case 'organizations'
cat > orgs.json <<'END'
{"organizations":[{"url":"https://acme.zendesk.com/api/v2/organizations/41.json","id":41,"name":"Foo Ltd","created_at":"2024-02-01T00:00:00Z","organization_fields":{"plan":"Gold","mrr":"1200.50","seats":7}}],"next_page":null,"count":1}
END
t_run hs-import -d zd.db orgs.json
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
account	1	1	0	0	0	0	0
account_fact	3	3	0	0	0	0	0
END
t_sql zd.db 'SELECT a.ext_id, a.name, a.created, f.name, f.since, f.value,
    f.num FROM account a JOIN account_fact f ON f.account = a.id
    ORDER BY f.name' <<'END'
41|Foo Ltd|1706745600|mrr|-1|1200.50|120050.0
41|Foo Ltd|1706745600|plan|-1|gold|NULL
41|Foo Ltd|1706745600|seats|-1|7|7.0
END
t_sql zd.db 'SELECT t.ext_id, a.ext_id FROM ticket t
    JOIN account a ON a.id = t.account_ref' 'the ticket finds its account' <<'END'
1|41
END

t_case 'comments a file a ticket'
mkdir comments
cat > comments/2.json <<'END'
{"comments":[{"id":201,"author_id":12,"public":true,"body":"I cannot log in ","created_at":"2026-01-06T09:00:00Z"},{"id":202,"author_id":21,"public":true,"body":"Try again","created_at":"2026-01-06T09:05:00Z"}],"count":2}
END
t_run hs-import -d zd.db comments
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
message	2	2	0	0	0	0	0
END
t_sql zd.db 'SELECT m.ext_id, m.dup FROM message m JOIN ticket t
    ON t.id = m.ticket WHERE t.ext_id = 2 ORDER BY m.ext_id' \
    'the description is the first comment' <<'END'
#description|1
201|0
202|0
END

t_case 'a comment that names no ticket'
t_run hs-import -d none.db - <<'END'
{"id":1,"author_id":12,"public":true,"body":"x","created_at":"2026-01-06T09:00:00Z"}
END
t_status 3
t_err '^hs-import: -:1: the comment names no ticket'
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
message	1	0	0	0	0	1	0
END

t_case 'comments before their tickets'
t_run hs-import -d late.db comments
t_status 0
t_sql late.db 'SELECT ext_id, stub FROM ticket' <<'END'
2|1
END
t_run hs-import -d late.db tickets.ndjson
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3	3	0	0	0	0	0
message	6	6	0	0	0	0	0
survey	1	1	0	0	0	0	0
END
t_sql late.db 'SELECT ext_id, stub, status FROM ticket ORDER BY ext_id' <<'END'
1|0|solved
2|0|open
3|0|closed
END

t_case 'a second account under one source'
cat > other.ndjson <<'END'
{"url":"https://umbrella.zendesk.com/api/v2/tickets/1.json","id":1,"subject":"x","status":"new","via":{"channel":"web"},"requester_id":1}
END
t_run hs-import -d zd.db other.ndjson
t_status 3
t_err "other.ndjson:1: account 'umbrella' is not the one that source 'zendesk' holds: use --source NAME"
t_run hs-import -d zd.db --source umbrella other.ndjson
t_status 0
t_sql zd.db 'SELECT s.name, s.account, count(*) FROM ticket t JOIN source s
    ON s.id = t.source GROUP BY 1 ORDER BY 1' <<'END'
umbrella|umbrella|1
zendesk|acme|3
END

t_case 'the later of two versions wins, in either order'
old='{"url":"https://acme.zendesk.com/api/v2/tickets/5.json","id":5,"updated_at":"2026-01-05T12:00:00Z","generated_timestamp":1767614400,"status":"open","subject":"old"}'
new='{"url":"https://acme.zendesk.com/api/v2/tickets/5.json","id":5,"updated_at":"2026-01-05T12:00:00Z","generated_timestamp":1767618000,"status":"solved","subject":"new"}'
printf '%s\n%s\n' "$old" "$new" > on.ndjson
printf '%s\n%s\n' "$new" "$old" > no.ndjson
t_run hs-import -d on.db on.ndjson
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	1	1	0	0	0	0
END
t_run hs-import -d no.db no.ndjson
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	1	0	0	1	0	0
END
for db in on.db no.db; do
	t_sql $db 'SELECT status, subject, ver FROM ticket' "$db" <<'END'
solved|new|1767618000
END
done

t_case 'an older record fills what is unknown'
t_run hs-import -d no.db - <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/5.json","id":5,"generated_timestamp":1767614400,"status":"open","subject":"old","priority":"low"}
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	0	1	0	0	0	0
END
t_sql no.db 'SELECT status, subject, priority, ver FROM ticket' <<'END'
solved|new|low|1767618000
END

# Ticket NUMBER with the events of its audits, "TIME FIELD OLD NEW" each.
zd_ticket() {
	n=$1
	shift
	printf '{"url":"https://acme.zendesk.com/api/v2/tickets/%s.json","id":%s,"created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T12:00:00Z","status":"open","via":{"channel":"web"},"requester_id":1,"submitter_id":1,"assignee_id":2,"tags":["opencx_handedoff"],"description":"Help me"}\n' \
	    "$n" "$n"
	for e; do
		# shellcheck disable=SC2086 # four words
		set -- $e
		printf '{"id":%s%s,"ticket_id":%s,"created_at":"2026-03-01T%s:00Z","author_id":%s,"via":{"channel":"api"},"events":[{"id":"%s-%s","type":"Change","field_name":"%s","previous_value":"%s","value":"%s"}]}\n' \
		    "$n" "${1%:*}" "$n" "$1" "$5" "$n" "$1" "$2" "$3" "$4"
	done
}

t_case 'when a machine gave a ticket to people'
cat > who.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/users/1.json","id":1,"name":"Ann","role":"end-user"}
{"url":"https://acme.zendesk.com/api/v2/users/2.json","id":2,"name":"Abbott","role":"agent"}
{"url":"https://acme.zendesk.com/api/v2/users/3.json","id":3,"name":"Acme AI Agent","role":"agent"}
END
{
	zd_ticket 31 '09:00 assignee_id 2 4 2' '10:00 assignee_id 3 2 2'
	zd_ticket 32 '09:00 group_id 7 8 2' '10:00 group_id 7 8 3'
	zd_ticket 33 '09:00 assignee_id 2 3 2' '10:00 assignee_id 2 3 3'
	zd_ticket 34 '09:00 status new open 2' '10:00 status open new 3' \
	    '11:00 assignee_id 3 2 2'
	zd_ticket 35 '09:00 tags a a,b 2'
	printf '{"id":1,"ticket_id":35,"created_at":"2026-03-01T10:30:00Z","author_id":2,"events":[{"id":9,"type":"Change","field_name":"tags","previous_value":["a"],"value":["a","opencx_handedoff"]}]}\n'
	zd_ticket 36
	printf '{"chat_id":"c","chat_index":%s,"ticket_id":36,"type":"%s","actor_type":"agent","actor_id":%s,"created_at":"2026-03-01T%s:00Z"%s}\n' \
	    1 ChatJoin 2 09:00 '' \
	    2 ChatMessage '"zd:answerBot"' 09:10 ',"message":"Hello"' \
	    3 ChatJoin '"zd:answerBot"' 09:20 '' \
	    4 ChatJoin 2 10:00 ''
} > moves.ndjson
t_run hs-import -d moves.db moves.ndjson who.ndjson
t_status 0
t_run hs-tag -q -d moves.db
t_sql moves.db "SELECT ext_id, handoff_basis,
    strftime('%H:%M', handoff_at, 'unixepoch') FROM tickets ORDER BY ext_id" <<'END'
31|state|10:00
32|state|10:00
33|state|NULL
34|state|10:00
35|state|10:30
36|state|10:00
END
t_sql moves.db 'SELECT t.ext_id, k.reopens, k.transfers FROM ticket_stat k
    JOIN ticket t ON t.id = k.ticket WHERE t.ext_id IN (31, 34, 36)
    ORDER BY 1' 'what a history does not tell is unknown, not zero' <<'END'
31|0|NULL
34|0|NULL
36|NULL|NULL
END

t_case 'figures beside the tickets'
cat > figures.ndjson <<'END'
{"ticket_metric":{"ticket_id":1,"updated_at":"2026-01-05T11:00:00Z","reopens":0,"replies":1,"group_stations":1,"solved_at":"2026-01-05T11:00:00Z"}}
{"engagement_id":"a","ticket_id":1,"agent_id":22,"engagement_start_time":"2026-01-05T10:00:00","engagement_end_time":"2026-01-05T10:05:00"}
{"engagement_id":"b","ticket_id":1,"agent_id":23,"engagement_start_time":"2026-01-05T10:00:00","engagement_end_time":"2026-01-05T10:02:00"}
{"engagement_id":"c","ticket_id":1,"agent_id":23,"engagement_start_time":"2026-01-05T10:00:00","engagement_end_time":"2026-01-05T09:00:00"}
END
later='{"ticket_metric":{"ticket_id":1,"updated_at":"2026-01-05T11:59:00Z","reopens":1,"replies":2,"group_stations":1,"solved_at":null}}'
t_run hs-import -d figures.db figures.ndjson
t_status 3
t_err 'hs-import: figures.ndjson:4: the engagement ends before it starts'
t_sql figures.db 'SELECT stub, reopens, replies, solved IS NOT NULL FROM ticket' \
    'figures alone make no ticket known' <<'END'
1|0|1|1
END
t_run hs-import -q -d figures.db tickets.ndjson
echo "$later" | t_run hs-import -d figures.db -
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	0	1	0	0	0	0
END
echo "$later" | t_run hs-import -d figures.db -
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	0	0	1	0	0	0
END
t_sql figures.db 'SELECT t.stub, t.ver, t.reopens, t.replies, t.solved,
    k.handle_s, k.handle_basis FROM ticket t JOIN ticket_stat k
    ON k.ticket = t.id WHERE t.ext_id = 1' \
    'later figures win though the ticket is newer; engagements add up' <<'END'
0|1767614400|1|2|NULL|420|engagement
END
t_run hs-import -q -d figures.db --ai-author Abbott users.ndjson
t_sql figures.db 'SELECT k.handle_s FROM ticket_stat k JOIN ticket t
    ON t.id = k.ticket WHERE t.ext_id = 1' \
    'a machine'"'"'s time is nobody'"'"'s handling' <<'END'
120
END

t_case 'teams have names, and a field may tell who resolved'
cat > names.ndjson <<'END'
{"group":{"url":"https://acme.zendesk.com/api/v2/groups/31.json","id":31,"name":"Billing","updated_at":"2026-01-01T00:00:00Z"}}
{"ticket_field":{"url":"https://acme.zendesk.com/api/v2/ticket_fields/9.json","id":9,"title":"Resolution Type","type":"resolution_type"}}
{"ticket_field":{"url":"https://acme.zendesk.com/api/v2/ticket_fields/8.json","id":8,"title":"Judged by","type":"text"}}
END
{
	for n in 1 2 3 4; do
		case $n in
		1) f='{"id":9,"value":"Automated"}' t= ;;
		2) f='{"id":9,"value":"Human"},{"id":8,"value":"Automated"}' t= ;;
		3) f='{"id":9,"value":["automated"]}' t= ;;
		4) f='{"id":9,"value":"automated"}' t='"escalated_by_ultimate"' ;;
		esac
		printf '{"url":"https://acme.zendesk.com/api/v2/tickets/%s.json","id":%s,"updated_at":"2026-01-05T12:00:00Z","status":"solved","via":{"channel":"web"},"requester_id":1,"group_id":3%s,"tags":[%s],"custom_fields":[%s]}\n' \
		    $n $n $n "$t" "$f"
	done
} > fielded.ndjson
for files in 'names.ndjson fielded.ndjson' 'fielded.ndjson names.ndjson'; do
	rm -f names.db
	for f in $files $files; do
		t_run hs-import -d names.db "$f"
		t_status 0
	done
	awk -F '\t' 'NR > 1 { n += $3 + $4 } END { print n + 0 }' \
	    "$T_STATE/out" > again
	t_ok test "$(cat again)" -eq 0
	t_sql names.db 'SELECT ext_id, team, ai_state FROM tickets
	    ORDER BY ext_id' "$files" <<'END'
1|Billing|resolved_assumed
2|32|NULL
3|33|NULL
4|34|handed_over
END
done

t_done
