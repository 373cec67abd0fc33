/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of metrics: see metric.h. */
#include <string.h>

#include "metrics/metric.h"

static const struct hd_metric metrics[] = {
#include "metrics/list_ladder.inc"
#include "metrics/list_ai.inc"
#include "metrics/list_human.inc"
#include "metrics/list_bridge.inc"
};

const struct hd_metric *
hd_metric_at(size_t i)
{
	return i < sizeof(metrics) / sizeof(metrics[0]) ? &metrics[i] : NULL;
}

const struct hd_metric *
hd_metric_find(const char *name)
{
	for (size_t i = 0; i < sizeof(metrics) / sizeof(metrics[0]); i++)
		if (strcmp(metrics[i].name, name) == 0)
			return &metrics[i];
	return NULL;
}
