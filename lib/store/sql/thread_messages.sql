SELECT m.ticket, m.ext_id, m.at, m.seq, coalesce(m.said, m.role), m.public,
	m.kind, m.author, m.evidence, x.body
FROM sel CROSS JOIN message m ON m.ticket = sel.ticket
LEFT JOIN message_text x ON x.message = m.id
WHERE m.dup = 0 ORDER BY sel.ticket
