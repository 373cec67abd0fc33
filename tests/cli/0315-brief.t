#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-show --brief: what is known of a ticket when a person takes over, what is
# not, nothing that happened later, and no customer's word without --show-text.
. "$(dirname "$0")/tap.sh"

# t_get json path ...: values of a line of JSON, one a line.
t_get() {
	t_json=$1
	shift
	for t_path; do
		sqlite3 -nullvalue NULL :memory: \
		    "SELECT json_extract(readfile('$t_json'), '\$.$t_path')"
	done
}

cat > our.rules <<'END'
rules 1
dimension issue many parcel invoice
dimension complexity one low < high
default complexity low
dimension emotion one calm < cross
default emotion calm
dimension approach one answer < refund
default approach answer
dimension segment many large
dimension trigger many asked tone
dimension transfer many announced
dimension answer-kind many substantive greeting question
tag t-invoice
    set issue=invoice
    when message ~ invoice
    why About an invoice
tag t-parcel
    set issue=parcel
    when message ~ parcel
    why About a parcel
tag t-long
    set complexity=high
    when ticket.customer_turns >= 3
    why A long talk
tag t-cross
    set emotion=cross
    when message ~ ridiculous|outrageous
    why Words of anger
tag t-large
    set segment=large
    when account.plan = gold
    why A large account
tag t-asked
    set trigger=asked
    when message ~ human please
    why Asked for a person
tag t-transfer
    set transfer=announced
    when ai ~ passing you on
    why Hands over
tag t-greeting
    set answer-kind=greeting
    when answer ~ ^Good morning
    why Says hello
tag t-question
    set answer-kind=question
    when answer ~ ^Which
    why Asks back
END

