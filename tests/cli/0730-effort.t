#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit effort: the customer's own answer where there is one, else points
# that can be added up by hand.
. "$(dirname "$0")/tap.sh"

# ticket ID ACCOUNT MORE MESSAGES: one handed over on 2 July.
ticket() {
	printf '{"id":"%s","subject":"Delivery","status":"solved","created":"2026-07-02T09:00:00Z","solved":"2026-07-09T12:00:00Z","account":"%s","language":"en","channel":"email"%s,"messages":[%s]}\n' \
	    "$1" "$2" "$3" "$4"
}
said() { # ROLE TIME AUTHOR BODY
	printf '{"id":"%s","role":"%s","at":"2026-07-%s:00Z","author":"%s","body":"%s"}' \
	    "$2" "$1" "$2" "$3" "$4"
}
start="$(said customer 02T09:00 c1 'My parcel PX-20931 has not come, where is it?'),$(said ai 02T09:01 bot 'I am passing you to a colleague.')"
fine="$start,$(said agent 02T09:30 g1 'Hello, PX-20931 is at the depot and comes tomorrow.'),$(said customer 02T09:40 c1 'Good.'),$(said customer 02T09:41 c1 'Thanks.')"
# asked again 1, passed on 1, three messages, a day's wait: 2 + 2 + 1 + 2
hard="$start,$(said agent 03T10:00 g1 'Hello, what is the number of your parcel?'),$(said customer 03T10:05 c1 'PX-20931'),$(said agent 04T10:00 g2 'We are looking for it.'),$(said customer 05T10:00 c1 'Any news?'),$(said customer 06T10:00 c1 'Hello?')"
{
	ticket fine a1 '' "$fine"
	ticket hard a2 '' "$hard"
	ticket back a3 ',"reopens":2' "$fine"
	ticket moved a4 ',"transfers":3,"reopens":0' "$fine"
	ticket asked a5 '' "$fine"
	ticket glad a6 '' "$hard"
} > in.ndjson
cat > survey.ndjson <<'END'
{"ticket":"generic:asked","kind":"ces","score":2,"scale":"7-agree","at":"2026-07-10T09:00:00Z","id":"s1"}
{"ticket":"generic:glad","kind":"ces","score":5,"scale":"5-1","at":"2026-07-10T09:00:00Z","id":"s2"}
{"ticket":"generic:glad","kind":"ces","score":1,"scale":"5-1","at":"2026-07-11T09:00:00Z","id":"s3"}
END
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-import -q -d a.db --as generic:survey survey.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"

t_case 'points and answers'
t_run hs-escaudit effort -q -d a.db -c key,code,message,given,basis
t_status 0
t_out <<'END'
generic:hard	high-effort	2	0	count
generic:back	high-effort	-	-	count
generic:moved	high-effort	-	-	count
generic:asked	high-effort	-	-	survey
END
t_run hs-escaudit effort -q -d a.db -c reason hard
t_out <<'END'
7 points, high from 6 on: opened again 0, asked again 1, passed on 1, messages after the handoff 3, seconds to the first reply 89940
END

t_case 'figures'
t_run hs-escaudit effort -q -d a.db --figures --min-n 1
t_ok grep -q '^effort.ces	all	0.583	[0-9.-]*	[0-9.]*	-	2	6	t-cluster	effort	MEASURED$' "$T_STATE/out"
t_ok grep -q '^effort.ces.response	all	0.333333	[0-9.]*	[0-9.]*	2	6	6	wilson-cluster	effort	MEASURED$' "$T_STATE/out"
# 0 7 6 6 0 7
t_ok grep -q '^effort.score	all	4.333	[0-9.]*	[0-9.]*	-	6	6	t-cluster	effort	MEASURED$' "$T_STATE/out"
t_ok grep -q '^effort.score.median	all	6.0	0.0	7.0	-	6	6	median	effort	MEASURED$' "$T_STATE/out"
t_run hs-escaudit effort -q -d a.db --figures --fail-if 'effort.score > 0.5'
t_status 1

t_case 'nobody was asked'
rm -f a.db
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"
t_run hs-escaudit effort -q -d a.db --figures
for f in effort.ces effort.ces.response; do
	t_ok grep -q "^$f	all	-	-	-	-	.*	NOT-MEASURABLE$" "$T_STATE/out"
done
t_ok grep -q '^effort.score	all	4.333' "$T_STATE/out"

t_done
