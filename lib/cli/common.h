/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COMMON_H
#define HD_COMMON_H

#include "cli/opt.h"

/* Options that mean the same in every program that takes them. */
struct hd_common {
	const char *db, *format, *output, *columns, *where;
	bool header, no_header, nul, quiet, verbose, help, version;
	int64_t jobs;
	/* period */
	const char *since, *until, *last, *month, *quarter, *asof, *by;
	const char *report_tz;
};

#define HD_OPTS_BASE(c)                                             \
	{ 'h', "help", HD_OPT_FLAG, &(c).help, NULL, "this text" }, \
	    { 'q', "quiet", HD_OPT_FLAG, &(c).quiet, NULL,          \
		    "no counts on standard error" },                \
	    { 'v', "verbose", HD_OPT_FLAG, &(c).verbose, NULL,      \
		    "progress and counts on standard error" },      \
	{                                                           \
		'V', "version", HD_OPT_FLAG, &(c).version, NULL,    \
		    "name and version"                              \
	}
#define HD_OPTS_DB(c)                                            \
	{                                                        \
		'd', "db", HD_OPT_STR, &(c).db, "file",          \
		    "database; default $HS_DB, else helpdesk.db" \
	}
#define HD_OPTS_OUT(c)                                                 \
	{ 'f', "format", HD_OPT_STR, &(c).format, "format",            \
		"table, tsv, csv, json, md; default table on a tty" }, \
	    { 'o', "output", HD_OPT_STR, &(c).output, "file",          \
		    "write to file, whole or not at all" },            \
	    { 'c', "columns", HD_OPT_STR, &(c).columns, "col,...",     \
		    "only these columns" },                            \
	{                                                              \
		'H', "header", HD_OPT_FLAG, &(c).header, NULL,         \
		    "a header line over a listing too"                 \
	}
#define HD_OPTS_SELECT(c)                                       \
	{ 'w', "where", HD_OPT_STR, &(c).where, "expr",         \
		"SQL condition over the tickets view" },        \
	{                                                       \
		'0', "null", HD_OPT_FLAG, &(c).nul, NULL,       \
		    "keys on stdin end with NUL, not line feed" \
	}
/* A period in three parts, for a program whose --by is its own. */
#define HD_OPTS_SPAN(c)                                                      \
	{ 0, "since", HD_OPT_STR, &(c).since, "time", "from then on" },      \
	    { 0, "until", HD_OPT_STR, &(c).until, "time", "before then" },   \
	    { 0, "last", HD_OPT_STR, &(c).last, "90d",                       \
		    "whole days before --asof" },                            \
	    { 0, "month", HD_OPT_STR, &(c).month, "2026-10", "that month" }, \
	    { 0, "quarter", HD_OPT_STR, &(c).quarter, "2026Q3",              \
		    "that quarter" },                                        \
	{                                                                    \
		0, "asof", HD_OPT_STR, &(c).asof, "time",                    \
		    "as if it were then; default the newest event"           \
	}
#define HD_OPTS_ZONE(c)                                                  \
	{                                                                \
		0, "report-tz", HD_OPT_STR, &(c).report_tz, "zone",      \
		    "zone in which days are cut; default as stored, UTC" \
	}
#define HD_OPTS_PERIOD(c)                                              \
	HD_OPTS_SPAN(c),                                               \
	    { 0, "by", HD_OPT_STR, &(c).by, "which",                   \
		    "created, solved or handoff decides the period" }, \
	    HD_OPTS_ZONE(c)
#define HD_OPTS_JOBS(c)                                  \
	{                                                \
		'j', "jobs", HD_OPT_INT, &(c).jobs, "n", \
		    "threads; default one a core"        \
	}

#endif
