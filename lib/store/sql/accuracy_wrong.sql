-- The wrong answers of window ?1 in sample ?2, with what else reviewers said.
SELECT l.ticket, l.key, l.issue,
	(SELECT value FROM reviewed h WHERE h.sample = ?2 AND h.ticket = l.ticket
		AND h.question = 'human_needed'),
	(SELECT value FROM reviewed h WHERE h.sample = ?2 AND h.ticket = l.ticket
		AND h.question = 'note')
FROM ladder l JOIN reviewed v ON v.sample = ?2 AND v.ticket = l.ticket
	AND v.question = 'ai_correct' AND v.value = 'no'
WHERE l.win = ?1 AND coalesce(l.n3, l.n2) = 1
ORDER BY l.created, l.key
