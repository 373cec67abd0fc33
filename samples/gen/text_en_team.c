/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in English whatever the matter: bots and agents. */
#include "gen/say.h"

static const char *const ai_hello[] = {
	"Hi {name}, I'm {bot}, the virtual assistant of {brand}.",
	"Hello {name}! {bot} here.",
	"[Thanks|Thank you] for [writing|getting in touch], {name}.",
	"Hi! I'm {bot} and can [help with that|look that up].",
	"Good to hear from you, {name}.",
	"",
	NULL,
};

static const char *const ai_end[] = {
	"[Does|Did] that [help|answer your question]?",
	"[Let me know|Tell me] if [that works|you get stuck].",
	"",
	"Is there [something|anything] else?",
	"[Please try it and|Give it a try and] write back if [it doesn't work|not].",
	NULL,
};

static const char *const ai_ask[] = {
	"To [find|look up] the right [answer|case] I need one thing:",
	"[One|A quick] question first:",
	"[So that|In order that] I can [check|look]:",
	"",
	NULL,
};

static const char *const kept[] = {
	"I can't [settle|solve] this myself, so I'm [passing|handing] it to our {team} team together with what you've told me: {given}. You won't have to explain it again.",
	"This needs a colleague. I have written down [the matter|what it's about] ({what}), {given}, and what we tried; someone from {team} takes it from here.",
	"[Understood|Of course], {name}. A colleague in {team} will answer you here and has [all of|] this in front of them: {given}.",
	"I'm bringing in {team}. They get this conversation with a short summary: {what}; {given}.",
	NULL,
};

static const char *const bare[] = {
	"[I'm transferring|Transferring] you to a colleague.",
	"[Let me|I'll] connect you with the team.",
	"A member of our team will be with you shortly.",
	"One moment, an agent will take over.",
	"[Please hold on|Please wait], I'm getting someone for you.",
	NULL,
};

static const char *const dead[] = {
	"I'm sorry, I can't help with that. Please call our hotline between 9 and 17.",
	"[Unfortunately|Sorry,] I don't have an answer. Please fill in the contact form on our website.",
	"This is outside what I can do. I'll close this chat now.",
	"I couldn't find anything about that. You may find [our help centre|the community] useful.",
	NULL,
};

static const char *const summary[] = {
	"Summary by {bot}: {full} ({company}, {plan}). Matter: {what}. Known: {given}. Tried: the standard steps, without success. Customer asked for a person.",
	"Handover note\nCustomer: {full}\nPlan: {plan}\nIssue: {what}\nDetails: {given}\nTried so far: self-service steps\nMood: see conversation",
	"{what} - {given}. Steps from the article done by the customer, no change. Needs account access.",
	NULL,
};

static const char *const ag_hello[] = {
	"Hi {name}, {agent} here.",
	"Hello {name},",
	"Dear {name},",
	"Good [morning|afternoon] {name}, this is {agent} from {team}.",
	"Hi {name}, thanks for [waiting|your patience|getting in touch].",
	"Hi,",
	NULL,
};

static const char *const ag_ack[] = {
	"I've read [the conversation|what you wrote] and [have|see] {given} [here|in front of me].",
	"[I see|I can see] you've already tried [the usual steps|what {bot} suggested], so I'll skip those.",
	"[Thanks for|Thank you for] the details, {given}. [That makes it easy.|I had a look.]",
	"I took over from {bot} and [went through|looked at] your case.",
	NULL,
};

static const char *const near[] = {
	"I have {given} on record, no need to send that again.",
	"[For the record|Just so you know], I'm looking at {given}.",
	"[You mentioned|You gave] {given}, thanks, that was enough to find it.",
	"Once it's done, could you tell me whether it works for you?",
	"Which day would suit you for a short call, in case we need one?",
	"Would you like the confirmation by post or by e-mail?",
	"[Has anyone else in your company seen|Did anyone else in the house see] the same?",
	NULL,
};

static const char *const decide[] = {
	"[I know it isn't|That may not be] all you hoped for, [but it is what I can stand behind|yet it's as far as I can go].",
	"If you would rather [have it the other way|wait], [say so|just tell me] before {day} and I'll turn it round.",
	"I've [written|put] the reasons [in|into] your file, so that nobody asks you again.",
	"[I spoke to|After a talk with] {peer}, [who agrees|we both think that's fair].",
	"Please don't take it as a rule for [next time|others]; it's because of [how this went|your case].",
	"For the part that remains open I'll [ring|write to] you on {day} around {time}.",
	"[To be on the safe side|To be sure] I'll keep the case with me until {day}.",
	"[Between us|Frankly], the process wasn't made for a case like yours.",
	"What I need from you is a plain yes, by {day} if you can.",
	"Should it come to more than {amount2}, I'd have to ask above me first.",
	NULL,
};

