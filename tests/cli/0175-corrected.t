#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A later import that corrects a record corrects what was derived from it, as
# if the corrected records had come first.
. "$(dirname "$0")/tap.sh"

import() { # DB WORD...: must succeed
	db=$1
	shift
	t_run hs-import -q -d "$db" "$@"
	t_status 0
}
user() { # ID NAME ROLE DAY
	printf '{"url":"https://a.zendesk.com/api/v2/users/%s.json","id":%s,"name":"%s","role":"%s","updated_at":"2026-01-%sT00:00:00Z"}\n' \
	    "$1" "$1" "$2" "$3" "$4"
}
cat > ticket.ndjson <<'EOF'
{"url":"https://a.zendesk.com/api/v2/tickets/1.json","id":1,"subject":"Lamp","status":"open","requester_id":10,"description":"My lamp is dark.","created_at":"2026-01-02T10:00:00Z","updated_at":"2026-01-02T12:00:00Z","comments":[{"id":101,"author_id":10,"public":true,"body":"My lamp is dark.","created_at":"2026-01-02T10:00:00Z"},{"id":102,"author_id":20,"public":true,"body":"Try the switch.","created_at":"2026-01-02T10:05:00Z"}]}
EOF

t_case 'a person proves to be a machine later, and not to be one'
{ user 10 'Mia' end-user 01; user 20 'Lena Ray' agent 01; } > people.ndjson
import who.db ticket.ndjson
import who.db people.ndjson
t_sql who.db "SELECT role FROM thread WHERE ext_id = '102'" <<'EOF'
agent
EOF
user 20 'Lena Bot' agent 02 > bot.ndjson
import who.db bot.ndjson
t_sql who.db "SELECT role FROM thread WHERE ext_id = '102'" <<'EOF'
ai
EOF
t_sql who.db "SELECT ai_turns, agent_turns FROM ticket_stat" <<'EOF'
1|0
EOF
user 20 'Lena Botha' agent 03 > human.ndjson
import who.db human.ndjson
t_sql who.db "SELECT ai FROM person WHERE ext_id = '20'" <<'EOF'
NULL
EOF
t_sql who.db "SELECT ai_turns, agent_turns FROM ticket_stat" <<'EOF'
0|1
EOF

t_case '--ai-author given later'
import who.db --ai-author 'Lena Botha' people.ndjson
t_sql who.db "SELECT ai_turns, agent_turns FROM ticket_stat" <<'EOF'
1|0
EOF

t_case 'a description that was the first comment is corrected'
cat > plain.ndjson <<'EOF'
{"ticket":"7","id":"#description","author":"mia","role":"customer","at":"2026-01-02T10:00:00Z","body":"It is dark."}
{"ticket":"7","id":"a","author":"mia","role":"customer","at":"2026-01-02T10:00:00Z","body":"It is dark."}
EOF
echo '{"ticket":"7","id":"a","author":"mia","role":"customer","at":"2026-01-02T10:00:00Z","body":"It is dark again."}' > later.ndjson
import dup.db --as generic:message plain.ndjson
t_sql dup.db "SELECT ext_id, dup FROM message ORDER BY 1" <<'EOF'
#description|1
a|0
EOF
import dup.db --as generic:message later.ndjson
t_sql dup.db "SELECT ext_id, dup FROM message ORDER BY 1" <<'EOF'
#description|0
a|0
EOF
t_sql dup.db 'SELECT messages FROM ticket_stat' <<'EOF'
2
EOF

t_case 'a role is corrected'
echo '{"ticket":"7","id":"a","author":"mia","role":"agent","at":"2026-01-02T10:01:00Z","body":"It is dark again."}' > role.ndjson
import dup.db --as generic:message role.ndjson
t_sql dup.db 'SELECT customer_turns, agent_turns FROM ticket_stat' <<'EOF'
1|1
EOF

t_case 'a status event is corrected'
audit() { # ID DAY OLD NEW
	printf '{"id":%s,"ticket_id":1,"created_at":"2026-01-%sT00:00:00Z","author_id":20,"events":[{"id":%s1,"type":"Change","field_name":"status","previous_value":"%s","value":"%s"}]}\n' \
	    "$1" "$2" "$1" "$3" "$4"
}
{ audit 51 03 open solved; audit 52 04 solved open; } > audits.ndjson
audit 52 04 solved closed > audit.ndjson
import ev.db ticket.ndjson
import ev.db audits.ndjson
t_sql ev.db 'SELECT reopens FROM ticket_stat' <<'EOF'
1
EOF
import ev.db audit.ndjson
t_sql ev.db 'SELECT reopens FROM ticket_stat' <<'EOF'
0
EOF

t_case 'a survey is corrected'
printf '%s\n' 'ticket,id,score,scale,at' 'zendesk:1,s1,5,1-5,2026-01-04T00:00:00Z' > su1.csv
printf '%s\n' 'ticket,id,score,scale,at' 'zendesk:1,s1,1,1-5,2026-01-05T00:00:00Z' > su2.csv
import ev.db --as generic:survey su1.csv
t_sql ev.db 'SELECT survey_csat FROM ticket_stat' <<'EOF'
1.0
EOF
import ev.db --as generic:survey su2.csv
t_sql ev.db 'SELECT survey_csat FROM ticket_stat' <<'EOF'
0.0
EOF

t_case 'a fact of an account takes the place of one that was worked out'
printf '%s\n' 'id,account,start_date,end_date,plan,mrr' \
    's1,c1,2026-01-01,,pro,100' > subs.csv
printf '%s\n' 'account,mrr' 'c1,250' > facts.csv
for order in 'subs.csv facts.csv' 'facts.csv subs.csv'; do
	rm -f fact.db
	for f in $order; do
		case $f in
		subs*) import fact.db --as generic:subscription "$f" ;;
		*) import fact.db --as-of 2026-01-01 --as generic:account "$f" ;;
		esac
	done
	t_sql fact.db "SELECT value, derived FROM account_fact
	    WHERE name = 'mrr' AND since > 0" "$order" <<'EOF'
250|0
EOF
done

t_done
