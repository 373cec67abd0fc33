#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules cover and review, and what hs-rules check says with a database: each
# check is raised by a rule and not by one that nearly raises it.
. "$(dirname "$0")/tap.sh"

# Two quarters of 40 tickets, and one ticket of the year before.  Which words a
# ticket has follows from its number.
awk 'function say(q, i, id, body) {
	printf "{\"id\":%d,\"subject\":\"%s\",\"channel\":\"email\",\"created\":\"2026-%02d-%02dT10:00:00Z\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":\"2026-%02d-%02dT10:00:00Z\",\"body\":\"%s\"}]}\n",
	    id, i % 2 ? "Parcel" : "Password", q * 3 - 2 + int(i / 20), i % 20 + 1, q * 3 - 2 + int(i / 20), i % 20 + 1, body
}
BEGIN {
	for (q = 1; q <= 2; q++)
		for (i = 1; i <= 40; i++) {
			b = i % 2 ? "The courier lost my parcel on its delivery round" : "The login screen refuses my password after a reset"
			if (i % 2 == 0) b = b " alpha"
			if (i % 4 == 0) b = b " beta"
			if (i % 8 == 0) b = b " kappa"
			if (i <= 30) b = b " please"
			if (i <= 20) b = b " half gamma"
			if (i <= 18) b = b " gammb"
			if (i <= (q == 1 ? 2 : 20)) b = b " delta"
			if (i <= (q == 1 ? 10 : 12)) b = b " epsilon"
			if (i == 7) b = b " once"
			if (i <= (q == 1 ? 1 : 16)) b = b " firm"
			if (i == 9 && q == 2) b = b " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
			say(q, i, q * 100 + i, b)
		}
}' > tickets.ndjson
cat >> tickets.ndjson <<'END'
{"id":1,"subject":"Old","channel":"email","created":"2025-05-17T10:00:00Z","messages":[{"id":"1","role":"customer","at":"2025-05-17T10:00:00Z","body":"An omega of long ago."}]}
END
awk 'BEGIN {
	print "id,topic,tone,by"
	for (i = 1; i <= 40; i++)
		printf "%d,%s,%s,ann\n", 200 + i, i <= 30 ? "login" : "refund", i <= 6 ? "loud" : "calm"
}' > labels.csv
t_ok hs-import -q -d a.db --source x tickets.ndjson
t_ok hs-import -q -d a.db --source x --labels labels.csv

cat > dims.rules <<'END'
rules 1
owner us
review 2027-01-31
dimension issue many parcel password other
dimension topic one refund < login
dimension tone one calm < loud
dimension mark many a b
dimension next many c
dimension segment many business
default open ai-first
default reply stay
END
# rules NAME: a rule file of the standard input, with the dimensions
rules() {
	{ echo 'rules 1'; echo 'use dims.rules'; echo 'owner us'; echo 'review 2027-01-31'; cat; } > "$1"
}
# says FILE ID: what check says of that id over the second quarter
says() {
	hs-rules check -d a.db --quarter 2026Q2 --min-n 15 --now 2026-11-01 \
	    --fail-on never --no-prober -q "$1" > all 2> trouble || {
		t_fail "hs-rules check $1 ends with status $?"
		t_comment < trouble
	}
	grep -F "[$2]" all > told || :
}
# hit ID and miss ID, with what is told on standard input
hit() {
	cat > want
	says hit.rules "$1"
	t_same want told "$1: a hit is told"
}
miss() {
	: > want
	says miss.rules "$1"
	t_same want told "$1: a near miss is not"
}

t_case 'R190: it never fired'
rules hit.rules <<'END'
route never
    on     open
    when   text ~ \bomega\b
    then   human-first
    why    Said once, long ago
route not-once
    on     open
    when   text ~ \bsigma\b
    then   human-first
    why    Said by nobody
END
hit R190 <<'END'
hit.rules:5:7: warning: route 'never' fired on none of 40 tickets, last on one of 2025-05-17; at most on 7.5 % of those to come (3/n) (observed 0) [R190]
hit.rules:10:7: warning: route 'not-once' fired on none of 40 tickets and on none before; at most on 7.5 % of those to come (3/n) (observed 0) [R190]
END
rules miss.rules <<'END'
route once
    on     open
    when   text ~ \bonce\b
    then   human-first
    why    One ticket of forty
