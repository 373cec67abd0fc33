#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics bridge and define: the same tickets as each vendor counts them, and what
# a figure says when an export cannot tell.
. "$(dirname "$0")/tap.sh"

golden=$T_ROOT/tests/golden/bridge
june='--month 2026-06'

t_import() {
	for file in generic.ndjson intercom.ndjson zendesk-ai.ndjson \
	    zendesk.ndjson ada-conversations.json ada-messages.json; do
		hs-import -q -d "$1" "$golden/$file" > "$T_STATE/log"
	done
	hs-tag -q -d "$1" > "$T_STATE/log"
}

# t_bridge database options: figures by name
t_bridge() {
	db=$1
	shift
	# shellcheck disable=SC2086 # options
	t_run hs-metrics bridge -d "$db" $june -f tsv "$@"
}

# t_cell metric column: of the last bridge
t_cell() {
	awk -F '\t' -v m="$1" -v c="$2" 'NR == 1 { for (i = 1; i <= NF; i++)
		if ($i == c) at = i }
		$1 == m { print $at }' "$T_STATE/out"
}

t_import a.db
grep -v '^#' "$golden/expected.tsv" > expected.tsv
head -n 1 expected.tsv | tr '\t' '\n' | sed '1d;$d' > names
sort names > names.sorted

t_case 'forty conversations'
t_ok test "$(sed 1d expected.tsv | wc -l)" -eq 40
t_ok test "$(sort -u names | wc -l)" -eq 16
t_ok sh -c "sed 1d expected.tsv | awk -F '\t' 'NF != 18 { exit 1 }'"

# Each ticket, by the view itself; those in no row are not in its denominator.
column=1
while read -r name; do
	t_case "$name"
	column=$((column + 1))
	sed 1d expected.tsv | awk -F '\t' -v c=$column \
	    '$c != "." && $c != "x" { print $1 "|" $c }' | sort > want
	sqlite3 -nullvalue - a.db "SELECT key, x FROM $name" | sort > got
	t_same want got 'what each ticket counts'
	awk -F '|' '$2 == "1" { x++ } $2 != "-" { n++ }
		END { print x + 0 "|" n + 0 "|" NR }' want > sums
	t_bridge a.db --min-n 1
	printf '%s|%s|%s\n' "$(t_cell "$name" x)" "$(t_cell "$name" n)" \
	    "$(t_cell "$name" N)" > got
	t_same sums got 'x, n and N'
	t_run hs-metrics define -d a.db --month 2026-06 "$name"
	t_status 0
	t_ok grep -q "^-- Source: ....." "$T_STATE/out"
	sqlite3 a.db "$(grep '^SELECT avg' "$T_STATE/out")" |
	    cut -d '|' -f 2- > got
	t_same sums got 'the query that define prints'
done < names

t_case 'who is in no population'
sqlite3 a.db "SELECT key FROM tickets WHERE key NOT IN (SELECT key FROM ladder)
    AND coalesce(mark, '') <> 'joined' ORDER BY 1" > got
awk -F '\t' '$2 == "x" { print $1 }' expected.tsv | sort > want
t_same want got 'spam, previews, test users, merged and sent unasked'

t_case 'a table of 80 columns'
# shellcheck disable=SC2086 # options
t_run hs-metrics bridge -d a.db $june -f table --claimed 0.76
t_status 0
t_ok awk 'length($0) > 80 { print; n++ } END { exit n > 0 }' "$T_STATE/out"
t_ok grep -q '^vendor  *what  *estimate  *interval  *n  *status$' "$T_STATE/out"
t_ok grep -q '^chatwoot  *durable  *0\.714  *0\.[0-9]*-0\.[0-9]*  *14  *MEASURED$' \
    "$T_STATE/out"
t_ok grep -q '^zendesk automated until 5/26, zendesk2026 verified: of 4 of 32 tickets' \
    "$T_STATE/out"

