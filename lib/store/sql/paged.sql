-- The ways on which tickets come with the page that the customer had open.
SELECT DISTINCT s.name, t.brand, t.channel FROM ticket t
JOIN source s ON s.id = t.source
WHERE t.stub = 0 AND t.page IS NOT NULL