END
miss R190

t_case 'R191: it fires on more than half'
rules hit.rules <<'END'
tag please
    set    mark=a
    when   text ~ \bplease\b
    why    Three in four
END
hit R191 <<'END'
hit.rules:5:5: warning: tag 'please' fires on 30 of 40 tickets, 75.0 % (of tickets to come 59.8 to 85.8 %): more than 50 % (observed 30) [R191]
END
rules miss.rules <<'END'
tag half
    set    mark=a
    when   text ~ \bhalf\b
    why    One in two is not more than half
END
miss R191

t_case 'R192: earlier routes always take it; R194: and they do not agree'
rules hit.rules <<'END'
route eighth
    on     open
    when   text ~ \bkappa\b
    then   human-first
    why    First of all
route alpha
    on     open
    when   text ~ \balpha\b
    then   human-first
    why    The second
route beta
    on     open
    when   text ~ \bbeta\b
    then   ai-first
    why    Never comes first
END
hit R192 <<'END'
hit.rules:15:7: warning: route 'beta' fires on 10 tickets, and an earlier route always takes them (observed 10) [R192]
END
cat > want <<'END'
hit.rules:5:7: note: 'eighth' takes 5 of them
hit.rules:10:7: note: 'alpha' takes 5 of them
END
grep 'of them$' all > told
t_same want told 'R192: and who they are'
hit R194 <<'END'
hit.rules:15:7: note: route 'beta' and 'alpha' above it fire together on 10 tickets, and do not agree: x:204, x:208, x:212 (observed 10) [R194]
hit.rules:15:7: note: route 'beta' and 'eighth' above it fire together on 5 tickets, and do not agree: x:208, x:216, x:224 (observed 5) [R194]
END
rules miss.rules <<'END'
route eighth
    on     open
    when   text ~ \bkappa\b
    then   human-first
    why    First of all
route beta
    on     open
    when   text ~ \bbeta\b
    then   human-first
    why    Takes what the first leaves, and does the same
END
miss R192
miss R194

t_case 'R193: two rules that are one'
rules hit.rules <<'END'
tag one
    set    mark=a
    when   text ~ \bhalf\b
    why    The same tickets
tag other
    set    mark=b
    when   text ~ \bgamma\b
    why    The same tickets
END
hit R193 <<'END'
hit.rules:9:5: note: tag 'other' and 'one' fire together on 20 of the 20 tickets on which either fires (observed 20) [R193]
END
rules miss.rules <<'END'
tag one
    set    mark=a
    when   text ~ \bhalf\b
    why    Twenty tickets
tag other
    set    mark=b
    when   text ~ \bgammb\b
    why    Eighteen of them: nine in ten
END
miss R193

t_case 'R195: it fires at another rate than before'
rules hit.rules <<'END'
tag more
    set    mark=a
    when   text ~ \bdelta\b
    why    Two tickets, then twenty
END
hit R195 <<'END'
hit.rules:5:5: warning: tag 'more' fires on 50 % of tickets, in the period before on 5 % (difference 26.3 to 60.2 points, p = 6.6e-06 by Holm, rules tested: 1) (observed 20) [R195]
END
rules miss.rules <<'END'
tag more
    set    mark=a
    when   text ~ \bepsilon\b
    why    Ten tickets, then twelve
END
miss R195

t_case 'R196: people say otherwise'
rules hit.rules <<'END'
tag to-refund
    set    topic=refund
    when   text ~ \b(courier|password)\b
    why    A bad guess
END
hit R196 <<'END'
hit.rules:5:5: warning: people say otherwise of 30 of the 40 tickets that tag 'to-refund' decided and they looked at: 75.0 % (59.8 to 85.8 %) (observed 30) [R196]
END
rules miss.rules <<'END'
tag calm
    set    tone=calm
    when   text ~ \b(courier|password)\b
    why    Right but for six: it may be one in twelve
END
miss R196

