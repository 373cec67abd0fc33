/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory: see mem.h.  The one library file, beside lib/cli, that may exit. */
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/mem.h"

#define BLOCK ((size_t)64 * 1024)

struct hd_arena_block {
	struct hd_arena_block *next;
	size_t size;
	alignas(max_align_t) char data[];
};

static HD_NORETURN void
out_of_memory(void)
{
	static const char msg[] = "out of memory\n";

	if (write(STDERR_FILENO, msg, sizeof(msg) - 1) < 0)
		_exit(HD_EXIT_FAIL);
	_exit(HD_EXIT_FAIL);
}

void *
hd_xmalloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
hd_xcalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
hd_xreallocarray(void *p, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		out_of_memory();
	p = realloc(p, n > 0 && size > 0 ? n * size : 1);
	if (p == NULL)
		out_of_memory();
	return p;
}

char *
hd_xstrdup(const char *s)
{
	return hd_xmemdup(s, strlen(s));
}

char *
hd_xmemdup(const char *s, size_t n)
{
	char *p = hd_xmalloc(n + 1);

	if (n > 0)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

void *
hd_grow(void *p, size_t *cap, size_t want, size_t size)
{
	size_t n = *cap;

	if (want <= n)
		return p;
	if (n < 16)
		n = 16;
	while (n < want)
		n = n > SIZE_MAX / 2 ? want : n * 2;
	*cap = n;
	return hd_xreallocarray(p, n, size);
}

void *
hd_arena_alloc(struct hd_arena *a, size_t n)
{
	const size_t al = alignof(max_align_t);
	struct hd_arena_block *b = a->head;
	size_t need = (n + al - 1) / al * al, size;
	void *p;

	if (b == NULL || need > b->size - a->used) {
		size = need > BLOCK ? need : BLOCK;
		b = hd_xmalloc(sizeof(*b) + size);
		b->size = size;
		b->next = a->head;
		a->head = b;
		a->used = 0;
	}
	p = b->data + a->used;
	a->used += need;
	return p;
}

char *
hd_arena_memdup(struct hd_arena *a, const char *s, size_t n)
{
	char *p = hd_arena_alloc(a, n + 1);

	if (n > 0)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

size_t
hd_arena_bytes(const struct hd_arena *a)
{
	size_t n = a->used;

	for (const struct hd_arena_block *b = a->head; b != NULL; b = b->next)
		n += b == a->head ? 0 : b->size;
	return n;
}

static void
free_blocks(struct hd_arena_block *b)
{
	struct hd_arena_block *next;

	for (; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
}

void
hd_arena_reset(struct hd_arena *a)
{
	struct hd_arena_block *b = a->head;

	a->used = 0;
	if (b == NULL)
		return;
	free_blocks(b->next);
	b->next = NULL;
	if (b->size > BLOCK) { /* do not keep the memory of one giant record */
		free(b);
		a->head = NULL;
	}
}

void
hd_arena_release(struct hd_arena *a)
{
	free_blocks(a->head);
	a->head = NULL;
	a->used = 0;
}
