#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: day or month first, decided for each column of a table.
. "$(dirname "$0")/tap.sh"

dates() { # DB: the times of its tickets on stdout
	sqlite3 -nullvalue - "$1" "SELECT ext_id, datetime(created, 'unixepoch'),
	    datetime(solved, 'unixepoch') FROM ticket ORDER BY id"
}

t_case 'a later row decides for the earlier ones'
cat > later.csv <<'END'
Ticket ID,Subject,Created time,Resolved time
1,a,04/01/2026 11:58,05/01/2026 19:40
2,b,13/01/2026 09:05,
3,c,02/02/2026 00:30,03/02/2026 10:00
END
t_run hs-import -d later.db --tz UTC later.csv
t_status 0
t_err ''
dates later.db > got
cat > want <<'END'
1|2026-01-04 11:58:00|2026-01-05 19:40:00
2|2026-01-13 09:05:00|-
3|2026-02-02 00:30:00|2026-02-03 10:00:00
END
t_same want got 'and for the columns that prove nothing'
t_run_to pipe.out sh -c 'hs-import -d pipe.db --tz UTC - < later.csv'
dates pipe.db > got
t_same want got 'standard input is the same'
t_run sh -c 'sleep 0.1 | cat later.csv - | hs-import -d pipe2.db --tz UTC -'
dates pipe2.db > got
t_same want got 'a pipe is the same'

t_case 'the month first'
sed 's,13/01/2026,01/13/2026,' later.csv > month.csv
t_run hs-import -d month.db --tz UTC month.csv
t_status 0
dates month.db > got
cat > want <<'END'
1|2026-04-01 11:58:00|2026-05-01 19:40:00
2|2026-01-13 09:05:00|-
3|2026-02-02 00:30:00|2026-03-02 10:00:00
END
t_same want got

t_case 'each column for itself'
cat > each.csv <<'END'
Ticket ID,Subject,Created time,Resolved time,Closed time
1,a,04/01/2026 11:58,05/01/2026 19:40,
2,b,13/01/2026 09:05,01/14/2026 10:00,
3,c,02/02/2026 00:30,03/02/2026 10:00,04/03/2026 10:00
END
t_run hs-import -d each.db --tz UTC each.csv
t_status 3
t_err_is <<'END'
hs-import: each.csv:4: Closed time: bad time '04/03/2026 10:00': day or month first? say --date-order dmy or mdy
END
dates each.db > got
cat > want <<'END'
1|2026-01-04 11:58:00|2026-05-01 19:40:00
2|2026-01-13 09:05:00|2026-01-14 10:00:00
END
t_same want got 'where the others differ a column is not decided'

t_case 'nothing decides'
printf 'id,subject,created\n1,a,04/01/2026\n2,b,05/05/2026\n3,c,2026-01-05\n4,d,12/12/2026\n' > none.csv
t_run hs-import -d none.db --tz UTC none.csv
t_status 3
t_err_is <<'END'
hs-import: none.csv:2: created: bad time '04/01/2026': day or month first? say --date-order dmy or mdy
END
t_sql none.db 'SELECT group_concat(ext_id) FROM ticket' \
    'where both parts are one there is no question' <<'END'
2,3,4
END

t_case 'both orders in one column'
printf 'id,subject,created\n1,a,04/01/2026\n2,b,13/01/2026\n3,c,2026-01-05\n4,d,01/14/2026\n' > both.csv
t_run hs-import -d both.db --tz UTC both.csv
t_status 3
t_err_is <<'END'
hs-import: both.csv:2: created: '04/01/2026': line 3 has the day first and line 5 the month: say --date-order dmy or mdy
hs-import: both.csv:3: created: '13/01/2026': line 3 has the day first and line 5 the month: say --date-order dmy or mdy
hs-import: both.csv:5: created: '01/14/2026': line 3 has the day first and line 5 the month: say --date-order dmy or mdy
END
t_run hs-import -d both2.db --tz UTC --date-order dmy both.csv
t_status 3
t_err_is <<'END'
hs-import: both.csv:5: created: bad time '01/14/2026'
END
t_sql both2.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1,2,3
END

t_case 'the other order where no date was in doubt'
printf 'id,subject,created\n1,a,13/01/2026\n2,b,14/01/2026\n3,d,01/14/2026\n' > sure.csv
t_run hs-import -d sure.db --tz UTC sure.csv
t_status 3
t_err_is <<'END'
hs-import: sure.csv:4: created: '01/14/2026': line 2 has the day first and line 4 the month: say --date-order dmy or mdy
END

