/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as data: see opt.h.  getopt_long reads what this table says. */
#define _GNU_SOURCE /* getopt_long; its name is the only GNU thing used */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "cli/opt.h"

#define LONG_BASE 256

static size_t
count(const struct hd_opt *opts)
{
	size_t n = 0;

	while (opts[n].type != HD_OPT_END)
		n++;
	return n;
}

static int
store(const struct hd_opt *o, const char *arg, struct hd_err *err)
{
	struct hd_list *l;
	struct hd_str s = hd_str(arg);

	switch (o->type) {
	case HD_OPT_FLAG:
		*(bool *)o->value = true;
		return 0;
	case HD_OPT_STR:
		*(const char **)o->value = arg;
		return 0;
	case HD_OPT_INT:
		if (hd_num_int(s, o->value))
			return 0;
		break;
	case HD_OPT_REAL:
		if (hd_num_real(s, o->value))
			return 0;
		break;
	case HD_OPT_LIST:
		l = o->value;
		l->v = hd_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
		l->v[l->n++] = arg;
		return 0;
	case HD_OPT_END:
		break;
	}
	if (o->name != NULL)
		return hd_err_set(
		    err, HD_EOPTION, "--%s: bad number '%s'", o->name, arg);
	return hd_err_set(
	    err, HD_EOPTION, "-%c: bad number '%s'", o->letter, arg);
}

static void
tables(const struct hd_opt *opts, struct hd_buf *letters, struct option *longs)
{
	size_t k = 0;

	hd_buf_adds(letters, ":");
	for (size_t i = 0; i < count(opts); i++) {
		bool arg = opts[i].type != HD_OPT_FLAG;

		if (opts[i].letter != 0) {
			hd_buf_addc(letters, opts[i].letter);
			if (arg)
				hd_buf_addc(letters, ':');
		}
		if (opts[i].name != NULL)
			longs[k++] = (struct option){ opts[i].name,
				arg ? required_argument : no_argument, NULL,
				LONG_BASE + (int)i };
	}
}

static const struct hd_opt *
find(const struct hd_opt *opts, int c)
{
	if (c >= LONG_BASE)
		return &opts[c - LONG_BASE];
	while (opts->type != HD_OPT_END && opts->letter != c)
		opts++;
	return opts;
}

static int
complain(int c, const char *word, struct hd_err *err)
{
	if (c == ':')
		return hd_err_set(
		    err, HD_EOPTION, "option '%s' needs an argument", word);
	if (optopt != 0 && optopt < LONG_BASE)
		return hd_err_set(
		    err, HD_EOPTION, "unknown option '-%c'", optopt);
	return hd_err_set(err, HD_EOPTION, "unknown option '%s'", word);
}

int
hd_opt_parse(const struct hd_opt *opts, int argc, char *argv[], int *first,
    struct hd_err *err)
{
	struct hd_buf letters = HD_BUF_INIT;
	struct option *longs = hd_xcalloc(count(opts) + 1, sizeof(*longs));
	int c, r = 0;

	tables(opts, &letters, longs);
	opterr = 0;
	while (r == 0 &&
	       (c = getopt_long(argc, argv, letters.s, longs, NULL)) != -1) {
		if (c == '?' || c == ':')
			r = complain(c, argv[optind - 1], err);
		else
			r = store(find(opts, c), optarg, err);
	}
	*first = optind;
	hd_buf_release(&letters);
	free(longs);
	return r;
}

void
hd_opt_usage(struct hd_buf *b, const char *prog, const struct hd_opt *opts,
    const char *operands)
{
	bool flags = false;

	hd_buf_adds(b, prog);
	for (const struct hd_opt *o = opts; o->type != HD_OPT_END; o++)
		if (o->type == HD_OPT_FLAG && o->letter != 0) {
			hd_buf_adds(b, flags ? "" : " [-");
			hd_buf_addc(b, o->letter);
			flags = true;
		}
	if (flags)
		hd_buf_addc(b, ']');
	for (const struct hd_opt *o = opts; o->type != HD_OPT_END; o++) {
		if (o->type == HD_OPT_FLAG && o->letter == 0)
			hd_buf_addf(b, " [--%s]", o->name);
		else if (o->type != HD_OPT_FLAG && o->letter != 0)
			hd_buf_addf(b, " [-%c %s]", o->letter, o->arg);
		else if (o->type != HD_OPT_FLAG)
			hd_buf_addf(b, " [--%s %s]", o->name, o->arg);
	}
	if (operands[0] != '\0')
		hd_buf_addf(b, " %s", operands);
}

void
hd_opt_help(struct hd_buf *b, const struct hd_opt *opts)
{
	struct hd_buf left = HD_BUF_INIT;

	for (; opts->type != HD_OPT_END; opts++) {
		hd_buf_reset(&left);
		if (opts->letter != 0)
			hd_buf_addf(&left, "-%c", opts->letter);
		if (opts->name != NULL)
			hd_buf_addf(&left, "%s--%s",
			    opts->letter != 0 ? ", " : "    ", opts->name);
		if (opts->type != HD_OPT_FLAG)
			hd_buf_addf(&left, " %s", opts->arg);
		hd_buf_addf(b, "  %-26s %s\n", left.s, opts->help);
	}
	hd_buf_release(&left);
}
