#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the shipped rules promise about themselves: every rule says why, every
# rule with a pattern shows a text that it takes and one that it leaves (that
# they do is tried in test_pack), and the trades and approaches are all there.
. "$(dirname "$0")/tap.sh"

# A line for each rule that lacks something.
lacks() {
	awk 'function done(	l) {
		if (id != "" && !why)
			l = l " why"
		if (id != "" && pattern && !hit)
			l = l " hit"
		if (id != "" && pattern && !miss)
			l = l " miss"
		if (l != "")
			print id ":" l
		id = ""
	}
	/^[^ \t#]/ { done() }
	/^tag / { id = $2; why = hit = miss = pattern = 0; n++ }
	/^[ \t]+(when|or|and|unless)[ \t][^~]*~ / { pattern = 1 }
	/^[ \t]+why[ \t]+[^ \t]/ { why = 1 }
	/^[ \t]+hit[ \t]+[^ \t]/ { hit = 1 }
	/^[ \t]+miss[ \t]+[^ \t]/ { miss = 1 }
	END { done(); print "rules " n }' "$@"
}

t_case 'every rule says why, and shows what it takes and leaves'
lacks "$T_ROOT"/samples/rules/*.rules > told
t_ok test "$(sed -n 's/^rules //p' told)" -gt 300
sed '/^rules [0-9]*$/d' told > lacking
t_ok test ! -s lacking
sed 's/^/# /' lacking

t_case 'a rule without is told'
cat > bad.rules <<'END'
rules 1
tag whole
	when  text ~ a
	hit   a
	miss  b
	why   c
tag no-miss
	when  text ~ a
	hit   a
	why   c
tag tags-alone
	when  issue = outage
tag no-hit
	when  issue = outage
	and   message !~ a
	miss  b
	why   c
default issue outage
END
lacks bad.rules > told
t_ok grep -qx 'no-miss: miss' told
t_ok grep -qx 'tags-alone: why' told
t_ok grep -qx 'no-hit: hit' told
t_ok grep -qx 'rules 4' told
t_ok test "$(wc -l < told)" -eq 4

values() { # DIMENSION: its values, one a line
	sed -n "s/^dimension $1 \(one\|many\) //p" "$T_ROOT"/samples/rules/*.rules |
	    tr -s ' <' '\n' | sort
}

t_case 'each value of what is tagged by rules alone is set by one'
for dim in issue system decision approach trigger transfer wording opening; do
	sed -n "s/^[[:space:]]*set[[:space:]]*$dim=//p" \
	    "$T_ROOT"/samples/rules/*.rules | sort -u > given
	values "$dim" > declared
	t_same declared given
done

t_case 'the rules of the audits of handoffs are clean, and do what their tests say'
t_run hs-rules check --fail-on note \
    "$T_ROOT"/samples/rules/escalation-wording.rules \
    "$T_ROOT"/samples/rules/escalation-opening.rules
t_status 0
for file in "$T_ROOT"/samples/rules/*.test; do
	t_run hs-rules test "$file"
	t_status 0
done

t_case 'the approaches are these'
printf '%s\n' account-change answer bug-escalated configuration how-to-link \
    no-action refund-credit replacement > want
values approach > got
t_same want got

t_case 'types of every trade, at least ten each'
trade() { # TYPE...
	values issue > have
	printf '%s\n' "$@" | sort > want
	comm -12 have want > both
	t_ok test "$#" -ge 10
	t_same want both
}
t_ok test "$(values issue | wc -l)" -ge 60
# software sold as a service
trade api-error webhook integration-setup sync-problem import-data export-data \
    report-wrong sso-setup user-management role-permission plan-change trial \
    custom-domain automation-workflow feature-request bug-report app-crash
# shops
trade order-status order-cancel order-change late-delivery missing-parcel \
    damaged-item wrong-item missing-item return-request exchange-request \
    refund-status discount-code gift-card stock-availability customs
# money
trade lost-card unrecognised-charge charge-dispute card-not-working card-pin \
    transfer-failed pending-payment direct-debit exchange-rate credit-limit \
    loan-mortgage interest-rate identity-verification fraud-report
# telephone and internet
trade internet-down internet-slow wifi-setup mobile-signal sim-card \
    number-porting roaming-data voicemail-calls engineer-visit tv-service outage
# the desk inside a company
trade vpn-access printer email-problem device-hardware device-setup \
    software-install access-request file-share staff-change password-reset \
    two-factor

t_done
