#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-sample label in terminals of tmux: what is asked, that no verdict is lost,
# and that no ticket does anything to the terminal.
. "$(dirname "$0")/tap.sh"

# How long a screen may take: tenths of a second.
TRIES=300
# A server of our own, in a folder of our own; it ends with the script and not
# before, because a session cannot begin in a server that is ending.
TMUX_TMPDIR=$T_DIR
export TMUX_TMPDIR
tm() {
	LC_ALL=C.UTF-8 tmux -u -L label "$@"
}
trap 'tm kill-server 2> /dev/null; t_finish' EXIT

if ! tm -f /dev/null new-session -d -s keep 'exec sleep 3600'; then
	t_pass 'SKIP: this machine gives no terminals (is devpts mounted?)'
	t_done
fi

# t_open name cols rows assignment [option ...]: label in a new terminal.  How it
# ends, and how it leaves the terminal, is told in NAME.end.
t_open() {
	t_at=$1
	t_cols=$2
	t_rows=$3
	t_env=$4
	shift 4
	rm -f "$t_at.end"
	tm new-session -d -s "$t_at" -x "$t_cols" -y "$t_rows" \
	    "env $t_env sh -c 'echo \$\$ > $t_at.pid
	    exec hs-sample label -d a.db $*'
	    echo status \$? > $t_at.ended
	    stty -a | grep -oe '-icanon' -e '-echo ' >> $t_at.ended
	    mv $t_at.ended $t_at.end
	    exec sleep 600"
}

# t_ends name status: it ends so, soon, and leaves the terminal as it was; with 1
# behind it, whatever becomes of the terminal.
t_ends() {
	t_tries=0
	while [ ! -f "$1.end" ] && [ $t_tries -lt $TRIES ]; do
		sleep 0.1
		t_tries=$((t_tries + 1))
	done
	echo "status $2" > ends
	head -n "${3:-9}" "$1.end" > end
	t_same ends end "ends with status $2"
	t_close "$1"
}

t_key() {
	t_at=$1
	shift
	tm send-keys -t "$t_at" "$@"
}

t_screen() {
	tm capture-pane -p -t "$1"
}

# t_see name pattern: it is on the screen, soon.
t_see() {
	t_tries=0
	while [ $t_tries -lt $TRIES ] && t_screen "$1" > now 2>&1; do
		if grep -Eq -- "$2" now; then
			t_pass "'$2' is seen"
			return
		fi
		sleep 0.1
		t_tries=$((t_tries + 1))
	done
	t_fail "'$2' is seen"
	t_comment < now
}

# t_not name pattern: it is not on the screen now.
t_not() {
	if t_screen "$1" | grep -Eq -- "$2"; then
		t_fail "'$2' is not seen"
		t_screen "$1" | t_comment
	else
		t_pass "'$2' is not seen"
	fi
}

# The program is gone when this returns.
t_close() {
	tm kill-session -t "$1"
	read -r t_pid < "$1.pid"
	t_tries=0
	while kill -0 "$t_pid" 2> /dev/null && [ $t_tries -lt $TRIES ]; do
		sleep 0.1
		t_tries=$((t_tries + 1))
	done
}