static const char *const reason[] = {
	"I [compared|checked] it with the {count} earlier entries.",
	"[It took a while|Sorry for the wait], because {peer} had to look at it too.",
	"There were two ways to read it, and I chose the one [that's better for you|closest to what you were told].",
	"The [dates|sums] you gave [fit|agree with] ours, except for {day}.",
	"[This one|Yours] is not a standard case.",
	"",
	NULL,
};

const char *const *const gen_en_team[GEN_NSAY] = {
	[SAY_AI_HELLO] = ai_hello,
	[SAY_AI_END] = ai_end,
	[SAY_AI_ASK] = ai_ask,
	[SAY_AI_CLOSE] =
	    LIST("[Glad|Happy] I could help. Have a [nice|good] day!",
		"You're welcome, {name}!", "Great. I'll close this then."),
	[SAY_AI_RETRY] = LIST(
	    "[Sorry|I'm sorry] about that. [Let's try|Then please try] another way:",
	    "[I see|Understood].", "Thanks for trying."),
	[SAY_KEPT] = kept,
	[SAY_BARE] = bare,
	[SAY_DEAD] = dead,
	[SAY_SUMMARY] = summary,
	[SAY_AG_HELLO] = ag_hello,
	[SAY_AG_ACK] = ag_ack,
	[SAY_AG_ASK] = LIST("[Happy|Glad] to help.",
	    "[Before I start|To begin]:", "How can I help?",
	    "[Sorry|I'm sorry] [for|about] the trouble.", ""),
	[SAY_AG_END] = LIST("[Best|Kind] regards, {agent}",
	    "{agent}, {brand} {team}",
	    "[Let me know|Write to me] if anything is unclear.\n{agent}", ""),
	[SAY_NEAR] = near,
	[SAY_CHECK] = LIST(
	    "[I'm checking|Let me check] this with {team} and [come back|will be back] by {day}.",
	    "I have [asked|passed this to] {peer}, who [knows|looks after] that system. [Bear with me|I'll write as soon as I hear].",
	    "[Thanks|Thank you]. I need to [look at|go through] the logs first, [give me a little while|that takes an hour or so]."),
	[SAY_DECIDE] = decide,
	[SAY_REASON] = reason,
	[SAY_CORRECT] = LIST(
	    "What {bot} [told|wrote to] you doesn't apply [here|in your case]. The right way is this:",
	    "[Please forget|Leave aside] the steps you were given earlier, they belong to an older version.",
	    "[Sorry|Apologies], the first answer you got was wrong.",
	    "I have to [put right|correct] something: the automatic reply mixed this up with another case."),
	[SAY_NOTE] = LIST(
	    "[Checked|Looked at] the account, {plan}, nothing odd.",
	    "[Spoke to|Called] {peer}, waiting for an answer.",
	    "Same as [yesterday's|another] case, see {ref}.",
	    "@{peer} can you have a look? {given}", "Refund limit ok. {given}"),
	[SAY_MOVE] = LIST(
	    "Moving this to {team}: {what}, {given}. Needs rights I don't have.",
	    "To {team} please.", "Not ours. {team} owns that system."),
	[SAY_REOPEN_FIX] = LIST(
	    "[Sorry|I'm sorry] it came back. I have [redone it|set it up from scratch] and will watch it [until {day}|for two days].",
	    "[Thanks for letting us know|Good that you wrote]. There was a second cause, which is [fixed|gone] as well now.",
	    "I've opened it again and [put it right|repaired it] for good this time, I hope."),
	[SAY_AUTO_ACK] = LIST(
	    "We have received your request ({ref}) and will answer within one working day.",
	    "Thank you for your message. Our team is available Monday to Friday. Your reference is {ref}."),
	[SAY_OUTBOUND] = LIST(
	    "Dear {name}, on {date} we will carry out maintenance between 02:00 and 04:00. There is nothing you need to do.",
	    "Hello {name}, your contract comes up for renewal soon. Shall we talk about it on {day}?"),
	[SAY_QUOTE] = LIST("On {date}, {brand} wrote:",
	    "-----Original Message-----\nFrom: {brand}\nSent: {date}"),
};
