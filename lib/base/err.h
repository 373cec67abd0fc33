/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ERR_H
#define HD_ERR_H

/*
 * The one error type and the one list of exit statuses.  An error is held by
 * the caller and filled by the function that failed; nothing is allocated on
 * the way.  Anyone may use it.
 */

#if defined(__GNUC__)
#define HD_PRINTF(f, a) __attribute__((format(printf, f, a)))
#define HD_NORETURN	__attribute__((noreturn))
#else
#define HD_PRINTF(f, a)
#define HD_NORETURN
#endif

/* What kind of thing failed; hd_err_exit() turns it into an exit status. */
enum hd_code {
	HD_OK = 0,
	HD_EUSAGE,  /* the user asked for something that cannot be */
	HD_EOPTION, /* the same, and -h would have told */
	HD_EDATA,   /* input that is not what it should be */
	HD_ESYS,    /* I/O, database, memory */
};

/* The exit statuses of every program.  Do not renumber. */
enum hd_exit {
	HD_EXIT_OK = 0,
	HD_EXIT_FINDINGS = 1,
	HD_EXIT_USAGE = 2,
	HD_EXIT_PARTIAL = 3,
	HD_EXIT_FAIL = 4,
};

struct hd_err {
	enum hd_code code;
	char msg[512]; /* one line, no newline, no program name */
};

#define HD_ERR_INIT       \
	{                 \
		HD_OK, "" \
	}

/*
 * Set the error and return -1, so that an error path is one line:
 * return hd_err_set(err, HD_EDATA, "bad timestamp '%s'", s);
 */
int hd_err_set(struct hd_err *err, enum hd_code code, const char *fmt, ...)
    HD_PRINTF(3, 4);

/* The same for a failed system call: appends ": " and strerror(errno). */
int hd_err_sys(struct hd_err *err, const char *fmt, ...) HD_PRINTF(2, 3);

/* Put "context: " before the message; returns -1. */
int hd_err_in(struct hd_err *err, const char *fmt, ...) HD_PRINTF(2, 3);

/* The exit status that a code stands for. */
enum hd_exit hd_err_exit(enum hd_code code);

#endif
