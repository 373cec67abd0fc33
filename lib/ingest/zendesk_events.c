/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The history of Zendesk's tickets, as audits or as ticket events: comments are
 * messages, changes of status, assignee, team and tags are events.  The two
 * files tell the same with the same ids.
 */
#include "ingest/zendesk_int.h"

bool
hd_zd_is_audit(const struct hd_json *j)
{
	const struct hd_json *e = hd_json_get(j, "events");

	return e != NULL && e->type == HD_JARR &&
	       hd_json_get(j, "ticket_id") != NULL &&
	       hd_json_get(j, "author_id") != NULL;
}

bool
hd_zd_is_ticket_event(const struct hd_json *j)
{
	const struct hd_json *e = hd_json_get(j, "child_events");

	return e != NULL && e->type == HD_JARR &&
	       hd_json_get(j, "ticket_id") != NULL;
}

/* Fields whose history is kept: the vendor's name and ours. */
static const struct {
	const char *name;
	struct hd_str ours;
} kept[] = {
	{ "status", { "status", 6 } },
	{ "assignee_id", { "assignee", 8 } },
	{ "group_id", { "team", 4 } },
	{ "tags", { "tag", 3 } },
};
#define KEPT (sizeof(kept) / sizeof(kept[0]))

/* A changed field: what it was and is; was may be NULL. */
struct change {
	size_t field; /* in kept; KEPT: none of those */
	const struct hd_json *now, *was, *added, *removed;
};

/* {"field_name": "status", "value": ...} */
static void
audit_change(const struct hd_json *e, struct change *c)
{
	struct hd_str name = hd_json_at(e, "field_name");

	for (c->field = 0; c->field < KEPT; c->field++)
		if (hd_str_eq(name, kept[c->field].name))
			break;
	c->now = hd_json_get(e, "value");
	c->was = hd_json_get(e, "previous_value");
	c->added = c->removed = NULL;
}

/* {"status": ..., "previous_value": ...} */
static void
child_change(const struct hd_json *e, struct change *c)
{
	for (c->field = 0; c->field < KEPT; c->field++)
		if (hd_json_get(e, kept[c->field].name) != NULL)
			break;
	c->now = c->field < KEPT ? hd_json_get(e, kept[c->field].name) : NULL;
	c->was = hd_json_get(e, "previous_value");
	c->added = hd_json_get(e, "added_tags");
	c->removed = hd_json_get(e, "removed_tags");
}

static int
handoff(struct hd_ingest *in, const struct hd_zd_change *of, const char *why,
    struct hd_err *err)
{
	struct hd_zd_change c = *of;

	c.id = hd_join(in, of->id, "/", hd_str("handoff"));
	c.field = hd_str("handoff");
	c.old = (struct hd_str){ NULL, 0 };
	c.new = hd_str(why);
	return hd_zd_change(in, &c, err);
}

/* Nobody goes back from open to new: it is how an AI agent gives a ticket up. */
static int
one_value(struct hd_ingest *in, struct hd_zd_change *c, const struct change *f,
    struct hd_err *err)
{
	c->field = kept[f->field].ours;
	c->old = hd_json_str(f->was);
	c->new = hd_json_str(f->now);
	if (f->field == 0) {
		c->old = hd_status_or_raw(c->old);
		c->new = hd_status_or_raw(c->new);
	}
	if (hd_zd_change(in, c, err) != 0)
		return -1;
	return f->field == 0 && hd_str_eq(c->old, "open") &&
		       hd_str_eq(c->new, "new")
		   ? handoff(in, c, "status open to new", err)
		   : 0;
}

static bool
holds(const struct hd_json *list, struct hd_str tag)
{
	struct hd_str rest, one;

	if (list == NULL)
		return false;
	if (list->type == HD_JARR) {
		for (list = list->child; list != NULL; list = list->next)
			if (hd_str_same(list->s, tag))
				return true;
		return false;
	}
	for (rest = hd_json_str(list); hd_str_split(&rest, ' ', &one);)
		if (hd_str_same(one, tag))
			return true;
	return false;
}

static int
one_tag(struct hd_ingest *in, const struct hd_zd_change *of, struct hd_str tag,
    bool added, struct hd_err *err)
{
	struct hd_zd_change c = *of;
	const char *state = added ? hd_zd_ai_tag(tag) : NULL;

	if (tag.n == 0)
		return 0;
	c.id = hd_join(in, of->id, added ? "/+" : "/-", tag);
	c.field = kept[3].ours;
	c.old = c.new = (struct hd_str){ NULL, 0 };
	if (added)
		c.new = tag;
	else
		c.old = tag;
	if (hd_zd_change(in, &c, err) != 0)
		return -1;
	if (state == NULL || !hd_str_eq(hd_str(state), "handed_over"))
		return 0;
	c.id = of->id;
	return handoff(in, &c, hd_join(in, hd_str("tag"), " ", tag).p, err);
}

