-- A message of a ticket by its place, counted as show_messages does.
SELECT m.body
FROM thread m WHERE m.ticket = ?1
ORDER BY CASE WHEN EXISTS (SELECT 1 FROM message x WHERE x.ticket = ?1
	AND x.dup = 0 AND x.at IS NULL) THEN NULL ELSE m.at END,
	m.seq, length(m.ext_id), m.ext_id
LIMIT 1 OFFSET ?2
