/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the terminal reviewer shows: see label.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "hs-sample/label.h"

#define ROOMY 18 /* rows from which every choice has its own */
#define WIDE  64 /* columns from which the top line is in words */

/* "l  low     at most one system ...". */
static void
add_choices(struct hd_lines *to, const struct hd_choice *k)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t w = 0;

	for (const struct hd_choice *x = k; x->word != NULL; x++)
		w = strlen(x->word) > w ? strlen(x->word) : w;
	for (; k->word != NULL; k++) {
		hd_buf_reset(&b);
		hd_buf_addf(
		    &b, " %c  %-*s  %s", k->key, (int)w, k->word, k->means);
		hd_lines_pair(
		    to, hd_buf_str(&b), hd_str(""), " ", HD_STYLE_TEXT);
	}
	hd_buf_release(&b);
}

/* The same, one beside the other. */
static void
flow_choices(struct hd_lines *to, const struct hd_choice *k)
{
	struct hd_buf b[8] = { HD_BUF_INIT };
	struct hd_str words[8] = { { NULL, 0 } };
	size_t n = 0;

	for (; k->word != NULL && n < 8; k++, n++) {
		hd_buf_addf(&b[n], "%c %s", k->key, k->word);
		words[n] = hd_buf_str(&b[n]);
	}
	hd_lines_flow(to, words, n, HD_STYLE_TEXT);
	for (size_t i = 0; i < n; i++)
		hd_buf_release(&b[i]);
}

static void
add_book(const struct hd_label *l, struct hd_lines *to)
{
	const struct hd_codebook *c = hd_codebook(hd_desk_question(&l->desk));

	hd_lines_add(to, hd_str(c->asks), 0, HD_STYLE_TITLE);
	hd_lines_add(to, hd_str(""), 0, HD_STYLE_TEXT);
	hd_lines_add(to, hd_str(c->definition), 0, HD_STYLE_TEXT);
	hd_lines_add(to, hd_str(""), 0, HD_STYLE_TEXT);
	for (const struct hd_choice *k = c->choices;
	     k != NULL && k->word != NULL; k++) {
		hd_lines_add(to, hd_str(k->word), 0, HD_STYLE_TITLE);
		if (k->means[0] != '\0')
			hd_lines_add(to, hd_str(k->means), 4, HD_STYLE_TEXT);
	}
	hd_lines_add(to, hd_str("\nOn the borderline:"), 0, HD_STYLE_TEXT);
	for (size_t i = 0; i < 2; i++)
		hd_lines_add(to, hd_str(c->borderline[i]), 4, HD_STYLE_TEXT);
}

/* The words that fit what was typed, the chosen one in brackets. */
static void
add_issues(struct hd_label *l, size_t rows)
{
	const struct hd_narrow *w = &l->issues;
	struct hd_lines *to = &l->bottom, all = { .n = 0 };
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str *words;
	size_t *at, from = 0;

	words = hd_xcalloc(w->nfits + 1, sizeof(*words));
	at = hd_xcalloc(w->nfits + 1, sizeof(*at));
	for (size_t i = 0; i < w->nfits; i++) {
		at[i] = b.n;
		hd_buf_addf(&b, i == w->chosen ? "[%.*s]" : "%.*s",
		    (int)w->v[w->fits[i]].n, w->v[w->fits[i]].p);
	}
	at[w->nfits] = b.n;
	for (size_t i = 0; i < w->nfits; i++)
		words[i] = (struct hd_str){ b.s + at[i], at[i + 1] - at[i] };
	hd_lines_begin(&all, to->width, to->cells);
	hd_lines_flow(&all, words, w->nfits, HD_STYLE_TEXT);
	for (size_t i = 0; w->chosen < w->nfits && i < all.n; i++)
		if (memchr(hd_lines_at(&all, i).p, '[',
			hd_lines_at(&all, i).n) != NULL)
			from = i - i % rows;
	for (size_t i = from; i < from + rows; i++)
		hd_lines_add(to, i < all.n ? hd_lines_at(&all, i) : hd_str(""),
		    0, HD_STYLE_TEXT);
	hd_lines_release(&all);
	hd_buf_release(&b);
	free(words);
	free(at);
}

/* "> what is typed", with the cursor in it. */
static void
add_input(struct hd_label *l, const struct hd_edit *e)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str part =
	    hd_edit_view(e, l->bottom.width - 3, l->bottom.cells, &l->column);

	hd_buf_adds(&b, "> ");
	hd_buf_add(&b, part.p, part.n);
	l->input = l->bottom.n;
	l->column += 2;
	hd_lines_pair(
	    &l->bottom, hd_buf_str(&b), hd_str(""), " ", HD_STYLE_TEXT);
	hd_buf_release(&b);
}

