-- The rule that decided each dimension, NULL a default.
SELECT d.dimension, v.value, r.id, r.why
FROM tagging g JOIN (SELECT 1 AS n, 'complexity' AS dimension
	UNION ALL SELECT 2, 'emotion' UNION ALL SELECT 3, 'pattern'
	UNION ALL SELECT 4, 'issue' UNION ALL SELECT 5, 'approach'
	UNION ALL SELECT 6, 'tier') d
LEFT JOIN ruleset_value v ON v.ruleset = g.ruleset
	AND v.dimension = d.dimension AND v.idx = CASE d.n
		WHEN 1 THEN g.complexity WHEN 2 THEN g.emotion
		WHEN 3 THEN g.pattern WHEN 4 THEN g.issue
		WHEN 5 THEN g.approach ELSE g.tier END
LEFT JOIN ruleset_rule r ON r.ruleset = g.ruleset AND r.number = CASE d.n
		WHEN 1 THEN g.complexity_by WHEN 2 THEN g.emotion_by
		WHEN 3 THEN g.pattern_by WHEN 4 THEN g.issue_by
		WHEN 5 THEN g.approach_by ELSE g.tier_by END
WHERE g.ticket = ? AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
ORDER BY d.n
