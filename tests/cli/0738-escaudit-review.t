#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit needed --figures by review: shares weighted by the strata that the
# tickets were drawn from, worked out by hand.
. "$(dirname "$0")/tap.sh"

# ticket ID CHANNEL MONTH ASK AGENT: handed over, or with no AGENT the AI's alone.
ticket() {
	printf '{"id":"%s","channel":"%s","subject":"Lamp","status":"solved","created":"2026-%s-06T09:00:00Z","solved":"2026-%s-06T23:00:00Z","language":"en","requester":"c%s","messages":[{"id":"a","role":"customer","author":"c%s","at":"2026-%s-06T09:00:00Z","body":"My reading lamp flickers all evening. %s"},{"id":"b","role":"ai","author":"bot","at":"2026-%s-06T09:01:00Z","body":"Turn the bulb to the left until it clicks."}' \
	    "$1" "$2" "$3" "$3" "$1" "$1" "$3" "$4" "$3"
	if [ -n "$5" ]; then
		printf ',{"id":"c","role":"agent","author":"g1","at":"2026-%s-06T22:50:00Z","body":"%s"}' "$3" "$5"
	fi
	echo ']}'
}
# tickets LETTER COUNT CHANNEL MONTH ASK AGENT
tickets() {
	i=1
	while [ "$i" -le "$2" ]; do
		ticket "$1$i" "$3" "$4" "$5" "$6"
		i=$((i + 1))
	done
}
{
	tickets m 60 email 07 'I want to talk to a person.' 'We have a look.'
	tickets c 12 chat 07 '' 'We have a look.'
	tickets w 24 web 07 '' ''
	tickets o 8 email 02 'I want to talk to a person.' 'We have a look.'
} > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"
figures() {
	t_run hs-escaudit needed -d "$1" --month 2026-07 --figures \
	    -c metric,segment,estimate,x,n,N,method,status
	grep '\.reviewed' "$T_STATE/out" > reviewed
}
same() {
	cat > want
	t_ok diff want reviewed
}

t_case 'nobody reviewed any'
figures a.db
t_status 0
same <<'END'
escalation_precision.reviewed	all	-	-	-	72	mover	UNVERIFIED
escalation_recall.reviewed	all	-	-	-	96	mover	UNVERIFIED
END

t_case 'by strata'
hs-sample draw -q -d a.db --month 2026-07 -n 60 --seed lamp --by channel > keys
t_ok test "$(grep -c ':m' keys) $(grep -c ':c' keys) $(grep -c ':w' keys)" = '38 7 15'
# fill LETTER NEEDED NOT UNCLEAR: so many of its tickets, the rest stays empty
fill() {
	grep ":$1" keys | awk -v a="$2" -v b="$3" -v c="$4" '
	NR <= a + b + c {
		print $0 "," (NR <= a ? "needed" : NR <= a + b ? \
		    "not-needed-context" : "unclear")
	}'
}
{ echo key,human_needed; fill m 5 15 2; fill c 6 1 0; fill w 5 10 0; } > filled.csv
hs-sample load -q -d a.db --reviewer anna filled.csv
figures a.db
# precision (60 * 5/20 + 12 * 6/7) / 72, where 11/27 would be without weights;
# 25.2857 needed handoffs, and 24 * 5/15 the AI had alone
same <<'END'
escalation_precision.reviewed	all	0.351190	11	27	72	mover	ESTIMATED
escalation_precision.reviewed	trigger=customer	0.250000	5	20	60	mover	ESTIMATED
escalation_precision.reviewed	trigger=unexplained	0.857143	6	7	12	mover	ESTIMATED
escalation_recall.reviewed	all	0.759657	11	42	96	mover	ESTIMATED
END
t_err 'review-1: 2 answers on tickets handed over are unclear and left out'
t_run hs-escaudit needed -q -d a.db --month 2026-07 --figures --min-n 28
t_ok grep -q '^escalation_precision.reviewed	all	.*	SUPPRESSED$' "$T_STATE/out"
t_ok test -z "$(grep 'precision.reviewed	trigger' "$T_STATE/out")"

t_case 'a condition'
t_run hs-escaudit needed -q -d a.db --month 2026-07 --figures --fail-if 'escalation_precision.reviewed > 0.2'
t_status 1
t_run hs-escaudit needed -q -d a.db --month 2026-07 --figures --fail-if 'escalation_precision.reviewed > 0.34'
t_status 0

