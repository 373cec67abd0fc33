/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of exports to cells, names to columns, HTML to text. */
#include "unit.h"

#include "ingest/alias.h"
#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/html.h"
#include "ingest/mapfile.h"
#include "ingest/shape.h"

static void
test_id(void **state)
{
	static const struct {
		const char *in, *id; /* NULL: refused */
	} cases[] = {
		{ "1001", "1001" },
		{ " 1001 ", "1001" },
		{ "0042", "0042" },
		{ "9007199254740993123", "9007199254740993123" },
		{ "7253394974479.0", "7253394974479" },
		{ "7.00", "7" },
		{ "7.", "7." },
		{ "7.25", "7.25" },
		{ "4323.953441.TyDt23", "4323.953441.TyDt23" },
		{ ".0", ".0" },
		{ "-1", "-1" },
		{ "cnv_55c8", "cnv_55c8" },
		{ "5002X00000AbCdEQAV", "5002X00000AbCdEQAV" },
		{ "7.25E+12", NULL },
		{ "7.25e+12", NULL },
		{ "7.0E+12", NULL },
		{ "", NULL },
		{ "  ", NULL },
	};
	struct hd_err err;
	struct hd_str id;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		err = (struct hd_err)HD_ERR_INIT;
		if (hd_convert_id(hd_str(cases[i].in), &id, &err) != 0) {
			if (cases[i].id != NULL)
				fail_msg("'%s' refused", cases[i].in);
			assert_int_equal(err.code, HD_EDATA);
			continue;
		}
		if (cases[i].id == NULL)
			fail_msg("'%s' is no id", cases[i].in);
		assert_str(id, cases[i].id);
	}
	assert_int_equal(hd_convert_id(hd_str(NULL), &id, &err), -1);
}