/* As many hints as fit into a row. */
static void
add_hints(struct hd_label *l, const char *const *hints)
{
	struct hd_buf b = HD_BUF_INIT;

	for (; *hints != NULL; hints++)
		if (b.n + 2 + strlen(*hints) <= l->bottom.width)
			hd_buf_addf(&b, "%s%s", b.n > 0 ? "  " : "", *hints);
	hd_lines_add(&l->bottom, hd_buf_str(&b), 0, HD_STYLE_QUIET);
	hd_buf_release(&b);
}

static void
add_help(struct hd_label *l)
{
	static const char *const choice[] = { "? codebook", "q quit", "U undo",
		"S skip ticket", "s skip", "b back", "arrows, space scroll",
		NULL };
	static const char *const empty[] = { "? codebook", "q quit", "U undo",
		"s leaves it empty", "S skip ticket", "b back", "arrows scroll",
		NULL };
	static const char *const issue[] = { "Enter takes", "Tab next",
		"Q quit", "Esc skips", "U undo", "? codebook", "S skip ticket",
		"B back", NULL };
	static const char *const note[] = { "Enter stores",
		"Esc leaves it empty", "arrows move and scroll", NULL };
	static const char *const book[] = { "any key goes on",
		"arrows, space scroll", NULL };
	static const char *const done[] = { "q quit", "U undo", "b back",
		NULL };

	if (l->warning.n > 0)
		hd_lines_add(
		    &l->bottom, hd_buf_str(&l->warning), 0, HD_STYLE_TITLE);
	else if (l->mode == HD_LABEL_BOOK)
		add_hints(l, book);
	else if (l->desk.at == l->desk.n)
		add_hints(l, done);
	else if (hd_desk_question(&l->desk) == HD_Q_ISSUE)
		add_hints(l, issue);
	else if (hd_desk_question(&l->desk) == HD_Q_NOTE)
		add_hints(l, note);
	else
		add_hints(l,
		    hd_desk_may_be_empty(&l->desk, l->desk.q) ? empty : choice);
}

static void
add_question(struct hd_label *l, bool roomy)
{
	const struct hd_codebook *c = hd_codebook(hd_desk_question(&l->desk));
	struct hd_str stored =
	    hd_desk_ticket(&l->desk)->answer[hd_desk_question(&l->desk)];
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_adds(&b, c->asks);
	if (stored.p != NULL && c->choices != NULL)
		hd_buf_addf(&b, " (stored: %.*s)", (int)stored.n, stored.p);
	hd_lines_add(&l->bottom, hd_buf_str(&b), 0, HD_STYLE_TITLE);
	hd_buf_release(&b);
	if (c->choices != NULL && roomy)
		add_choices(&l->bottom, c->choices);
	else if (c->choices != NULL)
		flow_choices(&l->bottom, c->choices);
	else if (hd_desk_question(&l->desk) == HD_Q_ISSUE) {
		add_input(l, &l->issues.typed);
		add_issues(l, roomy ? 4 : 2);
	} else
		add_input(l, &l->note);
}

/* All below the page but the rule above it, which tells what is shown of it. */
static void
make_bottom(struct hd_label *l, size_t rows, size_t cols)
{
	hd_lines_begin(&l->bottom, cols, hd_screen_cells);
	l->input = SIZE_MAX;
	if (l->mode == HD_LABEL_ASK && l->desk.at < l->desk.n)
		add_question(l, rows >= ROOMY);
	add_help(l);
	l->height = rows > l->bottom.n + 3 ? rows - l->bottom.n - 2 : 1;
}

static int
make_page(struct hd_label *l, size_t cols, struct hd_err *err)
{
	if (!l->stale && l->shown == l->desk.at && l->page.width == cols)
		return 0;
	hd_lines_begin(&l->page, cols, hd_screen_cells);
	if (l->shown != l->desk.at || l->mode == HD_LABEL_BOOK)
		l->top = 0;
	l->stale = false;
	l->shown = l->desk.at;
	if (l->mode == HD_LABEL_BOOK)
		add_book(l, &l->page);
	else if (l->desk.at < l->desk.n)
		return hd_desk_show(&l->desk, l->db, &l->page, err);
	else
		hd_lines_add(&l->page,
		    hd_str("Every ticket is reviewed. Thank you."), 0,
		    HD_STYLE_TITLE);
	return 0;
}

