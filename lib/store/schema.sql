-- The database: one file, application_id 'hsTK'.  Times are epoch seconds UTC,
-- durations seconds, money cents; NULL is "not known", never zero.  Text is
-- valid UTF-8 in form NFC.  Tables from `ruleset` on are written by hs-tag,
-- those from `sample` on by hs-sample, `baseline` and `note` by hs-metrics, those
-- above by hs-import; nothing else writes.

-- Settings that belong to the data: report_tz.
CREATE TABLE meta (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where meta's report_tz is from a moment on, in seconds east of UTC; empty: UTC.
CREATE TABLE zone (
	since INTEGER PRIMARY KEY,
	shift INTEGER NOT NULL
) STRICT;

-- Tags by which agents flag a wrong answer of the AI, in lower case.
CREATE TABLE flag_tag (
	name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Keyed hashes of requesters who are forgotten: of i and the key of their id,
-- and of m and their address; the key is meta's forget_key.
CREATE TABLE forgotten (
	token TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- One instance of a helpdesk.  has_status: some ticket has one, so a ticket
-- without is not known to be resolved.
CREATE TABLE source (
	id         INTEGER PRIMARY KEY,
	name       TEXT NOT NULL UNIQUE,
	vendor     TEXT NOT NULL,
	account    TEXT,
	has_status INTEGER NOT NULL DEFAULT 0,
	has_text   INTEGER NOT NULL DEFAULT 0,
	newest     INTEGER
) STRICT;

-- An import that changed something: what was read and what became of it.
CREATE TABLE import_run (
	id        INTEGER PRIMARY KEY,
	source    INTEGER NOT NULL REFERENCES source(id),
	kind      TEXT NOT NULL,
	read      INTEGER NOT NULL,
	new       INTEGER NOT NULL,
	updated   INTEGER NOT NULL,
	unchanged INTEGER NOT NULL,
	older     INTEGER NOT NULL,
	rejected  INTEGER NOT NULL,
	skipped   INTEGER NOT NULL
) STRICT;

-- stub: known only because a message or event names it.  ver: when the record
-- that won was written; rev: counts changes, so that tags know they are stale.
-- part_ver: the same of figures that an export keeps beside the record.
-- mark: why the ticket is in no population (spam test merged outbound deleted
-- joined).  account_basis: how account_ref was found: id, requester, external,
-- domain or name.  origin: ai for a conversation of an AI's own export; link: the
-- helpdesk's ticket it became, ID or SOURCE:ID; joined: that ticket's row, whose
-- thread its messages then belong to.
CREATE TABLE ticket (
	id            INTEGER PRIMARY KEY,
	source        INTEGER NOT NULL REFERENCES source(id),
	ext_id        TEXT NOT NULL,
	ver           INTEGER,
	part_ver      INTEGER,
	rev           INTEGER NOT NULL DEFAULT 0,
	stub          INTEGER NOT NULL DEFAULT 0,
	account_ref   INTEGER REFERENCES account(id),
	account_basis TEXT,
	joined        INTEGER REFERENCES ticket(id),
	created       INTEGER,
	updated       INTEGER,
	first_solved  INTEGER,
	solved        INTEGER,
	closed        INTEGER,
	status        TEXT,
	status_raw    TEXT,
	channel       TEXT,
	team          TEXT,
	assignee      TEXT,
	category      TEXT,
	priority      TEXT,
	requester     TEXT,
	account       TEXT,
	brand         TEXT,
	form          TEXT,
	language      TEXT,
	page          TEXT,
	action        TEXT,
	origin        TEXT,
	link          TEXT,
	csat          REAL,
	satisfied     INTEGER,
	csat_raw      TEXT,
	csat_at       INTEGER,
	ai_state      TEXT,
	ai_state_raw  TEXT,
	first_reply_s INTEGER,
	resolution_s  INTEGER,
	handle_s      INTEGER,
	replies       INTEGER,
	reopens       INTEGER,
	transfers     INTEGER,
	mark          TEXT,
	subject       TEXT,
	tags          TEXT,
	fields        TEXT,
	UNIQUE (source, ext_id)
) STRICT;

-- A ticket that a colleague played on the live site, and as which journey: it
-- counts as one of the mark test.
CREATE TABLE played (
	ticket  INTEGER PRIMARY KEY REFERENCES ticket(id),
	journey TEXT NOT NULL
) STRICT;

-- said: the role the record itself proves (1 customer 2 ai 3 agent 4 system),
-- NULL where it depends on who the author is; role: what the author tells then
-- (0 unknown).  A message's role is coalesce(said, role).  kind: reply note
-- transcript_line.  evidence: what proves that an AI wrote it.  empty: it has no
-- words, and is nobody's turn.  dup: the same text stands in another message (a
-- description that is also the first comment), so this one is not read.
CREATE TABLE message (
	id       INTEGER PRIMARY KEY,
	ticket   INTEGER NOT NULL REFERENCES ticket(id),
	ext_id   TEXT NOT NULL,
	ver      INTEGER,
	at       INTEGER,
	seq      INTEGER NOT NULL DEFAULT 0,
	role     INTEGER NOT NULL DEFAULT 0,
	said     INTEGER,
	public   INTEGER NOT NULL DEFAULT 1,
	kind     TEXT NOT NULL DEFAULT 'reply',
	author   TEXT,
	evidence TEXT,
	empty    INTEGER,
	dup      INTEGER NOT NULL DEFAULT 0,
	UNIQUE (ticket, ext_id)
) STRICT;

CREATE TABLE message_text (
	message INTEGER PRIMARY KEY REFERENCES message(id),
	body    TEXT NOT NULL
) STRICT;

CREATE TABLE event (
	id     INTEGER PRIMARY KEY,
	ticket INTEGER NOT NULL REFERENCES ticket(id),
	ext_id TEXT NOT NULL,
	ver    INTEGER,
	at     INTEGER,
	actor  TEXT,
	role   INTEGER,
	field  TEXT NOT NULL,
	old    TEXT,
	new    TEXT,
	UNIQUE (ticket, ext_id)
) STRICT;

-- A user of the helpdesk.  ai: the evidence that this "agent" is a machine, from
-- its record, the user, or what it is called and did (settle_people).
CREATE TABLE person (
	id      INTEGER PRIMARY KEY,
	source  INTEGER NOT NULL REFERENCES source(id),
	ext_id  TEXT NOT NULL,
	ver     INTEGER,
	name    TEXT,
	email   TEXT,
	role    INTEGER,
	account TEXT,
	ai      TEXT,
	UNIQUE (source, ext_id)
) STRICT;

-- external: its id in the CRM; domains: of its addresses, a JSON array.
CREATE TABLE account (
	id       INTEGER PRIMARY KEY,
	source   INTEGER NOT NULL REFERENCES source(id),
	ext_id   TEXT NOT NULL,
	ver      INTEGER,
	name     TEXT,
	created  INTEGER,
	external TEXT,
	domains  TEXT,
	UNIQUE (source, ext_id)
) STRICT;

-- A value and the time from which it held; since = -1: only today's value is
-- known.  num is the value as a number, where it is one.  derived: worked out
-- from subscriptions, or taken from the same account of another source.
CREATE TABLE account_fact (
	account INTEGER NOT NULL REFERENCES account(id),
	name    TEXT NOT NULL,
	since   INTEGER NOT NULL,
	value   TEXT NOT NULL,
	num     REAL,
	ver     INTEGER,
	derived INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (account, name, since)
) STRICT, WITHOUT ROWID;

-- What an account pays for from one day until another (NULL: still); cents.
CREATE TABLE subscription (
	id       INTEGER PRIMARY KEY,
	source   INTEGER NOT NULL REFERENCES source(id),
	ext_id   TEXT NOT NULL,
	ver      INTEGER,
	account  TEXT NOT NULL,
	since    INTEGER NOT NULL,
	until    INTEGER,
	plan     TEXT,
	seats    REAL,
	mrr      INTEGER,
	arr      INTEGER,
	currency TEXT,
	UNIQUE (source, ext_id)
) STRICT;

-- An answer to a survey: kind csat ces nps; score as given, on scale; value
-- from 0 worst to 1 best; rated: ai or agent, NULL where nobody says.
CREATE TABLE survey (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket(id),
	ext_id    TEXT NOT NULL,
	ver       INTEGER,
	at        INTEGER,
	kind      TEXT,
	scale     TEXT,
	raw       TEXT,
	score     REAL,
	value     REAL,
	satisfied INTEGER,
	rated     TEXT,
	comment   TEXT,
	UNIQUE (ticket, ext_id)
) STRICT;

-- An AI's draft and what a person sent; sent NULL: not used.  basis: where the
-- pair comes from (export, note).  edit: share of words that differ; outcome:
-- unchanged edited rewritten unused.
CREATE TABLE suggestion (
	id     INTEGER PRIMARY KEY,
	ticket INTEGER NOT NULL REFERENCES ticket(id),
	ext_id TEXT NOT NULL,
	ver    INTEGER,
	at     INTEGER,
	author TEXT,
	draft  TEXT,
	sent   TEXT,
	basis  TEXT,
	edit   REAL,
	outcome TEXT,
	UNIQUE (ticket, ext_id)
) STRICT;

-- What a person says a tag should be; ext_id is AUTHOR/DIMENSION.
CREATE TABLE label (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket(id),
	ext_id    TEXT NOT NULL,
	ver       INTEGER,
	dimension TEXT NOT NULL,
	value     TEXT NOT NULL,
	author    TEXT,
	at        INTEGER,
	UNIQUE (ticket, ext_id)
) STRICT;

-- What the helpdesk calls its teams and fields; ext_id is group/ID or field/ID.
-- A field called "Resolution type" tells the AI's state.
CREATE TABLE name (
	id     INTEGER PRIMARY KEY,
	source INTEGER NOT NULL REFERENCES source(id),
	ext_id TEXT NOT NULL,
	ver    INTEGER,
	name   TEXT,
	UNIQUE (source, ext_id)
) STRICT;

-- A stage of a pipeline, which tickets name as their status, and its meaning.
CREATE TABLE stage (
	id     INTEGER PRIMARY KEY,
	source INTEGER NOT NULL REFERENCES source(id),
	ext_id TEXT NOT NULL,
	ver    INTEGER,
	name   TEXT,
	status TEXT,
	UNIQUE (source, ext_id)
) STRICT;

-- What messages and events add up to, a row a ticket, made anew by hs-import
-- for every ticket it touched.  solved_basis: status, updated or assumed.
-- after_ai: a person answered after the AI.  ai_state: as ticket.ai_state, else
-- by ai_state_basis (vendor, joined, messages) pending or unknown.
-- survey_csat, survey_ok: of the surveys, where the ticket itself has none.
CREATE TABLE ticket_stat (
	ticket         INTEGER PRIMARY KEY REFERENCES ticket(id),
	messages       INTEGER NOT NULL,
	customer_turns INTEGER,
	ai_turns       INTEGER,
	agent_turns    INTEGER,
	last_at        INTEGER,
	first_reply_s  INTEGER,
	handle_s       INTEGER,
	handle_basis   TEXT,
	reopens        INTEGER,
	transfers      INTEGER,
	first_solved   INTEGER,
	solved         INTEGER,
	solved_basis   TEXT,
	after_ai       INTEGER,
	ai_state       TEXT,
	ai_state_basis TEXT,
	survey_csat    REAL,
	survey_ok      INTEGER
) STRICT;

-- A rule set is the bytes of its files in the order they were read; its name
-- is their SHA-256.  One is active: that of the last complete run.
-- grouped: its clusters are those of its answers as they are now.
CREATE TABLE ruleset (
	id      INTEGER PRIMARY KEY,
	hash    TEXT NOT NULL UNIQUE,
	name    TEXT NOT NULL,
	active  INTEGER NOT NULL DEFAULT 0,
	grouped INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE ruleset_file (
	ruleset  INTEGER NOT NULL REFERENCES ruleset(id),
	seq      INTEGER NOT NULL,
	name     TEXT NOT NULL,
	asked    TEXT NOT NULL,
	text     TEXT NOT NULL,
	PRIMARY KEY (ruleset, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE ruleset_value (
	ruleset   INTEGER NOT NULL REFERENCES ruleset(id),
	dimension TEXT NOT NULL,
	idx       INTEGER NOT NULL,
	value     TEXT NOT NULL,
	many      INTEGER NOT NULL,
	PRIMARY KEY (ruleset, dimension, idx)
) STRICT, WITHOUT ROWID;

-- cluster: the rule tests what tickets with the same answer have in common.
CREATE TABLE ruleset_rule (
	ruleset INTEGER NOT NULL REFERENCES ruleset(id),
	number  INTEGER NOT NULL,
	id      TEXT NOT NULL,
	why     TEXT,
	cluster INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (ruleset, number)
) STRICT, WITHOUT ROWID;

-- What a person decided a tag is, whatever rules and models find.
CREATE TABLE override (
	ticket    INTEGER NOT NULL REFERENCES ticket(id),
	dimension TEXT NOT NULL,
	value     TEXT NOT NULL,
	why       TEXT NOT NULL,
	PRIMARY KEY (ticket, dimension)
) STRICT, WITHOUT ROWID;

-- A model of one dimension, learned from labels; hash: SHA-256 of the
-- dimension, a line feed and its bytes.
-- used: the newest of its dimension that did better than the rules.  Provenance
-- is a JSON object: labels, folds, seed, rule set and the figures.
CREATE TABLE model (
	id         INTEGER PRIMARY KEY,
	hash       TEXT NOT NULL UNIQUE,
	dimension  TEXT NOT NULL,
	used       INTEGER NOT NULL DEFAULT 0,
	provenance TEXT NOT NULL,
	bytes      BLOB NOT NULL
) STRICT;

-- What was guessed of a labelled ticket without having seen its label; p: how
-- sure, sure: enough to stand.
CREATE TABLE model_guess (
	model  INTEGER NOT NULL REFERENCES model(id),
	ticket INTEGER NOT NULL REFERENCES ticket(id),
	fold   INTEGER NOT NULL,
	value  TEXT NOT NULL,
	p      REAL NOT NULL,
	sure   INTEGER NOT NULL,
	PRIMARY KEY (model, ticket)
) STRICT, WITHOUT ROWID;

-- The models that a rule set is used with.
CREATE TABLE ruleset_model (
	ruleset INTEGER NOT NULL REFERENCES ruleset(id),
	model   INTEGER NOT NULL REFERENCES model(id),
	PRIMARY KEY (ruleset, model)
) STRICT, WITHOUT ROWID;

-- A wide row a ticket and rule set.  Values are ruleset_value.idx, NULL is
-- unknown; NAME_by is the number of the rule that decided (0 a default, -1 a
-- model, -2 a person);
-- NAME_open the value from arrival facts alone.  many: an object of arrays.
-- guess: of each learned dimension what the model says and how sure it is,
-- {"issue":["refund",0.8311]}, whether that stands or not.
-- path: 1 ai_only 2 ai_to_human 3 human_only 4 human_to_ai 5 no_reply.
-- rev: the ticket's when it was tagged.  readable: 1, or why not (0 language,
-- -1 too little text).
-- ai_answers: public messages of the AI that are answers, ai_answered_at the last
-- of them; NULL without texts.  ai_reply: what the customer wrote after it and
-- before any person: 1 that it helped, -1 that it did not or more is wanted, 0
-- something else, NULL nothing.
CREATE TABLE tagging (
	ruleset         INTEGER NOT NULL REFERENCES ruleset(id),
	ticket          INTEGER NOT NULL REFERENCES ticket(id),
	rev             INTEGER NOT NULL,
	readable        INTEGER NOT NULL,
	language        TEXT,
	path            INTEGER,
	path_basis      TEXT,
	handoff_at      INTEGER,
	handoff_message INTEGER,
	handoff_basis   TEXT,
	complexity      INTEGER,
	complexity_by   INTEGER,
	complexity_open INTEGER,
	emotion         INTEGER,
	emotion_by      INTEGER,
	emotion_open    INTEGER,
	pattern         INTEGER,
	pattern_by      INTEGER,
	pattern_open    INTEGER,
	issue           INTEGER,
	issue_by        INTEGER,
	issue_open      INTEGER,
	approach        INTEGER,
	approach_by     INTEGER,
	tier            INTEGER,
	tier_by         INTEGER,
	tier_open       INTEGER,
	many            TEXT,
	guess           TEXT,
	ai_answers      INTEGER,
	ai_answered_at  INTEGER,
	ai_reply        INTEGER,
	PRIMARY KEY (ruleset, ticket)
) STRICT, WITHOUT ROWID;

-- What an answer of a ticket says, masked, as a MinHash signature; message: its
-- place among the ticket's messages.
CREATE TABLE signature (
	ticket  INTEGER NOT NULL REFERENCES ticket(id),
	message INTEGER NOT NULL,
	bytes   BLOB NOT NULL,
	PRIMARY KEY (ticket, message)
) STRICT, WITHOUT ROWID;

-- The answer of a solved ticket under a rule set: the last substantive one, of
-- a ticket that came back the last before it was first solved.  role: 2 ai
-- 3 agent.  durable: the ticket did not come back.  issue: as tagged while
-- nothing was known of clusters.  cluster: the ticket that stands for those with
-- the same answer, NULL when there is no other; size: tickets with this answer;
-- share: of the tickets of that issue with an answer, those with this one; kept:
-- of the tickets with this answer, those that did not come back.
CREATE TABLE answer (
	ruleset INTEGER NOT NULL REFERENCES ruleset(id),
	ticket  INTEGER NOT NULL REFERENCES ticket(id),
	message INTEGER NOT NULL,
	role    INTEGER NOT NULL,
	durable INTEGER NOT NULL,
	issue   INTEGER,
	cluster INTEGER REFERENCES ticket(id),
	size    INTEGER,
	share   REAL,
	kept    REAL,
	PRIMARY KEY (ruleset, ticket)
) STRICT, WITHOUT ROWID;

-- Types that stay with people under a rule set, with the figure that decided.
CREATE TABLE keep_issue (
	ruleset   INTEGER NOT NULL REFERENCES ruleset(id),
	issue     TEXT NOT NULL,
	reason    TEXT NOT NULL,
	x         INTEGER,
	n         INTEGER,
	lo        REAL,
	threshold REAL,
	PRIMARY KEY (ruleset, issue, reason)
) STRICT, WITHOUT ROWID;

-- A sample of tickets for people to review, as it was drawn: what is stored of
-- it stays as it was, whatever is imported or tagged later.  frame: SHA-256 of the
-- lines "key TAB stratum LF" of its frame, sorted bytewise; strata: the columns
-- that cut the strata; ruleset: whose tags the tickets had, NULL: none.  period:
-- 0 created 1 solved 2 handoff in [since, until), NULL where tickets were named;
-- filter: the condition on them.  twice: share that two people review.  asof: the
-- newest event when it was drawn.
CREATE TABLE sample (
	id      INTEGER PRIMARY KEY,
	name    TEXT NOT NULL UNIQUE,
	seed    TEXT NOT NULL,
	frame   TEXT NOT NULL,
	strata  TEXT NOT NULL,
	ruleset INTEGER REFERENCES ruleset(id),
	period  INTEGER,
	since   INTEGER,
	until   INTEGER,
	filter  TEXT,
	twice   REAL NOT NULL,
	asof    INTEGER
) STRICT;

-- N tickets of the frame, n_drawn of them drawn.  ceiling: yes, no or unknown: what
-- the tags of all of them said.
CREATE TABLE sample_stratum (
	sample  INTEGER NOT NULL REFERENCES sample(id),
	stratum INTEGER NOT NULL,
	name    TEXT NOT NULL,
	ceiling TEXT NOT NULL,
	N       INTEGER NOT NULL,
	n_drawn INTEGER NOT NULL,
	PRIMARY KEY (sample, stratum)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_frame (
	sample  INTEGER NOT NULL REFERENCES sample(id),
	ticket  INTEGER NOT NULL REFERENCES ticket(id),
	stratum INTEGER NOT NULL,
	PRIMARY KEY (sample, ticket)
) STRICT, WITHOUT ROWID;

-- How the frame was tagged: tickets of a stratum by the value of a dimension
-- (complexity emotion pattern issue tier ceiling; also path), "unknown" where
-- there was none, and their handling as in the view landscape.
CREATE TABLE sample_count (
	sample    INTEGER NOT NULL REFERENCES sample(id),
	stratum   INTEGER NOT NULL,
	dimension TEXT NOT NULL,
	value     TEXT NOT NULL,
	n         INTEGER NOT NULL,
	handle_s  REAL NOT NULL,
	known     INTEGER NOT NULL,
	turns     INTEGER NOT NULL,
	missing   INTEGER NOT NULL,
	human     INTEGER NOT NULL,
	PRIMARY KEY (sample, stratum, dimension, value)
) STRICT, WITHOUT ROWID;

-- The types that stayed with people when the sample was drawn.
CREATE TABLE sample_keep (
	sample INTEGER NOT NULL REFERENCES sample(id),
	issue  TEXT NOT NULL,
	PRIMARY KEY (sample, issue)
) STRICT, WITHOUT ROWID;

-- A ticket drawn, with its tags as they were; NULL is unknown.  place: in the
-- order of the draw, from 1, within its stratum; twice: for a second reviewer
-- too; at: its place in the sheet, which tells nothing of stratum or tags; risk:
-- in a high-stakes segment; ai: an AI answered.
CREATE TABLE sample_ticket (
	sample     INTEGER NOT NULL REFERENCES sample(id),
	ticket     INTEGER NOT NULL REFERENCES ticket(id),
	stratum    INTEGER NOT NULL,
	place      INTEGER NOT NULL,
	twice      INTEGER NOT NULL,
	at         INTEGER NOT NULL,
	complexity TEXT,
	emotion    TEXT,
	pattern    TEXT,
	issue      TEXT,
	tier       TEXT,
	path       TEXT,
	kept       INTEGER NOT NULL,
	risk       INTEGER,
	ai         INTEGER NOT NULL,
	handle_s   REAL,
	turns      INTEGER,
	PRIMARY KEY (sample, ticket)
) STRICT, WITHOUT ROWID;

-- What a reviewer answered; question: as in `hs-sample codebook`.
CREATE TABLE review (
	sample   INTEGER NOT NULL REFERENCES sample(id),
	ticket   INTEGER NOT NULL REFERENCES ticket(id),
	reviewer TEXT NOT NULL,
	question TEXT NOT NULL,
	value    TEXT NOT NULL,
	PRIMARY KEY (sample, ticket, reviewer, question)
) STRICT, WITHOUT ROWID;

-- What a reviewer's answers make of a ticket by the sample's rule set: its tier
-- (unclear where "unclear" was answered and it matters), with the machine's tags
-- where no answer was given; kept: the type they give stays with people.
CREATE TABLE verdict (
	sample   INTEGER NOT NULL REFERENCES sample(id),
	ticket   INTEGER NOT NULL REFERENCES ticket(id),
	reviewer TEXT NOT NULL,
	tier     TEXT NOT NULL,
	kept     INTEGER NOT NULL,
	PRIMARY KEY (sample, ticket, reviewer)
) STRICT, WITHOUT ROWID;

-- A period that later ones are compared with, as `hs-metrics baseline` was told:
-- tickets created in [since, until) for which filter holds; ruleset: the name of the
-- rule set that was active.
CREATE TABLE baseline (
	name    TEXT PRIMARY KEY,
	since   INTEGER NOT NULL,
	until   INTEGER NOT NULL,
	filter  TEXT,
	ruleset TEXT
) STRICT, WITHOUT ROWID;

-- What happened that figures do not tell: a release, an incident.
CREATE TABLE note (
	id   INTEGER PRIMARY KEY,
	at   INTEGER NOT NULL,
	text TEXT NOT NULL
) STRICT;
