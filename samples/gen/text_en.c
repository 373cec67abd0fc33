/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in English whatever the matter: the customers' side. */
#include "gen/say.h"

static const char *const angry[] = {
	"[Honestly|Frankly], [this is getting ridiculous|I've had it up to here|I'm running out of patience].",
	"This is the [third|second|fourth] time I [write|have written] [to you|about this]. [Does anybody read these?|Nobody has answered so far.]",
	"[I'm|I am] really [annoyed|disappointed|fed up] [by now|with this].",
	"[Such a|What a] waste of [time|an afternoon]. I [expected|would expect] [better|more] [for what we pay|from you].",
	"[Why|How come] [is it|does it have to be] so hard to [get a straight answer|get this right|have something simple done]?",
	"I've spent [two hours|half a day|my whole lunch break] on this [and got nowhere|for nothing].",
	"[Unbelievable.|Not good enough.|This is a joke, right?] [Worked perfectly for years.|Nobody told us anything.]",
	"I was [promised|told] [this would be sorted|a call back] [last week|on {day}] and heard [nothing|not a word].",
	"[Really poor|Shockingly bad|Dreadful] [service|experience], [sorry to say|I have to say].",
	"[Every|Each] time [something breaks|there's a problem] [it's|it is] me who has to [chase|run after] you.",
	"[Please|Would you please] [stop|don't] send me [links to articles|standard texts], I [can read|have read them all].",
	"I don't [understand|get] how [this|such a thing] can [take|need] {days} days. [Seriously.|It's absurd.]",
	NULL,
};

static const char *const angry_more[] = {
	"[That's|That is] [exactly|precisely] what I [already|just] [did|tried]. [Did you even read my message?|Please read what I write.]",
	"[So|Great, so] I [wait|am to wait] [again|once more]? [Not impressed.|That's not acceptable.]",
	"[No.|Nope.] [Not helpful|Doesn't help] [at all|in the least].",
	"[I|We] [keep|are] going round in circles [here|with this]. [I'm losing my temper.|It's tiresome.]",
	"[You're|You are] not [listening|taking this seriously].",
	"[Come on.|Oh please.] [A day for that?|How hard can it be?]",
	NULL,
};

static const char *const calm[] = {
	"[No rush|Not urgent], [next week is fine|whenever you get round to it].",
	"[Not|It's not] a complaint, [just a question|I'd merely like to understand it].",
	"[Otherwise|Apart from that] [all is well|very happy with you], [by the way|honestly].",
	"[Nobody is angry here|No drama], [we only wonder|we'd just like to know].",
	"[It's no emergency|Nothing is on fire], [but it would be nice|though sooner is better].",
	"[I don't need a lawyer for this, ha|Won't sue you over it :)], [just tell me how|only curious].",
	"[Thanks|Thank you] [in advance|for looking].",
	"[Might well be|Perhaps it's] my own mistake.",
	NULL,
};

static const char *const context[] = {
	"[I'm writing|Writing] on behalf of {company}.",
	"[We've|I've] been with you [for {count} months|since spring|for years].",
	"[I looked|Had a look] [through your help pages|in the FAQ] [first|before writing], [no luck|didn't find it].",
	"[A colleague|My neighbour|My partner] suggested I [ask here|write to you].",
	"[I'm no expert|I'm not very technical], so [please bear with me|keep it simple].",
	"[It|The thing] [used to work|was fine] [until|up to] [recently|last week].",
	"[I'm at my desk|You can reach me] [until {time}|all day].",
	NULL,
};

static const char *const give_up[] = {
	"[Forget it|Never mind], I'll [manage somehow|ask somebody else].",
	"[OK|Right], that's [no use|not it]. [I'll leave it.|I give up.]",
	"[This leads nowhere|Not helping], [bye|goodbye].",
	NULL,
};

static const char *const person[] = {
	"[Can|Could] I [speak|talk] to [somebody|a person|someone] [please|], [a real one|not a machine]?",
	"[I'd rather|I would prefer to] [have|get] [an answer from a human being|someone from the team], [this is too special for a bot|no offence].",
	"[Is there|Isn't there] [anyone|a colleague of flesh and blood] [there|I can talk to]?",
	"[Please|] [put me through|connect me] to [an adviser|your team].",
	"agent please",
	"[I need|This needs] somebody who can [look into|see] my account.",
	NULL,
};

static const char *const fail[] = {
	"[Tried that|Did that], [no change|no luck|doesn't help].",
	"[That|This] isn't [what I asked|my question].",
	"[Hm|Well], [that's not it|that wasn't it].",
	"[Sorry, but no|Unfortunately not]. [Still the same.|It's as before.]",
	NULL,
};

static const char *const ok[] = {
	"[That|This] [worked|did it|did the trick], [thanks|thank you|many thanks]!",
	"[Perfect|Great|Brilliant], [it works now|sorted|all good].",
	"[Ah|Oh], [found it|there it is]. [Thanks!|Cheers.|Thank you.]",
	"[OK|Fine|Right], [that answers it|that's clear now]. [Thanks|Thank you].",
	"[Thanks|Thank you] [for the quick help|very much|so much], {agent}.",
	"👍 [thanks|ta|sorted]",
	"[Wonderful|Lovely], [that was quick|much appreciated] 🙂",
	"[Works|Working] again, [cheers|thanks a lot].",
	NULL,
};

