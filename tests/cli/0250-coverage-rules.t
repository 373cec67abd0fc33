#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag coverage: what each rule does for a selection, against what --explain
# and the stored tags say of the same tickets.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension mood one calm < cross < furious
dimension topic many refund login
dimension empty one never < ever
tag cross
    set mood=cross
    when text ~ cross
tag shouting
    set mood=furious
    set topic=refund
    when text ~ loud
tag furious
    set mood=furious
    when text ~ furious
tag refund
    set topic=refund
    when text ~ refund
tag login
    set topic=login
    when text ~ log ?in
END
t_ticket() {
	printf '{"id":%s,"created":%s,"messages":[{"id":"1","role":"customer","at":%s,"body":"%s"}]}\n' \
	    "$1" $((1767600000 + $1 * 86400)) $((1767600000 + $1 * 86400)) "$2"
}
{
	t_ticket 1 'cross'
	t_ticket 2 'cross and furious, refund'
	t_ticket 3 'loud and furious'
	t_ticket 4 'loud, a refund'
	t_ticket 5 'nothing at all'
} > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
cp a.db keep.db

t_case counts
t_run hs-tag coverage -d a.db --rules our.rules
t_status 0
t_err ''
t_out <<'END'
rule	place	sets	tickets	share	upper	alone	overlap	both	jaccard	conflicts	opponent	decided	example
cross	our.rules:5	mood=cross	2	0.400000	-	2	furious	1	0.333	1	furious	1	generic:1
shouting	our.rules:8	mood=furious topic=refund	2	0.400000	-	2	furious	1	0.333	0	-	2	generic:3
furious	our.rules:12	mood=furious	2	0.400000	-	1	cross	1	0.333	1	cross	1	generic:2
refund	our.rules:15	topic=refund	2	0.400000	-	1	shouting	1	0.333	0	-	1	generic:2
login	our.rules:18	topic=login	0	0.000000	0.434482	0	-	-	-	0	-	0	-
uncovered:mood	-	mood	1	0.200000	-	-	-	-	-	-	-	-	generic:5
uncovered:topic	-	topic	2	0.400000	-	-	-	-	-	-	-	-	generic:1
uncovered:empty	-	empty	5	1.000000	-	-	-	-	-	-	-	-	generic:1
END

t_case 'order, columns, formats'
t_run hs-tag coverage -d a.db --rules our.rules --sort tickets -c rule,tickets -w "key <> 'generic:4'"
t_status 0
t_out <<'END'
rule	tickets
cross	2
furious	2
shouting	1
refund	1
login	0
uncovered:mood	1
uncovered:topic	2
uncovered:empty	4
END
t_run hs-tag coverage -d a.db --rules our.rules -f table
t_status 0
t_out <<'END'
rule             tickets     share  alone  conflicts  decided
cross                  2  0.400000      2          1        1
shouting               2  0.400000      2          0        2
furious                2  0.400000      1          1        1
refund                 2  0.400000      1          0        1
login                  0  0.000000      0          0        0
uncovered:mood         1  0.200000      -          -        -
uncovered:topic        2  0.400000      -          -        -
uncovered:empty        5  1.000000      -          -        -
END
t_run hs-tag coverage -d a.db --rules our.rules -f json -c rule,upper,overlap
t_status 0
head -n 1 "$T_STATE/out" > got
echo '{"rule":"cross","upper":null,"overlap":"furious"}' > want
t_same want got 'null where there is no value'

t_case 'a selection'
t_run hs-tag coverage -d a.db --rules our.rules -c rule,tickets,share 2 generic:3
t_status 0
sed -n 2p "$T_STATE/out" > got
echo 'cross	1	0.500000' > want
t_same want got 'keys'
t_run hs-tag coverage -d a.db --rules our.rules -c rule,tickets,share,upper,example -w 0
t_status 0
sed -n '2p;7p' "$T_STATE/out" > got
printf 'cross\t0\t-\t1.000000\t-\nuncovered:mood\t0\t-\t-\t-\n' > want
t_same want got 'none: no share, and nothing is known of the rate'
t_run hs-tag coverage -d a.db --rules our.rules --sort size
t_status 2
t_err "^hs-tag: --sort: file or tickets, not 'size' "
t_run hs-tag --filter coverage -d a.db --rules our.rules -c rule -w 0
t_status 2
t_err '^hs-tag: --filter goes with no command '
t_run hs-tag coverage -d a.db --rules none.rules
t_status 2
t_err 'none.rules'

t_case 'nothing is stored'
t_same keep.db a.db 'the database is as before'

t_case 'a tag by hand is decided by no rule'
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_run hs-tag set -q -d a.db 1 mood=furious --why 'I was there'
t_status 0
t_run hs-tag coverage -d a.db --rules our.rules -c rule,tickets,decided
sed -n 2p "$T_STATE/out" > got
echo 'cross	2	0' > want
t_same want got 'the rule still fires'

t_case 'a rule that gives up'
cat > slow.rules <<'END'
rules 1
dimension d one a < b
tag slow
    set d=b
    when text ~ (x+x+)+y
END
{
	printf '{"id":1,"created":1767600000,"messages":[{"id":"1","role":"customer","at":1767600000,"body":"'
	awk 'BEGIN { for (i = 0; i < 60000; i++) printf "x" }'
	printf ' y"}]}\n{"id":2,"subject":"fine","created":1767600000}\n'
} > slow.ndjson
hs-import -q -d slow.db slow.ndjson > "$T_STATE/log"
t_run hs-tag coverage -d slow.db --rules slow.rules -c rule,tickets,upper
t_status 3
t_err '^hs-tag: 1 tickets have a rule that gave up'
t_out <<'END'
rule	tickets	upper
slow	0	0.793451
uncovered:d	2	-
END

# --- the shipped pack --------------------------------------------------------

generate --seed 5 --tickets 600 exports > "$T_STATE/log" 2>&1
hs-import -q -d b.db exports > "$T_STATE/log"
hs-tag -q -d b.db > "$T_STATE/log"

t_case 'the shipped pack'
t_run hs-tag coverage -d b.db -j 2
t_status 0
t_err ''
cp "$T_STATE/out" two
t_run hs-tag coverage -d b.db -j 1
t_same two "$T_STATE/out" 'whatever the number of threads'
hs-pick -d b.db | hs-tag -d b.db --explain -c key,rule - | sed 1d | sort -u |
    awk -F '\t' '$2 != "default" && $2 != "cluster" { n[$2]++ } END { for (r in n) print r, n[r] }' |
    sort > want
awk -F '\t' 'NR > 1 && $1 !~ /^uncovered:/ && $4 > 0 { print $1, $4 }' two |
    sort > got
t_same want got 'a rule fires on the tickets on which --explain shows it'
t_ok test "$(wc -l < got)" -gt 50
sqlite3 -separator ' ' b.db "SELECT r.id, count(*) FROM tagging g
    JOIN ruleset_rule r ON r.ruleset = g.ruleset AND r.number = g.emotion_by
    GROUP BY r.id ORDER BY r.id" > want
awk -F '\t' '$3 ~ /^emotion=/ && $13 > 0 { print $1, $13 }' two | sort > got
t_same want got 'it decided the tags that are stored as decided by it'
sqlite3 b.db "SELECT count(*) FROM tagged WHERE emotion = 'neutral' OR
    emotion IS NULL" > want
awk -F '\t' '$1 == "uncovered:emotion" { print $4 }' two > got
t_same want got 'a dimension that no rule touches is default or unknown'

t_done
