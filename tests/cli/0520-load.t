#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-sample load: answers from whatever a spreadsheet wrote, what is wrong told
# with its line, and verdicts by the rules of the draw.
. "$(dirname "$0")/tap.sh"

cat > t.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension issue many reset crash refund
dimension tier one automate < assist < human
tag reset
    set issue=reset
    set complexity=low
    set emotion=neutral
    set pattern=repeatable
    when text ~ \breset\b
    why Reset
tag crash
    set issue=crash
    set complexity=high
    set emotion=neutral
    set pattern=judgment
    when text ~ \bcrash
    why Crash
tag tier-automate
    set tier=automate
    when complexity = low
    and pattern = repeatable
    and emotion = neutral
    why Simple
tag tier-assist
    set tier=assist
    when pattern = repeatable
    and complexity = medium
    or pattern = repeatable
    and emotion = frustrated
    why Known
tag tier-human
    set tier=human
    when pattern = judgment
    or complexity = high
    or emotion = high-stakes
    why Person
END
awk 'BEGIN {
	for (i = 1; i <= 40; i++)
		printf "{\"id\":\"%d\",\"subject\":\"%s\",\"requester\":\"u%d\",\"status\":\"solved\",\"created\":\"2026-03-01T10:00:00Z\",\"solved\":\"2026-03-02T12:00:00Z\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":\"2026-03-01T10:00:00Z\",\"body\":\"Please %s it for me, number %d\"},{\"id\":\"2\",\"role\":\"agent\",\"at\":\"2026-03-01T11:00:00Z\",\"body\":\"Open the settings, press the button.\"}]}\n",
		    i, i % 4 ? "reset" : "crash", i, i % 4 ? "reset" : "crash", i }' > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules t.rules > "$T_STATE/log"
hs-sample draw -q -d a.db -n 30 --seed s > keys
{ read -r k1 && read -r k2 && read -r k3; } < keys
sqlite3 a.db "SELECT 'generic:' || t.ext_id FROM ticket t
	WHERE t.id NOT IN (SELECT ticket FROM sample_ticket) LIMIT 1" > out
read -r undrawn < out
sqlite3 a.db "SELECT 'generic:' || t.ext_id FROM ticket t JOIN sample_ticket d
	ON d.ticket = t.id WHERE d.tier = 'automate' ORDER BY at LIMIT 4" > auto
a1=$(sed -n 1p auto) a2=$(sed -n 2p auto) a3=$(sed -n 3p auto) a4=$(sed -n 4p auto)

t_answers() {
	sqlite3 "$1" "SELECT s.name || ':' || t.ext_id, r.reviewer, r.question,
		r.value FROM review r JOIN ticket t ON t.id = r.ticket
		JOIN source s ON s.id = t.source ORDER BY 1, 2, 3" > "$2"
}

t_verdicts() {
	sqlite3 "$1" "SELECT s.name || ':' || t.ext_id, v.reviewer, v.tier, v.kept
		FROM verdict v JOIN ticket t ON t.id = v.ticket
		JOIN source s ON s.id = t.source ORDER BY 1, 2" > "$2"
}

t_says=
# t_same_load what file ...: loaded into a copy, the answers are those wanted.
t_same_load() {
	t_what=$1
	shift
	cp a.db b.db
	t_run hs-sample load -q -d b.db "$@"
	t_status 0
	t_err "$t_says"
	t_answers b.db got
	t_same answers got "$t_what"
}

