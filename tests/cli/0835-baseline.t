#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics baseline and note, and what compare says of an unfair comparison.
. "$(dirname "$0")/tap.sh"

cat > t.rules <<'END'
rules 1
dimension issue many bill bug pw
dimension complexity one low < medium
default complexity low
END
for v in bill bug pw; do
	printf 'tag is-%s\n    set issue=%s\n    when ticket.category = %s\n' \
	    "$v" "$v" "$v"
done >> t.rules

# Lines "date count resolved category channel", see t_made of 0830-compare.t.
t_db() {
	awk 'BEGIN { print "id,subject,status,created,solved,ai state,category,channel" } {
		for (i = 1; i <= $2; i++)
			printf "%d,words,solved,%sT12:%02d:00Z,%sT23:00:00Z,%s,%s,%s\n",
			    ++id, $1, i % 60, $1,
			    i <= $3 ? "resolved_assumed" : "handed_over", $4, $5
	}' > "$1.csv"
	hs-import -q -d "$1.db" --as generic:ticket "$1.csv" > "$T_STATE/log" 2>&1 ||
	    exit 4
	hs-tag -q -d "$1.db" --rules t.rules > "$T_STATE/log" || exit 4
}
t_db a <<'END'
2026-03-02 60 12 pw email
2026-03-09 60 12 bill email
2026-03-16 60 12 pw chat
2026-03-23 60 12 bill email
2026-04-06 60 20 pw email
2026-04-13 60 24 bill email
2026-04-20 60 24 pw chat
2026-04-27 60 24 bill email
2026-06-30 10 5 bill email
END

t_case baseline
t_run hs-metrics -d a.db baseline set spring \
    --since 2026-03-02 --until 2026-03-30 -w "channel = 'email'"
t_status 0
t_run hs-metrics -d a.db baseline set all --since 2026-03-02 --until 2026-03-30
t_status 0
t_run hs-metrics -d a.db baseline set all --since 2026-03-02 --until 2026-03-16
t_status 0
t_run hs-metrics -d a.db baseline list -f tsv -c name,since,until,filter
t_status 0
t_out <<'END'
name	since	until	filter
all	2026-03-02T00:00:00Z	2026-03-16T00:00:00Z	-
spring	2026-03-02T00:00:00Z	2026-03-30T00:00:00Z	channel = 'email'
END
hash=$(sqlite3 a.db "SELECT substr(hash, 1, 12) FROM ruleset WHERE active = 1")
t_run hs-metrics -d a.db baseline list -f tsv -c ruleset
t_ok test "$(sed 1d "$T_STATE/out" | sort -u)" = "$hash"

t_case 'by its name, and narrowed as it is'
t_run hs-metrics -d a.db compare spring 2026-04-06..2026-05-04 \
    --metric deflection -f tsv
t_status 0
awk -F '\t' '$1 == "deflection" { print $2, $6, $7 }' "$T_STATE/out" > got
cat > want <<'END'
period=spring 36 180
period=2026-04-06..2026-05-04 68 180
END
t_same want got 'the condition narrows both'
t_ok test "$(grep -vc '^hs-metrics: verified_deflection' "$T_STATE/err")" -eq 0

t_case 'another rule set'
echo '# one more line' >> t.rules
hs-tag -q -d a.db --rules t.rules > "$T_STATE/log"
t_run hs-metrics -d a.db compare spring 2026-04-06..2026-05-04 \
    --metric deflection -f tsv
t_err 'spring was set under another rule set'

t_case 'no name'
t_run hs-metrics -d a.db baseline set 2026-03
t_status 2
t_err "'2026-03' is a period, not a name for one"
t_run hs-metrics -d a.db baseline set ''
t_status 2
t_run hs-metrics -d a.db baseline set bad -w 'no such'
t_status 2
t_run hs-metrics -d a.db baseline list -c name
t_ok test "$(wc -l < "$T_STATE/out")" -eq 3
t_run hs-metrics -d a.db baseline
t_status 2

