INSERT OR REPLACE INTO baseline (name, since, until, filter, ruleset)
	VALUES (?, ?, ?, ?, (SELECT hash FROM ruleset WHERE active = 1))
