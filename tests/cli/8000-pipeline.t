#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Programs on one database at the same time: pipelines longer than a pipe, two
# writers, writers that are killed, a full disk.
. "$(dirname "$0")/tap.sh"

# Programs under a sanitizer are several times slower.
kills=20 n=1000 slow=1
if grep -q __asan_init "$T_BIN/hs-tag"; then
	kills=8 n=300 slow=4
fi

cat > t.rules <<'END'
rules 1
dimension issue many password
dimension complexity one low < high
default complexity low
tag password
    set issue=password
    when text ~ \bpasswords?\b
END
# More than 64 KiB of keys: 6000 tickets, keys of 14 bytes and more.
awk 'BEGIN { for (i = 1; i <= 6000; i++)
	printf "{\"id\":\"ticket-%06d\",\"subject\":\"Password %d\",\"status\":\"solved\",\"created\":%d,\"solved\":%d}\n", i, i, 1767600000 + i, 1767700000 + i }' > many.ndjson
hs-import -q -d many.db many.ndjson > "$T_STATE/log"
t_case 'more than a pipe holds'
t_ok test "$(hs-pick -d many.db | wc -c)" -gt 100000

t_case 'hs-pick | hs-tag -'
hs-pick -d many.db | timeout 60 hs-tag -d many.db --rules t.rules \
    -c tickets,tagged - > "$T_STATE/out" 2> "$T_STATE/err"
t_err ''
t_out <<'END'
tickets	tagged
6000	6000
END

t_case 'hs-pick | hs-tiers map -'
hs-pick -d many.db | timeout 60 hs-tiers -d many.db map -c tickets - \
    > "$T_STATE/out" 2> "$T_STATE/err"
t_err ''
t_out <<'END'
tickets
6000
END

t_case 'hs-pick | hs-pick - | hs-show - | head'
hs-pick -d many.db 2> err1 | hs-pick -d many.db - 2> err2 |
    timeout 60 hs-show -d many.db - 2> err3 | head -n 1 > "$T_STATE/out"
t_out <<'END'
generic:ticket-000001  Password 1
END
cat err1 err2 err3 > "$T_STATE/err"
t_err ''

t_case 'hs-show | hs-tag --filter | hs-import of it into another'
hs-show -d many.db -f json -w 1 | hs-tag --filter --rules t.rules |
    wc -l > got
echo 6000 > want
t_same want got 'each ticket is a line'

t_case 'hs-pick | hs-import, readers before the writer'
printf '{"id":"new","subject":"n"}\n' > new.ndjson
hs-pick -d many.db --count > before
{ hs-pick -d many.db; cat before; } | {
	read -r first
	# the reader is blocked on its full pipe here
	timeout 20 hs-import -q -d many.db new.ndjson > "$T_STATE/out" 2> "$T_STATE/err"
	echo $? > status
	{ echo "$first"; cat; } | wc -l > lines
}
t_err ''
echo 0 > want
t_same want status 'a reader on a full pipe does not lock out a writer'
echo 6001 > want
t_same want lines 'the reader saw the database as it was when it began'
t_ok test "$(hs-pick -d many.db --count)" -eq 6001
t_case 'at rest it is one file'
t_ok test ! -e many.db-wal
t_ok test ! -e many.db-shm

# --- two writers ------------------------------------------------------------

generate --seed 3 --tickets $n exports > "$T_STATE/log" 2>&1
hs-import -q -d base.db exports > import.out
hs-tag -q -d base.db > tag.out
# What a database says, run counts and row numbers left out.
t_content() {
	sqlite3 "$1" "SELECT * FROM thread ORDER BY key, at, seq, ext_id" |
	    sed 's/^\([^|]*\)|[0-9]*|[0-9]*|/\1|/'
	sqlite3 "$1" "SELECT key, subject, status, created, solved, account, plan,
	    path, issue, complexity, emotion, pattern, tier, approach, systems,
	    triggers, segments, handoff_at, fields FROM tickets ORDER BY key"
	hs-tiers -d "$1" ceiling
	hs-tiers -d "$1" keep-human
}
t_content base.db > base.content

