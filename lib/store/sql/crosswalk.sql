-- The team's own category against the type the rules found.
SELECT g.category, coalesce(v.value, 'unknown'), g.n, g.key,
	sum(g.n) OVER (PARTITION BY g.category)
FROM (SELECT l.ruleset, coalesce(l.category, l.team) AS category, l.issue_id,
		count(*) AS n, min(l.key) AS key
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	GROUP BY l.ruleset, coalesce(l.category, l.team), l.issue_id) g
LEFT JOIN ruleset_value v ON v.ruleset = g.ruleset AND v.dimension = 'issue'
	AND v.idx = g.issue_id
ORDER BY sum(g.n) OVER (PARTITION BY g.category) DESC, g.category, g.n DESC,
	coalesce(v.value, 'unknown')