static const char *const give[] = {
	"[It's|That's|It is] {value}.",
	"{value}",
	"[Sure|Of course]: {value}.",
	"[Here you go|There you are]: {value}",
	"{value}, [if that helps|hope that helps].",
	NULL,
};

static const char *const regive[] = {
	"{value}, [as in my first message|as above|see above].",
	"[It's|That's] {value}, [as I wrote|I'd mentioned it before].",
	"{value}",
	"[Again|Once more]: {value}.",
	"[Sure, again|No problem, again]: {value}",
	NULL,
};

static const char *const regive_cross[] = {
	"I [told you|wrote that|gave you that] [already|before], {value}. [Do you not see what I typed?|It's right there above.|How often do I have to say it?]",
	"[Seriously?|Really?] {value}. [I've said so to {bot}, too.|It's in the very first message.]",
	"{value}. [Why am I asked twice?|Why does everybody ask me that?]",
	"[Scroll up.|Just read up.] {value}.",
	NULL,
};

static const char *const chase[] = {
	"[Any news|Any update|Anything new]?",
	"[Hello|Hi], [is somebody on this|are you still on it]?",
	"[I'd like to know|Could you tell me] [where this stands|how it's going].",
	"[Just|] [checking in|following up], [it's been {days} days|nothing heard so far].",
	NULL,
};

static const char *const reopen[] = {
	"[Sorry, it's me again|Me again]: [it's back|the same thing happened] [today|this morning|since last night].",
	"[I was too quick|I spoke too soon], [it did not last|it's the same as before].",
	"[Still not|This is not] [solved|done], [please open it again|I'm afraid].",
	"[It worked for|It held] {days} days, [now it's the same|and then it started again].",
	NULL,
};

static const char *const follow[] = {
	"[I wrote about this|This is about my request] {prev} [some days ago|the other day]. [It was closed, but|Marked as done, yet] [nothing changed|it is not done].",
	"[Following up on|Coming back to] {prev}:",
	"[Same matter as|See] {prev}, [the answer didn't solve it|the bot's advice didn't help].",
	NULL,
};

static const char *const good[] = {
	"quick and [friendly|kind]",
	"{agent} was [great|lovely|very patient]",
	"[sorted|done] in no time",
	"👍",
	"good answer, [easy to follow|to the point]",
	NULL,
};

static const char *const bad[] = {
	"had to [explain|say] everything twice",
	"took [far too|much too] long",
	"{bot} [goes in circles|understood nothing]",
	"not solved",
	"[cold|standard] answers only",
	NULL,
};

static const char *const sign[] = {
	"{full}\n{company}\nT {phone}",
	"{full} | {company}",
	"Sent from my phone",
	"{full}\n{city}",
	NULL,
};

const char *const *const gen_en_cust[GEN_NSAY] = {
	[SAY_HELLO] = LIST("Hi,", "Hello,", "Hi there,",
	    "Good [morning|afternoon|day],", "Dear {brand} team,", "Hey,",
	    "Hello {brand},", "To whom it may concern,"),
	[SAY_BYE] = LIST("[Thanks|Many thanks|Thank you],\n{name}",
	    "[Regards|Kind regards|Best|Best wishes],\n{full}", "{name}",
	    "Cheers, {name}", "Yours sincerely\n{full}"),
	[SAY_CALM] = calm,
	[SAY_ANGRY] = angry,
	[SAY_ANGRY_MORE] = angry_more,
	[SAY_ALSO] = LIST(
	    "[Second thing|And a second question|Another thing]: {also}.",
	    "[On top of that|Besides|Apart from this], {also}.",
	    "[While I'm at it|Since I'm writing anyway]: {also}.",
	    "[Also|And], {also}. [Maybe it's connected?|Could you look at that too?]",
	    "[Then there's this|One more]: {also}."),
	[SAY_CONTEXT] = context,
	[SAY_PERSON] = person,
	[SAY_FAIL] = fail,
	[SAY_OK] = ok,
	[SAY_GIVE_UP] = give_up,
	[SAY_GIVE] = give,
	[SAY_REGIVE] = regive,
	[SAY_REGIVE_CROSS] = regive_cross,
	[SAY_CHASE] = chase,
	[SAY_REOPEN] = reopen,
	[SAY_FOLLOW] = follow,
	[SAY_GOOD] = good,
	[SAY_BAD] = bad,
	[SAY_SIGN] = sign,
	[SAY_SPAM] = LIST(
	    "[Boost|Grow] your [traffic|sales] [today|in {days} days]! Our experts put {company} on page one. [Answer|Reply] YES for a free report.",
	    "Dear Sir, we are [manufacturer|leading exporter] of [LED lamps|steel pipes] and offer [best price|30 % off]. Catalogue attached.",
	    "Your parcel fee of {amount} is unpaid. Click http://parcel-fee.example.net/x{ref} within {days} hours."),
	[SAY_TEST] = LIST("test [{count}|please ignore|]",
	    "[Testing|Checking] the [form|widget] after the release, [please ignore|no answer needed].",
	    "asdf"),
};
