-- When the vendor says that it was handed over, else the first time a machine
-- gave the ticket to a team or a person.
SELECT e.ticket, coalesce(min(CASE WHEN e.field = 'handoff' THEN e.at END),
	min(e.at))
FROM sel CROSS JOIN event e ON e.ticket = sel.ticket
WHERE e.field = 'handoff' OR (e.field IN ('assignee', 'team') AND
	e.role IN (2, 4) AND e.new IS NOT NULL)
GROUP BY sel.ticket ORDER BY sel.ticket
