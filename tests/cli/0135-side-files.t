#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files of our own beside an export: labels, surveys and suggestions.
. "$(dirname "$0")/tap.sh"

cat > zd.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1001.json","id":1001,"subject":"Where is it","status":"open","requester_id":7,"created_at":"2026-01-05T10:00:00Z"}
{"url":"https://acme.zendesk.com/api/v2/tickets/1002.json","id":1002,"subject":"Invoice","status":"open","requester_id":7,"created_at":"2026-01-06T10:00:00Z"}
END
cat > gen.csv <<'END'
id,subject,status,created
1002,Other,open,2026-01-05
2001,More,open,2026-01-05
END
hs-import -d base.db zd.ndjson > log 2>&1 || exit 4
hs-import -d base.db --tz UTC gen.csv > log 2>&1 || exit 4

labels() {
	t_sql "$1" "SELECT s.name || ':' || t.ext_id, dimension, value, author, at
	    FROM label l JOIN ticket t ON t.id = l.ticket
	    JOIN source s ON s.id = t.source ORDER BY 1, 2, 4"
}

t_case 'wide labels'
cp base.db wide.db
cat > wide.csv <<'END'
Key,Issue Type,complexity,emotion,by,at,subject,status,Source,note
zendesk:1001,delivery,low,,ann,2026-02-01,Where is it,open,zendesk,hm
2001,billing,,calm,ann,2026-02-01,,open,generic,
END
t_run hs-import -d wide.db --labels wide.csv
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
label	4	4	0	0	0	0	0
END
labels wide.db <<'END'
generic:2001|emotion|calm|ann|1769904000
generic:2001|issue|billing|ann|1769904000
zendesk:1001|complexity|low|ann|1769904000
zendesk:1001|issue|delivery|ann|1769904000
END
cp wide.db before.db
t_run hs-import -d wide.db --labels wide.csv
t_same before.db wide.db 'labels again: the same bytes'

t_case 'the later label of a person stands, and another person has a voice'
cat > later.csv <<'END'
key,issue,by,at
zendesk:1001,refund,ann,2026-02-03
zendesk:1001,lost,ann,2026-01-03
zendesk:1001,lost,bob,2026-01-03
END
t_run hs-import -d wide.db --labels later.csv
t_status 0
t_sql wide.db "SELECT author, value FROM label WHERE dimension = 'issue'
    AND ticket = 1 ORDER BY 1" <<'END'
ann|refund
bob|lost
END

t_case 'long labels, and as JSON'
cp base.db long.db
cat > long.csv <<'END'
key,dimension,value,by
zendesk:1001,issue,delivery,ann
zendesk:1001,issue,,bob
END
cat > nested.ndjson <<'END'
{"key":"zendesk:1001","by":"eve","labels":{"issue_type":"delivery","system":["shop","mail"],"emotion":null}}
{"key":"generic:2001","pattern":"loop"}
END
t_run hs-import -d long.db --labels long.csv nested.ndjson
t_status 0
labels long.db <<'END'
generic:2001|pattern|loop|NULL|NULL
zendesk:1001|issue|delivery|ann|NULL
zendesk:1001|issue|delivery|eve|NULL
zendesk:1001|system|["shop","mail"]|eve|NULL
END

t_case 'a ticket that is not there is rejected by its key'
cp base.db reject.db
cat > reject.csv <<'END'
key,issue
zendesk:9,lost
1002,lost
nosuch:1001,lost
,lost
generic:2001,lost
END
t_run hs-import -d reject.db --labels reject.csv
t_status 3
t_err_is <<'END'
hs-import: reject.csv:2: no ticket 'zendesk:9'
hs-import: reject.csv:3: no ticket '1002' alone: several sources have it: give its key, SOURCE:ID
hs-import: reject.csv:4: no ticket 'nosuch:1001'
hs-import: reject.csv:5: no ticket: a column 'key' names it
END
labels reject.db <<'END'
generic:2001|issue|lost|NULL|NULL
END
t_sql reject.db 'SELECT count(*) FROM ticket' <<'END'
4
END

t_case 'an id with --source'
cp base.db source.db
printf '%s\n' 'id,issue' '1002,lost' '77,lost' > ids.csv
t_run hs-import -d source.db --source zendesk --labels ids.csv
t_status 3
t_err "^hs-import: ids.csv:3: no ticket '77' in this source"
labels source.db <<'END'
zendesk:1002|issue|lost|NULL|NULL
END

t_case '--labels beside --as'
t_run hs-import -d source.db --labels --as generic:label ids.csv
t_status 2

t_case 'labels do not make tags stale'
cp base.db stale.db
t_run hs-tag -q -d stale.db
t_run hs-import -d stale.db --labels long.csv
t_status 0
t_sql stale.db 'SELECT count(*), sum(g.rev = t.rev) FROM ticket t
    JOIN tagging g ON g.ticket = t.id' <<'END'
4|4
END

t_case 'without --labels a member of that name is no label'
t_run hs-import -d plain.db - <<'END'
{"id":5,"subject":"x","labels":{"issue":"lost"}}
END
t_sql plain.db 'SELECT count(*) FROM label' <<'END'
0
END

t_case 'surveys'
cp base.db survey.db
cat > survey.csv <<'END'
ticket,kind,score,scale,comment,at,rated
zendesk:1001,csat,2,1-5,slow,2026-01-07T10:00:00Z,agent
zendesk:1001,csat,5,1-5,,2026-01-09T10:00:00Z,agent
zendesk:1001,csat,1,1-5,robot,2026-01-10T10:00:00Z,ai
2001,ces,6,7-agree,,,
2001,nps,9,,,,
2001,,good,,,,
zendesk:1002,csat,offered,good-bad,,,
END
t_run hs-import -d survey.db --as generic:survey survey.csv
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
survey	7	6	0	0	0	0	1
END
t_sql survey.db 'SELECT ticket, ext_id, kind, scale, raw, value, satisfied,
    rated, comment FROM survey ORDER BY 1, 2' <<'END'
