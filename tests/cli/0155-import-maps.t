#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: what mapping files can say, and what columns of tables mean.
. "$(dirname "$0")/tap.sh"

t_case 'words that nobody knows are told once, and kept'
cat > fd.csv <<'END'
Ticket ID,Subject,Status,Agent interactions,Created time
1,a,Waiting on Warehouse,0,2026-01-05 10:00
2,b,Waiting on Warehouse,0,2026-01-05 10:00
3,c,On the bench,0,2026-01-05 10:00
4,d,Open,0,2026-01-05 10:00
END
t_run hs-import -d words.db --tz UTC fd.csv
t_status 0
t_err_is <<'END'
hs-import: freshdesk: no known status: 'Waiting on Warehouse' (2), 'On the bench' (1); kept as they are: say what they mean in a --map file, as 'status: Waiting on Warehouse = pending'
END
t_sql words.db 'SELECT ext_id, status, status_raw FROM ticket ORDER BY 1' <<'END'
1|NULL|Waiting on Warehouse
2|NULL|Waiting on Warehouse
3|NULL|On the bench
4|open|Open
END

t_case 'a mapping file of words alone goes with a table that is known'
cat > words.map <<'END'
status: waiting on warehouse = hold
status: On the bench = pending
END
t_run hs-import -d words.db --tz UTC --map words.map fd.csv
t_status 0
t_err ''
t_sql words.db 'SELECT t.ext_id, status, status_raw, s.name FROM ticket t
    JOIN source s ON s.id = t.source ORDER BY 1' <<'END'
1|hold|Waiting on Warehouse|freshdesk
2|hold|Waiting on Warehouse|freshdesk
3|pending|On the bench|freshdesk
4|open|Open|freshdesk
END
t_run hs-import -d wordsj.db --map words.map - <<'END'
{"url":"https://fern.zendesk.com/api/v2/tickets/5.json","id":5,"subject":"x","status":"open","created_at":"2026-01-05T10:00:00Z"}
END
t_sql wordsj.db 'SELECT name FROM source' 'and leaves records of vendors what they are' <<'END'
zendesk
END

printf 'where status = open\n' > only.map
t_run hs-import -d wordsw.db --map only.map - <<'END'
{"url":"https://fern.zendesk.com/api/v2/tickets/5.json","id":5,"subject":"x","status":"new","created_at":"2026-01-05T10:00:00Z"}
END
t_err_is 'a condition that has nothing to look at is told' <<'END'
hs-import: only.map:1: no 'status' in what was read
END

t_case 'words of roles'
printf '%s\n' 'ticket id,message id,role,at,body' \
    '7,1,Kunde,2026-01-05T10:00:00Z,a' '7,2,helper,2026-01-05T10:01:00Z,b' \
    '7,3,agent,2026-01-05T10:02:00Z,c' > roles.csv
t_run hs-import -d roles.db roles.csv
t_status 0
t_err "generic: no known role: 'Kunde' \(1\), 'helper' \(1\); .* as 'type = message' and 'role: Kunde = agent'"
printf 'type = message\nrole: Kunde = customer\nrole: helper = ai\n' > roles.map
t_run hs-import -d roles.db --map roles.map roles.csv
t_err ''
t_sql roles.db 'SELECT role, evidence FROM thread ORDER BY at' <<'END'
customer|NULL
ai|helper
agent|NULL
END
cat fd.csv > fd-again.csv
t_run hs-import -d roles2.db --tz UTC --map roles.map fd-again.csv roles.csv
t_sql roles2.db 'SELECT s.name, count(*) FROM ticket t
    JOIN source s ON s.id = t.source GROUP BY 1 ORDER BY 1' \
    'and tickets beside them stay tickets' <<'END'
freshdesk|4
generic|1
END

t_case 'a view, told whose it is'
cat > view.csv <<'END'
ID,Subject,Tags,Requested,Via,Mood [list]
9,x,late fee,2026-01-05 10:00,Web form,sour
END
t_run hs-import -d view.db --tz UTC --as zendesk:ticket view.csv
t_sql view.db 'SELECT s.name, tags, channel, created, fields FROM ticket t
    JOIN source s ON s.id = t.source' <<'END'
zendesk|["late","fee"]|web|1767607200|{"Mood":"sour"}
END

t_case 'a mapping file adds to what is known of a table'
printf 'category = Wing\npriority: Low = p4\n' > add.map
sed -i 's/Created time/Created time,Priority/; 2,$s/$/,Low/' fd.csv
sed 's/Priority/Priority,Wing/; 2,$s/$/,East/' fd.csv > fdwing.csv
t_run hs-import -d add.db --tz UTC --map add.map fdwing.csv
t_sql add.db 'SELECT DISTINCT s.name, category, priority, created, fields FROM ticket t
    JOIN source s ON s.id = t.source' <<'END'
