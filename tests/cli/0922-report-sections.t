#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report: corrections and flags, routing rules, keep-human and the pack, by
# tickets counted by hand.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many kettle lamp
default complexity low
default emotion neutral
default pattern repeatable
default tier automate
tag kettle
    set issue=kettle
    when text ~ kettle
tag lamp
    set issue=lamp
    when text ~ lamp
tag furious
    set emotion=frustrated
    when text ~ furious
END
cat > routes.rules <<'END'
rules 1
dimension segment many vip
tag vip
    set segment=vip
    when text ~ gold
route vip-first
    on open
    when segment = vip
    then human-first
    owner desk
    review 2026-05-01
route never
    on open
    when text ~ zebra
    then escalate
default open ai-first
default reply stay
END

# Tickets of the AI alone of a type in a month; MORE by their number.
month() { # TYPE MM N
	awk -v type="$1" -v month="$2" -v n="$3" 'BEGIN {
		for (i = 1; i <= n; i++) {
			day = sprintf("2026-%s-%02d", month, 1 + i % 28)
			june = month == "06"
			more = ""
			if (type == "kettle" && i <= (june ? 10 : 3))
				more = ",\"ai_state\":\"negative_feedback\""
			if (type == "lamp" && june && i == 1)
				more = ",\"ai_state\":\"negative_feedback\""
			if (type == "lamp" && june && i > 35)
				more = ",\"tags\":[\"ai-wrong\"]"
			if (type == "lamp" && june && i > 30 && i <= 33)
				more = ",\"csat\":\"bad\""
			text = "My " type " does not light."
			if (type == "lamp" && june && i <= 30)
				text = text " I am furious."
			if (type == "kettle" && june && i > 34)
				text = text " It is the gold one."
			printf "{\"id\":\"%s%s-%02d\",\"account\":\"%s%d\",\"requester\":\"%s%d\",\"subject\":\"Help\",\"status\":\"solved\",\"reopens\":0,\"created\":\"%sT09:00:00Z\",\"solved\":\"%sT10:00:00Z\"%s,\"messages\":[", type, month, i, type, i, type, i, day, day, more
			printf "{\"id\":\"1\",\"role\":\"customer\",\"at\":\"%sT09:00:00Z\",\"body\":\"%s\"},", day, text
			printf "{\"id\":\"2\",\"role\":\"ai\",\"at\":\"%sT09:01:00Z\",\"body\":\"Press the switch at the bottom for a second.\"}]}\n", day
		}
	}'
}
{
	month kettle 05 20
	month lamp 05 20
	month kettle 06 40
	month lamp 06 40
} > in.ndjson
hs-import -q -d a.db --flag-tag ai-wrong in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
sqlite3 a.db 'UPDATE tagging SET ai_answers = 1'
june='--since 2026-06-01 --until 2026-07-01'

figure() {
	sqlite3 -batch :memory: "SELECT json_extract(value, '\$.$3')
		FROM json_each(readfile('r.json'), '\$.figures')
		WHERE value ->> 'metric' = '$1' AND value ->> 'segment' = '$2'"
}
# The cells of a row of a table as text: words, or x and n of figures.
row() {
	sqlite3 -batch :memory: "WITH b AS (SELECT value FROM
			json_tree(readfile('r.json'), '\$.sections')
			WHERE key IS NOT NULL AND type = 'object'
			AND value ->> 'type' = 'table' AND value ->> 'id' = '$1'),
		r AS (SELECT j.value AS r FROM b, json_each(b.value, '\$.rows') j)
		SELECT group_concat(coalesce(f.value ->> 'xn', f.value ->> 'text',
			CASE c.type WHEN 'text' THEN c.value ELSE '-' END), '|')
		FROM r, json_each(r.r) c LEFT JOIN
			json_each(readfile('r.json'), '\$.figures') f
			ON c.type = 'object' AND f.value ->> 'id' = c.value ->> 'figure'
		WHERE r.r ->> 0 = '$2'"
}

t_case 'corrections and flags'
# shellcheck disable=SC2086 # options in words
t_run hs-report monthly -d a.db $june -f json -o r.json --sections corrections,keep,rules --rules routes.rules
t_status 0
t_err ''
t_ok test "$(figure corrections all xn)" = '11 of 80'
t_ok test "$(figure flags all xn)" = '5 of 80'
t_ok test "$(figure corrections issue=kettle xn)" = '10 of 40'
t_ok test "$(figure corrections.ratio issue=kettle estimate)" = 10.0
t_ok test "$(figure corrections.ratio issue=lamp estimate)" = 0.1
t_ok test "$(figure flags issue=lamp xn)" = '5 of 40'
t_ok test "$(figure flags.ratio issue=lamp status)" = NOT-MEASURABLE
t_ok test "$(figure corrections period=2026-05,issue=kettle xn)" = '3 of 20'
t_ok test "$(row corrections-by-type kettle | cut -d '|' -f 5)" = yes
t_ok test -z "$(row corrections-by-type lamp | cut -d '|' -f 5)"
sqlite3 -batch -separator '	' :memory: "SELECT value ->> 'estimate',
	value ->> 'query' FROM json_each(readfile('r.json'), '\$.figures')
	WHERE value ->> 'query' IS NOT NULL AND value ->> 'estimate' IS NOT NULL" > queries
