-- The account of a ticket: the id it names, in its own source or, where only
-- one source has such an id, in that; else its requester's; else the name.
CREATE INDEX IF NOT EXISTS account_ext ON account (ext_id);
CREATE INDEX IF NOT EXISTS account_name ON account (name);
UPDATE ticket SET account_ref = coalesce(
	(SELECT a.id FROM account a
		WHERE a.source = ticket.source AND a.ext_id = ticket.account),
	(SELECT max(a.id) FROM account a
		WHERE a.ext_id = ticket.account HAVING count(*) = 1),
	(SELECT a.id FROM person p JOIN account a
		ON a.source = p.source AND a.ext_id = p.account
		WHERE p.source = ticket.source AND p.ext_id = ticket.requester),
	(SELECT max(a.id) FROM person p JOIN account a ON a.ext_id = p.account
		WHERE p.source = ticket.source AND p.ext_id = ticket.requester
		HAVING count(*) = 1),
	(SELECT max(a.id) FROM account a
		WHERE a.name = ticket.account HAVING count(*) = 1))
	WHERE (id IN (SELECT ticket FROM dirty) OR
		EXISTS (SELECT 1 FROM dirty_other WHERE kind = 4))
	AND EXISTS (SELECT 1 FROM account);
-- What an account was decides tags of its tickets.
INSERT OR IGNORE INTO dirty
	SELECT t.id FROM dirty_other o JOIN ticket t ON t.account_ref = o.id
	WHERE o.kind = 4;
