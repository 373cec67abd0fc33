INSERT OR REPLACE INTO suggestion (ticket, ext_id, at, author, draft, sent, basis)
	VALUES (?, '#' || ?, ?, ?, ?, ?, 'note')
