#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: the shapes that exports come in, and the counts it prints.
. "$(dirname "$0")/tap.sh"

one='{"id":1,"subject":"one","status":"open","created":"2026-01-05T10:00:00Z"}'
two='{"id":2,"subject":"two","status":"solved","created":"2026-01-06T10:00:00Z"}'
three='{"id":3,"subject":"three","status":"new","created":1767780000}'

t_three() {
	t_status 0
	t_err ''
	t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3	3	0	0	0	0	0
END
	t_sql "$1" 'SELECT ext_id, subject, status,
	    datetime(created, "unixepoch") FROM ticket ORDER BY ext_id' \
	    'the tickets' <<'END'
1|one|open|2026-01-05 10:00:00
2|two|solved|2026-01-06 10:00:00
3|three|new|2026-01-07 10:00:00
END
}

t_case 'NDJSON'
printf '%s\n%s\n%s\n' "$one" "$two" "$three" > a.ndjson
t_run hs-import -d nd.db a.ndjson
t_three nd.db
t_sql nd.db 'SELECT name, vendor, account, newest FROM source' <<'END'
generic|generic|NULL|1767780000
END

t_case 'NDJSON without a last line feed'
printf '%s\n\n%s\n%s' "$one" "$two" "$three" > b.ndjson
t_run hs-import -d nd2.db b.ndjson
t_three nd2.db

t_case 'a JSON array'
printf '[%s,\n%s ,%s]\n' "$one" "$two" "$three" > a.json
t_run hs-import -d array.db a.json
t_three array.db

t_case 'a page with its array of records'
printf '{"count":3,"tickets":[%s,%s,%s],"next_page":null,"end_of_stream":true}' \
    "$one" "$two" "$three" > page.json
t_run hs-import -d page.db page.json
t_three page.db

t_case 'a page inside an object'
printf '{"data":{"meta":{"total":3},"payload":[%s,%s,%s]}}' \
    "$one" "$two" "$three" > deep.json
t_run hs-import -d deep.db deep.json
t_three deep.db

t_case 'pages one after the other'
printf '{"tickets":[%s],"count":1}{"tickets":[%s]}\n{"tickets":[],"count":0}\n{"tickets":[%s]}' \
    "$one" "$two" "$three" > pages.json
t_run hs-import -d pages.db pages.json
t_three pages.db

t_case 'a page a line'
printf '{"tickets":[%s]}\n{"tickets":[%s,%s]}\n' "$one" "$two" "$three" \
    > lines.json
t_run hs-import -d lines.db lines.json
t_three lines.db

t_case 'wrapped records'
printf '{"ticket":%s}\n{"ticket":%s}\n{"ticket":%s}\n' \
    "$one" "$two" "$three" > wrapped.ndjson
t_run hs-import -d wrapped.db wrapped.ndjson
t_three wrapped.db

t_case 'one record over many lines'
printf '{\n  "id": 1,\n  "subject": "one"\n}\n' > pretty.json
t_run hs-import -d pretty.db pretty.json
t_status 0
t_sql pretty.db 'SELECT ext_id, subject FROM ticket' <<'END'
1|one
END

t_case 'CSV'
cat > a.csv <<'END'
id,subject,status,created
1,one,open,2026-01-05T10:00:00Z
2,two,solved,2026-01-06T10:00:00Z
3,three,new,1767780000
END
t_run hs-import -d csv.db a.csv
t_three csv.db

t_case 'standard input'
t_run hs-import -d in.db - < a.csv
t_three in.db
t_run hs-import -d in2.db - < a.json
t_three in2.db
printf '%s\n' "$one" "$two" "$three" | t_run hs-import -d in3.db -
t_three in3.db

t_case 'a folder, its files in name order, hidden ones left out'
mkdir -p exports/b
printf '%s\n' "$one" > exports/a.json
printf '[%s]' "$two" > exports/b/c.json
printf 'id,subject,status,created\n3,three,new,1767780000\n' > exports/z.csv
printf 'not read' > exports/.hidden
t_run hs-import -d dir.db exports
t_three dir.db
t_sql dir.db 'SELECT group_concat(ext_id) FROM (SELECT ext_id FROM ticket
    ORDER BY id)' 'in name order' <<'END'
1,2,3
END

t_case 'several files'
t_run hs-import -d many.db exports/z.csv exports/a.json - < exports/b/c.json
t_three many.db

t_case 'an empty file holds no records'
: > empty
t_run hs-import -d empty.db empty
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
END
t_run hs-import -d empty2.db - < /dev/null
t_status 0

t_case 'the database at rest is one file'
t_ok test -f nd.db
t_ok test ! -e nd.db-wal
t_ok test ! -e nd.db-shm
t_ok test ! -e nd.db.importing
t_sql nd.db 'PRAGMA application_id; PRAGMA user_version;
    PRAGMA journal_mode; PRAGMA integrity_check; PRAGMA foreign_key_check' \
    'ours, WAL, sound' <<'END'
1752388683
7
wal
ok
END

t_case 'HS_DB names the database, -d wins'
HS_DB=env.db
export HS_DB
t_run hs-import a.csv
t_ok test -f env.db
t_run hs-import -d named.db a.csv
t_ok test -f named.db
unset HS_DB
t_run hs-import a.csv
t_ok test -f helpdesk.db

t_case 'formats of the counts'
t_run hs-import -d f1.db -f json -c kind,new a.csv
t_out <<'END'
{"kind":"ticket","new":3}
END
t_run hs-import -d f2.db -f csv -c new,kind a.csv
t_out <<'END'
new,kind
"3","ticket"
END
t_run hs-import -d f3.db -f table -c kind,read,new a.csv
t_out <<'END'
kind    read  new
ticket     3    3
END
t_run hs-import -d f4.db -o counts.tsv a.csv
t_status 0
t_ok test ! -s "$T_STATE/out"
t_ok grep -q '^ticket	3	3	' counts.tsv
t_run hs-import -d f5.db -c nope a.csv
t_status 2
t_err "no column 'nope'"
t_ok test ! -e f5.db

t_case 'what a run did is noted'
t_sql nd.db 'SELECT kind, read, new, updated, unchanged, older, rejected,
    skipped FROM import_run' <<'END'
ticket|3|3|0|0|0|0|0
END

t_done
