#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Timings of the programs beside what is installed of their peers, in one run:
#   bench.sh BINDIR WORKDIR
# BENCH_TICKETS (100000) says how many tickets are made up and imported,
# BENCH_TAGGED (20000) how many go through the whole pipeline, and BENCH_RUNS (3)
# how often each import is run, in turn with the others; the median counts.
# BENCH_MATCHED (1000000) tickets are matched with the default pack in memory,
# BENCH_SAMPLE (5000) of them by a plain loop too; BENCH_STORED (100000) are
# imported from CSV and tagged in the database.
set -eu
bin=$1
dir=$2
n=${BENCH_TICKETS:-100000}
tagged=${BENCH_TAGGED:-20000}
rounds=${BENCH_RUNS:-3}
matched=${BENCH_MATCHED:-1000000}
sample=${BENCH_SAMPLE:-5000}
stored=${BENCH_STORED:-100000}
here=$(cd "$(dirname "$0")" && pwd)
pack=$here/../../samples/rules/default.rules
PATH=$bin:$PATH
rm -rf "$dir"
mkdir -p "$dir"
cd "$dir"
# shellcheck source=measure.sh
. "$here/measure.sh"

# One row a ticket, its messages in one cell; as flat as the peers can read.
make_csv() {
	sqlite3 -csv -header a.db "SELECT key AS id, subject, status, channel,
		team, assignee, category, priority, requester, account,
		strftime('%Y-%m-%d %H:%M:%SZ', created, 'unixepoch')
			AS created_at,
		(SELECT group_concat(body, ' ') FROM thread m
			WHERE m.ticket = t.ticket) AS description
		FROM tickets t" >tickets.csv
}

csv_round() {
	rm -f ours.db theirs.db utils.db
	run 'hs-import' hs-import -q -d ours.db tickets.csv
	peer 'sqlite3 .import' sqlite3 theirs.db '.import --csv tickets.csv t'
	peer 'sqlite-utils insert' sqlite-utils insert --silent utils.db t \
	    tickets.csv --csv
	peer 'miller, read and written' mlr --csv cat tickets.csv
}

ndjson_round() {
	rm -f ours.db utils.db
	run 'hs-import' hs-import -q -d ours.db "$nd"
	peer 'sqlite-utils insert' sqlite-utils insert --silent utils.db t \
	    "$nd" --nl
	peer 'miller, read and written' mlr --json cat "$nd"
	peer 'jq, read and written' jq -c . "$nd"
}

heading() { # TEXT FILE
	printf '\n%s: %s, %s MB, medians of %s runs in turn\n' "$1" \
	    "$(basename "$2")" "$(($(wc -c <"$2") / 1000000))" "$rounds"
}

in_turn() { # FUNCTION
	start_set
	i=0
	while [ "$i" -lt "$rounds" ]; do
		"$1"
		i=$((i + 1))
	done
}

import_csv() {
	heading 'import of CSV' tickets.csv
	in_turn csv_round
	compare tickets.csv
	target "at most 1/3 of the time of sqlite3 .import" \
	    "$(ratio "$(figure hs-import 2)" "$(figure 'sqlite3 .import' 2)")" \
	    ' of it' under 0.33334
	target 'peak memory under 256 MB' \
	    "$(megabytes "$(figure hs-import 4)")" ' MB' under 256
}

import_ndjson() {
	nd=exports/zendesk_tickets.ndjson
	heading 'import of NDJSON with messages' "$nd"
	in_turn ndjson_round
	compare "$nd"
	target 'at least 150 MB/s' \
	    "$(per_second "$nd" "$(figure hs-import 2)")" ' MB/s' over 150
	target 'ahead of sqlite-utils, which loads a database too' \
	    "$(ratio "$(figure hs-import 2)" \
		"$(figure 'sqlite-utils insert' 2)")" ' of its time' under 1
}

said() { # NAME: a figure of what `tagging` measured
	awk -F '\t' -v name="$1" '$1 == name { print $2 }' tagging.txt
}

