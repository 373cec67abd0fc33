-- By type and stratum of sample ?2, of window ?1: answers of the AI, judged, correct.
WITH v AS MATERIALIZED (SELECT ticket, value = 'yes' AS x FROM reviewed
	WHERE sample = ?2 AND question = 'ai_correct' AND value IN ('yes', 'no'))
SELECT l.issue, f.stratum, count(*), count(v.x), total(v.x)
FROM ladder l JOIN sample_frame f ON f.sample = ?2 AND f.ticket = l.ticket
LEFT JOIN v ON v.ticket = l.ticket
WHERE l.win = ?1 AND coalesce(l.n3, l.n2) = 1
GROUP BY 1, 2 ORDER BY 1, 2
