/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the figures of the landscape share: see tiers.h. */
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "audit/ceiling.h"

void
hd_tiers_release(struct hd_tiers *t)
{
	hd_map_release(&t->keep);
	hd_basis_release(&t->basis);
	hd_buf_release(&t->notes);
}

void
hd_hours_add(const struct hd_tiers *t, struct hd_hours *h, struct hd_stmt *st,
    int col, int64_t n)
{
	int64_t known = hd_col_int(st, col + 1);
	double turns = hd_col_real(st, col + 2);

	h->n += n;
	h->seconds += hd_col_real(st, col);
	h->known += known;
	h->missing += hd_col_int(st, col + 3);
	h->human += hd_col_int(st, col + 4);
	if (t->minutes_per_reply > 0 && turns > 0) {
		h->seconds += turns * t->minutes_per_reply * 60;
		h->assumed = true;
	}
}

enum hd_status
hd_hours_status(const struct hd_hours *h)
{
	if (h->assumed)
		return HD_ASSUMED;
	return h->known > 0 && h->missing == 0 ? HD_MEASURED
					       : HD_NOT_MEASURABLE;
}

struct hd_figure
hd_hours_figure(const char *metric, const struct hd_hours *h)
{
	struct hd_figure f = { metric, "all", h->seconds, NAN, NAN, -1,
		h->known, h->n, 0, h->assumed ? "minutes-per-reply" : "sum",
		"landscape", hd_hours_status(h) };

	return f;
}

struct hd_figure
hd_hours_tagged(const char *metric, const struct hd_hours *h)
{
	struct hd_figure f = hd_hours_figure(metric, h);

	if (f.status != HD_NOT_MEASURABLE)
		f.status = HD_UNVERIFIED;
	return f;
}

static int
keep_file(struct hd_tiers *t, const char *path, struct hd_err *err)
{
	struct hd_buf all = HD_BUF_INIT;
	char buf[4096];
	struct hd_str rest, line;
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	n = fd < 0 ? -1 : 0;
	while (fd >= 0 && (n = read(fd, buf, sizeof(buf))) > 0)
		hd_buf_add(&all, buf, (size_t)n);
	if (n < 0) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		err->code = HD_EUSAGE;
	}
	if (fd >= 0)
		(void)close(fd);
	rest = hd_buf_str(&all);
	while (n == 0 && hd_str_split(&rest, '\n', &line)) {
		line = hd_str_trim(line);
		if (line.n > 0 && line.p[0] != '#')
			(void)hd_map_put(&t->keep, line, 1);
	}
	hd_buf_release(&all);
	return n < 0 ? -1 : 0;
}

static int
note_kept(void *ctx, const struct hd_keep_row *row, struct hd_err *err)
{
	struct hd_tiers *t = ctx;

	(void)err;
	if (row->kept)
		(void)hd_map_put(&t->keep, hd_str(row->issue), 1);
	return 0;
}

int
hd_tiers_keep_list(
    struct hd_tiers *t, const char *file, bool anew, struct hd_err *err)
{
	struct hd_stmt *st;
	int r;

	t->own_keep = file != NULL || anew;
	if (file != NULL)
		return keep_file(t, file, err);
	if (anew)
		return hd_keep_select(t->db, err) != 0
			   ? -1
			   : hd_keep_each(t->db, &t->limits, note_kept, t, err);
	st = hd_stmt_named(t->db, "sql/keep_list", err);
	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1)
		(void)hd_map_put(&t->keep, hd_col_text(st, 0), 1);
	hd_stmt_close(st);
	return r;
}

bool
hd_tiers_kept(const struct hd_tiers *t, struct hd_stmt *st, int col)
{
	return !hd_col_is_null(st, col) &&
	       hd_map_get(&t->keep, hd_col_text(st, col)) != NULL;
}

enum hd_tier
hd_tier_of(struct hd_str tier, bool kept)
{
	if (tier.p == NULL || hd_str_eq(tier, "unknown"))
		return HD_TIER_UNKNOWN;
	if (hd_str_eq(tier, "automate") && !kept)
		return HD_TIER_AUTOMATE;
	return hd_str_eq(tier, "assist") ? HD_TIER_ASSIST : HD_TIER_HUMAN;
}

int
hd_tier_sums(struct hd_tiers *t, struct hd_tier_sums *s, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/tiers", err);
	struct hd_str tier;
	int64_t n;
	bool stays;
	int r;

	memset(s, 0, sizeof(*s));
	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		tier = hd_col_text(st, 0);
		n = hd_col_int(st, 2);
		stays = hd_tiers_kept(t, st, 1);
		s->n += n;
		s->known += hd_tier_of(tier, stays) != HD_TIER_UNKNOWN ? n : 0;
		s->kept += hd_str_eq(tier, "automate") && stays ? n : 0;
		hd_hours_add(t, &s->all, st, 3, n);
		switch (hd_tier_of(tier, stays)) {
		case HD_TIER_AUTOMATE:
			s->automate += n;
			hd_hours_add(t, &s->automate_hours, st, 3, n);
			break;
		case HD_TIER_ASSIST:
			s->assist += n;
			hd_hours_add(t, &s->assist_hours, st, 3, n);
			break;
		case HD_TIER_HUMAN:
			s->human += n;
			hd_hours_add(t, &s->human_hours, st, 3, n);
			break;
		case HD_TIER_UNKNOWN:
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}