# The ticket of the brief is `main`; what must not show has the word later.
cat > in.ndjson <<'END'
{"id":"p1","subject":"Zebra parcel","status":"solved","created":"2026-04-01T09:00:00Z","solved":"2026-04-02T09:00:00Z","account":"A1","requester":"c1","csat":1,"csat_at":"2026-04-03T09:00:00Z","messages":[{"id":"1","role":"customer","author":"c1","at":"2026-04-01T09:00:00Z","body":"Where is my parcel of zebras?"},{"id":"2","role":"agent","at":"2026-04-01T10:00:00Z","body":"The parcel lies at the depot of Quagga Road."}]}
{"id":"p2","subject":"Old","status":"solved","created":"2025-11-01T09:00:00Z","solved":"2025-11-02T09:00:00Z","account":"A1","requester":"c1"}
{"id":"p3","subject":"Open","status":"open","created":"2026-04-20T09:00:00Z","account":"A1","requester":"c2","messages":[{"id":"1","role":"customer","author":"c2","at":"2026-04-20T09:00:00Z","body":"An invoice is wrong."}]}
{"id":"p4","subject":"Solved later","status":"solved","created":"2026-04-21T09:00:00Z","solved":"2026-05-05T09:00:00Z","account":"A1","requester":"c1","csat":1,"csat_at":"2026-05-06T09:00:00Z","messages":[{"id":"1","role":"customer","author":"c1","at":"2026-04-21T09:00:00Z","body":"My parcel again."}]}
{"id":"s1","subject":"Other","status":"solved","created":"2026-03-01T09:00:00Z","solved":"2026-03-02T09:00:00Z","requester":"x1","reopens":0,"messages":[{"id":"1","role":"customer","author":"x1","at":"2026-03-01T09:00:00Z","body":"Please send the invoice anew."},{"id":"2","role":"agent","at":"2026-03-01T09:10:00Z","body":"The invoice of Okapi Lane went out again by mail."}]}
{"id":"s2","subject":"Came back","status":"solved","created":"2026-03-02T09:00:00Z","solved":"2026-03-03T09:00:00Z","requester":"x2","reopens":2,"messages":[{"id":"1","role":"customer","author":"x2","at":"2026-03-02T09:00:00Z","body":"Please send the invoice."},{"id":"2","role":"agent","at":"2026-03-02T09:10:00Z","body":"The invoice went out again by mail."}]}
{"id":"s3","subject":"Solved later","status":"solved","created":"2026-04-03T09:00:00Z","solved":"2026-06-03T09:00:00Z","requester":"x3","messages":[{"id":"1","role":"customer","author":"x3","at":"2026-04-03T09:00:00Z","body":"Please send the invoice."},{"id":"2","role":"agent","at":"2026-04-03T09:10:00Z","body":"The invoice went out again by mail."}]}
{"id":"main","subject":"Gnu invoice","status":"solved","created":"2026-05-01T09:00:00Z","solved":"2026-05-02T09:00:00Z","account":"A1","requester":"c1","channel":"chat","page":"https://shop.example/gnu/pay","action":"pressed pay twice","csat":1,"messages":[{"id":"1","role":"customer","author":"c1","at":"2026-05-01T09:00:00Z","body":"The invoice for the gnu is wrong, that is ridiculous. Call me on 0555 0100 0199."},{"id":"2","role":"ai","at":"2026-05-01T09:00:30Z","body":"Good morning, dear customer."},{"id":"3","role":"ai","at":"2026-05-01T09:01:00Z","body":"Which invoice is it?"},{"id":"4","role":"customer","author":"c1","at":"2026-05-01T09:02:00Z","body":"Number 7. A human please."},{"id":"5","role":"ai","at":"2026-05-01T09:03:00Z","body":"Open the page of invoices and press Correct. Did the gnu come?"},{"id":"6","role":"ai","public":false,"kind":"note","at":"2026-05-01T09:03:30Z","body":"Summary: wants invoice 7 of the gnu corrected."},{"id":"7","role":"ai","at":"2026-05-01T09:04:00Z","body":"I am passing you on to the gnu team."},{"id":"8","role":"agent","public":false,"kind":"note","at":"2026-05-01T09:10:00Z","body":"On it, later."},{"id":"9","role":"agent","at":"2026-05-01T09:20:00Z","body":"Done, later."},{"id":"10","role":"customer","author":"c1","at":"2026-05-01T09:30:00Z","body":"Outrageous, and my parcel is late too."}]}
{"id":"n1","subject":"Later","status":"open","created":"2026-05-03T09:00:00Z","account":"A1","requester":"c1"}
END
cat > accounts.csv <<'END'
id,name,plan,mrr,currency,created,valid from
A1,Wildebeest Ltd,gold,120.50,EUR,2026-01-01,2026-01-01
A1,Wildebeest Ltd,later,999.00,EUR,2026-01-01,2026-06-01
END
cat > people.map <<'END'
type = person
id = id
name = name
email = email
role = role
END
cat > people.csv <<'END'
id,name,email,role
c1,Gerda Springbok,gerda@springbok.example,customer
END
cat > scores.csv <<'END'
id,ticket,at,kind,score
s1,p1,2026-04-05T09:00:00Z,csat,1
s2,p4,2026-05-06T09:00:00Z,csat,1
END
hs-import -q -d a.db in.ndjson accounts.csv > "$T_STATE/log"
hs-import -q -d a.db --map people.map people.csv > "$T_STATE/log"
hs-import -q -d a.db --as generic:survey scores.csv > "$T_STATE/log"
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"

t_case 'a complete ticket'
t_run hs-show -d a.db --brief --show-text main
t_status 0
t_err ''
t_out <<'END'
generic:main
  as of           2026-05-01T09:00:00Z
  messages        7 until the handoff

identity
  requester       c1  (ticket)
  name            Gerda Springbok  (user)
  email           gerda@springbok.example  (user)
  account name    Wildebeest Ltd  (account)
  account         generic:A1  (account)

account
  plan            gold  (account, since 2026-01-01)
  mrr             120.5  (account, since 2026-01-01)
  arr             not known
  currency        EUR  (account, since 2026-01-01)
  seats           not known
  age days        120  (account)
  health          not known
  renewal         not known
  churn risk      not known
  churned at      not known
  failure at      not known
  advocate        not known
  segments        large  (hs-tag)

activity
  requester 90d   2  (tickets)
  requester open  1  (tickets)
  account 90d     3  (tickets)
  account open    2  (tickets)
  recent:
    - generic:p4  2026-04-21  parcel  open  requester
    - generic:p3  2026-04-20  invoice  open  account
    - generic:p1  2026-04-01  parcel  solved  requester
  open:
    - generic:p4  2026-04-21  parcel  open  requester
    - generic:p3  2026-04-20  invoice  open  account

csat
  given           1  (tickets)
  given bad       1  (tickets)
  scores:
    - generic:p1  2026-04-05  csat 0  bad yes  requester
  bad:
    - generic:p1  2026-04-05  csat 0  bad yes  requester

request
  channel         chat  (ticket)
  subject         Gnu invoice  (ticket)
  text            The invoice for the gnu is wrong, that is ridiculous. Call me
                  on 0555 0100 0199.  (message)
  message         0  (message)
  issue           invoice  (rule t-invoice)
  complexity      low  (default)

