#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-tag learn: models from labels, and who decides then.
. "$(dirname "$0")/tap.sh"

# Three kinds of ticket, each in words of its own among words of all; the rules
# know one of them and take the second for it now and then.
awk 'BEGIN {
	n = split("kettle boils water steam lid spout|garden hedge roses soil spade seeds|" \
	    "violin bow strings tune rosin fiddle", kind, "|")
	m = split("please tell me about our old thing at home since monday it is so and why", all, " ")
	seed = 7
	for (i = 1; i <= 240; i++) {
		k = i % n + 1
		c = split(kind[k], own, " ")
		text = ""
		for (j = 0; j < 9; j++) {
			seed = (seed * 1103515245 + 12345) % 2147483648
			r = int(seed / 65536)
			text = text " " (j % 3 == 0 ? own[r % c + 1] : all[r % m + 1])
		}
		printf "{\"id\":%d,\"created_at\":\"2026-07-%02dT08:00:00Z\",\"requester\":\"p%d@example.com\",\"description\":\"%s\"}\n",
		    i, i % 28 + 1, i, substr(text, 2) > "in.ndjson"
		printf "%d,%s,ann\n", i, k == 1 ? "kitchen" : k == 2 ? "garden?" : "music" > "labels.csv"
	}
}'
sed -i '1i id,topic,by' labels.csv
cat > a.rules <<'END'
rules 1
dimension topic many kitchen music
dimension mood one calm < cross
default mood calm when readable
tag kitchen
    set  topic=kitchen
    when text ~ \b(?:kettle|hedge)\b
END
agree() { # COLUMN FILE: of the labelled tickets, how many have their label
	sqlite3 a.db "SELECT count(*) FROM label l JOIN ticket t ON t.id = l.ticket
	    JOIN tag g ON g.key = 'x:' || t.ext_id AND g.dimension = l.dimension
	    AND g.value = l.value JOIN ruleset r ON r.hash = g.ruleset
	    AND r.active = 1"
}
hs-import -q -d a.db --source x in.ndjson > "$T_STATE/log"

t_case 'without labels there is nothing to learn'
t_run hs-tag learn -d a.db --rules a.rules -c dimension,decides
t_status 0
t_out <<'END'
dimension	decides
END

t_run hs-tag learn -v -d a.db --rules a.rules
t_err '^hs-tag: no ticket selected has a label: hs-import --labels reads them$'

t_case 'labels teach what the rules do not know'
hs-import -q -d a.db --source x --labels labels.csv > "$T_STATE/log"
hs-tag -q -d a.db --rules a.rules > "$T_STATE/log"
rules=$(agree)
t_run hs-tag learn -d a.db --rules a.rules -c dimension,labels,classes,groups,decides
t_status 0
t_err ''
t_out <<'END'
dimension	labels	classes	groups	decides
topic	240	3	240	model
END

hs-tag learn -d a.db --rules a.rules -c rules_hi,model_lo > both
t_ok awk 'NR == 2 && $2 > 0.85 && $1 < 0.5 { ok = 1 } END { exit !ok }' both
t_run hs-tag -d a.db --rules a.rules -c tickets,tagged
t_out <<'END'
tickets	tagged
240	240
END
model=$(agree)
t_ok test "$rules" -lt 100
t_ok test "$model" -gt 215
t_sql a.db "SELECT value FROM ruleset_value v JOIN ruleset r ON r.id = v.ruleset
    WHERE r.active = 1 AND dimension = 'topic' ORDER BY idx" \
    'values of the rules first, then those learned' <<'END'
kitchen
music
garden?
other
END

t_case 'what is learned twice is the same, on any number of threads'
first=$(sqlite3 a.db 'SELECT hash FROM model')
t_run hs-tag learn -v -f table -d a.db --rules a.rules
t_err 'dimensions that a model decides from now on: 1; run hs-tag to tag with them'
t_ok grep -q '^dimension  labels   rules   model    gain  gain_lo  gain_hi  decides$' "$T_STATE/out"
hs-tag learn -j 1 -d a.db --rules a.rules > one
hs-tag learn -j 3 -d a.db --rules a.rules > three
t_ok cmp one three
t_sql a.db "SELECT count(*), min(hash) = '$first' FROM model" 'one model' <<'END'
1|1
END
t_run hs-tag -d a.db --rules a.rules -c tagged,unchanged
t_out <<'END'
tagged	unchanged
0	240
END

