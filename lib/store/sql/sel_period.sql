INSERT OR IGNORE INTO sel (ticket)
	SELECT t.id FROM ticket t LEFT JOIN ticket_stat k ON k.ticket = t.id
	WHERE t.stub = 0 AND CASE :by WHEN 0 THEN t.created WHEN 1 THEN k.solved
		ELSE (SELECT g.handoff_at FROM tagging g WHERE g.ticket = t.id
			AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1))
		END BETWEEN :since AND :until - 1
