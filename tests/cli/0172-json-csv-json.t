#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: the JSON and the CSV export of one account, in turn: what the JSON
# says stays, and the CSV adds what the JSON is silent about.
. "$(dirname "$0")/tap.sh"

# Of the four tickets the CSV has the first to the minute, the second to the
# second, the third not, and the fourth alone.
cat > zd.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"created_at":"2026-01-05T09:00:07Z","updated_at":"2026-01-05T12:00:31Z","generated_timestamp":1767614431,"subject":"Invoice is wrong","description":"Hello, my invoice is wrong.","status":"solved","priority":"high","type":"problem","via":{"channel":"web"},"requester_id":11,"submitter_id":11,"assignee_id":21,"group_id":31,"organization_id":41,"brand_id":51,"tags":["billing","vip"],"custom_fields":[{"id":7,"value":"https://app.example.com/billing?x=1"},{"id":8,"value":null},{"id":9,"value":12.50}],"satisfaction_rating":{"score":"good"},"comments":[{"id":101,"author_id":11,"public":true,"body":"Hello, my invoice is wrong.","created_at":"2026-01-05T09:00:07Z","via":{"channel":"web"}},{"id":102,"author_id":21,"public":false,"body":"VAT was left out","created_at":"2026-01-05T10:00:00Z"},{"id":103,"author_id":21,"public":true,"body":"Corrected.","created_at":"2026-01-05T11:00:00Z"}]}
{"url":"https://acme.zendesk.com/api/v2/tickets/2.json","id":2,"created_at":"2026-01-06T09:00:00Z","updated_at":"2026-01-06T12:00:00Z","subject":"Cannot log in","description":"I cannot log in","status":"open","priority":null,"type":null,"via":{"channel":"email"},"requester_id":12,"submitter_id":12,"assignee_id":22,"group_id":null,"organization_id":41,"tags":["login"],"custom_fields":[],"satisfaction_rating":{"score":"offered"}}
{"url":"https://acme.zendesk.com/api/v2/tickets/3.json","id":3,"created_at":"2026-01-07T09:00:00Z","updated_at":"2026-01-07T10:00:00Z","subject":"Thanks","description":"It works again","status":"closed","via":{"channel":"email"},"requester_id":12,"submitter_id":12,"tags":[]}
{"url":"https://acme.zendesk.com/api/v2/users/11.json","id":11,"name":"Ann Lee","email":"ann@example.com","role":"end-user","organization_id":41}
{"url":"https://acme.zendesk.com/api/v2/users/21.json","id":21,"name":"Hal Brook","email":"hal@example.com","role":"agent"}
{"url":"https://acme.zendesk.com/api/v2/organizations/41.json","id":41,"name":"Foo Ltd","created_at":"2024-02-01T00:00:00Z","organization_fields":{"plan":"Gold","seats":7}}
END
cat > zd.csv <<'END'
Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,Full resolution time in minutes,Full resolution time in minutes within business hours,Priority [list],Seats [int]
1,1,Ann Lee,11,x-11,ann@example.com,example.com,Ann Lee,Hal Brook,Billing,Invoice is wrong,billing vip,Solved,High,Web form,Problem,2026-01-05 04:00,2026-01-05 07:00,2026-01-05 05:00,Foo Ltd,-,2026-01-05 05:00,2026-01-05 06:30,2,Good,2,1,1,3,120,60,150,90,P1,7
1,2,Bob Ray,12,,bob@example.com,example.com,Bob Ray,Ada Finch,Access,Cannot log in,login,Open,Low,Mail,Question,2026-01-06 04:00,2026-01-06 07:00,,Foo Ltd,-,,,,Offered,1,0,2,0,,,,,P3,
1,4,Cy Orr,13,,cy@example.com,example.com,Cy Orr,-,-,Where is it,,New,-,Mail,-,2026-01-08 04:00,2026-01-08 04:00,,-,-,,,,-,,,,,,,,,,
END

take() { # DATABASE FILE...
	take_db=$1
	shift
	t_run hs-import -q -d "$take_db" --tz America/New_York "$@"
	t_status 0
	t_err ''
}

