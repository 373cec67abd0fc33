-- By complexity, emotion, pattern, tier and type: tickets.
SELECT coalesce(c.value, 'unknown'), coalesce(e.value, 'unknown'),
	coalesce(p.value, 'unknown'), coalesce(t.value, 'unknown'), i.value, g.n
FROM (SELECT l.ruleset, l.complexity_id, l.emotion_id, l.pattern_id, l.tier_id,
		l.issue_id, count(*) AS n
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	GROUP BY l.ruleset, l.complexity_id, l.emotion_id, l.pattern_id,
		l.tier_id, l.issue_id) g
LEFT JOIN ruleset_value c ON c.ruleset = g.ruleset
	AND c.dimension = 'complexity' AND c.idx = g.complexity_id
LEFT JOIN ruleset_value e ON e.ruleset = g.ruleset
	AND e.dimension = 'emotion' AND e.idx = g.emotion_id
LEFT JOIN ruleset_value p ON p.ruleset = g.ruleset
	AND p.dimension = 'pattern' AND p.idx = g.pattern_id
LEFT JOIN ruleset_value t ON t.ruleset = g.ruleset
	AND t.dimension = 'tier' AND t.idx = g.tier_id
LEFT JOIN ruleset_value i ON i.ruleset = g.ruleset
	AND i.dimension = 'issue' AND i.idx = g.issue_id
ORDER BY g.complexity_id IS NULL, g.complexity_id, g.tier_id IS NULL, g.tier_id,
	g.emotion_id IS NULL, g.emotion_id, g.pattern_id IS NULL, g.pattern_id,
	i.value
