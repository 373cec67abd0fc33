-- The account of a ticket: the id it names, in its own source or, where only
-- one source has such an id, in that; else its requester's; else the CRM's id;
-- else the domain of the requester's address; else the name.  Where the account
-- has a twin (settle_facts), that one.  What an account is may decide tags of
-- tickets this run did not touch.
CREATE TEMP TABLE IF NOT EXISTS due (ticket INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS ref (ticket INTEGER PRIMARY KEY,
	account INTEGER, basis TEXT);
CREATE TEMP TABLE IF NOT EXISTS crm (external TEXT PRIMARY KEY,
	account INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS host (domain TEXT PRIMARY KEY,
	account INTEGER) WITHOUT ROWID;
DELETE FROM due;
DELETE FROM ref;
DELETE FROM crm;
DELETE FROM host;
INSERT INTO due SELECT t.id FROM (SELECT 1 FROM dirty_other
		WHERE kind = 'account' LIMIT 1) CROSS JOIN ticket t;
CREATE INDEX IF NOT EXISTS ticket_requester ON ticket (requester, created)
	WHERE requester IS NOT NULL;
INSERT OR IGNORE INTO due SELECT t.id FROM (SELECT 1 FROM account LIMIT 1)
	CROSS JOIN dirty_other o CROSS JOIN person p ON p.id = o.id
	CROSS JOIN ticket t ON t.requester = p.ext_id AND t.source = p.source
	WHERE o.kind = 'person';
INSERT OR IGNORE INTO due SELECT d.ticket FROM (SELECT 1 FROM account LIMIT 1)
	CROSS JOIN dirty d;
INSERT INTO crm SELECT external, max(id) FROM account
	WHERE external IS NOT NULL GROUP BY external HAVING count(*) = 1;
INSERT INTO host SELECT s.domain, max(coalesce(w.other, s.account))
	FROM site s LEFT JOIN twin w ON w.account = s.account
	GROUP BY s.domain
	HAVING count(DISTINCT coalesce(w.other, s.account)) = 1;
INSERT INTO ref SELECT t.id, a.id, 'id' FROM due d
	CROSS JOIN ticket t ON t.id = d.ticket
	JOIN account a ON a.source = t.source AND a.ext_id = t.account;
INSERT INTO ref SELECT t.id, max(a.id), 'id' FROM due d
	CROSS JOIN ticket t ON t.id = d.ticket JOIN account a ON a.ext_id = t.account
	WHERE d.ticket NOT IN (SELECT ticket FROM ref)
	GROUP BY t.id HAVING count(*) = 1;
INSERT INTO ref SELECT t.id, a.id, 'requester' FROM due d
	CROSS JOIN ticket t ON t.id = d.ticket
	JOIN person p ON p.source = t.source AND p.ext_id = t.requester
	JOIN account a ON a.source = p.source AND a.ext_id = p.account
	WHERE d.ticket NOT IN (SELECT ticket FROM ref);
INSERT INTO ref SELECT t.id, max(a.id), 'requester' FROM due d
	CROSS JOIN ticket t ON t.id = d.ticket
	JOIN person p ON p.source = t.source AND p.ext_id = t.requester
	JOIN account a ON a.ext_id = p.account
	WHERE d.ticket NOT IN (SELECT ticket FROM ref)
	GROUP BY t.id HAVING count(*) = 1;
INSERT INTO ref SELECT t.id, coalesce(c.account, e.account), 'external'
	FROM due d CROSS JOIN ticket t ON t.id = d.ticket
	LEFT JOIN person p ON p.source = t.source AND p.ext_id = t.requester
	LEFT JOIN crm c ON c.external = t.account
	LEFT JOIN crm e ON e.external = p.account
	WHERE coalesce(c.account, e.account) IS NOT NULL
	AND d.ticket NOT IN (SELECT ticket FROM ref);
INSERT INTO ref SELECT d.ticket, h.account, 'domain' FROM (
	SELECT d.ticket, CASE WHEN instr(t.requester, '@') THEN t.requester
		ELSE (SELECT p.email FROM person p WHERE p.source = t.source
			AND p.ext_id = t.requester) END AS mail
	FROM due d CROSS JOIN ticket t ON t.id = d.ticket
	WHERE t.requester IS NOT NULL AND EXISTS (SELECT 1 FROM host)
	AND d.ticket NOT IN (SELECT ticket FROM ref)) d
	JOIN host h ON h.domain = lower(substr(d.mail, instr(d.mail, '@') + 1))
	WHERE instr(d.mail, '@');
INSERT INTO ref SELECT t.id, max(a.id), 'name' FROM due d
	CROSS JOIN ticket t ON t.id = d.ticket JOIN account a ON a.name = t.account
	WHERE d.ticket NOT IN (SELECT ticket FROM ref)
	GROUP BY t.id
	HAVING count(DISTINCT coalesce((SELECT w.other FROM twin w
		WHERE w.account = a.id), a.id)) = 1;
INSERT OR IGNORE INTO ref SELECT ticket, NULL, NULL FROM due;
UPDATE ref SET account = w.other, basis = w.basis FROM twin w
	WHERE w.account = ref.account AND ref.basis <> 'name';
UPDATE ref SET account = w.other FROM twin w
	WHERE w.account = ref.account AND ref.basis = 'name';
DELETE FROM ref WHERE EXISTS (SELECT 1 FROM ticket t WHERE t.id = ref.ticket
	AND t.account_ref IS ref.account AND t.account_basis IS ref.basis);
INSERT OR IGNORE INTO dirty SELECT r.ticket FROM ref r
	CROSS JOIN ticket t ON t.id = r.ticket AND t.account_ref IS NOT r.account;
UPDATE ticket SET account_ref = ref.account, account_basis = ref.basis
	FROM ref WHERE +ref.ticket = ticket.id;
CREATE INDEX IF NOT EXISTS ticket_account ON ticket (account_ref, created)
	WHERE account_ref IS NOT NULL;
INSERT OR IGNORE INTO dirty
	SELECT t.id FROM dirty_other o CROSS JOIN ticket t
		ON t.account_ref = o.id
	WHERE o.kind = 'account';
-- The first status or message of a source says something of all its tickets.
CREATE TEMP TABLE IF NOT EXISTS flipped (source INTEGER PRIMARY KEY);
DELETE FROM flipped;
INSERT INTO flipped SELECT s.id FROM source s WHERE
	(s.has_status = 0 AND EXISTS (SELECT 1 FROM ticket t
		WHERE t.source = s.id AND
		(t.status_raw IS NOT NULL OR t.solved IS NOT NULL))) OR
	(s.has_text = 0 AND EXISTS (SELECT 1 FROM ticket t
		JOIN message m ON m.ticket = t.id WHERE t.source = s.id));
UPDATE source SET
	has_status = has_status OR EXISTS (SELECT 1 FROM ticket t
		WHERE t.source = source.id AND
		(t.status_raw IS NOT NULL OR t.solved IS NOT NULL)),
	has_text = has_text OR EXISTS (SELECT 1 FROM ticket t
		JOIN message m ON m.ticket = t.id WHERE t.source = source.id)
	WHERE id IN (SELECT source FROM flipped);
INSERT OR IGNORE INTO dirty
	SELECT t.id FROM flipped f CROSS JOIN ticket t ON t.source = f.source;
