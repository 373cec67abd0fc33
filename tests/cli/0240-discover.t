#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag discover: groups of tickets that no issue rule touches, and drafts of
# rules that load, hold, and tell nothing of a customer.
. "$(dirname "$0")/tap.sh"

# Ticket n is about one of seven things; what names its customer is in it once.
awk 'BEGIN {
	split("hello please we since the my still again could today really about",
	    talk, " ")
	split("password sign reset account refused login|" \
	    "refund lamp money broken return bought|" \
	    "parcel courier delivered track lost door|" \
	    "printer paper jam stripes toner driver|" \
	    "flight seat booking airport luggage gate|" \
	    "invoice vat company bill account tax|" \
	    "doctor visit clinic slot nurse patient", kinds, "|")
	for (n = 0; n < 210; n++) {
		split(kinds[n % 7 + 1], word, " ")
		dice = n
		text = ""
		for (i = 0; i < 5; i++) {
			dice = (dice * 75 + 74) % 65537
			text = text talk[int(dice / 8) % 12 + 1] " " \
			    word[dice % 6 + 1] " "
		}
		name = sprintf("Quon%c%c", 97 + n % 26, 97 + int(n / 26))
		printf "{\"id\":%d,\"created\":\"2026-01-05T10:00:00Z\"," \
		    "\"messages\":[{\"id\":\"1\",\"role\":\"customer\"," \
		    "\"at\":\"2026-01-05T10:00:00Z\",\"body\":" \
		    "\"%sfor Marla and %s, order %d, q%d@example.org " \
		    "https://example.org/%d\"}]}\n",
		    n, text, name, 5550000 + n, n, n
	}
	said = "\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":" \
	    "\"2026-01-05T10:00:00Z\",\"body\":"
	print "{\"id\":300,\"created\":\"2026-01-05T10:00:00Z\"," said "\"Hi\"}]}"
	print "{\"id\":301,\"created\":\"2026-01-05T10:00:00Z\"," \
	    "\"language\":\"fi\"," said "\"something in another tongue\"}]}"
	print "{\"id\":302,\"created\":\"2026-01-05T10:00:00Z\"," said \
	    "\"xylophone quartet unheard elsewhere\"}]}"
}' > in.ndjson
cat > our.rules <<'END'
rules 1
language en
dimension issue many refund
tag refund
    set issue=refund
    when text ~ \b(?:refund|lamp|money|broken|return|bought)\b
    why Money back
END
sed 's/"created"/"language":"en",&/' in.ndjson |
    sed 's/"language":"en",\(.*"language"\)/\1/' > all.ndjson
hs-import -q -d a.db all.ndjson > "$T_STATE/log"

t_case 'nothing is tagged yet'
t_run hs-tag -d a.db discover
t_status 2
t_err 'nothing is tagged yet: run hs-tag'
t_run hs-tag -d a.db discover --all --members
t_status 0
t_ok test "$(wc -l < "$T_STATE/out")" -eq 213

hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"
t_case 'six kinds without an issue, and what is left sums to all'
t_run hs-tag -d a.db discover
t_status 0
t_err ''
cp "$T_STATE/out" groups
cut -f 1,2 groups > "$T_STATE/out"
t_out <<'END'
group	tickets
1	30
2	30
3	30
4	30
5	30
6	30
rest	1
short	1
language	1
issue	30
END
awk -F '\t' 'NR > 1 { n += $2; s += $3 } NR > 1 && NR < 8 {
	if ($7 < 24 || $8 > 3) print "rule of group " $1 ": " $7 ", " $8 }
	END { printf "%d %.3f\n", n, s }' groups > "$T_STATE/out"
t_out <<'END'
213 1.000
END
for word in password parcel printer flight invoice doctor; do
	cut -f 5 groups | grep -c -w "$word"
done > "$T_STATE/out"
t_out <<'END'
1
1
1
1
1
1
END

t_case 'members of a group are of one kind, and go on in a pipe'
hs-tag -d a.db discover --members > members
awk -F '\t' '$2 != "-" { sub(/.*:/, "", $1); k = $2 SUBSEP $1 % 7
	if (!(k in seen)) { seen[k] = 1; n++ } } END { print n }' \
    members > "$T_STATE/out"
