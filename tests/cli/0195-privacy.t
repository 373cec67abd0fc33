#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Requesters who are forgotten, and copies without text: what goes is in no byte
# of the file, what stays is every figure.
. "$(dirname "$0")/tap.sh"

# Every text that Mia brings has the word quokka in it.
cat > zd.ndjson <<'END'
{"url":"https://a.zendesk.com/api/v2/users/9.json","id":7700900009,"name":"Mia Quokka","email":"Mia@quokka.example","role":"end-user","updated_at":"2026-01-01T00:00:00Z"}
{"url":"https://a.zendesk.com/api/v2/users/8.json","id":7700900008,"name":"Bo Numbat","email":"bo@numbat.example","role":"end-user","updated_at":"2026-01-01T00:00:00Z"}
{"url":"https://a.zendesk.com/api/v2/users/5.json","id":7700900005,"name":"Ozzy Wombat","email":"ada@desk.example","role":"agent","updated_at":"2026-01-01T00:00:00Z"}
{"url":"https://a.zendesk.com/api/v2/tickets/501.json","id":501,"subject":"A quokka","status":"solved","requester_id":7700900009,"assignee_id":7700900005,"tags":["quokka_tag","billing"],"custom_fields":[{"id":1,"value":"quokka field"},{"id":2,"value":"https://quokka.example/page"}],"created_at":"2026-02-01T10:00:00Z","updated_at":"2026-02-02T10:00:00Z","comments":[{"id":1,"author_id":7700900009,"public":true,"body":"my quokka is lost","created_at":"2026-02-01T10:00:00Z"},{"id":2,"author_id":7700900005,"public":true,"body":"dear Mia Quokka, here","created_at":"2026-02-01T11:00:00Z"}]}
{"url":"https://a.zendesk.com/api/v2/tickets/502.json","id":502,"subject":"A numbat","status":"solved","requester_id":7700900008,"assignee_id":7700900005,"tags":["billing"],"created_at":"2026-02-03T10:00:00Z","updated_at":"2026-02-04T10:00:00Z","comments":[{"id":3,"author_id":7700900008,"public":true,"body":"my numbat is lost","created_at":"2026-02-03T10:00:00Z"},{"id":4,"author_id":7700900009,"public":true,"body":"me too, says the quokka","created_at":"2026-02-03T10:30:00Z"},{"id":5,"author_id":7700900005,"public":true,"body":"found","created_at":"2026-02-03T11:00:00Z"}]}
END
cat > mail.csv <<'END'
id,subject,status,created,requester email,description,tags
11,quokka again,solved,2026-02-05T10:00:00Z,mia@QUOKKA.example,more quokka,quokka_x
12,numbat,solved,2026-02-05T10:00:00Z,bo@numbat.example,more numbat,numbat_x
END
cat > survey.csv <<'END'
ticket,score,comment,at
zendesk:501,2,no quokka found,2026-02-06T10:00:00Z
END
cat > sug.csv <<'END'
ticket,draft,sent,by
zendesk:501,Dear quokka,Hello quokka,ada
END
printf '%s\n' 'key,issue,by' 'zendesk:501,lost,rev' > labels.csv
fill() {
	hs-import -d "$1" zd.ndjson &&
	    hs-import -d "$1" mail.csv &&
	    hs-import -d "$1" --as generic:survey survey.csv &&
	    hs-import -d "$1" --as generic:suggestion sug.csv &&
	    hs-import -d "$1" --labels labels.csv
}
fill a.db > log 2>&1 || exit 4
hs-tag -d a.db > log 2>&1 || exit 4
hs-metrics -d a.db note 2026-02-01 'Mia Quokka called'
hs-metrics -d a.db baseline set one -w "subject <> 'quokka' AND requester = '7700900009'"

