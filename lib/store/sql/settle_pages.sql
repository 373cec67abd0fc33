-- Where the customer was, of helpdesks that say it of messages: the first page.
UPDATE ticket SET page = (SELECT e.new FROM event e
		WHERE e.ticket = ticket.id AND e.field = 'page'
		ORDER BY e.at, e.ext_id LIMIT 1)
	WHERE id IN (SELECT ticket FROM dirty) AND EXISTS (SELECT 1 FROM event e
		WHERE e.ticket = ticket.id AND e.field = 'page');
