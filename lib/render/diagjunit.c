/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as the XML that CI services take for JUnit's: see diagfmt.h.  The
 * message stands in the attribute and first in the body, because GitLab shows
 * the body alone; no times, because the same input gives the same bytes.
 */
#include <libxml/xmlwriter.h>
#include <string.h>

#include "base/utf8.h"
#include "render/diagfmt_int.h"

struct junit {
	xmlTextWriterPtr w;
	const struct hd_diagreport *r;
	struct hd_map seen; /* names of findings, which must be unique */
	bool failed;	    /* the writer could not */
};

/* What XML 1.0 can hold: controls are dropped, bad bytes U+FFFD. */
static void
clean(struct hd_buf *b, const char *s)
{
	const char *end = s + strlen(s);
	uint32_t c;

	while (s < end) {
		s += hd_utf8_get(s, end, &c);
		if ((c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0xFFFE) ||
		    c >= 0x10000 || c == '\t' || c == '\n')
			hd_utf8_put(b, c);
	}
}

static const xmlChar *
xml(const char *s)
{
	return (const xmlChar *)s;
}

static void
try(struct junit *j, int got)
{
	if (got < 0)
		j->failed = true;
}

static void
begin(struct junit *j, const char *element)
{
	try(j, xmlTextWriterStartElement(j->w, xml(element)));
}

static void
end(struct junit *j)
{
	try(j, xmlTextWriterEndElement(j->w));
}

static void
attribute(struct junit *j, const char *name, const char *value)
{
	struct hd_buf b = HD_BUF_INIT;

	clean(&b, value);
	try(j,
	    xmlTextWriterWriteAttribute(j->w, xml(name), xml(hd_buf_cstr(&b))));
	hd_buf_release(&b);
}

static void
attribute_number(struct junit *j, const char *name, size_t n)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b, "%zu", n);
	attribute(j, name, hd_buf_cstr(&b));
	hd_buf_release(&b);
}

static void
body(struct junit *j, const char *s)
{
	struct hd_buf b = HD_BUF_INIT;

	clean(&b, s);
	try(j, xmlTextWriterWriteString(j->w, xml(hd_buf_cstr(&b))));
	hd_buf_release(&b);
}

static void
begin_case(struct junit *j, const struct hd_place *at, const char *name)
{
	begin(j, "testcase");
	attribute(j, "classname", at->file);
	attribute(j, "name", name);
	attribute(j, "file", at->file);
	if (at->line > 0)
		attribute_number(j, "line", at->line);
}

/* type is NULL where there is none; place and more come after the message. */
static void
outcome(struct junit *j, const char *element, const char *type,
    const char *message, const char *more)
{
	begin(j, element);
	attribute(j, "message", message);
	if (type != NULL)
		attribute(j, "type", type);
	body(j, message);
	body(j, more);
	end(j);
}

static void
finding(struct junit *j, const struct hd_diag *d)
{
	struct hd_buf name = HD_BUF_INIT, text = HD_BUF_INIT,
		      more = HD_BUF_INIT;
	int64_t nth;

	hd_diag_name(&name, d);
	nth = hd_diag_ordinal(&j->seen, d->at.file, hd_buf_cstr(&name));
	if (nth > 1)
		hd_buf_addf(&name, " #%d", (int)nth);
	hd_diag_text(&text, d);
	hd_buf_addc(&more, '\n');
	hd_diag_place(&more, &d->at);
	for (size_t i = 0; i < d->nrelated; i++) {
		hd_buf_addc(&more, '\n');
		hd_diag_place(&more, &d->related[i].at);
		hd_buf_addf(&more, ": %s", d->related[i].message);
	}
	begin_case(j, &d->at, hd_buf_cstr(&name));
	outcome(j, "failure", d->id, hd_buf_cstr(&text), hd_buf_cstr(&more));
	end(j);
	hd_buf_release(&name);
	hd_buf_release(&text);
	hd_buf_release(&more);
}

static void
result(struct junit *j, const struct hd_result *r)
{
	struct hd_buf text = HD_BUF_INIT, more = HD_BUF_INIT;

	begin_case(j, &r->at, r->name);
	hd_result_text(&text, r);
	hd_buf_addc(&more, '\n');
	hd_diag_place(&more, &r->at);
	if (r->outcome == HD_FAILED)
		outcome(j, "failure", "case", hd_buf_cstr(&text),
		    hd_buf_cstr(&more));
	else if (r->outcome == HD_ERRORED)
		outcome(j, "error", "gave up", hd_buf_cstr(&text),
		    hd_buf_cstr(&more));
	else if (r->outcome != HD_PASSED)
		outcome(j, "skipped", NULL, hd_buf_cstr(&text), "");
	end(j);
	hd_buf_release(&text);
	hd_buf_release(&more);
}

struct counts {
	size_t tests, failures, errors, skipped;
};

