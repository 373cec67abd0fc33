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

t_case 'why the route that was expected did not decide'
cat > why.test <<'END'
rules 1
use our.rules
case too old
    on     open
    account.plan = enterprise
    account.age  = 91d
    expect route = human-first by new-enterprise
case below
    on     open
    account.plan = enterprise
    account.age  = 1d
    text = This is awful
    expect route = escalate by cross
case neither
    on     open
    expect route = human-first by new-enterprise
END
t_run hs-rules test -q why.test
t_status 1
t_out <<'END'
why.test:3:6: error: case 'too old': got route = ai-first by default, want route = human-first by new-enterprise: 'new-enterprise' lacks one condition (our.rules:9:12): account.age < 90d
why.test:8:6: error: case 'below': got route = human-first by new-enterprise, want route = escalate by cross: new-enterprise (our.rules:8:12): account.plan = enterprise and account.age < 90d; 'cross' fires too and stands below
why.test:14:6: error: case 'neither': got route = ai-first by default, want route = human-first by new-enterprise: 'new-enterprise' does not fire
END

t_case 'all is well'
t_run hs-rules test our.test
t_status 0
t_out <<'END'
# 4 cases: 4 passed
# alternatives: 3 of 3 fired
END
t_err ''

t_case 'a case that fails tells what won and why'
sed 's/= escalate by cross/= ai-first/; s/| 90d         => ai/| 89d1h => ai/' our.test > bad.test
t_run hs-rules test bad.test
t_status 1
t_out <<'END'
bad.test:10:6: error: case 'awful': got route = escalate by cross, want route = ai-first: cross (our.rules:14:12): mood = cross
bad.test:19:5: error: case 'onboarding: enterprise | 89d1h': got route = human-first by new-enterprise, want route = ai-first: new-enterprise (our.rules:8:12): account.plan = enterprise and account.age < 90d
# 4 cases: 2 passed, 2 failed
# alternatives: 3 of 3 fired
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

t_case 'what no ticket can have'
cat > never.test <<'END'
rules 1
route late
    on     open
    when   ticket.hour >= 20
    or     account.age < 1d
    or     account.tickets_90d > 1
    then   human-first
default open ai-first
now 2026-01-31
case hours
    on     open
    ticket.hour = 24
    account.age = 2026-02-01
    account.tickets_90d = 1.5
    expect route = human-first
END
t_run hs-rules test never.test
t_status 1
t_out <<'END'
never.test:12:19: error: no ticket has 'ticket.hour = 24': write an hour from 0 to 23 (proved) [R121]
never.test:13:19: error: no ticket has 'account.age = 2026-02-01': write a time that has passed (proved) [R121]
never.test:14:27: error: no ticket has 'account.tickets_90d = 1.5': write a whole number from 0 on (proved) [R121]
END

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
# alternatives: 3 of 3 fired
END

t_case 'what no case shows'
cat > many.rules <<'END'
rules 1
route first
    on     open
    when   account.arr >= 100
    or     account.age < 3d
    and    account.churn > 0.5
    then   human-first
    queue  one
route second
    on     open
    when   account.seats > 10
    unless page = help
    then   escalate
policy big
    on     open
    for    account.seats > 10
    must   human-first, escalate
default open ai-first
END
cat > many.test <<'END'
rules 1
use many.rules
table revenue
    on      open
    columns account.arr => route
    row     100         => human-first
    row     98.9        => ai-first
case by age
    on     open
    account.age   = 2d
    account.churn = 0.6
    expect route = human-first
END
t_run hs-rules test --min-coverage 60 many.test
t_status 0
t_out <<'END'
many.rules:4:12: warning: no case has a value just below 100: account.arr >= 100 (proved) [R504]
many.rules:5:12: warning: no case has a value just above 3d: account.age < 3d (proved) [R504]
many.rules:6:12: warning: no case has a value just below 0.5: account.churn > 0.5 (proved) [R504]
many.rules:11:12: warning: no case makes 'second' fire by alternative 1: account.seats > 10 (proved) [R503]
many.rules:11:12: warning: no case has a value on either side of 10: account.seats > 10 (proved) [R504]
many.rules:14:8: warning: no case is about the tickets of policy 'big' (proved) [R165]
# 3 cases: 3 passed
# 6 warnings
# alternatives: 2 of 3 fired
END
t_run hs-rules test --min-coverage 67% -q many.test
t_status 1
t_run hs-rules test --min-coverage 60 --fail-on warning many.test
t_status 1
t_run hs-rules test --min-coverage 101 many.test
t_status 2

