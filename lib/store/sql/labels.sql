-- One label a selected ticket and dimension: the value that most people gave,
-- of equals the later, then the first by name.
SELECT ticket, value FROM (
	SELECT g.ticket, l.value, row_number() OVER (PARTITION BY g.ticket
		ORDER BY count(*) DESC, max(l.at) DESC, l.value) AS place
	FROM label l JOIN ticket t ON t.id = l.ticket
	JOIN (SELECT ticket FROM sel) g ON g.ticket = coalesce(t.joined, t.id)
	WHERE l.dimension = ?1
	GROUP BY g.ticket, l.value)
WHERE place = 1 ORDER BY ticket