sentiment
  emotion         cross  (rule t-cross)
  why             Words of anger  (rule)
  words           ridiculous  (message)
  message         0  (message)

tried
  answers         1  (messages)
  questions       1  (messages)
  steps:
    - message 2  2026-05-01  question
      Which invoice is it?
    - message 4  2026-05-01  answer
      Open the page of invoices and press Correct. Did the gnu come?
      asked: Did the gnu come?

page
  page            https://shop.example/gnu/pay  (ticket)
  action          pressed pay twice  (ticket)

handoff
  path            ai_to_human  (hs-tag)
  at              2026-05-01T09:04:00Z  (hs-tag)
  message         6  (text)
  triggers        asked  (hs-tag)
  said            I am passing you on to the gnu team.  (message)
  note            Summary: wants invoice 7 of the gnu corrected.  (ai)
  note message    5  (message)

similar
  found           1  (tickets)
  solved:
    - generic:s1  2026-03-02  answer  agent  handle_s 600
      The invoice of Okapi Lane went out again by mail.
END

t_case 'a bare ticket, not tagged'
cat > bare.csv <<'END'
Ticket ID,Subject,Status,Created at
7,Gnu fails,solved,2026-03-01T09:00:00Z
8,Gnu fails,open,
END
hs-import -q -d bare.db bare.csv > "$T_STATE/log"
t_run hs-show -d bare.db --brief 7
t_status 0
t_err ''
t_ok grep -q '^  as of           2026-03-01T09:00:00Z$' "$T_STATE/out"
t_ok grep -q '^  subject         known  (ticket)$' "$T_STATE/out"
t_ok grep -q '^  messages        0 until the end$' "$T_STATE/out"
# of all else nothing is known, and what is not known is no number
grep '^  [a-z]' "$T_STATE/out" | grep -Ev ' (not known|none)$' > said
t_ok test "$(wc -l < said)" -eq 3
t_run hs-show -d bare.db --brief -f json 7
t_get "$T_STATE/out" request.issue tried.answers similar.found csat.given \
    handoff.path account.plan identity.name > got
t_ok test "$(sort -u got)" = NULL
for what in identity.requester identity.name identity.email account.plan \
    account.segments activity.requester_90d csat.given request.text \
    request.issue request.complexity sentiment.emotion tried.answers \
    page.page handoff.path handoff.triggers similar.found; do
	t_ok grep -q "\"$what\"" "$T_STATE/out"
done
hs-show -d bare.db --brief -f json 8 > got.json
t_get got.json as_of > got
t_ok test "$(cat got)" = NULL

t_case 'nothing that happened later'
for show in '' --show-text; do
	for f in text json; do
		# shellcheck disable=SC2086 # an option or none
		hs-show -d a.db --brief $show -f $f main > got
		# the later plan, note, reply, ticket, rating and solution
		grep -E 'later|999|n1|2026-06|2026-05-0[2-6]' got > late
		t_ok test ! -s late
		t_comment < late
	done
done
hs-show -d a.db --brief -f json main > got.json
t_get got.json account.plan.value account.plan.since csat.given.value \
    activity.requester_open.value request.issue.value \
    request.complexity.value similar.found.value 'similar.solved[0].key' \
    'similar.solved[0].handle_s' > got
cat > want <<'END'
gold
2026-01-01T00:00:00Z
1
1
invoice
low
1
generic:s1
600
END
t_same want got
# without a handoff the talk ends where a person answers
hs-show -d a.db --brief -f json p1 > got.json
t_get got.json until messages handoff.path.value handoff.at > got
printf '%s\n' person 1 human_only NULL > want
t_same want got
# and that there was none is known
grep -o '"handoff\.[a-z]*"' got.json > missed
t_ok test ! -s missed

t_case 'what is known of today alone'
printf 'id,name,plan\nA1,Wildebeest Ltd,silver\n' > today.csv
hs-import -q -d today.db in.ndjson today.csv > "$T_STATE/log"
hs-show -d today.db --brief main > got
t_ok grep -q '^  plan            silver  (account, undated)$' got
hs-show -d today.db --brief -f json main > got.json
t_get got.json account.plan.value account.plan.since > got
printf '%s\n' silver NULL > want
t_same want got