freshdesk|East|p4|1767607200|NULL
END

t_case 'many words, in few lines'
{
	echo 'id,subject,status'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
		echo "$i,x,word $i"
	done
} > many.csv
t_run hs-import -d many.db many.csv
t_err "'word 8' \(1\) and 4 more; kept as they are"
t_ok test "$(wc -l < "$T_STATE/err")" -eq 1

t_case 'names of the file that are in no header'
cat > lost.map <<'END'
id = Nummer
subject = Betref
created = Angelegt
created = Erstellt
ignore = Farbe
where Aktiv = ja
END
printf 'Nummer,Betreff,Erstellt,Stand\n7,x,2026-01-05T10:00:00Z,\n' > lost.csv
t_run hs-import -d lost.db --map lost.map lost.csv
t_status 0
t_err_is <<'END'
hs-import: lost.map:2: no 'Betref' in what was read; not yet used are 'Betreff', 'Stand'
hs-import: lost.map:5: no 'Farbe' in what was read; not yet used are 'Betreff', 'Stand'
hs-import: lost.map:6: no 'Aktiv' in what was read; not yet used are 'Betreff', 'Stand'
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	1	0	0	0	0	0	1
END

t_case 'where: of one name any value, not this one, none at all'
cat > where.map <<'END'
type = ticket
id = id
subject = s
where kind = A
where kind = b
where gone != yes
where merged =
END
t_run hs-import -d where.db --map where.map - <<'END'
id,s,kind,gone,merged
1,x,a,,
2,x,B,no,
3,x,C,no,
4,x,A,YES,
5,x,A,,6
6,x,,,
END
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	6	2	0	0	0	0	4
END
t_run hs-import -d wherej.db --map where.map - <<'END'
{"id":1,"s":"x","kind":"a","gone":null,"merged":null}
{"id":2,"s":"x","kind":"b","gone":false,"merged":""}
{"id":3,"s":"x","gone":false}
{"id":4,"s":"x","kind":"a","gone":"yes","merged":null}
END
t_sql wherej.db 'SELECT ext_id FROM ticket ORDER BY 1' <<'END'
1
2
END
printf 'id = id\nsubject = s\ncreated = at\nwhere ok = 1\n' > drop.map
t_run hs-import -d drop.db --map drop.map - <<'END'
id,s,at,ok
1,x,never,0
2,x,never,1
END
t_status 3
t_err_is 'a row nobody wants is not looked at' <<'END'
hs-import: -:3: at: bad time 'never'
END

t_case 'version: which row is the newer'
cat > ver.map <<'END'
id = id
subject = s
version = changed
tz = UTC
END
t_run hs-import -d ver.db --map ver.map - <<'END'
id,s,changed
1,second,2026-01-06 10:00
1,first,2026-01-05 10:00
2,first,2026-01-05 10:00
2,second,2026-01-05 10:00
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	4	2	1	0	1	0	0
END
t_sql ver.db 'SELECT ext_id, subject FROM ticket ORDER BY 1' <<'END'
1|second
2|second
END

t_case 'zones: of the header, of the mapping file, of a pipeline'
cat > zone.csv <<'END'
id,subject,created (America/New_York),updated
1,x,2026-07-05 10:00,2026-07-05 10:00
END
t_run hs-import -d zone.db --tz Europe/Berlin zone.csv
t_sql zone.db "SELECT datetime(created, 'unixepoch'),
    datetime(updated, 'unixepoch') FROM ticket" <<'END'
2026-07-05 14:00:00|2026-07-05 08:00:00
END
t_run hs-import -d zone2.db zone.csv
t_status 3
t_err "zone.csv:2: updated: bad time .*: it has no zone, say --tz ZONE"
printf 'id,subject,created (Mars/Olympus)\n1,x,2026-07-05 10:00\n' > mars.csv
t_run hs-import -d zone3.db mars.csv
t_status 3
t_err 'it has no zone, say --tz ZONE'
printf 'id,subject,created,_fivetran_synced\n1,x,2026-07-05 10:00:00,2026-07-06 10:00:00\n' > ft.csv
t_run hs-import -d zone4.db ft.csv
t_status 0
t_sql zone4.db "SELECT datetime(created, 'unixepoch'), fields FROM ticket" <<'END'
2026-07-05 10:00:00|NULL
END
printf 'tz = Asia/Tokyo\nupdated = updated\n' > tokyo.map
t_run hs-import -d zone5.db --tz Europe/Berlin --map tokyo.map zone.csv
t_sql zone5.db "SELECT datetime(created, 'unixepoch'),
    datetime(updated, 'unixepoch') FROM ticket" <<'END'
