-- An account by what a brief is asked of: SOURCE:ID, else an id; two are enough
-- to know that it is ambiguous.
SELECT a.id, s.name || ':' || a.ext_id, a.name
FROM account a JOIN source s ON s.id = a.source
WHERE (s.name = ?1 AND a.ext_id = ?2) OR a.ext_id = ?3
ORDER BY a.ext_id = ?3 LIMIT 2