t_case 'R197: tickets that no rule of issue touches'
rules hit.rules <<'END'
tag other
    set    issue=other
    when   text ~ \bonce\b
    why    Hardly anything
END
says hit.rules R197
sed 's/alike: .*/alike/' told > groups
cat > want <<'END'
hit.rules:1:1: note: no rule of issue touches 10 tickets that are alike
hit.rules:1:1: note: no rule of issue touches 5 tickets that are alike
hit.rules:1:1: note: no rule of issue touches 7 tickets that are alike
hit.rules:1:1: note: no rule of issue touches 8 tickets that are alike
hit.rules:1:1: note: no rule of issue touches 9 tickets that are alike
END
t_same want groups 'R197: a hit is told, a group each'
grep -E 'parcel|courier' told > words || :
t_same /dev/null words 'R197: without a word of the tickets'
hs-rules check -d a.db --quarter 2026Q2 --min-n 15 --fail-on never \
    --no-prober --show-text hit.rules > all 2> trouble
grep 'alike: .*words: .*courier' all > words
t_result "$([ -s words ] && echo ok || echo 'not ok')" 'R197: with --show-text there are words'
rules miss.rules <<'END'
tag parcel
    set    issue=parcel
    when   text ~ \bcourier\b
    why    All odd tickets
tag password
    set    issue=password
    when   text ~ \bplease\b
    why    All but five of the others
END
miss R197

t_case 'R198: too little to say anything'
rules hit.rules <<'END'
tag sick
    set    mark=a
    when   account.health = red
    why    No account is known here
tag sick-and-more
    set    next=c
    when   mark = a
    and    text ~ \balpha\b
    why    It waits for the first
END
hit R198 <<'END'
hit.rules:5:5: note: nothing can be said of tag 'sick': account.health is not known of any of 40 tickets (observed 40) [R198]
hit.rules:9:5: note: nothing can be said of tag 'sick-and-more': account.health is not known of any of 40 tickets (observed 40) [R198]
END
grep -F '[R190]' all > told || :
t_same /dev/null told 'R190: what nobody can tell is not told'
rules miss.rules <<'END'
tag sick
    set    mark=a
    when   account.health = red
    or     text ~ \balpha\b
    why    It can fire without
END
miss R198
hs-rules check -d a.db --quarter 2026Q2 --min-n 41 --no-prober -q \
    miss.rules > all
grep observed all > told
cat > want <<'END'
miss.rules:1:1: note: 40 tickets: 41 are needed to say how often rules fired in the period before (observed 40) [R198]
miss.rules:1:1: note: 40 tickets: 41 are needed to say what rules do (observed 40) [R198]
END
t_same want told 'R198: too few tickets, and then nothing else'

t_case 'R114: a pattern that gives up'
rules hit.rules <<'END'
tag costly
    set    mark=a
    when   text ~ (a+)+$
    why    Nobody knows of one message
END
hit R114 <<'END'
hit.rules:5:5: warning: whether tag 'costly' fires on 1 ticket is not known: a pattern gave up (observed 1) [R114]
END
rules miss.rules <<'END'
tag cheap
    set    mark=a
    when   text ~ a+$
    why    The same tickets, and linear
END
miss R114

