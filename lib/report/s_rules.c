/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing rules over the tickets of the period. */
#include "audit/replaysum.h"
#include "report/blocks.h"
#include "report/options.h"
#include "report/rulesay.h"
#include "rules/source.h"
#include "store/select.h"

static int
add(void *ctx, const struct hd_replayed *one, struct hd_err *err)
{
	(void)err;
	hd_replaysum_add(ctx, one);
	return 0;
}

static int
replay(struct hd_report *r, const struct hd_ruleset *rs,
    struct hd_replaysum *sum, struct hd_err *err)
{
	struct hd_rulejob job = { .db = r->db,
		.pack = r->pack,
		.languages = r->languages,
		.source = HD_SOURCE_RULES,
		.jobs = r->jobs };
	struct hd_replay run = { .job = &job,
		.rs = { rs },
		.nsets = 1,
		.how = HD_REPLAY_WIDE,
		.done = add,
		.ctx = sum };
	int n = hd_replay(&run, err);

	hd_replaysum_end(sum);
	if (n == 0 && run.gave_up > 0)
		hd_report_note(r,
		    "%lld tickets have a routing rule that gave up: where they "
		    "go is open",
		    (long long)run.gave_up);
	return n;
}

static void
say_how(struct hd_report *r)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_report_options(r, &b);
	hd_doc_say(&r->doc, HD_TONE_NOTE,
	    "No routing rules were given. With --rules FILE this section "
	    "replays them over the tickets of the period: which rule sends how "
	    "many where, which no longer fire or are due for review, and which "
	    "customers met the AI although the rules keep them from it. The "
	    "same in detail: hs-rules replay --summary%s FILE.",
	    b.s);
	hd_buf_release(&b);
}

int
hd_section_rules(struct hd_report *r, struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { r->pack };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	struct hd_ruleset *rs = NULL;
	struct hd_replaysum sum;
	int n;

	if (r->rules_file == NULL) {
		say_how(r);
		return 0;
	}
	if (hd_ruleset_load(&rs, &src, r->rules_file, err) != 0)
		return -1;
	hd_replaysum_init(&sum, rs);
	n = hd_sel_begin(r->db, err) != 0 ||
		    hd_sel_period(r->db, HD_BY_CREATED, r->period.since,
			r->period.until, err) != 0
		? -1
		: replay(r, rs, &sum, err);
	if (n == 0)
		hd_rulesay(r, &sum);
	hd_replaysum_release(&sum);
	hd_ruleset_free(rs);
	return n;
}
