/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PAGENAME_H
#define HD_PAGENAME_H

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"

/*
 * What a page is counted as: its path in small letters, without host, query and
 * fragment, with '*' where a part of it is the number or key of one record.
 */

/*
 * Append that of an address or a path, "https://a.example/p/4711/Edit?x=1" is
 * "/p/" "*" "/edit"; of a page known by its name ("Settings, billing") the name.
 */
void hd_page_normal(struct hd_buf *b, struct hd_str page);

/* A file of names for pages: see hd_pagemap_read(). */
struct hd_pagemap {
	struct hd_pageprefix {
		struct hd_str prefix, name;
	} * v; /* the longest prefix first */
	size_t n, cap;
	struct hd_arena arena;
};

/*
 * Lines "prefix,name" in CSV, with a header of these words.  A prefix is of
 * whole parts of a path, '*' is any part; one that does not begin with '/'
 * begins with the host.  HD_EUSAGE with file and line; release m either way.
 */
int hd_pagemap_read(struct hd_pagemap *m, const char *path, struct hd_err *err);
void hd_pagemap_release(struct hd_pagemap *m);
/* Append what the page is called: by the longest prefix, else hd_page_normal(). */
void hd_pagemap_name(
    const struct hd_pagemap *m, struct hd_buf *b, struct hd_str page);

#endif
