/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tags and fields name: see named.h. */
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "escalation/named.h"

#define WORDS_MAX 128 /* bytes of a tag that are read */

/*
 * Whole words, the beginning of the last one where no blank follows.  The first
 * that stands in a tag decides, so the clearer come first.
 */
static const struct {
	const char *words, *code;
	enum hd_named named;
} names[] = {
	{ " keyword", "keyword", HD_NAMED_REASON },
	{ " key word", "keyword", HD_NAMED_REASON },
	{ " kw ", "keyword", HD_NAMED_REASON },
	{ " trigger word", "keyword", HD_NAMED_REASON },
	{ " stichwort", "keyword", HD_NAMED_REASON },
	{ " mot cle", "keyword", HD_NAMED_REASON },
	{ " palabra clave", "keyword", HD_NAMED_REASON },
	{ " requested by", "customer", HD_NAMED_REASON },
	{ " asked for ", "customer", HD_NAMED_REASON },
	{ " asked human", "customer", HD_NAMED_REASON },
	{ " asks human", "customer", HD_NAMED_REASON },
	{ " wants human", "customer", HD_NAMED_REASON },
	{ " wants agent", "customer", HD_NAMED_REASON },
	{ " wants person", "customer", HD_NAMED_REASON },
	{ " human request", "customer", HD_NAMED_REASON },
	{ " agent request", "customer", HD_NAMED_REASON },
	{ " request human", "customer", HD_NAMED_REASON },
	{ " request agent", "customer", HD_NAMED_REASON },
	{ " requested human", "customer", HD_NAMED_REASON },
	{ " requested agent", "customer", HD_NAMED_REASON },
	{ " customer request", "customer", HD_NAMED_REASON },
	{ " user request", "customer", HD_NAMED_REASON },
	{ " client request", "customer", HD_NAMED_REASON },
	{ " visitor request", "customer", HD_NAMED_REASON },
	{ " customer asked", "customer", HD_NAMED_REASON },
	{ " user asked", "customer", HD_NAMED_REASON },
	{ " customer choice", "customer", HD_NAMED_REASON },
	{ " talk to human", "customer", HD_NAMED_REASON },
	{ " talk to agent", "customer", HD_NAMED_REASON },
	{ " speak to human", "customer", HD_NAMED_REASON },
	{ " speak to agent", "customer", HD_NAMED_REASON },
	{ " kundenwunsch", "customer", HD_NAMED_REASON },
	{ " demande client", "customer", HD_NAMED_REASON },
	{ " peticion cliente", "customer", HD_NAMED_REASON },
	{ " limit reached", "limit", HD_NAMED_REASON },
	{ " limit exceeded", "limit", HD_NAMED_REASON },
	{ " limit hit", "limit", HD_NAMED_REASON },
	{ " usage limit", "limit", HD_NAMED_REASON },
	{ " turn limit", "limit", HD_NAMED_REASON },
	{ " message limit", "limit", HD_NAMED_REASON },
	{ " session limit", "limit", HD_NAMED_REASON },
	{ " max turns", "limit", HD_NAMED_REASON },
	{ " max attempts", "limit", HD_NAMED_REASON },
	{ " max messages", "limit", HD_NAMED_REASON },
	{ " max retries", "limit", HD_NAMED_REASON },
	{ " too many turns", "limit", HD_NAMED_REASON },
	{ " step limit", "limit", HD_NAMED_REASON },
	{ " reply limit", "limit", HD_NAMED_REASON },
	{ " sentiment", "sentiment", HD_NAMED_REASON },
	{ " stimmung", "sentiment", HD_NAMED_REASON },
	{ " angry", "sentiment", HD_NAMED_REASON },
	{ " anger", "sentiment", HD_NAMED_REASON },
	{ " frustrat", "sentiment", HD_NAMED_REASON },
	{ " upset", "sentiment", HD_NAMED_REASON },
	{ " no answer", "no-answer", HD_NAMED_REASON },
	{ " noanswer", "no-answer", HD_NAMED_REASON },
	{ " no match", "no-answer", HD_NAMED_REASON },
	{ " no article", "no-answer", HD_NAMED_REASON },
	{ " no result", "no-answer", HD_NAMED_REASON },
	{ " no intent", "no-answer", HD_NAMED_REASON },
	{ " no kb", "no-answer", HD_NAMED_REASON },
	{ " no content", "no-answer", HD_NAMED_REASON },
	{ " fallback", "no-answer", HD_NAMED_REASON },
	{ " low confidence", "no-answer", HD_NAMED_REASON },
	{ " confidence low", "no-answer", HD_NAMED_REASON },
	{ " not understood", "no-answer", HD_NAMED_REASON },
	{ " unknown intent", "no-answer", HD_NAMED_REASON },
	{ " intent unknown", "no-answer", HD_NAMED_REASON },
	{ " unanswered", "no-answer", HD_NAMED_REASON },
	{ " knowledge gap", "no-answer", HD_NAMED_REASON },
	{ " content gap", "no-answer", HD_NAMED_REASON },
	{ " no solution", "no-answer", HD_NAMED_REASON },
	{ " no suitable", "no-answer", HD_NAMED_REASON },
	{ " not resolved", "no-answer", HD_NAMED_REASON },
	{ " not solved", "no-answer", HD_NAMED_REASON },
	{ " unresolved", "no-answer", HD_NAMED_REASON },
	{ " could not resolve", "no-answer", HD_NAMED_REASON },
	{ " could not help", "no-answer", HD_NAMED_REASON },
	{ " unable to answer", "no-answer", HD_NAMED_REASON },
	{ " unable to help", "no-answer", HD_NAMED_REASON },
	{ " out of scope", "no-answer", HD_NAMED_REASON },
	{ " sans solution", "no-answer", HD_NAMED_REASON },
	{ " sin solucion", "no-answer", HD_NAMED_REASON },
	{ " cannot answer", "no-answer", HD_NAMED_REASON },
	{ " could not answer", "no-answer", HD_NAMED_REASON },
	{ " ai failed", "no-answer", HD_NAMED_REASON },
	{ " bot failed", "no-answer", HD_NAMED_REASON },
	{ " without resolution", "no-answer", HD_NAMED_REASON },
	{ " keine antwort", "no-answer", HD_NAMED_REASON },
	{ " sans reponse", "no-answer", HD_NAMED_REASON },
	{ " sin respuesta", "no-answer", HD_NAMED_REASON },
	{ " score below", "sentiment", HD_NAMED_REASON },
	{ " issue type", "issue", HD_NAMED_REASON },
	{ " issue rule", "issue", HD_NAMED_REASON },
	{ " issue route", "issue", HD_NAMED_REASON },
	{ " topic ", "issue", HD_NAMED_REASON },
	{ " intent rule", "issue", HD_NAMED_REASON },
	{ " category rule", "issue", HD_NAMED_REASON },
	{ " policy rule", "issue", HD_NAMED_REASON },
	{ " case type", "issue", HD_NAMED_REASON },
	{ " request type", "issue", HD_NAMED_REASON },
	{ " human only", "issue", HD_NAMED_REASON },
	{ " always human", "issue", HD_NAMED_REASON },
	{ " requires human", "issue", HD_NAMED_REASON },
	{ " human required", "issue", HD_NAMED_REASON },
	{ " needs human", "issue", HD_NAMED_REASON },
	{ " needs approval", "issue", HD_NAMED_REASON },
	{ " approval required", "issue", HD_NAMED_REASON },
	{ " thema ", "issue", HD_NAMED_REASON },
	{ " account tier", "account", HD_NAMED_REASON },
	{ " account rout", "account", HD_NAMED_REASON },
	{ " account rule", "account", HD_NAMED_REASON },
	{ " account level", "account", HD_NAMED_REASON },
	{ " account value", "account", HD_NAMED_REASON },
	{ " customer tier", "account", HD_NAMED_REASON },
	{ " customer segment", "account", HD_NAMED_REASON },
	{ " plan tier", "account", HD_NAMED_REASON },
	{ " tier rout", "account", HD_NAMED_REASON },
	{ " tier rule", "account", HD_NAMED_REASON },
	{ " vip rout", "account", HD_NAMED_REASON },
	{ " vip rule", "account", HD_NAMED_REASON },
	{ " vip queue", "account", HD_NAMED_REASON },
	{ " enterprise rout", "account", HD_NAMED_REASON },
	{ " enterprise rule", "account", HD_NAMED_REASON },
	{ " priority rout", "account", HD_NAMED_REASON },
	{ " after hours", "out-of-hours", HD_NAMED_REASON },
	{ " afterhours", "out-of-hours", HD_NAMED_REASON },
	{ " out of hours", "out-of-hours", HD_NAMED_REASON },
	{ " outofhours", "out-of-hours", HD_NAMED_REASON },
	{ " off hours", "out-of-hours", HD_NAMED_REASON },
	{ " outside hours", "out-of-hours", HD_NAMED_REASON },
	{ " outside business", "out-of-hours", HD_NAMED_REASON },
	{ " outside office", "out-of-hours", HD_NAMED_REASON },
	{ " ooh ", "out-of-hours", HD_NAMED_REASON },
	{ " ooo ", "out-of-hours", HD_NAMED_REASON },
	{ " office closed", "out-of-hours", HD_NAMED_REASON },
	{ " team closed", "out-of-hours", HD_NAMED_REASON },
	{ " night queue", "out-of-hours", HD_NAMED_REASON },
	{ " overnight queue", "out-of-hours", HD_NAMED_REASON },
	{ " hors horaires", "out-of-hours", HD_NAMED_REASON },
	{ " fuera de horario", "out-of-hours", HD_NAMED_REASON },
	{ " vip", "account", HD_NAMED_HINT },
	{ " key account", "account", HD_NAMED_HINT },
	{ " named account", "account", HD_NAMED_HINT },
	{ " enterprise ", "account", HD_NAMED_HINT },
	{ " premium ", "account", HD_NAMED_HINT },
	{ " platinum ", "account", HD_NAMED_HINT },
	{ " gold ", "account", HD_NAMED_HINT },
	{ " high value ", "account", HD_NAMED_HINT },
	{ " tier ", "account", HD_NAMED_HINT },
};

