/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audits of handoffs for a report: see escsums.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "escalation/extras.h"
#include "report/escsums.h"
#include "rules/source.h"
#include "store/select.h"

static void
take(void *ctx, const struct hd_escalation *e, const struct hd_findings *f)
{
	struct hd_escsums *s = ctx;

	s->keys = hd_grow(s->keys, &s->keycap, s->nkeys + 1, sizeof(*s->keys));
	s->keys[s->nkeys++] = hd_str_keep(&s->arena, e->th->key);
	hd_worst_take(&s->worst, e, f);
}

static void
give_nothing(void *ctx, const struct hd_escgive *to)
{
	(void)ctx;
	(void)to;
}

static void
keep(void *ctx, const struct hd_figure *fig)
{
	struct hd_escsums *s = ctx;
	struct hd_figure *to;

	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	to = &s->v[s->n++];
	*to = *fig;
	to->metric = hd_str_keep(&s->arena, hd_str(fig->metric)).p;
	to->segment = hd_str_keep(&s->arena, hd_str(fig->segment)).p;
	if (strcmp(fig->metric, "escalations") == 0 &&
	    strcmp(fig->segment, "all") == 0)
		s->escalations =
		    hd_figure_hidden(fig) ? -1 : (int64_t)fig->estimate;
}

static int
run(struct hd_report *r, struct hd_escsums *s, struct hd_escrun *job,
    struct hd_err *err)
{
	struct hd_escfigures figs = { .run = job,
		.figure = keep,
		.ctx = s,
		.zone = &r->zone,
		.min_n = r->min_n };
	const struct hd_escextra mine = { 0, take, give_nothing, s };
	struct hd_escextras extras = { 0 };
	int n = hd_escextras(&extras, r->page_map, &mine, &figs, err);

	if (n == 0)
		n = hd_escfigures(&figs, err);
	hd_escextras_release(&extras);
	hd_buf_release(&figs.notes);
	s->tally = figs.tally;
	s->tally.pages = NULL; /* its names are gone */
	if (n == 0 && job->gave_up > 0)
		hd_report_note(r,
		    "%lld handed-over tickets have a rule that gave up: "
		    "findings may be missing",
		    (long long)job->gave_up);
	return n;
}

static int
audit(struct hd_report *r, struct hd_escsums *s, struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { r->pack };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_ruleset *rs = NULL;
	struct hd_escrun job = {
		.db = r->db, .audits = (1u << HD_AUDITS) - 1, .jobs = r->jobs
	};
	int n;

	if (hd_ruleset_load(&rs, &src, r->escalation, err) != 0)
		return -1;
	job.world.rules = rs;
	job.world.languages = r->languages;
	n = hd_sel_begin(r->db, err) != 0 ||
		    hd_sel_period(r->db, HD_BY_HANDOFF, r->period.since,
			r->period.until, err) != 0 ||
		    hd_sel_ai(r->db, true, false, err) != 0
		? -1
		: run(r, s, &job, err);
	hd_ruleset_free(rs);
	return n;
}

const struct hd_escsums *
hd_report_escalations(struct hd_report *r, struct hd_err *err)
{
	struct hd_escsums *s;

	if (r->escalations != NULL)
		return r->escalations;
	s = hd_xcalloc(1, sizeof(*s));
	s->worst.arena = &s->arena;
	if (audit(r, s, err) != 0) {
		hd_escsums_free(s);
		return NULL;
	}
	r->escalations = s;
	return s;
}

void
hd_escsums_free(struct hd_escsums *s)
{
	if (s == NULL)
		return;
	hd_esctally_release(&s->tally);
	hd_arena_release(&s->arena);
	free(s->keys);
	free(s->v);
	free(s);
}

const struct hd_figure *
hd_escsums_find(
    const struct hd_escsums *s, const char *metric, const char *segment)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->v[i].metric, metric) == 0 &&
		    strcmp(s->v[i].segment, segment) == 0)
			return &s->v[i];
	return NULL;
}
