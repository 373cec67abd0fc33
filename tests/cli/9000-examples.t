#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The manual is true: every "$ " line in the EXAMPLES of man/* and in the fenced
# blocks of README.md is run, and must print what stands below it, on standard
# output or error.  A line that begins with "> " goes on with the command above.
# The examples of one page run in order, in one copy of samples/exports.
# SYNOPSIS is the usage line of -h, word for word.
. "$(dirname "$0")/tap.sh"

mkdir page

# Examples on standard input, without indentation: page/N holds the command,
# page/N.out what it prints.  Blank lines at the end of an output do not count.
t_split() {
	rm -f page/*
	awk '
	function done() {
		if (n == 0)
			return
		while (lines > 0 && line[lines] == "")
			lines--
		printf "" > ("page/" n ".out")
		for (i = 1; i <= lines; i++)
			print line[i] > ("page/" n ".out")
		close("page/" n ".out")
		close("page/" n)
	}
	/^\$ / {
		done()
		n++
		lines = 0
		print substr($0, 3) > ("page/" n)
		next
	}
	n > 0 && lines == 0 && /^>( |$)/ {
		print substr($0, 3) > ("page/" n)
		next
	}
	{ line[++lines] = $0 }
	END { done() }'
}

# The literal displays of EXAMPLES, from the source of the page, because what
# mandoc prints has no tabs.
t_man_examples() {
	awk '
	/^\.Sh/ { inside = 0; in_section = $2 == "EXAMPLES" }
	/^\.Ed/ { inside = 0; print "" }
	inside
	/^\.Bd/ { inside = in_section }' "$1" |
	    sed -e "s/\\\\(aq/'/g" -e 's/\\-/-/g' -e 's/\\&//g' -e 's/\\e/\\/g'
}

t_readme_examples() {
	awk '
	/^```/ { inside = !inside; print ""; next }
	inside' "$1"
}

# t_page name: run what t_split left, in a new copy of the samples.
t_page() {
	rm -rf work
	cp -R "$T_ROOT/samples/exports" work
	ln -s "$T_ROOT/samples" work/samples
	t_case "$1"
	t_i=1
	while [ -f "page/$t_i" ]; do
		(cd work && sh "../page/$t_i" < /dev/null > ../got 2>&1)
		t_got=$?
		if [ "$t_got" -gt 128 ]; then
			t_fail "died with status $t_got: $(head -n 1 "page/$t_i")"
		else
			t_same "page/$t_i.out" got "$(head -n 1 "page/$t_i")"
		fi
		t_i=$((t_i + 1))
	done
	[ "$t_i" -gt 1 ] || t_fail 'no example was found'
}

t_synopsis() {
	mandoc -Tascii "$T_ROOT/man/$1.1" | sed "s/.$(printf "\\b")//g" |
	    sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d;$d' |
	    tr -s ' \t\n' ' ' | sed 's/^ //;s/ $//' > synopsis
	echo >> synopsis
	"$1" -h | sed -n 's/^usage: //p' > usage
	sed '/^$/d' synopsis > synopsis.one
	t_same usage synopsis.one "$1: SYNOPSIS is what -h says"
}

for page in "$T_ROOT"/man/*.[157]; do
	t_man_examples "$page" | t_split
	t_page "$(basename "$page")"
done
if [ -f "$T_ROOT/README.md" ]; then
	t_readme_examples "$T_ROOT/README.md" | t_split
	t_page README.md
fi

t_case 'manual'
for program in "$T_ROOT"/cmd/*.c; do
	t_synopsis "$(basename "$program" .c)"
done

t_done
