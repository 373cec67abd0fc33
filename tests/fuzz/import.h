/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_FUZZ_IMPORT_H
#define TEST_FUZZ_IMPORT_H

#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "ingest/reader.h"
#include "store/loader.h"

/*
 * Bytes through a reader into a database of the process's own, which every
 * input finds empty: what one writes is rolled back.
 */

#define FUZZ_RECORD ((size_t)64 * 1024)

static inline struct hd_db *
fuzz_db(void)
{
	static struct hd_db *db;
	struct hd_err err = HD_ERR_INIT;
	char dir[] = "/tmp/hs-fuzz.XXXXXX", path[64];

	if (db != NULL)
		return db;
	MUST(mkdtemp(dir) != NULL);
	(void)snprintf(path, sizeof(path), "%s/t.db", dir);
	/* made, and opened again: only then does a rollback undo */
	db = hd_db_open(path, HD_DB_CREATE, &err);
	MUST(db != NULL && hd_db_close(db, true, &err) == 0);
	db = hd_db_open(path, HD_DB_WRITE, &err);
	MUST(db != NULL);
	/* nobody else needs the names; the open database goes on without */
	(void)unlink(path);
	(void)rmdir(dir);
	return db;
}

/* A file with these bytes, at its beginning; the same one each time. */
static inline int
fuzz_file(const uint8_t *data, size_t n)
{
	static FILE *f;

	if (f == NULL)
		f = tmpfile();
	MUST(f != NULL);
	rewind(f);
	MUST(ftruncate(fileno(f), 0) == 0);
	MUST(fwrite(data, 1, n, f) == n && fflush(f) == 0);
	MUST(lseek(fileno(f), 0, SEEK_SET) == 0);
	return fileno(f);
}

static inline void
fuzz_warn(void *ctx, const struct hd_err *err, size_t records)
{
	size_t *warned = ctx;

	MUST(err->code != HD_OK && err->msg[0] != '\0' && records > 0);
	*warned += records;
}

/* Everything read is counted, every reject told; was anything written? */
static inline bool
fuzz_check(const struct hd_ingest *in, size_t warned)
{
	bool wrote = false;
	const struct hd_counts *c;
	int64_t sum, rejected = in->broken;

	for (int k = 0; k < HD_REC_KINDS; k++) {
		c = &in->counts[k];
		sum = c->rejected + c->skipped;
		for (int p = 0; p < HD_PUT_KINDS; p++)
			sum += c->put[p];
		MUST(c->read == sum);
		rejected += c->rejected;
		wrote = wrote || c->put[HD_PUT_NEW] > 0;
	}
	MUST((size_t)rejected == warned);
	return wrote;
}

static inline void
fuzz_import(const struct hd_ingest_opts *o, const uint8_t *data, size_t n,
    int (*read)(struct hd_ingest *, struct hd_reader *, struct hd_err *))
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_db *db = fuzz_db();
	struct hd_loader *l;
	struct hd_ingest in;
	struct hd_reader r;
	size_t warned = 0;

	MUST(hd_db_begin(db, &err) == 0);
	l = hd_loader_new(db, &err);
	MUST(l != NULL);
	hd_ingest_init(&in, o, l);
	in.warn = fuzz_warn;
	in.ctx = &warned;
	in.file = "export-17.json"; /* the number is a comment's ticket */
	hd_reader_init(&r, fuzz_file(data, n));
	if (read(&in, &r, &err) != 0) {
		(void)fprintf(stderr, "%s\n", err.msg);
		abort();
	}
	hd_told(&in);
	if (fuzz_check(&in, warned) &&
	    hd_loader_settle(l, NULL, 0, &err) != 0) {
		(void)fprintf(stderr, "%s\n", err.msg);
		abort();
	}
	hd_reader_release(&r);
	hd_ingest_release(&in);
	hd_loader_free(l);
	hd_db_rollback(db);
}

#endif
