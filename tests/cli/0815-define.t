#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics(7) has an entry for every metric and every other figure that hs-metrics
# prints, and none for anything else; each metric's view can be read.
. "$(dirname "$0")/tap.sh"

page=$T_ROOT/man/hs-metrics.7
hs-import -q -d a.db "$T_ROOT"/samples/exports/zendesk_* \
    "$T_ROOT"/samples/exports/freshdesk_* "$T_ROOT"/samples/exports/intercom_* \
    "$T_ROOT"/samples/exports/accounts.csv > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"

t_case 'metrics'
t_run hs-metrics -d a.db define -c name -f tsv
sed 1d "$T_STATE/out" | sort > metrics
sed -n 's/^\.It Cm //p' "$page" | sort > entries
t_same metrics entries 'each has one entry, and each entry is of one'
t_ok test "$(wc -l < metrics)" -gt 50
while read -r name; do
	printf "SELECT 1 FROM pragma_table_info('%s') WHERE name = 'x';\n" "$name"
done < metrics > columns.sql
sqlite3 a.db < columns.sql | uniq -c | tr -d ' ' > got
printf '%s1\n' "$(wc -l < metrics)" > want
t_same want got 'each is a view with an x'

# Figures that are no metric, by what they are called behind its name.
t_case 'other figures'
for command in 'ai' 'human --split assignee --min-n 1' 'compare 2026-07 2026-08' \
    'cost --agent-hour 42 --ai-price 1 --fixed 100'; do
	# shellcheck disable=SC2086
	hs-metrics -q -d a.db $command -c metric -f tsv 2> "$T_STATE/log" | sed 1d
done | sort -u > printed
t_ok test -s printed
awk 'NR == FNR { metric[$0] = 1; next }
	$0 in metric || /\.deff$/ || /\.[pq]$/ && !/^handle_oe/ { next }
	{
		base = part = $0
		sub(/\.[a-z]*$/, "", base)
		sub(/^.*\./, "NAME.", part)
		print base in metric && part ~ /\.(difference|standardised|rate|mix|odds|ratio|within)$/ ? part : $0
	}' metrics printed | sort -u > want
sed -n 's/^\.It Va //p' "$page" | sort > got
t_same want got 'each has one entry, and each entry is of one'

t_case 'views named in it'
sed -n 's/.*view Li \([a-z_]*\).*/\1/p' "$page" > views
awk '/; view$/ || / view$/ { getline; sub(/^\.Li /, ""); print $1 }' "$page" >> views
t_ok test "$(wc -l < views)" -gt 3
while read -r view; do
	sqlite3 a.db "SELECT '$view' FROM sqlite_master WHERE type = 'view' AND name = '$view'"
done < views > got
t_same views got 'there is each of them'

t_done
