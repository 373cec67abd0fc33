/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DOC_H
#define HD_DOC_H

#include "base/json.h"
#include "base/tstamp.h"
#include "render/figure.h"

/*
 * A report as one JSON value, which renderers only render: sections of blocks,
 * the figures they speak of, and the definitions of those.  Blocks that hold
 * others are begun, filled and ended with hd_doc_end(); more of them are in
 * blocks.h.  Text given is copied.  A wrong order of calls is an assertion.
 */

#define HD_DOC_NONE SIZE_MAX /* no figure */

enum hd_docas {
	HD_AS_TEXT,  /* "22.0 %" */
	HD_AS_RANGE, /* "18.4 % to 26.1 %" */
	HD_AS_BOTH,  /* "22.0 % (18.4 % to 26.1 %)" */
	HD_AS_XN,    /* "12 of 18" */
	HD_AS_DELTA, /* of a change */
};

enum hd_tone {
	HD_TONE_PLAIN,
	HD_TONE_LEAD, /* the sentence to read if only one is read */
	HD_TONE_NOTE,
	HD_TONE_WARN, /* what is wrong with the data */
};

/*
 * A figure and what goes with it.  Text and range are worked out once, by its unit:
 * share (0-1, as per cent), points (a difference of shares), seconds (a duration),
 * hours (seconds, as hours), cents (money), count, ratio, score (a mean of marks).
 */
struct hd_docfig {
	struct hd_figure f;
	const char *title; /* "Deflection" */
	const char *unit;
	const char *currency;	   /* "EUR"; NULL: not known */
	bool change;		   /* a difference: always with a sign */
	const char *why;	   /* why there is no number; NULL: none */
	const char *sources;	   /* of the definition; NULL: none */
	struct hd_str query, list; /* p NULL: none */
	const struct hd_str *keys; /* tickets, some */
	size_t nkeys;
	int64_t more;	       /* tickets beyond those */
	size_t from[2], nfrom; /* figures that a difference is of */
};

struct hd_dochead {
	const char *kind, *title, *subtitle;
	struct hd_str logo; /* data: URL, p NULL: none */
	struct hd_docspan {
		char name[24]; /* "2026-06" */
		int64_t since, until;
	} period, before; /* before.name "": there is none */
	const char *zone;
	bool small; /* few tickets: shares are told as "12 of 18" */
	int64_t asof;
	const char *ruleset; /* NULL: nothing is tagged */
};

struct hd_doc {
	struct hd_jgen g;
	struct hd_arena arena;
	struct hd_docown *figs; /* registered; docfig.c knows them */
	size_t nfigs, capfigs;
	size_t *used, nused, capused; /* handles in the order of first use */
	struct hd_map *same;	      /* metric, segment, query -> handle */
	bool small;
	/* the section and the block that are open */
	const char *id, *title;
	bool written; /* the section has a block */
	int block, part;
};

/* Begin; release in the end whatever happened. */
void hd_doc_begin(struct hd_doc *d, const struct hd_dochead *head);
void hd_doc_release(struct hd_doc *d);
void hd_doc_finish(struct hd_doc *d, struct hd_buf *b); /* appended */

/* A section without a block does not appear. */
void hd_doc_section(struct hd_doc *d, const char *id, const char *title);
void hd_doc_endsection(struct hd_doc *d);

/*
 * Register a figure; the handle by which blocks name it.  The same metric,
 * segment and query again is the same figure.  Give figures of the period the
 * segment "all" or "issue=...", those of the one before it "period=2026-05" and
 * "period=2026-05,issue=...".  Only figures that are used appear.
 */
size_t hd_doc_figure(struct hd_doc *d, const struct hd_docfig *f);
/* That of a handle, borrowed until the next is registered; it shows a number. */
const struct hd_figure *hd_doc_known(const struct hd_doc *d, size_t fig);
bool hd_doc_shown(const struct hd_doc *d, size_t fig);
/* The first registered, HD_DOC_NONE: none is. */
size_t hd_doc_find(
    const struct hd_doc *d, const char *metric, const char *segment);
bool hd_doc_used(const struct hd_doc *d, size_t fig);
/* Its tickets, told later than the rest: for those that are used. */
void hd_doc_keys(struct hd_doc *d, size_t fig, const struct hd_str *keys,
    size_t n, int64_t more);

/* Spans: of a paragraph, an item of a list, a cell. */
void hd_doc_words(struct hd_doc *d, const char *fmt, ...) HD_PRINTF(2, 3);
void hd_doc_text(struct hd_doc *d, struct hd_str s);
void hd_doc_fig(struct hd_doc *d, size_t fig, enum hd_docas as);
void hd_doc_ticket(struct hd_doc *d, struct hd_str key);
/* End the block, or the cell of spans. */
void hd_doc_end(struct hd_doc *d);
void hd_doc_para(struct hd_doc *d, enum hd_tone tone); /* or with its words: */
void hd_doc_say(struct hd_doc *d, enum hd_tone tone, const char *fmt, ...)
    HD_PRINTF(3, 4);
void hd_doc_list(struct hd_doc *d, bool ordered);
void hd_doc_item(struct hd_doc *d); /* ends the one before */

#endif
