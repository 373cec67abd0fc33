#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: the same file again, versions, and databases that are refused.
. "$(dirname "$0")/tap.sh"

cat > zd.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T12:00:00Z","subject":"Invoice","status":"solved","via":{"channel":"web"},"requester_id":11,"tags":["ai_helper","x"],"custom_fields":[{"id":7,"value":"a"}],"satisfaction_rating":{"score":"good"},"comments":[{"id":101,"author_id":11,"public":true,"body":"Hello","created_at":"2026-01-05T09:00:00Z"},{"id":102,"author_id":21,"public":true,"body":"Fixed","created_at":"2026-01-05T11:00:00Z"}]}
{"url":"https://acme.zendesk.com/api/v2/users/21.json","id":21,"name":"Helper","role":"agent"}
{"url":"https://acme.zendesk.com/api/v2/organizations/41.json","id":41,"name":"Foo","organization_fields":{"plan":"Gold"}}
END
cat > ic.json <<'END'
[{"type":"conversation","id":"700","created_at":1767603600,"updated_at":1767610800,"state":"closed","source":{"id":"s","body":"<p>x</p>","author":{"type":"user","id":"u1"}},"custom_attributes":{"a":1.50,"b":"x"},"conversation_parts":{"conversation_parts":[{"id":"p7","part_type":"close","created_at":1767609000,"author":{"type":"admin","id":"21"}}]},"conversation_rating":{"rating":3}}]
END
cat > plain.csv <<'END'
id,subject,status,created,updated,priority,extra
1,one,open,2026-01-05T10:00:00Z,2026-01-05T10:00:00Z,high,e1
2,two,solved,2026-01-05T10:00:00Z,2026-01-05T10:00:00Z,low,
END
printf 'id,title\n9,no status and no text anywhere\n' > bare.csv
cat > fd.json <<'END'
[{"id":1,"subject":"Printer","description_text":"broken","status":4,"priority":2,"source":2,"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T13:00:00Z","tags":["a_bot"]},
{"id":2,"ticket_id":1,"automation_id":5,"incoming":false,"private":false,"source":0,"body_text":"one","created_at":"2026-01-05T10:01:00Z","updated_at":"2026-01-05T10:01:00Z"},
{"id":3,"ticket_id":1,"automation_id":5,"incoming":false,"private":false,"source":0,"body_text":"two","created_at":"2026-01-05T10:02:00Z","updated_at":"2026-01-05T10:02:00Z"}]
END

for f in zd.ndjson ic.json plain.csv bare.csv fd.json; do
	t_case "$f twice"
	t_run hs-import -d "$f.db" "$f"
	t_status 0
	cp "$f.db" before.db
	t_run hs-import -d "$f.db" "$f"
	t_status 0
	awk 'NR > 1 && ($3 + $4 + $6 + $7 > 0 || $2 != $5 + $8)' \
	    "$T_STATE/out" > changed
	t_ok test ! -s changed
	t_same before.db "$f.db" 'the database has the same bytes'
	cat "$f" "$f" > twice
	case $f in
	*.csv) sed '1d' "$f" | cat "$f" - > twice ;;
	esac
	t_run hs-import -d once.db twice
	t_status 0
	sqlite3 "$f.db" 'SELECT * FROM ticket; SELECT * FROM message;
	    SELECT * FROM event; SELECT * FROM person' > one
	sqlite3 once.db 'SELECT * FROM ticket; SELECT * FROM message;
	    SELECT * FROM event; SELECT * FROM person' > two
	t_same one two 'twice in one run is once'
	rm -f once.db
done

t_case 'a column missing later does not erase'
t_run hs-import -d col.db plain.csv
t_run hs-import -d col.db - <<'END'
id,status,updated
1,solved,2026-02-01T00:00:00Z
END
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	0	1	0	0	0	0
END
t_sql col.db 'SELECT ext_id, subject, status, priority, fields,
    date(updated, "unixepoch") FROM ticket ORDER BY 1' <<'END'
1|one|solved|high|{"extra":"e1"}|2026-02-01
2|two|solved|low|NULL|2026-01-05
END

t_case 'an older record loses'
t_run hs-import -d col.db - <<'END'
id,subject,status,updated
1,first draft,new,2026-01-02T00:00:00Z
END
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	0	0	0	1	0	0
END
t_sql col.db 'SELECT subject, status FROM ticket WHERE ext_id = 1' <<'END'
one|solved
END

t_case 'a record without a date replaces no dated one'
t_run hs-import -d col.db - <<'END'
id,subject,status,team
1,undated,new,blue
END
t_sql col.db 'SELECT subject, status, team FROM ticket WHERE ext_id = 1' \
    'but fills what is unknown' <<'END'
one|solved|blue
END

