-- Time worked comes as the ticket's own figure, else as entries, which add up.
SELECT d.ticket, t.created, t.first_reply_s, coalesce(t.handle_s, w.seconds),
	m.at, m.seq, coalesce(m.said, m.role), m.public, m.ext_id, m.id, t.replies,
	coalesce(m.empty, 0)
FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
LEFT JOIN (SELECT e.ticket, sum(CAST(e.new AS INTEGER)) AS seconds
	FROM dirty x CROSS JOIN event e ON e.ticket = x.ticket
	WHERE e.field = 'worked' GROUP BY e.ticket) w ON w.ticket = d.ticket
LEFT JOIN message m ON m.ticket = d.ticket AND m.dup = 0
ORDER BY d.ticket
