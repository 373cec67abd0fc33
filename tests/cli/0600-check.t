#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules check.  tests/golden/lint/ID holds for each check a rule file that
# raises it (hit.rules, or hit.sh that writes it), the lines it says (hit.want),
# and one that nearly does (miss.rules); opts are further options.
. "$(dirname "$0")/tap.sh"
T_GOLDEN=$T_ROOT/tests/golden/lint

cp -R "$T_GOLDEN" lint
t_ok generate --seed 7 --tickets 120 out
t_ok hs-import -q -d lint/lint.db out

# judge ID FILE: the findings of that id, their notes left out, and the numbers
# that another version of PCRE2 may have others of
judge() {
	(
		cd "lint/$1" || exit 4
		opts=$(cat opts 2> /dev/null)
		# shellcheck disable=SC2086
		hs-rules check --now 2026-11-23 --overdue 30d --fail-on never \
		    -q $opts "$2"
	) > all 2> trouble
	t_got=$?
	[ $t_got -le 3 ] || {
		t_fail "$1: $2 ends with status $t_got"
		t_comment < trouble
	}
	grep -F "[$1]" all |
	    sed -E 's/PCRE2 1[0-9.]+[0-9];/PCRE2 V;/; s/[0-9]+ (times|steps)/N \1/g' \
		> told
}

