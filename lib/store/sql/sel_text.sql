SELECT sel.ticket, x.body FROM sel JOIN message m ON m.ticket = sel.ticket
	JOIN message_text x ON x.message = m.id WHERE m.dup = 0
UNION ALL
SELECT sel.ticket, t.subject FROM sel JOIN ticket t ON t.id = sel.ticket
	WHERE t.subject IS NOT NULL
