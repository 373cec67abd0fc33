/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters of tokens: see pumpchar.h. */
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "rules/pcre.h"
#include "rules/pumpchar.h"

/* Tried on each set and class, before those that a class is spelled with. */
static const uint32_t common[] = { 'a', '0', ' ', 'x', '\n', '_', '-', '.', ',',
	'@', '!', '/', '\'', '"', '(', ')', '#', '$', '\t', 0xE9, 0xDF, 0x416,
	0x3B1, 0x5B57, 0x3042, 0x4E00, 0xAC00, 0x627, 0x5D0, 0x20AC, 0x301,
	0x1F600, 0x2014 };

static bool
takes(pcre2_code *code, pcre2_match_data *data, uint32_t c)
{
	struct hd_buf b = HD_BUF_INIT;
	int rc;

	hd_utf8_put(&b, c);
	rc = pcre2_match(code, (PCRE2_SPTR)hd_buf_cstr(&b), b.n, 0,
	    PCRE2_ANCHORED | PCRE2_ENDANCHORED, data, NULL);
	hd_buf_release(&b);
	return rc >= 0;
}

static void
try_char(struct hd_pumpchars *to, pcre2_code *code, pcre2_match_data *data,
    uint32_t c)
{
	if (to->n == HD_PUMP_CHARS)
		return;
	for (size_t i = 0; i < to->n; i++)
		if (to->v[i] == c)
			return;
	if (takes(code, data, c))
		to->v[to->n++] = c;
}

static void
many(struct hd_pumpchars *to, struct hd_str text, pcre2_match_data *data)
{
	const char *p = text.p, *end = text.p + text.n;
	pcre2_code *code;
	size_t offset;
	uint32_t c;
	int err;

	code = hd_pcre_compile(text, 0, &err, &offset);
	if (code == NULL)
		return;
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (to->n < HD_PUMP_CHARS / 2)
			try_char(to, code, data, common[i]);
	while (p < end) {
		p += hd_utf8_get(p, end, &c);
		try_char(to, code, data, c);
	}
	pcre2_code_free(code);
}

struct hd_pumpchars *
hd_pumpchars_new(const struct hd_tokens *t, struct hd_str pattern)
{
	struct hd_pumpchars *chars = hd_xcalloc(t->n + 1, sizeof(*chars));
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	const struct hd_token *v;

	for (size_t i = 0; i < t->n && data != NULL; i++) {
		v = &t->v[i];
		if (v->kind == HD_TOKEN_CHAR) {
			chars[i].v[chars[i].n++] = v->c;
		} else if (v->kind == HD_TOKEN_DOT || v->kind == HD_TOKEN_SET ||
			   v->kind == HD_TOKEN_CLASS) {
			many(&chars[i],
			    (struct hd_str){ pattern.p + v->at, v->n }, data);
		}
	}
	pcre2_match_data_free(data);
	return chars;
}