# --- sixty tickets, of which an AI answers all but every seventh -------------
awk 'BEGIN {
	for (i = 1; i <= 58; i++) {
		t = 1767600000 + i * 3600
		printf "{\"id\":%d,\"subject\":\"Question %d\",\"status\":\"solved\",\"language\":\"en\",\"created\":%d,\"solved\":%d,\"messages\":[{\"id\":\"1\",\"role\":\"customer\",\"at\":%d,\"body\":\"How do I reset my password for the %dth time?\"},", i, i, t, t + 7200, t, i
		if (i % 7 > 0)
			printf "{\"id\":\"2\",\"role\":\"ai\",\"at\":%d,\"body\":\"Open Settings and press Reset.\"},", t + 60
		printf "{\"id\":\"3\",\"role\":\"agent\",\"at\":%d,\"body\":\"I have reset it for you.\"},{\"id\":\"4\",\"role\":\"agent\",\"at\":%d,\"public\":false,\"body\":\"Second one today.\"}]}\n", t + 600, t + 660
	}
}' > in.ndjson
# What a terminal would obey, hide, reorder, or take for another width.
word=$(awk 'BEGIN { while (n++ < 10000) printf "x" }')
lines=$(awk 'BEGIN { while (n++ < 60) printf "\\nline %d", n }')
cat >> in.ndjson <<END
{"id":59,"subject":"\u001b]0;owned\u0007 \u001b[2Jtitle","status":"solved","created":1767700000,"solved":1767707200,"messages":[{"id":"1","role":"customer","at":1767700000,"body":"a\u001b[31mred\u001b[2Jgone \u009b5n c1 \u202eabc\u202c zero\u200bwidth 👩‍💻 join\u001b]52;c;AAAA\u0007 back\u0008\u007f"}]}
{"id":60,"subject":"漢字の件名","status":"solved","created":1767800000,"solved":1767807200,"messages":[{"id":"1","role":"customer","at":1767800000,"body":"支払いの方法を変更したいのですが、どうすればよいでしょうか。請求書は毎月の初めに届いていますが、今月はまだ届いていません。 Zo\u0308e\u0301 \u0301\u0302\u0303\u0304\u0305\u0306 $word end $lines"}]}
END
hs-import -q -d a.db in.ndjson > "$T_STATE/log" &&
    hs-tag -q -d a.db > "$T_STATE/log" &&
    hs-sample draw -q -d a.db -n 60 --seed x --twice 0.2 --sample s > keys
sed -n 51p keys > key51
read -r next < key51
hostile=$(hs-pick -d a.db | grep ':59$')
cjk=$(hs-pick -d a.db | grep ':60$')

# --- without a terminal ------------------------------------------------------
t_case 'no terminal'
t_run hs-sample label -d a.db --reviewer anna
t_status 2
t_err 'needs a terminal; without one, use sheet and load'
t_open dumb 80 24 TERM=dumb --reviewer anna
t_see dumb "'dumb' cannot place its cursor"
t_ends dumb 2
t_open none 80 24 TERM=no-such-terminal --reviewer anna
t_see none "'no-such-terminal' is no terminal"
t_ends none 2

t_case options
t_run hs-sample label -d a.db
t_status 2
t_err 'reviewer: say who answers'
t_run hs-sample label -d a.db --reviewer "$(printf 'a\033')"
t_status 2
t_err 'no control characters'
t_run hs-sample label -d a.db --reviewer anna --questions emotion,tier
t_status 2
t_err "no question 'tier'"
t_run hs-sample label -d a.db --reviewer anna --sample t
t_status 2
t_err "no sample 't'; there is s"
cp a.db few.db
hs-sample draw -q -d few.db -n 5 --twice 0 --sample few > fewkeys
grep -v -x -F -f fewkeys keys | sed -n 1p > outside
t_run hs-sample label -d few.db --reviewer anna "$(cat outside)"
t_status 0
t_err '^hs-sample: none of the tickets named is in few$'
t_run hs-sample label -d few.db --reviewer anna --second
t_status 0
t_err '^hs-sample: no ticket of few is for a second reviewer$'
t_run hs-sample list -d a.db --reviewer anna
t_status 2
t_err 'reviewer goes with sheet load label'

# --- fifty tickets -----------------------------------------------------------
t_case 'fifty tickets'
t_open anna 80 24 A=1 --reviewer anna
tm pipe-pane -t anna 'cat > raw'
t_see anna 'question 1 of '
t_see anna '^ s  0 of 60 done'
t_see anna 'to be taken into account'
t_key anna C-l
# ai_correct is asked where an AI answered.
sqlite3 a.db "SELECT ai FROM sample_ticket ORDER BY at LIMIT 50" |
    while read -r ai; do
	echo l n r o t h Enter
	[ "$ai" -eq 1 ] && echo y
	echo k
done > typed
# shellcheck disable=SC2046 # words
t_key anna $(cat typed)
t_see anna '^ s  50 of 60 done'
t_see anna "$next"
t_sql a.db "SELECT question, value, count(*) FROM review
    WHERE reviewer = 'anna' GROUP BY 1, 2" << END
