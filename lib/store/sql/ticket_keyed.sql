-- The ticket of a key, first, and those that have the whole text as their id.
SELECT coalesce(t.joined, t.id), 1 FROM source s JOIN ticket t ON t.source = s.id
	AND t.ext_id = substr(?1, length(s.name) + 2)
	WHERE ?1 GLOB s.name || ':*'
UNION ALL
SELECT coalesce(t.joined, t.id), 0 FROM source s CROSS JOIN ticket t ON t.source = s.id
	AND t.ext_id = ?1
