#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-pick: conditions, what a condition may not do, periods, zones, text.
. "$(dirname "$0")/tap.sh"

cat > in.ndjson <<'END'
{"id":1,"subject":"One","status":"solved","created":"2025-12-31T23:30:00Z","solved":"2026-01-02T10:00:00Z","tags":["vip","a"],"priority":"high","messages":[{"id":"1","role":"customer","at":"2025-12-31T23:30:00Z","body":"Where is my Invoice?"}]}
{"id":2,"subject":"Two invoices","status":"solved","created":"2026-01-01T00:00:00Z","solved":"2026-02-10T10:00:00Z","tags":["a"],"custom_fields":{"plan":"Growth","n":7}}
{"id":10,"subject":"Ten","status":"open","created":"2026-01-31T23:59:59Z"}
{"id":9,"subject":"it's \"quoted\" -- ;","status":"open","created":"2026-02-01T00:00:00Z","priority":"low"}
{"id":11,"subject":"Grüße über Österreich","status":"open","created":"2026-03-31T22:30:00Z","messages":[{"id":"1","role":"agent","public":false,"kind":"note","at":"2026-03-31T22:40:00Z","body":"secret note"}]}
{"id":12,"subject":"Last","status":"open","created":"2026-04-01T00:00:00Z"}
{"id":13,"subject":"No date","status":"open"}
END
sed 's/"id":\([0-9]*\),"sub/"id":\1,"brand":"b","sub/;2,$d' in.ndjson > second.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-import -q -d a.db --source alpha second.ndjson > "$T_STATE/log"
cp a.db keep.db

# t_pick args: keys of generic on one line.
t_pick() {
	t_run hs-pick -d a.db "$@"
	t_status 0
	t_err ''
	sed 's/^generic://' "$T_STATE/out" | tr '\n' ' ' > line
	echo >> line
	cp line "$T_STATE/out"
}

t_case 'all, in the order of source and id'
t_run hs-pick -d a.db
t_status 0
t_out <<'END'
alpha:1
generic:1
generic:10
generic:11
generic:12
generic:13
generic:2
generic:9
END
t_run hs-pick -d a.db -H
t_ok test "$(head -n 1 "$T_STATE/out")" = key
t_run hs-pick -d a.db --count
t_out <<'END'
8
END
hs-pick -d a.db -H | hs-pick -d a.db - > again
hs-pick -d a.db > all
t_same all again 'its output is input'
hs-pick -d a.db -0 | tr '\0' '\n' > nul
t_same all nul -0
hs-pick -d a.db -0 | hs-pick -d a.db -0 --count - > "$T_STATE/out"
t_out <<'END'
8
END
printf 'generic:9\ngeneric:1\ngeneric:9\n' | hs-pick -d a.db - > "$T_STATE/out"
t_out <<'END'
generic:1
generic:9
END

t_case 'ids'
t_run hs-pick -d a.db 10 generic:2
t_status 0
t_out <<'END'
generic:10
generic:2
END
t_run hs-pick -d a.db 1
t_status 2
t_err "'1' is in more than one source: write source:id"
t_run hs-pick -d a.db alpha:1 generic:1
t_status 0

t_case -w
t_pick -w "priority = 'high' AND source = 'generic'"
t_out <<'END'
1 
END
t_pick -w "priority = 'high' OR 1 = 1" -w 'ext_id = 10'
t_out <<'END'
10 
END
t_pick -w "'vip' IN (SELECT value FROM json_each(tags)) AND brand IS NULL"
t_out <<'END'
1 
END
t_pick -w "EXISTS (SELECT 1 FROM json_each(tickets.tags) WHERE value = 'a') AND source <> 'alpha'"
t_out <<'END'
1 2 
END
t_pick -w "json_extract(fields, '\$.n') = 7"
t_out <<'END'
2 
END
t_pick -w "subject = 'it''s \"quoted\" -- ;'"
t_out <<'END'
9 
END
t_pick -w "ext_id IN (SELECT '12')"
t_out <<'END'
12 
END
t_pick -w "priority IS NULL AND ext_id <> '13' AND created >= unixepoch('2026-03-01')"
t_out <<'END'
11 12 
END
t_pick -w "ext_id = '9' -- a comment"
t_out <<'END'
9 
END

