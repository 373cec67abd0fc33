#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: what stands around JSON records, and what is left of a file in
# which one of them is broken.
. "$(dirname "$0")/tap.sh"

ids='SELECT group_concat(ext_id) FROM (SELECT ext_id FROM ticket WHERE NOT stub ORDER BY CAST(ext_id AS INTEGER))'

# A Zendesk ticket, user, organization.
ticket() { # ID
	printf '{"id":%s,"url":"https://ex.zendesk.com/api/v2/tickets/%s.json","via":{"channel":"web"},"requester_id":7,"status":"open","subject":"s%s","tags":["a"],"custom_fields":[{"id":1,"value":"x"},{"id":2,"value":null}],"updated_at":"2026-01-02T00:00:00Z"}' "$1" "$1" "$1"
}
user() { # ID
	printf '{"id":%s,"url":"https://ex.zendesk.com/api/v2/users/%s.json","name":"U%s","role":"agent"}' "$1" "$1" "$1"
}

t_case 'envelopes'
{
	printf '{"stream":"tickets","emitted_at":1720179603378,"data":%s}\n' "$(ticket 1)"
	printf '{"_airbyte_ab_id":"u","_airbyte_emitted_at":1720179603378,"_airbyte_data":%s}\n' "$(ticket 2)"
	printf '{"_airbyte_raw_id":"u","_airbyte_data":"%s"}\n' "$(ticket 3 | sed 's/"/\\"/g')"
	printf '{"type":"RECORD","record":{"stream":"tickets","data":%s,"emitted_at":1720179603378}}\n' "$(ticket 4)"
	printf '{"type":"SCHEMA","stream":"tickets","schema":{"properties":{}},"key_properties":["id"]}\n'
	printf '{"type":"RECORD","stream":"tickets","record":%s,"time_extracted":"2024-07-05T11:40:03Z"}\n' "$(ticket 5)"
	printf '{"type":"STATE","value":{"bookmarks":{}}}\n'
	printf '{"stream":"users","data":%s}\n' "$(user 7)"
} > env.ndjson
t_run hs-import -d env.db env.ndjson
t_status 0
t_err_is < /dev/null
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	5	5	0	0	0	0	0
person	1	1	0	0	0	0	0
END
t_sql env.db "$ids; SELECT DISTINCT datetime(ver, 'unixepoch') FROM ticket" \
    'updated_at is the version' <<'END'
1,2,3,4,5
2026-01-02 00:00:00
END

t_case 'when it was emitted counts where the record says nothing'
printf '{"stream":"tickets","data":{"id":1,"subject":"new"},"emitted_at":1720179603378}\n' > new.ndjson
printf '{"stream":"tickets","data":{"id":1,"subject":"old"},"emitted_at":1720179600000}\n' > old.ndjson
t_run hs-import -d ver.db new.ndjson old.ndjson
t_run hs-import -d rev.db old.ndjson new.ndjson
for t_f in ver rev; do
	t_sql $t_f.db 'SELECT subject FROM ticket' <<'END'
new
END
done

t_case 'the name of the stream tells what the content does not'
cat > hint.ndjson <<'END'
{"stream":"companies","data":{"id":"c1","title":"Acme"}}
{"stream":"tickets","data":{"id":"1","subject":"x"}}
{"stream":"users","data":{"id":"9","subject":"no ticket"}}
END
t_run hs-import -d hint.db hint.ndjson
t_status 3
t_err_is <<'END'
hs-import: hint.ndjson:3: cannot tell what this record of 'users' is: say --as vendor:type or --map FILE
END
t_sql hint.db "$ids; SELECT ext_id FROM account" <<'END'
1
c1
END

t_case 'wrappers'
{
	printf '{"ticket":%s}\n' "$(ticket 1)"
	printf '{"tickets":[{"ticket":%s},{"ticket":%s}]}\n' "$(ticket 2)" "$(ticket 3)"
	printf '{"_embedded":{"tickets":[%s]},"page":{"size":1}}\n' "$(ticket 4)"
	printf '{"data":{"meta":{"n":1},"payload":[%s]}}\n' "$(ticket 5)"
	printf '{"_pagination":{"next":null},"_results":[%s]}' "$(ticket 6)"
	printf '{"results":[%s]}{"data":[%s],"meta":{}}' "$(ticket 8)" "$(ticket 9)"
	printf '\n{"ticket":%s,"users":[%s]}\n' "$(ticket 10)" "$(user 7)"
	printf '{"users":[%s],"ticket":%s}\n' "$(user 8)" "$(ticket 11)"
} > wrap.json
t_run hs-import -d wrap.db wrap.json
t_status 0
t_err_is < /dev/null
t_sql wrap.db "$ids; SELECT count(*) FROM person" <<'END'
1,2,3,4,5,6,8,9,10,11
2
END
for t_n in 1 2 3 4 5 6 7 8; do
	sed -n "${t_n}p" wrap.json > one.json
	t_run hs-import -d lines.db one.json
	t_status 0
