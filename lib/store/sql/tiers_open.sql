-- Tickets by tier and type from arrival facts alone.
SELECT coalesce(v.value, 'unknown'), i.value, g.n
FROM (SELECT l.ruleset, l.tier_open_id, l.issue_open_id, count(*) AS n
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	GROUP BY l.ruleset, l.tier_open_id, l.issue_open_id) g
LEFT JOIN ruleset_value v ON v.ruleset = g.ruleset AND v.dimension = 'tier'
	AND v.idx = g.tier_open_id
LEFT JOIN ruleset_value i ON i.ruleset = g.ruleset AND i.dimension = 'issue'
	AND i.idx = g.issue_open_id
ORDER BY g.tier_open_id IS NULL, g.tier_open_id, i.value
