#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: what spreadsheets and exporters do to CSV.
. "$(dirname "$0")/tap.sh"

t_case 'byte order mark, CRLF, blanks in the header'
printf '\357\273\277 Id , Subject ,Status\r\n1,one,open\r\n2,two,solved\r\n' > bom.csv
t_run hs-import -d bom.db bom.csv
t_status 0
t_sql bom.db 'SELECT ext_id, subject, status FROM ticket ORDER BY 1' <<'END'
1|one|open
2|two|solved
END
printf '\357\273\277{"id":1,"subject":"one"}\n{"id":2,"subject":"two"}\n' > bom.ndjson
t_run hs-import -d bom2.db bom.ndjson
t_status 0
printf '\357\273\277[{"id":1,"subject":"one"}]' > bom.json
t_run hs-import -d bom3.db bom.json
t_status 0
t_sql bom3.db 'SELECT subject FROM ticket' <<'END'
one
END

t_case 'delimiters'
printf 'id;subject;status\n1;"a;b, c";open\n' > semi.csv
t_run hs-import -d semi.db semi.csv
t_status 0
t_sql semi.db 'SELECT ext_id, subject, status FROM ticket' <<'END'
1|a;b, c|open
END
printf 'id\tsubject\tstatus\n1\ta,b;c\topen\n' > tab.csv
t_run hs-import -d tab.db tab.csv
t_status 0
t_sql tab.db 'SELECT ext_id, subject, status FROM ticket' <<'END'
1|a,b;c|open
END
printf 'id;subject;"a,b,c,d,e"\n1;x;2\n' > quoted.csv
t_run hs-import -d quoted.db quoted.csv
t_sql quoted.db 'SELECT subject, fields FROM ticket' \
    'delimiters in quotes do not count' <<'END'
x|{"a,b,c,d,e":"2"}
END

t_case 'line feeds, quotes and blank lines inside a cell'
printf 'id,subject,status\n1,"two\nlines\n\nand ""quotes""",open\n\n\n2,"crlf\r\nhere",open\r\n3,last,open' \
    > lf.csv
t_run hs-import -d lf.db lf.csv
t_status 0
t_err ''
t_sql lf.db 'SELECT ext_id, hex(subject) FROM ticket ORDER BY 1' <<'END'
1|74776F0A6C696E65730A0A616E64202271756F74657322
2|63726C660D0A68657265
3|6C617374
END

t_case 'a message after such a cell names the right line'
printf 'id,subject,created\n1,"a\nb\nc",2026-01-05T10:00:00Z\n2,x,soon\n3,"d\ne",never\n' \
    > lines.csv
t_run hs-import -d lines.db lines.csv
t_status 3
t_err_is <<'END'
hs-import: lines.csv:5: created: bad time 'soon'
hs-import: lines.csv:6: created: bad time 'never'
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3	1	0	0	0	2	0
END

t_case 'lone carriage returns end lines'
printf 'id,subject\r1,one\r2,two\r' > cr.csv
t_run hs-import -d cr.db cr.csv
t_sql cr.db 'SELECT ext_id, subject FROM ticket ORDER BY 1' <<'END'
1|one
2|two
END

t_case 'headers that repeat, and a suffix that keeps two apart'
cat > dup.csv <<'END'
Id,Subject,Priority,Labels,Labels,Priority [list],Labels,Others,Others
1,x,High,a,b,Minor,,o1,o2
END
t_run hs-import -d dup.db dup.csv
t_status 0
t_sql dup.db 'SELECT priority, tags, fields FROM ticket' <<'END'
High|["a","b"]|{"Priority [list]":"Minor","Others":"o1","Others (2)":"o2"}
END

t_case 'the Zendesk account export'
cat > zd.csv <<'END'
Summation column,Id,Requester,Requester id,Requester external id,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Organization,Solved at,Satisfaction Score,Reopens,Replies,First reply time in minutes,Full resolution time in minutes,Priority [list]
1,501,Ann,11,,"Line one
line two",billing vip,Solved,-,Mail,Question,2026-01-05 09:12,2026-01-06 09:12:30,Foo,2026-01-06 09:00,Good,1,2,15,1440,Low
1,502,Bob,12,,Hi,,On-hold,High,Web form,-,2026-01-05 09:12,2026-01-06 09:12,,,Offered,0,0,,,
END
t_run hs-import -d zdcsv.db --tz UTC zd.csv
t_status 0
t_err ''
t_sql zdcsv.db 'SELECT s.name, t.ext_id, subject, tags, status, priority,
    channel, category, requester, t.account, solved - created, satisfied,
    reopens, replies, first_reply_s, resolution_s, fields FROM ticket t
    JOIN source s ON s.id = t.source ORDER BY 2' <<'END'
