#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag diff: what another rule set would change, against what hs-tag and
# hs-tiers say under the one and under the other; and that nothing is stored.
. "$(dirname "$0")/tap.sh"

cat > old.rules <<'END'
rules 1
dimension complexity one low < medium
dimension emotion one neutral < frustrated
dimension pattern one repeatable
dimension tier one automate < assist < human
dimension issue many refund login
dimension word many alpha beta
dimension gone many once
default complexity low
default emotion neutral
default pattern repeatable
default tier assist
tag refund
    set issue=refund
    when text ~ refund
tag login
    set issue=login
    when text ~ log ?in
tag alpha
    set word=alpha
    when text ~ alpha
tag gone
    set gone=once
    when text ~ alpha
tag automate
    set tier=automate
    when issue = login
END
# The same words for the same things, in another order and layout.
cat > same.rules <<'END'
rules 1

dimension word many beta alpha
dimension issue many refund login
dimension tier one   automate < assist < human
dimension pattern one repeatable
dimension gone many once
dimension emotion one neutral < frustrated
dimension complexity one low < medium
default tier assist
default pattern repeatable
default emotion neutral
default complexity low

# login comes first here
tag login
    set  issue=login
    when text ~ log ?in
    why  They cannot get in
tag alpha
    set  word=alpha
    when text ~ alpha
tag refund
    set  issue=refund
    when text ~ refund
tag gone
    set  gone=once
    when text ~ alpha
tag automate
    set  tier=automate
    when issue = login
END
# Emotion has a value more, which moves the index of the others.
sed -e '/^dimension gone/d' -e '/^tag gone/,/^tag auto/{/^tag auto/!d;}' \
    -e 's/neutral </calm < neutral </' -e 's/log ?in/password/' \
    -e 's/when issue = login/when word = alpha/' \
    -e '$a tag beta\n    set word=beta\n    when text ~ beta' old.rules > new.rules
t_ticket() {
	printf '{"id":%s,"status":"%s","created":%s,"solved":%s,"messages":[{"id":"1","role":"customer","at":%s,"body":"%s"}]}\n' \
	    "$1" "$2" $((1767600000 + $1 * 60)) $((1767610000 + $1 * 60)) \
	    $((1767600000 + $1 * 60)) "$3"
}
{
	t_ticket 1 solved 'login refund alpha'
	t_ticket 2 solved 'login'
	t_ticket 3 solved 'my password, alpha and beta'
	t_ticket 4 open 'login'
	t_ticket 5 solved 'refund'
	t_ticket 6 solved 'login and password'
	t_ticket 7 solved 'nothing'
	t_ticket 8 solved 'login'
	t_ticket 9 solved 'login'
} > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
cp a.db keep.db

t_as_before() {
	t_same keep.db a.db 'the database is as before'
	t_ok test ! -e a.db-wal
}

t_case 'the same rules in another form'
t_run hs-tag diff -d a.db old.rules same.rules
t_status 0
t_err ''
awk -F '\t' 'NF == 5 && $1 != "dimension" { n += $3; rows++ }
    END { print n, rows }' "$T_STATE/out" > got
echo '0 15' > want
t_same want got 'no dimension changes'
tail -n 1 "$T_STATE/out" > got
echo 'dimension	old	new	tickets	share	examples' > want
t_same want got 'and there is no change to list'
t_as_before

t_case differences
t_run hs-tag diff -d a.db old.rules new.rules
t_status 1
t_err ''
t_out <<'END'
dimension	declared	changed	tickets	share
complexity	both	0	9	0.000000
emotion	both	0	9	0.000000
pattern	both	0	9	0.000000
tier	both	6	9	0.666667
issue	both	5	9	0.555556
issue_all	both	6	9	0.666667
word	both	1	9	0.111111
gone	old	2	9	0.222222
path	both	0	9	0.000000
ceiling	both	5	8	0.625000
complexity_open	both	0	9	0.000000
emotion_open	both	0	9	0.000000
pattern_open	both	0	9	0.000000
tier_open	both	6	9	0.666667
issue_open	both	5	9	0.555556

