INSERT OR IGNORE INTO sel (ticket) SELECT ticket FROM sample_ticket
	WHERE sample = ?1 AND twice >= ?2
