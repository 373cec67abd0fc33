#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tiers and its views: what a figure may say, and when nothing is known.
. "$(dirname "$0")/tap.sh"

# Rules with which the text says all: ISSUE, and AUTO for the tier.
cat > our.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension tier one automate < assist < human
dimension issue many printer invoice parcel
dimension segment many big
default complexity low
default emotion neutral
default pattern repeatable
default tier automate
tag printer
    set issue=printer
    when text ~ printer
tag invoice
    set issue=invoice
    when text ~ invoice
tag parcel
    set issue=parcel
    when text ~ parcel
tag angry
    set emotion=frustrated
    when text ~ angry
END

# t_make: lines "id created solved requester body more" as tickets, times in hours.
# The AI answers after a minute; more is added to the record.
t_make() {
	awk -F '|' '{
		t = 1767600000 + $2 * 3600
		printf "{\"id\":\"%s\",\"status\":\"solved\",\"created\":%d,\"updated\":%d,\"solved\":%d,\"requester\":\"%s\"%s,\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":%d,\"body\":\"%s\"},{\"id\":\"2\",\"role\":\"ai\",\"at\":%d,\"body\":\"Press the button.\"}]}\n",
		    $1, t, t, 1767600000 + $3 * 3600, $4, $6, t, $5, t + 60
	}'
}

t_tagged() {
	hs-tag -q -d "$1" --rules "${2:-our.rules}" > "$T_STATE/log" 2>&1
}

# --- durable ----------------------------------------------------------------

t_case durable
{
	t_make <<'END'
stays|0|1|r1|printer|,"reopens":0
unknown|0|1|r2|printer|
reopened|0|1|r3|printer|,"reopens":1
again|0|1|r4|printer|,"reopens":0
again2|24|25|r4|the printer again|,"reopens":0
other|0|1|r5|printer|,"reopens":0
other2|24|25|r5|invoice|,"reopens":0
later|0|1|r6|printer|,"reopens":0
later2|171|172|r6|printer|,"reopens":0
inside|0|1|r9|printer|,"reopens":0
inside2|168|172|r9|printer|,"reopens":0
young|300|301|r7|printer|,"reopens":0
youngreopened|300|301|r8|printer|,"reopens":2
spam|0|1|r10|printer|,"reopens":0
ancient|-3000|-2999|r98|printer|,"reopens":0
last|400|401|r99|printer|,"reopens":0
END
	# marks come from the vendor's words
	t_make <<'END' | sed 's/"status":"solved"/"status":"spam"/'
spam2|24|25|r10|printer|
END
} > durable.ndjson
cat > bare.csv <<'END'
id,status,subject,created,solved,reopens,requester
bare,solved,the printer,2026-01-05T08:00:00Z,2026-01-05T09:00:00Z,0,r20
END
hs-import -q -d d.db durable.ndjson bare.csv > "$T_STATE/log"
t_tagged d.db
t_sql d.db "SELECT ext_id, path, durable FROM landscape l JOIN ticket t
    ON t.id = l.ticket WHERE ext_id NOT LIKE '%2' ORDER BY 1" 'of each' <<'END'
again|1|0
ancient|1|1
bare|NULL|NULL
inside|1|0
last|1|NULL
later|1|1
other|1|1
reopened|1|0
spam|1|1
stays|1|1
unknown|1|NULL
young|1|NULL
youngreopened|1|0
END

# t_zendesk id day requester tags: solved by the bot on that day.
t_zendesk() {
	printf '{"url":"https://acme.zendesk.com/api/v2/tickets/%d.json","id":%d,"created_at":"2026-01-%02dT09:00:00Z","updated_at":"2026-01-%02dT10:00:00Z","status":"closed","subject":"printer","requester_id":%d,"tags":[%s],"via":{"channel":"web"},"metric_set":{"solved_at":"2026-01-%02dT10:00:00Z","reopens":0},"comments":[{"id":%d1,"author_id":%d,"public":true,"body":"printer","created_at":"2026-01-%02dT09:00:00Z"},{"id":%d2,"author_id":99,"public":true,"body":"Press the button.","created_at":"2026-01-%02dT09:01:00Z","via":{"channel":"answer_bot_for_web_widget"}}]}\n' \
	    "$1" "$1" "$2" "$2" "$3" "$4" "$2" "$1" "$3" "$2" "$1" "$2"
}