# A plain sheet, as others are made from.
{
	printf 'sample,key,reviewer,subject,complexity,emotion,pattern,issue,note\n'
	printf 'review-1,codebook,,,low or high,calm,x,y,z\n'
	printf 'review-1,%s,Zoé,"=1+1; ""a"", b",low,neutral,repeatable,reset,"two\nlines; ""q"", café"\n' "$k1"
	printf 'review-1,%s,Zoé,x,high,unclear,judgment,other,'"'"'=1+1\n' "$k2"
	printf 'review-1,%s,Zoé,x,medium,high-stakes,repeatable,unclear,-\n' "$k3"
} > plain.csv
cat > answers <<END
$k1|Zoé|complexity|low
$k1|Zoé|emotion|neutral
$k1|Zoé|issue|reset
$k1|Zoé|note|two
lines; "q", café
$k1|Zoé|pattern|repeatable
$k2|Zoé|complexity|high
$k2|Zoé|emotion|unclear
$k2|Zoé|issue|other
$k2|Zoé|note|=1+1
$k2|Zoé|pattern|judgment
$k3|Zoé|complexity|medium
$k3|Zoé|emotion|high-stakes
$k3|Zoé|issue|unclear
$k3|Zoé|pattern|repeatable
END
sort answers > sorted
cp a.db b.db
t_case 'counts'
t_run hs-sample load -d b.db plain.csv
t_status 0
t_err '^hs-sample: answers: 14 new, 0 changed, 0 unchanged; rows: 3 read, 0 rejected$'
t_answers b.db got
sort got > got.sorted
t_same sorted got.sorted 'what was answered is stored'
cp got answers
t_run hs-sample load -d b.db plain.csv
t_err '^hs-sample: answers: 0 new, 0 changed, 14 unchanged; rows: 3 read, 0 rejected$'
sed 's/,low,neutral/,high,neutral/' plain.csv > later.csv
t_run hs-sample load -d b.db later.csv
t_err '^hs-sample: answers: 0 new, 1 changed, 13 unchanged'

t_case 'as spreadsheets write it'
t_same_load 'as it is' plain.csv
# semicolons, outside quotes alone
awk 'BEGIN { FS = "\""; OFS = "\"" } { for (i = 1; i <= NF; i++) {
	if (!in_quotes) gsub(/,/, ";", $i)
	if (i < NF) in_quotes = !in_quotes } print }' plain.csv > semicolon.csv
t_same_load semicolons semicolon.csv
{ echo 'sep=;' && cat semicolon.csv; } > sep.csv
t_same_load 'sep=' sep.csv
awk 'BEGIN { FS = "\""; OFS = "\"" } { for (i = 1; i <= NF; i++) {
	if (!in_quotes) gsub(/,/, "\t", $i)
	if (i < NF) in_quotes = !in_quotes } print }' plain.csv > tab.tsv
t_same_load tabs tab.tsv
{ printf '\357\273\277' && cat plain.csv; } > bom.csv
t_same_load 'a BOM' bom.csv
# the line feed of a cell stays one
awk 'BEGIN { FS = "\"" } { for (i = 1; i < NF; i++) in_quotes = !in_quotes
	printf "%s%s", $0, in_quotes ? "\n" : "\r\n" }' plain.csv > crlf.csv
t_same_load CRLF crlf.csv
iconv -f UTF-8 -t UTF-16LE bom.csv > utf16.csv
t_same_load UTF-16 utf16.csv
iconv -f UTF-8 -t CP1252 semicolon.csv > cp1252.csv
t_says='cp1252.csv: not UTF-8: 4 characters are read as Windows-1252'
t_same_load Windows-1252 cp1252.csv
t_says=
sed '1s/.*/SAMPLE, Key ,Reviewer,Subject,COMPLEXITY,Emotion , pattern,Issue Type,Note/' \
    plain.csv > head.csv
t_same_load 'another header' head.csv
awk -F, '/^review-1,codebook/ { next } { print } NR == 1 { for (i = 1; i <= 4; i++)
	print ",,,,,,,," } END { print "review-1" }' plain.csv > empty.csv
