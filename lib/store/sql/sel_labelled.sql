-- Leave what has a label of this dimension.
DELETE FROM sel WHERE ticket NOT IN (SELECT coalesce(t.joined, t.id)
	FROM label l JOIN ticket t ON t.id = l.ticket WHERE l.dimension = ?1)
