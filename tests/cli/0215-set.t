#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tags set by hand: they stand whatever rules find, and other tags follow them.
. "$(dirname "$0")/tap.sh"

cat > in.ndjson <<'END'
{"id":1,"subject":"Lamp","created_at":"2026-07-01T08:00:00Z","description":"calm words about a lamp"}
{"id":2,"subject":"Bulb","created_at":"2026-07-01T09:00:00Z","description":"cross words about a bulb"}
{"id":3,"subject":"Cord","created_at":"2026-07-01T10:00:00Z","description":"calm words about a cord"}
END
cat > a.rules <<'END'
rules 1
dimension emotion one neutral < frustrated
dimension tier one automate < human
dimension issue many lamp bulb
tag cross
    set  emotion=frustrated
    when text ~ \bcross\b
tag lamp
    set  issue=lamp
    when text ~ \blamp\b
tag human
    set  tier=human
    when emotion = frustrated
tag machine
    set  tier=automate
    when emotion = neutral
default emotion neutral when readable
END
# t_tags ID WANT: what the database says of a ticket
t_tags() {
	t_sql a.db "SELECT emotion, tier, issue, issues FROM tickets
	    WHERE ext_id = '$1'" "ticket $1" <<END
$2
END
}
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules a.rules > "$T_STATE/log"

t_case 'a tag by hand stands, and what rests on it follows'
t_tags 1 'neutral|automate|lamp|["lamp"]'
t_run hs-tag -d a.db set 1 3 emotion=frustrated issue=bulb --why 'read aloud' \
    -c tickets,tagged,manual
t_status 0
t_out <<'END'
tickets	tagged	manual
2	2	4
END
t_tags 1 'frustrated|human|bulb|["bulb"]'
t_tags 3 'frustrated|human|bulb|["bulb"]'
t_tags 2 'frustrated|human|NULL|NULL'

t_case 'it is told who decided, and why'
t_run hs-tag -d a.db --explain 1 -c tag,rule,matched,why
t_status 0
t_out <<'END'
tag	rule	matched	why
emotion=frustrated	manual	-	read aloud
issue=bulb	manual	-	read aloud
issue=lamp	lamp	Lamp	-
tier=human	human	frustrated	-
END
hs-show -d a.db 1 > shown
t_ok grep -q '^  emotion  *frustrated  *by manual: read aloud$' shown

t_case 'it survives: a second run, the import again, other rules, all by key'
t_run hs-tag -d a.db --rules a.rules -c tagged,unchanged,manual
t_out <<'END'
tagged	unchanged	manual
0	3	4
END
sed 's/cord/rope/' in.ndjson > new.ndjson
hs-import -q -d a.db new.ndjson > "$T_STATE/log"
echo '# another set' >> a.rules
hs-tag -q -d a.db --rules a.rules > "$T_STATE/log"
t_tags 3 'frustrated|human|bulb|["bulb"]'
hs-pick -d a.db | hs-tag -q -d a.db --rules a.rules - > "$T_STATE/log"
t_tags 1 'frustrated|human|bulb|["bulb"]'

t_case 'a rule set without the value says so'
sed 's/ lamp bulb/ lamp/' a.rules > less.rules
t_run hs-tag -d a.db --rules less.rules --keep-active -c manual
t_status 0
t_out <<'END'
manual
2
END
t_err '^hs-tag: tags set by hand that have no place in this rule set: 2$'

t_case 'taken back, the rules decide again'
t_run hs-tag -d a.db set 1 emotion= issue= --why 'a slip' -c manual
t_out <<'END'
manual
2
END
t_tags 1 'neutral|automate|lamp|["lamp"]'

t_case 'mistakes change nothing'
for args in '1 --why x' 'issue=lamp --why x' '1 issue=lamp' \
    '1 issue=cable --why x' '1 colour=red --why x' '9 issue=lamp --why x'; do
	# shellcheck disable=SC2086
	t_run hs-tag -d a.db set $args
	t_status 2
	t_out <<'END'
END
done
t_run hs-tag -d a.db set 1 issue=cable --why x
t_err "^hs-tag: issue has no value 'cable'; it has lamp bulb$"
t_tags 1 'neutral|automate|lamp|["lamp"]'

t_case 'before any run the shipped pack says what there is'
hs-import -q -d b.db in.ndjson > "$T_STATE/log"
t_run hs-tag -d b.db set 2 emotion=high-stakes --why 'a fire' -c tagged,manual
t_out <<'END'
tagged	manual
1	1
END

t_case 'the reason goes when the person is forgotten'
printf '{"id":8,"subject":"Plug","description":"a plug of mine","created_at":"2026-07-02T08:00:00Z","requester":"ann@example.com"}\n' > ann.ndjson
hs-import -q -d a.db ann.ndjson > "$T_STATE/log"
hs-tag -q -d a.db set 8 issue=lamp --why 'Ann wrote from 4 Elm Road' > "$T_STATE/log"
echo ann@example.com > people
hs-import -q -d a.db --forget people > "$T_STATE/log"
t_sql a.db "SELECT value, why FROM override o JOIN ticket t ON t.id = o.ticket
    WHERE ext_id = '8'" 'the tag stays' <<'END'
lamp|[forgotten]
END

t_done
