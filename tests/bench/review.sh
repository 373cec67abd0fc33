#!/bin/sh
# Does the interval of the verified ceiling hold the truth?  Reviews of real
# tickets, simulated: every ticket has a verdict from labels that others gave, a
# sample of them is drawn by a seed, loaded and worked out by the programs, and
# the same again with another seed:
#   review.sh DB LABELS FIELDS N SEEDS
# DB is imported and tagged; LABELS are JSON lines {"id","labels":{...}}; FIELDS
# says which answers are labels ("complexity emotion"), with "pattern" for the one
# made of labels.human_needed and "ai_correct" of labels.task_success.  What is no
# label is as the machine tagged it.
set -eu
db=$1
labels=$2
fields=" $3 "
n=$4
seeds=$5
window='--by created --since 2000-01-01 --until 2100-01-01'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$db" "$work/review.db"
cp "$db" "$work/fresh.db"
zcat -f "$labels" >"$work/labels.ndjson"
export HS_DB="$work/review.db"
cd "$work"

# The answer of a field: the label where it is asked for, else what the view has.
answer() { # FIELD LABEL VIEW
	case $fields in
	*" $1 "*) echo "$2" ;;
	*) echo "$3" ;;
	esac
}
sqlite3 review.db 'CREATE TEMP TABLE line (j)' '.mode ascii' \
    '.separator "\037" "\n"' '.import labels.ndjson line' \
    '.mode csv' '.headers on' '.separator "," "\n"' \
    "SELECT t.key, 'label' AS reviewer,
	$(answer complexity "j ->> '\$.labels.complexity'" t.complexity) AS complexity,
	$(answer emotion "j ->> '\$.labels.emotion'" t.emotion) AS emotion,
	$(answer pattern "CASE j ->> '\$.labels.human_needed'
		WHEN 'no_ai_can_resolve' THEN 'repeatable' ELSE 'judgment' END" \
	    t.pattern) AS pattern, t.issue,
	$(answer ai_correct "CASE j ->> '\$.labels.task_success'
		WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END" NULL) AS ai_correct
	FROM line JOIN tickets t ON t.ext_id = j ->> '\$.id' ORDER BY t.key" |
    awk -F , -v OFS=, 'NR == 1 { print; next } {
	for (i = 3; i <= 5; i++)
		if ($i == "")
			$i = "unknown" # a ticket that the machine cannot read
	print }' >answers.csv

# The ceiling of the newest sample: estimate, lo, hi.
ceiling() {
	# shellcheck disable=SC2086
	hs-tiers ceiling $window -f tsv -c metric,estimate,lo,hi,status 2>/dev/null |
	    awk -F '\t' -v m="$1" '$1 == m { print $2, $3, $4, $5 }'
}

# shellcheck disable=SC2086
all=$(hs-pick --count $window)
# shellcheck disable=SC2086
hs-sample draw -q --sample census -n "$all" --proportional $window >keys
hs-sample load -q answers.csv >log
truth=$(ceiling ceiling.verified)
tagged=$(ceiling ceiling.tagged)
i=0
while [ "$i" -lt "$seeds" ]; do
	i=$((i + 1))
	cp fresh.db review.db
	# shellcheck disable=SC2086
	hs-sample draw -q --sample "s-$i" -n "$n" --proportional $window >keys
	awk -F , 'NR == FNR { drawn[$1]; next } FNR == 1 || $1 in drawn' \
	    keys answers.csv >sheet.csv
	hs-sample load -q sheet.csv >log
	ceiling ceiling.verified
done >estimates
awk -v truth="${truth%% *}" -v tagged="${tagged%% *}" -v n="$n" '
$4 != "ESTIMATED" || $2 == "-" { odd++; next }
{
	runs++
	held += $2 <= truth + 5e-7 && truth - 5e-7 <= $3
	width += $3 - $2
	sum += $1
}
END {
	if (runs == 0)
		exit 1
	printf "  n %4d  seeds %d  truth %.4f (tagged %.4f)  mean %.4f  covered %.3f  width %.4f\n",
	    n, runs, truth, tagged, sum / runs, held / runs, width / runs
	if (odd > 0)
		printf "  without an interval: %d\n", odd
	exit held / runs < 0.93 || odd > 0
}' estimates
