-- What the tickets of window 0 lack: how many there are, of how many it is known
-- whether the AI took part, in how many it did, how many are of sources that export
-- apart what their AI closed alone, and none of it was imported, and which sources
-- those are.
WITH blind AS MATERIALIZED (SELECT s.name FROM source s WHERE s.vendor = 'zendesk'
	AND NOT EXISTS (SELECT 1 FROM ticket a
		WHERE a.source = s.id AND a.origin = 'ai'))
SELECT count(*), count(n2), coalesce(sum(n2), 0),
	coalesce(sum(source IN (SELECT name FROM blind)), 0),
	(SELECT group_concat(name, ', ') FROM (SELECT DISTINCT source AS name
		FROM temp.ladder WHERE win = 0
		AND source IN (SELECT name FROM blind) ORDER BY 1))
FROM temp.ladder WHERE win = 0