t_case 'two writers at once'
hs-import -q -d two.db exports > "$T_STATE/log"
hs-tag -q -d two.db > one.out 2> one.err &
one=$!
hs-import -q -d two.db many.ndjson > two.out 2> two.err &
two=$!
wait $one
one=$?
wait $two
two=$?
for who in "$one one" "$two two"; do
	case $who in
	'0 '*) t_pass 'a writer is done' ;;
	'4 '*)
		if grep -q 'database is busy' "${who#* }.err"; then
			t_pass 'a writer says that the database is busy'
		else
			t_fail 'a writer says that the database is busy'
			t_comment < "${who#* }.err"
		fi
		;;
	*)
		t_fail "a writer ends with 0 or 4, not ${who% *}"
		t_comment < "${who#* }.err"
		;;
	esac
done
t_sql two.db 'PRAGMA integrity_check; PRAGMA foreign_key_check' <<'END'
ok
END
hs-tag -q -d two.db > "$T_STATE/log" 2> "$T_STATE/err"
t_ok test "$(hs-pick -d two.db --count)" -ge "$n"

t_case 'two imports make one database'
hs-import -q -d fresh.db exports > one.out 2> one.err &
one=$!
hs-import -q -d fresh.db exports > two.out 2> two.err &
two=$!
wait $one
one=$?
wait $two
two=$?
t_ok test "$one" -eq 0 -o "$two" -eq 0
t_ok test "$one" -eq 0 -o "$one" -eq 4
t_ok test "$two" -eq 0 -o "$two" -eq 4
t_sql fresh.db 'PRAGMA integrity_check' <<'END'
ok
END
hs-tag -q -d fresh.db > "$T_STATE/log"
t_content fresh.db > content
t_same base.content content 'it holds what one import makes'
t_ok test ! -e fresh.db.importing

t_case 'a writer waits, then says busy'
cp base.db busy.db
mkfifo hold
sqlite3 busy.db < hold > "$T_STATE/log" 2>&1 &
shell=$!
exec 9> hold
echo 'BEGIN IMMEDIATE;' >&9
sleep 0.3
printf '{"id":"new","subject":"n"}\n' > new.ndjson
t_run hs-import -d busy.db new.ndjson
t_status 4
t_err '^hs-import: busy\.db: database is busy: another program is writing to it'
t_run hs-pick -d busy.db --count
t_status 0
exec 9>&-
wait $shell

# --- killed -----------------------------------------------------------------

# t_kill seconds command ...: it is gone, one way or the other.
t_kill() {
	t_after=$1
	shift
	"$@" > "$T_STATE/log" 2> "$T_STATE/err" &
	t_pid=$!
	sleep "$t_after"
	kill -9 $t_pid 2> "$T_STATE/log"
	wait $t_pid 2> "$T_STATE/log"
}

# A count of moments from nothing to what the whole takes, in seconds.
t_moments() {
	awk -v n="$kills" -v all="$1" 'BEGIN { for (i = 0; i < n; i++)
		printf "%.4f\n", all * (i + 0.5) / n }'
}

t_sound() {
	t_got=$(sqlite3 "$1" 'PRAGMA integrity_check; PRAGMA foreign_key_check' 2>&1)
	[ "$t_got" = ok ] && return
	t_fail "killed after $2 s: $t_got"
}

t_case 'hs-import killed while it makes a database'
left=0
for s in $(t_moments "$(awk "BEGIN { print 0.12 * $slow }")"); do
	rm -f k.db k.db-wal k.db-shm k.db.importing*
	t_kill "$s" hs-import -q -d k.db exports
	if [ -e k.db ]; then
		t_sound k.db "$s"
		[ "$(hs-pick -d k.db --count)" -eq "$n" ] ||
		    t_fail "killed after $s s: the database is whole"
	else
		left=$((left + 1))
	fi
	hs-import -q -d k.db exports > again.out 2> again.err ||
	    t_fail "killed after $s s: the second run ends well"
	awk -F '\t' 'NR > 1 && $1 == "ticket" { exit $3 + $5 != $2 }' again.out ||
	    t_fail "killed after $s s: the counts of the second run"
	ls k.db?* > extra 2> "$T_STATE/log"
	[ ! -s extra ] || { t_fail "killed after $s s: one file is left"; t_comment < extra; }
done
hs-tag -q -d k.db > "$T_STATE/log"
t_content k.db > content
t_same base.content content 'it holds what an undisturbed import makes'
t_ok test $left -gt 0

