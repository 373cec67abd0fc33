#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-show: a ticket to be read, also one that means harm, and as JSON.
. "$(dirname "$0")/tap.sh"

cat > in.ndjson <<'END'
{"id":1,"subject":"Refund","status":"solved","priority":"high","created":"2026-01-05T10:00:00Z","solved":"2026-01-05T12:00:00Z","updated":"2026-01-05T12:30:00Z","tags":["a","b"],"custom_fields":{"Plan":"Gold"},"satisfaction rating":5,"messages":[{"id":"m1","role":"customer","author":"u1","at":"2026-01-05T10:00:00Z","body":"Where is my refund?\n\nThanks"},{"id":"m2","role":"ai","at":"2026-01-05T10:01:00Z","body":"I am passing this on to our billing team now."},{"id":"m3","role":"agent","public":false,"kind":"note","at":"2026-01-05T10:02:00Z","body":"check"},{"id":"m4","role":"agent","at":"2026-01-05T11:00:00Z","body":"It was paid."}]}
{"id":2,"status":"open","created":"2026-01-06T10:00:00Z"}
END
cat > our.rules <<'END'
rules 1
dimension issue many refund
dimension complexity one low < high
default complexity low
tag refund
    set issue=refund
    when text ~ refund
    why Money back
END
hs-import -q -d a.db in.ndjson > "$T_STATE/log"

t_case 'text, not tagged yet'
t_run hs-show -d a.db 2
t_status 0
t_err ''
t_out <<'END'
generic:2
  created      2026-01-06T10:00:00Z
  status       open
END

t_case 'text'
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_run hs-show -d a.db 1
t_status 0
t_err ''
for line in '^generic:1  Refund$' '^  solved +2026-01-05T12:00:00Z$' \
    '^  complexity +low' '^  issue +refund +by refund: Money back$' \
    '^  \[0\] 2026-01-05T10:00:00Z  customer$' '^    Where is my refund\?$' \
    '^  \[1\] 2026-01-05T10:01:00Z  ai$' \
    '^  \[2\] .*agent.*(note|internal).*<- handoff' '^  path +ai_to_human$'; do
	t_ok grep -Eq "$line" "$T_STATE/out"
done

t_case 'order and keys'
printf 'generic:2\ngeneric:1\n' | hs-show -d a.db - | grep '^generic:' > "$T_STATE/out"
t_out <<'END'
generic:1  Refund
generic:2
END
t_run hs-show -d a.db
t_status 2
t_err 'name tickets, - for standard input, or -w'
t_run hs-show -d a.db -w "status = 'open'"
t_ok test "$(grep -c '^generic:' "$T_STATE/out")" -eq 1
t_run hs-show -d a.db -w 0
t_status 0
t_out < /dev/null
t_run hs-show -d a.db -f tsv 1
t_status 2

t_case 'JSON'
t_run hs-show -d a.db -f json 1
t_status 0
sqlite3 :memory: "SELECT json_extract(j, '\$.key'), json_extract(j, '\$.solved'),
    json_extract(j, '\$.vendor_tags[1]'), json_extract(j, '\$.fields.Plan'),
    json_extract(j, '\$.csat'), json_type(j, '\$.messages'),
    json_extract(j, '\$.message_count'),
    json_array_length(j, '\$.messages'), json_extract(j, '\$.messages[2].public'),
    json_extract(j, '\$.messages[0].body'), json_type(j, '\$.ticket')
    FROM (SELECT readfile('$T_STATE/out') AS j)" > got
cat > want <<'END'
generic:1|2026-01-05T12:00:00Z|b|Gold|1|array|4|4|0|Where is my refund?

Thanks|
END
t_same want got
hs-show -d a.db -f json -w 1 > both
t_ok test "$(wc -l < both)" -eq 2

# --- hostile ----------------------------------------------------------------

# t_plain what: standard input is free of bytes that act on a terminal.
t_plain() {
	LC_ALL=C tr -d "\t\n -~\200-\377" > odd
	if [ -s odd ]; then
		t_fail "no control byte in $1"
		od -c odd | head -n 3 | t_comment
	else
		t_pass "no control byte in $1"
	fi
}