t_case 'another seed splits otherwise, and sets other thresholds'
hs-tag learn -d a.db --rules a.rules --seed 5 > five
t_ok test "$(cat one)" != "$(cat five)"
t_sql a.db "SELECT count(*), sum(used) FROM model" 'the newest is used' <<'END'
2|1
END

t_case 'the source says who decides'
hs-tag -q -d a.db --rules a.rules --source rules > "$T_STATE/log"
t_ok test "$(agree)" -eq "$rules"
hs-tag -q -d a.db --rules a.rules --source model > "$T_STATE/log"
t_ok test "$(agree)" -gt 215
t_sql a.db "SELECT count(*) FROM tag g JOIN ruleset r ON r.hash = g.ruleset
    AND r.active = 1 WHERE dimension = 'topic' GROUP BY key HAVING count(*) > 1" \
    'alone, a model says one thing' < /dev/null
t_run hs-tag -d a.db --rules a.rules --source some
t_status 2
hs-tag -q -d a.db --rules a.rules > "$T_STATE/log"

t_case 'a guess is told with its n-grams, of a labelled ticket without its label'
t_run hs-tag -d a.db --explain x:3 -c tag,rule,field,why
t_status 0
t_ok grep -q '^topic=kitchen	model	probability	as learned without this ticket$' "$T_STATE/out"
hs-tag -d a.db --explain x:3 -c rule,field,matched > why
t_ok grep -Eq '^model	text	(kettle|boils|water|steam|lid|spout)' why
echo '{"id":900,"created_at":"2026-07-29T08:00:00Z","description":"the fiddle and its bow are out of tune since monday"}' > new.ndjson
hs-import -q -d a.db --source x new.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules a.rules > "$T_STATE/log"
hs-tag -d a.db --explain x:900 -c tag,rule,field,why > why
t_ok grep -q '^topic=music	model	probability	as learned from labels$' why
t_sql a.db "SELECT value, p > 0.6 FROM guess WHERE key = 'x:900'" 'view guess' <<'END'
music|1
END

t_case 'what a model decided is shown as that'
sed 's/topic/issue/' a.rules > i.rules
sed 's/topic/issue/' labels.csv > issues.csv
hs-import -q -d i.db --source x in.ndjson > "$T_STATE/log"
hs-import -q -d i.db --source x --labels issues.csv > "$T_STATE/log"
hs-tag learn -q -d i.db --rules i.rules > "$T_STATE/log"
hs-tag -q -d i.db --rules i.rules > "$T_STATE/log"
hs-show -d i.db 3 > shown
t_ok grep -q '^  issue        kitchen  by model: learned from labels$' shown

t_case 'a person stands above a model'
t_run hs-tag -d a.db set x:900 topic=kitchen --why 'a kettle called Fiddle' -c manual
t_out <<'END'
manual
1
END
t_sql a.db "SELECT value FROM tag g JOIN ruleset r ON r.hash = g.ruleset
    AND r.active = 1 WHERE key = 'x:900' AND dimension = 'topic'" 'by hand' <<'END'
kitchen
END

t_case 'a text that cannot be read is given no ranked value'
awk -F , 'NR > 1 { print $1 "," ($1 % 2 ? "calm" : "cross") ",ann" }' labels.csv |
    sed '1i id,mood,by' > mood.csv
hs-import -q -d a.db --source x --labels mood.csv > "$T_STATE/log"
t_run hs-tag learn -v -d a.db --rules a.rules --dimension mood -c dimension,decides
t_status 0
t_err 'no model is better: the rules decide'
t_out <<'END'
dimension	decides
mood	rules
END

t_case 'labels that chance gave teach nothing'
awk -F , 'NR > 1 { print $1 "," ($1 * 7919 % 101 > 50 ? "yes" : "no") ",ann" }' labels.csv |
    sed '1i id,coin,by' > coin.csv
hs-import -q -d a.db --source x --labels coin.csv > "$T_STATE/log"
t_run hs-tag learn -d a.db --rules a.rules --dimension coin -c dimension,decides
t_out <<'END'
dimension	decides
coin	rules
END

t_case 'few labels, a value that a ranked dimension lacks, a model that lost'
head -n 30 labels.csv | sed 's/topic/few/' > few.csv
hs-import -q -d a.db --source x --labels few.csv > "$T_STATE/log"
t_run hs-tag learn -d a.db --rules a.rules --dimension few -c labels,decides
t_out <<'END'
labels	decides
29	too few labels
END
sed 's/,cross,/,livid,/' mood.csv > livid.csv
hs-import -q -d a.db --source x --labels livid.csv > "$T_STATE/log"
sed 's/,ann$/,bob/' livid.csv > bob.csv
hs-import -q -d a.db --source x --labels bob.csv > "$T_STATE/log"
t_run hs-tag learn -d a.db --rules a.rules --dimension mood --dimension topic -c dimension,decides
t_status 3
t_err '^hs-tag: label mood=livid: the rule set has no such value$'
t_out <<'END'
dimension	decides
topic	model
END

