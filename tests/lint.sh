#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the compiler does not check: layers, forbidden calls, global state,
# budgets, headers, names, man pages, scripts.  One line an offence, as
# file:line: message; exit 1 when there is any.  The operand is the build folder,
# whose objects are looked at when it is there.
set -u
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.." || exit 4
build=${1:-${BUILD:-build}}
cc=${CC:-cc}
tmp=$(mktemp -d) || exit 4
trap 'rm -rf "$tmp"' EXIT
trap 'exit 4' HUP INT TERM
found=$tmp/found
: > "$found"

have() {
	command -v "$1" > /dev/null 2>&1 && return
	echo "lint: no $1: its check is left out" >&2
	return 1
}

# Sources, in a stable order.
find lib cmd -name '*.[ch]' | sort > "$tmp/sources"
find lib -name '*.h' | sort > "$tmp/headers"
find lib cmd tests samples -name node_modules -prune -o -name '*.[ch]' -print \
    2> /dev/null | sort > "$tmp/all"
# Every file of the project, built or fetched things left out.
if git rev-parse --git-dir > /dev/null 2>&1; then
	git ls-files -co --exclude-standard
else
	find . -type f ! -path "./$build/*" ! -path './.git/*' ! -path './build/*' \
	    ! -path '*/node_modules/*' | sed 's,^\./,,'
fi | sort -u > "$tmp/listed"
while IFS= read -r f; do
	[ -f "$f" ] && printf '%s\n' "$f"
done < "$tmp/listed" > "$tmp/project"

# "file:line:code" with comments gone and strings emptied.
strip() {
	xargs awk '
	FNR == 1 { comment = 0 }
	{
		out = ""
		n = length($0)
		quote = ""
		for (i = 1; i <= n; i++) {
			c = substr($0, i, 1)
			two = substr($0, i, 2)
			if (comment) {
				if (two == "*/") { comment = 0; i++ }
			} else if (quote != "") {
				if (c == "\\") i++
				else if (c == quote) { quote = ""; out = out c }
			} else if (two == "/*") {
				comment = 1; i++; out = out " "
			} else if (two == "//") {
				out = out " \001"
				break
			} else {
				if (c == "\"" || c == "\047") quote = c
				out = out c
			}
		}
		print FILENAME ":" FNR ":" out
	}' < "$tmp/sources"
}
strip > "$tmp/code"

check_layers() {
	xargs awk '
	BEGIN {
		may["base"] = "base"
		may["store"] = "base store"
		may["rules"] = "base rules"
		may["stats"] = "base stats"
		may["render"] = "base render"
		may["learn"] = "base stats learn"
		may["ingest"] = "base store ingest"
		may["check"] = "base rules check"
		may["audit"] = "base store rules check stats learn render audit"
		may["escalation"] = "base store rules check stats learn render audit escalation"
		may["metrics"] = "base store rules stats learn render audit metrics"
		may["report"] = "base store rules check stats learn render audit escalation metrics report"
		may["cli"] = "base store render cli"
		may["cmd"] = "base store rules check stats learn render ingest audit escalation metrics report cli"
		only["sqlite3.h"] = "store"
		only["pcre2.h"] = "rules"
		only["linear.h"] = "learn"
	}
	/^[ \t]*#[ \t]*include[ \t]/ {
		split(FILENAME, dir, "/")
		layer = dir[1] == "cmd" ? "cmd" : dir[2]
		at = FILENAME ":" FNR ": "
		if (!(layer in may)) {
			print at "lib/" layer " is no known layer"
			nextfile
		}
		if (match($0, /<[^>]*>/)) {
			name = substr($0, RSTART + 1, RLENGTH - 2)
			if (name in only && only[name] != layer)
				print at name " belongs to lib/" only[name] " alone"
		} else if (match($0, /"[^"]*"/)) {
			name = substr($0, RSTART + 1, RLENGTH - 2)
			if (name == "schema_sql.h" && layer == "store")
				next
			n = split(name, part, "/")
			if (layer == "cmd" && n == 2 && dir[2] ~ "^" part[1])
				next
			if (n != 2)
				print at "include \"layer/file.h\", not \"" name "\""
			else if (index(" " may[layer] " ", " " part[1] " ") == 0)
				print at layer " may not include " name
		}
	}' < "$tmp/sources"
}

