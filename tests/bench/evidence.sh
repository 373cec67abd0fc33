#!/bin/sh
# Every figure that README and release notes claim, made again:
#   evidence.sh BINDIR DATA WORKDIR
# DATA holds eval/ (labelled conversations with score.py), handoffs/ (three
# vendors' exports with truth.ndjson) and exports/ (samples of what helpdesks
# export).  Without it the demo's figures alone.
set -eu
bin=$1
data=$2
dir=$3
here=$(cd "$(dirname "$0")" && pwd)
PATH=$bin:$PATH
if [ -n "$data" ] && [ -d "$data/eval" ]; then
	data=$(cd "$data" && pwd)
else
	data=
	echo "no DATA= folder with eval/ and handoffs/: the demo alone"
fi
rm -rf "$dir"
mkdir -p "$dir"
cd "$dir"
dir=$(pwd)

section() {
	printf '\n== %s\n' "$*"
}

share() { # DB CONDITION: how many of the tickets, and their share
	sqlite3 "$1" "SELECT printf('  %-34s %6d of %6d  %.3f', '$3',
		sum($2), count(*), 1.0 * sum($2) / count(*)) FROM tickets"
}

# The rules that fire on more than 15 % of a set, with their share.
busy_rules() {
	hs-pick -d "$1" | hs-tag -d "$1" --explain - -c key,rule,field |
	    awk -F '\t' -v n="$2" 'NR > 1 && $2 != "default" && !seen[$1, $2]++ {
		c[$2]++ } END { for (r in c) if (c[r] > 0.15 * n)
		printf "  fires on more than 15 %%: %s %.3f\n", r, c[r] / n }' |
	    sort
}

real() { # NAME
	section "$1: real conversations, imported, tagged, tiered"
	zcat "$data/eval/$1.train.ndjson.gz" |
	    hs-import -q -d "$1.db" --source "${1%%_*}" - | sed 's/^/  /'
	/usr/bin/time -f '  tagged in %e s' hs-tag -q -d "$1.db" -c tagged |
	    sed 's/^/  /'
	n=$(hs-pick -d "$1.db" --count)
	share "$1.db" "issue IS NOT NULL" "issue known"
	share "$1.db" "complexity IS NULL" "complexity unknown"
	share "$1.db" "emotion IS NULL" "emotion unknown"
	share "$1.db" "pattern IS NULL" "pattern unknown"
	share "$1.db" "tier IS NULL" "tier unknown"
	sqlite3 "$1.db" "SELECT printf('  path %-29s %6d  %.3f',
		coalesce(path, 'unknown'), count(*), 1.0 * count(*) / $n)
		FROM tickets GROUP BY path ORDER BY path"
	clusters "$1"
	hs-tiers -d "$1.db" ceiling -c metric,estimate,x,n,status |
	    sed 's/^/  /'
	busy_rules "$1.db" "$n"
}

scores() { # NAME FIELD COLUMN
	sqlite3 -csv "$1.db" "SELECT ext_id, coalesce($3, 'unknown')
		FROM tickets ORDER BY ext_id" >"$1.$2.csv"
	printf '  %s against the label: ' "$2"
	"$data/eval/score.py" "$data/eval/$1.train.labels.ndjson.gz" "$2" \
	    "$1.$2.csv" >score.txt
	head -n 1 score.txt
}

# Groups found without labels, all tickets of a set taken for untouched.
groups() { # NAME
	[ -f "$1.db" ] || zcat "$data/eval/$1.train.ndjson.gz" |
	    hs-import -q -d "$1.db" --source "${1%%_*}" - >/dev/null
	printf '  %s: ' "$1"
	sh "$here/ari.sh" "$1.db" "${1%%_*}" \
	    "$data/eval/$1.train.labels.ndjson.gz"
}

# 500 reviews of 300 tickets each, by labels that others gave.
reviews() {
	sh "$here/review.sh" tau_handoffs.db \
	    "$data/eval/tau_handoffs.train.labels.ndjson.gz" \
	    "complexity pattern ai_correct" 300 500 >tau.txt 2>&1 &
	sh "$here/review.sh" star.db "$data/eval/star.train.labels.ndjson.gz" \
	    "complexity emotion" 300 500 >star.txt 2>&1 || true
	wait "$!" || true
	sed 's/^/  tau_handoffs/' tau.txt
	sed 's/^/  star        /' star.txt
}