t_case 'a label whose name no dimension can have is left out: a built-in field, a sign'
for name in path 'kind!'; do
	sed "s/topic/$name/" labels.csv > name.csv
	rm -f p.db
	hs-import -q -d p.db --source x in.ndjson > "$T_STATE/log"
	hs-import -q -d p.db --source x --labels name.csv > "$T_STATE/log"
	t_run hs-tag learn -d p.db --rules a.rules -c dimension,decides
	t_status 3
	t_err "^hs-tag: label $name: no dimension of rules can be called that\$"
done
t_run hs-tag -d p.db --rules a.rules -c tagged
t_status 0

t_case 'an account is never split'
sed 's/"requester":"p[0-9]*@/"requester":"all@/' in.ndjson > all.ndjson
hs-import -q -d b.db --source x all.ndjson > "$T_STATE/log"
hs-import -q -d b.db --source x --labels labels.csv > "$T_STATE/log"
t_run hs-tag learn -d b.db --rules a.rules -c dimension,decides
t_out <<'END'
dimension	decides
topic	too few labels
END

t_case 'every ticket twice: no gain'
sed 's/"id":/"id":555/; s/p\([0-9]*\)@/q\1@/' in.ndjson > twice.ndjson
sed 's/^\([0-9]\)/555\1/' labels.csv > twice.csv
hs-import -q -d c.db --source x in.ndjson twice.ndjson > "$T_STATE/log"
hs-import -q -d c.db --source x --labels labels.csv > "$T_STATE/log"
hs-import -q -d c.db --source x --labels twice.csv > "$T_STATE/log"
t_run hs-tag learn -d c.db --rules a.rules -c labels,groups
t_out <<'END'
labels	groups
480	240
END

t_case 'two dimensions with the same labels'
awk -F , 'NR == 1 { print "id,topic,theme,by"; next } { print $1 "," $2 "," $2 "," $3 }' \
    labels.csv > both.csv
hs-import -q -d e.db --source x in.ndjson > "$T_STATE/log"
hs-import -q -d e.db --source x --labels both.csv > "$T_STATE/log"
hs-tag learn -q -d e.db --rules a.rules > "$T_STATE/log"
t_sql e.db "SELECT dimension, used, count(*) FROM model m JOIN model_guess g
    ON g.model = m.id GROUP BY m.id ORDER BY 1" 'a model each' <<'END'
theme|1|240
topic|1|240
END

t_case 'the order of imports changes no model'
{ sed -n '100,$p' in.ndjson; head -n 99 in.ndjson; } > moved.ndjson
{ head -n 1 both.csv; sed -n '50,$p' both.csv; sed -n '2,49p' both.csv; } > moved.csv
hs-import -q -d g.db --source x moved.ndjson > "$T_STATE/log"
hs-import -q -d g.db --source x --labels moved.csv > "$T_STATE/log"
hs-tag learn -q -d g.db --rules a.rules > "$T_STATE/log"
sqlite3 e.db 'SELECT dimension, hash FROM model ORDER BY 1' > models
t_sql g.db 'SELECT dimension, hash FROM model ORDER BY 1' 'the same bytes' < models

t_case 'too few labels: what was learned from more decides no longer'
t_run hs-tag learn -d e.db --rules a.rules --until 2026-07-03 --dimension topic -c decides
t_out <<'END'
decides
too few labels
END
t_sql e.db "SELECT dimension FROM model WHERE used = 1" 'used' <<'END'
theme
END

t_case 'values that no line of a rule file holds are not learned'
long=$(head -c 9000 /dev/zero | tr '\0' m)
awk -F , -v long="$long" 'NR == 1 { print "id,long,mine,by"; next }
    { print $1 "," ($2 == "music" ? long : $2) "," $2 ",ann" }' \
    labels.csv > bad.csv
hs-import -q -d f.db --source x in.ndjson > "$T_STATE/log"
hs-import -q -d f.db --source x --labels bad.csv > "$T_STATE/log"
t_run hs-tag learn -q -d f.db --rules a.rules -c dimension,decides
t_status 3
t_err '^hs-tag: what was learned of long: .*a line may have 8 KiB'
t_out <<'END'
dimension	decides
mine	model
END
t_run hs-tag -q -d f.db --rules a.rules -c tagged
t_status 0

