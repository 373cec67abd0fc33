/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measuring patterns: see prober.h.  First each text is tried short, at three
 * lengths in equal steps: the work of a linear pattern grows by the same amount
 * twice, exactly, because it is counted.  What grows faster is measured on
 * longer texts.  What does not end on a short one is exponential when the
 * logarithm of its work goes straight with the length rather than with the
 * length's logarithm.
 * What it finds of patterns that it has not seen is in tests/unit/test_prober.c.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rules/bounded.h"
#include "rules/pcre.h"
#include "rules/prober.h"
#include "rules/pump.h"

#define SHORT	     ((size_t)12) /* pumps of a step of the first trial */
#define TEXT_CAP     ((size_t)200000)
#define LONG_CAP     ((size_t)400000)
#define SCREEN_STEPS ((size_t)3000000) /* of all first trials */
#define TOTAL_STEPS  ((size_t)8000000)
#define HEAP_LIMIT   ((uint32_t)64 * 1024) /* KiB */
#define SUSPECTS     ((size_t)10)
#define SERIES	     ((size_t)32)
#define FLAT	     1.2 /* a degree that longer texts do not make more of */
#define STEEP	     5.0 /* a degree that may be none */
#define SAME	     0.1 /* of a degree: the shorter text is the better one */

/* What a match may stumble on; the last for patterns that end with a '!'. */
static const char *const suffixes[] = { "!", "\n!0 ", "~" };

struct trial {
	struct hd_str prefix, pump, suffix;
	double bend;  /* of its work at three lengths, by byte; 0: straight */
	size_t steps; /* at the last of them */
	bool stopped;
};

struct point {
	double times, cost;
};

struct prober {
	struct hd_growth *g;
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *ctx;
	bool line_start; /* a match begins at a line start or nowhere */
	struct hd_buf text;
	size_t left, steps; /* of the text at hand */
	bool matched;
	bool open; /* a text was left without an answer */
};

static int
count(pcre2_callout_block *block, void *ctx)
{
	struct prober *p = ctx;

	(void)block;
	if (p->left == 0)
		return PCRE2_ERROR_CALLOUT;
	p->left--;
	p->steps++;
	return 0;
}

/* Steps for so many pumps; false: stopped at cap. */
static bool
cost(struct prober *p, const struct trial *t, size_t times, size_t cap,
    size_t *steps)
{
	uint32_t options = PCRE2_NO_UTF_CHECK;
	int rc;

	hd_buf_reset(&p->text);
	hd_buf_add(&p->text, t->prefix.p, t->prefix.n);
	for (size_t i = 0; i < times; i++)
		hd_buf_add(&p->text, t->pump.p, t->pump.n);
	hd_buf_add(&p->text, t->suffix.p, t->suffix.n);
	/* one line: its start is the only place, which no text can change */
	if (p->line_start && hd_str_find(t->pump, "\n") == NULL)
		options |= PCRE2_ANCHORED;
	p->steps = 0;
	p->left =
	    TOTAL_STEPS - p->g->spent < cap ? TOTAL_STEPS - p->g->spent : cap;
	rc = pcre2_match(p->code, (PCRE2_SPTR)p->text.s, p->text.n, 0, options,
	    p->data, p->ctx);
	p->g->spent += p->steps;
	p->matched = rc >= 0;
	*steps = p->steps;
	return rc >= 0 || rc == PCRE2_ERROR_NOMATCH;
}

static bool
exhausted(const struct prober *p)
{
	return p->g->spent >= TOTAL_STEPS;
}

/* Its work at 12, 24 and 36 pumps. */
static void
screen(struct prober *p, struct trial *t)
{
	size_t n[3] = { 0, 0, 0 };

	for (size_t i = 0; i < 3; i++)
		if (!cost(p, t, SHORT * (i + 1), TEXT_CAP, &n[i])) {
			t->stopped = true;
			t->bend = INFINITY;
			return;
		}
	t->steps = n[2];
	t->bend = ((double)n[2] - 2 * (double)n[1] + (double)n[0]) /
		  (double)(t->pump.n * t->pump.n);
}

