SELECT d.ticket, n.name || ':' || t.ext_id, d.ai FROM sel
JOIN sample_ticket d ON d.sample = ?1 AND d.ticket = sel.ticket
JOIN ticket t ON t.id = d.ticket JOIN source n ON n.id = t.source
WHERE d.twice >= ?2 ORDER BY d.at
