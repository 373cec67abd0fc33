#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tiers: what its lists and figures sum to, against the view landscape, and
# what it may not call zero.
. "$(dirname "$0")/tap.sh"

generate --seed 4 --tickets 400 exports > "$T_STATE/log" 2>&1
hs-import -q -d a.db exports > "$T_STATE/log"

t_case 'nothing is tagged yet'
t_run hs-tiers -d a.db ceiling -c metric,estimate,status
t_status 0
t_err 'nothing is tagged yet: run hs-tag'
t_ok test "$(awk -F '\t' 'NR > 1 && $1 == "ceiling.tagged" && $2 == "-" &&
    $3 == "NOT-MEASURABLE"' "$T_STATE/out" | wc -l)" -eq 1

hs-tag -q -d a.db > "$T_STATE/log"
# The default period: ninety whole days that end with the day of the newest event.
sqlite3 a.db "CREATE TEMP TABLE p AS SELECT max(newest) AS n FROM source;
    SELECT n - n % 86400 + 86400 FROM p" > end
read -r until < end
since=$((until - 90 * 86400))
where="excluded IS NULL AND solved >= $since AND solved < $until"
total=$(sqlite3 a.db "SELECT count(*) FROM landscape WHERE $where")

# t_none file what: it is empty.
t_none() {
	if [ -s "$1" ]; then
		t_fail "$2"
		head -n 5 "$1" | t_comment
	else
		t_pass "$2"
	fi
}

t_case waterfall
t_run hs-tiers -d a.db ceiling --waterfall
t_status 0
t_err ''
awk -F '\t' 'NR > 1 && /^$/ { exit } NR == 2 { left = $2 } /^- / { left -= $2 }
    /^= analysed/ { print left - $2, $2 }' "$T_STATE/out" > got
echo "0 $total" > want
t_same want got 'read less what is left out is what is analysed'
t_run hs-tiers -d a.db ceiling --waterfall --month 2026-08 -w "source = 'zendesk'"
awk -F '\t' 'NR > 1 && /^$/ { exit } NR == 2 { left = $2 } /^- / { left -= $2 }
    /^= analysed/ { print left - $2 }' "$T_STATE/out" > got
echo 0 > want
t_same want got 'also where a condition and a period are given'

t_case map
t_run hs-tiers -d a.db map -c complexity,emotion,pattern,tickets,share
t_status 0
sed 1d "$T_STATE/out" > map
awk -F '\t' '{ s += $5; n += $4 } END { printf "%.2f %d\n", s, n }' map > got
echo "1.00 $total" > want
t_same want got 'the cells sum to all tickets'
sqlite3 -separator '	' a.db "SELECT coalesce(t.complexity, 'unknown'),
    coalesce(t.emotion, 'unknown'), coalesce(t.pattern, 'unknown'), count(*)
    FROM landscape l LEFT JOIN tagged t ON t.ticket = l.ticket
    WHERE $where GROUP BY 1, 2, 3" | sort > want
cut -f 1-4 map | sort > got
t_same want got 'the cells, counted in the view landscape'
t_run hs-tiers -d a.db map --figures -c metric,estimate,x,n,N,status
awk -F '\t' '$1 == "map.share" && ($2 != sprintf("%.6f", $3 / $4) ||
    $6 != "UNVERIFIED" || $4 != $5)' "$T_STATE/out" > wrong
t_none wrong 'every figure is what its columns say'

t_case ceiling
t_run hs-tiers -d a.db ceiling
t_status 0
cp "$T_STATE/out" figures
# t_figure metric condition: estimate, x, n and N of a share.
t_figure() {
	awk -F '\t' -v m="$1" '$1 == m && $2 == "all" { print $3, $6, $7, $8, $11 }' \
	    figures > got
	sqlite3 -separator ' ' a.db "SELECT printf('%.6f', 1.0 * sum($2) / count(*)),
	    sum($2), count(*), count(*), 'UNVERIFIED' FROM (SELECT l.*, t.tier,
	    t.tier_open FROM landscape l LEFT JOIN tagged t ON t.ticket = l.ticket
	    WHERE $where)" > want
	t_same want got "$1, counted in the view landscape"
}
t_figure ceiling.tagged "coalesce(tier = 'automate' AND NOT kept, 0)"
t_figure ceiling.tagged.arrival "coalesce(tier_open = 'automate' AND NOT kept_open, 0)"
t_figure ceiling.assist "coalesce(tier = 'assist', 0)"
t_figure ceiling.human "coalesce(tier = 'human' OR (tier = 'automate' AND kept), 0)"
t_figure ceiling.kept "coalesce(tier = 'automate' AND kept, 0)"
t_figure ceiling.unknown "tier IS NULL"
awk -F '\t' '$1 ~ /^ceiling\.(tagged|assist|human|unknown)$/ { s += $3 }
    END { printf "%.4f\n", s }' figures > got