static double
slope(struct point a, struct point b)
{
	return (log(b.cost) - log(a.cost)) / (log(b.times) - log(a.times));
}

/* t is the worst so far. */
static void
worst(struct prober *p, const struct trial *t, enum hd_growth_kind kind,
    double degree, struct point at)
{
	struct hd_growth *g = p->g;
	const struct hd_str part[] = { t->prefix, t->pump, t->suffix };
	struct hd_buf *to[] = { &g->prefix, &g->pump, &g->suffix };

	for (size_t i = 0; i < 3; i++) {
		hd_buf_reset(to[i]);
		hd_buf_add(to[i], part[i].p, part[i].n);
	}
	g->kind = kind;
	g->degree = degree;
	g->times = (size_t)at.times;
	g->steps = (size_t)at.cost;
	g->stopped = kind == HD_GROWTH_EXPONENTIAL;
}

static void
polynomial(
    struct prober *p, const struct trial *t, double degree, struct point at)
{
	const struct hd_growth *g = p->g;

	if (degree < HD_GROWTH_DEGREE || degree < g->degree - SAME)
		return;
	if (degree > g->degree + SAME ||
	    t->prefix.n + t->pump.n < g->prefix.n + g->pump.n)
		worst(p, t, HD_GROWTH_POLYNOMIAL, degree, at);
}

/*
 * A text stopped after so few pumps that there is nothing to compare: is it so
 * short that no polynomial comes to that many steps?
 */
static void
judge_short(struct prober *p, const struct trial *t, size_t times)
{
	if (!exhausted(p) && pow((double)p->text.n, STEEP) < LONG_CAP)
		worst(p, t, HD_GROWTH_EXPONENTIAL, 0,
		    (struct point){ (double)times, LONG_CAP });
	else
		p->open = true;
}

/*
 * Of a text that was stopped: its work at lengths up to where it is stopped.
 * Of three of them, does the third lie nearer to what an exponential foretells
 * than to what a power of the length does?
 */
static void
judge_stopped(struct prober *p, const struct trial *t, size_t times)
{
	struct point v[SERIES], a, b, c;
	double power, exponential;
	size_t steps, m = 0, s;

	for (; m < SERIES && cost(p, t, times, LONG_CAP, &steps);
	     times += times < 12 ? 1 : times / 6)
		v[m++] = (struct point){ (double)times, (double)steps };
	if (m < 3 || m == SERIES || exhausted(p)) {
		judge_short(p, t, times);
		return;
	}
	s = (m - 1) / 4 > 0 ? (m - 1) / 4 : 1;
	a = v[m - 1 - 2 * s];
	b = v[m - 1 - s];
	c = v[m - 1];
	power = slope(a, b) * log(c.times / b.times);
	exponential =
	    log(b.cost / a.cost) * (c.times - b.times) / (b.times - a.times);
	if (log(c.cost / b.cost) >= (power + exponential) / 2)
		worst(p, t, HD_GROWTH_EXPONENTIAL, 0,
		    (struct point){ (double)times, LONG_CAP });
	else
		polynomial(p, t, slope(b, c), c);
}

/* Of a text that ended when it was short: its work when it is longer. */
static void
judge(struct prober *p, const struct trial *t)
{
	static const size_t times[] = { 48, 64, 96, 128, 192, 256 };
	struct point v[1 + sizeof(times) / sizeof(times[0])];
	size_t m = 1, steps;
	double degree;

	v[0] = (struct point){ 3 * (double)SHORT, (double)t->steps };
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
		if (!cost(p, t, times[i], LONG_CAP, &steps))
			break;
		v[m++] = (struct point){ (double)times[i], (double)steps };
		if (m > 2 && slope(v[m - 3], v[m - 1]) < FLAT)
			break;
	}
	if (m == 1) {
		judge_stopped(p, t, 2 * SHORT);
		return;
	}
	degree = slope(v[m > 2 ? m - 3 : m - 2], v[m - 1]);
	if (degree > STEEP)
		judge_stopped(p, t, 2 * SHORT);
	else
		polynomial(p, t, degree, v[m - 1]);
}

