/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The truth, the users and organizations, and the accounts. */
#include <csv.h>
#include <stdio.h>

#include "gen/emit.h"

static const char *const item_names[GEN_NITEMS] = {
	"order number",
	"invoice number",
	"error message",
	"device",
	"date",
	"amount",
	"phone number",
	"e-mail address",
	"browser",
	"project",
	"product",
	"tracking number",
	"card digits",
	"customer number",
	"asset tag",
};

static void
repeats(struct hd_jgen *g, const struct gen_story *st)
{
	gen_karr(g, "repeats");
	for (size_t i = 0; i < st->nrepeats; i++) {
		hd_jgen_obj(g);
		gen_kstr(g, "item", item_names[st->repeats[i].item]);
		gen_kint(g, "asked_in", st->repeats[i].asked_in);
		gen_kint(g, "given_in", st->repeats[i].given_in);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
}

void
gen_emit_truth(struct gen_files *fs, const struct gen_story *st)
{
	static const char *const vendor[] = { "zendesk", "intercom",
		"freshdesk" };
	static const char *const path[] = { "ai_only", "ai_to_human",
		"human_only", "no_reply" };
	static const char *const level[] = { "low", "medium", "high" };
	static const char *const mood[] = { "neutral", "frustrated",
		"high-stakes" };
	static const char *const why[] = { NULL, "spam", "test", "merged",
		"outbound" };
	struct hd_jgen *g = &fs->f[GEN_OUT_TRUTH].g;
	bool talk = st->excluded == GEN_COUNTED;
	char s[GEN_VALUE];

	(void)snprintf(
	    s, sizeof(s), "%s:%lld", vendor[st->vendor], (long long)st->id);
	hd_jgen_obj(g);
	gen_kstr(g, "key", s);
	gen_kstr(g, "path", path[st->path]);
	gen_kid(g, "handoff_message", st->handoff);
	gen_kopt(g, "complexity", talk ? level[st->complexity] : NULL);
	gen_kopt(g, "emotion", talk ? mood[st->emotion] : NULL);
	gen_kopt(g, "pattern",
	    !talk || !st->resolved ? NULL
	    : st->judgment	   ? "judgment"
				   : "repeatable");
	gen_kopt(g, "issue", talk ? st->issue->name : NULL);
	repeats(g, st);
	gen_kstr(g, "language", st->lang->code);
	gen_kbool(g, "reopened", st->reopened);
	gen_kbool(g, "resolved", st->resolved);
	gen_kopt(g, "wording", st->wording);
	gen_kid(g, "transition_message", st->transition);
	gen_kid(g, "first_human_message", st->first_human);
	gen_kid(g, "correction", st->correction);
	gen_kint(g, "n_messages", st->nbody);
	gen_kopt(g, "excluded", why[st->excluded]);
	hd_jgen_endobj(g);
	gen_file_flush(&fs->f[GEN_OUT_TRUTH]);
}

static void
user(struct hd_jgen *g, int64_t id, const char *name, const char *email,
    const char *role, int64_t organization)
{
	hd_jgen_obj(g);
	gen_kint(g, "id", id);
	gen_kstr(g, "name", name);
	gen_kopt(g, "email", email);
	gen_kstr(g, "role", role);
	gen_kbool(g, "active", true);
	gen_kid(g, "organization_id", organization);
	hd_jgen_endobj(g);
}

/* Move what the writer holds to the file, the array staying open. */
static void
staff(struct gen_file *f, int64_t *n)
{
	for (int i = 0; i < (int)gen_nagents; i++)
		if (gen_vendor_of(gen_agents[i].domain) == GEN_ZENDESK) {
			user(&f->g, gen_agent_id(i), gen_agents[i].name, NULL,
			    "agent", -1);
			(*n)++;
		}
	for (int i = 0; i < (int)gen_nbots; i++)
		if (gen_vendor_of(gen_bots[i].domain) == GEN_ZENDESK &&
		    !gen_bots[i].widget) {
			user(&f->g, gen_bot_id(i), gen_bots[i].name, NULL,
			    "agent", -1);
			(*n)++;
		}
	gen_file_flush(f);
}

int
gen_emit_users(const struct gen_world *w, const char *dir, struct hd_err *err)
{
	struct gen_file f;
	struct gen_user u;
	int64_t n = 0;

	if (gen_file_open(&f, dir, "zendesk_users.json", false, err) != 0)
		return -1;
	f.array = true; /* one object, written piece by piece */
	hd_jgen_obj(&f.g);
	gen_karr(&f.g, "users");
	staff(&f, &n);
	for (size_t i = 0; i < w->naccounts; i++) {
		const struct gen_account *a = &w->accounts[i];

		for (unsigned k = 0; k < a->users; k++) {
			if (gen_vendor_of(a->domain) != GEN_ZENDESK)
				break;
			gen_user_of(w, (int64_t)i, a->domain, k, &u);
			user(&f.g, u.id, u.full, u.email, "end-user", a->id);
			gen_file_flush(&f);
			n++;
		}
	}
	for (int d = GEN_FINANCE; d <= GEN_TELECOM; d++)
		for (uint64_t k = 0; k < w->consumers[d]; k++) {
			gen_user_of(w, -1, (enum gen_domain)d, k, &u);
			user(&f.g, u.id, u.full, u.email, "end-user", -1);
			gen_file_flush(&f);
			n++;
		}
	hd_jgen_endarr(&f.g);
	gen_knull(&f.g, "next_page");
	gen_knull(&f.g, "previous_page");
	gen_kint(&f.g, "count", n);
	hd_jgen_endobj(&f.g);
	gen_file_flush(&f);
	f.array = false;
	return gen_file_close(&f, err);
}

int
gen_emit_organizations(
    const struct gen_world *w, const char *dir, struct hd_err *err)
{
	struct gen_file f;
	int64_t n = 0;
	struct hd_jgen *g = &f.g;

	if (gen_file_open(&f, dir, "zendesk_organizations.json", false, err) !=
	    0)
		return -1;
	f.array = true;
	hd_jgen_obj(g);
	gen_karr(g, "organizations");
	for (size_t i = 0; i < w->naccounts; i++) {
		const struct gen_account *a = &w->accounts[i];

		if (gen_vendor_of(a->domain) != GEN_ZENDESK)
			continue;
		hd_jgen_obj(g);
		gen_kint(g, "id", a->id);
		gen_kstr(g, "name", a->name);
		gen_kidstr(g, "external_id", a->id);
		gen_ktime(g, "created_at", a->created);
		gen_karr(g, "domain_names");
		hd_jgen_endarr(g);
		gen_karr(g, "tags");
		hd_jgen_endarr(g);
		gen_kobj(g, "organization_fields");
		gen_kstr(g, "plan", gen_plans[a->plan]);
		gen_kint(g, "mrr", a->mrr);
		hd_jgen_endobj(g);
		hd_jgen_endobj(g);
		gen_file_flush(&f);
		n++;
	}
	hd_jgen_endarr(g);
	gen_knull(g, "next_page");
	gen_kint(g, "count", n);
	hd_jgen_endobj(g);
	gen_file_flush(&f);
	f.array = false;
	return gen_file_close(&f, err);
}

/* Quoted as CSV, whatever it holds. */
static void
cell(struct hd_out *o, const char *s)
{
	char quoted[2 * GEN_VALUE + 3];
	size_t n = csv_write(quoted, sizeof(quoted), s, hd_str(s).n);

	hd_out_add(o, quoted, n);
	hd_out_add(o, ",", 1);
}

/* How an account was from a day on. */
static void
version(struct hd_out *o, const struct gen_account *a, int64_t from, int plan,
    const char *health, bool churned)
{
	static const int64_t price[] = { 39, 180, 950, 4200 };
	static const char *const reasons[] = { "support", "price", "merger",
		"missing feature" };
	int64_t mrr = plan == a->plan ? a->mrr : price[plan];
	char s[GEN_VALUE];

	hd_out_addf(o, "%lld,", (long long)a->id);
	cell(o, a->name);
	cell(o, gen_plans[plan]);
	hd_out_addf(o, "%lld,%lld,GBP,", (long long)mrr, (long long)mrr * 12);
	gen_iso(a->created, true, s);
	hd_out_addf(o, "%s,%s,", s, health);
	gen_iso(a->renewal, true, s);
	hd_out_addf(o, "%s,", s);
	if (churned) {
		gen_iso(a->churned, true, s);
		hd_out_addf(o, "%s,%s,", s,
		    reasons[a->soured != 0 ? 0 : 1 + a->id / 19 % 3]);
	} else {
		hd_out_adds(o, ",,");
	}
	gen_iso(from, true, s);
	hd_out_addf(o, "%s\n", s);
}

/* The versions of an account, oldest first, no two of one day. */
static void
history(struct gen_world *w, struct hd_out *o, const struct gen_account *a)
{
	bool up = a->plan_before >= 0 && a->upgraded > a->created + GEN_DAY;
	int plan = up ? a->plan_before : a->plan;
	int64_t from = a->created;
	bool fair = a->soured == 0 && gen_chance(w, 0.2);

	version(o, a, from, plan, fair ? "amber" : "green", false);
	if (up && (a->soured == 0 || a->upgraded + GEN_DAY < a->soured) &&
	    (a->churned == 0 || a->upgraded + GEN_DAY < a->churned)) {
		plan = a->plan;
		version(
		    o, a, a->upgraded, plan, fair ? "amber" : "green", false);
	}
	if (a->soured != 0) {
		version(o, a, a->soured + 2 * GEN_DAY, plan, "amber", false);
		if (a->soured + 9 * GEN_DAY < w->until)
			version(
			    o, a, a->soured + 9 * GEN_DAY, plan, "red", false);
	}
	if (a->churned != 0)
		version(o, a, a->churned, plan, "red", true);
}

int
gen_emit_accounts(struct gen_world *w, const char *dir, struct hd_err *err)
{
	struct hd_buf path = HD_BUF_INIT;
	struct hd_out o;
	int r;

	hd_buf_addf(&path, "%s/accounts.csv", dir);
	r = hd_out_open(&o, path.s, err);
	hd_buf_release(&path);
	if (r != 0)
		return -1;
	hd_out_adds(&o, "id,name,plan,mrr,arr,currency,created,health,renewal,"
			"churned_at,churn_reason,valid_from\n");
	for (size_t i = 0; i < w->naccounts; i++)
		history(w, &o, &w->accounts[i]);
	return hd_out_close(&o, err);
}