static void
test_status(void **state)
{
	static const struct {
		const char *raw, *word;
	} cases[] = {
		{ "new", "new" },
		{ "OPEN", "open" },
		{ "Waiting on Customer", "pending" },
		{ "snoozed", "pending" },
		{ "on-hold", "hold" },
		{ "On hold", "hold" },
		{ "Resolved", "solved" },
		{ "Closed", "closed" },
		{ "spam", "deleted" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(
		    hd_status_word(hd_str(cases[i].raw)), cases[i].word);
	assert_null(hd_status_word(hd_str("Waiting on Foo")));
	assert_null(hd_status_word(hd_str("")));
	assert_null(hd_status_word(hd_str(NULL)));
}

static void
test_page(void **state)
{
	(void)state;
	assert_str(hd_page(hd_str("https://a/b?token=1#x")), "https://a/b");
	assert_str(hd_page(hd_str("https://a/b#x?y")), "https://a/b");
	assert_str(hd_page(hd_str("https://a/b")), "https://a/b");
	assert_str(hd_page(hd_str("?")), "");
	assert_str(hd_page(hd_str("")), "");
	assert_true(hd_placeholder(hd_str("Conversation with Ann")));
	assert_true(hd_placeholder(hd_str("Voicemail from: Caller +1")));
	assert_false(hd_placeholder(hd_str("My conversation with Ann")));
	assert_false(hd_placeholder(hd_str("")));
}

/* An ingest that converts and writes nothing. */
struct bench {
	struct hd_ingest_opts o;
	struct hd_ingest in;
	struct hd_rec r;
	struct hd_err err;
};

static void
open_bench(struct bench *b, enum hd_rec_kind kind)
{
	memset(b, 0, sizeof(*b));
	hd_ingest_init(&b->in, &b->o, NULL);
	hd_rec_init(&b->r, kind);
}

/* The cell as text: "none", "empty", "i7", "d0.25", "tfoo"; "!" when refused. */
static const char *
cell(struct bench *b, int col, double unit, const char *text)
{
	static char s[256];
	const struct hd_cell *c = &b->r.v[col];

	hd_rec_init(&b->r, b->r.kind);
	if (hd_convert(&b->in, &b->r, col, unit, hd_str(text), &b->err) != 0) {
		assert_int_equal(b->err.code, HD_EDATA);
		return "!";
	}
	switch (c->type) {
	case HD_CELL_NONE:
		return "none";
	case HD_CELL_NULL:
		return "empty";
	case HD_CELL_TEXT:
		(void)snprintf(s, sizeof(s), "t%.*s", (int)c->s.n, c->s.p);
		break;
	case HD_CELL_INT:
		(void)snprintf(s, sizeof(s), "i%lld", (long long)c->i);
		break;
	case HD_CELL_REAL:
		(void)snprintf(s, sizeof(s), "d%g", c->d);
		break;
	}
	return s;
}

static void
test_ticket_cells(void **state)
{
	static const struct {
		int col;
		double unit;
		const char *text, *want;
	} cases[] = {
		{ HD_TK_CHANNEL, 0, " web ", "tweb" },
		{ HD_TK_CHANNEL, 0, "", "none" },
		{ HD_TK_CHANNEL, 0, "-", "none" },
		{ HD_TK_CHANNEL, 0, "NULL", "none" },
		{ HD_TK_REPLIES, 0, "3", "i3" },
		{ HD_TK_REPLIES, 0, "three", "!" },
		{ HD_TK_REPLIES, 0, "3.5", "!" },
		{ HD_TK_FIRST_REPLY, 60, "5", "i300" },
		{ HD_TK_FIRST_REPLY, 0, "5", "i5" },
		{ HD_TK_RESOLUTION, 3600, "31:42:12", "i114132" },
		{ HD_TK_RESOLUTION, 3600, "1.5", "i5400" },
		{ HD_TK_RESOLUTION, 3600, "soon", "!" },
		{ HD_TK_CREATED, 0, "2026-01-05T10:00:00Z", "i1767607200" },
		{ HD_TK_CREATED, 0, "2026-01-05 10:00:00", "!" },
		{ HD_TK_STATUS, 0, "Resolved", "tsolved" },
		{ HD_TK_STATUS, 0, "Custom", "empty" },
		{ HD_TK_STATUS, 0, "Closed (Support Pipeline)", "tclosed" },
		{ HD_TK_SATISFIED, 0, "Yes", "i1" },
		{ HD_TK_SATISFIED, 0, "f", "i0" },
		{ HD_TK_SATISFIED, 0, "perhaps", "!" },
		{ HD_TK_CSAT, 0, "good", "d1" },
		{ HD_TK_CSAT, 0, "Bad", "d0" },
		{ HD_TK_CSAT, 0, "okay", "d0.5" },
		{ HD_TK_CSAT, 0, "Offered", "empty" },
		{ HD_TK_CSAT, 0, "not offered", "empty" },
		{ HD_TK_CSAT, 0, "4", "d0.75" },
		{ HD_TK_CSAT, 0, "1", "d0" },
		{ HD_TK_CSAT, 0, "Extremely happy", "d1" },
		{ HD_TK_CSAT, 0, "unhappy", "d0.333333" },
		/* a rating that cannot be read loses no ticket */
		{ HD_TK_CSAT, 0, "0", "empty" },
		{ HD_TK_CSAT, 0, "6", "empty" },
		{ HD_TK_CSAT, 0, "fine", "empty" },
		{ HD_TK_TAGS, 0, "a, b c,,d", "t[\"a\",\"b c\",\"d\"]" },
		{ HD_TK_TAGS, 0, "a  b", "t[\"a\",\"b\"]" },
		{ HD_TK_TAGS, 0, "[\"x\"]", "t[\"x\"]" },
		{ HD_TK_AI_STATE, 0, "Confirmed Resolution",
		    "tresolved_confirmed" },
		{ HD_TK_AI_STATE, 0, "Routed to team", "thanded_over" },
		{ HD_TK_AI_STATE, 0, "other", "empty" },
	};
	struct bench b;

	(void)state;
	open_bench(&b, HD_REC_TICKET);
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(
		    cell(&b, cases[i].col, cases[i].unit, cases[i].text),
		    cases[i].want);
	hd_ingest_release(&b.in);
}

/* A cell that looks like JSON and is none becomes tags, not broken JSON. */
static void
test_tags_json(void **state)
{
	static const char *const cells[] = { "[vip", "[vip] urgent", "[1,]",
		"[\"a\" \"b\"]", "[" };
	struct hd_arena a = HD_ARENA_INIT;
	struct hd_err err;
	struct bench b;
	const char *got;

	(void)state;
	open_bench(&b, HD_REC_TICKET);
	for (size_t i = 0; i < COUNT(cells); i++) {
		got = cell(&b, HD_TK_TAGS, 0, cells[i]);
		if (got[0] != 't' ||
		    hd_json_parse(&a, hd_str(got + 1), &err) == NULL)
			fail_msg("'%s' became '%s'", cells[i], got);
	}
	hd_arena_release(&a);
	hd_ingest_release(&b.in);
}

static void
test_other_cells(void **state)
{
	struct bench b;

	(void)state;
	open_bench(&b, HD_REC_MESSAGE);
	assert_string_equal(cell(&b, HD_MS_SAID, 0, "end-user"), "i1");
	assert_string_equal(cell(&b, HD_MS_SAID, 0, "Bot"), "i2");
	assert_string_equal(cell(&b, HD_MS_SAID, 0, "admin"), "i3");
	assert_string_equal(cell(&b, HD_MS_SAID, 0, "system"), "i4");
	assert_string_equal(cell(&b, HD_MS_SAID, 0, "who"), "none");
	hd_ingest_release(&b.in);
	/* of an account the day is enough: no zone means UTC */
	open_bench(&b, HD_REC_ACCOUNT);
	assert_string_equal(
	    cell(&b, HD_AC_CREATED, 0, "2026-01-05"), "i1767571200");
	hd_ingest_release(&b.in);
}

static void
test_status_sides(void **state)
{
	struct bench b;

	(void)state;
	open_bench(&b, HD_REC_TICKET);
	(void)cell(&b, HD_TK_STATUS, 0, "spam");
	assert_str(b.r.v[HD_TK_STATUS].s, "deleted");
	assert_str(b.r.v[HD_TK_STATUS_RAW].s, "spam");
	assert_str(b.r.v[HD_TK_MARK].s, "spam");
	(void)cell(&b, HD_TK_CSAT, 0, "4");
	assert_str(b.r.v[HD_TK_CSAT_RAW].s, "4");
	assert_int_equal(b.r.v[HD_TK_SATISFIED].i, 1);
	(void)cell(&b, HD_TK_CSAT, 0, "3");
	assert_int_equal(b.r.v[HD_TK_SATISFIED].i, 0);
	(void)cell(&b, HD_TK_CSAT, 0, "unoffered");
	assert_str(b.r.v[HD_TK_CSAT_RAW].s, "unoffered");
	assert_int_equal(b.r.v[HD_TK_SATISFIED].type, HD_CELL_NULL);
	hd_ingest_release(&b.in);
}

static void
test_normal(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "Ticket ID", "ticket id" },
		{ " ticket_id ", "ticket id" },
		{ "TICKET  _ID", "ticket id" },
		{ "\xEF\xBB\xBFId", "id" },
		{ "Created at (America/New_York)", "created at" },
		{ "First reply time (min)", "first reply time (min)" },
		{ "A/B (c)", "a/b (c)" },
		{ "\xC3\x84rger", "\xC3\x84rger" },
		{ "", "" },
		{ "_", "" },
		{ "(Europe/Berlin)", "(europe/berlin)" },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		hd_alias_normal(hd_str(cases[i].in), &b);
		assert_str(hd_buf_str(&b), cases[i].out);
	}
	hd_buf_release(&b);
}

