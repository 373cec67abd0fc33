#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-sample sheet and codebook: what reviewers read, nothing of what the machine
# said, cells that no spreadsheet runs or cuts, and the way through a real one.
. "$(dirname "$0")/tap.sh"

cat > t.rules <<'END'
rules 1
dimension complexity one low < medium < high
dimension emotion one neutral < frustrated < high-stakes
dimension pattern one repeatable < judgment
dimension issue many reset crash
dimension tier one automate < assist < human
tag reset
    set issue=reset
    set complexity=low
    set emotion=neutral
    set pattern=repeatable
    set tier=automate
    when text ~ \breset\b
    why Reset
tag crash
    set issue=crash
    set complexity=high
    set pattern=judgment
    set tier=human
    when text ~ \bcrash
    why Crash
END

# t_ticket id subject body: one, with an answer and a note that nobody outside saw.
t_ticket() {
	printf '{"id":"%s","subject":"%s","status":"solved","category":"secret-category","tags":["secret-tag"],"channel":"email","created":"2026-03-01T10:00:00Z","solved":"2026-03-02T12:00:00Z","messages":[{"id":"1","role":"customer","at":"2026-03-01T10:00:00Z","body":"%s"},{"id":"2","role":"agent","public":false,"at":"2026-03-01T10:30:00Z","body":"Told by phone."},{"id":"3","role":"agent","at":"2026-03-01T11:00:00Z","body":"Open the settings, press the button."}]}\n' \
	    "$1" "$2" "$3"
}

# long: what no cell of a spreadsheet holds, of characters that take two units.
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "reset \360\237\230\200 " }' > long
{
	t_ticket 1 '=HYPERLINK(\"http://x/\",\"go\")' '=1+1 reset'
	t_ticket 2 '+1+1' '+1+1 crash'
	t_ticket 3 '-2+3' '- a list, reset'
	t_ticket 4 '@SUM(1+9)' '@reset'
	t_ticket 5 '\t=1+1' 'reset \"quoted\", with; all\tkinds\r\nof ends\r and\u0007 bells'
	t_ticket 6 '\r=1+1' '# reset\n> **x** <b>y</b>\n\n- [x] low\n```\n    deep'
	t_ticket 7 "'=1+1" 'sep=; reset'
	t_ticket 8 'Größe, naïve “quotes” 漢字' "$(cat long)"
	t_ticket 9 '' 'reset ;;; ,,, '
	i=10
	while [ $i -le 24 ]; do
		t_ticket $i "Number $i" "reset or crash $i"
		i=$((i + 1))
	done
} > in.ndjson
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db --rules t.rules > "$T_STATE/log"
hs-sample draw -q -d a.db -n 24 --seed s > keys

# t_import file: its cells as the table `sheet` of sheet.db.
t_import() {
	rm -f sheet.db
	sqlite3 sheet.db ".mode csv" ".import $1 sheet"
}

t_case 'the sheet'
t_run hs-sample sheet -d a.db
t_status 0
t_err ''
cp "$T_STATE/out" sheet.csv
head -n 1 sheet.csv > got
echo sample,key,reviewer,created,channel,subject,conversation,complexity,emotion,pattern,issue,ai_correct,human_needed,note > want
t_same want got 'its columns'
t_import sheet.csv
t_sql sheet.db "SELECT count(*), min(sample), max(sample), max(reviewer || complexity
	|| emotion || pattern || issue || ai_correct || human_needed || note) = ''
	FROM sheet WHERE key <> 'codebook'" <<'END'
24|review-1|review-1|1
END
sqlite3 sheet.db "SELECT key FROM sheet WHERE rowid > 1" > got
t_same keys got 'in the order of the draw'
t_sql sheet.db "SELECT key, complexity LIKE 'How much%medium: %', issue LIKE
	'%The types:' || char(10) || 'reset, crash', note <> '' FROM sheet WHERE rowid = 1" <<'END'
codebook|1|1|1
END
t_sql sheet.db "SELECT created, channel, conversation FROM sheet
	WHERE key = 'generic:10'" <<'END'
2026-03-01T10:00:00Z|email|customer, 2026-03-01T10:00:00Z:
reset or crash 10

agent, 2026-03-01T10:30:00Z (internal):
Told by phone.

agent, 2026-03-01T11:00:00Z:
Open the settings, press the button.
END

t_case 'it is blind'
t_ok test "$(grep -c secret sheet.csv)" -eq 0
cp a.db other.db
sqlite3 other.db "UPDATE sample_ticket SET complexity = 'secret', emotion = NULL,
	pattern = 'x', issue = 'y', tier = 'z', path = NULL, kept = 1 - kept,
	stratum = 1 - stratum, risk = 1, ai = 1 - ai, handle_s = 1, turns = 9;
	UPDATE ticket SET category = 'c', tags = '[\"t\"]', fields = '{\"f\":1}'"
hs-sample sheet -d other.db > got
t_same sheet.csv got 'whatever the machine said, it is the same'

