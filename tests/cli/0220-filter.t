#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag --filter: NDJSON in, NDJSON out, no database.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
language en
dimension issue many refund login
dimension size one low < high
default size low
tag refund
    set issue=refund
    when text ~ \brefunds?\b
tag login
    set issue=login
    when text ~ \blog ?in\b
tag rich
    set size=high
    when account.arr >= 1000
tag bot
    set size=high
    when ticket.tag = bot
tag handed
    set size=high
    when path = ai_to_human
END

t_filter() {
	t_run hs-tag --filter --rules our.rules "$@"
}

t_case 'one line'
echo '{"id":"7","subject":"A refund"}' > in
t_filter < in
t_status 0
t_err ''
sqlite3 :memory: "SELECT json_extract(j, '\$.id'), json_extract(j, '\$.subject'),
    json_extract(j, '\$.tags.issue'), json_extract(j, '\$.tags.size')
    FROM (SELECT readfile('$T_STATE/out') AS j)" > got
echo '7|A refund|["refund"]|low' > want
t_same want got

t_case 'what is given is kept as it stands'
printf '%s\n' '{"x":[1.50,1e3,"\u00e9",{"b":null,"a":true}],"id":7,"y":12345678901234567890}' > in
t_filter < in
t_status 0
t_ok grep -Fq '"x":[1.50,1e3,' "$T_STATE/out"
t_ok grep -Fq '"y":12345678901234567890' "$T_STATE/out"

t_case 'facts and members'
cat > in <<'END'
{"id":"1","description":"I cannot log in"}
{"id":"2","subject":"x","account_arr":5000}
{"id":"3","subject":"x","tags":["bot","b"]}
{"id":"4","subject":"x","vendor_tags":["bot"]}
{"id":"5","messages":[{"role":"customer","body":"a refund","at":"2026-01-01T00:00:00Z"},{"role":"ai","body":"Hello"},{"role":"agent","body":"Hi"}]}
{"id":"6","messages":[{"role":"customer","body":"hello"},{"role":"agent","body":"a refund","public":false}]}
{"id":"7","ai_state":"handed_over"}
{}
END
t_filter < in
t_status 0
t_err ''
while read -r line; do
	printf '%s\n' "$line" > line
	sqlite3 -nullvalue - :memory: "SELECT json_extract(j, '\$.id'),
	    json_extract(j, '\$.tags.path'), json_extract(j, '\$.tags.issue'),
	    json_extract(j, '\$.tags.size') FROM (SELECT readfile('line') AS j)"
done < "$T_STATE/out" > got
cat > want <<'END'
1|no_reply|["login"]|low
2|-|[]|high
3|-|[]|high
4|-|[]|high
5|ai_to_human|["refund"]|high
6|no_reply|[]|low
7|ai_to_human|[]|high
-|-|[]|low
END
# A dimension without values may be an empty array or null.
sed -i 's/|-|\(low\|high\)$/|[]|\1/' got
t_same want got
t_ok grep -q '"vendor_tags":\["bot","b"\]' "$T_STATE/out"

t_case 'lines that are no object'
cat > in <<'END'
{"id":"1","subject":"refund"}
not json

[1,2]
{"id":"2","subject":"log in"
"text"
{"id":"3","subject":"log in"} trailing
{"id":"4","subject":"log in"}
{"id":"5","messages":7}
{"id":"6","subject":5}
END
t_filter < in
t_status 3
for n in 2 4 5 6 7; do
	t_err ":$n: "
done
t_ok grep -q '"id":"1"' "$T_STATE/out"
t_ok grep -q '"id":"4"' "$T_STATE/out"
t_ok test "$(wc -l < "$T_STATE/out")" -le 4
t_ok test "$(wc -l < "$T_STATE/err")" -ge 5

t_case 'a last line without line feed, carriage returns'
printf '{"id":"1"}\r\n{"id":"2"}' | t_filter
t_status 0
t_ok test "$(wc -l < "$T_STATE/out")" -eq 2

t_case 'not UTF-8, NUL bytes'
printf '{"id":"1","subject":"re\377fund"}\n{"id":"2","subject":"a\000b"}\n{"id":"3"}\n' |
    t_filter
t_ok test "$(cat "$T_STATE/status")" -le 3
t_ok grep -q '"id":"3"' "$T_STATE/out"

t_case 'deep nesting'
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "{\"a\":"; print "1" }' > deep
echo '{"id":"after"}' >> deep
t_filter < deep
t_status 3
t_ok grep -q '"id":"after"' "$T_STATE/out"

# --- many lines -------------------------------------------------------------

