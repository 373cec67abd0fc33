#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-sample draw, extend, list and verify: the same tickets wherever they are
# drawn, all that a draw was made from kept, and a proof from a file alone.
. "$(dirname "$0")/tap.sh"

# t_tickets from to: simple ones, of which every third names a crash.
t_tickets() {
	awk -v from="$1" -v to="$2" 'BEGIN {
		for (i = from; i <= to; i++)
			printf "{\"id\":%d,\"subject\":\"%s %d\",\"status\":\"solved\",\"category\":\"%s\",\"created\":\"2026-03-%02dT10:00:00Z\",\"solved\":\"2026-03-%02dT12:00:00Z\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":\"2026-03-%02dT10:00:00Z\",\"body\":\"%s, this is my request number %d\"},{\"id\":\"2\",\"role\":\"agent\",\"at\":\"2026-03-%02dT11:00:00Z\",\"body\":\"Please open the settings and press the button there.\"}]}\n",
			    i, i % 3 ? "Reset" : "Crash", i,
			    i % 7 ? "account" : "odd,\\tone\\n" i % 2,
			    i % 28 + 1, i % 28 + 1, i % 28 + 1,
			    i % 3 ? "How do I reset it" : "The app crashes",
			    i, i % 28 + 1 }'
}

cat > t.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension issue many reset crash
dimension tier one automate < assist < human
tag reset
    set issue=reset
    set complexity=low
    set emotion=neutral
    set pattern=repeatable
    set tier=automate
    when text ~ \breset\b
    why Reset
tag crash
    set issue=crash
    set complexity=high
    set emotion=neutral
    set pattern=judgment
    set tier=human
    when text ~ \bcrash
    why Crash
END
sed 's/complexity=low/complexity=high/; s/tier=automate/tier=human/' \
    t.rules > other.rules

t_tickets 1 240 > in.ndjson
sort -r in.ndjson > reverse.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules t.rules > "$T_STATE/log"
cp a.db tagged.db

t_case 'a draw prints keys and says what it did'
t_run hs-sample draw -v -d a.db -n 60 --seed 2026Q1 --frame frame.tsv
t_status 0
t_err 'review-1: 60 of 240 tickets, 2 strata; frame [0-9a-f]{12}$'
t_ok test "$(grep -c '^generic:' "$T_STATE/out")" -eq 60
cp "$T_STATE/out" drawn
t_sql a.db "SELECT name, ceiling, N, n_drawn FROM sample_stratum ORDER BY 1" <<'END'
ceiling=no|no|80|20
ceiling=yes|yes|160|40
END
t_sql a.db "SELECT dimension, value, sum(n) FROM sample_count
	WHERE dimension IN ('issue', 'tier', 'ceiling') GROUP BY 1, 2" <<'END'
ceiling|no|80
ceiling|yes|160
issue|crash|80
issue|reset|160
tier|automate|160
tier|human|80
END
t_sql a.db "SELECT count(*), sum(twice), min(at), max(at), count(DISTINCT at)
	FROM sample_ticket" <<'END'
60|9|1|60|60
END
t_sql a.db "SELECT DISTINCT t.complexity, t.issue, t.tier, h.ceiling
	FROM sample_ticket t JOIN sample_stratum h USING (sample, stratum)
	ORDER BY 1" <<'END'
high|crash|human|no
low|reset|automate|yes
END

t_case 'the numbers are SHA-256 of seed, 0x1F and key'
grep -v '^#' frame.tsv | while IFS='	' read -r key stratum; do
	printf '%s\t%s\t%s\n' "$stratum" \
	    "$(printf '2026Q1\037%s' "$key" | sha256sum | cut -c 1-16)" "$key"
done | sort > numbers
{
	awk -F '\t' '$1 == "ceiling=no"' numbers | head -n 20
	awk -F '\t' '$1 == "ceiling=yes"' numbers | head -n 40
} | cut -f 3 | sort > by-hand
sort drawn > by-program
t_same by-hand by-program 'the smallest of each stratum, as the shell finds them'
grep -v '^#' frame.tsv | sha256sum | cut -d ' ' -f 1 > hash.txt
sqlite3 a.db 'SELECT frame FROM sample' > stored
t_same hash.txt stored 'the hash of the frame is that of its lines'
grep -v '^#' frame.tsv | LC_ALL=C sort -c
t_ok test $? -eq 0