# All that is to stay: counts, times, roles, tags of rules.
stays() {
	sqlite3 "$1" "SELECT key, created, solved, status, messages,
	    customer_turns, agent_turns, ai_turns, first_reply_s, handle_s,
	    csat, satisfied, path, issue, tier, complexity, emotion, pattern,
	    reopens, category, team, subject IS NULL FROM tickets ORDER BY key;
	    SELECT key, at, role, public, kind FROM thread ORDER BY 1, 2;
	    SELECT ticket, kind, value, satisfied FROM survey;
	    SELECT dimension, value FROM label;
	    SELECT count(*) FROM suggestion WHERE sent IS NOT NULL;
	    SELECT sum(g.rev <> t.rev) FROM tagging g
	    JOIN ticket t ON t.id = g.ticket;
	    SELECT excluded, durable FROM landscape ORDER BY key;
	    SELECT count(DISTINCT source || requester) FROM ticket"
}
t_bytes() { # file word: how many lines of the file have the word
	grep -aicF -e "$2" "$1"
}
tiers() {
	for c in map ceiling targets keep-human crosswalk; do
		hs-tiers -d "$1" $c -f json 2>&1 | sed 's/"example":"[^"]*"//g'
	done
}
stays a.db > stays.want
tiers a.db > tiers.want
cp a.db whole.db

t_case 'nobody by that name'
printf '%s\n' '# a list' '' 'zendesk:1' 'nobody@nowhere.example' '4711' > none.txt
cp a.db none.db
t_run hs-import -d none.db --forget none.txt
t_status 3
t_err_is <<'END'
hs-import: none.txt:3: no requester 'zendesk:1'
hs-import: none.txt:4: no requester 'nobody@nowhere.example'
hs-import: none.txt:5: no requester '4711'
END
t_out <<'END'
kind	forgotten
requester	0
ticket	0
message	0
END

t_case 'a dry run'
echo 'zendesk:7700900009' > mia.txt
cp a.db dry.db
sqlite3 a.db .dump > before.sql
t_run hs-import -d dry.db --dry-run --forget mia.txt
t_out <<'END'
kind	forgotten
requester	2
ticket	2
message	4
END
sqlite3 dry.db .dump > after.sql
t_same before.sql after.sql 'a dry run changes nothing'

t_case 'forgotten by id, and by the address that goes with it'
t_ok test "$(t_bytes a.db quokka)" -gt 0
t_run hs-import -d a.db --forget mia.txt
t_status 0
t_err ''
t_out <<'END'
kind	forgotten
requester	2
ticket	2
message	4
END
t_ok test "$(t_bytes a.db quokka)" -eq 0
t_ok test "$(t_bytes a.db 7700900009)" -eq 0
t_ok test "$(t_bytes a.db numbat)" -gt 0
t_ok test ! -e a.db-wal
stays a.db > got
t_same stays.want got 'counts, times, roles and tags stay'
tiers a.db > got
t_same tiers.want got 'figures stay'
t_sql a.db "SELECT ext_id, subject, fields, page, tags FROM ticket
    ORDER BY ext_id" <<'END'
11|[forgotten]|NULL|NULL|NULL
12|numbat|NULL|NULL|["numbat_x"]
501|[forgotten]|NULL|NULL|NULL
502|A numbat|NULL|NULL|["billing"]
END
t_sql a.db "SELECT m.ext_id, x.body FROM message m JOIN ticket t
    ON t.id = m.ticket LEFT JOIN message_text x ON x.message = m.id
    WHERE t.ext_id = '502' ORDER BY 1" <<'END'
3|my numbat is lost
4|NULL
5|found
END

t_case 'an old export brings nothing back'
sqlite3 a.db .dump > before.sql
for step in 'zd.ndjson' 'mail.csv' '--as generic:survey survey.csv' \
    '--as generic:suggestion sug.csv' '--labels labels.csv'; do
	# shellcheck disable=SC2086 # an option and its argument
	t_run hs-import -d a.db $step
	t_status 0
	t_ok awk -F'\t' 'NR > 1 { n += $3 + $4 } END { exit n > 0 }' \
	    "$T_STATE/out"
done
sqlite3 a.db .dump > after.sql
t_same before.sql after.sql 'the same database'
t_ok test "$(t_bytes a.db quokka)" -eq 0

