/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Was a person needed?  Signs speak for one of four verdicts, each with its
 * points; a verdict has to have enough of them, and more than the others.  That
 * the customer asked for a person is no sign.
 */
#include <string.h>

#include "escalation/detect.h"
#include "escalation/failed.h"
#include "escalation/needed_int.h"
#include "escalation/past.h"

#define ENOUGH 3 /* points */

const char *const hd_need_codes[HD_NVERDICTS] = { "needed",
	"not-needed-knowledge", "not-needed-context", "not-needed-premature" };
const char hd_need_unclear[] = "unclear";

const struct hd_signinfo hd_signs[HD_SIGNS] = {
	[HD_SG_AUTHORITY] = { HD_NV_NEEDED, 6, "authority",
	    "the person gave, waived or approved something" },
	[HD_SG_SYSTEM] = { HD_NV_NEEDED, 5, "system",
	    "the person changed something that the AI cannot reach" },
	[HD_SG_ELSEWHERE] = { HD_NV_NEEDED, 5, "elsewhere",
	    "the person dealt with somebody outside or of another team" },
	[HD_SG_DID] = { HD_NV_NEEDED, 3, "did",
	    "the person did something about it" },
	[HD_SG_JUDGEMENT] = { HD_NV_NEEDED, 2, "judgement",
	    "the person examined, weighed or decided" },
	[HD_SG_INSIDE] = { HD_NV_NEEDED, 2, NULL,
	    "it took notes among colleagues, or another team" },
	[HD_SG_CHANGED] = { HD_NV_NEEDED, 1, NULL,
	    "by its tags something was changed, paid back or mended" },
	[HD_SG_STAKES] = { HD_NV_NEEDED, 1, NULL,
	    "much was at stake for the customer" },
	[HD_SG_WEIGHED] = { HD_NV_NEEDED, 1, NULL,
	    "by its tags such a case is decided one by one" },
	[HD_SG_FAILS] = { HD_NV_NEEDED, 1, NULL,
	    "the AI seldom resolves this type for good" },
	[HD_SG_GUESSED] = { HD_NV_NEEDED, 2, NULL,
	    "what was learned from reviewers says so" },
	[HD_SG_LINK] = { HD_NV_KNOWLEDGE, 3, "link",
	    "an article or a form that exists gave the answer" },
	[HD_SG_STEPS] = { HD_NV_KNOWLEDGE, 2, "steps",
	    "steps that anybody can follow gave the answer" },
	[HD_SG_FACT] = { HD_NV_KNOWLEDGE, 1, "fact",
	    "the answer is a fact that is the same for everybody" },
	[HD_SG_ANSWERED] = { HD_NV_KNOWLEDGE, 1, NULL,
	    "words alone answered it" },
	[HD_SG_STANDARD] = { HD_NV_KNOWLEDGE, 2, NULL,
	    "others get the same answer, and it holds" },
	[HD_SG_HOLDS] = { HD_NV_KNOWLEDGE, 1, NULL,
	    "the AI resolves this type for good elsewhere" },
	[HD_SG_RECORD] = { HD_NV_CONTEXT, 3, "record",
	    "the answer turns on the customer's page, account or last action" },
	[HD_SG_PLACE] = { HD_NV_CONTEXT, 2, NULL,
	    "the answer takes up what the page's address already said" },
	[HD_SG_AGREED] = { HD_NV_PREMATURE, 5, NULL,
	    "the AI had offered to do it, and the customer agreed" },
	[HD_SG_DONE] = { HD_NV_PREMATURE, 4, NULL,
	    "the customer had done it before the person answered" },
	[HD_SG_CONFIRMS] = { HD_NV_PREMATURE, 4, "confirms",
	    "the person says what the AI had said" },
	[HD_SG_REPEATS] = { HD_NV_PREMATURE, 2, NULL,
	    "the person's answer repeats that of the AI" },
	[HD_SG_ACCEPTED] = { HD_NV_PREMATURE, 2, NULL,
	    "the customer had taken the AI's answer" },
	[HD_SG_UNCALLED] = { HD_NV_PREMATURE, 2, NULL,
	    "the customer had taken the AI's answer, and nothing called for a "
	    "person" },
	[HD_SG_MIDWAY] = { HD_NV_PREMATURE, 2, NULL,
	    "the AI was in the middle of its steps" },
	[HD_SG_OFFERED] = { HD_NV_PREMATURE, 1, NULL,
	    "the AI was about to do it" },
};