t_case 'figures of one vendor, and ours beside them'
t_bridge a.db --as ada
t_status 0
cut -f 1 "$T_STATE/out" | grep -v '\.deff$' > got
t_ok diff - got <<'END'
metric
ada_ar
ada_containment
deflection
containment
verified_deflection
END
t_ok test "$(t_cell ada_ar status)" = SUPPRESSED
t_ok test "$(t_cell ada_ar estimate)" = -
t_bridge a.db --as nobody
t_status 2
t_err 'chatwoot, servicenow, dialogflow or rasa, not .nobody'

t_case 'a plain export of Zendesk has no AI-only conversations'
hs-import -q -d z.db "$golden/zendesk-plain.ndjson" > "$T_STATE/log"
hs-tag -q -d z.db > "$T_STATE/log"
t_bridge z.db --min-n 1
t_status 0
t_ok awk -F '\t' 'NR > 1 && ($11 != "INCOMPATIBLE" || $3 != "-" || $4 != "-" ||
    $6 != "-" || $13 !~ /^export has no AI-only conversations: 7 of 7 tickets/) {
	print; bad++ } END { exit NR != 20 || bad > 0 }' "$T_STATE/out"
t_bridge z.db -f table --claimed 0.76
t_ok test "$(grep -c 'INCOMPATIBLE$' "$T_STATE/out")" -eq 19
t_ok grep -q '^All rows: export has no AI-only' "$T_STATE/out"
t_ok test "$(grep -c 'which cannot be tested here' "$T_STATE/out")" -eq 19
t_case 'and is left out of what it is mixed with'
for file in zendesk-plain.ndjson generic.ndjson; do
	hs-import -q -d mix.db "$golden/$file" > "$T_STATE/log"
done
hs-tag -q -d mix.db > "$T_STATE/log"
t_bridge mix.db
t_ok grep -q '7 of 23 tickets are from sources without them (zendesk)' \
    "$T_STATE/out"
t_ok test "$(grep -c INCOMPATIBLE "$T_STATE/out")" -eq 0
cut -f 1-7 "$T_STATE/out" > mixed
t_bridge mix.db -w "source <> 'zendesk'"
t_ok test "$(t_cell chatwoot_auto status)" = MEASURED
t_ok test "$(grep -c INCOMPATIBLE "$T_STATE/out")" -eq 0
cut -f 1-7 "$T_STATE/out" > alone
t_ok diff mixed alone
t_case 'one with some of them says that others may be missing'
hs-import -q -d some.db "$golden/zendesk.ndjson" > "$T_STATE/log"
hs-tag -q -d some.db > "$T_STATE/log"
t_bridge some.db --min-n 1
t_ok test "$(t_cell rasa_success x)/$(t_cell rasa_success n)" = 2/2
t_ok test "$(grep -c 'no export of the AI.s own conversations for zendesk (3 of 3 tickets): what it closed alone may be missing' "$T_STATE/out")" -ge 19

t_case 'no verdict and no reviews'
t_bridge mix.db -w "source <> 'zendesk'"
t_ok test "$(t_cell zendesk_ar status)" = NOT-MEASURABLE
t_ok test "$(t_cell zendesk_ar estimate)" = -
t_ok test "$(t_cell ada_ar missing)" = \
    'no LLM verdict in the export, and no reviews to show instead'
t_case 'reviews stand in for a verdict'
hs-import -q -d r.db "$golden/generic.ndjson" > "$T_STATE/log"
hs-tag -q -d r.db > "$T_STATE/log"
hs-sample draw -q -d r.db --since 2026-06-01 --until 2026-07-01 --by created \
    -n 17 --seed 1 > keys
{
	echo 'sample,key,reviewer,complexity,emotion,pattern,issue,ai_correct'
	while read -r key correct; do
		echo "review-1,generic:$key,Mo,low,neutral,repeatable,other,$correct"
	done <<'END'
silent yes
confirmed yes
asked-more-answered yes
small-talk yes
internal-note no
handed-over yes
new-ticket-again unclear
END
} > sheet.csv
t_run hs-sample load -d r.db sheet.csv
t_status 0
t_bridge r.db
for name in zendesk_ar zendesk2026_verified ada_ar; do
	t_ok test "$(t_cell $name status)" = ESTIMATED
	t_ok test "$(t_cell $name x)/$(t_cell $name n)" = 3/6
	t_ok test "$(t_cell $name definition)" = reviewed_resolution
	t_ok test "$(t_cell $name missing)" = \
	    'no LLM verdict in the export: review estimate shown instead'
