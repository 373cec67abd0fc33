#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Big files, each with one big record in the middle, imported in little memory:
#   big.sh BINDIR WORKDIR
# BENCH_BIG_MB (3072) is the size of a file, BENCH_RECORD_MB (40) that of the
# record.  One file is there at a time, with its database; both go at the end.
set -eu
bin=$1
dir=$2
big=${BENCH_BIG_MB:-3072}
record=${BENCH_RECORD_MB:-40}
here=$(cd "$(dirname "$0")" && pwd)
PATH=$bin:$PATH
rm -rf "$dir"
mkdir -p "$dir"
trap 'rm -rf "$dir"' EXIT
trap 'exit 4' HUP INT TERM
cd "$dir"
dir=$(pwd)
# shellcheck source=measure.sh
. "$here/measure.sh"

room=$(df -Pm . | awk 'NR == 2 { print $4 }')
if [ "$room" -lt $((big * 3)) ]; then
	echo "bench: $((big * 3)) MB are needed in $dir, $room are there" >&2
	exit 4
fi

# Tickets of Zendesk, a line each, until there are that many MB; every round
# puts its number before the ids.
lines() { # MB FIRST-ROUND
	rounds=$(($1 * 1048576 / $(wc -c <seed.ndjson) + 1))
	i=$2
	while [ "$i" -lt $(($2 + rounds)) ]; do
		sed "s/\"id\":\\([0-9]*\\),\"external_id\"/\"id\":$i\\1,\"external_id\"/" \
		    seed.ndjson
		i=$((i + 1))
	done
}

# A ticket with one comment of that size.
big_ticket() {
	printf '{"url":"https://big.zendesk.com/api/v2/tickets/7.json","id":7,'
	printf '"created_at":"2026-07-03T10:06:57Z","updated_at":'
	printf '"2026-07-03T10:14:56Z","subject":"A long transcript",'
	printf '"status":"open","requester_id":11,"comments":[{"id":1,'
	printf '"author_id":11,"public":true,"created_at":'
	printf '"2026-07-03T10:06:57Z","body":"'
	yes 'Where is it? It said "today", and now? ' |
	    head -n $((record * 1048576 / 40)) | tr '\n"' ".'"
	printf '"}]}\n'
}

all_lines() {
	lines $((big / 2)) 10000
	big_ticket
	lines $((big / 2)) 20000
}

array() {
	echo '['
	all_lines | sed '1!s/^/,/'
	echo ']'
}

# The file is read once before, so that the disk is not what is timed.
try() { # FILE RECORDS
	printf '\n%s: %s MB, one record of %s MB\n' "$1" \
	    "$(($(wc -c <"$1") / 1000000))" "$record"
	start_set
	cat "$1" >/dev/null
	run 'hs-import' hs-import -q -d big.db "$1"
	compare "$1"
	[ -s big.db ] || exit 4
	[ "$(sqlite3 big.db 'SELECT count(*) FROM ticket')" -eq "$2" ] ||
	    echo "  there are $2 tickets in the file, and not as many here:"
	sqlite3 big.db "SELECT printf('  %d tickets, %d messages, the longest '
		|| 'of %.1f MB', (SELECT count(*) FROM ticket), count(*),
		max(length(body)) / 1e6) FROM message_text"
	target 'peak memory under 256 MB' \
	    "$(megabytes "$(figure hs-import 4)")" ' MB' under 256
	target 'at least 150 MB/s' \
	    "$(per_second "$1" "$(figure hs-import 2)")" ' MB/s' over 150
	rm -f big.db "$1"
}

busy
generate --tickets 6000 exports
mv exports/zendesk_tickets.ndjson seed.ndjson
rm -rf exports truth.ndjson
all_lines >big.ndjson
tickets=$(wc -l <big.ndjson)
try big.ndjson "$tickets"
array >big.json
try big.json "$tickets"