t_case 'R196: people give tickets to another team'
awk 'BEGIN {
	print "{\"url\":\"https://acme.zendesk.com/api/v2/users/1.json\",\"id\":1,\"name\":\"Ann\",\"role\":\"end-user\"}"
	print "{\"url\":\"https://acme.zendesk.com/api/v2/users/2.json\",\"id\":2,\"name\":\"Abbott\",\"role\":\"agent\"}"
	print "{\"url\":\"https://acme.zendesk.com/api/v2/users/3.json\",\"id\":3,\"name\":\"Acme AI Agent\",\"role\":\"agent\"}"
	for (i = 1; i <= 40; i++) {
		printf "{\"url\":\"https://acme.zendesk.com/api/v2/tickets/%d.json\",\"id\":%d,\"created_at\":\"2026-05-01T08:00:00Z\",\"updated_at\":\"2026-05-01T12:00:00Z\",\"status\":\"open\",\"via\":{\"channel\":\"web\"},\"requester_id\":1,\"submitter_id\":1,\"assignee_id\":2,\"description\":\"Help me, %s\"}\n", i, i, i <= 20 ? "lady" : "sir"
		# half of the one, a quarter of the other; a machine moves all
		who = i % 2 == 0 && (i <= 20 || i % 4 == 0) ? 2 : 3
		printf "{\"id\":%d,\"ticket_id\":%d,\"created_at\":\"2026-05-01T09:00:00Z\",\"author_id\":%d,\"via\":{\"channel\":\"api\"},\"events\":[{\"id\":\"e%d\",\"type\":\"Change\",\"field_name\":\"group_id\",\"previous_value\":\"7\",\"value\":\"8\"}]}\n", 1000 + i, i, who, i
	}
}' > moves.ndjson
t_ok hs-import -q -d moves.db moves.ndjson
rules hit.rules <<'END'
route lady
    on     open
    when   text ~ \blady\b
    then   human-first
    why    Half of them were moved
route sir
    on     open
    when   text ~ \bsir\b
    then   human-first
    why    A quarter: it may be one in ten
END
hs-rules check -d moves.db --quarter 2026Q2 --min-n 15 --fail-on never \
    --no-prober -q hit.rules > all 2> trouble
grep -F '[R196]' all > told
cat > want <<'END'
hit.rules:5:7: warning: people gave to another team 10 of the 20 tickets that route 'lady' decided: 50.0 % (29.9 to 70.1 %) (observed 10) [R196]
END
t_same want told 'R196: a hit is told, a near miss is not'
t_run hs-rules review -d moves.db --quarter 2026Q2 --min-n 15 -f tsv \
    -c rule,undone,basis,undone_lo,verdict --now 2026-10-01 hit.rules
t_out <<'END'
rule	undone	basis	undone_lo	verdict
lady	10/20	moved	0.299298	undone
sir	5/20	moved	0.111862	fine
business	-	-	-	no-data
END
cp "$T_STATE/out" told
t_sql moves.db "INSERT INTO event (ticket, ext_id, at, actor, field, new)
	SELECT ticket, 'first' || id, at - 60, '3', field, old FROM event;
	UPDATE event SET old = NULL" < /dev/null
t_run hs-rules review -d moves.db --quarter 2026Q2 --min-n 15 -f tsv \
    -c rule,undone,basis,undone_lo,verdict --now 2026-10-01 hit.rules
t_same told "$T_STATE/out" 'the old team is that of the event before'
t_sql moves.db "DELETE FROM event WHERE actor = '2'" < /dev/null
t_run hs-rules review -d moves.db --quarter 2026Q2 --min-n 15 -f tsv \
    -c rule,undone,verdict --now 2026-10-01 hit.rules
t_out <<'END'
rule	undone	verdict
lady	-	fine
sir	-	fine
business	-	no-data
END

t_case 'corrections count where somebody corrects'
cp a.db set.db
rules mark.rules <<'END'
tag please
    set    mark=a
    when   text ~ \bplease\b
    why    Half of it is corrected
tag elsewhere
    set    next=c
    when   text ~ \bplease\b
    why    Of this nobody corrects anything
END
t_ok hs-tag -q -d set.db --rules mark.rules
for i in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 31; do
	echo "x:2$i"
done > corrected
hs-tag set -q -d set.db mark=b --why 'I read it' - < corrected > "$T_STATE/log"
t_run hs-rules review -d set.db --quarter 2026Q2 -f tsv --now 2026-10-01 \
    -c rule,undone,basis,undone_lo,verdict mark.rules
t_out <<'END'
rule	undone	basis	undone_lo	verdict
please	15/30	corrected	0.331541	undone
elsewhere	-	-	-	fine
business	-	-	-	no-data
END
hs-rules check -d set.db --quarter 2026Q2 --fail-on never --no-prober -q \
    mark.rules > all 2> trouble
grep -F '[R196]' all > told
cat > want <<'END'
mark.rules:5:5: warning: people corrected 15 of the 30 tickets that tag 'please' decided: 50.0 % (33.2 to 66.8 %) (observed 15) [R196]
END
t_same want told 'R196: a correction is told'

