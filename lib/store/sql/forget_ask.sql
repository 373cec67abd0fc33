-- SOURCE:ID, an address, or an id in every source.
INSERT INTO ask (mail, source, id)
SELECT NULL, s.id, substr(?1, length(s.name) + 2) FROM source s
	WHERE ?1 GLOB s.name || ':?*'
UNION ALL
SELECT lower(?1), NULL, NULL WHERE instr(?1, '@') AND NOT EXISTS
	(SELECT 1 FROM source s WHERE ?1 GLOB s.name || ':?*')
UNION ALL
SELECT NULL, s.id, ?1 FROM source s WHERE instr(?1, '@') = 0 AND NOT EXISTS
	(SELECT 1 FROM source o WHERE ?1 GLOB o.name || ':?*')
