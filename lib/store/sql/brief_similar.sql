-- The newest five tickets of a type that were solved by a time and did not come
-- back, of the ten thousand created before it: a type that is rare has few, and is
-- not looked for without end.  n is read from an index alone.
SELECT s.name || ':' || t.ext_id, k.solved,
	(SELECT v.value FROM tagging g JOIN ruleset_value v
		ON v.ruleset = g.ruleset AND v.dimension = 'approach'
		AND v.idx = g.approach
		WHERE g.ruleset = :ruleset AND g.ticket = t.id),
	CASE a.role WHEN 2 THEN 'ai' WHEN 3 THEN 'agent' END, k.handle_s,
	t.id, a.message
FROM ticket n
CROSS JOIN answer a ON a.ruleset = :ruleset AND a.ticket = n.id
CROSS JOIN ticket t ON t.id = n.id
CROSS JOIN source s ON s.id = t.source
CROSS JOIN ticket_stat k ON k.ticket = t.id
WHERE n.created < :asof AND n.created >= coalesce((SELECT created FROM ticket
	WHERE created < :asof ORDER BY created DESC LIMIT 1 OFFSET 9999),
	-9223372036854775807)
AND a.issue = :issue AND a.durable = 1 AND k.solved <= :asof
AND t.id <> :ticket AND t.mark IS NULL AND t.joined IS NULL
AND t.id NOT IN (SELECT ticket FROM played)
ORDER BY n.created DESC, n.id DESC LIMIT 5
