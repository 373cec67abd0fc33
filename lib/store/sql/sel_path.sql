-- Of the selection what the AI had stays, by path: 2 what it handed to people, 1
-- what it had alone; 0: none.  Tickets of no population leave, as in the view
-- landscape.
DELETE FROM sel WHERE ticket NOT IN (SELECT g.ticket FROM sel s
	JOIN tagging g ON g.ticket = s.ticket
	JOIN ticket t ON t.id = s.ticket
	LEFT JOIN ticket_stat k ON k.ticket = s.ticket
	WHERE g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
	AND g.path IN (?1, ?2) AND t.joined IS NULL
	AND t.id NOT IN (SELECT ticket FROM played)
	AND (t.mark IS NULL OR t.mark = 'outbound' AND k.customer_turns > 0))
