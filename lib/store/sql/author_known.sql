SELECT 1 FROM person WHERE ai IS NOT NULL AND (lower(name) = lower(?1) OR ext_id = ?1
	OR lower(email) = lower(?1)) LIMIT 1
