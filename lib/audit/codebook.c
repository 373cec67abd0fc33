/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of a review: see codebook.h. */
#include <string.h>

#include "audit/codebook.h"

static const struct hd_choice complexity[] = {
	{ "low", 'l', "at most one system, one decision and one issue" },
	{ "medium", 'm', "more than low, less than high" },
	{ "high", 'h', "from three systems, four decisions or three issues" },
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
	    "Count three things apart: systems and products that had to be "
	    "dealt with; decisions (a condition to check, an exception, an "
	    "approval, a choice between ways, somebody outside to ask); and "
	    "separate issues. What is only mentioned does not count, nor how "
	    "long or how angry the talk is.",
	    complexity,
	    { "A page of story that ends in a request for one invoice: low.",
		"Two lines: change the plan, credit the rest, keep the old "
		"price. One issue, but three decisions: medium." },
	    true, true },
	[HD_Q_EMOTION] = { "emotion",
	    "How does the customer feel at the worst moment?",
	    "Judge each message of the customer by itself and take the most "
	    "severe. High-stakes is what is at risk, however calm the words: "
	    "law, safety, money or data lost, an outage, security, a threat to "
	    "leave, a deadline that cannot move, distress. Frustrated needs "
	    "words for it; that something does not work is not enough.",
	    emotion,
	    { "\"This is the third time I ask\", without a harsh word: "
	      "frustrated.",
		"\"Not angry, only curious\": neutral; what is denied is not "
		"there." },
	    true, true },
	[HD_Q_PATTERN] = { "pattern",
	    "Would the same answer or steps resolve the next such ticket?",
	    "Find the answer that resolved the ticket; thanks, closing words "
	    "and hand-overs are none. Repeatable: a text, or a fixed series of "
	    "steps, into which at most names, numbers and dates are filled. "
	    "Judgment: something was weighed, negotiated, investigated or "
	    "granted for this customer.",
	    pattern,
	    { "A standard reply with the order number filled in: repeatable.",
		"The same reply, and a fee waived this once: judgment." },
	    true, false },
	[HD_Q_ISSUE] = { "issue", "What is the ticket about?",
	    "The one type that has to be resolved before the customer is "
	    "helped, as the customer puts it and not by the cause that was "
	    "found later; in the names of the rule set. Answer \"other\" when "
	    "none fits.",
	    NULL,
	    { "Asks for a refund since a parcel never came: the missing parcel, "
	      "if finding it would do.",
		"Two requests, neither of which waits for the other: the one "
		"named first." },
	    true, false },
	[HD_Q_AI_CORRECT] = { "ai_correct",
	    "Was the AI's first real answer correct?",
	    "Yes if it was true, met what was asked and could do no harm, "
	    "whatever came later. A greeting, a question back or a hand-over "
	    "is no answer. Leave it empty where the AI gave none.",
	    yes_no,
	    { "The right steps with one wrong menu name that the customer still "
	      "found: yes.",
		"A link to the right article without the answer in it: no." },
	    false, false },
	[HD_Q_HUMAN_NEEDED] = { "human_needed",
	    "Did this ticket need a person?",
	    "Judge by what it took to resolve it, not by who wrote and not by "
	    "whom the customer asked for. Needed comes first: one step that "
	    "only a person may take is enough. Where several reasons fit why "
	    "none was, take the first of the list. Where no person took part, "
	    "judge whether one should have.",
	    needed,
	    { "The agent pasted a help article: not-needed-knowledge.",
		"The agent reset what only staff can reset: needed." },
	    false, false },
	[HD_Q_CONTEXT_CARRIED] = { "context_carried",
	    "Did the agent have what the customer had already said?",
	    "Yes if the agent's first message builds on it, or a note or "
	    "summary holds it. Leave it empty where nothing was handed over.",
	    yes_no,
	    { "\"I see that you tried the reset\": yes.",
		"A summary that names the topic and nothing else: no." },
	    false, false },
	[HD_Q_ASKED_REPEAT] = { "asked_repeat",
	    "Was the customer asked for something already given?",
	    "A number, an address, a description, an error text or a step tried "
	    "that stands earlier in the ticket or in its form. To confirm is "
	    "not to ask.",
	    yes_no,
	    { "\"It is order 12, right?\": no, it was read.",
		"\"What is the order number?\" when the form holds it: yes." },
	    false, false },
	[HD_Q_LEAK] = { "leak", "Is personal data left in the text?",
	    "In a text that was redacted: a name, an address, a number or a "
	    "secret by which somebody could be found or harmed.",
	    yes_no,
	    { "A company's public support address: no.",
		"A first name with a street: yes." },
	    false, false },
	[HD_Q_NOTE] = { "note", "What else should be known?",
	    "Free text. It stays in the database; do not copy personal data "
	    "into it.",
	    NULL, { "Why you were in doubt.", "What a rule should have seen." },
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

int
hd_codebook_get(struct hd_str name, enum hd_question *q, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	int i = hd_codebook_find(name);

	if (i >= 0) {
		*q = (enum hd_question)i;
		return 0;
	}
	for (i = 0; i < HD_QUESTIONS; i++)
		hd_buf_addf(&b, " %s", book[i].name);
	(void)hd_err_set(err, HD_EUSAGE, "no question '%.*s'; there is%s",
	    (int)name.n, name.p, hd_buf_cstr(&b));
	hd_buf_release(&b);
	return -1;
}

static void
add_once(enum hd_question q, enum hd_question *v, size_t *n)
{
	for (size_t i = 0; i < *n; i++)
		if (v[i] == q)
			return;
	v[(*n)++] = q;
}

int
hd_codebook_list(
    const char *list, enum hd_question *v, size_t *n, struct hd_err *err)
{
	struct hd_str rest = hd_str(list != NULL ? list : ""), one;
	enum hd_question q;
	int all = list == NULL		   ? HD_Q_HUMAN_NEEDED + 1
		  : hd_str_eq(rest, "all") ? HD_QUESTIONS
					   : 0;

	*n = 0;
	for (int i = 0; i < all; i++)
		v[(*n)++] = (enum hd_question)i;
	while (all == 0 && hd_str_split(&rest, ',', &one)) {
		if (hd_codebook_get(hd_str_trim(one), &q, err) != 0)
			return hd_err_in(err, "--questions");
		add_once(q, v, n);
	}
	return 0;
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
