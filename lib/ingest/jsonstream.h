/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_JSONSTREAM_H
#define HD_JSONSTREAM_H

#include <yajl/yajl_parse.h>

#include "ingest/reader.h"

/*
 * The streaming parse of arrays and pages, between jsonin.c, which feeds it,
 * jsonstream.c, which cuts records from the events of the parser, and
 * jsonrecover.c, which finds the next record after a broken one.  Offsets count
 * the bytes of the text from its beginning.
 */

enum hd_jlevel {
	HD_LV_PAGE,    /* an object that holds arrays of records */
	HD_LV_RECORDS, /* an array of records */
	HD_LV_OTHER,   /* anything else outside records */
};

/* How records of the array at hand begin, to find one after a broken one. */
struct hd_jsign {
	bool set;
	bool at_line; /* first thing on its line, after indent blanks */
	size_t indent;
	struct hd_buf key;  /* the first member's name */
	struct hd_buf keys; /* all of a sound record's, each with a NUL */
	size_t nkeys;
};

struct hd_jstream {
	struct hd_ingest *in;
	struct hd_reader *r;
	struct hd_err *err;
	yajl_handle h;
	int rc;
	/* containers around records are on a stack, a record is built */
	enum hd_jlevel stack[HD_JSON_DEPTH + 2];
	size_t depth;
	struct hd_jbuild build;
	bool in_record, dropped;
	bool unclosed;	   /* the parser was stopped at a record in a record */
	bool giant;	   /* it was stopped at the end of a giant record */
	size_t deep;	   /* open containers of a dropped record */
	struct hd_buf key; /* last key seen outside records */
	struct hd_buf array; /* the name of the array of records */
	size_t pages;	     /* objects around it */
	bool listed;	     /* there is such an array */
	/* where things are */
	bool replay;		  /* what is parsed is not from the text */
	size_t at;		  /* of the reader's pos */
	size_t at_line;		  /* the line there */
	size_t fed;		  /* bytes from there given to the parser */
	size_t base;		  /* of the bytes being parsed */
	size_t mark, mark_line;	  /* how far lines are counted */
	size_t start, start_line; /* of the record */
	size_t event;		  /* the end of the last value or name */
	size_t floor;		  /* nothing before it is looked at again */
	struct hd_jsign sign;
};

/* A parser in the state of the very beginning. */
int hd_jstream_restart(struct hd_jstream *s, struct hd_err *err);
/* Map the record that was built. */
int hd_jstream_map(struct hd_jstream *s);
/* Give it bytes: 1, or 0 when the parser stopped (see rc). */
int hd_jstream_feed(struct hd_jstream *s, struct hd_str bytes);
/* Where the parser stands, and the line there. */
size_t hd_jstream_here(const struct hd_jstream *s);
size_t hd_jstream_line(struct hd_jstream *s);
/* Know records like the one being built by the names of its members. */
void hd_jstream_keep_keys(struct hd_jstream *s);
void hd_jstream_release(struct hd_jstream *s);

/*
 * The parser stopped on what is not JSON: report that, go to the next sound
 * record and start there; 1, or 0 when none is left, or -1.
 */
int hd_jstream_recover(struct hd_jstream *s, const char *why);
/*
 * The parser stopped at the end of a giant record: map that without the
 * parser's copies of it, and go on behind it; 1, or -1.
 */
int hd_jstream_giant(struct hd_jstream *s);
/*
 * Does the object that begins here, in a record, look like a record of its own,
 * in its place on the line and in its members?
 */
bool hd_jstream_unclosed(const struct hd_jstream *s);
/* Let go of bytes that no recovery needs. */
void hd_jstream_trim(struct hd_jstream *s);

#endif
