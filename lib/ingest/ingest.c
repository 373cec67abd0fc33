/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs, sources, and what every record passes: see ingest.h. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"
#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/reader.h"
#include "ingest/rows.h"
#include "ingest/vendor.h"
#include "ingest/words.h"

#define GIANT ((size_t)1024 * 1024)

void
hd_ingest_init(struct hd_ingest *in, const struct hd_ingest_opts *o,
    struct hd_loader *loader)
{
	memset(in, 0, sizeof(*in));
	in->o = o;
	in->loader = loader;
	in->extracted = HD_TIME_NONE;
	hd_jgen_init(&in->gen, false);
}

void
hd_ingest_release(struct hd_ingest *in)
{
	hd_arena_release(&in->arena);
	hd_jgen_release(&in->gen);
	hd_buf_release(&in->text);
	hd_map_release(&in->people);
	hd_map_release(&in->unread);
	hd_map_release(&in->notes);
	free(in->known);
	hd_fold_clear(&in->fold);
	for (int k = 0; k < HD_REC_KINDS; k++)
		hd_map_release(&in->names[k]);
}

static void
report(struct hd_ingest *in, const struct hd_err *err)
{
	struct hd_err e = *err;

	if (!hd_fold_tell(&in->fold, err->msg, in->line))
		return;
	if (in->line > 0)
		(void)hd_err_in(&e, "%s:%zu", in->file, in->line);
	else
		(void)hd_err_in(&e, "%s", in->file);
	if (in->warn != NULL)
		in->warn(in->ctx, &e, 1);
}

void
hd_told(struct hd_ingest *in)
{
	struct hd_err err;
	size_t records;

	for (size_t i = 0; hd_fold_rest(&in->fold, i, &err, &records); i++) {
		(void)hd_err_in(&err, "%s", in->file);
		if (records > 0 && in->warn != NULL)
			in->warn(in->ctx, &err, records);
	}
	hd_fold_clear(&in->fold);
}

enum hd_date_order
hd_order(const struct hd_ingest *in)
{
	return in->o->order != HD_ORDER_UNKNOWN ? in->o->order : in->order;
}

int
hd_reject(struct hd_ingest *in, enum hd_rec_kind kind, const struct hd_err *err)
{
	in->counts[kind].read++;
	in->counts[kind].rejected++;
	report(in, err);
	return 0;
}

int
hd_broken(struct hd_ingest *in, const struct hd_err *err)
{
	in->broken++;
	report(in, err);
	return 0;
}

void
hd_say(struct hd_ingest *in, const char *fmt, ...)
{
	char text[256];
	struct hd_buf b = HD_BUF_INIT;
	va_list ap;

	if (in->note == NULL)
		return;
	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	hd_buf_addf(&b, "%s: %s", in->file, text);
	in->note(in->ctx, b.s);
	hd_buf_release(&b);
}

void
hd_skip(struct hd_ingest *in, enum hd_rec_kind kind)
{
	in->counts[kind].read++;
	in->counts[kind].skipped++;
}

int
hd_set_source(struct hd_ingest *in, const char *vendor, struct hd_str account,
    struct hd_err *err)
{
	char name[sizeof(in->account)] = "";
	size_t n = account.n < sizeof(name) - 1 ? account.n : sizeof(name) - 1;

	if (account.p != NULL)
		memcpy(name, account.p, n);
	if (in->source_set && strcmp(in->vendor, vendor) == 0 &&
	    (account.p == NULL || strcmp(in->account, name) == 0))
		return 0;
	if (hd_loader_source(in->loader,
		in->o->source != NULL ? in->o->source : vendor, vendor,
		account.p != NULL ? hd_str(name) : account, err) != 0)
		return -1;
	memcpy(in->vendor, vendor, strlen(vendor) + 1);
	if (account.p != NULL)
		memcpy(in->account, name, sizeof(name));
	in->source_set = true;
	return 0;
}