done
t_sql lines.db "$ids" 'each alone' <<'END'
1,2,3,4,5,6,8,9,10,11
END

t_case 'side loads'
printf '{"count":2,"tickets":[%s,%s],"users":[%s],"organizations":[{"id":3,"url":"https://ex.zendesk.com/api/v2/organizations/3.json","name":"O"}],"next_page":null}' \
    "$(ticket 1)" "$(ticket 2)" "$(user 7)" > side.json
t_run hs-import -d side.db -c kind,new side.json
t_status 0
t_out <<'END'
kind	new
ticket	2
person	1
account	1
END

# A list in three layouts, its record number 50 replaced by a line of stdin.
broken() { # LAYOUT
	read -r t_bad
	case $1 in
	one) t_sep=false ;;
	*) t_sep="echo" ;;
	esac
	printf '{"tickets":['
	$t_sep
	t_n=1
	while [ $t_n -le 100 ]; do
		[ $t_n -gt 1 ] && { printf ','; $t_sep; }
		if [ $t_n -eq 50 ]; then
			printf '%s' "$t_bad"
		else
			ticket $t_n
		fi
		t_n=$((t_n + 1))
	done
	$t_sep
	printf '],'
	$t_sep
	printf '"users":[%s]}\n' "$(user 7)"
}
good=$(ticket 50)
for t_layout in one lines; do
	for t_break in 's/"subject"/subject"/' 's/"s50"/"s50/' 's/s50"/s"50"/' \
	    's/}$/}}/' 's/}$/]/' 's/"tags":\[/"tags":/' 's/"subject".*//' \
	    's/"open".*/"op/' 's/:50,/:tru,/' 's/,"subject"/"subject"/' 's/^/...,/'; do
		t_case "$t_layout, $t_break"
		printf '%s\n' "$good" | sed "$t_break" | broken $t_layout > b.json
		rm -f b.db
		t_run hs-import -d b.db b.json
		t_status 3
		t_line=51
		[ $t_layout = one ] && t_line=1
		t_err "^hs-import: b.json:$t_line: .*reading on at line "
		t_sql b.db "SELECT count(*) >= 99, max(CAST(ext_id AS INTEGER))
		    FROM ticket WHERE subject = 's' || ext_id;
		    SELECT count(*) FROM person;
		    SELECT count(*) FROM ticket WHERE subject IS NULL" <<'END'
1|100
1
0
END
	done
done

t_case 'a record that is not closed does not swallow the next'
{
	printf '[\n'
	for t_n in 1 2 3; do ticket $t_n; printf ',\n'; done
	ticket 4 | sed 's/,{"id":2.*//'
	printf ',\n'
	ticket 5
	printf ',\n'
	ticket 6
	printf '\n]\n'
} > open.json
t_run hs-import -d open.db open.json
t_status 3
t_err_is <<'END'
hs-import: open.json:5: the record is not closed: reading on at line 6
END
t_sql open.db "$ids" <<'END'
1,2,3,5,6
END

t_case 'the first and the last record'
{ printf '[\n'; ticket 1 | sed 's/"open"/"open/'; printf ',\n'; ticket 2; printf ',\n'; ticket 3 | sed 's/"tags".*//'; } > ends.json
t_run hs-import -d ends.db ends.json
t_status 3
t_err '^hs-import: ends.json:2: bad JSON: .*: reading on at line 3$'
t_err '^hs-import: ends.json:4: the file ends inside a record: is it complete\?$'
t_sql ends.db "$ids" <<'END'
2
END

