/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English: complications, the questions for an item, and the whole. */
#include "gen/say.h"

static const char *const sys_finance[] = {
	"[The same account is|It is also] linked to our bookkeeping software, [and there|where] the sums [differ|don't match].",
	"[Our|My] card reader [at the till|in the shop] is tied to it [too|as well].",
	"[It|The whole thing] also feeds the savings plan [and the depot|].",
	"The [phone|wallet app on my phone] still shows the old [card|data].",
	"[My|Our] tax adviser draws the entries by interface, and that [stopped|failed] [too|at the same time].",
	NULL,
};

static const char *const cond_finance[] = {
	"If [a charge-back|that] [isn't possible|can't be done], I'd want the sum as a credit, [but only|provided] it doesn't touch the overdraft.",
	"[For|With] the business card it [would have to|must] be signed by both of us, [except for|unless it's under] {amount2}.",
	"It should [start|take effect] on {day}, unless the other bank is faster, [in which case|then] at once.",
	"[Only|It's only] the payments [above|over] {amount2} [are hit|fail], the smaller ones go through.",
	"Does it [make a difference|matter] that I [live|pay tax] in another country [part of the year|since spring]?",
	"[Who|Which of you] has to approve that, [and what if|and if] they say no?",
	NULL,
};

static const char *const sys_telecom[] = {
	"The alarm system [dials|calls] out over the same [line|number].",
	"[My|Our] router, the TV box and the [office exchange|telephone system] [hang on|use] it.",
	"The [watch|car] has a second card on the same number.",
	"[Our|The] card terminal [runs|is] on that [line|network] [too|as well].",
	"The [online account|app] shows one thing and the [bill|shop] another.",
	NULL,
};

static const char *const cond_telecom[] = {
	"If it [can't be|isn't] done before {day}, I'd [rather keep|keep] the old one, [except|apart from] the number.",
	"[Two|Only two] of our {count} [lines|cards] are affected, the [others|rest] work, [though|but] they're on {plan}.",
	"[Unless|If not] the discount stays, I'd want the smaller plan, [but with|and keep] the same number.",
	"It [happens|is like that] only [when|if] I'm on Wi-Fi, [never|and not] on mobile.",
	"[May|Can] I choose [between|either] a credit [and|or] a longer term, and what would each [cost|mean]?",
	"For [our|the] branch in {city} it should be different: [no|there without] roaming at all.",
	NULL,
};

static const char *const sys_saas[] = {
	"[We|Our team] also sync this [to|with] the CRM, and [there|in there] the records are [doubled|stale].",
	"[The|Our] reporting database [reads|pulls] from the API every night and [fails|breaks] since.",
	"[It|This] runs through our identity provider and a [proxy|gateway] [in between|of our own].",
	"Our [chat tool|time tracking] [is connected|hangs on it] [as well|too].",
	"The [mobile app|phone app] shows [other numbers|something else] than the [web|browser].",
	NULL,
};

static const char *const cond_saas[] = {
	"[It only|That only] [happens|occurs] for people in two workspaces, [unless|except when] they are owners.",
	"If [that|this] can't be [changed|undone], could we at least [keep|freeze] the state of {date}, [but|though] without the guests?",
	"[Guests|External people] [must not|may not] see it, [except|apart from] the client in {city}.",
	"[Before|But before] anything is [deleted|changed] our works council has to [agree|approve].",
	"[Half|Part] of the {count} users are on {plan}, the others [still|] on the old contract, [so which|which] rule applies?",
	"[Should we|Do we] wait for the new version or [go with|use] the workaround, [and what happens|and what] if we mix both?",
	NULL,
};

static const char *const sys_shop[] = {
	"[I paid|Paid] half by gift card and half [by card|with the instalment service].",
	"[The|Your] app [shows|says] something else than the [mail|website].",
	"The [assembly|fitting] was booked with [your partner|another company] for {day}.",
	"It was bought through [a marketplace|another site], [shipped|sent] by you.",
	"[It|The thing] belongs to a [set|wedding list] that [three|several] people paid for.",
	NULL,
};

static const char *const cond_shop[] = {
	"If the {product} [isn't|is not] [available|there] by {day}, I'd take the other colour, [but only|provided] the price stays.",
	"Please [refund|cancel] only the chairs, [not|but leave] the table, [unless|except if] they can't be separated.",
	"The voucher [was|is] only valid with two items, so what [happens|becomes of it] if I [send back|return] one?",
	"[Collect|You can collect] it on [a weekday|{day}] after {time}, otherwise [not before|only in] two weeks.",
	"[Is it better to|Should I] keep it with a discount or swap it, [and who|who] pays the way [back|]?",
	"It was a present, so the money [must not|shouldn't] go back to [her|his] card.",
	NULL,
};