metric	old	new	difference	x_old	x_new	n	status
ceiling.tagged	0.625000	0.250000	-0.375000	5	2	8	UNVERIFIED
ceiling.tagged.arrival	0.625000	0.250000	-0.375000	5	2	8	UNVERIFIED
ceiling.assist	0.375000	0.750000	0.375000	3	6	8	UNVERIFIED
ceiling.human	0.000000	0.000000	0.000000	0	0	8	UNVERIFIED
ceiling.kept	0.000000	0.000000	0.000000	0	0	8	UNVERIFIED
ceiling.unknown	0.000000	0.000000	0.000000	0	0	8	UNVERIFIED

dimension	old	new	tickets	share	examples
tier	automate	assist	5	0.555556	generic:2 generic:4 generic:6
tier	assist	automate	1	0.111111	generic:3
issue	login	unknown	4	0.444444	generic:2 generic:4 generic:8
issue	unknown	login	1	0.111111	generic:3
issue_all	login	-	5	0.555556	generic:1 generic:2 generic:4
issue_all	-	login	1	0.111111	generic:3
word	-	beta	1	0.111111	generic:3
gone	once	-	2	0.222222	generic:1 generic:3
ceiling	automate	assist	4	0.500000	generic:2 generic:6 generic:8
ceiling	assist	automate	1	0.125000	generic:3
tier_open	automate	assist	5	0.555556	generic:2 generic:4 generic:6
tier_open	assist	automate	1	0.111111	generic:3
issue_open	login	unknown	4	0.444444	generic:2 generic:4 generic:8
issue_open	unknown	login	1	0.111111	generic:3
END
t_as_before

t_case 'a selection, columns, formats'
t_run hs-tag diff -d a.db old.rules new.rules -c dimension,old,new,tickets 3 generic:5
t_status 1
sed -n '/^dimension.old/,$p' "$T_STATE/out" > got
cat > want <<'END'
dimension	old	new	tickets
tier	assist	automate	1
issue	unknown	login	1
issue_all	-	login	1
word	-	beta	1
gone	once	-	1
ceiling	assist	automate	1
tier_open	assist	automate	1
issue_open	unknown	login	1
END
t_same want got 'keys'
printf 'generic:3\nnone:9\n' > two.keys
t_run hs-tag diff -d a.db old.rules new.rules - < two.keys
t_status 3
t_err "no ticket 'none:9'"
t_run hs-tag diff -d a.db old.rules new.rules -w "subject = 'none'"
t_status 1
grep -c 'NOT-MEASURABLE' "$T_STATE/out" > got
echo 6 > want
t_same want got 'no ticket: only the dimension that is gone differs'
t_run hs-tag diff -d a.db old.rules new.rules -f json
t_status 1
sed -n '8p;16p;22p' "$T_STATE/out" > got
cat > want <<'END'
{"dimension":"gone","declared":"old","changed":2,"tickets":9,"share":0.222222}
{"metric":"ceiling.tagged","old":0.625000,"new":0.250000,"difference":-0.375000,"x_old":5,"x_new":2,"n":8,"status":"UNVERIFIED"}
{"dimension":"tier","old":"automate","new":"assist","tickets":5,"share":0.555556,"examples":"generic:2 generic:4 generic:6"}
END
t_same want got 'an object a line'

t_case 'what one set does not have'
sed -e '/^dimension tier/d' -e '/^default tier/d' -e '/^tag automate/,$d' old.rules > none.rules
t_run hs-tag diff -d a.db none.rules old.rules
t_status 1
sed -n '/^tier	new\|^ceiling.tagged	/p;/^tier	-/p' "$T_STATE/out" > got
cat > want <<'END'
tier	new	9	9	1.000000
ceiling.tagged	-	0.625000	-	0	5	8	NOT-MEASURABLE
tier	-	assist	3	0.333333	generic:3 generic:5 generic:7
tier	-	automate	6	0.666667	generic:1 generic:2 generic:4
END
sort got > sorted && sort want > want.sorted
t_same want.sorted sorted 'a ceiling that cannot be told has no difference'
echo 'dimension unused one a < b' | cat old.rules - > unused.rules
t_run hs-tag diff -d a.db old.rules unused.rules
t_status 1
t_ok grep -q '^unused	new	0	9	0.000000$' "$T_STATE/out"

