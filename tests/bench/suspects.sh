#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How many wrong labels `hs-sample suspects` finds, of labels that were made
# wrong on purpose:
#   suspects.sh BINDIR EVAL [SET ...]
# EVAL holds NAME.train.ndjson.gz and NAME.train.labels.ndjson.gz; works in the
# current folder.  One label in twenty becomes another class, each as likely as
# the next.
set -eu
bin=$1
eval=$2
shift 2
PATH=$bin:$PATH
sets=${*:-banking77 star}

# SET FIELD DIMENSION SEED: labels.csv, flipped.csv and which were flipped
flip() {
	zcat "$eval/$1.train.labels.ndjson.gz" | sed -n \
	    's/.*"id": "\([^"]*\)".*"'"$2"'": "\([^",]*\)".*/\1,\2/p' >labels.csv
	awk -F , -v seed="$4" '
	function random() { # Park and Miller: the same in every awk
		seed = seed * 16807 % 2147483647
		return seed
	}
	{
		id[NR] = $1
		label[NR] = $2
		if (!($2 in at)) {
			at[$2] = n
			class[n++] = $2
		}
	}
	END {
		for (i = 1; i <= NR; i++) {
			if (random() % 20 == 0) {
				label[i] = class[(at[label[i]] + 1 + random() % (n - 1)) % n]
				print id[i] >"flips"
			}
			print id[i] "," label[i] >"flipped.csv"
		}
	}' labels.csv
	rm -f "$1.db"
	zcat "$eval/$1.train.ndjson.gz" |
	    hs-import -q -d "$1.db" --source "${1%%_*}" - >log.txt
	sed "1i id,$3" flipped.csv |
	    hs-import -q -d "$1.db" --source "${1%%_*}" --labels - >log.txt
}

# SET DIMENSION: how many of the flipped stand in the first tenth of the list
found() {
	/usr/bin/time -f '%e' -o time.txt hs-sample suspects -q -d "$1.db" \
	    --dimension "$2" -H -f tsv -c key,suspect >list.tsv
	awk -v set="$1" -v dim="$2" -v seconds="$(tail -n 1 time.txt)" '
	FILENAME == "flips" { flipped[$1] = 1; n++; next }
	FNR == 1 { next }
	{
		rank[++rows] = substr($1, index($1, ":") + 1)
		doubted[rows] = $2 == "yes"
	}
	END {
		for (i = 1; i <= rows; i++) {
			hit = rank[i] in flipped
			tenth += hit && i <= rows / 10
			twentieth += hit && i <= n
			said += doubted[i]
			right += hit && doubted[i]
		}
		printf "  %-12s %-10s %5d labels %4d flipped: in the first tenth %.3f, of as many %.3f; doubted %d, %d of them flipped; %.1f s\n",
		    set, dim, rows, n, tenth / n, twentieth / n, said, right, seconds
	}' flips list.tsv
}

try() { # SET FIELD DIMENSION
	for seed in 7 11; do
		flip "$1" "$2" "$3" "$seed"
		found "$1" "$3"
	done
}

for set in $sets; do
	case $set in
	banking77 | clinc_oos) try "$set" issue_type issue ;;
	star)
		try star emotion emotion
		try star complexity complexity
		;;
	tau_handoffs) try tau_handoffs complexity complexity ;;
	esac
done