handoffs() {
	section "handoffs: hand-written conversations of three vendors"
	hs-import -q -d handoffs.db "$data/handoffs/zendesk_tickets.ndjson" \
	    "$data/handoffs/zendesk_users.json" \
	    "$data/handoffs/intercom_conversations.ndjson" \
	    "$data/handoffs/freshdesk_tickets.json" \
	    "$data/handoffs/freshdesk_conversations.json" \
	    "$data/handoffs/accounts.csv" | sed 's/^/  /'
	hs-tag -q -d handoffs.db -c tagged | sed 's/^/  /'
	cp "$data/handoffs/truth.ndjson" truth.ndjson
	sqlite3 handoffs.db <"$here/../../samples/agree.sql" | sed 's/^/  /'
	sh "$here/escalation.sh" "$PWD/handoffs.db" \
	    "$data/handoffs/truth.ndjson" | sed 's/^/  /'
}

# The side that asks is called ai there: what it asked for again.
asked_again() {
	hs-escaudit repeat --asker ai -q -d star.db --since 2000-01-01 \
	    --until 2100-01-01 -c key,code >star.repeat.tsv
	sqlite3 star.db "SELECT key FROM tickets" | awk -F '\t' '
		FNR == NR { if ($2 == "repeat") again[$1]; next }
		{ id = $1; sub(/^[^:]*:/, "", id)
		  print id "," ($1 in again ? "true" : "false") }' \
	    star.repeat.tsv - >star.repeat.csv
	"$data/eval/score.py" "$data/eval/star.train.labels.ndjson.gz" \
	    asked_again star.repeat.csv --pos true | sed 's/^/  star /'
}

# 40 macros in 1,000 variants, named and numbered anew, and 500 closers.
planted() { # LEVEL, of planted.awk
	awk -f "$here/planted.awk" -v level="$1" >planted.ndjson
	rm -f planted.db
	hs-import -q -d planted.db planted.ndjson >/dev/null
	hs-tag -q -d planted.db >/dev/null
	sh "$here/planted.sh" planted.db |
	    awk -v l="$1" '{ s = s "  " $1 " " $2 } END {
		print "  level " l ":" s }'
}

# The largest clusters: what closes a conversation is none of them.
clusters() { # NAME
	printf '  clusters, the largest first:\n'
	hs-tag -d "$1.db" clusters -c n,durable,text | sed '1d;9q' |
	    cut -c 1-70 | sed 's/^/    /'
}

# The rules are written by hand, not trained: how they agree with labels that
# others gave.  These are halves that their authors could see; other halves are
# kept aside.  Kappa with a bootstrap interval; unknown is a value like others.
agree() { # NAME FIELD LABELS PREDICTIONS
	"$data/eval/score.py" "$3" "$2" "$4" |
	    awk -v s="$1" -v f="$2" 'NR == 1 { gsub(/[][,=]/, " ")
		printf "  %-14s %-11s %5d   kappa %.3f  [%.3f, %.3f]\n",
		    s, f, $2, $(NF - 2), $(NF - 1), $NF }'
}

# Who asks for a person: precision, recall and F1 with Wilson's intervals, that of
# F1 by the share j of true hits in all that is or was called one, F1 = 2j / (1 + j).
asks_for_human() {
	zcat "$data/eval/human_request.train.ndjson.gz" |
	    hs-import -q -d human_request.db --source human - >/dev/null
	hs-tag -q -d human_request.db -c tagged >/dev/null
	zcat "$data/eval/human_request.train.labels.ndjson.gz" >labels.ndjson
	sqlite3 human_request.db 'CREATE TEMP TABLE line (j)' '.mode ascii' \
	    '.separator "\037" "\n"' '.import labels.ndjson line' \
	    '.separator " " "\n"' "WITH both AS (SELECT j ->> '\$.labels.asks_for_human' AS truth,
		EXISTS (SELECT 1 FROM json_each(t.triggers)
			WHERE value = 'customer') AS tag
		FROM line JOIN tickets t ON t.ext_id = j ->> '\$.id')
		SELECT sum(truth AND tag), sum(tag AND NOT truth),
		sum(truth AND NOT tag), count(*) FROM both" |
	    awk 'function show(what, x, n, f,	p, z, d, m, h) {
			p = x / n
			z = 1.959964
			d = 1 + z * z / n
			m = (p + z * z / (2 * n)) / d
			h = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d
			printf "  %-14s %-11s %5d   %s %.3f  [%.3f, %.3f]\n",
			    "human_request", what, n, f ? "F1   " : "share",
			    val(p, f), val(m - h, f), val(m + h, f)
		}
		function val(p, f) { return f ? 2 * p / (1 + p) : p }
		{ show("precision", $1, $1 + $2); show("recall", $1, $1 + $3)
		  show("F1", $1, $1 + $2 + $3, 1) }'
}

