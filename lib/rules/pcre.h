/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PCRE_H
#define HD_PCRE_H

/*
 * Private to lib/rules: PCRE2 itself, eight bits a unit, and what
 * a pattern is made of.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pthread.h>
#include <stdatomic.h>

#include "base/buf.h"

struct hd_pattern {
	pcre2_code *code;
	struct hd_str text; /* owned */
	bool fixed;	    /* PCRE2 tries it at line starts only */
	pthread_mutex_t lock;
	atomic_bool ready; /* code was given to the JIT compiler */
	bool jit;	   /* and it took it */
};

/*
 * To be called before code is run: a pattern is JIT-compiled by the first
 * thread that needs it while others wait, because most are never run.
 */
void hd_pattern_ready(struct hd_pattern *p);

/* Compile with the options all patterns have, and `more`. */
pcre2_code *hd_pcre_compile(
    struct hd_str text, uint32_t more, int *code, size_t *offset);

#endif
