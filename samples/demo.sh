#!/bin/sh
# The whole pipeline over made-up exports: demo.sh BINDIR WORKDIR
set -eu
bin=$1
dir=$2
here=$(cd "$(dirname "$0")" && pwd)
PATH=$bin:$PATH
rm -rf "$dir"
mkdir -p "$dir"
cd "$dir"
HS_DB=demo.db
export HS_DB

say() {
	printf '\n$ %s\n' "$*"
	"$@"
}

printf '$ generate exports    # 20,000 tickets of three helpdesks, 90 days\n'
generate exports
say hs-import -f table exports
say hs-tag -f table
say hs-tiers ceiling --waterfall -f table
say hs-tiers map -f table
say hs-tiers targets --top 10 -f table
say hs-tiers keep-human -f table
printf '\n# agreement of the tags with what the generator meant (truth.ndjson):\n'
sqlite3 demo.db <"$here/agree.sql"
