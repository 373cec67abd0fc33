-- The dimensions that somebody labelled among the selected tickets.
SELECT DISTINCT l.dimension FROM label l JOIN ticket t ON t.id = l.ticket
WHERE coalesce(t.joined, t.id) IN (SELECT ticket FROM sel)
ORDER BY l.dimension
