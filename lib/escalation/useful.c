/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first reply of use: see useful.h. */
#include "base/tstamp.h"
#include "escalation/useful.h"

/* The first agent's message from the handoff on that answers, -1: none. */
static int64_t
useful(const struct hd_escalation *e)
{
	for (int64_t i = e->first_human; i >= 0 && i < (int64_t)e->n; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_AGENT) &&
		    e->turns[i].text.n > 0 &&
		    hd_mark_find(&e->turns[i], "reply-kind", NULL) == NULL)
			return i;
	return -1;
}

int64_t
hd_useful_after(const struct hd_escalation *e)
{
	int64_t i = useful(e), from = e->handoff_at;

	if (i < 0 || e->turns[i].m->at == HD_TIME_NONE || from == HD_TIME_NONE)
		return -1;
	return e->turns[i].m->at > from ? e->turns[i].m->at - from : 0;
}
