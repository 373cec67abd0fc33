-- Cells of the landscape map; unknown is a cell of its own.
SELECT coalesce(c.value, 'unknown'), coalesce(e.value, 'unknown'),
	coalesce(p.value, 'unknown'), g.n, g.handle_s, g.known,
	g.turns, g.missing, g.human, g.key
FROM (SELECT l.ruleset, l.complexity_id, l.emotion_id, l.pattern_id,
		count(*) AS n, sum(l.handle_s) AS handle_s,
		count(l.handle_s) AS known,
		sum(CASE WHEN l.handle_s IS NULL THEN l.agent_turns END)
			AS turns,
		sum(l.handle_missing) AS missing,
		sum(l.agent_turns > 0) AS human, min(l.key) AS key
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	GROUP BY l.ruleset, l.complexity_id, l.emotion_id, l.pattern_id) g
LEFT JOIN ruleset_value c ON c.ruleset = g.ruleset
	AND c.dimension = 'complexity' AND c.idx = g.complexity_id
LEFT JOIN ruleset_value e ON e.ruleset = g.ruleset
	AND e.dimension = 'emotion' AND e.idx = g.emotion_id
LEFT JOIN ruleset_value p ON p.ruleset = g.ruleset
	AND p.dimension = 'pattern' AND p.idx = g.pattern_id
ORDER BY g.complexity_id IS NULL, g.complexity_id, g.emotion_id IS NULL,
	g.emotion_id, g.pattern_id IS NULL, g.pattern_id
