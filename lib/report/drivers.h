/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DRIVERS_H
#define HD_DRIVERS_H

#include "audit/pagename.h"
#include "report/report.h"

/*
 * What people write about from which page: the tickets of the report's period that
 * name one, by page (pagename.h) and type, with the answers they got.
 */
struct hd_driver {
	const char *page;    /* as it is counted; borrowed from the drivers */
	const char *shown;   /* the same, redacted */
	bool personal;	     /* one of raw names somebody, or is no SQL */
	struct hd_str issue; /* p NULL: not known */
	int64_t n;	     /* tickets */
	struct hd_str *raw;  /* the page as tickets have it */
	size_t nraw, rawcap;
	/* the answer that most of them got for good; cluster -1: none recurs */
	int64_t cluster, given, durable;
};

struct hd_drivers {
	struct hd_driver *v; /* page and type, the most tickets first */
	size_t n, cap;
	struct hd_driver *pages; /* the same of all types, likewise */
	size_t npages, pagecap;
	int64_t tickets; /* that name a page */
	struct hd_arena arena;
};

/* Release in any case. */
int hd_drivers_read(
    struct hd_drivers *d, struct hd_report *r, struct hd_err *err);
void hd_drivers_release(struct hd_drivers *d);

#endif