t_ok test "$(wc -l < queries)" -ge 8
while IFS='	' read -r estimate query; do
	got=$(sqlite3 -batch -readonly a.db "$query" | cut -d '|' -f 1)
	t_ok awk "BEGIN { d = $estimate - $got; exit !(d < 1e-6 && d > -1e-6) }"
done < queries
# shellcheck disable=SC2086
t_run hs-report monthly -d a.db $june --sections corrections
t_ok grep -q 'Recurring: above the other types in 2026-05 too' "$T_STATE/out"
t_ok grep -q -- '- kettle: corrected' "$T_STATE/out"
t_ok test -z "$(grep -e '- lamp' "$T_STATE/out")"

t_case 'what stays with people'
t_ok test "$(figure keep_human.emotion issue=lamp xn)" = '30 of 60'
t_ok test -z "$(figure keep_human.emotion issue=kettle xn)"
list=$(figure keep_human.emotion issue=lamp list)
# shellcheck disable=SC2086
t_ok test "$($list -d a.db -q -f tsv | awk -F '\t' '$1 == "keep_human.emotion" &&
    $2 == "issue=lamp" { print $6, $7 }')" = '30 60'

t_case 'routing rules'
t_ok test "$(row routes vip-first)" = 'vip-first|a person first|6 of 80|6 of 80|'
t_ok test "$(row routes never)" = 'never|to a person at once|0 of 80|0 of 80|did not fire'
t_ok test "$(row routes default)" = 'default|AI first|74 of 80|74 of 80|'
t_ok test "$(row segments vip)" = 'vip|6 of 6|6 of 6|-'
list=$(figure ai_met_kept all list)
# shellcheck disable=SC2086
t_ok test "$($list -d a.db -q -f tsv | awk -F '\t' '$1 == "ai_met_kept" { print $6, $7 }')" = '6 6'
# shellcheck disable=SC2086
t_run hs-report monthly -d a.db $june --sections rules --rules routes.rules
t_ok grep -q 'vip-first, due 2026-05-01, desk' "$T_STATE/out"
t_ok test -z "$(grep 'never, due' "$T_STATE/out")"
# shellcheck disable=SC2086
t_run hs-report monthly -d a.db $june --sections rules
t_ok grep -q 'With --rules FILE' "$T_STATE/out"
# shellcheck disable=SC2086
t_run hs-report monthly -d a.db $june --sections rules --rules none.rules
t_status 2
t_err 'none.rules'

t_case 'a period without a ticket'
t_run hs-report monthly -d a.db --since 2026-01-01 --until 2026-02-01 \
    --sections accuracy,escalations,rules,corrections,keep,pages --rules routes.rules
t_status 0
t_ok grep -q 'there is nothing to replay' "$T_STATE/out"
t_ok test -z "$(grep -E 'asked again|hs-sample draw' "$T_STATE/out")"

t_case 'ten tickets, the same ten'
# shellcheck disable=SC2086
t_run hs-report pack -d a.db $june -f json -o p.json
t_status 0
keys() {
	sqlite3 -batch :memory: "SELECT value ->> 'ticket' FROM
		json_tree(readfile('$1'), '\$.sections')
		WHERE type = 'object' AND value ->> 'type' = 'thread'"
}
keys p.json > one
t_ok test "$(wc -l < one)" = 10
t_ok test "$(sort -u one | wc -l)" = 10
in=$(sed "s/.*/'&'/" one | paste -s -d , -)
# two that people put right, two rated badly, the rest of the AI alone
t_sql a.db "SELECT sum(k IN (SELECT key FROM correction UNION SELECT key FROM flag)),
	sum(k IN (SELECT key FROM tickets WHERE satisfied = 0)), count(*)
	FROM (SELECT key AS k FROM tickets WHERE key IN ($in))" <<'END'
2|2|10
END
t_ok test "$(sqlite3 -batch :memory: "SELECT DISTINCT json_array_length(value, '\$.questions')
	FROM json_tree(readfile('p.json'), '\$.sections')
	WHERE type = 'object' AND value ->> 'type' = 'thread'")" = 5
hs-import -q -d b.db --flag-tag ai-wrong in.ndjson > "$T_STATE/log"
hs-tag -q -d b.db --rules our.rules > "$T_STATE/log"
# shellcheck disable=SC2086
hs-report pack -d b.db $june -f json -o q.json
keys q.json > two
t_same one two 'whatever the AI said'

t_case 'the command that keeps the answers'
# shellcheck disable=SC2086
hs-report pack -d a.db $june -f json -o p.json
sqlite3 -batch :memory: "SELECT group_concat(value, '') FROM
	json_tree(readfile('p.json'), '\$.sections') WHERE type = 'text'
	AND path LIKE '%.spans'" > words
grep -o "hs-sample draw --sample pack[^T]*'" words > drawn
t_ok test -s drawn
printf ' -d a.db -q\n' | paste -d '\0' drawn - > draw.sh
t_run sh draw.sh
t_status 0
sort one > want
sort "$T_STATE/out" > got
t_same want got 'the sample is the ten'
t_done
