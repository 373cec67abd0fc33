/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule files on disk: see struct hd_rulesrc in ruleset.h. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "rules/parse.h"

/* What `use name` in the file `from` means, owned by the caller. */
static char *
resolve(const char *name, const char *from)
{
	const char *slash = from != NULL ? strrchr(from, '/') : NULL;
	struct hd_buf b = HD_BUF_INIT;
	char *path;

	if (name[0] != '/' && slash != NULL)
		hd_buf_add(&b, from, (size_t)(slash - from) + 1);
	/* one spelling, so that a file used twice is known again */
	while (from != NULL && name[0] == '.' && name[1] == '/')
		name += 2;
	hd_buf_adds(&b, name);
	path = hd_xstrdup(hd_buf_cstr(&b));
	hd_buf_release(&b);
	return path;
}

/*
 * A file that another one uses is one on disk: who sends a rule file could make
 * us wait forever for a pipe.
 */
static FILE *
open_file(const char *path, bool used, struct hd_err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | (used ? O_NONBLOCK : 0));
	FILE *f = fd >= 0 ? fdopen(fd, "rb") : NULL;
	struct stat sb;

	if (f == NULL) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		if (fd >= 0)
			(void)close(fd);
		return NULL;
	}
	if (used && fstat(fd, &sb) == 0 && !S_ISREG(sb.st_mode)) {
		(void)hd_err_set(
		    err, HD_EUSAGE, "cannot read '%s': no regular file", path);
		(void)fclose(f);
		return NULL;
	}
	return f;
}

/* A byte more than is allowed is read, so that the parser can refuse it. */
static int
slurp(const char *path, bool used, struct hd_buf *text, struct hd_err *err)
{
	FILE *f = open_file(path, used, err);
	char chunk[16384];
	size_t n;
	int bad;

	if (f == NULL)
		return -1;
	do {
		n = fread(chunk, 1, sizeof(chunk), f);
		hd_buf_add(text, chunk, n);
	} while (n > 0 && text->n <= HD_RULES_FILE_MAX);
	bad = ferror(f);
	if (bad)
		(void)hd_err_sys(err, "cannot read '%s'", path);
	(void)fclose(f);
	return bad ? -1 : 0;
}

static int
disk_read(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	const struct hd_rulesrc_disk *disk = ctx;

	*resolved = NULL;
	if (strcmp(name, "default") == 0 || strcmp(name, "escalation") == 0) {
		if (disk->pack == NULL)
			return hd_err_set(err, HD_EUSAGE,
			    "the shipped rule pack was not found");
		*resolved = name[0] == 'd'
				? hd_xstrdup(disk->pack)
				: resolve("escalation.rules", disk->pack);
	} else {
		*resolved = resolve(name, from);
	}
	if (slurp(*resolved, from != NULL, text, err) == 0)
		return 0;
	free(*resolved);
	*resolved = NULL;
	return -1;
}

struct hd_rulesrc
hd_rulesrc_disk(struct hd_rulesrc_disk *disk)
{
	return (struct hd_rulesrc){ disk_read, disk };
}
