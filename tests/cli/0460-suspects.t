#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-sample suspects: labels that are probably wrong.
. "$(dirname "$0")/tap.sh"

# Tickets of four kinds, each in words of its own among words of all; one label in
# twenty is of another kind.
awk 'function random() {
	seed = seed * 16807 % 2147483647
	return seed
}
BEGIN {
	n = split("kettle boils water steam lid spout|garden hedge roses soil spade seeds|" \
	    "violin bow strings tune rosin fiddle|ladder paint brush wall roller primer", kind, "|")
	split("kitchen garden music walls", name, " ")
	m = split("please tell me about our old thing at home since monday it is so and why", all, " ")
	seed = 7
	for (i = 1; i <= 400; i++) {
		k = i % n + 1
		c = split(kind[k], own, " ")
		text = ""
		for (j = 0; j < 9; j++)
			text = text " " (j % 3 == 0 ? own[random() % c + 1] : all[random() % m + 1])
		printf "{\"id\":%d,\"created_at\":\"2026-07-%02dT08:00:00Z\",\"requester\":\"p%d@example.com\",\"description\":\"%s\"}\n",
		    i, i % 28 + 1, i, substr(text, 2) > "in.ndjson"
		label = name[k]
		if (i % 20 == 3) {
			label = name[(k + random() % (n - 1)) % n + 1]
			print "x:" i > "flips"
		}
		printf "%d,%s,ann\n", i, label > "labels.csv"
	}
}'
sed -i '1i id,topic,by' labels.csv
cat > a.rules <<'END'
rules 1
dimension topic many kitchen
dimension mood one calm < cross
default mood calm when readable
tag kitchen
    set  topic=kitchen
    when text ~ \b(?:kettle|hedge)\b
END
sort -o flips flips
hs-import -q -d a.db --source x in.ndjson > "$T_STATE/log"

t_case 'without labels there is nothing to doubt'
t_run hs-sample suspects -d a.db
t_status 0
t_err '^hs-sample: no ticket selected has a label'
t_out < /dev/null

t_case 'the first tenth holds what was made wrong'
hs-import -q -d a.db --source x --labels labels.csv > "$T_STATE/log"
hs-tag -q -d a.db --rules a.rules > "$T_STATE/log"
t_run hs-sample suspects -d a.db -H
t_status 0
t_err ''
cp "$T_STATE/out" all
head -n 1 all > "$T_STATE/out"
t_out <<'END'
key	dimension	label	model	p_label	p_model	score	suspect
END
t_ok test "$(wc -l < all)" -eq 401
sed -n '2,41p' all | cut -f 1 | sort > tenth
t_ok test "$(comm -12 flips tenth | wc -l)" -ge 10
t_ok test "$(comm -12 flips tenth | wc -l)" -ge "$(($(wc -l < flips) - 1))"
t_ok awk -F '\t' 'NR > 2 && $7 > last { exit 1 } { last = $7 }' all
# who is doubted contradicts the label, and the model says what the words do
t_ok awk -F '\t' '$8 == "yes" && $6 <= $5 { exit 1 }' all
t_sql a.db "SELECT count(*) > 0 FROM label WHERE dimension = 'topic'" 'labels stay' <<'END'
1
END

t_run hs-sample suspects -d a.db -f table -n 3
t_ok test "$(head -n 1 "$T_STATE/out" | tr -s ' ')" = 'key dimension label model score'

t_case 'as many as wanted, and of the tickets that are'
t_run hs-sample suspects -d a.db -n 5 -c key
sed -n '2,6p' all | cut -f 1 > first
t_same first "$T_STATE/out"
t_run hs-sample suspects -d a.db -c key --until 2026-07-15
t_ok test "$(wc -l < "$T_STATE/out")" -lt 250
t_run hs-sample suspects -v -d a.db -n 1 -c dimension
t_err '^hs-sample: topic: [0-9]+ of 400 labels are doubted$'
t_run hs-sample suspects -d a.db -n -1
t_status 2

t_case 'the same on any number of threads'
hs-sample suspects -d a.db -j 1 -H > one
hs-sample suspects -d a.db -j 3 -H > three
t_same one three
t_same all one

t_case 'a label that a ranked dimension lacks, too few labels: told, the others done'
awk -F , 'NR == 1 { print "id,mood,few,by"; next }
    { print $1 "," ($1 % 2 ? "livid" : "calm") "," (NR < 20 ? $2 : "") ",ann" }' \
    labels.csv > more.csv
cp a.db b.db
hs-import -q -d b.db --source x --labels more.csv > "$T_STATE/log"
t_run hs-sample suspects -d b.db -n 1 -c dimension
t_status 3
t_err '^hs-sample: few: too few labels: 18 of 4 classes$'
t_err '^hs-sample: label mood=livid: the rule set has no such value$'
t_out <<'END'
topic
END
t_run hs-sample suspects -d b.db --dimension smell -c key
t_status 3
t_err "nobody labelled 'smell' among these tickets"

t_case 'the answers of a sample are labels; unclear is none'
sqlite3 a.db "INSERT INTO sample (id, name, seed, frame, strata, twice)
	VALUES (1, 'r', 's', 'f', '', 0);
    INSERT INTO sample_stratum VALUES (1, 0, 'all', 'unknown', 400, 400);
    INSERT INTO sample_ticket (sample, ticket, stratum, place, twice, at, kept, ai)
	SELECT 1, id, 0, id, 0, id, 0, 0 FROM ticket;
    INSERT INTO review SELECT 1, l.ticket, 'ann', 'issue',
	CASE WHEN t.ext_id = '5' THEN 'unclear' ELSE l.value END
	FROM label l JOIN ticket t ON t.id = l.ticket;"
t_run hs-sample suspects -d a.db --sample r --dimension issue -c key,label -q
t_status 0
sed -n '1,40p' "$T_STATE/out" | cut -f 1 | sort > tenth
t_ok test "$(comm -12 flips tenth | wc -l)" -ge 10
t_ok test "$(grep -c '^x:5	' "$T_STATE/out")" -eq 0
t_ok test "$(wc -l < "$T_STATE/out")" -eq 399

t_run hs-sample suspects -d a.db --sample r -n 1 -c dimension
t_err ''
t_out <<'END'
issue
END

t_case 'copies of a text do not vouch for each other'
# every ticket twice with the same wrong label: no copy may teach the other
sed 's/"id":/"id":555/; s/p\([0-9]*\)@/q\1@/' in.ndjson > twice.ndjson
{ cat labels.csv; sed '1d; s/^/555/' labels.csv; } > twice.csv
hs-import -q -d c.db --source x in.ndjson twice.ndjson > "$T_STATE/log"
hs-import -q -d c.db --source x --labels twice.csv > "$T_STATE/log"
hs-sample suspects -d c.db -c key | sed -n '1,80p' | sed 's/x:555/x:/' | sort -u > tenth
t_ok test "$(comm -12 flips tenth | wc -l)" -ge 10

t_done
