/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as one JSON value: see doc.h. */
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "report/doc_int.h"

void
hd_doc_key(struct hd_doc *d, const char *name)
{
	hd_jgen_cstr(&d->g, name);
}

void
hd_doc_member(struct hd_doc *d, const char *name, struct hd_str s)
{
	hd_doc_key(d, name);
	if (s.p == NULL)
		hd_jgen_null(&d->g);
	else
		hd_jgen_str(&d->g, s);
}

void
hd_doc_cmember(struct hd_doc *d, const char *name, const char *s)
{
	hd_doc_member(
	    d, name, s != NULL ? hd_str(s) : (struct hd_str){ NULL, 0 });
}

static void
time_member(struct hd_doc *d, const char *name, int64_t t)
{
	char iso[HD_TIME_TEXT];

	hd_doc_cmember(d, name, hd_time_iso(t, iso));
}

static void
span_member(struct hd_doc *d, const char *name, const struct hd_dochead *head,
    const struct hd_docspan *s)
{
	hd_doc_key(d, name);
	if (s->name[0] == '\0') {
		hd_jgen_null(&d->g);
		return;
	}
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "name", s->name);
	time_member(d, "since", s->since);
	time_member(d, "until", s->until);
	hd_doc_cmember(d, "zone", head->zone);
	hd_doc_key(d, "small");
	hd_jgen_bool(&d->g, head->small);
	hd_jgen_endobj(&d->g);
}

void
hd_doc_begin(struct hd_doc *d, const struct hd_dochead *head)
{
	memset(d, 0, sizeof(*d));
	d->small = head->small;
	d->same = hd_xcalloc(1, sizeof(*d->same));
	hd_jgen_init(&d->g, true);
	hd_jgen_obj(&d->g);
	hd_doc_key(d, "hs_report");
	hd_jgen_int(&d->g, 1);
	hd_doc_cmember(d, "kind", head->kind);
	hd_doc_cmember(d, "title", head->title);
	hd_doc_cmember(d, "subtitle", head->subtitle);
	hd_doc_member(d, "logo", head->logo);
	hd_doc_cmember(d, "language", "en");
	span_member(d, "period", head, &head->period);
	span_member(d, "before", head, &head->before);
	time_member(d, "asof", head->asof);
	hd_doc_cmember(d, "ruleset", head->ruleset);
	hd_doc_key(d, "sections");
	hd_jgen_arr(&d->g);
}

void
hd_doc_release(struct hd_doc *d)
{
	if (d->same != NULL)
		hd_map_release(d->same);
	free(d->same);
	free(d->figs);
	free(d->used);
	hd_arena_release(&d->arena);
	hd_jgen_release(&d->g);
	memset(d, 0, sizeof(*d));
}

void
hd_doc_finish(struct hd_doc *d, struct hd_buf *b)
{
	assert(d->id == NULL && d->block == HD_BLOCK_NONE);
	hd_jgen_endarr(&d->g);
	hd_doc_figures(d);
	hd_doc_definitions(d);
	hd_jgen_endobj(&d->g);
	hd_jgen_take(&d->g, b);
}

void
hd_doc_section(struct hd_doc *d, const char *id, const char *title)
{
	assert(d->id == NULL);
	d->id = hd_arena_memdup(&d->arena, id, strlen(id));
	d->title = hd_arena_memdup(&d->arena, title, strlen(title));
	d->written = false;
}

void
hd_doc_endsection(struct hd_doc *d)
{
	assert(d->id != NULL && d->block == HD_BLOCK_NONE);
	if (d->written) {
		hd_jgen_endarr(&d->g);
		hd_jgen_endobj(&d->g);
	}
	d->id = NULL;
}

void
hd_doc_block(struct hd_doc *d, enum hd_docblock block, const char *type)
{
	assert(d->id != NULL && d->block == HD_BLOCK_NONE);
	if (!d->written) {
		hd_jgen_obj(&d->g);
		hd_doc_cmember(d, "id", d->id);
		hd_doc_cmember(d, "title", d->title);
		hd_doc_key(d, "blocks");
		hd_jgen_arr(&d->g);
		d->written = true;
	}
	hd_jgen_obj(&d->g);
	hd_doc_cmember(d, "type", type);
	d->block = block;
	d->part = 0;
}

/* --- spans ----------------------------------------------------------------- */

static bool
spans_open(const struct hd_doc *d)
{
	return d->block == HD_BLOCK_PARA ||
	       (d->block == HD_BLOCK_LIST && d->part == 1) ||
	       (d->block == HD_BLOCK_TABLE && d->part == 2);
}

void
hd_doc_text(struct hd_doc *d, struct hd_str s)
{
	assert(spans_open(d));
	hd_jgen_str(&d->g, s);
}

void
hd_doc_words(struct hd_doc *d, const char *fmt, ...)
{
	struct hd_buf b = HD_BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	hd_buf_vaddf(&b, fmt, ap);
	va_end(ap);
	hd_doc_text(d, hd_buf_str(&b));
	hd_buf_release(&b);
}

const char *
hd_doc_asname(enum hd_docas as)
{
	static const char *const names[] = { "text", "range", "both", "xn",
		"delta" };

	return names[as];
}

void
hd_doc_fig(struct hd_doc *d, size_t fig, enum hd_docas as)
{
	assert(spans_open(d));
	hd_jgen_obj(&d->g);
	hd_doc_figmember(d, "figure", fig);
	hd_doc_cmember(d, "as", hd_doc_asname(as));
	hd_jgen_endobj(&d->g);
}

void
hd_doc_ticket(struct hd_doc *d, struct hd_str key)
{
	assert(spans_open(d));
	hd_jgen_obj(&d->g);
	hd_doc_member(d, "ticket", key);
	hd_jgen_endobj(&d->g);
}

/* --- paragraphs and lists -------------------------------------------------- */

void
hd_doc_para(struct hd_doc *d, enum hd_tone tone)
{
	static const char *const names[] = { "plain", "lead", "note", "warn" };

	hd_doc_block(d, HD_BLOCK_PARA, "para");
	hd_doc_cmember(d, "tone", names[tone]);
	hd_doc_key(d, "spans");
	hd_jgen_arr(&d->g);
}

void
hd_doc_say(struct hd_doc *d, enum hd_tone tone, const char *fmt, ...)
{
	struct hd_buf b = HD_BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	hd_buf_vaddf(&b, fmt, ap);
	va_end(ap);
	hd_doc_para(d, tone);
	hd_doc_text(d, hd_buf_str(&b));
	hd_doc_end(d);
	hd_buf_release(&b);
}

void
hd_doc_list(struct hd_doc *d, bool ordered)
{
	hd_doc_block(d, HD_BLOCK_LIST, "list");
	hd_doc_key(d, "ordered");
	hd_jgen_bool(&d->g, ordered);
	hd_doc_key(d, "items");
	hd_jgen_arr(&d->g);
}

void
hd_doc_item(struct hd_doc *d)
{
	assert(d->block == HD_BLOCK_LIST);
	if (d->part == 1)
		hd_jgen_endarr(&d->g);
	hd_jgen_arr(&d->g);
	d->part = 1;
}
