/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a report: see docread.h. */
#include <stdlib.h>

#include "base/num.h"
#include "render/docread.h"

void
hd_docread_begin(struct hd_docread *r, const struct hd_json *doc)
{
	const struct hd_json *figs = hd_json_get(doc, "figures");
	size_t n = figs != NULL ? figs->count : 0;

	r->doc = doc;
	r->n = 0;
	r->figs = hd_xcalloc(n + 1, sizeof(*r->figs));
	r->noted = hd_xcalloc(n + 1, sizeof(*r->noted));
	for (figs = n > 0 ? figs->child : NULL; figs != NULL; figs = figs->next)
		r->figs[r->n++] = figs;
}

void
hd_docread_release(struct hd_docread *r)
{
	free(r->figs);
	free(r->noted);
	*r = (struct hd_docread){ NULL, NULL, NULL, 0 };
}

size_t
hd_docread_number(const struct hd_docread *r, struct hd_str id)
{
	int64_t v;

	if (id.n < 2 || id.p[0] != 'f' ||
	    !hd_num_int((struct hd_str){ id.p + 1, id.n - 1 }, &v) || v < 1 ||
	    (size_t)v > r->n)
		return 0;
	return (size_t)v;
}

bool
hd_docread_has(const struct hd_json *j, const char *name)
{
	const struct hd_json *v = hd_json_get(j, name);

	return v != NULL && v->type != HD_JNULL;
}

static void
add(struct hd_buf *b, const struct hd_json *j, const char *name)
{
	struct hd_str s = hd_json_str(hd_json_get(j, name));

	hd_buf_add(b, s.p, s.n);
}

void
hd_docread_shown(
    const struct hd_docread *r, struct hd_buf *b, size_t fig, struct hd_str as)
{
	const struct hd_json *f = r->figs[fig - 1];
	bool range = hd_docread_has(f, "range");

	if (hd_str_eq(as, "range") && range)
		add(b, f, "range");
	else if (hd_str_eq(as, "xn") && hd_docread_has(f, "xn"))
		add(b, f, "xn");
	else
		add(b, f, "text");
	if (hd_str_eq(as, "both") && range) {
		hd_buf_adds(b, " (");
		add(b, f, "range");
		hd_buf_addc(b, ')');
	}
}

static void
member(
    struct hd_buf *b, const struct hd_json *f, const char *name, const char *is)
{
	if (!hd_docread_has(f, name))
		return;
	hd_buf_addf(b, "; %s", is);
	add(b, f, name);
}

void
hd_docread_told(const struct hd_docread *r, struct hd_buf *b, size_t fig)
{
	const struct hd_json *f = r->figs[fig - 1];

	add(b, f, "title");
	if (!hd_str_eq(hd_json_at(f, "segment"), "all")) {
		hd_buf_adds(b, ", ");
		add(b, f, "segment");
	}
	hd_buf_adds(b, ": ");
	hd_docread_shown(r, b, fig, hd_str("both"));
	member(b, f, "why", "");
	member(b, f, "x", "x ");
	member(b, f, "n", "n ");
	member(b, f, "N", "N ");
	member(b, f, "status", "");
	member(b, f, "method", "by ");
	member(b, f, "definition", "definition ");
}
