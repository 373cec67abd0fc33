-- Tickets that a key or an id alone names, those of the sample first.
SELECT t.id, d.ticket IS NOT NULL AS drawn
FROM source s CROSS JOIN ticket t ON t.source = s.id
	AND t.ext_id = substr(?2, length(s.name) + 2)
LEFT JOIN sample_ticket d ON d.sample = ?1 AND d.ticket = t.id
WHERE substr(?2, 1, length(s.name) + 1) = s.name || ':' AND t.stub = 0
UNION ALL
SELECT t.id, d.ticket IS NOT NULL
FROM source s CROSS JOIN ticket t ON t.source = s.id AND t.ext_id = ?2
LEFT JOIN sample_ticket d ON d.sample = ?1 AND d.ticket = t.id
WHERE t.stub = 0
ORDER BY drawn DESC LIMIT 2
