#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: files of no known vendor, mapping files, accounts, messages.
. "$(dirname "$0")/tap.sh"

t_case 'nested messages'
cat > g.ndjson <<'END'
{"id":"A-1","subject":"Login","status":"solved","created_at":"2026-01-05T10:00:00Z","channel":"chat","tags":["x","y"],"plan_code":"P7","custom_fields":{"region":"EU","none":null},"url":"https://a.example.com/x?y#z","description":"not read, the messages are","messages":[{"id":"m1","role":"customer","text":"I cannot log in","created_at":"2026-01-05T10:00:00Z"},{"role":"bot","body":"Reset it","at":1767607260},{"role":"agent","body":"done","at":"2026-01-05T10:10:00Z","private":true,"author":"Bob"}]}
{"id":"A-2","subject":"Shipping","description":"Where is it?","created":"2026-01-05T11:00:00Z"}
END
t_run hs-import -d g.db g.ndjson
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	2	2	0	0	0	0	0
message	4	4	0	0	0	0	0
END
t_sql g.db 'SELECT ext_id, subject, status, channel, tags, page, fields
    FROM ticket ORDER BY 1' <<'END'
A-1|Login|solved|chat|["x","y"]|https://a.example.com/x|{"region":"EU"}
A-2|Shipping|NULL|NULL|NULL|NULL|NULL
END
t_sql g.db 'SELECT t.ext_id, m.ext_id, said, public, kind, author, at, body
    FROM message m JOIN ticket t ON t.id = m.ticket
    JOIN message_text x ON x.message = m.id ORDER BY 1, m.seq' <<'END'
A-1|m1|1|1|reply|NULL|1767607200|I cannot log in
A-1|#1|2|1|reply|NULL|1767607260|Reset it
A-1|#2|3|0|note|Bob|1767607800|done
A-2|#description|1|1|reply|NULL|1767610800|Where is it?
END

t_case 'a source that knows no status'
printf '{"id":1,"subject":"a","messages":[{"role":"user","body":"x","at":1767607200}]}\n' \
    > nostatus.ndjson
t_run hs-import -d nost.db nostatus.ndjson
t_sql nost.db 'SELECT solved, solved_basis FROM ticket_stat' <<'END'
1767607200|assumed
END

t_case 'message records of their own'
t_run hs-import -d flat.db - <<'END'
{"message_id":"1","ticket_id":"T1","role":"customer","body":"hello","created_at":"2026-01-05T10:00:00Z"}
{"message_id":"2","ticket_id":"T1","role":"agent","body":"hi","created_at":"2026-01-05T10:01:00Z","internal":"no"}
END
t_status 0
t_sql flat.db 'SELECT t.ext_id, t.stub, m.ext_id, m.said, m.public FROM message m
    JOIN ticket t ON t.id = m.ticket ORDER BY 3' <<'END'
T1|1|1|1|1
T1|1|2|3|1
END

t_case 'a CSV with a message a row'
cat > m.csv <<'END'
message_id,conversation_id,author_type,message_body,message_created_at,private
1,T1,user,hello,2026-01-05T10:00:00Z,false
2,T1,bot,try this,2026-01-05T10:01:00Z,false
3,T1,admin,"a ""note""",2026-01-05T10:02:00Z,true
END
t_run hs-import -d m.db m.csv
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
message	3	3	0	0	0	0	0
END
t_sql m.db 'SELECT t.ext_id, m.ext_id, said, public, body FROM message m
    JOIN ticket t ON t.id = m.ticket
    JOIN message_text x ON x.message = m.id ORDER BY 2' <<'END'
T1|1|1|1|hello
T1|2|2|1|try this
T1|3|3|0|a "note"
END
t_sql m.db 'SELECT kind FROM message WHERE public = 0' \
    'a private message is a note, as when it is nested' <<'END'
note
END

t_case '--map for a CSV'
cat > odd.csv <<'END'
Vorgang,Betreff,Stand,Eröffnet,Frage,Wert
7,Rechnung falsch,offen,05.01.2026 10:00,"Was ist
das?",3
END
cat > odd.map <<'END'
# what this shop calls things
type = ticket
id = vorgang
subject = Betreff
created =   Eröffnet
description = Frage
END
t_run hs-import -d odd.db --tz Europe/Berlin --date-order dmy --map odd.map odd.csv
t_status 0
t_err ''
t_sql odd.db 'SELECT t.ext_id, subject, datetime(created, "unixepoch"), status,
    fields, body FROM ticket t JOIN message m ON m.ticket = t.id
    JOIN message_text x ON x.message = m.id' <<'END'
7|Rechnung falsch|2026-01-05 09:00:00|NULL|{"Stand":"offen","Wert":"3"}|Was ist
das?
END

t_case '--map for JSON: names of members of members'
cat > deep.map <<'END'
id = meta.key
subject = meta.heading
created = opened
requester = who.mail
END
t_run hs-import -d deepmap.db --map deep.map - <<'END'
{"meta":{"key":"K1","heading":"Broken"},"opened":1767607200,"who":{"mail":"ann@example.com"},"id":"not this"}
END
t_status 0
t_sql deepmap.db 'SELECT ext_id, subject, created, requester FROM ticket' <<'END'
K1|Broken|1767607200|ann@example.com
END

