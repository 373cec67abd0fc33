/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a page in a text: see samewords.h. */
#include <string.h>

#include "base/utf8.h"
#include "escalation/samewords.h"

#define LEAST  4 /* letters of a word that says something */
#define ENDING 2 /* letters at the end that may differ */

/* What any address has, or any talk of pages. */
static bool
any_page(struct hd_str w)
{
	static const char *const words[] = { "http", "https", "html", "index",
		"home", "page", "pages", "site", "view", "show", "edit", "list",
		"detail", "details", "main", "default", "with", "your", "this",
		"seit", "seite", "pagina" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (hd_str_eq(w, words[i]))
			return true;
	return false;
}

/* Small letters without accents; "ue" is how addresses write "ü". */
static void
fold(struct hd_buf *b, struct hd_str w)
{
	size_t out = 0;

	hd_buf_reset(b);
	hd_utf8_unaccented(b, w);
	for (size_t i = 0; i < b->n; i++)
		if (b->s[i] != 'e' || out == 0 ||
		    strchr("aou", b->s[out - 1]) == NULL)
			b->s[out++] = b->s[i];
	b->n = out;
}

static bool
alike(struct hd_str a, struct hd_str b)
{
	size_t shorter = a.n < b.n ? a.n : b.n, n = 0;

	while (n < shorter && a.p[n] == b.p[n])
		n++;
	return n >= LEAST && n + ENDING >= shorter;
}

/* An address begins with a host, which is no word of the page. */
static struct hd_str
path(struct hd_str page)
{
	const char *at = hd_str_find(page, "://");
	struct hd_str host;

	if (at == NULL)
		return page;
	page.n -= (size_t)(at + 3 - page.p);
	page.p = at + 3;
	(void)hd_str_split(&page, '/', &host);
	return page;
}

bool
hd_same_words(struct hd_str page, struct hd_str text)
{
	struct hd_buf a = HD_BUF_INIT, b = HD_BUF_INIT;
	struct hd_str rest = path(page), w, v;
	bool same = false;

	while (!same && hd_utf8_word(&rest, &w)) {
		struct hd_str words = text;

		fold(&a, w);
		if (a.n < LEAST || any_page(w))
			continue;
		while (!same && hd_utf8_word(&words, &v)) {
			fold(&b, v);
			same = alike(hd_buf_str(&a), hd_buf_str(&b));
		}
	}
	hd_buf_release(&a);
	hd_buf_release(&b);
	return same;
}