2026-07-05 14:00:00|2026-07-05 01:00:00
END

t_case 'JSON in a cell, and what is none'
cat > cell.map <<'END'
id = id
subject = data.title
subject = fallback
requester = data.people.1.mail
tags = data.labels
END
cat > cell.csv <<'END'
id,data,fallback
1,"{""title"":""In the cell"",""people"":[{""mail"":""a@example.com""},{""mail"":""b@example.com""}],""other"":1}",no
2,"{""title"":",cut
3,plain,text
4,"{""title"":null}",null
END
t_run hs-import -d cell.db --map cell.map cell.csv
t_status 0
t_sql cell.db 'SELECT ext_id, subject, requester, fields FROM ticket ORDER BY 1' <<'END'
1|In the cell|b@example.com|NULL
2|cut|NULL|NULL
3|text|NULL|NULL
4|NULL|NULL|NULL
END

t_case 'of several names for a column the first that says something'
printf 'id = id\nsubject = b\nsubject = a\n' > first.map
t_run hs-import -d first.db --map first.map - <<'END'
id,a,b
1,A,B
2,A,
END
t_sql first.db 'SELECT ext_id, subject FROM ticket ORDER BY 1' <<'END'
1|B
2|A
END
t_run hs-import -d first2.db - <<'END'
Id,Requester,Requester id,Subject
1,Ann,17,x
2,Bob,,x
END
t_sql first2.db 'SELECT ext_id, requester FROM ticket ORDER BY 1' \
    'an id is better than a name, wherever it stands' <<'END'
1|17
2|Bob
END

t_case 'events, surveys and suggestions in tables'
cat > ev.map <<'END'
type = event
vendor = zendesk
tz = UTC
ticket = ticket_id
at = updated
field = field_name
new = value
old = was
actor = user_id
field: assignee_id = assignee
END
cat > ev.csv <<'END'
ticket_id,field_name,updated,user_id,value,was
7,status,2026-01-05 10:00,900,ON-HOLD,OPEN
7,assignee_id,2026-01-05 10:01,900,901,
7,status,2026-01-05 10:02,900,solved,on-hold
END
t_run hs-import -d ev.db --map ev.map ev.csv
t_status 0
t_run hs-import -d ev.db -c kind,new,updated,unchanged --map ev.map ev.csv
t_out <<'END'
kind	new	updated	unchanged
event	0	0	3
END
t_sql ev.db 'SELECT field, old, new, actor FROM event ORDER BY at' <<'END'
status|open|hold|900
assignee|NULL|901|900
status|hold|solved|900
END
cat > su.map <<'END'
type = survey
vendor = freshdesk
ticket = case
score = stars
comment = words
rated = who
rated: machine = ai
END
t_run hs-import -d su.db --map su.map - <<'END'
case,stars,words,who
7,5,fine,machine
8,,,
9,eleven,,
END
t_status 3
t_err "'eleven' is no answer on the scale '1-5'"
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
survey	3	1	0	0	0	1	1
END
t_sql su.db 'SELECT kind, raw, value, satisfied, rated, comment FROM survey' <<'END'
csat|5|1.0|1|ai|fine
END

