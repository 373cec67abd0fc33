/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule files read again with another text: see retext.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/retext.h"

static int
read_once(struct hd_retext *s, int64_t *slot, const char *name,
    const char *from, struct hd_err *err)
{
	struct hd_retext_file c = { NULL, HD_BUF_INIT };

	if (s->under->read(s->under->ctx, name, from, &c.name, &c.text, err) <
	    0) {
		hd_buf_release(&c.text);
		return -1;
	}
	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	s->v[s->n] = c;
	*slot = (int64_t)s->n++;
	return 0;
}

static int
read_file(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	struct hd_retext *s = ctx;
	struct hd_buf key = HD_BUF_INIT;
	const struct hd_retext_file *c;
	int64_t *slot;

	hd_buf_addf(&key, "%s\n%s", from != NULL ? from : "", name);
	slot = hd_map_put(&s->seen, hd_buf_str(&key), -1);
	hd_buf_release(&key);
	if (*slot < 0 && read_once(s, slot, name, from, err) < 0)
		return -1;
	c = &s->v[*slot];
	*resolved = hd_xstrdup(c->name);
	if (s->changed != NULL && strcmp(s->changed, c->name) == 0)
		hd_buf_add(text, s->text.p, s->text.n);
	else
		hd_buf_add(text, hd_buf_cstr(&c->text), c->text.n);
	return 0;
}

void
hd_retext_release(struct hd_retext *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->v[i].name);
		hd_buf_release(&s->v[i].text);
	}
	free(s->v);
	hd_map_release(&s->seen);
}

struct hd_rulesrc
hd_retext_source(struct hd_retext *s)
{
	return (struct hd_rulesrc){ read_file, s };
}
