#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: Freshdesk tickets, conversations, companies and the CSV export.
. "$(dirname "$0")/tap.sh"

cat > a-conversations.json <<'END'
[{"id":90001,"ticket_id":1,"user_id":11,"incoming":true,"private":false,"source":0,"body":"<div>Still <b>broken</b></div>","body_text":"Still broken","created_at":"2026-01-05T11:00:00Z","updated_at":"2026-01-05T11:00:00Z"},
{"id":90002,"ticket_id":1,"user_id":21,"incoming":false,"private":true,"source":2,"body":"<div>ask <b>Joe</b> &amp; co</div>","body_text":"","created_at":"2026-01-05T11:10:00Z","updated_at":"2026-01-05T11:10:00Z"},
{"id":90003,"ticket_id":1,"user_id":21,"incoming":false,"private":false,"source":0,"body_text":"Please restart.","created_at":"2026-01-05T11:20:00Z","updated_at":"2026-01-05T11:20:00Z"},
{"id":90004,"ticket_id":1,"user_id":11,"incoming":true,"private":false,"source":6,"category":7,"body":"Great!","body_text":"Great!","created_at":"2026-01-05T13:00:00Z","updated_at":"2026-01-05T13:00:00Z"},
{"id":90005,"ticket_id":1,"user_id":null,"automation_id":430005511,"incoming":false,"private":false,"source":0,"body_text":"We got your mail.","created_at":"2026-01-05T10:00:05Z","updated_at":"2026-01-05T10:00:05Z"}]
END
cat > b-tickets.json <<'END'
[{"id":1,"subject":"Printer","description":"<div>It is <br>broken</div>","description_text":"It is broken","status":4,"priority":2,"source":2,"type":"Problem","requester_id":11,"responder_id":21,"group_id":31,"company_id":41,"product_id":null,"tags":["hw"],"custom_fields":{"cf_model":"X1","cf_none":null,"cf_page":"https://shop.example.com/help?u=1"},"spam":false,"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T13:00:00Z","stats":{"resolved_at":"2026-01-05T12:00:00Z","closed_at":null,"reopened_at":null},"satisfaction_ratings":[{"ratings":{"default_question":103},"created_at":"2026-01-05T13:00:00Z"}]},
{"id":2,"subject":"Our offer","description_text":"Dear customer","status":5,"priority":1,"source":10,"requester_id":12,"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"},
{"id":3,"subject":"Buy now","description_text":"cheap","status":26,"priority":1,"source":1,"spam":true,"requester_id":13,"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z","stats":{"reopened_at":"2026-01-05T12:00:00Z"}}]
END

t_case 'conversations before their tickets'
t_run hs-import -d fd.db a-conversations.json
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
message	5	4	0	0	0	0	1
person	2	2	0	0	0	0	0
END
t_run hs-import -d fd.db b-tickets.json
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3	3	0	0	0	0	0
message	3	3	0	0	0	0	0
survey	1	1	0	0	0	0	0
END
t_sql fd.db 'SELECT ext_id, subject, status, status_raw, priority, channel,
    category, mark, reopens, solved - created, csat, satisfied, csat_raw,
    csat_at - created, page, fields, tags FROM ticket ORDER BY ext_id' \
    'the columns' <<'END'
1|Printer|solved|4|medium|portal|Problem|NULL|0|7200|1.0|1|103|10800|https://shop.example.com/help|{"cf_model":"X1","cf_page":"https://shop.example.com/help?u=1"}|["hw"]
2|Our offer|closed|5|low|outbound|NULL|outbound|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL
3|Buy now|NULL|26|low|email|NULL|spam|1|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL
END
t_sql fd.db 'SELECT t.ext_id, m.ext_id, coalesce(m.said, m.role), m.public,
    m.kind, m.author, x.body FROM message m JOIN ticket t ON t.id = m.ticket
    JOIN message_text x ON x.message = m.id
    ORDER BY t.ext_id, m.at, m.seq' \
    'a survey is no message, an outbound description is the agent'"'"'s' <<'END'
1|#description|1|1|reply|11|It is broken
1|90005|4|1|reply|automation:430005511|We got your mail.
1|90001|1|1|reply|11|Still broken
1|90002|3|0|note|21|ask Joe & co
1|90003|3|1|reply|21|Please restart.
2|#description|3|1|reply|12|Dear customer
3|#description|1|1|reply|13|cheap
END