# Only the matching, on one thread, both in the same run.
match_pack() {
	printf '\nmatching with the default pack: %s tickets, one thread\n' \
	    "$matched"
	tagging "$pack" "$matched" "$sample" >tagging.txt
	awk -F '\t' '{ printf "  %-30s%12s\n", $1, $2 }' tagging.txt
	echo '  (the loop runs every pattern on the sample, by PCRE2 JIT;'
	echo '  the ratio is of the two rates)'
	target 'at least 15 times the rate of the loop' "$(said ratio)" \
	    ' times' over 15
	target 'every rule with a pattern fires' \
	    "$(said 'rules that never fired')" ' never' under 0
	target 'the same hits without the prefilter' \
	    "$(said 'tickets that differ')" ' tickets differ' under 0
	target 'peak memory under 1 GB' "$(said 'peak MB')" ' MB' under 1000
}

# The same tickets in a database, all that hs-tag does with them.
tag_stored() {
	tagging "$pack" "$stored" csv >stored.csv
	printf '\ntagging in a database: %s tickets from %s MB of CSV, once\n' \
	    "$stored" "$(($(wc -c <stored.csv) / 1000000))"
	hs-import -q -d stored.db stored.csv >counts.txt
	cp stored.db again.db
	start_set
	run 'hs-tag -j1' hs-tag -q -d stored.db -j 1
	run 'hs-tag, every core' hs-tag -q -d again.db
	compare stored.csv
	for c in 'hs-tag -j1' 'hs-tag, every core'; do
		echo "$c: $(ratio "$stored" "$(figure "$c" 2)") tickets/s" |
		    sed 's/^/  /'
	done
	target 'peak memory under 1 GB' \
	    "$(megabytes "$(figure 'hs-tag, every core' 4)")" ' MB' under 1000
	rm -f stored.csv stored.db again.db
}

# Runs once each: what the whole pipeline takes.
pipeline() {
	rm -rf exports ./*.db tickets.csv
	generate --tickets "$tagged" exports
	printf '\nthe whole pipeline: %s tickets, %s MB of exports, once\n' \
	    "$tagged" "$(du -sm exports | cut -f1)"
	start_set
	run 'hs-import, a new database' hs-import -q -d a.db exports
	run 'hs-import, the same again' hs-import -q -d a.db exports
	cp a.db d.db
	run 'hs-tag -j1' hs-tag -q -d d.db -j 1
	run 'hs-tag, every core' hs-tag -q -d a.db
	run 'hs-tag clusters' hs-tag -d a.db clusters
	for c in ceiling map targets keep-human crosswalk capacity; do
		run "hs-tiers $c" hs-tiers -d a.db $c
	done
	run 'hs-pick --help' hs-pick -h
	run 'hs-tag of one line, --filter' sh -c \
	    'echo "{\"id\":1,\"description\":\"where is my parcel\"}" |
		hs-tag --filter'
	awk -F '\t' '{ printf "  %-30s%8.2f s%8.0f MB\n", $1, $2,
	    $4 * 1.024e-3 }' runs.txt
	awk -F '\t' '{ printf "  %-30s  %s\n", $1, $2 }' left.txt
}

# Rule files: proofs of 300 rules, 200 rules replayed over what is stored.
rule_files() {
	printf '\n'
	mkdir rules
	(cd rules && sh "$here/rulecheck.sh" "$bin")
	awk -f "$here/rules200.awk" >200.rules
	start_set
	for c in replay cover review; do
		run "hs-rules $c" hs-rules $c -d a.db --since 2000-01-01 \
		    200.rules
	done
	awk -F '\t' '{ printf "  %-30s%8.2f s%8.0f MB\n", $1, $2,
	    $4 * 1.024e-3 }' runs.txt
}

# No timing: what the intervals of a review are worth.
intervals() {
	printf '\nintervals of a review at 95 %%: how often they hold the truth\n'
	missed=0
	coverage || missed=1
	target 'held in 93 of 100, widths within 5 % of the other simulation' \
	    "$missed" ' missed' under 0
}

busy
intervals
match_pack
tag_stored
generate --tickets "$n" exports
hs-import -q -d a.db exports >counts.txt
make_csv
import_csv
import_ndjson
pipeline
rule_files
