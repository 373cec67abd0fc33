/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GEN_TALK_H
#define GEN_TALK_H

#include "gen/gen.h"

/* How a ticket comes about: templates, messages, the parts of a conversation. */

/* expand.c: fill in a template and append it. */
void gen_expand(struct gen_story *st, const char *tmpl, struct hd_buf *out);
/* One of a list, passing over those that make no sense for this ticket. */
const char *gen_pick(struct gen_story *st, const char *const *list);
/* One of an array of max entries, of which NULL ones are unused. */
const char *gen_pick_of(
    struct gen_story *st, const char *const *list, size_t max);
const char *const *gen_list(const struct gen_story *st, enum gen_say say);
void gen_say(struct gen_story *st, enum gen_say say, struct hd_buf *out);
/* The value of a slot, made on first use. */
const char *gen_value(struct gen_story *st, enum gen_slot slot);

/* values.c: a fresh value. */
void gen_make_value(
    struct gen_story *st, enum gen_slot slot, char out[GEN_VALUE]);

/* story.c */
void gen_story_begin(struct gen_story *st);
void gen_story_release(struct gen_story *st);
struct gen_msg *gen_add(struct gen_story *st, enum gen_role role,
    enum gen_kind kind, int64_t after);
/* The text of m is complete: tidy it and note what it gives. */
void gen_done(struct gen_story *st, struct gen_msg *m);
/* Cut what lies behind the end of the period and settle the truth. */
void gen_settle(struct gen_story *st);
int64_t gen_wait(struct gen_story *st, enum gen_role role);

/* opening.c, robot.c, person.c: the parts of a conversation. */
void gen_opening(struct gen_story *st);
void gen_robot(struct gen_story *st);
void gen_person(struct gen_story *st);
/* The customer answers with the value of an item. */
void gen_answer_item(struct gen_story *st, enum gen_slot item, bool again);
/* An item to ask for that the customer did not give, or -1. */
int gen_new_item(struct gen_story *st);

/* compose.c: a whole ticket created at a time. */
void gen_compose(struct gen_story *st, struct gen_world *w,
    enum gen_vendor vendor, int64_t created);

/* html.c */
enum gen_html {
	GEN_HTML_ZENDESK,
	GEN_HTML_INTERCOM,
	GEN_HTML_FRESHDESK,
};
void gen_to_html(
    const struct gen_msg *m, enum gen_html style, struct hd_buf *out);
/* With the quoted history, as mail programs send it. */
void gen_to_text(const struct gen_msg *m, struct hd_buf *out);

#endif
