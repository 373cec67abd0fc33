/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an input is, by its first bytes, and which reader suits it. */
#include <string.h>

#include "ingest/page.h"
#include "ingest/reader.h"
#include "ingest/vendor.h"

#define MAX_HEAD ((size_t)8 * 1024 * 1024) /* read to tell the shape */

#define SNIFF ((size_t)256 * 1024)

/*
 * One record a line?  The first of the lines at hand that is a whole object
 * says so, unless it stands in a list that goes on over lines; a first line may
 * be broken.  A page a line is for the reader of pages, which loses no more than
 * a record of it.
 */
static bool
lines_of_json(struct hd_reader *r)
{
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_str rest, line;
	const struct hd_json *j = NULL;
	bool listed = false;

	while (!r->eof && r->buf.n - r->pos < MAX_HEAD &&
	       memchr(r->buf.s + r->pos, '\n', r->buf.n - r->pos) == NULL)
		hd_reader_fill(r, r->buf.n - r->pos + 1);
	rest = (struct hd_str){ r->buf.s + r->pos, r->buf.n - r->pos };
	for (int i = 0; i < 20 && hd_str_split(&rest, '\n', &line); i++) {
		line = hd_str_trim(line);
		if (hd_str_find(line, "}{") != NULL) {
			j = NULL; /* one after the other, not one a line */
			break;
		}
		if (line.n == 0)
			continue;
		if (j == NULL && !listed && line.p[0] == '{' &&
		    (rest.p != NULL || r->eof))
			j = hd_json_parse(&a, line, &err);
		listed = strchr("[,", line.p[line.n - 1]) != NULL;
	}
	if (j != NULL && hd_is_page(j))
		j = NULL;
	hd_arena_release(&a);
	return j != NULL;
}

/* What the file is, when it is nothing to be read as text. */
static const char *
not_text(const struct hd_reader *r)
{
	static const struct {
		const char *magic;
		size_t n;
		const char *what;
	} kinds[] = {
		{ "\xD0\xCF\x11\xE0", 4,
		    "an Excel workbook: save it as CSV UTF-8" },
		{ "7z\xBC\xAF\x27\x1C", 6, "7-Zip: unpack it first" },
		{ "Rar!\x1A\x07", 6, "RAR: unpack it first" },
		{ "%PDF-", 5, "a PDF: export CSV or JSON" },
		{ "<", 1, "HTML or XML: export CSV or JSON" },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (r->buf.n - r->pos >= kinds[i].n &&
		    memcmp(r->buf.s + r->pos, kinds[i].magic, kinds[i].n) == 0)
			return kinds[i].what;
	return NULL;
}

static bool
has_ending(const char *path)
{
	const char *slash = strrchr(path, '/');

	return strchr(slash != NULL ? slash : path, '.') != NULL;
}

/* The shape, by the first character. */
static int
read_text(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	size_t i;

	if (not_text(r) != NULL) {
		(void)hd_err_set(err, HD_EDATA, "this is %s", not_text(r));
		in->line = 1;
		return hd_broken(in, err);
	}
	for (i = r->pos; i < r->buf.n; i++)
		if (r->buf.s[i] == '\0' ||
		    strchr(" \t\r\n", r->buf.s[i]) == NULL)
			break;
	if (i == r->buf.n)
		return 0; /* an empty file holds no records */
	if (r->buf.s[i] == '[')
		return hd_read_json(in, r, err);
	if (r->buf.s[i] == '{')
		return lines_of_json(r) ? hd_read_ndjson(in, r, err)
					: hd_read_json(in, r, err);
	if (in->in_dir && !has_ending(in->file))
		return 0; /* LICENSE, Makefile: whoever means it names it */
	return hd_read_csv(in, r, err);
}

/* What was changed in the text is said once a file. */
static void
say_changes(struct hd_ingest *in, const struct hd_reader *r, int64_t repaired)
{
	if (r->recode.turned > 0)
		hd_say(in, "not UTF-8: %zu characters are read as Windows-1252",
		    r->recode.turned);
	if (r->recode.bad > 0)
		hd_say(in, "%zu characters that are none became U+FFFD",
		    r->recode.bad);
	if (in->repaired > repaired)
		hd_say(in,
		    "%lld texts have bytes that are not UTF-8, or NUL: they "
		    "became U+FFFD",
		    (long long)(in->repaired - repaired));
}

int
hd_read_export(struct hd_ingest *in, struct hd_reader *r, struct hd_err *err)
{
	int64_t repaired = in->repaired;
	int rc;

	hd_reader_decode(r);
	hd_reader_fill(r, SNIFF);
	if (hd_reader_check(r, in->file, err) != 0)
		return -1;
	rc = read_text(in, r, err);
	say_changes(in, r, repaired);
	return rc;
}

int
hd_read_any(
    struct hd_ingest *in, struct hd_reader *r, int depth, struct hd_err *err)
{
	static const char database[] = "SQLite format 3";

	in->extracted = HD_TIME_NONE;
	hd_reader_fill(r, 512);
	if (r->buf.n >= sizeof(database) &&
	    memcmp(r->buf.s, database, sizeof(database)) == 0)
		return in->in_dir || depth > 0
			   ? 0
			   : hd_err_set(err, HD_EUSAGE,
				 "%s: a database, not an export", in->file);
	return hd_is_packed(r) ? hd_unpack(in, r, depth, err)
			       : hd_read_export(in, r, err);
}
