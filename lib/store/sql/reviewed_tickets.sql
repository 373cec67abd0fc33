-- A sample's tickets by key, with what counts of their verdicts.
SELECT t.ticket, l.key, t.stratum, t.twice, t.complexity, t.emotion, t.pattern,
	t.issue, t.tier, t.path, t.kept, t.handle_s, t.turns, t.ai,
	j.ticket IS NOT NULL, j.automate, j.tier, l.durable, l.immature
FROM sample_ticket t
JOIN landscape l ON l.ticket = t.ticket
LEFT JOIN judged j ON j.sample = t.sample AND j.ticket = t.ticket
WHERE t.sample = ? ORDER BY l.key