t_out <<'END'
6
END
awk '$2 == 1' members > first
t_run hs-pick -d a.db - < first
t_ok test "$(wc -l < "$T_STATE/out")" -eq 30
t_run hs-tag -d a.db discover --members -f json -c key,group generic:302
t_out <<'END'
{"key":"generic:302","group":null}
END

t_case 'the same bytes again, whatever the order of import and the threads'
sort -r all.ndjson | hs-import -q -d b.db - > "$T_STATE/log"
hs-tag -q -d b.db --rules our.rules > "$T_STATE/log"
t_run hs-tag -d b.db -j 3 discover
t_out < groups

t_case 'small groups are told as rest'
t_run hs-tag -d a.db discover --min-size 31 -c group,tickets
t_out <<'END'
group	tickets
rest	181
short	1
language	1
issue	30
END
t_run hs-tag -d a.db discover -w 0
t_status 0
t_out <<'END'
group	tickets	share	alike	terms	keys	covers	others
END

t_case 'tickets that changed since are not judged'
sed -n '1s/still/never/;1s/Quon/still Quon/p' all.ndjson |
    sed 's/"id":"1"/"id":"9"/' | hs-import -q -d a.db - > "$T_STATE/log"
t_run hs-tag -d a.db discover -c group,tickets generic:0
t_out <<'END'
group	tickets
untagged	1
END
hs-tag -q -d a.db --rules our.rules > "$T_STATE/log"

# everybody writes of her, and she is known
sqlite3 a.db "INSERT INTO person (source, ext_id, name)
	SELECT id, 'p', 'MARLA Twist' FROM source"
t_case 'a draft loads, finds what it says, and adds its values last'
t_run hs-tag -d a.db discover --draft -o draft.rules
t_status 0
t_err ''
grep -c '^tag draft-' draft.rules > "$T_STATE/out"
grep '^use\|^dimension' draft.rules | cut -c 1-34 >> "$T_STATE/out"
t_out <<'END'
6
use our.rules
dimension issue many refund draft-
END
awk '/^dimension/ { n = NF - 4 } END { print n }' draft.rules > "$T_STATE/out"
t_out <<'END'
6
END
t_ok test "$(grep -c '^    hit' draft.rules)" -ge 12
t_ok test "$(grep -c '^    miss' draft.rules)" -ge 1
t_run hs-tag -d a.db --rules draft.rules -c tickets,tagged
t_status 0
t_out <<'END'
tickets	tagged
213	213
END
# a ticket keeps the issue it had
hs-pick -d a.db -w "issue = 'refund'" | wc -l > "$T_STATE/out"
t_out <<'END'
30
END
# what a rule says it finds, it finds
sed -n 's/^tag //p;s/.*: \([0-9]*\) of its .* and \([0-9]*\) of .*/\1 \2/p' \
    draft.rules | paste - - | while read -r name in out; do
	n=$(hs-pick -d a.db -w "EXISTS (SELECT 1 FROM json_each(issues) j
		WHERE j.value = '$name') AND issue <> 'refund'" | wc -l)
	[ "$n" -eq $((in + out)) ] || echo "$name: $n, not $in and $out"
done > "$T_STATE/out"
t_out < /dev/null

t_case 'it tells no name, number, address or link'
grep '^    hit\|^    miss' draft.rules |
    grep -i 'quon\|marla\|[0-9]\|@\|example' > "$T_STATE/out"
t_out < /dev/null
t_ok grep -q '^    hit .*\.\.\.' draft.rules

t_case 'a draft on a draft takes no name twice'
t_run hs-tag -d a.db discover --draft -o again.rules
t_status 0
grep '^use' again.rules > "$T_STATE/out"
t_out <<'END'
use draft.rules
END

t_case 'ranked issues, and rules without issues'
cat > one.rules <<'END'
rules 1
dimension issue one b < a
tag a
    set issue=a
    when text ~ \brefund\b
END
cat > none.rules <<'END'
rules 1
dimension topic many a
tag a
    set topic=a
    when text ~ \brefund\b
