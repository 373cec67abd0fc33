UPDATE person SET ai = 'named by the user'
	WHERE ai IS NULL AND (lower(name) = lower(?1) OR ext_id = ?1
	OR lower(email) = lower(?1)) RETURNING id
