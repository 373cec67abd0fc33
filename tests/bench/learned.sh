#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What models learn from labelled conversations, judged out of fold:
#   learned.sh BINDIR EVAL
# EVAL holds NAME.train.ndjson.gz, NAME.train.labels.ndjson.gz and score.py; works
# in the current folder.  Tags of labelled tickets are what a model says that
# has not seen them, so they can be scored against the labels.
set -eu
bin=$1
eval=$2
PATH=$bin:$PATH

# SET FIELD DIMENSION: import, and labels of one dimension; novel is "other"
load() {
	rm -f "$1.db"
	zcat "$eval/$1.train.ndjson.gz" |
	    hs-import -q -d "$1.db" --source "${1%%_*}" - >log.txt
	zcat "$eval/$1.train.labels.ndjson.gz" | sed -n \
	    -e 's/.*"id": "\([^"]*\)".*"'"$2"'": null.*"novel": true.*/\1,other/p' \
	    -e 's/.*"id": "\([^"]*\)".*"'"$2"'": "\{0,1\}\([^",]*\)"\{0,1\},.*/\1,\2/p' |
	    grep -v ',null$' >labels.csv
	labels "$1" "$3"
}

labels() { # SET DIMENSION: from labels.csv
	sed "1i id,$2" labels.csv |
	    hs-import -q -d "$1.db" --source "${1%%_*}" --labels - >log.txt
}

learn() { # SET DIMENSION: timed, then tag
	/usr/bin/time -f '%e %M' -o time.txt hs-tag learn -q -d "$1.db" \
	    --dimension "$2" -c labels,classes,groups,rules,model,model_lo,model_hi,gain_lo,gain_hi,decides |
	    awk 'NR == 2 { printf "  %d labels, %d classes, %d groups: kappa of rules %s, model %s [%s, %s], gain at least %s: %s decides\n",
		$1, $2, $3, $4, $5, $6, $7, $8, $10 }'
	awk '{ printf "  learned in %.1f s, %.0f MB\n", $1, $2 * 1.024e-3 }' time.txt
}

score() { # SET FIELD DIMENSION [--pos VALUE]
	hs-tag -q -d "$1.db" >log.txt
	sqlite3 -csv "$1.db" "SELECT substr(key, instr(key, ':') + 1), value
		FROM guess WHERE dimension = '$3'" >guess.csv
	set=$1
	field=$2
	shift 3
	"$eval/score.py" "$eval/$set.train.labels.ndjson.gz" "$field" guess.csv \
	    "$@" >score.txt
	printf '  out of fold: %s\n' "$(head -n 1 score.txt)"
	[ $# -eq 0 ] || sed -n '2s/^/  /p' score.txt
}

# How well confidence tells tickets of a type from those of none (Mann-Whitney).
auc() { # SET DIMENSION
	sqlite3 "$1.db" "WITH g AS (SELECT g.p, l.value <> 'other' AS known
		FROM guess g JOIN source s JOIN ticket t ON t.source = s.id
			AND g.key = s.name || ':' || t.ext_id
		JOIN label l ON l.ticket = t.id AND l.dimension = '$2'
		WHERE g.dimension = '$2'),
	r AS (SELECT known, rank() OVER (ORDER BY p)
		+ (count(*) OVER (PARTITION BY p) - 1) / 2.0 AS place FROM g),
	n AS (SELECT sum(known) AS k, count(*) - sum(known) AS o,
		sum(CASE WHEN known THEN place END) AS u FROM r)
	SELECT printf('  AUC of confidence, %d known against %d of no type: %.4f',
		k, o, (u - k * (k + 1) / 2.0) / (1.0 * k * o)) FROM n"
}

# The same labels, dealt out again by chance.
shuffled() { # SET DIMENSION
	cut -d , -f 2- labels.csv | awk 'BEGIN { srand(11) }
	    { printf "%.9f\t%s\n", rand(), $0 }' | sort -k1,1 | cut -f 2- >mixed.txt
	cut -d , -f 1 labels.csv | paste -d , - mixed.txt >mixed.csv
	cp labels.csv kept.csv
	cp mixed.csv labels.csv
	labels "$1" "$2"
	cp kept.csv labels.csv
	hs-tag learn -q -d "$1.db" --dimension "$2" -c model,decides |
	    awk 'NR == 2 { printf "  labels shuffled: kappa %s, %s decides\n", $1, $2 }'
}

# Every ticket once more, under another number and requester.
twice() { # SET DIMENSION
	zcat "$eval/$1.train.ndjson.gz" | sed 's/"id": "/"id": "again-/' |
	    hs-import -q -d "$1.db" --source "${1%%_*}" - >log.txt
	sed 's/^/again-/' labels.csv >again.csv
	cat labels.csv again.csv >both.csv
	mv both.csv labels.csv
	labels "$1" "$2"
	hs-tag learn -q -d "$1.db" --dimension "$2" -c labels,groups,model |
	    awk 'NR == 2 { printf "  every ticket twice: %d labels, %d groups, kappa %s\n", $1, $2, $3 }'
}

learned() { # SET FIELD DIMENSION [--pos VALUE]
	printf '%s: %s\n' "$1" "$3"
	load "$1" "$2" "$3"
	learn "$1" "$3"
	score "$@"
}

learned banking77 issue_type issue
learned clinc_oos issue_type issue
auc clinc_oos issue
learned human_request asks_for_human asks_for_human --pos true
shuffled human_request asks_for_human
learned star complexity complexity
shuffled star complexity
learned star emotion emotion
twice star emotion
shuffled star emotion
