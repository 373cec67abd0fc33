/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal by ncurses: see screen.h. */
#define _XOPEN_SOURCE	 700 /* wcwidth(), and ncurses' wide characters */
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>
#include <term.h>

#include "base/mem.h"
#include "hs-sample/screen.h"

#define WAIT_MS 250 /* a signal between a look and a wait is seen after that */
#define ESC_MS	50  /* what follows an escape sooner belongs to its key */

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
#define SIGNALS (sizeof(signals) / sizeof(signals[0]))

struct hd_screen {
	SCREEN *term;
	struct sigaction before[SIGNALS];
};

static volatile sig_atomic_t stopped;

static void
stop(int sig)
{
	(void)sig;
	stopped = 1;
}

/*
 * Every program runs in the locale C, so that results are the same everywhere.
 * Only the type of characters is changed, and only while the screen is open:
 * ncurses writes and measures characters by it.  It is the user's where that is
 * UTF-8; where nothing is set, C.UTF-8; else C, in which no character beyond ASCII
 * has a width, so that '?' stands for it.
 */
static void
use_locale(void)
{
	const char *all = getenv("LC_ALL"), *was;

	was = setlocale(LC_CTYPE, "");
	if (was != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return;
	if ((all == NULL || all[0] == '\0') &&
	    (was == NULL || strcmp(was, "C") == 0) &&
	    setlocale(LC_CTYPE, "C.UTF-8") != NULL)
		return;
	(void)setlocale(LC_CTYPE, "C");
}

int
hd_screen_cells(uint32_t c)
{
	return c < 0x7F ? c < 0x20 ? -1 : 1 : wcwidth((wchar_t)c);
}

/* Can a terminal of this name place its cursor? */
static bool
places(void)
{
	const char *cup = tigetstr("cup");

	return cup != NULL && cup != (const char *)-1;
}

/* newterm() would say it on standard error, or draw where nothing can be. */
static int
check_terminal(struct hd_err *err)
{
	const char *term = getenv("TERM");
	int why = 0;
	bool can;

	if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1)
		return hd_err_set(err, HD_EUSAGE,
		    "label needs a terminal; without one, use sheet and load");
	if (term == NULL || term[0] == '\0' ||
	    setupterm(term, STDOUT_FILENO, &why) != OK)
		return hd_err_set(err, HD_EUSAGE,
		    "TERM: '%s' is no terminal that is known here",
		    term != NULL ? term : "");
	can = places();
	(void)del_curterm(cur_term);
	return can ? 0
		   : hd_err_set(err, HD_EUSAGE,
			 "TERM: '%s' cannot place its cursor: label needs that; "
			 "without it, use sheet and load",
			 term);
}

static void
catch_signals(struct hd_screen *s)
{
	struct sigaction sa;

	memset(&sa, 0, sizeof(sa));
	sa.sa_handler = stop;
	(void)sigemptyset(&sa.sa_mask);
	stopped = 0;
	for (size_t i = 0; i < SIGNALS; i++)
		(void)sigaction(signals[i], &sa, &s->before[i]);
}

struct hd_screen *
hd_screen_open(struct hd_err *err)
{
	struct hd_screen *s;

	if (check_terminal(err) != 0)
		return NULL;
	s = hd_xcalloc(1, sizeof(*s));
	use_locale();
	catch_signals(s); /* before ncurses would, which ends the process */
	(void)set_escdelay(ESC_MS);
	s->term = newterm(NULL, stdout, stdin);
	if (s->term == NULL) {
		hd_screen_close(s);
		(void)hd_err_set(
		    err, HD_EUSAGE, "TERM: cannot use '%s'", getenv("TERM"));
		return NULL;
	}
	(void)cbreak();
	(void)noecho();
	(void)nonl();
	(void)keypad(stdscr, TRUE);
	(void)nodelay(stdscr, TRUE);
	(void)leaveok(stdscr, FALSE);
	return s;
}

void
hd_screen_close(struct hd_screen *s)
{
	if (s == NULL)
		return;
	if (s->term != NULL) {
		(void)endwin();
		delscreen(s->term);
	}
	for (size_t i = 0; i < SIGNALS; i++)
		(void)sigaction(signals[i], &s->before[i], NULL);
	(void)setlocale(LC_CTYPE, "C");
	free(s);
}

void
hd_screen_size(const struct hd_screen *s, size_t *rows, size_t *cols)
{
	(void)s;
	*rows = (size_t)getmaxy(stdscr);
	*cols = (size_t)getmaxx(stdscr);
}

void
hd_screen_clear(struct hd_screen *s, bool afresh)
{
	(void)s;
	(void)erase();
	if (afresh)
		(void)clearok(stdscr, TRUE);
}

void
hd_screen_put(
    struct hd_screen *s, size_t row, struct hd_str text, enum hd_style style)
{
	static const attr_t look[] = { [HD_STYLE_TEXT] = A_NORMAL,
		[HD_STYLE_TITLE] = A_BOLD,
		[HD_STYLE_QUIET] = A_DIM,
		[HD_STYLE_BAR] = A_REVERSE };

	(void)s;
	(void)attrset((int)look[style]);
	(void)mvaddnstr((int)row, 0, text.p, (int)text.n);
	(void)attrset((int)A_NORMAL);
}

void
hd_screen_show(struct hd_screen *s, int row, int col)
{
	(void)s;
	(void)curs_set(row >= 0);
	if (row >= 0)
		(void)move(row, col);
	(void)refresh();
}

static enum hd_key
special(wint_t code)
{
	static const struct {
		wint_t code;
		enum hd_key key;
	} keys[] = {
		{ KEY_UP, HD_KEY_UP },
		{ KEY_DOWN, HD_KEY_DOWN },
		{ KEY_LEFT, HD_KEY_LEFT },
		{ KEY_RIGHT, HD_KEY_RIGHT },
		{ KEY_PPAGE, HD_KEY_PAGE_UP },
		{ KEY_NPAGE, HD_KEY_PAGE_DOWN },
		{ KEY_HOME, HD_KEY_HOME },
		{ KEY_END, HD_KEY_END },
		{ KEY_ENTER, HD_KEY_ENTER },
		{ KEY_BTAB, HD_KEY_BACK_TAB },
		{ KEY_BACKSPACE, HD_KEY_BACKSPACE },
		{ KEY_RESIZE, HD_KEY_RESIZE },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (keys[i].code == code)
			return keys[i].key;
	return HD_KEY_OTHER;
}

static enum hd_key
character(wint_t code, uint32_t *c)
{
	switch (code) {
	case '\r':
	case '\n':
		return HD_KEY_ENTER;
	case '\t':
		return HD_KEY_TAB;
	case '\b':
	case 0x7F:
		return HD_KEY_BACKSPACE;
	case 0x1B:
		return HD_KEY_ESC;
	case 'L' & 0x1F:
		return HD_KEY_REDRAW;
	default:
		*c = (uint32_t)code;
		return hd_screen_cells(*c) < 0 ? HD_KEY_OTHER : HD_KEY_CHAR;
	}
}

enum hd_key
hd_screen_key(struct hd_screen *s, uint32_t *c)
{
	struct pollfd in = { STDIN_FILENO, POLLIN, 0 };
	wint_t code;
	int r;

	(void)s;
	for (;;) {
		if (stopped)
			return HD_KEY_STOP;
		r = get_wch(&code);
		if (r == KEY_CODE_YES)
			return special(code);
		if (r == OK)
			return character(code, c);
		in.revents = 0;
		(void)poll(&in, 1, WAIT_MS);
		if ((in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
			return HD_KEY_STOP;
	}
}
