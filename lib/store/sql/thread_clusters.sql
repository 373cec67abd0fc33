SELECT a.ticket, a.size, a.share, a.kept, s.name || ':' || t.ext_id
FROM sel CROSS JOIN answer a ON a.ruleset = ?1 AND a.ticket = sel.ticket
LEFT JOIN ticket t ON t.id = a.cluster LEFT JOIN source s ON s.id = t.source
WHERE a.size IS NOT NULL ORDER BY sel.ticket