t_case 'a new ticket of somebody forgotten comes without text'
cat > new.ndjson <<'END'
{"id":901,"ticket_id":601,"author_id":7700900009,"public":true,"body":"quokka, once more","created_at":"2026-03-01T10:00:00Z"}
{"url":"https://a.zendesk.com/api/v2/tickets/601.json","id":601,"subject":"New quokka","status":"open","requester_id":7700900009,"created_at":"2026-03-01T10:00:00Z","updated_at":"2026-03-01T10:00:00Z"}
{"id":902,"ticket_id":602,"author_id":7700900005,"public":true,"body":"dear quokka","created_at":"2026-03-01T10:00:00Z"}
{"url":"https://a.zendesk.com/api/v2/tickets/602.json","id":602,"subject":"New quokka","status":"open","requester_id":7700900009,"created_at":"2026-03-01T10:00:00Z","updated_at":"2026-03-01T10:00:00Z"}
END
t_run hs-import -d a.db new.ndjson
t_status 0
t_ok test "$(t_bytes a.db quokka)" -eq 0
t_ok test "$(t_bytes a.db 7700900009)" -eq 0
t_sql a.db "SELECT t.ext_id, t.subject, k.messages, k.customer_turns
    FROM ticket t JOIN ticket_stat k ON k.ticket = t.id
    WHERE t.ext_id IN ('601', '602') ORDER BY 1" <<'END'
601|[forgotten]|1|1
602|[forgotten]|1|0
END

t_case 'forgotten by address before the users are known'
hs-import -d late.db mail.csv > log 2>&1 || exit 4
echo 'MIA@quokka.example' > address.txt
t_run hs-import -d late.db --forget address.txt
t_status 0
t_run hs-import -d late.db zd.ndjson
t_status 0
t_ok test "$(t_bytes late.db quokka)" -eq 0
t_ok test "$(t_bytes late.db 7700900009)" -eq 0
t_run hs-import -d late.db zd.ndjson
t_ok awk -F'\t' 'NR > 1 { n += $3 + $4 } END { exit n > 0 }' "$T_STATE/out"
t_ok test "$(t_bytes late.db numbat)" -gt 0

t_case 'a conversation with the AI that became the ticket'
hs-import -d ai.db zd.ndjson > log 2>&1 || exit 4
printf '%s\n' 'id,subject,status,requester,origin' 'c1,quokka bot,open,anon,ai' > ai.csv
hs-import -d ai.db --source bot ai.csv > log 2>&1 || exit 4
sqlite3 ai.db "UPDATE ticket SET joined = (SELECT id FROM ticket
    WHERE ext_id = '501') WHERE ext_id = 'c1'"
t_run hs-import -d ai.db --forget mia.txt
t_status 0
t_ok test "$(t_bytes ai.db quokka)" -eq 0
t_run hs-import -d ai.db --source bot ai.csv
t_ok awk -F'\t' 'NR > 1 { n += $3 + $4 } END { exit n > 0 }' "$T_STATE/out"
t_ok test "$(t_bytes ai.db quokka)" -eq 0

t_case 'told by the id that the AI vendor has'
# both ids are the same person: the ticket, and what was said before it
cat > talk.ndjson <<'END'
{"id":"c2","subject":"quokka bot","origin":"ai","requester":"chatter-77","helpdesk":"zendesk:501","created":"2026-02-01T09:00:00Z","messages":[{"id":"m1","author":"chatter-77","role":"customer","body":"quokka?","created_at":"2026-02-01T09:00:00Z"}]}
END
echo 'link = helpdesk' > bot.map
for who in bot:chatter-77 zendesk:7700900009; do
	rm -f both.db
	hs-import -d both.db zd.ndjson > log 2>&1 || exit 4
	t_run hs-import -d both.db --source bot --map bot.map talk.ndjson
	t_status 0
	t_sql both.db 'SELECT count(*) FROM ticket WHERE joined IS NOT NULL' <<'END'
1
END
	t_sql both.db "SELECT count(*) FROM message WHERE ext_id = 'c2/m1'" <<'END'
1
END
	echo "$who" > who.txt
	t_run hs-import -d both.db --forget who.txt
	t_status 0
	t_ok test "$(t_bytes both.db chatter-77)" -eq 0
	t_sql both.db "SELECT subject FROM ticket WHERE ext_id IN ('501', 'c2')" <<'END'