void
hd_clean(struct hd_ingest *in, struct hd_str *s)
{
	if (hd_utf8_plain(*s))
		return;
	hd_buf_reset(&in->text);
	in->repaired += hd_utf8_import(&in->text, *s) > 0;
	*s = hd_keep_text(in);
}

struct hd_str
hd_keep_text(struct hd_ingest *in)
{
	struct hd_str s = { hd_arena_memdup(
				&in->arena, hd_buf_cstr(&in->text), in->text.n),
		in->text.n };

	if (in->text.cap > GIANT) /* one copy of it is enough */
		hd_buf_release(&in->text);
	return s;
}

static int
clean_id(struct hd_ingest *in, struct hd_str *id, struct hd_err *err)
{
	if (hd_convert_id(*id, id, err) != 0)
		return -1;
	hd_clean(in, id);
	/* a key is a line in a pipe */
	for (size_t i = 0; i < id->n; i++)
		if ((unsigned char)id->p[i] < 0x20 || id->p[i] == 0x7F)
			return hd_err_set(
			    err, HD_EDATA, "a control character in the id");
	return 0;
}

/* The columns of a kind that name somebody or something by an id. */
static const int ticket_ids[] = { HD_TK_TEAM, HD_TK_ASSIGNEE, HD_TK_REQUESTER,
	HD_TK_ACCOUNT, HD_TK_BRAND, HD_TK_FORM, HD_TK_LINK, -1 };
static const int message_ids[] = { HD_MS_AUTHOR, -1 };
static const int event_ids[] = { HD_EV_ACTOR, -1 };
static const int move_ids[] = { HD_EV_ACTOR, HD_EV_OLD, HD_EV_NEW, -1 };
static const int person_ids[] = { HD_PS_ACCOUNT, -1 };
static const int account_ids[] = { HD_AC_EXTERNAL, -1 };
static const int subscription_ids[] = { HD_SB_ACCOUNT, -1 };

static const int *
id_columns(const struct hd_rec *r)
{
	struct hd_str field;

	switch (r->kind) {
	case HD_REC_TICKET:
		return ticket_ids;
	case HD_REC_MESSAGE:
		return message_ids;
	case HD_REC_EVENT:
		field = r->v[HD_EV_FIELD].s;
		return hd_str_eq(field, "assignee") || hd_str_eq(field, "team")
			   ? move_ids
			   : event_ids;
	case HD_REC_PERSON:
		return person_ids;
	case HD_REC_ACCOUNT:
		return account_ids;
	case HD_REC_SUBSCRIPTION:
		return subscription_ids;
	default:
		return NULL;
	}
}

/* "5101.0" is 5101, wherever it stands. */
static void
whole_ids(struct hd_rec *r)
{
	const int *col = id_columns(r);

	for (; col != NULL && *col >= 0; col++)
		if (r->v[*col].type == HD_CELL_TEXT)
			r->v[*col].s = hd_whole_id(r->v[*col].s);
}

/* The column of a record that names an account, NULL if it has none. */
static struct hd_cell *
account_cell(struct hd_rec *r)
{
	switch (r->kind) {
	case HD_REC_TICKET:
		return &r->v[HD_TK_ACCOUNT];
	case HD_REC_PERSON:
		return &r->v[HD_PS_ACCOUNT];
	case HD_REC_ACCOUNT:
		return &r->v[HD_AC_EXTERNAL];
	case HD_REC_SUBSCRIPTION:
		return &r->v[HD_SB_ACCOUNT];
	default:
		return NULL;
	}
}

/* Ids of accounts, wherever they stand, in the one form that compares. */
static void
crm_ids(struct hd_rec *r)
{
	struct hd_cell *c = account_cell(r);

	if (c != NULL && c->type == HD_CELL_TEXT)
		c->s = hd_crm_id(c->s);
	if (r->kind == HD_REC_ACCOUNT || r->kind == HD_REC_FACT)
		r->id = hd_crm_id(r->id);
}

