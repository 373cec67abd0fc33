/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MEM_H
#define HD_MEM_H

#include <stddef.h>

/*
 * Memory that cannot fail: out of memory ends the program with a message and
 * status 4, because code that handles it is never tested.  What the x-functions
 * return is owned by the caller and freed with free(3).
 */

void *hd_xmalloc(size_t n);
void *hd_xcalloc(size_t n, size_t size);
void *hd_xreallocarray(void *p, size_t n, size_t size);
char *hd_xstrdup(const char *s);
/* n bytes of s and a NUL; the bytes may hold NULs. */
char *hd_xmemdup(const char *s, size_t n);

/* Grow p so that it holds at least want elements; *cap counts elements. */
void *hd_grow(void *p, size_t *cap, size_t want, size_t size);

/*
 * An arena: many small allocations, freed together.  hd_arena_reset() keeps
 * the first block for the next round, so a loop over records allocates nothing.
 */
struct hd_arena {
	struct hd_arena_block *head;
	size_t used; /* bytes used of head */
};

#define HD_ARENA_INIT   \
	{               \
		NULL, 0 \
	}

/* n bytes aligned for any type; borrowed until reset or release. */
void *hd_arena_alloc(struct hd_arena *a, size_t n);
/* A copy of n bytes followed by a NUL. */
char *hd_arena_memdup(struct hd_arena *a, const char *s, size_t n);
/* Bytes held by what was allocated since the last reset, roughly. */
size_t hd_arena_bytes(const struct hd_arena *a);
void hd_arena_reset(struct hd_arena *a);
void hd_arena_release(struct hd_arena *a);

#endif
