#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped rules read four languages. What is written in another, or in none,
# stays unknown: never simple, calm, repeatable or fit for automation.
. "$(dirname "$0")/tap.sh"

t_case 'four languages are declared'
t_ok grep -qx 'language en de fr es' "$T_ROOT/samples/rules/default.rules"

# judged FILE: of each line of text its judgements, as a ticket that an agent
# answered in the same words; $1 is the language that the ticket states, if any.
judged() {
	awk -v lang="$1" 'NF {
		gsub(/["\\]/, "")
		printf "{\"id\":\"%d\",%s\"messages\":[{\"role\":\"customer\"," \
		    "\"body\":\"%s\"},{\"role\":\"agent\",\"body\":\"%s\"}]}\n",
		    NR, lang == "" ? "" : "\"language\":\"" lang "\",", $0, $0
	}' > in
	t_run hs-tag --filter < in
	t_status 0
	sqlite3 :memory: 'CREATE TABLE t (j TEXT)' '.mode ascii' \
	    '.separator "\037" "\n"' ".import '$T_STATE/out' t" \
	    "SELECT coalesce(j ->> '\$.tags.complexity', 'unknown') || ' ' ||
		coalesce(j ->> '\$.tags.emotion', 'unknown') || ' ' ||
		coalesce(j ->> '\$.tags.pattern', 'unknown') || ' ' ||
		coalesce(j ->> '\$.tags.tier', 'unknown') || x'0a'
		FROM t" | tr -d '\036' | sed '/^$/d' > got
}

t_case 'read: English, German, French, Spanish'
judged '' <<'END'
Good morning, which colours does the small kettle come in this year?
Guten Morgen, in welchen Farben gibt es den kleinen Kessel in diesem Jahr?
Bonjour, dans quelles couleurs la petite bouilloire existe-t-elle cette saison ?
Buenos días, ¿en qué colores se vende este año el hervidor pequeño?
END
yes 'low neutral' | head -n 4 > want
cut -d ' ' -f 1,2 got > levels
t_same want levels

cat > texts <<'END'
Buongiorno, due settimane fa ho comprato un bollitore e non è mai arrivato, potete controllare?
Non riesco più a entrare nel mio profilo e vorrei una nuova parola d'ordine
Goedemorgen, twee weken geleden heb ik een waterkoker gekocht en die is er nog steeds niet
Ik kan niet meer in mijn profiel komen en wil graag een nieuw wachtwoord
Bom dia, comprei uma chaleira há duas semanas e ela ainda não chegou, podem ver o que se passa?
Não consigo entrar no meu perfil e gostava de ter uma nova palavra-passe
Dzień dobry, dwa tygodnie temu kupiłem czajnik i jeszcze go nie mam, proszę o sprawdzenie
Nie mogę zalogować się do swojego profilu i proszę o nowe hasło
God morgon, för två veckor sedan köpte jag en vattenkokare som aldrig har kommit fram
Dobrý den, před dvěma týdny jsem si koupil konvici a ještě nepřišla, můžete se podívat?
Merhaba, iki hafta önce bir su ısıtıcısı aldım ama hâlâ elime ulaşmadı, bakar mısınız?
Здравствуйте, две недели назад я купил чайник, но его до сих пор нет, посмотрите, пожалуйста
おはようございます。二週間前にやかんを買いましたが、まだ届いていません。調べていただけますか。
您好，我两个星期前买了一个水壶，到现在还没有送到，请帮我看一下。
안녕하세요, 이주 전에 주전자를 샀는데 아직 오지 않았습니다. 확인 부탁드립니다.
Tbbq zbeavat, juvpu pbybhef qbrf gur fznyy xrggyr pbzr va guvf lrne?
V pnaabg trg vagb zl cebsvyr nal zber, cyrnfr fraq zr n arj cnffjbeq
END

t_case 'not read: other languages, and English turned by thirteen letters'
judged '' < texts
yes 'unknown unknown unknown unknown' | head -n 17 > want
t_same want got

t_case 'not read: what the export states goes before what the text looks like'
judged it <<'END'
Good morning, which colours does the small kettle come in this year?
END
echo 'unknown unknown' > want
cut -d ' ' -f 1,2 got > levels
t_same want levels

t_done