t_case 'from the documentation'
printf '\357\273\277[\r\n  {"id": 1, "subject": "a"},\r\n  {"id": 2, "subject": "b"},\r\n  ...\r\n]\r\n' > dots.json
t_run hs-import -d dots.db dots.json
t_status 3
t_err "^hs-import: dots.json:4: bad JSON: .*'\.\.\.' stands where something is left out"
t_sql dots.db "$ids" <<'END'
1,2
END
printf '[{"id": 1, "subject": "a"},]' > comma.json
t_run hs-import -d comma.db comma.json
t_status 3
t_err 'comma.json:1: bad JSON: .*a comma or bracket too many'
t_sql comma.db "$ids" <<'END'
1
END

t_case 'over the limit: a string, an array, and what follows'
{
	printf '[\n{"id":1,"subject":"a"},\n{"id":2,"subject":"'
	head -c 2000000 /dev/zero | tr '\0' x
	printf '"},\n{"id":3,"subject":"c"},\n{"id":4,"subject":"d","tags":['
	head -c 600000 /dev/zero | sed 's/\x00/1,/g'
	printf '1]},\n{"id":5,"subject":"e"}\n]\n'
} > big.json
t_run hs-import -d big.db --max-record 1000000 big.json
t_status 3
t_err '^hs-import: big.json:3: record over the limit: raise --max-record'
t_err '^hs-import: big.json:5: record over the limit: raise --max-record'
t_sql big.db "$ids" <<'END'
1,3,5
END
{ printf '{"id":1,"subject":"a"}\n{"id":2,"subject":"'; head -c 2000000 /dev/zero | tr '\0' x
	printf '"}\n{"id":3,"subject":"c"}\n'; } > big.ndjson
t_run hs-import -d bign.db --max-record 1000000 big.ndjson
t_status 3
t_err_is <<'END'
hs-import: big.ndjson:2: record over 1000000 bytes: raise --max-record
END
t_sql bign.db "$ids" <<'END'
1,3
END

t_case 'a giant among others, and what is broken behind it'
giant() { # ID
	printf '{"id":%s,"subject":"g","description":"' "$1"
	head -c 6000000 /dev/zero | tr '\0' y
	printf '\\u00e9"}'
}
{
	printf '{"n":1,"tickets":[\n{"id":1,"subject":"a"},\n'
	giant 2
	printf ',\n{"id":3,"subject":"c"},\n{"id":4,"subject":d},\n'
	giant 5
	printf '\n],"next":null}\n'
	giant 6
	printf '\n[{"id":7,"subject":"e"},'
	giant 8
	printf ',5,{"id":9,"subject":"f"}]'
} > giant.json
t_run hs-import -d giant.db giant.json
t_status 3
t_err '^hs-import: giant.json:5: bad JSON: .*: reading on at line 6$'
t_err '^hs-import: giant.json:9: not a JSON object$'
t_sql giant.db "$ids; SELECT DISTINCT length(body) FROM message_text" <<'END'
1,2,3,5,6,7,8,9
6000001
END
{ giant 1; echo; printf '{"id":2,"subject":"b"}\n'; giant 3; } > giant.ndjson
t_run hs-import -d giant2.db giant.ndjson
t_status 0
t_sql giant2.db "$ids; SELECT count(*) FROM message_text" <<'END'
1,2,3
2
END

t_case 'ten thousand arrays'
{ printf '[{"id":1,"subject":"a"},\n{"id":2,"x":'
	head -c 10000 /dev/zero | tr '\0' '['
	head -c 10000 /dev/zero | tr '\0' ']'
	printf '},\n{"id":3,"subject":"c"}]'; } > deep.json
t_run hs-import -d deep.db deep.json
t_status 3
t_err '^hs-import: deep.json:2: record nested too deep'
t_sql deep.db "$ids" <<'END'
1,3
END
head -c 10000 /dev/zero | tr '\0' '[' > arrays.json
t_run hs-import -d arrays.db arrays.json
t_status 3

t_case 'a list with a record a line is one list, a line with a list is records'
cat > listed.json <<'END'
{"results":[
{"id":1,"subject":"a"},
{"id":2,"subject":"b"}
]}
END
t_run hs-import -d listed.db listed.json
t_status 0
t_sql listed.db "$ids" <<'END'
1,2
END
printf '%s\n' '{"id":1,"subject":"a"}' '[{"id":2,"subject":"b"},{"id":3,"subject":"c"}]' > listlines.ndjson
t_run hs-import -d listlines.db listlines.ndjson
t_status 0
t_sql listlines.db "$ids" <<'END'
1,2,3
END

t_done