static void
draw_top(struct hd_label *l)
{
	struct hd_lines bar = { .n = 0 };
	struct hd_buf a = HD_BUF_INIT, b = HD_BUF_INIT;
	const struct hd_desk *d = &l->desk;
	size_t place, n;

	hd_buf_addf(&a, " %.*s  %zu of %zu done", (int)d->sample.name.n,
	    d->sample.name.p, hd_desk_done(d), d->n);
	if (d->at < d->n) {
		n = hd_desk_asked(d, &place);
		hd_buf_addf(&a, "  %.*s", (int)hd_desk_ticket(d)->key.n,
		    hd_desk_ticket(d)->key.p);
		hd_buf_addf(&b,
		    l->page.width < WIDE ? " %zu/%zu "
					 : " question %zu of %zu ",
		    place, n);
	}
	hd_lines_begin(&bar, l->page.width, hd_screen_cells);
	hd_lines_pair(&bar, hd_buf_str(&a), hd_buf_str(&b), " ", HD_STYLE_BAR);
	hd_screen_put(l->screen, 0, hd_lines_at(&bar, 0), HD_STYLE_BAR);
	hd_lines_release(&bar);
	hd_buf_release(&a);
	hd_buf_release(&b);
}

/* "-- emotion: neutral ------------ lines 1-14 of 43 --". */
static void
draw_rule(struct hd_label *l, size_t row)
{
	const char *dash = hd_screen_cells(0x2500) == 1 ? "\u2500" : "-";
	size_t last =
	    l->top + l->height < l->page.n ? l->top + l->height : l->page.n;
	struct hd_lines rule = { .n = 0 };
	struct hd_buf a = HD_BUF_INIT, b = HD_BUF_INIT;

	if (l->said.n > 0)
		hd_buf_addf(&a, "%s%s %s ", dash, dash, l->said.s);
	if (l->page.n > l->height)
		hd_buf_addf(&b, " lines %zu-%zu of %zu %s%s", l->top + 1, last,
		    l->page.n, dash, dash);
	hd_lines_begin(&rule, l->page.width, hd_screen_cells);
	hd_lines_pair(
	    &rule, hd_buf_str(&a), hd_buf_str(&b), dash, HD_STYLE_QUIET);
	hd_screen_put(l->screen, row, hd_lines_at(&rule, 0), HD_STYLE_QUIET);
	hd_lines_release(&rule);
	hd_buf_release(&a);
	hd_buf_release(&b);
}

static void
draw_small(struct hd_label *l, size_t rows, size_t cols)
{
	struct hd_lines text = { .n = 0 };
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_addf(&b,
	    "This terminal has %zux%zu cells, too few: %dx%d are "
	    "needed. q quits.",
	    cols, rows, HD_LABEL_COLS, HD_LABEL_ROWS);
	hd_lines_begin(&text, cols, hd_screen_cells);
	hd_lines_add(&text, hd_buf_str(&b), 0, HD_STYLE_TEXT);
	for (size_t i = 0; i < text.n && i < rows; i++)
		hd_screen_put(
		    l->screen, i, hd_lines_at(&text, i), HD_STYLE_TEXT);
	hd_screen_show(l->screen, -1, 0);
	hd_lines_release(&text);
	hd_buf_release(&b);
}

static void
draw_lines(struct hd_label *l, const struct hd_lines *from, size_t first,
    size_t row, size_t rows)
{
	for (size_t i = 0; i < rows && first + i < from->n; i++)
		hd_screen_put(l->screen, row + i, hd_lines_at(from, first + i),
		    from->v[first + i].style);
}

int
hd_label_draw(struct hd_label *l, bool afresh, struct hd_err *err)
{
	size_t rows, cols, below;

	hd_screen_size(l->screen, &rows, &cols);
	hd_screen_clear(l->screen, afresh || l->shown != l->desk.at);
	if (rows < HD_LABEL_ROWS || cols < HD_LABEL_COLS) {
		draw_small(l, rows, cols);
		return 0;
	}
	make_bottom(l, rows, cols);
	if (make_page(l, cols, err) != 0)
		return -1;
	if (l->top + l->height > l->page.n)
		l->top = l->page.n > l->height ? l->page.n - l->height : 0;
	below = 1 + l->height;
	draw_top(l);
	draw_lines(l, &l->page, l->top, 1, l->height);
	draw_rule(l, below);
	draw_lines(l, &l->bottom, 0, below + 1, rows - below - 1);
	hd_screen_show(l->screen,
	    l->input < l->bottom.n ? (int)(below + 1 + l->input) : -1,
	    (int)l->column);
	return 0;
}
