/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The SQL function token(text): a keyed hash (BLAKE2b) in hexadecimal.  Without
 * the key nobody can tell whose it is, nor try names until one fits.
 */
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/mem.h"
#include "store/db_int.h"

#define BYTES 12

struct key {
	unsigned char k[crypto_generichash_KEYBYTES];
};

static void
token(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	const struct key *key = sqlite3_user_data(ctx);
	unsigned char md[crypto_generichash_BYTES];
	char hex[2 * BYTES + 1];
	const unsigned char *s = sqlite3_value_text(argv[0]);

	if (argc != 1 || s == NULL)
		return; /* of nothing: NULL */
	(void)crypto_generichash(md, sizeof(md), s,
	    (size_t)sqlite3_value_bytes(argv[0]), key->k, sizeof(key->k));
	(void)sodium_bin2hex(hex, sizeof(hex), md, BYTES);
	sqlite3_result_text(ctx, hex, 2 * BYTES, SQLITE_TRANSIENT);
}

static void
wipe(void *key)
{
	sodium_memzero(key, sizeof(struct key));
	free(key);
}

int
hd_token_begin(struct hd_db *db, const char *hex, struct hd_err *err)
{
	struct key *key = hd_xcalloc(1, sizeof(*key));
	size_t n = 0;

	if (hex == NULL)
		randombytes_buf(key->k, sizeof(key->k));
	else if (sodium_hex2bin(key->k, sizeof(key->k), hex, strlen(hex), NULL,
		     &n, NULL) != 0 ||
		 n != sizeof(key->k)) {
		wipe(key);
		return hd_err_set(err, HD_ESYS,
		    "%s: the key of what is forgotten is damaged", db->path);
	}
	/* sqlite wipes the key also when this fails */
	if (sqlite3_create_function_v2(db->h, "token", 1,
		SQLITE_UTF8 | SQLITE_DETERMINISTIC, key, token, NULL, NULL,
		wipe) != SQLITE_OK)
		return hd_db_fail(db, "cannot define token()", err);
	return 0;
}

void
hd_token_key(char hex[HD_KEY_HEX])
{
	struct key key;

	randombytes_buf(key.k, sizeof(key.k));
	(void)sodium_bin2hex(hex, HD_KEY_HEX, key.k, sizeof(key.k));
	sodium_memzero(&key, sizeof(key));
}
