-- Handle time where the vendor tells how long each agent was at it and gives no
-- sum of its own.
UPDATE ticket_stat SET handle_s = s.handle_s, handle_basis = 'engagement'
FROM (SELECT v.ticket, sum(CAST(v.new AS INTEGER)) AS handle_s
	FROM dirty d CROSS JOIN event v ON v.ticket = d.ticket
		AND v.field = 'engagement' AND v.new IS NOT NULL
	CROSS JOIN ticket t ON t.id = v.ticket
	LEFT JOIN person p ON p.source = t.source AND p.ext_id = v.actor
	WHERE p.ai IS NULL GROUP BY v.ticket) s
WHERE ticket_stat.ticket = +s.ticket
	AND ticket_stat.handle_basis IS NOT 'imported';
