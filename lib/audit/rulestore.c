/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule sets on disk and in the database: see rulestore.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/rulestore.h"
#include "base/mem.h"
#include "rules/alike.h"
#include "store/tagging.h"

void
hd_rulefiles_release(struct hd_rulefiles *f)
{
	for (size_t i = 0; i < f->n; i++) {
		free(f->v[i].asked);
		free(f->v[i].name);
		hd_buf_release(&f->v[i].text);
	}
	free(f->v);
	memset(f, 0, sizeof(*f));
}

/* What was asked for: "using file\nname", the operand "\n". */
static char *
question(const char *name, const char *from)
{
	struct hd_buf b = HD_BUF_INIT;

	if (from != NULL)
		hd_buf_addf(&b, "%s\n%s", from, name);
	else
		hd_buf_adds(&b, "\n");
	return b.s; /* taken by the caller */
}

struct recorder {
	struct hd_rulesrc disk;
	struct hd_rulefiles *files;
	const char *title; /* of a file that is on no disk, or NULL */
	struct hd_str top; /* its text */
};

/* From the disk, but for the file that is on none. */
static int
fetch(struct recorder *rec, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	if (rec->title != NULL && from == NULL) {
		*resolved = hd_xstrdup(rec->title);
		hd_buf_add(text, rec->top.p, rec->top.n);
		return 0;
	}
	if (rec->title != NULL && strcmp(from, rec->title) == 0)
		from = NULL;
	return rec->disk.read(rec->disk.ctx, name, from, resolved, text, err);
}

static int
record(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	struct recorder *rec = ctx;
	struct hd_rulefiles *f = rec->files;
	struct hd_rulefiles_one *one;
	size_t start = text->n;

	if (fetch(rec, name, from, resolved, text, err) != 0)
		return -1;
	f->v = hd_grow(f->v, &f->cap, f->n + 1, sizeof(*f->v));
	one = &f->v[f->n++];
	memset(one, 0, sizeof(*one));
	one->asked = question(name, from);
	one->name = hd_xstrdup(*resolved);
	hd_buf_add(&one->text, hd_buf_cstr(text) + start, text->n - start);
	return 0;
}

/* rec says whether a file stands before those on disk. */
static int
load_recorded(struct recorder *rec, const char *name, struct hd_ruleset **rs,
    struct hd_err *err)
{
	struct hd_rulesrc src = { record, rec };

	memset(rec->files, 0, sizeof(*rec->files));
	return hd_ruleset_load(rs, &src, name, err);
}

int
hd_rulestore_read_under(const char *title, struct hd_str text, const char *pack,
    struct hd_ruleset **rs, struct hd_rulefiles *files, struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { pack };
	struct recorder rec = { hd_rulesrc_disk(&disk), files, title, text };

	return load_recorded(&rec, title, rs, err);
}

int
hd_rulestore_read(const char *name, const char *pack, struct hd_ruleset **rs,
    struct hd_rulefiles *files, struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { pack };
	struct recorder rec = { hd_rulesrc_disk(&disk), files, NULL,
		{ NULL, 0 } };

	return load_recorded(&rec, name, rs, err);
}

static int
save_values(struct hd_db *db, const struct hd_ruleset *rs, int64_t id,
    struct hd_err *err)
{
	const struct hd_dim *d;

	for (size_t i = 0; i < rs->ndims; i++) {
		d = &rs->dims[i];
		for (size_t k = 0; k < d->n; k++)
			if (hd_ruleset_put_value(db, id, d->name, (int64_t)k,
				d->values[k], d->many, err) != 0)
				return -1;
	}
	return 0;
}

int
hd_rulestore_save(struct hd_db *db, const struct hd_ruleset *rs,
    const struct hd_rulefiles *files, int64_t *id, struct hd_err *err)
{
	char hash[HD_SHA256_HEX];
	bool made;

	hd_ruleset_hash(rs, hash);
	if (hd_ruleset_put(db, hash, rs->files[0].name, id, &made, err) != 0)
		return -1;
	if (!made)
		return 0;
	for (size_t i = 0; i < files->n; i++)
		if (hd_ruleset_put_file(db, *id, (int64_t)i, files->v[i].name,
			files->v[i].asked, hd_buf_str(&files->v[i].text),
			err) != 0)
			return -1;
	for (size_t i = 0; i < rs->nrules; i++)
		if (hd_ruleset_put_rule(db, *id, (int64_t)i + 1,
			rs->rules[i].id, rs->rules[i].why,
			hd_rule_tests(rs, &rs->rules[i], "cluster."), err) != 0)
			return -1;
	return save_values(db, rs, *id, err);
}

static int
read_stored(void *ctx, const char *name, const char *from, char **resolved,
    struct hd_buf *text, struct hd_err *err)
{
	struct hd_rulestored *s = ctx;
	struct hd_buf file = HD_BUF_INIT;
	char *asked = question(name, from);
	int r = hd_ruleset_get_file(s->db, s->id, asked, &file, text, err);

	free(asked);
	if (r == 1) {
		*resolved = hd_xstrdup(hd_buf_cstr(&file));
		hd_buf_release(&file);
		return 0;
	}
	hd_buf_release(&file);
	return r < 0 ? -1
		     : hd_err_set(err, HD_ESYS,
			   "the stored rule set lacks '%s'", name);
}

struct hd_rulesrc
hd_rulestore_source(struct hd_rulestored *s)
{
	return (struct hd_rulesrc){ read_stored, s };
}

int
hd_rulestore_load(struct hd_db *db, const char *prefix, struct hd_ruleset **rs,
    int64_t *id, struct hd_err *err)
{
	struct hd_rulestored s = { db, 0 };
	struct hd_rulesrc src = hd_rulestore_source(&s);
	int r = hd_ruleset_find(db, prefix, id, err);

	if (r < 0)
		return -1;
	if (r == 0 && prefix != NULL)
		return hd_err_set(
		    err, HD_EUSAGE, "no rule set begins with '%s'", prefix);
	if (r == 0)
		return hd_err_set(
		    err, HD_EUSAGE, "nothing is tagged yet: run hs-tag");
	s.id = *id;
	return hd_ruleset_load(rs, &src, "stored", err);
}

int
hd_rulestore_answers(struct hd_db *db, const struct hd_ruleset *rs, int64_t *id,
    struct hd_err *err)
{
	char hash[HD_SHA256_HEX];
	int r;

	*id = 0;
	hd_ruleset_hash(rs, hash);
	r = hd_ruleset_find(db, hash, id, err);
	if (r == 0)
		r = hd_ruleset_find(db, NULL, id, err);
	return r < 0 ? -1 : 0;
}