t_case 'durable: what comes again and is no ticket'
{
	t_zendesk 1 5 11 ''
	t_zendesk 2 6 11 '"closed_by_merge"'
	t_zendesk 3 5 12 ''
	t_zendesk 4 6 12 '"spam"'
	t_zendesk 5 5 13 ''
	t_zendesk 6 6 13 ''
	t_zendesk 7 20 14 ''
} > merged.ndjson
hs-import -q -d merged.db merged.ndjson > "$T_STATE/log"
t_tagged merged.db
t_sql merged.db 'SELECT t.ext_id, t.mark, durable FROM landscape l
    JOIN ticket t ON t.id = l.ticket WHERE t.ext_id IN (1, 3, 5) ORDER BY 1' <<'END'
1|NULL|1
3|NULL|1
5|NULL|0
END

# --- targets ----------------------------------------------------------------

t_case 'targets: a rate of fewer than five is none'
{
	printf 'p%s|0|1|p%s|printer|,"reopens":0,"csat":"good"\n' 1 1 2 2 3 3 4 4 | t_make
	printf 'i%s|0|1|i%s|invoice|,"reopens":0,"csat":"good"\n' 1 1 2 2 3 3 4 4 5 5 6 6 | t_make
	echo 'end|400|401|end|nothing|,"reopens":0' | t_make
} > rates.ndjson
hs-import -q -d rates.db rates.ndjson > "$T_STATE/log"
t_tagged rates.db
t_run hs-tiers -d rates.db targets -c issue,tickets,csat,csat_n,ai_durable
t_status 0
t_out <<'END'
issue	tickets	csat	csat_n	ai_durable
invoice	6	1.000	6	1.000
printer	4	-	4	-
END

# --- paths ------------------------------------------------------------------

t_case 'handed over, and nothing of the AI was exported'
cat > state.ndjson <<'END'
{"id":"a","status":"solved","created":1767600000,"solved":1767610000,"ai_state":"handed_over","messages":[{"id":"1","role":"customer","at":1767600000,"body":"printer"},{"id":"2","role":"agent","at":1767600600,"body":"Press the button."}]}
{"id":"b","status":"solved","created":1767600000,"solved":1767610000,"ai_state":"handed_over","messages":[{"id":"1","role":"customer","at":1767600000,"body":"printer"}]}
{"id":"c","status":"solved","created":1767600000,"solved":1767610000,"messages":[{"id":"1","role":"customer","at":1767600000,"body":"printer"},{"id":"2","role":"agent","at":1767600600,"body":"Press the button."}]}
END
hs-import -q -d state.db state.ndjson > "$T_STATE/log"
t_tagged state.db
t_sql state.db 'SELECT ext_id, path, path_basis, handoff_basis, handoff_at
    FROM tickets ORDER BY 1' <<'END'
a|ai_to_human|state|state|NULL
b|ai_to_human|state|state|NULL
c|human_only|messages|NULL|NULL
END

# --- handle time and capacity -----------------------------------------------

t_case 'handle time of one in a hundred'
awk 'BEGIN {
	print "id,status,subject,created,solved,total time spent (sec)"
	for (i = 1; i <= 100; i++)
		printf "%d,solved,printer,2026-01-%02dT10:00:00Z,2026-01-%02dT11:00:00Z,%s\n",
		    i, 1 + i % 20, 1 + i % 20, i == 1 ? 600 : ""
}' > one.csv
sed 's/Z,$/Z,600/' one.csv > all.csv
for f in one all; do
	hs-import -q -d $f.db $f.csv > "$T_STATE/log"
	t_tagged $f.db