t_case 'the other order gives the same'
t_run hs-import -d fd2.db b-tickets.json a-conversations.json
t_status 0
dump='SELECT t.ext_id, t.subject, m.ext_id, m.said, m.role, m.public, m.kind,
    m.dup, m.at FROM ticket t LEFT JOIN message m ON m.ticket = t.id
    ORDER BY 1, 3; SELECT t.ext_id, messages, customer_turns, agent_turns,
    k.first_reply_s, k.handle_s, k.solved, k.solved_basis FROM ticket_stat k
    JOIN ticket t ON t.id = k.ticket ORDER BY 1'
sqlite3 fd.db "$dump" > one
sqlite3 fd2.db "$dump" > two
t_same one two

t_case 'an automation that talks is a machine'
t_run hs-import -d talk.db b-tickets.json - <<'END'
[{"id":1,"ticket_id":1,"automation_id":7,"incoming":false,"private":false,"source":0,"body_text":"Which model?","created_at":"2026-01-05T10:01:00Z"},
{"id":2,"ticket_id":1,"automation_id":7,"incoming":false,"private":false,"source":0,"body_text":"Try a restart.","created_at":"2026-01-05T10:03:00Z"}]
END
t_status 0
t_sql talk.db 'SELECT ext_id, ai FROM person; SELECT ext_id, role FROM message
    WHERE said IS NULL ORDER BY 1' <<'END'
automation:7|answered more than once in ticket 1
1|2
2|2
END

t_case 'what the record does not name, and what is no answer'
t_run hs-import -d bad.db - <<'END'
[{"id":5,"incoming":true,"private":false,"source":0,"body_text":"whose?"},
{"id":6,"ticket_id":1,"ratings":{"default_question":7},"created_at":"2026-01-05T13:00:00Z"},
{"id":7,"ticket_id":1,"time_spent":"soon","billable":true},
{"ticket_id":1,"performer_type":"user","performed_at":"31-31-2026 10:00:00 +0000","activity":{"status":"Open"}},
{"id":8,"ticket_id":1,"time_spent":"00:30","billable":true,"created_at":"2026-01-05T13:00:00Z"}]
END
t_status 3
t_err '^hs-import: -:1: the message names no ticket$'
t_err "^hs-import: -:2: '7' is no answer on the scale 'freshdesk'$"
t_err "^hs-import: -:3: bad duration 'soon'$"
t_err "^hs-import: -:4: bad time '31-31-2026 10:00:00 .0000'$"
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
message	1	0	0	0	0	1	0
event	3	1	0	0	0	2	0
survey	1	0	0	0	0	1	0
END

t_case 'only a history tells that nothing was reopened or passed on'
t_run hs-import -d hist.db - <<'END'
[{"id":1,"subject":"a","status":4,"priority":1,"source":1,"requester_id":3,"tags":["closed"],"created_at":"2026-01-05T10:00:00Z"},
{"id":2,"subject":"b","status":4,"priority":1,"source":1,"requester_id":3,"created_at":"2026-01-05T10:00:00Z"},
{"id":8,"ticket_id":1,"time_spent":"00:30","billable":true,"created_at":"2026-01-05T13:00:00Z"},
{"ticket_id":1,"performer_type":"user","performer_id":7,"performed_at":"05-01-2026 11:00:00 +0000","activity":{"added_tags":["closed"]}},
{"ticket_id":2,"performer_type":"user","performer_id":7,"performed_at":"05-01-2026 11:00:00 +0000","activity":{"status":"Resolved"}},
{"ticket_id":2,"performer_type":"user","performer_id":3,"performed_at":"05-01-2026 12:00:00 +0000","activity":{"status":"Open"}},
{"ticket_id":2,"performer_type":"user","performer_id":7,"performed_at":"05-01-2026 13:00:00 +0000","activity":{"status":"Resolved"}}]
END
t_status 0
t_sql hist.db 'SELECT t.ext_id, k.reopens, k.transfers, k.handle_s,
    k.handle_basis, k.first_solved - t.created, k.solved - t.created,
    k.solved_basis FROM ticket_stat k JOIN ticket t ON t.id = k.ticket
    ORDER BY 1' <<'END'
1|NULL|NULL|1800|imported|0|0|assumed
2|1|0|NULL|NULL|3600|10800|status
END