ai_correct|yes|$(grep -c y typed)
complexity|low|50
emotion|neutral|50
human_needed|not-needed-knowledge|50
issue|other|50
pattern|repeatable|50
END
t_sql a.db "SELECT count(*), sum(t.at <= 50), count(DISTINCT v.ticket)
    FROM verdict v JOIN sample_ticket t ON t.ticket = v.ticket" << 'END'
50|50|50
END
t_key anna q
t_see anna 'hs-sample: s: 50 of 60 tickets are reviewed by anna; the same'
t_ends anna 0
t_case 'the machine is not shown'
t_ok test "$(grep -ac 'reset my password' raw)" -gt 0
t_ok test "$(grep -aEc 'automate|assist|stratum|ceiling|tier' raw)" -eq 0

t_case 'goes on, and undoes'
sqlite3 a.db '.dump review' '.dump verdict' > before
t_open anna 80 24 A=1 --reviewer anna
t_see anna "50 of 60 done  $next"
t_key anna U
t_see anna 'nothing was answered here yet'
t_key anna m
t_see anna 'question 2 of'
t_see anna 'complexity: medium'
t_key anna U
t_see anna 'undone: complexity'
t_see anna 'question 1 of'
t_key anna h f j o t h Enter
t_key anna u u u
t_see anna '51 of 60 done'
t_key anna U U U U U U U U U U U U
t_see anna 'nothing was answered here yet'
t_see anna "50 of 60 done  $next"
sqlite3 a.db '.dump review' '.dump verdict' > after
t_same before after 'all is as it was'
t_key anna b
t_see anna 'Did this ticket need a person.*stored: not-needed-knowledge'
t_key anna c
t_see anna "50 of 60 done  $next"
t_sql a.db "SELECT count(*) FROM review WHERE value = 'not-needed-context'" << 'END'
1
END
t_key anna U
t_see anna 'undone: human_needed'

t_case 'issue and codebook'
t_key anna s
t_see anna "50 of 60 done  $next"
t_key anna l n r
t_see anna 'What is the ticket about'
t_key anna '?'
t_see anna 'The one type that'
t_see anna 'On the borderline'
t_key anna x
t_see anna 'account-blocked'
t_key anna p a s s w o r d - r
t_see anna '^\[password-reset\]  other  unclear'
t_key anna Tab
t_see anna '^password-reset  \[other\]  unclear'
t_key anna BTab Enter
t_see anna 'issue: password-reset'
t_key anna U
t_see anna 'undone: issue'
t_key anna z z z
t_see anna '^other  unclear'
t_key anna Enter
t_see anna "'zzz'"
t_key anna Escape
t_see anna 'account-blocked'
t_key anna S
t_see anna 'skipped: ticket'
t_not anna "$next"
t_key anna C-c
t_ends anna 0
t_sql a.db "SELECT count(*) FROM review WHERE question = 'issue'" << 'END'
50
END

t_case note
t_open note 80 24 A=1 --reviewer nora --questions complexity,note
t_see note '0 of 60 done'
t_key note l
t_see note 'What else should be known'
t_key note -l 'grü q? U'
t_key note Left Left BSpace Home
t_key note -l '漢 '
t_see note '> 漢 grü q U'
t_key note Enter
t_see note 'note: '
t_key note l
t_see note '2 of 60 done'
t_key note x
t_see note '> x'
t_key note Escape
t_see note 'question 1 of'
t_key note q
t_ends note 0
t_sql a.db "SELECT value FROM review WHERE question = 'note'" << 'END'
漢 grü q U
END

t_case 'a second reviewer, and keys'
t_open second 80 24 A=1 --reviewer sara --second
t_see second "0 of $(sqlite3 a.db 'SELECT sum(twice) FROM sample_ticket') done"
t_close second
t_open keyed 80 24 A=1 --reviewer sara --questions emotion "$hostile" "$cjk"
t_see keyed '0 of 2 done'
t_key keyed n n
t_see keyed 'Every ticket is reviewed'
t_key keyed q
t_ends keyed 0

