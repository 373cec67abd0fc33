#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: what is known in the end does not depend on the order of the files.
. "$(dirname "$0")/tap.sh"

# t_load database file ...: each file by a run of its own.
t_load() {
	t_db=$1
	shift
	for t_file in "$@"; do
		hs-import -q -d "$t_db" "$t_file" > "$T_STATE/log" 2>&1 ||
		    t_fail "hs-import $t_file"
	done
}

# t_rows database statement
t_rows() {
	sqlite3 -batch -separator '|' -nullvalue NULL "$1" "$2"
}

t_case 'organizations, users and tickets'
cat > o.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/organizations/41.json","id":41,"name":"Foo","organization_fields":{"plan":"Gold"}}
{"url":"https://acme.zendesk.com/api/v2/organizations/42.json","id":42,"name":"Bar","organization_fields":{"plan":"Free"}}
END
cat > u.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/users/11.json","id":11,"name":"Ann","role":"end-user","organization_id":41}
{"url":"https://acme.zendesk.com/api/v2/users/12.json","id":12,"name":"Ben","role":"end-user","organization_id":42}
END
cat > t.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T12:00:00Z","status":"solved","subject":"by the requester","requester_id":11,"organization_id":null}
{"url":"https://acme.zendesk.com/api/v2/tickets/2.json","id":2,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T12:00:00Z","status":"solved","subject":"by its own","requester_id":11,"organization_id":42}
{"url":"https://acme.zendesk.com/api/v2/tickets/3.json","id":3,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T12:00:00Z","status":"solved","subject":"of nobody","requester_id":13}
END
hs-import -q -d out.db o.ndjson u.ndjson t.ndjson > "$T_STATE/log"
t_sql out.db 'SELECT ext_id, account, plan FROM tickets ORDER BY 1' <<'END'
1|41|gold
2|42|free
3|NULL|NULL
END
sql='SELECT t.ext_id, a.ext_id, v.plan FROM ticket t JOIN tickets v
    ON v.ticket = t.id LEFT JOIN account a ON a.id = t.account_ref ORDER BY 1'
t_rows out.db "$sql" > want
for order in 'o u t' 'o t u' 'u o t' 'u t o' 't o u' 't u o'; do
	rm -f each.db
	for f in $order; do
		t_load each.db "$f.ndjson"
	done
	t_rows each.db "$sql" > got
	t_same want got "a run each, in the order $order"
done

t_case 'a user who moves to another organization'
t_load each.db - <<'END'
{"url":"https://acme.zendesk.com/api/v2/users/11.json","id":11,"name":"Ann","role":"end-user","organization_id":42,"updated_at":"2026-02-01T00:00:00Z"}
END
t_sql each.db 'SELECT ext_id, account, plan FROM tickets ORDER BY 1' <<'END'
1|42|free
2|42|free
3|NULL|NULL
END

t_case 'files with and without statuses'
cat > without.csv <<'END'
id,subject,created
1,Where is my parcel?,2026-01-05T10:00:00Z
2,Where is my invoice?,2026-01-06T10:00:00Z
END
cat > with.csv <<'END'
id,subject,created,updated,status
3,Refund,2026-01-05T10:00:00Z,2026-01-07T10:00:00Z,solved
4,Login,2026-01-05T10:00:00Z,2026-01-07T10:00:00Z,open
END
hs-import -q -d both.db without.csv with.csv > "$T_STATE/log"
t_sql both.db 'SELECT ext_id, datetime(solved, "unixepoch"), solved_basis
    FROM tickets ORDER BY 1' 'unknown, not assumed' <<'END'
1|NULL|NULL
2|NULL|NULL
3|2026-01-07 10:00:00|updated
4|NULL|NULL
END
t_load alone.db without.csv
t_sql alone.db 'SELECT ext_id, datetime(solved, "unixepoch"), solved_basis
    FROM tickets ORDER BY 1' 'no statuses at all: assumed' <<'END'
1|2026-01-05 10:00:00|assumed
2|2026-01-06 10:00:00|assumed
END
sql='SELECT key, first_solved, solved, solved_basis FROM tickets ORDER BY 1'
t_rows both.db "$sql" > want
t_load forth.db without.csv with.csv
t_rows forth.db "$sql" > got
t_same want got 'without, then with'
t_load back.db with.csv without.csv
t_rows back.db "$sql" > got
t_same want got 'with, then without'

t_case 'a table of tickets, tagged, then one of messages'
cat > tickets.csv <<'END'
id,subject,status,created,solved
1,How do I reset my password?,solved,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z
2,,solved,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z
3,,solved,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z
END
cat > messages.csv <<'END'
message id,ticket id,role,body,created at
1,2,customer,How do I reset my password please?,2026-01-05T10:00:00Z
2,2,bot,"Open Settings, choose Security and press Reset password.",2026-01-05T10:00:10Z
END
hs-import -q -d fresh.db tickets.csv messages.csv > "$T_STATE/log"
hs-tag -q -d fresh.db > "$T_STATE/log"
t_load later.db tickets.csv
hs-tag -q -d later.db > "$T_STATE/log"
t_sql later.db 'SELECT count(*) FROM landscape WHERE excluded IS NULL' <<'END'
3
END
t_load later.db messages.csv
t_run hs-tag -d later.db -c tickets,tagged
t_status 0
t_out <<'END'
tickets	tagged
3	3
END
t_sql later.db 'SELECT key, excluded FROM landscape ORDER BY 1' <<'END'
generic:1|NULL
generic:2|NULL
generic:3|without customer text
END
for view in tagged landscape tag; do
	case $view in
	tagged)
		# rev counts the changes, of which there were more
		sql="SELECT ticket, path, path_basis, language, readable, complexity,
		    emotion, pattern, issue, approach, tier, tier_open, many
		    FROM tagged ORDER BY 1" ;;
	*)
		sql="SELECT * FROM $view ORDER BY 1, 2, 3, 4" ;;
	esac
	t_rows fresh.db "$sql" > want
	t_rows later.db "$sql" > got
	t_same want got "$view, as of one load"
