-- Of the samples in which human_needed was answered the one that speaks for most of
-- the selection; one whose review has only begun takes nothing from one that is half
-- done.  n: tickets of the selection with an answer.
WITH a AS MATERIALIZED (SELECT r.sample, count(s.ticket) AS n
	FROM reviewed r LEFT JOIN sel s ON s.ticket = r.ticket
	WHERE r.question = 'human_needed' GROUP BY r.sample)
SELECT s.id, s.name, a.n
FROM a JOIN sample s ON s.id = a.sample
ORDER BY a.n > 0 DESC, 2 * a.n >= (SELECT count(*) FROM sample_ticket t
		WHERE t.sample = s.id AND t.ticket IN (SELECT ticket FROM sel)) DESC,
	(SELECT count(*) FROM sample_frame f WHERE f.sample = s.id
		AND f.ticket IN (SELECT ticket FROM sel)) DESC, s.id DESC LIMIT 1
