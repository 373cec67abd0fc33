#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules fmt and json: the one layout, reviews recorded, JSON and back; what
# cannot be read is refused and left alone.
. "$(dirname "$0")/tap.sh"

cat > a.rules <<'EOF'
rules 1
use b.rules
# why it is here
route vip
	on open
  when account.arr>= 50000
  unless text ~ \bfree  trial\b   
  then   human-first


default open   ai-first
EOF
cat > want <<'EOF'
rules 1
use b.rules

# why it is here
route vip
    on     open
    when   account.arr >= 50000
    unless text ~ \bfree  trial\b
    then   human-first

default open ai-first
EOF
printf 'rules 1\nowner  me\n' > b.rules
cp a.rules keep.rules
cp b.rules keep-b.rules

t_case 'to standard output'
t_run hs-rules fmt a.rules
t_status 0
t_out < want
t_err ''
t_same keep.rules a.rules 'the file is as before'

t_case '--check'
t_run hs-rules fmt --check a.rules b.rules
t_status 1
printf 'a.rules\nb.rules\n' | t_out

t_case '--write'
chmod 640 a.rules
t_run hs-rules fmt --write a.rules b.rules
t_status 0
t_out < /dev/null
t_same want a.rules 'the file is in order'
t_run stat -c %a a.rules
echo 640 | t_out
printf 'rules 1\nowner me\n' > want-b
t_same want-b b.rules 'a file without rules, too'
t_run hs-rules fmt --check a.rules b.rules
t_status 0
t_out < /dev/null
t_run hs-rules fmt --check --write a.rules
t_status 2
cp keep-b.rules b.rules
ln -s b.rules link.rules
t_run hs-rules fmt --write link.rules
t_same want-b b.rules 'a link leads to the file'
t_ok test -L link.rules

t_case '--bump'
cp keep.rules a.rules
t_run hs-rules fmt --write --bump vip 2027-01-31 a.rules
t_status 0
sed '8a\    review 2027-01-31' keep.rules > want-bump
t_same want-bump a.rules 'one line more'
t_run hs-rules fmt --write --bump vip 2028-02-29 a.rules
sed 's/2027-01-31/2028-02-29/' want-bump > want-again
t_same want-again a.rules 'the same line again'
t_run hs-rules fmt --write --bump nobody 2027-01-31 a.rules
t_status 2
t_err "no rule 'nobody'"
t_run hs-rules fmt --write --bump vip 31.1.2027 a.rules
t_status 2
t_err 'R121'
t_same want-again a.rules 'as before'
t_run hs-rules fmt --bump vip
t_status 2

t_case 'a file that cannot be read'
printf 'rules 1\nroute x\n  when a ==  1\n' > bad.rules
cp bad.rules keep-bad.rules
t_run hs-rules fmt --write bad.rules
t_status 2
t_err 'bad.rules:3:.*R101'
t_same keep-bad.rules bad.rules 'is left alone'
t_run hs-rules fmt none.rules
t_status 2
t_run hs-rules fmt
t_status 2

t_case 'what is shipped is in order'
t_run hs-rules fmt --check "$T_ROOT"/samples/rules/*.rules \
    "$T_ROOT"/samples/rules/*.test
t_status 0
t_out < /dev/null

t_case 'json'
cp keep.rules a.rules
t_run hs-rules json a.rules
t_status 0
cp "$T_STATE/out" a.json
t_run hs-rules json --import a.json
t_status 0
t_out < want
t_run sh -c 'hs-rules json --import - < a.json'
t_out < want
for f in "$T_ROOT"/samples/rules/*.rules "$T_ROOT"/samples/rules/*.test; do
	hs-rules json "$f" > x.json && hs-rules json --import x.json |
	    cmp -s - "$f" || echo "$f"
done > differ
t_ok test ! -s differ

t_case 'json that is no rule file'
echo '{"lines":[{"rules":"1"},{"route":"x","lines":[{"when":{"field":"a"}}]}]}' > bad.json
t_run hs-rules json --import bad.json
t_status 2
t_err '^hs-rules: bad.json: lines\[1\].lines\[0\].when.op: missing$'
printf '{"lines":[{"use":"a\\nowner b"}]}' > bad.json
t_run hs-rules json --import bad.json
t_status 2
t_out < /dev/null
printf '{"lines":[' > bad.json
t_run hs-rules json --import bad.json
t_status 2
t_run hs-rules json none.json
t_status 2
t_run hs-rules json bad.rules a.rules
t_status 2

t_case 'the schema'
t_run hs-rules json --schema
t_status 0
t_same "$T_ROOT/samples/rules/rules.schema.json" "$T_STATE/out" 'is the one shipped'
# every keyword of the language is in it
hs-rules json --schema | tr -d ' ' > schema
for k in rules language use drop owner review now field dimension default tag \
    route policy case table journey when or and for unless set on must "then" queue hit \
    miss todo why allow given like expect columns row blank comment; do
	grep -q "\"required\":\\[\"$k\"[],]" schema || echo "$k"
done > missing
t_ok test ! -s missing
if python3 -c 'import jsonschema' 2> /dev/null; then
	cat > valid.py <<'EOF'
import json, sys
from jsonschema import Draft7Validator
schema = json.load(open(sys.argv[1]))
Draft7Validator.check_schema(schema)
v = Draft7Validator(schema)
for f in sys.argv[2:]:
    for e in v.iter_errors(json.load(open(f))):
        print(f, list(e.path), e.message)
EOF
	i=0
	for f in a.rules "$T_ROOT"/samples/rules/*.rules \
	    "$T_ROOT"/samples/rules/*.test; do
		i=$((i + 1))
		hs-rules json "$f" > "valid$i.json"
	done
	t_run python3 valid.py "$T_ROOT/samples/rules/rules.schema.json" \
	    valid*.json
	t_status 0
	t_out < /dev/null
	echo '{"lines":[{"rules":"1"},{"when":{}}]}' > bad.json
	t_run python3 valid.py "$T_ROOT/samples/rules/rules.schema.json" bad.json
	t_ok test -s "$T_STATE/out"
fi

t_done
