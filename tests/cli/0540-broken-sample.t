#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A sample that another program changed: told, never read past its end, and no
# proof of a draw.
. "$(dirname "$0")/tap.sh"

awk 'BEGIN {
	for (i = 1; i <= 60; i++)
		printf "{\"id\":\"%d\",\"subject\":\"x\",\"status\":\"solved\",\"category\":\"c%d\",\"created\":\"2026-03-01T10:00:00Z\",\"solved\":\"2026-03-02T12:00:00Z\"}\n",
		    i, i % 3 }' > in.ndjson
hs-import -q -d whole.db in.ndjson > "$T_STATE/log"
hs-tag -q -d whole.db > "$T_STATE/log"
hs-sample draw -q -d whole.db -n 60 --by category --proportional > keys
{ echo 'key,complexity,emotion,pattern'
    sed 's/$/,low,neutral,repeatable/' keys; } > filled.csv
hs-sample load -q -d whole.db --reviewer ann filled.csv
sqlite3 whole.db 'SELECT count(*) FROM sample_stratum' > strata
t_ok grep -qx 3 strata

# t_broken what SQL: each command says so, or does not need it.
t_broken() {
	t_case "$1"
	for command in verify 'extend -n 100' score 'score --confusion'; do
		cp whole.db a.db
		sqlite3 a.db "$2"
		# shellcheck disable=SC2086
		t_run hs-sample $command -d a.db
		t_status 4
		t_err 'strata of the sample are not as they were stored'
	done
}

t_broken 'a stratum is missing' 'DELETE FROM sample_stratum WHERE stratum = 1'
t_broken 'the first is missing' 'DELETE FROM sample_stratum WHERE stratum = 0'
t_broken 'fewer than none are drawn' \
    'UPDATE sample_stratum SET n_drawn = -1'

t_case 'tickets of no stratum'
for number in 3 -1 1000000000; do
	cp whole.db a.db
	sqlite3 a.db "UPDATE sample_frame SET stratum = $number
		WHERE ticket = 7"
	t_run hs-sample verify -d a.db
	t_status 4
	t_err 'not as they were stored'
	cp whole.db a.db
	sqlite3 a.db "UPDATE sample_ticket SET stratum = $number
		WHERE ticket = 7"
	t_run hs-sample score --confusion -d a.db
	t_status 4
	t_err 'not as they were stored'
done

t_case 'two strata of one name'
cp whole.db a.db
sqlite3 a.db "UPDATE sample_stratum SET name = 'x'"
t_run hs-sample verify -d a.db
t_status 4
t_err 'not as they were stored'

t_case 'a weight that was changed is no proof'
cp whole.db a.db
sqlite3 a.db "UPDATE sample_stratum SET N = N + 1 WHERE stratum = 0"
t_run hs-sample verify -d a.db
t_status 1
t_err 'not this draw: a stratum has not the tickets it should have'
t_run hs-sample verify -d whole.db
t_status 0
t_done
