#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit pages: what the page would have spared, pages by issue, and what
# it changes that the page came with the handoff.
. "$(dirname "$0")/tap.sh"

# Two hundred handoffs in three kinds.  Half come from a page, and of these one
# in ten is asked again what was said, of the others six in ten; where
# mix = 1 the pages are dealt out anew, where mix = 2 there are none.
t_make() {
	awk -v mix="$1" '
	function rnd() {
		seed = seed * 16807 % 2147483647
		return seed / 2147483647
	}
	BEGIN {
		seed = 20260701
		n = 200
		for (i = 0; i < n; i++) {
			page[i] = rnd() < 0.5
			again[i] = rnd() < (page[i] ? 0.1 : 0.6)
			kind[i] = int(rnd() * 3)
		}
		split("Where is my parcel, order 48-2217?|I want my money back for order 48-2217.|Please cancel order 48-2217.", text, "|")
		for (i = 0; i < n; i++) {
			has = mix == 1 ? page[(i * 37 + 11) % n] : mix == 2 ? 0 : page[i]
			day = sprintf("2026-07-%02d", 1 + i % 28)
			printf "{\"id\":\"%d\",\"subject\":\"Order\",\"status\":\"solved\",\"channel\":\"chat\",\"language\":\"en\",\"requester\":\"c%d\",\"account\":\"a%d\",\"created\":\"%sT09:00:00Z\",\"solved\":\"%sT11:00:00Z\"", i, i, i, day, day
			if (has)
				printf ",\"page\":\"https://shop.example.com/orders/%d/track?ref=mail\"", 1000 + i
			printf ",\"messages\":[{\"id\":\"a\",\"role\":\"customer\",\"author\":\"c%d\",\"at\":\"%sT09:00:00Z\",\"body\":\"%s\"},{\"id\":\"b\",\"role\":\"ai\",\"author\":\"bot\",\"at\":\"%sT09:01:00Z\",\"body\":\"I am handing you over to a colleague.\"}", i, day, text[kind[i] + 1], day
			if (again[i])
				printf ",{\"id\":\"c\",\"role\":\"agent\",\"author\":\"g\",\"at\":\"%sT09:10:00Z\",\"body\":\"Hello, what is your order number?\"},{\"id\":\"d\",\"role\":\"customer\",\"author\":\"c%d\",\"at\":\"%sT09:11:00Z\",\"body\":\"48-2217\"}", day, i, day
			printf ",{\"id\":\"e\",\"role\":\"agent\",\"author\":\"g\",\"at\":\"%sT09:%02d:00Z\",\"body\":\"It leaves the depot on Monday and is with you on Tuesday.\"}]}\n", day, 20 + i % 30
		}
	}' > in.ndjson
	rm -f a.db
	hs-import -q -d a.db in.ndjson > "$T_STATE/log"
	hs-tag -q -d a.db > "$T_STATE/log"
	hs-escaudit pages -q -d a.db --figures > figures.tsv
}

# cell METRIC SEGMENT COLUMN
t_cell() {
	awk -F '\t' -v m="$1" -v s="$2" -v c="$3" \
	    'NR == 1 { for (i = 1; i <= NF; i++) if ($i == c) k = i }
	    $1 == m && $2 == s { print $k }' figures.tsv
}

t_case 'the page spares questions'
t_make 0
t_ok test "$(t_cell escalations all estimate)" = 200
lo=$(t_cell page_effect.repeat all lo)
hi=$(t_cell page_effect.repeat all hi)
t_ok awk "BEGIN { exit !($lo > 0.01 && $hi < 0.5) }"
t_ok awk "BEGIN { exit !($(t_cell page_effect.repeat.p all estimate) < 0.001) }"
t_ok test "$(t_cell page_effect.repeat all status)" = MEASURED
t_ok test "$(t_cell page_effect.repeat all method)" = mantel-haenszel
with=$(t_cell page_context.repeat page_context=with estimate)
without=$(t_cell page_context.repeat page_context=without estimate)
t_ok awk "BEGIN { exit !($with < 0.25 && $without > 0.4) }"

t_case 'pages by issue'
t_ok test "$(t_cell escalations 'page=/orders/*/track' estimate)" -gt 60
sum=$(awk -F '\t' '$1 == "escalations" && $2 ~ /^page=.*,issue=/ { n += $3 }
    END { print n }' figures.tsv)
t_ok test "$sum" = "$(t_cell escalations 'page=/orders/*/track' estimate)"

t_case 'pages dealt out anew change nothing'
t_make 1
lo=$(t_cell page_effect.repeat all lo)
hi=$(t_cell page_effect.repeat all hi)
t_ok awk "BEGIN { exit !($lo < 1 && $hi > 1) }"
lo=$(t_cell page_effect.late_reply all lo)
hi=$(t_cell page_effect.late_reply all hi)
t_ok awk "BEGIN { exit !($lo < 1 && $hi > 1) }"

t_case 'names of pages'
cat > names.csv <<'END'
prefix,name
/orders,"Orders, all"
/orders/*/track,Tracking
END
t_run hs-escaudit pages -q -d a.db --figures --page-map names.csv
t_status 0
t_ok grep -q '^escalations	page=Tracking	' "$T_STATE/out"
t_ok test -z "$(grep 'page=/orders' "$T_STATE/out")"
printf 'prefix,name\n/orders\n' > bad.csv
t_run hs-escaudit pages -q -d a.db --figures --page-map bad.csv
t_status 2
t_err "bad.csv:2: not 'prefix,name'"
t_run hs-escaudit pages -q -d a.db --figures --page-map none.csv
t_status 2
t_run hs-escaudit pages -q -d a.db --page-map names.csv
t_status 2
t_run hs-escaudit repeat -q -d a.db --figures --page-map names.csv
t_status 2
t_err 'page-map is of pages --figures'

t_case 'no page, no effect to measure'
t_make 2
for f in page_effect.repeat page_effect.late_reply page_effect.not_needed; do
	t_ok test "$(t_cell $f all status)" = NOT-MEASURABLE
	t_ok test "$(t_cell $f all estimate)" = -
done

t_case 'the last 60 days'
sed 's/2026-07-0\([1-9]\)/2026-05-0\1/g' in.ndjson > old.ndjson
rm -f a.db
hs-import -q -d a.db old.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"
all=$(hs-escaudit pages -q -d a.db --figures --last 200d |
    awk -F '\t' '$1 == "escalations" && $2 == "all" { print $3 }')
short=$(hs-escaudit pages -q -d a.db --figures |
    awk -F '\t' '$1 == "escalations" && $2 == "all" { print $3 }')
longer=$(hs-escaudit repeat -q -d a.db --figures |
    awk -F '\t' '$1 == "escalations" && $2 == "all" { print $3 }')
t_ok test "$all" = 200
t_ok test "$short" -lt 200
t_ok test "$longer" -gt "$short"

t_done