t_case 'no cell is a formula'
t_sql sheet.db "SELECT count(*) FROM sheet WHERE rowid > 1 AND (
	substr(subject, 1, 1) IN ('=', '+', '-', '@', char(9), char(13)) OR
	substr(conversation, 1, 1) IN ('=', '+', '-', '@', char(9), char(13)))" <<'END'
0
END
t_sql sheet.db "SELECT subject FROM sheet WHERE key IN ('generic:1', 'generic:4',
	'generic:5', 'generic:6') ORDER BY key" <<'END'
'=HYPERLINK("http://x/","go")
'@SUM(1+9)
'=1+1
'=1+1
END
t_sql sheet.db "SELECT sum(instr(conversation, char(7)) + instr(conversation, char(13))
	+ instr(subject, char(13))) FROM sheet" <<'END'
0
END

t_case 'a cell that is too long'
t_sql sheet.db "SELECT length(conversation) + length(replace(replace(conversation,
	'x', ''), char(128512), 'xx')) - length(replace(conversation, 'x', '')) <= 30000,
	conversation LIKE '%characters are left out: hs-show generic:8 has them]'
	FROM sheet WHERE key = 'generic:8'" <<'END'
1|1
END
sqlite3 sheet.db "SELECT length(conversation) - length(substr(conversation,
	instr(conversation, char(10) || '[... '))) FROM sheet WHERE key = 'generic:8'" > kept
sed -n 's/^\[\.\.\. \([0-9]*\) characters are left out.*/\1/p' sheet.csv > left
all=$(sqlite3 a.db "SELECT sum(length(trim(body)) + length(role) + 26
	+ CASE public WHEN 0 THEN length(' (internal)') ELSE 0 END) - 2 FROM thread
	WHERE key = 'generic:8'")
t_ok test "$(cat kept)" -gt 20000
t_ok test $(($(cat kept) + $(cat left))) -eq "$all"

t_case 'what is in it can be chosen'
t_run hs-sample sheet -d a.db --second -c key
sed '1,2d; s/"//g' "$T_STATE/out" > got
sqlite3 a.db "SELECT 'generic:' || t.ext_id FROM sample_ticket d JOIN ticket t
	ON t.id = d.ticket WHERE twice ORDER BY at" > want
t_same want got '--second'
t_ok test "$(wc -l < want)" -ge 2
t_run hs-sample sheet -d a.db -c key 12 generic:3
t_status 0
t_ok test "$(wc -l < "$T_STATE/out")" -eq 4
t_run hs-sample sheet -d a.db --reviewer ann --questions 'emotion, Issue_type' \
    -f json generic:3
sed -n 2p "$T_STATE/out" > one
t_sql a.db "SELECT json_extract(readfile('one'), '$.reviewer'),
	json_extract(readfile('one'), '$.emotion'),
	json_extract(readfile('one'), '$.issue'),
	json_extract(readfile('one'), '$.complexity')" <<'END'
ann|||NULL
END
t_run hs-sample sheet -d a.db --questions all
t_ok test "$(head -n 1 "$T_STATE/out" | tr ',' '\n' | tail -n 4 | tr '\n' ' ')" = \
    'context_carried asked_repeat leak note '
hs-import -q -d a.db /dev/stdin > "$T_STATE/log" <<END
$(t_ticket 99 late 'reset late')
END
echo generic:99 > pick
echo generic:3 >> pick
t_run hs-sample sheet -d a.db -c key - < pick
t_status 0
t_err 'review-1: 1 of the tickets named are not in it'
t_run hs-sample sheet -d a.db --questions mood
t_status 2
t_err "no question 'mood'; there is complexity emotion"
t_run hs-sample sheet -d a.db --questions note,note -c note
t_status 0
t_ok test "$(head -n 1 "$T_STATE/out")" = note
t_run hs-sample sheet -d a.db --sample none
t_status 2
t_err "no sample 'none'; there is review-1"

t_case 'a file is for its owner alone'
hs-sample sheet -d a.db -o file.csv
t_same sheet.csv file.csv
t_ok test "$(find file.csv -perm 600)" = file.csv

t_case 'pages to print'
t_run hs-sample sheet -d a.db -f md
t_status 0
cp "$T_STATE/out" pages
t_ok test "$(grep -c '^## Ticket ' pages)" -eq 24
t_ok test "$(grep -c '^- `emotion` \[ \] neutral \[ \] frustrated' pages)" -eq 24
t_ok test "$(grep -c '^### `' pages)" -eq 7
t_ok test "$(grep -c '^    # reset' pages)" -eq 1
t_ok test "$(grep -c '^- \[x\] low' pages)" -eq 0
grep -n '<b>' pages | grep -v ':    ' > got
: > want
t_same want got 'text of tickets stands in indented blocks alone'
t_ok test "$(grep -c secret pages)" -eq 0