t_case 'no customer and no text'
hs-show -d a.db --brief -w 1 > redacted
hs-show -d a.db --brief -f json -w 1 >> redacted
t_ok test "$(grep -c '"redacted":true' redacted)" -eq 9
for word in gnu zebra quagga okapi wildebeest gerda springbok 0555 shop\\. \
    ridiculous outrageous 'pressed pay' summary 'human please' \
    'which invoice' 'correct\.' 'passing you' c1 'open the page'; do
	if grep -Ei "$word" redacted > found; then
		t_fail "'$word' is not there"
		head -n 3 found | t_comment
	else
		t_pass "'$word' is not there"
	fi
done
hs-show -d a.db --brief --show-text -f json -w 1 > shown
t_ok grep -q gnu shown
t_ok grep -q Springbok shown
hs-show -d a.db --brief --account A1 > redacted
t_ok test "$(grep -ic wildebeest redacted)" -eq 0

t_case 'an account'
t_run hs-show -d a.db --brief --show-text --account generic:A1
t_status 0
t_ok grep -q '^  account name    Wildebeest Ltd  (account)$' "$T_STATE/out"
t_ok grep -q '^  plan            later  (account, since 2026-06-01)$' "$T_STATE/out"
t_ok grep -q '^  account 90d     5  (tickets)$' "$T_STATE/out"
t_ok grep -q '^  account open    2  (tickets)$' "$T_STATE/out"
t_ok grep -q '^  given bad       2  (tickets)$' "$T_STATE/out"
hs-show -d a.db --brief --account A1 -f json > account.json
t_ok test "$(wc -l < account.json)" -eq 1
t_run hs-show -d a.db --brief --account generic:nobody
t_status 2
t_err "^hs-show: no account 'generic:nobody'$"

t_case 'keys'
printf 'generic:p3\nmain\n' > keys
t_run hs-show -d a.db --brief - < keys
t_ok test "$(grep -c '^generic:' "$T_STATE/out")" -eq 2
printf 'nobody\nmain\n' > keys
t_run hs-show -d a.db --brief -f json - < keys
t_status 3
t_err "no ticket 'nobody'"
t_ok test "$(wc -l < "$T_STATE/out")" -eq 1
t_run hs-show -d a.db --brief nobody
t_status 2
t_out < /dev/null
for bad in '--brief' '--show-text main' '--account A1' \
    '--brief --account A1 main' '--brief -f tsv main'; do
	# shellcheck disable=SC2086 # words
	t_run hs-show -d a.db $bad
	t_status 2
done

t_case 'the schema'
schema=$T_ROOT/samples/brief.schema.json
hs-show -d a.db --brief -f json -w 1 > briefs
hs-show -d bare.db --brief -f json -w 1 >> briefs
cat shown account.json >> briefs
# every member is described, and none that is required is left out
n=0
while IFS= read -r line; do
	n=$((n + 1))
	printf '%s\n' "$line" > one.json
	sqlite3 :memory: "WITH b (j) AS (SELECT readfile('one.json')),
	    s (j) AS (SELECT readfile('$schema')),
	    part (name, j) AS (SELECT p.key, p.value FROM b, json_each(b.j) p
		WHERE p.type = 'object'),
	    told (path) AS (SELECT p.key FROM b, json_each(b.j) p
		UNION ALL SELECT part.name || '.' || m.key
		FROM part, json_each(part.j) m),
	    known (path) AS (
		SELECT p.key FROM s, json_each(s.j, '\$.properties') p
		UNION ALL SELECT p.key || '.' || m.key
		FROM s, json_each(s.j, '\$.properties') p,
		    json_each(p.value, '\$.properties') m
		WHERE p.type = 'object'
		UNION ALL SELECT p.key || '.' || m.key
		FROM s, json_each(s.j, '\$.then.properties') p,
		    json_each(p.value, '\$.properties') m),
	    wanted (path) AS (
		SELECT r.value FROM s, json_each(s.j, '\$.required') r
		UNION ALL SELECT p.name || '.' || r.value FROM s, part p,
		    json_each(s.j, '\$.properties.' || p.name || '.required') r)
	    SELECT 'not described: ' || path FROM told
		WHERE path NOT IN (SELECT path FROM known)
	    UNION ALL SELECT 'left out: ' || path FROM wanted
		WHERE path NOT IN (SELECT path FROM told)"
done < briefs > wrong 2>&1
t_ok test "$n" -eq 21
t_ok test ! -s wrong
t_comment < wrong
if python3 -c 'import jsonschema' 2> /dev/null; then
	cat > valid.py <<'END'
