#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Accounts of CRMs and spreadsheets: snapshots, currencies, and which account a
# ticket is of.
. "$(dirname "$0")/tap.sh"

facts() {
	t_sql "$1" "SELECT a.ext_id, f.name, date(nullif(f.since, -1),
	    'unixepoch'), f.value, f.num FROM account_fact f
	    JOIN account a ON a.id = f.account
	    WHERE f.name IN ($2) ORDER BY 1, 2, 3"
}

plans() {
	sqlite3 "$1" "SELECT key, plan FROM tickets ORDER BY 1"
}

t_case 'snapshots'
cat > tickets.csv <<'END'
id,subject,status,created,account
1,Before,open,2025-12-31,a1
2,January,open,2026-01-20,a1
3,February,open,2026-02-20,a1
4,March,open,2026-03-20,a1
END
printf '%s\n' 'id,name,plan,mrr' 'a1,Foo,free,0' > jan.csv
printf '%s\n' 'id,name,plan,mrr' 'a1,Foo,pro,90' > feb.csv
printf '%s\n' 'id,name,plan,mrr' 'a1,Foo,pro,120' > mar.csv
hs-import -d snap.db --tz UTC tickets.csv > log 2>&1 || exit 4
t_run hs-import -d snap.db --as-of 2026-01-01 jan.csv
t_status 0
t_run hs-import -d snap.db --as-of 2026-02-01 feb.csv
t_run hs-import -d snap.db --as-of 2026-03-01 mar.csv
facts snap.db "'plan', 'mrr'" <<'END'
a1|mrr|2026-01-01|0|0.0
a1|mrr|2026-02-01|90|9000.0
a1|mrr|2026-03-01|120|12000.0
a1|plan|2026-01-01|free|NULL
a1|plan|2026-02-01|pro|NULL
a1|plan|2026-03-01|pro|NULL
END
plans snap.db > got
t_ok diff - got <<'END'
generic:1|
generic:2|free
generic:3|pro
generic:4|pro
END
cp snap.db before.db
t_run hs-import -d snap.db --as-of 2026-02-01 feb.csv
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
account	1	0	0	1	0	0	0
account_fact	2	0	0	2	0	0	0
END
t_same before.db snap.db 'a snapshot again: the same bytes'

t_case 'snapshots out of order give the same history'
hs-import -d back.db --tz UTC tickets.csv > log 2>&1 || exit 4
for m in 03-01:mar 01-01:jan 02-01:feb; do
	t_run hs-import -d back.db --as-of "2026-${m%%:*}" "${m#*:}.csv"
	t_status 0
done
for db in snap back; do
	sqlite3 $db.db 'SELECT name, since, value, num FROM account_fact' > $db
done
t_same snap back 'the same facts'
plans back.db > again
t_same got again 'the same plans'

t_case 'a date of the row is better than --as-of'
printf '%s\n' 'id,name,plan,valid_from' 'a1,Foo,pro,2026-05-01' > dated.csv
t_run hs-import -d dated.db --as-of 2026-01-01 dated.csv
facts dated.db "'plan'" <<'END'
a1|plan|2026-05-01|pro|NULL
END
t_run hs-import -d no.db --as-of soon dated.csv
t_status 2
t_err "^hs-import: --as-of: bad time 'soon'"
t_ok test ! -e no.db

t_case 'two currencies are refused'
cat > two.csv <<'END'
id,name,mrr,arr,currency
a1,Foo,"$1,200.00",,
a2,Bar,"1.000,00 EUR",,
a3,Baz,100,1200,GBP
a4,Qux,70,,
a5,Cad,"$5",,CAD
END
t_run hs-import -d two.db two.csv
t_status 3
t_err_is <<'END'
hs-import: two.csv:3: mrr is in EUR where others are in USD: say --fx FILE
hs-import: two.csv:4: mrr is in GBP where others are in USD: say --fx FILE
hs-import: two.csv:4: arr is in GBP where others are in USD: say --fx FILE
hs-import: two.csv:6: mrr is in CAD where others are in USD: say --fx FILE
END
facts two.db "'mrr', 'arr'" <<'END'
a1|mrr|NULL|$1,200.00|120000.0
a4|mrr|NULL|70|7000.0
END
t_run hs-import -d two.db - <<'END'
id,name,mrr
a9,Later,9 EUR
END
t_status 3
t_err 'mrr is in EUR where others are in USD'