t_case 'the same wherever it is drawn'
hs-import -q -d b.db reverse.ndjson > "$T_STATE/log"
hs-tag -q -d b.db -j 1 --rules t.rules > "$T_STATE/log"
hs-sample draw -d b.db -n 60 --seed 2026Q1 --frame frame2.tsv > drawn2
t_same drawn drawn2 'imported in another order'
t_same frame.tsv frame2.tsv 'and the frame file'
cp tagged.db b.db
hs-sample draw -d b.db -n 60 --seed 2026Q2 > drawn2
t_ok test "$(sort drawn drawn2 | uniq -d | wc -l)" -lt 40

t_case 'a proof without a database'
t_run hs-sample verify -d no/where --frame frame.tsv --seed 2026Q1
t_status 0
t_err 'this draw: 240 tickets, 2 strata, frame [0-9a-f]{64}$'
sort "$T_STATE/out" | cut -f 1 > proved
t_same by-hand proved 'it prints what the seed chooses'
t_run hs-sample verify -d no/where --frame frame.tsv --seed 2026Q2
t_status 1
t_err 'not this draw: the seed chooses other tickets'
grep -v '^#' frame.tsv > bare.tsv
t_run hs-sample verify -d no/where --frame bare.tsv --seed 2026Q1 -n 60
t_status 0
sort "$T_STATE/out" | cut -f 1 > proved
t_same by-hand proved 'and from keys, strata and a number alone'
t_run hs-sample verify -d no/where --frame bare.tsv --seed 2026Q1
t_status 2
t_err 'does not say how many were drawn: give -n'

t_case 'a frame that was changed'
# t_forged sed-script message
t_forged() {
	sed "$1" frame.tsv > forged.tsv
	t_run hs-sample verify --frame forged.tsv --seed 2026Q1
	t_status 1
	t_err "$2"
}
t_forged '/^generic:17	/d' 'not this draw: the frame is not the one'
t_forged '/^# sha256/d; /^generic:17	/d' 'a stratum has not the tickets'
t_forged "/^# drawn	$(head -n 1 drawn)\$/d" 'the seed chooses other tickets'
t_forged "s/^# drawn	$(head -n 1 drawn)\$/# drawn	generic:9999/" \
    'the seed chooses other tickets'
printf 'b:2\tx\na:1\tx\n' > order.tsv
t_run hs-sample verify --frame order.tsv --seed s -n 1
t_status 4
t_err 'order.tsv:2: keys are not in bytewise order'
printf 'a:1\tx\nb:2\n' > short.tsv
t_run hs-sample verify --frame short.tsv --seed s -n 1
t_status 4
t_err 'short.tsv:2: not a key, a tab and a stratum'

t_case 'what comes later changes no sample'
hs-tag -q -d a.db --rules other.rules > "$T_STATE/log"
t_tickets 500 560 > later.ndjson
hs-import -q -d a.db later.ndjson > "$T_STATE/log"
t_run hs-sample verify -d a.db
t_status 0
t_run hs-sample extend -v -d a.db -n 100
t_status 0
t_err 'review-1: 100 of 240 tickets'
head -n 60 "$T_STATE/out" > first
t_same drawn first 'extending keeps the first sample, in its order'
t_sql a.db "SELECT count(*), count(DISTINCT at), max(at), sum(twice)
	FROM sample_ticket" <<'END'
100|100|100|15
END
t_sql a.db "SELECT count(*) FROM sample_ticket WHERE tier = 'automate'" <<'END'
67
END
t_run hs-sample verify -q -d a.db
t_status 0
t_run hs-sample extend -d a.db -n 100
t_status 2
t_err "'review-1' has 100 tickets already"
sqlite3 a.db "UPDATE sample_ticket SET ticket = (SELECT max(id) FROM ticket)
	WHERE at = 3"
t_run hs-sample verify -d a.db
t_status 1
t_err 'not this draw: the tickets are not those that the seed chooses'
sqlite3 a.db "DELETE FROM sample_frame WHERE ticket = 5"
t_run hs-sample verify -d a.db
t_status 1
t_err 'not this draw: the frame is not the one'

t_case 'strata by any column'
cp tagged.db b.db
t_run hs-sample draw -q -d b.db -n 120 --by category --by issue
t_status 0
t_sql b.db "SELECT name, N, n_drawn >= min(N, 5) FROM sample_stratum
	ORDER BY 1" <<'END'
