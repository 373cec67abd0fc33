#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The Vim files: that rule files are known by their first line, and that each
# part of a line has its colour.  And the CI files: that they are YAML.
. "$(dirname "$0")/tap.sh"

cat > a.rules <<'EOF'
# a comment first

rules 1
field x.y enum a b

tag t
    set    d=a
    when   text ~ \b(?:refund|char{2,3}ge[ds]?)\b # not a comment
    and    count(system) >= 2
    # a comment
    why    Since 2026-01-31
    allow  R151 until 2026-01-31 because of it
route r
    on     open
    unless x.y in a, b
    then   human-first
EOF
cat > a.test <<'EOF'
rules 1
case c
    account.plan = free
    text
      | when they wrote
    subject is unset
    expect route = ai-first
EOF
echo 'SecRule x' > other.rules

# line column name: the colour at that place
cat > want.rules <<'EOF'
1 1 hsrulesComment
3 1 hsrulesOpener
4 11 hsrulesType
6 1 hsrulesBlock
6 5 hsrulesId
7 5 hsrulesStatement
7 12 hsrulesSet
8 5 hsrulesCond
8 12 hsrulesField
8 17 hsrulesMatch
8 19 hsrulesEscape
8 24 hsrulesPattern
8 38 hsrulesRepeat
8 45 hsrulesClass
8 55 hsrulesPattern
9 12 hsrulesField
9 26 hsrulesOp
9 29 hsrulesNumber
10 5 hsrulesComment
11 5 hsrulesMeta
11 18 hsrulesDate
12 12 hsrulesCheck
12 17 hsrulesUntil
14 12 hsrulesStage
15 16 hsrulesWordOp
16 12 hsrulesActionName
EOF
cat > want.test <<'EOF'
2 1 hsrulesBlock
3 5 hsrulesGiven
3 18 hsrulesAssign
4 5 hsrulesGiven
5 9 hsrulesTextLine
6 13 hsrulesWordOp
7 5 hsrulesStatement
7 12 hsrulesExpectWord
7 20 hsrulesActionName
EOF

# look file want: what Vim says of those places
look() {
	vim -es -u NONE -N --cmd "set rtp^=$T_ROOT/samples/vim" \
	    -c 'filetype on' -c 'syntax on' -c "edit $1" \
	    -c 'redir! > colours' \
	    -c "for w in readfile('$2') | let p = split(w) | echo p[0] p[1] synIDattr(synID(p[0], p[1], 1), 'name') | endfor" \
	    -c 'redir END' -c 'qa!' < /dev/null > vim.log 2>&1
	awk 'NF' colours
}

if command -v vim > /dev/null 2>&1 &&
    vim --version | grep -q '+syntax'; then
	t_case 'Vim'
	for f in rules test; do
		look a.$f want.$f > got.$f
		t_same want.$f got.$f "the colours of a.$f"
		t_ok test ! -s vim.log
	done
	printf '1 1\n' > first
	look other.rules first > got
	echo '1 1' > want
	awk '{ print $1, $2 }' got > got.cut
	t_same want got.cut 'a file of another program is left alone'
else
	t_pass 'no Vim here: its files are not tried'
fi

t_case 'CI'
if python3 -c 'import yaml' 2> /dev/null; then
	for f in github gitlab; do
		t_ok python3 -c 'import sys, yaml; yaml.safe_load(open(sys.argv[1]))' \
		    "$T_ROOT/samples/ci/$f.yml"
	done
fi
# every command and option there is one that hs-rules knows
grep -ho 'hs-rules [a-z]*' "$T_ROOT"/samples/ci/*.yml | sort -u |
    while read -r _ command; do
	hs-rules -h | grep -q "^  $command " || echo "$command"
done > unknown
t_ok test ! -s unknown
grep -h 'hs-rules' "$T_ROOT"/samples/ci/*.yml | grep -o ' --[a-z-]*' | sort -u |
    while read -r option; do
	hs-rules -h | grep -q -- "$option " || echo "$option"
done > unknown
t_ok test ! -s unknown

t_done
