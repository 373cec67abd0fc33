/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages: see lang.h. */
#include <stdlib.h>
#include <string.h>

#include <libexttextcat/textcat.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"

#define FINGERPRINTS "/usr/share/libexttextcat/"
#define ENOUGH	     400 /* bytes of text; more makes it slower, not surer */

struct hd_lang {
	void *h;
	char code[8];
};

struct hd_lang *
hd_lang_open(const char *conf, struct hd_err *err)
{
	struct hd_lang *l = hd_xcalloc(1, sizeof(*l));

	l->h = special_textcat_Init(conf, FINGERPRINTS);
	if (l->h != NULL)
		return l;
	(void)hd_err_set(err, HD_ESYS,
	    "cannot read '%s' or the fingerprints in " FINGERPRINTS
	    ": install libexttextcat-data",
	    conf);
	free(l);
	return NULL;
}

void
hd_lang_close(struct hd_lang *l)
{
	if (l == NULL)
		return;
	textcat_Done(l->h);
	free(l);
}

/* The answer is "[en][nl]", "SHORT" or "UNKNOWN". */
const char *
hd_lang_detect(struct hd_lang *l, struct hd_str text)
{
	const char *answer, *end;
	size_t n;

	text = hd_utf8_head(text, ENOUGH);
	answer = textcat_Classify(l->h, text.p, text.n);
	if (answer == NULL || answer[0] != '[')
		return "";
	end = strchr(++answer, ']');
	n = end != NULL ? (size_t)(end - answer) : 0;
	if (n == 0 || n >= sizeof(l->code))
		return "";
	memcpy(l->code, answer, n);
	l->code[n] = '\0';
	return l->code;
}