done
t_ok test "$(t_cell ada_ar estimate)" = "$(sqlite3 r.db \
    "SELECT printf('%.6f', estimate) FROM reviewed_resolution")"
t_sql r.db 'SELECT name, x, n, tickets FROM reviewed_resolution' <<'END'
review-1|3|6|13
END
# by strata: of 9 tickets 3 of 4, of 3 and of 1 none
t_ok test "$(t_cell ada_ar estimate)" = 0.519231
t_bridge r.db --claimed 0.9 --as ada
t_ok test "$(t_cell ada_ar.claim estimate)" = 0.380769
t_ok test "$(t_cell ada_ar.p estimate)" = -
t_bridge r.db --claimed 0.9 --as ada -f table
t_ok grep -q '^ada automated: claimed 90.0 %, measured 51.9 %' "$T_STATE/out"
t_run hs-metrics bridge -d r.db --since 2026-05-30 --until 2026-07-01 -f tsv
t_ok test "$(t_cell ada_ar status)" = 'ESTIMATED(transported)'

t_case 'nothing is tagged, and no ticket at all'
hs-import -q -d bare.db "$golden/generic.ndjson" > "$T_STATE/log"
t_bridge bare.db
t_status 0
t_ok awk -F '\t' 'NR > 1 && ($11 != "NOT-MEASURABLE" || $3 != "-") { print; bad++ }
    END { exit NR != 20 || bad > 0 }' "$T_STATE/out"
t_bridge bare.db --month 2020-01
t_status 0
t_ok awk -F '\t' 'NR > 1 && ($11 != "NOT-MEASURABLE" || $13 != "no tickets") {
    print; bad++ } END { exit NR != 20 || bad > 0 }' "$T_STATE/out"

# --- claims -----------------------------------------------------------------

# t_hundred: a hundred tickets, "number account resolved" a line, which people
# got unless the AI resolved them.
t_hundred() {
	awk '{
		at = 1780308000 + $1 * 3600
		more = $3 ? "" : sprintf(",{\"id\":\"3\",\"role\":\"agent\",\"at\":%d,\"body\":\"I have changed the address of your order.\"}", at + 900)
		printf "{\"id\":%d,\"subject\":\"Address\",\"status\":\"closed\",\"created\":%d,\"solved\":%d,\"reopens\":0,\"requester\":\"r%d\",\"account\":\"%s\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":%d,\"body\":\"Where do I change the address of order %d?\"},{\"id\":\"2\",\"role\":\"ai\",\"at\":%d,\"body\":\"Open Settings, then Addresses, and edit the one of the order.\"}%s]}\n",
		    $1, at, at + 3600, $1, $2, at, $1, at + 60, more }' > "$1.ndjson"
	printf 'id,name\n' > "$1.csv"
	sed 's/.*"account":"\([^"]*\)".*/\1,\1/' "$1.ndjson" | sort -u >> "$1.csv"
	hs-import -q -d "$1.db" "$1.ndjson" > "$T_STATE/log"
	hs-import -q -d "$1.db" --as generic:account "$1.csv" > "$T_STATE/log"
	hs-tag -q -d "$1.db" > "$T_STATE/log"
}
awk 'BEGIN { for (i = 1; i <= 100; i++) print i, "a" i, (i <= 60) }' |
    t_hundred apart
awk 'BEGIN { for (i = 0; i < 100; i++) print i + 1, "a" i % 10,
    (i < (i % 10 < 5 ? 90 : 30)) }' | t_hundred ten
awk 'BEGIN { for (i = 1; i <= 100; i++) print i, "all", (i <= 60) }' |
    t_hundred one