t_case 'a template with another name or number is one group'
awk -F '"' '{ text[NR] = $(NF - 1) }
END {
	for (i = 1; i <= 120; i++)
		for (k = 0; k < 2; k++)
			printf "{\"id\":%d,\"created_at\":\"2026-07-01T08:00:00Z\",\"requester\":\"r%d@example.com\",\"description\":\"%s order %d of %s said %s\"}\n",
			    i + 120 * k, i + 120 * k, text[i], 7000 + i + k,
			    k ? "Ludwig" : "Marta", text[i + 120]
}' in.ndjson > form.ndjson
hs-import -q -d form.db --source x form.ndjson > "$T_STATE/log"
hs-import -q -d form.db --source x --labels labels.csv > "$T_STATE/log"
hs-tag learn -d form.db --rules a.rules -c labels,groups > form
t_ok awk 'NR == 2 && $1 == 240 && $2 >= 120 && $2 <= 124 { ok = 1 } END { exit !ok }' form

t_case 'what was said after the arrival is no fact of it'
sed 's/topic/issue/g' a.rules > issue.rules
sed '1s/topic/issue/' labels.csv > issue.csv
sed 's/"description":\("[^"]*"\)/"messages":[{"id":"1","role":"customer","at":"2026-07-01T08:00:00Z","body":"good day to all of you, a word with you"},{"id":"2","role":"customer","at":"2026-07-01T09:00:00Z","body":\1}]/' in.ndjson > later.ndjson
hs-import -q -d later.db --source x later.ndjson > "$T_STATE/log"
hs-import -q -d later.db --source x --labels issue.csv > "$T_STATE/log"
t_run hs-tag learn -d later.db --rules issue.rules -c decides
t_out <<'END'
decides
model
END
hs-tag -q -d later.db --rules issue.rules > "$T_STATE/log"
t_sql later.db "SELECT count(issue) > 200, count(issue_open) FROM tagged" 'the whole, the arrival' <<'END'
1|0
END

t_case 'how an AI did is learned from the talk, whatever its words'
# every account has tickets of both kinds, so each stands for both
awk 'function word(n) {
	return substr("bcdfghjklm", n % 10 + 1, 1) substr("aeiou", int(n / 10) % 5 + 1, 1) \
	    substr("npqrstvwxz", int(n / 7) % 10 + 1, 1)
}
function say(n,	s, i) {
	for (i = 0; i < 6; i++)
		s = s (i > 0 ? " " : "") word(n * 13 + i * 31)
	return s
}
function message(role, text) {
	m++
	return (m > 1 ? "," : "") sprintf("{\"id\":\"%d\",\"role\":\"%s\",\"at\":\"2026-07-01T08:%02d:00Z\",\"body\":\"%s\"}",
	    m, role, m, text)
}
BEGIN {
	for (i = 1; i <= 170; i++) {
		bad = i % 3 == 0
		m = 0
		t = message("customer", say(i) "?") message(i == 170 ? "agent" : "ai", say(i + 1000) ".")
		# one in eleven tells the contrary
		if (bad != (i % 11 == 0))
			t = t message("customer", say(i) " " say(i + 500) "?") message("ai", say(i + 1000) ".") \
			    message("customer", say(i) " " say(i + 600) "?")
		else
			t = t message("customer", say(i + 2000)) message("ai", say(i + 3000) ".")
		printf "{\"id\":%d,\"account\":\"a%d\",\"status\":\"solved\",\"created\":\"2026-07-01T08:00:00Z\",\"messages\":[%s]}\n",
		    i, i % 16, t > "talk.ndjson"
		if (i <= 160)
			printf "%d,%s\n", i, bad ? "yes" : "no" > "failed.csv"
	}
}'
sed -i '1i id,ai_failed' failed.csv
hs-import -q -d talk.db --source x talk.ndjson > "$T_STATE/log"
hs-import -q -d talk.db --source x --labels failed.csv > "$T_STATE/log"
t_run hs-tag learn -d talk.db --rules a.rules -c dimension,labels,groups,decides
t_out <<'END'
dimension	labels	groups	decides
ai_failed	160	16	model
END
hs-tag -q -d talk.db --rules a.rules > "$T_STATE/log"
t_sql talk.db "SELECT key, value, p > 0.5 FROM guess WHERE key >= 'x:161'
	AND length(key) = 5 ORDER BY key" 'told of others, of none that no AI answered' <<'END'
