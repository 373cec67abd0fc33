# SPDX-License-Identifier: GPL-3.0-or-later
# A rule file of 100 tags and 100 routes as support teams write them: phrases of
# two or three words, account facts, tags; every third route is asked at replies
# too.  The same bytes each time: awk -f rules200.awk > 200.rules
function word(i) {
	return w[(i * 7919 + 13) % n + 1]
}

function pattern(i) {
	if (i % 4 == 0)
		return sprintf("\\b(?:%s|%s) (?:the |my |your )?%s\\b",
		    word(i), word(i + 31), word(i + 57))
	if (i % 4 == 1)
		return sprintf("\\b%s\\b.{0,20}\\b%s(?:s|ed|ing)?\\b",
		    word(i), word(i + 17))
	if (i % 4 == 2)
		return sprintf("\\b%s(?:s|ed|ing)?\\b", word(i))
	return sprintf("\\b(?:%s|%s|%s)\\b", word(i), word(i + 23), word(i + 71))
}

function fact(i) {
	if (i % 5 == 0)
		return "account.arr >= " i * 1000
	if (i % 5 == 1)
		return "account.age < " i + 7 "d"
	if (i % 5 == 2)
		return "account.plan in enterprise, business"
	if (i % 5 == 3)
		return "ticket.channel = " (i % 2 ? "phone" : "chat")
	return "ticket.priority = urgent"
}

BEGIN {
	n = split("account address agent answer arrive bank battery bill " \
	    "book broken browser bug call cancel card cart change charge " \
	    "chat claim close code confirm connect contract copy country " \
	    "coupon crash credit customs damage date deal debit delay " \
	    "delete deliver deposit device discount dispute document " \
	    "download driver email error exchange expire export fail fee " \
	    "file filter find fix form forward fraud gift guarantee help " \
	    "hold import install invoice item key label late lawyer leave " \
	    "licence limit link load lock login lost manager match meeting " \
	    "member menu merge message minute missing mobile model move " \
	    "network notice number offer open order owner package page " \
	    "parcel password pay permit phone plan policy port price print " \
	    "privacy product profile promise proof purchase question queue " \
	    "quote rate reach receipt refund register remove renew repair " \
	    "replace report reset return review roaming router rule safe " \
	    "sale scan screen search seat send server share ship sign size " \
	    "slow stock store stuck support switch table team terms test " \
	    "ticket token track trial transfer travel update upgrade upload " \
	    "user verify version visit voucher wait warranty website wrong", w,
	    " ")
	print "rules 1"
	printf "dimension topic many"
	for (i = 1; i <= 100; i++)
		printf " t%d", i
	print "\ndimension mood one calm < cross < furious"
	for (i = 1; i <= 100; i++) {
		printf "tag tag-%d\n    set topic=t%d\n", i, i
		if (i % 10 == 0)
			printf "    set mood=%s\n", i % 20 ? "cross" : "furious"
		printf "    when text ~ %s\n", pattern(i)
		printf "    or message ~ %s\n", pattern(i + 300)
		printf "    unless text ~ \\bno %s\\b\n", word(i + 5)
	}
	for (i = 1; i <= 100; i++) {
		printf "route route-%d\n    on open%s\n", i,
		    i % 3 ? "" : ", reply"
		if (i % 3 == 0)
			printf "    when text ~ %s\n    and topic = t%d\n",
			    pattern(i + 600), i
		else if (i % 3 == 1)
			printf "    when %s\n    and topic in t%d, t%d\n",
			    fact(i), i, i % 100 + 1
		else
			printf "    when message ~ %s\n    and %s\n",
			    pattern(i + 900), fact(i)
		printf "    or mood = furious\n    and topic = t%d\n", i
		printf "    then %s\n", i % 7 == 0 ? "escalate" : \
		    i % 9 == 0 ? "ai-first" : "human-first"
	}
	print "default open ai-first\ndefault reply stay"
}