t_same_load 'rows without answers, and cells left out at the end' empty.csv
sqlite3 b.db ".mode csv" ".import plain.csv sheet" ".mode list" \
    "SELECT json_object('Sample', sample, 'key', key, 'reviewer', reviewer,
	'complexity', complexity, 'emotion', emotion, 'pattern', pattern,
	'issue_type', issue, 'note', ltrim(note, ''''), 'nested', json('[1]'))
	FROM sheet" > plain.ndjson
t_same_load NDJSON plain.ndjson
{ echo '[' && sed '$!s/$/,/' plain.ndjson && echo ']'; } > plain.json
t_same_load 'a JSON array' plain.json
gzip -c plain.csv > plain.csv.gz
t_same_load compressed plain.csv.gz
cp a.db b.db
t_run hs-sample load -q -d b.db - < plain.csv
t_answers b.db got
t_same answers got 'standard input'
sed 's/^review-1,/,/; s/,Zoé,/,,/; s/generic://' plain.csv |
    sed '1s/.*/sample,id,reviewer,subject,complexity,emotion,pattern,issue,note/' > id.csv
t_same_load 'ids, and what options say' --sample review-1 --reviewer Zoé \
    --source generic id.csv

t_case 'what is wrong is told'
cat > bad.csv <<END
key,reviewer,complexity,emotion,pattern,issue,colour,sample
generic:no,ann,low,,,,,
$undrawn,ann,low,,,,,
$k1,ann,easy,neutral,,,,
$k1,ann,low,,,flood,,
$k1,,low,,,,red,
$k1,ann,low,,,,,nosuch
$k1,ann,low,,,,,
$k1,ann,low,neutral,,,,
$k1,ann,high,,repeatable,,,
$k2,ann,,,,,,
,ann,low,,,,,
END
cp a.db b.db
t_run hs-sample load -d b.db bad.csv
t_status 3
t_err_is <<END
hs-sample: bad.csv: column 'colour' is not read
hs-sample: bad.csv:2: no ticket 'generic:no'
hs-sample: bad.csv:3: ticket $undrawn is not in sample review-1
hs-sample: bad.csv:4: complexity 'easy': not one of low, medium, high, unclear
hs-sample: bad.csv:5: issue 'flood': no type of the rule set; 'other' when none fits, hs-sample codebook --sample lists them
hs-sample: bad.csv:7: no sample 'nosuch'; there is review-1
hs-sample: bad.csv:10: complexity: ann answered another thing before in this input
hs-sample: bad.csv:12: no ticket: a column 'key' names it
hs-sample: 1 rows name no reviewer and are taken as those of one, 'reviewer'; --reviewer names who it is
hs-sample: answers: 3 new, 0 changed, 0 unchanged; rows: 11 read, 7 rejected
END
t_answers b.db got
cat > want <<END
$k1|ann|complexity|low
$k1|ann|emotion|neutral
$k1|reviewer|complexity|low
END
t_same want got 'the rest is taken, and an empty cell is no answer'
printf 'key,reviewer,emotion\n%s,ann,neutral\n%s,ann,\n' "$k1" "$k1" > half.csv
t_run hs-sample load -q -d b.db half.csv
t_status 0
t_answers b.db got
t_same want got 'nor does it withdraw one'
t_run hs-sample load -d a.db
t_status 2
t_run hs-sample load -d a.db none.csv
t_status 2
t_run hs-sample load -d a.db --sample nosuch plain.csv
t_status 2
t_run hs-sample load -d a.db --seed x plain.csv
t_status 2
t_err '--seed goes with draw'

t_case 'two reviewers'
printf 'key,complexity,emotion,pattern\n%s,low,neutral,repeatable\n' "$k1" > one.csv
printf 'key,reviewer,complexity,emotion,pattern\n%s,bob,high,neutral,repeatable\n' "$k1" > two.csv
cp a.db b.db
t_run hs-sample load -q -d b.db --reviewer ann one.csv two.csv
t_status 0
t_sql b.db "SELECT reviewer, tier FROM verdict ORDER BY 1" <<'END'
ann|automate
bob|human
END
cp a.db c.db
hs-sample load -q -d c.db two.csv
hs-sample load -q -d c.db --reviewer ann one.csv
t_answers b.db want
t_answers c.db got
t_same want got 'two files at once or one after the other'

t_case 'two samples'
cp a.db b.db
hs-sample draw -q -d b.db -n 30 --seed s > "$T_STATE/log"
cat > samples.csv <<END
sample,key,reviewer,complexity,emotion,pattern
,$k1,ann,low,neutral,repeatable
review-1,$k1,ann,high,neutral,repeatable
review-2,$k2,ann,high,neutral,repeatable
END
t_run hs-sample load -q -d b.db samples.csv
t_status 0
t_sql b.db "SELECT s.name, 'generic:' || t.ext_id = '$k1', v.tier FROM verdict v
	JOIN sample s ON s.id = v.sample JOIN ticket t ON t.id = v.ticket
	ORDER BY 1, 2" <<'END'
review-1|1|human
review-2|0|human
review-2|1|automate
END

t_case verdicts
cat > verdicts.csv <<END
key,reviewer,complexity,emotion,pattern,issue
$a1,ann,low,neutral,repeatable,
$a2,ann,unclear,neutral,repeatable,
$a3,ann,unclear,neutral,judgment,
$a4,ann,low,frustrated,repeatable,other
$a1,bob,,unclear,,crash
$a2,bob,,,,crash
$a3,cy,low,,,reset
END
cp a.db kept.db
sqlite3 kept.db "INSERT INTO sample_keep SELECT id, 'crash' FROM sample"
cp kept.db b.db
t_run hs-sample load -q -d b.db verdicts.csv
t_status 0
t_verdicts b.db got
sort > want <<END
$a1|ann|automate|0
$a1|bob|unclear|1
$a2|ann|unclear|0
$a3|ann|human|0
$a3|cy|automate|0
$a4|ann|assist|0
END
sort got > got.sorted
t_same want got.sorted 'tiers as the rules give them'
printf 'key,reviewer,complexity,emotion,pattern\n%s,dan,low,unclear,repeatable\n' \
    "$a1" > unclear.csv
cp kept.db c.db
sqlite3 c.db "INSERT INTO sample_keep SELECT id, 'reset' FROM sample"
hs-sample load -q -d c.db unclear.csv
t_sql c.db "SELECT v.tier, v.kept, j.automate FROM verdict v JOIN judged j
	USING (sample, ticket)" <<'END'
unclear|1|0
END

t_case 'only the rules of the draw count'
sed 's/complexity = low/complexity = high/; s/tier=automate/tier=human/;
    s/low < medium < high/high < medium < low/' t.rules > other.rules
cp kept.db c.db
hs-tag -q -d c.db --rules other.rules > "$T_STATE/log" 2>&1
sqlite3 c.db "INSERT INTO override SELECT id, 'tier', 'human', 'x' FROM ticket;
	DELETE FROM keep_issue"
hs-sample load -q -d c.db verdicts.csv
for view in verdict judged reviewed ceiling_verified; do
	sqlite3 b.db "SELECT * FROM $view ORDER BY 1, 2, 3, 4" > want
	sqlite3 c.db "SELECT * FROM $view ORDER BY 1, 2, 3, 4" > got
	t_ok test -s want
	t_same want got "$view after another rule set"
done

t_case 'the tags of the draw give the tier of the draw'
generate --seed 4 --tickets 300 exports > "$T_STATE/log" 2>&1
hs-import -q -d g.db exports > "$T_STATE/log"
hs-tag -q -d g.db > "$T_STATE/log"
hs-sample draw -q -d g.db -n 200 --seed g > "$T_STATE/log"
# "other", so that no two tags of a ticket are all the machine's
sqlite3 -csv g.db "SELECT n.name || ':' || t.ext_id, 'ann', d.complexity, d.emotion,
	d.pattern, 'other' FROM sample_ticket d JOIN ticket t ON t.id = d.ticket
	JOIN source n ON n.id = t.source" > rows
{ echo key,reviewer,complexity,emotion,pattern,issue && cat rows; } > same.csv
t_run hs-sample load -q -d g.db same.csv
t_status 0
t_sql g.db "SELECT count(*) >= 150, sum(v.tier <> coalesce(d.tier, 'unknown')),
	count(DISTINCT v.tier) >= 3, sum(v.kept) FROM verdict v
	JOIN sample_ticket d USING (sample, ticket)" <<'END'
1|0|1|0
END

t_case 'models do not decide what answers make of a ticket'
awk 'BEGIN {
	split("kettle boils water steam lid spout|garden hedge roses soil spade seeds", kind, "|")
	m = split("please tell me about our old thing at home since monday it is so and why", all, " ")
	seed = 7
	for (i = 1; i <= 240; i++) {
		c = split(kind[i % 2 + 1], own, " ")
		text = "reset"
		for (j = 0; j < 9; j++) {
			seed = (seed * 1103515245 + 12345) % 2147483648
			r = int(seed / 65536)
			text = text " " (j % 3 == 0 ? own[r % c + 1] : all[r % m + 1])
		}
		printf "{\"id\":\"%d\",\"status\":\"solved\",\"created\":\"2026-03-01T10:00:00Z\",\"solved\":\"2026-03-02T12:00:00Z\",\"requester\":\"m%d\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":\"2026-03-01T10:00:00Z\",\"body\":\"%s\"}]}\n",
		    i, i, text > "model.ndjson"
		printf "%s%d,%s,x\n", i == 1 ? "id,tier,by\n" : "", i,
		    i % 2 ? "automate" : "human" > "labels.csv"
	}
}'
hs-import -q -d m.db --source x model.ndjson > "$T_STATE/log"
hs-import -q -d m.db --source x --labels labels.csv > "$T_STATE/log"
hs-tag learn -q -d m.db --rules t.rules > "$T_STATE/log"
hs-tag -q -d m.db --rules t.rules > "$T_STATE/log"
hs-sample draw -q -d m.db -n 240 --seed m > "$T_STATE/log"
t_sql m.db "SELECT tier, count(*) FROM sample_ticket GROUP BY 1" <<'END'
automate|120
human|120
END
sqlite3 m.db "SELECT 'x:' || ext_id || ',ann,low,frustrated,repeatable' FROM ticket" > rows
{ echo key,reviewer,complexity,emotion,pattern && cat rows; } > model.csv
t_run hs-sample load -q -d m.db model.csv
t_status 0
t_sql m.db "SELECT tier, count(*) FROM verdict GROUP BY 1" <<'END'
assist|240
END
sed 's/frustrated/neutral/; s/,ann,/,bob,/' model.csv > agrees.csv
t_run hs-sample load -q -d m.db agrees.csv
t_sql m.db "SELECT tier, count(*) FROM verdict WHERE reviewer = 'bob' GROUP BY 1" \
    'nor where they are its own tags' <<'END'
automate|240
END

t_case 'texts that changed or are gone'
sed 's/reset/crash crash refund/g' in.ndjson > changed.ndjson
cp kept.db c.db
hs-import -q -d c.db changed.ndjson > "$T_STATE/log"
hs-sample load -q -d c.db verdicts.csv
t_verdicts b.db want
t_verdicts c.db got
t_same want got 'verdicts after the text changed'
cp kept.db c.db
echo "generic:u${a1#generic:}" > forget
t_run hs-import -q -d c.db --forget forget
t_status 0
sed 's/$/,/; 1s/,$/,note/; 2s/,$/,about the customer/' verdicts.csv > noted.csv
t_run hs-sample load -d c.db noted.csv
t_status 0
t_err '1 notes are left out: their tickets are forgotten'
t_verdicts c.db got
t_same want got 'verdicts after the customer was forgotten'
t_sql c.db "SELECT count(*) FROM review WHERE question = 'note'" <<'END'
0
END

t_case 'hostile sheets'
{
	head -n 1 plain.csv
	printf 'review-1,%s,ann,"' "$k1"
	head -c 10000000 /dev/zero | tr '\0' 'x'
	printf '",low,,,,\nreview-1,%s,ann,x,low,,,,"' "$k2"
	head -c 40000 /dev/zero | tr '\0' 'x'
	printf '"\n'
} > huge.csv
cp a.db b.db
t_run hs-sample load -d b.db huge.csv
t_status 3
t_err '^hs-sample: huge.csv:3: note: 40000 bytes, at most 32767$'
t_err 'answers: 1 new'
printf 'key,reviewer,complexity\n%s,a\000n\033[2Jn,low\n%s,an\001n,low\n%s,ann,l\000w\n' \
    "$k1" "$k2" "$k3" > nul.csv
cp a.db b.db
t_run hs-sample load -d b.db nul.csv
t_status 3
t_ok test "$(tr -d '\n' < "$T_STATE/err" | tr -dc '\000-\037\177' | wc -c)" -eq 0
t_sql b.db 'SELECT count(*) FROM review' <<'END'
0
END
awk -v k="$k1" 'BEGIN { print "key,reviewer,complexity"
	for (i = 0; i < 1000000; i++) print i % 2 ? k ",ann,low" : "x" i ",ann,low" }' > many.csv
cp a.db b.db
t_run timeout 60 hs-sample load -d b.db many.csv
t_status 3
t_err 'answers: 1 new, 0 changed, 0 unchanged; rows: 1000000 read, 500000 rejected'
t_ok test "$(wc -l < "$T_STATE/err")" -lt 100

t_case 'killed at any moment, all or nothing is there'
sqlite3 a.db "SELECT 'generic:' || t.ext_id || ',r' || n.value ||
	',low,frustrated,judgment' FROM sample_ticket d JOIN ticket t ON t.id = d.ticket,
	generate_series(1, 300) n" > rows 2> "$T_STATE/log" ||
    awk '{ for (i = 1; i <= 300; i++) print $0 ",r" i ",low,frustrated,judgment" }' \
	keys > rows
{ echo key,reviewer,complexity,emotion,pattern && cat rows; } > kill.csv
for wait in 0.02 0.1 0.2 0.4 0.8; do
	cp a.db k.db
	hs-sample load -q -d k.db kill.csv > "$T_STATE/log" 2>&1 &
	pid=$!
	sleep $wait
	kill -9 $pid 2> "$T_STATE/log"
	wait $pid 2> "$T_STATE/log"
	t_sql k.db "SELECT (r = 0 AND v = 0) OR (r = 27000 AND v = 9000) FROM (SELECT
		(SELECT count(*) FROM review) AS r, (SELECT count(*) FROM verdict) AS v)" \
	    "killed after $wait s" <<'END'
1
END
done
t_case 'a file that is no sheet'
printf 'key,comlexity\n%s,low\n' "$k1" > slip.csv
t_run hs-sample load -d a.db --reviewer ann slip.csv
t_status 3
t_err_is <<'END'
hs-sample: slip.csv: column 'comlexity' is not read
hs-sample: no column has the name of a question; hs-sample codebook shows them
hs-sample: answers: 0 new, 0 changed, 0 unchanged; rows: 1 read, 0 rejected
END

t_case 'a tag that nothing in the ticket decides'
cp a.db b.db
printf 'key,reviewer,complexity,emotion,pattern,issue\n%s,ann,low,Unknown,repeatable,unknown\n%s,ann,high,unknown,,\n%s,ann,low,unclear,repeatable,\n' \
    "$k1" "$k2" "$k3" > unknown.csv
t_run hs-sample load -d b.db unknown.csv
t_status 0
t_sql b.db "SELECT count(*), sum(v.tier = 'unknown'), sum(v.tier = 'human'),
	sum(v.tier = 'unclear') FROM verdict v" \
    'unknown is no automate, unclear may be one' <<'END'
3|1|1|1
END

t_case 'a reviewer of no UTF-8'
cp a.db b.db
printf 'key,complexity\n%s,low\n' "$k1" > one.csv
t_run hs-sample load -d b.db --reviewer "$(printf 'a\377')" one.csv
t_status 3
t_err "one.csv:2: the reviewer's name is not UTF-8"
t_sql b.db 'SELECT count(*) FROM review' <<'END'
0
END

t_done