ceiling=no,category=account,issue=crash|69|1
ceiling=no,category=odd; one 0,issue=crash|5|1
ceiling=no,category=odd; one 1,issue=crash|6|1
ceiling=yes,category=account,issue=reset|137|1
ceiling=yes,category=odd; one 0,issue=reset|12|1
ceiling=yes,category=odd; one 1,issue=reset|11|1
END
t_sql b.db "SELECT sum(N), sum(n_drawn) FROM sample_stratum" <<'END'
240|120
END
t_run hs-sample draw -q -d b.db -n 50 --by handle,category
t_status 0
t_sql b.db "SELECT count(*) <= 5, sum(N), min(n_drawn >= 5)
	FROM sample_stratum WHERE sample = 2" <<'END'
1|240|1
END
t_sql b.db "SELECT count(*) FROM sample_stratum
	WHERE sample = 2 AND name GLOB 'ceiling=*,other'" <<'END'
2
END
t_run hs-sample draw -d b.db --by requester
t_status 2
t_err "'requester' names tickets or people"
t_run hs-sample draw -d b.db --by no_such
t_status 2
t_err "'no_such' is no column of tickets"

t_case 'whom a sample speaks for'
t_run hs-sample draw -d b.db -n 5 --by created --since 2026-03-01 --until 2026-03-03 --sample two-days
t_status 0
t_run hs-sample draw -d b.db -n 5 -w "issue = 'crash'" --sample crashes
t_status 0
printf 'generic:3\ngeneric:6\ngeneric:1\n' | hs-sample draw -q -d b.db -n 2 - > few
t_ok test "$(wc -l < few)" -eq 3
t_run hs-sample list -d b.db -c sample,since,until,by,where,tickets,drawn,reviewed
t_status 0
t_out <<'END'
sample	since	until	by	where	tickets	drawn	reviewed
review-1	2025-12-29T00:00:00Z	2026-03-29T00:00:00Z	solved	-	240	120	0
review-2	2025-12-29T00:00:00Z	2026-03-29T00:00:00Z	solved	-	240	50	0
two-days	2026-03-01T00:00:00Z	2026-03-03T00:00:00Z	created	-	17	5	0
crashes	2025-12-29T00:00:00Z	2026-03-29T00:00:00Z	solved	issue = 'crash'	80	5	0
review-5	-	-	-	-	3	3	0
END

t_case 'nothing is kept of a draw that failed'
cp tagged.db b.db
t_run_to /dev/full hs-sample draw -d b.db -n 5
t_status 4
t_run hs-sample draw -d b.db -n 5 --frame no/where
t_status 4
t_sql b.db 'SELECT count(*) FROM sample' <<'END'
0
END
t_run hs-sample verify -d b.db
t_status 2
t_err 'no sample is drawn yet: hs-sample draw draws one'

t_case 'names'
t_run hs-sample draw -q -d b.db -n 5 --sample march
t_status 0
t_run hs-sample draw -q -d b.db -n 5 --sample march
t_status 2
t_err "there is a 'march' already"
hs-sample draw -q -d b.db -n 5 --sample review-3 > "$T_STATE/log"
t_run hs-sample draw -v -d b.db -n 5
t_status 0
t_err '^hs-sample: review-4: '
t_run hs-sample verify -d b.db --sample april
t_status 2
t_err "no sample 'april'; there is march, review-3, review-4"
t_run hs-sample draw -d b.db --sample 2026-01
t_status 2
t_run hs-sample verify -d b.db -n 5 --twice 0.5
t_status 2
t_err '--twice goes with draw'

t_case 'what is no number, no seed, no column is told, not left out'
# t_refused message option ...
t_refused() {
	message=$1
	shift
	t_run hs-sample "$@" -d b.db
	t_status 2
	t_err "$message"
}
t_refused '--seed: no control' draw --seed "$(printf 'a\177')"
t_refused '--seed: not UTF-8' draw --seed "$(printf 'a\377')"
t_refused '--by: at most 8' draw \
    --by issue,team,channel,status,priority,plan,tier,brand,form
t_refused '--by: at most 8' plan \
    --by issue,team,channel,status,priority,plan,tier,brand,form
for column in tags action; do
	t_refused "'$column' names tickets or people" draw --by $column
done

t_case 'a frame of nothing, or that cannot be read twice, is no proof'
for text in '' '# ' '# stratum	x	0	0'; do
	echo "$text" | sed '/^$/d' > empty.tsv
	t_run hs-sample verify --frame empty.tsv --seed s -n 1
	t_status 1
	t_err 'not this draw: there is no ticket in the frame'
