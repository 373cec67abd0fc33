SELECT r.ticket, r.question, r.value FROM reviewed r
JOIN landscape l ON l.ticket = r.ticket
WHERE r.sample = ? ORDER BY l.key, r.question
