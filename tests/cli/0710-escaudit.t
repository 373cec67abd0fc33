#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit: its population, its figures, its conditions, and what an export
# cannot show.
. "$(dirname "$0")/tap.sh"

# ticket ID ACCOUNT LANGUAGE MESSAGES: one handed over on 2 July.
ticket() {
	printf '{"id":"%s","subject":"Delivery","status":"solved","created":"2026-07-02T09:00:00Z","solved":"2026-07-02T12:00:00Z","account":"%s","language":"%s","channel":"chat","messages":[%s]}\n' \
	    "$1" "$2" "$3" "$4"
}
said() { # ROLE MINUTE AUTHOR BODY
	printf '{"id":"%s-%s","role":"%s","at":"2026-07-02T09:%s:00Z","author":"%s","body":"%s"}' \
	    "$1" "$2" "$1" "$2" "$3" "$4"
}
asked="$(said customer 00 c1 'My parcel PX-20931 has not come, where is it?'),$(said ai 01 bot 'I am passing you to a colleague.'),$(said agent 20 g7 'Hello, could you tell me your parcel number please?')"
fine="$(said customer 00 c2 'My parcel PX-20931 has not come, where is it?'),$(said ai 01 bot 'I am passing you to a colleague.'),$(said agent 20 g9 'Hello, PX-20931 is at the depot and comes tomorrow.')"
finnish="$(said customer 00 c3 'Pakettini ei ole saapunut, missa se on nyt?'),$(said ai 01 bot 'Siirran sinut kollegalle. I am passing you to a colleague.'),$(said agent 20 g7 'Hei, mika on paketin numero?')"
{
	for i in 1 2 3 4; do ticket "asked-$i" "a$i" en "$asked"; done
	for i in 1 2; do ticket "fine-$i" "b$i" en "$fine"; done
	ticket suomi c1 'fi' "$finnish"
} > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"

t_case 'a listing: the key first, the words of both places'
t_run hs-escaudit repeat -d a.db -c key,code,message,item,given
t_status 0
t_ok grep -q '^generic:asked-1	repeat	2	order-id	0$' "$T_STATE/out"
t_ok test -z "$(grep fine "$T_STATE/out")"
t_ok grep -q '^generic:suomi	not-measurable	' "$T_STATE/out"

t_case 'the reason says where it stands'
t_run hs-escaudit repeat -d a.db -c reason asked-1
t_ok grep -qx 'message 0 has it already' "$T_STATE/out"

t_case 'an export that cannot show who had a ticket has that said'
printf 'id,subject,created_at,status\n1,Late,2026-07-01T10:00:00Z,closed\n' > bare.csv
hs-import -q -d bare.db bare.csv > "$T_STATE/log"
hs-tag -q -d bare.db > "$T_STATE/log"
t_run hs-escaudit all -d bare.db
t_status 0
t_ok grep -q 'of no ticket is it known whether the AI had it' "$T_STATE/err"

t_case 'a schedule with a zone there is none of'
echo 'zone Europe/Nowhere' > bad.hours
t_run hs-escaudit triggers -d a.db --schedule bad.hours
t_status 2
t_ok grep -q 'bad.hours:1: not .zone ZONE. of a zone there is' "$T_STATE/err"

t_case 'the columns'
t_run hs-escaudit repeat -d a.db -H asked-1
t_ok grep -q '^key	code	message	quote	reason	item	given	given_in	given_quote	basis	agent	audit$' "$T_STATE/out"
t_ok grep -q '	PX-20931	' "$T_STATE/out"

t_case 'figures'
t_run hs-escaudit repeat -d a.db --figures -c metric,segment,estimate,x,n,method,status
t_status 0
t_ok grep -q '^repeat_rate	all	0.666667	4	6	wilson-cluster	MEASURED$' "$T_STATE/out"
t_ok grep -q '^repeat_rate	period=2026-07	0.666667	4	6' "$T_STATE/out"
t_ok grep -q '^escalations	all	7	' "$T_STATE/out"
t_err '1 tickets, repeat: the rules do not cover its language'

t_case 'conditions are held against the limit'
t_run hs-escaudit repeat -d a.db --figures --fail-if 'repeat_rate > 0.2'
t_status 1
t_err 'repeat_rate > 0.2'
t_run hs-escaudit repeat -d a.db --figures --fail-if 'repeat_rate > 0.6'
t_status 0
t_run hs-escaudit repeat -d a.db --figures --fail-if 'repeat_rate < 0.5'
t_status 0
t_run hs-escaudit repeat -d a.db --fail-if 'repeat_rate >= 0.1'
t_status 1
t_run hs-escaudit repeat -d a.db --figures --fail-if 'no_such > 1'
t_status 2
t_err "no figure 'no_such'"
for bad in repeat_rate 'repeat_rate >' 'repeat_rate = 1' '> 1' 'repeat_rate > x'; do
	t_run hs-escaudit repeat -d a.db --fail-if "$bad"
	t_status 2
