-- Threads of the tickets in which the AI left a note, as they are read.
SELECT m.ticket, m.ext_id, m.at, coalesce(m.said, m.role), m.public, m.author,
	x.body
FROM noted n CROSS JOIN message m ON m.ticket = n.ticket
CROSS JOIN message_text x ON x.message = m.id
WHERE m.dup = 0 AND m.at IS NOT NULL
ORDER BY n.ticket, m.at, m.seq, length(m.ext_id), m.ext_id