t_case 'stored rule sets'
hs-tag -q -d a.db --rules old.rules > "$T_STATE/log"
sqlite3 a.db 'SELECT substr(hash, 1, 6) FROM ruleset' > prefix
read -r hash < prefix
cp a.db keep.db
t_run hs-tag diff -d a.db "$hash" old.rules
t_status 0
t_run hs-tag diff -d a.db "$hash" new.rules
t_status 1
t_ok grep -q '^ceiling.tagged	0.625000	0.250000	-0.375000	' "$T_STATE/out"
t_as_before
# What is stored and fresh is believed, what is stale is made again.
sqlite3 a.db "UPDATE tagging SET emotion = 1 WHERE ticket IN (7, 8);
    UPDATE tagging SET rev = rev - 1 WHERE ticket = 8"
t_run hs-tag diff -d a.db "$hash" same.rules
t_status 1
grep '^emotion	' "$T_STATE/out" | sed 1d > got
echo 'emotion	frustrated	neutral	1	0.111111	generic:7' > want
t_same want got 'fresh tags are not made again, stale ones are'
cp keep.db a.db

t_case 'a path that nobody knows is unknown'
sqlite3 a.db 'UPDATE tagging SET path = 77 WHERE ticket = 7'
t_run hs-tag diff -d a.db "$hash" new.rules
t_status 1
t_ok grep -Eq '^path	unknown	[a-z_]+	1	' "$T_STATE/out"
cp keep.db a.db

t_case 'a tag by hand stands under both'
hs-tag set -q -d a.db 7 emotion=frustrated --why 'I know them' > "$T_STATE/log"
t_run hs-tag diff -d a.db old.rules same.rules
t_status 0
cp keep.db a.db

# Ticket 1 has two types, of which the first is not kept.
t_case 'the keep-human list of each'
sed '$a tag angry\n    set emotion=frustrated\n    when text ~ angry' old.rules > angry.rules
i=101
while [ $i -le 130 ]; do
	t_ticket $i solved 'login, and I am angry'
	i=$((i + 1))
done > angry.ndjson
hs-import -q -d b.db in.ndjson angry.ndjson > "$T_STATE/log"
t_run hs-tag diff -d b.db old.rules angry.rules
t_status 1
sed -n '/^ceiling.*	/p;/^tier	/p' "$T_STATE/out" > got
cat > want <<'END'
tier	both	0	39	0.000000
ceiling	both	34	38	0.894737
ceiling.tagged	0.921053	0.026316	-0.894737	35	1	38	UNVERIFIED
ceiling.tagged.arrival	0.921053	0.026316	-0.894737	35	1	38	UNVERIFIED
ceiling.assist	0.078947	0.078947	0.000000	3	3	38	UNVERIFIED
ceiling.human	0.000000	0.894737	0.894737	0	34	38	UNVERIFIED
ceiling.kept	0.000000	0.894737	0.894737	0	34	38	UNVERIFIED
ceiling.unknown	0.000000	0.000000	0.000000	0	0	38	UNVERIFIED
ceiling	automate	human	34	0.894737	generic:2 generic:6 generic:8
END
t_same want got 'a type that is kept counts as human'

t_case 'what cannot be'
t_run hs-tag diff -d a.db old.rules
t_status 2
t_err '^hs-tag: diff: name two rule sets'
t_run hs-tag diff -d a.db old.rules missing.rules
t_status 2
t_err 'missing.rules'
t_run hs-tag diff -d a.db 0123456789 old.rules
t_status 2
t_err "no rule set begins with '0123456789'"
t_run hs-tag diff -d a.db old.rules new.rules -c nothing
t_status 2
t_err nothing
t_as_before

# A field that is no column is found when tickets are read: the old set has been
# tagged by then.
sed -e '$a tag late\n    set word=beta\n    when no_such_column > 1' \
    -e '1a field no_such_column number' new.rules > late.rules
t_run hs-tag diff -d a.db new.rules late.rules
t_status 2
t_err 'R125'
t_as_before
t_run_to /dev/full hs-tag diff -d a.db old.rules new.rules
t_status 4
t_as_before

t_case 'killed at work'
cat > slow.rules <<'END'
rules 1
dimension d one a < b
tag slow
    set d=b
    when text ~ (x+x+)+y
END
awk 'BEGIN {
	for (t = 1; t <= 400; t++) {
		printf "{\"id\":%d,\"created\":1767600000,\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":1767600000,\"body\":\"", t
		for (i = 0; i < 20000; i++) printf "x"
		printf " y%d\"}]}\n", t
	}
}' > slow.ndjson
hs-import -q -d k.db slow.ndjson > "$T_STATE/log"
cp k.db keep.db
hs-tag diff -q -d k.db new.rules slow.rules > "$T_STATE/log" 2>&1 &
pid=$!
n=0
# it has begun to write once nobody else may
while [ $n -lt 200 ] && sqlite3 k.db 'BEGIN IMMEDIATE; ROLLBACK' 2> "$T_STATE/log"; do
	n=$((n + 1))
	sleep 0.02