zendesk|501|Line one
line two|["billing","vip"]|solved|NULL|email|question|11|Foo|85680|1|1|2|900|86400|{"Priority [list]":"Low"}
zendesk|502|Hi|NULL|hold|high|web|NULL|12|NULL|NULL|NULL|0|0|NULL|NULL|NULL
END

t_case 'a row with too few or too many cells'
printf 'id,subject,status\n1,one,open\n2,two\n3,three,open,more\n4,four,open\n' > ragged.csv
t_run hs-import -d ragged.db ragged.csv
t_status 3
t_err_is <<'END'
hs-import: ragged.csv:3: 2 cells where the header has 3: --lenient takes the rest as empty
hs-import: ragged.csv:4: 4 cells where the header has 3
END
t_sql ragged.db 'SELECT ext_id FROM ticket ORDER BY 1' <<'END'
1
4
END
t_run hs-import -d ragged2.db --lenient ragged.csv
t_status 3
t_err 'ragged.csv:4: 4 cells'
t_sql ragged2.db 'SELECT ext_id, status FROM ticket ORDER BY 1' <<'END'
1|open
2|NULL
4|open
END

t_case 'a file cut in its last line'
printf 'id,subject,status\n1,one,open\n2,tw' > cut.csv
t_run hs-import -d cut.db cut.csv
t_status 3
t_err 'cut.csv:3: 2 cells where the header has 3'
t_sql cut.db 'SELECT ext_id FROM ticket' <<'END'
1
END

t_case 'broken quotes'
printf 'id,subject,status\n1,"one"x,open\n2,two "quoted" words,open\n3,three,open\n' > quote.csv
t_run hs-import -d quote.db quote.csv
t_status 3
t_err 'quote.csv:2: bad CSV: .*try --lenient'
t_err 'quote.csv:3: bad CSV: .*try --lenient'
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3	1	0	0	0	2	0
END
t_sql quote.db 'SELECT ext_id FROM ticket' <<'END'
3
END
sed 2d quote.csv > quote2.csv
t_run hs-import -d quote2.db --lenient quote2.csv
t_status 0
t_sql quote2.db 'SELECT ext_id, subject, status FROM ticket ORDER BY 1' <<'END'
2|two "quoted" words|open
3|three|open
END

t_case 'a quote that never ends'
printf 'id,subject,status\n1,one,open\n2,"two,open\n3,three,open\n' > open.csv
t_run hs-import -d open.db open.csv
t_status 3
t_err_is <<'END'
hs-import: open.csv:3: bad CSV: the file ends inside a quoted cell: try --lenient
END
t_sql open.db 'SELECT group_concat(ext_id) FROM ticket' \
    'what the quote would have taken is in' <<'END'
1,3
END

t_case 'times'
cat > time.csv <<'END'
id,subject,created
1,x,2026-01-05T10:00:00Z
2,x,2026-01-05T10:00:00.123456789+01:00
3,x,2026-01-05T10:00:00-0500
4,x,1767607200
5,x,1767607200123
6,x,1767607200.9
7,x,05/Jan/26 9:05 PM
8,x,2026-01-05
9,x,-
10,x,
END
t_run hs-import -d time.db --tz Europe/Berlin time.csv
t_status 0
t_sql time.db 'SELECT ext_id, datetime(created, "unixepoch") FROM ticket
    ORDER BY id' <<'END'
1|2026-01-05 10:00:00
2|2026-01-05 09:00:00
3|2026-01-05 15:00:00
4|2026-01-05 10:00:00
5|2026-01-05 10:00:00
6|2026-01-05 10:00:00
7|2026-01-05 20:05:00
8|2026-01-04 23:00:00
9|NULL
10|NULL
END
t_run hs-import -d time2.db time.csv
t_status 3
t_err "time.csv:8: created: bad time '05/Jan/26 9:05 PM': it has no zone, say --tz ZONE"
t_err "time.csv:9: created: bad time '2026-01-05': it has no zone"

