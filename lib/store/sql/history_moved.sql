-- When a person last gave a selected ticket from one team to another, NULL never;
-- only tickets of sources that tell who moves tickets between teams.  Where an
-- export says only the new team, the old one is that of the event before.
WITH step AS (SELECT ticket, at, role, actor, new, coalesce(old,
		lag(new) OVER (PARTITION BY ticket ORDER BY at, id)) AS old
	FROM event WHERE field = 'team'),
moved AS MATERIALIZED (SELECT e.ticket, max(e.at) AS at FROM step e
	LEFT JOIN ticket t ON t.id = e.ticket
	LEFT JOIN person p ON p.source = t.source AND p.ext_id = e.actor
	WHERE e.old <> e.new
		AND coalesce(e.role, CASE WHEN p.ai IS NULL THEN p.role END) = 3
	GROUP BY e.ticket),
traced AS MATERIALIZED (SELECT DISTINCT t.source
	FROM moved m JOIN ticket t ON t.id = m.ticket)
SELECT sel.ticket, m.at
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket
LEFT JOIN moved m ON m.ticket = sel.ticket
WHERE t.source IN (SELECT source FROM traced)
ORDER BY sel.ticket
