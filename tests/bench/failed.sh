#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Did an AI-only run fail, learned from 300 labels; and was a customer handed
# over, from messages alone: each on the texts as they are and on placeholders.
#   failed.sh BINDIR EVAL [DRAWS]
# EVAL holds tau_handoffs.train.* and score.py; works in the current folder.
#
# Runs of one task are alike, so a draw takes whole tasks, in an order of its
# own, until it has 300 labels, and is judged on the runs of all other tasks.
# The task is imported as the account: that keeps it in one fold.
set -eu
bin=$1
eval=$2
draws=${3:-20}
here=$(cd "$(dirname "$0")" && pwd)
PATH=$bin:$PATH

# Tickets with their task as account, and runs.txt: id, yes or no, task, domain.
prepare() {
	zcat "$eval/tau_handoffs.train.ndjson.gz" >tickets.ndjson
	zcat "$eval/tau_handoffs.train.labels.ndjson.gz" >answers.ndjson
	rm -f lines.db
	sqlite3 lines.db 'CREATE TABLE a (j)' '.mode ascii' \
	    '.separator "\037" "\n"' '.import answers.ndjson a' \
	    'CREATE TABLE run AS SELECT j ->> "$.id" AS id,
		j ->> "$.labels.repeat_group" AS task,
		j ->> "$.labels.raw.domain" AS domain,
		j ->> "$.labels.handoff" AS handoff,
		j ->> "$.labels.task_success" AS well FROM a' \
	    'CREATE UNIQUE INDEX run_id ON run (id)'
	sqlite3 -separator ' ' lines.db "SELECT id, iif(well, 'no', 'yes'), task,
		domain FROM run WHERE NOT handoff ORDER BY id" >runs.txt
	sqlite3 -separator ' ' lines.db 'SELECT id, task FROM run' >tasks.txt
}

# plain or masked: a tagged database of that name
import() {
	case $1 in
	masked) LC_ALL=C awk -f "$here/masked.awk" tickets.ndjson ;;
	*) cat tickets.ndjson ;;
	esac | awk 'FILENAME == "tasks.txt" { task[$1] = $2; next }
	    { split($0, part, "\""); sub(/^{/, "{\"account\": \"" task[part[4]] "\", ")
	      print }' tasks.txt - >in.ndjson
	rm -f "$1.db"
	hs-import -q -d "$1.db" --source tau in.ndjson >log.txt
	hs-tag -q -d "$1.db" >log.txt
}

handoffs() { # DATABASE
	sqlite3 -csv "$1.db" "SELECT ext_id, iif(path = 'ai_to_human', 'true',
		'false') FROM tickets" >path.csv
	"$eval/score.py" "$eval/tau_handoffs.train.labels.ndjson.gz" handoff \
	    path.csv --pos true | sed "s/^/  $1: /"
}

# taught.txt: the ids to learn from, of whole tasks in an order of the seed's.
draw() { # SEED
	awk -v seed="$1" '{ if (!($3 in n)) v[++k] = $3; n[$3]++
		ids[$3] = ids[$3] $1 "," $2 "\n" }
	END {
		srand(seed)
		for (i = k; i > 1; i--) {
			j = 1 + int(rand() * i)
			t = v[i]; v[i] = v[j]; v[j] = t
		}
		for (i = 1; i <= k && have < 300; i++) {
			printf "%s", ids[v[i]]
			have += n[v[i]]
		}
	}' runs.txt >taught.txt
}

# What a model of taught.txt says of all others: kappa; "-" when none decides.
judge() { # DATABASE
	cp "$1.db" draw.db
	{ echo id,ai_failed; cat taught.txt; } |
	    hs-import -q -d draw.db --source tau --labels - >log.txt
	who=$(hs-tag learn -q -d draw.db --dimension ai_failed -c decides | sed 1d)
	hs-tag -q -d draw.db >log.txt
	sqlite3 -separator ' ' draw.db "SELECT substr(key, 5), value FROM guess
		WHERE dimension = 'ai_failed'" >guess.txt
	awk -v who="$who" 'FILENAME == "taught.txt" { split($0, p, ","); own[p[1]] = 1; next }
	FILENAME == "guess.txt" { says[$1] = $2; next }
	!($1 in own) { n++; yes = $2 == "yes"; said = says[$1] == "yes"
		truth += yes; taken += said; both += yes && said }
	END {
		agree = (n - truth - taken + 2 * both) / n
		chance = (truth * taken + (n - truth) * (n - taken)) / n / n
		printf "%.4f %s\n", (agree - chance) / (1 - chance), who
	}' taught.txt guess.txt runs.txt
}

failed() { # DATABASE
	i=0
	while [ "$i" -lt "$draws" ]; do
		i=$((i + 1))
		draw "$i"
		judge "$1"
	done | sort -n | awk -v s="$1" '{ k[NR] = $1; a += $1; q += $1 * $1
		model += $2 == "model" }
	END { m = a / NR
		printf "  %s: %d draws of 300 labels: kappa %.3f, sd %.3f, from %.3f to %.3f; a model decides in %d\n",
		    s, NR, m, sqrt(q / NR - m * m), k[1], k[NR], model }'
}

# Learned on all runs of one domain, judged on the other.
across() { # DATABASE DOMAIN
	awk -v d="$2" '$4 == d { print $1 "," $2 }' runs.txt >taught.txt
	judge "$1" | sed "s/^/  $1: learned on $2, judged on the other: kappa /"
}

prepare
for db in plain masked; do
	import $db
done
echo 'handed over, by messages alone, no label learned from'
for db in plain masked; do
	handoffs $db
done
echo 'an AI-only run failed, learned'
for db in plain masked; do
	failed $db
done
across plain airline
across plain retail