static void
test_target(void **state)
{
	static const struct {
		enum hd_rec_kind kind;
		const char *name;
		int col;
		double unit;
	} cases[] = {
		{ HD_REC_TICKET, "Ticket ID", HD_T_ID, 0 },
		{ HD_REC_TICKET, "Solved at", HD_TK_SOLVED, 0 },
		{ HD_REC_TICKET, "first_response_time_minutes",
		    HD_TK_FIRST_REPLY, 60 },
		{ HD_REC_TICKET, "Conversation started at (America/New_York)",
		    HD_TK_CREATED, 0 },
		{ HD_REC_TICKET, "Summation column", HD_T_IGNORE, 0 },
		{ HD_REC_TICKET, "Priority [list]", HD_T_OTHER, 0 },
		{ HD_REC_TICKET, "plan", HD_T_OTHER, 0 },
		{ HD_REC_MESSAGE, "ticket id", HD_T_TICKET, 0 },
		{ HD_REC_MESSAGE, "internal", HD_T_PRIVATE, 0 },
		{ HD_REC_MESSAGE, "Author type", HD_MS_SAID, 0 },
		{ HD_REC_ACCOUNT, "plan", HD_T_FACT, 0 },
		{ HD_REC_ACCOUNT, "MRR", HD_T_FACT, 0 },
		{ HD_REC_ACCOUNT, "valid_from", HD_T_SINCE, 0 },
		{ HD_REC_ACCOUNT, "Company Name", HD_AC_NAME, 0 },
	};
	struct hd_target t;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		t = hd_target_of(NULL, cases[i].kind, hd_str(cases[i].name));
		if (t.col != cases[i].col)
			fail_msg("'%s' is %d", cases[i].name, t.col);
		assert_true(t.unit == cases[i].unit);
	}
}