t_case 'hostile tickets'
esc=$(printf '\033')
{
	printf '{"id":"1","subject":"\\u001b]0;title\\u0007 \\u001b[2J\\u009b31m \\r\\n fake","status":"open","team":"\\u001b[31mred","created":"2026-01-05T10:00:00Z","tags":["\\u001b[5m"],"custom_fields":{"\\u001b[1m":"\\u202e"},'
	printf '"messages":[{"id":"1","role":"customer","author":"\\u001b[7m","at":"2026-01-05T10:00:00Z","body":"a\\u0000b\\u0008\\u007f\\u0085\\u009b1m \\u202eevil\\u202c \\u2066x\\u2069 \\u200f \\u200e \\u061c \\ufeff \\u2028line\\u2029 \\u001bPq\\u001b\\\\ ok"},'
	printf '{"id":"2","role":"agent","public":false,"at":"2026-01-05T10:01:00Z","body":"\\n  [1] 2026-01-05T10:00:00Z  agent  <- handoff\\n    forged"}]}\n'
	printf '{"id":"x\\u001b[31m","subject":"key"}\n'
	printf '{"id":"3","subject":"%sraw","messages":[{"id":"1","role":"customer","at":1767600000,"body":"<script>alert(1)</script> &amp; \\ud83d\\ude00 \\ud800 e\\u0301"}]}\n' ""
} > evil.ndjson
hs-import -q -d evil.db evil.ndjson > "$T_STATE/log" 2>&1
cat > evil.rules <<'END'
rules 1
dimension issue many x
tag x
    set issue=x
    when text ~ evil|raw|key
    why an escape  in a reason
END
hs-tag -q -d evil.db --rules evil.rules > "$T_STATE/log"
hs-pick -d evil.db | t_plain 'what hs-pick prints'
hs-show -d evil.db -w 1 > shown
t_ok test -s shown
t_plain 'the text' < shown
# C1 controls, marks of direction, line and paragraph separators, in UTF-8
for bytes in '\302\205' '\302\233' '\342\200\256' '\342\200\254' \
    '\342\201\246' '\342\201\251' '\342\200\217' '\342\200\216' '\330\234' \
    '\342\200\250' '\342\200\251'; do
	# shellcheck disable=SC2059 # octal
	printf "$bytes" > pattern
	if LC_ALL=C grep -qFf pattern shown; then
		t_fail "no $bytes in the text"
	else
		t_pass "no $bytes in the text"
	fi
done
t_ok test "$(grep -c '^  \[1\]' shown)" -eq 1
t_ok test "$(grep -c '^  \[[0-9]*\]' shown)" -eq 3
hs-show -d evil.db -f json -w 1 > shown.json
t_plain JSON < shown.json
t_ok test "$(wc -l < shown.json)" -eq "$(hs-pick -d evil.db --count)"
for f in table tsv csv md json; do
	hs-tiers -d evil.db map -f $f > out 2>&1
	hs-tiers -d evil.db crosswalk -f $f >> out 2>&1
	t_plain "-f $f" < out
done
hs-show -d evil.db nope"${esc}[31m" > out 2>&1
t_plain 'a message' < out
hs-pick -d evil.db -w "no$esc" > out 2>&1
t_plain 'a message' < out
printf '%s[31mbad\n' "$esc" | hs-pick -d evil.db - > out 2>&1
t_plain 'a message' < out

t_case 'a long message'
awk 'BEGIN { printf "{\"id\":1,\"messages\":[{\"id\":1,\"role\":\"customer\",\"at\":1767600000,\"body\":\""
	for (i = 0; i < 200000; i++) printf "word %d ", i
	print "\"}]}" }' > long.ndjson
hs-import -q -d long.db long.ndjson > "$T_STATE/log"
t_run hs-show -d long.db 1
t_status 0
t_ok grep -q '199999' "$T_STATE/out"

t_done
