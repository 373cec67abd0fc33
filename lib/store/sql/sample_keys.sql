SELECT n.name || ':' || t.ext_id, t.id FROM sample_ticket d
JOIN ticket t ON t.id = d.ticket JOIN source n ON n.id = t.source
WHERE d.sample = ? ORDER BY d.at
