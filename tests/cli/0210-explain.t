#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag --explain: every condition that held, under the rules that tagged.
. "$(dirname "$0")/tap.sh"

mkdir rules
cat > rules/base.rules <<'END'
rules 1
dimension issue many refund login
dimension size one low < high
dimension mood one calm < loud
default size low
tag refund
    set issue=refund
    when message ~ \brefunds?\b
    unless subject ~ ^ignore
    why Money back
END
cat > rules/our.rules <<'END'
rules 1
use base.rules
tag login
    set issue=login
    when subject ~ \blog ?in\b
    or message ~ \bsign in\b
    why Cannot get in
tag big
    set size=high
    when count(issue) >= 2
    and ticket.priority in high, urgent
    why Two things, and it is urgent
tag loud
    set mood=loud
    when message ~ !!
    unless message ~ thanks
    why Shouting
END
cat > in.ndjson <<'END'
{"id":1,"subject":"Login","status":"open","priority":"high","created":"2026-01-05T10:00:00Z","messages":[{"id":"1","role":"customer","at":"2026-01-05T10:00:00Z","body":"Hello there. Refund me."},{"id":"2","role":"customer","at":"2026-01-05T10:01:00Z","body":"Äh, the refunds!!"}]}
{"id":2,"subject":"ignore this","status":"open","created":"2026-01-05T10:00:00Z","messages":[{"id":"1","role":"customer","at":"2026-01-05T10:00:00Z","body":"refund!! thanks"}]}
{"id":3,"subject":"tab\tin \u001b[31mit\u202e","status":"open","created":"2026-01-05T10:00:00Z","messages":[{"id":"1","role":"customer","at":"2026-01-05T10:00:00Z","body":"sign in \u001b[31m"}]}
END
hs-import -q -d a.db in.ndjson > "$T_STATE/log"

t_case 'nothing is tagged yet'
t_run hs-tag -d a.db --explain 1
t_status 2
t_err 'nothing is tagged yet: run hs-tag'
t_run hs-tag -d a.db --rules rules/our.rules -c tagged
t_status 0

t_case 'what decided'
t_run hs-tag -d a.db --explain generic:1
t_status 0
t_err ''
cp "$T_STATE/out" full
cut -f 2,3,4,5,6,7,8,9 full > "$T_STATE/out"
t_out <<'END'
tag	rule	place	field	message	start	end	matched
issue=refund	refund	base.rules:8:10	message	0	13	19	Refund
issue=login	login	our.rules:5:10	subject	-	0	5	Login
size=high	big	our.rules:10:10	issue	-	-	-	2
size=high	big	our.rules:11:9	ticket.priority	-	-	-	high
mood=loud	loud	our.rules:15:10	message	1	16	18	!!
END
t_ok grep -q 'Money back' full

t_case 'a rule that was cancelled, and a default'
t_run hs-tag -d a.db --explain 2 -c tag,rule,why
t_status 0
t_out <<'END'
tag	rule	why
size=low	default	-
END

t_case 'the rules that tagged, not those of the file today'
sed 's/Money back/Something else/; s/refunds?/money/' rules/base.rules > changed
cp changed rules/base.rules
t_run hs-tag -d a.db --explain generic:1
t_same full "$T_STATE/out" 'the file has changed'
rm -r rules
t_run hs-tag -d a.db --explain generic:1
t_same full "$T_STATE/out" 'the file is gone'
(cd / && hs-tag -d "$T_DIR/a.db" --explain generic:1) > elsewhere
t_same full elsewhere 'from another folder'

t_case '--ruleset'
cat > second.rules <<'END'
rules 1
dimension issue many money
tag money
    set issue=money
    when message ~ refund
END
t_run hs-tag -d a.db --rules second.rules -c tagged
t_status 0
t_run hs-tag -d a.db --explain 1 -c tag,rule,matched
t_out <<'END'
tag	rule	matched
issue=money	money	Refund
END
first=$(sqlite3 a.db "SELECT hash FROM ruleset WHERE name LIKE '%our.rules'")
t_run hs-tag -d a.db --ruleset "$first" --explain 1
t_status 0
t_same full "$T_STATE/out" 'the whole name'
t_run hs-tag -d a.db --ruleset "$(echo "$first" | cut -c 1-8)" --explain 1
t_same full "$T_STATE/out" 'the beginning of the name'
t_run hs-tag -d a.db --ruleset 0123456789 --explain 1
t_status 2
t_err "no rule set begins with '0123456789'"
t_run hs-tag -d a.db --ruleset '' --explain 1
t_status 2

t_case 'keys on standard input, formats'
printf '1\nnope\n3\n' > keys
t_run hs-tag -d a.db --ruleset "$first" --explain -c key,tag - < keys
t_status 3
t_err "no ticket 'nope'"
t_out <<'END'
key	tag
generic:1	issue=refund
generic:1	issue=login
generic:1	size=high
generic:1	size=high
generic:1	mood=loud
generic:3	issue=login
generic:3	size=low
END
t_run hs-tag -d a.db --ruleset "$first" --explain -f json -c tag,start,end 3
t_status 0
t_out <<'END'
{"tag":"issue=login","start":0,"end":7}
{"tag":"size=low","start":null,"end":null}
END

t_case 'nothing is changed'
cp a.db before.db
t_run hs-tag -d a.db --explain 1 2 3
t_status 0
t_same before.db a.db
t_run hs-tag -d a.db --explain
t_ok test "$(cat "$T_STATE/status")" -le 2
t_same before.db a.db 'without keys'
t_run hs-tag -d a.db --explain nope
t_status 2
t_err "no ticket 'nope'"

t_case 'no byte of a ticket that acts on a terminal'
t_run hs-tag -d a.db --ruleset "$first" --explain -f table 3
t_status 0
t_ok test "$(tr -d '\n -~' < "$T_STATE/out" | wc -c)" -eq 0
t_case 'a terminal has few columns'
t_run hs-tag -d a.db --ruleset "$first" --explain -f table 3
t_ok grep -q '^tag  *rule  *matched$' "$T_STATE/out"
t_run hs-tag -d a.db --ruleset "$first" --explain -f table 3 2
t_ok grep -q '^key  *tag  *rule$' "$T_STATE/out"

t_case 'every tag of a ticket under the shipped pack is explained'
hs-import -q -d s.db "$T_ROOT/samples/exports" > "$T_STATE/log"
hs-tag -q -d s.db > "$T_STATE/log"
hs-pick -d s.db | hs-tag -d s.db --explain -c key,tag - |
    awk -F '\t' 'NR > 1 { n = split($2, tag, " ")
	for (i = 1; i <= n; i++) print $1 "\t" tag[i] }' | sort -u > told
sqlite3 -separator '	' s.db "SELECT key, dimension || '=' || value FROM tag
    WHERE dimension <> 'path' AND value <> 'unknown'" | sort -u > stored
t_ok test -s stored
comm -23 stored told > untold
t_ok test ! -s untold
comm -13 stored told | grep -E '	(issue|system|segment|trigger|decision)=' > lost
t_ok test ! -s lost

t_done
