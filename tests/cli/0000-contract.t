#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What all programs have in common: the contract of hs(7), tried on every
# program there is.  A new one needs a line in t_args, and passes.
. "$(dirname "$0")/tap.sh"

i=1
while [ $i -le 40 ]; do
	printf '{"id":%d,"subject":"Ticket %d","status":"solved","created":%d,"solved":%d,"messages":[{"id":"a","role":"customer","at":%d,"body":"How do I reset my password on the site?"},{"id":"b","role":"ai","at":%d,"body":"I am passing this on to a colleague."},{"id":"c","role":"agent","at":%d,"body":"Press Forgot password."}]}\n' \
	    $i $i $((1767600000 + i * 60)) $((1767610000 + i * 60)) \
	    $((1767600000 + i * 60)) $((1767600060 + i * 60)) \
	    $((1767600120 + i * 60))
	i=$((i + 1))
done > in.ndjson
cat > t.rules <<'END'
rules 1
dimension topic many reset
tag reset
    set topic=reset
    when text ~ reset
route people
    on   open
    when topic = reset
    then human-first
default open ai-first
END
hs-import -d a.db in.ndjson > "$T_STATE/log" && hs-tag -q -d a.db > "$T_STATE/log"
cp a.db keep.db

# The operands and options with which a program does its normal work.
t_args() {
	case $1 in
	hs-import) echo in.ndjson ;;
	hs-tag) echo --rules t.rules ;;
	hs-pick) ;;
	hs-show) echo -w 1 ;;
	hs-sample) echo list ;;
	hs-tiers) echo map ;;
	hs-escaudit) echo all --figures ;;
	hs-metrics) echo show involvement ;;
	hs-report) echo monthly ;;
	hs-rules) echo replay t.rules ;;
	esac
}

# What must stand before keys.
t_command() {
	case $1 in
	hs-sample) echo draw ;;
	hs-tiers) echo map ;;
	hs-escaudit) echo all ;;
	hs-metrics) echo show involvement ;;
	hs-rules) echo replay t.rules ;;
	esac
}

# t_message what: standard error is one line of this program and nothing else.
t_message() {
	if [ "$(wc -l < "$T_STATE/err")" -eq 1 ] &&
	    grep -q "^$program: " "$T_STATE/err"; then
		t_pass "$1 says so in one line"
		return
	fi
	t_fail "$1 says so in one line"
	t_comment < "$T_STATE/err"
}

t_silent() {
	if [ -s "$T_STATE/out" ]; then
		t_fail 'nothing on standard output'
		head -n 3 "$T_STATE/out" | t_comment
	else
		t_pass 'nothing on standard output'
	fi
}

t_as_before() {
	t_same keep.db a.db 'the database is as before'
	cp keep.db a.db
	rm -f a.db-wal a.db-shm
}

t_options() {
	t_case "$program -h"
	t_run "$program" -h
	t_status 0
	t_err ''
	t_ok grep -q "^usage: $program " "$T_STATE/out"
	t_run "$program" --help
	t_status 0
	t_case "$program -V"
	t_run "$program" -V
	t_status 0
	t_err ''
	t_ok grep -Eq "^$program .*[0-9]+\\.[0-9]+" "$T_STATE/out"

	t_case "$program, an unknown option"
	for option in --no-such-option -Z; do
		# shellcheck disable=SC2046 # words
		t_run "$program" -d a.db "$option" $(t_args "$program")
		t_status 2
		t_silent
		t_message "$option"
		t_err "unknown option '$option'"
	done
	t_case "$program, an option without its value"
	t_run "$program" -d
	t_status 2
	t_silent
	t_message -d
	t_case "$program, an unknown format"
	# shellcheck disable=SC2046
	t_run "$program" -d a.db -f no-such $(t_args "$program")
	t_status 2
	t_silent
	case $program in
	hs-pick) t_err "unknown option '-f'" ;;
	*) t_err 'no-such' ;;
	esac
	case $program in
	hs-pick | hs-show | hs-report) ;;
	*)
		t_case "$program, an unknown column"
		# shellcheck disable=SC2046
		t_run "$program" -d a.db -c no-such $(t_args "$program")
		t_status 2
		t_silent
		t_err "no column 'no-such'"
		;;
	esac
	t_case "$program, a number that is too long"
	long=99999999999999999999
	case $program in
	hs-import) set -- --max-record $long ;;
	hs-tag) set -- -j $long ;;
	hs-pick) set -- --last ${long}d ;;
	hs-sample) set -- -n $long ;;
	hs-tiers) set -- --top $long ;;
	hs-escaudit) set -- --min-n $long ;;
	hs-metrics | hs-report) set -- --min-n $long ;;
	*) set -- ;;
	esac
	if [ $# -gt 0 ]; then
		# shellcheck disable=SC2046
		t_run "$program" -d a.db "$@" $(t_args "$program")
		t_status 2
		t_silent
		t_err "$long"
	fi
	t_as_before
}

