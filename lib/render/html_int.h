/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HTML_INT_H
#define HD_HTML_INT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/hash.h"
#include "render/htmlreport.h"

/*
 * What the parts of a page share.  The page is a tree of libxml2, which does
 * all escaping.  The first failure is kept, and what follows it is harmless:
 * nobody needs to look before the end.
 */
struct hd_html {
	xmlDocPtr doc;
	const struct hd_json *model;
	struct hd_map figure; /* id -> place in figures */
	const struct hd_json **figures;
	struct hd_map definition; /* names */
	struct hd_map ids;	  /* of the page so far */
	struct hd_str told; /* the status that is told of all figures here */
	const char *ticket_url; /* NULL: tickets are no links */
	struct hd_err *err;
	bool failed;
};

/* The tree (htmldom.c).  Text is made harmless; class may be NULL. */
void hd_html_fail(struct hd_html *h, const char *fmt, ...) HD_PRINTF(2, 3);
xmlNodePtr hd_html_add(
    struct hd_html *h, xmlNodePtr parent, const char *name, const char *class);
/* An element of nothing but words. */
xmlNodePtr hd_html_adds(struct hd_html *h, xmlNodePtr parent, const char *name,
    const char *class, struct hd_str text);
void hd_html_put(struct hd_html *h, xmlNodePtr at, struct hd_str text);
void hd_html_words(struct hd_html *h, xmlNodePtr at, const char *words);
void hd_html_set(
    struct hd_html *h, xmlNodePtr at, const char *name, struct hd_str value);
void hd_html_setf(struct hd_html *h, xmlNodePtr at, const char *name,
    const char *fmt, ...) HD_PRINTF(4, 5);
/* id="PREFIX-NAME", which must be new; href="#PREFIX-NAME".  prefix may be "" */
void hd_html_id(
    struct hd_html *h, xmlNodePtr at, const char *prefix, struct hd_str name);
void hd_html_href(
    struct hd_html *h, xmlNodePtr at, const char *prefix, struct hd_str name);
/* The id as hd_html_id() writes it, at the end of b. */
void hd_html_name(struct hd_buf *b, const char *prefix, struct hd_str name);

/* An instant without its seconds: "2026-07-01 06:00 UTC". */
void hd_html_time(struct hd_html *h, xmlNodePtr at, struct hd_str iso);

/* A member of an object as a number, NaN where there is none. */
double hd_html_number(const struct hd_json *j, const char *name);
/* 1234567 as "1,234,567", at the end of b. */
void hd_html_grouped(struct hd_buf *b, int64_t n);

/* Figures (htmlfigure.c). */
/* The row of a figure; NULL, and a failure, where there is none. */
const struct hd_json *hd_html_figure(struct hd_html *h, struct hd_str id);
/* A link to its row; as: text, range, both, xn, delta. */
void hd_html_ref(
    struct hd_html *h, xmlNodePtr at, struct hd_str id, struct hd_str as);
/* What is to be told of the status of a number, "unverified"; n 0: nothing. */
struct hd_str hd_html_status(const struct hd_json *figure);
/*
 * The same of all figures, two or more, of these parts of a block (NULL: none),
 * so that it is told once; n 0: they differ, or there is nothing to tell.
 */
struct hd_str hd_html_shared(
    struct hd_html *h, const struct hd_json *const *parts, size_t n);
/*
 * "unverified", where its status is to be told, in an element of HTML or SVG.
 */
void hd_html_badge(struct hd_html *h, xmlNodePtr at, const char *element,
    const struct hd_json *figure);
/* Its text; the number itself goes with it, for programs. */
void hd_html_value(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *figure);
/* What stands for a figure: its text, or the words of its status. */
struct hd_str hd_html_shown(const struct hd_json *figure);
/* The key of a ticket, linked to the helpdesk where its address is known. */
void hd_html_ticket(struct hd_html *h, xmlNodePtr at, struct hd_str key);

/* Blocks (htmlblock.c) and tables (htmltable.c), charts (htmlchart.c). */
void hd_html_block(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *block);
void hd_html_spans(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *spans);
void hd_html_tiles(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *block);
void hd_html_table(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *block);
void hd_html_chart(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *block);
/* A table in a region that scrolls by itself; the caption names both. */
xmlNodePtr hd_html_region(struct hd_html *h, xmlNodePtr at, const char *class,
    const char *prefix, struct hd_str id, struct hd_str caption);
/* <thead><tr>; then a <th scope="col"> each. */
xmlNodePtr hd_html_head(struct hd_html *h, xmlNodePtr table);
xmlNodePtr hd_html_column(
    struct hd_html *h, xmlNodePtr tr, struct hd_str title, bool right);

/* What stands behind the sections (htmlappendix.c). */
void hd_html_figures(struct hd_html *h, xmlNodePtr at);
void hd_html_definitions(struct hd_html *h, xmlNodePtr at);

#endif