done
t_run hs-tiers -d one.db capacity -c metric,segment,estimate,n,N,status
t_status 0
t_ok grep -qx 'capacity.handle	tier=all	-	1	100	NOT-MEASURABLE' "$T_STATE/out"
t_ok grep -qx 'capacity.fte	tier=automate	-	1	100	NOT-MEASURABLE' "$T_STATE/out"
t_run hs-tiers -d one.db map -c tickets,hours
t_out <<'END'
tickets	hours
100	-
END
t_run hs-tiers -d one.db targets -c tickets,hours
t_out <<'END'
tickets	hours
100	-
END
t_run hs-tiers -d all.db capacity -c metric,segment,estimate,n,N,status
t_ok grep -qx 'capacity.handle	tier=all	60000	100	100	MEASURED' "$T_STATE/out"
t_run hs-tiers -d all.db map -c tickets,hours
t_out <<'END'
tickets	hours
100	16.7
END

t_case 'tickets on which no agent worked'
hs-import -q -d none.db durable.ndjson > "$T_STATE/log"
sed 's/"id":"a"/"id":"x"/; /"id":"x"/!d' state.ndjson > agent.ndjson
hs-import -q -d none.db agent.ndjson > "$T_STATE/log"
t_tagged none.db
t_run hs-tiers -d none.db capacity --since 2026-01-01 -c metric,segment,estimate,n,status
t_ok grep -qx 'capacity.handle	tier=all	600	1	MEASURED' "$T_STATE/out"

t_case 'capacity of a week'
hs-tiers -d all.db capacity --since 2026-01-01 --until 2026-02-01 > want
hs-tiers -d all.db capacity --since 2025-01-01 --until 2036-01-01 > got
t_same want got 'does not change with a period of years'
# twenty days have tickets
awk -F '\t' '$1 == "capacity.handle_per_week" && $2 == "tier=all" { print $3 }' \
    want > got
echo 21000 > want
t_same want got 'sixty thousand seconds in twenty days'
t_run hs-tiers -d all.db capacity --since 2026-01-02 --until 2026-01-06 \
    -c metric,segment,estimate,status
t_ok grep -qx 'capacity.handle	tier=all	12000	MEASURED' "$T_STATE/out"
t_ok grep -qx 'capacity.handle_per_week	tier=all	-	NOT-MEASURABLE' "$T_STATE/out"
t_ok grep -qx 'capacity.fte	tier=all	-	NOT-MEASURABLE' "$T_STATE/out"

# --- the keep-human list ----------------------------------------------------

t_case 'a type of one account'
printf 'id,name,plan\nA,Acme,free\n' > account.csv
seq 1 25 | sed 's/.*/k&|&|&.5|k&|I am angry, the printer|,"account":"A"/' |
    t_make > angry.ndjson
hs-import -q -d k.db account.csv angry.ndjson > "$T_STATE/log"
t_sql k.db 'SELECT count(DISTINCT account_ref), count(account_ref) FROM ticket' <<'END'
1|25
END
t_tagged k.db
t_run hs-tiers -d k.db keep-human -c issue,tickets,reason,x,n,rate
t_status 0
t_out <<'END'
issue	tickets	reason	x	n	rate
printer	25	emotion	25	25	1.000
END
t_run hs-tiers -d k.db ceiling -c metric,x
t_ok grep -qx 'ceiling.tagged	0' "$T_STATE/out"
t_ok grep -qx 'ceiling.kept	25' "$T_STATE/out"

t_case 'reopenings that the export does not know'
t_run hs-tiers -d k.db keep-human --figures -c metric,segment,estimate,lo,n,N,status
t_ok grep -qx 'keep_human.reopen	issue=printer	-	-	0	25	NOT-MEASURABLE' "$T_STATE/out"
t_run hs-tiers -d k.db keep-human --figures -c metric,segment,estimate,method,status
t_ok grep -q '^keep_human.emotion	issue=printer	1.000000	wilson	MEASURED$' "$T_STATE/out"