[forgotten]
[forgotten]
END
	t_sql both.db "SELECT count(*) FROM message_text x JOIN message m
	    ON m.id = x.message JOIN ticket t ON t.id = m.ticket
	    WHERE t.ext_id = '501'" <<'END'
0
END
	sqlite3 both.db .dump > before.sql
	t_run hs-import -d both.db --source bot --map bot.map talk.ndjson
	t_ok awk -F'\t' 'NR > 1 { n += $3 + $4 } END { exit n > 0 }' \
	    "$T_STATE/out"
	t_ok test "$(t_bytes both.db chatter-77)" -eq 0
done

t_case '--forget takes no exports'
t_run hs-import -d a.db --forget mia.txt zd.ndjson
t_status 2
t_run hs-import -d a.db --forget missing.txt
t_status 2
t_err "cannot read 'missing.txt'"
t_run hs-import -d none-there.db --forget mia.txt
t_status 4
t_err "no database 'none-there.db': there is nothing to forget"
t_ok test ! -e none-there.db

t_case 'a redacted copy'
sqlite3 whole.db .dump > before.sql
t_run hs-import -d whole.db --redacted-copy copy.db
t_status 0
t_err ''
sqlite3 whole.db .dump > after.sql
t_same before.sql after.sql 'the database itself is as it was'
for word in quokka numbat wombat desk.example 7700900009 7700900008 7700900005 \
    a.zendesk; do
	t_ok test "$(t_bytes copy.db "$word")" -eq 0
done
t_ok test "$(find . -name 'copy.db*' | wc -l)" -eq 1
stays whole.db | sed 's/^[a-z]*:[0-9]*|//' | sort > want
stays copy.db | sed 's/^[a-z]*:[0-9a-f]*|//' | sort > got
t_same want got 'counts, times, roles and tags are in the copy'
tiers copy.db > got
t_same tiers.want got 'figures are those of the database'
hs-import -d whole.db --redacted-copy copy2.db
t_sql copy.db "ATTACH 'copy2.db' AS o; SELECT count(*) FROM ticket
    WHERE ext_id IN (SELECT ext_id FROM o.ticket)" \
    'two copies have no id in common' <<'END'
0
END

t_case 'a copy that was killed'
cp whole.db killed.db.copying
t_run hs-import -d whole.db --redacted-copy killed.db
t_status 0
t_ok test ! -e killed.db.copying
t_ok test "$(t_bytes killed.db quokka)" -eq 0
cp whole.db held.db.copying
flock held.db.copying hs-import -d whole.db --redacted-copy held.db 2> log
t_ok grep -q 'held.db: another run is writing it' log
t_ok test ! -e held.db

t_case 'a copy replaces nothing'
echo mine > there.db
t_run hs-import -d whole.db --redacted-copy there.db
t_status 2
t_err "'there.db' is there already: a copy replaces nothing"
t_ok grep -q mine there.db
t_run hs-import -d whole.db --redacted-copy no/such/folder.db
t_status 4
t_run hs-import -d none-there.db --redacted-copy x.db
t_status 4
t_ok test ! -e x.db
t_run hs-import -d whole.db --redacted-copy x.db zd.ndjson
t_status 2

# A column of text that is new is erased, replaced or kept by decision: say so in
# forget_erase.sql and redact.sql, in hs-import(1), and here.
t_case 'all columns of text are thought of'
sqlite3 whole.db "SELECT m.name || ': ' || group_concat(p.name, ' ') FROM (SELECT name
    FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite*'
    ORDER BY name) m, pragma_table_info(m.name) p WHERE p.type <> 'INTEGER'
    AND p.type <> 'REAL' AND m.name NOT GLOB 'ruleset*'
    AND m.name <> 'keep_issue' GROUP BY m.name" > got
sqlite3 whole.db "SELECT name FROM sqlite_master WHERE type = 'table'
    AND name NOT GLOB 'sqlite*' ORDER BY name" > tables
