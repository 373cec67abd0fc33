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
printf '\n# routing rules: proved, tested, and replayed over the same tickets\n'
rules=$here/rules/routing
say hs-rules check "$rules.rules"
say hs-rules test "$rules.test"
say hs-rules replay --summary -f table "$rules.rules"
printf '\n# what the AI handed to people, by the words that were written\n'
say hs-escaudit all --figures -f tsv -c metric,segment,estimate,lo,hi,n -o escalations.tsv
say grep -w all escalations.tsv
printf '\n$ hs-escaudit repeat | head -n 3\n'
hs-escaudit repeat -q -c key,message,quote,given_quote >repeats.tsv
head -n 3 repeats.tsv
printf '\n# people review 300 of them; here what the generator meant (truth.ndjson)\n'
printf '# stands in for people, who would use hs-sample sheet and load, or label:\n'
say hs-sample plan --minutes 30 -f table
printf '\n$ hs-sample draw -n 300 --seed 2026Q3 > keys\n'
hs-sample draw -q -n 300 --seed 2026Q3 >keys
sqlite3 :memory: <"$here/review.sql"
say hs-sample load reviewed.csv
say hs-tiers ceiling -f table
say hs-sample score -f table --dimension ceiling --dimension complexity \
    --dimension emotion --dimension pattern
printf '\n# agreement of the tags with what the generator meant (truth.ndjson):\n'
sqlite3 demo.db <"$here/agree.sql"
printf '\n# the month as a page, and as text for a pull request or a wiki\n'
say hs-report monthly -o report.html
say hs-report monthly -o report.md
say head -n 5 report.md
printf '\n%s\n' "$dir/report.html"