t_case 'a sheet is no table'
t_run hs-sample sheet -d a.db -f table
t_status 2
t_err 'f: a sheet is csv, json or md'
t_run hs-sample sheet -d a.db -f tsv
t_status 2

t_case 'many types do not make a column wider than a screen'
sed "s/ many reset crash\$/ many reset crash $(seq -s ' ' -f type-%g 200)/" t.rules > types.rules
cp a.db types.db
hs-tag -q -d types.db --rules types.rules > "$T_STATE/log"
hs-sample draw -q -d types.db -n 5 > "$T_STATE/log"
t_run hs-sample sheet -d types.db --questions issue
t_ok grep -q 'type-200"$' "$T_STATE/out"
t_ok test "$(grep 'type-' "$T_STATE/out" | awk 'length > 131' | wc -l)" -eq 0

t_case codebook
t_run hs-sample codebook
t_status 0
t_ok test "$(grep -c '^[a-z_]*$' "$T_STATE/out")" -ge 10
t_ok test "$(grep -c 'On the border:' "$T_STATE/out")" -eq 10
t_ok test "$(awk 'length > 80' "$T_STATE/out" | wc -l)" -eq 0
t_run hs-sample codebook -f md issue_type emotion
t_ok test "$(grep '^### ' "$T_STATE/out" | tr -d '\n')" = '### `issue`### `emotion`'
t_run hs-sample codebook -f md complexity
t_ok test "$(grep -c '^- ' "$T_STATE/out")" -eq 6
t_ok grep -q '^  issue, but three decisions' "$T_STATE/out"
t_run hs-sample codebook -d a.db --sample review-1 -f json issue
cp "$T_STATE/out" one
t_sql a.db "SELECT json_extract(readfile('one'), '$.types[1]'),
	json_extract(readfile('one'), '$.choices[0].word'),
	json_array_length(readfile('one'), '$.examples')" <<'END'
crash|other|2
END
t_run hs-sample codebook -d none.db emotion
t_status 0
t_run hs-sample codebook mood
t_status 2
t_run hs-sample codebook -f csv
t_status 2
t_err "-f: unknown format 'csv': text, md or json"

# t_fill in out: a reviewer's answers to a CSV sheet, in every row that has a key.
t_fill() {
	t_import "$1"
	sqlite3 sheet.db "UPDATE sheet SET reviewer = 'ann', complexity = 'low',
		emotion = CASE WHEN rowid % 3 THEN 'neutral' ELSE 'unclear' END,
		pattern = 'judgment', issue = 'crash',
		note = 'Line one' || char(10) || 'two, \"three\"; ''four'' ' || key
		WHERE key <> 'codebook'" ".headers on" ".mode csv" ".once $2" \
	    "SELECT * FROM sheet"
}

# t_office in ending out ending: through a real spreadsheet.
t_office() {
	timeout 120 soffice "-env:UserInstallation=file://$T_DIR/office" \
	    --headless --convert-to "$2" --outdir "$3" "$1" > "$T_STATE/log" 2>&1
}

t_answers() {
	sqlite3 "$1" "SELECT ticket, reviewer, question, value FROM review
		ORDER BY 1, 2, 3" > "$2"
}

t_case 'filled and loaded'
t_fill sheet.csv filled.csv
cp a.db plain.db
t_run hs-sample load -q -d plain.db filled.csv
t_status 0
t_err ''
t_answers plain.db want
t_ok test "$(wc -l < want)" -ge 120
if command -v soffice > "$T_STATE/log" 2>&1 && mkdir csv xlsx back &&
    t_office filled.csv csv csv && [ -s csv/filled.csv ]; then
	cp a.db office.db
	t_run hs-sample load -q -d office.db csv/filled.csv
	t_status 0
	t_answers office.db got
	t_same want got 'the same through a spreadsheet'
	t_office filled.csv xlsx xlsx && t_office xlsx/filled.xlsx csv back
	cp a.db office.db
	t_run hs-sample load -q -d office.db back/filled.csv
	t_status 0
	t_answers office.db got
	t_same want got 'the same through a workbook'
	t_import back/filled.csv
	t_sql sheet.db "SELECT subject FROM sheet WHERE key IN ('generic:1',
		'generic:2', 'generic:3') ORDER BY key" 'no formula ran' <<'END'
'=HYPERLINK("http://x/","go")
'+1+1
'-2+3
END
else
	t_pass 'through a spreadsheet # SKIP there is no soffice'
fi

t_case 'a channel that commands a terminal'
t_ticket 1 reset reset | sed 's/"email"/"x\\u001b[1mchat\\u202e"/' > one.ndjson
hs-import -q -d esc.db one.ndjson > "$T_STATE/log"
hs-sample draw -q -d esc.db -n 1 > "$T_STATE/log"
t_run hs-sample sheet -d esc.db
t_status 0
t_ok grep -q 'chat' "$T_STATE/out"
t_ok test "$(tr -d '\040-\176\n' < "$T_STATE/out" | wc -c)" -eq 0
t_done
