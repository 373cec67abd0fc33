-- Two are enough to know that a bare id is ambiguous.
SELECT t.id FROM source s JOIN ticket t ON t.source = s.id
	WHERE t.ext_id = ?1 AND t.stub = 0 LIMIT 2
