#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-metrics compare: tickets made to have exactly the counts of known answers.
. "$(dirname "$0")/tap.sh"

cat > t.rules <<'END'
rules 1
dimension issue many bill bug pw sso alpha beta gamma
dimension complexity one low < medium < high
END
for v in bill bug pw sso alpha beta gamma; do
	printf 'tag is-%s\n    set issue=%s\n    when ticket.category = %s\n' \
	    "$v" "$v" "$v"
done >> t.rules
cat >> t.rules <<'END'
tag medium
    set complexity=medium
    when ticket.priority = high
default complexity low
END

# t_made file: lines "date count resolved category [account [handle [variant]]]"
# become tickets, the first `resolved` of them by the AI alone.
t_made() {
	awk 'BEGIN {
		print "id,subject,status,created,solved,ai state,category," \
		    "account,handle time,priority,variant"
	} {
		for (i = 1; i <= $2; i++) {
			id++
			printf "%d,words,solved,%sT%02d:%02d:00Z,%sT23:59:00Z," \
			    "%s,%s,%s,%s,%s,%s\n", id, $1, id % 20, id % 60, $1,
			    i <= $3 ? "resolved_assumed" : "handed_over", $4,
			    $5 == "" || $5 == "-" ? "" : $5,
			    $6 == "" || $6 == "-" ? "" : $6, $8,
			    $7 == "" || $7 == "-" ? "" : $7
		}
	}' > "$1"
}
t_db() { # name: of standard input
	t_made "$1.csv"
	printf '%s\n' id,name big,Big > accounts.csv
	if ! {
		hs-import -q -d "$1.db" --as generic:account accounts.csv &&
		    hs-import -q -d "$1.db" --as generic:ticket "$1.csv" &&
		    hs-tag -q -d "$1.db" --rules t.rules
	} > "$T_STATE/log" 2>&1; then
		t_comment < "$T_STATE/log"
		exit 4
	fi
}
# t_figure name segment: estimate, lo and hi of the last run.
t_figure() {
	awk -F '\t' -v m="$1" -v s="$2" '$1 == m && $2 == s {
		print $3, $4, $5 }' "$T_STATE/out"
}
t_is() { # name segment want
	t_figure "$1" "$2" > got
	echo "$3" > want
	t_same want got "$1 of $2"
}

t_case 'Newcombe, 56 of 70 and 48 of 80'
t_db newcombe <<'END'
2026-05-04 80 48 bill
2026-06-01 70 56 bill
END
t_run hs-metrics -d newcombe.db compare 2026-05 2026-06 --metric deflection -f tsv
t_status 0
t_is deflection.difference all '0.200000 0.052431 0.333873'
t_is deflection.standardised all '0.200000 0.052431 0.333873'
t_is deflection.rate issue=bill '0.200000 0.052431 0.333873'
t_is deflection.mix issue=bill '0.000000 - -'
t_is deflection.mix all '0.000000 - -'
t_ok awk -F '\t' '$1 == "deflection.difference" && $7 == 150 &&
    $9 == "newcombe" { n++ } END { exit n != 1 }' "$T_STATE/out"
# p of the pooled z: 0.2 / sqrt(104/150 x 46/150 x (1/70 + 1/80))
t_is deflection.difference.p all '0.008045 - -'
t_is deflection.difference.q all '0.008045 - -'

t_case 'what is still open'
sed '$ s/,solved,/,open,/; $ s/,2026-06-01T23:59:00Z,/,,/; $ s/handed_over/resolved_assumed/' \
    newcombe.csv > open.csv
hs-import -q -d open.db --as generic:ticket open.csv > "$T_STATE/log"
hs-tag -q -d open.db --rules t.rules > "$T_STATE/log"
t_run hs-metrics -d open.db compare 2026-05 2026-06 --metric deflection
t_err 'not equally finished: 0 of 80 tickets of 2026-05 are still open with the AI alone, 1 of 70 of 2026-06'

t_case 'Kitagawa, with a type that is new'
t_db kitagawa <<'END'
2026-05-04 400 40 pw
2026-05-05 300 60 bill
2026-05-06 300 120 bug
2026-06-01 150 14 pw
2026-06-02 300 57 bill
2026-06-03 500 190 bug
2026-06-04 50 30 sso
END
t_run hs-metrics -d kitagawa.db compare 2026-05 2026-06 --metric deflection -f tsv
t_status 0
t_is deflection.difference all "0.071000 $(t_figure deflection.difference all |
    cut -d ' ' -f 2,3)"
