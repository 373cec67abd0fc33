-- What the tickets of window 0 lack: how many there are, of how many it is known
-- whether the AI took part, and in how many it did; then the tickets of sources in
-- blind_source, and their names; and the same of others that export apart what their
-- AI closed alone, and none of that was imported: some may be missing.
WITH part AS MATERIALIZED (SELECT source, count(*) AS tickets, blind
	FROM temp.ladder WHERE win = 0 AND vendor = 'zendesk'
	GROUP BY source),
lacks AS MATERIALIZED (SELECT p.* FROM part p WHERE p.blind OR NOT EXISTS
	(SELECT 1 FROM source s JOIN ticket a ON a.source = s.id
		WHERE s.name = p.source AND a.origin = 'ai')
	ORDER BY p.source)
SELECT count(*), count(n2), coalesce(sum(n2), 0),
	(SELECT coalesce(sum(tickets), 0) FROM lacks WHERE blind),
	(SELECT group_concat(source, ', ') FROM lacks WHERE blind),
	(SELECT coalesce(sum(tickets), 0) FROM lacks WHERE NOT blind),
	(SELECT group_concat(source, ', ') FROM lacks WHERE NOT blind)
FROM temp.ladder WHERE win = 0
