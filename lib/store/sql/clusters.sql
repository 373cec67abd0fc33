-- The clusters of the selected tickets by type, under a rule set.
SELECT a.cluster, s.name || ':' || t.ext_id, e.message, v.value, count(*),
	sum(a.durable), sum(a.role = 2)
FROM sel JOIN answer a ON a.ruleset = ?1 AND a.ticket = sel.ticket
JOIN answer e ON e.ruleset = a.ruleset AND e.ticket = a.cluster
JOIN ticket t ON t.id = a.cluster JOIN source s ON s.id = t.source
LEFT JOIN ruleset_value v ON v.ruleset = a.ruleset AND v.dimension = 'issue'
	AND v.idx = a.issue
GROUP BY a.cluster, a.issue ORDER BY a.cluster, count(*) DESC, v.value
