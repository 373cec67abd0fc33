/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy of the database for others: see privacy.h.  It is made under a name of
 * its own beside the one it gets, which it gets by link(): that never replaces
 * a file.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/db_int.h"
#include "store/privacy.h"

static int
copy_into(struct hd_db *db, const char *file, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_text(db, "VACUUM INTO ?", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(file));
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	return r;
}

static int
redact(const char *file, struct hd_err *err)
{
	struct hd_db *db = hd_db_open(file, HD_DB_WRITE, err);
	struct hd_err late = HD_ERR_INIT;
	int r = -1;

	if (db == NULL)
		return -1;
	/* nobody else knows the file, and a crash leaves none of the name */
	if (hd_db_exec(db,
		"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
		"PRAGMA secure_delete=ON",
		err) == 0 &&
	    hd_token_begin(db, NULL, err) == 0 && hd_db_begin(db, err) == 0 &&
	    hd_db_script(db, "sql/redact", err) == 0 &&
	    hd_db_commit(db, err) == 0)
		r = hd_db_exec(db,
		    "VACUUM; PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL",
		    err);
	if (hd_db_close(db, true, &late) != 0 && r == 0) {
		*err = late;
		r = -1;
	}
	return r;
}

static int
publish(const char *file, const char *out, struct hd_err *err)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC), r = -1;

	if (fd < 0 || fsync(fd) != 0)
		(void)hd_err_sys(err, "cannot write '%s'", out);
	else if (link(file, out) == 0)
		r = 0;
	else if (errno == EEXIST)
		(void)hd_err_set(err, HD_EUSAGE,
		    "'%s' is there already: a copy replaces nothing", out);
	else
		(void)hd_err_sys(err, "cannot write '%s'", out);
	if (fd >= 0)
		(void)close(fd);
	return r;
}

/*
 * The file that grows, under the name given, locked; -1 when another run has it.
 * A copy that a killed run left there is not redacted yet: it is emptied.
 */
static int
open_tmp(const char *file, const char *out, struct hd_err *err)
{
	int fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	struct stat mine, now;

	if (fd < 0) {
		(void)hd_err_sys(err, "cannot create '%s'", out);
		return -1;
	}
	if (flock(fd, LOCK_EX | LOCK_NB) != 0 || fstat(fd, &mine) != 0 ||
	    stat(file, &now) != 0 || mine.st_ino != now.st_ino ||
	    mine.st_dev != now.st_dev)
		(void)hd_err_set(
		    err, HD_ESYS, "%s: another run is writing it", out);
	else if (!S_ISREG(mine.st_mode) || ftruncate(fd, 0) != 0 ||
		 fchmod(fd, 0600) != 0)
		(void)hd_err_sys(err, "cannot write '%s'", file);
	else
		return fd;
	(void)close(fd);
	return -1;
}

int
hd_redacted_copy(struct hd_db *db, const char *out, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	struct stat sb;
	int fd, r;

	if (lstat(out, &sb) == 0)
		return hd_err_set(err, HD_EUSAGE,
		    "'%s' is there already: a copy replaces nothing", out);
	hd_buf_addf(&b, "%s.copying", out);
	fd = open_tmp(b.s, out, err);
	r = fd < 0 ? -1 : copy_into(db, b.s, err);
	if (r == 0)
		r = redact(b.s, err);
	if (r == 0)
		r = publish(b.s, out, err);
	if (fd >= 0) {
		(void)unlink(b.s);
		(void)close(fd);
	}
	hd_buf_release(&b);
	return r;
}