import json, sys
from jsonschema import Draft7Validator
schema = json.load(open(sys.argv[1]))
Draft7Validator.check_schema(schema)
v = Draft7Validator(schema)
for line in open(sys.argv[2]):
    for e in v.iter_errors(json.loads(line)):
        print(list(e.path), e.message)
END
	t_run python3 valid.py "$schema" briefs
	t_status 0
	t_out < /dev/null
	echo '{"brief":"ticket","key":"a:1"}' > bad.json
	t_run python3 valid.py "$schema" bad.json
	t_ok test -s "$T_STATE/out"
fi

t_case 'text that means harm'
esc=$(printf '\033')
cat > evil.ndjson <<'END'
{"id":"1","subject":"\u001b]0;t\u0007\n  handoff\n","status":"open","channel":"\u001b[31m","created":"2026-01-05T10:00:00Z","account":"E1","requester":"\u001b[7m@x","page":"\u009b1m","action":"\u202eevil","messages":[{"id":"1","role":"customer","author":"\u001b[7m@x","at":"2026-01-05T10:00:00Z","body":"a\u0000b \u001b[2J ridiculous \u2066x invoice"},{"id":"2","role":"ai","at":"2026-01-05T10:01:00Z","body":"\u001b[5m answer? \u0085"},{"id":"3","role":"ai","at":"2026-01-05T10:02:00Z","body":"passing you on \u001b[5m"},{"id":"4","role":"agent","public":false,"kind":"note","at":"2026-01-05T10:02:30Z","body":"note\n\u001b[5m\n  tried"},{"id":"5","role":"agent","at":"2026-01-05T10:03:00Z","body":"so"}]}
END
printf 'id,name,plan,valid from\nE1,na%s[1mme,go%s[1mld,2026-01-01\n' \
    "$esc" "$esc" > evil.csv
hs-import -q -d evil.db evil.ndjson evil.csv > "$T_STATE/log" 2>&1
hs-tag -q -d evil.db --rules our.rules > "$T_STATE/log"
for f in text json; do
	hs-show -d evil.db --brief --show-text -f $f 1 > got
	t_ok test -s got
	LC_ALL=C tr -d '\n -~\200-\377' < got > odd
	t_ok test ! -s odd
done
hs-show -d evil.db --brief --show-text 1 > got
# C1 controls and marks of direction, in UTF-8
for bytes in '\302\205' '\302\233' '\342\200\256' '\342\201\246'; do
	# shellcheck disable=SC2059 # octal
	printf "$bytes" > pattern
	LC_ALL=C grep -cFf pattern got > count
	t_ok test "$(cat count)" -eq 0
done
t_ok test "$(grep -c '^  handoff' got)" -eq 0
t_ok test "$(grep -c '^handoff$' got)" -eq 1
t_ok test "$(awk 'length($0) > 80' got | wc -l)" -eq 0
t_ok grep -q 'passing you on' got

t_case 'long texts'
awk 'BEGIN {
	for (i = 0; i < 700; i++) { solid = solid "\303\251"; words = words " word" }
	printf "{\"id\":\"1\",\"status\":\"open\",\"created\":1767600000,\"messages\":["
	printf "{\"id\":\"1\",\"role\":\"customer\",\"at\":1767600000,\"body\":\"%s\"},", solid
	printf "{\"id\":\"2\",\"role\":\"ai\",\"at\":1767600010,\"body\":\"%s\"},", words
	printf "{\"id\":\"3\",\"role\":\"ai\",\"public\":false,\"kind\":\"note\",\"at\":1767600020,\"body\":\"%s\"},", words
	print "{\"id\":\"4\",\"role\":\"ai\",\"at\":1767600030,\"body\":\"passing you on\"},{\"id\":\"5\",\"role\":\"agent\",\"at\":1767600040,\"body\":\"so\"}]}" }' > long.ndjson
hs-import -q -d long.db long.ndjson > "$T_STATE/log"
hs-tag -q -d long.db --rules our.rules > "$T_STATE/log"
hs-show -d long.db --brief --show-text -f json 1 > got.json
t_get got.json request.text.value 'tried.steps[0].text' handoff.note.value > got
awk '{ print length($0), substr($0, length($0) - 2) }' got > lengths
printf '%s\n' '279 ...' '277 ...' '997 ...' > want
t_same want lengths
t_ok test "$(sed -n 1p got | tr -d '.\303\251' | wc -c)" -eq 1

t_done