static const char *const sys_it[] = {
	"The [time clock|badge system] uses the same [account|login].",
	"[It|This] also hits the accounting system and the [document archive|file server].",
	"Our [client's|partner's] portal [checks|asks] against it [too|as well].",
	"The meeting room [screens|panels] are [tied|connected] to it.",
	"[Phone|Mail on the phone] and {host} [disagree|show different things].",
	NULL,
};

static const char *const cond_it[] = {
	"[Works council|Personnel] has to [agree|approve] if logs are read, [unless|except where] it's only mine.",
	"For the [interns|temps] it should end on {day}, for the others [stay|go on].",
	"If a new one [costs|is] more than {amount2}, I need [two|other] signatures, so rather a [repair|used one].",
	"[Only|It's only] the people who [moved|came over] from {city}, and of those not [all|everyone].",
	"[Should I|Do I] wait for the exchange in autumn, or [is|would be] a loan possible [before|until then]?",
	"It [mustn't|can't] be on a {day}, [we close the books|there's the audit], except after {time}.",
	NULL,
};

static const char *const stakes_finance[] = {
	"If [this isn't|it's not] [sorted|settled] by {day}, our lawyer [takes over|will write to you]; [the letter is drafted|he has all the papers].",
	"[Payroll|The pay run] for {count} people goes out [tonight|tomorrow at {time}], and [without this|as things are] [nobody gets paid|we can't run it].",
	"[I believe|I'm afraid|It looks like] somebody else [is in|got into] my account: there was a [log-in|sign-in] from {city} at {time} that [wasn't me|I know nothing of].",
	"[I'm|I am] [stranded|stuck] [at the airport|at the station] in {city} with [two small children|no cash], and [this is|it's] the only way [to pay|home].",
	"The [tax office|court|tender] deadline is {day} at noon. [Missing it costs us|If we miss it we owe] {amount2} [and more|plus a fine].",
	"[My mother passed away|I lost my husband] [last week|on {date}] and I [simply can't|don't have the strength to] [deal with|sort out] this [on top|as well].",
	"[All|Every penny] of my savings was in that [account|payment], {amount2}. [I haven't slept.|I'm shaking as I write this.]",
	"[The rent|My rent] is due {day} and [without the money|if this stays as it is] I [lose the flat|am out on the street].",
	NULL,
};

static const char *const stakes_telecom[] = {
	"If [this isn't|it's not] [sorted|settled] by {day}, our lawyer [takes over|will write to you]; [the letter is drafted|he has all the papers].",
	"My [father|daughter|husband] is [in hospital|on oxygen at home] and [we depend on|needs] this [working|to work], [please|I beg you].",
	"[Since|From] {time} [our whole|the entire] [site|operation|branch] [is at a standstill|is down|can't work], we [lose|are losing] about {amount} an hour.",
	"[If you can't|Unless you] fix it [this week|by {day}] we [move to|are going to] another [provider|supplier]; [the contract is on my desk|the offer has been signed off bar my name].",
	"[My mother passed away|I lost my husband] [last week|on {date}] and I [simply can't|don't have the strength to] [deal with|sort out] this [on top|as well].",
	"[I believe|I'm afraid|It looks like] somebody else [is in|got into] my account: there was a [log-in|sign-in] from {city} at {time} that [wasn't me|I know nothing of].",
	"[I'm|I am] [stranded|stuck] [at the airport|at the station] in {city} with [two small children|no cash], and [this is|it's] the only way [to pay|home].",
	NULL,
};

static const char *const stakes_saas[] = {
	"[Payroll|The pay run] for {count} people goes out [tonight|tomorrow at {time}], and [without this|as things are] [nobody gets paid|we can't run it].",
	"[I believe|I'm afraid|It looks like] somebody else [is in|got into] my account: there was a [log-in|sign-in] from {city} at {time} that [wasn't me|I know nothing of].",
	"[Since|From] {time} [our whole|the entire] [site|operation|branch] [is at a standstill|is down|can't work], we [lose|are losing] about {amount} an hour.",
	"[If you can't|Unless you] fix it [this week|by {day}] we [move to|are going to] another [provider|supplier]; [the contract is on my desk|the offer has been signed off bar my name].",
	"I can see [data|files|names and addresses] of [other customers|people I don't know], [surely that's not meant to be|that can't be right]. [I've taken a screenshot.|Our data protection officer has been told.]",
	"The [tax office|court|tender] deadline is {day} at noon. [Missing it costs us|If we miss it we owe] {amount2} [and more|plus a fine].",
	"If [this isn't|it's not] [sorted|settled] by {day}, our lawyer [takes over|will write to you]; [the letter is drafted|he has all the papers].",
	NULL,
};

