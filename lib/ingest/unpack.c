/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Compressed files and archives, by libarchive, while they stream by: nothing
 * is unpacked to disk and no member is held, so a bomb costs time only.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "ingest/reader.h"

#define MAX_DEPTH 3 /* archives in archives */

struct unpack {
	struct hd_ingest *in;
	struct hd_reader *outer;
	struct archive *a;
	const char *file; /* the outer name */
	int depth;
	bool single;	     /* one compressed file, no archive */
	bool damaged;	     /* said so already */
	struct hd_str block; /* unpacked and not yet taken */
	size_t members, wanted;
};

static bool
is_tar(const struct hd_buf *b)
{
	return b->n >= 262 && memcmp(b->s + 257, "ustar", 5) == 0;
}

/* "BZh", the block size, and then pi, or for an empty file its root. */
static bool
is_bzip2(const struct hd_buf *b)
{
	return b->n >= 10 && memcmp(b->s, "BZh", 3) == 0 &&
	       (memcmp(b->s + 4, "1AY&SY", 6) == 0 ||
		   memcmp(b->s + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0);
}

bool
hd_is_packed(struct hd_reader *r)
{
	static const struct {
		const char *magic;
		size_t n;
	} kinds[] = {
		{ "\x1F\x8B", 2 }, { "\x28\xB5\x2F\xFD", 4 },
		{ "\xFD\x37zXZ", 5 }, { "PK\x03\x04", 4 },
		{ "PK\x05\x06", 4 }, /* an empty zip */
	};

	hd_reader_fill(r, 512);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (r->buf.n >= kinds[i].n &&
		    memcmp(r->buf.s, kinds[i].magic, kinds[i].n) == 0)
			return true;
	return is_bzip2(&r->buf) || is_tar(&r->buf);
}

/* The packed bytes, for libarchive. */
static la_ssize_t
get_packed(struct archive *a, void *ctx, const void **p)
{
	struct unpack *u = ctx;
	struct hd_str chunk;

	if (hd_reader_chunk(u->outer, &chunk) == 1) {
		*p = chunk.p;
		return (la_ssize_t)chunk.n;
	}
	if (!u->outer->failed)
		return 0;
	archive_set_error(a, EIO, "%s", u->outer->why.msg);
	return -1;
}

/*
 * The unpacked bytes of the member at hand, block by block: archive_read_data()
 * would lose the sound blocks that it gathered before a damaged one.
 */
static ssize_t
get_member(void *ctx, char *p, size_t n, struct hd_err *err)
{
	struct unpack *u = ctx;
	const void *block;
	la_int64_t offset;
	int r = ARCHIVE_OK;

	while (r == ARCHIVE_OK && u->block.n == 0) {
		r = archive_read_data_block(u->a, &block, &u->block.n, &offset);
		u->block.p = block;
	}
	if (r == ARCHIVE_EOF)
		return 0;
	if (r == ARCHIVE_OK) {
		n = n < u->block.n ? n : u->block.n;
		memcpy(p, u->block.p, n);
		u->block.p += n;
		u->block.n -= n;
		return (ssize_t)n;
	}
	if (u->outer->failed && u->outer->why.code != HD_EDATA)
		return hd_err_set(err, HD_ESYS, "%s", u->outer->why.msg);
	return hd_err_set(err, HD_EDATA,
	    "damaged: %s: what came before is read",
	    archive_error_string(u->a));
}

/* Report what is wrong with the file at hand as a whole. */
static int
broken(struct unpack *u, const char *what, const char *why, struct hd_err *err)
{
	u->in->line = 0;
	(void)hd_err_set(err, HD_EDATA, "%s%s", what, why != NULL ? why : "");
	return hd_broken(u->in, err);
}

/* One member, which may be packed again. */
static int
read_member(struct unpack *u, struct hd_err *err)
{
	struct hd_reader r;
	int rc;

	u->in->line = 0;
	u->block.n = 0;
	hd_reader_init_from(&r, get_member, u);
	rc = hd_read_any(u->in, &r, u->depth + 1, err);
	if (rc == 0 && r.failed) {
		u->damaged = true;
		rc = hd_broken(u->in, &r.why);
	}
	hd_told(u->in);
	hd_reader_release(&r);
	return rc;
}

static int
named_member(struct unpack *u, struct archive_entry *e, const char *name,
    struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	int rc;

	if (u->single) {
		u->wanted++;
		return read_member(u, err);
	}
	if (archive_entry_filetype(e) != AE_IFREG ||
	    !hd_looks_like_export(name) || strstr(name, "__MACOSX/") != NULL)
		return 0;
	u->wanted++;
	hd_buf_addf(&b, "%s:%s", u->file, name);
	u->in->file = b.s;
	if (archive_entry_is_data_encrypted(e) == 1) {
		rc = broken(u, "encrypted: unpack it with its password first",
		    NULL, err);
	} else {
		rc = read_member(u, err);
	}
	u->in->file = u->file;
	hd_buf_release(&b);
	return rc;
}

/* A spreadsheet is a zip too. */
static bool
is_spreadsheet(const char *name)
{
	return strcmp(name, "xl/workbook.xml") == 0 ||
	       strcmp(name, "mimetype") == 0;
}

static int
members(struct unpack *u, struct hd_err *err)
{
	struct archive_entry *e;
	const char *name;
	int r, rc = 0;

	while (rc == 0 &&
	       (r = archive_read_next_header(u->a, &e)) >= ARCHIVE_WARN &&
	       r != ARCHIVE_EOF) {
		name = archive_entry_pathname(e);
		u->single = archive_format(u->a) == ARCHIVE_FORMAT_RAW;
		if (name == NULL)
			name = "?";
		if (!u->single && is_spreadsheet(name))
			return broken(u, "this is a spreadsheet: ",
			    "save it as CSV UTF-8, or export CSV", err);
		u->members++;
		rc = named_member(u, e, name, err);
	}
	if (rc != 0 || hd_reader_check(u->outer, u->file, err) != 0)
		return -1;
	if (r != ARCHIVE_EOF && !u->damaged)
		return broken(u, "damaged: ", archive_error_string(u->a), err);
	if (u->wanted == 0 && u->members > 0 && !u->damaged)
		return broken(
		    u, "nothing in it looks like an export", NULL, err);
	return 0;
}

/* A zip's list of members is at its end: use it where one can seek. */
static int
open_archive(struct unpack *u)
{
	struct archive *a = u->a;
	struct hd_reader *r = u->outer;

	(void)archive_read_support_filter_gzip(a);
	(void)archive_read_support_filter_bzip2(a);
	(void)archive_read_support_filter_xz(a);
	(void)archive_read_support_filter_zstd(a);
	(void)archive_read_support_format_zip(a);
	(void)archive_read_support_format_tar(a);
	(void)archive_read_support_format_empty(a);
	(void)archive_read_support_format_raw(a);
	if (r->fd >= 0 && lseek(r->fd, 0, SEEK_CUR) == (off_t)r->bytes &&
	    lseek(r->fd, 0, SEEK_SET) == 0)
		return archive_read_open_fd(a, r->fd, (size_t)256 * 1024);
	return archive_read_open(a, u, NULL, get_packed, NULL);
}

int
hd_unpack(
    struct hd_ingest *in, struct hd_reader *r, int depth, struct hd_err *err)
{
	struct unpack u = { in, r, NULL, in->file, depth, false, false,
		{ NULL, 0 }, 0, 0 };
	int rc;

	if (depth >= MAX_DEPTH)
		return broken(&u, "archives in archives", NULL, err);
	u.a = archive_read_new();
	if (u.a == NULL)
		return hd_err_set(err, HD_ESYS, "out of memory");
	rc = open_archive(&u) == ARCHIVE_OK
		 ? members(&u, err)
		 : broken(&u, "cannot be unpacked: ", archive_error_string(u.a),
		       err);
	(void)archive_read_free(u.a);
	return rc;
}
