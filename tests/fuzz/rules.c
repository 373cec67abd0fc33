/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rule files: what loads is evaluated over fixed texts, explained, routed, and
 * its examples and tests tried; twice, and the same comes out.  Where all errors
 * are collected a file loads exactly when it does else, but for having no rule.
 */
#include <string.h>

#include "check/testrun.h"
#include "fuzz.h"
#include "rulefile.h"
#include "rules/evidence.h"
#include "rules/ruleset.h"

#define LITERAL(s)               \
	{                        \
		s, sizeof(s) - 1 \
	}

static const struct hd_str texts[] = {
	LITERAL(""),
	LITERAL("I want a refund NOW!!! This is the 3rd time."),
	LITERAL(
	    "W\xC3\xA4re es m\xC3\xB6glich, die Rechnung zu \xC3\xA4ndern?"),
	LITERAL("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"),
};

#define NTEXTS (sizeof(texts) / sizeof(texts[0]))

static void
fill(const struct hd_ruleset *rs, struct hd_val *vals, size_t round)
{
	for (size_t i = 0; i < rs->nfields; i++) {
		struct hd_val *v = &vals[i];

		memset(v, 0, sizeof(*v));
		if ((i + round) % 5 == 4)
			continue; /* unset */
		switch (rs->fields[i].type) {
		case HD_FT_TEXT:
		case HD_FT_LIST:
			v->kind = rs->fields[i].each ||
					  rs->fields[i].type == HD_FT_LIST
				      ? HD_VAL_LIST
				      : HD_VAL_STR;
			v->str = texts[(i + round) % NTEXTS];
			v->list = texts;
			v->n = NTEXTS;
			break;
		case HD_FT_STRING:
		case HD_FT_ENUM:
			v->kind = HD_VAL_STR;
			v->str = rs->fields[i].n > 0
				     ? hd_str(rs->fields[i].values[0])
				     : texts[(i + round) % NTEXTS];
			break;
		case HD_FT_NUMBER:
		case HD_FT_DURATION:
		case HD_FT_BOOL:
			v->kind = HD_VAL_NUM;
			v->num = (double)round;
			break;
		}
	}
}

static int
count_evidence(void *ctx, const struct hd_evidence *e)
{
	size_t *n = ctx;

	MUST(!e->span || (e->start <= e->end && e->end <= e->val.str.n));
	(*n)++;
	return 0;
}

static int
count_example(
    void *ctx, const struct hd_rule *rule, const struct hd_example *ex, bool ok)
{
	size_t *n = ctx;

	MUST(rule->id != NULL && ex->text.p != NULL);
	*n += ok;
	return 0;
}

static void
same_tags(const struct hd_ruleset *rs, const struct hd_tags *a,
    const struct hd_tags *b)
{
	MUST(a->nfired == b->nfired);
	for (size_t i = 0; i < a->nfired; i++)
		MUST(a->fired[i] == b->fired[i] && a->fired[i] >= 1 &&
		     a->fired[i] <= rs->nrules);
	for (size_t d = 0; d < rs->ndims; d++) {
		MUST(a->one[d] == b->one[d] && a->by[d] == b->by[d]);
		MUST(a->one[d] >= -1 && a->one[d] < (int)rs->dims[d].n);
	}
}

/* The route that decides fires, and none that is sure to fire stands above. */
static void
route(const struct hd_ruleset *rs, struct hd_matcher *m)
{
	struct hd_decision d;

	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++) {
		hd_decide(m, (enum hd_stage)s, &d);
		MUST(d.route >= HD_BY_STAGE_DEFAULT &&
		     d.route < (int)rs->nroutes);
		MUST((d.possible & 1u << d.action) != 0);
		for (size_t i = 0; i < rs->nroutes; i++) {
			if ((rs->routes[i].stages & 1u << s) == 0)
				continue;
			if ((int)i == d.route) {
				MUST(hd_decide_fires(m, &rs->routes[i]) ==
				     HD_YES);
				break;
			}
			MUST(hd_decide_fires(m, &rs->routes[i]) != HD_YES);
		}
		for (size_t i = 0; i < rs->npolicies; i++)
			(void)hd_decide_fires(m, &rs->policies[i]);
	}
}

/* Every case has one result, the same each time. */
static void
tests(const struct hd_ruleset *rs)
{
	struct hd_diags out = HD_DIAGS_INIT;
	struct hd_err err = HD_ERR_INIT;
	enum hd_outcome st;
	struct hd_testrun t;
	size_t n = 0;

	MUST(hd_testrun_open(&t, rs, &err) == 0);
	for (size_t i = 0; i < rs->ncases; i++) {
		const struct hd_case *c = &rs->cases[i];

		MUST(c->name[0] != '\0' && c->parent < (int)i);
		if (c->kind == HD_CASE_JOURNEY) {
			st = hd_test_journey(&t, c, NULL, NULL, &out);
			MUST(st == hd_test_journey(&t, c, NULL, NULL, NULL));
		} else {
			st = hd_test_case(&t, c, NULL, NULL, &out);
			MUST(st == hd_test_case(&t, c, NULL, NULL, NULL));
			MUST((st == HD_SKIPPED) == (c->kind == HD_CASE_TABLE));
		}
		n += st != HD_SKIPPED;
		MUST(out.nresults == n);
	}
	hd_testrun_close(&t);
	hd_diags_release(&out);
}

static void
evaluate(const struct hd_ruleset *rs)
{
	struct hd_tags one = HD_TAGS_INIT, two = HD_TAGS_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_matcher *m = hd_matcher_new(rs, &err);
	struct hd_val *vals = hd_xcalloc(rs->nfields, sizeof(*vals));
	char hex[HD_SHA256_HEX];
	size_t n = 0;

	MUST(m != NULL);
	for (size_t round = 0; round < 5; round++) {
		fill(rs, vals, round);
		hd_eval(m, vals, round % 2 == 0, &one);
		route(rs, m);
		MUST(hd_explain(m, vals, round % 2 == 0, count_evidence, &n) ==
		     0);
		hd_eval(m, vals, round % 2 == 0, &two);
		same_tags(rs, &one, &two);
	}
	MUST(hd_ruleset_examples(rs, count_example, &n, &err) == 0);
	hd_ruleset_hash(rs, hex);
	MUST(strlen(hex) == HD_SHA256_HEX - 1);
	free(vals);
	hd_tags_release(&one);
	hd_tags_release(&two);
	hd_matcher_free(m);
	tests(rs);
}

/* All errors at once say what the first alone says. */
static void
collect(const struct hd_rulesrc *src, bool loads)
{
	struct hd_diags found = HD_DIAGS_INIT;
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs = NULL;
	int st = hd_ruleset_load_all(&rs, src, "f", &found, &err);

	/* that there is no rule is told by who asks for one */
	MUST(
	    (st == 0 && rs->nrules + rs->nroutes + rs->npolicies > 0) == loads);
	MUST((rs != NULL) == (st == 0) && (st == 1) == (found.n > 0));
	hd_ruleset_free(rs);
	hd_diags_release(&found);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = { { (const char *)data, n } };
	struct hd_rulesrc src = { give, &in };
	struct hd_err err = HD_ERR_INIT;
	struct hd_ruleset *rs = NULL;

	if (hd_ruleset_load(&rs, &src, "f", &err) == 0) {
		collect(&src, true);
		evaluate(rs);
	} else {
		collect(&src, false);
		MUST(rs == NULL);
		MUST(err.code == HD_EUSAGE && err.msg[0] != '\0');
	}
	hd_ruleset_free(rs);
	return 0;
}
