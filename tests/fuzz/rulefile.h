/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_RULEFILE_H
#define TEST_RULEFILE_H

/* The bytes of a fuzzer as the one rule file there is, "f". */
#include <string.h>

#include "base/mem.h"
#include "rules/source.h"

struct input {
	struct hd_str text;
};

/* The file uses itself at most: nothing else is there. */
static inline int
give(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	const struct input *in = ctx;

	(void)from;
	if (strcmp(name, "f") != 0)
		return hd_err_set(err, HD_EUSAGE, "cannot read '%s'", name);
	hd_buf_add(text, in->text.p, in->text.n);
	*resolved = hd_xstrdup(name);
	return 0;
}

#endif