t_ok diff -u - got <<'END'
account: ext_id name external domains
account_fact: name value
baseline: name filter ruleset
event: ext_id actor field old new
flag_tag: name
forgotten: token
import_run: kind
label: ext_id dimension value author
message: ext_id kind author evidence
message_text: body
meta: name value
model: hash dimension provenance bytes
model_guess: value
name: ext_id name
note: text
override: dimension value why
person: ext_id name email account ai
played: journey
review: reviewer question value
sample: name seed frame strata filter
sample_count: dimension value
sample_keep: issue
sample_stratum: name ceiling
sample_ticket: complexity emotion pattern issue tier path
signature: bytes
source: name vendor account
stage: ext_id name status
subscription: ext_id account plan currency
suggestion: ext_id author draft sent basis outcome
survey: ext_id kind scale raw rated comment
tagging: language path_basis handoff_basis many guess
ticket: ext_id account_basis status status_raw channel team assignee category priority requester account brand form language page action origin link csat_raw ai_state ai_state_raw mark subject tags fields
ticket_stat: handle_basis solved_basis ai_state ai_state_basis
verdict: reviewer tier
END
t_ok diff -u - tables <<'END'
account
account_fact
answer
baseline
event
flag_tag
forgotten
import_run
keep_issue
label
message
message_text
meta
model
model_guess
name
note
override
person
played
review
ruleset
ruleset_file
ruleset_model
ruleset_rule
ruleset_value
sample
sample_count
sample_frame
sample_keep
sample_stratum
sample_ticket
signature
source
stage
subscription
suggestion
survey
tagging
ticket
ticket_stat
verdict
zone
END

t_case 'a condition of a sample that names who is forgotten'
echo mia@quokka.example > who.txt
for filter in "requester='7700900009'" 'requester="7700900009"' \
    'requester=7700900009' "requester <> 'mia@QUOKKA.example'" \
    "subject NOT LIKE '%mia quokka%'"; do
	rm -f named.db
	fill named.db > log 2>&1
	hs-sample draw -q -d named.db -n 1 --since 2026-01-01 --by created \
	    > log 2>&1
	sqlite3 named.db "UPDATE sample SET filter = $(printf '%s' "$filter" |
	    sed "s/'/''/g; s/^/'/; s/\$/'/")"
	t_run hs-import -q -d named.db --forget who.txt
	t_status 0
	t_sql named.db 'SELECT filter FROM sample' "$filter" <<'END'
[forgotten]
END
done
rm -f named.db
fill named.db > log 2>&1
hs-sample draw -q -d named.db -n 1 --since 2026-01-01 --by created > log 2>&1
sqlite3 named.db "UPDATE sample SET filter = 'team = 9'"
hs-import -q -d named.db --forget who.txt > log 2>&1
t_sql named.db 'SELECT filter FROM sample' 'others stay' <<'END'
team = 9
END

t_case 'words that ten requesters share stay in a copy'
{
	echo 'id,subject,status,created,requester,tags,Severity,Secret'
	for i in 1 2 3 4 5 6 7 8 9 10; do
		echo "$i,s,open,2026-01-01T00:00:00Z,r$i,\"shared,own$i\",high,word$i"
	done
} > shared.csv
hs-import -d shared.db --flag-tag own3 shared.csv > log 2>&1 || exit 4
t_run hs-import -d shared.db --redacted-copy less.db
t_sql less.db 'SELECT tags, fields, count(*) FROM ticket GROUP BY 1, 2' <<'END'
["shared","own3"]|{"Severity":"high"}|1
["shared"]|{"Severity":"high"}|9
END

t_case 'figures of a larger database'
generate --seed 4 --tickets 300 exports > log 2>&1
hs-import -q -d big.db exports > log
hs-tag -q -d big.db > log
tiers big.db > want
hs-import -d big.db --redacted-copy big-copy.db
tiers big-copy.db > got
t_same want got 'a redacted copy has them'
sqlite3 big.db "SELECT DISTINCT s.name || ':' || t.requester FROM ticket t
    JOIN source s ON s.id = t.source WHERE t.requester IS NOT NULL
    ORDER BY 1 LIMIT 20" > twenty.txt
t_run hs-import -d big.db --forget twenty.txt
t_status 0
tiers big.db > got
t_same want got 'they stay where twenty requesters are forgotten'
t_ok test "$(grep -c tickets want)" -gt 5

t_done
