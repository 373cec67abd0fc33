/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Currencies and rates: see money.h. */
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <csv.h>

#include "base/mem.h"
#include "base/num.h"
#include "ingest/money.h"
#include "ingest/reader.h"

/* A row of the rates as libcsv cuts it. */
struct row {
	struct hd_buf cell[3];
	size_t n;
};

static void
on_cell(void *cell, size_t n, void *ctx)
{
	struct row *r = ctx;

	if (r->n < 3)
		hd_buf_add(&r->cell[r->n], cell, n);
	r->n++;
}

static bool
code(struct hd_str s, char currency[4])
{
	s = hd_str_trim(s);
	if (s.n != 3)
		return false;
	for (size_t i = 0; i < 3; i++) {
		currency[i] = s.p[i] >= 'a' && s.p[i] <= 'z'
				  ? (char)(s.p[i] & ~32)
				  : s.p[i];
		if (currency[i] < 'A' || currency[i] > 'Z')
			return false;
	}
	currency[3] = '\0';
	return true;
}

static int
add_rate(struct hd_fx *fx, struct row *row, struct hd_err *err)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	static const struct hd_timeopt opt = { &utc, HD_ORDER_UNKNOWN };
	struct hd_fx_rate r = { "", 0, INT64_MIN };
	struct hd_str from = hd_str_trim(hd_buf_str(&row->cell[2]));
	bool zoned;

	if (!code(hd_buf_str(&row->cell[0]), r.currency))
		return hd_err_set(err, HD_EUSAGE, "'%s' is no currency, as EUR",
		    hd_buf_cstr(&row->cell[0]));
	if (!hd_num_real(hd_str_trim(hd_buf_str(&row->cell[1])), &r.rate) ||
	    r.rate <= 0)
		return hd_err_set(err, HD_EUSAGE, "bad rate '%s'",
		    hd_buf_cstr(&row->cell[1]));
	if (from.n > 0 &&
	    hd_time_parse(from, &opt, &r.since, &zoned, err) != 0) {
		err->code = HD_EUSAGE;
		return -1;
	}
	if (r.rate == 1)
		memcpy(fx->base, r.currency, sizeof(fx->base));
	fx->rates = hd_grow(fx->rates, &fx->cap, fx->n + 1, sizeof(r));
	fx->rates[fx->n++] = r;
	return 0;
}

static int
read_rates(
    struct hd_fx *fx, struct hd_reader *r, const char *path, struct hd_err *err)
{
	struct row row;
	struct csv_parser p;
	struct hd_str line;
	bool cut;
	int rc = 0;

	memset(&row, 0, sizeof(row));
	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return hd_err_set(err, HD_ESYS, "out of memory");
	while (rc == 0 && hd_reader_line(r, 4096, &line, &cut) == 1) {
		row.n = 0;
		for (size_t i = 0; i < 3; i++)
			hd_buf_reset(&row.cell[i]);
		if (csv_parse(&p, line.p, line.n, on_cell, NULL, &row) !=
			line.n ||
		    csv_fini(&p, on_cell, NULL, &row) != 0)
			rc = hd_err_set(err, HD_EUSAGE, "bad CSV");
		else if (row.n > 0 &&
			 !(r->line == 1 &&
			     hd_str_ieq(hd_str_trim(hd_buf_str(&row.cell[0])),
				 "currency")))
			rc = add_rate(fx, &row, err);
	}
	csv_free(&p);
	for (size_t i = 0; i < 3; i++)
		hd_buf_release(&row.cell[i]);
	return rc == 0 ? 0 : hd_err_in(err, "%s:%zu", path, r->line);
}

int
hd_fx_read(struct hd_fx *fx, const char *path, struct hd_err *err)
{
	struct hd_reader r;
	int rc, fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	hd_reader_init(&r, fd);
	rc = read_rates(fx, &r, path, err);
	if (rc == 0)
		rc = hd_reader_check(&r, path, err);
	hd_reader_release(&r);
	(void)close(fd);
	if (rc == 0 && fx->base[0] == '\0')
		return hd_err_set(err, HD_EUSAGE,
		    "%s: no currency has the rate 1: that is the one which "
		    "the others become",
		    path);
	return rc;
}

void
hd_fx_release(struct hd_fx *fx)
{
	free(fx->rates);
	memset(fx, 0, sizeof(*fx));
}

/* The rate that held at a time, the last one for today; NULL if none. */
static const struct hd_fx_rate *
rate_of(const struct hd_fx *fx, const char *currency, int64_t since)
{
	const struct hd_fx_rate *best = NULL, *r;

	for (size_t i = 0; fx != NULL && i < fx->n; i++) {
		r = &fx->rates[i];
		if (strcmp(r->currency, currency) == 0 &&
		    (since == HD_TIME_NONE || r->since <= since) &&
		    (best == NULL || r->since >= best->since))
			best = r;
	}
	return best;
}

/*
 * The currency of an amount: the code that stands beside it, else that of the
 * record, else the sign beside it, which several currencies share.
 */
static int
name_currency(struct hd_ingest *in, const char *name, struct hd_str text,
    struct hd_str given, char currency[4], struct hd_err *err)
{
	char said[4] = "";

	given = hd_str_trim(given);
	if (given.n > 0 && !code(given, said))
		return hd_err_set(err, HD_EDATA, "bad currency '%.*s'",
		    (int)(given.n < 20 ? given.n : 20), given.p);
	if (said[0] != '\0' && currency[0] != '\0' &&
	    hd_str_find(text, currency) == NULL)
		currency[0] = '\0';
	if (currency[0] != '\0' && said[0] != '\0' &&
	    strcmp(currency, said) != 0)
		return hd_err_set(err, HD_EDATA,
		    "%s is in %s and its currency is %s", name, currency, said);
	if (currency[0] == '\0')
		memcpy(currency, said, sizeof(said));
	if (currency[0] == '\0') /* nobody says: that of the others */
		memcpy(currency, in->currency, sizeof(in->currency));
	else if (in->currency[0] == '\0')
		memcpy(in->currency, currency, sizeof(in->currency));
	return 0;
}

int
hd_money(struct hd_ingest *in, const char *name, struct hd_str text,
    struct hd_str given, int64_t since, int64_t *cents, char currency[4],
    struct hd_err *err)
{
	const struct hd_fx_rate *rate;

	if (!hd_num_money(text, cents, currency))
		return hd_err_set(err, HD_EDATA, "bad %s '%.*s'", name,
		    (int)(text.n < 60 ? text.n : 60), text.p);
	if (in->o->fx != NULL)
		memcpy(in->currency, in->o->fx->base, sizeof(in->currency));
	if (name_currency(in, name, text, given, currency, err) != 0)
		return -1;
	if (strcmp(currency, in->currency) == 0)
		return 0;
	rate = rate_of(in->o->fx, currency, since);
	if (rate == NULL)
		return hd_err_set(err, HD_EDATA,
		    in->o->fx == NULL
			? "%s is in %s where others are in %s: say --fx FILE"
			: "%s is in %s, and no rate makes it %s",
		    name, currency, in->currency);
	*cents = llround((double)*cents * rate->rate);
	memcpy(currency, in->currency, sizeof(in->currency));
	return 0;
}