int
hd_emit(struct hd_ingest *in, struct hd_rec *r, struct hd_err *err)
{
	struct hd_counts *c = &in->counts[r->kind];
	enum hd_put put;
	size_t n;

	if (clean_id(in, &r->id, err) != 0)
		return -1;
	if (hd_rec_of_ticket(r->kind) &&
	    clean_id(in, r->key.p != NULL ? &r->key : &r->ticket, err) != 0)
		return -1;
	whole_ids(r);
	crm_ids(r);
	(void)hd_rec_columns(r->kind, &n);
	for (size_t i = 0; i < n; i++)
		if (r->v[i].type == HD_CELL_TEXT)
			hd_clean(in, &r->v[i].s);
	if (r->kind == HD_REC_MESSAGE)
		hd_rec_int(r, HD_MS_EMPTY,
		    r->v[HD_MS_BODY].type != HD_CELL_TEXT ||
			hd_str_trim(r->v[HD_MS_BODY].s).n == 0);
	if (r->ver == HD_TIME_NONE)
		r->ver = in->extracted;
	if (hd_loader_put(in->loader, r, &put, err) != 0)
		return -1;
	hd_words_unread(in, r);
	c->read++;
	c->put[put]++;
	return 0;
}

static int
read_fd(struct hd_ingest *in, int fd, const char *name, struct hd_err *err)
{
	struct hd_reader r;
	int rc;

	in->file = name;
	in->line = 0;
	hd_reader_init(&r, fd);
	rc = hd_read_any(in, &r, 0, err);
	hd_told(in);
	hd_reader_release(&r);
	return rc;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

bool
hd_looks_like_export(const char *name)
{
	static const char *const ends[] = { ".csv", ".tsv", ".json", ".ndjson",
		".jsonl", ".txt", ".gz", ".zst", ".xz", ".bz2", ".zip", ".tar",
		".tgz", ".xlsx", ".xls", ".ods" };
	const char *slash = strrchr(name, '/');
	const char *dot = strrchr(slash != NULL ? slash + 1 : name, '.');

	if (name[slash != NULL ? slash - name + 1 : 0] == '.')
		return false;
	if (dot == NULL)
		return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (strcasecmp(dot, ends[i]) == 0)
			return true;
	return false;
}

/* What a folder of exports holds beside them is left alone. */
static int
wanted(const struct dirent *d)
{
	return hd_looks_like_export(d->d_name);
}

static int
read_dir(struct hd_ingest *in, const char *path, struct hd_err *err)
{
	struct dirent **list = NULL;
	struct hd_buf b = HD_BUF_INIT;
	int n, r = 0;

	n = scandir(path, &list, wanted, by_name);
	if (n < 0)
		return hd_err_sys(err, "cannot read '%s'", path);
	for (int i = 0; i < n; i++) {
		hd_buf_reset(&b);
		hd_buf_addf(&b, "%s/%s", path, list[i]->d_name);
		in->in_dir = true;
		if (r == 0)
			r = hd_ingest_path(in, b.s, err);
		free(list[i]);
	}
	in->in_dir = false;
	free(list);
	hd_buf_release(&b);
	return r;
}

int
hd_ingest_path(struct hd_ingest *in, const char *path, struct hd_err *err)
{
	struct stat sb;
	int fd, r;

	if (path == NULL)
		return read_fd(in, STDIN_FILENO, "-", err);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &sb) != 0) {
		(void)hd_err_sys(err, "cannot read '%s'", path);
		if (errno == ENOENT)
			err->code = HD_EUSAGE;
		if (fd >= 0)
			(void)close(fd);
		return -1;
	}
	r = S_ISDIR(sb.st_mode) ? read_dir(in, path, err)
				: read_fd(in, fd, path, err);
	(void)close(fd);
	return r;
}
