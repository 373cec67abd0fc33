-- When the first ticket of each type came in that was ever imported.
SELECT v.value, g.first FROM (SELECT g.ruleset, g.issue, min(t.created) AS first
	FROM tagging g JOIN ticket t ON t.id = g.ticket
	WHERE g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
		AND t.stub = 0 AND g.issue IS NOT NULL GROUP BY g.issue) g
JOIN ruleset_value v ON v.ruleset = g.ruleset AND v.dimension = 'issue'
	AND v.idx = g.issue
