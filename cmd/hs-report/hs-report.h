/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HS_REPORT_H
#define HS_REPORT_H

#include "cli/prog.h"
#include "report/report.h"

/* What the files of hs-report share. */

struct hd_reportopts {
	struct hd_common common;
	const char *sections, *title, *logo, *ticket_url, *rules_file;
	const char *page_map;
	bool show_text;
	struct hd_list fail_if;
	int64_t min_n;
	double claimed; /* NaN: nothing is */
	const char *claimed_as;
};
extern struct hd_reportopts hd_reportopts;

enum hd_reportformat {
	HD_REPORT_TEXT,
	HD_REPORT_MD,
	HD_REPORT_HTML,
	HD_REPORT_JSON,
};

/* -f, else by the name of -o, else text. */
int hd_report_format(enum hd_reportformat *f, struct hd_err *err);
/* Write the document, as JSON in json, to ctx->out. */
int hd_report_render(struct hd_ctx *ctx, const struct hd_buf *json,
    enum hd_reportformat f, struct hd_err *err);
/*
 * The period, the zone and the time of the report into r: as the options say, else
 * what is usual for its kind.  *widen: it may be made longer when it is small.
 */
int hd_report_period(
    struct hd_ctx *ctx, struct hd_report *r, bool *widen, struct hd_err *err);

#endif
