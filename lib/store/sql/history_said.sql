-- What people said a tag of a selected ticket is.  looked: by looking at tickets,
-- fitting or not (1 an answer of a reviewer, 2 the label that most people gave);
-- 0: a correction.
SELECT o.ticket, 0 AS looked, o.dimension, o.value
FROM sel CROSS JOIN override o ON o.ticket = sel.ticket
UNION ALL
SELECT r.ticket, 1, r.question, r.value FROM reviewed r
WHERE r.question IN ('complexity', 'emotion', 'pattern', 'issue')
	AND r.ticket IN (SELECT ticket FROM sel)
UNION ALL
SELECT ticket, 2, dimension, value FROM (
	SELECT g.ticket, l.dimension, l.value, row_number() OVER (
		PARTITION BY g.ticket, l.dimension
		ORDER BY count(*) DESC, max(l.at) DESC, l.value) AS place
	FROM label l JOIN ticket t ON t.id = l.ticket
	JOIN (SELECT ticket FROM sel) g ON g.ticket = coalesce(t.joined, t.id)
	GROUP BY g.ticket, l.dimension, l.value)
WHERE place = 1
ORDER BY 1, 3, 2, 4
