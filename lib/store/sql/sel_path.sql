-- Of the selection what the AI had stays: 2 what it handed to people, 1 what it
-- had alone; any of either where a parameter is 0.
DELETE FROM sel WHERE ticket NOT IN (SELECT g.ticket FROM sel s
	JOIN tagging g ON g.ticket = s.ticket
	WHERE g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
	AND g.path IN (?1, ?2))