echo 1.0000 > want
t_same want got 'automate, assist, human and unknown sum to 1'
awk -F '\t' '$1 ~ /verified|ai_accuracy|realisable|headroom/' figures > review
t_ok test "$(wc -l < review)" -eq 4
awk -F '\t' '$3 != "-" || $4 != "-" || $6 != "-" || $7 != "-" || $11 != ($1 == \
    "ceiling.verified" ? "UNVERIFIED" : "NOT-MEASURABLE")' review > wrong
t_none wrong 'every figure is what its columns say'

t_case targets
t_run hs-tiers -d a.db targets --top 1000 -c rank,issue,tickets,share,cum_share
t_status 0
sed 1d "$T_STATE/out" > targets
t_ok test -s targets
cut -f 2,3 targets > got
sqlite3 -separator '	' a.db "SELECT l.issue, count(*) FROM landscape l
    JOIN tagged t ON t.ticket = l.ticket WHERE $where AND t.tier = 'automate'
    AND NOT kept AND l.issue IS NOT NULL GROUP BY 1
    ORDER BY 2 DESC, 1" > want
sort got > one
sort want > two
t_same two one 'the types, counted in the view landscape'
cut -f 3 targets > order
sort -rn order > order2
t_same order2 order 'the largest first'
seq 1 "$(wc -l < targets)" > want
cut -f 1 targets > got
t_same want got 'ranks'
tier=$(awk -F '\t' '$1 == "ceiling.tagged" { print $6 }' figures)
awk -F '\t' -v tier="$tier" -v all="$total" '{
	n += $3
	d = $5 - n / tier
	e = $4 - $3 / all
	if (d > 0.0001 || d < -0.0001 || e > 0.0001 || e < -0.0001)
		print
}' targets > wrong
t_none wrong 'share is of all tickets, cum_share of the tier'
hs-tiers -d a.db targets --top 3 > three
t_ok test "$(wc -l < three)" -eq 4

t_case '--keep-list'
issue=$(cut -f 2 targets | head -n 1)
count=$(cut -f 3 targets | head -n 1)
printf '# ours\n%s\n' "$issue" > keep
t_run hs-tiers -d a.db ceiling --keep-list keep -c metric,x
t_status 0
awk -F '\t' '$1 == "ceiling.tagged" { print $2 }' "$T_STATE/out" > got
echo $((tier - count)) > want
t_same want got 'the ceiling falls by the tickets of the type'
hs-tiers -d a.db targets --top 1000 --keep-list keep -c issue > got
t_ok test "$(grep -cx "$issue" got)" -eq 0
t_run hs-tiers -d a.db ceiling --keep-list gone
t_status 2

t_case 'the same bytes'
for command in map ceiling targets keep-human crosswalk capacity; do
	hs-tiers -d a.db $command > one
	hs-tiers -d a.db $command > two
	t_same one two "$command twice"
done
for j in 1 4; do
	hs-import -q -d j$j.db exports > "$T_STATE/log"
	hs-tag -q -d j$j.db -j $j > "$T_STATE/log"
	for command in map ceiling targets keep-human crosswalk capacity; do
		hs-tiers -d j$j.db $command
	done > j$j
done
t_same j1 j4 'whatever the threads of hs-tag'

t_case 'keys, conditions and formats'
hs-pick -d a.db -w "source = 'zendesk'" | hs-tiers -d a.db map -c tickets - |
    awk 'NR > 1 { s += $1 } END { print s + 0 }' > got
sqlite3 a.db "SELECT count(*) FROM landscape WHERE excluded IS NULL
    AND source = 'zendesk'" > want
t_same want got 'tickets by key'
hs-tiers -d a.db ceiling -f json > lines
awk 'NR > 1 { n++ } END { print n }' figures > want
wc -l < lines > got
t_same want got 'a line a figure'
while IFS= read -r line; do
	printf '%s\n' "$line" > line
	sqlite3 :memory: "SELECT json_valid(readfile('line'))"
done < lines | sort -u > got
echo 1 > want
t_same want got 'each line of -f json is JSON'
t_ok grep -q '"metric":"ceiling.verified".*"estimate":null' lines

t_case define
for view in landscape tickets tagged rule_facts thread tag; do
	t_run hs-tiers -d a.db define $view
	t_status 0
	t_ok grep -q "CREATE VIEW $view" "$T_STATE/out"
done
t_run hs-tiers -d a.db define ticket
t_status 2

# --- fixtures of our own ----------------------------------------------------

# t_make file n body: n solved tickets of as many requesters.
t_make() {
	awk -v n="$2" -v body="$3" -v from="${4:-1}" -v more="$5" 'BEGIN {
		for (i = from; i < from + n; i++) {
			t = 1767600000 + i * 3600
			printf "{\"id\":%d,\"subject\":\"Question %d\",\"status\":\"solved\",\"language\":\"en\",\"created\":%d,\"solved\":%d,\"requester\":\"r%d\"%s,\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":%d,\"body\":\"%s\"},{\"id\":\"2\",\"role\":\"agent\",\"at\":%d,\"body\":\"Open Settings, choose Security and press Reset password.\"}]}\n", i, i, t, t + 7200, i, more, t, body, t + 600
		}
	}' > "$1"
}