t_case 'what a condition may not be'
cat > bad <<'END'
1); DROP TABLE ticket; --
1); DELETE FROM ticket; SELECT (1
1; DROP TABLE ticket
1) UNION SELECT hash FROM ruleset --
(1
1)
'
"
ext_id = '
ATTACH 'x.db' AS x
1 IN (SELECT 1 FROM pragma_user_version) ; ATTACH 'x.db' AS x
PRAGMA user_version = 7
1 IN (PRAGMA user_version)
1); PRAGMA user_version = 7; --
1; VACUUM INTO 'x.db'
load_extension('./x.so')
writefile('x', 'y')
readfile('in.ndjson') IS NOT NULL
1 IN (SELECT * FROM pragma_journal_mode('delete'))
edit('x')
1 FROM ticket; --
no_such_column
no_such_function(1)
no_such_table.x = 1
RAISE(ABORT, 'x')
sqlite_master
1 LIMIT 1
1 ORDER BY 1
1, 1
fts3_tokenizer('x', 'y')
END
n=0
while IFS= read -r line; do
	n=$((n + 1))
	t_run hs-pick -d a.db -w "$line"
	read -r status < "$T_STATE/status"
	if [ "$status" -eq 2 ] && [ ! -s "$T_STATE/out" ] &&
	    [ "$(grep -c '^hs-pick: -w: ' "$T_STATE/err")" -eq 1 ]; then
		continue
	fi
	t_fail "status 2 and one message for: $line"
	{ echo "status $status"; head -n 3 "$T_STATE/out"; cat "$T_STATE/err"; } |
	    t_comment
done < bad
t_ok test "$n" -ge 30
t_run hs-pick -d a.db -w ''
t_status 2
for program in 'hs-show' 'hs-tag --rules x.rules' 'hs-tiers map'; do
	printf 'rules 1\ndimension d one a < b\ndefault d a\ntag x\n set d=b\n when text ~ x\n' > x.rules
	# shellcheck disable=SC2086 # words
	t_run $program -d a.db -w '1); DROP TABLE ticket; --'
	t_status 2
done
t_ok test ! -e x.db
t_ok test ! -e x
t_same keep.db a.db 'the database is as before'

t_case 'a condition that does not end'
t_run hs-pick -d a.db -w "ext_id = '1' AND zeroblob(2000000000) IS NULL"
t_ok test "$(cat "$T_STATE/status")" -le 4
awk 'BEGIN { for (i = 0; i < 5000; i++) printf "("; printf "1"; for (i = 0; i < 5000; i++) printf ")" }' > deep
t_run hs-pick -d a.db -w "$(cat deep)"
t_status 2
t_same keep.db a.db 'the database is as before'

t_case 'periods'
t_pick --month 2026-01
t_out <<'END'
10 2 
END
t_pick --quarter 2026Q1
t_out <<'END'
10 11 2 9 
END
t_pick --since 2026-02-01
t_out <<'END'
11 12 9 
END
t_pick --since 2026-01-31T23:59:59Z --until 2026-02-01T00:00:00Z
t_out <<'END'
10 
END
t_pick --until 2026-01-01 -w "source = 'generic'"
t_out <<'END'
1 
END
t_pick --last 2d
t_out <<'END'
11 12 
END
t_pick --last 1d --asof 2026-02-01T12:00:00Z
t_out <<'END'
9 
END
t_pick --last 31d --asof 2026-01-31 -w "source = 'generic'"
t_out <<'END'
10 2 
END
t_pick --month 2026-02 --by solved
t_out <<'END'
2 
END
t_pick --month 2026-05
t_out <<'END'

