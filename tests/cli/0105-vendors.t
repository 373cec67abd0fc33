#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each folder of tests/vendors holds exports in one vendor's shapes, what they
# become (expect), the options they need (options, a word a line; @FILE is a file
# of the project) and what standard error says (stderr, if anything).  The status
# is 3 when records are rejected.  Read twice they change nothing, and read in
# any order they become the same.
. "$(dirname "$0")/tap.sh"

vendor_dump() {
	sqlite3 "$1" < "$T_ROOT/tests/vendors/dump.sql"
}

# The counts of the last run, as what changed.
vendor_changes() {
	awk -F'\t' 'NR > 1 { n += $3 + $4 } END { print n + 0 }' "$T_STATE/out"
}

for dir in "$T_ROOT"/tests/vendors/*/; do
	name=$(basename "$dir")
	mkdir "$name" && cp -R "$dir". "$name" && cd "$name" || exit 4
	mv expect ../expect
	: > ../options
	[ ! -f options ] || mv options ../options
	: > ../stderr
	[ ! -f stderr ] || mv stderr ../stderr
	set --
	while IFS= read -r word; do
		case $word in
		@*) word=$T_ROOT/${word#@} ;;
		esac
		set -- "$@" "$word"
	done < ../options
	t_case "$name"
	t_run hs-import -d ../a.db "$@" ./*
	read -r status < "$T_STATE/status"
	if [ "$(awk -F'\t' '{ n += $7 } END { print n }' "$T_STATE/out")" -gt 0 ]; then
		t_ok test "$status" -eq 3
	else
		t_ok test "$status" -eq 0
	fi
	t_ok diff ../stderr "$T_STATE/err"
	vendor_dump ../a.db > ../got
	t_ok diff -u ../expect ../got
	t_run hs-import -d ../a.db "$@" ./*
	t_ok test "$(vendor_changes)" -eq 0
	vendor_dump ../a.db > ../again
	t_ok diff -u ../got ../again
	backwards=
	for f in ./*; do
		backwards="$f $backwards"
	done
	# shellcheck disable=SC2086 # names of fixtures have no blanks
	t_run hs-import -d ../b.db "$@" $backwards
	vendor_dump ../b.db > ../again
	t_ok diff -u ../got ../again
	cd .. && rm -f a.db b.db
done
t_done
