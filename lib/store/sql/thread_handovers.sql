-- When the vendor says that it was handed over, else the first time a machine gave
-- the ticket to a team or a person, it went from a machine to a person, or an
-- agent joined a chat in which a machine had answered.
SELECT e.ticket, coalesce(min(CASE WHEN e.field = 'handoff' THEN e.at END),
	min(e.at))
FROM sel CROSS JOIN event e ON e.ticket = sel.ticket
WHERE e.field = 'handoff' OR (e.field IN ('assignee', 'team') AND
	e.role IN (2, 4) AND e.new IS NOT NULL AND NOT EXISTS
		(SELECT 1 FROM ticket t JOIN person p ON
		p.source = t.source AND p.ext_id = e.new
		WHERE t.id = e.ticket AND p.ai IS NOT NULL))
OR (e.field IN ('assignee', 'team') AND e.role IS NULL AND e.new IS NOT NULL
	AND EXISTS (SELECT 1 FROM ticket t JOIN person p ON
		p.source = t.source AND p.ext_id IN (e.old, e.actor)
		WHERE t.id = e.ticket AND p.ai IS NOT NULL)
	AND NOT EXISTS (SELECT 1 FROM ticket t JOIN person p ON
		p.source = t.source AND p.ext_id = e.new
		WHERE t.id = e.ticket AND p.ai IS NOT NULL))
OR (e.field IN ('agent_joined', 'department')
	AND EXISTS (SELECT 1 FROM message m WHERE m.ticket = e.ticket AND
		coalesce(m.said, m.role) = 2 AND m.public = 1 AND
		m.at <= e.at))
GROUP BY sel.ticket ORDER BY sel.ticket
