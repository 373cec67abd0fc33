-- Over the population: first and last ticket, days of the period without one,
-- and how many have no tags or stale ones; how many are of a source that exports
-- apart what its AI closed alone, and none of that was imported, and how many of one
-- in blind_source.
SELECT min(t.created), max(coalesce(k.solved, t.created)), count(*),
	sum(g.ticket IS NULL AND o.ticket IS NULL),
	sum(g.ticket IS NULL AND o.ticket IS NOT NULL),
	sum(g.ticket IS NOT NULL AND g.rev <> t.rev),
	count(DISTINCT coalesce(CASE :by WHEN 0 THEN t.created ELSE k.solved END,
		t.created) / 86400),
	sum(g.readable = 0), sum(g.readable < 0),
	sum(k.solved_basis = 'assumed'),
	sum(t.source IN (SELECT s.id FROM source s WHERE s.vendor = 'zendesk'
		AND NOT EXISTS (SELECT 1 FROM ticket a
			WHERE a.source = s.id AND a.origin = 'ai'))),
	sum(t.source IN (SELECT source FROM blind_source))
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN tagging g ON g.ticket = t.id
	AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
LEFT JOIN (SELECT DISTINCT ticket FROM tagging
	WHERE ruleset IS NOT (SELECT id FROM ruleset WHERE active = 1)) o
	ON o.ticket = t.id