t_case 'mistakes that no case notices'
t_run hs-rules test --mutants -q many.test
t_status 0
t_out <<'END'
many.rules:2:7: warning: no test notices: routes 'first' and 'second' swapped (proved) [R505]
many.rules:4:12: warning: no test notices: account.arr >= 100 made 99 (proved) [R505]
many.rules:5:12: warning: no test notices: account.age < 3d left out (proved) [R505]
many.rules:5:12: warning: no test notices: account.age < 3d made 4d (proved) [R505]
many.rules:6:12: warning: no test notices: account.churn > 0.5 left out (proved) [R505]
many.rules:6:12: warning: no test notices: account.churn > 0.5 made 0.4 (proved) [R505]
many.rules:9:7: warning: no test notices: route 'second' left out (proved) [R505]
many.rules:9:7: warning: no test notices: then escalate made ai-first (proved) [R505]
many.rules:11:12: warning: no test notices: account.seats > 10 made 11 (proved) [R505]
many.rules:11:12: warning: no test notices: account.seats > 10 made 9 (proved) [R505]
many.rules:12:12: warning: no test notices: unless page = help left out (proved) [R505]
END
t_run hs-rules test --mutants our.test
t_status 0
t_ok grep -q '^# mutants: 8 of 10 noticed; 0 that no ticket can tell apart$' "$T_STATE/out"
cat > same.rules <<'END'
rules 1
route low
    on     open
    when   account.arr < 10
    then   human-first
route lower
    on     open
    when   account.arr < 5
    then   human-first
default open ai-first
END
printf 'rules 1\nuse same.rules\ncase a\n on open\n account.arr = 9\n expect route = human-first\n' > same.test
t_run hs-rules test --mutants same.test
t_out <<'END'
same.rules:4:12: warning: no test notices: account.arr < 10 made 11 (proved) [R505]
# 1 case: 1 passed
# 1 warning
# alternatives: 1 of 2 fired
# mutants: 3 of 4 noticed; 5 that no ticket can tell apart
END
printf 'rules 1\nuse many.rules\ncase nothing\n on open\n account.arr = 100\n' > nothing.test
t_run hs-rules test --mutants nothing.test
t_status 0
t_ok grep -q '^# mutants: 0 of 1[0-9] noticed' "$T_STATE/out"

t_case 'cases that are still to be written'
t_run hs-rules test --suggest many.test
t_status 0
cp "$T_STATE/out" more.cases
t_ok grep -q '^case big: a ticket of the policy$' more.cases
cat many.test more.cases > whole.test
t_run hs-rules test --min-coverage 100 whole.test
t_status 0
t_ok test "$(grep -c warning "$T_STATE/out")" -eq 0
t_run hs-rules test --suggest -q whole.test
t_ok test "$(grep -c ^case "$T_STATE/out")" -eq "$(grep -c 'breaks it' more.cases)"
cp "$T_ROOT/samples/rules/routing.rules" "$T_ROOT/samples/rules/routing.test" .
HS_RULES=$T_ROOT/samples/rules/default.rules
export HS_RULES
t_run hs-rules test --suggest -q routing.test
t_status 0
cp "$T_STATE/out" more.cases
t_ok test "$(grep -c ^case more.cases)" -ge 3
cat routing.test more.cases > whole.test
t_run hs-rules test whole.test
t_status 0

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

# As of 0600-check.t, with hit.test and miss.test.
cp -R "$T_ROOT/tests/golden/lint" lint
# judge ID FILE: the findings of that id
judge() {
	(
		cd "lint/$1" || exit 4
		more=
		[ ! -f opts ] || read -r more < opts
		# shellcheck disable=SC2086
		hs-rules test -q $more "$2"
	) > all 2> trouble
	[ $? -le 2 ] || t_fail "$1: $2: $(cat trouble)"
	grep -F "[$1]" all > told
}
for dir in lint/R*; do
	[ -f "$dir/hit.test" ] || continue
	id=${dir#lint/}
	t_case "$id"
	judge "$id" hit.test
	t_same "$dir/hit.want" told 'a hit is told'
	judge "$id" miss.test
	: > nothing
	t_same nothing told 'a near miss is not'
done

t_case 'other programs pass tests over'
t_ok hs-rules check our.test

t_case 'a short text is given up on sooner, as many tickets are short'
printf 'rules 1\nroute r\n on open\n when message ~ ^(a|a)*$\n then escalate\n' > hard.rules
printf 'default open ai-first\n' >> hard.rules
for t_text in aaaaaaaaaab:0 aaaaaaaaaaaaaaaaaab:3; do
	printf 'rules 1\nuse hard.rules\ncase c\n on open\n message = %s\n' \
	    "${t_text%:*}" > hard.test
	printf ' expect route = ai-first\n' >> hard.test
	t_run hs-rules test hard.test
	t_status "${t_text#*:}"
done

t_done