t_case '--map for messages'
cat > msg.map <<'END'
type = message
ticket = case
id = nr
role = who
body = said
at = when
END
t_run hs-import -d msgmap.db --map msg.map - <<'END'
nr,case,who,said,when
1,C9,customer,hi,2026-01-05T10:00:00Z
END
t_status 0
t_sql msgmap.db 'SELECT t.ext_id, m.ext_id, said, at, body FROM message m
    JOIN ticket t ON t.id = m.ticket
    JOIN message_text x ON x.message = m.id' <<'END'
C9|1|1|1767607200|hi
END

t_case 'a bad mapping file'
echo 'nonsense' > bad1.map
t_run hs-import -d no.db --map bad1.map odd.csv
t_status 2
t_err "bad1.map:1: not 'column = name in the export'"
printf '# fine\ncolour = x\n' > bad2.map
t_run hs-import -d no.db --map bad2.map odd.csv
t_status 2
t_err "bad2.map:2: no column 'colour' in a ticket"
echo 'type = dog' > bad3.map
t_run hs-import -d no.db --map bad3.map odd.csv
t_status 2
t_err "bad3.map:1: unknown type 'dog'"
t_run hs-import -d no.db --map missing.map odd.csv
t_status 2
t_err "cannot read 'missing.map'"
t_ok test ! -e no.db

t_case '--source'
t_run hs-import -d src.db --source shop-de g.ndjson
t_status 0
t_run hs-import -d src.db --source shop-fr g.ndjson
t_status 0
t_sql src.db 'SELECT s.name, s.vendor, count(*) FROM ticket t JOIN source s
    ON s.id = t.source GROUP BY 1 ORDER BY 1' <<'END'
shop-de|generic|2
shop-fr|generic|2
END
for name in Shop 'a b' '' a:b; do
	t_run hs-import -d nosrc.db --source "$name" g.ndjson
	t_status 2
	t_err "source '$name': small letters, digits and '-' only"
done
t_ok test ! -e nosrc.db

t_case '--as'
t_run hs-import -d as.db --as generic:message - <<'END'
{"id":1,"ticket":"T","text":"x","subject":"odd"}
END
t_status 0
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
message	1	1	0	0	0	0	0
END
t_run hs-import -d as2.db --as generic:account - <<'END'
id,subject
1,x
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
account	1	1	0	0	0	0	0
END
printf 'id,subject\n1,x\n' > plain.csv
for as in zendesk:tickt nosuch:ticket zendesk; do
	t_run hs-import -d as3.db --as "$as" plain.csv
	t_status 2
done

t_case 'accounts with the date from which values hold'
cat > acc.csv <<'END'
id,name,plan,mrr,currency,health,renewal,valid_from,created,advocate
a1,Foo,Starter,"$1,200.00",USD,green,2026-06-30,2025-01-01,2020-05-05,yes
a1,Foo,PRO,"$2,400.00",USD,red,2026-06-30,2026-01-01,2020-05-05,no
a2,Bar,,12k,,,,,,
END
t_run hs-import -d acc.db acc.csv
t_status 0
t_err ''
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
account	3	2	0	1	0	0	0
account_fact	13	13	0	0	0	0	0
END
t_sql acc.db 'SELECT a.ext_id, f.name, f.since, f.value, f.num
    FROM account_fact f JOIN account a ON a.id = f.account
    ORDER BY 1, 2, 3' <<'END'
a1|advocate|1735689600|yes|1.0
a1|advocate|1767225600|no|0.0
a1|currency|1735689600|USD|NULL
a1|currency|1767225600|USD|NULL
a1|health|1735689600|green|NULL
a1|health|1767225600|red|NULL
a1|mrr|1735689600|$1,200.00|120000.0
a1|mrr|1767225600|$2,400.00|240000.0
a1|plan|1735689600|starter|NULL
a1|plan|1767225600|pro|NULL
a1|renewal|1735689600|2026-06-30|1782777600.0
a1|renewal|1767225600|2026-06-30|1782777600.0
a2|mrr|-1|12k|1200000.0
END
t_sql acc.db 'SELECT ext_id, name, created FROM account ORDER BY 1' <<'END'
a1|Foo|1588636800
a2|Bar|NULL
END
cp acc.db before.db
t_run hs-import -d acc.db acc.csv
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
account	3	0	0	3	0	0	0
account_fact	13	0	0	13	0	0	0
END
t_same before.db acc.db 'accounts again: the same bytes'

t_case 'accounts as JSON, and a value that changed'
t_run hs-import -d acc.db - <<'END'
{"account_id":"a2","account_name":"Bar","mrr":"13k"}
END
t_status 0
t_sql acc.db 'SELECT f.num FROM account_fact f JOIN account a
    ON a.id = f.account WHERE a.ext_id = "a2"' <<'END'
1300000.0
END

t_case 'a bad value of an account is rejected alone'
t_run hs-import -d accbad.db - <<'END'
id,name,mrr,plan
a1,Foo,cheap,gold
a2,Bar,5,gold
END
t_status 3
t_err "^hs-import: -:2: bad mrr 'cheap'"
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
account	2	2	0	0	0	0	0
account_fact	4	3	0	0	0	1	0
END

t_case 'blanks in the names of facts'
t_run hs-import -d accname.db - <<'END'
id,name,mrr,Renewal Date,Churn Reason
a1,Foo,5,2026-06-30,price
END
t_sql accname.db 'SELECT name FROM account_fact ORDER BY 1' <<'END'
churn_reason
mrr
renewal
END

t_done
