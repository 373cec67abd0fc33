/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HASH_H
#define HD_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Hashes: SHA-256 (libsodium) where a name must stand up to a challenge, XXH3
 * where equality is all that is asked; and a table from strings to numbers.
 */

#define HD_SHA256_HEX 65

/* Lower-case hexadecimal SHA-256 of s, NUL-terminated. */
void hd_sha256_hex(struct hd_str s, char hex[HD_SHA256_HEX]);
/* The first eight bytes of the SHA-256 of s, the first the highest. */
uint64_t hd_sha256_head(struct hd_str s);
/* SHA-256 of what comes in pieces; owned by caller until its end frees it. */
struct hd_sha256;
struct hd_sha256 *hd_sha256_begin(void);
void hd_sha256_add(struct hd_sha256 *h, struct hd_str s);
void hd_sha256_end(struct hd_sha256 *h, char hex[HD_SHA256_HEX]);
uint64_t hd_hash64(struct hd_str s);

/* String -> int64_t.  Keys are copied; iteration order is insertion order. */
struct hd_map {
	struct hd_map_entry {
		char *key;
		size_t n;
		int64_t value;
	} * entries;
	size_t count, cap;
	uint32_t *slots; /* index + 1 of an entry, 0 free */
	size_t nslots;
};

#define HD_MAP_INIT                 \
	{                           \
		NULL, 0, 0, NULL, 0 \
	}

/* Pointer to the value of key, or NULL; borrowed until the next put. */
int64_t *hd_map_get(const struct hd_map *m, struct hd_str key);
/* The value of key, made with `value` if it was not there. */
int64_t *hd_map_put(struct hd_map *m, struct hd_str key, int64_t value);
void hd_map_release(struct hd_map *m);

#endif
