SELECT d.ticket, t.created, t.first_reply_s, t.handle_s, m.at, m.seq,
	coalesce(m.said, m.role), m.public, m.ext_id, m.id, t.replies,
	coalesce(m.empty, 0)
FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
LEFT JOIN message m ON m.ticket = d.ticket AND m.dup = 0
ORDER BY d.ticket
