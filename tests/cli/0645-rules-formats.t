#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The formats of hs-rules check, read by the programs that read them: prove,
# xmllint, and a JSON Schema of SARIF where $HS_SARIF_SCHEMA names one.
sarif_schema=${HS_SARIF_SCHEMA:-}
# shellcheck shell=sh source=tap.sh
. "$(dirname "$0")/tap.sh"

hostile=$(printf 'a #1 100%% "q" ]]> & : , \033[31m \346\227\245.rules')
cat > "$hostile" <<'EOF'
rules 1
dimension d one a < b
tag x#%日本<]]>&"
    set    d=a
    when   text ~ a
tag y
    set    d=c
    when   acount.plan = free
    or     text ~ (unclosed
EOF
cat > good.rules <<'EOF'
rules 1
owner me
review 2026-12-31
route vip
    on     open
    when   account.arr >= 50000
    then   human-first
    why    # they pay 100% of {it}
default open ai-first
EOF

check() {
	t_run hs-rules check --now 2026-11-01 -f "$1" good.rules "$hostile"
	t_status 1
	cp "$T_STATE/out" "report.$1"
	# no terminal obeys what a file holds
	t_ok test "$(tr -d '\n\040-\176\200-\377' < "report.$1" | wc -c)" -eq 0
}

for f in gnu json tap junit sarif github; do
	t_case "-f $f"
	check $f
done

t_case 'an unknown format'
t_run hs-rules check -f xml good.rules
t_status 2
t_err "unknown format 'xml'"

t_case 'gnu'
t_ok grep -q '^a #1 .*\.rules:[0-9]*:[0-9]*: error: .* (proved) \[R1[0-9]*\]$' report.gnu

t_case 'TAP under prove'
prove --exec cat report.tap > prove.out 2>&1
t_ok grep -q '^Result: FAIL' prove.out
t_ok sh -c '! grep -q "Parse errors" prove.out'
t_run sh -c 'hs-rules check --now 2026-11-01 -f tap good.rules > good.tap'
t_status 0
t_ok prove -q --exec cat good.tap

t_case 'JUnit under xmllint'
t_ok xmllint --noout report.junit
t_ok test "$(xmllint --xpath 'count(//testcase)' report.junit)" -gt 1
t_ok test "$(xmllint --xpath 'count(//testcase[@classname="good.rules" and not(failure)])' report.junit)" -eq 1
t_ok test "$(xmllint --xpath 'sum(//testsuite/@failures)' report.junit)" -eq \
    "$(xmllint --xpath 'count(//failure)' report.junit)"

t_case 'GitHub'
t_ok sh -c '! grep -qv "^::\(error\|warning\|notice\) " report.github'
t_ok grep -q '^::error file=a #1 100%25 "q" ]]> & %3A %2C ?\[31m .*,line=[0-9]*,col=[0-9]*,title=R[0-9]*::' report.github

t_case 'SARIF'
t_ok grep -q 'a%20%231%20100%25%20%22q%22%20%5D%5D%3E%20%26%20%3A%20%2C%20%1B%5B31m%20%E6%97%A5.rules' report.sarif
t_ok grep -q '"exitCode":1' report.sarif
cat > valid.py <<'EOF'
import json, sys
from jsonschema import Draft4Validator
v = Draft4Validator(json.load(open(sys.argv[1])))
for e in v.iter_errors(json.load(open(sys.argv[2]))):
    print(list(e.path), e.message)
EOF
validate() {
	if [ -z "$sarif_schema" ] ||
	    ! python3 -c 'import jsonschema' 2> /dev/null; then
		echo '# HS_SARIF_SCHEMA names no schema: not validated'
		return
	fi
	t_run python3 valid.py "$sarif_schema" "$1"
	t_status 0
	t_out < /dev/null
}
validate report.sarif
hs-rules check --now 2026-11-01 -f sarif good.rules > good.sarif
validate good.sarif

t_case 'test cases'
cat > 'c #1 <&>.test' <<'EOF'
rules 1
use good.rules
case fine
    on     open
    account.arr = 50000
    expect route = human-first by vip
case # TODO not \ "this" ]]> 100% 日本
    on     open
    account.arr = 49999
    expect route = human-first by vip
case not yet
    on     open
    todo   waits for # somebody
    account.arr = 1
    expect route = human-first
EOF
for f in tap junit sarif github json gnu; do
	t_run hs-rules test -f $f 'c #1 <&>.test'
	t_status 1
	cp "$T_STATE/out" cases.$f
done
prove --exec cat cases.tap > prove.out 2>&1
t_ok sh -c '! grep -q "Parse errors" prove.out'
t_ok grep -q 'Failed 1/3 subtests' prove.out
t_ok grep -q '^not ok 3 .* # TODO waits for .# somebody$' cases.tap
t_ok xmllint --noout cases.junit
t_ok test "$(xmllint --xpath 'concat(count(//failure), " ", count(//skipped), " ", count(//testcase[not(*)]))' cases.junit)" = '1 1 1'
t_ok test "$(xmllint --xpath 'string(//testcase[failure]/@name)' cases.junit)" = '# TODO not \ "this" ]]> 100% 日本'
t_ok grep -q '^::error file=c #1 <&>.test,line=7,.*title=case # TODO' cases.github
validate cases.sarif

t_done
