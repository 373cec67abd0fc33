#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules diff: the kinds of ticket that change route, none for a file that
# was only written anew, and no claim where the steps run out.
. "$(dirname "$0")/tap.sh"

cat > old.rules <<'EOF'
rules 1
field account.tier enum free starter business enterprise
dimension emotion one neutral < frustrated < angry
tag anger
    set    emotion=angry
    when   text ~ \b(?:furious|outrageous)\b
tag waiting
    set    emotion=frustrated
    when   text ~ \bstill (?:not|waiting)\b
route asked-for-human
    on     open, reply
    when   text ~ \bhuman,? please\b
    then   human-first
route new-enterprise
    on     open
    when   account.tier = enterprise
    and    account.age < 90d
    then   human-first
route high-revenue
    on     open
    when   account.arr >= 50000
    then   human-first
route angry-mid-dialog
    on     reply
    when   emotion = angry
    or     emotion = frustrated
    and    ticket.ai_turns >= 3
    then   escalate
default open  ai-first
default reply stay
EOF
sed -e 's/< 90d/<= 90d/' -e 's/50000/30000/' -e 's/turns >= 3/turns >= 2/' old.rules \
    > new.rules

t_case 'three constants'
t_run hs-rules diff old.rules new.rules
t_status 1
t_out <<'EOF'
open: ai-first (default) -> human-first (new-enterprise)  for example: account.age = 90d, account.arr = 49999, account.tier = enterprise, ...
open: ai-first (default) -> human-first (high-revenue)    for example: account.arr = 30000, account.tier = free, ...
reply: stay (default) -> escalate (angry-mid-dialog)      for example: emotion = frustrated, ticket.ai_turns = 2, ...
# 3 kinds of ticket change route; 12 rule pairs examined
EOF
t_err ''

t_case 'the same in other words'
sed -e 's/new-enterprise/renamed/' -e 's/ >= 3/ > 2/' \
    -e 's/account.age < 90d/account.age <= 7775999s/' old.rules > same.rules
# one route behind the other, which does the same
awk '/^route renamed/ { hold = 1 }
/^route angry/ { printf "%s", held }
/^route high/ { hold = 0 }
hold { held = held $0 "\n"; next }
{ print }' same.rules > moved.rules
t_run hs-rules diff old.rules moved.rules
t_status 0
t_out <<'EOF'
# 0 kinds of ticket change route; 12 rule pairs examined
EOF
t_run sh -c 'hs-rules fmt old.rules > laid-out.rules &&
    hs-rules diff old.rules laid-out.rules'
t_status 0

t_case 'a pattern that none has tried'
printf 'rules 1\nroute a\n on open\n when text ~ %s\n then escalate\n%s\n' \
    '\b(?:bank|fraud)\b' 'default open ai-first' > wide.rules
sed 's/bank|//' wide.rules > narrow.rules
t_run hs-rules diff narrow.rules wide.rules
t_status 1
# the words of one are among those of the other: nothing goes the other way
t_out <<'EOF'
open: ai-first (default) -> escalate (a)  if a text is so: text ~ \b(?:bank|fraud)\b, ...
# 1 kind of ticket changes route; 2 rule pairs examined
EOF

t_case 'every ticket'
printf '%s\n' 'rules 1' 'route a' ' on reply' ' when text ~ x' \
    ' then escalate' 'default open human-first' 'default reply stay' \
    > all-b.rules
sed 's/human-first/ai-first/' all-b.rules > all-a.rules
t_run hs-rules diff all-a.rules all-b.rules
t_status 1
t_out <<'EOF'
open: ai-first (default) -> human-first (default)  for example: any ticket
# 1 kind of ticket changes route; 3 rule pairs examined
EOF

t_case 'as rows'
t_run hs-rules diff -f tsv -H -c stage,from_by,to_by,example old.rules new.rules
t_status 1
t_out <<'EOF'
stage	from_by	to_by	example
open	default	new-enterprise	account.age = 90d, account.arr = 49999, account.tier = enterprise, text !~ \\bhuman,? please\\b
open	default	high-revenue	account.arr = 30000, account.tier = free, text !~ \\bhuman,? please\\b
reply	default	angry-mid-dialog	emotion = frustrated, text !~ \\bhuman,? please\\b, ticket.ai_turns = 2
EOF
t_run hs-rules diff -f json -c stage,from,to,possible narrow.rules wide.rules
t_out <<'EOF'
{"stage":"open","from":"ai-first","to":"escalate","possible":"yes"}
EOF

t_case 'what cannot be proved is not said to be none'
# eleven pigeons in ten holes: nobody gets past these routes, but that is long
awk 'BEGIN {
	print "rules 1"
	for (p = 0; p < 11; p++) {
		printf "route p%d\n on open\n", p
		for (h = 0; h < 10; h++)
			printf " %s text !~ x%dx%dx\n", h ? "and" : "when", p, h
		print " then escalate"
	}
	for (h = 0; h < 10; h++)
		for (p = 0; p < 11; p++)
			for (q = 0; q < p; q++)
				printf "route h%d-%d-%d\n on open\n" \
				    " when text ~ x%dx%dx\n" \
				    " and text ~ x%dx%dx\n" \
				    " then escalate\n", h, p, q, p, h, q, h
	print "default open ai-first"
}' > holes.rules
sed 's/ai-first/human-first/' holes.rules > holes-b.rules
t_run hs-rules diff holes.rules holes-b.rules
t_status 3
t_err 'R157'
t_run hs-rules diff holes.rules holes.rules
t_status 0

t_case 'usage'
t_run hs-rules diff old.rules
t_status 2
t_run hs-rules diff old.rules missing.rules
t_status 2
t_err missing.rules
t_run hs-rules diff -f sarif old.rules new.rules
t_status 2

t_done
