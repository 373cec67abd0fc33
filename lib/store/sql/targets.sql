-- Types of the automate tier by volume; NULL: of no type.
SELECT v.value, g.n, g.handle_s, g.known, g.turns, g.missing, g.human,
	g.satisfied,
	g.rated, g.durable, g.durable_known, g.key
FROM (SELECT l.ruleset, l.issue_id, count(*) AS n,
		sum(l.handle_s) AS handle_s, count(l.handle_s) AS known,
		sum(CASE WHEN l.handle_s IS NULL THEN l.agent_turns END)
			AS turns,
		sum(l.handle_missing) AS missing,
		sum(l.agent_turns > 0) AS human,
		sum(l.satisfied) AS satisfied, count(l.satisfied) AS rated,
		sum(l.durable) AS durable, count(l.durable) AS durable_known,
		min(l.key) AS key
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	JOIN ruleset_value a ON a.ruleset = l.ruleset
		AND a.dimension = 'tier' AND a.idx = l.tier_id
		AND a.value = 'automate'
	GROUP BY l.ruleset, l.issue_id) g
LEFT JOIN ruleset_value v ON v.ruleset = g.ruleset
	AND v.dimension = 'issue' AND v.idx = g.issue_id
ORDER BY g.n DESC, v.value