t_case 'facts of accounts'
cat > acc.csv <<'END'
account id,name,plan,mrr,renewal,valid from
A1,Acme,pro,"1.204,50",04/01/2026,01/02/2026
A2,Bolt,free,0,13/01/2026,
END
t_run hs-import -d acc.db acc.csv
t_status 0
t_sql acc.db "SELECT a.ext_id, date(f.num, 'unixepoch'),
    date(max(f.since, 0), 'unixepoch')
    FROM account_fact f JOIN account a ON a.id = f.account
    WHERE f.name = 'renewal' ORDER BY 1" <<'END'
A1|2026-01-04|2026-02-01
A2|2026-01-13|1970-01-01
END

t_case 'what only looks like a date decides nothing'
printf 'id,subject,created,note\n1,13/01/2026,04/01/2026,13/01/2026\n2,14.5,04.01,13.5\n' > looks.csv
t_run hs-import -d looks.db --tz UTC looks.csv
t_status 3
t_err "looks.csv:2: created: bad time '04/01/2026': day or month first"

t_case 'quoted line feeds, bad rows and the lines after them'
cat > rows.csv <<'END'
id,subject,created
1,"a
b",04/01/2026
2,bad "quote" here,05/01/2026
3,short
4,"c

d",13/01/2026
5,e,never
END
t_run hs-import -d rows.db --tz UTC rows.csv
t_status 3
t_err_is <<'END'
hs-import: rows.csv:4: bad CSV: a quote inside a cell, or text after a closing quote: try --lenient
hs-import: rows.csv:5: 2 cells where the header has 3: --lenient takes the rest as empty
hs-import: rows.csv:9: created: bad time 'never'
END
t_sql rows.db "SELECT ext_id, date(created, 'unixepoch') FROM ticket" <<'END'
1|2026-01-04
4|2026-01-13
END

t_case 'many rows before the one that decides'
awk 'BEGIN { print "id,subject,created"
	for (i = 1; i <= 60000; i++)
		printf "%d,\"Export stops, number %d\",%02d/01/2026 09:00\n",
		    i, i, i / 5000 + 1 }' > many.csv
printf '60001,z\n' >> many.csv
t_run hs-import -q -d many.db --tz UTC many.csv
t_status 3
t_err_is <<'END'
hs-import: many.csv:60002: 2 cells where the header has 3: --lenient takes the rest as empty
END
t_run sh -c 'cat many.csv | hs-import -q -d many2.db --tz UTC -'
t_err '^hs-import: -:60002: 2 cells'
for db in many many2; do
	sqlite3 $db.db "SELECT count(*), count(DISTINCT created),
	    date(max(created), 'unixepoch') FROM ticket"
done > got
printf '60000|13|2026-01-13\n60000|13|2026-01-13\n' > want
t_same want got

t_case 'rows that wait for each other'
cat > explore.csv <<'END'
Ticket ID,Ticket group,Requester name,Ticket created - Timestamp,Ticket tags
7,Care,Ann,05/01/2026 10:00,a
7,Care,Ann,05/01/2026 10:00,c
8,Care,Bob,14/01/2026 11:00,b
END
t_run hs-import -q -d explore.db --tz UTC explore.csv
t_status 0
t_sql explore.db "SELECT ext_id, date(created, 'unixepoch'), tags FROM ticket" <<'END'
7|2026-01-05|["a","c"]
8|2026-01-14|["b"]
END
printf '9,Care,Cem,01/14/2026 12:00,b\n' >> explore.csv
t_run hs-import -q -d torn.db --tz UTC explore.csv
t_status 3
t_err "explore.csv:2: Ticket created - Timestamp: '05/01/2026 10:00': line 4 has the day first and line 5 the month"
t_sql torn.db 'SELECT count(*) FROM ticket' <<'END'
0
END

t_case 'a date within a cell'
cat > jira.csv <<'END'
Issue key,Issue Type,Summary,Status,Reporter,Created,Comment,Comment
A-1,Bug,x,Open,ann,05/01/2026 10:00,05/01/2026 11:00;bob;hi,14/01/2026 11:00;bob;there
END
t_run hs-import -q -d jira.db --tz UTC jira.csv
t_status 0
t_sql jira.db "SELECT date(at, 'unixepoch'), author FROM message ORDER BY at" <<'END'
2026-01-05|bob
2026-01-14|bob
END

t_done