/* Names compare without case, with "_" as a blank: those of facts too. */
static void
test_fact_names(void **state)
{
	static const struct {
		const char *header, *name;
	} cases[] = {
		{ "renewal_date", "renewal" },
		{ "Renewal_Date", "renewal" },
		{ "Renewal Date", "renewal" },
		{ "churn reason", "churn_reason" },
		{ "Monthly spend", "mrr" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *got = hd_fact_name(hd_str(cases[i].header));

		if (got == NULL)
			fail_msg("'%s' is no fact", cases[i].header);
		assert_string_equal(got, cases[i].name);
	}
	/* what the customer earns is never what it pays */
	assert_string_equal(
	    hd_fact_name(hd_str("Annual Revenue")), "customer_revenue");
	assert_string_equal(
	    hd_fact_name(hd_str("AnnualRevenue")), "customer_revenue");
	assert_string_equal(hd_fact_name(hd_str("ARR__c")), "arr");
	assert_string_equal(hd_fact_name(hd_str("cf_plan")), "plan");
	assert_null(hd_fact_name(hd_str("revenue")));
}

static void
test_crm_id(void **state)
{
	static const struct {
		const char *id, *same;
	} cases[] = {
		{ "0015g00000AbCdEAAV", "0015g00000AbCdE" },
		{ "0015g00000aBcDeAAK", "0015g00000aBcDe" },
		{ "0015g00000AbCdE", "0015g00000AbCdE" },
		/* the check does not fit, or it is no such id at all */
		{ "0015g00000AbCdEAAK", "0015g00000AbCdEAAK" },
		{ "0015g00000ABCDEAAV", "0015g00000ABCDEAAV" },
		{ "0015g-0000AbCdEAAV", "0015g-0000AbCdEAAV" },
		{ "123456789012345678", "123456789012345678" },
		{ "71", "71" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (!hd_str_eq(hd_crm_id(hd_str(cases[i].id)), cases[i].same))
			fail_msg("'%s'", cases[i].id);
	assert_true(hd_free_mail(hd_str("Gmail.com")));
	assert_false(hd_free_mail(hd_str("mail.example")));
}

static void
test_table_kind(void **state)
{
	static const struct hd_str ticket[] = { { "id", 2 }, { "subject", 7 },
		{ "plan", 4 } };
	static const struct hd_str account[] = { { "id", 2 }, { "name", 4 },
		{ "mrr", 3 } };
	static const struct hd_str message[] = { { "Ticket ID", 9 },
		{ "author_type", 11 }, { "body", 4 } };

	(void)state;
	assert_int_equal(hd_table_kind(ticket, 3), HD_REC_TICKET);
	assert_int_equal(hd_table_kind(account, 3), HD_REC_ACCOUNT);
	assert_int_equal(hd_table_kind(message, 3), HD_REC_MESSAGE);
	assert_int_equal(hd_table_kind(ticket, 0), HD_REC_TICKET);
}

static void
test_shape(void **state)
{
	static const struct {
		const char *names[5];
		const char *vendor; /* NULL: none is known */
		enum hd_rec_kind kind;
	} cases[] = {
		{ { "Summation column" }, "zendesk", HD_REC_TICKET },
		{ { "Ticket ID", "Ticket created - Timestamp (UTC)" },
		    "zendesk", HD_REC_TICKET },
		{ { "Ticket ID", "Agent interactions" }, "freshdesk",
		    HD_REC_TICKET },
		{ { "Ticket Id", "Experience Score" }, "freshservice",
		    HD_REC_TICKET },
		{ { "Conversation ID", "Agent rated type" }, "intercom",
		    HD_REC_SURVEY },
		{ { "Message ID", "Conversation ID", "Extract" }, "front",
		    HD_REC_MESSAGE },
		{ { "Activity ID", "Type", "Conversation ID", "Extract",
		      "Message ID" },
		    "front", HD_REC_EVENT },
		{ { "Issue Type", "Issue key" }, "jira", HD_REC_TICKET },
		{ { "Ticket Number", "Help Topic" }, "osticket",
		    HD_REC_TICKET },
		{ { "Ticket name", "Pipeline" }, "hubspot", HD_REC_TICKET },
		{ { "id", "subject", "plan" }, NULL, HD_REC_TICKET },
		{ { "Ticket Number" }, NULL, HD_REC_TICKET },
	};
	struct hd_str names[5];
	const struct hd_shape *s;
	size_t n;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		for (n = 0; n < 5 && cases[i].names[n] != NULL; n++)
			names[n] = hd_str(cases[i].names[n]);
		s = hd_shape_of(names, n);
		if ((s == NULL) != (cases[i].vendor == NULL))
			fail_msg("'%s'", cases[i].names[0]);
		if (s == NULL)
			continue;
		assert_string_equal(s->vendor, cases[i].vendor);
		assert_int_equal(s->kind, cases[i].kind);
	}
}

static void
test_zone_of_header(void **state)
{
	static const struct {
		const char *name, *zone; /* NULL: none */
	} cases[] = {
		{ "Conversation started at (America/New_York)",
		    "America/New_York" },
		{ "Updated at (UTC)", "UTC" },
		{ "First response time (seconds)", NULL },
		{ "Time, only within office hours (seconds)", NULL },
		{ "Wer (m/w)", "m/w" }, /* is no zone, and is then not used */
		{ "(UTC)", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct hd_str got = hd_alias_zone(hd_str(cases[i].name));

		if ((got.p == NULL) != (cases[i].zone == NULL))
			fail_msg("'%s'", cases[i].name);
		if (got.p != NULL)
			assert_str(got, cases[i].zone);
	}
}

static void
test_mapping(void **state)
{
	static const char text[] =
	    "# names\n\n type = message \n"
	    "ticket=Fall_Nr\nrole = Wer (Europe/Berlin)\n"
	    "body = a = b\nat\t=\twann";
	struct hd_err err = HD_ERR_INIT;
	struct hd_mapping m;

	(void)state;
	write_file("m", text, sizeof(text) - 1);
	if (hd_mapping_read(&m, "m", &err) != 0)
		fail_msg("%s", err.msg);
	assert_int_equal(unlink("m"), 0);
	assert_true(m.kind_set);
	assert_int_equal(m.kind, HD_REC_MESSAGE);
	assert_int_equal(
	    hd_target_of(&m, HD_REC_MESSAGE, hd_str("fall nr")).col,
	    HD_T_TICKET);
	assert_int_equal(
	    hd_target_of(&m, HD_REC_MESSAGE, hd_str("WER")).col, HD_MS_SAID);
	assert_int_equal(
	    hd_target_of(&m, HD_REC_MESSAGE, hd_str("a = b")).col, HD_MS_BODY);
	assert_int_equal(
	    hd_target_of(&m, HD_REC_MESSAGE, hd_str("wann")).col, HD_MS_AT);
	/* the alias table is behind it, and other kinds are not touched */
	assert_int_equal(
	    hd_target_of(&m, HD_REC_MESSAGE, hd_str("text")).col, HD_MS_BODY);
	assert_int_equal(
	    hd_target_of(&m, HD_REC_TICKET, hd_str("wann")).col, HD_T_OTHER);
	hd_mapping_release(&m);
	assert_int_equal(hd_mapping_read(&m, "missing", &err), -1);
	assert_err(&err, HD_EUSAGE, "cannot read 'missing'");
	hd_mapping_release(&m);
}

static void
test_mapping_bad(void **state)
{
	static const struct {
		const char *text, *msg;
	} cases[] = {
		{ "x\n", "m:1: not 'column = name in the export'" },
		{ "id = a\n\nnope = b\n", "m:3: no column 'nope' in a ticket" },
		{ "type = account\nsubject = x\n",
		    "m:2: no column 'subject' in a account" },
		{ "type = cat\n", "m:1: unknown type 'cat'" },
		{ "= x\n", "m:1: not 'column = name in the export'" },
		{ "id = a\ntype = message\n",
		    "m:2: 'type' stands before the columns" },
		{ "type = ticket\ntz = Mars/Olympus\n",
		    "m:2: unknown zone 'Mars/Olympus'" },
		{ "vendor = My Desk\n", "m:1: a vendor is small letters" },
		{ "where x\n", "m:1: not 'where name = value'" },
		{ "stat: a = b\n", "m:1: no column 'stat' in a ticket" },
		{ "id: a = b\n", "m:1: no column 'id' in a ticket" },
		{ "status: a\n", "m:1: not 'column = name in the export'" },
	};
	struct hd_mapping m;
	struct hd_err err;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		write_file("m", cases[i].text, strlen(cases[i].text));
		assert_int_equal(hd_mapping_read(&m, "m", &err), -1);
		assert_err(&err, HD_EUSAGE, cases[i].msg);
		hd_mapping_release(&m);
	}
	assert_int_equal(unlink("m"), 0);
}

static void
test_html(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ "plain text", "plain text" },
		{ "a &amp; b", "a & b" },
		{ "&lt;b&gt; &#39;x&#x27; &eacute;", "<b> 'x' \xC3\xA9" },
		{ "&amp;lt;", "&lt;" }, /* once and only once */
		{ "a&nbsp;b", "a b" },
		{ "<p>one</p><p>two</p>", "one\ntwo" },
		{ "one<br>two<br/>three", "one\ntwo\nthree" },
		{ "<ul><li>a</li><li>b</li></ul>", "- a\n- b" },
		{ "<div>x<b>y</b> z</div>", "xy z" },
		{ "<script>alert(1)</script>x<style>p{}</style>", "x" },
		{ "<img src='cid:1' alt='no'>x", "x" },
		{ "a < b", "a < b" },
		{ "<p>caf\xC3\xA9 \xE2\x82\xAC</p>",
		    "caf\xC3\xA9 \xE2\x82\xAC" },
		{ "<p>unclosed <b>tags", "unclosed tags" },
		{ "<!-- hidden -->shown", "shown" },
		{ "<p>  </p>", "" },
		{ "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
		    "a\nb" },
		{ "<blockquote>old</blockquote>new", "old\nnew" },
		/* what the parser takes for a part of the head is text */
		{ "<style>p{}</style><o:p>shown</o:p>", "shown" },
		{ "<meta charset='utf-8'><section>a</section>b", "a\nb" },
		{ "<html><head>\n<title>t</title>\n<style>p{}</style>\n"
		  "</head>\n<body>\n<p>x</p>\n</body></html>",
		    "x" },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		hd_html_text(&b, hd_str(cases[i].in));
		assert_buf(&b, cases[i].out);
	}
	hd_buf_release(&b);
}

