#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reports and metrics over a big database:
#   report.sh BINDIR WORKDIR
# BENCH_REPORTED (1000000) tickets are made up, imported and tagged first; the
# target is for a million on two idle cores.
# Every format is written twice, by one thread and by two, and compared.
set -eu
bin=$1
dir=$2
n=${BENCH_REPORTED:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
PATH=$bin:$PATH
rm -rf "$dir"
mkdir -p "$dir"
trap 'rm -rf "$dir"' EXIT
trap 'exit 4' HUP INT TERM
cd "$dir"
# shellcheck source=measure.sh
. "$here/measure.sh"

same() { # FORMAT
	for j in 1 2; do
		hs-report monthly -q -d r.db -j "$j" -f "$1" -o "$j.$1" || :
	done
	cmp "1.$1" "2.$1" && printf '  %s: the same bytes\n' "$1"
}

busy
generate --tickets "$n" exports
hs-import -q -d r.db exports >counts.txt
rm -rf exports truth.ndjson
hs-tag -q -d r.db >>counts.txt
printf '\nhs-report, hs-metrics: %s tickets, once\n' "$n"
start_set
for kind in monthly quarterly dash; do
	run "$kind" hs-report "$kind" -q -d r.db -j 2 -f html -o r.html
done
for command in ai human bridge ladder; do
	run "$command" hs-metrics "$command" -q -d r.db
done
compare r.db
target "a month over $n tickets under 20 s" "$(figure monthly 2)" ' s' under 20
target 'a month: peak memory under 256 MB' \
    "$(megabytes "$(figure monthly 4)")" ' MB' under 256
for format in text md html json; do
	same "$format"
done