/* " fallback 3x " of "Fallback_3x": words between blanks, in lower case. */
static void
plain(struct hd_str s, char text[WORDS_MAX])
{
	size_t n = 0;

	text[n++] = ' ';
	for (size_t i = 0; i < s.n && n + 2 < WORDS_MAX; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x80 || isalnum(c))
			text[n++] = (char)tolower(c);
		else if (text[n - 1] != ' ')
			text[n++] = ' ';
	}
	if (text[n - 1] != ' ')
		text[n++] = ' ';
	text[n] = '\0';
}

/*
 * Which bytes words of the text begin with, 1 << byte % 64: most of the many
 * names cannot stand in it, and are not looked for.
 */
static uint64_t
begins(const char *text)
{
	uint64_t set = 0;

	for (; text[0] != '\0'; text++)
		if (text[0] == ' ')
			set |= (uint64_t)1 << (unsigned char)text[1] % 64;
	return set;
}

static bool
any_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strstr(text, *words) != NULL)
			return true;
	return false;
}

/* A mood that sends nobody to people. */
static bool
fair(const char *text)
{
	static const char *const words[] = { " positive", " neutral", " good",
		" happy", " ok ", " calm", " mixed", " high ", NULL };

	return any_of(text, words);
}

/* A quota of the AI itself, not a limit of what the customer has. */
static bool
is_limit(const char *text)
{
	static const char *const bound[] = { " limit", " quota", " kontingent",
		" cupo ", NULL };
	static const char *const whose[] = { " ai ", " ia ", " ki ", " bot ",
		" assistant", NULL };

	return any_of(text, bound) && any_of(text, whose);
}

