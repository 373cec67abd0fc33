#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report: formats, options, the period and what is wrong with it, and that
# every figure with a query is what the query gives.
. "$(dirname "$0")/tap.sh"

april=1775001600 may=1777593600 june=1780272000 july=1782864000

# t_tickets PREFIX N SINCE UNTIL: tickets evenly over a span; of four the AI
# answers two, hands over one, and people answer one.
t_tickets() {
	awk -v p="$1" -v n="$2" -v a="$3" -v b="$4" 'BEGIN {
	for (i = 0; i < n; i++) {
		t = int(a + (b - a - 7200) * i / n)
		printf "{\"id\":\"%s%d\",\"subject\":\"Question %d\"", p, i, i
		printf ",\"status\":\"solved\",\"created\":%d,\"solved\":%d", t, t + 3600
		printf ",\"account\":\"acc%d\",\"messages\":[", int(i / 4) % 40
		printf "{\"id\":\"a\",\"role\":\"customer\",\"at\":%d,", t
		printf "\"body\":\"How do I reset my password on the site?\"}"
		if (i % 4 < 3) {
			printf ",{\"id\":\"b\",\"role\":\"ai\",\"at\":%d,", t + 60
			printf "\"body\":\"Open the sign-in page and press Forgot password.\"}"
		}
		if (i % 4 > 1) {
			printf ",{\"id\":\"c\",\"role\":\"agent\",\"at\":%d,", t + 900
			printf "\"body\":\"I have sent you a link that lets you choose one.\"}"
		}
		print "]}"
	} }'
}

{
	t_tickets a 400 $april $may
	t_tickets b 500 $may $june
	t_tickets c 600 $june $july
} > big.ndjson
hs-import -q -d big.db big.ndjson > "$T_STATE/log" &&
    hs-tag -q -d big.db > "$T_STATE/log"
HS_DB=big.db
export HS_DB

t_case 'text'
t_run hs-report monthly
t_status 0
t_err ''
cp "$T_STATE/out" june.txt
t_ok grep -q '^Support report, June 2026$' june.txt
t_ok grep -q '^1 to 30 June 2026, UTC$' june.txt
t_ok test "$(LC_ALL=C.UTF-8 wc -L < june.txt)" -le 80
t_ok grep -Eq '^Tickets counted here +600 ' june.txt
t_run grep "$(printf '\302\240')" june.txt
t_status 1
t_run grep -q '^!' june.txt
t_status 1

t_case 'the month, the quarter, four weeks'
t_run hs-report monthly --month 2026-05
t_ok grep -q '^Support report, May 2026$' "$T_STATE/out"
t_run hs-report quarterly
t_ok grep -q '^Quarterly support report, April to June 2026$' "$T_STATE/out"
t_run hs-report dash
t_ok grep -q '^Support dashboard, 3 to 30 June 2026$' "$T_STATE/out"
t_run hs-report monthly --asof 2026-06-29
t_ok grep -q '^Support report, May 2026$' "$T_STATE/out"
t_run hs-report monthly --since 2026-05-20 --until 2026-06-20
t_ok grep -q '^Support report, 20 May to 19 June 2026$' "$T_STATE/out"
t_run hs-report monthly --report-tz Asia/Tokyo -f json
t_ok grep -q '"subtitle": "1 to 30 June 2026, Asia/Tokyo"' "$T_STATE/out"
t_ok grep -q '"since": "2026-05-31T15:00:00Z"' "$T_STATE/out"
t_run hs-report monthly --until 2026-06-20
t_status 2
t_err 'since when'

t_case 'Markdown'
t_run hs-report monthly -f md
t_status 0
t_ok grep -q '^# Support report, June 2026$' "$T_STATE/out"
t_ok grep -q '^| Tickets counted here | 600 |' "$T_STATE/out"

t_case 'JSON'
t_run hs-report monthly -f json
t_status 0
cp "$T_STATE/out" june.json
t_sql big.db "SELECT json_extract(j, '\$.kind'), json_extract(j, '\$.period.since'),
 json_extract(j, '\$.period.until'), json_extract(j, '\$.before.name')
 FROM (SELECT readfile('june.json') AS j)" <<'END'
monthly|2026-06-01T00:00:00Z|2026-07-01T00:00:00Z|2026-05
END

t_case 'HTML'
t_run hs-report monthly -f html
t_status 0
t_ok grep -qi '^<!doctype html>' "$T_STATE/out"
t_ok xmllint --html --noout "$T_STATE/out"

t_case 'the same bytes'
for f in text md json html; do
	hs-report monthly -f $f -j 1 > one
	hs-report monthly -f $f -j 2 > two
	t_same one two "$f, one thread and two"
done

