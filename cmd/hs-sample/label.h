/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LABEL_H
#define HD_LABEL_H

#include "audit/desk.h"
#include "cli/narrow.h"
#include "hs-sample/screen.h"

/*
 * The terminal reviewer: label.c begins and ends it, labelkeys.c does what a key
 * asks for, labelview.c shows it.
 */
enum hd_label_mode {
	HD_LABEL_ASK,  /* the question waits, or all is done */
	HD_LABEL_BOOK, /* its page of the codebook is shown */
	/* another terminal stored something else: is this to replace it? */
	HD_LABEL_OTHERWISE,
	HD_LABEL_RETRY, /* it could not be stored: again? */
};

struct hd_label {
	struct hd_db *db;
	struct hd_desk desk;
	struct hd_verdicts *verdicts;
	struct hd_screen *screen;
	enum hd_label_mode mode;
	struct hd_str value;	 /* what is to be stored, in desk's arena */
	bool undo;		 /* the last answer is to be withdrawn */
	struct hd_narrow issues; /* of the question issue */
	struct hd_edit note;	 /* of the question note */
	struct hd_buf said, warning;
	struct hd_lines page, bottom; /* the ticket or codebook; the question */
	size_t height;		      /* rows of the page */
	size_t top;		      /* its first line shown */
	size_t shown;		      /* ticket that the page was made of */
	bool stale;		      /* page is to be made again */
	size_t input;		      /* line of bottom with the cursor */
	size_t column;
	bool quit;
};

#define HD_LABEL_ROWS 10
#define HD_LABEL_COLS 40

/* Do what a key asks for. */
int hd_label_key(
    struct hd_label *l, enum hd_key key, uint32_t c, struct hd_err *err);
/* Go to the next question and begin with it. */
int hd_label_next(struct hd_label *l, struct hd_err *err);
/* Draw everything; the database is read when the ticket is another. */
int hd_label_draw(struct hd_label *l, bool afresh, struct hd_err *err);

#endif
