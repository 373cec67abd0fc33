#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What must not change when an export is changed in a way that means nothing,
# and what must change how when it is changed in a way that means something.
# No expected figures: generated exports, transformed.
. "$(dirname "$0")/tap.sh"

# Programs under a sanitizer are several times slower.
n=400
grep -q __asan_init "$T_BIN/hs-tag" && n=120

generate --seed 11 --tickets $n exports > "$T_STATE/log" 2>&1

# t_load db files: import and tag.
t_load() {
	t_db=$1
	shift
	rm -f "$t_db"
	hs-import -q -d "$t_db" "$@" > "$T_STATE/log" 2> "$T_STATE/err" &&
	    hs-tag -q -d "$t_db" > "$T_STATE/log" 2>> "$T_STATE/err" && return
	t_fail "import and tag $t_db"
	t_comment < "$T_STATE/err"
}

# t_figures db: everything that should be the same.
t_figures() {
	hs-pick -d "$1"
	hs-tag -d "$1" clusters
	hs-tiers -d "$1" map
	hs-tiers -d "$1" ceiling
	hs-tiers -d "$1" targets
	hs-tiers -d "$1" crosswalk
	hs-show -d "$1" -f json -w 1
}

t_figure() {
	hs-tiers -d "$1" ceiling | awk -F '\t' -v m="$2" -v c="$3" '$1 == m { print $c }'
}

t_load a.db exports
t_figures a.db > a.figures
: > none

