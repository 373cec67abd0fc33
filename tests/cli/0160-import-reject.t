#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: a bad record is one reject with its place, and the rest is in.
. "$(dirname "$0")/tap.sh"

t_case 'a bad line of NDJSON'
cat > bad.ndjson <<'END'
{"id":1,"subject":"a"}
{"id":2,"subject":"b"}}
{"id":3,"subject":"c"}
not JSON
{"id":4,"subject":"d"
[1,2]
{"id":5,"subject":"e"}
END
printf '{"id":6,"subj' >> bad.ndjson
t_run hs-import -d nd.db bad.ndjson
t_status 3
t_err '^hs-import: bad.ndjson:2: bad JSON: '
t_err '^hs-import: bad.ndjson:4: bad JSON: '
t_err '^hs-import: bad.ndjson:5: bad JSON: '
t_err '^hs-import: bad.ndjson:6: not a JSON object$'
t_err '^hs-import: bad.ndjson:8: bad JSON: .*EOF'
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3	3	0	0	0	0	0
unreadable	6	0	0	0	0	6	0
END
t_sql nd.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1,3,5
END
t_sql nd.db 'SELECT kind, read, new, rejected FROM import_run' <<'END'
ticket|3|3|0
END

t_case 'the first line is the bad one'
cat > first.ndjson <<'END'
{"id":1,"subject":"a"
{"id":2,"subject":"b"}
{"id":3,"subject":"c"}
END
t_run hs-import -d first.db first.ndjson
t_status 3
t_err '^hs-import: first.ndjson:1: '
t_sql first.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
2,3
END

t_case 'nothing but bad lines'
printf '{"a":1\n{"b"\n' > all.ndjson
t_run hs-import -d all.db all.ndjson
t_status 3

t_case 'a record in an array'
cat > rec.json <<'END'
[{"id":1,"subject":"a"},
 {"subject":"no id"},
 "text", 5, null,
 {"id":2,"subject":"b","created":"soon"},
 {"id":3,"subject":"c"}]
END
t_run hs-import -d rec.db rec.json
t_status 3
t_err_is <<'END'
hs-import: rec.json:2: no id
hs-import: rec.json:3: not a JSON object
hs-import: rec.json:3: not a JSON object
hs-import: rec.json:3: not a JSON object
hs-import: rec.json:4: created: bad time 'soon'
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	4	2	0	0	0	2	0
unreadable	3	0	0	0	0	3	0
END

t_case 'an array that breaks off'
printf '[{"id":1,"subject":"a"},\n{"id":2,"sub' > cut.json
t_run hs-import -d cut.db cut.json
t_status 3
t_err '^hs-import: cut.json:2: '
t_sql cut.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1
END
printf '[{"id":1,"subject":"a"},\n{"id":2,"subject":tru},{"id":3,"subject":"c"}]' > syntax.json
t_run hs-import -d syntax.db syntax.json
t_status 3
t_err '^hs-import: syntax.json:2: bad JSON: .*: reading on at line 2$'
t_sql syntax.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1,3
END

t_case 'ids'
cat > ids.csv <<'END'
id,subject
7253394974479.0,float
7.25E+12,lost
7.25339e+12,lost
9007199254740993123,exact
0042,zeros
 7 ,blanks
-1,minus
5002X00000AbCdEQAV,letters
12.50,not a float id
,none
END
t_run hs-import -d ids.db ids.csv
t_status 3
t_err "ids.csv:3: id '7.25E\+12' has lost its digits in a spreadsheet"
t_err "ids.csv:4: id '7.25339e\+12' has lost"
t_err 'ids.csv:11: no id'
t_sql ids.db 'SELECT ext_id, subject FROM ticket ORDER BY id' <<'END'
7253394974479|float
9007199254740993123|exact
0042|zeros
7|blanks
-1|minus
5002X00000AbCdEQAV|letters
12.50|not a float id
END
t_run hs-import -d idsj.db - <<'END'
{"id":7253394974479.0,"subject":"float"}
{"id":9007199254740993123,"subject":"exact"}
{"id":"0042","subject":"zeros"}
{"id":7.25E+12,"subject":"lost"}
{"id":null,"subject":"none"}
{"id":{"a":1},"subject":"object"}
{"id":"","subject":"empty"}
END
t_status 3
t_sql idsj.db 'SELECT ext_id FROM ticket ORDER BY id' <<'END'
7253394974479
9007199254740993123
0042
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	7	3	0	0	0	4	0
END

t_case 'nesting'
awk 'BEGIN {
	print "{\"id\":1,\"subject\":\"a\"}"
	printf "{\"id\":2,\"x\":"
	for (i = 0; i < 200; i++) printf "["
	for (i = 0; i < 200; i++) printf "]"
	print "}"
	print "{\"id\":3,\"subject\":\"b\"}"
}' > deep.ndjson
t_run hs-import -d deep.db deep.ndjson
t_status 3
t_err_is <<'END'
hs-import: deep.ndjson:2: bad JSON: nested deeper than 64
END
t_sql deep.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1,3
END
awk 'BEGIN {
	print "[{\"id\":1,\"subject\":\"a\"},"
	printf "{\"id\":2,\"x\":"
	for (i = 0; i < 200; i++) printf "{\"k\":["
	for (i = 0; i < 200; i++) printf "]}"
	print "},"
	print "{\"id\":3,\"subject\":\"b\"}]"
}' > deep.json
t_run hs-import -d deep2.db deep.json
t_status 3
t_err '^hs-import: deep.json:2: record nested too deep'
t_sql deep2.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1,3
END
awk 'BEGIN { for (i = 0; i < 200; i++) printf "["
	for (i = 0; i < 200; i++) printf "]" }' > arrays.json