# --- nothing is lost ---------------------------------------------------------
t_case 'kill -9'
t_open bob 80 24 A=1 --reviewer bob --questions complexity
t_see bob '0 of 60 done'
# shellcheck disable=SC2046
t_key bob $(seq 37 | sed 's/.*/l/')
t_see bob '37 of 60 done'
read -r pid < bob.pid
kill -9 "$pid"
t_ends bob 137 1
t_sql a.db "SELECT count(*) FROM review WHERE reviewer = 'bob'" << 'END'
37
END
t_open bob 80 24 A=1 --reviewer bob --questions complexity
t_see bob '37 of 60 done'
for signal in TERM HUP; do
	t_key bob m
	t_see bob 'complexity: medium'
	read -r pid < bob.pid
	kill -s $signal "$pid"
	t_ends bob 0
	t_open bob 80 24 A=1 --reviewer bob --questions complexity
	t_see bob '3[89] of 60 done'
done
# In the middle of typing: what is stored is whole.
# shellcheck disable=SC2046
t_key bob $(seq 20 | sed 's/.*/l/')
t_see bob '4[0-9] of 60 done|5[0-9] of 60 done'
read -r pid < bob.pid
kill -9 "$pid"
t_ends bob 137 1
t_sql a.db "PRAGMA integrity_check; SELECT count(*) >= 40,
    count(*) = (SELECT count(*) FROM verdict WHERE reviewer = 'bob')
    FROM review WHERE reviewer = 'bob'" << 'END'
ok
1|1
END

t_case 'two reviewers at once'
# shellcheck disable=SC2046
set -- $(seq 60 | sed 's/.*/l n/')
t_open carl 80 24 A=1 --reviewer carl --questions complexity,emotion
t_open dora 80 24 A=1 --reviewer dora --questions complexity,emotion
t_see carl '0 of 60 done'
t_see dora '0 of 60 done'
t_key carl "$@"
t_key dora "$@"
t_see carl 'Every ticket is reviewed'
t_see dora 'Every ticket is reviewed'
t_sql a.db "SELECT reviewer, question, count(*) FROM review
    WHERE reviewer IN ('carl', 'dora') GROUP BY 1, 2" << 'END'
carl|complexity|60
carl|emotion|60
dora|complexity|60
dora|emotion|60
END
t_close carl
t_close dora

t_case 'one reviewer in two terminals'
t_open one 80 24 A=1 --reviewer emma --questions complexity
t_open two 80 24 A=1 --reviewer emma --questions complexity
t_see one '0 of 60 done'
t_see two '0 of 60 done'
t_key one l
t_see one '1 of 60 done'
t_key two h
t_see two "another terminal has stored 'low'. y stores 'high'"
t_key two n
t_see two '1 of 60 done'
t_key two h
t_see two '2 of 60 done'
t_key one m
t_see one "another terminal has stored 'high'. y stores 'medium'"
t_key one y
t_see one 'complexity: medium'
t_key two U
t_see two "another terminal has stored 'medium'"
t_sql a.db "SELECT value FROM review JOIN sample_ticket USING (ticket)
    WHERE reviewer = 'emma' ORDER BY at" << 'END'
low
medium
END
# shellcheck disable=SC2046
set -- $(seq 60 | sed 's/.*/m/')
t_key one "$@"
t_key two "$@"
t_see one 'Every ticket is reviewed'
t_see two 'Every ticket is reviewed'
t_sql a.db "SELECT value, count(*) FROM review WHERE reviewer = 'emma'
    GROUP BY 1" << 'END'
low|1
medium|59
END
t_close one
t_close two

t_case 'a database that is busy'
t_open busy 80 24 A=1 --reviewer finn --questions complexity
t_see busy '0 of 60 done'
t_open gone 80 24 A=1 --reviewer hugo --questions complexity
t_see gone '0 of 60 done'
mkfifo writer
sqlite3 a.db < writer > "$T_STATE/log" 2>&1 &
exec 3> writer
printf '.timeout 20000\nBEGIN IMMEDIATE;\n.system touch locked\n' >&3
tries=0
while [ ! -f locked ] && [ $tries -lt $TRIES ]; do
	sleep 0.1
	tries=$((tries + 1))
