SELECT t.id FROM source s JOIN ticket t ON t.source = s.id
	WHERE s.name = ?1 AND t.ext_id = ?2 AND t.stub = 0
