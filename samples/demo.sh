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
say hs-tiers map -f table -c complexity,emotion,pattern,tickets,share,hours
say hs-tiers targets --top 10 -f table \
    -c rank,issue,tickets,share,hours,csat,ai_durable,example
say hs-tiers keep-human -f table -c issue,tickets,reason,rate,lo,threshold,example
printf '\n# agreement of the tags with what the generator meant (truth.ndjson):\n'
sqlite3 demo.db <"$here/agree.sql"
