SELECT 1 FROM ticket t LEFT JOIN ticket j ON j.id = t.joined
	WHERE (t.id = ?1 OR ?1 = 0 AND t.source = ?2 AND t.ext_id = ?3)
	AND (t.requester GLOB 'forgotten:*' OR j.requester GLOB 'forgotten:*')