t_run hs-import -d deep3.db arrays.json
t_status 3
awk 'BEGIN { for (i = 0; i < 200; i++) printf "{\"data\":"; printf "1"
	for (i = 0; i < 200; i++) printf "}" }' > objects.json
t_run hs-import -d deep4.db objects.json
t_status 3

t_case 'bytes that are not UTF-8'
printf 'id,subject\n1,caf\351\n2,caf\303\251\n3,cut \303\n4,A\314\212\n' > latin.csv
t_run hs-import -d utf.db latin.csv
t_status 0
t_sql utf.db 'SELECT ext_id, hex(subject) FROM ticket ORDER BY 1' \
    'replaced, and composed' <<'END'
1|636166EFBFBD
2|636166C3A9
3|63757420EFBFBD
4|C385
END
t_err_is <<'END'
hs-import: latin.csv: 2 texts have bytes that are not UTF-8, or NUL: they became U+FFFD
END
printf '{"id":1,"subject":"caf\351 \303\251"}\n' > latin.ndjson
t_run hs-import -d utf2.db latin.ndjson
t_status 0
t_sql utf2.db 'SELECT hex(subject) FROM ticket' <<'END'
636166EFBFBD20C3A9
END

t_case 'NUL'
printf 'id,subject,status\n1,a\000b,open\n' > nul.csv
t_run hs-import -d nul.db nul.csv
t_status 0
t_sql nul.db 'SELECT hex(subject), status FROM ticket' <<'END'
61EFBFBD62|open
END
printf '{"id":1,"subject":"a\\u0000b","custom_fields":{"x":"c\\u0000d"}}\n' > nul.ndjson
t_run hs-import -d nul2.db nul.ndjson
t_status 0
t_sql nul2.db 'SELECT hex(subject), json_valid(fields) FROM ticket' <<'END'
61EFBFBD62|1
END
printf '{"id":2,"subject":"y"}\n{"id":1,"subj\000ect":"x"}\n' > nul3.ndjson
t_run hs-import -d nul3.db nul3.ndjson
t_status 3
t_sql nul3.db 'SELECT ext_id FROM ticket' 'a raw NUL in JSON is one reject' <<'END'
2
END

t_case 'lone surrogates'
cat > sur.ndjson <<'END'
{"id":1,"subject":"high \ud83e alone"}
{"id":2,"subject":"low \udd16 alone"}
{"id":3,"subject":"pair \ud83e\udd16"}
{"id":4,"subject":"end \ud83e"}
END
t_run hs-import -d sur.db sur.ndjson
t_status 0
t_sql sur.db 'SELECT ext_id, subject FROM ticket WHERE ext_id = 3;
    SELECT count(*) FROM ticket; SELECT count(*) FROM ticket
    WHERE subject GLOB "*alone" OR subject GLOB "end*"' <<'END'
3|pair 🤖
4
3
END
sqlite3 sur.db 'SELECT subject FROM ticket' > sur.txt
t_ok iconv -f UTF-8 -t UTF-8 sur.txt

t_case 'control characters in a file name stay out of the message'
printf '{"id":1\n' > "$(printf 'a\033[31mb.json')"
t_run hs-import -d ctl.db "$(printf 'a\033[31mb.json')"
t_status 3
t_err '^hs-import: a\?\[31mb.json:'

t_case 'a record that cannot be told'
t_run hs-import -d what.db --as zendesk:nothing - <<'END'
{"id":1}
END
t_ok test "$(cat "$T_STATE/status")" -ge 2

t_case 'a message that is no object, and one without a time'
t_run hs-import -d odd.db - <<'END'
{"id":"1","subject":"a","messages":[["x"],{"id":"m1","role":"customer","body":"hello there","at":"2026-01-05T10:00:00Z"},{"id":"m2","role":"agent","body":"hello"},{"id":"m3","role":"agent","body":"bye","at":"2026-01-05T09:00:00Z"}]}
END
t_status 3
t_err '^hs-import: -:1: not a JSON object$'
t_sql odd.db 'SELECT messages, handle_s FROM ticket_stat' <<'END'
3|0
END

t_done
