-- What the tickets of window 0 lack: how many there are, of how many it is known
-- whether the AI took part, and in how many it did; then, of sources that export apart
-- what their AI closed alone, and none of that was imported: the tickets of those with
-- not one that the AI closed alone, and their names; and the same of the others, where
-- some may be missing.
WITH part AS MATERIALIZED (SELECT source, count(*) AS tickets,
		coalesce(sum(path = 'ai_only'), 0) > 0 AS some
	FROM temp.ladder WHERE win = 0 AND vendor = 'zendesk' GROUP BY source),
blind AS MATERIALIZED (SELECT p.* FROM part p WHERE NOT EXISTS
	(SELECT 1 FROM source s JOIN ticket a ON a.source = s.id
		WHERE s.name = p.source AND a.origin = 'ai')
	ORDER BY p.source)
SELECT count(*), count(n2), coalesce(sum(n2), 0),
	(SELECT coalesce(sum(tickets), 0) FROM blind WHERE NOT some),
	(SELECT group_concat(source, ', ') FROM blind WHERE NOT some),
	(SELECT coalesce(sum(tickets), 0) FROM blind WHERE some),
	(SELECT group_concat(source, ', ') FROM blind WHERE some)
FROM temp.ladder WHERE win = 0
