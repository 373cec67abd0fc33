/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of tickets without an issue, as tables: see discover.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/discover_int.h"

static const char *const reasons[HD_OUTS] = { "rest", "short", "language",
	"issue", "untagged", "unread" };

static int
begin(struct hd_discover *d, struct hd_table *t, const char *const *names,
    size_t n, bool header, struct hd_found *f, struct hd_err *err)
{
	int64_t id;

	memset(f, 0, sizeof(*f));
	if (hd_discover_ruleset(d, &id, err) != 0 ||
	    hd_table_begin(
		t, d->out, d->format, names, n, d->columns, header, err) != 0)
		return -1;
	if (hd_found_read(d, id, f, err) == 0)
		return 0;
	hd_table_end(t);
	return -1;
}

static void
share(struct hd_table *t, const struct hd_found *f, int64_t n)
{
	hd_table_int(t, n);
	hd_table_real(t, (double)n / (double)f->selected, 6);
}

static void
terms(struct hd_table *t, const struct hd_found *f, const struct hd_draft *d)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str word;

	for (size_t i = 0; i < d->nwords && i < HD_DISCOVER_TERMS; i++) {
		word = hd_words_text(&f->words, d->words[i].word);
		hd_buf_addf(
		    &b, "%s%.*s", i > 0 ? " " : "", (int)word.n, word.p);
	}
	hd_table_text(t, hd_buf_str(&b));
	hd_buf_release(&b);
}

static void
keys(struct hd_table *t, const struct hd_found *f, size_t group)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str key;

	for (size_t i = 0; i < f->groups.sizes[group] && i < HD_DISCOVER_KEYS;
	     i++) {
		key =
		    f->tickets[f->of_row[f->members[f->first[group] + i]]].key;
		hd_buf_addf(&b, "%s%.*s", i > 0 ? " " : "", (int)key.n, key.p);
	}
	hd_table_text(t, hd_buf_str(&b));
	hd_buf_release(&b);
}

static int
group_row(
    struct hd_table *t, struct hd_found *f, size_t group, struct hd_err *err)
{
	struct hd_draft d;
	struct hd_buf name = HD_BUF_INIT;

	memset(&d, 0, sizeof(d));
	if (hd_draft_make(f, (uint32_t)group, &d, err) != 0) {
		hd_draft_release(&d);
		return -1;
	}
	hd_buf_addf(&name, "%zu", group + 1);
	hd_table_text(t, hd_buf_str(&name));
	share(t, f, (int64_t)f->groups.sizes[group]);
	hd_table_real(t, f->groups.alike[group], 2);
	terms(t, f, &d);
	keys(t, f, group);
	hd_table_int(t, (int64_t)d.covers);
	hd_table_int(t, (int64_t)d.others);
	hd_table_row(t);
	hd_draft_release(&d);
	hd_buf_release(&name);
	return 0;
}

static int
print_groups(struct hd_discover *d, struct hd_err *err)
{
	static const char *const names[] = { "group", "tickets", "share",
		"alike", "terms", "keys", "covers", "others" };
	struct hd_found f;
	struct hd_table t;
	int r;

	if (d->columns == NULL && d->format == HD_FMT_TABLE)
		d->columns = "group,tickets,share,alike,terms";
	r = begin(d, &t, names, 8, true, &f, err);

	if (r != 0) {
		hd_found_release(&f);
		return -1;
	}
	for (size_t g = 0; r == 0 && g < f.groups.n; g++)
		r = group_row(&t, &f, g, err);
	for (int i = 0; r == 0 && i < HD_OUTS; i++) {
		if (f.out[i] == 0)
			continue;
		hd_table_cstr(&t, reasons[i]);
		share(&t, &f, f.out[i]);
		for (int k = 0; k < 5; k++)
			hd_table_null(&t);
		hd_table_row(&t);
	}
	hd_table_end(&t);
	hd_found_release(&f);
	return r;
}

static int
print_members(struct hd_discover *d, struct hd_err *err)
{
	static const char *const names[] = { "key", "group", "alike" };
	const struct hd_foundticket *k;
	struct hd_found f;
	struct hd_table t;
	uint32_t group;
	int r = begin(d, &t, names, 3, d->header, &f, err);

	for (size_t i = 0; r == 0 && i < f.n; i++) {
		k = &f.tickets[i];
		group =
		    k->row == SIZE_MAX ? HD_TOPIC_NONE : f.groups.of[k->row];
		hd_table_text(&t, k->key);
		if (group != HD_TOPIC_NONE) {
			hd_table_int(&t, (int64_t)group + 1);
			hd_table_real(&t, f.groups.fit[k->row], 2);
		} else {
			hd_table_null(&t);
			hd_table_null(&t);
		}
		hd_table_row(&t);
	}
	if (r == 0)
		hd_table_end(&t);
	hd_found_release(&f);
	return r;
}

int
hd_discover(struct hd_discover *d, struct hd_err *err)
{
	if (d->least < 2)
		return hd_err_set(err, HD_EOPTION,
		    "--min-size: a group has two tickets at least");
	if (d->draft && (d->members || d->columns != NULL))
		return hd_err_set(err, HD_EOPTION,
		    "--draft writes a rule file: no --members, no -c");
	return d->draft	    ? hd_discover_draft(d, err)
	       : d->members ? print_members(d, err)
			    : print_groups(d, err);
}
