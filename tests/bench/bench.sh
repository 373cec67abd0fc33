#!/bin/sh
# Timings of the programs beside what is installed of their peers, in one run:
#   bench.sh BINDIR WORKDIR    (BENCH_TICKETS, default 200000)
set -eu
bin=$1
dir=$2
n=${BENCH_TICKETS:-200000}
PATH=$bin:$PATH
rm -rf "$dir"
mkdir -p "$dir"
cd "$dir"

timed() { # LABEL COMMAND...: seconds and peak memory
	label=$1
	shift
	/usr/bin/time -o time.txt -f '%e %M' "$@" >out.txt 2>err.txt || {
		printf '  %-44s failed: %s\n' "$label" "$(head -n 1 err.txt)"
		return 0
	}
	read -r s kb <time.txt
	printf '  %-44s %8.2f s  %6d MB\n' "$label" "$s" "$((kb / 1024))"
}

generate --tickets "$n" exports
printf '%s tickets, %s MB of exports\n' "$n" "$(du -sm exports | cut -f1)"

echo 'import'
timed 'hs-import, a new database' hs-import -q -d a.db exports
timed 'hs-import, the same again' hs-import -q -d a.db exports
sqlite3 -csv -header a.db "SELECT key AS id, subject, status, channel, team,
	assignee, category, priority, requester, account,
	strftime('%Y-%m-%d %H:%M:%SZ', created, 'unixepoch') AS created_at,
	(SELECT group_concat(body, ' ') FROM thread m
		WHERE m.ticket = t.ticket) AS description
	FROM tickets t" >tickets.csv
printf '  the same tickets as one CSV: %s MB\n' "$(du -m tickets.csv | cut -f1)"
timed 'hs-import, CSV' hs-import -q -d c.db tickets.csv
timed 'sqlite3 .import, CSV' sqlite3 s.db '.import --csv tickets.csv t'
if command -v mlr >miller.txt; then
	timed 'miller, CSV read and written' mlr --csv cat tickets.csv
fi
if command -v jq >jq.txt; then
	timed 'jq, NDJSON read and written' \
	    jq -c . exports/zendesk_tickets.ndjson
fi

echo 'tag'
cp a.db d.db
timed 'hs-tag -j1' hs-tag -q -d d.db -j 1
timed 'hs-tag, every core' hs-tag -q -d a.db

echo 'tiers'
for c in ceiling map targets keep-human crosswalk capacity; do
	timed "hs-tiers $c" hs-tiers -d a.db $c
done

echo 'start'
timed 'hs-pick --help' hs-pick -h
timed 'hs-tag of one line, --filter' sh -c \
    'echo "{\"id\":1,\"description\":\"where is my parcel\"}" | hs-tag --filter'