done
t_key gone m
t_key busy h l
t_see busy 'NOT STORED: .*database is busy'
t_see busy 'tries again, Esc drops it'
t_key busy q
t_see gone 'NOT STORED'
t_key gone C-c
t_see gone 'hs-sample: the last answer is not stored'
t_ends gone 4
echo 'COMMIT;' >&3
exec 3>&-
wait
t_key busy Enter
t_see busy '1 of 60 done'
t_sql a.db "SELECT value FROM review WHERE reviewer = 'finn'" << 'END'
high
END
t_close busy

# --- what stands in tickets, and terminals of other sizes --------------------
# t_fits name: no line is cut or too long, and the frame stands.
t_fits() {
	t_see "$1" 'of 1 done'
	t_see "$1" 'codebook'
	t_screen "$1" > shot
	t_ok test "$(grep -c 'How does the customer feel' shot)" -eq 1
	t_ok test "$(grep -c 'lines [0-9]*-[0-9]* of' shot)" -eq 1
	t_ok test "$(grep -c 'of 1 done' shot)" -eq 1
}

t_case 'a hostile ticket'
t_open bad 80 16 A=1 --reviewer gina --questions emotion "$hostile"
t_see bad '0 of 1 done'
title=$(tm display-message -p -t bad '#{pane_title}')
tm pipe-pane -t bad 'cat > raw'
t_key bad C-l
t_see bad '^\?\]0;owned\? \?\[2Jtitle'
t_see bad 'a\?\[31mred\?\[2Jgone \?5n c1 \?abc\? zero\?width 👩💻 join'
t_see bad '\?\]52;c;AAAA\? back\?\?'
t_key bad j
t_see bad "no key of this question: 'j'"
tm pipe-pane -t bad
t_ok test "$(tm display-message -p -t bad '#{pane_title}')" = "$title"
t_ok test -s raw
t_ok test "$(grep -ac "$(printf '\033')\\]" raw)" -eq 0
t_ok test "$(grep -aEc "$(printf '\302\233|\342\200\256|\342\200\213|\342\200\215')" raw)" -eq 0
t_close bad

t_case 'wide and long'
t_open wide 80 24 A=1 --reviewer gina --questions emotion "$cjk"
t_see wide '^漢字の件名'
t_see wide '^  支払いの方法を変更したいのですが、どうすればよいでしょうか。請求書は毎月の初め$'
t_see wide 'lines 1-1[0-9] of '
t_fits wide
t_key wide G
t_see wide 'line 60'
t_key wide Up
t_not wide 'lines 1-'
t_key wide g
t_see wide 'lines 1-1'
t_key wide NPage
t_see wide 'xxxxxxxxxxxxxxxxxxxx'
t_not wide '漢字'
t_key wide Home
t_see wide '^漢字'

t_case resize
tm resize-window -t wide -x 50 -y 12
t_see wide '^  支払いの方法を変更したいのですが、どうすればよい$'
t_see wide 'n neutral  f frustrated  h high-stakes'
t_fits wide
tm resize-window -t wide -x 40 -y 10
t_see wide ' 1/1$'
t_fits wide
tm resize-window -t wide -x 20 -y 5
t_see wide '20x5'
t_key wide n
tm resize-window -t wide -x 100 -y 30
t_see wide 'question 1 of 1'
t_fits wide
t_see wide '0 of 1 done'
tm resize-window -t wide -x 20 -y 5
t_see wide '20x5'
t_key wide q
t_ends wide 0
t_open small 20 5 A=1 --reviewer gina --questions emotion "$cjk"
t_see small '20x5'
t_key small q
t_ends small 0

t_case 'a terminal without UTF-8'
t_open ascii 80 24 LC_ALL=C --reviewer gina --questions emotion "$cjk"
t_see ascii '^\?\?\?\?\?$'
t_see ascii '^-----.*lines 1-'
t_close ascii
t_open unset 80 24 '-u LC_ALL -u LC_CTYPE -u LANG' --reviewer gina \
    --questions emotion "$cjk"
t_see unset '^漢字の件名'
t_close unset
t_sql a.db "SELECT count(*) FROM review WHERE reviewer = 'gina'" << 'END'
0
END

tm kill-server
t_done
