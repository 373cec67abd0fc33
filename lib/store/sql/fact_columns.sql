-- The columns of rule_facts, and whether what they say is what was so at the
-- time of the ticket.  A fact of an account that came without a date is that
-- of the day it came; what agents do to a ticket is exported as it ended up.
SELECT c.name, CASE
	WHEN c.name IN ('ticket_tag', 'ticket_priority', 'ticket_category',
		'fields') THEN 0
	WHEN substr(c.name, 1, 8) = 'account_' THEN NOT EXISTS
		(SELECT 1 FROM account_fact f
		WHERE f.name = substr(c.name, 9) AND f.since < 0)
	ELSE 1 END AS as_of
FROM pragma_table_info('rule_facts') c
ORDER BY c.cid