t_case '--keep-list, long and through a pipe'
awk 'BEGIN { for (i = 0; i < 9000; i++) print "no-such-type-" i; print "printer" }' > keep
t_ok test "$(wc -c < keep)" -gt 131072
echo printer > short
hs-tiers -d d.db ceiling --since 2026-01-01 --keep-list short -c metric,x > want
kept=$(awk -F '\t' '$1 == "ceiling.kept" { print $2 }' want)
t_ok test "$kept" -gt 5
t_run hs-tiers -d d.db ceiling --since 2026-01-01 --keep-list keep -c metric,x
t_status 0
cp "$T_STATE/out" got
t_same want got 'the last line counts'
mkfifo pipe
cat keep > pipe &
hs-tiers -d d.db ceiling --since 2026-01-01 --keep-list pipe -c metric,x > got
wait
t_same want got 'through a pipe'
{ printf '# ours\nprin'; sleep 1; printf 'ter'; } > pipe &
hs-tiers -d d.db ceiling --since 2026-01-01 --keep-list pipe -c metric,x > got
wait
t_same want got 'from a slow one'

# --- what is analysed -------------------------------------------------------

t_case 'the waterfall with keys'
t_run hs-tiers -d d.db ceiling --since 2026-01-01 --waterfall
awk -F '\t' '/^= analysed/ { w = $2 } $1 == "ceiling.tagged" { print w - $8, (w > 0) }' \
    "$T_STATE/out" > got
echo 0 1 > want
t_same want got 'of a period'
printf 'generic:stays\ngeneric:ancient\ngeneric:spam2\n' > keys
t_run_to out hs-tiers -d d.db ceiling --waterfall - < keys
t_status 0
awk -F '\t' '/^= analysed/ { w = $2 } $1 == "ceiling.tagged" { print w, $8 }' out > got
echo 2 2 > want
t_same want got 'of keys'
awk -F '\t' 'NR > 1 && /^$/ { exit } NR == 2 { left = $2 } /^- / { left -= $2 }
    /^= analysed/ { print left - $2 }' out > got
echo 0 > want
t_same want got 'read less what is left out is what is analysed'
t_run hs-tiers -d d.db ceiling --waterfall --month 2020-01 -c metric,n generic:stays
awk -F '\t' '/^= analysed/ { w = $2 } $1 == "ceiling.tagged" { print w - $2 }' \
    "$T_STATE/out" > got
t_same want got 'keys and a period'

t_case 'outbound, and the customer answered'
cat > out.json <<'END'
[{"type":"conversation","id":"700","created_at":1767603600,"updated_at":1767610800,"state":"closed","source":{"id":"s1","delivered_as":"admin_initiated","body":"<p>How is the new printer?</p>","author":{"type":"admin","id":"21"}},"conversation_parts":{"conversation_parts":[{"id":"p1","part_type":"comment","body":"<p>The printer is broken</p>","created_at":1767604600,"author":{"type":"user","id":"u1"}},{"id":"p2","part_type":"comment","body":"<p>Press the button</p>","created_at":1767604900,"author":{"type":"admin","id":"21"}},{"id":"p3","part_type":"close","created_at":1767609000,"author":{"type":"admin","id":"21"}}]}},
{"type":"conversation","id":"701","created_at":1767603600,"updated_at":1767610800,"state":"closed","source":{"id":"s2","delivered_as":"admin_initiated","body":"<p>How is the new printer?</p>","author":{"type":"admin","id":"21"}},"conversation_parts":{"conversation_parts":[{"id":"p4","part_type":"close","created_at":1767609000,"author":{"type":"admin","id":"21"}}]}},
{"type":"conversation","id":"702","created_at":1767603600,"updated_at":1767610800,"state":"open","source":{"id":"s3","delivered_as":"admin_initiated","body":"<p>How is the new printer?</p>","author":{"type":"admin","id":"21"}},"conversation_parts":{"conversation_parts":[{"id":"p5","part_type":"comment","body":"<p>The printer is broken</p>","created_at":1767604600,"author":{"type":"user","id":"u1"}}]}}]
END
hs-import -q -d out.db out.json > "$T_STATE/log"
t_tagged out.db
t_sql out.db 'SELECT t.ext_id, t.mark, excluded FROM landscape l JOIN ticket t
    ON t.id = l.ticket ORDER BY 1' <<'END'
