/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * After a broken record: the next place where a record like those before it
 * begins.  It is looked for from the byte after the broken one's beginning,
 * because a missing quote is noticed only in its neighbour.  `{"name":` cannot
 * stand inside a string, where its quotes have backslashes; that it is no
 * object nested in the broken record is told by its place on the line and by
 * its members.
 */
#include <string.h>

#include "ingest/page.h"
#include "ingest/jsonstream.h"
#include "ingest/vendor.h"

#define LOOKBACK ((size_t)1024 * 1024) /* of a giant record */
#define TRIAL	 ((size_t)256 * 1024)  /* to see a candidate's members */

/* What the parser is to believe it has read. */
enum begin {
	BEGIN_RECORD, /* of the array that was being read */
	BEGIN_ARRAY,  /* "users": [ of a page */
	BEGIN_PAGE,   /* {"tickets": [ */
	GO_ON,	      /* behind a record of the array that was being read */
};

/* A candidate is read as far as it goes. */
struct trial {
	const struct hd_jsign *sign;
	size_t depth, members, shared;
	bool whole;
};

static bool
has_key(const struct hd_jsign *sign, struct hd_str key)
{
	struct hd_str rest = hd_buf_str(&sign->keys), name;

	while (hd_str_split(&rest, '\0', &name))
		if (hd_str_same(name, key))
			return true;
	return false;
}

static int
trial_open(void *ctx)
{
	((struct trial *)ctx)->depth++;
	return 1;
}

static int
trial_end(void *ctx)
{
	struct trial *t = ctx;

	t->whole = --t->depth == 0;
	return !t->whole;
}

static int
trial_key(void *ctx, const unsigned char *p, size_t n)
{
	struct trial *t = ctx;

	if (t->depth == 1) {
		t->members++;
		t->shared +=
		    has_key(t->sign, (struct hd_str){ (const char *)p, n });
	}
	return 1;
}

static const yajl_callbacks trial_callbacks = {
	.yajl_start_map = trial_open,
	.yajl_map_key = trial_key,
	.yajl_end_map = trial_end,
	.yajl_start_array = trial_open,
	.yajl_end_array = trial_end,
};

/* Is what begins here a record like the sound one before? */
static bool
like_record(const struct hd_jsign *sign, struct hd_str s)
{
	struct trial t = { sign, 0, 0, 0, false };
	yajl_handle h = yajl_alloc(&trial_callbacks, NULL, &t);
	yajl_status st;

	if (h == NULL)
		return false;
	(void)yajl_config(h, yajl_dont_validate_strings, 1);
	st = yajl_parse(h, (const unsigned char *)s.p, s.n);
	yajl_free(h);
	if (sign->nkeys == 0) /* a pair may well be a custom field */
		return t.whole && t.members > (sign->at_line ? 0 : 2);
	if (t.shared * 2 >= sign->nkeys)
		return true;
	return st == yajl_status_ok && t.shared > 0; /* a giant */
}

static struct hd_str
skip_blanks(struct hd_str s)
{
	while (s.n > 0 &&
	       (*s.p == ' ' || *s.p == '\t' || *s.p == '\n' || *s.p == '\r'))
		s = (struct hd_str){ s.p + 1, s.n - 1 };
	return s;
}

/* "name" and a colon: the name, and what follows. */
static bool
take_name(struct hd_str *s, struct hd_str *name)
{
	const char *end;

	*s = skip_blanks(*s);
	if (s->n < 2 || *s->p != '"')
		return false;
	end = memchr(s->p + 1, '"', s->n - 1);
	if (end == NULL)
		return false;
	*name = (struct hd_str){ s->p + 1, (size_t)(end - s->p) - 1 };
	*s = (struct hd_str){ end + 1, s->n - name->n - 2 };
	*s = skip_blanks(*s);
	if (s->n == 0 || *s->p != ':')
		return false;
	*s = (struct hd_str){ s->p + 1, s->n - 1 };
	return true;
}

/* "users": [, one of the arrays that stand beside each other in a page. */
static bool
begins_array(struct hd_str s)
{
	struct hd_str name;

	if (!take_name(&s, &name) || !hd_is_page_array(name))
		return false;
	s = skip_blanks(s);
	return s.n > 0 && *s.p == '[';
}

/* Is the brace at p, in a text that begins at first, on its line as it was? */
static bool
stands_alike(const struct hd_jsign *sign, const char *first, const char *p)
{
	size_t indent = 0;

	while (p > first && (p[-1] == ' ' || p[-1] == '\t')) {
		p--;
		indent++;
	}
	return !sign->at_line ||
	       (indent == sign->indent && (p == first || p[-1] == '\n'));
}

static bool
begins_record(const struct hd_jsign *sign, const char *first, struct hd_str s)
{
	struct hd_str rest = { s.p + 1, s.n - 1 }, name;

	if (!sign->set || !stands_alike(sign, first, s.p) ||
	    !take_name(&rest, &name))
		return false;
	if (sign->key.n > 0 && !hd_str_same(name, hd_buf_str(&sign->key)))
		return false;
	return like_record(
	    sign, (struct hd_str){ s.p, s.n < TRIAL ? s.n : TRIAL });
}

bool
hd_jstream_unclosed(const struct hd_jstream *s)
{
	const char *first = s->r->buf.s + s->r->pos;
	const char *end = s->r->buf.s + s->r->buf.n;
	const char *p = first + (hd_jstream_here(s) - 1 - s->at);

	/* without a sound record before, it may be a part of this one */
	return s->sign.at_line && s->sign.nkeys > 0 &&
	       begins_record(
		   &s->sign, first, (struct hd_str){ p, (size_t)(end - p) });
}

