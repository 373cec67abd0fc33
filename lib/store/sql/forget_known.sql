SELECT EXISTS (SELECT 1 FROM source s JOIN person p ON p.source = s.id
		AND p.ext_id = substr(?1, length(s.name) + 2)
		WHERE ?1 GLOB s.name || ':?*')
	OR EXISTS (SELECT 1 FROM source s JOIN ticket t ON t.source = s.id
		AND t.requester = substr(?1, length(s.name) + 2)
		WHERE ?1 GLOB s.name || ':?*')
	OR EXISTS (SELECT 1 FROM person WHERE ext_id = ?1
		OR lower(email) = lower(?1))
	OR EXISTS (SELECT 1 FROM ticket WHERE requester = ?1)
	OR EXISTS (SELECT 1 FROM ticket WHERE instr(?1, '@')
		AND lower(requester) = lower(?1))
