-- The brands of which a ticket has the page that the customer had open, or the
-- AIs that answered there where the export names no brand.
SELECT DISTINCT s.name, t.brand, CASE WHEN t.brand IS NULL THEN
	(SELECT m.author FROM message m WHERE m.ticket = t.id
		AND coalesce(m.said, m.role) = 2 AND m.public = 1
		AND m.author IS NOT NULL LIMIT 1) END
FROM ticket t JOIN source s ON s.id = t.source
WHERE t.stub = 0 AND t.page IS NOT NULL
