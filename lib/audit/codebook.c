/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of a review: see codebook.h. */
#include <string.h>

#include "audit/codebook.h"

static const struct hd_choice complexity[] = {
	{ "low", 'l', "at most one system, one decision and one issue" },
	{ "medium", 'm', "more than low, less than high" },
	{ "high", 'h', "three systems, four decisions or three issues" },
	{ HD_UNCLEAR, 'u', "the ticket does not show it" },
	{ NULL, 0, NULL },
};

static const struct hd_choice emotion[] = {
	{ "neutral", 'n', "asks, reports or thanks" },
	{ "frustrated", 'f', "annoyed, disappointed or tired of it" },
	{ "high-stakes", 'h', "much is at risk for the customer" },
	{ HD_UNCLEAR, 'u', "the ticket does not show it" },
	{ NULL, 0, NULL },
};

static const struct hd_choice pattern[] = {
	{ "repeatable", 'r', "the same answer would do for the next one" },
	{ "judgment", 'j', "somebody had to weigh or look into it" },
	{ HD_UNCLEAR, 'u', "no resolution is to be seen" },
	{ NULL, 0, NULL },
};

static const struct hd_choice yes_no[] = {
	{ "yes", 'y', "" },
	{ "no", 'n', "" },
	{ HD_UNCLEAR, 'u', "the ticket does not show it" },
	{ NULL, 0, NULL },
};

static const struct hd_choice needed[] = {
	{ "needed", 'y', "judgement, authority or access that the AI lacks" },
	{ "not-needed-knowledge", 'k',
	    "an article or a standard reply did it" },
	{ "not-needed-context", 'c',
	    "the page or the account's data would have done it" },
	{ "not-needed-premature", 'p',
	    "the AI had the answer or gave up early" },
	{ HD_UNCLEAR, 'u', "the ticket does not show it" },
	{ NULL, 0, NULL },
};

static const struct hd_codebook book[HD_QUESTIONS] = {
	[HD_Q_COMPLEXITY] = { "complexity",
	    "How much has to be taken into account to resolve this?",
	    "Count the systems and products involved, the decisions to make "
	    "(conditions, exceptions, approvals, alternatives) and the "
	    "separate issues. How long the talk is does not count.",
	    complexity,
	    { "A long, polite mail that only asks for an invoice: low.",
		"Two lines asking to move a plan, credit the rest and keep the "
		"old price: medium or high, by what has to be decided." },
	    true, true },
	[HD_Q_EMOTION] = { "emotion",
	    "How does the customer feel at the worst moment?",
	    "Judge each message of the customer alone and take the most severe. "
	    "High-stakes: law, safety, money or data at risk, an outage, "
	    "security, a threat to leave, a hard deadline, distress.",
	    emotion,
	    { "\"Third time I ask\" without a harsh word: frustrated.",
		"\"I am not angry, only curious\": neutral; what is denied is "
		"not there." },
	    true, true },
	[HD_Q_PATTERN] = { "pattern",
	    "Would the same answer or steps resolve the next such ticket?",
	    "Judge the answer that resolved the ticket, not thanks, closing "
	    "words or a hand-over. Repeatable: a text or a fixed series of "
	    "steps that needs no thought. Judgment: it was weighed, negotiated "
	    "or investigated.",
	    pattern,
	    { "A macro with the order number filled in: repeatable.",
		"A macro followed by an exception granted by hand: judgment." },
	    true, false },
	[HD_Q_ISSUE] = { "issue", "What is the ticket about?",
	    "The one type that the customer needs resolved first, by the names "
	    "that the rule set uses. Answer \"other\" when none fits.",
	    NULL,
	    { "Asks for a refund since a parcel never came: the missing parcel, "
	      "if finding it would do.",
		"Two equal requests: the one named first." },
	    true, false },
	[HD_Q_AI_CORRECT] = { "ai_correct",
	    "Was the AI's first real answer correct?",
	    "Correct, about the question and safe, whatever came later. A "
	    "greeting or a question back is no answer. Leave it empty where "
	    "the AI gave none.",
	    yes_no,
	    { "The right steps with one wrong menu name that the customer still "
	      "found: yes.",
		"A link to the right article without the answer in it: no." },
	    false, false },
	[HD_Q_HUMAN_NEEDED] = { "human_needed",
	    "Did this ticket need a person?",
	    "Judge by what resolved it, not by who wrote it or by who was asked "
	    "for.",
	    needed,
	    { "The agent pasted a help article: not-needed-knowledge.",
		"The agent reset what only staff can reset: needed." },
	    false, false },
	[HD_Q_CONTEXT_CARRIED] = { "context_carried",
	    "Did the agent have what the customer had already said?",
	    "Yes if the agent's first message shows it, or a note or summary "
	    "holds it. Leave it empty where nothing was handed over.",
	    yes_no,
	    { "\"I see you tried the reset\" : yes.",
		"A summary that names the topic and nothing else: no." },
	    false, false },
	[HD_Q_ASKED_REPEAT] = { "asked_repeat",
	    "Was the customer asked for something already given?",
	    "A number, address, description, error text or step that stands "
	    "earlier in the ticket or in a form.",
	    yes_no,
	    { "\"Can you confirm it is order 12?\" : no, it was read.",
		"\"What is the order number?\" when the form holds it: yes." },
	    false, false },
	[HD_Q_LEAK] = { "leak", "Is personal data left in the text?",
	    "After redaction: a name, address, number or secret by which "
	    "somebody could be found or harmed.",
	    yes_no,
	    { "A company's public support address: no.",
		"A first name with a street: yes." },
	    false, false },
	[HD_Q_NOTE] = { "note", "What else should be known?",
	    "Free text. It stays in the database.", NULL,
	    { "Why you were in doubt.", "What a rule should have seen." },
	    false, false },
};

const struct hd_codebook *
hd_codebook(enum hd_question q)
{
	return &book[q];
}

int
hd_codebook_find(struct hd_str name)
{
	if (hd_str_ieq(name, "issue_type"))
		return HD_Q_ISSUE;
	for (int q = 0; q < HD_QUESTIONS; q++)
		if (hd_str_ieq(name, book[q].name))
			return q;
	return -1;
}

const struct hd_choice *
hd_codebook_choice(const struct hd_codebook *c, struct hd_str word)
{
	for (const struct hd_choice *k = c->choices;
	     k != NULL && k->word != NULL; k++)
		if (hd_str_ieq(word, k->word))
			return k;
	return NULL;
}