t_case 'hs-import killed while it adds to a database'
hs-import -q -d old0.db many.ndjson > "$T_STATE/log"
hs-import -q -d old0.db exports > "$T_STATE/log"
hs-pick -d old0.db > old.keys
rm -f old0.db
hs-import -q -d old0.db many.ndjson > "$T_STATE/log"
before=0 after=0
for s in $(t_moments "$(awk "BEGIN { print 0.12 * $slow }")"); do
	rm -f k.db k.db-wal k.db-shm
	cp old0.db k.db
	t_kill "$s" hs-import -q -d k.db exports
	count=$(hs-pick -d k.db --count)
	t_sound k.db "$s"
	if [ "$count" -eq 6000 ]; then
		before=$((before + 1))
	elif [ "$count" -eq $((6000 + n)) ]; then
		after=$((after + 1))
	else
		t_fail "killed after $s s: $count tickets, neither before nor after"
	fi
	hs-import -q -d k.db exports > again.out 2> again.err ||
	    t_fail "killed after $s s: the second run ends well"
	hs-pick -d k.db > keys
	cmp -s keys old.keys || t_fail "killed after $s s: the tickets of the second run"
done
t_ok test $((before + after)) -eq "$kills"
t_ok test $before -gt 0

t_case 'hs-tag killed'
hs-import -q -d plain.db exports > "$T_STATE/log"
before=0
for s in $(t_moments "$(awk "BEGIN { print 0.25 * $slow }")"); do
	rm -f k.db k.db-wal k.db-shm
	cp plain.db k.db
	t_kill "$s" hs-tag -q -d k.db
	t_sound k.db "$s"
	count=$(sqlite3 k.db 'SELECT count(*) FROM tagging')
	case $count in
	0) before=$((before + 1)) ;;
	"$n") ;;
	*) t_fail "killed after $s s: $count tickets tagged, neither none nor all" ;;
	esac
	active=$(sqlite3 k.db 'SELECT count(*) FROM ruleset WHERE active')
	[ "$count" -gt 0 ] || [ "$active" -eq 0 ] ||
	    t_fail "killed after $s s: a rule set is active without tags"
	hs-tag -q -d k.db -c tickets,gave_up > again.out 2> again.err ||
	    t_fail "killed after $s s: the second run ends well"
	t_content k.db > content
	cmp -s content base.content ||
	    t_fail "killed after $s s: the second run does what an undisturbed one does"
done
t_ok test $before -gt 0
t_same base.content content 'the content of an undisturbed run'

t_case 'signals end a program without a trace'
for signal in INT TERM HUP; do
	cp plain.db k.db
	hs-tag -q -d k.db > "$T_STATE/log" 2>&1 &
	pid=$!
	sleep 0.02
	kill -s $signal $pid 2> "$T_STATE/log"
	wait $pid 2> "$T_STATE/log"
	t_sound k.db "signal $signal"
done
t_pass 'the database is sound'

# --- no room ----------------------------------------------------------------

t_case 'a file may not grow'
cp many.db full.db
cp many.db full.before
# The log of the transaction is a file of its own, and is what is cut here.
(
	trap '' XFSZ
	ulimit -f 200 && hs-import -q -d full.db exports > "$T_STATE/log"
) 2> "$T_STATE/err"
status=$?
t_ok test $status -eq 4
t_ok test "$(wc -l < "$T_STATE/err")" -ge 1
t_sql full.db 'PRAGMA integrity_check' <<'END'
ok
END
t_ok test "$(hs-pick -d full.db --count)" -eq 6001
t_same full.before full.db 'the database is as before'
(
	trap '' XFSZ
	ulimit -f 16 && hs-import -q -d none.db exports > "$T_STATE/log"
) 2> "$T_STATE/err"
status=$?
t_ok test $status -eq 4
t_ok test ! -e none.db
cp plain.db full.db
(
	trap '' XFSZ
	ulimit -f 40 &&
	    hs-tag -q -d full.db > "$T_STATE/log"
) 2> "$T_STATE/err"
status=$?
t_ok test $status -eq 4
t_sql full.db 'PRAGMA integrity_check' <<'END'
ok
END
t_same plain.db full.db 'hs-tag: the database is as before'
(
	trap '' XFSZ
	ulimit -f 8 && hs-show -d base.db -o shown -f json -w 1
) 2> "$T_STATE/err"
status=$?
t_ok test $status -eq 4
t_ok test ! -e shown
t_ok test "$(find . -name '*shown*' | wc -l)" -eq 0

t_done
