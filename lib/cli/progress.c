/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress: see progress.h. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/prog.h"
#include "cli/progress.h"

void
hd_progress_init(struct hd_progress *p, const struct hd_ctx *ctx,
    const char *what, const char *unit, double scale, size_t step)
{
	memset(p, 0, sizeof(*p));
	p->on = hd_prog_talks(ctx);
	p->terminal = isatty(STDERR_FILENO) == 1;
	p->what = what;
	p->unit = unit;
	p->scale = scale;
	p->step = p->terminal ? step : step * 10;
}

void
hd_progress_at(struct hd_progress *p, size_t count)
{
	char line[128];
	int n;
	ssize_t r;

	if (!p->on || count - p->last < p->step)
		return;
	p->last = count;
	n = snprintf(line, sizeof(line), "%s%s %.0f %s%s",
	    p->terminal ? "\r" : "", p->what, (double)count * p->scale, p->unit,
	    p->terminal ? "" : "\n");
	r = write(STDERR_FILENO, line, (size_t)n);
	(void)r; /* progress that cannot be shown is no failure */
	p->shown = true;
}

void
hd_progress_end(struct hd_progress *p)
{
	static const char clear[] = "\r\033[K";
	ssize_t r;

	if (p->on && p->terminal && p->shown) {
		r = write(STDERR_FILENO, clear, sizeof(clear) - 1);
		(void)r;
	}
}