for dir in lint/R*; do
	[ ! -f "$dir/hit.test" ] || continue # of hs-rules test
	id=${dir#lint/}
	t_case "$id"
	[ ! -f "$dir/hit.sh" ] || sh "$dir/hit.sh" > "$dir/hit.rules"
	judge "$id" hit.rules
	t_same "$dir/hit.want" told 'a hit is told'
	judge "$id" miss.rules
	: > nothing
	t_same nothing told 'a near miss is not'
done

t_case 'each id of the catalogue has its case'
cp -R "$T_GOLDEN/worked" .
cd worked || exit 4
hs-rules check --now 2026-11-23 --fail-on never -f sarif routes.rules \
    > ../sarif
cd .. || exit 4
grep -o '"id":"R[0-9A-F]*"' sarif | sed 's/.*:"//; s/"//' | sort -u > ids
t_ok test "$(wc -l < ids)" -ge 77
for dir in "$T_GOLDEN"/R*; do
	basename "$dir"
done | sort > cases
# R114 and R190 to R198 need tickets, R165 and R5 tests
comm -23 ids cases | grep -Ev '^(R114|R165|R19[0-8]|R50[1-6])$' > without
comm -13 ids cases >> without
t_same nothing without

t_case 'and stands in the manual, as bad and as well known'
sed -n 's/^\.It \(R[0-9A-F]*\) Ta \([a-z]*\) Ta \([a-z]*\) Ta.*/\1 \2 \3/p' \
    "$T_ROOT/man/hs-rules.5" > manual
tr '{' '\n' < sarif | awk -F '"' '
	$2 == "id" { id = $4 ~ /^R[0-9A-F]+$/ ? $4 : "" }
	$2 == "level" { level = $4 }
	$2 == "proof" && id != "" { print id, level, $4; id = "" }' > catalogue
t_same catalogue manual

t_case 'promises kept by hand: nobody had thought of the telephone'
cd worked || exit 4
t_run hs-rules check --now 2026-11-23 routes.rules
t_status 1
t_err ''
t_out <<'END'
routes.rules:24:12: warning: account.tier = enterprise meets a person, and none when 'account.tier' is not known: add an alternative with 'is unset', or a route for it (proved) [R163]
routes.rules:83:8: error: broken on open: ticket.channel = phone gets ai-first by default (line 73); add or move a route that takes such tickets (proved) [R161]
routes.rules:73:1: note: ai-first by default (line 73)
tags.rules:6:11: note: no rule sets 'moderate' of 'complexity': write a rule, or drop the value (proved) [R172]
tags.rules:7:11: note: no rule sets 'neutral' of 'emotion': write a rule, or drop the value (proved) [R172]
# 1 error, 1 warning, 2 notes
END
cp "$T_STATE/out" whole

t_case 'files that another operand uses are judged there'
t_run hs-rules check --now 2026-11-23 fields.rules tags.rules routes.rules
t_status 1
t_same whole "$T_STATE/out"
sed 's/^policy phone.*/policy call-never-ai/' routes.rules > twin.rules
t_run hs-rules check --now 2026-11-23 routes.rules twin.rules
t_ok test "$(grep -c '^tags.rules' "$T_STATE/out")" -eq 2
t_ok test "$(grep -cF '[R161]' "$T_STATE/out")" -eq 2
t_run hs-rules check --now 2026-11-23 routes.rules ./routes.rules
t_same whole "$T_STATE/out"

t_case 'a file that is used is one on disk; one that is named may be a pipe'
mkfifo pipe
printf 'rules 1\nuse pipe\n' > waits.rules
t_run timeout 20 hs-rules check waits.rules
t_status 2
t_out <<'END'
waits.rules:2:5: error: cannot read 'pipe': no regular file (proved) [R105]
# 1 error
END
cat routes.rules > pipe &
t_run timeout 20 hs-rules check --now 2026-11-23 pipe
t_status 1

t_case 'what fails is for the user to say'
t_run hs-rules check --now 2026-11-23 --fail-on never routes.rules
t_status 0
t_same whole "$T_STATE/out"
sed '/^policy phone/,$d' routes.rules > mended.rules
t_run hs-rules check --now 2026-11-23 mended.rules
t_status 0
t_run hs-rules check --now 2026-11-23 --fail-on warning mended.rules
t_status 1
t_run hs-rules check --now 2026-11-23 --fail-on note mended.rules
t_status 1
t_run hs-rules check --fail-on panic mended.rules
t_status 2

t_case 'a baseline: what is known does not fail, what is new does'
t_run hs-rules check --now 2026-11-23 --write-baseline known routes.rules
t_status 0
# what is wrong with two values of one file is one line
t_ok test "$(wc -l < known)" -eq 3
t_run hs-rules check --now 2026-11-23 --baseline known --fail-on note routes.rules
t_status 0
t_out <<'END'
# no findings, 4 in the baseline
END
{
	echo '# a line more moves all others'
	cat routes.rules
	printf 'policy mail-never-ai\n    on     open\n'
	printf '    for    ticket.channel = mail\n    must   escalate\n'
	printf '    why    One more\n'
} | sed '1{h;d};2{p;x}' > more.rules
t_run hs-rules check -q --now 2026-11-23 --baseline known more.rules
t_status 1
t_ok test "$(grep -c ' error: ' "$T_STATE/out")" -eq 1
t_ok grep -q 'ticket.channel = mail gets ai-first by default (line 74)' "$T_STATE/out"
sed 's/^default open/defualt open/' routes.rules > unread.rules
t_run hs-rules check -q --write-baseline never unread.rules
t_status 1
t_ok test ! -s never
t_run hs-rules check --baseline nowhere routes.rules
t_status 2
t_err "baseline: cannot read 'nowhere'"
t_run hs-rules check --write-baseline no/where routes.rules
t_status 4

t_case 'an exception lets pass, and is seen in formats that have a word for it'
sed '/^policy phone/,$s/why .*/&\n    allow  R161 until 2027-01-01 because No telephone yet/' \
    routes.rules > allowed.rules
t_run hs-rules check --now 2026-11-23 allowed.rules
t_status 0
t_ok grep -q '^# 1 warning, 2 notes' "$T_STATE/out"
t_run hs-rules check --now 2026-11-23 -f sarif allowed.rules
t_ok grep -q '"suppressions":\[{[^]]*No telephone yet' "$T_STATE/out"
t_run hs-rules check --now 2027-01-02 allowed.rules
t_status 1
t_ok grep -q 'from R161 ended on 2027-01-01' "$T_STATE/out"
t_ok grep -Fq '[R161]' "$T_STATE/out"
t_ok grep -Fq '[R184]' "$T_STATE/out"

t_case 'a check that was not run suppresses nothing, and is not blamed'
{
	cat mended.rules
	printf '    allow  R190 until 2027-01-01 because Seasonal\n'
	printf '    allow  R155 until 2027-01-01 because The order is meant\n'
} > unasked.rules
sed '/^default/d' unasked.rules > asked.rules
printf 'default open ai-first\ndefault reply stay\n' >> asked.rules
t_run hs-rules check -q --now 2026-11-23 asked.rules
t_status 0

t_case 'nothing to check'
t_run hs-rules check fields.rules
t_status 2
t_ok grep -Fq 'no rules at all' "$T_STATE/out"
t_run hs-rules check --allow-empty fields.rules
t_status 0
t_run hs-rules check nowhere.rules
t_status 2
t_ok grep -q "cannot read 'nowhere.rules'" "$T_STATE/out"
t_run hs-rules check --now 2026-11-23 nowhere.rules routes.rules
t_status 2
t_ok grep -Fq '[R161]' "$T_STATE/out"
t_run hs-rules check
t_status 2
t_run hs-rules check --overdue soon routes.rules
t_status 2
t_run hs-rules check -f xml routes.rules
t_status 2

t_case 'all that is wrong is told at once'
printf 'rules 1\nwat\nroute a\n on open\n when x = 1\n when y\n' > bad.rules
printf ' then nowhere\nfield z number\ndefault open wat\n' >> bad.rules
t_run hs-rules check bad.rules
t_status 1
t_ok test "$(grep -c ' error: ' "$T_STATE/out")" -ge 4

t_case 'a part that needs names of the file that uses it, in any order'
printf 'rules 1\ntag t\n set topic=a\n when text ~ \\babc\\b\n' > part.rules
printf 'rules 1\nowner me\ndimension topic many a\nuse part.rules\n' > whole.rules
for files in 'part.rules whole.rules' 'whole.rules part.rules'; do
	# shellcheck disable=SC2086
	t_run hs-rules check -q $files
	t_status 0
	t_ok test "$(grep -c R123 "$T_STATE/out")" -eq 0
	t_ok grep -q '^part.rules:2:5: .*R142' "$T_STATE/out"
done
t_run hs-rules check -q part.rules
t_status 1
t_out <<'END'
part.rules:3:6: error: unknown dimension 'topic' (proved) [R123]
END

t_case 'a file that is not there'
t_run hs-rules check -q nowhere.rules
t_status 2
t_out <<'END'
nowhere.rules:1:1: error: cannot read 'nowhere.rules': No such file or directory (proved) [R105]
END

t_case 'capitals of what is always in lower case'
printf 'rules 1\nowner me\nroute a\n on open\n when account.plan in pro, Team\n' > capital.rules
printf ' or account.health != Red\n then escalate\n why W\ndefault open ai-first\n' >> capital.rules
t_run hs-rules check capital.rules
t_status 1
t_out <<'END'
capital.rules:5:23: error: 'account.plan' is always in lower case: write 'pro, team' (proved) [R122]
capital.rules:6:23: error: 'account.health' is always in lower case: write 'red' (proved) [R122]
# 2 errors
END

t_case 'the shipped rules, and what is built on them'
t_run hs-rules check --now 2026-11-23 --fail-on warning \
    "$T_ROOT"/samples/rules/*.rules
t_status 0
printf 'rules 1\nuse default\nowner me\ntag mine\n set issue=how-to\n' > own.rules
printf ' when account.arr > 5\n why Mine\n' >> own.rules
t_run hs-rules check --now 2026-11-23 own.rules
t_status 0
t_out <<'END'
# no findings
END
t_run hs-rules check --now 2029-01-01 --fail-on never default
t_ok grep -Fq '[R181]' "$T_STATE/out"

t_done