t_case 'rates'
cat > rates.csv <<'END'
currency,rate,valid_from
USD,1,
EUR,1.10,
EUR,1.20,2026-02-01
GBP,1.5,
END
t_run hs-import -d fx.db --fx rates.csv --as-of 2026-01-15 two.csv
t_status 3
t_err_is <<'END'
hs-import: two.csv:6: mrr is in CAD, and no rate makes it USD
END
t_run hs-import -d fx.db --fx rates.csv --as-of 2026-02-15 two.csv
facts fx.db "'mrr', 'arr', 'currency'" <<'END'
a1|currency|2026-01-15|USD|NULL
a1|currency|2026-02-15|USD|NULL
a1|mrr|2026-01-15|$1,200.00|120000.0
a1|mrr|2026-02-15|$1,200.00|120000.0
a2|currency|2026-01-15|USD|NULL
a2|currency|2026-02-15|USD|NULL
a2|mrr|2026-01-15|1.000,00 EUR|110000.0
a2|mrr|2026-02-15|1.000,00 EUR|120000.0
a3|arr|2026-01-15|1200|180000.0
a3|arr|2026-02-15|1200|180000.0
a3|currency|2026-01-15|USD|NULL
a3|currency|2026-02-15|USD|NULL
a3|mrr|2026-01-15|100|15000.0
a3|mrr|2026-02-15|100|15000.0
a4|mrr|2026-01-15|70|7000.0
a4|mrr|2026-02-15|70|7000.0
a5|currency|2026-01-15|USD|NULL
a5|currency|2026-02-15|USD|NULL
END

t_case 'rates that cannot be'
printf '%s\n' 'EUR,1.1' > nobase.csv
t_run hs-import -d no.db --fx nobase.csv two.csv
t_status 2
t_err 'nobase.csv: no currency has the rate 1'
printf '%s\n' 'currency,rate' 'EURO,1' > name.csv
t_run hs-import -d no.db --fx name.csv two.csv
t_status 2
t_err "name.csv:2: 'EURO' is no currency"
printf '%s\n' 'EUR,-1' > minus.csv
t_run hs-import -d no.db --fx minus.csv two.csv
t_status 2
t_err "minus.csv:1: bad rate '-1'"
t_run hs-import -d no.db --fx missing.csv two.csv
t_status 2
printf '%s\n' 'EUR,1' 'USD,0.9' > euro.csv
t_run hs-import -d two.db --fx euro.csv two.csv
t_status 2
t_err 'the rates make EUR of amounts, and those in the database are in USD'
t_ok test ! -e no.db

t_case 'an account of Salesforce has one id in two forms'
cat > sf.csv <<'END'
Id,Name,AnnualRevenue,Plan__c
0015g00000AbCdE,Harbour,9000000,Gold
0015g00000aBcDe,Meadow,,Silver
END
cat > sf18.csv <<'END'
Id,Name,AnnualRevenue,Plan__c
0015g00000AbCdEAAV,Harbour,9000000,Platinum
END
t_run hs-import -d sf.db sf.csv
t_run hs-import -d sf.db sf18.csv
facts sf.db "'plan', 'arr', 'mrr', 'customer_revenue'" <<'END'
0015g00000AbCdE|customer_revenue|NULL|9000000|NULL
0015g00000AbCdE|plan|NULL|platinum|NULL
0015g00000aBcDe|plan|NULL|silver|NULL
END

t_case 'which account a ticket is of'
cat > org.ndjson <<'END'
{"url":"https://a.zendesk.com/api/v2/organizations/71.json","id":71,"name":"Harbour","domain_names":["harbour.example"],"organization_fields":{"plan":"team"}}
{"url":"https://a.zendesk.com/api/v2/organizations/72.json","id":72,"name":"Twin","external_id":"0015g00000AbCdEAAV"}
{"url":"https://a.zendesk.com/api/v2/organizations/73.json","id":73,"name":"Mail","domain_names":["gmail.com"]}
{"url":"https://a.zendesk.com/api/v2/users/1.json","id":1,"name":"A","email":"a@gmail.com","role":"end-user","organization_id":71}
{"url":"https://a.zendesk.com/api/v2/users/2.json","id":2,"name":"B","email":"b@Harbour.example","role":"end-user"}
{"url":"https://a.zendesk.com/api/v2/users/3.json","id":3,"name":"C","email":"c@gmail.com","role":"end-user"}
{"url":"https://a.zendesk.com/api/v2/users/4.json","id":4,"name":"D","email":"d@meadow.example","role":"end-user"}
END
t_ticket() {
	printf '{"url":"https://a.zendesk.com/api/v2/tickets/%s.json","id":%s,"subject":"x","status":"open","created_at":"2026-01-05T10:00:00Z","requester_id":%s,"organization_id":%s}\n' \
	    "$1" "$1" "$2" "$3"
}
{
	t_ticket 1 3 71   # by id
	t_ticket 2 1 null # its requester's
	t_ticket 3 2 null # domain
	t_ticket 4 3 null # free mail: none
	t_ticket 5 3 72   # the CRM's
	t_ticket 6 4 null # domain of two accounts: none
} > tick.ndjson
cat > crm.csv <<'END'
Id,Name,Website,Plan__c,SystemModstamp
0015g00000AbCdE,Harbour Inc,,Gold,
0015g00000aBcDe,Meadow,meadow.example,Silver,
0015g00000XyZzY,Meadow Two,www.meadow.example/about,Silver,
END
joins() {
	t_sql "$1" "SELECT t.ext_id, s.name, a.ext_id, t.account_basis
	    FROM ticket t LEFT JOIN account a ON a.id = t.account_ref
	    LEFT JOIN source s ON s.id = a.source ORDER BY 1"
}
t_run hs-import -d join.db org.ndjson tick.ndjson crm.csv
t_status 0
cat > joined <<'END'
1|zendesk|71|id
2|zendesk|71|requester
3|zendesk|71|domain
4|NULL|NULL|NULL
5|salesforce|0015g00000AbCdE|external
6|NULL|NULL|NULL
END
joins join.db < joined
t_run hs-import -d nioj.db crm.csv
t_run hs-import -d nioj.db tick.ndjson
t_run hs-import -d nioj.db org.ndjson
joins nioj.db < joined
cp join.db before.db
t_run hs-import -d join.db org.ndjson tick.ndjson crm.csv
t_same before.db join.db 'again: the same bytes'