t_case 'a tie goes to the later in the input'
t_run hs-import -d tie.db - <<'END'
id,subject,updated
1,a,2026-01-02T00:00:00Z
1,b,2026-01-02T00:00:00Z
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	1	1	0	0	0	0
END
t_sql tie.db 'SELECT subject FROM ticket' <<'END'
b
END

t_case 'custom fields of two exports add up'
t_run hs-import -d field.db - <<'END'
{"id":1,"subject":"a","updated":1767607200,"custom_fields":{"x":"1","y":"2"}}
END
t_run hs-import -d field.db - <<'END'
{"id":1,"subject":"a","updated":1767607300,"custom_fields":{"y":"3","z":"4"}}
END
t_sql field.db 'SELECT fields FROM ticket' <<'END'
{"x":"1","y":"3","z":"4"}
END
echo 'fields = Stuff' > f.map
printf 'id,subject,Stuff\n1,one,not json\n' > f1.csv
printf 'id,subject,Stuff\n1,one,still not json\n' > f2.csv
t_run hs-import -d fieldmap.db --map f.map f1.csv
t_run hs-import -d fieldmap.db --map f.map f2.csv
t_ok test "$(cat "$T_STATE/status")" -ne 4

t_case '--dry-run'
t_run hs-import -d dry.db --dry-run plain.csv
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	2	0	0	0	0	0
END
t_ok test ! -e dry.db
t_ok test ! -e dry.db.importing
cp plain.csv.db before.db
t_run hs-import -d plain.csv.db --dry-run zd.ndjson
t_status 0
t_same before.db plain.csv.db 'an existing database is as before'

t_case 'files that are not ours'
echo 'precious text' > text
cp text before
t_run hs-import -d text plain.csv
t_status 4
t_err '^hs-import: text: not a database of hs$'
t_same before text
awk 'BEGIN { for (i = 0; i < 5000; i++) print "precious text" }' > long
cp long before
t_run hs-import -d long plain.csv
t_status 4
t_err '^hs-import: long: not a database of hs$'
t_same before long
sqlite3 other.db 'CREATE TABLE t (a); INSERT INTO t VALUES (1)'
cp other.db before
t_run hs-import -d other.db plain.csv
t_status 4
t_err '^hs-import: other.db: not a database of hs$'
t_same before other.db

t_case 'a newer schema'
cp plain.csv.db newer.db
sqlite3 newer.db 'PRAGMA user_version = 99'
cp newer.db before
t_run hs-import -d newer.db plain.csv
t_status 4
t_err '^hs-import: newer.db: written by a newer hs \(schema 99'
t_same before newer.db

t_case 'places where no database can be'
t_run hs-import -d nowhere/x.db plain.csv
t_status 4
t_err 'nowhere/x.db'
mkdir folder
t_run hs-import -d folder plain.csv
t_status 4
t_err "folder: not a database"
mkfifo pipe
t_run hs-import -d pipe plain.csv
t_status 4
t_ok test -p pipe

t_case 'inputs that are not there'
t_run hs-import -d in.db plain.csv missing.csv
t_status 2
t_err "cannot read 'missing.csv': No such file"
t_ok test ! -e in.db
cp plain.csv.db before.db
t_run hs-import -d plain.csv.db zd.ndjson missing.csv
t_status 2
t_same before.db plain.csv.db 'one transaction: nothing of the first is in'
t_run hs-import -d in.db
t_status 2
t_err 'name a file or directory'

if [ -c /dev/full ]; then
	t_case 'a full disk'
	t_run_to /dev/full hs-import -d full.db plain.csv
	t_status 4
	t_err '^hs-import: cannot write standard output: No space left'
	t_ok test ! -e full.db
	cp plain.csv.db before.db
	t_run_to /dev/full hs-import -d plain.csv.db zd.ndjson
	t_status 4
	t_same before.db plain.csv.db 'status 4: the database is as before'
	t_run_to /dev/full hs-import -h
	t_status 4
	t_run_to /dev/full hs-import -V
	t_status 4
fi

t_case 'an output that is no regular file is written to, not replaced'
mkfifo counts
timeout 3 cat counts > got &
t_run hs-import -d fifo.db -o counts plain.csv
wait
t_ok test -p counts
t_ok grep -q '^ticket	2	2	' got

t_case 'what a killed import left is taken over'
printf 'half' > killed.db.importing
t_run hs-import -d killed.db plain.csv
t_status 0
t_ok test ! -e killed.db.importing
t_sql killed.db 'SELECT count(*) FROM ticket' <<'END'
2
END

t_case 'options'
t_run hs-import -h
t_status 0
t_err ''
t_ok grep -q '^usage: hs-import \[-' "$T_STATE/out"
t_run hs-import --nope
t_status 2
t_err "unknown option '--nope'"
t_ok test ! -s "$T_STATE/out"
t_run hs-import -d a.db --max-record 99999999999999999999 plain.csv
t_status 2
t_err "bad number '99999999999999999999'"
t_run hs-import -d dash.db -- plain.csv
t_status 0

t_done
