/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where the status of a reviewed figure is worked out. */
#include "audit/status.h"

enum hd_status
hd_standing_status(const struct hd_standing *s)
{
	if (!s->shown)
		return HD_NOT_MEASURABLE;
	if (!s->reviewed)
		return HD_UNVERIFIED;
	if (s->young)
		return HD_IMMATURE;
	if (s->n < s->least)
		return HD_SUPPRESSED;
	if (!s->fits)
		return HD_INCOMPATIBLE;
	return s->transport ? HD_TRANSPORTED : HD_ESTIMATED;
}