cut -f 1-3 "$T_STATE/out" | awk -F '\t' '/\.(rate|mix)\t/ &&
    !/\.p|\.q/ { print $1, $2, $3 }' | sort > got
sort > want <<'END'
deflection.rate all -0.012833
deflection.mix all 0.083833
deflection.rate issue=bill -0.003000
deflection.mix issue=bill 0.000000
deflection.rate issue=bug -0.008000
deflection.mix issue=bug 0.026900
deflection.rate issue=pw -0.001833
deflection.mix issue=pw 0.039708
deflection.rate issue=sso 0.000000
deflection.mix issue=sso 0.017225
END
t_same want got 'every part is the known one'

t_case 'and the other way round one that vanished'
t_run hs-metrics -d kitagawa.db compare 2026-06 2026-05 --metric deflection -f tsv
t_status 0
t_is deflection.rate all "0.012833 $(t_figure deflection.rate all |
    cut -d ' ' -f 2,3)"
t_is deflection.mix issue=sso '-0.017225 - -'
t_is deflection.rate issue=sso '0.000000 0.000000 0.000000'

t_case 'only the mix changes'
t_db mix <<'END'
2026-05-04 200 20 pw
2026-05-05 100 60 bill
2026-06-01 100 10 pw
2026-06-02 200 120 bill
END
t_run hs-metrics -d mix.db compare 2026-05 2026-06 --metric deflection -f tsv
t_is deflection.mix all '0.166667 - -'
t_is deflection.rate issue=pw "0.000000 $(t_figure deflection.rate issue=pw |
    cut -d ' ' -f 2,3)"
t_figure deflection.rate all | awk '{ print $1, ($2 < 0), ($3 > 0) }' > got
echo '0.000000 1 1' > want
t_same want got 'no rate effect'
t_figure deflection.standardised all | awk '{ print $1, ($2 < 0), ($3 > 0) }' > got
t_same want got 'nothing is left of it when the mix had stayed'
t_figure deflection.difference.p all | awk '{ print ($1 < 0.001) }' > got
echo 1 > want
t_same want got 'though the crude difference is beyond doubt'

t_case 'only rates change'
t_db rate <<'END'
2026-05-04 200 20 pw
2026-05-05 100 60 bill
2026-06-01 400 80 pw
2026-06-02 200 140 bill
END
t_run hs-metrics -d rate.db compare 2026-05 2026-06 --metric deflection -f tsv
t_is deflection.mix all '0.000000 - -'
t_figure deflection.rate all | awk '{ print $1, ($2 > 0) }' > got
echo '0.100000 1' > want
t_same want got 'all is rate'
t_figure deflection.odds all | awk '{ print ($1 > 1), ($2 > 1) }' > got
echo '1 1' > want
t_same want got 'types went one way: their odds have one ratio'

t_case 'standardised, sparse cells made one'
t_db standard <<'END'
2026-05-04 40 10 pw
2026-05-05 60 30 bill
2026-05-06 3 3 bug
2026-05-06 4 1 sso
2026-06-01 80 40 pw
2026-06-02 20 12 bill
2026-06-03 6 3 bug
2026-06-03 2 0 sso
END
t_run hs-metrics -d standard.db compare 2026-05 2026-06 --metric deflection -f tsv
# weights: means of 40/107 and 80/108, 60/107 and 20/108, 7/107 and 8/108
awk 'BEGIN {
	n["1p"] = 80; x["1p"] = 40; n["0p"] = 40; x["0p"] = 10
	n["1b"] = 20; x["1b"] = 12; n["0b"] = 60; x["0b"] = 30
	n["1o"] = 8; x["1o"] = 3; n["0o"] = 7; x["0o"] = 4
	split("p b o", k, " ")
	for (i = 1; i <= 3; i++) {
		w = (n["0" k[i]] / 107 + n["1" k[i]] / 108) / 2
		d += w * (x["1" k[i]] / n["1" k[i]] - x["0" k[i]] / n["0" k[i]])
	}
	printf "%.6f\n", d
}' > want
t_figure deflection.standardised all | cut -d ' ' -f 1 > got
t_same want got 'as awk has it'