static const char *const stakes_shop[] = {
	"If [this isn't|it's not] [sorted|settled] by {day}, our lawyer [takes over|will write to you]; [the letter is drafted|he has all the papers].",
	"[We found|There is] a [smell of burning|scorch mark] [by the plug|near the socket], so [I pulled it out|it's off now]. [Is it safe?|People sit right next to it.]",
	"[My son|A guest] [cut his hand|fell] when it [gave way|came apart] and [needed stitches|we spent the night in casualty]. [Who answers for that?|Others should be warned.]",
	"[My mother passed away|I lost my husband] [last week|on {date}] and I [simply can't|don't have the strength to] [deal with|sort out] this [on top|as well].",
	"[The rent|My rent] is due {day} and [without the money|if this stays as it is] I [lose the flat|am out on the street].",
	"[We put it in the nursery|It stands in the nursery] and [now the baby has a rash|the paint comes off in flakes]. [Is it toxic?|Please tell me today.]",
	NULL,
};

static const char *const stakes_it[] = {
	"[Payroll|The pay run] for {count} people goes out [tonight|tomorrow at {time}], and [without this|as things are] [nobody gets paid|we can't run it].",
	"[Since|From] {time} [our whole|the entire] [site|operation|branch] [is at a standstill|is down|can't work], we [lose|are losing] about {amount} an hour.",
	"[I believe|I'm afraid|It looks like] somebody else [is in|got into] my account: there was a [log-in|sign-in] from {city} at {time} that [wasn't me|I know nothing of].",
	"I can see [data|files|names and addresses] of [other customers|people I don't know], [surely that's not meant to be|that can't be right]. [I've taken a screenshot.|Our data protection officer has been told.]",
	"The [tax office|court|tender] deadline is {day} at noon. [Missing it costs us|If we miss it we owe] {amount2} [and more|plus a fine].",
	"[We found|There is] a [smell of burning|scorch mark] [by the plug|near the socket], so [I pulled it out|it's off now]. [Is it safe?|People sit right next to it.]",
	NULL,
};

const struct gen_lang gen_en = {
	.code = "en",
	.issues = { gen_finance, gen_telecom, gen_saas, gen_shop, gen_it },
	.cust = gen_en_cust,
	.team = gen_en_team,
	.sys = { sys_finance, sys_telecom, sys_saas, sys_shop, sys_it },
	.cond = { cond_finance, cond_telecom, cond_saas, cond_shop, cond_it },
	.stakes = { stakes_finance, stakes_telecom, stakes_saas, stakes_shop, stakes_it },
	.label = { "order", "invoice", "error", "device", "date", "amount", "phone", "e-mail", "browser", "project", "article", "tracking", "card", "customer number", "computer" },
	.ask = {
	    LIST("[Could|Can] you [send|give] me [your|the] order number?", "What's the order number, please?", "Which order is this about?"),
	    LIST("[Could|Can] you [send|tell] me the invoice number?", "Which invoice do you mean?", "What is the number on the invoice?"),
	    LIST("[What|Which] error [message|code] do you [see|get]?", "Could you [copy|send] me the exact error?", "What does the message say?"),
	    LIST("[Which|What] [phone|device|model] do you have?", "Could you tell me the model of your device?", "What device is it?"),
	    LIST("[When|On what day] did [that|this] happen?", "Could you [tell|give] me the date?", "Since when, [exactly|please]?"),
	    LIST("[How much|What amount] [was|is] it?", "Could you tell me the exact amount?", "What sum are we talking about?"),
	    LIST("[What|Which] [phone|mobile] number is [it|this] about?", "Could you [send|give] me your number?", "Which number, please?"),
	    LIST("[What|Which] e-mail address [is|do you use] [the account under|there]?", "Could you confirm the e-mail address?", "What's your e-mail, please?"),
	    LIST("[Which|What] browser [are you using|is that]?", "Could you tell me your browser and version?"),
	    LIST("[Which|What] project is [affected|this about]?", "Could you [send|tell] me the name of the project?"),
	    LIST("[Which|What] [article|product] is it?", "Could you tell me which item you mean?", "What's the name of the product?"),
	    LIST("[Could|Can] you send me the tracking number?", "What's the tracking number, please?"),
	    LIST("[Could|Can] you give me the last four digits of the card?", "Which card is it? The last four digits will do."),
	    LIST("[Could|Can] you [send|give] me your customer number?", "What's the number of the account, please?"),
	    LIST("[What|Which] computer is it? The name is on the sticker.", "Could you [send|tell] me the asset tag?"),
	},
};
