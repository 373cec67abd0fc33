/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates with slots and choices: see text.h. */
#include <string.h>

#include "gen/talk.h"
#include "gen/world.h"

static const char *const slot_names[GEN_NSLOTS] = {
	"order",
	"invoice",
	"error",
	"device",
	"date",
	"amount",
	"phone",
	"email",
	"browser",
	"project",
	"product",
	"track",
	"card",
	"acct",
	"host",
	"city",
	"count",
	"amount2",
	"later",
	"days",
	"day",
	"time",
	"plan",
	"ref",
	"name",
	"full",
	"company",
	"agent",
	"peer",
	"bot",
	"brand",
	"team",
	"what",
	"also",
	"given",
	"value",
	"prev",
};

const char *
gen_value(struct gen_story *st, enum gen_slot slot)
{
	if (st->value[slot][0] == '\0')
		gen_make_value(st, slot, st->value[slot]);
	return st->value[slot];
}

/* "order FB-1, date 3 May": what the customer has given so far. */
static void
add_given(struct gen_story *st, struct hd_buf *out)
{
	int n = 0;

	for (int i = 0; i < GEN_NITEMS; i++) {
		if ((st->seen & BIT(i)) == 0 || n == 4)
			continue;
		if (n++ > 0)
			hd_buf_adds(out, ", ");
		hd_buf_addf(out, "%s %s", st->lang->label[i], st->value[i]);
	}
	if (n == 0)
		hd_buf_adds(out, st->issue->what);
}

/* Half a sentence about another kind of request. */
static void
add_also(struct gen_story *st, struct hd_buf *out)
{
	const struct gen_issue *list = st->lang->issues[st->domain];
	const struct gen_issue *other;
	unsigned n = 0;

	while (list[n].name != NULL)
		n++;
	other = &list[gen_below(st->w, n)];
	if (other == st->issue && n > 1)
		other = &list[(other - list + 1) % n];
	gen_expand(st, gen_pick_of(st, other->brief, 3), out);
}

static void
add_slot(struct gen_story *st, const char *name, size_t n, struct hd_buf *out)
{
	int slot = 0;

	while (slot < GEN_NSLOTS && (strlen(slot_names[slot]) != n ||
					memcmp(slot_names[slot], name, n) != 0))
		slot++;
	switch (slot) {
	case SLOT_GIVEN:
		add_given(st, out);
		return;
	case SLOT_ALSO:
		add_also(st, out);
		return;
	case SLOT_AGENT:
		name = gen_agents[st->agent].name;
		hd_buf_add(out, name, strcspn(name, " "));
		return;
	case SLOT_TEAM:
		hd_buf_adds(out, gen_teams[st->team].name);
		return;
	case GEN_NSLOTS:
		hd_buf_adds(out, "{?}");
		return;
	default:
		break;
	}
	hd_buf_adds(out, gen_value(st, (enum gen_slot)slot));
	if (slot < GEN_NITEMS && st->speaking)
		st->seen |= BIT(slot);
}

/* The end of the alternative that starts at p: at '|', ']' or the end. */
static const char *
skip(const char *p)
{
	int depth = 0;

	for (; *p != '\0'; p++) {
		if (depth == 0 && (*p == '|' || *p == ']'))
			break;
		if (*p == '[')
			depth++;
		else if (*p == ']')
			depth--;
	}
	return p;
}

/* Fill in up to the end of the alternative; returns that place. */
static const char *
fill(struct gen_story *st, const char *p, struct hd_buf *out)
{
	unsigned n, chosen;
	const char *q, *end;

	while (*p != '\0' && *p != '|' && *p != ']') {
		if (*p == '{') {
			end = p + strcspn(p, "}");
			add_slot(st, p + 1, (size_t)(end - p - 1), out);
			p = end + (*end == '}');
		} else if (*p == '[') {
			n = 1;
			for (q = skip(p + 1); *q == '|'; q = skip(q + 1))
				n++;
			chosen = gen_below(st->w, n);
			end = q;
			for (q = p + 1; chosen > 0; chosen--)
				q = skip(q) + 1;
			(void)fill(st, q, out);
			p = end + (*end == ']');
		} else {
			hd_buf_addc(out, *p++);
		}
	}
	return p;
}

void
gen_expand(struct gen_story *st, const char *tmpl, struct hd_buf *out)
{
	(void)fill(st, tmpl, out);
}

/* A bot is mentioned only where one took part, facts where some are known. */
static bool
fits(const struct gen_story *st, const char *s)
{
	if (strstr(s, "{bot}") != NULL && st->planned != GEN_AI_ONLY &&
	    st->planned != GEN_AI_TO_HUMAN)
		return false;
	/* nobody thanks an agent where none took part */
	if (strstr(s, "{agent}") != NULL && st->planned == GEN_AI_ONLY)
		return false;
	return strstr(s, "{given}") == NULL || st->seen != 0;
}

const char *
gen_pick_of(struct gen_story *st, const char *const *list, size_t max)
{
	unsigned n = 0;
	const char *s = "";

	while (n < max && list[n] != NULL)
		n++;
	for (int tries = 0; n > 0 && tries < 12; tries++) {
		s = list[gen_below(st->w, n)];
		if (fits(st, s))
			break;
	}
	return s;
}

const char *
gen_pick(struct gen_story *st, const char *const *list)
{
	return gen_pick_of(st, list, SIZE_MAX);
}

const char *const *
gen_list(const struct gen_story *st, enum gen_say say)
{
	static const char *const none[] = { "", NULL };
	const struct gen_lang *l = st->lang;

	if (l->cust[say] != NULL)
		return l->cust[say];
	if (l->team[say] != NULL)
		return l->team[say];
	l = &gen_en; /* said in English in any language */
	if (l->cust[say] != NULL)
		return l->cust[say];
	return l->team[say] != NULL ? l->team[say] : none;
}

void
gen_say(struct gen_story *st, enum gen_say say, struct hd_buf *out)
{
	gen_expand(st, gen_pick(st, gen_list(st, say)), out);
}
