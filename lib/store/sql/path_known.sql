-- Is it known of any ticket whether the AI had it?
SELECT EXISTS (SELECT 1 FROM tagging
	WHERE ruleset = (SELECT id FROM ruleset WHERE active = 1)
	AND path IS NOT NULL)
