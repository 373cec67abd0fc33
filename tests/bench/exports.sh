#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What sample exports become against what is expected of them:
#   exports.sh BINDIR FOLDER EXPECT     compare, 1 if anything differs
#   exports.sh -w BINDIR FOLDER EXPECT  write what came out as what is expected
# EXPECT is a table: file, options of hs-import, tickets (no stubs), messages by
# role, events, people, accounts, surveys, rejects.  Each file goes into a
# database of its own, twice: the second time may change nothing.
set -u
write=
if [ "$1" = -w ]; then
	write=yes
	shift
fi
PATH=$1:$PATH
folder=$2
expect=$3
tab=$(printf '\t')
tmp=$(mktemp -d) || exit 4
trap 'rm -rf "$tmp"' EXIT

counts() { # FILE OPTIONS: the numbers of the row
	rm -f "$tmp/a.db"
	# shellcheck disable=SC2086 # options are words
	hs-import -q -d "$tmp/a.db" $2 "$folder/$1" >"$tmp/out" 2>"$tmp/err"
	status=$?
	[ "$status" -eq 0 ] || [ "$status" -eq 3 ] || echo "status $status" >&2
	rejected=$(awk -F'\t' 'NR > 1 { n += $7 } END { print n + 0 }' "$tmp/out")
	# shellcheck disable=SC2086
	hs-import -q -d "$tmp/a.db" $2 "$folder/$1" >"$tmp/out" 2>"$tmp/err"
	awk -F'\t' -v f="$1" 'NR > 1 { n += $3 + $4 }
		END { if (n > 0) print f ": a second import changes " n }' \
	    "$tmp/out" >&2
	sqlite3 -separator "$tab" "$tmp/a.db" "SELECT
		(SELECT count(*) FROM ticket WHERE stub = 0),
		(SELECT sum(role = 'customer') FROM thread),
		(SELECT sum(role = 'ai') FROM thread),
		(SELECT sum(role = 'agent') FROM thread),
		(SELECT sum(role = 'system') FROM thread),
		(SELECT sum(role = 'unknown') FROM thread),
		(SELECT count(*) FROM event), (SELECT count(*) FROM person),
		(SELECT count(*) FROM account), (SELECT count(*) FROM survey),
		$rejected" | sed "s/$tab$tab/${tab}0$tab/g; s/$tab$tab/${tab}0$tab/g"
}

head -n 1 "$expect" >"$tmp/got"
sed 1d "$expect" | cut -f 1,2 >"$tmp/list"
while IFS=$tab read -r file options; do
	[ "$options" != - ] || options=
	printf '%s\t%s\t%s\n' "$file" "${options:--}" \
	    "$(counts "$file" "$options")" >>"$tmp/got"
done <"$tmp/list"
(cd "$folder" && find . -type f | sed 's,^\./,,' | sort) |
    grep -vE '\.md$|LICENSE$' >"$tmp/files"
sed 1d "$expect" | cut -f 1 | sort | comm -13 - "$tmp/files" |
    sed 's/^/no expectation of /'
if [ -n "$write" ]; then
	cp "$tmp/got" "$expect"
	exit 0
fi
if diff -u "$expect" "$tmp/got"; then
	echo "  $(wc -l <"$tmp/list") sample exports become what is expected"
else
	exit 1
fi
