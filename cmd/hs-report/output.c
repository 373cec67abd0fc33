/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats of a report: see hs-report.h. */
#include <string.h>

#include "hs-report/hs-report.h"
#include "render/docmd.h"
#include "render/doctext.h"
#include "render/htmlreport.h"

/* What a file name asks for: "x.html". */
static const char *
extension(const char *path)
{
	static const char *const known[] = { "md", "html", "json" };
	const char *dot = path != NULL ? strrchr(path, '.') : NULL;

	for (size_t i = 0; dot != NULL && i < 3; i++)
		if (strcmp(dot + 1, known[i]) == 0)
			return known[i];
	return "text";
}

int
hd_report_format(enum hd_reportformat *f, struct hd_err *err)
{
	static const char *const words[] = { "text", "md", "html", "json" };
	const struct hd_common *c = &hd_reportopts.common;
	const char *word = c->format != NULL ? c->format : extension(c->output);

	for (int i = HD_REPORT_TEXT; i <= HD_REPORT_JSON; i++)
		if (strcmp(word, words[i]) == 0) {
			*f = (enum hd_reportformat)i;
			return 0;
		}
	return hd_err_set(err, HD_EUSAGE,
	    "-f: unknown format '%s': text, md, html or json", word);
}

int
hd_report_render(struct hd_ctx *ctx, const struct hd_buf *json,
    enum hd_reportformat f, struct hd_err *err)
{
	const struct hd_html_opts html = { hd_reportopts.ticket_url };
	struct hd_arena arena = HD_ARENA_INIT;
	const struct hd_json *doc;
	int r = 0;

	if (f == HD_REPORT_JSON) {
		hd_out_add(&ctx->out, json->s, json->n);
		return 0;
	}
	doc = hd_json_parse(&arena, hd_buf_str(json), err);
	if (doc == NULL)
		r = -1;
	else if (f == HD_REPORT_HTML)
		r = hd_html_report(doc, &html, &ctx->out, err);
	else if (f == HD_REPORT_TEXT)
		hd_doctext(doc, &ctx->out);
	else
		hd_docmd(doc, html.ticket_url, &ctx->out);
	hd_arena_release(&arena);
	return r;
}
