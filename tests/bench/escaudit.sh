#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The audits of escalations over a big database, and its figures:
#   escaudit.sh BINDIR WORKDIR
# BENCH_AUDITED (1000000) tickets are made up, imported and tagged first; the
# targets are for a million on two idle cores, and are scaled to what there is.
set -eu
bin=$1
dir=$2
n=${BENCH_AUDITED:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
PATH=$bin:$PATH
rm -rf "$dir"
mkdir -p "$dir"
trap 'rm -rf "$dir"' EXIT
trap 'exit 4' HUP INT TERM
cd "$dir"
# shellcheck source=measure.sh
. "$here/measure.sh"

scaled() { # SECONDS
	[ -z "$1" ] || awk -v s="$1" -v n="$n" 'BEGIN { print s * 1e6 / n }'
}

audit() { # NAME OPTION...
	name=$1
	shift
	run "$name" hs-escaudit all -d a.db -j 2 "$@"
}

busy
generate --tickets "$n" exports
hs-import -q -d a.db exports >counts.txt
rm -rf exports truth.ndjson
hs-tag -q -d a.db >>counts.txt
printf '\nhs-escaudit all: %s tickets, once\n' "$n"
start_set
audit 'findings' --format tsv
audit 'figures' --figures
compare a.db
for c in findings figures; do
	target "$c of a million tickets under 60 s" \
	    "$(scaled "$(figure "$c" 2)")" ' s' under 60
	target "$c: peak memory under 256 MB" \
	    "$(megabytes "$(figure "$c" 4)")" ' MB' under 256
done
