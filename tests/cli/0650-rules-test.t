#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules test: what cases say of rules, and how it ends.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension mood one calm < cross
tag cross-words
    set    mood=cross
    when   text ~ \bawful\b
route new-enterprise
    on     open
    when   account.plan = enterprise
    and    account.age < 90d
    then   human-first
    queue  onboarding
route cross
    on     open, reply
    when   mood = cross
    then   escalate
default open ai-first
default reply stay
END
cat > our.test <<'END'
rules 1
use our.rules
now 2026-06-30T12:00:00Z
case plain
    on     open
    account.plan = enterprise
    account.age  = 2026-01-01
    text = How do I add a colleague?
    expect route = ai-first by default
case awful
    like plain
    text = This is awful
    expect route = escalate by cross
    expect tag mood=cross
table onboarding
    on      open
    columns account.plan | account.age => route
    row     enterprise   | 89d         => human-first
    row     enterprise   | 90d         => ai-first
END

t_case 'all is well'
t_run hs-rules test our.test
t_status 0
t_out <<'END'
# 4 cases: 4 passed
END
t_err ''

t_case 'a case that fails tells what won and why'
sed 's/= escalate by cross/= ai-first/; s/| 90d         => ai/| 89d1h => ai/' our.test > bad.test
t_run hs-rules test bad.test
t_status 1
t_out <<'END'
bad.test:10:6: error: case 'awful': cross (our.rules:14:12): mood = cross: got route = escalate by cross, want route = ai-first, won by cross
bad.test:19:5: error: case 'onboarding: enterprise | 89d1h': new-enterprise (our.rules:8:12): account.plan = enterprise and account.age < 90d: got route = human-first by new-enterprise, want route = ai-first, won by new-enterprise
# 4 cases: 2 passed, 2 failed
END

t_case 'every format has every case'
for f in json tap junit sarif github; do
	t_run hs-rules test -f $f bad.test
	t_status 1
	case $f in
	sarif | github) t_ok grep -q awful "$T_STATE/out" ;;
	*)
		cp "$T_STATE/out" "all.$f"
		for name in plain awful 'onboarding: enterprise | 89d' 'onboarding: enterprise | 89d1h'; do
			t_ok grep -qF "$name" "all.$f"
		done
		;;
	esac
done
t_ok sh -c 'hs-rules test -f tap our.test > ok.tap && prove --exec cat ok.tap'

t_case 'a test that does not load'
printf 'rules 1\nuse our.rules\ncase a\n on open\n expect route = stay by cros\ncase a\n' > names.test
t_run hs-rules test -f tap names.test
t_status 1
t_ok grep -q '^Bail out!' "$T_STATE/out"
t_run hs-rules test names.test
t_status 1
t_ok grep -qF "names.test:6:6: error: case 'a' was at line 3" "$T_STATE/out"
printf 'rules 1\nuse our.rules\ncase a\n on open\n expect route = stay by cros\n' > names.test
t_run hs-rules test names.test
t_status 1
t_ok grep -qF "names.test:5:25: error: there is no route 'cros': did you mean 'cross'?" "$T_STATE/out"

t_case 'no case ran'
t_run hs-rules test our.rules
t_status 2
t_ok grep -qF '[R502]' "$T_STATE/out"
t_run hs-rules test --allow-empty our.rules
t_status 0
t_run hs-rules test missing.test
t_status 2
t_run hs-rules test
t_status 2

t_case 'cases that are used run once'
printf 'rules 1\nuse our.test\ncase mine\n like awful\n expect route = escalate\n' > more.test
t_run hs-rules test more.test our.test
t_status 0
t_out <<'END'
# 5 cases: 5 passed
END

t_case 'a pattern that gave up is no pass'
{
	printf 'rules 1\nroute slow\n on open\n when text ~ (x+x+)+y$\n'
	printf ' then escalate\ndefault open ai-first\n'
	printf 'case a\n on open\n expect route = ai-first\n text = '
	head -c 200 /dev/zero | tr '\000' x
	printf 'y!\n'
} | awk '/expect/ { e = $0; next } { print } END { print e }' > slow.test
t_run hs-rules test slow.test
t_status 3
t_ok grep -q 'gave up' "$T_STATE/out"

t_case 'other programs pass tests over'
t_ok hs-rules check our.test

t_done
