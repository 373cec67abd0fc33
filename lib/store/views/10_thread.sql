-- thread: the messages of a ticket as they are read, in order.  role is a word;
-- a message that repeats another (a description that is also the first
-- comment) is not here.
CREATE VIEW thread AS
SELECT s.name || ':' || t.ext_id AS key, m.ticket, m.id AS message, m.ext_id,
	m.at, m.seq,
	CASE coalesce(m.said, m.role) WHEN 1 THEN 'customer' WHEN 2 THEN 'ai'
		WHEN 3 THEN 'agent' WHEN 4 THEN 'system' ELSE 'unknown' END
		AS role,
	m.public, m.kind, m.author, m.evidence, x.body
FROM message m
JOIN ticket t ON t.id = m.ticket
JOIN source s ON s.id = t.source
LEFT JOIN message_text x ON x.message = m.id
WHERE m.dup = 0
