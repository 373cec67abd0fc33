/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * A target takes any bytes; it returns 0 and aborts when what must hold does
 * not.  libFuzzer calls it, and so does replay.c.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* assert() that NDEBUG leaves alone. */
#define MUST(x)                                                              \
	do {                                                                 \
		if (!(x)) {                                                  \
			(void)fprintf(stderr, "%s:%d: must: %s\n", __FILE__, \
			    __LINE__, #x);                                   \
			abort();                                             \
		}                                                            \
	} while (0)

#endif