enum hd_named
hd_named_trigger(struct hd_str words, const char **code)
{
	char text[WORDS_MAX];
	uint64_t first;

	plain(words, text);
	first = begins(text);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *name = names[i].words;

		if (!(first >> (unsigned char)name[1] % 64 & 1) ||
		    strstr(text, name) == NULL)
			continue;
		if (strcmp(names[i].code, "sentiment") == 0 && fair(text))
			continue;
		*code = names[i].code;
		return names[i].named;
	}
	*code = "limit";
	return is_limit(text) ? HD_NAMED_REASON : HD_NAMED_NOT;
}

enum hd_named
hd_named_field(struct hd_str name)
{
	static const char *const reasons[] = { " reason", " trigger", " grund",
		" motif", " motivo", " cause", " handoff policy",
		" handoff rule", " escalation policy", " escalation rule",
		" routing rule", NULL };
	static const char *const ways[] = { " escalat", " handoff", " hand off",
		" handover", " hand over", " routing", " route", " rule",
		NULL };
	char text[WORDS_MAX];

	plain(name, text);
	if (any_of(text, reasons))
		return HD_NAMED_REASON;
	return any_of(text, ways) ? HD_NAMED_HINT : HD_NAMED_NOT;
}

/* Words about the handover, not about the matter. */
static bool
is_about_handover(const char *word)
{
	static const char *const words[] = { "handoff", "handover", "escalat",
		"escalation", "escalated", "ai", "bot", "answer", "agent",
		"agents", "human", "humans", "team", "teams", "to", "by",
		"from", "the", "a", "of", "support", "yes", "true", "false",
		"no", "none", "null", "done", "pending", "requested", "request",
		"queue", "queued", "rule", "auto", "automatic", "manual",
		"routed", "route", "other", "unknown", "default", "live",
		"chat", "person", "people", "reason", "trigger", "handed",
		"over", "off", "transfer", "transferred", "assistant", "needed",
		"n", "l1", "l2", "l3", "tier1", "tier2", "widget", "user",
		"customer", "procedure", "finished", "conversation", NULL };
	size_t i = 0;

	while (words[i] != NULL && strcmp(words[i], word) != 0)
		i++;
	return words[i] != NULL || isdigit((unsigned char)word[0]);
}

bool
hd_named_matter(struct hd_str words, bool said)
{
	static const char *const lead[] = { " handoff ", " handover ",
		" escalation ", " escalate ", NULL };
	char text[WORDS_MAX], *rest = NULL;

	plain(words, text);
	if (!said && !any_of(text, lead))
		return false;
	for (char *w = strtok_r(text, " ", &rest); w != NULL;
	     w = strtok_r(NULL, " ", &rest))
		if (!is_about_handover(w))
			return true;
	return false;
}
