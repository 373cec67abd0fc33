/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MAPFILE_H
#define HD_MAPFILE_H

#include "base/err.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/tstamp.h"
#include "ingest/mapping.h"

/* What a user's file says of an export: see Mapping files in hs-formats(5). */

/* A line "column = name" of a mapping file. */
struct hd_map_line {
	struct hd_target t;
	struct hd_str column, name; /* as written */
	size_t line;
	size_t next; /* another line of this name, or 0; counted from 1 */
	bool met;    /* the export has the name */
};

/* "where name = value", or with "!=". */
struct hd_map_where {
	struct hd_str name, value;
	bool differs;
	size_t first, line; /* index of the first one of this name */
	bool met;
};

/* A parsed --map FILE. */
struct hd_mapping {
	const char *path;
	enum hd_rec_kind kind;
	bool kind_set;
	char vendor[16];   /* "" when the file does not say */
	struct hd_zone tz; /* of times without a zone */
	bool tz_set;
	struct hd_map names; /* normalised name -> number of its first line */
	struct hd_map_line *lines;
	size_t n, cap;
	struct hd_map_where *wheres;
	size_t n_wheres, cap_wheres;
	struct hd_map words; /* column and word -> index of values */
	struct hd_str *values;
	size_t n_values, cap_values;
	struct hd_arena arena;
};

/*
 * The error names file and line.  path is
 * borrowed until release.
 */
int hd_mapping_read(struct hd_mapping *m, const char *path, struct hd_err *err);
void hd_mapping_release(struct hd_mapping *m);

/*
 * Does the file say what the records are?  One of value words, which may say
 * of what type these are, goes with any export.
 */
bool hd_mapping_shapes(const struct hd_mapping *m);
/* The value a word of a column stands for; p NULL when the file does not say. */
struct hd_str hd_mapping_word(const struct hd_mapping *m, enum hd_rec_kind kind,
    int col, struct hd_str word);

#endif
