DELETE FROM sel WHERE EXISTS (SELECT 1 FROM tagging g
	JOIN ticket t ON t.id = g.ticket
	WHERE g.ruleset = ?1 AND g.ticket = sel.ticket AND g.rev = t.rev)