t_case 'tickets, comments and users of a warehouse, each by its map'
mkdir wh
for t in tickets comments; do
	cp "$T_ROOT/tests/vendors/fivetran-$t"/*.csv wh
done
t_run hs-import -d wh.db --map "$T_ROOT/samples/maps/fivetran-zendesk-comments.map" \
    wh/ticket_comment.csv
t_run hs-import -d wh.db --map "$T_ROOT/samples/maps/fivetran-zendesk-tickets.map" \
    wh/ticket.csv
t_status 0
cat > user.map <<'END'
type = person
vendor = zendesk
id = id
name = name
email = email
role = role
account = organization_id
END
t_run hs-import -d wh.db --map user.map - <<'END'
id,name,email,role,organization_id
900,Noor,noor@example.com,admin,
501,Ida,ida@example.com,end-user,66
END
t_status 0
t_sql wh.db 'SELECT key, ext_id, role, body FROM thread ORDER BY key, at, seq' <<'END'
zendesk:71|1|customer|It fails
zendesk:71|2|agent|Which browser?
zendesk:71|3|agent|Old plan
zendesk:72|4|customer|Export?
END

t_case 'a table of Explore again: the tags of now'
cat > ex.csv <<'END'
Ticket ID,Ticket created - Timestamp,Ticket status,Ticket tags
1,2026-01-05T10:00:00,Open,a
2,2026-01-05T10:00:00,Open,c
1,2026-01-05T10:00:00,Open,b
END
t_run hs-import -d ex.db --tz UTC ex.csv
t_run hs-import -d ex.db --tz UTC -c kind,read,new,updated,unchanged ex.csv
t_out <<'END'
kind	read	new	updated	unchanged
ticket	2	0	0	2
END
sed 's/Open/Solved/; 4d' ex.csv > ex2.csv
t_run hs-import -d ex.db --tz UTC ex2.csv
t_sql ex.db 'SELECT ext_id, status, tags FROM ticket ORDER BY 1' <<'END'
1|solved|["a"]
2|solved|["c"]
END
printf '3,never,Open,x\n3,2026-01-05T10:00:00,Open,y\n' >> ex.csv
t_run hs-import -d ex.db --tz UTC ex.csv
t_status 3
t_err "ex.csv:5: Ticket created - Timestamp: bad time 'never'"

t_case 'JSON, then CSV, then JSON: that of the JSON and the fields of the CSV'
cat > zd.ndjson <<'END'
{"url":"https://fern.zendesk.com/api/v2/tickets/501.json","id":501,"subject":"Refund","status":"solved","created_at":"2026-01-05T09:12:44Z","updated_at":"2026-01-06T09:12:30Z","requester_id":11,"organization_id":66,"assignee_id":900,"via":{"channel":"email"},"tags":["billing"],"priority":"high","custom_fields":[]}
END
cat > zd.csv <<'END'
Summation column,Id,Requester,Requester id,Subject,Tags,Status,Priority,Via,Created at,Updated at,Organization,Replies,Severity [list]
1,501,Ann,11,Refund,billing,Solved,High,Mail,2026-01-05 09:12,2026-01-06 09:12,Fern,3,S1
END
t_run hs-import -d jcj.db zd.ndjson
t_run hs-import -d jcj.db --tz UTC zd.csv
t_run hs-import -d jcj.db zd.ndjson
t_sql jcj.db 'SELECT created, account, assignee, priority, channel, tags,
    replies, fields FROM ticket' <<'END'
1767604364|66|900|high|email|["billing"]|3|{"Severity":"S1"}
END

t_case 'columns of the user and of the helpdesk by one name'
t_run hs-import -d own.db - <<'END'
Summation column,Id,Subject,Priority,Priority [list],Type [list],VIP [flag],VIP [txt],Language [list]
1,1,x,High,p1,Card,1,gold,Welsh
END
t_sql own.db 'SELECT priority, category, language, fields FROM ticket' <<'END'
high|NULL|NULL|{"Priority [list]":"p1","Type":"Card","VIP [flag]":"1","VIP [txt]":"gold","Language":"Welsh"}
END

t_case 'columns of one name, and of nearly one name'
t_run hs-import -d near.db - <<'END'
id,subject,tags,tags,tags (old),Others,Others
1,x,a b,"b,c",d,o1,o2
END
t_sql near.db 'SELECT tags, fields FROM ticket' <<'END'
["a","b","c"]|{"tags (old)":"d","Others":"o1","Others (2)":"o2"}
END

t_case 'a quote that keeps a spreadsheet from calculating'
t_run hs-import -d quote.db - <<'END'
id,subject,status
1,'=1+1,open
2,'tis,open
3,''-x,open
END
t_sql quote.db 'SELECT subject FROM ticket ORDER BY ext_id' <<'END'
=1+1
'tis
''-x
END

t_case 'a header alone is no record and no fault'
for dir in "$T_ROOT"/tests/vendors/*/; do
	for f in "$dir"*.csv; do
		[ -f "$f" ] || continue
		sed 1q "$f" > head.csv
		t_run hs-import -d "head.db" head.csv
		t_status 0
		grep -v -e skipped: -e 'no column is known as the id' "$T_STATE/err" > err
		mv err "$T_STATE/err"
		t_err ''
		t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
END
	done
done

t_case 'a mapping file that goes wrong late'
printf 'id = a\nsubject = b\nstatus: x = open\nwhere c = d\ncolour = e\n' > late.map
t_run hs-import -d late.db --map late.map fd.csv
t_status 2
t_err "late.map:5: no column 'colour' in a ticket"

t_case 'the maps that are shipped can be read'
for f in "$T_ROOT"/samples/maps/*.map; do
	: > empty
	t_run hs-import -d maps.db --map "$f" empty
	t_status 0
	t_err ''
done
t_done
