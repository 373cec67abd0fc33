-- What accounts paid and when, from their subscriptions: on each day one began
-- or ended, the sum of those open then; the plan is that of the dearest.  A day
-- that changes nothing makes no row.
INSERT OR IGNORE INTO account (source, ext_id)
	SELECT DISTINCT s.source, s.account FROM subscription s
	WHERE s.id IN (SELECT id FROM dirty_other WHERE kind = 'subscription');
CREATE TEMP TABLE IF NOT EXISTS was (account INTEGER, name TEXT, since INTEGER,
	value TEXT, num REAL, PRIMARY KEY (account, name, since)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS edge (account INTEGER, at INTEGER, mrr INTEGER,
	arr INTEGER, seats REAL, plan TEXT, currency TEXT,
	PRIMARY KEY (account, at)) WITHOUT ROWID;
DELETE FROM was;
DELETE FROM edge;
INSERT INTO was SELECT account, name, since, value, num FROM account_fact
	WHERE derived AND EXISTS
	(SELECT 1 FROM dirty_other WHERE kind IN ('account', 'subscription'));
DELETE FROM account_fact WHERE derived AND EXISTS
	(SELECT 1 FROM dirty_other WHERE kind IN ('account', 'subscription'));
CREATE INDEX IF NOT EXISTS subscription_account
	ON subscription (source, account);
INSERT OR IGNORE INTO edge (account, at)
	SELECT a.id, s.since FROM subscription s
	JOIN account a ON a.source = s.source AND a.ext_id = s.account
	WHERE EXISTS (SELECT 1 FROM dirty_other WHERE kind IN ('account', 'subscription'));
INSERT OR IGNORE INTO edge (account, at)
	SELECT a.id, s.until FROM subscription s
	JOIN account a ON a.source = s.source AND a.ext_id = s.account
	WHERE s.until IS NOT NULL AND
	EXISTS (SELECT 1 FROM dirty_other WHERE kind IN ('account', 'subscription'));
UPDATE edge SET mrr = o.mrr, arr = o.arr, seats = o.seats,
	currency = o.currency
FROM (SELECT e.account, e.at, sum(s.mrr) AS mrr, sum(s.arr) AS arr,
		sum(s.seats) AS seats, max(s.currency) AS currency
	FROM edge e JOIN account a ON a.id = e.account
	JOIN subscription s ON s.source = a.source AND s.account = a.ext_id
		AND s.since <= e.at AND (s.until IS NULL OR s.until > e.at)
	GROUP BY e.account, e.at) o
WHERE o.account = edge.account AND o.at = edge.at;
UPDATE edge SET plan = (SELECT s.plan FROM account a
	JOIN subscription s ON s.source = a.source AND s.account = a.ext_id
		AND s.since <= edge.at
		AND (s.until IS NULL OR s.until > edge.at)
	WHERE a.id = edge.account AND s.plan IS NOT NULL
	ORDER BY s.mrr DESC, s.since DESC, s.ext_id LIMIT 1);
-- Nothing is open any more: it pays nothing, and has no plan.
UPDATE edge SET mrr = 0, arr = 0, seats = 0, plan = 'none'
	WHERE NOT EXISTS (SELECT 1 FROM account a
	JOIN subscription s ON s.source = a.source AND s.account = a.ext_id
		AND s.since <= edge.at
		AND (s.until IS NULL OR s.until > edge.at)
	WHERE a.id = edge.account);
INSERT OR IGNORE INTO account_fact (account, name, since, value, num, derived)
SELECT account, name, at, value, num, 1 FROM (
	SELECT account, name, at, value, num, lag(value) OVER
		(PARTITION BY account, name ORDER BY at) AS before
	FROM (SELECT account, 'mrr' AS name, at, mrr AS num,
			printf('%d.%02d', mrr / 100, mrr % 100) AS value FROM edge
		UNION ALL SELECT account, 'arr', at, arr,
			printf('%d.%02d', arr / 100, arr % 100) FROM edge
		UNION ALL SELECT account, 'seats', at, seats,
			printf('%g', seats) FROM edge
		UNION ALL SELECT account, 'plan', at, NULL, plan FROM edge
		UNION ALL SELECT account, 'currency', at, NULL, currency
			FROM edge)
	WHERE value IS NOT NULL AND (num IS NOT NULL OR
		name IN ('plan', 'currency')))
WHERE before IS NOT value;

-- The same account in another source, as a CRM, that knows more of it: the
-- CRM's id that it names; or, where it has no facts of its own, the one account
-- with facts and the same id, a domain in common, or the same name.  Ids of two
-- helpdesks say nothing of each other: 1 is somebody in each.
CREATE INDEX IF NOT EXISTS account_ext ON account (ext_id);
CREATE INDEX IF NOT EXISTS account_name ON account (name);
CREATE TEMP TABLE IF NOT EXISTS twin (account INTEGER PRIMARY KEY,
	other INTEGER, basis TEXT);
CREATE TEMP TABLE IF NOT EXISTS bare (account INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS site (domain TEXT, account INTEGER,
	PRIMARY KEY (domain, account)) WITHOUT ROWID;
DELETE FROM twin;
DELETE FROM bare;
DELETE FROM site;
INSERT INTO bare SELECT a.id FROM account a WHERE NOT EXISTS
	(SELECT 1 FROM account_fact f WHERE f.account = a.id);
INSERT OR IGNORE INTO site SELECT j.value, a.id
	FROM account a, json_each(a.domains) j WHERE a.domains IS NOT NULL;
INSERT INTO twin SELECT a.id, max(o.id), 'external' FROM account a
	JOIN account o ON o.ext_id = a.external AND o.source <> a.source
	JOIN source s ON s.id = o.source
		AND s.vendor IN ('salesforce', 'hubspot', 'generic')
	GROUP BY a.id HAVING count(*) = 1;
INSERT OR IGNORE INTO twin SELECT a.id, max(o.id), 'id' FROM bare b
	JOIN account a ON a.id = b.account
	JOIN account o ON o.ext_id = a.ext_id AND o.id <> a.id
	JOIN source s ON s.id = o.source
		AND s.vendor IN ('salesforce', 'hubspot', 'generic')
	WHERE o.id NOT IN (SELECT account FROM bare)
	GROUP BY a.id HAVING count(*) = 1;
INSERT OR IGNORE INTO twin SELECT b.account, max(o.account), 'domain'
	FROM bare b JOIN site s ON s.account = b.account
	JOIN site o ON o.domain = s.domain AND o.account <> b.account
	WHERE o.account NOT IN (SELECT account FROM bare)
	GROUP BY b.account HAVING count(DISTINCT o.account) = 1;
INSERT OR IGNORE INTO twin SELECT a.id, max(o.id), 'name' FROM bare b
	JOIN account a ON a.id = b.account
	JOIN account o ON o.name = a.name AND o.id <> a.id
	WHERE o.id NOT IN (SELECT account FROM bare)
	GROUP BY a.id HAVING count(*) = 1;
INSERT OR IGNORE INTO account_fact
	(account, name, since, value, num, ver, derived)
	SELECT w.other, f.name, f.since, f.value, f.num, f.ver, 1
	FROM twin w JOIN account_fact f ON f.account = w.account
	WHERE NOT EXISTS (SELECT 1 FROM account_fact o
		WHERE o.account = w.other AND o.name = f.name)
	AND EXISTS (SELECT 1 FROM dirty_other WHERE kind IN ('account', 'subscription'))
	ORDER BY w.account;
-- Accounts of which this says something new.
INSERT OR IGNORE INTO dirty_other SELECT 'account', account FROM (
	SELECT account, name, since, value, num FROM account_fact
		WHERE derived AND EXISTS
		(SELECT 1 FROM dirty_other WHERE kind IN ('account', 'subscription'))
	EXCEPT SELECT account, name, since, value, num FROM was);
INSERT OR IGNORE INTO dirty_other SELECT 'account', account FROM (
	SELECT account, name, since, value, num FROM was
	EXCEPT SELECT account, name, since, value, num FROM account_fact
		WHERE derived);