done
sleep 0.2
if kill -9 "$pid" 2> "$T_STATE/log"; then
	t_pass 'it was still at work'
else
	t_fail 'it was still at work'
fi
wait "$pid" 2> "$T_STATE/log"
t_sql k.db 'PRAGMA integrity_check; SELECT count(*) FROM ruleset;
    SELECT count(*) FROM tagging; SELECT count(*) FROM ticket' <<'END'
ok
0
0
400
END

# --- the shipped pack --------------------------------------------------------

# Another pack: words that frustrate are taken out, a type is called otherwise.
generate --seed 6 --tickets 1500 exports > "$T_STATE/log" 2>&1
hs-import -q -d old.db exports > "$T_STATE/log"
cat > pack.rules <<'END'
rules 1
use default
drop frustrated-words
drop issue-login
drop segment-high-value
END
cp old.db new.db
cp old.db both.db
hs-tag -q -d old.db > "$T_STATE/log"
hs-tag -q -d new.db --rules pack.rules > "$T_STATE/log"

t_case 'the shipped pack'
t_run hs-tag diff -d both.db default pack.rules --last 90d --by solved
t_status 1
t_err ''
cp "$T_STATE/out" out
for side in old new; do
	hs-tiers -d $side.db ceiling -c metric,estimate,x,n,status |
	    awk -F '\t' '$5 == "UNVERIFIED" && $1 !~ /verified|handle/' |
	    cut -f 1-4 > want.$side
done
awk -F '\t' '/^ceiling\.[a-z]/ { print $1 "\t" $2 "\t" $5 "\t" $7 }' out > got.old
awk -F '\t' '/^ceiling\.[a-z]/ { print $1 "\t" $3 "\t" $6 "\t" $7 }' out > got.new
t_same want.old got.old 'the ceiling before is what hs-tiers says'
t_same want.new got.new 'the ceiling after too'
t_ok test "$(wc -l < got.new)" -eq 6
awk -F '\t' '$1 == "ceiling.tagged" { d = $6 - $5 }
    NF == 6 && $1 == "ceiling" && $2 == "automate" { d += $4 }
    NF == 6 && $1 == "ceiling" && $3 == "automate" { d -= $4; n++ }
    END { print d, (n > 0) }' out > got
echo '0 1' > want
t_same want got 'its difference is what went in less what went out'
t_run hs-tag diff -d both.db default pack.rules
cp "$T_STATE/out" out
for dimension in emotion tier issue; do
	sqlite3 -separator '	' old.db "ATTACH 'new.db' AS new;
	    SELECT '$dimension', coalesce(o.$dimension, 'unknown') AS a,
		coalesce(n.$dimension, 'unknown') AS b, count(*)
	    FROM main.tickets o JOIN new.tickets n ON n.key = o.key
	    WHERE o.$dimension IS NOT n.$dimension
	    GROUP BY a, b ORDER BY count(*) DESC, a, b" > want
	awk -F '\t' -v d=$dimension 'NF == 6 && $1 == d' out | cut -f 1-4 > got
	t_same want got "$dimension, pair by pair"
	t_ok test -s got
done
t_run hs-tag diff -d both.db -j 1 default pack.rules
t_same out "$T_STATE/out" 'whatever the number of threads'
t_run hs-tag diff -d both.db default pack.rules -f table
t_ok test "$(awk '{ n = length($0) > n ? length($0) : n } END { print n }' "$T_STATE/out")" -le 80
t_case 'the keep-human list does not depend on the selection'
hs-pick -d both.db | head -n 300 > some.keys
hs-tag diff -d both.db default pack.rules - < some.keys |
    awk -F '\t' '/^ceiling\.[a-z]/ { print $1 "\t" $3 "\t" $6 "\t" $7 }' > got
hs-tiers -d new.db ceiling -c metric,estimate,x,n,status - < some.keys |
    awk -F '\t' '$5 == "UNVERIFIED" && $1 !~ /verified|handle/' |
    cut -f 1-4 > want
t_same want got 'the ceiling of some tickets'
t_ok test "$(wc -l < got)" -eq 6

t_done
