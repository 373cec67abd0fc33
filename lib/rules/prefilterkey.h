/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PREFILTERKEY_H
#define HD_PREFILTERKEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Private to prefilter*.c: bytes as numbers, and where those are kept. */

#define HD_KEY_WORD    8 /* bytes of a key, at most */
#define HD_KEY_ANY     4
#define HD_HEAD	       8
#define HD_BUCKET_BITS 14
#define HD_SEEN_BITS   17
#define HD_BUCKETS     ((size_t)1 << HD_BUCKET_BITS)
#define HD_SEEN	       ((size_t)1 << HD_SEEN_BITS)

/* The bytes of a key as a number, whatever the byte order of the machine. */
static inline uint32_t
hd_key_read(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

static inline uint64_t
hd_head_read(const char *s)
{
	return hd_key_read(s) | (uint64_t)hd_key_read(s + 4) << 32;
}

static inline uint64_t
hd_key_mask(size_t len)
{
	return UINT64_MAX >> (64 - 8 * len);
}

static inline uint64_t
hd_key_hash(uint64_t key)
{
	return key * 0x9E3779B97F4A7C15U;
}

static inline size_t
hd_key_bucket(uint64_t hash)
{
	return hash >> (64 - HD_BUCKET_BITS);
}

static inline size_t
hd_key_seen(uint64_t hash)
{
	return hash >> (64 - HD_SEEN_BITS);
}

/* A character of \w in a folded text; beyond ASCII it is not known. */
static inline bool
hd_key_word(char c)
{
	return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

#endif
