#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The monthly report in a browser: check.sh BINDIR DEMO WORKDIR
# DEMO is the folder of `make demo`; without one a database is made.
set -eu
bin=$1
demo=$2
dir=$3
here=$(cd "$(dirname "$0")" && pwd)

# No skip: who asks for this test has a browser.
missing() {
	echo "Bail out! no $1: run make deps-browser"
	exit 1
}

chromium=$(command -v chromium || command -v chromium-browser || :)
[ -n "$chromium" ] || missing chromium
for p in node pdftotext pdftoppm; do
	command -v "$p" > /dev/null || missing "$p"
done
for p in playwright-core axe-core; do
	[ -d "$here/node_modules/$p" ] || missing "$p"
done

rm -rf "$dir"
mkdir -p "$dir"
HS_DB=$demo/demo.db
export HS_DB
if [ ! -f "$HS_DB" ]; then
	HS_DB=$dir/report.db
	"$bin/generate" "$dir/exports"
	"$bin/hs-import" -q "$dir/exports" >&2
	"$bin/hs-tag" -q >&2
fi
"$bin/hs-report" monthly -o "$dir/plain.html"
"$bin/hs-report" monthly -o "$dir/linked.html" \
    --ticket-url 'https://desk.example/tickets/%s'
"$bin/hs-report" monthly -f json -o "$dir/report.json"
exec node "$here/check.js" "$chromium" "$dir"