t_case 'what each rule takes of the tickets there are'
cat > all.rules <<'END'
rules 1
use dims.rules
owner us
review 2026-07-31
route eighth
    on     open
    when   text ~ \bkappa\b
    then   human-first
    why    First of all
route alpha
    on     open
    when   text ~ \balpha\b
    then   human-first
    why    The second
route beta
    on     open, reply
    when   text ~ \bbeta\b
    then   ai-first
    why    Never comes first
route talk
    on     reply
    when   text ~ \bbeta\b
    then   escalate
    why    No machine ever had one
route sick
    on     open
    when   account.health = red
    then   human-first
    why    No account is known here
route never
    on     open
    when   text ~ \bomega\b
    then   human-first
    why    Said once, long ago
tag to-refund
    set    topic=refund
    when   text ~ \b(courier|password)\b
    why    A bad guess
    review 2027-01-01
tag more
    set    mark=a
    set    segment=business
    when   text ~ \bdelta\b
    why    Two tickets, then twenty
    review 2027-01-01
END
t_run hs-rules cover -d a.db --quarter 2026Q2 -f table all.rules
t_out <<'END'
kind     rule    tickets   share  first  shadowed  by
route    eighth        5  0.1250      5         0  -
route    alpha        20  0.5000     15         5  eighth
route    beta         10  0.2500      0        10  eighth
route    talk          -       -      -         -  -
route    sick          -       -      -         -  -
route    never         0  0.0000      0         0  -
default  open         20  0.5000     20         -  -
END
t_status 0
t_run hs-rules cover -d a.db --quarter 2026Q2 -f tsv --tags all.rules
t_out <<'END'
kind	rule	place	asked	tickets	share	first	shadowed	by	alone	last	example
route	eighth	all.rules:5	40	5	0.125000	5	0	-	0	2026-06-01	x:208
route	alpha	all.rules:10	40	20	0.500000	15	5	eighth	10	2026-06-01	x:202
route	beta	all.rules:15	40	10	0.250000	0	10	eighth	0	2026-06-01	x:204
route	talk	all.rules:20	0	-	-	-	-	-	-	-	-
route	sick	all.rules:25	40	-	-	-	-	-	-	-	-
route	never	all.rules:30	40	0	0.000000	0	0	-	0	-	-
default	open	dims.rules:10	40	20	0.500000	20	-	-	-	-	x:201
tag	to-refund	all.rules:35	40	40	1.000000	40	-	-	40	2026-06-01	x:201
tag	more	all.rules:40	40	20	0.500000	20	-	-	20	2026-05-01	x:201
END
t_run hs-rules cover -d a.db --quarter 2026Q2 -f tsv --overlap all.rules
t_out <<'END'
kind	rule	other	tickets	of_other	both	jaccard
route	eighth	alpha	5	20	5	0.250000
route	eighth	beta	5	10	5	0.500000
route	alpha	beta	20	10	10	0.500000
END
t_run hs-rules cover -d a.db --quarter 2026Q2 -f tsv --overlap --tags \
    -w "ticket % 2 = 0" -c rule,other,both all.rules
t_status 0
t_run hs-rules cover -d a.db --quarter 2024Q1 -f tsv all.rules
t_status 2
t_err '^hs-rules: no tickets in the period$'
t_run hs-rules cover -d a.db --quarter 2024Q1 -q -f tsv --allow-empty all.rules
t_status 0
t_run hs-rules cover -d a.db
t_status 2
t_err '^hs-rules: which rule file'

t_case 'what a pattern leaves open is neither a yes nor a no'
cat > costly.rules <<'END'
rules 1
route costly
    on     open
    when   text ~ (a+)+$
    then   human-first
route alpha
    on     open
    when   text ~ \balpha\b
    then   human-first
default open ai-first
END
t_run hs-rules cover -d a.db --quarter 2026Q2 -f tsv \
    -c kind,rule,tickets,first costly.rules
