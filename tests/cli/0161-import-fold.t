#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: thousands of records that fail alike are told in one line a cause.
. "$(dirname "$0")/tap.sh"

t_case 'a table without zones'
awk 'BEGIN { print "id,subject,created"
	for (i = 1; i <= 3000; i++)
		if (i == 7)
			print i ",short"
		else
			printf "%d,a \"\"%d\"\",2026-01-05 10:%02d\n", i, i,
			    i % 60 }' | sed 's/a ""\([0-9]*\)""/"a ""\1"""/' > zone.csv
t_run hs-import -d zone.db zone.csv
t_status 3
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	3000	0	0	0	0	3000	0
END
t_ok test "$(wc -l < "$T_STATE/err")" -eq 22
head -n 1 "$T_STATE/err" > first
sed -n 7p "$T_STATE/err" > seventh
tail -n 2 "$T_STATE/err" > last
printf '%s\n' "hs-import: zone.csv:2: created: bad time '2026-01-05 10:01': it has no zone, say --tz ZONE" > want
t_same want first
printf '%s\n' 'hs-import: zone.csv:8: 2 cells where the header has 3: --lenient takes the rest as empty' > want
t_same want seventh 'another cause has its own lines'
printf '%s\n' "hs-import: zone.csv:22: created: bad time '2026-01-05 10:21': it has no zone, say --tz ZONE" \
    "hs-import: zone.csv: created: bad time '...': it has no zone, say --tz ZONE: and 2979 more records like this, first at line 23" > want
t_same want last

t_case 'each file for itself'
head -n 22 zone.csv > a.csv
head -n 23 zone.csv > b.csv
t_run hs-import -d files.db a.csv b.csv
t_ok test "$(grep -c 'a.csv:.*no zone' "$T_STATE/err")" -eq 20
t_ok test "$(grep -c 'b.csv:[0-9]*:.*no zone' "$T_STATE/err")" -eq 20
t_err 'b.csv: created: .*: and 1 more record like this, first at line 23'

t_case 'JSON too'
awk 'BEGIN { for (i = 1; i <= 100; i++) {
	print "{\"id\":" i ",\"subject\":\"a\",\"created\":\"day " i "\"}"
	print "{\"id\":" i ",\"subject\":" } }' > bad.ndjson
t_run hs-import -d json.db bad.ndjson
t_status 3
t_ok test "$(wc -l < "$T_STATE/err")" -eq 42
t_err "bad.ndjson: created: bad time '...': and 80 more records like this, first at line 41"
t_err 'bad.ndjson: bad JSON: .*: and 80 more records like this, first at line 42'

t_case 'each member of an archive for itself'
zip -q both.zip a.csv b.csv
t_run hs-import -d zip.db both.zip
t_status 3
t_ok test "$(grep -c 'both.zip:a.csv:.*no zone' "$T_STATE/err")" -eq 20
t_ok test "$(grep -c 'both.zip:b.csv:[0-9]*:.*no zone' "$T_STATE/err")" -eq 20
t_err 'both.zip:b.csv: created: .*: and 1 more record like this, first at line 23'

t_done
