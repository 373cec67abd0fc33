#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules diff -d: what a change of rules would have moved; every difference
# that a replay finds is one that was proved to be possible.
. "$(dirname "$0")/tap.sh"

t_ticket() {
	printf '{"id":"%s","account":%s,"handle time":%s,"status":"solved","created":"2026-03-0%sT10:00:00Z","solved":"2026-03-20T10:00:00Z","subject":"Help","messages":[' \
	    "$1" "$2" "$3" "$(($1 % 9 + 1))"
	shift 3
	t_i=0
	for t_m in "$@"; do
		[ $t_i -eq 0 ] || printf ,
		printf '{"id":"%d","role":"%s","at":"2026-03-10T10:%02d:00Z","body":"%s"}' \
		    $t_i "${t_m%%:*}" $t_i "${t_m#*:}"
		t_i=$((t_i + 1))
	done
	printf ']}\n'
}

{
	t_ticket 1 '"a1"' 3600 'customer:A refund' 'ai:No' 'customer:Angry now'
	t_ticket 2 '"a1"' 7200 'customer:A refund' 'agent:Yes'
	t_ticket 3 '"a2"' null 'customer:A zebra' 'ai:Yes' 'customer:Thanks'
	t_ticket 4 null 1800 'customer:A parcel' 'ai:Where' 'customer:A zebra' \
	    'agent:Here'
	t_ticket 5 null null 'customer:A legal refund' 'agent:Well'
	t_ticket 6 '"a2"' 900 'customer:Hello you' 'agent:Hello'
} > in.ndjson
cat > old.rules <<'END'
rules 1
route law
    on   open
    when text ~ \blegal\b
    then escalate
route anger
    on   reply
    when message ~ angry
    then escalate
default open  ai-first
default reply stay
END
sed -e 's/route anger/route never\n    on   open\n    when account.arr > 9000\n    then human-first\nroute refund\n    on   open\n    when text ~ refund\n    then human-first\nroute anger/' \
    -e 's/angry/angry|zebra/' old.rules > new.rules
printf '%s\n' id,name,plan a1,Foo,pro a2,Bar,pro > acc.csv
t_run hs-import -q -d a.db in.ndjson
t_status 0
t_run hs-import -q -d a.db acc.csv
t_status 0

t_case 'tables'
t_run hs-rules diff old.rules new.rules -d a.db
t_status 1
t_err ''
cp "$T_STATE/out" all
cut -f 1-11 all | sed '/^$/q' > "$T_STATE/out"
t_out <<'END'
stage	from	from_by	to	to_by	tickets	share	accounts	hours	timed	keys
open	ai-first	default	human-first	never	0	0.000000	0	-	0	-
open	ai-first	default	human-first	refund	2	0.333333	1	3.00	2	generic:1 generic:2
reply	stay	default	escalate	anger	2	0.333333	1	0.50	1	generic:3 generic:4

END
sed '1,/^$/d' all > "$T_STATE/out"
t_out <<'END'
from	to	tickets	share
ai-first	escalate	2	0.333333
escalate	human-first	1	0.166667
escalate	escalate	1	0.166667
unknown	human-first	1	0.166667
unknown	unknown	1	0.166667

metric	segment	estimate	lo	hi	x	n	N	method	definition	status
moved	all	0.666667	0.666667	0.666667	4	6	6	count	replay	MEASURED
ai_allowed	rules=old	-	0.333333	0.666667	-	6	6	bounds	replay	MEASURED
ai_allowed	rules=new	-	0.000000	0.166667	-	6	6	bounds	replay	MEASURED
ai_allowed_change	all	-	-0.666667	-0.166667	-	6	6	bounds	replay	MEASURED
ai_allowed_change	expected	-	-1.000000	0.000000	-	6	-	bootstrap	replay	ESTIMATED
ai_human_moves.p	expected	0.125000	-	-	3	3	-	mcnemar	replay	ESTIMATED
human_hours_change	all	1.50	-	-	3	5	6	order-statistic	replay	ESTIMATED(assumed)
END
t_run hs-rules diff old.rules new.rules -d a.db -j 1
t_same all "$T_STATE/out" 'whatever the number of threads'
t_run hs-rules diff old.rules new.rules generic:4 -d a.db -c to_by,tickets
t_ok grep -q '^anger	1$' "$T_STATE/out"
t_ok grep -q '^refund	0$' "$T_STATE/out"

