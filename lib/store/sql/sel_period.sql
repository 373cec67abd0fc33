-- by: 0 created 1 solved 2 handoff; 3: handoff, and of what the AI had alone its
-- creation.
INSERT OR IGNORE INTO sel (ticket)
	SELECT t.id FROM ticket t LEFT JOIN ticket_stat k ON k.ticket = t.id
	WHERE t.stub = 0 AND CASE :by WHEN 0 THEN t.created WHEN 1 THEN k.solved
		ELSE (SELECT CASE WHEN :by = 3 AND g.path = 1 THEN t.created
				ELSE g.handoff_at END
			FROM tagging g WHERE g.ticket = t.id
			AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1))
		END BETWEEN :since AND :until - 1