t_case 'a part of the frame'
hs-escaudit needed -q -d a.db --month 2026-07 --figures -c metric,segment,estimate,x,n,N - \
    < keys | grep '^escalation_[a-z]*.reviewed	all' > reviewed
# the drawn alone: 38 * 5/20, 7 * 6/7, 15 * 5/15
same <<'END'
escalation_precision.reviewed	all	0.344444	11	27	45
escalation_recall.reviewed	all	0.756098	11	42	60
END

t_case 'more than the frame'
t_run hs-escaudit needed -d a.db --since 2026-01-01 --until 2026-08-01 --figures \
    -c metric,segment,estimate,x,n,N,status
grep '\.reviewed' "$T_STATE/out" > reviewed
same <<'END'
escalation_precision.reviewed	all	-	-	-	80	UNVERIFIED
escalation_precision.reviewed	sample=review-1	0.351190	11	27	72	ESTIMATED
escalation_precision.reviewed	sample=review-1,trigger=customer	0.250000	5	20	60	ESTIMATED
escalation_precision.reviewed	trigger=unexplained	0.857143	6	7	12	ESTIMATED
escalation_recall.reviewed	all	-	-	-	104	UNVERIFIED
escalation_recall.reviewed	sample=review-1	0.759657	11	42	96	ESTIMATED
END
t_err 'review-1 speaks for 72 tickets handed over: 8 are not in its frame'

t_case 'another selection'
t_run hs-escaudit needed -d a.db --month 2026-02 --figures -c metric,segment,estimate,n,N,status
grep '\.reviewed' "$T_STATE/out" > reviewed
same <<'END'
escalation_precision.reviewed	all	-	-	8	UNVERIFIED
escalation_recall.reviewed	all	-	-	8	UNVERIFIED
END
t_err 'review-1 was reviewed for other tickets: it says nothing of these'
t_run hs-escaudit needed -q -d a.db --month 2026-02 --figures --fail-if 'escalation_precision.reviewed > 0.2'
t_status 3

t_case 'a review that has only begun takes nothing'
hs-sample draw -q -d a.db --month 2026-07 -n 60 --seed other > second.keys
{ echo key,human_needed; sed -n '1s/$/,needed/p' second.keys; } > filled.csv
hs-sample load -q -d a.db --reviewer anna filled.csv
figures a.db
t_ok grep -q '^escalation_precision.reviewed	all	0.351190	11	27	72' reviewed

t_case 'of the handoffs alone, a stratum left out'
cp in.ndjson two.ndjson
hs-import -q -d b.db two.ndjson > "$T_STATE/log"
hs-tag -q -d b.db > "$T_STATE/log"
hs-escaudit triggers -q -d b.db --month 2026-07 |
    hs-sample draw -q -d b.db -n 40 --seed lamp --by channel - > keys
{ echo key,human_needed; fill m 5 15 0; } > filled.csv
hs-sample load -q -d b.db --reviewer anna filled.csv
figures b.db
# of the 12 others any share: one half, (60 * 5/20 + 12 * 1/2) / 72
same <<'END'
escalation_precision.reviewed	all	0.291667	5	20	72	mover	ESTIMATED
escalation_precision.reviewed	trigger=customer	0.250000	5	20	60	mover	ESTIMATED
escalation_recall.reviewed	all	-	-	-	96	mover	UNVERIFIED
END
t_err 'of 12 tickets handed over nobody reviewed any of their strata'
t_err 'review-1 speaks for 0 tickets of the AI alone: 24 are not in its frame'

t_case 'only what the rules cannot tell'
hs-escaudit needed -q -d b.db --month 2026-07 > needed.tsv
# 72 less the 20 that have an answer
t_ok test "$(awk -F'\t' '$2 == "unclear"' needed.tsv | wc -l)" -eq 52
awk -F'\t' '$2 == "unclear"' needed.tsv |
    hs-sample draw -q -d b.db -n 20 --seed rest --by triggers --sample rest - > keys
t_ok test "$(wc -l < keys)" -eq 20
hs-sample sheet -q -d b.db --sample rest > sheet.csv
t_ok grep -q '^sample,key,.*,human_needed,' sheet.csv

t_done
