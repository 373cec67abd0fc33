-- The account of a ticket: the id it names, in its own source or, where only
-- one source has such an id, in that; else its requester's; else the name.
-- What an account is may decide tags of tickets this run did not touch.
CREATE INDEX IF NOT EXISTS account_ext ON account (ext_id);
CREATE INDEX IF NOT EXISTS account_name ON account (name);
CREATE TEMP TABLE IF NOT EXISTS ref (ticket INTEGER PRIMARY KEY, account INTEGER);
DELETE FROM ref;
INSERT INTO ref
	SELECT t.id, coalesce(
	(SELECT a.id FROM account a
		WHERE a.source = t.source AND a.ext_id = t.account),
	(SELECT max(a.id) FROM account a
		WHERE a.ext_id = t.account HAVING count(*) = 1),
	(SELECT a.id FROM person p JOIN account a
		ON a.source = p.source AND a.ext_id = p.account
		WHERE p.source = t.source AND p.ext_id = t.requester),
	(SELECT max(a.id) FROM person p JOIN account a ON a.ext_id = p.account
		WHERE p.source = t.source AND p.ext_id = t.requester
		HAVING count(*) = 1),
	(SELECT max(a.id) FROM account a
		WHERE a.name = t.account HAVING count(*) = 1)) AS account
	FROM ticket t
	WHERE (t.id IN (SELECT ticket FROM dirty) OR
		EXISTS (SELECT 1 FROM dirty_other WHERE kind IN (3, 4)))
	AND EXISTS (SELECT 1 FROM account);
DELETE FROM ref WHERE account IS
	(SELECT t.account_ref FROM ticket t WHERE t.id = ref.ticket);
INSERT OR IGNORE INTO dirty SELECT ticket FROM ref;
UPDATE ticket SET account_ref = ref.account
	FROM ref WHERE ref.ticket = ticket.id;
INSERT OR IGNORE INTO dirty
	SELECT t.id FROM dirty_other o JOIN ticket t ON t.account_ref = o.id
	WHERE o.kind = 4;
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
	SELECT t.id FROM ticket t JOIN flipped f ON f.source = t.source;
