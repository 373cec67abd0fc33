#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules check.  tests/golden/lint/ID holds for each check a rule file that
# raises it (hit.rules, or hit.sh that writes it), the lines it says (hit.want),
# and one that nearly does (miss.rules); opts are further options.
. "$(dirname "$0")/tap.sh"
T_GOLDEN=$T_ROOT/tests/golden/lint

cp -R "$T_GOLDEN" lint
t_ok generate --seed 7 --tickets 120 out
t_ok hs-import -q -d lint/lint.db out

# judge ID FILE: the findings of that id, their notes left out
judge() {
	(
		cd "lint/$1" || exit 4
		opts=
		[ ! -f opts ] || read -r opts < opts
		# shellcheck disable=SC2086
		hs-rules check --now 2026-11-23 --overdue 30d --fail-on never \
		    -q $opts "$2"
	) > all 2> trouble
	t_got=$?
	[ $t_got -le 3 ] || {
		t_fail "$1: $2 ends with status $t_got"
		t_comment < trouble
	}
	grep -F "[$1]" all > told
}

for dir in lint/R*; do
	id=${dir#lint/}
	t_case "$id"
	[ ! -f "$dir/hit.sh" ] || sh "$dir/hit.sh" > "$dir/hit.rules"
	judge "$id" hit.rules
	t_same "$dir/hit.want" told 'a hit is told'
	judge "$id" miss.rules
	: > nothing
	t_same nothing told 'a near miss is not'
done

t_done