t_case '-o'
mkdir box
for f in md json html; do
	t_run hs-report monthly -o box/r.$f
	t_status 0
	hs-report monthly -f $f > want
	t_same want box/r.$f "by the name of the file: $f"
done
echo precious > box/r.md
t_run hs-report monthly -o box/r.md --fail-if 'no_such > 1'
t_status 2
t_err "no figure 'no_such'"
t_ok grep -q '^precious$' box/r.md
t_ok test "$(find box -type f | wc -l)" -eq 3

t_case '--sections'
t_run hs-report monthly --sections no-such
t_status 2
t_err "no section 'no-such': there are .*counted"
t_run hs-report monthly --sections counted
t_status 0
t_ok test "$(grep -c '^-*-$' "$T_STATE/out")" -eq 1
hs-report monthly --sections , 2> "$T_STATE/err"
sed 's/.*there are //; s/, */\n/g' "$T_STATE/err" > names
while read -r name; do
	t_ok grep -q "^\\.It Cm $name\$" "$T_ROOT/man/hs-report.1"
done < names

t_case '--title'
t_run hs-report monthly -f html --title 'A & <script>alert(1)</script>'
t_ok grep -q 'A &amp; &lt;script' "$T_STATE/out"
t_run hs-report monthly -f md --title '<b>x</b> [y](z) `w`'
t_ok grep -qF '# \<b\>x\</b\> \[y\](z) \`w\`' "$T_STATE/out"
t_run hs-report monthly --title "$(printf 'a\033[31mb')"
t_ok grep -qF 'a?[31mb' "$T_STATE/out"

t_case '--logo'
printf '\211PNG\r\n\032\nand so on' > logo.png
t_run hs-report monthly -f json --logo logo.png
t_status 0
t_ok grep -qF "data:image/png;base64,$(base64 < logo.png)" "$T_STATE/out"
t_run hs-report monthly -f html --logo logo.png
t_ok grep -qF "data:image/png;base64," "$T_STATE/out"
echo '<svg onload="alert(1)"/>' > logo.svg
t_run hs-report monthly --logo logo.svg
t_status 2
t_err 'no PNG or JPEG'
{ cat logo.png; head -c 300000 /dev/zero; } > large.png
t_run hs-report monthly --logo large.png
t_status 2
t_err 'more than 262144 bytes'
t_run hs-report monthly --logo gone.png
t_status 2
t_err 'gone.png'

t_case '--ticket-url'
for url in 'javascript:%s' 'https://x.example/' 'https://x.example/%s/%s' 'https://x%s/'; do
	t_run hs-report monthly -f html --ticket-url "$url"
	t_status 2
	t_err 'ticket-url'
done

t_case '--fail-if'
t_run hs-report monthly -o box/r.md --fail-if 'deflection > 0.3'
t_status 1
t_err 'deflection is past its limit'
t_ok grep -q '^# Support report' box/r.md
t_run hs-report monthly --fail-if 'deflection > 0.5' --fail-if 'deflection < 0.5'
t_status 0
t_err ''
t_run hs-report monthly --fail-if 'deflection'
t_status 2
t_silent() { t_ok test ! -s "$T_STATE/out"; }
t_silent
t_run hs-report monthly --fail-if 'counted.tickets < 601'
t_status 1
t_run hs-report monthly --min-n 5000 --fail-if 'deflection > 0.1'
t_status 3
t_err 'deflection has no number to test'
t_run hs-report monthly --min-n 0
t_status 2

# Figures whose estimate, x, n or N is not what their query gives.
t_queries() {
	sqlite3 :memory: "SELECT json_extract(value, '\$.query')
	 FROM json_each(readfile('$1'), '\$.figures')
	 WHERE json_extract(value, '\$.query') IS NOT NULL ORDER BY key" > queries
	sqlite3 -separator ' ' -nullvalue - :memory: "SELECT
	 json_extract(value, '\$.id'), json_extract(value, '\$.estimate'),
	 json_extract(value, '\$.x'), json_extract(value, '\$.n'),
	 json_extract(value, '\$.N'), json_extract(value, '\$.status')
	 FROM json_each(readfile('$1'), '\$.figures')
	 WHERE json_extract(value, '\$.query') IS NOT NULL ORDER BY key" > said
	sqlite3 -separator ' ' -nullvalue - "$2" < queries > counted
	paste -d ' ' said counted | awk '
	# what is hidden has no estimate and no x; a median no x
	function differs(a, b, by) {
		return a != "-" && (b == "-" || a - b > by || b - a > by)
	}
	differs($2, $7, 0.0500001) || ($6 ~ /^(MEASURED|ESTIMATED)$/ &&
	    $7 <= 1 && $7 > 0 && differs($2, $7, 0.0000006)) ||
	differs($3, $8, 0) || differs($4, $9, 0) || differs($5, $10, 0)'
}