t_case 'one record whose members are sorted by name'
cat > sorted.json <<'END'
{
 "association_type": null,
 "company_id": 41,
 "conversations": [{"body_text": "Still broken", "created_at": "2026-01-05T11:00:00Z", "id": 5, "incoming": true, "private": false, "source": 0, "ticket_id": 9}],
 "created_at": "2026-01-05T10:00:00Z",
 "description_text": "It is broken",
 "id": 9,
 "priority": 1,
 "requester_id": 3,
 "satisfaction_ratings": [{"ratings": {"default_question": 103}, "ticket_id": 9}],
 "source": 1,
 "status": 2,
 "subject": "Printer"
}
END
t_run hs-import -d sorted.db sorted.json
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	1	0	0	0	0	0
message	2	2	0	0	0	0	0
survey	1	1	0	0	0	0	0
END

t_case 'a page that names its account is a page'
t_run hs-import -d page.db - <<'END'
{
 "account_id": 7,
 "tickets": [{"id":1,"subject":"a","status":2,"priority":1,"source":1},
 {"id":2,"subject":"b","status":2,"priority":1,"source":1}]
}
END
t_status 0
printf '%s\n' '{"account_id":7,"tickets":[{"id":3,"subject":"c","status":2,"priority":1,"source":1}]}' > line.ndjson
t_run hs-import -d page.db line.ndjson
t_status 0
t_sql page.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1,2,3
END

t_case 'classic ratings: lower is better'
t_run hs-import -d classic.db - <<'END'
[{"id":1,"subject":"a","status":2,"priority":1,"source":1,"satisfaction_ratings":[{"ratings":{"default_question":1}}]},
{"id":2,"subject":"b","status":2,"priority":1,"source":1,"satisfaction_ratings":[{"ratings":{"default_question":3}}]},
{"id":3,"subject":"c","status":2,"priority":1,"source":1,"satisfaction_ratings":[{"ratings":{"default_question":-103}}]}]
END
t_sql classic.db 'SELECT ext_id, csat, satisfied FROM ticket ORDER BY 1' <<'END'
1|1.0|1
2|0.0|0
3|0.0|0
END

t_case 'companies'
t_run hs-import -d fd.db - <<'END'
[{"id":41,"name":"Foo","account_tier":"Premium","health_score":"Happy","renewal_date":"2026-06-30T00:00:00Z","created_at":"2020-01-01T00:00:00Z"}]
END
t_status 0
t_sql fd.db 'SELECT f.name, f.value, f.num FROM account_fact f ORDER BY 1;
    SELECT a.name FROM ticket t JOIN account a ON a.id = t.account_ref' <<'END'
health|Happy|NULL
plan|premium|NULL
renewal|2026-06-30T00:00:00Z|1782777600.0
Foo
END

t_case 'the CSV export'
cat > fd.csv <<'END'
Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time,Time tracked,First response time (in hrs),Resolution time (in hrs),Agent interactions,Tags,Survey results,Product,Model,Company Name
100,Cable,Resolved,Low,Portal,Bob,2026-01-05 10:00:00,2026-01-06 10:00:00,2026-01-06 10:00:00,0:30,0:05:00,31:42:12,2,"a,b c",,No Product,Z9,Foo
101,Plug,Waiting on Customer,Low,Portal,,2026-01-05 10:00,,2026-01-05 10:00,,,,0,,,,,
END
t_run hs-import -d fdcsv.db fd.csv
t_status 3
t_err "fd.csv:2: Created time: bad time '2026-01-05 10:00:00': it has no zone, say --tz ZONE"
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	0	0	0	0	2	0
END
t_run hs-import -d fdcsv.db --tz +05:30 fd.csv
t_status 0
t_sql fdcsv.db 'SELECT s.name, t.ext_id, datetime(t.created, "unixepoch"),
    t.status, t.status_raw, resolution_s, first_reply_s, handle_s, replies,
    tags, fields FROM ticket t JOIN source s ON s.id = t.source ORDER BY 2' <<'END'
freshdesk|100|2026-01-05 04:30:00|solved|Resolved|114132|300|1800|2|["a","b c"]|{"Model":"Z9"}
freshdesk|101|2026-01-05 04:30:00|pending|Waiting on Customer|NULL|NULL|NULL|0|NULL|NULL
END

t_done