done

# --- what a newer record knows is empty -------------------------------------

cat > old.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T10:00:00Z","status":"solved","subject":"Invoice","requester_id":11,"tags":["spam","x"],"satisfaction_rating":{"score":"bad"},"custom_fields":[{"id":7,"value":"a"}],"comments":[{"id":101,"author_id":11,"public":true,"body":"My card is 4111 1111","created_at":"2026-01-05T09:00:00Z"},{"id":102,"author_id":21,"public":true,"body":"Thank you, it is done","created_at":"2026-01-05T09:30:00Z"}]}
END
cat > new.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-06T10:00:00Z","status":"in the workshop","subject":"Invoice","requester_id":11,"tags":["x"],"satisfaction_rating":{"score":"offered"},"custom_fields":[{"id":8,"value":"b"}],"comments":[{"id":101,"author_id":11,"public":true,"body":"My card is ▇▇▇▇","created_at":"2026-01-05T09:00:00Z"},{"id":102,"author_id":21,"public":true,"body":"Thank you, it is done","created_at":"2026-01-05T09:30:00Z"}]}
END
t_load first.db old.ndjson
t_sql first.db 'SELECT status, mark, csat, satisfied, k.solved IS NOT NULL
    FROM ticket JOIN ticket_stat k ON k.ticket = id' 'before' <<'END'
solved|spam|0.0|0|1
END
t_load forth2.db old.ndjson new.ndjson
t_load back2.db new.ndjson old.ndjson
cat old.ndjson new.ndjson > one.ndjson
t_load one2.db one.ndjson
for db in forth2 one2 back2; do
	t_case "a newer record: $db"
	t_sql $db.db 'SELECT status, status_raw, k.solved, solved_basis
	    FROM ticket JOIN ticket_stat k ON k.ticket = id' \
	    'a custom status clears the known one' <<'END'
NULL|in the workshop|NULL|NULL
END
	t_sql $db.db 'SELECT mark, tags FROM ticket' \
	    'without its tag it is no spam' <<'END'
NULL|["x"]
END
	t_sql $db.db 'SELECT csat, satisfied, csat_raw FROM ticket' \
	    'a rating that is only offered is none' <<'END'
NULL|NULL|offered
END
done
for db in forth2 back2 one2; do
	t_case "an older and a newer record: $db"
	t_sql $db.db 'SELECT m.ext_id, body FROM message m JOIN message_text x
	    ON x.message = m.id ORDER BY 1' 'redacted stays redacted' <<'END'
101|My card is ▇▇▇▇
102|Thank you, it is done
END
	t_sql $db.db 'SELECT status_raw, csat_raw, tags,
	    date(updated, "unixepoch") FROM ticket' 'the newer values' <<'END'