t_case 'summer and winter'
printf 'id,subject,created\n1,x,2026-01-05 10:00\n2,x,2026-07-05 10:00\n' > dst.csv
t_run hs-import -d dst.db --tz America/New_York dst.csv
t_sql dst.db 'SELECT datetime(created, "unixepoch") FROM ticket ORDER BY id' <<'END'
2026-01-05 15:00:00
2026-07-05 14:00:00
END
for z in Nowhere/Land '' 25:00 ../Berlin /etc/passwd; do
	t_run hs-import -d zone.db --tz "$z" dst.csv
	t_status 2
	t_err "unknown zone '$z'"
done
t_ok test ! -e zone.db

# a folder of zones is no zone, though the C library takes it for UTC
t_run hs-import -d folder.db --tz Europe dst.csv
t_status 2

t_case 'the order of day and month'
printf 'id,subject,created\n1,x,08/01/2026 15:00\n' > order.csv
t_run hs-import -d order.db --tz UTC order.csv
t_status 3
t_err 'order.csv:2: created: bad time .*day or month first\? say --date-order dmy or mdy'
t_run hs-import -d dmy.db --tz UTC --date-order dmy order.csv
t_run hs-import -d mdy.db --tz UTC --date-order mdy order.csv
for db in dmy mdy; do
	sqlite3 $db.db 'SELECT datetime(created, "unixepoch") FROM ticket'
done > got
printf '2026-01-08 15:00:00\n2026-08-01 15:00:00\n' > want
t_same want got
t_run hs-import -d ymd.db --date-order ymd order.csv
t_status 2
t_err "date-order 'ymd': dmy or mdy"

t_case 'values that are none'
printf 'id,subject,reopens\n1,x,many\n2,x,3\n3,x,-\n4,x,null\n' > bad.csv
t_run hs-import -d bad.db bad.csv
t_status 3
t_err "bad.csv:2: reopens: bad reopens 'many'"
t_sql bad.db 'SELECT ext_id, reopens FROM ticket ORDER BY 1' \
    'unknown is not zero' <<'END'
2|3
3|NULL
4|NULL
END

t_case 'tags'
printf 'id,subject,tags\n1,x,"a, b c"\n2,x,a b\n3,x,"[""p"",""q""]"\n4,x,"[ai_bot"\n5,x,"[vip] urgent"\n' > tags.csv
t_run hs-import -d tags.db tags.csv
t_sql tags.db 'SELECT ext_id, json_valid(tags) FROM ticket ORDER BY 1' \
    'tags are a JSON array whatever the cell holds' <<'END'
1|1
2|1
3|1
4|1
5|1
END

t_case 'a record over --max-record is one reject'
awk 'BEGIN { print "id,subject"; print "1,a"
	for (s = "x"; length(s) < 600000; s = s s) ;
	print "2," s; print "3,b" }' > big.csv
t_run hs-import -d big.db --max-record 1024 big.csv
t_status 3
t_err 'big.csv:3: '
t_sql big.db 'SELECT ext_id FROM ticket ORDER BY 1' <<'END'
1
3
END
awk 'BEGIN { print "{\"id\":1,\"subject\":\"a\"}"
	for (s = "x"; length(s) < 5000; s = s s) ;
	print "{\"id\":2,\"subject\":\"" s "\"}"
	print "{\"id\":3,\"subject\":\"b\"}" }' > big.ndjson
t_run hs-import -d big2.db --max-record 1024 big.ndjson
t_status 3
t_err 'big.ndjson:2: record over 1024 bytes: raise --max-record'
awk 'BEGIN { print "{\"id\":1,\"subject\":\"a\"}"
	for (s = "x"; length(s) < 600000; s = s s) ;
	print "{\"id\":2,\"subject\":\"" s "\"}"
	print "{\"id\":3,\"subject\":\"b\"}" }' > huge.ndjson
t_run hs-import -d big3.db --max-record 100000 huge.ndjson
t_status 3
t_err_is <<'END'
hs-import: huge.ndjson:2: record over 100000 bytes: raise --max-record
END
t_sql big3.db 'SELECT ext_id FROM ticket ORDER BY 1' <<'END'
1
3
END
t_run hs-import -d big4.db huge.ndjson
t_status 0
t_run hs-import -d big5.db --max-record 10 huge.ndjson
t_status 2

t_done