/* Is it here?  s begins at a brace or bracket. */
static bool
begins(const struct hd_jsign *sign, const char *first, struct hd_str s,
    enum begin *what, size_t *skip)
{
	struct hd_str rest = { s.p + 1, s.n - 1 };

	*skip = 0;
	if (*s.p == '{') {
		*what = BEGIN_PAGE;
		if (begins_array(rest))
			return true;
		*what = BEGIN_RECORD;
		return begins_record(sign, first, s);
	}
	rest = skip_blanks(rest);
	if (rest.n == 0 || *rest.p != ',')
		return false;
	*what = BEGIN_ARRAY;
	*skip = (size_t)(rest.p - s.p) + 1;
	return begins_array((struct hd_str){ rest.p + 1, rest.n - 1 });
}

/* Go on to this offset: what is before is let go. */
static void
go(struct hd_jstream *s, size_t to)
{
	struct hd_buf *b = &s->r->buf;
	const char *p = b->s + s->r->pos, *end = p + (to - s->at);

	while ((p = memchr(p, '\n', (size_t)(end - p))) != NULL) {
		s->at_line++;
		p++;
	}
	s->r->pos += to - s->at;
	s->fed = s->fed > to - s->at ? s->fed - (to - s->at) : 0;
	s->at = to;
}

void
hd_jstream_trim(struct hd_jstream *s)
{
	size_t end = s->at + s->fed, keep = end;

	if (s->in_record && s->start < keep)
		keep = s->start;
	else if (!s->in_record && s->floor < keep)
		keep = s->floor;
	if (end - keep > LOOKBACK)
		keep = end - LOOKBACK;
	if (keep > s->mark)
		keep = s->mark;
	if (keep > s->at)
		go(s, keep);
}

/* The next candidate from `from` on; 0 at the end of the input. */
static int
search(struct hd_jstream *s, size_t from, enum begin *what)
{
	struct hd_reader *r = s->r;
	const char *first, *p, *end;
	size_t skip, left;

	for (;;) {
		hd_reader_fill(r, from - s->at + TRIAL);
		first = r->buf.s + r->pos;
		end = r->buf.s + r->buf.n;
		for (p = first + (from - s->at); p < end; p++) {
			left = (size_t)(end - p);
			if (left < TRIAL && !r->eof)
				break; /* see more of it */
			if ((*p == '{' || *p == ']') &&
			    begins(&s->sign, first, (struct hd_str){ p, left },
				what, &skip)) {
				go(s, s->at + (size_t)(p - first) + skip);
				return 1;
			}
		}
		from = s->at + (size_t)(p - first);
		if (p == end && r->eof)
			return 0;
		/* the blanks before a brace are looked at */
		go(s, from - (from - s->at < 256 ? from - s->at : 256));
	}
}

/* Have the parser believe that it stands before what was found. */
static int
replay(struct hd_jstream *s, enum begin what)
{
	struct hd_buf b = HD_BUF_INIT;
	yajl_status st;

	if (hd_jstream_restart(s, s->err) != 0)
		return -1;
	if (what == BEGIN_ARRAY)
		hd_buf_adds(&b, "{\"records\":[],");
	if ((what == BEGIN_RECORD || what == GO_ON) && s->listed) {
		for (size_t i = 0; i < s->pages; i++)
			hd_buf_adds(&b, "{\"records\":");
		hd_buf_adds(&b, what == GO_ON ? "[0" : "[");
		if (what == GO_ON)
			hd_buf_addc(&b, ' '); /* ends the number */
	}
	s->replay = true;
	st = yajl_parse(s->h, (const unsigned char *)hd_buf_cstr(&b), b.n);
	s->replay = false;
	hd_buf_release(&b);
	return st == yajl_status_ok
		   ? 0
		   : hd_err_set(s->err, HD_ESYS, "cannot go on in JSON");
}

/* Start anew at the reader's pos. */
static int
start_there(struct hd_jstream *s, enum begin what)
{
	s->fed = 0;
	s->base = s->mark = s->at;
	s->mark_line = s->at_line;
	s->event = s->at;
	s->floor = s->at + 1;
	return replay(s, what) == 0 ? 1 : -1;
}

/* Say what was wrong, where, and where reading goes on. */
static void
tell(struct hd_jstream *s, const char *why, size_t line, bool found)
{
	s->in->line = line;
	if (found)
		(void)hd_err_set(s->err, HD_EDATA, "%s: reading on at line %zu",
		    why, s->at_line);
	else
		(void)hd_err_set(s->err, HD_EDATA, "%s", why);
	(void)hd_broken(s->in, s->err);
}

int
hd_jstream_giant(struct hd_jstream *s)
{
	size_t depth = s->depth;

	s->giant = false;
	yajl_free(s->h);
	s->h = NULL;
	if (hd_jstream_map(s) != 0)
		return -1;
	go(s, s->floor);
	return start_there(s, depth > 0 ? GO_ON : BEGIN_PAGE);
}

/* No sound record was met yet: what the broken one showed must do. */
static void
learn(struct hd_jstream *s)
{
	if (s->in_record && !s->dropped && s->sign.nkeys == 0 &&
	    s->build.root != NULL && s->build.root->count > 2)
		hd_jstream_keep_keys(s);
}

int
hd_jstream_recover(struct hd_jstream *s, const char *why)
{
	size_t from = s->floor, line = hd_jstream_line(s);
	bool told = s->in_record && s->dropped, found;
	enum begin what = BEGIN_RECORD;

	if (s->in_record) {
		line = s->start_line;
		from = s->start + 1;
	}
	if (from < s->at)
		from = s->at;
	learn(s);
	found = search(s, from, &what) == 1;
	if (!told)
		tell(s, s->unclosed ? "the record is not closed" : why, line,
		    found);
	s->unclosed = false;
	return found ? start_there(s, what) : 0;
}
