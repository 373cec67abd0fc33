#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import --coverage: which fields are filled and what follows from them.  A
# column that is taken away takes its metrics with it and no others.
. "$(dirname "$0")/tap.sh"

cat > tickets.csv <<'END'
Ticket ID,Subject,Status,Channel,Category,Requester ID,Organization ID,Created at,Solved at,Reopens,Transfers,Rating,Page,First response time (seconds),Handle time,AI state
7,Export,solved,web,how-to,u1,A1,2026-03-01T09:00:00Z,2026-03-01T10:30:00Z,0,1,4,/a,60,300,resolved
8,Import,solved,web,bug,u2,A1,2026-03-01T09:00:00Z,2026-03-01T10:30:00Z,1,0,2,/b,90,400,escalated
END
cat > messages.csv <<'END'
ticket id,message id,role,at,body
7,1,customer,2026-03-01T09:00:00Z,It stops every time.
7,2,ai,2026-03-01T09:01:00Z,Please restart it.
7,3,agent,2026-03-01T09:20:00Z,I have raised your limit.
END
cat > accounts.csv <<'END'
id,name,plan,mrr
A1,Acme,free,100
END

# The metrics a database cannot measure, a line each.
t_missing() {
	hs-import -d "$1" --coverage -c item,name,status |
		awk -F'\t' '$1 == "metric" && $3 == "NOT-MEASURABLE" { print $2 }'
}

t_case 'a full export'
t_run hs-import -d full.db tickets.csv messages.csv accounts.csv
t_status 0
t_missing full.db > full
t_ok diff - full <<'END'
AI CSAT
CES
NPS
AI suggestion edit rate
agreement with labels
END
t_run hs-import -d full.db --coverage -c source,item,name,filled,of,share
t_run hs-import -d full.db --coverage -c item,name,status
t_ok grep -q '^metric	automation ceiling	UNVERIFIED$' "$T_STATE/out"
t_run hs-import -d full.db --coverage -c source,item,name,filled,of,share
t_ok grep -q '^generic	field	csat	2	2	1.000000$' "$T_STATE/out"
t_ok grep -q '^generic	field	ai_text	1	2	0.500000$' "$T_STATE/out"

# Each column, and the metrics that go with it, separated by ";".
cat > columns <<'END'
2|
3|
4|demand by channel
5|crosswalk with categories
6|durable resolution;recontact rate
7|figures by account;figures by plan;figures by revenue
8|demand by period;demand by channel
9|durable resolution;first-contact resolution;recontact rate;reopen rate
10|durable resolution;first-contact resolution;reopen rate
11|transfer count
12|CSAT
13|page contact rate
14|
15|
16|vendor's claim tested
END
while IFS='|' read -r column metrics; do
	[ "$column" -gt 1 ] || continue
	t_case "without column $column"
	cut -d, -f "1-$((column - 1)),$((column + 1))-" tickets.csv > less.csv
	[ "$column" -lt 16 ] || cut -d, -f 1-15 tickets.csv > less.csv
	rm -f less.db
	t_run hs-import -q -d less.db less.csv messages.csv accounts.csv
	t_status 0
	t_missing less.db | cat full - | sort | uniq -u > flipped
	echo "$metrics" | tr ';' '\n' | sed '/^$/d' | sort > want
	t_ok diff want flipped
done < columns

t_case 'without the messages'
t_run hs-import -q -d less.db tickets.csv
rm -f less.db
t_run hs-import -q -d less.db tickets.csv accounts.csv
t_missing less.db | cat full - | sort | uniq -u > flipped
t_ok diff - flipped <<'END'
escalation needed
first-contact resolution
handoff completeness
repeat-request rate
vendor's claim tested
END

t_case 'for people'
t_run hs-import -d full.db -f table --coverage
t_status 0
t_ok grep -q '^csat  *100.0 %' "$T_STATE/out"
t_ok grep -q '^CSAT  *MEASURED' "$T_STATE/out"
t_ok grep -q '^generic lacks ces, for CES:$' "$T_STATE/out"
t_run hs-import -d people.db -f table tickets.csv
t_ok grep -q '^ticket ' "$T_STATE/out"
t_ok grep -q '^CSAT  *MEASURED' "$T_STATE/out"
t_run hs-import -d people.db -f table tickets.csv
t_ok grep -q '^ticket ' "$T_STATE/out"
t_ok sh -c '! grep -q MEASURED "$1"' sh "$T_STATE/out"

t_case 'header-only files hold nothing, and say so'
head -n 1 tickets.csv > head.csv
t_run hs-import -d head.db head.csv
t_status 0
t_run hs-import -d head.db --coverage -c source,item,name,filled,of,share
t_status 0
t_ok grep -q '^generic	field	created	0	0	-$' "$T_STATE/out"

t_case 'no file and no --coverage is a mistake'
t_run hs-import -d full.db
t_status 2
t_case 'three sources fit a terminal'
generate --seed 4 --tickets 60 exports > log 2>&1
t_run hs-import -d three.db -f table exports
t_status 0
t_ok grep -q '^field filled .*freshdesk .*intercom .*zendesk' "$T_STATE/out"
t_ok awk 'length($0) > 80 { print; n++ } END { exit n > 0 }' "$T_STATE/out"
t_ok grep -q "^    ticket exports hold no conversation" "$T_STATE/out"

t_done