check_calls() {
	awk -F : '
	function call(name) {
		return code ~ ("(^|[^A-Za-z0-9_.>])" name "[ \t]*\\(")
	}
	BEGIN {
		n = split("strcpy strcat sprintf vsprintf atoi atol strtol " \
		    "strtoul strtok gets alloca rand srand", never, " ")
	}
	{
		code = $0
		sub(/^[^:]*:[^:]*:/, "", code)
		at = $1 ":" $2 ": "
		for (i = 1; i <= n; i++)
			if (call(never[i]))
				print at never[i] "() is not used here"
		if ($1 != "lib/base/num.c" && (call("strtoll") || call("strtod")))
			print at "numbers are read by lib/base/num.c alone"
		if ($1 !~ /^lib\/store\// && call("sqlite3_step"))
			print at "sqlite3_step() is for lib/store alone"
		if (code ~ /(^|[^A-Za-z0-9_])typedef[ \t]+(struct|union|enum)/)
			print at "structs, unions and enums are not typedefed"
		if (code ~ /\001/)
			print at "comments are /* */"
	}' "$tmp/code"
}

# Objects of sources that still exist: "object source".
objects() {
	while IFS= read -r f; do
		case $f in
		lib/*.c)
			o=$build/${f%.c}.o
			[ -f "$o" ] && echo "$o $f"
			;;
		esac
	done < "$tmp/sources"
}

# Where a name stands in a source file, for the message.
place() {
	line=$(grep -nw -- "$2" "$1" | head -n 1 | cut -d : -f 1)
	echo "$1:${line:-1}"
}

check_objects() {
	have nm || return 0
	objects | while read -r o f; do
		nm -u "$o" | awk '{ print $NF }' | grep -xE \
		    '_?exit|_Exit|quick_exit|abort|stderr|stdout|perror|v?warnx?|v?errx?|secure_getenv|getenv|puts|putchar|v?printf|__v?printf_chk' |
		    while read -r s; do
			case $f in
			lib/base/mem.c | lib/cli/*) continue ;;
			esac
			echo "$(place "$f" "$s"): a library does not use $s"
		done
		# .data.rel.ro is constant, though nm calls it data
		nm -f sysv "$o" | awk -F '|' 'NF == 7 {
			gsub(/ /, "", $1); gsub(/ /, "", $7)
			if ($7 ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ &&
			    $7 !~ /^\.data\.rel\.ro/) print $1 }' |
		    while read -r s; do
			echo "$(place "$f" "${s%%.*}"): mutable state '$s'"
		done
	done
}

check_budgets() {
	xargs wc -l < "$tmp/sources" | awk '$2 != "total" {
		max = $2 ~ /\.h$/ ? 120 : 400
		if ($1 > max)
			print $2 ":" $1 ": " $1 " lines, a " \
			    (max == 120 ? "header" : "file") " has " max
	}'
	have ctags || return 0
	ctags -x --languages=C,C++ --langmap=C:.c.h --kinds-C=f \
	    --_xformat='%F %n %{end} %N' -L "$tmp/sources" > "$tmp/functions"
	awk '{
		n = $3 - $2 + 1
		max = $4 == "main" ? 45 : 60
		if (n > max)
			print $1 ":" $2 ": " $4 "() has " n " lines, not " max
	}' "$tmp/functions"
	ctags -x --languages=C,C++ --langmap=C:.c.h --kinds-C=degstuvf \
	    --_xformat='%F:%n: %N' -L "$tmp/sources" |
	    sed -n 's/^\(.*: \)\([A-Za-z0-9_]*_t\)$/\1'"'"'\2'"'"' ends in _t/p'
}

# Median and 90th percentile of the numbers on standard input.
spread() {
	sort -n | awk -v what="$1" '{ v[NR] = $1 } END {
		if (NR > 0)
			print "lint: " what ": " NR ", median " \
			    v[int((NR + 1) / 2)] " lines, p90 " \
			    v[int((NR * 9 + 9) / 10)] ", longest " v[NR]
	}'
}

check_headers() {
	awk '{
		f = $0
		state = 0
		line = 0
		guard = ""
		while ((getline s < f) > 0) {
			line++
			if (state == 0 && s ~ /^#ifndef /) {
				guard = substr(s, 9)
				state = guard ~ /^HD_[A-Z0-9_]+_H$/ ? 1 : 9
				if (state == 9)
					print f ":" line ": guard is HD_..._H"
			} else if (state == 1) {
				state = s == "#define " guard ? 2 : 9
				if (state == 9)
					print f ":" line ": no #define " guard
			}
			last = s
		}
		close(f)
		if (state == 0)
			print f ":1: no include guard"
		if (state == 2 && last != "#endif")
			print f ":" line ": the guard ends before the file"
		if (guard in seen)
			print f ":2: guard " guard " is that of " seen[guard]
		seen[guard] = f
	}' "$tmp/headers"
	flags=$(pkg-config --cflags sqlite3 libpcre2-8 yajl gsl libsodium \
	    libxml-2.0 libutf8proc libxxhash libexttextcat 2> /dev/null)
	while IFS= read -r f; do
		# shellcheck disable=SC2086 # flags are words
		"$cc" -std=c11 -D_POSIX_C_SOURCE=200809L -I"$build/gen" -Ilib \
		    $flags -Wall -Wextra -fsyntax-only -x c "$f" 2>&1 |
		    sed -n 's/^\([^ ]*:[0-9]*\):[0-9]*: \([a-z ]*: .*\)/\1: alone: \2/p'
	done < "$tmp/headers"
}

check_words() {
	xargs awk 'FNR == 1 && $0 !~ \
	    /^\/\* SPDX-License-Identifier: GPL-3.0-or-later \*\/$/ {
		print FILENAME ":1: no SPDX line"
	}' < "$tmp/all"
	tr '\n' '\0' < "$tmp/project" | xargs -0 grep -nIE \
	    '(^|[^A-Za-z0-9_])(TO[D]O|FIX[M]E|X[X]X)([^A-Za-z0-9_]|$)' \
	    /dev/null | grep -v '["# ]TO[D]O"\|# TO[D]O' | # TAP's directive is no note
	    sed 's/^\([^:]*:[0-9]*\):.*/\1: a note to oneself/'
	tr '\n' '\0' < "$tmp/project" | xargs -0 grep -nIE \
	    '(^|[^A-Za-z0-9_.-])/([w]ork|[f]arm)/|\.\./[s]hared|(^|[^A-Za-z0-9_])\.[l]ibrary' \
	    /dev/null | sed 's/^\([^:]*:[0-9]*\):.*/\1: a path of a workplace/'
}

check_man() {
	have mandoc || return 0
	for f in man/*.[157]; do
		[ -f "$f" ] && mandoc -Tlint -Wwarning "$f" 2>&1
	done | sed 's/^mandoc: //'
}

check_shell() {
	have shellcheck || return 0
	for f in tests/*.sh tests/bench/*.sh tests/cli/*.t tests/cli/tap.sh \
	    tests/browser/*.sh tests/precommit .ci/run samples/mail-report.sh; do
		[ -f "$f" ] && shellcheck -s sh -e SC2016 -x -P SCRIPTDIR \
		    -f gcc "$f"
	done
}

{
	check_layers
	check_calls
	check_objects
	check_budgets
	check_headers
	check_words
	check_man
	check_shell
} >> "$found"
cat "$found"
[ -s "$tmp/functions" ] &&
    awk '{ print $3 - $2 + 1 }' "$tmp/functions" | spread functions >&2
xargs wc -l < "$tmp/sources" | awk '$2 ~ /\.c$/ { print $1 }' |
    spread files >&2
n=$(wc -l < "$found")
[ "$n" -eq 0 ] && exit 0
echo "lint: $n offences" >&2
exit 1
