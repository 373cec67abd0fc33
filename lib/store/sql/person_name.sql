SELECT p.name FROM person p JOIN source s ON s.id = p.source
WHERE s.name = ?1 AND p.ext_id = ?2 AND p.name IS NOT NULL
