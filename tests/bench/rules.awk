# SPDX-License-Identifier: GPL-3.0-or-later
# Random rule files over shared fields: N rules, the same for the same SEED.
#   awk -v n=300 -v seed=1 -f tests/bench/rules.awk
# Half of them are routes, half tags; each has a pattern of its own and, two
# times in three, facts as well.  HARD of a hundred patterns are of the kinds
# that take long.

function random(k) {
	state = (state * 16807) % 2147483647
	return state % k
}

function pick(s, v, k) {
	k = split(s, v, " ")
	return v[1 + random(k)]
}

function word() {
	return pick("refund invoice cancel order parcel login password plan " \
	    "upgrade export import user seat api error crash late lost " \
	    "damaged charge payment card tax discount subscription renew " \
	    "account delete email phone manager agent human complaint")
}

function words(k, s) {
	s = word()
	while (--k > 0)
		s = s "|" word() random(100)
	return "(?:" s ")"
}

function pattern(r) {
	if (random(100) < hard) {
		r = random(4)
		if (r == 0)
			return "(?:" word() "\\w*\\s*)+" random(1000) "$"
		if (r == 1)
			return word() ".*" word() ".*" word() random(1000)
		if (r == 2)
			return "(?:\\w+\\s?)*" word() random(1000)
		return "\\w+" random(1000) "@\\w+"
	}
	r = random(6)
	if (r == 0)
		return "\\b" words(4) "\\b"
	if (r == 1)
		return "\\b" words(3) "\\b.{0,40}\\b" words(3) "\\b"
	if (r == 2)
		return "\\b" word() "\\w* (?:my|the|our) " words(2) random(1000) "\\b"
	if (r == 3)
		return "\\b(?:can|could) you (?:please )?" words(5) "\\b"
	if (r == 4)
		return "\\b" word() " #?\\d{" 1 + random(4) ",12}\\b|\\b" words(2) "\\b"
	return "^\\W*" words(2) "\\b[^\\n]{0," 10 + random(60) "}\\?"
}

function fact(r) {
	r = random(6)
	if (r == 0)
		return "account.plan = " pick("free starter business enterprise")
	if (r == 1)
		return "account.age " pick("< >= > <=") " " 10 * random(40) "d"
	if (r == 2)
		return "account.arr " pick("< >= > <=") " " 1000 * random(60)
	if (r == 3)
		return "ticket.channel in " pick("email chat web") ", phone"
	if (r == 4)
		return "account.bad_csat >= " random(5)
	return "topic = t" random(20)
}

function conditions(i) {
	printf "    when   text ~ %s\n", pattern()
	for (i = random(3); i > 0; i--)
		printf "    and    %s\n", fact()
	for (i = random(3); i > 0; i--)
		printf "    or     %s\n    and    %s\n", fact(), fact()
}

BEGIN {
	state = seed + 1
	printf "rules 1\nowner bench\nreview 2099-01-31\n\ndimension topic many"
	for (i = 0; i < 20; i++)
		printf " t%d", i
	printf "\n"
	for (i = 0; i < int(n / 2); i++) {
		printf "\ntag tag-%d\n    set    topic=t%d\n", i, i % 20
		printf "    when   text ~ %s\n", pattern()
		if (random(2))
			printf "    or     text ~ %s\n", pattern()
		printf "    why    Made up\n"
	}
	for (; i < n; i++) {
		printf "\nroute route-%d\n    on     %s\n", i, \
		    pick("open reply open,reply")
		conditions()
		printf "    then   %s\n    why    Made up\n", \
		    pick("human-first escalate ai-first stay")
	}
	printf "\ndefault open ai-first\ndefault reply stay\n"
	printf "\npolicy phone\n    on     open\n    for    ticket.channel = phone\n"
	printf "    must   human-first, escalate\n"
}
