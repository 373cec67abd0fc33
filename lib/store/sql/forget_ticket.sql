SELECT 1 FROM ticket WHERE (id = ?1 OR ?1 = 0 AND source = ?2 AND ext_id = ?3)
	AND requester GLOB 'forgotten:*'
