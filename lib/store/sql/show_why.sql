-- The rule that decided each dimension, NULL a default.
SELECT d.dimension, v.value, r.id, r.why, d.by
FROM tagging g JOIN (
	SELECT 1 AS n, 'complexity' AS dimension, ruleset, ticket,
		complexity AS idx, complexity_by AS by FROM tagging
	UNION ALL SELECT 2, 'emotion', ruleset, ticket, emotion, emotion_by
		FROM tagging
	UNION ALL SELECT 3, 'pattern', ruleset, ticket, pattern, pattern_by
		FROM tagging
	UNION ALL SELECT 4, 'issue', ruleset, ticket, issue, issue_by
		FROM tagging
	UNION ALL SELECT 5, 'approach', ruleset, ticket, approach, approach_by
		FROM tagging
	UNION ALL SELECT 6, 'tier', ruleset, ticket, tier, tier_by FROM tagging
) d ON d.ruleset = g.ruleset AND d.ticket = g.ticket
LEFT JOIN ruleset_value v ON v.ruleset = g.ruleset
	AND v.dimension = d.dimension AND v.idx = d.idx
LEFT JOIN ruleset_rule r ON r.ruleset = g.ruleset AND r.number = d.by
WHERE g.ticket = ? AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
ORDER BY d.n
