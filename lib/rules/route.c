/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages and actions: what routes and policies say, and the default of a stage. */
#include "rules/block.h"
#include "rules/link.h"

static const char *const stages[HD_STAGES] = { "none", "open", "reply" };

static const char *const actions[HD_ACTIONS] = {
	"none",
	"ai-first",
	"stay",
	"human-first",
	"escalate",
};

static const char *const kinds[HD_RULEKINDS] = { "tag", "route", "policy" };

const char *
hd_stage_name(enum hd_stage s)
{
	return stages[s];
}

const char *
hd_action_name(enum hd_action a)
{
	return actions[a];
}

const char *
hd_rulekind_name(enum hd_rulekind k)
{
	return kinds[k];
}

bool
hd_action_careful(enum hd_action a)
{
	return a >= HD_HUMAN_FIRST;
}

bool
hd_stage_parse(struct hd_str word, enum hd_stage *stage)
{
	for (int i = HD_STAGE_OPEN; i < HD_STAGES; i++)
		if (hd_str_eq(word, stages[i])) {
			*stage = (enum hd_stage)i;
			return true;
		}
	return false;
}

int
hd_parse_action(struct hd_parse *p, struct hd_str word, enum hd_action *a)
{
	struct hd_near near;

	hd_near_init(&near, word);
	for (int i = HD_AI_FIRST; i < HD_ACTIONS; i++) {
		hd_near_try(&near, actions[i]);
		if (hd_str_eq(word, actions[i])) {
			*a = (enum hd_action)i;
			return 0;
		}
	}
	if (word.n == 0)
		return HD_PARSE_ERR(p, word.p, "R103", "missing action");
	return HD_PARSE_ERR(p, word.p, "R122", "'%.*s' is no action%s",
	    (int)word.n, word.p,
	    near.best != NULL
		? hd_near_hint(&near)
		: ": there are ai-first, stay, human-first and escalate");
}

/* The next of a list that commas separate; false after the last. */
static bool
next(struct hd_str *rest, struct hd_str *word)
{
	if (!hd_str_split(rest, ',', word))
		return false;
	*word = hd_str_trim(*word);
	return true;
}

int
hd_parse_on(struct hd_parse *p)
{
	struct hd_rule *r = hd_parse_rule(p);
	struct hd_str rest, word;
	enum hd_stage stage;

	if (r->stages != 0)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'on' twice");
	if (hd_parse_rest(p, "stage", &rest) < 0)
		return -1;
	while (next(&rest, &word)) {
		if (!hd_stage_parse(word, &stage))
			return HD_PARSE_ERR(p, word.p, "R122",
			    "'%.*s' is no stage: there are open and reply",
			    (int)word.n, word.p);
		r->stages |= 1u << stage;
	}
	return 0;
}

int
hd_parse_then(struct hd_parse *p)
{
	struct hd_rule *r = hd_parse_rule(p);
	enum hd_action a;

	if (r->actions != 0)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'then' twice");
	if (hd_parse_action(p, hd_parse_word(p), &a) < 0 || hd_parse_end(p) < 0)
		return -1;
	r->actions = 1u << a;
	return 0;
}

int
hd_parse_must(struct hd_parse *p)
{
	struct hd_rule *r = hd_parse_rule(p);
	struct hd_str rest, word;
	enum hd_action a;

	if (r->actions != 0)
		return HD_PARSE_ERR(p, p->keyword, "R103", "'must' twice");
	if (hd_parse_rest(p, "action", &rest) < 0)
		return -1;
	while (next(&rest, &word)) {
		if (hd_parse_action(p, word, &a) < 0)
			return -1;
		r->actions |= 1u << a;
	}
	return 0;
}

int
hd_parse_stage_default(struct hd_parse *p, enum hd_stage stage)
{
	struct hd_stagedflt *d = &p->rs->stage_default[stage];
	struct hd_pos pos = hd_parse_pos(p, p->keyword);
	enum hd_action a;

	if (d->action != HD_ACTION_NONE && d->pos.file == p->file)
		return HD_PARSE_ERR(p, p->keyword, "R130",
		    "the default of stage '%s' was given at line %zu",
		    stages[stage], d->pos.line);
	if (hd_parse_action(p, hd_parse_word(p), &a) < 0 || hd_parse_end(p) < 0)
		return -1;
	d->action = a;
	d->pos = pos;
	return 0;
}
