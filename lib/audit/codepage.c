/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook to read: see codepage.h. */
#include "audit/codepage.h"
#include "base/json.h"

#define WRAP 76
#define CELL \
	130 /* columns of a line of a cell: more makes it wider than a screen */
#define WORD 22 /* columns of an answer's word */

/* Answers to what the ticket is about, beside the types of the rule set. */
static const struct hd_choice no_type[] = {
	{ "other", 0, "no type of the rule set fits" },
	{ HD_UNCLEAR, 0, "the ticket does not show it" },
	{ NULL, 0, NULL },
};

static const struct hd_choice none[] = { { NULL, 0, NULL } };

static const struct hd_choice *
choices(enum hd_question q)
{
	const struct hd_choice *k = hd_codebook(q)->choices;

	return k != NULL ? k : q == HD_Q_ISSUE ? no_type : none;
}

int
hd_code_types(
    struct hd_db *db, int64_t sample, struct hd_buf *types, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sample_issues", err);
	struct hd_str s;
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, sample);
	while ((r = hd_stmt_step(st, err)) == 1) {
		s = hd_col_text(st, 0);
		hd_buf_addf(
		    types, "%s%.*s", types->n > 0 ? ", " : "", (int)s.n, s.p);
	}
	hd_stmt_close(st);
	return r;
}

/* Words of text in lines of at most max columns, from column `at` on. */
static void
wrap(struct hd_buf *b, size_t at, const char *indent, size_t max,
    struct hd_str text)
{
	struct hd_str word;
	bool begun = false;

	while (hd_str_split(&text, ' ', &word)) {
		if (begun && at + 1 + word.n > max) {
			hd_buf_addf(b, "\n%s", indent);
			at = hd_str(indent).n;
		} else if (begun) {
			hd_buf_addc(b, ' ');
			at++;
		}
		hd_buf_add(b, word.p, word.n);
		at += word.n;
		begun = true;
	}
}

void
hd_code_cell(enum hd_question q, struct hd_str types, struct hd_buf *b)
{
	const struct hd_codebook *c = hd_codebook(q);

	hd_buf_addf(b, "%s\n%s", c->asks, c->definition);
	for (const struct hd_choice *k = choices(q); k->word != NULL; k++)
		hd_buf_addf(b, "\n%s%s%s", k->word,
		    k->means[0] != '\0' ? ": " : "", k->means);
	if (q == HD_Q_ISSUE && types.n > 0) {
		hd_buf_adds(b, "\nThe types:\n");
		wrap(b, 0, "", CELL, types);
	}
}

/* Words in lines behind an indent, which is `first` for the first of them. */
static void
fill(struct hd_out *out, const char *first, const char *indent,
    struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_adds(&b, first);
	wrap(&b, hd_str(first).n, indent, WRAP, text);
	hd_buf_addc(&b, '\n');
	hd_out_add(out, b.s, b.n);
	hd_buf_release(&b);
}

static void
choice(struct hd_out *out, const struct hd_choice *k, enum hd_codeform f)
{
	const char *colon = k->means[0] != '\0' ? ": " : "";

	if (f == HD_CODE_TEXT)
		hd_out_addf(out, "  %c  %-*s%s\n", k->key != 0 ? k->key : ' ',
		    k->means[0] != '\0' ? WORD : 0, k->word, k->means);
	else if (k->key != 0)
		hd_out_addf(out, "- **%s** (%c)%s%s\n", k->word, k->key, colon,
		    k->means);
	else
		hd_out_addf(out, "- **%s**%s%s\n", k->word, colon, k->means);
}

/* The words, keys and meanings of the answers. */
static void
json_choices(enum hd_question q, struct hd_jgen *g)
{
	char key[2] = "";

	hd_jgen_cstr(g, "choices");
	hd_jgen_arr(g);
	for (const struct hd_choice *k = choices(q); k->word != NULL; k++) {
		key[0] = k->key;
		hd_jgen_obj(g);
		hd_jgen_cstr(g, "word");
		hd_jgen_cstr(g, k->word);
		hd_jgen_cstr(g, "key");
		hd_jgen_cstr(g, key);
		hd_jgen_cstr(g, "means");
		hd_jgen_cstr(g, k->means);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
}

static void
json_page(enum hd_question q, struct hd_str types, struct hd_out *out)
{
	const struct hd_codebook *c = hd_codebook(q);
	struct hd_buf b = HD_BUF_INIT;
	struct hd_jgen g;
	struct hd_str one;

	hd_jgen_init(&g, false);
	hd_jgen_obj(&g);
	hd_jgen_cstr(&g, "question");
	hd_jgen_cstr(&g, c->name);
	hd_jgen_cstr(&g, "asks");
	hd_jgen_cstr(&g, c->asks);
	hd_jgen_cstr(&g, "definition");
	hd_jgen_cstr(&g, c->definition);
	json_choices(q, &g);
	hd_jgen_cstr(&g, "examples");
	hd_jgen_arr(&g);
	hd_jgen_cstr(&g, c->borderline[0]);
	hd_jgen_cstr(&g, c->borderline[1]);
	hd_jgen_endarr(&g);
	if (q == HD_Q_ISSUE && types.n > 0) {
		hd_jgen_cstr(&g, "types");
		hd_jgen_arr(&g);
		while (hd_str_split(&types, ',', &one))
			hd_jgen_str(&g, hd_str_trim(one));
		hd_jgen_endarr(&g);
	}
	hd_jgen_endobj(&g);
	hd_jgen_take(&g, &b);
	hd_buf_addc(&b, '\n');
	hd_out_add(out, b.s, b.n);
	hd_buf_release(&b);
	hd_jgen_release(&g);
}

void
hd_code_page(enum hd_question q, struct hd_str types, enum hd_codeform f,
    struct hd_out *out)
{
	const struct hd_codebook *c = hd_codebook(q);
	const char *indent = f == HD_CODE_MD ? "" : "  ";

	if (f == HD_CODE_JSON) {
		json_page(q, types, out);
		return;
	}
	hd_out_addf(out, f == HD_CODE_MD ? "### `%s`\n\n" : "%s\n", c->name);
	fill(out, indent, indent, hd_str(c->asks));
	hd_out_adds(out, "\n");
	fill(out, indent, indent, hd_str(c->definition));
	if (q == HD_Q_ISSUE && types.n > 0) {
		hd_out_adds(out, "\n");
		fill(out, indent, indent, types);
	}
	if (q != HD_Q_NOTE)
		hd_out_adds(out, "\n");
	for (const struct hd_choice *k = choices(q); k->word != NULL; k++)
		choice(out, k, f);
	hd_out_addf(out, "\n%sOn the border:\n\n", indent);
	for (int i = 0; i < 2; i++)
		fill(out, f == HD_CODE_MD ? "- " : "  ", "  ",
		    hd_str(c->borderline[i]));
}
