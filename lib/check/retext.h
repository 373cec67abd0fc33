/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RETEXT_H
#define HD_RETEXT_H

#include "base/hash.h"
#include "rules/source.h"

/* Rule files as they were read once, one of them with another text. */
struct hd_retext {
	const struct hd_rulesrc *under; /* where they come from, once */
	const char *changed; /* the resolved name of that one; NULL: none */
	struct hd_str text;
	/* private */
	struct hd_map seen;
	struct hd_retext_file {
		char *name;
		struct hd_buf text;
	} * v;
	size_t n, cap;
};

/* Begin with .under set and the rest zero; s is borrowed by the source. */
struct hd_rulesrc hd_retext_source(struct hd_retext *s);
void hd_retext_release(struct hd_retext *s);

#endif