1|#csat/agent@1767780000|csat|1-5|2|0.25|0|agent|slow
1|#csat/agent@1767952800|csat|1-5|5|1.0|1|agent|NULL
1|#csat/ai@1768039200|csat|1-5|1|0.0|0|ai|robot
4|#ces|ces|7-agree|6|0.833333333333333|1|NULL|NULL
4|#csat|csat|good-bad|good|1.0|1|NULL|NULL
4|#nps|nps|0-10|9|0.9|1|NULL|NULL
END
cp survey.db before.db
t_run hs-import -d survey.db --as generic:survey survey.csv
t_same before.db survey.db 'surveys again: the same bytes'

t_case 'surveys that cannot be'
cat > badsurvey.ndjson <<'END'
{"ticket":"zendesk:1001","kind":"ces","score":4}
{"ticket":"zendesk:1001","kind":"smile","score":4}
{"ticket":"zendesk:1001","score":9}
{"ticket":"zendesk:1001","score":4,"rated":"everybody"}
{"ticket":"zendesk:9","score":4}
END
t_run hs-import -d survey.db --as generic:survey badsurvey.ndjson
t_status 3
t_err_is <<'END'
hs-import: badsurvey.ndjson:1: ces without a scale, as 1-5, 5-1 or 7-agree
hs-import: badsurvey.ndjson:2: bad kind 'smile': csat, ces or nps
hs-import: badsurvey.ndjson:3: '9' is no answer on the scale '1-5'
hs-import: badsurvey.ndjson:4: bad rated 'everybody': ai or agent
hs-import: badsurvey.ndjson:5: no ticket 'zendesk:9'
END

t_case 'with --source the ticket may come later'
printf '%s\n' 'ticket,score' '1001,4' > first.csv
t_run hs-import -d later.db --source zendesk --as generic:survey first.csv
t_status 0
t_run hs-import -d later.db zd.ndjson
t_status 0
t_sql later.db "SELECT t.subject, v.value FROM survey v
    JOIN ticket t ON t.id = v.ticket" <<'END'
Where is it|0.75
END

t_case 'suggestions'
cp base.db sug.db
cat > sug.csv <<'END'
ticket,at,draft,sent,by
zendesk:1001,2026-01-05T10:01:00Z,Dear customer,Dear Ann,ann
zendesk:1001,2026-01-05T10:02:00Z,Never used,,ann
zendesk:1001,,,x,ann
END
t_run hs-import -d sug.db --as generic:suggestion sug.csv
t_status 3
t_err '^hs-import: sug.csv:4: no draft'
t_sql sug.db 'SELECT ticket, at, author, draft, sent, basis FROM suggestion
    ORDER BY at' <<'END'
1|1767607260|ann|Dear customer|Dear Ann|file
1|1767607320|ann|Never used|NULL|file
END
printf '%s\n' 'ticket,at,draft,sent,by' \
    'zendesk:1001,2026-01-05T10:02:00Z,Never used,Used now,ann' > used.csv
t_run hs-import -d sug.db --as generic:suggestion used.csv
t_sql sug.db 'SELECT draft, sent FROM suggestion ORDER BY at' <<'END'
Dear customer|Dear Ann
Never used|Used now
END

t_case 'the latest rating by people is that of the ticket'
t_sql survey.db "SELECT key, csat, satisfied FROM tickets ORDER BY 1" <<'END'
generic:1002|NULL|NULL
generic:2001|1.0|1
zendesk:1001|1.0|1
zendesk:1002|NULL|NULL
END
t_sql survey.db "SELECT key, ticket_csat FROM rule_facts
    WHERE ticket_csat IS NOT NULL ORDER BY 1" <<'END'
generic:2001|1.0
zendesk:1001|1.0
END
printf '%s\n' 'ticket,score,at' 'zendesk:1001,3,2026-01-08T10:00:00Z' |
    hs-import -d survey.db --as generic:survey - > log 2>&1 || exit 4
t_sql survey.db "SELECT csat FROM tickets WHERE key = 'zendesk:1001'" \
    'an earlier rating that comes later' <<'END'
1.0
END
printf '%s\n' 'id,subject,status,csat,updated' '2001,More,open,2,2026-02-01' |
    hs-import -d survey.db --tz UTC - > log 2>&1 || exit 4
t_sql survey.db "SELECT csat, satisfied FROM tickets
    WHERE key = 'generic:2001'" 'what the ticket itself says is better' <<'END'
0.25|0
END

t_case 'flags of agents'
cat > flags.csv <<'END'
id,subject,status,tags
1,One,open,"ai_wrong,billing"
2,Two,open,AI_Wrong
3,Three,open,"ai_wrong_maybe,bad_bot"
4,Four,open,
END
t_run hs-import -d flag.db --flag-tag ai_wrong --flag-tag nobody flags.csv
t_status 0
t_err_is <<'END'
hs-import: flag tag 'nobody': 0 tickets
END
t_sql flag.db 'SELECT key, tag FROM flag ORDER BY 1' <<'END'
generic:1|ai_wrong
generic:2|ai_wrong
END
t_run hs-import -v -d flag.db --flag-tag Bad_Bot flags.csv
t_err "^hs-import: flag tag 'ai_wrong': 2 tickets$"
t_err "^hs-import: flag tag 'bad_bot': 1 tickets$"
t_sql flag.db 'SELECT key, tag FROM flag ORDER BY 1, 2' <<'END'
generic:1|ai_wrong
generic:2|ai_wrong
generic:3|bad_bot
END

t_done
