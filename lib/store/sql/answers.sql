-- The answers under a rule set, in an order that no import decides.
SELECT a.ticket, a.message, a.role, a.durable, a.issue, x.bytes,
	g.rev = t.rev, a.cluster, a.size, a.share, a.kept
FROM answer a JOIN ticket t ON t.id = a.ticket
JOIN source s ON s.id = t.source
JOIN tagging g ON g.ruleset = a.ruleset AND g.ticket = a.ticket
LEFT JOIN signature x ON x.ticket = a.ticket AND x.message = a.message
WHERE a.ruleset = ?1 AND t.mark IS NULL AND t.joined IS NULL
	AND t.id NOT IN (SELECT ticket FROM played)
ORDER BY s.name, t.ext_id