int
hd_need_answer(const struct hd_finding *verdict)
{
	if (verdict == NULL || verdict->code == hd_not_measurable ||
	    strcmp(verdict->code, hd_need_unclear) == 0)
		return -1;
	for (int v = HD_NV_NEEDED + 1; v < HD_NVERDICTS; v++)
		if (strcmp(verdict->code, hd_need_codes[v]) == 0)
			return 0;
	return 1;
}

/* --- the verdict --- */

/*
 * What anybody could be told is also what the page or the account would have
 * let the AI tell, once the answer turns on them.  Anything else done counts
 * where nothing clearer was.
 */
static bool
speaks_for(const struct hd_weighing *w, int s, enum hd_need v)
{
	const struct hd_seen *seen = w->seen;
	enum hd_need own =
	    s == HD_SG_GUESSED ? w->guessed : hd_signs[s].verdict;

	if (!seen[s].is)
		return false;
	if (s == HD_SG_DID &&
	    (seen[HD_SG_AUTHORITY].is || seen[HD_SG_SYSTEM].is ||
		seen[HD_SG_ELSEWHERE].is))
		return false;
	if (v == HD_NV_CONTEXT &&
	    (s == HD_SG_STEPS || s == HD_SG_FACT || s == HD_SG_ANSWERED))
		return seen[HD_SG_RECORD].is || seen[HD_SG_PLACE].is;
	return own == v;
}

static int
points(const struct hd_weighing *w, enum hd_need v)
{
	int sum = 0;

	for (int s = 0; s < HD_SIGNS; s++)
		if (speaks_for(w, s, v))
			sum += hd_signs[s].points;
	return sum;
}

/* The sign that counts most for it. */
static enum hd_sign
strongest(const struct hd_weighing *w, enum hd_need v)
{
	int best = -1;

	for (int s = 0; s < HD_SIGNS; s++)
		if (speaks_for(w, s, v) &&
		    (best < 0 || hd_signs[s].points > hd_signs[best].points))
			best = s;
	return (enum hd_sign)best;
}

static void
tell(const struct hd_weighing *w, enum hd_need v, struct hd_findings *f)
{
	enum hd_sign s = strongest(w, v);
	struct hd_finding *one = hd_finding_add(
	    f, HD_AUDIT_NEEDED, hd_need_codes[v], "%s", hd_signs[s].why);

	one->message = w->seen[s].message;
	one->quote = w->seen[s].quote;
	if (one->message < 0)
		one->basis = "tag";
}

/* Of equals the first: one step that takes a person is enough. */
static void
judge(const struct hd_weighing *w, struct hd_findings *f)
{
	int best = 0, most = points(w, HD_NV_NEEDED);

	for (int v = 1; v < HD_NVERDICTS; v++)
		if (points(w, (enum hd_need)v) > most) {
			best = v;
			most = points(w, (enum hd_need)v);
		}
	if (most >= ENOUGH)
		tell(w, (enum hd_need)best, f);
	else
		hd_finding_add(f, HD_AUDIT_NEEDED, hd_need_unclear,
		    "too little shows what the person did");
}

/* What the audit `pages` found: nothing but the page was lacking. */
static void
see_page(struct hd_weighing *w, const struct hd_findings *f)
{
	const struct hd_finding *page =
	    hd_finding_of(f, HD_AUDIT_PAGES, "page-opportunity", NULL);

	if (page != NULL && !w->seen[HD_SG_PLACE].is)
		w->seen[HD_SG_PLACE] =
		    (struct hd_seen){ true, page->message, page->quote };
}

/* What the audit `triggers` found: no reason to hand over. */
static void
see_uncalled(struct hd_weighing *w, const struct hd_findings *f)
{
	if (w->seen[HD_SG_ACCEPTED].is &&
	    hd_finding_of(f, HD_AUDIT_TRIGGERS, "unexplained", NULL) != NULL)
		w->seen[HD_SG_UNCALLED] = w->seen[HD_SG_ACCEPTED];
}

static bool
reviewed(const struct hd_escalation *e, struct hd_findings *f)
{
	const char *value = hd_escpast_review(e->world->past, e->th->ticket);

	if (value == NULL)
		return false;
	hd_finding_add(f, HD_AUDIT_NEEDED, value, "a reviewer says so")->basis =
	    "review";
	return true;
}

void
hd_esc_needed(const struct hd_escalation *e, struct hd_findings *f)
{
	struct hd_weighing w = { .e = e };

	if (!e->escalated) {
		hd_esc_failed(e, f);
		return;
	}
	if (reviewed(e, f))
		return;
	if (e->first_human < 0) {
		hd_finding_add(f, HD_AUDIT_NEEDED, hd_need_unclear,
		    "no person has answered");
		return;
	}
	hd_signs_see(&w);
	see_page(&w, f);
	see_uncalled(&w, f);
	judge(&w, f);
}