# Only hs-import makes a database.
t_database() {
	t_case "$program, a database that is not there"
	# shellcheck disable=SC2046
	t_run "$program" -d gone.db $(t_args "$program")
	t_status 4
	t_silent
	t_message 'a missing database'
	t_err 'gone\.db'
	t_ok test ! -e gone.db
	# shellcheck disable=SC2046
	t_run "$program" $(t_args "$program")
	t_status 4
	t_err 'helpdesk\.db'
}

t_foreign() {
	printf '\211PNG\r\n\032\n\000\000\000\rIHDR' > picture.db
	{ cat picture.db; head -c 8000 in.ndjson; } > picture2.db
	: > empty.db
	sqlite3 other.db 'CREATE TABLE IF NOT EXISTS ticket (id);
  CREATE TABLE IF NOT EXISTS source (id)'
	cp keep.db newer.db
	sqlite3 newer.db 'PRAGMA user_version = 99'
	head -c 6000 keep.db > cut.db
	mkdir -p folder.db
	for f in picture.db picture2.db empty.db other.db newer.db cut.db folder.db; do
		case $program:$f in
		hs-import:empty.db) continue ;;
		esac
		t_case "$program, $f"
		[ -d $f ] || cp $f before
		# shellcheck disable=SC2046
		t_run "$program" -d $f $(t_args "$program")
		t_status 4
		t_silent
		t_message "$f"
		t_err "$f"
		[ -d $f ] || t_same before $f
		t_ok test ! -e $f-wal
	done
}

t_keys() {
	t_case "$program, unknown keys"
	# shellcheck disable=SC2046
	set -- $(t_command "$program")
	t_run "$program" -d a.db "$@" generic:1 generic:nope
	t_status 2
	t_silent
	t_err "no ticket 'generic:nope'"
	t_as_before
	t_run "$program" -d a.db "$@" -- -5
	t_status 2
	t_err "no ticket '-5'"
	printf 'key\ngeneric:1\tmore\n\ngeneric:nope\n  2  \ngeneric:40' > keys
	t_run "$program" -d a.db "$@" - < keys
	t_status 3
	t_err "no ticket 'generic:nope'"
	t_ok test "$(grep -c 'no ticket' "$T_STATE/err")" -eq 1
	t_ok test -s "$T_STATE/out"
	cp "$T_STATE/out" partial
	cp keep.db a.db
	t_run "$program" -d a.db "$@" generic:1 generic:2 generic:40
	t_status 0
	t_same partial "$T_STATE/out" 'on standard input the rest is done'
	cp keep.db a.db
	printf 'generic:1\0generic:2\000040' | sed 's/040/generic:40/' > keys0
	t_run "$program" -0 -d a.db "$@" - < keys0
	t_status 0
	[ "$program" = hs-pick ] ||
	    t_same partial "$T_STATE/out" '-0: keys that end with NUL'
	cp keep.db a.db
	t_case "$program, no keys"
	t_run "$program" -d a.db "$@" - < /dev/null
	t_status 0
	t_err ''
	t_case "$program, an empty selection"
	t_run "$program" -d a.db "$@" -w 0
	t_status 0
	t_err ''
	t_case "$program, -- before operands"
	t_run "$program" -d a.db -- "$@" generic:1
	t_status 0
	t_err ''
	t_case "$program, a condition that cannot be"
	t_run "$program" -d a.db "$@" -w 'no_such_column = 1'
	t_status 2
	t_silent
	t_message -w
	cp keep.db a.db
}

