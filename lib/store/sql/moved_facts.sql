SELECT sel.ticket, t.account_ref, k.handle_s, g.issue
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN tagging g ON g.ticket = t.id
	AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
ORDER BY sel.ticket