t_case 'order and threads'
awk 'BEGIN {
	for (i = 1; i <= 3000; i++) {
		n = i % 7 == 0 ? 200 : 1
		s = ""
		for (k = 0; k < n; k++)
			s = s "please send my refund now. "
		if (i % 500 == 0)
			print "broken " i
		printf "{\"id\":\"%d\",\"subject\":\"%s\"}\n", i, s
	}
}' > many
for j in 1 2 4; do
	t_filter -j $j < many
	t_status 3
	cp "$T_STATE/out" out.$j
	cp "$T_STATE/err" err.$j
done
t_same out.1 out.2 '-j1 and -j2 give the same bytes'
t_same out.1 out.4 '-j1 and -j4 give the same bytes'
t_same err.1 err.4 'the messages too'
grep -o '^{"id":"[0-9]*"' out.4 | tr -dc '0-9\n' > order
seq 1 3000 > want
t_same want order 'the order of the input'
t_ok test "$(wc -l < err.1)" -eq 6

t_case 'a file may be cut anywhere between lines'
grep -v '^broken' many > whole
t_filter < whole
cp "$T_STATE/out" out.whole
split -l 700 whole part.
for p in part.*; do
	hs-tag --filter --rules our.rules < "$p"
done > out.parts
t_same out.whole out.parts

t_case 'a line comes out while the input stays open'
mkfifo pipe
hs-tag --filter --rules our.rules < pipe > live 2> "$T_STATE/err" &
exec 9> pipe
cat many >&9
for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	[ "$(wc -l < live)" -le 500 ] || break
	sleep "0.$((tenth % 5 + 1))"
done
t_ok test "$(wc -l < live)" -gt 500
exec 9>&-
wait
t_ok test "$(wc -l < live)" -eq 3000

t_case 'the filter does as the database'
hs-import -q -d a.db "$T_ROOT/samples/exports" > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"
hs-pick -d a.db | hs-show -d a.db -f json - > shown
t_run hs-tag --filter < shown
t_status 0
t_err ''
cp "$T_STATE/out" filtered
t_ok test "$(wc -l < filtered)" -eq 120
sqlite3 -separator '	' f.db 'CREATE TABLE l (j TEXT)'
printf '.mode ascii\n.separator \001 \\n\n.import filtered l\n' | sqlite3 f.db
sqlite3 -nullvalue - f.db "SELECT json_extract(j, '\$.key'),
    json_extract(j, '\$.tags.path'),
    json_extract(j, '\$.tags.complexity'), json_extract(j, '\$.tags.emotion'),
    json_extract(j, '\$.tags.pattern'), json_extract(j, '\$.tags.tier'),
    json_extract(j, '\$.tags.approach'), json_extract(j, '\$.tags.issue'),
    json_extract(j, '\$.tags.segment'), json_extract(j, '\$.tags.system'),
    json_extract(j, '\$.tags.trigger') FROM l" | sed 's/|\[\]/|-/g' > by_filter
sqlite3 -nullvalue - a.db "SELECT key, path, complexity, emotion, pattern,
    tier, approach, issues, segments, systems, triggers FROM tickets
    ORDER BY source, ext_id" | sed 's/|\[\]/|-/g' > by_database
LC_ALL=C sort by_filter > one
LC_ALL=C sort by_database > two
t_same two one 'core tags and lists are the same'
sqlite3 -nullvalue - f.db "SELECT json_extract(j, '\$.key'),
    json_extract(j, '\$.tags.handoff_message'),
    json_extract(j, '\$.handoff_message') FROM l
    WHERE json_extract(j, '\$.tags.handoff_message') IS NOT
    json_extract(j, '\$.handoff_message')" > "$T_STATE/out"
t_out < /dev/null

t_case 'messages without a time stay where they are'
cat > in <<'END'
{"id":"1","messages":[{"role":"customer","body":"a refund","at":"2026-01-01T00:00:00Z"},{"role":"ai","body":"Hello"},{"role":"agent","body":"Hi"}]}
{"id":"2","messages":[{"role":"agent","body":"Hello","at":"2026-01-01T00:00:00Z"},{"role":"ai","body":"Hi"}]}
END
t_filter < in
grep -o '"path":"[a-z_]*"\|"handoff_message":[0-9a-z]*' "$T_STATE/out" > got
cp got "$T_STATE/out"
t_out <<'END'
"path":"ai_to_human"
"handoff_message":2
"path":"human_to_ai"
"handoff_message":null
END

t_case 'its own output may go in again'
hs-tag --filter --rules our.rules < whole > once
t_filter < once
t_ok test "$(cat "$T_STATE/status")" -le 3

t_case 'what does not go together'
t_filter key < in
t_status 2
t_run hs-tag --filter --rules gone.rules < in
t_status 2
t_err 'gone\.rules'

t_done