done
t_run hs-escaudit repeat -d a.db --figures --min-n 50 --fail-if 'repeat_rate > 0.2'
t_status 3
t_err 'no number to test'

t_case 'agents have numbers unless their names are asked for'
t_run hs-escaudit repeat -d a.db -c agent asked-1
t_out <<'END'
A1
END
t_run hs-escaudit repeat -d a.db -c agent --name-agents asked-1
t_out <<'END'
g7
END

t_case 'the same bytes, whatever the number of threads'
for j in 1 3; do
	hs-escaudit all -d a.db -j $j -q > "all.$j"
	hs-escaudit all -d a.db -j $j -q --figures > "figures.$j"
done
t_same all.1 all.3 findings
t_same figures.1 figures.3 figures

t_case 'few words of the customer, and no language stated: that of the talk'
short="$(said customer 00 c5 'zx11 kaputt'),$(said ai 01 bot 'I am passing you to a colleague who knows these printers well.'),$(said agent 20 g7 'Hello, please hold the green button for five seconds and it starts again.')"
ticket short e1 '' "$short" | sed 's/"language":"",//' > short.ndjson
hs-import -q -d short.db short.ndjson > "$T_STATE/log"
hs-tag -q -d short.db > "$T_STATE/log"
t_run hs-escaudit wording -d short.db -c code
t_out <<'END'
bare
END

t_case 'a schedule'
closed="$(said customer 00 c4 'My parcel PX-20931 has not come.'),$(said ai 01 bot 'I am passing this on, a colleague will reply tomorrow.'),$(said agent 20 g7 'It comes today.')"
ticket closed d1 en "$closed" > closed.ndjson
hs-import -q -d closed.db closed.ndjson > "$T_STATE/log"
hs-tag -q -d closed.db > "$T_STATE/log"
printf 'zone UTC\nopen mon-fri 08:00-18:00\n' > open.txt
printf 'zone UTC\nopen mon-fri 12:00-18:00\n' > late.txt
t_run hs-escaudit triggers -d closed.db -c code,basis --schedule late.txt
t_ok grep -q '^out-of-hours	schedule$' "$T_STATE/out"
t_run hs-escaudit triggers -d closed.db -c basis --schedule open.txt
t_ok test -z "$(grep schedule "$T_STATE/out")"
printf 'open someday\n' > bad.txt
t_run hs-escaudit triggers -d closed.db --schedule bad.txt
t_status 2
t_err 'bad.txt:1'

t_case 'other periods, other tickets'
t_run hs-escaudit all -d a.db --month 2026-06
t_status 0
t_out < /dev/null
t_run hs-escaudit repeat -d a.db --asker everybody
t_status 2
t_err '--asker'
t_run hs-escaudit wording -d a.db --asker ai
t_status 2

t_case 'an export without what was said is not measured, and is no zero'
printf '%s\n' 'id,subject,status,created,solved,ai_state' \
    '1,Parcel,solved,2026-07-02T09:00:00Z,2026-07-03T09:00:00Z,handed_over' \
    > bare.csv
hs-import -q -d bare.db --as generic:ticket bare.csv > "$T_STATE/log"
hs-tag -q -d bare.db > "$T_STATE/log"
t_run hs-escaudit all -d bare.db --figures -c metric,estimate,status \
    --by created
t_status 0
t_ok grep -q '^repeat_rate	-	NOT-MEASURABLE$' "$T_STATE/out"
t_ok grep -q '^wording.bare	-	NOT-MEASURABLE$' "$T_STATE/out"
t_err 'the export does not have what was said'

t_case 'an export that does not tell who answered'
printf '%s\n' 'id,subject,status,created' \
    '1,Parcel,solved,2026-07-02T09:00:00Z' > who.csv
hs-import -q -d who.db --as generic:ticket who.csv > "$T_STATE/log"
hs-tag -q -d who.db > "$T_STATE/log"
t_run hs-escaudit wording -d who.db --figures -c metric,estimate,status
t_status 0
t_ok grep -q '^escalations	-	NOT-MEASURABLE$' "$T_STATE/out"
t_err 'whether the AI had it'

t_case 'the database is only read'
cp a.db before.db
chmod 444 a.db
t_run hs-escaudit all -d a.db -q
t_status 0
chmod 644 a.db
t_same before.db a.db 'as before'

t_done
