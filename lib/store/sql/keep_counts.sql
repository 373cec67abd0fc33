-- Per type, over the low and repeatable cells of the selection: tickets, and
-- for each of the three flags what a cluster-corrected interval needs.
SELECT v.value, sum(n), count(*),
	sum(emo), sum(emo * emo), sum(emo * n), sum(n * n),
	sum(risk), sum(risk * risk), sum(risk * n),
	sum(reo), sum(reo * reo), sum(reo * reo_n), sum(reo_n * reo_n), sum(reo_n),
	count(nullif(reo_n, 0)), min(key)
FROM (
	SELECT l.issue_id, l.ruleset, count(*) AS n, min(l.key) AS key,
		sum(coalesce(e.value IN ('frustrated', 'high-stakes'), 0)) AS emo,
		sum(coalesce(l.risk, 0)) AS risk,
		sum(coalesce(l.reopens > 0, 0)) AS reo,
		count(l.reopens) AS reo_n
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	JOIN ruleset_value c ON c.ruleset = l.ruleset
		AND c.dimension = 'complexity' AND c.idx = l.complexity_id
		AND c.value = 'low'
	JOIN ruleset_value p ON p.ruleset = l.ruleset
		AND p.dimension = 'pattern' AND p.idx = l.pattern_id
		AND p.value = 'repeatable'
	LEFT JOIN ruleset_value e ON e.ruleset = l.ruleset
		AND e.dimension = 'emotion' AND e.idx = l.emotion_id
	WHERE l.issue_id IS NOT NULL
	GROUP BY l.issue_id, coalesce(l.account_ref, -l.ticket)) g
JOIN ruleset_value v ON v.ruleset = g.ruleset AND v.dimension = 'issue'
	AND v.idx = g.issue_id
GROUP BY g.issue_id ORDER BY sum(n) DESC, v.value