in the workshop|offered|["x"]|2026-01-06
END
	t_sql $db.db "SELECT f.key, f.value FROM ticket, json_each(fields) f
	    ORDER BY 1" 'fields add up' <<'END'
7|a
8|b
END
done

t_case 'comments saved by themselves have no date and replace none that has'
mkdir comments
cat > comments/1.json <<'END'
{"comments":[{"id":101,"author_id":11,"public":true,"body":"My card is 4111 1111","created_at":"2026-01-05T09:00:00Z"}]}
END
t_load back2.db comments
t_sql back2.db 'SELECT body FROM message m JOIN message_text x
    ON x.message = m.id WHERE m.ext_id = 101' <<'END'
My card is ▇▇▇▇
END

t_case 'the newer value of one custom field'
printf '{"id":1,"subject":"a","updated":1767607200,"custom_fields":{"a":"1","x":"old"}}\n' > f1.ndjson
printf '{"id":1,"subject":"a","updated":1767607300,"custom_fields":{"b":"2","x":"new"}}\n' > f2.ndjson
t_load f12.db f1.ndjson f2.ndjson
t_load f21.db f2.ndjson f1.ndjson
for db in f12 f21; do
	t_sql $db.db 'SELECT f.key, f.value FROM ticket, json_each(fields) f
	    ORDER BY 1' "$db" <<'END'
a|1
b|2
x|new
END
done

t_case 'names of people and organizations'
cat > n1.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/users/11.json","id":11,"name":"Ann Old","email":"old@example.com","role":"end-user","updated_at":"2026-01-01T00:00:00Z"}
{"url":"https://acme.zendesk.com/api/v2/organizations/41.json","id":41,"name":"Old Ltd","updated_at":"2026-01-01T00:00:00Z","organization_fields":{}}
END
sed 's/Old/New/g; s/old@/new@/; s/2026-01-01/2026-02-01/' n1.ndjson > n2.ndjson
t_load n12.db n1.ndjson n2.ndjson
t_load n21.db n2.ndjson n1.ndjson
for db in n12 n21; do
	t_sql $db.db 'SELECT name, email FROM person UNION ALL
	    SELECT name, NULL FROM account' "$db" <<'END'
Ann New|new@example.com
New Ltd|NULL
END
done

# --- two programs that make one database ------------------------------------

t_case 'first imports at once, tried again until they are let in'
for f in 1 2 3 4 5 6; do
	printf 'id,subject,status\n%s,one,open\n' $f > race$f.csv
done
# t_try n: status 4 says that another one is at it.
t_try() {
	tries=0
	status=4
	while [ "$status" -eq 4 ] && [ "$tries" -lt 1000 ]; do
		hs-import -q -d race.db "race$1.csv" > /dev/null 2> "race$1.err"
		status=$?
		tries=$((tries + 1))
	done
	echo "$status" > "race$1.rc"
}
: > wrong
round=0
while [ "$round" -lt 60 ]; do
	rm -f race.db race.db-wal race.db-shm race.db.importing
	for f in 1 2 3 4 5 6; do
		t_try $f &
	done
	wait
	sqlite3 -batch race.db 'SELECT ext_id FROM ticket ORDER BY 1' > rows 2>&1
	for f in 1 2 3 4 5 6; do
		read -r status < race$f.rc
		if [ "$status" -ne 0 ]; then
			echo "round $round: status $status: $(cat race$f.err)"
		elif ! grep -qx $f rows; then
			echo "round $round: ended with 0, but ticket $f is not there"
		fi
	done >> wrong
	round=$((round + 1))
done
t_same /dev/null wrong 'what ended with 0 is in the database'

t_case 'an older organization does not bring its plan back'
cat > gold.json <<'END'
{"organizations":[{"url":"https://a.zendesk.com/api/v2/organizations/7.json","id":7,"name":"A","updated_at":"2026-02-01T00:00:00Z","organization_fields":{"plan":"gold"}}]}
END
cat > free.json <<'END'
{"organizations":[{"url":"https://a.zendesk.com/api/v2/organizations/7.json","id":7,"name":"A","updated_at":"2026-01-01T00:00:00Z","organization_fields":{"plan":"free"}}]}
END
t_load gf.db gold.json free.json
t_load fg.db free.json gold.json
for db in gf fg; do
	t_sql $db.db "SELECT value FROM account_fact WHERE name = 'plan'" <<'END'
gold
END
done

t_done
