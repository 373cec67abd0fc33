/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REPORT_H
#define HD_REPORT_H

#include "report/doc.h"
#include "store/db.h"

/*
 * A report: its periods, what was asked for, and the document that its sections
 * write.  Each section is a function of its own, `hd_section_NAME()` in
 * s_NAME.c, named in the table of sections.c; it writes blocks into doc, whose
 * section is open already, and one that has nothing to say writes none.
 */
struct hd_redactor;
struct hd_lands;

enum hd_reportkind {
	HD_KIND_DASH = 1,
	HD_KIND_MONTHLY = 2,
	HD_KIND_QUARTERLY = 4,
	HD_KIND_PACK = 8,
};

/* The windows of store/ladder.h, as metrics/compare.h compares them. */
enum hd_reportwin {
	HD_WIN_BEFORE,
	HD_WIN_PERIOD,
};

struct hd_report {
	struct hd_db *db;
	struct hd_doc doc;
	enum hd_reportkind kind;
	struct hd_docspan period; /* what the report is about */
	struct hd_docspan before; /* name "": nothing to compare with */
	struct hd_docspan asked;  /* the month of a small period, else period */
	struct hd_zone zone;
	int64_t asof;	 /* the newest event, or as --asof has it */
	bool small;	 /* few tickets: shares are told as x of n */
	bool own_zone;	 /* not the one that the database has */
	int64_t ruleset; /* id of the active rule set, 0: nothing is tagged */
	struct hd_buf hash; /* the head of its name, in hexadecimal */
	/* tickets created in them, excluded ones left out */
	int64_t tickets, tickets_before, tickets_asked;
	int64_t untagged; /* of the period: new or changed since hs-tag ran */
	/* options */
	int64_t min_n;
	double claimed;		/* the vendor's share, NaN: no claim */
	const char *claimed_as; /* its vendor, NULL: that of most tickets */
	bool show_text;
	size_t jobs;
	const char *pack, *escalation, *languages; /* rule files */
	const char *rules_file;	      /* routing rules to replay, NULL: none */
	const char *page_map;	      /* names of pages, NULL: none */
	struct hd_redactor *redactor; /* for all that people wrote */
	/* told how many sections are written, after each; NULL: nobody */
	void (*written)(void *ctx, size_t sections);
	void *written_ctx;
	/* results */
	struct hd_escsums *escalations; /* escsums.h; NULL: not asked for yet */
	struct hd_reportkeys *keys;	/* measure.c knows them */
	size_t nkeys, capkeys;
	struct hd_lands *lands; /* lands.h knows them */
	struct hd_buf notes;	/* lines for standard error, each ended */
	bool partial;		/* something could not be told: status 3 */
};

struct hd_section {
	const char *id, *title;
	unsigned kinds; /* reports that have it */
	int (*write)(struct hd_report *r, struct hd_err *err);
};

/* In the order of a report, ended by a NULL id. */
extern const struct hd_section hd_sections[];

/*
 * Write the sections of the report's kind into doc, or those named in
 * "summary,layers", in the order of the table.
 */
int hd_report_sections(
    struct hd_report *r, const char *names, struct hd_err *err);
/* -1 with HD_EUSAGE when one is not known; NULL: none is named. */
int hd_report_names(const char *names, struct hd_err *err);
/* One line that is said on standard error once the report is written. */
void hd_report_note(struct hd_report *r, const char *fmt, ...) HD_PRINTF(2, 3);

/* The sections, in the order of a report. */
int hd_section_summary(struct hd_report *r, struct hd_err *err);
int hd_section_layers(struct hd_report *r, struct hd_err *err);
int hd_section_growth(struct hd_report *r, struct hd_err *err);
int hd_section_landscape(struct hd_report *r, struct hd_err *err);
int hd_section_quarter(struct hd_report *r, struct hd_err *err);
int hd_section_moved(struct hd_report *r, struct hd_err *err);
int hd_section_counted(struct hd_report *r, struct hd_err *err);
int hd_section_accuracy(struct hd_report *r, struct hd_err *err);
int hd_section_escalations(struct hd_report *r, struct hd_err *err);
int hd_section_rules(struct hd_report *r, struct hd_err *err);
int hd_section_corrections(struct hd_report *r, struct hd_err *err);
int hd_section_keep(struct hd_report *r, struct hd_err *err);
int hd_section_pages(struct hd_report *r, struct hd_err *err);
int hd_section_pack(struct hd_report *r, struct hd_err *err);

#endif
