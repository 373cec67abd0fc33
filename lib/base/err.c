/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors: see err.h. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"

int
hd_err_set(struct hd_err *err, enum hd_code code, const char *fmt, ...)
{
	va_list ap;

	err->code = code;
	va_start(ap, fmt);
	(void)vsnprintf(err->msg, sizeof(err->msg), fmt, ap);
	va_end(ap);
	return -1;
}

int
hd_err_sys(struct hd_err *err, const char *fmt, ...)
{
	int saved = errno;
	size_t n;
	va_list ap;

	err->code = HD_ESYS;
	va_start(ap, fmt);
	(void)vsnprintf(err->msg, sizeof(err->msg), fmt, ap);
	va_end(ap);
	n = strlen(err->msg);
	(void)snprintf(
	    err->msg + n, sizeof(err->msg) - n, ": %s", strerror(saved));
	return -1;
}

int
hd_err_in(struct hd_err *err, const char *fmt, ...)
{
	char old[sizeof(err->msg)];
	size_t n, m;
	va_list ap;

	memcpy(old, err->msg, sizeof(old));
	va_start(ap, fmt);
	(void)vsnprintf(err->msg, sizeof(err->msg), fmt, ap);
	va_end(ap);
	n = strlen(err->msg);
	/* explicit bounds: the tail of a long message is cut, never the head */
	m = strnlen(old, sizeof(old) - 1);
	if (n + 2 < sizeof(err->msg)) {
		memcpy(err->msg + n, ": ", 2);
		n += 2;
		if (m > sizeof(err->msg) - 1 - n)
			m = sizeof(err->msg) - 1 - n;
		memcpy(err->msg + n, old, m);
		err->msg[n + m] = '\0';
	}
	return -1;
}

enum hd_exit
hd_err_exit(enum hd_code code)
{
	switch (code) {
	case HD_OK:
		return HD_EXIT_OK;
	case HD_EUSAGE:
	case HD_EOPTION:
		return HD_EXIT_USAGE;
	case HD_EDATA:
		return HD_EXIT_PARTIAL;
	case HD_ESYS:
		break;
	}
	return HD_EXIT_FAIL;
}