t_case 'rules without replies, and the other way'
grep -v 'default reply' old.rules | sed '/route anger/,/then/d' > silent.rules
echo 'default reply stay' >> silent.rules
t_run hs-rules diff silent.rules old.rules -d a.db -c stage,to_by,tickets
t_ok grep -q '^reply	anger	1$' "$T_STATE/out"
t_run hs-rules diff old.rules silent.rules -d a.db -c stage,from_by,tickets
t_ok grep -q '^reply	anger	1$' "$T_STATE/out"

t_case 'the same meaning'
sed 's/    / /; s/route law/route laws/' old.rules > same.rules
t_run hs-rules diff old.rules same.rules -d a.db
t_status 0
t_ok grep -q '^moved	all	0.000000' "$T_STATE/out"
t_ok grep -q '^ai_allowed_change	all	0.000000' "$T_STATE/out"

t_case 'limits'
t_run hs-rules diff old.rules new.rules -d a.db --max-moved 67%
t_status 0
t_run hs-rules diff old.rules new.rules -d a.db --max-moved 0.67
t_status 0
t_run hs-rules diff old.rules new.rules -d a.db --max-moved 66%
t_status 1
t_run hs-rules diff old.rules new.rules -d a.db --max-moved many
t_status 2
t_err 'max-moved'
t_run hs-rules diff old.rules new.rules -d a.db --max-human-hours 5
t_status 3
t_err 'too few tickets'
t_run hs-rules diff new.rules old.rules -d a.db --max-human-hours 5
t_status 0
t_run hs-rules diff old.rules new.rules -d a.db --max-moved 50% -w 0
t_status 3
t_err 'no tickets'
t_run hs-rules diff old.rules new.rules --max-moved 50%
t_status 1

# Random rule sets over few words and facts, changed at random: what moves is
# proved, and a kind that is proved is not always there.
t_case 'what a replay finds was proved'
cat > random.awk <<'END'
function pick(list,   a, n) {
	n = split(list, a, " ")
	return a[int(rand() * n) + 1]
}
function cond() {
	if (rand() < 0.5)
		return pick("text message first last") " " \
		    (rand() < 0.8 ? "~ " : "!~ ") \
		    pick("refund legal zebra angry parcel hello|thanks")
	if (rand() < 0.3)
		return "word " pick("= !=") " " pick("x y")
	if (rand() < 0.3)
		return "account.arr " pick("< >=") " " pick("10 2000")
	return pick("ticket.ai_turns ticket.messages ticket.customer_turns") \
	    " >= " pick("1 2 3")
}
BEGIN {
	srand(seed)
	n = int(rand() * 4) + 2
	for (i = 1; i <= n; i++) {
		r = "route r" i "\n on " pick("open reply open,reply") \
		    "\n when " cond()
		if (rand() < 0.5)
			r = r "\n " pick("and or") " " cond()
		if (rand() < 0.3)
			r = r "\n unless " cond()
		rule[i] = r "\n then " pick("human-first escalate ai-first")
	}
	for (side = 0; side < 2; side++) {
		s = "rules 1\ndimension word many x y\ntag t1\n set word=x\n" \
		    " when text ~ refund\ntag t2\n set word=y\n" \
		    " when message ~ zebra\n"
		for (i = 1; i <= n; i++) {
			r = rule[i]
			if (side == 1 && rand() < 0.5)
				sub(/(human-first|escalate|ai-first)$/, \
				    pick("human-first escalate"), r)
			if (side == 1 && rand() < 0.3)
				sub(/refund|legal|>= 2|< 10/, "&0", r)
			if (side == 0 || rand() < 0.8)
				s = s r "\n"
		}
		s = s "default open ai-first\ndefault reply stay\n"
		print s > (side ? "b.rules" : "a.rules")
	}
}
END
t_moved=0
t_empty=0
t_bad=0
i=0
while [ $i -lt 60 ]; do
	i=$((i + 1))
	awk -v seed=$i -f random.awk
	grep -q '^route' b.rules || continue
	hs-rules diff a.rules b.rules -d a.db -c tickets,proved > got 2> err
	sed '/^$/q' got > kinds
	grep -q '^[1-9].*	' kinds && t_moved=$((t_moved + 1))
	grep -q '^0	' kinds && t_empty=$((t_empty + 1))
	if grep -q '	no$' kinds || [ -s err ]; then
		t_bad=$((t_bad + 1))
		cat err kinds a.rules b.rules | t_comment
	fi
done
t_ok test $t_bad -eq 0
t_ok test $t_moved -gt 20
t_ok test $t_empty -gt 20

t_case 'no text is printed'
for t_format in table tsv csv json md; do
	t_run hs-rules diff old.rules new.rules -d a.db -f $t_format
	t_ok test "$(grep -c 'A parcel\|Hello you\|Thanks' \
	    "$T_STATE/out")" -eq 0
done
t_done