END
t_pick --month 2026-01 10 12
t_out <<'END'
10 12 
END

t_case 'a zone moves days and months'
t_pick --month 2026-01 --report-tz Europe/Berlin -w "source = 'generic'"
t_out <<'END'
1 2 
END
t_pick --month 2026-01 --report-tz -05:00
t_out <<'END'
10 9 
END
t_pick --month 2026-04 --report-tz Europe/Berlin
t_out <<'END'
11 12 
END
t_pick --quarter 2026Q1 --report-tz Europe/Berlin -w "source = 'generic'"
t_out <<'END'
1 10 2 9 
END
t_pick --since 2026-04-01 --report-tz Europe/Berlin
t_out <<'END'
11 12 
END
t_pick --since 2026-04-01T00:00:00Z --report-tz Europe/Berlin
t_out <<'END'
12 
END
t_pick --last 1d --asof 2026-04-01T12:00:00Z --report-tz Europe/Berlin
t_out <<'END'
11 12 
END
hs-import -q -d a.db --report-tz Europe/Berlin second.ndjson > "$T_STATE/log"
t_pick --month 2026-04
t_out <<'END'
11 12 
END
t_pick --month 2026-04 --report-tz UTC
t_out <<'END'
12 
END
cp keep.db a.db

t_case 'periods that cannot be'
for bad in '--month 2026-13' '--month 2026' '--month x' '--quarter 2026Q5' \
    '--quarter 2026Q0' '--last 0d' '--last x' '--last -3d' '--since yesterday' \
    '--until 2026-02-30' '--asof 2026-02-30' '--by nothing' \
    '--report-tz Nowhere/Land' '--report-tz ../../etc/passwd' \
    '--month 2026-01 --quarter 2026Q1' \
    '--month 2026-01 --last 3d'; do
	# shellcheck disable=SC2086 # words
	t_run hs-pick -d a.db $bad
	read -r status < "$T_STATE/status"
	[ "$status" -eq 2 ] && [ -s "$T_STATE/err" ] && continue
	t_fail "status 2 and a message for: $bad"
	{ echo "status $status"; head -n 3 "$T_STATE/out"; cat "$T_STATE/err"; } |
	    t_comment
done

t_case --text
t_pick --text '\binvoices?\b' -w "source = 'generic'"
t_out <<'END'
1 2 
END
t_pick --text 'secret'
t_out <<'END'
11 
END
t_pick --text 'GRÜSSE|grüße ÜBER'
t_out <<'END'
11 
END
t_pick --text '^Ten$'
t_out <<'END'
10 
END
t_pick --text 'nowhere to be found'
t_out <<'END'

END
t_run hs-pick -d a.db --text '('
t_status 2
t_err '^hs-pick: --text: .*\(pattern offset 1\)'
t_run hs-pick -d a.db --text '\C'
t_status 2
t_run hs-pick -d a.db --text ''
t_ok test "$(cat "$T_STATE/status")" -le 2

t_case 'ids that would break a line'
cat > odd.ndjson <<'END'
{"id":"1\ngeneric:2","subject":"a"}
{"id":"a\tb","subject":"a"}
{"id":" c ","subject":"a"}
{"id":"d:e","subject":"a"}
{"id":"key","subject":"a"}
{"id":"f\u001b[31m","subject":"a"}
END
hs-import -q -d odd.db odd.ndjson > "$T_STATE/log" 2>&1
hs-pick -d odd.db > odd
t_ok test "$(wc -l < odd)" -eq "$(hs-pick -d odd.db --count)"
t_ok test "$(tr -d "\n -~" < odd | wc -c)" -eq 0
t_run hs-pick -d odd.db - < odd
t_status 0
t_same odd "$T_STATE/out" 'every key that is printed is read'

t_case 'reading only'
chmod 444 a.db
t_run hs-pick -d a.db --count
t_status 0
chmod 644 a.db
t_same keep.db a.db 'the database is as before'

t_done