x:161|no|1
x:162|yes|1
x:163|no|1
x:164|no|1
x:165|no|1
x:166|no|1
x:167|no|1
x:168|yes|1
x:169|no|1
END
hs-tag -d talk.db --rules a.rules --explain 168 -c tag,field,matched > why
t_ok grep -q "^ai_failed=yes	number	the ai has the last word: 0" why

t_case 'rules on clusters are judged with them'
awk 'function word(n,  w, i) {
	for (i = 0; i < 4; i++) {
		w = w substr("bcdfghjklm", n % 10 + 1, 1)
		n = int(n / 10)
	}
	return w
}
function say(n,  s, i) {
	for (i = 0; i < 9; i++)
		s = s " " word(n * 9 + i)
	return s
}
BEGIN {
	for (i = 1; i <= 300; i++) {
		macro = i <= 150
		printf "{\"id\":%d,\"status\":\"closed\",\"created\":\"2026-07-01T08:00:00Z\",\"updated\":\"2026-07-02T08:00:00Z\",\"requester\":\"p%d@example.com\",\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":\"2026-07-01T08:00:00Z\",\"body\":\"please help me\"},{\"id\":\"2\",\"role\":\"agent\",\"at\":\"2026-07-01T09:00:00Z\",\"body\":\"%s\"}]}\n",
		    i, i, say(macro ? i % 30 : i) > "answers.ndjson"
		printf "%d,%s,ann\n", i, macro ? "repeatable" : "judgment" > "pattern.csv"
	}
}'
sed -i '1i id,pattern,by' pattern.csv
cat > clusters.rules <<'END'
rules 1
dimension pattern one judgment < repeatable
default pattern judgment
tag same
    set pattern=repeatable
    when cluster.size >= 5
END
hs-import -q -d p.db --source x answers.ndjson > "$T_STATE/log"
hs-import -q -d p.db --source x --labels pattern.csv > "$T_STATE/log"
hs-tag -q -d p.db --rules clusters.rules > "$T_STATE/log"
t_run hs-tag learn -d p.db --rules clusters.rules -c labels,rules,decides
t_out <<'END'
labels	rules	decides
300	1.0000	rules
END

t_case 'two models of one dimension are no model'
cp a.db two.db
sqlite3 two.db 'UPDATE model SET used = 1'
t_run hs-tag -d two.db --rules a.rules
t_status 4
t_err '^hs-tag: .*the stored model of topic'

t_case 'rules that cannot judge have no kappa, and a name that nobody gave is told'
sed 's/^id,topic/id,odour/' labels.csv > odour.csv
hs-import -q -d h.db --source x in.ndjson > "$T_STATE/log"
hs-import -q -d h.db --source x --labels odour.csv > "$T_STATE/log"
t_run hs-tag learn -q -d h.db --rules a.rules -c rules,rules_lo,gain,gain_lo,decides
t_status 0
t_out <<'END'
rules	rules_lo	gain	gain_lo	decides
-	-	-	-	model
END
t_run hs-tag learn -q -d h.db --rules a.rules --dimension smell -c decides
t_status 3
t_err "^hs-tag: nobody labelled 'smell' among these tickets$"

t_case 'who is forgotten has no text that a model could read'
echo '{"id":950,"created_at":"2026-07-29T08:00:00Z","requester":"zoe@example.com","subject":"kettle","description":"the kettle boils water and steam"}' > zoe.ndjson
hs-import -q -d h.db --source x zoe.ndjson > "$T_STATE/log"
hs-tag -q -d h.db --rules a.rules > "$T_STATE/log"
hs-tag -d h.db --explain x:950 -c rule > before
t_ok grep -q model before
echo zoe@example.com > people
hs-import -q -d h.db --forget people > "$T_STATE/log"
hs-tag -q -d h.db --rules a.rules > "$T_STATE/log"
hs-tag -d h.db --explain x:950 -c rule > after
t_ok test "$(grep -c model after)" -eq 0

t_case 'a damaged model is an error, not a crash'
sqlite3 a.db "UPDATE model SET bytes = substr(bytes, 1, 100)"
t_run hs-tag -d a.db --rules a.rules
t_status 4
t_err '^hs-tag: .*the stored model of topic'
hs-tag learn -q -d a.db --rules a.rules --dimension topic > "$T_STATE/log"
t_run hs-tag -q -d a.db --rules a.rules -c tickets
t_status 0

t_done
