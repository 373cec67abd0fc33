#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag: answers that say the same, what rules know of them, and clusters.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension answer-kind one closer < substantive
dimension pattern one repeatable < judgment
dimension issue many refund other
tag closer
    set answer-kind=closer
    when answer ~ glad to help
tag substantive
    set answer-kind=substantive
    when answer ~ refunded|museum|button
tag refund
    set issue=refund
    when text ~ money
tag other
    set issue=other
    when text ~ else
tag same
    set pattern=repeatable
    when cluster.size >= 5
    and cluster.durable >= 0.6
    and cluster.share >= 0.5
tag bad
    set pattern=judgment
    when cluster.durable < 0.6
END

# t_ticket id role reopened question answer: a solved ticket on day id
t_ticket() {
	t_at=$((1767225600 + $1 * 86400))
	t_more=
	[ "$3" = no ] || t_more=",{\"id\":\"4\",\"role\":\"customer\",\"at\":$((t_at + 500)),\"body\":\"It is still wrong here.\"},{\"id\":\"5\",\"role\":\"agent\",\"at\":$((t_at + 600)),\"body\":\"The museum opens at nine and the garden is closed in winter.\"}"
	printf '{"id":"%s","subject":"x","requester":"r%s","status":"closed","created":%d,"updated":%d,"conversation first closed at":%d,"reopens":%d,"messages":[{"id":"1","role":"customer","at":%d,"body":"%s"},{"id":"2","role":"%s","at":%d,"body":"%s"},{"id":"3","role":"agent","at":%d,"body":"Glad to help, %s!"}%s]}\n' \
	    "$1" "$1" $t_at $((t_at + 700)) $((t_at + 100)) "$([ "$3" = no ]; echo $?)" $t_at "$4" \
	    "$2" $((t_at + 60)) "$5" $((t_at + 90)) "Ann" "$t_more"
}

# Newlines as JSON has them, whatever echo does with a backslash.
t_say() {
	case $1 in
	1) printf '%s' 'Hi Ann,\nI have refunded 12.50 to your card. It takes five working days until you see it on your statement.' ;;
	2) printf '%s' 'Hello Bob, 8 EUR were refunded to your card. It takes three working days until you see it on the statement.\nKind regards,\nKim' ;;
	*) printf '%s' "Thank you for writing. We have refunded $1.00 to your card today. It can take $1 working days until you see it on your statement." ;;
	esac
}

for i in 1 2 3 4; do
	t_ticket $i agent no 'Where is my money please?' "$(t_say $i)"
done > four.ndjson
t_ticket 5 ai no 'Where is my money please?' "$(t_say 5)" > five.ndjson
t_ticket 6 agent no 'Something else, how do I start?' \
    'Hold the green button for a while until the light blinks.' > six.ndjson

# t_tags db: what every ticket has.
t_tags() {
	sqlite3 -batch -nullvalue - "$1" "SELECT key, pattern, pattern_basis,
	    cluster, cluster_size, round(cluster_durable, 2)
	    FROM tickets ORDER BY key"
}
t_tag() {
	t_run hs-tag -q -d "$1" --rules our.rules -c tickets,tagged,again
}

t_case 'four tickets with one answer are not enough'
hs-import -q -d a.db four.ndjson six.ndjson > "$T_STATE/log"
t_tag a.db
t_status 0
t_out <<'END'
tickets	tagged	again
5	5	0
END
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:1|-|-|generic:1|4|1.0
generic:2|-|-|generic:1|4|1.0
generic:3|-|-|generic:1|4|1.0
generic:4|-|-|generic:1|4|1.0
generic:6|-|-|-|1|1.0
END

t_case 'the fifth makes them repeatable, and the four are tagged again'
hs-import -q -d a.db five.ndjson > "$T_STATE/log"
t_tag a.db
t_out <<'END'
tickets	tagged	again
6	1	5
END
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:1|repeatable|cluster|generic:1|5|1.0
generic:2|repeatable|cluster|generic:1|5|1.0
generic:3|repeatable|cluster|generic:1|5|1.0
generic:4|repeatable|cluster|generic:1|5|1.0
generic:5|repeatable|cluster|generic:1|5|1.0
generic:6|-|-|-|1|1.0
END

t_case 'nothing new: nothing is tagged and nothing changes'
sqlite3 a.db .dump > before
t_tag a.db
t_out <<'END'
tickets	tagged	again
6	0	0
END
sqlite3 a.db .dump > after
t_same before after 'the same database'