t_case 'a claim that the tickets refute'
t_bridge apart.db --as rasa --claimed 0.76
t_status 0
t_ok test "$(t_cell rasa_success x)/$(t_cell rasa_success n)" = 60/100
t_ok test "$(t_cell rasa_success.claim estimate)" = 0.160000
t_ok awk -v lo="$(t_cell rasa_success.claim lo)" -v p="$(t_cell rasa_success.p \
    estimate)" 'BEGIN { exit !(lo > 0 && p > 0 && p < 0.001) }'
t_ok test "$(t_cell rasa_success.p method)" = binomial
t_bridge apart.db --as rasa --claimed 0.76 -f table
t_ok grep -q '^rasa success: claimed 76.0 %, measured 60.0 % (' "$T_STATE/out"
t_ok grep -q 'These tickets refute it: p 0.000[0-9], design' "$T_STATE/out"
t_case 'one that they do not'
t_bridge apart.db --as rasa --claimed 0.62 -f table
t_ok grep -q '^These tickets do not refute it: p 0\.6' "$T_STATE/out"
t_case 'ten accounts tell less than a hundred'
t_bridge ten.db --as rasa --claimed 0.76
t_ok test "$(t_cell rasa_success x)/$(t_cell rasa_success n)" = 60/100
t_ok test "$(t_cell rasa_success.deff N)" = 10
t_ok awk -v lo="$(t_cell rasa_success.claim lo)" -v p="$(t_cell rasa_success.p \
    estimate)" 'BEGIN { exit !(lo < 0 && p > 0.05) }'
t_ok test "$(t_cell rasa_success.p method)" = score
t_case 'and one account nothing'
t_bridge one.db --as rasa --claimed 0.76
t_ok test "$(t_cell rasa_success estimate)" = 0.600000
t_ok test "$(t_cell rasa_success lo)$(t_cell rasa_success.claim lo)" = --
t_ok test "$(t_cell rasa_success.p estimate)" = -
t_bridge one.db --as rasa --claimed 0.76 -f table
t_ok grep -q 'all of one account' "$T_STATE/out"

t_case 'conditions decide the exit status'
t_bridge apart.db --as rasa --claimed 0.76 --fail-if 'rasa_success.claim > 0'
t_status 1
t_bridge ten.db --as rasa --claimed 0.76 --fail-if 'rasa_success.claim > 0'
t_status 0
t_bridge apart.db --fail-if 'chatwoot_auto < 0.7'
t_status 1
t_bridge apart.db --fail-if 'chatwoot_auto < 0.6'
t_status 0
t_bridge z.db --fail-if 'chatwoot_auto < 0.7'
t_status 3
t_bridge apart.db --fail-if 'nothing < 0.7'
t_status 2
t_bridge apart.db --claimed 76
t_status 2
t_err 'claimed: a share from 0 to 1, as 0.76, not 76'
t_bridge apart.db --split month
t_status 2

# --- define -----------------------------------------------------------------

t_case define
t_run hs-metrics define -d a.db chatwoot_durable
t_status 0
t_ok grep -q '^-- chatwoot_durable: Chatwoot' "$T_STATE/out"
t_ok grep -q '^CREATE VIEW chatwoot_durable AS$' "$T_STATE/out"
t_ok grep -q '^-- Source: Chatwoot, pull requests' "$T_STATE/out"
t_run hs-metrics define -d a.db ladder
t_status 0
t_ok grep -q '^CREATE VIEW ladder AS$' "$T_STATE/out"
t_run hs-metrics define -d a.db nothing
t_status 2
t_run hs-metrics define -d a.db a b
t_status 2
t_run hs-metrics define -d a.db -f tsv
t_status 0
sed 1d "$T_STATE/out" | cut -f 1 | sort > listed
t_ok test "$(comm -12 names.sorted listed | wc -l)" -eq 16
t_ok test "$(awk -F '\t' 'NF != 3 || $3 == ""' "$T_STATE/out" | wc -l)" -eq 0
t_case 'every metric has a view, and its query runs'
while read -r name; do
	hs-metrics define -d a.db "$name" > view
	sqlite3 a.db "$(sed '1,/^-- estimate/d' view)" > rows 2> "$T_STATE/log"
	[ "$(wc -l < rows)" -eq 1 ] || echo "$name"
done < listed > bad
t_ok diff /dev/null bad

t_done
