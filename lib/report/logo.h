/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LOGO_H
#define HD_LOGO_H

#include "base/buf.h"
#include "base/err.h"

/*
 * Append a picture as a data: URL, to be inside a report.  PNG and JPEG alone,
 * known by their first bytes: an SVG can hold scripts and links.  HD_EUSAGE for
 * anything else, and for more than HD_LOGO_MAX bytes.
 */
#define HD_LOGO_MAX 262144
int hd_logo_read(const char *path, struct hd_buf *url, struct hd_err *err);

#endif