# rows TABLE KEY JOIN: what is known of them, a value a line: table, key, column,
# value.  Numbers and versions of rows are the database's own.
rows() {
	sqlite3 -line "$db" "SELECT $2 AS key, r.* FROM $1 r $3" |
	    awk -v table="$1" '$1 == "key" { key = $3; next }
		NF > 2 && $1 !~ /^(id|rev|source|ticket|message|fields)$/ {
			sub(/^ */, "")
			print table, key, $0
		}'
}

# All that exports said to a database; what is computed of it is left out.
said() {
	db=$1
	of_ticket='JOIN ticket t ON t.id = r.ticket'
	for table in ticket person account; do
		rows $table r.ext_id ''
	done
	for table in message event survey suggestion label; do
		rows $table "t.ext_id || '/' || r.ext_id" "$of_ticket"
	done
	rows message_text "t.ext_id || '/' || m.ext_id" \
	    'JOIN message m ON m.id = r.message JOIN ticket t ON t.id = m.ticket'
	rows account_fact "a.ext_id || '/' || r.name" \
	    'JOIN account a ON a.id = r.account'
	sqlite3 -separator ' ' "$db" "SELECT 'field', ext_id, replace(key, ' ',
	    '_'), '=', value FROM ticket, json_each(fields)"
}

# What the first file of lines says, and where it is silent the second.
joined() {
	awk '!seen[$1, $2, $3]++' "$1" "$2" | sort
}

take json.db zd.ndjson
take csv.db zd.csv
said json.db > json
said csv.db > csv
t_ok grep -q '^ticket 1 subject = Invoice is wrong$' json
t_ok grep -q '^message_text 1/103 body = Corrected\.$' json
t_ok grep -q '^account_fact 41/seats num = 7\.0$' json
t_ok grep -q '^field 1 9 = 12\.5' json
t_ok grep -q '^field 1 Priority_\[list\] = P1$' csv
t_ok grep -q '^ticket 1 assignee = Hal Brook$' csv
joined json csv > want

t_case 'JSON, CSV, JSON'
take a.db zd.ndjson
take a.db zd.csv
take a.db zd.ndjson
said a.db | sort > got
t_same want got 'what the JSON says, and the rest from the CSV'
t_sql a.db 'SELECT ext_id, subject, status, team, assignee, requester, account,
    priority, category, channel, replies, reopens, first_reply_s, resolution_s,
    datetime(created, "unixepoch"), datetime(solved, "unixepoch"), csat_raw
    FROM ticket ORDER BY ext_id' 'by hand' <<'END'
1|Invoice is wrong|solved|31|21|11|41|high|problem|web|3|1|7200|9000|2026-01-05 09:00:07|2026-01-05 11:30:00|good
2|Cannot log in|open|Access|22|12|41|low|question|email|0|2|NULL|NULL|2026-01-06 09:00:00|NULL|offered
3|Thanks|closed|NULL|NULL|12|NULL|NULL|NULL|email|NULL|NULL|NULL|NULL|2026-01-07 09:00:00|NULL|NULL
4|Where is it|new|NULL|NULL|13|NULL|NULL|NULL|email|NULL|NULL|NULL|NULL|2026-01-08 09:00:00|NULL|NULL
END
t_sql a.db 'SELECT t.ext_id, a.ext_id, k.messages, k.solved_basis
    FROM ticket t JOIN ticket_stat k ON k.ticket = t.id
    LEFT JOIN account a ON a.id = t.account_ref ORDER BY 1' \
    'its account is found, its figures know both' <<'END'
1|41|3|status
2|41|1|NULL
3|NULL|1|updated
4|NULL|0|NULL
END

t_case 'the same again'
take a.db zd.csv
take a.db zd.ndjson
said a.db | sort > got
t_same want got 'nothing is added or lost'

t_case 'CSV, JSON'
take b.db zd.csv
take b.db zd.ndjson
said b.db | sort > got
t_same want got 'the order does not matter when the JSON is last'

t_case 'in one run'
take c.db zd.ndjson zd.csv zd.ndjson
said c.db | sort > got
t_same want got

t_done