t_case 'figures are what their queries give'
t_ok test "$(t_queries june.json big.db | tee wrong | wc -l)" -eq 0
t_ok test "$(wc -l < queries)" -ge 1
t_comment < wrong

t_case 'a month of 180 tickets'
{
	t_tickets a 100 $april $may
	t_tickets b 150 $may $june
	t_tickets c 180 $june $july
} > small.ndjson
hs-import -q -d small.db small.ndjson > "$T_STATE/log" &&
    hs-tag -q -d small.db > "$T_STATE/log"
t_run hs-report monthly -d small.db
t_status 0
t_ok grep -q '^Support report, April to June 2026$' "$T_STATE/out"
sed -n 1,12p "$T_STATE/out" | tr '\n' ' ' | sed 's/! //g' > page
t_ok grep -q 'June 2026 has only 180 \[1\] tickets' page
t_ok grep -q 'about the 430 \[2\] tickets of April to June 2026' page
t_ok grep -q '12 of 18' page
t_ok test -z "$(grep ' of 430 .* of the 430 ' page)"
t_run hs-report monthly -d small.db -f json
t_ok grep -q '"small": true' "$T_STATE/out"
t_run hs-report monthly -d small.db --since 2026-06-01 --until 2026-07-01
t_ok grep -q '^Support report, June 2026$' "$T_STATE/out"
t_ok grep -q '^! June 2026 has only 180 \[1\] tickets: shares are told as' "$T_STATE/out"

t_case 'a month without a ticket'
{
	t_tickets a 100 $april $may
	t_tickets c 180 $june $july
} > gap.ndjson
hs-import -q -d gap.db gap.ndjson > "$T_STATE/log" &&
    hs-tag -q -d gap.db > "$T_STATE/log"
t_run hs-report monthly -d gap.db --month 2026-05
t_status 0
t_ok grep -q '^! No ticket was created in May 2026\. ' "$T_STATE/out"
t_ok grep -q '100 \[1\] tickets of March to May 2026' "$T_STATE/out"
t_run hs-report monthly -d gap.db --month 2025-05
t_status 0
tr '\n' ' ' < "$T_STATE/out" | sed 's/! //g' > page
t_ok grep -q 'No ticket was created in May 2025, nor in the two months before' page
t_ok grep -q 'there is nothing to report' page
t_run hs-report monthly -d gap.db --month 2026-09
t_ok grep -q '^! The data ends on 30 June 2026, before September 2026 begins\.' "$T_STATE/out"

t_case 'a month cut on the 20th, not tagged'
t_tickets c 3000 $june $((june + 20 * 86400)) > cut.ndjson
hs-import -q -d cut.db cut.ndjson > "$T_STATE/log"
t_run hs-report monthly -d cut.db --month 2026-06
t_status 0
sed -n 1,16p "$T_STATE/out" | tr '\n' ' ' | sed 's/! //g' > page
t_ok grep -q 'June 2026 is not complete: it is cut on 20 June 2026' page
t_ok grep -q '3,000 \[1\] of 3,000 \[2\] tickets are not tagged' page
for f in md html json; do
	t_run hs-report monthly -d cut.db --month 2026-06 -f $f
	t_ok grep -q 'is cut on 20 June 2026' "$T_STATE/out"
done

t_case 'a month that is not over, or does not tell enough'
warns() { # what page one has to say
	sed -n '/^!/p' "$T_STATE/out" | tr '\n' ' ' | sed 's/! //g' > page
	t_ok grep -q "$1" page
}
t_tickets a 400 $june $july > all.ndjson
# the last twenty that the AI had alone are open
awk 'NR > 360 && !/"agent"/ { sub("\"solved\",\"created", "\"open\",\"created")
	sub(/,"solved":[0-9]*/, "") } { print }' all.ndjson > open.ndjson
sed 's/"status":"solved",//; s/,"solved":[0-9]*//' all.ndjson > talk.ndjson
sed 's/"role":"ai"/"role":"agent"/' all.ndjson > people.ndjson
sed 's/,"messages":.*/}/' all.ndjson > bare.ndjson
for f in open talk people bare; do
	hs-import -q -d $f.db $f.ndjson > "$T_STATE/log"
	hs-tag -q -d $f.db > "$T_STATE/log"
done
t_run hs-report monthly -d open.db --sections summary
warns '20 \[1\] tickets are still open with the AI alone: they count as not resolved'
t_run hs-report monthly -d talk.db --sections summary
warns '400 \[1\] tickets come without a status or a time of solution'
t_run hs-report monthly -d people.db --sections summary
warns 'No AI is seen in any ticket.*--ai-author'
t_run hs-report monthly -d bare.db --sections summary
warns '400 \[1\] tickets do not tell who answered them'

