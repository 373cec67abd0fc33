SELECT since, until, filter, ruleset,
	ruleset IS NOT (SELECT hash FROM ruleset WHERE active = 1)
FROM baseline WHERE name = ?