t_case 'records in another order, other files first'
mkdir shuffled
for f in exports/*; do
	to=shuffled/$(basename "$f")
	case $f in
	*.ndjson) sort -R --random-source="$T_BIN/hs-pick" "$f" > "$to" ;;
	*.csv)
		head -n 1 "$f" > "$to"
		sed 1d "$f" | tac >> "$to"
		;;
	*freshdesk*)
		sqlite3 :memory: "SELECT json_group_array(json(value)) FROM
		    (SELECT value FROM json_each(CAST(readfile('$f') AS TEXT))
		    ORDER BY key DESC)" > "$to"
		;;
	*) cp "$f" "$to" ;;
	esac
done
set --
for f in shuffled/*; do
	set -- "$f" "$@"
done
t_load shuffled.db "$@"
t_figures shuffled.db > shuffled.figures
t_same a.figures shuffled.figures 'the same bytes'

t_case 'a file at a time, and some twice'
for f in "$@" shuffled/zendesk* ; do
	hs-import -q -d single.db "$f" > "$T_STATE/log" 2>&1
done
hs-tag -q -d single.db > "$T_STATE/log"
t_figures single.db > single.figures
t_same a.figures single.figures 'the same bytes'

t_case 'tagged in between'
for f in "$@"; do
	hs-import -q -d between.db "$f" > "$T_STATE/log" 2>&1
	hs-tag -q -d between.db > "$T_STATE/log" 2>&1
done
t_figures between.db > between.figures
t_same a.figures between.figures 'the same bytes'

# --- a generic export that the next ones transform --------------------------

hs-show -d a.db -f json -w 1 > shown.ndjson
cat > lines.sql <<'END'
CREATE TABLE l (i INTEGER PRIMARY KEY, j TEXT);
CREATE TABLE raw (j TEXT);
.mode ascii
.separator "\001" "\n"
.import shown.ndjson raw
INSERT INTO l (j) SELECT j FROM raw;
.mode list
END
sqlite3 lines.db < lines.sql
# t_export file member-of-messages [json-of-ticket-changes] [condition]:
# tickets as objects of no known vendor.  In the first expression v is a
# message's JSON, in the second j the ticket's; k counts the messages.
t_export() {
	sqlite3 lines.db "WITH b AS (SELECT i, json_object(
	    'id', source || '-' || ext_id, 'requester', requester,
	    'subject', subject, 'status', status, 'created', created,
	    'updated', updated, 'solved', solved, 'first_solved', first_solved,
	    'category', category, 'team', team, 'language', language, 'csat', csat,
	    'reopens', reopens, 'ai_state', ai_state, 'source', channel) AS t, m
	    FROM (SELECT i, j ->> 'source' AS source, j ->> 'ext_id' AS ext_id,
	    coalesce(j ->> 'requester', 'q' || i) AS requester,
	    j ->> 'subject' AS subject, j ->> 'status' AS status,
	    j ->> 'created' AS created, j ->> 'updated' AS updated,
	    j ->> 'solved' AS solved, j ->> 'first_solved' AS first_solved,
	    j ->> 'category' AS category, j ->> 'team' AS team,
	    iif(j ->> 'language_basis' = 'stated', j ->> 'language', NULL) AS language,
	    NULL AS csat, j ->> 'reopens' AS reopens, j ->> 'channel' AS channel,
	    NULL AS ai_state, j -> 'messages' AS m FROM l
	    WHERE j ->> 'mark' IS NULL AND ${4:-1}))
	    SELECT json_set(${3:-t}, '\$.messages', (SELECT
	    json_group_array(json($2)) FROM (SELECT key AS k, value AS v
	    FROM json_each(b.m) ORDER BY key))) FROM b ORDER BY i" > "$1"
}

t_export base.ndjson v
t_load base.db base.ndjson
t_ok test "$(hs-pick -d base.db --count)" -gt $((n * 9 / 10))
# What does not name tickets or times.
t_shares() {
	hs-tiers -d "$1" map -c complexity,emotion,pattern,tickets,share,hours
	hs-tiers -d "$1" ceiling
	hs-tiers -d "$1" targets -c rank,issue,tickets,share,cum_share,hours,csat,csat_n,ai_durable
	hs-tiers -d "$1" crosswalk -c category,issue,tickets
	hs-tiers -d "$1" capacity
	sqlite3 "$1" 'SELECT path, handoff_basis, handoff_message, count(*)
	    FROM tickets GROUP BY 1, 2, 3 ORDER BY 1, 2, 3'
}
t_shares base.db > base.shares

t_case 'all dates 364 days later'
later() {
	echo "strftime('%Y-%m-%dT%H:%M:%SZ', $1, '+364 days')"
}
at="v ->> 'at'"
t_export later.ndjson "json_set(v, '\$.at', $(later "$at"))" \
    "json_set(t, '\$.created', $(later "t ->> 'created'"),
    '\$.updated', $(later "t ->> 'updated'"),
    '\$.solved', $(later "t ->> 'solved'"),
    '\$.first_solved', $(later "t ->> 'first_solved'"))"
t_load later.db later.ndjson
t_shares later.db > later.shares
t_same base.shares later.shares 'the same figures'

t_case 'every ticket twice, under a new id and requester'
t_export copy.ndjson v "json_set(t, '\$.id', 'copy-' || (t ->> 'id'),
    '\$.requester', 'copy-' || (t ->> 'requester'))"
t_load twice.db base.ndjson copy.ndjson
for db in base twice; do
	hs-tiers -d $db.db map -c complexity,emotion,pattern,share > $db.map
	hs-tiers -d $db.db ceiling --keep-list none -c metric,estimate |
	    grep -v handle > $db.ceiling
	hs-tiers -d $db.db map -c tickets | sed 1d > $db.count
done
t_same base.map twice.map 'the shares of the map'
t_same base.ceiling twice.ceiling 'the ceiling'
awk '{ print 2 * $1 }' base.count > base.double
t_same base.double twice.count 'counts double'

t_case 'every AI message is an agent'
t_export human.ndjson "iif(v ->> 'role' = 'ai', json_set(v, '\$.role', 'agent'), v)"
t_load human.db human.ndjson
t_sql human.db "SELECT count(*) FROM tickets WHERE path NOT IN
    ('human_only', 'no_reply') OR handoff_at IS NOT NULL" <<'END'
0
END
t_export human0.ndjson v t "EXISTS (SELECT 1 FROM json_each(j, '\$.messages') e
    WHERE e.value ->> 'role' = 'ai')"
want=$(wc -l < human0.ndjson)
t_ok test "$want" -gt 20
t_ok test "$(sqlite3 human.db "SELECT count(*) FROM tickets WHERE path = 'human_only'")" \
    -ge "$want"

t_case 'every agent is a machine'
t_export machine.ndjson "iif(v ->> 'role' = 'agent', json_set(v, '\$.role', 'ai', '\$.body', 'Open Settings and press the button.'), v)"
t_load machine.db machine.ndjson
t_sql machine.db "SELECT count(*) FROM tickets WHERE path IN ('human_only', 'human_to_ai')" <<'END'
0
END

t_case 'from its second message on the AI is an agent'
# Talks between customer and AI whose first AI message announces nothing.
two="(SELECT count(*) FROM json_each(j, '\$.messages') e WHERE
    e.value ->> 'role' = 'ai') >= 2 AND NOT EXISTS (SELECT 1 FROM
    json_each(j, '\$.messages') e WHERE e.value ->> 'role' NOT IN
    ('ai', 'customer'))"
first="(SELECT min(e.key) FROM json_each(b.m) e WHERE e.value ->> 'role' = 'ai')"
t_export half.ndjson "CASE WHEN v ->> 'role' <> 'ai' THEN v WHEN k > $first
    THEN json_set(v, '\$.role', 'agent', '\$.author', 'ann')
    ELSE json_set(v, '\$.body', 'Open Settings and press the button.') END" t "$two"
t_ok test "$(wc -l < half.ndjson)" -gt 5
t_load half.db half.ndjson
t_sql half.db "SELECT path, handoff_basis, count(*) = (SELECT count(*) FROM ticket)
    FROM tickets GROUP BY 1, 2" <<'END'
ai_to_human|messages|1
END
t_sql half.db "SELECT count(*) FROM tickets t WHERE handoff_at IS NOT
    (SELECT min(at) FROM thread m WHERE m.ticket = t.ticket AND role = 'agent')" \
    'the handoff is the first of them' <<'END'
0
END

t_case 'without bodies'
t_export mute.ndjson "json_remove(v, '\$.body')" "json_remove(t, '\$.subject')"
t_load mute.db mute.ndjson
t_sql mute.db 'SELECT count(*) FROM tickets WHERE complexity IS NOT NULL OR
    emotion IS NOT NULL OR pattern IS NOT NULL OR tier IS NOT NULL' <<'END'
0
END
for m in ceiling.tagged ceiling.tagged.arrival ceiling.assist; do
	t_figure mute.db $m 3 > got
	t_figure mute.db $m 11 >> got
	printf '%s\n' - NOT-MEASURABLE > want
	t_same want got "$m is NOT-MEASURABLE"
done
t_sql mute.db "SELECT count(*) > 0 FROM tickets WHERE path = 'ai_only'" \
    'paths are still known' <<'END'
1
END

t_case ROT13
cat > rot13.awk <<'END'
function rot(s,   i, c, p, out) {
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "\\") {
			p = substr(s, i + 1, 1) == "u" ? 6 : 2
			out = out substr(s, i, p)
			i += p - 1
			continue
		}
		p = index(from, c)
		out = out (p ? substr(to, p, 1) : c)
	}
	return out
}
BEGIN {
	from = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	to = "nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM"
}
{
	line = $0
	out = ""
	while (match(line, /"(body|subject)":"([^"\\]|\\.)*"/)) {
		piece = substr(line, RSTART, RLENGTH)
		p = index(piece, ":")
		out = out substr(line, 1, RSTART - 1) substr(piece, 1, p) rot(substr(piece, p + 1))
		line = substr(line, RSTART + RLENGTH)
	}
	print out line
}
END
awk -f rot13.awk base.ndjson > rot.ndjson
awk -f rot13.awk rot.ndjson > back.ndjson
t_same base.ndjson back.ndjson 'twice is the text again'
t_load rot.db rot.ndjson
all=$(hs-pick -d rot.db --count)
known=$(hs-pick -d rot.db --count -w 'issue IS NOT NULL')
t_ok test "$known" -le $((all / 20))
t_sql rot.db "SELECT count(*) FROM tickets WHERE tier = 'automate'" <<'END'
0
END
if t_figure rot.db ceiling.tagged 11 | grep -qx NOT-MEASURABLE; then
	t_pass 'the ceiling is NOT-MEASURABLE'
else
	awk -v all="$all" -v u="$(t_figure rot.db ceiling.unknown 6)" \
	    'BEGIN { exit u < 0.8 * all }' > got
	t_ok test $? -eq 0
fi

t_case 'an unknown helpdesk, all roles customer'
t_export alone.ndjson "json_set(v, '\$.role', 'customer', '\$.public', json('true'))"
t_load alone.db alone.ndjson
t_sql alone.db "SELECT DISTINCT path FROM tickets WHERE messages > 0" <<'END'
no_reply
END

t_done