done
t_run sh -c 'cat "$1" | hs-sample verify --frame /dev/stdin --seed 2026Q1' \
    sh frame.tsv
t_status 2
t_err 'read twice'
sed 's/^# sha256.*/# sha256	0/' frame.tsv > forged.tsv
t_run hs-sample verify --frame forged.tsv --seed 2026Q1
t_status 4
t_err "forged.tsv:2: not '# sha256 HASH'"

t_case 'a plan'
cp tagged.db b.db
t_run hs-sample plan -d b.db -c goal,tickets,minutes,margin,expect,unstratified,basis --margin 0.05
t_status 0
t_out <<'END'
goal	tickets	minutes	margin	expect	unstratified	basis
margin 0.05	148	148	0.0496	-	0.0497	worst case
END
t_run hs-sample plan -d b.db -c goal,tickets,minutes,strata --minutes 30 --pace 45
t_status 0
t_out <<'END'
goal	tickets	minutes	strata
30 minutes	40	30	2
END
hs-sample draw -q -d b.db -n 60 > "$T_STATE/log"
# Of the tagged 9 in 10 are right, of the others none is missed.
sqlite3 b.db "INSERT INTO review SELECT sample, ticket, 'ann', 'complexity', 'low'
	FROM sample_ticket;
INSERT INTO verdict SELECT t.sample, t.ticket, 'ann',
	CASE WHEN h.ceiling = 'yes' AND t.place % 10 > 0 THEN 'automate'
		ELSE 'human' END, 0
	FROM sample_ticket t JOIN sample_stratum h USING (sample, stratum)"
t_run hs-sample plan -d b.db -c goal,margin,expect,unstratified,basis -n 60
t_status 0
t_out <<'END'
goal	margin	expect	unstratified	basis
60 tickets	0.0732	0.6000	0.1052	review
END
t_run hs-sample draw -q -d b.db -n 60
t_sql b.db "SELECT name, n_drawn FROM sample_stratum WHERE sample = 2 ORDER BY 1" <<'END'
ceiling=no|11
ceiling=yes|49
END
t_run hs-sample draw -q -d b.db -n 60 --proportional
t_sql b.db "SELECT name, n_drawn FROM sample_stratum WHERE sample = 3 ORDER BY 1" <<'END'
ceiling=no|20
ceiling=yes|40
END
# One ticket of the newest is reviewed: it says nothing yet.
sqlite3 b.db "INSERT INTO review SELECT 3, ticket, 'ann', 'complexity', 'low'
	FROM sample_ticket WHERE sample = 3 AND at = 1;
INSERT INTO verdict SELECT 3, ticket, 'ann', 'human', 0
	FROM sample_ticket WHERE sample = 3 AND at = 1"
t_run hs-sample plan -d b.db -c expect,basis -n 60
t_status 0
t_out <<'END'
expect	basis
0.6000	review
END
t_run hs-sample plan -d b.db -f table --margin 0.05
t_status 0
t_ok test "$(awk 'length > 80' "$T_STATE/out" | wc -l)" -eq 0
t_ok grep -q 'basis' "$T_STATE/out"

t_case 'numbers that cannot be'
for t_option in '--margin 0.6' '--margin 0' '--minutes 0' '-n 0' '-n -9'; do
	# shellcheck disable=SC2086 # two words
	t_run hs-sample plan -d b.db $t_option
	t_status 2
	t_err "${t_option%% *}: "
done
t_run hs-sample draw -d b.db -n 0
t_status 2
t_err 'n: how many tickets to draw, 1 to 1000000'
t_run hs-sample extend -d b.db
t_status 2
t_err 'n: say how many tickets the sample is to have'
t_run hs-sample verify --frame bare.tsv --seed 2026Q1 -n 0
t_status 2
t_run hs-sample plan -d b.db -n -5
t_status 2
t_run hs-sample plan -d b.db --by issue,issue,issue,issue,issue,issue,issue,issue,issue
t_status 2
t_err 'at most 8 columns'

t_case 'nobody to draw from'
t_run hs-sample draw -v -d b.db --month 2020-01
t_status 0
t_err 'no ticket fits: nothing is drawn'
t_out < /dev/null
t_run hs-sample plan -v -d b.db --month 2020-01 -c goal
t_status 0
t_err 'no ticket fits: nothing to plan'

t_done