t_case 'one account with most tickets'
t_db one <<'END'
2026-05-04 60 50 bill big
2026-05-05 40 20 bill
2026-06-01 60 10 bill big
2026-06-02 40 20 bill
END
sed 's/,big,/,,/' one.csv > none.csv
hs-import -q -d none.db --as generic:ticket none.csv > "$T_STATE/log" 2>&1
hs-tag -q -d none.db --rules t.rules > "$T_STATE/log"
t_run hs-metrics -d none.db compare 2026-05 2026-06 --metric deflection -f tsv
t_figure deflection.difference all | awk '{ print $3 - $2 }' > narrow
t_run hs-metrics -d one.db compare 2026-05 2026-06 --metric deflection -f tsv
t_figure deflection.difference all | awk -v n="$(cat narrow)" '{
	print ($3 - $2 > 1.5 * n) }' > got
echo 1 > want
t_same want got 'its interval is wider by half'
t_ok grep -q newcombe-cluster "$T_STATE/out"

t_case 'handle times'
# Before: 300 s, 1200 s and 600 s a ticket of pw, bill and bug; after 10, 5 and 20
# of them took 3,300, 5,500 and 14,000.
t_db times <<'END'
2026-05-04 10 0 pw - 300
2026-05-05 10 0 bill - 1200
2026-05-06 5 0 bug - 500
2026-05-06 5 0 bug - 700
2026-06-01 10 0 pw - 330
2026-06-02 5 0 bill - 1100
2026-06-03 20 0 bug - 700
END
t_run hs-metrics -d times.db compare 2026-05 2026-06 --metric handle_s -f tsv
t_status 0
t_figure handle_oe all | cut -d ' ' -f 1 > got
echo 1.085714 > want
t_same want got 'observed over expected'
t_ok awk -F '\t' '$1 == "handle_s.difference" && $2 == "complexity=low" {
    n++ } END { exit n != 1 }' "$T_STATE/out"
t_figure handle_s.ratio all | awk '{ printf "%.4f\n", $1 }' > got
awk 'BEGIN {
	a = (10 * log(330) + 5 * log(1100) + 20 * log(700)) / 35
	b = (10 * log(300) + 10 * log(1200) + 5 * log(500) + 5 * log(700)) / 30
	printf "%.4f\n", exp(a - b)
}' > want
t_same want got 'the ratio of geometric means'

t_case 'arms'
t_db arms <<'END'
2026-06-01 80 48 bill - - control
2026-06-02 70 56 bill - - fresh
2026-06-02 9 9 bill - - other
END
t_run hs-metrics -d arms.db compare control fresh --arm variant \
    --metric deflection -f tsv --month 2026-06
t_status 0
t_is deflection.difference all '0.200000 0.052431 0.333873'
t_figure deflection variant=fresh | cut -d ' ' -f 1 > got
echo 0.800000 > want
t_same want got 'segments are called by the field'
t_run hs-metrics -d arms.db compare pw bill --arm category --metric deflection \
    -f tsv --month 2026-06
t_status 0
t_ok awk -F '\t' '$1 == "deflection.difference" && $11 == "NOT-MEASURABLE" {
    n++ } END { exit n != 1 }' "$T_STATE/out"

t_case 'many tests at once'
t_run hs-metrics -d kitagawa.db compare 2026-05 2026-06 -f tsv
t_status 0
awk -F '\t' '$1 ~ /\.p$/ && $2 == "all" { p[$1] = $3; n++ }
    $1 ~ /\.q$/ && $2 == "all" { q[substr($1, 1, length($1) - 1) "p"] = $3 }
    END { for (m in p) bad += q[m] < p[m]; print (n > 1), bad + 0 }' \
    "$T_STATE/out" > got
echo '1 0' > want
t_same want got 'no rate of false discoveries is below its p-value'
cp "$T_STATE/out" again
t_run hs-metrics -d kitagawa.db compare 2026-05 2026-06 -f tsv
t_same again "$T_STATE/out" 'the same bytes again'
t_run hs-metrics -d kitagawa.db compare 2026-05 2026-06 --metric deflection \
    --fail-if 'deflection.difference > 0.02' -f tsv
t_status 1

t_case 'what cannot be'
t_run hs-metrics -d kitagawa.db compare 2026-05
t_status 2
t_run hs-metrics -d kitagawa.db compare 2026-05 later
t_status 2
t_err "'later' is no period, as 2026-10, 2026Q3 or .*, and no baseline"
t_run hs-metrics -d kitagawa.db compare 2026-05 2026-06-02..2026-06-01
t_status 2
t_err 'ends before it begins'
t_run hs-metrics -d kitagawa.db compare 2026-05 2026-06 --metric nonsense
t_status 2
t_err "no metric 'nonsense'"
t_done
