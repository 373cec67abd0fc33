# SPDX-License-Identifier: GPL-3.0-or-later
# A planted file: 40 macros in many variants and closers, one ticket each.
#   awk -f planted.awk -v level=2 [-v variants=1000] [-v closers=500]
#       [-v seed=1]
# One ticket a line, generic JSON; id mNN-... holds the macro that was meant
# (closer-... none).  level: 0 names and numbers alone differ, 1 a few synonyms,
# 2 synonyms, courtesy sentences and another order, 3 more of all and typos.
# [a|b] stands for one of its choices, {slot} for a value, " / " ends a sentence.
function rnd(n) {
	state = (state * 16807) % 2147483647
	return int(state / 2147483647 * n)
}
function chance(p) {
	return rnd(1000) < 1000 * p
}
function pick(list, parts, n) {
	n = split(list, parts, "|")
	return parts[rnd(n) + 1]
}
function slot(name) {
	if (name == "name")
		return pick("Anna|Peter|Maria|Jonas|Olivia|Samir|Chen|Fatima|" \
		    "Lukas|Grace|Hugo|Irene|Tomasz|Aisha|Nils|Carla|Victor")
	if (name == "agent")
		return pick("Kim|Robin|Alex|Jamie|Noor|Pat|Toni|Eva|Milan|Ruth")
	if (name == "amount")
		return pick("$|EUR |GBP ") (rnd(400) + 3) "." (rnd(90) + 10)
	if (name == "date")
		return (rnd(28) + 1) " " pick("January|February|March|April|" \
		    "May|June|July|August|September|October|November|December")
	if (name == "order")
		return pick("#|A-|ORD-|") (100000 + rnd(899999))
	if (name == "product")
		return pick("Aurora lamp|Nimbus kettle|Terra chair|Vega desk|" \
		    "Orion toaster|Luna sofa|Atlas shelf|Pico charger|" \
		    "Delta backpack|Sierra tent")
	if (name == "days")
		return pick("two|three|four|five|2|3|5|7|ten")
	if (name == "link")
		return "https://example.com/" pick("a|b|c|help|kb") "/" rnd(9999)
	if (name == "mail")
		return pick("anna|info|peter.k|office") rnd(99) "@example.com"
	if (name == "city")
		return pick("Leeds|Lyon|Graz|Porto|Bergen|Utrecht|Ghent|Turin")
	return rnd(9000) + 100
}
# The choice as written comes first: another one at `swap`.
function expand(s, head, body, i, n, parts) {
	while ((i = index(s, "[")) > 0) {
		head = substr(s, 1, i - 1)
		s = substr(s, i + 1)
		i = index(s, "]")
		n = split(substr(s, 1, i - 1), parts, "|")
		body = chance(swap) ? parts[rnd(n) + 1] : parts[1]
		s = head body substr(s, i + 1)
	}
	while ((i = index(s, "{")) > 0) {
		head = substr(s, 1, i - 1)
		s = substr(s, i + 1)
		i = index(s, "}")
		s = head slot(substr(s, 1, i - 1)) substr(s, i + 1)
	}
	return s
}
# Two letters change places.
function misspell(s, n, words, i, w, k, out) {
	n = split(s, words, " ")
	for (i = 1; i <= n; i++) {
		w = words[i]
		if (length(w) > 4 && chance(typos)) {
			k = 2 + rnd(length(w) - 3)
			w = substr(w, 1, k - 1) substr(w, k + 1, 1) \
			    substr(w, k, 1) substr(w, k + 2)
		}
		out = out (i > 1 ? " " : "") w
	}
	return out
}
function answer(m, n, part, i, k, tmp, out) {
	n = split(macro[m], part, " / ")
	if (n > 1 && chance(reorder)) {
		i = 1 + rnd(n - 1)
		tmp = part[i]; part[i] = part[i + 1]; part[i + 1] = tmp
	}
	if (n > 2 && chance(drop)) {
		for (i = 2 + rnd(n - 1); i < n; i++)
			part[i] = part[i + 1]
		n--
	}
	for (i = 1; i <= n; i++)
		out = out (i > 1 ? " " : "") expand(part[i])
	if (chance(courtesy))
		out = expand(opener[1 + rnd(openers)]) " " out
	if (chance(courtesy))
		out = out " " expand(closing[1 + rnd(closings)])
	out = misspell(out)
	if (chance(.7))
		out = pick("Hi|Hello|Dear|Hey|Good morning") " " slot("name") \
		    ",\\n" out
	if (chance(.6))
		out = out "\\n" pick("Kind regards,|Best regards,|Best,|" \
		    "Cheers,|Regards,|Best wishes,") "\\n" slot("agent")
	return out
}
function ticket(id, i, first, ai, text, day) {
	day = sprintf("2024-%02d-%02dT10:%02d:00Z", 1 + i % 12, 1 + i % 28, \
	    i % 60)
	printf "{\"id\":\"%s\",\"created_at\":\"%s\",\"status\":\"solved\"," \
	    "\"subject\":\"\",\"description\":\"%s\",\"messages\":[" \
	    "{\"role\":\"customer\",\"body\":\"%s\",\"at\":\"%s\"}," \
	    "{\"role\":\"%s\",\"body\":\"%s\",\"at\":\"%s\"}]}\n",
	    id, day, first, first, day, ai ? "ai" : "agent", text, \
	    substr(day, 1, 17) "30Z"
}
function say(s) { macro[++macros] = s }
function before(s) { opener[++openers] = s }
function after(s) { closing[++closings] = s }
function ask(s) { question[++questions] = s }
BEGIN {
	if (variants == "") variants = 1000
	if (closers == "") closers = 500
	if (level == "") level = 2
	state = 12345 + 7919 * seed
	for (i = 0; i < 20; i++)
		rnd(2)
	split("0 .35 .65 1 1", a); swap = a[level + 1]
	split("0 .2 .5 .8 .9", a); courtesy = a[level + 1]
	split("0 .1 .3 .5 .6", a); reorder = a[level + 1]
	split("0 0 .15 .3 .5", a); drop = a[level + 1]
	split("0 0 0 .03 .08", a); typos = a[level + 1]
	fill()
	for (i = 0; i < variants; i++) {
		m = 1 + i % macros
		ticket(sprintf("m%02d-%04d", m, i), i, \
		    expand(question[1 + rnd(questions)]), rnd(3) == 0, \
		    answer(m))
	}
	for (i = 0; i < closers; i++)
		ticket(sprintf("closer-%04d", i), i, \
		    expand(question[1 + rnd(questions)]), rnd(3) == 0, \
		    expand(closer[1 + rnd(nclosers)]))
}
function bye(s) { closer[++nclosers] = s }
function fill() {
	ask("Can somebody help me with order {order} please?")
	ask("I have a question about my account and the last bill.")
	ask("It still does not work since {date}, what now?")
	ask("Please look into this for me, I need it before {date}.")
	before("Thank you for [contacting us|getting in touch|writing to us].")
	before("I am sorry for the [trouble|inconvenience] this has caused.")
	before("Thanks for your patience while I looked at this.")
	before("I understand how [annoying|frustrating] this must be.")
	before("It is good to hear from you.")
	after("Please let me know if you need anything else.")
	after("We are here if there is anything else.")
	after("Have a lovely [day|week].")
	after("If anything is unclear, just reply to this message.")
	after("Thanks for being a customer.")
	bye("Thank you and goodbye.")
	bye("You're welcome, {name}!")
	bye("Glad I could help, have a great day!")
	bye("Is there anything else I can help you with?")
	bye("Thanks, {name}. Bye!")
	bye("My pleasure. Take care!")
	bye("I am closing this ticket now as we have not heard back.")
	bye("No problem, enjoy your weekend!")
	shop()
	bank()
	telecom()
	software()
	travel()
}
function shop() {
	say("I have [refunded|paid back|returned] {amount} [to your card|to the card you used|to your original payment method]. / It [takes|needs|can take] {days} working days [until you see it|to show up|before it appears] on your statement. / The [confirmation|receipt] [went|was sent] to {mail}.")
	say("Your parcel for order {order} [left|departed from] our warehouse on {date}. / You can [follow|track] it [at|here:] {link}. / The courier [usually delivers|normally brings it|tends to arrive] between nine and one.")
	say("The {product} is [sold out|out of stock] at the moment. / We [expect|are expecting] [a new delivery|fresh stock] on {date}. / [Tick|Choose] Notify me on the product page and you [get|will get] an e-mail when it is back.")
	say("Please [print|use] the return label [at|under] {link} and [stick|put] it on the box. / [Drop the box|Hand it in] at any parcel shop within {days} days. / Once it [reaches|arrives at] our depot we [check|inspect] the goods and release your money.")
	say("I [changed|updated] the [delivery address|shipping address] on order {order} [as you asked|to the new one]. / [As it has not been packed yet|Because packing has not started], the courier will use the new street. / The [old label|earlier label] is void.")
	say("[Voucher|Discount] codes [work|are valid] once per household and only on full-price goods. / [Enter|Type] the code in the basket [before|prior to] checkout and [press|click] Apply. / Gift cards cannot be [combined|used together] with it.")
	say("[A replacement|A new] {product} is [on its way|being sent] [today|this afternoon] under order {order}. / [Keep|Recycle] the [broken|damaged|faulty] one, we do not need it back. / The warranty [starts|begins] anew from the day it arrives.")
	say("Your [loyalty|bonus] points [appear|show up] in the app [after|once] the return period [has ended|is over]. / [One hundred|Every hundred] points are worth one euro in the [shop|store]. / They [lapse|expire] after two years without a purchase.")
}
function bank() {
	say("Your card is [blocked|frozen] and nobody can [use|pay with] it. / The new one [comes|arrives] by post in {days} days and its PIN [follows|comes] in a second letter. / [Until then|Meanwhile] [you can pay|pay] by phone with the virtual card.")
	say("[To reset|For resetting] your PIN, open the app, [tap|choose] Cards and then [Show PIN|Reveal PIN]. / [Confirm|Approve] with your face or fingerprint. / At the next cash machine the [new number|fresh number] becomes active.")
	say("The transfer of {amount} [is pending|is still on hold] because [the receiving bank|the other bank] [has not confirmed|did not confirm] it. / [Weekends|Bank holidays] [do not count|are not counted]. / It [is booked|settles] by {date} at the latest.")
	say("The [yearly|annual] fee of {amount} [is charged|is taken] each {date}. / [It is waived|You do not pay it] when your salary comes into this account. / The price list [is|can be found] at {link}.")
	say("We [raised|increased] your [daily|card] limit to {amount}. / It [holds|applies] for [24 hours|one day] and [falls back|returns] to the usual value afterwards. / [You can set|Setting] a lasting limit [under|in] Cards, Limits.")
	say("A direct debit can be [recalled|taken back] for eight weeks. / [Open|Select] the booking, [scroll down|go to the end] and [press|tap] Return debit. / The creditor [is told|gets informed] automatically and the money [is there|arrives] [at once|immediately].")
	say("[For a new statement|To get a statement], [sign in|log in] on the web, [pick|choose] Documents and [the month|the period] you need. / The PDF [bears|carries] our stamp and is [accepted|recognised] by landlords and authorities.")
	say("[Please scan|Take a picture of] your passport [on a dark table|in good light] and [upload|send] it in the app. / [Glare|Reflections] and cut corners are [the usual|the most common] reasons why identification [fails|is refused]. / [The check|Verification] takes {days} minutes.")
}
function telecom() {
	say("[Unplug|Switch off] the router [for|during] thirty seconds and [plug it in|start it] again. / When the light [turns green|is steady], [run|do] a speed test with a cable. / If it is below {n} megabit, our line team [measures|checks] the port [overnight|tonight].")
	say("[Your number|The phone number] [moves|is ported] to us on {date} between midnight and six. / [Put in|Insert] the new SIM [that morning|after six]. / The old contract [ends|terminates] by itself, [please do not cancel|no need to cancel] it.")
	say("[To activate|For activating] the eSIM, [scan|photograph] the square code in the letter under Settings, Mobile network. / [Each|Every] code can be [used|scanned] once only. / [Delete|Remove] the [old profile|previous profile] afterwards.")
	say("In the union [roaming costs|data abroad costs] nothing up to {n} gigabytes a month. / [Beyond that|Above it] a [small surcharge|little extra] [applies|is due] per megabyte. / [Switzerland|Turkey] needs the World pass, [which you book|bookable] by texting PASS to {n}.")
	say("There is [an outage|a cable fault] in {city} since {date}. / [A digger|Construction work] [cut|damaged] our fibre and the crew is [splicing|repairing] it. / [We expect|Service should be] [everything back|restored] [tonight|by evening].")
	say("[Voicemail|The mailbox] [is switched off|can be turned off] by dialling star star two one hash. / [Calls|Callers] then [simply ring out|hear the busy tone]. / [Dial|Enter] the same with a single star to [have it back|enable it].")
	say("The [set-top box|receiver] [shows|displays] error {n} when its [subscription card|decoder card] was [pulled|removed] while running. / [Push|Slide] the card in with the chip [down|below] and [hold|keep pressing] Menu for ten seconds.")
	say("[An engineer|A technician] [visits|comes to] you on {date} [between|from] eight and noon. / [Somebody over eighteen|An adult] has to [be at home|open the door]. / [The socket|Access to the wall socket] [must be|has to be] free of furniture.")
}
function software() {
	say("[Open|Go to] Settings, [choose|select] Team and [press|click] Invite. / [Type|Enter] the [address|e-mail] of your colleague and [pick|give] a role. / [The link|The invitation] [is good|stays valid] for {days} days.")
	say("[The export|Exporting] [is found|lives] [under|in] Reports, Download as CSV. / [For more than|Above] {n} rows [we mail|you receive] a zip [when it is ready|after a while]. / [Dates|Timestamps] in it are UTC, [please convert|so convert] them in your spreadsheet.")
	say("[Single sign-on|SSO] [needs|requires] the Business plan. / [Copy|Paste] the metadata address of your identity provider into Security, [upload|add] the certificate and [test|try] with one user [first|before the others]. / [Keep|Leave] a local administrator as a fallback.")
	say("Your [trial|test period] [was extended|has been prolonged] until {date}. / [All|Every one of] your projects and dashboards [stay|remain] as they are. / [Afterwards|When it ends] the workspace [becomes|turns] read-only until a plan is [bought|chosen].")
	say("[Clear|Empty] the browser cache, [close|shut] every tab of our application and [reload|open it again] with shift held. / [Old scripts|Stale files] [cause|produce] the blank page after last night's release. / [Private windows|Incognito mode] [prove|show] whether that was it.")
	say("[Webhooks|Web hooks] are retried [five times|for an hour] with growing pauses. / [Answer|Respond] with status 200 within {days} seconds, [else|otherwise] the endpoint is [disabled|paused]. / [The log|Each attempt] [can be read|is listed] under Developers, Deliveries.")
	say("[API keys|Keys] can be [rotated|renewed] [without downtime|on the fly]: [create|make] a second one, [deploy|roll out] it, then [revoke|delete] the first. / [Scopes|Permissions] [are copied|carry over]. / [Never|Do not] [paste|put] keys into tickets.")
	say("[I merged|I have merged] the two [accounts|profiles] into {mail}. / [Comments|History] and attachments of both [are|can be seen] in one place now. / [Sign out|Log off] on your phone [once|one time] so that the [app|client] [notices|picks it up].")
}
function travel() {
	say("[Your flight|The flight] on {date} [was moved|has been rescheduled] to {n}. / [Both|The two] [segments|legs] are [rebooked|confirmed] and seats [stay|remain] together. / [Check in|Web check-in] [opens|starts] a day ahead.")
	say("[Each|Every] [passenger|traveller] may [bring|carry] one bag of eight kilos and [a small item|something] under the seat. / [Skis|Sports gear] and prams [travel|go] free when [announced|registered] {days} hours before. / Liquids [belong|go] in a clear pouch.")
	say("[The hotel|Your hotel in {city}] [keeps|holds] the room until midnight. / [Breakfast|The buffet] is served from seven and the garage [costs|is] {amount} a night. / [Late arrivals|After ten] [ring|use] the bell [beside|next to] the gate.")
	say("[Free cancellation|Cancelling without cost] [ended|was possible] until {date}. / [The rate|What you booked] is non-refundable, [but|yet] you [may|can] [change|put in] another guest's name [for free|at no cost]. / [Travel insurance|An insurance] often [pays|covers] illness.")
	say("The [rental car|hire car] [waits|is parked] at desk {n} in the arrivals hall. / [Bring|Show] your licence and a credit card in the driver's name [for|as] the deposit. / [Fill|Return it with] the tank [full|filled up] to [avoid|escape] the refuelling charge.")
	say("[Your visa|The visa] is [issued|granted] by the consulate and not by us. / [Most|Many] nationals [apply|ask for it] online {days} weeks [ahead|before departure]. / The passport must [be valid|last] six months [beyond|after] your return.")
	say("Your suitcase was [traced|located] in {city} under file {order}. / It [flies|comes] on the evening plane and a driver [brings|delivers] it to [your address|where you stay]. / [Toiletries|Essentials] up to {amount} [are reimbursed|get paid] against receipts.")
	say("[The train|Rail] ticket is [a code|a barcode] in the wallet of your phone. / [Conductors|The staff] [scan|read] it on board, [paper|a printout] is [not needed|unnecessary]. / A delay above sixty minutes [gives|means] a quarter of the fare back.")
}
