-- Made after the first load: an index costs less then.
CREATE INDEX IF NOT EXISTS ticket_unhappy ON ticket
	(account_ref, coalesce(csat_at, updated))
	WHERE satisfied = 0;
CREATE INDEX IF NOT EXISTS ticket_created ON ticket (created);
CREATE INDEX IF NOT EXISTS ticket_named_account ON ticket (source, account)
	WHERE account IS NOT NULL AND account_ref IS NULL;
