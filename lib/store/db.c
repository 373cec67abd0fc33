/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening, closing and transactions: see db.h.  An existing database is in WAL
 * mode, so that a reader blocked on a full pipe never locks out a writer later
 * in the same pipeline; a new one is written without a journal under another
 * name and renamed, so that it is there whole or not at all.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/db_int.h"

#define BUSY_MS 5000

int
hd_db_fail(struct hd_db *db, const char *what, struct hd_err *err)
{
	int rc = sqlite3_extended_errcode(db->h) & 0xFF;
	int sys = sqlite3_system_errno(db->h);

	if (rc == SQLITE_BUSY)
		return hd_err_set(err, HD_ESYS,
		    "%s: database is busy: another program is writing to it",
		    db->path);
	if (rc == SQLITE_NOTADB)
		return hd_err_set(
		    err, HD_ESYS, "%s: not a database of hs", db->path);
	if ((rc == SQLITE_IOERR || rc == SQLITE_CANTOPEN) && sys != 0)
		return hd_err_set(err, HD_ESYS, "%s: %s: %s: %s", db->path,
		    what, sqlite3_errmsg(db->h), strerror(sys));
	return hd_err_set(
	    err, HD_ESYS, "%s: %s: %s", db->path, what, sqlite3_errmsg(db->h));
}

int
hd_db_exec(struct hd_db *db, const char *sql, struct hd_err *err)
{
	if (sqlite3_exec(db->h, sql, NULL, NULL, NULL) != SQLITE_OK)
		return hd_db_fail(db, "cannot run statement", err);
	return 0;
}

int
hd_db_script(struct hd_db *db, const char *name, struct hd_err *err)
{
	const char *sql = hd_sql_text(name);

	if (sql == NULL)
		return hd_err_set(err, HD_ESYS, "no SQL named '%s'", name);
	if (hd_db_exec(db, sql, err) != 0)
		return hd_err_in(err, "%s", name);
	return 0;
}

