-- A sample's tickets by key, with what counts of their verdicts; those without one
-- are added, because a view that is joined from the left is read whole for each.
WITH j AS MATERIALIZED (SELECT ticket, automate, tier FROM judged
	WHERE sample = ?1
	UNION ALL SELECT ticket, NULL, NULL FROM sample_ticket WHERE sample = ?1
		AND ticket NOT IN (SELECT ticket FROM judged WHERE sample = ?1))
SELECT t.ticket, l.key, t.stratum, t.twice, t.complexity, t.emotion, t.pattern,
	t.issue, t.tier, t.path, t.kept, t.handle_s, t.turns, t.ai,
	j.tier IS NOT NULL, j.automate, j.tier, l.durable, l.immature
FROM j JOIN sample_ticket t ON t.ticket = j.ticket
JOIN landscape l ON l.ticket = t.ticket
WHERE t.sample = ?1 ORDER BY l.key