t_case notes
t_run hs-metrics -d a.db note 2026-04-20 'release 4.2'
t_status 0
t_run hs-metrics -d a.db note 2026-03-10T08:00:00Z 'mail was down'
t_status 0
t_run hs-metrics -d a.db note 2026-07-01 'far away'
t_status 0
t_run hs-metrics -d a.db note list -f tsv
t_out <<'END'
id	at	text
2	2026-03-10T08:00:00Z	mail was down
1	2026-04-20T00:00:00Z	release 4.2
3	2026-07-01T00:00:00Z	far away
END
t_run hs-metrics -d a.db note drop 3
t_status 0
t_run hs-metrics -d a.db note drop 3
t_status 2
t_err 'there is no note 3'
t_run hs-metrics -d a.db note drop three
t_status 2
t_run hs-metrics -d a.db note someday 'what is this'
t_status 2
t_run hs-metrics -d a.db compare 2026-03-02..2026-03-30 2026-04-06..2026-05-04 \
    --metric deflection
t_err 'in 2026-03-02..2026-03-30, 2026-03-10: mail was down'
t_err 'in 2026-04-06..2026-05-04, 2026-04-20: release 4.2'
t_run hs-metrics -d a.db show deflection --split week \
    --since 2026-04-06 --until 2026-05-04
t_err '2026-04-20: release 4.2'
t_run hs-metrics -d a.db show deflection --split issue \
    --since 2026-04-06 --until 2026-05-04
t_ok test "$(grep -vc '^hs-metrics: verified_deflection' "$T_STATE/err")" -eq 0

t_case 'no figure depends on them'
hs-metrics -d a.db show deflection --month 2026-04 > want
cp a.db b.db
sqlite3 b.db 'DELETE FROM baseline; DELETE FROM note'
hs-metrics -d b.db show deflection --month 2026-04 > got
t_same want got 'without them every figure is as before'

t_case 'what is unfair'
t_run hs-metrics -d a.db compare 2026-03-02..2026-03-16 2026-04-06..2026-05-04 \
    --metric deflection
t_err '2026-03-02..2026-03-16 is shorter than four weeks'
t_run hs-metrics -d a.db compare 2026-03 2026-04 --metric deflection
t_err 'weekdays are unequal: 2026-03 has 22 from Monday to Friday and 9 others, 2026-04 22 and 8'
t_run hs-metrics -d a.db compare 2026-03 2026-03-15..2026-04-15 --metric deflection
t_err '2026-03 and 2026-03-15..2026-04-15 overlap'
t_run hs-metrics -d a.db compare 2026-04-06..2026-05-04 2026-06-03..2026-07-01 \
    --metric deflection
t_err 'not equally old: 0 of 240 solved tickets of .* 10 of 10 of'

t_db drift <<'END'
2026-03-02 100 10 pw email
2026-03-09 100 20 pw email
2026-03-16 100 30 pw email
2026-03-23 100 40 pw email
2026-04-06 400 200 pw email
2026-06-30 1 0 pw email
END
t_run hs-metrics -d drift.db compare 2026-03-02..2026-03-30 \
    2026-04-06..2026-05-04 --metric deflection
t_err 'deflection was rising in 2026-03-02..2026-03-30 already, from 0.100 in its first week to 0.400 in its last'
t_run hs-metrics -d a.db compare 2026-03-02..2026-03-30 2026-04-06..2026-05-04 \
    --metric deflection
if grep -q rising "$T_STATE/err"; then
	t_fail 'a rate that stands still is not called rising'
else
	t_pass 'a rate that stands still is not called rising'
fi

t_db worst <<'END'
2026-03-02 100 5 pw email
2026-03-09 100 50 bill email
2026-03-23 100 50 bug email
2026-04-06 100 40 pw email
2026-04-13 100 50 bill email
2026-04-20 100 50 bug email
2026-06-30 1 0 pw email
END
t_run hs-metrics -d worst.db compare 2026-03-02..2026-03-30 \
    2026-04-06..2026-05-04 --metric deflection
t_err 'pw was the worst type of .*: if the change was aimed at it, some of that is regression to the mean'

t_case 'tickets without tags'
printf '%s\n' 'id,subject,status,created,solved,ai state' \
    '9001,words,solved,2026-04-06T12:00:00Z,2026-04-06T13:00:00Z,handed_over' > more.csv
hs-import -q -d worst.db --as generic:ticket more.csv > "$T_STATE/log" 2>&1
t_run hs-metrics -d worst.db compare 2026-03-02..2026-03-30 \
    2026-04-06..2026-05-04 --metric deflection
t_err '1 of 301 tickets of 2026-04-06..2026-05-04 are not tagged by the active rule set, 0 of them by another'
t_done
