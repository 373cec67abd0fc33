-- Made after the first load: an index costs less then.
CREATE INDEX IF NOT EXISTS ticket_account ON ticket (account_ref, created)
	WHERE account_ref IS NOT NULL;
CREATE INDEX IF NOT EXISTS ticket_unhappy ON ticket
	(account_ref, coalesce(csat_at, updated))
	WHERE satisfied = 0;
CREATE INDEX IF NOT EXISTS ticket_requester ON ticket (requester, created)
	WHERE requester IS NOT NULL;
CREATE INDEX IF NOT EXISTS ticket_created ON ticket (created);
