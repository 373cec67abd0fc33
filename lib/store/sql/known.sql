-- What sources know of their tickets at all: a row with a brand or an AI where
-- every eighth ticket or more has the page that the customer had open, a row
-- with neither where tickets have accounts.
WITH served AS MATERIALIZED (SELECT source, brand, CASE WHEN brand IS NULL THEN
		(SELECT m.author FROM message m WHERE m.ticket = t.id
			AND coalesce(m.said, m.role) = 2 AND m.public = 1
			AND m.author IS NOT NULL LIMIT 1) END AS ai,
		page IS NOT NULL AS paged
	FROM ticket t WHERE stub = 0)
SELECT s.name, v.brand, v.ai FROM served v JOIN source s ON s.id = v.source
WHERE v.brand IS NOT NULL OR v.ai IS NOT NULL
GROUP BY v.source, v.brand, v.ai HAVING 8 * sum(v.paged) >= count(*)
UNION ALL
SELECT s.name, NULL, NULL FROM source s WHERE EXISTS (SELECT 1 FROM ticket t
	WHERE t.source = s.id AND (t.account IS NOT NULL
		OR t.account_ref IS NOT NULL))