t_case 'one load of all of it, and other threads, say the same'
hs-import -q -d b.db five.ndjson six.ndjson four.ndjson > "$T_STATE/log"
hs-tag -q -d b.db --rules our.rules -j 1 > "$T_STATE/log"
t_tags a.db > want
t_tags b.db > got
t_same want got 'the same tags'

t_case 'who is forgotten leaves the cluster'
cp a.db f.db
echo generic:r1 > who.txt
t_run hs-import -q -d f.db --forget who.txt
t_status 0
t_sql f.db "SELECT (SELECT count(*) FROM signature),
    (SELECT count(*) FROM answer)" <<'END'
5|5
END
t_tag f.db
t_out <<'END'
tickets	tagged	again
6	0	4
END
t_sql f.db "SELECT key, pattern, cluster, cluster_size FROM tickets
    WHERE key IN ('generic:1', 'generic:2')" <<'END'
generic:1|repeatable|NULL|NULL
generic:2|NULL|generic:2|4
END

t_case 'explain names the cluster and what it decided'
t_run hs-tag -d a.db --explain generic:2 -c tag,rule,field,matched
t_status 0
grep -E 'cluster' "$T_STATE/out" > shown
mv shown "$T_STATE/out"
t_out <<'END'
cluster=generic:1	cluster	cluster.size	5
cluster=generic:1	cluster	cluster.share	1.0000
cluster=generic:1	cluster	cluster.durable	1.0000
pattern=repeatable	same	cluster.size	5
pattern=repeatable	same	cluster.durable	1
pattern=repeatable	same	cluster.share	1
END

t_case 'clusters: the answers many got'
t_run hs-tag -d a.db clusters
t_status 0
t_out <<'END'
key	n	durable	lo	hi	by	issues	text
generic:1	5	1.000	0.566	1.000	both	refund 5	I have refunded <n> to your card. It takes five working days until you see it on your statement.
END
t_run hs-tag -d a.db clusters -f table generic:1 generic:2
t_status 0
t_out <<'END'
key  n  durable  lo  hi  by  issues  text
END

t_case 'a table fits the screen'
t_run hs-tag -d a.db clusters -f table
awk 'length > 80 { print "too wide: " $0 }
	NR == 2 && !/I have refunded/ { print "no text: " $0 }' "$T_STATE/out" > wide
t_same wide /dev/null 'at most 80 columns'

t_case 'those that came back count against it and have none themselves'
for i in 7 8 9 10; do
	t_ticket $i agent yes 'Where is my money please?' "$(t_say $i)"
done > back.ndjson
hs-import -q -d a.db back.ndjson > "$T_STATE/log"
t_tag a.db
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:1|judgment|cluster|generic:1|9|0.56
generic:10|-|-|generic:1|-|-
generic:2|judgment|cluster|generic:1|9|0.56
generic:3|judgment|cluster|generic:1|9|0.56
generic:4|judgment|cluster|generic:1|9|0.56
generic:5|judgment|cluster|generic:1|9|0.56
generic:6|-|-|-|1|1.0
generic:7|-|-|generic:1|-|-
generic:8|-|-|generic:1|-|-
generic:9|-|-|generic:1|-|-
END

t_case 'a filter knows no cluster'
head -n 1 four.ndjson | hs-tag --filter --rules our.rules > "$T_STATE/out"
grep -c '"pattern":"' "$T_STATE/out" > got
echo 0 > want
t_same want got 'no pattern'

t_case 'before anything is tagged'
hs-import -q -d c.db four.ndjson > "$T_STATE/log"
t_run hs-tag -d c.db clusters
t_status 2
t_err 'nothing is tagged yet'

t_case 'forty macros in other wordings come back, and closers are none of them'
"$(command -v awk)" -f "$T_ROOT/tests/bench/planted.awk" -v level=2 \
    -v variants=400 -v closers=100 > planted.ndjson
hs-import -q -d p.db planted.ndjson > "$T_STATE/log"
hs-tag -q -d p.db > "$T_STATE/log"
sh "$T_ROOT/tests/bench/planted.sh" p.db > "$T_STATE/out"
awk '$1 == "f1" && $2 < 0.9 || $1 == "closers" && $2 > 0' "$T_STATE/out" > bad
grep -c . "$T_STATE/out" > lines
echo 5 > want
t_same want lines 'all figures are there'
t_same bad /dev/null 'F1 of pairs of 0.9 and more'

t_done
