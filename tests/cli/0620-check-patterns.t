#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-rules check on patterns: what is told of each, and where.
. "$(dirname "$0")/tap.sh"

# One rule with the pattern given, which begins in line 7, column 19.
rule() {
	cat <<'EOF'
rules 1
owner desk
review 2027-01-31
dimension topic many found
tag found
    set    topic=found
EOF
	printf '    when   text ~ %s\n    why    A pattern\n' "$1"
}

# Ids and columns, a tab, and the pattern that has them: lines of input.
patterns() {
	while IFS='	' read -r want pattern; do
		rule "$pattern" > p.rules
		got=$(hs-rules check --now 2026-11-01 --fail-on never p.rules |
		    sed -nE 's/^p.rules:7:([0-9]+):.*\[(R104|R11.)\]$/\2:\1/p' |
		    sort | tr '\n' ' ')
		t_case "$pattern is $want, got ${got:-none}"
		t_ok test "${got:-none }" = "$want "
	done
}

# A finding and its near miss.
cat > list <<'EOF'
none	\bcancel\b
R104:25 R117:19	order # see the invoice
none	\border # ?\d{3,9}
none	\border \# see\b
R111:19 R116:19	(please)*
R111:19 R116:19	.*
R116:19	^$
R116:19	^(?!.*refund)
R112:19 R116:19	(a+)+$
R113:19	\w+'s
none	\b\w+'s
R115:19	.*refund
R115:25	refund.*
R113:19 R115:25	refund.*$
R115:20	^.*\brefund
R113:19 R115:29	\bcancel\b.*?\brefund\b
none	\bcancel\b.{0,40}?\brefund\b
R113:19	\brefund\b(?=.*\bcancel\b)
R116:19	\b\w{3,9}\b
R117:19	refund
R117:19	not acceptable
none	\brefund\b
none	\brefunds?\b
none	^refund$
R118:19	vat
R118:19 R118:23	tax|vat|\bduty\b
none	\b(?:tax|vat)\b
none	\b(?:tax|vat) id
R116:19 R119:19	\b\$\d{2,4}
R119:24	\bc\+\+\b
none	\bc\+\+
none	\b\$?\d{2,4} eur
R119:31	\b(?:example.com)\b
R119:23	\bv1.2\b
none	\bv1\.2\b
none	\bdon.t know\b
none	\bthey.re late\b
none	\be.mail us\b
R119:27	\border[A-z]\b
none	\border[A-Za-z]\b
R119:19	(?i)\brefund\b
R119:19	(?i:\brefund\b)
none	(?-i)\bSOS\b
R119:30	\b(?:hello|hello)\b
R116:19 R119:37	\b(?:a bc|(?:d|e)|(?:d|e))\b
none	\b(?:hello|hallo)\b
R119:34	\border [a-z0-9e]\b
R119:32	\border [\d\w\d]\b
none	\border [\w.-]\b
R116:19 R11A:31	\b(\w{2,9}) \1\b
R116:19 R11A:25	\b(a)b(?1)
R116:19 R11A:20	a(*SKIP)b
none	\b(?<name>ab)\b
R116:19 R11B:22	\ba{,3}b\b
none	\ba{0,3}b\b
none	\ba\{,3}b\b
R116:19 R11B:22	\ba{ 1, 3 }b\b
R11B:20	a(?<=b?a)c
R11B:19	(?<!ab|cd?)x
none	\bx(?<=x|xx)y
R11B:20	a(*scan_substring:(1)b)
R11B:19	(?aD)\d
R110:22	a(b
R110:19	(?<=a*)b
EOF
patterns < list

t_case 'the place is in characters, not in bytes'
rule 'größer (als' > p.rules
t_run hs-rules check p.rules
t_status 1
t_ok grep -q '^p.rules:7:30: error: missing closing parenthesis' "$T_STATE/out"
rule '\bgrößer\b.*\bals\b' > p.rules
t_run hs-rules check --no-prober --fail-on never p.rules
t_ok grep -q '^p.rules:7:29: warning: .*\[R115\]' "$T_STATE/out"

t_case 'a blank at the end of the line'
rule '\brefund\b ' > p.rules
t_run hs-rules check --fail-on never p.rules
t_ok grep -q '^p.rules:7:29: warning: .*\[R104\]' "$T_STATE/out"

t_case 'what looks like a comment behind a value'
rule '\bcancel\b' > p.rules
echo '    and    ticket.brand = acme # the main one' >> p.rules
echo '    and    ticket.brand != acme #2' >> p.rules
t_run hs-rules check --fail-on never p.rules
t_ok grep -q '^p.rules:9:32: warning: .# the main one. is part of the value' \
    "$T_STATE/out"
t_ok test "$(grep -c 'R104' "$T_STATE/out")" -eq 1

t_case 'the text that takes long is printed so that it can be read'
rule '^(?:\s|"+"?)+;' > p.rules
t_run hs-rules check --fail-on never p.rules
t_ok grep -q 'times "\\"", then "!" takes more than .* measured on PCRE2 ' \
    "$T_STATE/out"
t_run hs-rules check --no-prober --fail-on never p.rules
t_ok test "$(grep -c 'R112' "$T_STATE/out")" -eq 0

t_case 'what cannot be measured is said'
rule '\b(?:(?:abcdefghij){0,700}x){2}\b' > p.rules
t_run hs-rules check --fail-on never p.rules
t_ok grep -q '^p.rules:7:19: note: too large to be measured .*\[R113\]' \
    "$T_STATE/out"

t_case 'threads change nothing'
pack=$T_ROOT/samples/rules/default.rules
t_run hs-rules check -j 1 --fail-on never "$pack"
cp "$T_STATE/out" one
t_run hs-rules check -j 2 --fail-on never "$pack"
t_same one "$T_STATE/out"

t_case 'the pack has no pattern that explodes'
t_ok test "$(grep -cE '\[R(110|111|112|11B)\]' one)" -eq 0

t_done