/* Keep the most bent, the earlier of equals, in order. */
static void
suspect(struct trial *v, size_t *n, const struct trial *t)
{
	size_t i = *n < SUSPECTS ? (*n)++ : SUSPECTS;

	for (; i > 0 && v[i - 1].bend < t->bend; i--)
		if (i < SUSPECTS)
			v[i] = v[i - 1];
	if (i < SUSPECTS)
		v[i] = *t;
}

static void
probe(struct prober *p, const struct hd_pumps *s)
{
	struct trial t, suspects[SUSPECTS];
	bool matched;
	size_t n = 0;

	for (size_t i = 0; i < s->n && p->g->spent < SCREEN_STEPS; i++) {
		matched = false;
		for (size_t k = 0; k < (matched ? 3 : 2); k++) {
			t = (struct trial){ s->v[i].prefix, s->v[i].pump,
				hd_str(suffixes[k]), 0, 0, false };
			screen(p, &t);
			matched = matched || p->matched;
			if (t.stopped)
				judge_stopped(p, &t, 2);
			if (p->g->kind == HD_GROWTH_EXPONENTIAL)
				return;
			if (!t.stopped && t.bend > 0)
				suspect(suspects, &n, &t);
		}
	}
	for (size_t i = 0; i < n && !exhausted(p); i++) {
		judge(p, &suspects[i]);
		if (p->g->kind == HD_GROWTH_EXPONENTIAL)
			return;
	}
	if ((p->open || exhausted(p)) && p->g->kind == HD_GROWTH_LINEAR)
		p->g->kind = HD_GROWTH_UNDECIDED;
}

static bool
starts_lines(struct hd_str pattern)
{
	uint32_t first = 0;
	pcre2_code *code;
	size_t offset;
	int err;

	code = hd_pcre_compile(pattern, 0, &err, &offset);
	if (code != NULL)
		(void)pcre2_pattern_info(
		    code, PCRE2_INFO_FIRSTCODETYPE, &first);
	pcre2_code_free(code);
	return first == 2;
}

static bool
ready(struct prober *p, struct hd_str pattern)
{
	size_t offset;
	int err;

	p->code = hd_pcre_compile(pattern,
	    PCRE2_AUTO_CALLOUT | PCRE2_NO_START_OPTIMIZE |
		PCRE2_NO_AUTO_POSSESS,
	    &err, &offset);
	p->data = pcre2_match_data_create(1, NULL);
	p->ctx = pcre2_match_context_create(NULL);
	if (p->code == NULL || p->data == NULL || p->ctx == NULL)
		return false;
	(void)pcre2_set_callout(p->ctx, count, p);
	(void)pcre2_set_heap_limit(p->ctx, HEAP_LIMIT);
	p->line_start = starts_lines(pattern);
	return true;
}

void
hd_growth_measure(struct hd_growth *g, struct hd_str pattern)
{
	struct hd_pumps pumps = HD_PUMPS_INIT;
	struct prober p = { .g = g };

	if (!ready(&p, pattern)) {
		g->kind = HD_GROWTH_UNDECIDED;
	} else if (hd_pattern_bounded(pattern)) {
		g->proved = true;
	} else {
		hd_pumps_make(&pumps, pattern);
		probe(&p, &pumps);
	}
	hd_pumps_release(&pumps);
	hd_buf_release(&p.text);
	pcre2_match_context_free(p.ctx);
	pcre2_match_data_free(p.data);
	pcre2_code_free(p.code);
}

void
hd_growth_release(struct hd_growth *g)
{
	hd_buf_release(&g->prefix);
	hd_buf_release(&g->pump);
	hd_buf_release(&g->suffix);
	*g = (struct hd_growth)HD_GROWTH_INIT;
}

const char *
hd_pcre_version(char *buf, size_t size)
{
	char version[64] = "";

	(void)pcre2_config(PCRE2_CONFIG_VERSION, version);
	/* "10.42 2022-12-11" */
	(void)snprintf(buf, size, "%.*s",
	    (int)(strchr(version, ' ') != NULL ? strchr(version, ' ') - version
					       : (long)strlen(version)),
	    version);
	return buf;
}