t_out <<'END'
kind	rule	tickets	first
route	costly	9	9
route	alpha	20	13
default	open	18	18
undecided	open	1	1
END
t_status 3
t_err '^hs-rules: a pattern gave up: the route of 1 tickets is not known$'

t_case 'the table of a review'
t_run hs-rules review -d a.db --quarter 2026Q2 -f table --now 2026-10-01 \
    all.rules
t_out <<'END'
rule       tickets   share  before  undone  verdict
never            0  0.0000  0.0000  -       overdue,never-fired
beta            10  0.2500  0.2500  -       overdue,shadowed
sick             -       -       -  -       overdue,no-data
talk             -       -       -  -       overdue,too-few
eighth           5  0.1250  0.1250  -       overdue
alpha           20  0.5000  0.5000  -       overdue
more            20  0.5000  0.0500  -       drifting
to-refund       40  1.0000  1.0000  30/40   undone
business        20  0.5000  0.0500  -       moved
END
t_status 0
t_run hs-rules review -d a.db --quarter 2026Q2 -f tsv --now 2026-10-01 \
    -c rule,owner,review,overdue,last,change,lo,hi,p,basis,undone_share \
    all.rules
t_out <<'END'
rule	owner	review	overdue	last	change	lo	hi	p	basis	undone_share
never	us	2026-07-31	62	2025-05-17	0.000000	-0.087622	0.087622	1.000000	-	-
beta	us	2026-07-31	62	2026-06-01	0.000000	-0.186487	0.186487	1.000000	-	-
sick	us	2026-07-31	62	-	-	-	-	-	-	-
talk	us	2026-07-31	62	-	-	-	-	-	-	-
eighth	us	2026-07-31	62	2026-06-01	0.000000	-0.153251	0.153251	1.000000	-	-
alpha	us	2026-07-31	62	2026-06-01	0.000000	-0.209310	0.209310	1.000000	-	-
more	us	2027-01-01	0	2026-05-01	0.450000	0.262545	0.602363	0.000039	-	-
to-refund	us	2027-01-01	0	2026-06-01	0.000000	-0.087622	0.087622	1.000000	judged	0.750000
business	-	-	-	-	0.450000	0.262545	0.602363	0.000007	-	-
END
t_run hs-rules review -d a.db --quarter 2026Q2 -q -f tsv --now 2026-10-01 \
    --fail-on warning all.rules
t_status 1
# without a review date or an owner there is none, and nobody is late
cat > bare.rules <<'END'
rules 1
default open ai-first
route alpha
    on     open
    when   text ~ \balpha\b
    then   human-first
END
t_run hs-rules review -d a.db --quarter 2026Q2 -f tsv --fail-on warning \
    -c rule,owner,review,overdue,verdict bare.rules
t_out <<'END'
rule	owner	review	overdue	verdict
alpha	-	-	-	fine
END
t_status 0
t_run hs-rules review -d a.db --quarter 2026Q2 -f tsv -j 1 all.rules
cp "$T_STATE/out" one
t_run hs-rules review -d a.db --quarter 2026Q2 -f tsv -j 4 all.rules
t_same one "$T_STATE/out" 'the same on one thread and on four'

t_case 'cover and replay count the same tickets'
t_ok generate --seed 7 --tickets 400 out
t_ok hs-import -q -d gen.db out
hs-rules cover -d gen.db --last 900d -f tsv -c kind,rule,tickets,first \
    "$T_ROOT/samples/rules/routing.rules" > cover.tsv
awk -F '\t' '$1 == "route" && $3 != "-" { print $2, $3, $4 }' cover.tsv > covered
hs-rules replay --summary -d gen.db --last 900d -f tsv \
    -c rule,would,open,reply \
    "$T_ROOT/samples/rules/routing.rules" > replay.tsv
awk 'NR == FNR { known[$1] = 1; next }
$1 in known && $2 ~ /^[0-9]+$/ && NF == 4 { print $1, $2, $3 + $4 }' \
    covered replay.tsv > replayed
t_same covered replayed 'which fire, and which decide'
t_result "$([ "$(awk '$3 > 0' covered | wc -l)" -ge 5 ] && echo ok ||
    echo 'not ok')" 'some routes decide'

t_done