hs-import -q -d open.db people.ndjson --source late > "$T_STATE/log"
t_run hs-report monthly -d open.db --sections summary
t_ok test -z "$(grep 'do not tell' "$T_STATE/out")"
t_run hs-report monthly -d big.db --month 2026-07
warns '1,100 \[1\] tickets of May to July 2026\. '
t_ok test -z "$(grep '12 of 18' "$T_STATE/out")"

t_case 'a source that ends before the others'
t_tickets z 300 $june $((june + 10 * 86400)) > half.ndjson
cp big.db half.db
hs-import -q -d half.db --source old half.ndjson > "$T_STATE/log"
hs-tag -q -d half.db > "$T_STATE/log"
t_run hs-report monthly -d half.db
t_ok grep -q '^! The data of old ends on 10 June 2026, earlier than the rest' "$T_STATE/out"

t_case 'what must not come out'
awk 'BEGIN {
	name = "Quillhaven"; card = "4111 1111 1111 1111"
	token = "sk_live_9aK2mQ7xZt4LbW8cR1vY6pDs"; mail = "tom@quill.example"
	for (i = 0; i < 400; i++) {
		t = 1780272000 + i * 6000
		printf "{\"id\":\"h%d\",\"subject\":\"%s %s\",\"status\":\"solved\"", i, "=cmd()", "<script>"
		printf ",\"created\":%d,\"solved\":%d,\"requester_name\":\"Tom %s\",\"messages\":[", t, t + 9000, name
		printf "{\"id\":\"a\",\"role\":\"customer\",\"at\":%d,\"body\":\"Hello, I am Tom %s, %s. My order number is 7788990, my card %s, my key %s. Where is my refund? <script>alert(7)</script> =cmd() \\u001b[31mred\"}", t, name, mail, card, token
		printf ",{\"id\":\"b\",\"role\":\"ai\",\"at\":%d,\"body\":\"I will pass you on to a colleague, Tom %s.\"}", t + 60, name
		printf ",{\"id\":\"c\",\"role\":\"agent\",\"at\":%d,\"body\":\"Hello Tom %s, what is your order number, and what is your e-mail address? <script>alert(7)</script>\"}]}\n", t + 600, name
	}
}' > evil.ndjson
hs-import -q -d evil.db evil.ndjson > "$T_STATE/log" &&
    hs-tag -q -d evil.db > "$T_STATE/log"
for kind in dash monthly quarterly pack; do
	for f in text md html json; do
		t_run hs-report $kind -d evil.db -f $f --since 2026-06-01 --until 2026-07-01
		t_ok test "$(cat "$T_STATE/status")" -ne 4
		t_ok test "$(grep -icE 'quillhaven|4111 1111|sk_live|tom@quill' "$T_STATE/out")" -eq 0
		t_ok test "$(grep -c "$(printf '\033')" "$T_STATE/out")" -eq 0
		case $f in
		md | html) t_ok test "$(grep -cE '(^|[^\\])<script' "$T_STATE/out")" -eq 0 ;;
		esac
	done
done
t_run hs-report pack -d evil.db --since 2026-06-01 --until 2026-07-01 --show-text
t_ok grep -q Quillhaven "$T_STATE/out"
t_run hs-report monthly -d evil.db --since 2026-06-01 --until 2026-07-01
t_ok grep -q 'order number' "$T_STATE/out"

t_case 'an empty database'
: > nothing.ndjson
hs-import -q -d none.db nothing.ndjson > "$T_STATE/log"
t_run hs-report monthly -d none.db
t_status 0

t_case 'the month by mail'
t_run env SENDMAIL=cat sh "$T_ROOT/samples/mail-report.sh" lead@example.com
t_status 0
t_ok grep -q '^Subject: Support report, June 2026$' "$T_STATE/out"
awk '/^$/ { n++ } n == 2' "$T_STATE/out" | sed '/^--/,$d' | base64 -d > body 2> "$T_STATE/log"
t_same june.txt body 'its body is the text'
awk '/^$/ { n++ } n == 3' "$T_STATE/out" | sed '/^--/,$d' | base64 -d > page.html 2> "$T_STATE/log"
hs-report monthly -f html > want
t_same want page.html 'the page is attached'
t_run env SENDMAIL=cat sh "$T_ROOT/samples/mail-report.sh" lead@example.com --fail-if 'deflection > 0.3'
t_ok grep -q '^Subject: Past a limit: Support report, June 2026$' "$T_STATE/out"

t_done
