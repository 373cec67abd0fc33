-- Who decided each dimension and why: a rule, a model or a person; NULL is a
-- default, or nobody.
SELECT d.dimension, v.value, CASE d.by WHEN -1 THEN 'model'
	WHEN -2 THEN 'manual' ELSE r.id END,
	CASE d.by WHEN -1 THEN 'learned from labels' WHEN -2 THEN o.why
		ELSE r.why END
FROM (SELECT 1 AS n, 'complexity' AS dimension, complexity AS idx,
		complexity_by AS by, ruleset, ticket FROM tagging
	UNION ALL SELECT 2, 'emotion', emotion, emotion_by, ruleset, ticket
		FROM tagging
	UNION ALL SELECT 3, 'pattern', pattern, pattern_by, ruleset, ticket
		FROM tagging
	UNION ALL SELECT 4, 'issue', issue, issue_by, ruleset, ticket
		FROM tagging
	UNION ALL SELECT 5, 'approach', approach, approach_by, ruleset, ticket
		FROM tagging
	UNION ALL SELECT 6, 'tier', tier, tier_by, ruleset, ticket
		FROM tagging) d
LEFT JOIN ruleset_value v ON v.ruleset = d.ruleset
	AND v.dimension = d.dimension AND v.idx = d.idx
LEFT JOIN ruleset_rule r ON r.ruleset = d.ruleset AND r.number = d.by
LEFT JOIN override o ON o.ticket = d.ticket AND o.dimension = d.dimension
WHERE d.ticket = ? AND d.ruleset = (SELECT id FROM ruleset WHERE active = 1)
ORDER BY d.n
