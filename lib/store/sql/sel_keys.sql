SELECT s.name || ':' || t.ext_id, t.id FROM sel
	JOIN ticket t ON t.id = sel.ticket JOIN source s ON s.id = t.source
	ORDER BY s.name, t.ext_id
