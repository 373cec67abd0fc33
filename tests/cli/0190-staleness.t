#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag: tags go stale with what they count, and which rule set is active.
. "$(dirname "$0")/tap.sh"

cat > our.rules <<'END'
rules 1
dimension issue many first busy unhappy rich
tag first
    set issue=first
    when requester.first_contact = true
tag busy
    set issue=busy
    when account.tickets_90d >= 2
tag unhappy
    set issue=unhappy
    when account.bad_csat >= 1
tag rich
    set issue=rich
    when account.plan = enterprise
END

# One ticket of account A: t_ticket id day requester more
t_ticket() {
	printf '{"id":"%s","subject":"x","status":"closed","created":%d,"updated":%d,"account":"A","requester":"%s","messages":[{"id":"1","role":"customer","at":%d,"body":"Please help me with this."}]%s}\n' \
	    "$1" $((1767225600 + $2 * 86400)) $((1767225600 + $2 * 86400)) \
	    "$3" $((1767225600 + $2 * 86400)) "$4"
}

t_tags() {
	sqlite3 -batch -nullvalue NULL "$1" \
	    'SELECT key, issues FROM tickets ORDER BY key'
}

# What this database says is what one load of all of it says.
t_fresh() {
	rm -f fresh.db
	hs-import -q -d fresh.db "$@" > "$T_STATE/log"
	hs-tag -q -d fresh.db --rules our.rules > "$T_STATE/log"
	t_tags fresh.db > want
	t_tags a.db > got
	t_same want got 'as of one load'
}

printf 'id,name,plan\nA,Acme,free\n' > account.csv
t_ticket t5 5 ann > five.ndjson
t_ticket t9 9 ben > nine.ndjson
hs-import -q -d a.db account.csv five.ndjson nine.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_tags a.db > "$T_STATE/out"
t_case 'before'
t_out <<'END'
generic:t5|["first"]
generic:t9|["first"]
END

t_case 'an older ticket of the requester'
t_ticket t1 1 ann > one.ndjson
hs-import -q -d a.db one.ndjson > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tickets
t_status 0
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:t1|["first"]
generic:t5|NULL
generic:t9|["first","busy"]
END
t_fresh account.csv five.ndjson nine.ndjson one.ndjson
t_run hs-tag -d a.db --rules our.rules -c tickets,tagged,unchanged
t_out <<'END'
tickets	tagged	unchanged
3	0	3
END

t_case 'a newer ticket leaves the earlier ones alone'
t_ticket t20 20 cem > twenty.ndjson
hs-import -q -d a.db twenty.ndjson > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tickets,tagged,unchanged
t_out <<'END'
tickets	tagged	unchanged
4	1	3
END

t_case 'an older ticket of the requester, of no account'
t_ticket t5 5 dan | sed 's/"account":"A",//' > lone5.ndjson
t_ticket t1 1 dan | sed 's/"account":"A",//' > lone1.ndjson
rm -f a.db
hs-import -q -d a.db lone5.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
hs-import -q -d a.db lone1.ndjson > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tagged
t_status 0
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:t1|["first"]
generic:t5|NULL
END
t_fresh lone5.ndjson lone1.ndjson

