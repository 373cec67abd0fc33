#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-report and hs-metrics when something is wrong with the disk, the database or
# the numbers: told in a sentence, and the file that was there stays.
. "$(dirname "$0")/tap.sh"

awk 'BEGIN {
	for (i = 1; i <= 40; i++) {
		printf "{\"id\":\"%d\",\"requester\":\"r%d\",\"subject\":\"Refund\",\"status\":\"solved\",\"channel\":\"it'\''s; \\\"%d\\\" -- [a](javascript:b) | `c`\",", i, i, i % 2
		printf "\"created\":\"2026-06-%02dT09:00:00Z\",\"solved\":\"2026-06-%02dT10:00:00Z\",\"handle time\":60,", i % 20 + 1, i % 20 + 1
		printf "\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"body\":\"Where is my refund?\"},{\"id\":\"2\",\"role\":\"%s\",\"body\":\"It was paid.\"}]}\n", i % 2 ? "ai" : "agent"
	}
}' > tickets.ndjson
hs-import -q -d a.db tickets.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"
month='--month 2026-06'

t_case 'no room'
for f in text md html json; do
	# shellcheck disable=SC2086 # two words
	t_run_to /dev/full hs-report monthly -d a.db $month -f $f
	t_status 4
	t_err 'No space left'
done
# shellcheck disable=SC2086
t_run_to /dev/full hs-metrics ai -d a.db $month
t_status 4
t_err 'No space left'
mkdir box
echo precious > box/r.html
# shellcheck disable=SC2016,SC2086 # files of 48 KiB at most
t_run sh -c 'trap "" XFSZ; ulimit -f 96; exec "$@"' - \
    hs-report monthly -d a.db $month -o box/r.html
t_status 4
t_err 'too large'
t_ok grep -q '^precious$' box/r.html
t_ok test "$(find box -type f | wc -l)" -eq 1

t_case 'killed'
for s in 0.01 0.03 0.06 0.1 0.2 0.4; do
	# shellcheck disable=SC2086
	timeout -s KILL $s hs-report monthly -d a.db $month -o box/r.html \
	    2> "$T_STATE/log"
	t_ok sh -c 'grep -q "^precious$" box/r.html ||
	    tail -c 20 box/r.html | grep -q "</html>"'
done
# shellcheck disable=SC2086
t_run hs-report monthly -d a.db $month -o box/r.html
t_status 0
t_ok grep -q '</html>' box/r.html

t_case 'nowhere to write'
for o in box/gone/r.html box; do
	# shellcheck disable=SC2086
	t_run hs-report monthly -d a.db $month -f html -o "$o"
	t_status 4
	t_err 'cannot (create|write)'
done

t_case 'somebody else is writing'
mkfifo hold
# shellcheck disable=SC2094
sqlite3 a.db < hold > "$T_STATE/log" 2>&1 &
exec 3> hold
echo "BEGIN IMMEDIATE; UPDATE ticket SET status = 1; SELECT 'held';" >&3
while [ ! -s "$T_STATE/log" ]; do
	sleep 0.1
done
# shellcheck disable=SC2086
t_run hs-report monthly -d a.db $month -f html
t_status 0
t_same box/r.html "$T_STATE/out" 'as before'
echo 'ROLLBACK;' >&3
exec 3>&-
wait

t_case 'no database of ours'
echo 'not a database, but a file that is long enough to be looked at' > junk.db
cp a.db newer.db
sqlite3 newer.db 'PRAGMA user_version = 999' > "$T_STATE/log"
sqlite3 other.db 'CREATE TABLE ticket (x)'
for db in junk.db newer.db other.db gone.db; do
	t_run hs-report monthly -d $db
	t_status 4
	t_err "$db"
	t_run hs-metrics ai -d $db
	t_status 4
	t_err "$db"
done
t_ok test ! -e gone.db

t_case 'no number that is none'
# shellcheck disable=SC2086
for c in 'ai' 'human' 'bridge --claimed 1' 'compare 2026-06 2026-05' \
    'cost --agent-hour 1e6 --fixed 1e-6 --ai-price 1e6'; do
	for m in "$month" '--month 2031-01'; do
		case $c in
		compare*) m= ;;
		esac
		hs-metrics $c -d a.db $m --min-n 1 -f json > out 2> "$T_STATE/err"
		got=$?
		t_ok test "$got" -eq 0 -o "$got" -eq 3
		t_ok test -z "$(grep -iwE '[-+]?(nan|inf|infinity)' out)"
	done
done

t_case 'queries hold whatever a value holds'
# shellcheck disable=SC2086
hs-metrics ai -d a.db $month --split channel --min-n 1 -f json > out
t_ok grep -q "it's" out
# shellcheck disable=SC2086
hs-report monthly -d a.db $month -f json > out
sqlite3 :memory: "SELECT value ->> 'query' FROM json_each(
	readfile('out'), '\$.figures') WHERE value ->> 'query' IS NOT NULL" > queries
t_ok test -s queries
t_ok sqlite3 -bail a.db '.read queries'
t_done