t_case 'the join rate is told'
t_run hs-import -v -d join.db tick.ndjson
t_err '^hs-import: accounts: 4 of 6 tickets: 1 by id, 1 by requester, 1 by external, 1 by domain$'

t_case 'a plain table of accounts that have the ids of organizations'
t_run hs-import -d plain.db - <<'END'
{"url":"https://a.zendesk.com/api/v2/organizations/71.json","id":71,"name":"Harbour"}
END
t_ticket 1 3 71 > one.ndjson
t_run hs-import -d plain.db one.ndjson
printf '%s\n' 'id,name,plan' '71,Harbour Inc,gold' > plain.csv
t_run hs-import -d plain.db plain.csv
t_sql plain.db 'SELECT plan FROM tickets' <<'END'
gold
END

t_case 'ids of two helpdesks say nothing of each other'
cat > ic.ndjson <<'END'
{"type":"company","id":"6762","company_id":"1","name":"Ours","monthly_spend":0,"plan":{"name":"own"}}
{"id":1,"name":"Theirs","domains":[],"health_score":"Happy","renewal_date":"2026-12-31T00:00:00Z","account_tier":"Premium","created_at":"2020-01-01T00:00:00Z"}
END
t_run hs-import -d two-desks.db ic.ndjson
t_status 0
printf '%s\n' 'id,subject,status,created,company id' '7,x,open,2026-01-05T10:00:00Z,6762' > of.csv
hs-import -d two-desks.db --source intercom of.csv > log 2>&1 || exit 4
t_sql two-desks.db "SELECT account, plan FROM tickets" <<'END'
6762|own
END

t_case 'what an organization says beside the CRM'
printf '%s\n' '{"url":"https://a.zendesk.com/api/v2/organizations/72.json","id":72,"name":"Twin","external_id":"0015g00000AbCdE","organization_fields":{"plan":"team","health":"red"}}' |
    hs-import -d join.db - > log 2>&1 || exit 4
t_sql join.db "SELECT account_plan, account_health FROM rule_facts
    WHERE key = 'zendesk:5'" <<'END'
gold|red
END

t_case 'subscriptions, when one ends later'
cat > sub.csv <<'END'
subscription_id,account_id,start_date,end_date,plan_tier,mrr_amount
S1,a1,2026-01-01,,pro,100
S2,a1,2026-02-01,,pro,"50,50"
END
t_run hs-import -d sub.db sub.csv
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
subscription	2	2	0	0	0	0	0
END
facts sub.db "'mrr', 'plan'" <<'END'
a1|mrr|2026-01-01|100.00|10000.0
a1|mrr|2026-02-01|150.50|15050.0
a1|plan|2026-01-01|pro|NULL
END
cp sub.db before.db
t_run hs-import -d sub.db sub.csv
t_same before.db sub.db 'subscriptions again: the same bytes'
printf '%s\n' 'subscription_id,account_id,start_date,end_date,plan_tier,mrr_amount' \
    'S1,a1,2026-01-01,2026-03-01,pro,100' 'S3,,2026-01-01,,pro,1' \
    'S4,a1,,,pro,1' > sub2.csv
t_run hs-import -d sub.db sub2.csv
t_status 3
t_err 'sub2.csv:3: no account'
t_err 'sub2.csv:4: no start date'
facts sub.db "'mrr', 'plan'" <<'END'
a1|mrr|2026-01-01|100.00|10000.0
a1|mrr|2026-02-01|150.50|15050.0
a1|mrr|2026-03-01|50.50|5050.0
a1|plan|2026-01-01|pro|NULL
END

t_case 'tables that are not of accounts'
printf '%s\n' 'ticket id,account,plan,mrr,status' '7,a1,pro,9,open' > enriched.csv
t_run hs-import -d enriched.db enriched.csv
t_sql enriched.db 'SELECT ext_id, account FROM ticket' <<'END'
7|a1
END
t_sql enriched.db 'SELECT count(*) FROM account' <<'END'
0
END

t_done
