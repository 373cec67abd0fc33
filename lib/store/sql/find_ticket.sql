SELECT coalesce(joined, id), joined IS NOT NULL FROM ticket
	WHERE source = ? AND ext_id = ?