int
hd_db_number(struct hd_db *db, const char *sql, int64_t *v, struct hd_err *err)
{
	sqlite3_stmt *st = NULL;
	int r = -1;

	if (sqlite3_prepare_v2(db->h, sql, -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_ROW) {
		*v = sqlite3_column_int64(st, 0);
		r = 0;
	} else {
		(void)hd_db_fail(db, "cannot read", err);
	}
	(void)sqlite3_finalize(st);
	return r;
}

/* Ours, and no newer than this program. */
static int
probe(struct hd_db *db, struct hd_err *err)
{
	int64_t id, version;

	if (hd_db_number(db, "PRAGMA application_id", &id, err) != 0 ||
	    hd_db_number(db, "PRAGMA user_version", &version, err) != 0)
		return -1;
	if (id != HD_APPLICATION_ID)
		return hd_err_set(
		    err, HD_ESYS, "%s: not a database of hs", db->path);
	if (version > HD_SCHEMA_VERSION)
		return hd_err_set(err, HD_ESYS,
		    "%s: written by a newer hs (schema %lld, this one knows %d)",
		    db->path, (long long)version, HD_SCHEMA_VERSION);
	if (version > 0 && version < HD_SCHEMA_VERSION)
		return hd_err_set(err, HD_ESYS,
		    "%s: written by an hs before the first release: import "
		    "the exports into a new file",
		    db->path);
	return 0;
}

static int
connect_to(struct hd_db *db, const char *file, int flags, struct hd_err *err)
{
	/* one thread uses a connection: no locks inside it */
	if (sqlite3_open_v2(file, &db->h, flags | SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK)
		return hd_db_fail(db, "cannot open", err);
	(void)sqlite3_extended_result_codes(db->h, 1);
	(void)sqlite3_busy_timeout(db->h, BUSY_MS);
	return hd_db_exec(db,
	    "PRAGMA foreign_keys=OFF;"
	    "PRAGMA temp_store=FILE", /* a sort may outgrow the memory */
	    err);
}

/*
 * Once the page size is known: SQLite counts the cache in pages of the size it
 * believes in when it is told, and four times as much is too much.
 */
static int
limit_cache(struct hd_db *db, struct hd_err *err)
{
	return hd_db_exec(db, "PRAGMA cache_size=-65536", err);
}

/*
 * What a reader may do: everything in its temporary tables, nothing to the
 * file.  (PRAGMA query_only would forbid the temporary tables too.)
 */
static int
reader_guard(void *ctx, int action, const char *a, const char *b,
    const char *name, const char *inner)
{
	(void)ctx;
	(void)a;
	(void)b;
	(void)inner;
	switch (action) {
	case SQLITE_READ:
	case SQLITE_SELECT:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
	case SQLITE_TRANSACTION:
	case SQLITE_PRAGMA:
		return SQLITE_OK;
	default:
		return name != NULL && strcmp(name, "temp") == 0 ? SQLITE_OK
								 : SQLITE_DENY;
	}
}

void
hd_db_guard(struct hd_db *db)
{
	(void)sqlite3_set_authorizer(
	    db->h, db->mode == HD_DB_READ ? reader_guard : NULL, NULL);
}

/*
 * Readers open for writing and forbid it by an authorizer: a read-only
 * connection that closes last leaves -wal and -shm behind.
 */
static int
open_existing(struct hd_db *db, struct hd_err *err)
{
	bool rw = access(db->path, W_OK) == 0;

	if (!rw && db->mode != HD_DB_READ)
		return hd_err_sys(err, "cannot write '%s'", db->path);
	if (connect_to(db, db->path,
		rw ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, err) != 0 ||
	    probe(db, err) != 0 || limit_cache(db, err) != 0)
		return -1;
	/* the first use declares it, which the guard would forbid */
	if (hd_db_exec(db, "SELECT 1 FROM json_each('[]')", err) != 0)
		return -1;
	hd_db_guard(db);
	return db->mode == HD_DB_READ ? 0 : hd_db_migrate(db, err);
}

/*
 * The temporary file is locked while it grows, so that what a killed import
 * left behind is told from what a running one is writing.
 */
static int
lock_tmp(struct hd_db *db, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	struct stat mine, now;
	bool same;

	hd_buf_addf(&b, "%s.importing", db->path);
	db->tmp = b.s; /* taken from the buffer */
	db->lock = open(db->tmp, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (db->lock < 0)
		return hd_err_sys(err, "cannot create '%s'", db->path);
	if (flock(db->lock, LOCK_EX | LOCK_NB) != 0) {
		free(db->tmp);
		db->tmp = NULL;
		return hd_err_set(err, HD_ESYS,
		    "%s: another import is creating it", db->path);
	}
	/* the name may have been published between open and lock */
	same = fstat(db->lock, &mine) == 0 && stat(db->tmp, &now) == 0 &&
	       mine.st_ino == now.st_ino && mine.st_dev == now.st_dev;
	if (!same || (stat(db->path, &now) == 0 && now.st_size > 0)) {
		if (!same) { /* not ours to remove */
			free(db->tmp);
			db->tmp = NULL;
		}
		return hd_err_set(err, HD_ESYS,
		    "%s: another import has just created it", db->path);
	}
	if (ftruncate(db->lock, 0) != 0)
		return hd_err_sys(err, "cannot write '%s'", db->tmp);
	return 0;
}

static int
create(struct hd_db *db, struct hd_err *err)
{
	char id[64];

	db->is_new = true;
	if (lock_tmp(db, err) != 0 ||
	    connect_to(db, db->tmp, SQLITE_OPEN_READWRITE, err) != 0)
		return -1;
	(void)snprintf(
	    id, sizeof(id), "PRAGMA application_id=%d", HD_APPLICATION_ID);
	if (hd_db_exec(db,
		"PRAGMA page_size=16384; PRAGMA journal_mode=OFF;"
		"PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE",
		err) != 0 ||
	    hd_db_exec(db, id, err) != 0 || limit_cache(db, err) != 0)
		return -1;
	return hd_db_migrate(db, err);
}

struct hd_db *
hd_db_open(const char *path, enum hd_dbmode mode, struct hd_err *err)
{
	struct hd_db *db = hd_xcalloc(1, sizeof(*db));
	struct stat sb;
	bool found;
	int r;

	db->path = hd_xstrdup(path);
	db->mode = mode;
	db->lock = -1;
	found = lstat(path, &sb) == 0 &&
		(!S_ISLNK(sb.st_mode) || stat(path, &sb) == 0);
	if (found && !S_ISREG(sb.st_mode))
		r = hd_err_set(err, HD_ESYS, "%s: not a database of hs", path);
	else if (found && sb.st_size > 0)
		r = open_existing(db, err);
	else if (mode == HD_DB_CREATE && (found || errno == ENOENT))
		r = create(db, err);
	else
		r = hd_err_set(err, HD_ESYS,
		    "no database '%s': import something first, or name one "
		    "with -d FILE",
		    path);
	if (r == 0)
		return db;
	(void)hd_db_close(db, false, &(struct hd_err)HD_ERR_INIT);
	return NULL;
}

/* The directory too, or a crash may forget the name. */
static int
sync_dir(const char *path)
{
	char *dir = hd_xstrdup(path), *slash = strrchr(dir, '/');
	int fd, r;

	if (slash != NULL)
		slash[slash == dir ? 1 : 0] = '\0';
	fd = open(slash != NULL ? dir : ".", O_RDONLY | O_DIRECTORY);
	r = fd < 0 ? -1 : fsync(fd);
	if (fd >= 0)
		(void)close(fd);
	free(dir);
	return r;
}

static int
publish(struct hd_db *db, struct hd_err *err)
{
	if (hd_db_exec(db,
		"PRAGMA locking_mode=NORMAL; PRAGMA synchronous=FULL;"
		"PRAGMA journal_mode=WAL",
		err) != 0)
		return -1;
	if (sqlite3_close(db->h) != SQLITE_OK)
		return hd_db_fail(db, "cannot close", err);
	db->h = NULL;
	if (fsync(db->lock) != 0 || rename(db->tmp, db->path) != 0 ||
	    sync_dir(db->path) != 0)
		return hd_err_sys(err, "cannot write '%s'", db->path);
	free(db->tmp);
	db->tmp = NULL;
	return 0;
}

int
hd_db_close(struct hd_db *db, bool keep, struct hd_err *err)
{
	int r = 0;

	if (db == NULL)
		return 0;
	if (db->tmp != NULL && keep)
		r = publish(db, err);
	if (db->h != NULL && sqlite3_close(db->h) != SQLITE_OK && r == 0)
		r = hd_db_fail(db, "cannot close", err);
	if (db->tmp != NULL)
		(void)unlink(db->tmp);
	if (db->lock >= 0)
		(void)close(db->lock);
	free(db->tmp);
	free(db->path);
	free(db);
	return r;
}

const char *
hd_db_path(const struct hd_db *db)
{
	return db->path;
}

bool
hd_db_is_new(const struct hd_db *db)
{
	return db->is_new;
}

int
hd_db_begin(struct hd_db *db, struct hd_err *err)
{
	return hd_db_exec(db, "BEGIN IMMEDIATE", err);
}

int
hd_db_snapshot(struct hd_db *db, struct hd_err *err)
{
	return hd_db_exec(db, "BEGIN", err);
}

int
hd_db_commit(struct hd_db *db, struct hd_err *err)
{
	return hd_db_exec(db, "COMMIT", err);
}

void
hd_db_rollback(struct hd_db *db)
{
	if (sqlite3_get_autocommit(db->h) == 0)
		(void)sqlite3_exec(db->h, "ROLLBACK", NULL, NULL, NULL);
}
