/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is new in a message: see quote.h. */
#include <string.h>

#include "audit/quote.h"

static bool
ends(struct hd_str s, const char *tail)
{
	size_t n = strlen(tail);

	return s.n >= n && memcmp(s.p + s.n - n, tail, n) == 0;
}

/* A line below which everything is history. */
static bool
history(struct hd_str line)
{
	static const char *const heads[] = { "-----Original Message-----",
		"----- Original Message -----",
		"-----Urspr\xC3\xBCngliche Nachricht-----",
		"---------- Forwarded message",
		"________________________________",
		"##- Please type your reply above" };

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (hd_str_starts(line, heads[i]))
			return true;
	return (hd_str_starts(line, "On ") && ends(line, "wrote:")) ||
	       (hd_str_starts(line, "Am ") && ends(line, "schrieb:")) ||
	       (hd_str_starts(line, "Le ") && ends(line, "crit :")) ||
	       (hd_str_starts(line, "El ") && ends(line, "escribi\xC3\xB3:"));
}

void
hd_new_text(struct hd_buf *b, struct hd_str body)
{
	size_t start = b->n;
	struct hd_str rest = body, line;

	while (body.p != NULL && hd_str_split(&rest, '\n', &line)) {
		struct hd_str bare = hd_str_trim(line);

		if (bare.n > 0 && history(bare))
			break;
		if (bare.n > 0 && bare.p[0] == '>')
			continue;
		if (b->n > start)
			hd_buf_addc(b, '\n');
		hd_buf_add(b, line.p, line.n);
	}
	while (b->n > start && strchr(" \t\r\n", b->s[b->n - 1]) != NULL)
		b->n--;
	if (b->s != NULL)
		b->s[b->n] = '\0';
}
