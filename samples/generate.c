/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * generate: make helpdesk exports of three vendors, invented from a seed, and
 * the truth about each ticket, which goes beside OUTDIR so that nobody imports
 * it.  The same options give the same bytes.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/num.h"
#include "gen/emit.h"

struct options {
	int64_t seed, tickets, days, until;
	const char *dir;
};

static const char usage_text[] =
    "usage: generate [--seed N] [--tickets N] [--days N] "
    "[--until YYYY-MM-DD] OUTDIR\n";

static int
usage(void)
{
	(void)fputs(usage_text, stderr);
	return -1;
}

static bool
number(const char *s, int64_t lo, int64_t hi, int64_t *v)
{
	return hd_num_int(hd_str(s), v) && *v >= lo && *v <= hi;
}

/* 0, 1 when help was asked for, or -1. */
static int
parse(int argc, char *argv[], struct options *o)
{
	static const struct option longs[] = {
		{ "seed", required_argument, NULL, 's' },
		{ "tickets", required_argument, NULL, 't' },
		{ "days", required_argument, NULL, 'd' },
		{ "until", required_argument, NULL, 'u' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	bool good = true;
	int c;

	while ((c = getopt_long(argc, argv, "h", longs, NULL)) != -1) {
		if (c == 's')
			good = number(optarg, 0, UINT32_MAX, &o->seed);
		else if (c == 't')
			good = number(optarg, 1, 10000000, &o->tickets);
		else if (c == 'd')
			good = number(optarg, 1, 3650, &o->days);
		else if (c == 'u')
			good = gen_parse_date(optarg, &o->until);
		else
			return c == 'h' ? 1 : usage();
		if (!good) {
			(void)fprintf(
			    stderr, "generate: bad value '%s'\n", optarg);
			return -1;
		}
	}
	if (optind + 1 != argc)
		return usage();
	o->dir = argv[optind];
	return 0;
}

static int
by_time(const void *a, const void *b)
{
	const unsigned *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
one(struct gen_files *fs, struct gen_world *w, struct gen_story *st, int64_t at)
{
	static void (*const emit[])(
	    struct gen_files *, const struct gen_story *) = { gen_emit_zendesk,
		gen_emit_intercom, gen_emit_freshdesk };
	enum gen_vendor vendor = (enum gen_vendor)gen_below(w, GEN_NVENDORS);

	gen_compose(st, w, vendor, at);
	emit[vendor](fs, st);
	gen_emit_truth(fs, st);
}

/* Tickets by time, an hour at once. */
static void
all(struct gen_files *fs, struct gen_world *w, const struct options *o)
{
	static struct gen_story st;
	unsigned *counts =
	    gen_arrivals(w, (unsigned)o->tickets, (size_t)o->days);
	unsigned *at = NULL;
	size_t cap = 0;

	for (size_t h = 0; h < (size_t)o->days * 24; h++) {
		at = hd_grow(at, &cap, counts[h] + 1, sizeof(*at));
		for (unsigned i = 0; i < counts[h]; i++)
			at[i] = gen_below(w, 3600);
		qsort(at, counts[h], sizeof(*at), by_time);
		for (unsigned i = 0; i < counts[h]; i++)
			one(fs, w, &st,
			    w->since + (int64_t)h * GEN_HOUR + at[i]);
	}
	gen_story_release(&st);
	free(at);
	free(counts);
}

static int
run(const struct options *o, struct hd_err *err)
{
	static const struct {
		const char *name;
		bool array;
	} names[GEN_NOUT] = {
		{ "zendesk_tickets.ndjson", false },
		{ "intercom_conversations.ndjson", false },
		{ "freshdesk_tickets.json", true },
		{ "freshdesk_conversations.json", true },
		{ "../truth.ndjson", false },
	};
	static struct gen_files fs;
	static struct gen_world w;
	int r = 0;

	if (mkdir(o->dir, 0777) != 0 && errno != EEXIST)
		return hd_err_sys(err, "cannot make '%s'", o->dir);
	gen_world_init(&w, (unsigned long)o->seed, (uint64_t)o->tickets,
	    o->until - o->days * GEN_DAY, o->until);
	for (int i = 0; r == 0 && i < GEN_NOUT; i++)
		r = gen_file_open(
		    &fs.f[i], o->dir, names[i].name, names[i].array, err);
	if (r == 0) {
		all(&fs, &w, o);
		for (int i = 0; i < GEN_NOUT; i++)
			if (gen_file_close(&fs.f[i], err) != 0)
				r = -1;
	}
	if (r == 0)
		r = gen_emit_users(&w, o->dir, err);
	if (r == 0)
		r = gen_emit_organizations(&w, o->dir, err);
	if (r == 0)
		r = gen_emit_accounts(&w, o->dir, err);
	hd_buf_release(&fs.scratch);
	gen_world_release(&w);
	return r;
}

int
main(int argc, char *argv[])
{
	struct options o = { .seed = 1, .tickets = 20000, .days = 90 };
	struct hd_err err = HD_ERR_INIT;
	int r;

	(void)gen_parse_date("2026-10-01", &o.until);
	r = parse(argc, argv, &o);
	if (r != 0) {
		if (r > 0)
			(void)fputs(usage_text, stdout);
		return r > 0 ? HD_EXIT_OK : HD_EXIT_USAGE;
	}
	if (run(&o, &err) != 0) {
		(void)fprintf(stderr, "generate: %s\n", err.msg);
		return HD_EXIT_FAIL;
	}
	return HD_EXIT_OK;
}
