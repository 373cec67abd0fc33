/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a header line leaves to be told: see sheet.h. */
#include <string.h>

#include "ingest/alias.h"
#include "ingest/notes.h"
#include "ingest/sheet.h"

#define MOST 12 /* names told of a header */

/* Is some column of the table taken for this? */
static bool
has_target(const struct hd_sheet *t, int col)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->columns[i].what.n; k++)
			if (t->columns[i].what.t[k].col == col)
				return true;
	return false;
}

static bool
has_name(const struct hd_sheet *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++)
		if (hd_str_ieq(t->columns[i].name, name))
			return true;
	return false;
}

/* An amount or a plan by its name, "MRR (EUR)", that is none by our names. */
static bool
is_missed(const struct hd_sheet_column *c)
{
	static const char *const words[] = { "mrr", "arr", "acv", "plan",
		"tier", "contract value", "recurring revenue" };
	struct hd_buf b = HD_BUF_INIT;
	bool found = false;

	if (c->what.n > 1 || (c->what.n == 1 && c->what.t[0].col != HD_T_OTHER))
		return false;
	hd_alias_normal(c->name, &b);
	hd_buf_addc(&b, ' ');
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t n = strlen(words[i]);
		const char *at = hd_str_find(hd_buf_str(&b), words[i]);

		found = found || (at != NULL && (at == b.s || at[-1] == ' ') &&
				     strchr(" (", at[n]) != NULL);
	}
	hd_buf_release(&b);
	return found;
}

/* The names of all columns, or of those that should be known. */
static size_t
names(const struct hd_sheet *t, bool all, struct hd_buf *b)
{
	size_t told = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct hd_sheet_column *c = &t->columns[i];

		if (c->name.n == 0 || (!all && !is_missed(c)))
			continue;
		if (told++ < MOST)
			hd_buf_addf(b, "%s'%.*s'", told > 1 ? ", " : "",
			    (int)(c->name.n < 60 ? c->name.n : 60), c->name.p);
	}
	if (told > MOST)
		hd_buf_addf(b, " and %zu more", told - MOST);
	return told;
}

void
hd_sheet_notes(const struct hd_sheet *t)
{
	struct hd_buf b = HD_BUF_INIT;

	if (t->kind == HD_REC_TICKET && !has_target(t, HD_T_ID)) {
		hd_buf_adds(&b, "no column is known as the id: say 'id = NAME' "
				"in a --map file; there are ");
		(void)names(t, true, &b);
		if (has_name(t, "key"))
			hd_buf_adds(&b, "; a file of labels needs --labels");
		hd_ingest_note(t->in, hd_buf_cstr(&b));
	} else if (t->kind == HD_REC_ACCOUNT) {
		/* a ticket's are kept among its fields */
		hd_buf_adds(&b, "not read, say 'mrr = NAME' or the like in a "
				"--map file: ");
		if (names(t, false, &b) > 0)
			hd_ingest_note(t->in, hd_buf_cstr(&b));
	}
	hd_buf_release(&b);
}