untrained() {
	section "untrained: the shipped rules against labels of others, 95 %"
	asks_for_human
	agree star emotion "$data/eval/star.train.labels.ndjson.gz" \
	    star.emotion.csv
	agree star complexity "$data/eval/star.train.labels.ndjson.gz" \
	    star.complexity.csv
	sqlite3 :memory: 'CREATE TABLE line (j)' '.mode ascii' \
	    '.separator "\037" "\n"' ".import truth.ndjson line" \
	    "SELECT json_object('id', j ->> 'key', 'labels', json(j), 'split', '')
		FROM line" >handoffs.ndjson
	for f in emotion complexity pattern; do
		sqlite3 -csv handoffs.db \
		    "SELECT key, coalesce($f, 'unknown') FROM tickets" >h.csv
		agree handoffs $f handoffs.ndjson h.csv
	done
}

section "rule files: proofs against the evaluator and against all tickets"
for t in worldgen kinds prove prober; do
	printf '  %s\n' $t
	test_$t 2>&1 | sed -n 's/^#/   /p; /FAILED/p'
done
section "planted macros and closers: pairs of tickets in one cluster"
for level in 0 1 2 3; do
	planted "$level"
done
if [ -n "$data" ]; then
	for set in star tau_handoffs banking77; do
		real $set
	done
	scores star emotion "CASE emotion WHEN 'high-stakes' THEN 'frustrated'
		ELSE emotion END"
	scores star complexity complexity
	scores tau_handoffs handoff "CASE path WHEN 'ai_to_human' THEN 'true'
		ELSE 'false' END"
	section "discover: groups against labels"
	for set in banking77 clinc_oos star; do
		groups $set
	done
	section "learned: models against labels that they have not seen"
	mkdir learned
	(cd learned && sh "$here/learned.sh" "$bin" "$data/eval")
	section "handed over, or failed: runs of an AI alone, by task"
	mkdir failed
	(cd failed && sh "$here/failed.sh" "$bin" "$data/eval" | sed 's/^/  /')
	section "review: does the interval of the verified ceiling hold the truth"
	reviews
	section "suspects: one label in twenty made wrong, and found again"
	mkdir suspects
	(cd suspects && sh "$here/suspects.sh" "$bin" "$data/eval")
	handoffs
	section "asked again: star, by the rules for agents"
	asked_again
	untrained
	section "summaries: what real agents wrote as they handed over"
	sh "$here/summary.sh" "$bin" "$data/eval" "$dir/summaries" |
	    sed 's/^/  /'
	section "quoted: runs of five words that rules share with these texts"
	sh "$here/overlap.sh" "$here/../../samples/rules" "$data"
	section "exports: samples of helpdesks' exports, counted"
	sh "$here/exports.sh" "$bin" "$data/exports" "$here/exports.expect"
fi
section "demo"
sh "$here/../../samples/demo.sh" "$bin" "$dir/demo"
section "bridge: the demo's tickets by each vendor's definition"
"$bin/hs-metrics" bridge -q -d "$dir/demo/demo.db" -f table
section "report: the demo's month, timed"
/usr/bin/time -f '  %e s, %U s of user, %M KB' \
    "$bin/hs-report" monthly -q -d "$dir/demo/demo.db" -f html \
    -o "$dir/report.html" 2>&1
