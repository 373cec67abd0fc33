/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GEN_EMIT_H
#define GEN_EMIT_H

#include "base/json.h"
#include "base/out.h"
#include "gen/talk.h"
#include "gen/world.h"

/*
 * The files, and one writer for each.  A file is either lines of JSON or one
 * JSON array, which is written piece by piece so that it is never in memory.
 */
struct gen_file {
	struct hd_out out;
	struct hd_jgen g;
	struct hd_buf line;
	bool array;
};

enum gen_output {
	GEN_OUT_ZENDESK,
	GEN_OUT_INTERCOM,
	GEN_OUT_FRESHDESK,
	GEN_OUT_FRESHTALK,
	GEN_OUT_TRUTH,
	GEN_NOUT,
};

struct gen_files {
	struct gen_file f[GEN_NOUT];
	struct hd_buf scratch;
	int64_t part; /* running ids of messages */
};

int gen_file_open(struct gen_file *f, const char *dir, const char *name,
    bool array, struct hd_err *err);
/* One element or line is complete in f->g: write it. */
void gen_file_flush(struct gen_file *f);
int gen_file_close(struct gen_file *f, struct hd_err *err);

/* "name": value */
void gen_key(struct hd_jgen *g, const char *key);
void gen_kstr(struct hd_jgen *g, const char *key, const char *s);
/* null when empty */
void gen_kopt(struct hd_jgen *g, const char *key, const char *s);
void gen_kint(struct hd_jgen *g, const char *key, int64_t v);
void gen_kbool(struct hd_jgen *g, const char *key, bool v);
void gen_knull(struct hd_jgen *g, const char *key);
/* null when negative */
void gen_kid(struct hd_jgen *g, const char *key, int64_t v);
/* a number as a string, as in ids */
void gen_kidstr(struct hd_jgen *g, const char *key, int64_t v);
/* null when 0; ISO 8601, and seconds */
void gen_ktime(struct hd_jgen *g, const char *key, int64_t t);
void gen_kepoch(struct hd_jgen *g, const char *key, int64_t t);
void gen_kobj(struct hd_jgen *g, const char *key);
void gen_karr(struct hd_jgen *g, const char *key);

/* Figures that helpdesks show with a ticket. */
struct gen_figures {
	int64_t first_reply, last_agent, last_customer, last;
	int replies, moves, reopens, assignees;
};
void gen_figure(const struct gen_story *st, struct gen_figures *f);

void gen_emit_zendesk(struct gen_files *fs, const struct gen_story *st);
void gen_emit_intercom(struct gen_files *fs, const struct gen_story *st);
void gen_emit_freshdesk(struct gen_files *fs, const struct gen_story *st);
void gen_emit_truth(struct gen_files *fs, const struct gen_story *st);
int gen_emit_users(
    const struct gen_world *w, const char *dir, struct hd_err *err);
int gen_emit_organizations(
    const struct gen_world *w, const char *dir, struct hd_err *err);
int gen_emit_accounts(struct gen_world *w, const char *dir, struct hd_err *err);

#endif
