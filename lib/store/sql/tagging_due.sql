SELECT count(*) FROM ticket t
	LEFT JOIN tagging g ON g.ruleset = ?1 AND g.ticket = t.id
	WHERE t.stub = 0 AND (g.ticket IS NULL OR g.rev <> t.rev)
