-- Tickets and handling by tier and type.
SELECT coalesce(v.value, 'unknown'), i.value, g.n, g.handle_s, g.known,
	g.turns, g.missing, g.human
FROM (SELECT l.ruleset, l.tier_id, l.issue_id, count(*) AS n,
		sum(l.handle_s) AS handle_s, count(l.handle_s) AS known,
		sum(CASE WHEN l.handle_s IS NULL THEN l.agent_turns END)
			AS turns,
		sum(l.handle_missing) AS missing,
		sum(l.agent_turns > 0) AS human
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	GROUP BY l.ruleset, l.tier_id, l.issue_id) g
LEFT JOIN ruleset_value v ON v.ruleset = g.ruleset AND v.dimension = 'tier'
	AND v.idx = g.tier_id
LEFT JOIN ruleset_value i ON i.ruleset = g.ruleset AND i.dimension = 'issue'
	AND i.idx = g.issue_id
ORDER BY g.tier_id IS NULL, g.tier_id, i.value
