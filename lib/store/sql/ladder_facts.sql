INSERT INTO temp.facts SELECT f.* FROM sel CROSS JOIN main.facts f
	ON f.ticket = sel.ticket
