# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The harness of the command line tests, read by each script first:
#
#	. "$(dirname "$0")/tap.sh"
#	t_case 'what the next checks are about'
#	t_run hs-import -d a.db file.csv	# stdout, stderr, status kept
#	t_status 0
#	t_out <<'END'				# stdout is exactly this
#	END
#	t_err 'file.csv:3: .*lost'		# a line of stderr matches
#	t_done
#
# Every check is one line of TAP.  A script works in a folder of its own, which
# is kept, and named, when a check failed.  Programs come from HS_BIN, default
# build/bin.  A program that died by a signal fails the script even if nobody
# looks at its status; sanitizers are told to end like that.

T_ROOT=$(cd "$(dirname "$0")/../.." && pwd) || exit 4
T_BIN=${HS_BIN:-build/bin}
case $T_BIN in
/*) ;;
*) T_BIN=$T_ROOT/$T_BIN ;;
esac
PATH=$T_BIN:$PATH
LC_ALL=C
TZ=UTC
export PATH LC_ALL TZ
for t_name in $(env | sed -n 's/^\(HS_[A-Za-z0-9_]*\)=.*/\1/p'); do
	unset "$t_name"
done
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}exitcode=199
UBSAN_OPTIONS=${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}exitcode=199
export ASAN_OPTIONS UBSAN_OPTIONS
umask 022

T_DIR=$(mktemp -d "${TMPDIR:-/tmp}/hs-$(basename "$0" .t).XXXXXX") || exit 4
T_STATE=$T_DIR/.t
mkdir "$T_STATE" && cd "$T_DIR" || exit 4
echo 0 > "$T_STATE/n"
echo 0 > "$T_STATE/failed"
: > "$T_STATE/case"
echo 'TAP version 13'

t_finish() {
	t_code=$?
	[ -d "$T_STATE" ] || return
	echo "# ended early with status $t_code; files are in $T_DIR"
	exit 4
}
trap t_finish EXIT
trap 'exit 4' HUP INT TERM

# Standard input as TAP comments.
t_comment() {
	sed 's/^/#   /' | tr -d '\000'
}

# t_result ok|'not ok' what
t_result() {
	read -r t_n < "$T_STATE/n"
	t_n=$((t_n + 1))
	echo "$t_n" > "$T_STATE/n"
	[ "$1" = ok ] || echo 1 > "$T_STATE/failed"
	read -r t_text < "$T_STATE/case" || t_text=
	printf '%s %s - %s%s' "$1" "$t_n" "${t_text:+$t_text: }" "$2" |
	    tr -s '\n\t# ' ' '
	echo
}

t_pass() {
	t_result ok "$1"
}

t_fail() {
	t_result 'not ok' "$1"
}

# What the next checks are about.
t_case() {
	printf '%s\n' "$*" > "$T_STATE/case"
}

# Run a command; what it says and how it ends is kept for the checks.
t_run() {
	printf '%s\n' "$*" > "$T_STATE/command"
	"$@" > "$T_STATE/out" 2> "$T_STATE/err"
	echo $? > "$T_STATE/status"
	read -r t_got < "$T_STATE/status"
	[ "$t_got" -le 128 ] && return
	t_fail "died with status $t_got (signal $((t_got - 128))?): $*"
	t_comment < "$T_STATE/err"
}

# The same with standard output going to a file or device.
t_run_to() {
	t_to=$1
	shift
	printf '%s\n' "$*" > "$T_STATE/command"
	"$@" > "$t_to" 2> "$T_STATE/err"
	echo $? > "$T_STATE/status"
	: > "$T_STATE/out"
	read -r t_got < "$T_STATE/status"
	[ "$t_got" -le 128 ] || t_fail "died with status $t_got (signal $((t_got - 128))?): $*"
}

t_status() {
	read -r t_got < "$T_STATE/status"
	if [ "$t_got" -eq "$1" ]; then
		t_pass "status $1"
		return
	fi
	t_fail "status $1"
	{
		printf 'got %s from: ' "$t_got"
		cat "$T_STATE/command" "$T_STATE/err"
	} | t_comment
}

# Two files hold the same bytes.
t_same() {
	if cmp -s "$1" "$2"; then
		t_pass "${3:-$1 and $2 are the same}"
		return
	fi
	t_fail "${3:-$1 and $2 are the same}"
	diff -u "$1" "$2" 2>&1 | head -n 60 | t_comment
}

# Standard output of the last command is what stands on standard input.
t_out() {
	cat > "$T_STATE/want"
	t_same "$T_STATE/want" "$T_STATE/out" 'standard output'
	cmp -s "$T_STATE/want" "$T_STATE/out" || t_comment < "$T_STATE/err"
}

# A line of standard error matches; '' says that there is none.
t_err() {
	if [ -z "$1" ]; then
		if [ ! -s "$T_STATE/err" ]; then
			t_pass 'nothing on standard error'
			return
		fi
	elif grep -Eq -- "$1" "$T_STATE/err"; then
		t_pass "standard error says '$1'"
		return
	fi
	t_fail "standard error says '${1:-nothing}'"
	t_comment < "$T_STATE/err"
}

# Standard error of the last command is what stands on standard input.
t_err_is() {
	cat > "$T_STATE/want"
	t_same "$T_STATE/want" "$T_STATE/err" 'standard error'
}

# A command succeeds.
t_ok() {
	if "$@" > "$T_STATE/log" 2>&1; then
		t_pass "$*"
		return
	fi
	t_fail "$*"
	t_comment < "$T_STATE/log"
}

# t_sql database statement: its rows are what stands on standard input.
t_sql() {
	cat > "$T_STATE/want"
	sqlite3 -batch -separator '|' -nullvalue NULL "$1" "$2" \
	    > "$T_STATE/rows" 2>&1
	t_same "$T_STATE/want" "$T_STATE/rows" "${3:-$2}"
}

t_done() {
	read -r t_n < "$T_STATE/n"
	read -r t_bad < "$T_STATE/failed"
	echo "1..$t_n"
	trap - EXIT
	cd "$T_ROOT" || exit 4
	if [ "$t_bad" -ne 0 ]; then
		echo "# files are in $T_DIR"
		exit 1
	fi
	rm -rf "$T_DIR"
	exit 0
}
