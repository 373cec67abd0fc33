#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-escaudit backtest: a proposed trigger on history.  What it says is what
# hs-rules replay and hs-escaudit needed say of the same tickets.
. "$(dirname "$0")/tap.sh"

period='--since 2026-07-01 --until 2026-07-29'

# ticket ID ACCOUNT MORE MESSAGES
ticket() {
	printf '{"id":"%s","subject":"Question","status":"solved","created":"2026-07-02T09:00:00Z","solved":"2026-07-02T12:00:00Z","account":"%s","language":"en","channel":"chat"%s,"messages":[%s]}\n' \
	    "$1" "$2" "$3" "$4"
}
said() { # ROLE MINUTE BODY
	printf '{"id":"%s","role":"%s","at":"2026-07-02T09:%s:00Z","author":"%s","body":"%s"}' \
	    "$2" "$1" "$2" "$1" "$3"
}
over=$(said ai 05 'I am passing you on to a colleague.')
act=$(said agent 20 'I have made an exception for you and refunded the 40 euros today; the fee is waived.')
told=$(said agent 20 'There is an article on it: https://example.com/help/guest-network')
{
	for i in 1 2 3 4 5 6; do
		ticket "act-$i" "a$i" '' "$(said customer 00 'The zebra fee of 40 euros was charged by mistake.'),$over,$act,$(said customer 30 'Thank you.')"
		ticket "late-$i" "b$i" '' "$(said customer 00 'Something is wrong with my bill.'),$(said ai 01 'What is wrong with it?'),$(said customer 02 'A zebra fee of 40 euros that I never asked for.'),$over,$act,$(said customer 30 'Thank you.')"
		ticket "told-$i" "c$i" '' "$(said customer 00 'How do I make a network for guests?'),$over,$told,$(said customer 30 'That worked, thanks.')"
		ticket "alone-$i" "d$i" '' "$(said customer 00 'Where is the zebra form for a new address?'),$(said ai 01 'In your profile, under Addresses.'),$(said customer 02 'Found it, thank you.')"
	done
	ticket quiet e1 '' "$(said customer 00 'Where do I find the opening hours?'),$(said ai 01 'At the foot of the home page.'),$(said customer 02 'Thank you.')"
} > in.ndjson
cat > zebra.rules <<'END'
rules 1
route zebra
    on   open, reply
    when message ~ zebra
    then escalate
default open  ai-first
default reply stay
END
hs-import -q -d a.db in.ndjson > "$T_STATE/log"
hs-tag -q -d a.db > "$T_STATE/log"

t_case 'rows'
# shellcheck disable=SC2086 # options
t_run hs-escaudit backtest zebra.rules -q -d a.db $period -c key,code,message,rule,action,path
t_status 0
t_ok test "$(wc -l < "$T_STATE/out")" -eq 25
t_ok grep -qx 'generic:act-1	caught	0	zebra	escalate	ai_to_human' "$T_STATE/out"
t_ok grep -qx 'generic:late-1	caught	2	zebra	escalate	ai_to_human' "$T_STATE/out"
t_ok grep -qx 'generic:told-1	spared	-	default	ai-first	ai_to_human' "$T_STATE/out"
t_ok grep -qx 'generic:alone-1	extra	0	zebra	escalate	ai_only' "$T_STATE/out"
t_ok grep -qx 'generic:quiet	spared	-	default	ai-first	ai_only' "$T_STATE/out"

# What the two programs say of each ticket is what the backtest says of it.
t_agrees() { # RULES
	# shellcheck disable=SC2086 # options
	{
		hs-escaudit backtest "$1" -q -d a.db $period -c key,code,path > rows.tsv
		hs-escaudit needed -q -d a.db $period -c key,code | sort > needed.tsv
		hs-rules replay "$1" -q -d a.db $period -c key,action | sort > replay.tsv
	}
	sort rows.tsv | awk -F '\t' '
	FILENAME == "needed.tsv" { verdict[$1] = $2; next }
	FILENAME == "replay.tsv" { action[$1] = $2; next }
	{
		v = verdict[$1]
		go = action[$1] == "escalate" || action[$1] == "human-first"
		if (v == "unclear" || v == "not-measurable" || v == "" && $3 == "ai_to_human")
			want = "unknown"
		else if (v == "" || v ~ /^not-needed/)
			want = go ? "extra" : "spared"
		else
			want = go ? "caught" : "missed"
		if (want != $2)
			print $1, v, action[$1], "not", $2
		n++
	}
	END { if (n != 25) print n " rows" }' needed.tsv replay.tsv - > differ
	t_ok test ! -s differ
}

t_case 'agrees with its parts'
t_agrees zebra.rules
sed 's/zebra/network/' zebra.rules > network.rules
t_agrees network.rules
sed 's/then escalate/then human-first/; s/on   open, reply/on   open/; /default reply/d' \
    zebra.rules > open.rules
t_agrees open.rules

t_case 'figures'
# shellcheck disable=SC2086 # options
t_run hs-escaudit backtest zebra.rules -q -d a.db $period --figures
t_status 0
t_ok grep -q '^backtest.caught	all	1.000000	0.[0-9]*	1.000000	12	12	25	wilson-cluster	backtest	UNVERIFIED$' "$T_STATE/out"
t_ok grep -q '^backtest.missed	all	0.000000	0.000000	0.[0-9]*	0	12	25	' "$T_STATE/out"
t_ok grep -q '^backtest.extra	all	0.461538	0.[0-9]*	0.[0-9]*	6	13	25	' "$T_STATE/out"
t_ok grep -q '^history.caught	all	1.000000	.*	12	12	25	' "$T_STATE/out"
t_ok grep -q '^history.extra	all	0.461538	.*	6	13	25	' "$T_STATE/out"
t_ok grep -q '^backtest.unknown	all	0	' "$T_STATE/out"
# six more, six less, in four weeks
t_ok grep -q '^backtest.load	all	0.000	-[0-9.]*	[0-9.]*	-	25	25	t-cluster	backtest	MEASURED$' "$T_STATE/out"
t_ok test -z "$(grep '^needed' "$T_STATE/out")"
# shellcheck disable=SC2086 # options
t_run hs-escaudit backtest network.rules -q -d a.db $period --figures
# six of eighteen handoffs stay: twelve fewer in four weeks
t_ok grep -q '^backtest.load	all	-3.000	' "$T_STATE/out"
t_run hs-escaudit backtest zebra.rules -q -d a.db --figures act-1 told-1
t_ok grep -q '^backtest.load	all	-	.*	NOT-MEASURABLE$' "$T_STATE/out"

t_case 'conditions, keys and what cannot be'
# shellcheck disable=SC2086 # options
t_run hs-escaudit backtest zebra.rules -q -d a.db $period --figures --fail-if 'backtest.extra > 0.1'
t_status 1
printf 'generic:quiet\n' > keys
t_run sh -c 'hs-escaudit backtest zebra.rules -q -d a.db -c key,code - < keys'
t_out <<'END'
generic:quiet	spared
END
t_run hs-escaudit backtest -d a.db
t_status 2
t_err 'backtest: which rule file'
t_run hs-escaudit backtest none.rules -d a.db
t_status 2
printf 'rules 1\ndimension a one b\ntag t\n    set a=b\n    when message ~ x\n    why w\n' > tags.rules
t_run hs-escaudit backtest tags.rules -d a.db
t_status 2
t_err 'there is no route in it'

t_done