static void
count(const struct hd_diagreport *r, const char *file, struct counts *c)
{
	const struct hd_diags *d = r->diags;
	const struct hd_result *t;

	memset(c, 0, sizeof(*c));
	for (size_t i = 0; i < d->n; i++)
		if (hd_diag_fails(&d->v[i], r->fail_on) &&
		    strcmp(d->v[i].at.file, file) == 0)
			c->failures++;
	c->tests = c->failures;
	for (t = d->results; t < d->results + d->nresults; t++) {
		if (strcmp(t->at.file, file) != 0)
			continue;
		c->tests++;
		c->failures += t->outcome == HD_FAILED;
		c->errors += t->outcome == HD_ERRORED;
		c->skipped += t->outcome == HD_SKIPPED || t->outcome == HD_TODO;
	}
	c->tests += c->tests == 0;
}

static void
attribute_counts(struct junit *j, const struct counts *c)
{
	attribute_number(j, "tests", c->tests);
	attribute_number(j, "failures", c->failures);
	attribute_number(j, "errors", c->errors);
	attribute_number(j, "skipped", c->skipped);
}

/* What fails nothing is told without being a case. */
static void
remarks(struct junit *j, const char *file)
{
	const struct hd_diags *d = j->r->diags;
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < d->n; i++) {
		if (strcmp(d->v[i].at.file, file) != 0 ||
		    !hd_diag_open(&d->v[i]) ||
		    hd_diag_fails(&d->v[i], j->r->fail_on))
			continue;
		hd_diag_line(&b, &d->v[i]);
		hd_buf_addc(&b, '\n');
	}
	if (b.n > 0) {
		begin(j, "system-out");
		body(j, hd_buf_cstr(&b));
		end(j);
	}
	hd_buf_release(&b);
}

static void
suite(struct junit *j, const char *file)
{
	const struct hd_diags *d = j->r->diags;
	struct hd_place at = { .file = file, .line = 1 };
	struct counts c;

	count(j->r, file, &c);
	begin(j, "testsuite");
	attribute(j, "name", file);
	attribute(j, "file", file);
	attribute_counts(j, &c);
	for (size_t i = 0; i < d->n; i++)
		if (hd_diag_fails(&d->v[i], j->r->fail_on) &&
		    strcmp(d->v[i].at.file, file) == 0)
			finding(j, &d->v[i]);
	for (size_t i = 0; i < d->nresults; i++)
		if (strcmp(d->results[i].at.file, file) == 0)
			result(j, &d->results[i]);
	if (c.failures + c.errors == 0 && c.tests == 1 && c.skipped == 0 &&
	    j->r->diags->nresults == 0) {
		begin_case(j, &at, j->r->command);
		end(j);
	}
	remarks(j, file);
	end(j);
}

/* Rules that do not load: the one case there is could not be run. */
static void
bail(struct junit *j)
{
	struct hd_place at = { .file =
				   j->r->nfiles > 0 ? j->r->files[0] : "-" };
	struct counts c = { .tests = 1, .errors = 1 };
	const struct hd_diags *d = j->r->diags;
	struct hd_buf why = HD_BUF_INIT;

	for (size_t i = 0; i < d->n; i++)
		if (hd_diag_open(&d->v[i])) {
			hd_buf_addc(&why, '\n');
			hd_diag_line(&why, &d->v[i]);
		}
	begin(j, "testsuite");
	attribute(j, "name", at.file);
	attribute_counts(j, &c);
	begin_case(j, &at, j->r->command);
	outcome(j, "error", "load", j->r->bail, hd_buf_cstr(&why));
	end(j);
	end(j);
	hd_buf_release(&why);
}

static void
document(struct junit *j)
{
	const struct hd_diagreport *r = j->r;
	struct hd_buf name = HD_BUF_INIT;
	struct hd_suites s;

	hd_buf_addf(&name, "%s %s", r->tool, r->command);
	try(j, xmlTextWriterSetIndent(j->w, 1));
	try(j, xmlTextWriterStartDocument(j->w, NULL, "UTF-8", NULL));
	begin(j, "testsuites");
	attribute(j, "name", hd_buf_cstr(&name));
	hd_suites_make(&s, r);
	if (r->bail != NULL)
		bail(j);
	else
		for (size_t i = 0; i < s.map.count; i++)
			suite(j, s.map.entries[i].key);
	end(j);
	try(j, xmlTextWriterEndDocument(j->w));
	hd_suites_release(&s);
	hd_buf_release(&name);
}

int
hd_diags_junit(
    const struct hd_diagreport *r, struct hd_out *out, struct hd_err *err)
{
	struct junit j = { .r = r, .seen = HD_MAP_INIT };
	xmlBufferPtr xml = xmlBufferCreate();

	if (xml != NULL)
		j.w = xmlNewTextWriterMemory(xml, 0);
	if (j.w == NULL) {
		if (xml != NULL)
			xmlBufferFree(xml);
		return hd_err_set(err, HD_ESYS, "no XML writer");
	}
	document(&j);
	xmlFreeTextWriter(j.w);
	if (!j.failed)
		hd_out_add(out, (const char *)xmlBufferContent(xml),
		    (size_t)xmlBufferLength(xml));
	xmlBufferFree(xml);
	hd_map_release(&j.seen);
	return j.failed ? hd_err_set(err, HD_ESYS, "the XML writer failed") : 0;
}
