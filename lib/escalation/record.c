/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields, tags and subject as texts: see record.h. */
#include <string.h>

#include "base/json.h"
#include "escalation/record.h"

/* One line, so that a value of several stays with its name. */
static void
add_line(struct hd_buf *b, struct hd_str name, struct hd_str value)
{
	value = hd_str_trim(value);
	if (value.n == 0)
		return;
	hd_buf_add(b, name.p, name.n);
	hd_buf_adds(b, ": ");
	for (size_t i = 0; i < value.n; i++)
		hd_buf_addc(b, value.p[i] == '\n' ? ' ' : value.p[i]);
	hd_buf_addc(b, '\n');
}

static void
add_members(struct hd_buf *b, const struct hd_json *j)
{
	for (j = j != NULL ? j->child : NULL; j != NULL; j = j->next)
		if (j->type != HD_JBOOL)
			add_line(b, j->key.p != NULL ? j->key : hd_str("tag"),
			    hd_json_str(j));
}

const struct hd_message *
hd_record_make(
    enum hd_record which, const struct hd_thread *th, struct hd_arena *arena)
{
	struct hd_message *m = hd_arena_alloc(arena, sizeof(*m));
	struct hd_buf b = HD_BUF_INIT;

	memset(m, 0, sizeof(*m));
	m->at = HD_TIME_NONE;
	m->role = HD_ROLE_SYSTEM;
	if (which == HD_REC_SUBJECT)
		add_line(&b, hd_str("subject"), th->subject);
	else if (which == HD_REC_TAGS)
		add_members(&b, hd_json_read(arena, th->tags));
	else if (which == HD_REC_FIELDS)
		add_members(&b, hd_json_read(arena, th->fields));
	if (b.n > 0)
		m->body = hd_str_keep(arena, hd_buf_str(&b));
	hd_buf_release(&b);
	return m;
}

void
hd_record_line(const struct hd_turn *record, struct hd_str words,
    struct hd_str *name, struct hd_str *value)
{
	struct hd_str rest = record->m->body, line;
	const char *colon;

	*name = *value = (struct hd_str){ NULL, 0 };
	while (words.p != NULL && hd_str_split(&rest, '\n', &line)) {
		colon = hd_str_find(line, ": ");
		if (colon == NULL || words.p < line.p ||
		    words.p > line.p + line.n)
			continue;
		*name = (struct hd_str){ line.p, (size_t)(colon - line.p) };
		*value = (struct hd_str){ colon + 2, line.n - name->n - 2 };
		return;
	}
}