END
for f in one none; do
	hs-import -q -d $f.db all.ndjson > "$T_STATE/log"
	hs-tag -q -d $f.db --rules $f.rules > "$T_STATE/log"
	t_run hs-tag -d $f.db discover --draft -o $f-draft.rules
	t_status 0
	t_run hs-tag -q -d $f.db --rules $f-draft.rules -c gave_up
	t_status 0
	sed -n 's/^\(dimension issue [a-z]*\) draft-.*< \(b < a\)$/\1 ... \2/p
		s/^\(dimension issue many\) draft-.*/\1 .../p' \
	    $f-draft.rules > $f.got
done
cat one.got none.got > "$T_STATE/out"
t_out <<'END'
dimension issue one ... b < a
dimension issue many ...
END

t_case 'under models a draft uses the file that was named'
hs-import -q -d m.db all.ndjson > "$T_STATE/log"
awk 'BEGIN { print "id,issue,by"
	for (n = 0; n < 210; n++)
		if (n % 7 < 3) print n "," (n % 7 == 1 ? "refund" : "more") ",ann" }' \
    > labels.csv
hs-import -q -d m.db --labels labels.csv > "$T_STATE/log"
t_run hs-tag learn -d m.db --rules our.rules -c decides
t_out <<'END'
decides
model
END
hs-tag -q -d m.db --rules our.rules > "$T_STATE/log"
t_run hs-tag -d m.db discover --draft -o m.rules
t_status 0
sed -n '/^use/p;/^dimension/s/ draft-.*/ .../p' m.rules > "$T_STATE/out"
t_out <<'END'
use our.rules
dimension issue many refund more other ...
END
t_run hs-tag -d m.db --rules m.rules -c tickets,tagged
t_out <<'END'
tickets	tagged
213	213
END

t_case 'hostile text stays text'
awk 'BEGIN {
	for (n = 0; n < 40; n++)
		printf "{\"id\":%d,\"created\":\"2026-01-05T10:00:00Z\"," \
		    "\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":" \
		    "\"2026-01-05T10:00:00Z\",\"body\":\"%s\"}]}\n", n,
		    n % 2 ? "grommet(?{die}) [wobble\\\\ \\u001b[31m " \
		    "\\u202e))\\ntag evil\\n    set issue=evil\\n# don\\u2019t" \
		    : "*marble* +plinth\\\\E \\t|\\r\\nrules 2 \\ufeff^$ {9} it'\''s"
}' > hostile.ndjson
hs-import -q -d h.db hostile.ndjson > "$T_STATE/log"
t_run hs-tag -d h.db discover --all --draft -o h.rules
t_status 0
t_err ''
# hostile words are only in comments and indented lines
grep -v '^    \|^#\|^$\|^tag draft-\|^dimension\|^use default$\|^rules 1$' \
    h.rules > "$T_STATE/out"
t_out < /dev/null
t_ok test "$(grep -c '^tag draft-' h.rules)" -ge 2
LC_ALL=C grep -c "$(printf '[\001-\010\013-\037]')" h.rules > "$T_STATE/out"
t_out <<'END'
0
END
t_run hs-tag -d h.db --rules h.rules -c tagged
t_out <<'END'
tagged
40
END

t_case 'a terminal has few columns'
t_run hs-tag -d h.db discover --all -f table
t_ok grep -q '^group  tickets  *share  alike  terms' "$T_STATE/out"

t_case 'what cannot be'
t_run hs-tag -d a.db discover --min-size 1
t_status 2
t_err '.*--min-size: a group has two tickets at least'
t_run hs-tag -d a.db discover --draft -c group
t_status 2
t_err '.*--draft writes a rule file: no --members, no -c'
t_run hs-tag -d a.db discover --ruleset ffff
t_status 2
t_err ".*no rule set begins with 'ffff'"
t_run hs-tag -d a.db --draft
t_status 2
t_err '.*--draft goes with discover'
t_run hs-tag -d a.db discover generic:999
t_status 2
t_run_to /dev/full hs-tag -d a.db discover
t_status 4
t_run_to /dev/full hs-tag -d a.db discover --draft
t_status 4

t_done
