#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whole outputs that are kept: each folder of tests/golden is a case.  To change
# one: tests/golden/regen CASE.
. "$(dirname "$0")/tap.sh"

HS_BIN=$T_BIN
export HS_BIN
found=0
for cmd in "$T_ROOT"/tests/golden/*/cmd; do
	[ -f "$cmd" ] || continue
	found=$((found + 1))
	name=$(basename "$(dirname "$cmd")")
	t_case "$name"
	t_run sh "$T_ROOT/tests/golden/regen" -n "$name"
	read -r status < "$T_STATE/status"
	if [ "$status" -eq 0 ]; then
		t_pass 'as expected'
	else
		t_fail 'as expected'
		head -n 60 "$T_STATE/out" | cat - "$T_STATE/err" | t_comment
	fi
done
t_case golden
t_ok test $found -ge 3

t_case 'regen asks, and leaves what it is not told to change'
mkdir -p golden/one/in
cp "$T_ROOT/tests/golden/regen" golden
echo 'echo new' > golden/one/cmd
echo old > golden/one/expect
echo n | sh golden/regen one > log 2>&1
t_ok test "$(cat golden/one/expect)" = old
t_ok grep -q '^+new' log
echo y | sh golden/regen one > log 2>&1
t_ok test "$(cat golden/one/expect)" = new
t_run sh golden/regen nope
t_status 2

t_done
