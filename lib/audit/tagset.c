/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules and models together: see tagset.h. */
#include <string.h>
#include <unistd.h>

#include "audit/tagset.h"

int
hd_source_read(const char *word, enum hd_source *source, struct hd_err *err)
{
	static const struct {
		const char *word;
		enum hd_source source;
	} words[] = { { "both", HD_SOURCE_BOTH }, { "rules", HD_SOURCE_RULES },
		{ "model", HD_SOURCE_MODEL } };

	*source = HD_SOURCE_BOTH;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (word == NULL || strcmp(word, words[i].word) == 0) {
			*source = words[i].source;
			return 0;
		}
	return hd_err_set(
	    err, HD_EOPTION, "--source: rules, model or both, not '%s'", word);
}

/* The same rules under a file that names the models. */
static int
read_with_models(struct hd_tagset *t, const char *name, const char *pack,
    bool alone, struct hd_err *err)
{
	struct hd_buf text = HD_BUF_INIT, title = HD_BUF_INIT;
	struct hd_ruleset *rs;
	struct hd_rulefiles files;
	int r;

	hd_modelset_rules(t->models, t->rs, name, alone, &text);
	hd_buf_addf(&title, "%s" HD_TAGSET_MODELS, t->rs->files[0].name);
	r = hd_rulestore_read_under(
	    hd_buf_cstr(&title), hd_buf_str(&text), pack, &rs, &files, err);
	hd_buf_release(&text);
	hd_buf_release(&title);
	hd_ruleset_free(t->rs);
	hd_rulefiles_release(&t->files);
	t->files = files;
	t->rs = r == 0 ? rs : NULL;
	if (r == 0)
		hd_modelset_bind(t->models, t->rs);
	return r;
}

int
hd_tagset_read(struct hd_tagset *t, const char *name, const char *pack,
    struct hd_db *db, enum hd_source source, struct hd_err *err)
{
	memset(t, 0, sizeof(*t));
	if (hd_rulestore_read(name, pack, &t->rs, &t->files, err) != 0)
		return -1;
	if (t->rs->nrules == 0)
		return hd_err_set(err, HD_EUSAGE,
		    "%s: it has no rule that tags [R105]",
		    t->rs->files[0].name);
	if (source == HD_SOURCE_RULES)
		return 0;
	if (hd_modelset_used(db, &t->models, err) != 0)
		return -1;
	return t->models == NULL ? 0
				 : read_with_models(t, name, pack,
				       source == HD_SOURCE_MODEL, err);
}

int
hd_tagset_load(struct hd_tagset *t, struct hd_db *db, const char *prefix,
    int64_t *id, struct hd_err *err)
{
	memset(t, 0, sizeof(*t));
	if (hd_rulestore_load(db, prefix, &t->rs, id, err) != 0 ||
	    hd_modelset_of(db, *id, &t->models, err) != 0)
		return -1;
	if (t->models != NULL)
		hd_modelset_bind(t->models, t->rs);
	return 0;
}

int
hd_tagset_named(struct hd_tagset *t, const char *name, const char *pack,
    struct hd_db *db, enum hd_source source, struct hd_err *err)
{
	bool hash = name[0] != '\0' &&
		    strspn(name, "0123456789abcdef") == strlen(name) &&
		    access(name, F_OK) != 0;
	int64_t id;

	return hash ? hd_tagset_load(t, db, name, &id, err)
		    : hd_tagset_read(t, name, pack, db, source, err);
}

int
hd_tagset_save(const struct hd_tagset *t, struct hd_db *db, int64_t *id,
    struct hd_err *err)
{
	if (hd_rulestore_save(db, t->rs, &t->files, id, err) != 0)
		return -1;
	return t->models == NULL ? 0
				 : hd_modelset_save(t->models, db, *id, err);
}

void
hd_tagset_release(struct hd_tagset *t)
{
	hd_ruleset_free(t->rs);
	hd_rulefiles_release(&t->files);
	hd_modelset_free(t->models);
	memset(t, 0, sizeof(*t));
}
