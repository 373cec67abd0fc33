INSERT INTO temp.ladder SELECT ?1, l.* FROM sel CROSS JOIN main.ladder l
	ON l.ticket = sel.ticket
