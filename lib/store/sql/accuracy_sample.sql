-- The sample in which most answers of the AI of window ?1 were judged.
SELECT s.id, s.name, a.n
FROM (SELECT r.sample, count(*) AS n FROM reviewed r
	JOIN ladder l ON l.ticket = r.ticket AND l.win = ?1
	WHERE r.question = 'ai_correct' AND r.value IN ('yes', 'no')
	AND coalesce(l.n3, l.n2) = 1 GROUP BY r.sample) a
JOIN sample s ON s.id = a.sample ORDER BY a.n DESC, s.id DESC LIMIT 1