t_case 'the keep-human list'
t_make calm.ndjson 20 'How do I reset my password?'
t_make angry.ndjson 20 'I want to reset my password. This is ridiculous, I am really angry and very disappointed.' 21
hs-import -q -d k.db calm.ndjson angry.ndjson > "$T_STATE/log"
hs-tag -q -d k.db > "$T_STATE/log"
t_sql k.db 'SELECT complexity, emotion, pattern, issue, count(*) FROM tickets
    GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC' <<'END'
low|neutral|repeatable|password-reset|20
low|frustrated|repeatable|password-reset|20
END
t_run hs-tiers -d k.db keep-human -c issue,tickets,reason,x,n,rate,threshold
t_status 0
t_out <<'END'
issue	tickets	reason	x	n	rate	threshold
password-reset	40	emotion	20	40	0.500	0.30
END
t_sql k.db 'SELECT issue, reason, x, n FROM keep_issue' <<'END'
password-reset|emotion|20|40
END
t_run hs-tiers -d k.db ceiling -c metric,x
t_ok grep -qx 'ceiling.tagged	0' "$T_STATE/out"
t_ok grep -qx 'ceiling.kept	20' "$T_STATE/out"
t_ok grep -qx 'ceiling.human	20' "$T_STATE/out"
t_run hs-tiers -d k.db ceiling -c metric,x --keep-emotion 0.45
t_ok grep -qx 'ceiling.tagged	20' "$T_STATE/out"
t_ok grep -qx 'ceiling.kept	0' "$T_STATE/out"
t_run hs-tiers -d k.db targets -c issue
t_out <<'END'
issue
END
t_make few.ndjson 19 'I want to reset my password. This is ridiculous, I am really angry and very disappointed.'
hs-import -q -d few.db few.ndjson > "$T_STATE/log"
hs-tag -q -d few.db > "$T_STATE/log"
t_run hs-tiers -d few.db keep-human -c issue
t_out <<'END'
issue
END
t_make reopen.ndjson 30 'How do I reset my password?' 1 ',"reopens":1'
hs-import -q -d r.db reopen.ndjson > "$T_STATE/log"
hs-tag -q -d r.db > "$T_STATE/log"
t_run hs-tiers -d r.db keep-human -c issue,reason,x,n
t_out <<'END'
issue	reason	x	n
password-reset	reopen	30	30
END

t_case 'hours'
cat > plain.csv <<'END'
id,subject,status,created,solved
1,How do I reset my password?,solved,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z
END
hs-import -q -d plain.db plain.csv > "$T_STATE/log"
hs-tag -q -d plain.db > "$T_STATE/log"
t_run hs-tiers -d plain.db capacity -c metric,estimate,status
t_status 0
awk -F '\t' 'NR > 1 && ($2 != "-" || $3 != "NOT-MEASURABLE")' "$T_STATE/out" > wrong
t_none wrong 'every figure is what its columns say'
t_run hs-tiers -d plain.db map -c tickets,hours
t_out <<'END'
tickets	hours
1	-
END
cat > replies.csv <<'END'
id,subject,status,created,solved,replies
1,How do I reset my password?,solved,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z,3
2,Where is my invoice?,solved,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z,1
END
hs-import -q -d replies.db replies.csv > "$T_STATE/log"
hs-tag -q -d replies.db > "$T_STATE/log"
t_run hs-tiers -d replies.db capacity --minutes-per-reply 5 -c metric,segment,estimate,status
t_status 0
t_ok grep -qx 'capacity.handle	tier=all	1200	ESTIMATED(assumed)' "$T_STATE/out"
t_run hs-tiers -d replies.db capacity -c metric,segment,estimate,status
t_ok grep -qx 'capacity.handle	tier=all	-	NOT-MEASURABLE' "$T_STATE/out"
for bad in '--minutes-per-reply -1' '--minutes-per-reply x' '--shrinkage 1' \
    '--shrinkage 2' '--occupancy 0' '--paid-hours 0' '--paid-hours nan' \
    '--keep-emotion 2' '--keep-risk -1' '--top -1' '--minutes-per-reply 1e999'; do
	# shellcheck disable=SC2086 # words
	t_run hs-tiers -d replies.db capacity $bad
	read -r status < "$T_STATE/status"
	[ "$status" -eq 2 ] && [ -s "$T_STATE/err" ] && continue
	t_fail "status 2 and a message for: $bad"
	{ echo "status $status"; sed 1d "$T_STATE/out" | head -n 1; } | t_comment
done

t_case 'nothing in the selection is never 0'
for command in ceiling capacity; do
	t_run hs-tiers -d a.db $command -w 0 -c estimate,status
	t_status 0
	awk -F '\t' 'NR > 1 && ($1 != "-" || $2 != "NOT-MEASURABLE")' \
	    "$T_STATE/out" > wrong
	t_none wrong 'every figure is what its columns say'
done
for command in map targets keep-human crosswalk; do
	t_run hs-tiers -d a.db $command -w 0
	t_status 0
	t_err ''
	t_ok test "$(wc -l < "$T_STATE/out")" -eq 1
done

t_done
