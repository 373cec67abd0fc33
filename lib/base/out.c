/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checked output: see out.h. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/out.h"

#define FLUSH_AT ((size_t)64 * 1024)

int
hd_out_open(struct hd_out *o, const char *path, struct hd_err *err)
{
	struct hd_buf tmp = HD_BUF_INIT;
	struct stat sb;

	*o = (struct hd_out)HD_OUT_INIT;
	if (path == NULL || strcmp(path, "-") == 0) {
		o->fd = STDOUT_FILENO;
		return 0;
	}
	/* a device or a pipe is written to, never replaced */
	if (stat(path, &sb) == 0 && !S_ISREG(sb.st_mode)) {
		o->fd = open(path, O_WRONLY | O_CLOEXEC);
		o->path = hd_xstrdup(path);
		return o->fd >= 0 ? 0
				  : hd_err_sys(err, "cannot write '%s'", path);
	}
	hd_buf_addf(&tmp, "%s.XXXXXX", path);
	o->fd = mkstemp(tmp.s);
	if (o->fd < 0) {
		(void)hd_err_sys(err, "cannot create '%s'", path);
		hd_buf_release(&tmp);
		return -1;
	}
	o->path = hd_xstrdup(path);
	o->tmp = tmp.s; /* taken from the buffer */
	return 0;
}

void
hd_out_flush(struct hd_out *o)
{
	size_t done = 0;
	ssize_t r;

	while (o->error == 0 && done < o->buf.n) {
		r = write(o->fd, o->buf.s + done, o->buf.n - done);
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			o->error = errno;
		else
			done += (size_t)r;
	}
	hd_buf_reset(&o->buf);
}

void
hd_out_add(struct hd_out *o, const char *p, size_t n)
{
	hd_buf_add(&o->buf, p, n);
	if (o->buf.n >= FLUSH_AT)
		hd_out_flush(o);
}

void
hd_out_adds(struct hd_out *o, const char *s)
{
	hd_out_add(o, s, strlen(s));
}

void
hd_out_addf(struct hd_out *o, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	hd_buf_vaddf(&o->buf, fmt, ap);
	va_end(ap);
	if (o->buf.n >= FLUSH_AT)
		hd_out_flush(o);
}

static void
release(struct hd_out *o)
{
	free(o->path);
	free(o->tmp);
	hd_buf_release(&o->buf);
	*o = (struct hd_out)HD_OUT_INIT;
}

/* Give the finished file the mode a plain open(2) would have given it. */
static void
finish_file(struct hd_out *o)
{
	mode_t mask = umask(0);

	(void)umask(mask);
	if (o->tmp == NULL) { /* no file of ours */
		if (close(o->fd) != 0 && o->error == 0)
			o->error = errno;
		return;
	}
	if (o->error == 0 &&
	    fchmod(o->fd, (o->secret ? 0600 : 0666) & ~mask) != 0)
		o->error = errno;
	if (o->error == 0 && fsync(o->fd) != 0)
		o->error = errno;
	if (close(o->fd) != 0 && o->error == 0)
		o->error = errno;
	if (o->error == 0 && rename(o->tmp, o->path) != 0)
		o->error = errno;
	if (o->error != 0)
		(void)unlink(o->tmp);
}

int
hd_out_check(struct hd_out *o, struct hd_err *err)
{
	hd_out_flush(o);
	if (o->error == 0)
		return 0;
	errno = o->error;
	return hd_err_sys(err, "cannot write %s",
	    o->path != NULL ? o->path : "standard output");
}

int
hd_out_close(struct hd_out *o, struct hd_err *err)
{
	int r = 0;

	if (o->fd < 0)
		return 0;
	hd_out_flush(o);
	if (o->path != NULL)
		finish_file(o);
	r = hd_out_check(o, err);
	release(o);
	return r;
}

void
hd_out_abort(struct hd_out *o)
{
	if (o->fd >= 0 && o->path != NULL) {
		(void)close(o->fd);
		if (o->tmp != NULL)
			(void)unlink(o->tmp);
	}
	release(o);
}