t_case 'the requester turns out to be of an account'
cat > zendesk.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/organizations/41.json","id":41,"name":"Foo","organization_fields":{"plan":"Enterprise"}}
{"url":"https://acme.zendesk.com/api/v2/tickets/1.json","id":1,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T12:00:00Z","status":"solved","subject":"x","requester_id":11}
{"url":"https://acme.zendesk.com/api/v2/tickets/2.json","id":2,"created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T12:00:00Z","status":"solved","subject":"x","requester_id":12}
END
cat > users.ndjson <<'END'
{"url":"https://acme.zendesk.com/api/v2/users/11.json","id":11,"name":"Ann","role":"end-user","organization_id":41}
END
rm -f a.db
hs-import -q -d a.db zendesk.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
hs-import -q -d a.db users.ndjson > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tagged,unchanged
t_out <<'END'
tagged	unchanged
1	1
END
t_tags a.db > "$T_STATE/out"
t_out <<'END'
zendesk:1|["first","rich"]
zendesk:2|["first"]
END
t_fresh zendesk.ndjson users.ndjson

t_case 'a low rating of an older ticket'
# Freshdesk says when a rating was given: t_rated id day more
t_rated() {
	printf '[{"id":%d,"subject":"Printer","description_text":"Please help me with this.","status":5,"priority":2,"source":2,"requester_id":%d,"company_id":90,"created_at":"2026-01-%02dT10:00:00Z","updated_at":"2026-01-%02dT12:00:00Z"%s}]\n' \
	    "$1" "$1" "$2" "$2" "$3"
}
cat > company.json <<'END'
[{"id":90,"name":"Acme","created_at":"2025-01-01T00:00:00Z","updated_at":"2025-01-01T00:00:00Z","health_score":"Happy","renewal_date":null}]
END
t_rated 15 15 '' > late.json
t_rated 2 2 ',"satisfaction_ratings":{"created_at":"2026-01-03T10:00:00Z","ratings":{"default_question":-103}}' > bad.json
t_rated 2 2 '' > unrated.json
rm -f a.db
hs-import -q -d a.db company.json late.json > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_tags a.db > "$T_STATE/out"
t_out <<'END'
freshdesk:15|["first"]
END
hs-import -q -d a.db bad.json > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_tags a.db > "$T_STATE/out"
t_out <<'END'
freshdesk:15|["first","unhappy"]
freshdesk:2|["first"]
END
t_fresh company.json late.json bad.json
rm -f b.db
hs-import -q -d b.db company.json late.json unrated.json > "$T_STATE/log"
hs-tag -q -d b.db --rules our.rules > "$T_STATE/log"
hs-import -q -d b.db bad.json > "$T_STATE/log"
t_run hs-tag -d b.db --rules our.rules -c tagged
t_out <<'END'
tagged
2
END
t_tags b.db > got
t_same want got 'the rating comes after the ticket'

t_case 'accounts that come last'
rm -f a.db
hs-import -q -d a.db five.ndjson nine.ndjson one.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:t1|["first"]
generic:t5|NULL
generic:t9|["first"]
END
hs-import -q -d a.db account.csv > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_fresh account.csv five.ndjson nine.ndjson one.ndjson

t_case 'a changed fact of the account'
printf 'id,name,plan\nA,Acme,enterprise\n' > account2.csv
hs-import -q -d a.db account2.csv > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tagged,unchanged
t_out <<'END'
tagged	unchanged
3	0
END
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:t1|["first","rich"]
generic:t5|["rich"]
generic:t9|["first","busy","rich"]
END
t_fresh account2.csv five.ndjson nine.ndjson one.ndjson
hs-import -q -d a.db account2.csv > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules -c tagged,unchanged
t_out <<'END'
tagged	unchanged
0	3
END

t_case 'another rule set over some tickets'
sed 's/first_contact = true/first_contact = false/' our.rules > new.rules
sql='SELECT substr(hash, 1, 12) FROM ruleset WHERE active = 1'
old=$(sqlite3 a.db "$sql")
t_tags a.db > want
for some in generic:t1 '--since 2026-01-07' '-w 1'; do
	# shellcheck disable=SC2086 # words
	t_run hs-tag -d a.db --rules new.rules $some
	t_status 0
	t_err 'tagged some tickets only: the active rule set stays; run hs-tag over all to change it'
	t_ok test "$(sqlite3 a.db "$sql")" = "$old"
	t_tags a.db > got
	t_same want got 'and so do the tags'
done
t_sql a.db 'SELECT count(*) FROM tagging WHERE ruleset =
    (SELECT id FROM ruleset WHERE active = 0)' 'which are stored beside' <<'END'
3
END
t_run hs-tag -d a.db --rules our.rules generic:t1
t_status 0
t_err ''
t_run hs-tag -d a.db --rules new.rules -c tagged,unchanged
t_status 0
t_err ''
t_out <<'END'
tagged	unchanged
0	3
END
t_ok test "$(sqlite3 a.db "$sql")" != "$old"
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:t1|["rich"]
generic:t5|["first","rich"]
generic:t9|["busy","rich"]
END

t_case 'over all tickets with --keep-active'
new=$(sqlite3 a.db "$sql")
t_run hs-tag -d a.db --rules our.rules --keep-active
t_status 0
t_ok test "$(sqlite3 a.db "$sql")" = "$new"

t_case 'the very first run is over some tickets'
rm -f a.db
hs-import -q -d a.db account.csv five.ndjson one.ndjson > "$T_STATE/log"
t_run hs-tag -d a.db --rules our.rules generic:t1
t_status 0
t_err ''
t_sql a.db 'SELECT active FROM ruleset' <<'END'
1
END
t_tags a.db > "$T_STATE/out"
t_out <<'END'
generic:t1|["first"]
generic:t5|NULL
END

t_done
