-- The selected tickets of a sample in the order of its sheet; ?2: those for a
-- second reviewer alone.
SELECT d.ticket, n.name || ':' || t.ext_id, t.created, t.channel, t.subject,
	count(*) OVER ()
FROM sample_ticket d JOIN sel ON sel.ticket = d.ticket
JOIN ticket t ON t.id = d.ticket JOIN source n ON n.id = t.source
WHERE d.sample = ?1 AND d.twice >= ?2 ORDER BY d.at