t_streams() {
	# shellcheck disable=SC2046
	set -- $(t_args "$program")
	if [ -c /dev/full ]; then
		t_case "$program, a full disk"
		t_run_to /dev/full "$program" -d a.db "$@"
		t_status 4
		t_message 'a full disk'
		t_err 'standard output: No space left'
	fi
	cp keep.db a.db
	for option in -h -V; do
		t_run_to /dev/full "$program" "$option"
		t_status 4
	done
	t_case "$program, standard output is closed"
	"$program" -d a.db "$@" >&- 2> "$T_STATE/err"
	t_ok test $? -eq 4
	t_message 'a closed output'
	t_sql a.db 'PRAGMA integrity_check; SELECT count(*) FROM ticket' <<'END'
ok
40
END
	cp keep.db a.db
	t_case "$program, standard input is closed"
	t_run "$program" -d a.db "$@" <&-
	t_status 0
	t_err ''
	cp keep.db a.db
	t_case "$program, standard error is closed"
	"$program" -d a.db "$@" > "$T_STATE/log" 2>&-
	t_ok test $? -eq 0
	"$program" -d a.db --no-such-option 2>&-
	t_ok test $? -eq 2
	t_sql a.db 'PRAGMA integrity_check; SELECT count(*) FROM ticket' <<'END'
ok
40
END
	cp keep.db a.db
	t_case "$program, nobody reads"
	{
		sleep 0.1
		"$program" -d a.db "$@" 2> "$T_STATE/err"
		echo $? > "$T_STATE/status"
	} | true
	read -r t_got < "$T_STATE/status"
	t_ok test "$t_got" -eq 141 -o "$t_got" -eq 0
	t_err ''
	cp keep.db a.db
	rm -f a.db-wal a.db-shm
	"$program" -d a.db "$@" 2> "$T_STATE/err" | head -n 1 > "$T_STATE/log"
	t_err ''
	cp keep.db a.db
	rm -f a.db-wal a.db-shm
}

t_output() {
	# shellcheck disable=SC2046
	set -- $(t_args "$program")
	t_case "$program -o"
	cp keep.db a.db
	t_run "$program" -d a.db "$@"
	cp "$T_STATE/out" want
	cp keep.db a.db
	mkdir box
	t_run "$program" -d a.db -o box/out "$@"
	t_status 0
	t_silent
	t_err ''
	t_same want box/out '-o FILE holds what would be printed'
	echo precious > box/out
	cp keep.db a.db
	case $program in
	hs-import) t_run "$program" -d a.db -o box/out "$@" gone.ndjson ;;
	*) t_run "$program" -d a.db -o box/out "$@" -w 'no_such = 1' ;;
	esac
	t_status 2
	t_ok test "$(cat box/out)" = precious
	t_ok test "$(find box -type f | wc -l)" -eq 1
	t_run "$program" -d a.db -o no/where "$@"
	t_status 4
	t_silent
	t_err 'no/where'
	t_same keep.db a.db 'an output that cannot be: the database is as before'
	t_case "$program -o is not for the database"
	cp keep.db a.db
	"$program" -d a.db -o a.db "$@" > "$T_STATE/log" 2>&1
	t_sql a.db 'SELECT count(*) FROM ticket' 'it is still there' <<'END'
40
END
	rm -rf box
	cp keep.db a.db
	rm -f a.db-wal a.db-shm
}

# Keys and options in any order; the same bytes twice.
t_same_twice() {
	# shellcheck disable=SC2046
	set -- $(t_args "$program")
	t_case "$program twice"
	cp keep.db a.db
	t_run "$program" -d a.db "$@"
	t_status 0
	cp "$T_STATE/out" want
	cp keep.db a.db
	t_run "$program" "$@" -d a.db
	t_same want "$T_STATE/out" 'options may stand behind operands'
	cp keep.db a.db
	HS_DB=a.db
	export HS_DB
	t_run "$program" "$@"
	unset HS_DB
	t_same want "$T_STATE/out" 'HS_DB names the database'
	cp keep.db a.db
	TZ=Asia/Kolkata LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 t_run "$program" -d a.db "$@"
	t_same want "$T_STATE/out" 'zone and locale do not matter'
	cp keep.db a.db
}

for path in "$T_BIN"/hs-*; do
	[ -x "$path" ] || continue
	program=${path##*/}
	t_options
	t_same_twice
	t_foreign
	t_streams
	t_output
	[ "$program" = hs-import ] && continue
	t_database
	[ "$program" = hs-report ] || t_keys # it is about periods
done

t_case 'hs-tag --filter needs no database'
t_run hs-tag --filter --rules t.rules < /dev/null
t_status 0
t_err ''
t_silent
t_run hs-tag --filter --rules t.rules <&-
t_ok test "$(cat "$T_STATE/status")" -le 4
if [ -c /dev/full ]; then
	echo '{}' > one
	t_run_to /dev/full hs-tag --filter --rules t.rules < one
	t_status 4
fi
t_case 'hs-tiers without a command, or with an unknown one'
t_run hs-tiers -d a.db
t_status 2
t_run hs-tiers -d a.db no-such
t_status 2
t_err "'no-such'"

t_done