700|outbound|NULL
701|outbound|outbound
702|outbound|unresolved
END
t_run hs-tiers -d out.db ceiling -c metric,n
t_ok grep -qx 'ceiling.tagged	1' "$T_STATE/out"

t_case 'the first reply answers something'
t_sql out.db 'SELECT ext_id, first_reply_s FROM tickets ORDER BY 1' \
    'what we wrote first is no reply' <<'END'
700|300
701|NULL
702|NULL
END
cat > early.ndjson <<'END'
{"id":"a","created":1767600000,"messages":[{"id":"1","role":"agent","at":1767590000,"body":"x"},{"id":"2","role":"customer","at":1767600000,"body":"y"}]}
{"id":"b","created":1767600000,"messages":[{"id":"1","role":"agent","at":1767590000,"body":"x"}]}
{"id":"c","created":1767600000,"messages":[{"id":"1","role":"ai","at":1767590000,"body":"x"},{"id":"2","role":"customer","at":1767600000,"body":"y"},{"id":"3","role":"agent","at":1767600005,"body":"z"}]}
END
hs-import -q -d early.db early.ndjson > "$T_STATE/log"
t_sql early.db 'SELECT ext_id, first_reply_s FROM tickets ORDER BY 1' <<'END'
a|NULL
b|NULL
c|5
END

t_case 'an account that is younger than the ticket'
printf 'id,name,plan,created\nY,Young,free,2026-02-01\nO,Old,free,2026-01-01\n' > ages.csv
cat > ages.ndjson <<'END'
{"id":"a","created":"2026-01-11T00:00:00Z","subject":"printer","account":"Y"}
{"id":"b","created":"2026-01-11T00:00:00Z","subject":"printer","account":"O"}
END
hs-import -q -d ages.db ages.csv ages.ndjson > "$T_STATE/log"
t_sql ages.db 'SELECT key, account_age FROM rule_facts ORDER BY 1' <<'END'
generic:a|NULL
generic:b|864000
END

# --- ids --------------------------------------------------------------------

t_case 'ids with control characters'
printf '{"id":"a\\nb","subject":"x"}\n{"id":"a\\tb","subject":"x"}\n{"id":"c\\u007fd","subject":"x"}\n{"id":"e\\u001b[2J","subject":"x"}\n{"id":"good","subject":"x"}\n' > ids.ndjson
t_run hs-import -d ids.db ids.ndjson
t_status 3
t_err '^hs-import: ids.ndjson:1: a control character in the id'
t_err '^hs-import: ids.ndjson:4: a control character in the id'
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	5	1	0	0	0	4	0
END
t_run hs-pick -d ids.db -w 1
t_out <<'END'
generic:good
END
printf 'id,subject\n"a\nb",x\ngood,y\n' > ids.csv
t_run hs-import -d idc.db ids.csv
t_status 3
t_sql idc.db 'SELECT ext_id FROM ticket' <<'END'
good
END
t_run hs-import -d idm.db - <<'END'
{"message_id":"1","ticket_id":"a\nb","role":"customer","body":"hello","created_at":"2026-01-05T10:00:00Z"}
END
t_status 3
t_sql idm.db 'SELECT count(*) FROM ticket' <<'END'
0
END

t_done