/* What stands before is left alone, blanks included. */
static void
test_html_append(void **state)
{
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	hd_buf_adds(&b, "before \xC2\xA0");
	hd_html_text(&b, hd_str("<p>a</p>"));
	assert_buf(&b, "before \xC2\xA0"
		       "a");
	/* hostile: nothing is fetched, and nothing is too deep */
	for (int i = 0; i < 20000; i++)
		hd_buf_adds(&b, "<div>");
	hd_buf_adds(&b, "x");
	{
		struct hd_buf text = HD_BUF_INIT;

		hd_html_text(&text, hd_buf_str(&b));
		assert_true(text.n <= 1);
		hd_buf_release(&text);
	}
	hd_buf_release(&b);
}

#define TEST(f) \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_id),
		cmocka_unit_test(test_status),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_ticket_cells),
		cmocka_unit_test(test_tags_json),
		cmocka_unit_test(test_other_cells),
		cmocka_unit_test(test_status_sides),
		cmocka_unit_test(test_normal),
		cmocka_unit_test(test_target),
		cmocka_unit_test(test_fact_names),
		cmocka_unit_test(test_crm_id),
		cmocka_unit_test(test_table_kind),
		cmocka_unit_test(test_shape),
		cmocka_unit_test(test_zone_of_header),
		TEST(test_mapping),
		TEST(test_mapping_bad),
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_html_append),
	};

	return cmocka_run_group_tests_name("convert", tests, NULL, NULL);
}
