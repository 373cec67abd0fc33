/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes and the string table: see hash.h. */
#include <stdlib.h>
#include <string.h>

#include <sodium.h>
#include <xxhash.h>

#include "base/hash.h"
#include "base/mem.h"

void
hd_sha256_hex(struct hd_str s, char hex[HD_SHA256_HEX])
{
	unsigned char md[crypto_hash_sha256_BYTES];

	(void)crypto_hash_sha256(md, (const unsigned char *)s.p, s.n);
	(void)sodium_bin2hex(hex, HD_SHA256_HEX, md, sizeof(md));
}

struct hd_sha256 {
	crypto_hash_sha256_state state;
};

struct hd_sha256 *
hd_sha256_begin(void)
{
	struct hd_sha256 *h = hd_xmalloc(sizeof(*h));

	(void)crypto_hash_sha256_init(&h->state);
	return h;
}

void
hd_sha256_add(struct hd_sha256 *h, struct hd_str s)
{
	(void)crypto_hash_sha256_update(
	    &h->state, (const unsigned char *)s.p, s.n);
}

void
hd_sha256_end(struct hd_sha256 *h, char hex[HD_SHA256_HEX])
{
	unsigned char md[crypto_hash_sha256_BYTES];

	(void)crypto_hash_sha256_final(&h->state, md);
	(void)sodium_bin2hex(hex, HD_SHA256_HEX, md, sizeof(md));
	free(h);
}

uint64_t
hd_sha256_head(struct hd_str s)
{
	unsigned char md[crypto_hash_sha256_BYTES];
	uint64_t head = 0;

	(void)crypto_hash_sha256(md, (const unsigned char *)s.p, s.n);
	for (size_t i = 0; i < sizeof(head); i++)
		head = head << 8 | md[i];
	return head;
}

uint64_t
hd_hash64(struct hd_str s)
{
	return XXH3_64bits(s.p, s.n);
}

static uint32_t *
slot(const struct hd_map *m, struct hd_str key)
{
	size_t mask = m->nslots - 1, i = hd_hash64(key) & mask;
	const struct hd_map_entry *e;

	for (; m->slots[i] != 0; i = (i + 1) & mask) {
		e = &m->entries[m->slots[i] - 1];
		if (e->n == key.n && memcmp(e->key, key.p, key.n) == 0)
			break;
	}
	return &m->slots[i];
}

int64_t *
hd_map_get(const struct hd_map *m, struct hd_str key)
{
	uint32_t *s;

	if (m->nslots == 0)
		return NULL;
	if (key.p == NULL)
		key.p = "";
	s = slot(m, key);
	return *s != 0 ? &m->entries[*s - 1].value : NULL;
}

static void
rehash(struct hd_map *m)
{
	m->nslots = m->nslots > 0 ? m->nslots * 2 : 64;
	free(m->slots);
	m->slots = hd_xcalloc(m->nslots, sizeof(*m->slots));
	for (size_t i = 0; i < m->count; i++)
		*slot(m, (struct hd_str){ m->entries[i].key,
			     m->entries[i].n }) = (uint32_t)i + 1;
}

int64_t *
hd_map_put(struct hd_map *m, struct hd_str key, int64_t value)
{
	uint32_t *s;

	if (key.p == NULL)
		key.p = "";
	if ((m->count + 1) * 2 > m->nslots)
		rehash(m);
	s = slot(m, key);
	if (*s == 0) {
		m->entries = hd_grow(
		    m->entries, &m->cap, m->count + 1, sizeof(*m->entries));
		m->entries[m->count++] =
		    (struct hd_map_entry){ hd_xmemdup(key.p, key.n), key.n,
			    value };
		*s = (uint32_t)m->count;
	}
	return &m->entries[*s - 1].value;
}

void
hd_map_release(struct hd_map *m)
{
	for (size_t i = 0; i < m->count; i++)
		free(m->entries[i].key);
	free(m->entries);
	free(m->slots);
	*m = (struct hd_map)HD_MAP_INIT;
}