/* The tags of a list that the other does not hold. */
static int
diff(struct hd_ingest *in, const struct hd_zd_change *c,
    const struct hd_json *list, const struct hd_json *other, bool added,
    struct hd_err *err)
{
	struct hd_str rest, one;

	if (list == NULL)
		return 0;
	if (list->type == HD_JARR) {
		for (list = list->child; list != NULL; list = list->next)
			if (list->s.p != NULL && !holds(other, list->s) &&
			    one_tag(in, c, list->s, added, err) != 0)
				return -1;
		return 0;
	}
	for (rest = hd_json_str(list); hd_str_split(&rest, ' ', &one);)
		if (!holds(other, one) && one_tag(in, c, one, added, err) != 0)
			return -1;
	return 0;
}

static int
tags(struct hd_ingest *in, const struct hd_zd_change *c, const struct change *f,
    struct hd_err *err)
{
	if (f->added != NULL || f->removed != NULL)
		return diff(in, c, f->added, NULL, true, err) != 0
			   ? -1
			   : diff(in, c, f->removed, NULL, false, err);
	return diff(in, c, f->now, f->was, true, err) != 0
		   ? -1
		   : diff(in, c, f->was, f->now, false, err);
}

/* What all events of an audit or ticket event share. */
static int
around(struct hd_zd_change *c, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str at = hd_json_at(j, "created_at");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_EVENT);
	*c = (struct hd_zd_change){ .at = HD_TIME_NONE };
	c->ticket = hd_json_at(j, "ticket_id");
	c->actor = hd_json_at(j, "author_id");
	if (c->actor.p == NULL)
		c->actor = hd_json_at(j, "updater_id");
	if (at.p == NULL)
		at = hd_json_at(j, "timestamp");
	if (at.p != NULL && hd_convert_utc(&r, HD_EV_AT, at, err) != 0)
		return -1;
	if (r.v[HD_EV_AT].type == HD_CELL_INT)
		c->at = r.v[HD_EV_AT].i;
	return 0;
}

static bool
is_comment(const struct hd_json *e, struct hd_str type)
{
	return hd_json_at(e, "body").p != NULL &&
	       (hd_str_eq(type, "Comment") || hd_str_eq(type, "VoiceComment") ||
		   hd_str_eq(type, "VoiceApiComment") ||
		   hd_str_eq(type, "FacebookComment") ||
		   hd_str_eq(type, "Tweet"));
}

/* What a trigger or automation did in somebody's update is not their doing. */
static bool
by_rule(const struct hd_json *e)
{
	struct hd_str via = hd_json_at(e, "via.channel");

	return hd_str_ieq(via.p != NULL ? via : hd_json_at(e, "via"), "rule");
}

/* Types of events are added by the vendor at any time: others are skipped. */
static int
event(struct hd_ingest *in, const struct hd_json *j, const struct hd_json *e,
    bool audit, const struct hd_zd_change *all, struct hd_err *err)
{
	struct hd_str type = hd_json_at(e, audit ? "type" : "event_type");
	const struct hd_json *history = hd_json_path(e, "value.history");
	struct hd_zd_about about = { .id = all->ticket, .ver = HD_TIME_NONE };
	struct hd_zd_change c = *all;
	struct change f = { .field = KEPT };

	c.id = hd_json_at(e, "id");
	if (by_rule(e))
		c.actor = hd_str("-1");
	if (is_comment(e, type))
		return hd_zd_comment(in, e, j, &about, -1, err);
	if (history != NULL && history->type == HD_JARR)
		return hd_zd_chat_history(
		    in, hd_json_get(e, "value"), all->ticket, err);
	if (hd_str_eq(type, "Change") || hd_str_eq(type, "Create")) {
		if (audit)
			audit_change(e, &f);
		else
			child_change(e, &f);
	}
	if (f.field == KEPT) {
		hd_skip(in, HD_REC_EVENT);
		return 0;
	}
	return hd_str_eq(kept[f.field].ours, "tag")
		   ? tags(in, &c, &f, err)
		   : one_value(in, &c, &f, err);
}

static int
history(struct hd_ingest *in, const struct hd_json *j, const char *list,
    struct hd_err *err)
{
	const struct hd_json *e = hd_json_get(j, list);
	bool audit = hd_str_eq(hd_str(list), "events");
	struct hd_zd_change all;

	if (hd_zd_source(in, j, err) != 0 || around(&all, j, err) != 0)
		return -1;
	for (e = e != NULL ? e->child : NULL; e != NULL; e = e->next)
		if (event(in, j, e, audit, &all, err) != 0)
			return -1;
	return 0;
}

int
hd_zd_audit(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return history(in, j, "events", err);
}

int
hd_zd_ticket_event(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return history(in, j, "child_events", err);
}
